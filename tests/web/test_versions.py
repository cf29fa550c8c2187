"""A new version in the place of the old one: what changed is shown, figures first, and leads to its place in the text."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.servers import Server
from tests.web.reading import ENDS, add_document, document_text, open_document

_FIRST = "# Kế hoạch cấp nước\n\nCấp nước cho 1.250 hộ dân.\n\nGiao phòng Kinh tế thực hiện.\n\nBáo cáo hằng quý."


def _choose_version(page: Page, path: Path) -> None:
    page.get_by_label("Thay thế bằng bản mới").set_input_files(path)


def test_a_new_version_shows_what_changed_with_figures_first(adding_server: Server, page: Page, tmp_path: Path) -> None:
    document = add_document(adding_server, "cap-nuoc.md", _FIRST)
    (tmp_path / "cap-nuoc-moi.md").write_text(
        _FIRST.replace("1.250", "1.480").replace("Kinh tế", "Hạ tầng") + "\n\nTổng kết cuối năm.",
        encoding="utf-8",
    )
    open_document(page, adding_server, document)
    _choose_version(page, tmp_path / "cap-nuoc-moi.md")
    title = page.get_by_role("heading", name="Thay đổi từ phiên bản 1 đến phiên bản 2")
    expect(title).to_be_visible(timeout=ENDS)
    assert page.url.endswith(f"/van-ban/{document}?so_sanh=1-2")
    figures = page.get_by_role("region", name="Số liệu thay đổi").get_by_role("listitem")
    expect(figures).to_have_count(1)
    expect(figures.get_by_role("deletion")).to_have_text("1.250")
    expect(figures.get_by_role("insertion")).to_have_text("1.480")
    others = page.get_by_role("region", name="Thay đổi khác").get_by_role("listitem")
    expect(others.filter(has_text="Tổng kết cuối năm.").get_by_role("insertion")).to_have_text("Tổng kết cuối năm.")
    expect(page.get_by_text("3 chỗ thay đổi, trong đó 1 chỗ có số liệu.")).to_be_visible()
    page.reload()
    expect(title).to_be_visible()
    figures.get_by_role("link", name="Đọc tại chỗ").click()
    expect(document_text(page).locator("mark")).to_have_text("Cấp nước cho 1.480 hộ dân.")
    page.get_by_role("link", name="Phiên bản 2: xem thay đổi").click()
    expect(title).to_be_visible()
    page.go_back()
    expect(document_text(page).locator("mark")).to_be_visible()


def test_any_two_versions_can_be_compared(adding_server: Server, page: Page) -> None:
    document = add_document(adding_server, "ba-ban.md", "# Kế hoạch ba bản\n\nCó 10 việc.")
    for number in (20, 30):
        adding_server.add(
            (f"ba-ban-{number}.md", f"# Kế hoạch ba bản\n\nCó {number} việc.".encode()), replaces=document
        )
        adding_server.wait_for_jobs()
    page.goto(f"{adding_server.url}/van-ban/{document}?so_sanh=2-3")
    figures = page.get_by_role("region", name="Số liệu thay đổi")
    expect(figures.get_by_role("deletion")).to_have_text("20")
    page.get_by_label("Từ", exact=True).select_option(label="Phiên bản 1")
    expect(figures.get_by_role("deletion")).to_have_text("10")
    assert page.url.endswith("so_sanh=1-3")
    page.get_by_role("link", name="Đọc toàn văn").click()
    expect(document_text(page)).to_contain_text("Có 30 việc.")


def test_the_same_file_and_a_broken_one_replace_nothing(adding_server: Server, page: Page, tmp_path: Path) -> None:
    text = "# Kế hoạch giữ nguyên\n\nCó 77 việc."
    document = add_document(adding_server, "giu-nguyen.md", text)
    (tmp_path / "giu-nguyen.md").write_text(text, encoding="utf-8")
    (tmp_path / "hong.pdf").write_bytes(b"%PDF-1.7 hong")
    open_document(page, adding_server, document)
    _choose_version(page, tmp_path / "giu-nguyen.md")
    expect(page.get_by_text("không có gì để thay thế")).to_be_visible(timeout=ENDS)
    _choose_version(page, tmp_path / "hong.pdf")
    expect(page.get_by_role("status").filter(has_text="Tệp hỏng hoặc không đúng định dạng")).to_be_visible(timeout=ENDS)
    expect(document_text(page)).to_contain_text("Có 77 việc.")
    assert adding_server.get(f"/api/documents/{document}")["versions"] == 1
