"""Questions that offer two answers, and how these may be printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text import folded, matching_form
from search_api.asking.disagreeing.alternatives import choice_in
from search_api.reading import kind_of
from search_api.types import Kind

PRINTED = [
    ("Mỗi hộ được hỗ trợ 30 triệu hay 45 triệu?", "hỗ trợ 30 triệu đồng/hộ", "tối đa 45 triệu đồng"),
    ("Hộ trồng chè được vay tối đa 50 hay 70 triệu một năm", "vay 50 triệu đồng/năm", "vay 70 triệu đồng/năm"),
    ("Tỷ lệ chè sạch phải trên 70% hay trên 75%?", "đạt trên 70%", "trên 75 % diện tích"),
    ("Nhà máy xong quý II/2023 hay 30/11/2023?", "trong quý II năm 2023", "trước ngày 30 tháng 11 năm 2023"),
    ("Đề án hạn tháng 5/2022 hay 1/7/2023 vậy?", "tháng 05 năm 2022", "chậm nhất 01/7/2023"),
    ("Sản lượng phải tăng 8% hay 8,3-8,5%?", "tăng 8% trở lên", "tăng từ 8,3 - 8,5%"),
    ("Vốn là 1.035,4 tỷ hay hơn 1.000 tỷ đồng?", "tổng số 1.035,4 tỷ đồng", "hơn 1.000 tỉ đồng"),
]


@pytest.mark.parametrize(("question", "one", "other"), PRINTED)
def test_each_figure_is_found_as_it_may_be_printed(question: str, one: str, other: str) -> None:
    choice = choice_in(question)
    assert choice is not None
    found = [[p.search(matching_form(words)) is not None for p in choice.patterns] for words in (one, other)]
    assert found == [[True, False], [False, True]]


@pytest.mark.parametrize("question", [question for question, _, _ in PRINTED])
def test_a_choice_between_figures_asks_which_is_right_with_and_without_diacritics(question: str) -> None:
    assert kind_of(question) is kind_of(folded(question)) is Kind.CONFLICT


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Hỗ trợ 30 triệu hay 45 triệu?", "hỗ trợ 130 triệu, 30,5 triệu"),
        ("Hỗ trợ 5 hay 7 tỷ?", "5% chi phí, 7 hộ"),
        ("Xong tháng 1/2022 hay tháng 2/2022?", "tháng 11/2022, tháng 12/2022"),
    ],
)
def test_a_figure_inside_another_one_or_of_another_unit_is_no_answer(question: str, words: str) -> None:
    choice = choice_in(question)
    assert choice is not None
    assert not any(pattern.search(matching_form(words)) for pattern in choice.patterns)


def test_bodies_are_known_by_their_whole_names_and_taken_out_of_the_question() -> None:
    choice = choice_in("Sàn chè là việc của Sở TT&TT hay Sở KH&CN?")
    assert choice is not None
    assert choice.bodies == ("sở thông tin và truyền thông", "sở khoa học và công nghệ")
    assert choice.rest == "Sàn chè là việc của ?"


@pytest.mark.parametrize(
    "question",
    ["Sở Tài chính và Sở Nội vụ làm gì?", "Có 5 hộ, 7 xã không?", "Nghị quyết 25 hay ở điểm nào?", "45 hay 45 tỷ?"],
)
def test_nothing_is_offered_where_nothing_stands_on_both_sides(question: str) -> None:
    assert choice_in(question) is None


@given(st.text("12/,.%ệtỷ hayquýIVx", max_size=60))
def test_any_question_is_read(question: str) -> None:
    choice = choice_in(question)
    assert choice is None or len(choice.patterns) == 2 or len(choice.bodies) == 2
