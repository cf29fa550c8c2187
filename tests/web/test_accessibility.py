"""axe-core finds nothing to object to: in every view and state, on a desk and on a telephone, light and dark."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.servers import Server
from tests.web import cards
from tests.web.browsing import (
    QUESTION,
    STRANGE_QUESTION,
    address,
    answer,
    citations,
    has_sideways_scrolling,
    home,
    marked,
    question_box,
    refusal,
    source,
    visit,
)
from tests.web.ledgers import open_ledger
from tests.web.reading import find_document

_CHECKS: dict[str, Any] = {"resultTypes": ["violations"]}  # every rule


def _violations(page: Page) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    found: list[dict[str, Any]] = page.evaluate("checks => axe.run(checks).then(found => found.violations)", _CHECKS)
    return [f"{one['id']}: {node['target']} {node['failureSummary']}" for one in found for node in one["nodes"]]


def _home(server: Server, page: Page) -> None:
    page.goto(server.url)
    page.evaluate("localStorage.setItem('cancu.questions', JSON.stringify(['Hỏi trước đây?']))")
    page.reload()
    expect(home(page)).to_be_visible()
    expect(page.get_by_role("list", name="Hỏi thử").get_by_role("link")).to_have_count(3)


def _suggestions(server: Server, page: Page) -> None:
    page.goto(server.url)
    question_box(page).press_sequentially("chương trình")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")


def _answer(server: Server, page: Page) -> None:
    page.goto(f"{address(server.url, QUESTION)}&nam=2021&loai=chương trình")
    expect(page.locator("#facets input").first).to_be_attached()
    citations(page)


def _quotation(server: Server, page: Page) -> None:
    page.goto(address(server.url, QUESTION))
    answer(page).get_by_role("button").first.hover()
    expect(page.get_by_role("tooltip")).to_be_visible()


def _source(server: Server, page: Page) -> None:
    page.goto(address(server.url, QUESTION))
    answer(page).get_by_role("button").first.click()
    assert marked(page)
    source(page).get_by_text("Mục lục").click()


def _not_found(server: Server, page: Page) -> None:
    page.goto(f"{address(server.url, STRANGE_QUESTION)}&nam=2021")
    refusal(page)


def _error(server: Server, page: Page) -> None:
    page.route("**/api/ask", lambda route: route.fulfill(status=503, json={"error": {"message": "Máy chủ đang bận."}}))
    page.goto(address(server.url, QUESTION))
    expect(page.get_by_role("alert").filter(has_text="Máy chủ đang bận.")).to_be_visible()


def _documents(server: Server, page: Page) -> None:
    page.goto(f"{server.url}/van-ban")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.wait_for_load_state("networkidle")


def _document(server: Server, page: Page) -> None:
    page.goto(f"{server.url}/van-ban/{server.get('/api/documents')['documents'][0]['id']}")
    expect(page.get_by_role("heading", level=1)).not_to_be_empty()
    page.wait_for_load_state("networkidle")


def _adding(server: Server, page: Page) -> None:
    page.goto(f"{server.url}/them")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def _targets(server: Server, page: Page) -> None:
    open_ledger(page, server, "target", nam="2025", tim="kinh tế số")


def _indicators(server: Server, page: Page) -> None:
    open_ledger(page, server, "target", xem="gop", tim="tỷ trọng kinh tế số trong")


def _differing(server: Server, page: Page) -> None:
    open_ledger(page, server, "target", xem="khac")


def _assignments(server: Server, page: Page) -> None:
    open_ledger(page, server, "assignment", han="overdue", chu_tri="Sở Tài chính")


def _board(server: Server, page: Page) -> None:
    open_ledger(page, server, "assignment", xem="bang")


def _references(server: Server, page: Page) -> None:
    open_ledger(page, server, "decision", van_ban=find_document(server, "296-KH-TU-2025.md"))


def _missing(server: Server, page: Page) -> None:
    open_ledger(page, server, "decision", xem="thieu")


def _review(server: Server, page: Page) -> None:
    open_ledger(page, server, "target", tim="kinh tế số")
    page.get_by_role("button", name=re.compile("^Kiểm tra")).first.click()
    expect(page.get_by_role("dialog")).to_be_visible()


def _history(server: Server, page: Page) -> None:
    page.goto(server.url)
    entries = (
        "{question: 'Phí gửi xe?', at: '2025-03-06T08:00:00Z', kind: 'target', status: 'not_found'}, 'Hỏi trước đây?'"
    )
    page.evaluate(f"localStorage.setItem('cancu.history', JSON.stringify([{entries}]))")
    page.goto(f"{server.url}/lich-su")
    expect(page.get_by_role("link", name="Phí gửi xe?")).to_be_visible()


_STATES: list[Callable[[Server, Page], None]] = [
    _home, _suggestions, _answer, _quotation, _source, _not_found, _error, _documents, _document, _adding,
    _targets, _indicators, _differing, _assignments, _board, _references, _missing, _review,
    _history,
]  # fmt: skip


@pytest.mark.parametrize("card", cards.CARDS)
def test_no_answer_keeps_anyone_out_or_is_wider_than_a_telephone(server: Server, browser: Browser, card: str) -> None:
    with visit(browser) as page:
        given = cards.CARDS[card](server)
        cards.routed(page, server, {**given, "follows": {"question": "Phí gửi xe?", "asked": "Phí gửi xe năm 2024?"}})
        page.locator("#verdict").get_by_role("button").last.click()
        expect(page.get_by_role("radio").first).to_be_focused()
        assert _violations(page) == []
        page.emulate_media(color_scheme="dark")
        assert _violations(page) == []
        page.set_viewport_size({"width": 360, "height": 740})
        assert _violations(page) == []
        assert not has_sideways_scrolling(page)


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("bring_about", _STATES, ids=lambda state: state.__name__.strip("_"))
def test_nothing_keeps_anyone_out(
    server: Server, browser: Browser, bring_about: Callable[[Server, Page], None], width: int
) -> None:
    with visit(browser, width=width, height=740, allow="503") as page:
        bring_about(server, page)
        assert _violations(page) == []
        page.emulate_media(color_scheme="dark")
        assert _violations(page) == []
