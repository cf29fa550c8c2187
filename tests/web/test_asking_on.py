"""Asking on from an answer: the question before goes with it, how it was understood is told, and it can be asked alone."""

from typing import Any

from playwright.sync_api import Page, Route, expect

from tests.servers import Server
from tests.web.browsing import QUESTION, STRANGE_QUESTION, address, answer, ask, question_box, refusal

_ON = "còn năm 2030?"
_WHOLE = "Đến năm 2030 kinh tế số của Lạc Giang chiếm bao nhiêu phần trăm GRDP?"


def _understanding(page: Page, server: Server, *, follows: bool = True) -> list[Any]:
    """A server that understands, or does not, what goes on; what it was asked."""
    asked: list[Any] = []

    def reply(route: Route) -> None:
        body: Any = route.request.post_data_json
        asked.append(body)
        before = body.get("previous")
        said = {"question": before, "asked": _WHOLE} if before and follows else None
        route.fulfill(json={**server.ask(QUESTION), "question": body["question"], "follows": said})

    page.route("**/api/ask", reply)
    return asked


def _go_on(page: Page, question: str) -> None:
    box = page.get_by_label("Hỏi tiếp từ câu trả lời này")
    box.fill(question)
    box.press("Enter")


def test_a_question_goes_on_from_the_answer_and_says_how_it_was_understood(server: Server, page: Page) -> None:
    asked = _understanding(page, server)
    searched: list[str] = []
    page.on("request", lambda request: searched.append(request.url) if "/api/search" in request.url else None)
    page.goto(address(server.url, QUESTION))
    answer(page)
    expect(page.locator("#follows")).to_be_hidden()
    _go_on(page, _ON)
    told = page.locator("#follows")
    expect(told).to_contain_text(f"Hỏi tiếp câu “{QUESTION}”, hiểu là: “{_WHOLE}”")
    assert asked[-1]["question"] == _ON
    assert asked[-1]["previous"] == QUESTION
    assert "previous" not in asked[0]
    assert "2030" in searched[-1] and "GRDP" in searched[-1]
    expect(page.get_by_label("Hỏi tiếp từ câu trả lời này")).to_have_value("")
    _go_on(page, "ai phối hợp?")
    expect(page.get_by_role("heading", name="ai phối hợp?", level=1)).to_be_visible()
    expect(told).to_contain_text(f"Hỏi tiếp câu “{_WHOLE}”")
    assert asked[-1]["previous"] == _WHOLE


def test_its_address_can_be_reloaded_gone_back_from_and_asked_alone(server: Server, page: Page) -> None:
    asked = _understanding(page, server)
    page.goto(address(server.url, QUESTION))
    answer(page)
    _go_on(page, _ON)
    expect(page.locator("#follows")).to_be_visible()
    assert "truoc=" in page.url
    page.reload()
    expect(page.locator("#follows")).to_contain_text("hiểu là")
    assert asked[-1]["previous"] == QUESTION
    page.go_back()
    expect(page.get_by_role("heading", name=QUESTION, level=1)).to_be_visible()
    expect(page.locator("#follows")).to_be_hidden()
    page.go_forward()
    page.get_by_role("link", name="Hỏi riêng câu này").click()
    expect(page.locator("#follows")).to_be_hidden()
    assert "truoc" not in page.url
    assert "previous" not in asked[-1]
    assert asked[-1]["question"] == _ON


def test_a_new_question_in_the_box_above_stands_alone(server: Server, page: Page) -> None:
    asked = _understanding(page, server)
    page.goto(f"{address(server.url, _ON)}&truoc=x")
    answer(page)
    ask(page, STRANGE_QUESTION)
    expect(page.get_by_role("heading", name=STRANGE_QUESTION, level=1)).to_be_visible()
    assert "truoc" not in page.url
    assert "previous" not in asked[-1]


def test_what_was_not_understood_so_is_told(server: Server, page: Page) -> None:
    _understanding(page, server, follows=False)
    page.goto(f"{address(server.url, _ON)}&truoc=Phí gửi xe?")
    answer(page)
    expect(page.locator("#follows")).to_contain_text("Câu này không hiểu được theo câu trước (“Phí gửi xe?”)")
    expect(page.get_by_role("link", name="Hỏi riêng câu này")).to_be_hidden()


def test_an_empty_box_asks_nothing_and_a_refusal_can_be_gone_on_from(server: Server, page: Page) -> None:
    page.goto(address(server.url, STRANGE_QUESTION))
    refusal(page)
    _go_on(page, "  ")
    assert "truoc" not in page.url
    _go_on(page, QUESTION)
    answer(page)
    expect(question_box(page)).to_have_value(QUESTION)
