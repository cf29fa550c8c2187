"""A visitor's Chromium: pages that note what goes wrong in them, and what a person does there, in the page's own words."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal
from urllib.parse import quote_plus

from playwright.sync_api import Browser, Dialog, FilePayload, Locator, Page, expect

from tests.servers import Server

QUESTION = "Đến năm 2025 kinh tế số của Lạc Giang chiếm bao nhiêu phần trăm GRDP?"
STRANGE_QUESTION = "Cách nấu phở bò ngon tại nhà là gì?"
_SECONDS = 30
_TELL_OF_VIOLATIONS = 'addEventListener("securitypolicyviolation", (event) => console.error("CSP", event.violatedDirective, event.blockedURI));'
expect.set_options(timeout=_SECONDS * 1000)  # what is to come may come late on a slow machine


@contextmanager
def visit(
    browser: Browser,
    *,
    width: int = 1280,
    height: int = 900,
    scheme: Literal["light", "dark"] = "light",
    allow: str | None = None,
) -> Iterator[Page]:
    """A fresh page. At its end nothing may have been wrong in it: no error in the console, no report of the content policy, no dialog.

    ``allow``: a pattern of console errors that belong to the test.
    """
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, locale="vi-VN")
    context.set_default_timeout(_SECONDS * 1000)
    page = context.new_page()
    page.add_init_script(_TELL_OF_VIOLATIONS)
    wrong: list[str] = []

    def note(text: str) -> None:
        if allow is None or not re.search(allow, text):
            wrong.append(text)

    def decline(dialog: Dialog) -> None:
        wrong.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    page.on("console", lambda message: note(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", decline)
    try:
        yield page
        page.wait_for_timeout(50)  # what is on its way to the console arrives
    finally:
        context.close()
    assert not wrong, wrong


def address(url: str, question: str) -> str:
    """The address of a question."""
    return f"{url}/?q={quote_plus(question)}"


def question_box(page: Page) -> Locator:
    """Where questions are typed."""
    return page.get_by_role("combobox", name="Câu hỏi")


def ask(page: Page, question: str) -> None:
    """Type a question and send it."""
    question_box(page).fill(question)
    page.get_by_role("button", name="Hỏi", exact=True).click()


def home(page: Page) -> Locator:
    """The heading of the page before anything is asked."""
    return page.get_by_role("heading", name="Hỏi văn bản, nhận câu trả lời", level=1)


def answer(page: Page) -> Locator:
    """The answer, once it is there."""
    region = page.get_by_role("region", name="Trả lời")
    expect(region).to_be_visible(timeout=_SECONDS * 1000)
    return region


def citations(page: Page) -> Locator:
    """All citations of the answer, the further ones unfolded."""
    fold = answer(page).locator("details")
    if fold.is_visible() and fold.get_attribute("open") is None:
        fold.locator("summary").click()
    return (
        answer(page).get_by_role("listitem").filter(has=page.get_by_role("blockquote"))
    )  # no items of a list that answers


def refusal(page: Page) -> Locator:
    """The place of the answer, once it says that there is none."""
    region = page.get_by_role("region", name="Không tìm thấy trong kho")
    expect(region).to_be_visible(timeout=_SECONDS * 1000)
    return region


def source(page: Page) -> Locator:
    """The opened document."""
    return page.locator("aside")


def marked(page: Page) -> str:
    """What is marked in the opened document; marks in several paragraphs are joined by line breaks, as in the text."""
    expect(source(page)).not_to_have_attribute("aria-busy", "true")
    marks = source(page).locator("mark")
    expect(marks.first).to_be_in_viewport()
    return "\n".join(marks.all_text_contents())


def open_adding(page: Page, server: Server) -> None:
    """Open the view in which files are added, and wait until it knows what is there."""
    page.goto(f"{server.url}/them")
    expect(page.locator("#watch-state")).not_to_be_empty(timeout=_SECONDS * 1000)


def add_status(page: Page) -> Locator:
    """The line that says how far adding is, as a whole."""
    return page.get_by_role("region", name="Các lần thêm").get_by_role("status")


def jobs(page: Page, file_name: str) -> Locator:
    """The entries of a file in the list of what was added, newest first."""
    return page.get_by_role("list", name="Các lần thêm").get_by_role("listitem").filter(has_text=file_name)


def choose(page: Page, *files: tuple[str, bytes]) -> None:
    """Choose files to add, as the system's dialog hands them over."""
    payloads: list[FilePayload] = [
        {"name": name, "mimeType": "application/octet-stream", "buffer": content} for name, content in files
    ]
    page.get_by_label("Chọn tệp để thêm").set_input_files(payloads)


def has_sideways_scrolling(page: Page) -> bool:
    """Whether anything is wider than the window."""
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
