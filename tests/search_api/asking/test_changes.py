"""Changes behind figures, codes of rows, counted things, sides of "ai nhiều hơn": what the words of a question and a unit say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.types import Passage, PassageKind, Span
from search_api.asking.cells import codes_in, columns_of, is_row_of
from search_api.asking.changes import asks_change, change_behind
from search_api.asking.comparing.sides import counted_more, sides_of
from search_api.asking.each_amount import each_amount
from search_api.asking.otherwise import count_spans, counts_given
from search_api.reading.forms import comparative_changes
from search_api.reading.kinds import kind_of
from search_api.types import Kind


@pytest.mark.parametrize(
    ("words", "change"),
    [
        ("thu đạt 91 tỷ đồng, tăng 6,2% và chi đạt 80 tỷ đồng", ", tăng 6,2%"),
        ("thu đạt 91 tỷ đồng, giảm 3% so với cùng kỳ năm 2024; chi", ", giảm 3% so với cùng kỳ năm 2024"),
        ("thu đạt 91 tỷ đồng, trong đó thuế chiếm 60%", None),
    ],
)
def test_a_change_stands_right_behind_its_figure(words: str, change: str | None) -> None:
    found = change_behind(words, words.index(" đồng") + len(" đồng"), len(words))
    assert (found and found.of(words)) == change


@given(st.text(alphabet="tăng giảm0123456789,.%so vớicùngkỳ ", max_size=120), st.integers(0, 120))
def test_a_change_lies_behind_its_figure_and_inside_its_unit(words: str, at: int) -> None:
    end = min(at, len(words))
    found = change_behind(words, end, len(words))
    assert found is None or (
        found.start == end and found.end <= len(words) and any(c.isdigit() for c in found.of(words))
    )


def test_a_change_is_asked_for_beside_a_level() -> None:
    assert asks_change("Thu được bao nhiêu, tăng bao nhiêu so với cùng kỳ?")
    assert not asks_change("Thu được bao nhiêu?")


def test_the_figures_of_the_question_are_no_counts_of_the_unit() -> None:
    question = "Trong 24 nhiệm vụ được giao đã xong bao nhiêu việc?"
    assert counts_given(question, "đã giao 24 nhiệm vụ") == 0
    assert counts_given(question, "đã hoàn thành 09 nhiệm vụ") == 1
    assert counts_given("Có bao nhiêu và ai theo dõi?", "có 09 nhiệm vụ") == 0


@given(st.text(alphabet="0123456789 ,.dựánkhóalượt", max_size=100))
def test_counts_lie_in_their_unit_and_hold_a_figure(words: str) -> None:
    for spans in count_spans("Có bao nhiêu dự án, bao nhiêu khóa?", words).values():
        assert all(0 <= s.start < s.end <= len(words) and s.of(words)[0].isdigit() for s in spans)


def test_both_counts_are_said_in_their_sentences() -> None:
    text = "Trung tâm được nâng cấp. Đã mở 18 khóa học. Có 410 lượt người học."
    question = "Trung tâm đã mở bao nhiêu khóa, có bao nhiêu lượt người học?"
    assert each_amount(question, text, Span(0, len(text)), 200) == "Đã mở 18 khóa học. Có 410 lượt người học."
    assert each_amount(question, text[:43], Span(0, 43), 200) == ""


def test_codes_are_letters_with_numbers_and_no_numbers_of_documents() -> None:
    assert codes_in("Lô B2/TH1 và N5-01 theo Quyết định 15/QĐ-UBND, mạng 5G") == {"b2/th1", "n5-01"}


def _row(text: str, start: int) -> Passage:
    cells, at = [], start
    for cell in text[start:].split("\n", maxsplit=1)[0].split(" | "):
        cells.append(Span(at, at + len(cell)))
        at += len(cell) + 3
    return Passage(0, PassageKind.ROW, Span(start, at - 3), cells=tuple(cells))


def test_headings_that_the_table_lost_are_the_lines_above_with_their_units() -> None:
    text = "Bảng các lô đất\nTT | Lô | Mật độ xây dựng\nTT | Lô | %\n1 | B1 | 30\n2 | B2 | 38,5"
    passage = _row(text, text.index("2 | B2"))
    assert columns_of(text, passage) == ("TT", "Lô", "Mật độ xây dựng (%)")
    assert is_row_of(passage, text, frozenset(["b2"]))
    assert not is_row_of(passage, text, frozenset(["b1"]))


def test_a_row_without_headings_above_has_no_columns() -> None:
    text = "1 | B1 | 30\n2 | B2 | 38,5"
    assert columns_of(text, _row(text, text.index("2 | B2"))) == ()


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Xã An Hòa và xã Bình Lãng xã nào có nhiều hộ nghèo hơn?", Kind.COMPARE),
        ("quan giang dong va quan giang tay ben nao nhieu du an hon", Kind.COMPARE),
        ("Trong 24 nhiệm vụ đã xong đúng hạn mấy việc?", Kind.RESULT),
        ("Hạn mấy ngày phải báo cáo?", Kind.DEADLINE),
    ],
)
def test_who_has_more_compares_and_what_is_in_time_is_no_term(question: str, kind: Kind) -> None:
    assert kind_of(question) is kind


def test_the_sides_of_who_has_more_are_asked_how_many_each_has() -> None:
    question = "Sở Y tế và Sở Tài chính, sở nào được giao nhiều nhiệm vụ hơn?"
    assert counted_more(question) == "nhiệm vụ"
    assert [side.question for side in sides_of(question, comparing=True)] == [
        "Sở Y tế , được giao bao nhiêu nhiệm vụ?", "Sở Tài chính, được giao bao nhiêu nhiệm vụ?",
    ]  # fmt: skip


def test_two_places_without_capitals_are_two_sides() -> None:
    sides = sides_of("quận giang đông và quận giang tây bên nào nhiều dự án hơn", comparing=True)
    assert [side.name for side in sides] == ["Quận Giang Đông", "Quận Giang Tây"]


def test_more_is_read_with_its_marks_where_it_ends_a_comparison() -> None:
    typed = "quan giang dong va quan giang tay ben nao nhieu du an hon"
    assert [(c.span.of(typed), c.read) for c in comparative_changes(typed)] == [("hon", "hơn")]
    assert comparative_changes("ai phu trach phan hon hop") == []
