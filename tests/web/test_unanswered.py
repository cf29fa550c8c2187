"""Questions without an answer: from the refusal to the list, from a new document to the answer; put aside and brought back."""

import re
import time
import zlib

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.servers import Server
from tests.web.browsing import (
    add_status,
    address,
    answer,
    ask,
    choose,
    has_sideways_scrolling,
    open_adding,
    refusal,
    visit,
)
from tests.web.reading import told, undo

_PLAN = """# Kế hoạch trồng quế xã Đồi Vàng năm 2026

1. Diện tích quế trồng mới năm 2026 của xã Đồi Vàng đạt 75 ha.
"""
_PATIENCE = 20  # seconds
PLANTED = "Diện tích quế trồng mới năm 2026 của xã Đồi Vàng là bao nhiêu?"


def listed(page: Page) -> Locator:
    """The questions of the list that is shown."""
    return page.get_by_role("list", name="Câu hỏi chưa có lời đáp").get_by_role("listitem")


def the_list(page: Page, name: str) -> Locator:
    """The link to one of the lists."""
    return page.get_by_role("navigation", name="Các danh sách câu hỏi").get_by_role("link", name=name)


def refused(server: Server, question: str) -> None:
    """Have a question refused, and wait until it is written down."""
    assert server.ask(question)["kept"]
    deadline = time.monotonic() + _PATIENCE
    while question not in {entry["question"] for entry in server.get("/api/unanswered", limit=500)["questions"]}:
        assert time.monotonic() < deadline
        time.sleep(0.1)


@pytest.fixture
def entry(adding_server: Server, page: Page, request: pytest.FixtureRequest) -> Locator:
    """A question of this test's own in the list of open ones."""
    question = f"Cách nấu món số {zlib.crc32(request.node.name.encode())} ngon tại nhà là gì?"
    refused(adding_server, question)
    page.goto(f"{adding_server.url}/chua-co-loi-dap")
    found = listed(page).filter(has_text=question)
    expect(found).to_be_visible()
    return found


def test_a_refused_question_comes_to_the_list_and_has_an_answer_when_its_document_comes(
    own_server: Server, page: Page
) -> None:
    page.goto(f"{own_server.url}/van-ban")
    page.get_by_role("link", name="Câu hỏi chưa có lời đáp").click()
    expect(page.get_by_text("Không có câu hỏi nào đang chờ lời đáp")).to_be_visible()
    expect(page.get_by_role("link", name="Tải CSV")).to_be_hidden()

    page.goto(own_server.url)
    ask(page, PLANTED)
    refusal(page).get_by_role("link", name="danh sách câu hỏi chưa có lời đáp").click()
    expect(page).to_have_title(re.compile("Câu hỏi chưa có lời đáp"))
    expect(listed(page)).to_contain_text([re.compile(rf"{re.escape(PLANTED)}\s*Hỏi lúc .*\d+/\d+/\d+\s*Kho chưa có")])

    open_adding(page, own_server)
    choose(page, ("que.md", _PLAN.encode()))
    expect(add_status(page)).to_contain_text("Đã thêm xong 1 tệp.")
    page.get_by_role("status").get_by_role("link", name="1 câu hỏi nay đã có lời đáp").click()
    expect(the_list(page, "Nay đã có lời đáp (1)")).to_have_attribute("aria-current", "true")
    expect(listed(page)).to_contain_text(["có lời đáp từ"])
    expect(listed(page)).to_contain_text([re.compile("trong .*trồng quế")])
    listed(page).get_by_role("link", name=re.compile("^Xem câu trả lời")).click()
    expect(answer(page)).to_contain_text("75")


def test_asking_again_says_how_it_stands_and_the_focus_stays(entry: Locator, page: Page) -> None:
    entry.get_by_role("button", name=re.compile("^Hỏi lại")).click()
    told(page, "Đã hỏi lại: kho vẫn chưa có lời đáp.")
    expect(entry).to_contain_text("Hỏi lúc")
    expect(entry.get_by_role("button", name=re.compile("^Hỏi lại"))).to_be_focused()


def test_what_is_put_aside_comes_back_with_undo(entry: Locator, page: Page) -> None:
    entry.get_by_role("button", name=re.compile("^Bỏ qua")).click()
    expect(entry).to_have_count(0)
    undo(page)
    expect(entry).to_be_visible()


