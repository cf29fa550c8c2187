"""A file that looks like a new version: the person says what it is, and what changed is a link away."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.servers import Server
from tests.web.browsing import choose, jobs, open_adding

_ENDS = 240_000  # milliseconds


def _decision(people: int, number: int = 845) -> bytes:
    return f"""ỦY BAN NHÂN DÂN
THÀNH PHỐ LẠC GIANG
Số: {number}/QĐ-UBND
Lạc Giang, ngày 14 tháng 6 năm 2022

QUYẾT ĐỊNH
Về việc lập đội cứu hộ hồ Khe Lim

Điều 1. Lập đội cứu hộ hồ Khe Lim gồm {people} người.
""".encode()


def _dialog(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Văn bản mới hay phiên bản mới?")


def _count(server: Server, beginning: str) -> int:
    """How many documents there are whose file name begins so."""
    return sum(row["file_name"].startswith(beginning) for row in server.get("/api/documents")["documents"])


def test_a_new_version_replaces_the_document_and_links_to_what_changed(adding_server: Server, page: Page) -> None:
    open_adding(page, adding_server)
    choose(page, ("845-QD-UBND-2022.txt", _decision(20)))
    expect(jobs(page, "845-QD-UBND-2022.txt")).to_contain_text("đã thêm", timeout=_ENDS)
    choose(page, ("845-QD-UBND sửa.txt", _decision(26)))
    field = _dialog(page).get_by_role("group", name="845-QD-UBND sửa.txt")
    expect(field.get_by_label("Văn bản mới, để riêng")).to_be_checked()
    field.get_by_label(re.compile("Thay thế văn bản này: 845/QĐ-UBND.*14/6/2022")).check()
    _dialog(page).get_by_role("button", name="Thêm vào kho").click()
    added = jobs(page, "845-QD-UBND sửa.txt")
    expect(added).to_contain_text("đã thêm", timeout=_ENDS)
    assert _count(adding_server, "845") == 1
    added.get_by_role("link", name=re.compile("Xem thay đổi so với phiên bản 1")).click()
    expect(page).to_have_url(re.compile(r"/van-ban/\w+\?so_sanh=1-2$"))


def test_what_is_no_version_is_added_beside_and_the_same_bytes_are_not_asked_about(
    adding_server: Server, page: Page
) -> None:
    open_adding(page, adding_server)
    first = ("846-QD-UBND.txt", _decision(20, 846))
    choose(page, first)
    expect(jobs(page, first[0])).to_contain_text("đã thêm", timeout=_ENDS)
    choose(page, first)
    expect(jobs(page, first[0]).first).to_contain_text("đã có trong kho")
    expect(_dialog(page)).to_have_count(0)
    choose(page, ("846-QD-UBND.txt", _decision(21, 846)), ("846-QD-UBND-2019.txt", b"khac nam"))
    _dialog(page).get_by_role("button", name="Thêm vào kho").press("Enter")
    expect(jobs(page, "846-QD-UBND-2019.txt")).to_contain_text("đã thêm", timeout=_ENDS)
    expect(jobs(page, "846-QD-UBND.txt").first).to_contain_text("đã thêm", timeout=_ENDS)
    assert _count(adding_server, "846") == 3


def test_files_left_out_in_the_dialog_are_not_sent(adding_server: Server, page: Page) -> None:
    open_adding(page, adding_server)
    choose(page, ("847-QD-UBND.txt", _decision(20, 847)))
    expect(jobs(page, "847-QD-UBND.txt")).to_contain_text("đã thêm", timeout=_ENDS)
    choose(page, ("847-QD-UBND.txt", _decision(30, 847)))
    expect(_dialog(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(_dialog(page)).to_be_hidden()
    assert _count(adding_server, "847") == 1
    assert adding_server.get("/api/jobs", active=True)["jobs"] == []


def test_a_document_named_by_the_address_is_replaced_by_the_next_file(adding_server: Server, page: Page) -> None:
    adding_server.add(("to-trinh.txt", "Tờ trình xin 40 ghế.".encode()))
    adding_server.wait_for_jobs()
    rows = adding_server.get("/api/documents")["documents"]
    document = next(row["id"] for row in rows if row["file_name"] == "to-trinh.txt")
    page.goto(f"{adding_server.url}/them?thay={document}")
    expect(page.get_by_text("Tệp chọn tiếp theo sẽ thay thế văn bản: ")).to_be_visible()
    choose(page, ("ban-khac.txt", "Tờ trình xin 55 ghế.".encode()))
    expect(jobs(page, "ban-khac.txt")).to_contain_text("Xem thay đổi so với phiên bản 1", timeout=_ENDS)
    expect(page.get_by_text("Tệp chọn tiếp theo sẽ thay thế văn bản: ")).to_be_hidden()
    assert _count(adding_server, "to-trinh") == 0
