"""Tables in the outline: what stands above a row."""

from tests.ingest.making import Bold, Part, Rows, Title, cut, paths

HEADINGS = ["TT", "Nội dung", "Thời gian"]


def under(*rows: list[str]) -> dict[str, tuple[str, ...]]:
    """What each row of a table stands under."""
    return paths("Xã họp bàn việc dạy chữ.", "I. MỞ LỚP", Rows([HEADINGS, *rows]))


def test_rows_stand_under_what_is_open_before_the_table_and_text_behind_it_too() -> None:
    table = Rows([HEADINGS, ["1", "Mở lớp", "Quý I"], ["2", "In sổ", "Quý II"]])
    found = paths("Xã họp bàn việc dạy chữ.", "I. MỞ LỚP", "1. Các việc sau:", table, "2. Xong.")
    assert found["1 | Mở lớp | Quý I"] == ("I. MỞ LỚP", "1. Các việc sau:")
    assert found["2. Xong."] == ("I. MỞ LỚP",)


def test_a_row_that_only_names_a_group_is_a_title_for_the_rows_below_it() -> None:
    found = under(["I", "Lớp học", ""], ["1", "Mở lớp", "Quý I"], ["II", "Sổ tay", ""], ["2", "In sổ", "Quý II"])
    assert found["1 | Mở lớp | Quý I"] == ("I. MỞ LỚP", "I Lớp học")
    assert found["2 | In sổ | Quý II"] == ("I. MỞ LỚP", "II Sổ tay")
    assert "I | Lớp học | " not in found


def test_groups_stand_inside_groups_of_a_wider_kind_of_number() -> None:
    found = under(
        ["A", "LỚP HỌC", ""], ["I", "Lớp tối", ""], ["1", "Nhóm thôn", ""], ["1.1", "Mở lớp", "Quý I"],
        ["II", "Lớp sáng", ""], ["2", "Mở nữa", "Quý II"], ["B", "SỔ TAY", ""], ["3", "In sổ", "Quý III"],
    )  # fmt: skip
    assert found["1.1 | Mở lớp | Quý I"] == ("I. MỞ LỚP", "A LỚP HỌC", "I Lớp tối", "1 Nhóm thôn")
    assert found["2 | Mở nữa | Quý II"] == ("I. MỞ LỚP", "A LỚP HỌC", "II Lớp sáng")
    assert found["3 | In sổ | Quý III"] == ("I. MỞ LỚP", "B SỔ TAY")


def test_a_row_that_goes_on_with_the_numbers_of_a_group_stands_beside_the_group() -> None:
    found = under(["I", "Đến 2030", ""], ["7", "Thư viện", ""], ["7.1", "Mở cửa", "Quý I"], ["8", "In sổ", "Quý II"])
    assert found["7.1 | Mở cửa | Quý I"] == ("I. MỞ LỚP", "I Đến 2030", "7 Thư viện")
    assert found["8 | In sổ | Quý II"] == ("I. MỞ LỚP", "I Đến 2030")


def test_rows_that_are_counted_from_one_inside_a_group_with_a_number_stay_in_it() -> None:
    found = under(
        ["1", "Thư viện", ""],
        ["1", "Mở cửa", "Quý I"],
        ["2", "In sổ", "Quý II"],
        ["2", "Lớp", ""],
        ["1", "Mở", "Quý I"],
    )
    assert found["2 | In sổ | Quý II"] == ("I. MỞ LỚP", "1 Thư viện")
    assert found["1 | Mở | Quý I"] == ("I. MỞ LỚP", "2 Lớp")


def test_groups_end_with_their_table() -> None:
    first = Rows([HEADINGS, ["I", "Lớp học", ""], ["1", "Mở lớp", "Quý I"]])
    found = paths(Title("Việc của xã", 1), first, "Bảng nữa:", Rows([HEADINGS, ["2", "In sổ", "Quý II"]]), "Hết.")
    assert found["2 | In sổ | Quý II"] == ("Bảng nữa:",) and found["Hết."] == ()


def test_groups_are_titles_in_the_table_of_contents_and_column_headings_are_not() -> None:
    made: list[Part] = [
        "Xã họp bàn việc dạy chữ.", "1. Mở lớp.", "2. In sổ.", "Phụ lục I", Bold("VIỆC CỦA XÃ"), Rows([HEADINGS, ["A", "LỚP HỌC", ""], ["1", "Mở lớp", "Quý I"]]),
    ]  # fmt: skip
    _, _, outline, _ = cut(*made)
    assert [(heading.level, heading.text) for heading in outline.headings] == [
        (1, "Phụ lục I"),
        (2, "VIỆC CỦA XÃ"),
        (3, "A LỚP HỌC"),
    ]
