"""The picture of the README, taken of a real server with the samples: ``python -m tests.web.screenshot docs/man-hinh.png``."""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from corpus.settings import load_settings
from tests.conftest import CHROMIUM, CHROMIUM_FLAGS
from tests.servers import start_server
from tests.web.browsing import QUESTION, address, answer, marked, visit


def main(target: Path) -> None:
    """Ask, open the first citation, take the picture."""
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        server = start_server(Path(scratch) / "data", load_settings().encoder_folder.absolute(), samples=True)
        try:
            server.wait_for_jobs()
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
            with visit(browser, height=800) as page:
                page.goto(address(server.url, QUESTION))
                answer(page).get_by_role("button").first.click()
                assert "30% GRDP" in marked(page)
                page.screenshot(path=target)
            browser.close()
        finally:
            server.stop()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
