"""Fixtures of these tests: a page that must stay without fault, and a server to add to."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.servers import Server, start_server
from tests.web.browsing import visit
from tests.web.reading import add_document

_PLAN = """ỦY BAN NHÂN DÂN

XÃ TÂN LONG

Số: 14/KH-UBND

Tân Long, ngày 6 tháng 3 năm 2024

KẾ HOẠCH

Phát triển nông nghiệp năm 2024

1. Tỷ lệ diện tích lúa gieo bằng máy đạt 42,5%.

2. Tỷ lệ hộ dùng nước sạch đạt ít nhất 96%.

3. Giao Hội Nông dân xã chủ trì, phối hợp với Đoàn Thanh niên xã lập sổ theo dõi tưới tiêu, hoàn thành trước ngày 30/9/2024.
"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page; the test fails if its console has an error or the content policy was touched."""
    with visit(browser) as fresh:
        yield fresh


@pytest.fixture(scope="session")
def adding_server(tmp_path_factory: pytest.TempPathFactory, encoder_folder: Path) -> Iterator[Server]:
    """A server without samples, that takes 1 MB at a time; its tests add files of their own."""
    data = tmp_path_factory.mktemp("adding") / "data"
    running = start_server(data, encoder_folder, CANCU_MAX_UPLOAD_MB="1")
    yield running
    running.stop()


@pytest.fixture(scope="session")
def register(tmp_path_factory: pytest.TempPathFactory, encoder_folder: Path) -> Iterator[Server]:
    """A server with a plan of two targets and a task, and a note without anything for the ledgers; what tests say of its facts, they take back."""
    running = start_server(tmp_path_factory.mktemp("register") / "data", encoder_folder)
    add_document(running, "ke-hoach.md", _PLAN)
    add_document(running, "lich.md", "# Lịch họp\n\nHọp giao ban tại phòng họp số hai.")
    yield running
    running.stop()
