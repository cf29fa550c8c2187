"""Numbers and signs that open an item, and figures that only look like them."""

import pytest

from ingest.markers import Rank, marker_of
from tests.ingest.making import paths


def path(words: str, *made: str) -> tuple[str, ...]:
    """What a passage stands under."""
    return paths("Xã họp bàn việc dạy chữ.", *made)[words]


@pytest.mark.parametrize(("line", "rank"), [
    ("PHỤ LỤC", Rank.ANNEX), ("Phụ lục số 02: Sách", Rank.ANNEX), ("Phần thứ hai", Rank.PART), ("CHƯƠNG IV", Rank.CHAPTER),
    ("Mục 2. Sách", Rank.SECTION), ("Điều 12a. Sách", Rank.ARTICLE), ("C. SÁCH", Rank.LETTER_CAPITAL), ("IV- SÁCH", Rank.ROMAN),
    ("XI. SÁCH", Rank.ROMAN), ("VI SÁCH VỞ", Rank.ROMAN), ("10. Sách", Rank.DECIMAL), ("3- Sách", Rank.DECIMAL), ("1.2. Sách", Rank.DECIMAL_2),
    ("1.2 Sách", Rank.DECIMAL_2), ("1.2.3. Sách", Rank.DECIMAL_3), ("đ) Sách", Rank.LETTER), ("(3) Sách", Rank.PARENTHESIS),
    ("+ Sách", Rank.PLUS), ("– Sách", Rank.DASH), ("• Sách", Rank.DASH),
])  # fmt: skip
def test_each_kind_of_marker_has_its_rank(line: str, rank: Rank) -> None:
    marker = marker_of(line)
    assert marker is not None and marker.rank == rank


@pytest.mark.parametrize(
    "line",
    ["I. Sách", "I- Sách", "1. Sách", "01. Sách", "a) Sách", "(1) Sách", "Điều 1. Sách", "Phần thứ nhất", "A. Sách"],
)
def test_the_first_of_a_series_is_known(line: str) -> None:
    marker = marker_of(line)
    assert marker is not None and marker.first


@pytest.mark.parametrize(
    "line", ["II. Sách", "2. Sách", "10. Sách", "b) Sách", "(2) Sách", "Điều 11. Sách", "Phần thứ hai"]
)
def test_a_later_one_of_a_series_is_not_the_first(line: str) -> None:
    marker = marker_of(line)
    assert marker is not None and not marker.first


@pytest.mark.parametrize("numbers", [("i) ", "ii) ", "iii) ", "iv) "), ("(i) ", "(ii) ", "(iii) ", "(iv) ")])
def test_small_roman_numbers_are_one_list(numbers: tuple[str, ...]) -> None:
    items = [
        f"{number}Thôn {place}." for number, place in zip(numbers, ("trên", "dưới", "trong", "ngoài"), strict=True)
    ]
    found = paths("1. Gồm các thôn:", *items)
    assert {found[item] for item in items} == {("1. Gồm các thôn:",)}


@pytest.mark.parametrize("line", [
    "1.000 tỷ đồng cho sách.", "2.5 triệu lượt người.", "3.5 km đường.", "12/31 việc đã xong.", "30.4.2031 là ngày hội.", "27/9/2031 họp xã.",
    "2031 là năm đọc sách.", "15 - 17% mỗi năm.", "1,5% số hộ.", "57-NQ/ĐU nói rõ.", "24/24 thôn có lớp.", "XI MĂNG TĂNG GIÁ",
    "Mục 1 của kế hoạch nói về lớp.", "Phần 2 nói về sách.", "Phần lớn người dân biết đọc.", "Điều 5 của luật nói rõ.", "Mục tiêu đã đạt.",
    "Phụ lục II kèm theo nói về lớp.", "Khoản 2 Điều 5 quy định rõ.", "Chương trình 07 đã xong.",
])  # fmt: skip
def test_figures_dates_and_mentions_are_no_markers(line: str) -> None:
    assert path(line, "I. MỞ LỚP", "Lời đầu.", line, "1. Ở xã.") == ("I. MỞ LỚP",)
    assert path("1. Ở xã.", "I. MỞ LỚP", "Lời đầu.", line, "1. Ở xã.") == ("I. MỞ LỚP",)


@pytest.mark.parametrize(
    "line", ["2. 100% hộ dân có sách.", "2.In sách cho xã.", "2) 30 lớp.", "2- In sách.", "Khoản 2. In sách."]
)
def test_items_are_known_by_their_numbers_however_they_are_typed(line: str) -> None:
    assert path(line, "I. MỞ LỚP", "1. Ở xã.", line) == ("I. MỞ LỚP",)
    assert path("- Buổi tối.", "I. MỞ LỚP", "1. Ở xã.", line, "- Buổi tối.") == ("I. MỞ LỚP", line)


def test_a_bullet_without_a_space_is_a_bullet() -> None:
    assert path("+Ba buổi.", "1. Lớp học:", "-Ở thôn:", "+Ba buổi.") == ("1. Lớp học:", "-Ở thôn:")
