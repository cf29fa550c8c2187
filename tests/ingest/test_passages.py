"""Passages: the units a person would cite, each with what it needs to be understood."""

import itertools

import pytest
from hypothesis import given, settings

from corpus.types import Document, Passage, PassageKind
from ingest.outline import words_of
from ingest.passages import LONGEST
from ingest.reading import parse
from tests.ingest.documents import parts
from tests.ingest.letterheads import BODY, state
from tests.ingest.making import Part, Rows, cut
from tests.ingest.making_files import Sheet, make_pdf

BEFORE = "Xã họp bàn việc dạy chữ."
HEADINGS = ["TT", "Nội dung", "Chủ trì", "Thời gian"]


def passage(words: str, *made: Part) -> tuple[Document, Passage]:
    """The passage that begins with these words."""
    document, _, _, passages = cut(BEFORE, *made)
    (found,) = [each for each in passages if each.span.of(document.text).startswith(words)]
    return document, found


def context(words: str, *made: Part) -> list[str]:
    """What a passage needs to be understood."""
    document, found = passage(words, *made)
    return [span.of(document.text) for span in found.context]


def under_headings(words: str, *made: Part) -> dict[str, str]:
    """The cells of a row by the headings of their columns."""
    document, found = passage(words, *made)
    return {
        column.of(document.text) if column else "-": cell.of(document.text)
        for cell, column in zip(found.cells, found.columns, strict=True)
    }


def test_a_clause_is_a_passage_under_its_article() -> None:
    document, found = passage(
        "2. In sổ", "Điều 1. Việc của xã", "1. Mở lớp.", "2. In sổ tay.", "Điều 2. Thi hành", "Mọi người."
    )
    assert found.kind is PassageKind.ITEM and found.heading == ("Điều 1. Việc của xã",)
    assert found.span.of(document.text) == "2. In sổ tay." and found.context == ()


def test_a_bullet_carries_the_line_that_introduces_it() -> None:
    made = ["1. Giao các thôn:", "- Mở lớp.", "- In sổ.", "2. Báo cáo hằng tháng."]
    assert context("- In sổ.", *made) == ["1. Giao các thôn:"]
    assert context("2. Báo cáo", *made) == []


def test_titles_and_lead_ins_are_no_passages_of_their_own() -> None:
    document, _, _, passages = cut(
        BEFORE, "I. MỞ LỚP", "1. Giao các thôn:", "- Mở lớp.", "II. IN SỔ", "In ba nghìn sổ."
    )
    assert [each.span.of(document.text) for each in passages] == [BEFORE, "- Mở lớp.", "In ba nghìn sổ."]


@pytest.mark.parametrize("lead", [
    "1. Năm 2031 giải ngân 27,5/30 tỷ đồng, cơ cấu như sau:", "1. Có 91,7% số hộ có sách, cụ thể:", "1. Tổng kinh phí 30 tỷ đồng, gồm:",
    "Điều 1. Hỗ trợ 30% tiền sách",
])  # fmt: skip
def test_a_lead_in_or_a_title_that_states_a_figure_can_be_cited_too(lead: str) -> None:
    document, found = passage(lead, lead, "a) Lớp học;", "b) Sổ tay.")
    assert found.span.of(document.text) == lead
    assert passage("b) Sổ", lead, "a) Lớp học;", "b) Sổ tay.")[1].heading == (lead,)


def test_a_row_carries_the_headings_of_its_columns() -> None:
    table = Rows([HEADINGS, ["1", "Mở lớp", "Hội Phụ nữ", "Quý I"], ["2", "In sổ", "Văn phòng", ""]])
    assert under_headings("1 |", "1. Bảng sau:", table) == {
        "TT": "1", "Nội dung": "Mở lớp", "Chủ trì": "Hội Phụ nữ", "Thời gian": "Quý I",
    }  # fmt: skip
    assert under_headings("2 |", table)["Thời gian"] == ""
    assert context("2 |", "1. Bảng sau:", table) == ["1. Bảng sau:", "TT | Nội dung | Chủ trì | Thời gian"]
    assert passage("2 |", table)[1].kind is PassageKind.ROW


def test_of_two_rows_of_headings_the_lower_one_names_the_columns() -> None:
    table = Rows([["TT", "Mức phấn đấu", None], ["TT", "Năm 2030", "Năm 2031"], ["1", "40", "50"]], headers=2)
    assert under_headings("1 | 40", table) == {"TT": "1", "Năm 2030": "40", "Năm 2031": "50"}


