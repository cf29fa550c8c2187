"""Asking on the page: answers with citations, quotations at a glance, refusals that help, hits, copying."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.servers import Server
from tests.web.browsing import (
    QUESTION,
    STRANGE_QUESTION,
    address,
    answer,
    ask,
    citations,
    home,
    marked,
    question_box,
    refusal,
    source,
)

_HITS_QUESTION = "trung tâm dữ liệu"


def _chip(page: Page) -> Locator:
    return answer(page).get_by_role("button", name="Mở trích dẫn 1: ").first


def _clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_a_question_is_answered_and_the_first_chip_opens_the_quoted_words(server: Server, page: Page) -> None:
    expected = server.ask(QUESTION)["citations"][0]
    page.goto(server.url)
    ask(page, QUESTION)
    expect(answer(page).get_by_role("paragraph").first).to_contain_text("30% GRDP")
    expect(page.get_by_role("heading", name=QUESTION, level=1)).to_be_visible()
    answer(page).get_by_role("button", name="Mở trích dẫn 1: 07-CTr/TU").first.click()
    assert marked(page) == expected["quote"]
    opened = page.get_by_role("complementary", name="07-CTr/TU")
    expect(opened).to_be_focused()
    expect(opened).to_contain_text("Lạc Giang")
    expect(opened).to_contain_text("văn bản mẫu")


@pytest.mark.parametrize("question", [QUESTION, "Hai nhiệm vụ bị quá hạn trong năm 2022 là gì?"])
def test_every_citation_shows_its_quote_and_opens_at_it(server: Server, page: Page, question: str) -> None:
    expected = server.ask(question)["citations"]
    assert len(expected) > 1
    page.goto(address(server.url, question))
    items = citations(page)
    expect(items).to_have_count(len(expected))
    for n, citation in enumerate(expected):
        assert items.nth(n).get_by_role("blockquote").text_content() == citation["quote"]
        items.nth(n).get_by_role("button", name="Mở trong văn bản").click()
        expect(source(page).get_by_role("heading", level=2)).to_contain_text(citation["document"]["title"])
        assert marked(page) == citation["quote"]


def test_what_proves_the_answer_stands_before_the_rest_which_is_folded(server: Server, page: Page) -> None:
    said = server.ask(QUESTION)
    proving = [c["n"] for c in said["citations"] if f"[{c['n']}]" in said["answer"]]
    further = len(said["citations"]) - len(proving)
    assert proving
    assert further >= 3
    page.goto(address(server.url, QUESTION))
    expect(answer(page).get_by_role("list", name="Trích dẫn").get_by_role("listitem")).to_have_count(len(proving))
    expect(answer(page).get_by_role("listitem")).to_have_count(len(proving))
    answer(page).get_by_text(f"Trích dẫn khác ({further})").click()
    expect(answer(page).get_by_role("listitem")).to_have_count(len(said["citations"]))


@pytest.mark.parametrize("way", ["pointer", "focus"])
def test_a_chip_shows_its_quotation_which_stays_while_read_and_goes_with_escape(
    server: Server, page: Page, way: str
) -> None:
    expected = server.ask(QUESTION)["citations"][0]
    page.goto(address(server.url, QUESTION))
    shown = page.get_by_role("tooltip")
    if way == "pointer":
        _chip(page).hover()
    else:
        expect(_chip(page)).to_be_visible()
        question_box(page).focus()
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        expect(_chip(page)).to_be_focused()
    expect(shown).to_be_visible()
    expect(shown.get_by_role("blockquote")).to_have_text(expected["quote"])
    expect(shown).to_contain_text("07-CTr/TU")
    expect(_chip(page)).to_have_accessible_description(re.compile(re.escape(expected["quote"][:20])))
    if way == "pointer":
        shown.hover()
        page.wait_for_function("() => new Promise(done => setTimeout(() => done(true), 400))")  # longer than it waits
        expect(shown).to_be_visible()
    page.keyboard.press("Escape")
    expect(shown).to_be_hidden()
    expect(answer(page)).to_be_visible()


def test_what_is_not_in_the_documents_is_refused_with_advice_and_the_nearest_passages(
    server: Server, page: Page
) -> None:
    page.goto(server.url)
    ask(page, STRANGE_QUESTION)
    said = refusal(page)
    expect(said).to_contain_text("Hỏi bằng từ ngữ khác")
    expect(said.get_by_role("link", name="Thêm văn bản có nội dung này")).to_have_attribute("href", "/them")
    expect(said.get_by_role("button", name="Bỏ bộ lọc")).to_be_hidden()
    expect(said.get_by_role("list", name="Câu hỏi khác").get_by_role("link").first).to_be_visible()
    expect(said.get_by_role("heading", name="Những đoạn gần nhất, không phải câu trả lời")).to_be_visible()
    nearest = said.get_by_role("list", name="Những đoạn gần nhất").get_by_role("listitem")
    assert nearest.count() > 0
    nearest.first.get_by_role("button", name="Mở trong văn bản").click()
    assert marked(page) == server.ask(STRANGE_QUESTION)["citations"][0]["quote"]


def test_hits_are_counted_shown_and_opened(server: Server, page: Page) -> None:
    found = server.get("/api/search", q=_HITS_QUESTION, limit=10)
    page.goto(address(server.url, _HITS_QUESTION))
    hits = page.get_by_role(
        "list", name=re.compile(rf"^{len(found['hits'])} đoạn đầu trong (hơn )?{found['total']} đoạn")
    )
    items = hits.get_by_role("listitem")
    expect(items).to_have_count(len(found["hits"]))
    assert items.get_by_role("blockquote").all_text_contents() == [hit["quote"] for hit in found["hits"]]
    expect(items.first.locator("mark").first).to_be_visible()
    titles = [hit["heading"] for hit in found["hits"]]
    at = next(n for n, heading in enumerate(titles) if heading)
    expect(items.nth(at)).to_contain_text(" › ".join(titles[at]))
    items.nth(2).get_by_role("button", name="Mở trong văn bản: ").click()
    assert marked(page) == found["hits"][2]["quote"]


def test_more_hits_come_below_and_what_is_read_stays_in_its_place(server: Server, page: Page) -> None:
    first = server.get("/api/search", q=_HITS_QUESTION, limit=10)
    second = server.get("/api/search", q=_HITS_QUESTION, limit=10, offset=10)
    page.goto(address(server.url, _HITS_QUESTION))
    items = page.get_by_role("region", name="đoạn").get_by_role("listitem")
    expect(items).to_have_count(len(first["hits"]))
    more = page.get_by_role("button", name="Xem thêm", exact=True)
    more.scroll_into_view_if_needed()
    before = items.last.bounding_box()
    more.click()
    expect(items).to_have_count(len(first["hits"]) + len(second["hits"]))
    assert items.nth(len(first["hits"]) - 1).bounding_box() == before
    expect(items.nth(len(first["hits"])).get_by_role("link")).to_be_focused()
    assert items.get_by_role("blockquote").all_text_contents() == [h["quote"] for h in first["hits"] + second["hits"]]


def test_each_question_to_try_is_answered(server: Server, page: Page) -> None:
    page.goto(server.url)
    links = page.get_by_role("list", name="Hỏi thử").get_by_role("link")
    expect(links).to_have_count(3)
    for n in range(3):
        page.goto(server.url)
        words = links.nth(n).text_content()
        links.nth(n).click()
        answer(page)
        expect(question_box(page)).to_have_value(words or "")


@pytest.mark.parametrize("then", ["another question", "home"])
def test_an_answer_that_comes_late_is_not_shown(server: Server, page: Page, then: str) -> None:
    held: list[Route] = []
    page.route("**/api/ask", lambda route: route.continue_() if held else held.append(route))
    page.goto(server.url)
    ask(page, STRANGE_QUESTION)
    expect(page.get_by_role("status").first).to_have_text("Đang tìm…")
    if then == "home":
        page.get_by_role("link", name="Căn Cứ").click()
    else:
        ask(page, QUESTION)
        expect(answer(page)).to_contain_text("30% GRDP")
    assert len(held) == 1
    held[0].continue_()
    page.wait_for_timeout(500)
    if then == "home":
        expect(home(page)).to_be_visible()
    else:
        expect(answer(page)).to_contain_text("30% GRDP")
    expect(page.get_by_role("region", name="Không tìm thấy trong kho")).to_be_hidden()


def test_an_empty_question_asks_nothing(server: Server, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(server.url)
    ask(page, "   ")
    expect(home(page)).to_be_visible()
    assert page.url == f"{server.url}/"
    assert not [url for url in asked if "/api/ask" in url]


def test_an_answer_is_copied_with_where_it_stands(server: Server, page: Page) -> None:
    cited = server.ask(QUESTION)["citations"][0]
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address(server.url, QUESTION))
    answer(page).get_by_role("button", name="Sao chép câu trả lời").click()
    expect(page.get_by_text("Đã sao chép.")).to_be_visible()
    copied = _clipboard(page)
    assert copied.startswith(QUESTION)
    assert "30% GRDP" in copied
    for part in (cited["quote"], cited["document"]["symbol"]):
        assert part in copied
    citations(page).first.get_by_role("button", name="Sao chép trích dẫn: ").click()
    page.wait_for_function("before => navigator.clipboard.readText().then(now => now !== before)", arg=copied)
    assert _clipboard(page).startswith(f"“{cited['quote']}”")


def test_a_question_read_otherwise_can_be_asked_as_typed(server: Server, page: Page) -> None:
    """Whatever the server reads into questions by now: this one says so, once, and the page hands the wish on."""
    asked: list[object] = []

    def reply(route: Route) -> None:
        body: Any = route.request.post_data_json
        asked.append(body["as_typed"])
        given = server.ask(QUESTION)
        route.fulfill(json={**given, "read_as": None if body["as_typed"] else "kinh tế số"})

    page.route("**/api/ask", reply)
    page.goto(address(server.url, "kinh te so"))
    answer(page)
    expect(page.get_by_text("Hiểu là: kinh tế số")).to_be_visible()
    page.get_by_role("link", name="Tìm đúng như đã gõ").click()
    expect(page.get_by_text("Hiểu là: ")).to_be_hidden()
    assert asked == [False, True]
    assert "as_typed=1" in page.url
    ask(page, QUESTION)
    answer(page)
    assert "as_typed" not in page.url


def test_a_slow_answer_keeps_its_room_and_says_that_it_is_coming(server: Server, page: Page) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/api/ask", hold)
    page.goto(address(server.url, QUESTION))
    expect(page.locator("#waiting")).to_be_visible()
    title = page.get_by_role("heading", name=QUESTION, level=1)
    before = title.bounding_box()
    held[0].continue_()
    answer(page)
    assert title.bounding_box() == before
    expect(page.locator("#waiting")).to_be_hidden()


def test_the_page_says_which_document_comes_first(server: Server, page: Page) -> None:
    page.goto(address(server.url, "Theo ctr 07 năng suất lao động tăng bao nhiêu?"))
    expect(page.get_by_text("Hiểu là: Theo chương trình 07-CTr/TU")).to_be_visible()
    expect(page.get_by_text("Ưu tiên 07-CTr/TU", exact=True)).to_be_visible()
    page.goto(address(server.url, "Theo 07-CTr/TU năng suất lao động tăng bao nhiêu?"))
    expect(page.get_by_text("Ưu tiên 07-CTr/TU", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="Tìm đúng như đã gõ")).to_be_hidden()
    page.goto(address(server.url, QUESTION))
    answer(page)
    expect(page.get_by_text("Ưu tiên")).to_be_hidden()
