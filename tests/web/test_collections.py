"""Collections of one document: added by name or from what exists, taken away, and led to from there."""

from playwright.sync_api import Page, expect

from tests.servers import Server
from tests.web.reading import add_document, open_document, row_of, told


def test_a_document_is_put_into_collections_and_taken_out(adding_server: Server, page: Page) -> None:
    document = add_document(adding_server, "suu-tap.md", "# Thông báo về nước sạch\n\nCấp nước 24 giờ.")
    open_document(page, adding_server, document)
    box = page.get_by_role("combobox", name="Tên bộ sưu tập")
    tags = page.get_by_role("list", name="Bộ sưu tập")
    box.fill("Nước sạch")
    box.press("Enter")
    told(page, "Đã xếp vào “Nước sạch”.")
    expect(box).to_be_focused()
    expect(box).to_be_empty()
    box.fill("Năm 2024")
    page.get_by_role("button", name="Xếp vào", exact=True).click()
    expect(tags.get_by_role("listitem")).to_have_count(2)
    tags.get_by_role("button", name="Bỏ khỏi bộ sưu tập Năm 2024").click()
    told(page, "Đã bỏ khỏi “Năm 2024”.")
    expect(tags.get_by_role("listitem")).to_have_count(1)
    tags.get_by_role("link", name="Nước sạch").click()
    expect(row_of(page, "Thông báo về nước sạch")).to_be_visible()
    expect(page.get_by_role("combobox", name="Bộ sưu tập", exact=True)).to_have_value("Nước sạch")


def test_collections_that_exist_are_suggested(adding_server: Server, page: Page) -> None:
    first = add_document(adding_server, "goi-y-1.md", "# Thông báo gợi ý một\n\nMột dòng.")
    second = add_document(adding_server, "goi-y-2.md", "# Thông báo gợi ý hai\n\nHai dòng.")
    open_document(page, adding_server, first)
    page.get_by_role("combobox", name="Tên bộ sưu tập").fill("Gợi ý chung")
    page.get_by_role("combobox", name="Tên bộ sưu tập").press("Enter")
    told(page, "Đã xếp vào “Gợi ý chung”.")
    open_document(page, adding_server, second)
    expect(page.locator("#known-tags option[value='Gợi ý chung']")).to_have_count(1)
    assert page.get_by_role("combobox", name="Tên bộ sưu tập").get_attribute("list") == "known-tags"
