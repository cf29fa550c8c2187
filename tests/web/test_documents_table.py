"""The table of documents: filtered, sorted, with the columns one wants, several at once, and all of that in the address."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.servers import Server, start_server
from tests.web.browsing import has_sideways_scrolling, visit
from tests.web.reading import ENDS, add_document, row_of, table_rows, told, undo

_MANY = 1500


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory, encoder_folder: Path) -> Iterator[Server]:
    """A server with three documents, whose tests put back what they take."""
    running = start_server(tmp_path_factory.mktemp("shelf") / "data", encoder_folder)
    for name, text in {
        "ke-hoach.md": "ỦY BAN NHÂN DÂN\n\nXÃ TÂN LONG\n\nSố: 12/KH-UBND\n\nTân Long, ngày 5 tháng 3 năm 2024\n\nKẾ HOẠCH\n\nTrồng rừng năm 2024\n\nTrồng 120 ha rừng.",
        "bao-cao.md": "# Báo cáo về đường giao thông\n\nĐã làm 17 km đường.",
        "thong-bao.md": "# Thông báo lịch họp\n\nHọp lúc 8 giờ.",
    }.items():
        add_document(running, name, text)
    yield running
    running.stop()


def test_typing_filters_without_marks_and_stands_in_the_address(shelf: Server, page: Page) -> None:
    page.goto(f"{shelf.url}/van-ban")
    expect(table_rows(page)).to_have_count(3)
    page.get_by_role("searchbox", name="Lọc theo chữ").fill("duong giao")
    expect(table_rows(page)).to_have_count(1)
    expect(row_of(page, "Báo cáo về đường giao thông")).to_be_visible()
    told(page, "1 trong 3 văn bản")
    assert "tim=duong" in page.url
    page.reload()
    expect(table_rows(page)).to_have_count(1)
    expect(page.get_by_role("searchbox", name="Lọc theo chữ")).to_have_value("duong giao")
    page.get_by_role("searchbox", name="Lọc theo chữ").fill("không có chữ này")
    expect(page.get_by_text("Không có văn bản nào khớp")).to_be_visible()
    page.get_by_role("button", name="Bỏ mọi điều kiện lọc").click()
    expect(table_rows(page)).to_have_count(3)
    expect(page.get_by_role("searchbox", name="Lọc theo chữ")).to_be_focused()


def test_lists_to_choose_from_count_and_the_back_button_takes_a_choice_back(server: Server, page: Page) -> None:
    page.goto(f"{server.url}/van-ban")
    expect(table_rows(page).first).to_be_visible()
    before = table_rows(page).count()
    kinds = page.get_by_role("combobox", name="Loại", exact=True)
    option = kinds.get_by_role("option", name=re.compile(r"^Báo cáo \(\d+\)$"))
    counted = int(re.findall(r"\d+", option.inner_text())[0])
    kinds.select_option(value="báo cáo")
    expect(table_rows(page)).to_have_count(counted)
    page.get_by_role("combobox", name="Năm").select_option(value="2023")
    expect(table_rows(page)).to_have_count(1)
    assert "nam=2023" in page.url
    page.go_back()
    expect(table_rows(page)).to_have_count(counted)
    page.go_back()
    expect(table_rows(page)).to_have_count(before)
    expect(kinds).to_have_value("")


def test_heads_sort_by_key_and_keep_the_focus(server: Server, page: Page) -> None:
    page.goto(f"{server.url}/van-ban")
    head = page.get_by_role("columnheader", name="Ngày ban hành")
    button = head.get_by_role("button")
    button.focus()
    for direction, address in (("descending", "sap=-ngay"), ("ascending", "sap=ngay")):
        page.keyboard.press("Enter")
        expect(head).to_have_attribute("aria-sort", direction)
        assert address in page.url
        expect(button).to_be_focused()
        column = table_rows(page).locator("td.column-ngay").all_text_contents()
        days = [tuple(map(int, reversed(text.split("/")))) for text in column if text]
        assert days == sorted(days, reverse=direction == "descending")
        assert not any(column[len(days) :])  # what has no date stands last


def test_columns_that_were_chosen_are_kept(server: Server, page: Page) -> None:
    page.goto(f"{server.url}/van-ban")
    expect(page.get_by_role("columnheader", name="Người ký")).to_have_count(0)
    page.get_by_text("Chọn cột").click()
    page.get_by_role("checkbox", name="Người ký").check()
    page.get_by_role("checkbox", name="Cơ quan").uncheck()
    for _ in range(2):
        expect(page.get_by_role("columnheader", name="Người ký")).to_be_visible()
        expect(page.get_by_role("columnheader", name="Cơ quan")).to_have_count(0)
        page.reload()


def test_several_are_put_into_a_collection_and_taken_back(shelf: Server, page: Page) -> None:
    page.goto(f"{shelf.url}/van-ban")
    for title in ("Báo cáo về đường", "Thông báo lịch họp"):
        row_of(page, title).get_by_role("checkbox").check()
    page.get_by_role("button", name="Xếp vào bộ sưu tập…").click()
    page.get_by_role("dialog").get_by_role("combobox").fill("Giao ban")
    page.get_by_role("dialog").get_by_role("button", name="Xếp vào").click()
    told(page, "Đã xếp 2 văn bản vào “Giao ban”.")
    row_of(page, "Báo cáo về đường").get_by_role("link", name="Giao ban").click()
    expect(table_rows(page)).to_have_count(2)
    assert "bo=Giao+ban" in page.url
    undo(page)
    expect(page.get_by_text("Không có văn bản nào khớp")).to_be_visible()
    assert shelf.get("/api/tags")["tags"] == []


def test_several_are_deleted_and_brought_back(shelf: Server, page: Page) -> None:
    page.goto(f"{shelf.url}/van-ban?tim=thong")
    expect(table_rows(page)).to_have_count(2)
    page.get_by_role("checkbox", name="Chọn mọi văn bản đang hiện").check()
    page.get_by_role("group", name="Việc với các văn bản đã chọn").get_by_role("button", name="Xoá").click()
    told(page, "Đã xoá 2 văn bản.")
    expect(page.get_by_role("link", name="Đã xoá (2)")).to_be_visible()
    assert shelf.get("/api/documents")["total"] == 1
    undo(page)
    expect(table_rows(page)).to_have_count(2)
    assert shelf.get("/api/documents")["total"] == 3


def test_what_is_filtered_away_is_not_chosen_any_more(shelf: Server, page: Page) -> None:
    page.goto(f"{shelf.url}/van-ban")
    page.get_by_role("checkbox", name="Chọn mọi văn bản đang hiện").check()
    expect(page.get_by_text("Đã chọn 3:")).to_be_visible()
    page.get_by_role("searchbox", name="Lọc theo chữ").fill("trong rung")
    expect(page.get_by_text("Đã chọn 1:")).to_be_visible()


def test_several_are_read_again(shelf: Server, page: Page) -> None:
    page.goto(f"{shelf.url}/van-ban?tim=lich+hop")
    row_of(page, "Thông báo lịch họp").get_by_role("checkbox").check()
    page.get_by_role("button", name="Đọc lại").click()
    told(page, "Đang đọc lại 1 văn bản.")
    shelf.wait_for_jobs()


def test_an_empty_store_leads_to_adding(own_server: Server, page: Page) -> None:
    page.goto(f"{own_server.url}/van-ban")
    page.get_by_role("link", name="Thêm văn bản đầu tiên").click()
    assert page.url == f"{own_server.url}/them"
    own_server.add(("moi.md", b"# Van ban moi\n\nMot dong."))
    own_server.wait_for_jobs()
    page.go_back()
    expect(row_of(page, "Van ban moi")).to_be_visible(timeout=ENDS)


def test_samples_go_with_one_click_and_come_back(own_samples: Server, page: Page) -> None:
    total = own_samples.get("/api/documents")["total"]
    page.goto(f"{own_samples.url}/van-ban")
    expect(table_rows(page).filter(has_text="văn bản mẫu")).to_have_count(total)
    page.get_by_role("button", name="Gỡ văn bản mẫu").click()
    told(page, f"Đã gỡ {total} văn bản mẫu.")
    expect(page.get_by_text("Kho chưa có văn bản nào.")).to_be_visible()
    undo(page)
    expect(table_rows(page)).to_have_count(total)


def test_many_documents_are_drawn_in_slices_as_one_scrolls(server: Server, page: Page) -> None:
    one = server.get("/api/documents")["documents"][0]
    many = [{**one, "id": f"x{n}", "title": f"Kế hoạch số {n:04}", "tags": []} for n in range(_MANY)]
    page.route("**/api/documents", lambda route: route.fulfill(json={"total": _MANY, "documents": many}))
    page.goto(f"{server.url}/van-ban?sap=ten")
    told(page, f"{_MANY} văn bản")
    expect(table_rows(page).first).to_be_visible()
    assert table_rows(page).count() < _MANY
    more = page.get_by_role("button", name=re.compile("^Hiện thêm"))
    drawn = table_rows(page).count()
    more.scroll_into_view_if_needed()
    expect(table_rows(page).nth(drawn)).to_be_attached()
    page.get_by_role("searchbox", name="Lọc theo chữ").fill("so 1499")
    expect(table_rows(page)).to_have_count(1)


def test_on_a_telephone_rows_are_cards_that_can_be_sorted_and_chosen(server: Server, browser: Browser) -> None:
    with visit(browser, width=360, height=740) as page:
        page.goto(f"{server.url}/van-ban")
        expect(table_rows(page).first).to_be_visible()
        assert not has_sideways_scrolling(page)
        page.get_by_role("combobox", name="Sắp xếp").select_option(label="Ngày ban hành, giảm dần")
        assert "sap=-ngay" in page.url
        table_rows(page).first.get_by_role("checkbox").check()
        expect(page.get_by_role("button", name="Xếp vào bộ sưu tập…")).to_be_in_viewport()
        assert not has_sideways_scrolling(page)
