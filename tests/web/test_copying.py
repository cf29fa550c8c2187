"""Copying for a briefing: the answer with its references, as text and as a document with a table."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.servers import Server
from tests.web import cards
from tests.web.browsing import answer, citations, visit

_READ = """async type => {
  const [item] = await navigator.clipboard.read();
  return item.types.includes(type) ? (await item.getType(type)).text() : "";
}"""


def _copied(page: Page, rich: bool = False) -> str:
    expect(page.get_by_text("Đã sao chép.")).to_be_visible()
    return str(page.evaluate(_READ, "text/html" if rich else "text/plain"))


def _shape(page: Page) -> Any:
    """What a word processor would make of what was copied: its tables row by row, its lists, and what could do harm."""
    return page.evaluate(
        """html => {
          const body = new DOMParser().parseFromString(html, "text/html").body;
          const texts = (from, what) => [...from.querySelectorAll(what)].map(one => one.textContent);
          return {
            rows: [...body.querySelectorAll("tr")].map(row => texts(row, "th, td")), items: texts(body, "ol > li"),
            strong: texts(body, "strong"), paragraphs: texts(body, "p"), others: texts(body, "script, img, style"),
          };
        }""",
        _copied(page, rich=True),
    )


@pytest.fixture(autouse=True)
def _may_copy(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])


def test_an_answer_is_copied_with_its_references(server: Server, page: Page) -> None:
    given = cards.figure(server)
    cards.routed(page, server, given)
    answer(page).get_by_role("button", name="Sao chép câu trả lời").click()
    first = given["citations"][0]
    assert (
        _copied(page) == f"{given['question']}\n\n{given['answer']}\n\n[1] “{first['quote']}”\n({first['reference']})"
    )
    shape = _shape(page)
    assert shape["strong"] == [given["question"]]
    assert shape["paragraphs"][-1] == f"[1] “{first['quote']}”({first['reference']})"


def test_a_quotation_is_copied_with_its_reference(server: Server, page: Page) -> None:
    given = cards.figure(server)
    cards.routed(page, server, given)
    citations(page).first.get_by_role("button", name="Sao chép trích dẫn: 07-CTr/TU").click()
    first = given["citations"][0]
    assert _copied(page) == f"“{first['quote']}”\n({first['reference']})"


def test_a_comparison_is_copied_as_a_table(server: Server, page: Page) -> None:
    given = cards.comparison(server)
    cards.routed(page, server, given)
    answer(page).get_by_role("button", name="Sao chép câu trả lời").click()
    table = [given["table"]["columns"], *([*row["cells"][:-1], f"{row['cells'][-1]} [{row['citations'][0]}]"] for row in given["table"]["rows"])]  # fmt: skip
    assert "\n".join("\t".join(row) for row in table) in _copied(page)
    assert _shape(page)["rows"] == table


def test_a_list_is_copied_whole_and_once_also_what_is_folded(server: Server, page: Page) -> None:
    given = cards.listing(server, rows=12, total=12)
    cards.routed(page, server, given)
    answer(page).get_by_role("button", name="Sao chép câu trả lời").click()
    copied = _copied(page)
    items = [f"{row['cells'][0]} [{row['citations'][0]}]" for row in given["table"]["rows"]]
    assert [copied.count(row["cells"][0]) for row in given["table"]["rows"]] == [1] * 12
    assert _shape(page)["items"] == items


def test_markup_is_copied_as_text(server: Server, page: Page) -> None:
    given = cards.comparison(server)
    given["table"]["rows"][0]["cells"][1] = "<img src=x onerror=alert(1)>\t30%\n& <script>"
    cards.routed(page, server, {**given, "answer": "Xem bảng <b>này</b> [1]."})
    answer(page).get_by_role("button", name="Sao chép câu trả lời").click()
    assert "<img src=x onerror=alert(1)> 30% & <script>" in _copied(page)  # one cell, one line
    shape = _shape(page)
    assert shape["others"] == []
    assert shape["rows"][1][1] == "<img src=x onerror=alert(1)>\t30%\n& <script>"


def test_where_the_clipboard_is_withheld_text_and_table_are_copied_too(server: Server, browser: Browser) -> None:
    with visit(browser) as page:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.add_init_script("Object.defineProperty(window, 'isSecureContext', { get: () => false })")
        given = cards.comparison(server)
        cards.routed(page, server, given)
        answer(page).get_by_role("button", name="Sao chép câu trả lời").click()
        assert given["question"] in _copied(page)
        assert len(_shape(page)["rows"]) == 3
