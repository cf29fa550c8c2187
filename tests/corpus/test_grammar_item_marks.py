"""The number a line begins with, by which the place is cited."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.grammar.item_marks import ItemMark, Level, item_mark


@pytest.mark.parametrize(
    ("line", "level", "number"),
    [
        ("PHỤ LỤC", Level.ANNEX, ""),
        ("Phụ lục số II", Level.ANNEX, "II"),
        ("Phụ lục I.3.2", Level.ANNEX, "I.3.2"),
        ("PHỤ LỤC 1: DANH MỤC NHIỆM VỤ", Level.ANNEX, "1"),
        ("Phần thứ hai", Level.PART, "thứ hai"),
        ("PHẦN II: NỘI DUNG", Level.PART, "II"),
        ("Chương III TỔ CHỨC THỰC HIỆN", Level.CHAPTER, "III"),
        ("Mục 2. Hỗ trợ vay vốn", Level.SECTION, "2"),
        ("Điều 12a. Mức hỗ trợ", Level.ARTICLE, "12a"),
        ("A. TÌNH HÌNH", Level.CAPITAL, "A"),
        ("IV- NHIỆM VỤ, GIẢI PHÁP", Level.ROMAN, "IV"),
        ("II.2.1. Các chức năng", Level.ROMAN, "II.2.1"),
        ("II HẠ TẦNG", Level.ROMAN, "II"),
        ("2.1. Về năng suất", Level.NUMBER, "2.1"),
        ("3- Nhiệm vụ", Level.NUMBER, "3"),
        ("1.Mở lớp tập huấn", Level.NUMBER, "1"),
        ("Khoản 4. Hồ sơ", Level.NUMBER, "4"),
        ("đ) Báo cáo kết quả", Level.LETTER, "đ"),
        ("(2) Giao Sở Tài chính", Level.BRACKET, "2"),
    ],
)
def test_a_mark_says_what_it_numbers(line: str, level: Level, number: str) -> None:
    assert item_mark(line) == ItemMark(level, number)


@pytest.mark.parametrize(
    "line",
    ["- Trồng chè", "2.5 triệu đồng cho mỗi hộ", "1.035 hộ trồng chè", "Phụ lục này gồm ba bảng", "Mục tiêu đến năm 2030", "Điều kiện hỗ trợ", "A Lưới là huyện", ""],
)  # fmt: skip
def test_a_dash_a_figure_and_a_sentence_are_no_marks(line: str) -> None:
    assert item_mark(line) is None


def test_a_row_that_names_a_group_may_begin_with_a_bare_letter_or_number() -> None:
    assert item_mark("A Khoa học và công nghệ", in_table=True) == ItemMark(Level.CAPITAL, "A")
    assert item_mark("II Tổ chức bộ máy", in_table=True) == ItemMark(Level.ROMAN, "II")


@given(st.text(max_size=60))
def test_a_mark_is_printed_at_the_beginning_of_its_line(line: str) -> None:
    mark = item_mark(line)
    assert mark is None or mark.number in line
