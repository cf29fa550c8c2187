"""search_api.evaluation.comparable: what is the same however it is written, and what only looks so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search_api.evaluation.comparable import comparable, holds, letters, percentages
from tests.corpus.texts import LINEAR, REPETITIONS, SYLLABLES, TEXTS, growth

WORDS = st.lists(st.sampled_from(SYLLABLES), max_size=6).map(" ".join)
FIGURES = st.from_regex(r"[1-9]\d{0,2}(,\d)?%?", fullmatch=True)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("từ ngày 01 tháng 01 năm 2022 đến", "01/01/2022"),
        ("trước ngày 5 tháng 3, 2024.", "05/3/2024"),
        ("Tháng 6 năm 2024", "6/2024"),
        ("tháng 06/2024", "6/2024"),
        ("trong Quý IV, năm 2025", "quý IV/2025"),
        ("Phòng Văn hoá - Xã hội", "Phòng Văn hóa – Xã hội"),
        ("Phòng **Văn hoá**", "phòng văn hóa"),
        ("đạt 30 % GRDP", "30%"),
        ("đạt 46.7 điểm", "46,7"),
        ("tăng 7 – 7,5%/năm", "7-7,5%"),
        ("số 07/CTr", "7/CTr"),
        ("khoảng (30%)", "30%"),
        ("từ 25 tỷ đồng.", "25 tỷ đồng"),
    ],
)
def test_a_value_is_held_however_it_is_written(text: str, value: str) -> None:
    assert holds(text, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("đạt 130%", "30%"),
        ("năm 2030%", "30%"),
        ("thứ 18/63", "8/63"),
        ("312 đơn", "12 đơn"),
        ("1.312 đơn", "312 đơn"),
        ("đạt 30,5", "30"),
        ("1.2.2024", "1,2"),
        ("thuộc về ai", "thu"),
        ("Sở Y tếm", "Sở Y tế"),
        ("đạt 25 - 30%", "30%"),
        ("đạt 25% – 30%", "30%"),
        ("đạt 0,5", "5"),
    ],
)
def test_part_of_another_value_is_not_the_value(text: str, value: str) -> None:
    assert not holds(text, value)


def test_the_upper_end_of_a_range_counts_where_the_evidence_writes_it_so() -> None:
    assert holds("đạt 25 - 30%", "30%", proof="phấn đấu đạt 25-30% diện tích")
    assert not holds("đạt 25 - 30%", "30%", proof="phấn đấu đạt 30% diện tích")


def test_letters_are_the_words_without_their_layout() -> None:
    assert letters("| Chè hữu cơ | **30** % |") == letters("chè hữu cơ: 30%")
    assert letters("chè hữu cơ 30%") != letters("chè hữu cơ 35%")


def test_percentages_are_told_apart_from_other_figures() -> None:
    assert percentages("Đạt 7 - 7,5%, 30 % của 1.250 tỷ, 46.7%; năm 2025") == {"7,5%", "30%", "46,7%"}
    assert percentages("không có") == set()


@given(WORDS, FIGURES, WORDS)
def test_a_figure_among_words_is_held_and_a_longer_one_is_not(before: str, figure: str, after: str) -> None:
    assert holds(f"{before}: {figure}; {after}", figure)
    assert not holds(f"{before}: 1{figure} .", figure)


@given(TEXTS)
def test_white_space_makes_no_difference(text: str) -> None:
    assert not any(character.isspace() for character in letters(text))
    assert letters(text) == letters(f"  {text}\n")
    assert "  " not in comparable(text)


@pytest.mark.parametrize("repeated", [*REPETITIONS, "0", "00,", "1%-", "tháng 1 năm ", "quý iv ", " - "])
def test_time_grows_with_the_length_of_the_text(repeated: str) -> None:
    assert growth(lambda text: (letters(text), percentages(text), holds(text, "30%")), repeated, end="_") < LINEAR
