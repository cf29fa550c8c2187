"""What a visitor does with documents, in the page's own words: the table, one document for reading."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.servers import Server

ENDS = 60_000  # milliseconds in which a job has ended


def find_document(server: Server, file_name: str) -> str:
    """The id of a document, by its file."""
    documents = server.get("/api/documents")["documents"]
    found: str = next(document["id"] for document in documents if document["file_name"] == file_name)
    return found


def add_document(server: Server, file_name: str, text: str) -> str:
    """Add a text and wait until it is there; returns its id."""
    server.add((file_name, text.encode()))
    server.wait_for_jobs()
    return find_document(server, file_name)


def table_rows(page: Page) -> Locator:
    """The rows of the table, without its heads."""
    return page.get_by_role("table", name="Văn bản").get_by_role("row").filter(has=page.get_by_role("cell"))


def row_of(page: Page, title: str) -> Locator:
    """The row of a document."""
    return table_rows(page).filter(has_text=title)


def document_text(page: Page) -> Locator:
    """The text of the document, once it is there."""
    text = page.get_by_role("article")
    expect(text).not_to_be_empty()
    return text


def open_document(page: Page, server: Server, document_id: str, query: str = "") -> Locator:
    """Go to a document; returns its text."""
    page.goto(f"{server.url}/van-ban/{document_id}{query}")
    return document_text(page)


def shown_text(text: Locator) -> str:
    """The text as it is drawn, without the signs that the page adds."""
    lines = text.locator(".line").evaluate_all(
        "all => all.map((line) => [...line.querySelectorAll('.words')].map((words) => words.parentElement.tagName === 'TD'"
        " ? [...words.parentElement.childNodes].map((node) => node.textContent).join('') : words.textContent).join(''))"
    )
    return "\n".join(lines)


def undo(page: Page) -> None:
    """Take back what was done last."""
    page.get_by_role("button", name="Hoàn tác").click()


def told(page: Page, text: str | re.Pattern[str]) -> None:
    """The page says this somewhere that is read out."""
    expect(page.get_by_role("status").filter(has_text=text).first).to_be_visible()
