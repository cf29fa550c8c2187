"""Files and whole folders dropped on any view."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.servers import Server
from tests.web.browsing import jobs

_ENDS = 240_000  # milliseconds
_LOOKS = 200  # while a file is held over the page


def _dragging(page: Page, path: Path) -> Callable[..., None]:
    """Let the browser itself drag a file of this machine over the page, as a person does from the file manager."""
    mouse = page.context.new_cdp_session(page)
    data = {"items": [], "files": [str(path)], "dragOperationsMask": 1}

    def drag(*acts: str) -> None:
        for act in acts:
            mouse.send("Input.dispatchDragEvent", {"type": act, "x": 300, "y": 300, "data": data})

    return drag


def _hold(drag: Callable[..., None], invitation: Locator) -> None:
    """Keep the file over the page until the invitation shows: a browser tells of a drag again and again as long as it lasts."""
    for _ in range(_LOOKS):
        drag("dragOver")
        if invitation.is_visible():
            return
    expect(invitation).to_be_visible()


@pytest.mark.parametrize("view", ["/", "/van-ban", "/them"])
def test_a_file_is_dropped_on_any_view_which_says_what_will_happen(
    adding_server: Server, page: Page, tmp_path: Path, view: str
) -> None:
    file = tmp_path / f"thong-bao-hop{view.replace('/', '-')}.txt"
    file.write_text(f"Thông báo: tổ dân phố họp lúc 19 giờ 30 ở {view}.", encoding="utf-8")
    page.goto(adding_server.url + view)
    invitation = page.get_by_text("Thả để thêm vào kho")
    expect(invitation).to_be_hidden()
    drag = _dragging(page, file)
    drag("dragEnter")
    _hold(drag, invitation)
    drag("dragCancel")
    expect(invitation).to_be_hidden()
    drag("dragEnter", "dragOver", "drop")
    expect(invitation).to_be_hidden()
    expect(jobs(page, file.name)).to_contain_text("đã thêm", timeout=_ENDS)
    assert page.url == f"{adding_server.url}/them"


def test_a_dropped_folder_is_walked_and_what_cannot_be_taken_is_named(
    adding_server: Server, page: Page, tmp_path: Path
) -> None:
    inner = tmp_path / "thu-muc" / "nam-2024"
    inner.mkdir(parents=True)
    (inner.parent / "dau-nam.txt").write_text("Đầu năm trồng 310 cây bàng.", encoding="utf-8")
    (inner / "cuoi-nam.md").write_text("# Cuối năm\n\nCuối năm trồng 420 cây bàng.", encoding="utf-8")
    (inner / "anh-chup.jpg").write_bytes(b"\xff\xd8\xff anh")
    (inner / ".an.txt").write_text("ẩn", encoding="utf-8")
    (inner / "~$cuoi-nam.docx").write_bytes(b"khoa")
    page.goto(adding_server.url)
    _dragging(page, inner.parent)("dragEnter", "dragOver", "drop")
    for name in ("dau-nam.txt", "cuoi-nam.md"):
        expect(jobs(page, name)).to_contain_text("đã thêm", timeout=_ENDS)
    told = page.get_by_role("status").filter(has_text="Chưa đọc được loại tệp này.")
    expect(told).to_contain_text("anh-chup.jpg")
    expect(told).not_to_contain_text(".an.txt")
    expect(told).not_to_contain_text("~$")


def test_a_folder_is_chosen(adding_server: Server, page: Page, tmp_path: Path) -> None:
    folder = tmp_path / "chon"
    folder.mkdir()
    for n in (1, 2):
        (folder / f"chon-{n}.txt").write_text(f"Xóm {n} có {n}8 hộ nuôi ong.", encoding="utf-8")
    page.goto(f"{adding_server.url}/them")
    page.get_by_label("Chọn thư mục").set_input_files(folder)
    for n in (1, 2):
        expect(jobs(page, f"chon-{n}.txt")).to_contain_text("đã thêm", timeout=_ENDS)


def test_an_empty_folder_says_that_there_is_nothing(adding_server: Server, page: Page, tmp_path: Path) -> None:
    (tmp_path / "rong").mkdir()
    page.goto(adding_server.url)
    _dragging(page, tmp_path / "rong")("dragEnter", "dragOver", "drop")
    expect(page.get_by_text("Không có tệp nào để thêm.")).to_be_visible()
