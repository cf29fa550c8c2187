"""The page without a mouse: order, focus that is never lost, names for everything."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.servers import Server
from tests.web.browsing import QUESTION, address, answer, marked, source

_NAMELESS = re.compile(r"^\s*- (?:button|link|searchbox|textbox|region|complementary|list)(?: \[|:|$)", re.MULTILINE)


def test_a_question_is_asked_read_and_left_by_keyboard_alone(server: Server, page: Page) -> None:
    page.goto(server.url)
    expect(page.get_by_role("searchbox", name="Câu hỏi")).to_be_focused()
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    chip = answer(page).get_by_role("button").first
    for _ in range(2):  # past the button of the form
        page.keyboard.press("Tab")
    expect(chip).to_be_focused()
    page.keyboard.press("Enter")
    assert "30% GRDP" in marked(page)
    expect(source(page)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Đóng")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Tải tệp gốc")).to_be_focused()
    page.keyboard.press("Escape")
    expect(source(page)).to_be_hidden()
    expect(chip).to_be_focused()


def test_the_first_stop_of_the_tab_key_leads_to_the_question(server: Server, page: Page) -> None:
    page.goto(address(server.url, QUESTION))
    answer(page)
    for _ in range(2):  # back over the name of the page
        page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("link", name="Đến ô hỏi")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("searchbox", name="Câu hỏi")).to_be_focused()


def test_a_new_question_from_an_open_source_leaves_nobody_in_what_is_hidden(server: Server, page: Page) -> None:
    page.goto(server.url)
    page.get_by_role("list", name="Hỏi thử").get_by_role("link").first.focus()
    page.keyboard.press("Enter")
    answer(page).get_by_role("button").first.press("Enter")
    assert marked(page)
    page.go_back()
    expect(source(page)).to_be_hidden()
    expect(page.get_by_role("searchbox", name="Câu hỏi")).to_be_focused()


@pytest.mark.parametrize("where", ["home", "source"])
def test_everything_that_can_be_used_has_a_name(server: Server, page: Page, where: str) -> None:
    page.goto(server.url if where == "home" else address(server.url, QUESTION))
    if where == "source":
        answer(page).get_by_role("button").first.click()
        assert marked(page)
    else:
        expect(page.get_by_role("list", name="Hỏi thử").get_by_role("link")).to_have_count(3)
    tree = page.locator("body").aria_snapshot()
    assert 'button "Hỏi"' in tree
    assert not _NAMELESS.findall(tree), tree


def test_the_file_picker_is_reached_by_keyboard_and_shows_its_focus(server: Server, page: Page) -> None:
    page.goto(server.url)
    picker = page.get_by_label("Chọn tệp để thêm")
    expect(page.get_by_role("button", name="Gỡ văn bản mẫu")).to_be_visible()
    page.get_by_role("list", name="Hỏi thử").get_by_role("link").last.focus()
    page.keyboard.press("Tab")
    expect(picker).to_be_focused()
    outline = "getComputedStyle(document.querySelector('label[for=files]')).outlineStyle"
    assert page.evaluate(outline) == "solid"
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Space")
    assert chooser.value.is_multiple()
