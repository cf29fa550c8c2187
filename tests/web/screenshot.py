"""The picture of the README, taken of a real server with the samples: ``python -m tests.web.screenshot docs/man-hinh.png``."""

import sys
from pathlib import Path

from tests.web.browsing import visit
from tests.web.screenshots import samples_in_browser, show_source


def main(target: Path) -> None:
    """Ask, open the first citation, take the picture."""
    with samples_in_browser() as (server, _, browser), visit(browser, height=800) as page:
        show_source(page, server)
        page.screenshot(path=target)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
