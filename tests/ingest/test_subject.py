"""What a document is about."""

import pytest

from tests.ingest.letterheads import BODY, DATE, NATION, party, state
from tests.ingest.making import Bold, Part, Rows, Title, front_of


def subject(*made: Part) -> str | None:
    """The subject of a made document."""
    return front_of(*made).get("subject")


@pytest.mark.parametrize("title", [
    ("Mở lớp học buổi tối ở chợ Bến Sậy",), ("Mở lớp học buổi tối", "ở chợ Bến Sậy năm 2031"), ("Về việc mở lớp học,", "in sổ tay và tặng sách"),
    ("MỞ LỚP HỌC BUỔI TỐI",), ("Thực hiện Chương trình đọc sách năm 2031",), ("Triển khai thực hiện Đề án “Mỗi thôn một thư viện”",),
    ("Chương trình đọc sách của xã",), ("Phần mềm thư viện của xã",),
])  # fmt: skip
def test_the_lines_between_type_and_preamble_are_the_subject(title: tuple[str, ...]) -> None:
    assert subject(*state("KẾ HOẠCH", *title, *BODY)) == " ".join(title)


def test_type_and_subject_on_one_line() -> None:
    assert (
        subject(*state("KẾ HOẠCH MỞ LỚP HỌC BUỔI TỐI Ở CHỢ BẾN SẬY", *BODY))
        == "KẾ HOẠCH MỞ LỚP HỌC BUỔI TỐI Ở CHỢ BẾN SẬY"
    )


def test_the_body_below_the_type_is_no_part_of_the_subject() -> None:
    assert subject(*party("CHƯƠNG TRÌNH", "của Ban Thường vụ Đảng ủy xã về mở lớp học", *BODY)) == "về mở lớp học"
    assert subject(*party("CHƯƠNG TRÌNH", "của Ban Thường vụ Đảng ủy xã", "mở lớp học", *BODY)) == "mở lớp học"


def test_the_authority_below_the_subject_is_no_part_of_it() -> None:
    made = state("NGHỊ QUYẾT", "Về mở lớp học", "HỘI ĐỒNG NHÂN DÂN XÃ BẾN SẬY", "KHÓA II, KỲ HỌP THỨ BA", *BODY)
    assert subject(*made) == "Về mở lớp học"


@pytest.mark.parametrize("line", ["V/v mở lớp học buổi tối", "V/v: mở lớp học buổi tối", "v/v mở lớp học buổi tối"])
def test_a_letter_says_its_subject_below_its_number(line: str) -> None:
    assert subject(*state(line, "Kính gửi: Các thôn.", "Xã mở lớp.", number="Số: 95/UBND-VX")) == "mở lớp học buổi tối"


def test_a_letter_says_its_subject_in_the_cell_of_its_number() -> None:
    left = "ỦY BAN NHÂN DÂN XÃ BẾN SẬY Số: 95/UBND-VX V/v mở lớp học buổi tối"
    assert subject(Rows([[left, f"{' '.join(NATION)} {DATE}"]]), "Kính gửi: Các thôn.") == "mở lớp học buổi tối"


@pytest.mark.parametrize("body", [
    BODY, ("Thực hiện Chương trình của huyện, Ủy ban nhân dân xã ban hành Kế hoạch như sau:", "1. Mở lớp."), ("I. MỞ LỚP", "1. Ở chợ."),
    ("Điều 1. Mở lớp", "Ở chợ."), ("Xã mở ba lớp học ở chợ.",), ("Kính gửi: Các thôn",),
])  # fmt: skip
def test_a_document_whose_text_follows_its_type_at_once_has_no_subject(body: tuple[str, ...]) -> None:
    assert subject(*state("KẾ HOẠCH", *body)) is None


def test_the_headline_of_a_report_is_its_subject() -> None:
    assert subject("Xã mở thêm ba lớp học", "Sáng nay xã họp.") == "Xã mở thêm ba lớp học"
    assert subject("Thời sự", Title("Xã mở thêm ba lớp học", 1), "Sáng nay xã họp.") == "Xã mở thêm ba lớp học"


@pytest.mark.parametrize(
    "first", ["Sáng nay xã họp bàn việc dạy chữ.", "1. Mở lớp học", "I. MỞ LỚP HỌC", "Giao các thôn:", "- Mở lớp học"]
)
def test_a_sentence_an_item_or_a_lead_in_is_no_headline(first: str) -> None:
    assert subject(first, "Xã mở ba lớp.", "Xã in sổ.") is None


def test_a_bold_lead_in_is_no_subject() -> None:
    assert subject(*state("KẾ HOẠCH", Bold("I. MỞ LỚP"), "Ở chợ.")) is None
