"""Front matter put right by a person: checked, kept, shown beside what the machine read, and given back to it."""

import re

from playwright.sync_api import Page, expect

from tests.servers import Server
from tests.web.reading import add_document, open_document, told

_LETTER = "ỦY BAN NHÂN DÂN\n\nXÃ {0}\n\nSố: {1}/KH-UBND\n\n{0}, ngày 5 tháng 3 năm 2024\n\nKẾ HOẠCH\n\nTrồng rừng năm 2024\n\nTrồng 120 ha rừng."


def _open(server: Server, page: Page, place: str, number: int) -> str:
    document = add_document(server, f"ke-hoach-{number}.txt", _LETTER.format(place, number))
    assert server.get(f"/api/documents/{document}")["front"]["symbol"]["value"] == f"{number}/KH-UBND"
    open_document(page, server, document)
    return document


def test_what_a_person_puts_right_is_kept_through_a_new_reading(adding_server: Server, page: Page) -> None:
    document = _open(adding_server, page, "Tân Long", 31)
    front = page.get_by_role("region", name="Thể thức")
    expect(front.get_by_role("definition").filter(has_text="31/KH-UBND")).to_be_visible()
    front.get_by_role("button", name="Sửa").click()
    expect(page.get_by_role("textbox", name="Số, ký hiệu")).to_be_focused()
    page.get_by_role("textbox", name="Số, ký hiệu").fill("32/KH-UBND")
    page.get_by_role("textbox", name="Ngày ban hành").fill("6-3-2024")
    with page.expect_request(lambda request: request.method == "PATCH") as sent:
        page.get_by_role("button", name="Lưu").click()
    assert sent.value.post_data_json == {"symbol": "32/KH-UBND", "issued_on": "2024-03-06"}
    told(page, "Đã lưu. Phần đã sửa được giữ, lần đọc lại sau không ghi đè.")
    expect(front.get_by_role("definition").filter(has_text="32/KH-UBND")).to_contain_text("sửa lúc")
    expect(front.get_by_role("definition").filter(has_text="6/3/2024")).to_be_visible()
    expect(front.get_by_role("button", name="Sửa")).to_be_focused()
    adding_server.wait_for_jobs()
    page.get_by_role("button", name="Đọc lại", exact=True).click()
    told(page, "Đã đọc lại văn bản.")
    assert adding_server.get(f"/api/documents/{document}")["symbol"] == "32/KH-UBND"


def test_a_field_is_given_back_to_the_machine(adding_server: Server, page: Page) -> None:
    document = _open(adding_server, page, "Mường Khao", 41)
    page.get_by_role("button", name="Sửa").click()
    place = page.get_by_role("textbox", name="Nơi ban hành")
    place.fill("")
    expect(page.get_by_text("Máy đọc: Mường Khao")).to_be_visible()
    page.get_by_role("button", name="Lưu").click()
    told(page, "Đã lưu")
    front = adding_server.get(f"/api/documents/{document}")["front"]["place"]
    assert (front["value"], front["read"]) == (None, "Mường Khao")
    page.get_by_role("button", name="Sửa").click()
    page.get_by_role("button", name="Trả lại như máy đọc: Nơi ban hành").click()
    expect(place).to_have_value("Mường Khao")
    with page.expect_request(lambda request: request.method == "PATCH") as sent:
        page.get_by_role("button", name="Lưu").click()
    assert sent.value.post_data_json == {"place": None}
    expect(page.get_by_role("region", name="Thể thức").get_by_text("sửa lúc")).to_have_count(0)


def test_a_day_that_is_none_is_said_beside_its_field(adding_server: Server, page: Page) -> None:
    _open(adding_server, page, "Bến Lạc", 51)
    page.get_by_role("button", name="Sửa").click()
    day = page.get_by_role("textbox", name="Ngày ban hành")
    expect(day).to_have_value("5/3/2024")
    for wrong in ("31/2/2024", "2024-03-05", "mai"):
        day.fill(wrong)
        page.get_by_role("textbox", name="Người ký").press("Enter")
        expect(day).to_be_focused()
        expect(day).to_have_attribute("aria-invalid", "true")
        expect(day).to_have_accessible_description(re.compile(r"Hãy ghi ngày/tháng/năm, ví dụ 26/3/2021\."))
    day.fill("05/03/2024")
    page.get_by_role("button", name="Lưu").click()
    told(page, "Chưa có gì thay đổi.")


def test_leaving_the_form_changes_nothing(adding_server: Server, page: Page) -> None:
    document = _open(adding_server, page, "Phú Lạc", 61)
    page.get_by_role("button", name="Sửa").click()
    page.get_by_role("textbox", name="Trích yếu").fill("Khác hẳn")
    page.get_by_role("combobox", name="Loại văn bản").fill("Báo cáo")
    page.get_by_role("button", name="Thôi").click()
    expect(page.get_by_role("region", name="Thể thức").get_by_text("Khác hẳn")).to_have_count(0)
    assert adding_server.get(f"/api/documents/{document}")["doc_type"] == "kế hoạch"
