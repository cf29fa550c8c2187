"""Thumbs: right or wrong with a reason, changed, taken back, kept through a reload, and told when the server fails."""

from playwright.sync_api import Browser, Locator, Page, expect

from tests.servers import Server
from tests.web.browsing import QUESTION, STRANGE_QUESTION, address, answer, refusal, visit


def _up(page: Page) -> Locator:
    return page.locator("#verdict").get_by_role("button", name="👍 Đúng", exact=True)


def _down(page: Page) -> Locator:
    return page.locator("#verdict").get_by_role("button", name="👎")


def _kept(server: Server, about: str) -> list[tuple[str | None, str | None, str]]:
    said = server.get("/api/feedback")["feedback"]
    return [(one["verdict"], one["reason"], one["text"]) for one in said if one["about"] == about]


def test_a_thumb_is_a_button_that_is_pressed_changed_and_taken_back(own_server: Server, page: Page) -> None:
    page.goto(address(own_server.url, "Phí gửi xe?"))
    refusal(page)
    _up(page).click()
    expect(_up(page)).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_text("Đã ghi nhận")).to_be_visible()
    assert _kept(own_server, "Phí gửi xe?") == [("up", None, "")]
    _down(page).click()
    expect(_down(page)).to_have_attribute("aria-pressed", "true")
    expect(_up(page)).to_have_attribute("aria-pressed", "false")
    assert _kept(own_server, "Phí gửi xe?") == [("down", None, "")]
    page.keyboard.press("Escape")
    expect(page.locator("#verdict-form")).to_be_hidden()
    expect(_down(page)).to_be_focused()
    _down(page).click()
    expect(_down(page)).to_have_attribute("aria-pressed", "false")
    assert _kept(own_server, "Phí gửi xe?") == []


def test_what_is_wrong_is_told_by_keys_and_still_known_after_a_reload(server: Server, page: Page) -> None:
    page.goto(address(server.url, QUESTION))
    answer(page)
    _down(page).focus()
    page.keyboard.press("Enter")
    reason = page.get_by_role("radio", name="Sai số liệu")
    expect(reason).to_be_focused()
    page.keyboard.press("Space")
    page.get_by_label("Ghi rõ thêm").fill("Là 35%, theo bản sửa đổi")
    page.get_by_role("button", name="Gửi", exact=True).click()
    expect(page.locator("#verdict-said")).to_have_text("Sai số liệu: Là 35%, theo bản sửa đổi")
    assert _kept(server, QUESTION) == [("down", "figure", "Là 35%, theo bản sửa đổi")]
    page.reload()
    answer(page)
    expect(_down(page)).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#verdict-said")).to_contain_text("Sai số liệu")
    page.goto(address(server.url, STRANGE_QUESTION))
    refusal(page)
    expect(_down(page)).to_have_attribute("aria-pressed", "false")
    expect(page.locator("#verdict-said")).to_be_empty()
    page.goto(address(server.url, QUESTION))
    answer(page)
    _down(page).click()
    expect(_down(page)).to_have_attribute("aria-pressed", "false")
    assert _kept(server, QUESTION) == []


def test_a_verdict_that_cannot_be_kept_says_what_to_do_and_is_not_shown_as_kept(
    server: Server, browser: Browser
) -> None:
    with visit(browser, allow="503|Failed to load") as page:
        page.route("**/api/feedback", lambda route: route.fulfill(status=503, json={"error": {"message": "Ổ đĩa đầy. Hãy xoá bớt tệp."}}))  # fmt: skip
        page.goto(address(server.url, STRANGE_QUESTION))
        refusal(page)
        _down(page).click()
        told = page.get_by_role("alert").filter(has_text="Chưa ghi được đánh giá.")
        expect(told).to_contain_text("Ổ đĩa đầy. Hãy xoá bớt tệp.")
        expect(_down(page)).to_have_attribute("aria-pressed", "false")
        page.unroute("**/api/feedback")
        told.get_by_role("button", name="Thử lại").click()
        expect(_down(page)).to_have_attribute("aria-pressed", "true")
        expect(told).to_be_hidden()
        _down(page).click()
        expect(_down(page)).to_have_attribute("aria-pressed", "false")
