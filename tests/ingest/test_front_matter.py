"""Front matter: number, type, place and date. What is not there is not made up."""

import pytest

from ingest.front_matter import read_letterhead
from tests.ingest.letterheads import BODY, DATE, NATION, PARTY, party, state
from tests.ingest.making import Rows, Title, cut, document_of, front_of

PLAN = ("KẾ HOẠCH", "Mở lớp học buổi tối", *BODY)


def test_a_letterhead_of_the_state_in_lines() -> None:
    assert front_of(*state(*PLAN)) == {
        "symbol": "15/KH-UBND",
        "doc_type": "kế hoạch",
        "issuer": "Ủy ban nhân dân xã Bến Sậy",
        "place": "Bến Sậy",
        "issued_on": "2031-03-05",
        "subject": "Mở lớp học buổi tối",
    }


def test_a_letterhead_of_the_party_in_lines() -> None:
    assert front_of(*party("KẾ HOẠCH", "mở lớp học buổi tối", "-----", *BODY)) == {
        "symbol": "15-KH/ĐU",
        "doc_type": "kế hoạch",
        "issuer": "Đảng ủy xã Bến Sậy",
        "place": "Bến Sậy",
        "issued_on": "2031-03-05",
        "subject": "mở lớp học buổi tối",
    }


@pytest.mark.parametrize("rows", [
    [["ỦY BAN NHÂN DÂN XÃ BẾN SẬY", " ".join(NATION)], ["Số: 15/KH-UBND", DATE]],
    [["ỦY BAN NHÂN DÂN XÃ BẾN SẬY Số: 15/KH-UBND", f"{' '.join(NATION)} {DATE}"]],
    [["ỦY BAN NHÂN DÂN", NATION[0]], ["XÃ BẾN SẬY", NATION[1]], ["Số: 15/KH-UBND", DATE]],
])  # fmt: skip
def test_a_letterhead_in_a_table_says_the_same_as_one_in_lines(rows: list[list[str]]) -> None:
    assert front_of(Rows(rows), *PLAN) == front_of(*state(*PLAN))


def test_a_letterhead_of_the_party_in_a_table() -> None:
    found = front_of(Rows([["ĐẢNG ỦY XÃ BẾN SẬY * Số 15-KH/ĐU", f"{PARTY} {DATE}"]]), *PLAN)
    assert found == front_of(*party(*PLAN))


def test_each_field_says_where_it_stands() -> None:
    document = document_of(*state(*PLAN, "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Thị Mơ"))
    said = {name: field.span.of(document.text) for name, field in read_letterhead(document).front.items() if field.span}
    assert said == {
        "symbol": "15/KH-UBND",
        "doc_type": "KẾ HOẠCH",
        "issuer": "ỦY BAN NHÂN DÂN\nXÃ BẾN SẬY",
        "place": "Bến Sậy",
        "issued_on": "ngày 05 tháng 3 năm 2031",
        "subject": "Mở lớp học buổi tối",
        "signer": "Trần Thị Mơ",
    }


@pytest.mark.parametrize(("line", "symbol"), [
    ("Số: 144 /KH-UBND", "144/KH-UBND"), ("Số:09/2031/QĐ-UBND", "09/2031/QĐ-UBND"), ("Số 104 -CTr/TU", "104-CTr/TU"), ("Số : 7/KH-UBND", "7/KH-UBND"),
    ("Số: 12 – KH/ĐU", "12-KH/ĐU"), ("SỐ: 0124/KH-UBND", "0124/KH-UBND"), ("Số: 15a/KH-UBND", "15a/KH-UBND"), ("Luật số: 7/2031/QH19", "7/2031/QH19"),
    ("Số: 95/UBND-VX", "95/UBND-VX"), ("Số: 15/KH-UBND (bản sửa)", "15/KH-UBND"),
])  # fmt: skip
def test_a_number_is_read_however_it_is_typed(line: str, symbol: str) -> None:
    assert front_of(*state(*PLAN, number=line))["symbol"] == symbol


@pytest.mark.parametrize(
    "line",
    ["Số:      /KH-UBND", "Số: …/2031/KH-UBND", "Số ..... -CTr/TU", "Số:/KH-UBND", "Số: xx/KH-UBND", "Số       -KH/ĐU"],
)
def test_a_draft_with_a_blank_number_has_no_symbol_and_keeps_the_rest(line: str) -> None:
    whole = front_of(*state(*PLAN))
    assert front_of(*state(*PLAN, number=line)) == {name: said for name, said in whole.items() if name != "symbol"}


@pytest.mark.parametrize(
    "line",
    [
        "Bến Sậy, ngày     tháng     năm 2031",
        "Bến Sậy, ngày … tháng 3 năm 2031",
        "Bến Sậy, ngày 31 tháng 2 năm 2031",
        "Bến Sậy, ngày",
    ],
)
def test_a_draft_without_a_whole_date_has_a_place_and_no_date(line: str) -> None:
    found = front_of(*state(*PLAN, date=line))
    assert found["place"] == "Bến Sậy" and "issued_on" not in found


@pytest.mark.parametrize(("line", "place"), [
    ("Bến Sậy, ngày 5/3/2031", "Bến Sậy"), ("TP. Bến Sậy, ngày 05 tháng 3 năm 2031", "TP. Bến Sậy"), ("Bến Sậy ngày 5 tháng 3 năm 2031", "Bến Sậy"),
    ("Rạch Lá - Cồn Sậy, ngày 5 tháng 3 năm 2031", "Rạch Lá - Cồn Sậy"), ("Thành phố Bến Sậy, ngày 5 tháng 3 năm 2031", "Thành phố Bến Sậy"),
])  # fmt: skip
def test_place_and_date_are_read_however_they_are_typed(line: str, place: str) -> None:
    found = front_of(*state(*PLAN, date=line))
    assert (found["place"], found["issued_on"]) == (place, "2031-03-05")


