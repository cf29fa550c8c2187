from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.readers.crawled_tables import BAR, Chunk, CrawledTable, split_tables

Row = Sequence[str]

HEADER = ("TT", "Nội dung", "Cơ quan chủ trì", "Thời hạn")
WORDS = st.text(st.sampled_from("abcđêưàẩ"), min_size=2, max_size=8)
CELLS = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)


def flattened(*rows: Row) -> list[str]:
    """A table as the crawler writes it: a bar before each row and behind each cell, empty cells without a line."""
    lines: list[str] = []
    for row in rows:
        lines.append(BAR)
        for cell in row:
            lines += [*cell.split("\n"), BAR] if cell else [BAR]
    return lines


def read_back(lines: Sequence[str]) -> list[list[list[str]]]:
    """The tables that are found, cell by cell."""
    tables = [part for part in split_tables(lines) if isinstance(part, CrawledTable)]
    return [[["\n".join(cell) for cell in row] for row in table.rows] for table in tables]


def text_between(lines: Sequence[str]) -> list[str]:
    """What stands outside the tables, without blank lines."""
    return [line for part in split_tables(lines) if isinstance(part, Chunk) for line in part.lines if line.strip()]


@settings(max_examples=60)
@given(st.data())
def test_a_table_of_rows_of_equal_length_is_read_back_cell_for_cell(data: st.DataObject) -> None:
    width = data.draw(st.integers(2, 8))
    header = data.draw(st.lists(CELLS, min_size=width, max_size=width))
    rows = data.draw(st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=2, max_size=12))
    assert read_back(flattened(header, *rows)) == [[list(row) for row in (header, *rows)]]


def test_a_row_of_numbers_and_words_is_not_cut_at_its_numbers() -> None:
    rows = [(str(n), f"Việc thứ {n} trong năm", "Sở Nội vụ", f"Quý {n}") for n in range(1, 5)]
    assert read_back(flattened(HEADER, *rows)) == [[list(row) for row in (HEADER, *rows)]]


def test_empty_cells_at_the_end_of_rows_stay_in_their_rows() -> None:
    rows = [
        ("1", "Mở lớp học", "Sở Nội vụ", ""),
        ("2", "In sổ tay", "", ""),
        ("3", "Thi tay nghề", "Sở Y tế", "Quý II"),
    ]
    assert read_back(flattened(HEADER, *rows)) == [[list(row) for row in (HEADER, *rows)]]


def test_the_title_of_a_group_may_stand_among_empty_cells() -> None:
    rows = [("", "I. Đào tạo", "", ""), ("1", "Mở lớp", "Sở Nội vụ", "Quý I"), ("2", "In sổ", "Sở Y tế", "Quý II")]
    assert read_back(flattened(HEADER, *rows)) == [[list(row) for row in (HEADER, *rows)]]


def test_the_title_of_a_group_may_be_a_row_of_one_cell() -> None:
    rows = [("I. Đào tạo",), ("1", "Mở lớp", "Sở Nội vụ", "Quý I"), ("II. In ấn",), ("2", "In sổ", "Sở Y tế", "Quý II")]
    assert read_back(flattened(HEADER, *rows)) == [[list(row) for row in (HEADER, *rows)]]


def test_rows_that_lack_the_cells_a_merged_one_covers_are_short_rows() -> None:
    rows = [
        ("1", "Mở lớp học buổi tối", "Sở Nội vụ", "Quý I"),
        ("Mở thư viện", "Quý II"),
        ("2", "Thi tay nghề trẻ", "Sở Y tế", "Quý III"),
        ("3", "Khám sức khỏe", "Sở Y tế", "Quý IV"),
    ]
    assert read_back(flattened(HEADER, *rows)) == [[list(row) for row in (HEADER, *rows)]]


def test_cells_of_several_lines_keep_their_lines() -> None:
    rows = [
        ("1", "Mở lớp học\nở mười phường", "Sở Nội vụ", "Quý I"),
        ("2", "In sổ tay", "Sở Y tế\nvà các quận", "Quý II"),
    ]
    assert read_back(flattened(HEADER, *rows)) == [[list(row) for row in (HEADER, *rows)]]


def test_text_between_two_tables_belongs_to_neither() -> None:
    first = flattened(HEADER, *[(str(n), "Việc", "Sở Nội vụ", "Quý I") for n in range(1, 4)])
    second = flattened(("Năm", "Số lớp"), ("2030", "12"), ("2031", "15"))
    between = ["", "PHỤ LỤC II", "", "Số lớp học từng năm.", ""]
    assert len(read_back([*first, *between, *second])) == 2
    assert text_between([*first, *between, *second]) == ["PHỤ LỤC II", "Số lớp học từng năm."]


def test_long_text_around_a_table_stays_text() -> None:
    long = "Ủy ban nhân dân thành phố yêu cầu các cơ quan làm xong đúng hạn. " * 60
    lines = [long, *flattened(HEADER, *[(str(n), "Việc", "Sở Y tế", "Quý II") for n in range(1, 4)]), long]
    assert text_between(lines) == [long, long]
    assert len(read_back(lines)[0]) == 4


def test_a_letterhead_of_two_cells_is_a_table_of_one_row() -> None:
    lines = flattened(("ỦY BAN NHÂN DÂN\nSố: 12/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
    assert read_back(["", *lines, ""]) == [[["ỦY BAN NHÂN DÂN\nSố: 12/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]]]


def test_stray_bars_and_text_without_bars_are_no_tables() -> None:
    assert read_back(["|", "", "Một đoạn văn.", "", "|", "|"]) == []
    assert split_tables(["Một đoạn văn.", "Đoạn nữa."]) == [Chunk(("Một đoạn văn.", "Đoạn nữa."))]
    assert split_tables([]) == []


@given(st.lists(st.sampled_from(["|", "", "a", "1", "Nội dung công việc", "PHỤ LỤC"]), max_size=60))
def test_no_line_with_words_is_lost_whatever_the_bars_are(lines: list[str]) -> None:
    kept: list[str] = []
    for part in split_tables(lines):
        kept += part.lines if isinstance(part, Chunk) else [line for row in part.rows for cell in row for line in cell]
    assert [line for line in kept if line.strip()] == [line for line in lines if line.strip() not in ("", BAR)]
