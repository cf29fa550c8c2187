"""The address is the state: question, filters and open source can be linked, reloaded, gone back to."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

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


def test_the_address_holds_the_question_and_survives_a_reload(server: Server, page: Page) -> None:
    page.goto(server.url)
    ask(page, QUESTION)
    answer(page)
    assert page.url == address(server.url, QUESTION)
    expect(page).to_have_title(f"{QUESTION} – Căn Cứ")
    page.reload()
    expect(answer(page)).to_contain_text("30% GRDP")
    expect(question_box(page)).to_have_value(QUESTION)


def test_back_and_forward_go_through_the_questions(server: Server, page: Page) -> None:
    page.goto(server.url)
    ask(page, QUESTION)
    answer(page)
    ask(page, STRANGE_QUESTION)
    refusal(page)
    page.go_back()
    expect(answer(page)).to_contain_text("30% GRDP")
    expect(question_box(page)).to_have_value(QUESTION)
    page.go_back()
    expect(home(page)).to_be_visible()
    expect(question_box(page)).to_have_value("")
    page.go_forward()
    page.go_forward()
    refusal(page)


def test_the_same_question_again_is_one_step_of_the_history(server: Server, page: Page) -> None:
    page.goto(server.url)
    for _ in range(3):
        ask(page, QUESTION)
        answer(page)
    page.go_back()
    expect(home(page)).to_be_visible()


def test_an_open_source_is_in_the_address_and_survives_a_reload(server: Server, page: Page) -> None:
    cited = server.ask(QUESTION)["citations"][1]
    page.goto(address(server.url, QUESTION))
    citations(page).nth(1).get_by_role("button", name="Mở trong văn bản").click()
    assert marked(page) == cited["quote"]
    assert parse_qs(urlsplit(page.url).query)["mo"] == [f"{cited['document']['id']}:{cited['start']}-{cited['end']}"]
    page.reload()
    assert marked(page) == cited["quote"]
    expect(source(page)).to_contain_text("Trích dẫn 2/")
    page.get_by_role("button", name="Đóng").click()
    expect(source(page)).to_be_hidden()
    expect(page).to_have_url(address(server.url, QUESTION))


def test_back_closes_the_source_and_forward_opens_it(server: Server, page: Page) -> None:
    page.goto(server.url)
    ask(page, QUESTION)
    chip = answer(page).get_by_role("button").first
    chip.click()
    quote = marked(page)
    page.keyboard.press("j")
    expect(source(page)).to_contain_text("Trích dẫn 2/")
    page.go_back()
    expect(source(page)).to_be_hidden()
    expect(chip).to_be_focused()
    expect(answer(page)).to_contain_text("30% GRDP")
    chip.click()
    assert marked(page) == quote
    page.keyboard.press("Escape")
    expect(source(page)).to_be_hidden()
    page.go_forward()
    assert marked(page) == quote
    page.go_back()
    page.go_back()
    expect(home(page)).to_be_visible()


def test_another_question_closes_the_source_and_the_name_leads_home(server: Server, page: Page) -> None:
    page.goto(address(server.url, QUESTION))
    answer(page).get_by_role("button").first.click()
    assert marked(page)
    ask(page, STRANGE_QUESTION)
    refusal(page)
    expect(source(page)).to_be_hidden()
    page.get_by_role("link", name="Căn Cứ").click()
    expect(home(page)).to_be_visible()
    assert page.url == f"{server.url}/"
    expect(page).to_have_title("Căn Cứ")


def test_an_answer_is_as_it_was_after_reading_a_document(server: Server, page: Page) -> None:
    page.goto(address(server.url, "trung tâm dữ liệu"))
    items = page.get_by_role("region", name="đoạn").get_by_role("listitem")
    expect(items.first).to_be_visible()
    first = items.count()
    page.get_by_role("button", name="Xem thêm", exact=True).click()
    expect(items).not_to_have_count(first)
    shown = items.count()
    items.nth(shown - 2).get_by_role("link").click()
    page.wait_for_url("**/van-ban/*")
    page.go_back()
    expect(items).to_have_count(shown)
    expect(items.nth(shown - 2)).to_be_in_viewport()


def test_a_question_with_signs_of_addresses_arrives_whole(server: Server, page: Page) -> None:
    question = "KH&CN + 30% #2025 / “số” \\ có đạt không?"
    page.goto(server.url)
    ask(page, question)
    page.wait_for_url("**q=*")
    page.reload()
    expect(question_box(page)).to_have_value(question)


def test_nonsense_in_an_address_does_no_harm(server: Server, page: Page) -> None:
    page.goto(f"{address(server.url, QUESTION)}&nam=abc&nam=0&mo=%22%3E:1-x&loai=&as_typed=maybe")
    expect(answer(page)).to_contain_text("30% GRDP")
    expect(source(page)).to_be_hidden()
    expect(page.get_by_role("list", name="Đang lọc theo")).to_be_hidden()
