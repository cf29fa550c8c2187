"""What stands in a document, a file name or an address is shown as text, whatever it tries to be."""

import html
from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.servers import Server
from tests.web.browsing import (
    answer,
    ask,
    choose,
    has_sideways_scrolling,
    jobs,
    marked,
    question_box,
    source,
    visit,
)

_MARKUP = "<script>window.caught = 1</script><b>x</b> \"><img src=x onerror='window.caught = 2'> <svg onload=alert(3)> {{7*7}}"
_RTL = "\u202eđảo ngược\u202c \u2067phải sang trái\u2069 \u200fhết"
_LONG = "Dài" + "x" * 10_000
_NAME = '"><img src=x onerror=alert(4)> & <b>\u202efdp.md'
_ENDS = 240_000


def _document(subject: str) -> str:
    return (
        f"Thông báo về {subject} {_MARKUP}\n\nPhí gửi xe của {subject} là 7.350 đồng {_MARKUP}.\n\n"
        f"Ghi chú của {subject}: {_RTL}.\n\nMã của {subject} là {_LONG}.\n"
    )


def _html(subject: str) -> str:
    lines = "".join(f"<p>{html.escape(line)}</p>" for line in _document(subject).splitlines() if line)
    return f'<html><body onload="window.caught = 5">{lines}<script>window.caught = 6</script></body></html>'


@pytest.mark.parametrize(
    ("subject", "suffix", "write"), [("chợ Tân Long", ".txt", _document), ("bến Mường Khao", ".html", _html)]
)
def test_a_document_of_markup_is_text_everywhere(
    adding_server: Server, page: Page, subject: str, suffix: str, write: Callable[[str], str]
) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(adding_server.url)
    choose(page, (f"{_NAME}{suffix}", write(subject).encode()))
    expect(jobs(page, suffix).filter(has_text="fdp").first).to_contain_text("đã thêm", timeout=_ENDS)
    assert not has_sideways_scrolling(page)
    page.get_by_role("link", name="Hỏi", exact=True).click()
    ask(page, f"Phí gửi xe của {subject} là bao nhiêu?")
    quoted = answer(page).get_by_role("blockquote").first
    expect(quoted).to_contain_text("<script>window.caught = 1</script><b>x</b>")
    expect(quoted).to_contain_text("onerror=")
    assert not has_sideways_scrolling(page)
    answer(page).get_by_role("button").first.click()
    assert "<svg onload=alert(3)>" in marked(page)
    expect(source(page)).to_contain_text("đảo ngược")
    expect(source(page)).to_contain_text(_LONG)
    assert not has_sideways_scrolling(page)
    strange = "document.querySelectorAll('#view-ask :is(script, img, svg, b), aside :is(script, img, svg, b)').length"
    assert page.evaluate(strange) == 0
    assert page.evaluate("typeof window.caught") == "undefined"


def test_an_address_of_markup_is_a_question(server: Server, page: Page) -> None:
    page.goto(f"{server.url}/?q={quote(_MARKUP)}")
    expect(
        page.get_by_role("region", name="Không tìm thấy trong kho").or_(page.get_by_role("region", name="Trả lời"))
    ).to_be_visible()
    expect(question_box(page)).to_have_value(_MARKUP)
    assert page.evaluate("document.querySelectorAll('#view-ask :is(script, img, svg, b)').length") == 0
    assert page.evaluate("typeof window.caught") == "undefined"


def test_a_script_that_got_into_the_page_would_not_run(server: Server, browser: Browser) -> None:
    with visit(browser, allow="^CSP|Content Security Policy") as page:
        page.goto(server.url)
        with page.expect_console_message(lambda message: message.text.startswith("CSP")) as told:
            page.evaluate(
                "const script = document.createElement('script'); script.textContent = 'window.caught = 7'; document.body.append(script)"
            )
        assert "script-src" in told.value.text
        assert page.evaluate("typeof window.caught") == "undefined"
