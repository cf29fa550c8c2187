"""The page without a mouse: order, focus that is never lost, names for everything."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.servers import Server
from tests.web.browsing import QUESTION, address, answer, marked, question_box, source

_NAMELESS = re.compile(
    r"^\s*- (?:button|link|combobox|checkbox|textbox|region|complementary|list)(?: \[|:|$)", re.MULTILINE
)


def test_a_question_is_asked_read_and_left_by_keyboard_alone(server: Server, page: Page) -> None:
    page.goto(server.url)
    expect(question_box(page)).to_be_focused()
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    chip = answer(page).get_by_role("button").first
    for _ in range(2):  # past the button of the form
        page.keyboard.press("Tab")
    expect(chip).to_be_focused()
    page.keyboard.press("Enter")
    assert "30% GRDP" in marked(page)
    expect(source(page)).to_be_focused()
    for name in ("Trước", "Sau", "Đóng"):
        page.keyboard.press("Tab")
        expect(source(page).get_by_role("button", name=name, exact=True)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Mở cả văn bản")).to_be_focused()
    page.keyboard.press("Escape")
    expect(source(page)).to_be_hidden()
    expect(chip).to_be_focused()


def test_the_first_stop_of_the_tab_key_leads_past_the_head_of_the_page(server: Server, page: Page) -> None:
    page.goto(server.url)
    question_box(page).evaluate("box => box.blur()")
    page.evaluate("document.body.tabIndex = -1, document.body.focus()")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Đến nội dung")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(question_box(page)).to_be_focused()


def test_a_new_question_from_an_open_source_leaves_nobody_in_what_is_hidden(server: Server, page: Page) -> None:
    page.goto(server.url)
    page.get_by_role("list", name="Hỏi thử").get_by_role("link").first.focus()
    page.keyboard.press("Enter")
    chip = answer(page).get_by_role("button").first
    chip.press("Enter")
    assert marked(page)
    page.go_back()
    expect(source(page)).to_be_hidden()
    expect(chip).to_be_focused()
    chip.press("Enter")
    assert marked(page)
    page.evaluate("history.go(-2)")
    expect(source(page)).to_be_hidden()
    expect(question_box(page)).to_be_focused()


@pytest.mark.parametrize("where", ["home", "source"])
def test_everything_that_can_be_used_has_a_name(server: Server, page: Page, where: str) -> None:
    page.goto(server.url if where == "home" else address(server.url, QUESTION))
    if where == "source":
        expect(page.get_by_role("checkbox").first).to_be_visible()
        answer(page).get_by_role("button").first.click()
        assert marked(page)
    else:
        expect(page.get_by_role("list", name="Hỏi thử").get_by_role("link")).to_have_count(3)
    tree = page.locator("body").aria_snapshot()
    assert 'button "Hỏi"' in tree
    assert not _NAMELESS.findall(tree), tree


def test_everything_that_is_pressed_is_large_enough(server: Server, page: Page) -> None:
    """24 px each way; links in a line of text may be as high as the line."""
    page.goto(address(server.url, QUESTION))
    expect(page.get_by_role("checkbox").first).to_be_visible()
    answer(page).get_by_role("button").first.click()
    assert marked(page)
    small = page.evaluate("""() => [...document.querySelectorAll("button, summary, label.choice, .top a")]
      .filter((one) => one.checkVisibility())
      .map((one) => [one.textContent, one.getBoundingClientRect()])
      .filter(([, box]) => box.width < 24 || box.height < 24).map(([text]) => text)""")
    assert small == []