def test_with_the_keyboard_a_question_is_put_aside_brought_back_and_forgotten(entry: Locator, page: Page) -> None:
    entry.get_by_role("button", name=re.compile("^Hỏi lại")).focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(entry).to_have_count(0)
    the_list(page, "Đã bỏ qua").press("Enter")
    expect(entry).to_be_visible()
    expect(the_list(page, "Đã bỏ qua")).to_be_focused()
    entry.get_by_role("button", name=re.compile("^Khôi phục")).press("Enter")
    expect(entry).to_have_count(0)
    the_list(page, "Chưa có lời đáp").press("Enter")
    entry.get_by_role("button", name=re.compile("^Bỏ qua")).press("Enter")
    the_list(page, "Đã bỏ qua").press("Enter")
    entry.get_by_role("button", name=re.compile("^Xoá hẳn")).press("Enter")
    told(page, "Đã xoá hẳn câu hỏi.")
    expect(entry).to_have_count(0)


def test_the_list_can_be_taken_away_as_a_file(entry: Locator, page: Page, adding_server: Server) -> None:
    with page.expect_download() as coming:
        page.get_by_role("link", name="Tải CSV").click()
    assert coming.value.suggested_filename.startswith("Câu hỏi chưa có lời đáp")
    question = entry.get_by_role("link").first.inner_text()
    assert question in coming.value.path().read_text("utf-8-sig")


def test_a_narrowed_question_is_not_said_to_be_kept(adding_server: Server, page: Page) -> None:
    page.goto(f"{address(adding_server.url, 'Cách nấu bún riêu ngon là gì?')}&nam=1999")
    expect(refusal(page).get_by_text("Đã ghi vào")).to_be_hidden()


def test_a_question_with_markup_is_shown_as_it_was_typed(adding_server: Server, page: Page) -> None:
    question = "Cách nấu <b>món lạ</b> <img src=x onerror=alert(1)> là gì?"
    refused(adding_server, question)
    page.goto(f"{adding_server.url}/chua-co-loi-dap")
    expect(listed(page).filter(has_text=question)).to_be_visible()


def test_on_a_telephone_and_on_paper_everything_has_room(
    entry: Locator, adding_server: Server, browser: Browser
) -> None:
    with visit(browser, width=360, height=740) as narrow:
        narrow.goto(f"{adding_server.url}/chua-co-loi-dap")
        expect(listed(narrow).first).to_be_visible()
        assert not has_sideways_scrolling(narrow)
        narrow.emulate_media(media="print")
        expect(narrow.get_by_role("button")).to_have_count(0)
        expect(listed(narrow).first.locator(".question")).to_be_visible()


def test_while_the_server_is_away_the_list_says_so_and_comes_by_itself(adding_server: Server, browser: Browser) -> None:
    refused(adding_server, "Cách nấu canh chua ngon tại nhà là gì?")
    with visit(browser, allow="ERR_FAILED") as page:
        page.route("**/api/unanswered**", lambda route: route.abort())
        page.goto(f"{adding_server.url}/chua-co-loi-dap")
        expect(page.get_by_role("alert")).to_contain_text("Máy chủ chưa trả lời")
        page.unroute("**/api/unanswered**")
        expect(listed(page).filter(has_text="canh chua")).to_be_visible()
        expect(page.get_by_role("alert")).to_be_hidden()


def test_questions_that_are_asked_again_are_told_of_until_it_is_done(adding_server: Server, page: Page) -> None:
    page.route(
        "**/api/unanswered?*",
        lambda route: route.fulfill(json={**httpx.get(route.request.url).json(), "waiting": 3}),
        times=1,
    )
    page.goto(f"{adding_server.url}/chua-co-loi-dap")
    waiting = page.get_by_role("status").filter(has_text="Đang hỏi lại 3 câu")
    expect(waiting).to_be_visible()
    expect(waiting).to_be_hidden()


@pytest.mark.parametrize("width", [1280, 360])
def test_nothing_keeps_anyone_out(adding_server: Server, browser: Browser, width: int) -> None:
    question = f"Cách nấu chè bưởi cho {width} người là gì?"
    refused(adding_server, question)
    with visit(browser, width=width, height=740) as page:
        page.goto(f"{adding_server.url}/chua-co-loi-dap")
        expect(listed(page).filter(has_text=question)).to_be_visible()
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
            assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []
