"""Asking on the page: answers with citations, sources opened at the quoted words, refusals that help, hits."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.conftest import SAMPLES
from tests.servers import Server
from tests.web.browsing import QUESTION, STRANGE_QUESTION, address, answer, ask, home, marked, refusal, source


def test_a_question_is_answered_and_the_first_chip_opens_the_quoted_words(server: Server, page: Page) -> None:
    expected = server.ask(QUESTION)["citations"][0]
    page.goto(server.url)
    ask(page, QUESTION)
    answer_text = answer(page).get_by_role("paragraph").first
    expect(answer_text).to_contain_text("30% GRDP")
    expect(page.get_by_role("heading", name=QUESTION, level=1)).to_be_visible()
    answer_text.get_by_role("button", name="Mở trích dẫn 1: 07-CTr/TU").click()
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
    items = answer(page).get_by_role("list", name="Trích dẫn").get_by_role("listitem")
    expect(items).to_have_count(len(expected))
    for n, citation in enumerate(expected):
        assert items.nth(n).get_by_role("blockquote").text_content() == citation["quote"]
        items.nth(n).get_by_role("button").click()
        expect(source(page).get_by_role("heading", level=2)).to_contain_text(citation["document"]["title"])
        assert marked(page) == citation["quote"]


def test_the_page_number_stands_above_what_is_on_it(server: Server, page: Page) -> None:
    cited = server.ask(QUESTION)["citations"]
    n = next(citation["n"] for citation in cited if citation["page"])
    page.goto(address(server.url, QUESTION))
    item = answer(page).get_by_role("listitem").nth(n - 1)
    expect(item).to_contain_text(f"trang {cited[n - 1]['page']}")
    item.get_by_role("button").click()
    expect(source(page).get_by_text(f"trang {cited[n - 1]['page']}", exact=True)).to_be_visible()


def test_what_is_not_in_the_documents_is_refused_with_advice_and_the_nearest_passages(
    server: Server, page: Page
) -> None:
    page.goto(server.url)
    ask(page, STRANGE_QUESTION)
    said = refusal(page)
    expect(said).to_contain_text("Hãy hỏi bằng từ ngữ khác, hoặc thêm văn bản có nội dung này.")
    nearest = said.get_by_role("list", name="Những đoạn gần nhất").get_by_role("listitem")
    assert nearest.count() > 0
    nearest.first.get_by_role("button").click()
    assert marked(page) == server.ask(STRANGE_QUESTION)["citations"][0]["quote"]


def test_hits_are_counted_shown_and_opened(server: Server, page: Page) -> None:
    found = server.get("/api/search", q="trung tâm dữ liệu", limit=10)
    page.goto(address(server.url, "trung tâm dữ liệu"))
    hits = page.get_by_role(
        "list", name=re.compile(rf"^{len(found['hits'])} đoạn đầu trong (hơn )?{found['total']} đoạn")
    )
    items = hits.get_by_role("listitem")
    expect(items).to_have_count(len(found["hits"]))
    assert items.get_by_role("blockquote").all_text_contents() == [hit["quote"] for hit in found["hits"]]
    expect(items.first.locator("mark").first).to_be_visible()
    items.nth(2).get_by_role("button", name=re.compile("^Mở trong văn bản: ")).click()
    assert marked(page) == found["hits"][2]["quote"]


def test_each_question_to_try_is_answered(server: Server, page: Page) -> None:
    page.goto(server.url)
    links = page.get_by_role("list", name="Hỏi thử").get_by_role("link")
    expect(links).to_have_count(3)
    for n in range(3):
        page.goto(server.url)
        words = links.nth(n).text_content()
        links.nth(n).click()
        answer(page)
        expect(page.get_by_role("searchbox", name="Câu hỏi")).to_have_value(words or "")


def test_the_original_comes_as_it_was_added(server: Server, page: Page, tmp_path: Path) -> None:
    page.goto(address(server.url, QUESTION))
    answer(page).get_by_role("button").first.click()
    with page.expect_download() as coming:
        page.get_by_role("link", name="Tải tệp gốc").click()
    coming.value.save_as(tmp_path / "saved")
    assert coming.value.suggested_filename == "07-CTr-TU-2021.docx"
    assert (tmp_path / "saved").read_bytes() == (SAMPLES / "07-CTr-TU-2021.docx").read_bytes()


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
