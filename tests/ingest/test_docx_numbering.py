from typing import Any

import pytest

from ingest.readers.docx import read_docx
from tests.ingest.making import cells, lines
from tests.ingest.making_files import define_list, make_docx, number_style, numbered, use_list

STATE = [("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"), ("bullet", "\uf02d")]
PARTY = [("upperRoman", "%1-"), ("decimal", "%2-"), ("decimal", "%2.%3."), ("bullet", "\uf0b7")]


def labels(write: Any) -> list[str]:
    return lines(read_docx(make_docx(write)))


def test_levels_are_written_as_the_list_says_and_begin_anew_below_a_higher_one() -> None:
    def write(document: Any) -> None:
        define_list(document, 9, STATE)
        for level, words in (
            (0, "Mục tiêu"),
            (1, "Chung"),
            (1, "Riêng"),
            (2, "một"),
            (2, "hai"),
            (0, "Việc"),
            (1, "Đầu"),
            (2, "ba"),
            (3, "bốn"),
        ):
            numbered(document, words, 9, level)

    assert labels(write) == [
        "I. Mục tiêu",
        "1. Chung",
        "2. Riêng",
        "a) một",
        "b) hai",
        "II. Việc",
        "1. Đầu",
        "a) ba",
        "- bốn",
    ]


def test_a_label_can_hold_the_numbers_of_higher_levels() -> None:
    def write(document: Any) -> None:
        define_list(document, 9, PARTY)
        for level, words in (
            (0, "Mục tiêu"),
            (1, "Chung"),
            (2, "một"),
            (2, "hai"),
            (1, "Riêng"),
            (2, "ba"),
            (3, "bốn"),
        ):
            numbered(document, words, 9, level)

    assert labels(write) == ["I- Mục tiêu", "1- Chung", "1.1. một", "1.2. hai", "2- Riêng", "2.1. ba", "• bốn"]


def test_two_lists_on_one_definition_count_on_together() -> None:
    def write(document: Any) -> None:
        define_list(document, 9, [("decimal", "%1.")])
        use_list(document, 10, 9)
        numbered(document, "một", 9)
        numbered(document, "hai", 10)

    assert labels(write) == ["1. một", "2. hai"]


def test_a_list_that_says_where_it_starts_begins_anew() -> None:
    def write(document: Any) -> None:
        define_list(document, 9, [("decimal", "%1.")])
        use_list(document, 10, 9, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>')
        for number, words in ((9, "một"), (9, "hai"), (10, "năm"), (10, "sáu")):
            numbered(document, words, number)

    assert labels(write) == ["1. một", "2. hai", "5. năm", "6. sáu"]


def test_a_style_can_carry_the_numbering_and_zero_takes_it_away() -> None:
    def write(document: Any) -> None:
        define_list(document, 9, [("decimal", "Điều %1.")])
        number_style(document.styles.add_style("Dieu", 1), 9)
        child = document.styles.add_style("Dieu con", 1)
        child.base_style = document.styles["Dieu"]
        document.add_paragraph("Phạm vi", "Dieu")
        document.add_paragraph("Đối tượng", "Dieu con")
        numbered(document, "Không số", 0, style="Dieu")

    assert labels(write) == ["Điều 1. Phạm vi", "Điều 2. Đối tượng", "Không số"]


@pytest.mark.parametrize(
    ("kind", "third", "last"),
    [("decimal", "3", "28"), ("decimalZero", "03", "28"), ("upperRoman", "III", "XXVIII"), ("lowerRoman", "iii", "xxviii"),
     ("upperLetter", "C", "BB"), ("lowerLetter", "c", "bb"), ("none", "", "")],
)  # fmt: skip
def test_numbers_are_written_in_the_format_of_their_level(kind: str, third: str, last: str) -> None:
    def write(document: Any) -> None:
        define_list(document, 9, [(kind, "%1/")])
        for number in range(28):
            numbered(document, f"việc {number}", 9)

    written = labels(write)
    assert written[2] == f"{third}/ việc 2"
    assert written[27] == f"{last}/ việc 27"


def test_a_paragraph_without_words_counts_but_shows_no_number() -> None:
    def write(document: Any) -> None:
        define_list(document, 9, [("decimal", "%1.")])
        for words in ("một", "", "ba"):
            numbered(document, words, 9)

    assert labels(write) == ["1. một", "3. ba"]


def test_cells_of_tables_are_numbered_too() -> None:
    def write(document: Any) -> None:
        define_list(document, 9, [("decimal", "%1")])
        table = document.add_table(2, 2)
        for row, words in zip(table.rows, ("Mở lớp", "In sổ"), strict=True):
            row.cells[0].paragraphs[0]._p.addnext(numbered(document, "việc", 9)._p)
            row.cells[1].text = words

    assert cells(read_docx(make_docx(write))) == [["1 việc", "Mở lớp"], ["2 việc", "In sổ"]]


def test_a_list_without_a_definition_shows_no_number() -> None:
    def write(document: Any) -> None:
        use_list(document, 77, 78)
        numbered(document, "một", 77)
        numbered(document, "hai", 12345)

    assert labels(write) == ["một", "hai"]
