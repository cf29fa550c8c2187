"""What a visitor does in the ledgers, in the page's own words."""

from typing import Any, Literal
from urllib.parse import urlencode

from playwright.sync_api import Locator, Page, expect

from tests.servers import Server

Kind = Literal["target", "assignment", "decision"]
LEDGERS: dict[Kind, tuple[str, str]] = {
    "target": ("/chi-tieu", "Chỉ tiêu"),
    "assignment": ("/phan-cong", "Phân công"),
    "decision": ("/quyet-dinh", "Quyết định và căn cứ"),
}


def open_ledger(page: Page, server: Server, kind: Kind, **query: str) -> None:
    """Go to a ledger and wait until it is drawn."""
    page.goto(f"{server.url}{LEDGERS[kind][0]}?{urlencode(query)}")
    settled(page)


def settled(page: Page) -> None:
    """Once what was asked for is there."""
    expect(page.locator("#ledger-count")).not_to_be_empty()
    expect(page.locator("#view-ledger")).not_to_have_attribute("aria-busy", "true")


def rows(page: Page, kind: Kind = "target") -> Locator:
    """The rows of the ledger's list, without its heads."""
    table = page.get_by_role("table", name=LEDGERS[kind][1], exact=True)
    return table.get_by_role("row").filter(has=page.get_by_role("cell"))


def column(page: Page, key: str) -> list[str]:
    """The texts of a column."""
    return page.locator(f"#ledger-rows td.column-{key}").all_inner_texts()


def facts(server: Server, kind: Kind, **wanted: Any) -> list[Any]:
    """Facts as the API has them."""
    found: list[Any] = server.get("/api/facts", kind=kind, limit=1000, **wanted)["facts"]
    return found


def look(page: Page, way: str) -> None:
    """Look at the ledger in another way."""
    page.get_by_role("navigation", name="Cách xem").get_by_role("link", name=way).click()
    settled(page)
