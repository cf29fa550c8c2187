"""The history of one's own questions: by day, looked through, asked again, forgotten and brought back."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.servers import Server
from tests.web.browsing import QUESTION, STRANGE_QUESTION, address, answer, home, question_box, refusal


def _at(days: int) -> str:
    return (datetime.now(UTC) - timedelta(days=days)).isoformat()


def _fill(page: Page, server: Server, entries: list[Any]) -> None:
    page.goto(server.url)
    expect(home(page)).to_be_visible()
    page.evaluate("kept => localStorage.setItem('cancu.history', kept)", json.dumps(entries))
    page.goto(f"{server.url}/lich-su")
    expect(page.get_by_role("heading", name="Câu hỏi đã hỏi")).to_be_visible()


def _items(page: Page) -> Locator:
    return page.locator("#history-days").get_by_role("listitem")


def test_what_was_asked_is_there_with_time_kind_and_outcome(server: Server, page: Page) -> None:
    for question, shown in ((STRANGE_QUESTION, refusal), (QUESTION, answer)):
        page.goto(address(server.url, question))
        shown(page)
    page.goto(server.url)
    page.get_by_role("link", name="Xem lịch sử câu hỏi").click()
    expect(page).to_have_url(f"{server.url}/lich-su")
    expect(page).to_have_title("Câu hỏi đã hỏi – Căn Cứ")
    expect(page.get_by_role("heading", name="Hôm nay")).to_be_visible()
    expect(_items(page)).to_have_count(2)
    expect(_items(page).nth(0)).to_contain_text(QUESTION)
    expect(_items(page).nth(0)).to_contain_text("Chỉ tiêu")
    expect(_items(page).nth(0)).not_to_contain_text("không tìm thấy")
    expect(_items(page).nth(1)).to_contain_text("không tìm thấy")
    expect(page.get_by_role("navigation").get_by_role("link", name="Hỏi")).to_have_attribute("aria-current", "page")
    _items(page).nth(0).get_by_role("link").click()
    answer(page)
    expect(question_box(page)).to_have_value(QUESTION)


def test_it_is_reached_by_keys_from_the_box(server: Server, page: Page) -> None:
    _fill(page, server, [{"question": "Phí gửi xe?", "at": _at(0)}])
    page.get_by_role("link", name="Căn Cứ").click()
    question_box(page).focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option", name="Xem lịch sử câu hỏi")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{server.url}/lich-su")


def test_days_stand_apart_and_follow_ups_say_what_they_went_on_from(server: Server, page: Page) -> None:
    old = {
        "question": "Còn năm 2045?",
        "before": "Kinh tế số năm 2030?",
        "at": _at(9),
        "kind": "target",
        "status": "answered",
    }
    _fill(page, server, [{"question": "Một?", "at": _at(0)}, {"question": "Hai?", "at": _at(1)}, old, "Từ bản cũ?"])
    heads = page.locator("#history-days").get_by_role("heading")
    expect(heads).to_have_count(4)
    expect(heads.nth(0)).to_have_text("Hôm nay")
    expect(heads.nth(1)).to_have_text("Hôm qua")
    expect(heads.nth(3)).to_have_text("Trước đây")
    expect(_items(page).nth(2)).to_contain_text("hỏi tiếp câu “Kinh tế số năm 2030?”")
    expect(_items(page).nth(2).get_by_role("link")).to_have_attribute(
        "href", "/?q=C%C3%B2n+n%C4%83m+2045%3F&truoc=Kinh+t%E1%BA%BF+s%E1%BB%91+n%C4%83m+2030%3F"
    )


def test_it_is_searched_without_marks(server: Server, page: Page) -> None:
    _fill(page, server, [{"question": "Phí gửi xe?", "at": _at(0)}, {"question": "Kinh tế số năm 2030?", "at": _at(1)}])
    search = page.get_by_role("searchbox", name="Tìm trong các câu đã hỏi")
    search.fill("kinh te")
    expect(_items(page)).to_have_count(1)
    expect(page.locator("#history-count")).to_have_text("1 câu hỏi")
    search.fill("không có")
    expect(page.get_by_text("Không có câu hỏi nào khớp.")).to_be_visible()


def test_one_is_forgotten_and_brought_back_and_the_focus_goes_on(server: Server, page: Page) -> None:
    _fill(page, server, [{"question": f"Câu {n}?", "at": _at(n)} for n in range(3)])
    page.get_by_role("button", name="Xoá khỏi lịch sử: Câu 1?").click()
    expect(_items(page)).to_have_count(2)
    expect(page.get_by_role("button", name="Xoá khỏi lịch sử: Câu 2?")).to_be_focused()
    page.get_by_role("button", name="Hoàn tác").click()
    expect(_items(page).get_by_role("link")).to_have_text(["Câu 0?", "Câu 1?", "Câu 2?"])


def test_all_are_forgotten_and_brought_back(server: Server, page: Page) -> None:
    _fill(page, server, [{"question": f"Câu {n}?", "at": _at(n)} for n in range(3)])
    page.get_by_role("button", name="Xoá tất cả").click()
    expect(page.get_by_text("Chưa có câu hỏi nào.")).to_be_visible()
    assert page.evaluate("localStorage.getItem('cancu.history')") is None
    page.get_by_role("button", name="Hoàn tác").click()
    expect(_items(page)).to_have_count(3)
    page.get_by_role("button", name="Xoá tất cả").click()
    page.reload()
    expect(page.get_by_text("Chưa có câu hỏi nào.")).to_be_visible()


def test_two_hundred_are_kept_and_the_same_question_once(server: Server, page: Page) -> None:
    _fill(page, server, [{"question": f"Câu {n}?", "at": _at(n)} for n in range(200)])
    for question in (STRANGE_QUESTION, "Câu 5?"):
        page.goto(address(server.url, question))
        expect(page.locator("#answer")).to_be_visible()
    kept = page.evaluate("JSON.parse(localStorage.getItem('cancu.history')).map(one => one.question)")
    assert kept[:3] == ["Câu 5?", STRANGE_QUESTION, "Câu 0?"]
    assert len(kept) == len(set(kept)) == 200
    assert kept[-1] == "Câu 198?"


def test_what_an_earlier_version_kept_is_taken_over(server: Server, page: Page) -> None:
    page.goto(server.url)
    page.evaluate("localStorage.setItem('cancu.questions', JSON.stringify(['Hỏi từ trước?']))")
    page.goto(address(server.url, QUESTION))
    answer(page)
    page.goto(f"{server.url}/lich-su")
    expect(_items(page).get_by_role("link")).to_have_text([QUESTION, "Hỏi từ trước?"])
    assert page.evaluate("localStorage.getItem('cancu.questions')") is None


@pytest.mark.parametrize(
    "kept", ["{", '{"a": 1}', '[null, 3, {"question": 7}, {"question": "Được", "at": "không phải giờ"}]']
)
def test_what_is_not_ours_does_no_harm(server: Server, page: Page, kept: str) -> None:
    page.goto(server.url)
    page.evaluate("kept => localStorage.setItem('cancu.history', kept)", kept)
    page.goto(f"{server.url}/lich-su")
    if "Được" in kept:
        expect(_items(page)).to_have_text(["ĐượcXoá"])
    else:
        expect(page.get_by_text("Chưa có câu hỏi nào.")).to_be_visible()


def test_markup_in_a_question_is_text(server: Server, page: Page) -> None:
    _fill(page, server, [{"question": "<img src=x onerror=alert(1)>", "before": "<b>x</b>", "at": _at(0)}])
    expect(_items(page)).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator("#history-days :is(img, b)").count() == 0
