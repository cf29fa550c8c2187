"""What a ledger says while it waits, when the server does not answer, while facts are still being found, and of hostile words."""

import json
import re

from playwright.sync_api import Browser, Page, Route, expect

from tests.servers import Server
from tests.web.browsing import visit
from tests.web.ledgers import facts, look, open_ledger, rows, settled

_MARKUP = "<script>window.caught = 1</script>\"><img src=x onerror='window.caught = 2'>\u202e"


def test_what_is_above_the_list_stays_where_it_is_when_the_list_comes(server: Server, page: Page) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/api/facts?*", hold)
    page.goto(f"{server.url}/chi-tieu")
    expect(page.get_by_role("combobox", name="Năm")).to_be_visible()
    expect(page.get_by_text("Đang tải…", exact=True)).to_be_attached()
    ways = page.get_by_role("navigation", name="Cách xem")
    before = ways.bounding_box()
    held[0].continue_()
    expect(rows(page).first).to_be_visible()
    after = ways.bounding_box()
    assert before and after and (before["x"], before["y"]) == (after["x"], after["y"])


def test_an_error_can_be_tried_again(server: Server, browser: Browser) -> None:
    with visit(browser, allow="503") as page:
        busy = {"error": {"message": "Máy chủ đang bận."}}
        page.route("**/api/facts?*", lambda route: route.fulfill(status=503, json=busy))
        page.goto(f"{server.url}/phan-cong")
        trouble = page.get_by_role("alert").filter(has_text="Máy chủ đang bận.")
        expect(trouble).to_be_visible()
        page.unroute("**/api/facts?*")
        trouble.get_by_role("button", name="Thử lại").click()
        expect(rows(page, "assignment").first).to_be_visible()
        expect(trouble).to_be_hidden()


def test_a_server_that_is_back_is_noticed(server: Server, browser: Browser) -> None:
    with visit(browser, allow="ERR_FAILED|Failed to load") as page:
        open_ledger(page, server, "target")
        page.route("**/api/facts*", lambda route: route.abort())
        page.get_by_role("combobox", name="Năm").select_option("2025")
        expect(page.get_by_role("alert").filter(has_text="Trang đang tự thử lại.")).to_be_visible()
        page.unroute("**/api/facts*")
        expect(page.get_by_role("status").filter(has_text="Máy chủ đã trả lời lại.")).to_be_visible()
        expect(page.locator("#ledger-count")).to_have_text(
            f"{len(facts(server, 'target', year='2025'))} chỉ tiêu, kết quả"
        )


def test_facts_that_are_still_being_found_come_by_themselves(server: Server, page: Page) -> None:
    answers: list[int] = []

    def few_at_first(route: Route) -> None:
        found = json.loads(route.fetch().text())
        answers.append(1)
        if len(answers) == 1:
            found |= {"total": 1, "facts": found["facts"][:1], "pending": 3}
        route.fulfill(json=found)

    page.route("**/api/facts?*", few_at_first)
    open_ledger(page, server, "decision")
    expect(page.get_by_role("status").filter(has_text="Đang lấy số liệu từ 3 văn bản")).to_be_visible()
    expect(rows(page, "decision")).to_have_count(1)
    expect(rows(page, "decision")).to_have_count(len(facts(server, "decision")))
    expect(page.get_by_text("Đang lấy số liệu từ")).to_be_hidden()


def test_what_tries_to_be_markup_is_text_in_every_way(server: Server, page: Page) -> None:
    def hostile(route: Route) -> None:
        text = re.sub(
            r"(kinh tế số)",
            lambda match: match[0] + json.dumps(_MARKUP)[1:-1],
            route.fetch().text(),
            flags=re.IGNORECASE,
        )
        route.fulfill(body=text, content_type="application/json")

    page.route("**/api/facts**", hostile)
    open_ledger(page, server, "target", tim="tỷ trọng kinh tế số")
    for way in ("Danh sách", "Theo chỉ tiêu", "Chỗ nói khác nhau"):
        look(page, way)
        expect(
            page.locator("#view-ledger").get_by_text("<script>window.caught = 1</script>").locator("visible=true").first
        ).to_be_visible()
        assert page.locator("#view-ledger :is(script, img)").count() == 0
    look(page, "Danh sách")
    page.get_by_role("button", name=re.compile("^Kiểm tra")).first.click()
    assert page.get_by_role("dialog").locator("script, img").count() == 0
    assert page.evaluate("typeof window.caught") == "undefined"


def test_a_way_is_reached_and_left_by_key(server: Server, page: Page) -> None:
    open_ledger(page, server, "assignment")
    page.get_by_role("link", name="Theo cơ quan").focus()
    page.keyboard.press("Enter")
    settled(page)
    board = page.get_by_role("group", name="Số nhiệm vụ theo cơ quan và thời hạn")
    expect(page.get_by_role("link", name="Theo cơ quan")).to_have_attribute("aria-current", "true")
    board.get_by_role("link").first.focus()
    page.keyboard.press("Enter")
    expect(rows(page, "assignment").first).to_be_visible()
