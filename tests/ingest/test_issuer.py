"""Who issued a document."""

import pytest

from tests.ingest.letterheads import BODY, DATE, NATION, party, state
from tests.ingest.making import Part, Rows, front_of

PLAN = ("KẾ HOẠCH", "Mở lớp học", *BODY)


def issuer(*made: Part) -> str | None:
    """The issuing body of a made document."""
    return front_of(*made).get("issuer")


@pytest.mark.parametrize(("lines", "name"), [
    (("ỦY BAN NHÂN DÂN XÃ BẾN SẬY",), "Ủy ban nhân dân xã Bến Sậy"),
    (("UBND XÃ BẾN SẬY",), "Ủy ban nhân dân xã Bến Sậy"),
    (("HỘI ĐỒNG NHÂN DÂN", "TỈNH RẠCH LÁ"), "Hội đồng nhân dân tỉnh Rạch Lá"),
    (("ỦY BAN NHÂN DÂN", "TỈNH RẠCH LÁ", "SỞ KHOA HỌC VÀ CÔNG NGHỆ"), "Sở Khoa học và Công nghệ"),
    (("UBND TỈNH RẠCH LÁ", "SỞ TÀI CHÍNH"), "Sở Tài chính"),
    (("ỦY BAN NHÂN DÂN XÃ BẾN SẬY", "VĂN PHÒNG"), "Văn phòng Ủy ban nhân dân xã Bến Sậy"),
    (("BAN CHẤP HÀNH", "ĐẢNG BỘ TỈNH RẠCH LÁ"), "Ban Chấp hành Đảng bộ tỉnh Rạch Lá"),
    (("THỦ TƯỚNG CHÍNH PHỦ",), "Thủ tướng Chính phủ"),
])  # fmt: skip
def test_the_body_in_the_letterhead(lines: tuple[str, ...], name: str) -> None:
    found = issuer(*state(*PLAN, issuer=lines))
    assert found is not None and found.lower() == name.lower()


def test_the_body_above_the_one_that_issues_is_not_the_issuer_in_the_party_either() -> None:
    assert issuer(*party(*PLAN, issuer=("ĐẢNG BỘ TỈNH RẠCH LÁ", "ĐẢNG ỦY XÃ BẾN SẬY"))) == "Đảng ủy xã Bến Sậy"


@pytest.mark.parametrize("stamp", ["DỰ THẢO", "DỰ THẢO LẦN 2", "HỎA TỐC", "KHẨN", "MẬT", "SAO Y"])
def test_a_stamp_is_no_part_of_a_name(stamp: str) -> None:
    body = ("ỦY BAN NHÂN DÂN", "XÃ BẾN SẬY")
    assert issuer(stamp, *state(*PLAN)) == "Ủy ban nhân dân xã Bến Sậy"
    assert issuer(*body, "Số: 15/KH-UBND", stamp, *NATION, DATE, *PLAN) == "Ủy ban nhân dân xã Bến Sậy"


def test_of_the_body_below_the_type_comes_first() -> None:
    made = party("CHƯƠNG TRÌNH", "của Ban Thường vụ Đảng ủy xã về mở lớp học", *BODY)
    assert issuer(*made) == "Ban Thường vụ Đảng ủy xã"


def test_the_authority_above_the_preamble_is_the_issuer_where_there_is_no_letterhead() -> None:
    assert issuer("NGHỊ ĐỊNH", "Về việc đọc sách", "CHÍNH PHỦ", "Căn cứ Luật Thư viện;", "Điều 1. Sách.") == "Chính phủ"


def test_a_letterhead_without_a_body_has_no_issuer() -> None:
    assert issuer(*state(*PLAN, issuer=())) is None
    assert issuer(Rows([["", " ".join(NATION)], ["Số: 15/KH-UBND", DATE]]), *PLAN) is None


def test_words_in_capitals_without_a_letterhead_are_no_issuer() -> None:
    assert issuer("THƯ VIỆN MỞ CỬA", "Xã mở thêm một thư viện.") is None
