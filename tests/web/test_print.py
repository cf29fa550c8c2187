"""What is read prints on A4 in black on white, without what is pressed."""

import io
import re
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.servers import Server
from tests.web import cards
from tests.web.browsing import QUESTION, address, answer, visit
from tests.web.ledgers import facts, open_ledger

_A4 = (595, 842)  # points


def _printed(page: Page) -> PdfReader:
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def _letters(text: str) -> str:
    """Without spaces: the fonts of a PDF tear Vietnamese words apart."""
    return re.sub(r"\s+", "", text)


def _words(printed: PdfReader) -> str:
    return _letters(" ".join(sheet.extract_text() for sheet in printed.pages))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_answer_prints_with_its_citations_and_nothing_to_press(
    server: Server, browser: Browser, scheme: Literal["light", "dark"]
) -> None:
    with visit(browser, scheme=scheme) as page:
        page.goto(address(server.url, QUESTION))
        quoted = answer(page).get_by_role("blockquote").first.inner_text()
        printed = _printed(page)
        size = printed.pages[0].mediabox
        assert (round(size.width), round(size.height)) == _A4
        words = _words(printed)
        assert _letters(QUESTION) in words
        assert _letters(quoted) in words
        for pressed in ("Sao chép", "Mở trong văn bản", "Lọc kết quả"):
            assert _letters(pressed) not in words
        page.emulate_media(media="print")
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def test_a_long_list_prints_whole_with_its_references(server: Server, page: Page) -> None:
    given = cards.listing(server)
    cards.routed(page, server, given)
    words = _words(_printed(page))
    assert [row["cells"] for row in given["table"]["rows"] if _letters(row["cells"][0]) not in words] == []
    assert [cited["n"] for cited in given["citations"] if _letters(cited["quote"]) not in words] == []
    for pressed in ("Hiện đủ", "Hỏi tiếp", "Chưa đúng", "Xem tất cả", "Xem thêm"):
        assert _letters(pressed) not in words


def test_a_document_and_the_table_print_whole(server: Server, page: Page) -> None:
    documents = server.get("/api/documents")["documents"]
    longest = max(documents, key=lambda row: server.get(f"/api/documents/{row['id']}")["characters"])
    text = server.get(f"/api/documents/{longest['id']}/text")["text"]
    page.goto(f"{server.url}/van-ban/{longest['id']}")
    last = re.split(r"[|\n]", text.strip())[-1].strip()
    expect(page.get_by_text(last).last).to_be_attached()
    assert _letters(last) in _words(_printed(page))
    page.goto(f"{server.url}/van-ban")
    expect(page.get_by_role("table").or_(page.get_by_role("listitem")).first).to_be_visible()
    words = _words(_printed(page))
    assert "Cơquan" in words
    assert [row["symbol"] for row in documents if row["symbol"] and row["symbol"] not in words] == []


def test_a_ledger_prints_its_rows_and_what_narrows_it_and_nothing_to_press(server: Server, page: Page) -> None:
    open_ledger(page, server, "assignment", chu_tri="Sở Tài chính", tim="kinh phí")
    tasks = facts(server, "assignment", agency="Sở Tài chính", q="kinh phí")
    words = _words(_printed(page))
    assert tasks and all(_letters(task["task"])[1:] in words for task in tasks)
    assert _letters("“kinh phí”; Việc của: Sở Tài chính") in words
    for pressed in ("Tải Excel", "Kiểm tra", "Danh sách", "Lọc theo chữ"):
        assert _letters(pressed) not in words
    open_ledger(page, server, "target", xem="khac")
    page.emulate_media(media="print")
    mark = page.get_by_role("blockquote").first.locator("mark").first
    assert mark.evaluate("(mark) => getComputedStyle(mark).textDecorationLine") == "underline"
