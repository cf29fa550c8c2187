"""Pasted text becomes a document; what was copied as a table stays a table."""

from playwright.sync_api import Page, expect

from tests.servers import Server
from tests.web.browsing import jobs

_ENDS = 240_000  # milliseconds
_TABLE = "<h2>Kết quả</h2><table><tr><th>Năm</th><th>Số hộ</th></tr><tr><td>2023</td><td>418 hộ</td></tr></table>"


def _copy(page: Page, text: str, html: str = "") -> None:
    """Put something on the clipboard, as another program does."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate(
        """([text, html]) => {
          const kinds = { "text/plain": new Blob([text], { type: "text/plain" }) };
          if (html) kinds["text/html"] = new Blob([html], { type: "text/html" });
          return navigator.clipboard.write([new ClipboardItem(kinds)]);
        }""",
        [text, html],
    )


def test_text_is_pasted_outside_a_field_named_and_added(adding_server: Server, page: Page) -> None:
    page.goto(f"{adding_server.url}/van-ban")
    _copy(page, "Thông báo chợ phiên\n\nChợ phiên Tân Long mở 36 gian.")
    page.keyboard.press("Control+V")
    dialog = page.get_by_role("dialog", name="Dán văn bản")
    name = dialog.get_by_label("Tên văn bản")
    expect(name).to_be_focused()
    expect(name).to_have_value("Thông báo chợ phiên")
    expect(dialog.get_by_label("Nội dung")).to_have_value("Thông báo chợ phiên\n\nChợ phiên Tân Long mở 36 gian.")
    name.fill("Chợ phiên 36/2024")
    name.press("Enter")
    expect(dialog).to_be_hidden()
    expect(jobs(page, "Chợ phiên 36-2024.txt")).to_contain_text("đã thêm", timeout=_ENDS)


def test_a_copied_table_is_kept_as_a_table(adding_server: Server, page: Page) -> None:
    page.goto(f"{adding_server.url}/them")
    _copy(page, "Kết quả\nNăm\tSố hộ\n2023\t418 hộ", _TABLE)
    page.keyboard.press("Control+V")
    dialog = page.get_by_role("dialog", name="Dán văn bản")
    expect(dialog.get_by_label("Giữ bảng và đề mục")).to_be_checked()
    dialog.get_by_label("Tên văn bản").fill("ket-qua-ho")
    dialog.get_by_role("button", name="Thêm vào kho").click()
    expect(jobs(page, "ket-qua-ho.html")).to_contain_text("đã thêm", timeout=_ENDS)
    rows = adding_server.get("/api/documents")["documents"]
    added = next(row["id"] for row in rows if row["file_name"] == "ket-qua-ho.html")
    kinds = {line["kind"] for line in adding_server.get(f"/api/documents/{added}/view")["paragraphs"]}
    assert "row" in kinds


def test_the_button_opens_an_empty_field_and_nothing_is_not_added(adding_server: Server, page: Page) -> None:
    page.goto(f"{adding_server.url}/them")
    page.get_by_role("button", name="Dán văn bản").click()
    dialog = page.get_by_role("dialog", name="Dán văn bản")
    expect(dialog.get_by_label("Nội dung")).to_be_focused()
    dialog.get_by_label("Nội dung").fill("  \n")
    dialog.get_by_role("button", name="Thêm vào kho").click()
    expect(dialog).to_be_visible()
    dialog.get_by_label("Nội dung").fill("# Ghi nhớ\n\nĐập tràn cao 14 m.")
    dialog.get_by_label("Tên văn bản").fill("ghi-nho")
    dialog.get_by_role("button", name="Thêm vào kho").click()
    expect(jobs(page, "ghi-nho.md")).to_contain_text("đã thêm", timeout=_ENDS)


def test_pasting_into_a_field_stays_in_the_field(adding_server: Server, page: Page) -> None:
    page.goto(adding_server.url)
    _copy(page, "bao nhiêu gian")
    box = page.locator("#question")
    box.focus()
    page.keyboard.press("Control+V")
    expect(box).to_have_value("bao nhiêu gian")
    expect(page.get_by_role("dialog")).to_have_count(0)
