"""Deleted documents: kept for a time, brought back, or let go for good after one question."""

import re

from playwright.sync_api import Browser, Page, expect

from tests.servers import Server
from tests.web.browsing import visit
from tests.web.reading import add_document, document_text, open_document, row_of, told, undo

_GONE = "404"


def test_a_document_deleted_while_reading_comes_back_with_undo(adding_server: Server, page: Page) -> None:
    document = add_document(adding_server, "xoa-thu.md", "# Thông báo xoá thử\n\nDòng này còn đó.")
    open_document(page, adding_server, document)
    page.get_by_role("button", name="Xoá", exact=True).click()
    told(page, re.compile("Đã xoá .*Thông báo xoá thử"))
    expect(page.get_by_role("heading", name="Văn bản trong kho")).to_be_visible()
    expect(row_of(page, "Thông báo xoá thử")).to_have_count(0)
    undo(page)
    expect(document_text(page)).to_contain_text("Dòng này còn đó.")


def test_the_list_of_deleted_says_until_when_and_brings_back(adding_server: Server, page: Page) -> None:
    add_document(adding_server, "khoi-phuc.md", "# Thông báo nộp phí\n\nMột dòng.")
    page.goto(f"{adding_server.url}/van-ban?tim=nop+phi")
    row_of(page, "Thông báo nộp phí").get_by_role("checkbox").check()
    page.get_by_role("group", name="Việc với các văn bản đã chọn").get_by_role("button", name="Xoá").click()
    page.get_by_role("link", name=re.compile(r"^Đã xoá \(")).click()
    entry = page.get_by_role("list", name="Văn bản đã xoá").get_by_role("listitem").filter(has_text="Thông báo nộp phí")
    expect(entry).to_contain_text(re.compile(r"giữ đến \d+/\d+/\d{4}"))
    entry.get_by_role("button", name="Khôi phục").click()
    told(page, re.compile("Đã khôi phục .*Thông báo nộp phí"))
    expect(entry).to_have_count(0)


def test_letting_go_for_good_asks_once(adding_server: Server, browser: Browser) -> None:
    document = add_document(adding_server, "xoa-han.md", "# Thông báo mất điện\n\nMột dòng.")
    with visit(browser, allow=_GONE) as page:
        open_document(page, adding_server, document)
        page.get_by_role("button", name="Xoá", exact=True).click()
        expect(page.get_by_role("heading", name="Văn bản trong kho")).to_be_visible()
        page.goto(f"{adding_server.url}/van-ban?da_xoa=1")
        entry = page.get_by_role("listitem").filter(has_text="Thông báo mất điện")
        entry.get_by_role("button", name="Xoá hẳn").click()
        page.get_by_role("dialog").get_by_role("button", name="Giữ lại").click()
        expect(entry).to_be_visible()
        entry.get_by_role("button", name="Xoá hẳn").click()
        page.get_by_role("dialog").get_by_role("button", name="Xoá hẳn").click()
        told(page, re.compile("Đã xoá hẳn"))
        expect(entry).to_have_count(0)
        page.goto(f"{adding_server.url}/van-ban/{document}")
        expect(page.get_by_role("heading", name="Không có văn bản này trong kho")).to_be_visible()


def test_the_address_of_a_deleted_document_offers_to_bring_it_back(adding_server: Server, browser: Browser) -> None:
    document = add_document(adding_server, "dia-chi-cu.md", "# Thông báo địa chỉ cũ\n\nDòng của thông báo.")
    with visit(browser, allow=_GONE) as page:
        open_document(page, adding_server, document)
        page.get_by_role("button", name="Xoá", exact=True).click()
        expect(page.get_by_role("heading", name="Văn bản trong kho")).to_be_visible()
        page.goto(f"{adding_server.url}/van-ban/{document}")
        expect(page.get_by_role("heading", name="Văn bản này đã bị xoá")).to_be_visible()
        page.get_by_role("button", name="Khôi phục").click()
        expect(document_text(page)).to_contain_text("Dòng của thông báo.")
