"""Several amounts asked at once: which they are, and the words of a unit that hold a figure for each of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.types import Span
from search_api.asking.each_amount import amounts_asked, each_amount


@pytest.mark.parametrize(
    ("question", "measures"),
    [
        ("Đã xử lý bao nhiêu vụ, đạt tỷ lệ mấy phần trăm?", ["", "%"]),
        ("Bến Lạc Giang có bao nhiêu tàu, trong đó mấy tàu du lịch?", ["", ""]),
        ("Thu phí được bao nhiêu tiền và phạt bao nhiêu đơn vị?", ["đồng", ""]),
        ("Xuất khẩu được bao nhiêu tỷ USD, nhập khẩu bao nhiêu?", ["đồng", None]),
    ],
)
def test_each_amount_is_asked_in_a_part_of_its_own_with_its_measure(question: str, measures: list[str | None]) -> None:
    assert [amount.measure for amount in amounts_asked(question)] == measures


@pytest.mark.parametrize(
    "question", ["Thu ngân sách được bao nhiêu?", "Thu ngân sách được bao nhiêu, tăng bao nhiêu so với cùng kỳ?"]
)
def test_one_amount_and_its_change_are_no_two_amounts(question: str) -> None:
    assert amounts_asked(question) == ()


def said(question: str, text: str, longest: int = 390) -> str:
    return each_amount(question, text, Span(0, len(text)), longest)


TRADE = (
    "Kinh tế ổn định; tổng kim ngạch xuất nhập khẩu đạt 90,5 tỷ USD, tăng 8%; trong đó xuất khẩu đạt 47,2 tỷ USD, tăng 9% "
    "và nhập khẩu đạt 43,3 tỷ USD, tăng 7%; thu hút 120 dự án mới."
)


def test_the_clauses_with_both_figures_are_said_and_the_total_of_both_is_not_taken_for_one() -> None:
    words = said("Xuất khẩu được bao nhiêu tỷ USD, nhập khẩu bao nhiêu?", TRADE, 120)
    assert words == "trong đó xuất khẩu đạt 47,2 tỷ USD, tăng 9% và nhập khẩu đạt 43,3 tỷ USD"


def test_what_lies_between_two_figures_is_left_out_where_there_is_no_room() -> None:
    between = "; ".join(f"nhóm {n} rà soát xong quy trình vận hành bến" for n in ("một", "hai", "ba"))
    text = f"Đoàn kiến nghị phạt 08 đơn vị; {between}; chuyển 02 hồ sơ sang công an."
    words = said("Kiến nghị phạt bao nhiêu đơn vị, chuyển công an mấy hồ sơ?", text, 100)
    assert words == "Đoàn kiến nghị phạt 08 đơn vị … chuyển 02 hồ sơ sang công an"


@pytest.mark.parametrize(
    "text",
    [
        "Đã xử lý 34 vụ trong năm 2025.",  # one of the two only
        "Kế hoạch số 15/KH-UBND ngày 03/4/2025 giao xử lý các vụ, đạt tỷ lệ cao.",  # no figures at all
    ],
)
def test_nothing_is_said_where_one_of_the_amounts_is_not_there(text: str) -> None:
    assert said("Đã xử lý bao nhiêu vụ, đạt tỷ lệ mấy phần trăm?", text) == ""


@given(st.text(alphabet="0123456789%;,.() tỷđồngvụxãtăngđạt", max_size=160), st.integers(20, 200))
def test_the_words_are_those_of_the_unit_and_never_too_long(text: str, longest: int) -> None:
    words = said("Có bao nhiêu vụ, bao nhiêu xã?", text, longest)
    assert len(words) <= longest
    assert all(piece.strip() in " ".join(text.split()) for piece in words.split(" … "))
