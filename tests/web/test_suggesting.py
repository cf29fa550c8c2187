"""Suggestions while typing, and questions asked before: by keyboard and pointer, never late, never in the way."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.servers import Server
from tests.web.browsing import QUESTION, STRANGE_QUESTION, answer, ask, home, question_box, refusal, visit

_SYMBOL = "07-CTr/TU"


def _options(page: Page) -> Locator:
    return page.get_by_role("listbox", name="Gợi ý").get_by_role("option")


def _document(server: Server) -> str:
    found = server.get("/api/documents")["documents"]
    return next(str(doc["id"]) for doc in found if doc["symbol"] == _SYMBOL)


def _issuer(server: Server) -> str:
    found = server.get("/api/documents")["documents"]
    return next(str(doc["issuer"]) for doc in found if doc["symbol"] == _SYMBOL)


@pytest.mark.parametrize("way", ["keyboard", "pointer"])
def test_a_number_leads_to_its_document(server: Server, page: Page, way: str) -> None:
    page.goto(server.url)
    question_box(page).press_sequentially("07-CTr")
    option = _options(page).filter(has_text=_SYMBOL).first
    expect(option).to_be_visible()
    expect(question_box(page)).to_have_attribute("aria-expanded", "true")
    if way == "pointer":
        option.click()
    else:
        page.keyboard.press("ArrowDown")
        expect(option).to_have_attribute("aria-selected", "true")
        expect(question_box(page)).to_have_attribute("aria-activedescendant", option.get_attribute("id") or "")
        expect(question_box(page)).to_be_focused()
        page.keyboard.press("Enter")
    page.wait_for_url(f"**/van-ban/{_document(server)}")
    expect(_options(page)).to_have_count(0)


def test_a_body_narrows_what_is_asked_next(server: Server, page: Page) -> None:
    issuer = _issuer(server)
    page.goto(server.url)
    question_box(page).press_sequentially(issuer[:8])
    _options(page).filter(has_text="Cơ quan").filter(has_text=issuer).first.click()
    tag = page.get_by_role("button", name=f"Bỏ lọc Cơ quan ban hành: {issuer}")
    expect(tag).to_be_visible()
    expect(question_box(page)).to_have_value("")
    expect(question_box(page)).to_be_focused()
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    expect(answer(page)).to_contain_text("30% GRDP")
    expect(tag).to_be_visible()
    assert "co_quan=" in page.url


def test_arrows_go_round_by_way_of_what_was_typed_and_escape_closes_first(server: Server, page: Page) -> None:
    page.goto(server.url)
    question_box(page).press_sequentially("chương trình")
    expect(_options(page).first).to_be_visible()
    page.keyboard.press("ArrowUp")
    expect(_options(page).last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option", selected=True)).to_have_count(0)
    page.keyboard.press("Escape")
    expect(_options(page)).to_have_count(0)
    expect(question_box(page)).to_have_value("chương trình")
    expect(question_box(page)).to_have_attribute("aria-expanded", "false")


def test_enter_without_a_choice_asks_what_was_typed(server: Server, page: Page) -> None:
    page.goto(server.url)
    question_box(page).press_sequentially("chương trình")
    expect(_options(page).first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/?q=*")
    expect(_options(page)).to_have_count(0)
    expect(page.get_by_role("region", name=re.compile("Trả lời|Không tìm thấy"))).to_be_visible()
    expect(_options(page)).to_have_count(0)


def test_suggestions_for_earlier_letters_do_not_replace_newer_ones(server: Server, page: Page) -> None:
    held: list[Route] = []
    page.route("**/api/suggest*", lambda route: route.continue_() if held else held.append(route))
    page.goto(server.url)
    question_box(page).press_sequentially("kế")
    page.wait_for_timeout(300)  # longer than the page waits for another letter
    assert len(held) == 1
    question_box(page).fill("07-CTr")
    expect(_options(page).filter(has_text=_SYMBOL).first).to_be_visible()
    shown = _options(page).all_text_contents()
    held[0].fulfill(json={"suggestions": [{"text": "muộn", "kind": "issuer", "document_id": None}]})
    page.wait_for_timeout(200)
    assert _options(page).all_text_contents() == shown


def test_the_page_goes_on_without_suggestions(server: Server, browser: Browser) -> None:
    with visit(browser, allow="Failed to load resource") as page:
        page.route("**/api/suggest*", lambda route: route.abort())
        page.goto(server.url)
        question_box(page).press_sequentially(QUESTION)
        page.keyboard.press("Enter")
        expect(answer(page)).to_contain_text("30% GRDP")


def test_questions_asked_before_are_offered_newest_first_and_can_be_forgotten(server: Server, page: Page) -> None:
    page.goto(server.url)
    ask(page, STRANGE_QUESTION)
    refusal(page)
    ask(page, QUESTION)
    answer(page)
    question_box(page).fill("")
    expect(_options(page)).to_have_text(
        [re.compile(QUESTION[:30]), re.compile(STRANGE_QUESTION[:20]), "Xem lịch sử câu hỏi", re.compile("^Xoá")]
    )
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    refusal(page)
    page.goto(server.url)
    recent = page.get_by_role("list", name="Câu hỏi gần đây").get_by_role("link")
    expect(recent).to_have_text([STRANGE_QUESTION, QUESTION])
    page.get_by_role("button", name="Xoá các câu hỏi gần đây").click()
    expect(recent).to_have_count(0)
    page.get_by_role("button", name="Hoàn tác").click()
    expect(recent).to_have_count(2)
    page.get_by_role("button", name="Xoá các câu hỏi gần đây").click()
    page.reload()
    expect(home(page)).to_be_visible()
    expect(recent).to_have_count(0)


def test_twenty_questions_are_offered(server: Server, page: Page) -> None:
    page.goto(server.url)
    many = [f"câu hỏi {n}" for n in range(25)]
    page.evaluate("many => localStorage.setItem('cancu.questions', JSON.stringify(many))", many)
    ask(page, QUESTION)
    answer(page)
    question_box(page).fill("")
    expect(_options(page)).to_have_count(22)  # and two ways on
    expect(_options(page).nth(19)).to_contain_text("câu hỏi 18")


@pytest.mark.parametrize("kept", ["forbidden", "full", "not ours"])
def test_storage_that_fails_does_no_harm(server: Server, page: Page, kept: str) -> None:
    page.add_init_script({
        "forbidden": "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })",
        "full": "Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError') }",
        "not ours": "localStorage.setItem('cancu.history', '{\"a\": [1')",
    }[kept])  # fmt: skip
    page.goto(server.url)
    expect(page.get_by_text("Kho đang có")).to_be_visible()
    ask(page, QUESTION)
    expect(answer(page)).to_contain_text("30% GRDP")
    question_box(page).fill("")
    question_box(page).fill("07-CTr")
    expect(_options(page).first).to_be_visible()
