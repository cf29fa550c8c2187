"""The watched folder on the page: where it is, how it stands, and its files in the list without a reload."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.servers import Server, start_server
from tests.web.browsing import jobs, open_adding

_ENDS = 240_000  # milliseconds


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The watched folder."""
    made = tmp_path / "hop-thu-den"
    made.mkdir()
    return made


@pytest.fixture
def watching(tmp_path: Path, folder: Path, encoder_folder: Path) -> Iterator[Server]:
    """A server that watches it."""
    running = start_server(tmp_path / "data", encoder_folder, CANCU_WATCH=str(folder), CANCU_WATCH_SETTLE="0.5")
    yield running
    running.stop()


def test_files_put_into_the_watched_folder_appear_by_themselves(watching: Server, folder: Path, page: Page) -> None:
    open_adding(page, watching)
    watch = page.get_by_role("region", name="Thư mục theo dõi")
    expect(watch).to_contain_text(str(folder))
    (folder / "cong-van-den.txt").write_text("Công văn đến: tặng 64 bộ sách.", encoding="utf-8")
    expect(jobs(page, "cong-van-den.txt")).to_contain_text("đã thêm", timeout=_ENDS)
    expect(watch).to_contain_text("có 1 tệp")
    (folder / "cong-van-den.txt").write_text("Công văn đến: tặng 70 bộ sách, 2 tủ.", encoding="utf-8")
    expect(jobs(page, "cong-van-den.txt").first).to_contain_text("Xem thay đổi so với phiên bản 1", timeout=_ENDS)
    (folder / "cong-van-den.txt").unlink()
    folder.rmdir()
    expect(watch).to_contain_text("Không theo dõi được thư mục", timeout=_ENDS)
    expect(watch).to_contain_text("Hãy kiểm tra thư mục còn đó")


def test_without_one_the_page_says_how_to_set_it(adding_server: Server, page: Page) -> None:
    open_adding(page, adding_server)
    expect(page.get_by_role("region", name="Thư mục theo dõi")).to_contain_text("đặt biến CANCU_WATCH")
