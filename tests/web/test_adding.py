"""Adding on the page: chosen and dropped files, progress and its end, reasons of failures, an answer from what was added."""

import re
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.servers import Server
from tests.web.browsing import answer, ask, choose, jobs, marked, visit

_ENDS = 60_000  # milliseconds
_TOO_LARGE = "413"


def _plan(what: str, items: int) -> bytes:
    """A plan that takes a while to encode."""
    lines = [f"{n}. {what} tại thôn số {n}, giao tổ công tác số {n} thực hiện trong quý {n}." for n in range(items)]
    return "\n\n".join([f"# Kế hoạch {what}", *lines]).encode()


def test_chosen_files_show_progress_and_its_end_and_give_an_answer(adding_server: Server, page: Page) -> None:
    page.goto(adding_server.url)
    choose(
        page,
        ("cau-nam-pha.md", "# Thông báo về cầu Nậm Pha\n\nCầu Nậm Pha dài 245 m, thông xe ngày 02/9/2024.".encode()),
        ("trong-rung.md", _plan("trồng rừng", 300)),
    )
    expect(page.get_by_role("progressbar", name=re.compile("^trong-rung.md: đang"))).to_be_visible()
    for name in ("cau-nam-pha.md", "trong-rung.md"):
        expect(jobs(page, name)).to_contain_text("đã thêm", timeout=_ENDS)
    expect(jobs(page, "trong-rung.md")).to_contain_text(re.compile(r"\d{3} đoạn"))
    expect(page.get_by_role("progressbar")).to_have_count(0)
    ask(page, "Cầu Nậm Pha dài bao nhiêu m?")
    expect(answer(page)).to_contain_text("245 m")
    answer(page).get_by_role("button").first.click()
    assert "245 m" in marked(page)


def test_dropped_files_are_added_and_a_dropped_folder_is_declined(
    adding_server: Server, page: Page, tmp_path: Path
) -> None:
    file, folder = tmp_path / "thong-bao-hop.txt", tmp_path / "thu-muc"
    file.write_text("Thông báo: tổ dân phố số 9 họp lúc 19 giờ 30 ngày 14/8/2024.", encoding="utf-8")
    folder.mkdir()
    page.goto(adding_server.url)
    expect(page.locator("#corpus-size")).not_to_be_empty()
    _drop(page, folder)
    expect(page.get_by_text("Chưa nhận được thư mục.")).to_be_visible()
    _drop(page, file)
    expect(jobs(page, "thong-bao-hop.txt").first).to_contain_text("đã thêm", timeout=_ENDS)
    assert page.url == f"{adding_server.url}/"


def _drop(page: Page, path: Path) -> None:
    """Let the browser itself drop a file of this machine on the page, as a person does from the file manager."""
    mouse = page.context.new_cdp_session(page)
    data = {"items": [], "files": [str(path)], "dragOperationsMask": 1}
    for act, invited in (("dragEnter", None), ("dragOver", True), ("drop", False)):
        mouse.send("Input.dispatchDragEvent", {"type": act, "x": 300, "y": 300, "data": data})
        assert invited in (None, page.evaluate("document.body.classList.contains('dropping')"))
    mouse.detach()


def test_each_broken_file_says_why_and_what_to_do(adding_server: Server, page: Page) -> None:
    broken = {
        "hong.pdf": (b"%PDF-1.7 khong con gi", "Tệp hỏng hoặc không đúng định dạng"),
        "rong.txt": (b" \n", "Không tìm thấy chữ nào trong tệp."),
        "cu.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "lưu thành DOCX rồi thêm lại."),
        "anh.pdf": (b"\x89PNG\r\n\x1a\n" + b"0" * 50, "bản chụp (scan)"),
    }
    page.goto(adding_server.url)
    choose(page, *[(name, content) for name, (content, _) in broken.items()])
    for name, (_, reason) in broken.items():
        entry = jobs(page, name).first
        expect(entry).to_contain_text("không thêm được", timeout=_ENDS)
        expect(entry).to_contain_text(reason)
    page.get_by_role("button", name="Thử lại: hong.pdf").first.click()
    expect(jobs(page, "hong.pdf").first).to_contain_text("Tệp hỏng", timeout=_ENDS)
    page.reload()
    expect(jobs(page, "rong.txt").first).to_contain_text("Không tìm thấy chữ nào trong tệp.")


def test_the_same_file_again_is_said_to_be_there_already(adding_server: Server, page: Page) -> None:
    file = ("lich-cat-nuoc.txt", "Nhà máy nước ngừng cấp nước từ 22 giờ ngày 05/01/2024.".encode())
    page.goto(adding_server.url)
    choose(page, file)
    expect(jobs(page, file[0])).to_contain_text("đã thêm", timeout=_ENDS)
    before = adding_server.get("/api/documents")["total"]
    choose(page, file)
    expect(jobs(page, file[0])).to_have_count(2)
    expect(jobs(page, file[0]).first).to_contain_text("đã có trong kho")
    assert adding_server.get("/api/documents")["total"] == before


def test_adding_is_cancelled_and_taken_up_again(adding_server: Server, page: Page) -> None:
    page.goto(adding_server.url)
    choose(page, ("nao-vet-kenh.md", _plan("nạo vét kênh", 600)))
    page.get_by_role("button", name="Huỷ: nao-vet-kenh.md").press("Enter")
    expect(jobs(page, "nao-vet-kenh.md")).to_contain_text("đã huỷ", timeout=_ENDS)
    again = page.get_by_role("button", name="Thử lại: nao-vet-kenh.md")
    expect(again).to_be_focused()
    again.press("Enter")
    expect(jobs(page, "nao-vet-kenh.md")).to_contain_text("đã thêm", timeout=_ENDS)


def test_a_file_over_the_limit_is_declined_beside_the_picker(adding_server: Server, browser: Browser) -> None:
    with visit(browser, allow=_TOO_LARGE) as page:
        page.goto(adding_server.url)
        choose(page, ("qua-lon.txt", b"a" * 3_000_000))
        declined = page.get_by_role("region", name="Thêm văn bản").get_by_role("status")
        expect(declined).to_contain_text("Lần thêm này quá lớn", timeout=_ENDS)
        expect(jobs(page, "qua-lon.txt")).to_have_count(0)
