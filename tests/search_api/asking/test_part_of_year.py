"""Parts of a year: which a text names, and that a figure of another part is no answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search_api.asking.part_of_year import of_other_part, part_words, parts_of_year


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("09 tháng đầu năm 2025", {(1, 9)}),
        ("mười tháng năm 2025", {(1, 10)}),
        ("9T/2025", {(1, 9)}),
        ("6 tháng cuối năm", {(7, 12)}),
        ("nửa đầu năm", {(1, 6)}),
        ("Quý III đạt 6%, 9 tháng năm 2025 tăng 7%", {(7, 9), (1, 9)}),
        ("ngày 30 tháng 9 năm 2025", set()),
        ("trong thời hạn 6 tháng", set()),
        ("12 tháng năm 2025", set()),
    ],
)
def test_parts_of_a_year_are_months_from_its_beginning_or_to_its_end(words: str, parts: set[tuple[int, int]]) -> None:
    assert parts_of_year(words) == parts


def test_a_unit_of_another_part_is_of_another_part_and_one_without_is_of_that_of_its_title() -> None:
    question = "6 tháng đầu năm 2025 Lạc Giang thu ngân sách bao nhiêu?"
    assert of_other_part(question, "9 tháng năm 2025 thu 310 tỷ đồng", ())
    assert not of_other_part(question, "6 tháng năm 2025 thu 200 tỷ đồng, 9 tháng năm 2025 thu 310 tỷ đồng", ())
    assert of_other_part(question, "Thu 310 tỷ đồng", ("Báo cáo 9 tháng đầu năm 2025",))
    assert not of_other_part(question, "Thu 310 tỷ đồng", ("Báo cáo năm 2025",))
    assert not of_other_part("Năm 2025 thu bao nhiêu?", "9 tháng năm 2025 thu 310 tỷ đồng", ())


@pytest.mark.parametrize(
    ("part", "words"),
    [((1, 9), "9 tháng đầu năm"), ((7, 12), "6 tháng cuối năm"), ((10, 12), "quý IV"), ((1, 3), "quý I")],
)
def test_a_part_has_a_name_that_is_read_as_the_same_part(part: tuple[int, int], words: str) -> None:
    assert part_words(part) == words
    assert parts_of_year(words) == {part}


@given(st.text(alphabet="0123456789 /thángđầucuốinămquýIV", max_size=80))
def test_a_part_lies_in_the_year_and_is_longer_than_a_month(words: str) -> None:
    assert all(1 <= first < last <= 12 and (first, last) != (1, 12) for first, last in parts_of_year(words))
