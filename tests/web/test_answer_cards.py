"""The card of each kind of answer: what was asked for at a glance, and never more than was answered."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.servers import Server
from tests.web import cards
from tests.web.browsing import answer, refusal, source


def _large(page: Page) -> Any:
    return page.locator("#answer-figure")


def test_a_figure_is_read_at_a_glance_with_its_sign_base_and_year_and_the_sentence_stays(
    server: Server, page: Page
) -> None:
    cards.routed(page, server, cards.figure(server))
    expect(_large(page).locator("strong")).to_have_text("khoảng 30% GRDP")
    expect(_large(page)).to_contain_text("năm 2025 · mục tiêu")
    expect(page.locator("#answer-text")).to_have_text("Đến năm 2025 kinh tế số chiếm khoảng 30% GRDP của thành phố1.")
    expect(page.locator("#answer-text .figure")).to_have_text("30%")
    expect(page.locator("#answer-kind")).to_have_text("Chỉ tiêu")


@pytest.mark.parametrize("wrong", ["another value", "no mark", "two facts", "not in the words", "part of a number"])
def test_no_figure_is_shown_large_unless_quotation_fact_and_answer_agree(
    server: Server, page: Page, wrong: str
) -> None:
    given = cards.figure(server)
    if wrong == "another value":
        given["facts"][0]["value"] = 40
    elif wrong == "no mark":
        given["citations"][0]["segments"] = [{"text": given["citations"][0]["quote"], "mark": False}]
    elif wrong == "two facts":
        given["facts"] = [*given["facts"], {**given["facts"][0], "value": 45}]
    elif wrong == "not in the words":
        given["answer"] = "Kinh tế số chiếm gần một phần ba GRDP [1]."
    else:
        given["answer"] = "Kinh tế số đạt 130% kế hoạch và 30,5% GRDP [1]."
    cards.routed(page, server, given)
    expect(page.locator("#answer-text")).to_contain_text("inh tế số")
    expect(_large(page)).to_be_hidden()
    if wrong == "part of a number":
        expect(page.locator("#answer-text .figure")).to_have_count(0)


def test_the_body_asked_for_is_shown_large_and_one_that_is_only_quoted_is_not(server: Server, page: Page) -> None:
    given = cards.lead(server)
    cards.routed(page, server, given)
    expect(_large(page).locator("strong")).to_have_text("Sở Thông tin và Truyền thông")
    page.unroute("**/api/ask")
    cards.routed(page, server, {**given, "answer": "Sở chủ trì: xây dựng đề án [1]."})
    expect(page.locator("#answer-text")).to_contain_text("xây dựng đề án")
    expect(_large(page)).to_be_hidden()


def test_the_figure_is_marked_in_quotation_peek_and_source(server: Server, page: Page) -> None:
    given = cards.figure(server)
    cards.routed(page, server, given)
    quoted = answer(page).get_by_role("blockquote").first
    expect(quoted.locator(".figure")).to_have_text("30%")
    assert quoted.text_content() == given["citations"][0]["quote"]
    chip = page.locator("#answer-text").get_by_role("button")
    chip.hover()
    expect(page.get_by_role("tooltip").locator(".figure")).to_have_text("30%")
    chip.click()
    expect(source(page).locator("mark .figure")).to_have_text("30%")
    marks = source(page).locator("mark").all_text_contents()
    assert "\n".join(marks) == given["citations"][0]["quote"]


def test_a_figure_that_a_mark_cuts_is_one(server: Server, page: Page) -> None:
    given = cards.lead(server)
    quote = given["citations"][0]["quote"]
    before, after = quote.split("Sở Thông tin và Truyền thông", 1)
    pieces = [
        (before, False, False), ("Sở Thông tin ", False, True), ("và Truyền thông", True, True), (after, False, False)
    ]  # fmt: skip
    given["citations"][0]["segments"] = [{"text": text, "mark": mark, "figure": asked} for text, mark, asked in pieces]
    cards.routed(page, server, given)
    expect(_large(page).locator("strong")).to_have_text("Sở Thông tin và Truyền thông")
    assert answer(page).get_by_role("blockquote").first.text_content() == quote


def test_a_list_is_numbered_folded_said_once_and_leads_to_the_ledger(server: Server, page: Page) -> None:
    cards.routed(page, server, cards.listing(server, rows=12, total=20))
    expect(page.locator("#answer-text")).to_have_text(
        "Sở Thông tin và Truyền thông chủ trì 20 nhiệm vụ (nêu 12 mục đầu):"
    )
    items = page.get_by_role("list", name="Các mục của câu trả lời").get_by_role("listitem")
    expect(items).to_have_count(8)
    expect(items.nth(7)).to_contain_text("số 8")
    expect(items.nth(7).get_by_role("button")).to_have_text("8")
    page.get_by_role("button", name="Hiện đủ 12 mục").click()
    expect(items).to_have_count(12)
    expect(items.nth(8)).to_be_focused()
    expect(page.get_by_role("button", name="Hiện đủ")).to_have_count(0)
    expect(page.locator("#answer-ledger")).to_contain_text("Nêu 12 trong 20 mục.")
    page.get_by_role("link", name="Xem tất cả 20 mục trong bảng").click()
    expect(page).to_have_url(f"{server.url}/phan-cong?tim=co+so+du+lieu")


def test_a_short_list_is_shown_whole(server: Server, page: Page) -> None:
    given = cards.listing(server, rows=8, total=8)
    cards.routed(page, server, {**given, "ledger": None})
    expect(page.get_by_role("list", name="Các mục của câu trả lời").get_by_role("listitem")).to_have_count(8)
    expect(page.get_by_role("button", name="Hiện đủ")).to_have_count(0)
    expect(page.locator("#answer-ledger")).to_be_hidden()


@pytest.mark.parametrize("to", ["//example.org/phan-cong", "https://example.org/", "javascript:alert(1)", "/api/facts"])
def test_the_link_to_all_leads_to_the_ledgers_only(server: Server, page: Page, to: str) -> None:
    given = cards.listing(server)
    cards.routed(page, server, {**given, "ledger": {"address": to, "total": 20}})
    expect(page.locator("#answer-ledger")).to_be_visible()
    expect(page.get_by_role("link", name="Xem tất cả")).to_have_count(0)


def test_a_comparison_is_a_table_with_chips_over_the_sentences(server: Server, page: Page) -> None:
    given = cards.comparison(server)
    cards.routed(page, server, given)
    table = page.get_by_role("table", name="Bảng của câu trả lời")
    expect(table.get_by_role("columnheader")).to_have_text(given["table"]["columns"])
    row = table.get_by_role("row").nth(2)
    expect(row.get_by_role("rowheader")).to_have_text("Kế hoạch 296-KH/TU")
    row.get_by_role("button", name="Mở trích dẫn 2: ").click()
    expect(source(page)).to_be_visible()
    above, below = table.bounding_box(), page.locator("#answer-text").bounding_box()
    assert above and below and above["y"] < below["y"]
    expect(page.locator("#answer-text")).to_contain_text("Mức sau cao hơn 5–10 điểm phần trăm")


def test_a_result_says_what_was_met_and_what_was_not(server: Server, page: Page) -> None:
    cards.routed(page, server, cards.outcome(server))
    table = page.get_by_role("table", name="Bảng của câu trả lời")
    expect(table.locator(".tag.good")).to_have_text("đạt")
    expect(table.locator(".tag.bad")).to_have_text("chưa đạt")
    expect(page.locator("#answer-text")).to_contain_text("Năm 2024 có 1 trong 2 chỉ tiêu đạt mục tiêu")


@pytest.mark.parametrize("card", ["disagreement", "opposed"])
def test_documents_that_disagree_stand_side_by_side_with_their_dates_and_the_reason(
    server: Server, page: Page, card: str
) -> None:
    cards.routed(page, server, cards.CARDS[card](server))
    expect(page.locator("#answer-differs")).to_be_visible()
    expect(page.locator("#answer-sides .reason")).to_contain_text("văn bản ban hành sau")
    sides = page.get_by_role("list", name="Từng văn bản nêu").get_by_role("listitem")
    expect(sides).to_have_count(2)
    expect(sides.nth(0)).to_contain_text(re.compile(r"07-CTr/TU.*26/3/2021\s*Kinh tế số chiếm khoảng 30% GRDP"))
    expect(sides.nth(1)).to_contain_text(re.compile(r"296-KH/TU.*14/6/2025\s*Kinh tế số chiếm 35% GRDP"))
    expect(sides.nth(1).get_by_role("button", name="Mở trích dẫn 2: ")).to_be_visible()
    expect(_large(page)).to_be_hidden()
    expect(page.locator("#answer-text")).to_be_hidden()


@pytest.mark.parametrize("same", ["document", "name"])
def test_sides_that_are_called_alike_are_told_apart(server: Server, page: Page, same: str) -> None:
    given = cards.opposed(server)
    one, other = given["citations"][:2]
    document = {
        **one["document"],
        "id": one["document"]["id"] if same == "document" else "x",
        "file_name": "ban-hai.md",
    }
    given["citations"][1] = {**other, "document": document, "heading": ["Phụ lục II"]}
    cards.routed(page, server, given)
    side = page.get_by_role("list", name="Từng văn bản nêu").get_by_role("listitem").nth(1)
    expect(side).to_contain_text("Phụ lục II" if same == "document" else "ban-hai.md")


def test_words_of_a_language_model_are_told_and_those_of_the_documents_are_a_click_away(
    server: Server, page: Page
) -> None:
    given = cards.reworded(server)
    cards.routed(page, server, given)
    expect(page.locator("#answer-wording")).to_contain_text("mô hình ngôn ngữ mô-hình-7b")
    expect(page.locator("#answer-text")).to_contain_text("Mục tiêu của Lạc Giang")
    page.get_by_role("button", name="Xem lời trong văn bản").click()
    expect(page.locator("#answer-text")).to_contain_text("Đến năm 2025 kinh tế số chiếm")
    page.get_by_role("button", name="Xem bản diễn đạt lại").click()
    expect(page.locator("#answer-text")).to_contain_text("Mục tiêu của Lạc Giang")


def test_a_refusal_says_first_what_there_is_and_looks_like_no_answer(server: Server, page: Page) -> None:
    given = cards.refused(server)
    cards.routed(page, server, {**given, "table": cards.comparison(server)["table"]})
    said = refusal(page)
    expect(said.get_by_role("paragraph").first).to_have_text(given["missing"])
    for part in ("#answer-text", "#answer-figure", "#answer-table", "#answer-sides", "#copy-answer", "#answer-kind"):
        expect(page.locator(part)).to_be_hidden()
    nearest = said.get_by_role("list", name="Những đoạn gần nhất").get_by_role("listitem")
    expect(nearest).to_have_count(3)
    rest = len(given["citations"]) - 3
    said.get_by_role("button", name=f"Xem thêm {rest} đoạn gần nhất").click()
    expect(nearest).to_have_count(len(given["citations"]))


_MARKUP = "<script>window.caught = 1</script><img src=x onerror='window.caught = 2'>"


@pytest.mark.parametrize("card", ["figure", "list", "compare", "disagreement", "reworded", "refused"])
def test_markup_in_an_answer_is_text(server: Server, page: Page, card: str) -> None:
    def poisoned(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: poisoned(one) for key, one in value.items()}
        if isinstance(value, list):
            return [poisoned(one) for one in value]
        return value.replace("kinh tế số", f"kinh tế số {_MARKUP}").replace("số 1 ", f"số 1 {_MARKUP}") if isinstance(value, str) else value  # fmt: skip

    given = cards.CARDS[card](server)
    own = {"answer", "table", "missing", "extractive", "worded_by", "reference", "conflicts"}
    hostile = {**given, **{key: poisoned(value) for key, value in given.items() if key in own}}
    hostile |= {"answer": f"{hostile['answer']} {_MARKUP}"} if given["answer"] else {"missing": _MARKUP}
    hostile["follows"] = {"question": _MARKUP, "asked": _MARKUP}
    page.route("**/api/ask", lambda route: route.fulfill(json=hostile))
    page.goto(f"{server.url}/?q=x&truoc=y")
    expect(page.locator("#answer")).to_contain_text("<script>window.caught = 1</script>")
    expect(page.locator("#follows")).to_contain_text("<script>")
    assert page.evaluate("document.querySelectorAll('#view-ask :is(script, img)').length") == 0
    assert page.evaluate("typeof window.caught") == "undefined"