def test_a_cell_over_two_columns_comes_once() -> None:
    table = Rows([["Giai đoạn", "Năm", "Kinh phí"], ["Đầu", "2030", "4"], ["Cộng", None, "4"]], headers=1)
    assert under_headings("Cộng", table) == {"Giai đoạn": "Cộng", "Kinh phí": "4"}


def test_a_row_with_fewer_cells_borrows_those_that_reach_down_into_it() -> None:
    table = Rows([HEADINGS, ["1", "Mở lớp", "Hội Phụ nữ", "Quý I"], ["Văn phòng", "Quý II"]])
    assert under_headings("Văn phòng", table) == {"Chủ trì": "Văn phòng", "Thời gian": "Quý II"}
    assert context("Văn phòng", table)[1:] == ["1", "Mở lớp"]


def test_a_table_without_headings_has_rows_without_columns() -> None:
    document, found = passage("Ba lớp", Rows([["Ba lớp", "ở chợ"], ["Hai lớp", "ở bến"]]))
    assert [cell.of(document.text) for cell in found.cells] == ["Ba lớp", "ở chợ"] and found.columns == ()


def test_a_long_paragraph_is_cut_between_sentences_and_its_parts_know_whom_they_are_about() -> None:
    sentences = " ".join(f"Việc thứ {number} là mở thêm một lớp học buổi tối ở thôn." for number in range(40))
    document, _, _, passages = cut(BEFORE, f"b) Văn phòng xã: {sentences}")
    pieces = [each for each in passages if each.kind is PassageKind.ITEM]
    assert len(pieces) > 2 and all(each.span.end - each.span.start <= LONGEST for each in pieces)
    assert all(each.span.of(document.text).endswith(".") for each in pieces)
    assert [[span.of(document.text) for span in each.context] for each in pieces[1:]] == [["b) Văn phòng xã:"]] * (
        len(pieces) - 1
    )


def test_letterhead_and_closing_are_passages_of_their_own_kinds() -> None:
    document, _, _, passages = cut(
        *state(
            "KẾ HOẠCH",
            "Mở lớp học",
            *BODY,
            "Nơi nhận:",
            "- Như trên;",
            "TM. ỦY BAN NHÂN DÂN",
            "CHỦ TỊCH",
            "Trần Thị Mơ",
        )
    )
    assert [each.kind for each in passages] == ["letterhead", "paragraph", "item", "item", "closing"]
    assert passages[-1].span.of(document.text).startswith("Nơi nhận:") and passages[-1].heading == ()


def test_a_passage_of_a_pdf_knows_its_page_and_the_boxes_of_its_words() -> None:
    first = Sheet().paragraph(120, "1. Xã mở ba lớp học ở chợ.", "2. Xã in sổ tay cho các thôn.")
    second = Sheet().table(200, [["TT", "Nội dung"], ["1", "Mở lớp"], ["2", "In sổ"]])
    read = parse(make_pdf(first, second), "a.pdf")
    assert [each.page for each in read.passages] == [1, 1, 2, 2] and read.document.layout is not None
    (box,) = read.document.layout.boxes_of(read.passages[1].span)
    assert box.page == 1 and box.top < 138 < box.bottom + 2
    assert {box.page for box in read.document.layout.boxes_of(read.passages[3].span)} == {2}


@settings(max_examples=150, deadline=None)
@given(parts)
def test_passages_of_any_document_are_exact_and_apart(made: list[Part]) -> None:
    document, _, _, passages = cut(*made)
    assert [each.ordinal for each in passages] == list(range(len(passages)))
    assert all(one.span.end <= two.span.start for one, two in itertools.pairwise(passages))
    for each in passages:
        words = each.span.of(document.text)
        assert words and words == words.strip("\n")
        assert all(each.span.holds(cell) for cell in each.cells) and len(each.columns) in (0, len(each.cells))
        assert all(span.of(document.text) for span in each.context)
        assert all(document.text[span.end : span.end + 1] in ("\n", " ", "") for span in (each.span, *each.context))


@settings(max_examples=150, deadline=None)
@given(parts)
def test_nothing_of_any_document_is_lost(made: list[Part]) -> None:
    document, _, _, passages = cut(*made)
    named = {title for each in passages for title in each.heading}
    for number, block in enumerate(document.blocks):
        covered = sum(
            max(0, min(each.span.end, block.span.end) - max(each.span.start, block.span.start)) for each in passages
        )
        letters = len(block.span.of(document.text).replace(" ", ""))
        assert covered >= letters or block.header or words_of(document, number) in named
