"""The units of a passage that can be quoted."""

import re
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.types import CELL_SEPARATOR, Passage, PassageKind, Span
from search_api.units import LONGEST_QUOTE, clauses, units

BEFORE = "Dòng đứng trước.\n"
words = st.text("aăâbcdđeêghikmnoôơptuưvxy0123456789", min_size=1, max_size=25)
ends = st.sampled_from([" ", " ", " ", ", ", "; ", ". ", ": ", " (", ") ", "… ", "? ", " - "])
running_text = st.lists(st.tuples(words, ends), min_size=1, max_size=250).map(
    lambda parts: "".join(word + end for word, end in parts).strip()
)
unbroken = st.integers(500, 1300).map("x".__mul__)  # a word no quote can hold
cells = st.lists(st.lists(st.one_of(words, words, unbroken), max_size=60).map(" ".join), min_size=2, max_size=7)


def _paragraph(words: str, kind: PassageKind) -> tuple[str, Passage]:
    """A text with a line before and a line after, and the passage between them."""
    return f"{BEFORE}{words}\nDòng sau.", Passage(0, kind, Span(len(BEFORE), len(BEFORE) + len(words)))


def _row(contents: list[str]) -> tuple[str, Passage]:
    starts = accumulate((len(c) + len(CELL_SEPARATOR) for c in contents), initial=len(BEFORE))
    spans = tuple(Span(start, start + len(c)) for start, c in zip(starts, contents, strict=False))
    whole = Span(len(BEFORE), spans[-1].end)
    return f"{BEFORE}{CELL_SEPARATOR.join(contents)}\nDòng sau.", Passage(0, PassageKind.ROW, whole, cells=spans)


passages = st.one_of(
    st.builds(
        _paragraph, running_text, st.sampled_from([PassageKind.PARAGRAPH, PassageKind.ITEM, PassageKind.CLOSING])
    ),
    st.builds(_row, cells),
)


@given(passages)
def test_no_quote_is_longer_than_600_characters(made: tuple[str, Passage]) -> None:
    text, passage = made
    assert all(quote.end - quote.start <= LONGEST_QUOTE for quote, _ in units(text, passage))


@given(passages)
def test_quotes_lie_in_the_passage_and_cores_in_their_quotes(made: tuple[str, Passage]) -> None:
    text, passage = made
    for quote, core in units(text, passage):
        assert passage.span.holds(quote) or text[quote.end - 1] == ")"
        assert quote.holds(core)
        assert core.of(text).strip()


@given(passages)
def test_every_word_of_the_passage_is_in_some_unit(made: tuple[str, Passage]) -> None:
    text, passage = made
    found = [core for _, core in units(text, passage)]
    for word in re.finditer(r"\w+", passage.span.of(text)):
        at = Span(word.start() + passage.span.start, word.end() + passage.span.start)
        assert any(core.start < at.end and at.start < core.end for core in found), word[0]


@given(st.text("ab ;", max_size=60))
def test_clauses_are_the_parts_between_semicolons(words: str) -> None:
    found = [clause.of(words).strip(" ;") for clause in clauses(words, Span(0, len(words)))]
    assert found == [part.strip() for part in words.split(";") if part.strip()]


def test_a_short_item_is_quoted_whole_and_each_of_its_sentences_weighed() -> None:
    text, passage = _paragraph("a) Trồng mới 120 ha chè. Giao Sở Nông nghiệp chủ trì.", PassageKind.ITEM)
    assert [(quote.of(text), core.of(text)) for quote, core in units(text, passage)] == [
        ("a) Trồng mới 120 ha chè. Giao Sở Nông nghiệp chủ trì.", "a) Trồng mới 120 ha chè."),
        ("a) Trồng mới 120 ha chè. Giao Sở Nông nghiệp chủ trì.", "Giao Sở Nông nghiệp chủ trì."),
    ]


def test_a_long_paragraph_is_quoted_by_its_sentences() -> None:
    sentence = "Các xã vùng chè rà soát quỹ đất, lập danh sách hộ tham gia và đăng ký giống trước mùa mưa hằng năm. "
    text, passage = _paragraph((sentence * 4).strip(), PassageKind.PARAGRAPH)
    assert [quote.of(text) for quote, _ in units(text, passage)] == [sentence.strip()] * 4


def test_a_table_row_is_quoted_whole() -> None:
    text, passage = _row(["1", "Xây dựng Đề án", "Sở Nông nghiệp và Môi trường", "30/6/2023"])
    whole = "1 | Xây dựng Đề án | Sở Nông nghiệp và Môi trường | 30/6/2023"
    assert [(quote.of(text), core.of(text)) for quote, core in units(text, passage)] == [(whole, whole)]


def test_of_a_row_that_is_too_long_the_end_is_one_quote() -> None:
    text, passage = _row(["7", "Nội dung rất dài. " * 60, "Sở Tài chính", "Quý II/2024"])
    last, _ = list(units(text, passage))[-1]
    assert last.of(text).endswith("Sở Tài chính | Quý II/2024")


@pytest.mark.parametrize("kind", [PassageKind.PARAGRAPH, PassageKind.ITEM])
def test_a_word_longer_than_a_quote_is_cut(kind: PassageKind) -> None:
    text, passage = _paragraph("x" * 1500, kind)
    assert [quote.end - quote.start for quote, _ in units(text, passage)] == [600, 600, 300]


def test_the_end_of_a_long_row_begins_with_a_cell() -> None:
    """A number that is cut in two ("số | 12/2031/QĐ-UBND") would be nobody's."""
    long = "bến đò " * 70
    text, row = _row([long, "thay thế Quyết định số 12/2031/QĐ-UBND", "Sở Xây dựng " * 20])
    quote, _ = list(units(text, row))[-1]
    assert quote.start in {cell.start for cell in row.cells}


def test_a_line_that_ends_within_a_bracket_is_quoted_up_to_its_end() -> None:
    text = "Lắp mới 58 phao (trong đó: Hải Vân:\n25 phao, Sông Lạc: 33 phao).\nDòng sau (không đóng"
    passage = Passage(0, PassageKind.ITEM, Span(0, text.index("\n")))
    assert [core.of(text) for _, core in units(text, passage)] == [text[: text.index(".")]]
    last = Passage(0, PassageKind.ITEM, Span(text.index("Dòng"), len(text)))
    assert [core.of(text) for _, core in units(text, last)] == ["Dòng sau (không đóng"]
