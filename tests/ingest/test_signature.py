"""The end of a document: recipients, signature, and who signed. A draft that nobody signed has no signer."""

import pytest

from tests.ingest.letterheads import BODY, state
from tests.ingest.making import Part, Rows, cut, front_of

PLAN = state("KẾ HOẠCH", "Mở lớp học", *BODY)
RECIPIENTS = ("Nơi nhận:", "- Như trên;", "- Lưu: VT.")
SIGNED = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Thị Mơ")


def signer(*end: Part) -> str | None:
    """Who signed a plan that ends so."""
    return front_of(*PLAN, *end).get("signer")


def closing(*end: Part) -> list[str]:
    """The passages that are letterhead's counterpart at the end."""
    document, _, _, passages = cut(*PLAN, *end)
    return [each.span.of(document.text) for each in passages if each.kind == "closing"]


@pytest.mark.parametrize("end", [
    (*RECIPIENTS, *SIGNED),
    (*SIGNED, *RECIPIENTS),
    (*SIGNED[:2], "(Đã ký)", SIGNED[2]),
    (*SIGNED[:2], "[daky]", SIGNED[2]),
    (*SIGNED[:2], "Ký bởi: Ủy ban nhân dân xã", "Ngày ký: 06/3/2031 10:22:33", SIGNED[2]),
    ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ THƯỜNG TRỰC", "Trần Thị Mơ"),
    ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Thị Mơ"),
    ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Trần Thị Mơ"),
    ("TUQ. CHỦ TỊCH", "Trần Thị Mơ"), ("Q. CHỦ TỊCH", "Trần Thị Mơ"), ("HIỆU TRƯỞNG", "Trần Thị Mơ"), ("TRƯỞNG THÔN", "Trần Thị Mơ"),
    ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Đại tá Trần Thị Mơ"), ("VIỆN TRƯỞNG", "PGS.TS. Trần Thị Mơ"),
])  # fmt: skip
def test_the_signer_is_the_name_below_the_authority(end: tuple[str, ...]) -> None:
    assert signer(*end) == "Trần Thị Mơ"


@pytest.mark.parametrize("rows", [
    [["Nơi nhận: - Như trên; - Lưu: VT.", "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Trần Thị Mơ"]],
    [["Nơi nhận: - Như trên; - Lưu: VT.", "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH (Đã ký) Trần Thị Mơ"]],
    [["Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"], ["- Như trên;", "CHỦ TỊCH"], ["- Lưu: VT.", "Trần Thị Mơ"]],
    [["", "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH"], ["", "Trần Thị Mơ"]],
])  # fmt: skip
def test_recipients_and_signature_may_stand_side_by_side(rows: list[list[str]]) -> None:
    assert signer(Rows(rows)) == "Trần Thị Mơ" and len(closing(Rows(rows))) == 1


@pytest.mark.parametrize("name", ["Y Thông", "H’Lim Niê", "K'Nhỏ Êban", "Lò A Páo", "Tôn Nữ Thị Ái Vân"])
def test_names_of_all_peoples_are_names(name: str) -> None:
    assert signer("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", name) == name


@pytest.mark.parametrize("end", [
    SIGNED[:2], (*RECIPIENTS, *SIGNED[:2]), (*RECIPIENTS, *SIGNED[:2], "..........."), (*SIGNED[:2], "(Đã ký)"), RECIPIENTS, (),
    (*RECIPIENTS, *SIGNED[:2], "PHỤ LỤC", "DANH MỤC LỚP", "Chợ Bến Sậy"),
])  # fmt: skip
def test_a_draft_has_no_signer(end: tuple[str, ...]) -> None:
    assert signer(*end) is None


@pytest.mark.parametrize("part", [
    "Chủ tịch Ủy ban nhân dân xã giao việc cho Trần Thị Mơ",
    "3. Bí thư Chi bộ Trần Thị Mơ",
    Rows([["1", "CHỦ TỊCH", "Trần Thị Mơ"], ["2", "PHÓ CHỦ TỊCH", "Lê Văn Bốn"]]),
    Rows([["TT", "Chức vụ", "Nội dung"], ["1", "CHỦ TỊCH", "Trần Thị Mơ"]], headers=1),
    Rows([["CHỦ TỊCH", "Trần Thị Mơ"]]),
])  # fmt: skip
def test_people_whom_the_text_names_did_not_sign_it(part: Part) -> None:
    assert signer(part, "Hết.") is None and closing(part, "Hết.") == []


def test_the_signer_is_that_of_the_document_and_not_of_one_attached_to_it() -> None:
    assert (
        signer(*SIGNED, "PHỤ LỤC", "MẪU ĐƠN", "1. Họ tên.", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lê Văn Bốn")
        == "Trần Thị Mơ"
    )


def test_an_annex_behind_a_draft_is_not_swallowed_by_its_closing() -> None:
    made = (*RECIPIENTS, *SIGNED[:2], "PHỤ LỤC", "DANH MỤC LỚP", "1. Lớp chữ.")
    assert closing(*made) == ["\n".join((*RECIPIENTS, *SIGNED[:2]))]
    document, _, _, passages = cut(*PLAN, *made)
    assert passages[-1].span.of(document.text) == "1. Lớp chữ." and passages[-1].heading == ("PHỤ LỤC", "DANH MỤC LỚP")


def test_recipients_without_dashes_belong_to_the_closing() -> None:
    assert closing("Nơi nhận:", "Như trên;", "Lưu: VT.", *SIGNED) == [
        "\n".join(("Nơi nhận:", "Như trên;", "Lưu: VT.", *SIGNED))
    ]
