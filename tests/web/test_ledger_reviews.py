"""A person says whether a fact was read rightly: asked for the name once, kept through a new reading, taken back."""

import re

import httpx
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.servers import Server
from tests.web.ledgers import facts, open_ledger, rows
from tests.web.reading import told


@pytest.fixture(autouse=True)
def nothing_said(register: Server) -> None:
    """No verdict of another test is left."""
    for review in register.get("/api/facts/reviews")["reviews"]:
        httpx.delete(f"{register.url}/api/facts/reviews/{review['id']}", timeout=30).raise_for_status()


def _row(page: Page, text: str) -> Locator:
    return rows(page).filter(has_text=text)


def _check(page: Page, row: Locator, button: str = "Kiểm tra") -> Locator:
    row.get_by_role("button", name=re.compile(f"^{button}")).click()
    return page.get_by_role("dialog", name="Kiểm tra với nguyên văn")


def test_right_asks_for_the_name_once_and_can_be_taken_back(register: Server, page: Page) -> None:
    open_ledger(page, register, "target")
    dialog = _check(page, _row(page, "gieo bằng máy"))
    expect(dialog.get_by_role("blockquote").locator("mark")).to_have_text("42,5")
    dialog.get_by_role("button", name="Đúng").click()
    expect(dialog.get_by_role("alert")).to_contain_text("Hãy ghi tên của bạn")
    expect(dialog.get_by_label("Tên của bạn")).to_be_focused()
    dialog.get_by_label("Tên của bạn").fill("Lò Thị Én")
    dialog.get_by_role("button", name="Đúng").click()
    told(page, "Đã xác nhận là đúng.")
    again = _row(page, "gieo bằng máy").get_by_role("button", name=re.compile("^Đã xác nhận"))
    expect(again).to_be_focused()
    dialog = _check(page, _row(page, "nước sạch"))
    expect(dialog.get_by_label("Tên của bạn")).to_have_value("Lò Thị Én")
    page.keyboard.press("Escape")
    again.click()
    expect(dialog.get_by_text(re.compile(r"^Đã xác nhận: Lò Thị Én, .*20\d\d"))).to_be_visible()
    dialog.get_by_role("button", name="Bỏ đánh giá này").click()
    told(page, "Đã bỏ đánh giá.")
    expect(_row(page, "gieo bằng máy").get_by_role("button", name=re.compile("^Kiểm tra"))).to_be_focused()


def test_wrong_is_struck_through_then_left_out_and_found_by_its_verdict(register: Server, page: Page) -> None:
    open_ledger(page, register, "target")
    before = rows(page).count()
    dialog = _check(page, _row(page, "nước sạch"))
    dialog.get_by_label("Tên của bạn").fill("Lò Thị Én")
    dialog.get_by_label("Ghi chú (nếu có)").fill("Không phải chỉ tiêu của xã")
    dialog.get_by_role("button", name="Sai, bỏ ra").click()
    told(page, "Đã đánh dấu là sai")
    expect(_row(page, "nước sạch")).to_have_class("is-wrong")
    page.reload()
    expect(rows(page)).to_have_count(before - 1)
    page.get_by_role("combobox", name="Đã kiểm tra").select_option("wrong")
    expect(rows(page)).to_have_count(1)
    dialog = _check(page, _row(page, "nước sạch"), "Sai")
    expect(dialog.get_by_text("Không phải chỉ tiêu của xã")).to_be_visible()


def test_what_is_put_right_counts_and_outlives_a_new_reading(register: Server, page: Page) -> None:
    open_ledger(page, register, "target")
    dialog = _check(page, _row(page, "gieo bằng máy"))
    dialog.get_by_label("Tên của bạn").fill("Lò Thị Én")
    dialog.get_by_role("button", name="Lưu phần đã sửa").click()
    expect(dialog.get_by_role("alert")).to_have_text("Chưa có gì thay đổi.")
    value = dialog.get_by_label(re.compile("^Mức"))
    expect(value).to_have_value("42,5")
    value.fill("bốn mươi")
    dialog.get_by_role("button", name="Lưu phần đã sửa").click()
    expect(dialog.get_by_role("alert")).to_contain_text("hãy ghi một số như 30 hoặc 7,5")
    value.fill("1.042,25")
    dialog.get_by_label("Loại", exact=True).select_option(label="Kết quả")
    dialog.get_by_role("button", name="Lưu phần đã sửa").click()
    told(page, "Đã lưu phần sửa.")
    expect(_row(page, "gieo bằng máy")).to_contain_text("1.042,25%")
    fact = next(one for one in facts(register, "target") if one["review"])
    assert (fact["value"], fact["status"], fact["read"]) == (1042.25, "result", {"value": 42.5, "status": "target"})
    httpx.post(f"{register.url}/api/documents/{fact['document']['id']}/reread", timeout=30).raise_for_status()
    register.wait_for_jobs()
    page.reload()
    expect(_row(page, "gieo bằng máy")).to_contain_text("1.042,25%")
    expect(_row(page, "gieo bằng máy").get_by_role("button", name=re.compile("^Đã sửa"))).to_be_visible()


def test_days_and_bodies_are_written_the_vietnamese_way(register: Server, page: Page) -> None:
    open_ledger(page, register, "assignment")
    task = rows(page, "assignment").filter(has_text="sổ theo dõi tưới tiêu")
    dialog = _check(page, task)
    dialog.get_by_label("Tên của bạn").fill("Lò Thị Én")
    day = dialog.get_by_label(re.compile("^Hạn theo lịch"))
    expect(day).to_have_value("30/9/2024")
    day.fill("31/9/2024")
    dialog.get_by_role("button", name="Lưu phần đã sửa").click()
    expect(dialog.get_by_role("alert")).to_contain_text("hãy ghi ngày như 31/12/2025")
    expect(day).to_be_focused()
    day.fill("15/10/2024")
    dialog.get_by_label(re.compile("^Phối hợp")).fill("Hội Nông dân; Đoàn Thanh niên")
    page.keyboard.press("Enter")
    expect(task).to_contain_text("15/10/2024")
    expect(task).to_contain_text("Đoàn Thanh niên")
    (fact,) = (one for one in facts(register, "assignment") if one["review"])
    assert (fact["deadline_date"], fact["coordinate"]) == ("2024-10-15", ["Hội Nông dân", "Đoàn Thanh niên"])
