"""Fixtures of these tests: a page that must stay without fault, and a server to add to."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.servers import Server, start_server
from tests.web.browsing import visit


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