def test_number_and_date_on_one_line_are_both_read() -> None:
    found = front_of("ỦY BAN NHÂN DÂN XÃ BẾN SẬY", *NATION, f"Số: 15/KH-UBND {DATE}", *PLAN)
    assert (found["symbol"], found["place"], found["issued_on"]) == ("15/KH-UBND", "Bến Sậy", "2031-03-05")


def test_the_time_of_a_digital_signature_is_not_the_date_of_issue() -> None:
    found = front_of(
        "Người ký: Ủy ban nhân dân xã",
        "Ngày ký: 09.03.2031 10:22:33 +07:00",
        *state(*PLAN, date="Bến Sậy, ngày     tháng 3 năm 2031"),
    )
    assert "issued_on" not in found and found["symbol"] == "15/KH-UBND"


def test_a_letter_is_known_by_its_symbol_and_not_by_a_form_attached_to_it() -> None:
    form = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Thị Mơ", "PHỤ LỤC", "BÁO CÁO", "Kết quả mở lớp")
    found = front_of(
        *state("V/v mở lớp học", "Kính gửi: Các thôn.", "Đề nghị các thôn gửi báo cáo.", *form, number="Số: 95/UBND-VX")
    )
    assert found["doc_type"] == "công văn" and found["subject"] == "mở lớp học"


def test_a_chapter_named_like_a_type_is_no_type() -> None:
    assert front_of("Xã họp bàn việc dạy chữ.", "Chương I", "QUY ĐỊNH CHUNG", "Điều 1. Giờ học", "Buổi tối.") == {}


def test_symbols_and_dates_that_a_text_only_mentions_are_not_its_own() -> None:
    found = front_of(
        "Xã mở thêm lớp học", "Tại Bến Sậy, ngày 5/3/2031, xã họp bàn Kế hoạch số 15/KH-UBND.", "Tại Bến Sậy, ngày hội đọc sách đã mở.",
        "Ngày 06 tháng 3 năm 2031, ba lớp khai giảng.",
    )  # fmt: skip
    assert found == {"subject": "Xã mở thêm lớp học"}


def test_a_story_without_any_letterhead_has_no_front_matter() -> None:
    assert front_of("Một câu kể chuyện bình thường.", "Thêm một câu nữa.") == {}


def test_a_title_that_is_only_type_and_number_gives_both() -> None:
    found = front_of(Title("Nghị quyết số 57-NQ/ĐU", 1), "Đảng bộ xã bàn việc đọc sách.")
    assert (found["symbol"], found["doc_type"]) == ("57-NQ/ĐU", "nghị quyết")
    assert "symbol" not in front_of("Báo cáo việc thực hiện Nghị quyết số 57-NQ/ĐU", "Xã đã mở lớp.")


@pytest.mark.parametrize("title", [
    "Nghị quyết của Đảng ủy xã số 57-NQ/ĐU ngày 10/3/2031 về việc đọc sách buổi tối.",
    "Nghị quyết số 57-NQ/ĐU, ngày 10 tháng 3 năm 2031 của Đảng ủy xã Bến Sậy về việc thi hành Chỉ thị số 9-CT/TU",
])  # fmt: skip
def test_a_whole_title_in_one_line_gives_its_number(title: str) -> None:
    assert (
        front_of("Đảng ủy xã", title, "Căn cứ Luật Thư viện;", "NGHỊ QUYẾT:", "Điều 1. Mở lớp.")["symbol"] == "57-NQ/ĐU"
    )


@pytest.mark.parametrize("line", [
    "Căn cứ Nghị quyết số 57-NQ/ĐU ngày 10/3/2031 về việc đọc sách buổi tối;",
    "Nghị quyết này thay thế Nghị quyết số 57-NQ/ĐU, ngày 10/3/2031 của Đảng ủy xã về việc đọc sách.",
    "Kế hoạch này thực hiện Nghị quyết số 57-NQ/ĐU ngày 10/3/2031 về việc đọc sách.",
    "Nghị quyết số 57-NQ/ĐU: mười điểm đáng đọc nhất",
])  # fmt: skip
def test_a_sentence_on_a_numbered_document_is_no_title(line: str) -> None:
    assert "symbol" not in front_of("Đảng ủy xã", line, "NGHỊ QUYẾT", "Điều 1. Mở lớp.")


def test_a_portals_headline_above_the_letterhead_is_not_taken_for_it() -> None:
    assert front_of(
        Title("Kế hoạch 99/KH-UBND năm 2030 bán vé xe", 1), "Xem chi tiết ở dưới.", *state(*PLAN)
    ) == front_of(*state(*PLAN))


def test_an_annex_alone_is_an_annex_and_one_in_a_document_changes_nothing() -> None:
    assert (
        front_of("PHỤ LỤC II", "DANH MỤC LỚP", "(Kèm theo Kế hoạch số 15/KH-UBND)", "1. Lớp chữ.")["doc_type"]
        == "phụ lục"
    )
    assert "doc_type" not in front_of("Xã mở lớp.", "1. Một.", "2. Hai.", "PHỤ LỤC", "1. Ba.")


def test_the_letterhead_is_one_passage_and_the_text_begins_behind_it() -> None:
    document, letterhead, _, passages = cut(*state(*PLAN))
    assert passages[0].kind == "letterhead" and passages[0].span.of(document.text).endswith("Mở lớp học buổi tối")
    assert passages[1].span.of(document.text) == "Căn cứ Luật Thư viện;" and letterhead.closing == frozenset()
