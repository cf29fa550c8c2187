"""The address is the state: a question can be linked, reloaded, gone back to."""

from playwright.sync_api import Page, expect

from tests.servers import Server
from tests.web.browsing import QUESTION, STRANGE_QUESTION, address, answer, ask, home, marked, refusal, source


def test_the_address_holds_the_question_and_survives_a_reload(server: Server, page: Page) -> None:
    page.goto(server.url)
    ask(page, QUESTION)
    answer(page)
    assert page.url == address(server.url, QUESTION)
    expect(page).to_have_title(f"{QUESTION} – Căn Cứ")
    page.reload()
    expect(answer(page)).to_contain_text("30% GRDP")
    expect(page.get_by_role("searchbox", name="Câu hỏi")).to_have_value(QUESTION)


def test_back_and_forward_go_through_the_questions(server: Server, page: Page) -> None:
    page.goto(server.url)
    ask(page, QUESTION)
    answer(page)
    ask(page, STRANGE_QUESTION)
    refusal(page)
    page.go_back()
    expect(answer(page)).to_contain_text("30% GRDP")
    expect(page.get_by_role("searchbox", name="Câu hỏi")).to_have_value(QUESTION)
    page.go_back()
    expect(home(page)).to_be_visible()
    expect(page.get_by_role("searchbox", name="Câu hỏi")).to_have_value("")
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


def test_a_question_with_signs_of_addresses_arrives_whole(server: Server, page: Page) -> None:
    question = "KH&CN + 30% #2025 / “số” \\ có đạt không?"
    page.goto(server.url)
    ask(page, question)
    page.wait_for_url("**q=*")
    page.reload()
    expect(page.get_by_role("searchbox", name="Câu hỏi")).to_have_value(question)
