"""The picture of the README, taken of a real server with the samples: ``python -m tests.web.screenshot docs/man-hinh.png``."""

import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import sync_playwright

from corpus.settings import load_settings
from tests.conftest import CHROMIUM, CHROMIUM_FLAGS
from tests.servers import start_server

QUESTION = "Đến năm 2025 kinh tế số của Lạc Giang chiếm bao nhiêu phần trăm GRDP?"


def main(target: Path) -> None:
    """Ask, open the first citation, take the picture."""
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        server = start_server(Path(scratch) / "data", load_settings().encoder_folder.absolute(), samples=True)
        server.wait_for_jobs()
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 800}, locale="vi-VN")
        page.goto(f"{server.url}/?q={quote(QUESTION)}")
        page.locator(".chip").first.click()
        page.wait_for_timeout(1000)
        page.screenshot(path=target)
        browser.close()
        server.stop()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
