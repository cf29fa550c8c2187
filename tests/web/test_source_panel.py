"""The source beside the answer: surroundings, outline, facts, paging, more lines, on a desk and on a telephone."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import SAMPLES
from tests.servers import Server
from tests.web.browsing import QUESTION, address, answer, citations, has_sideways_scrolling, marked, source, visit


def _open(server: Server, page: Page, n: int = 0) -> Any:
    """Open a citation of the question; returns all of them."""
    page.goto(address(server.url, QUESTION))
    citations(page).nth(n).get_by_role("button", name="Mở trong văn bản").click()
    cited = server.ask(QUESTION)["citations"]
    assert marked(page) == cited[n]["quote"]
    return cited


def test_the_source_says_what_it_is_and_leads_to_the_whole_document(server: Server, page: Page) -> None:
    cited = _open(server, page)[0]
    document = server.get(f"/api/documents/{cited['document']['id']}")
    year, month, day = map(int, document["issued_on"].split("-"))
    for fact in (document["symbol"], document["issuer"], f"{day}/{month}/{year}", document["signer"]):
        expect(source(page)).to_contain_text(fact)
    expect(source(page)).to_contain_text(document["doc_type"], ignore_case=True)
    link = source(page).get_by_role("link", name="Mở cả văn bản")
    expect(link).to_have_attribute("href", f"/van-ban/{document['id']}?tu={cited['start']}&den={cited['end']}")


def test_the_original_comes_as_it_was_added(server: Server, page: Page, tmp_path: Path) -> None:
    _open(server, page)
    with page.expect_download() as coming:
        page.get_by_role("link", name="Tải tệp gốc").click()
    coming.value.save_as(tmp_path / "saved")
    assert coming.value.suggested_filename == "07-CTr-TU-2021.docx"
    assert (tmp_path / "saved").read_bytes() == (SAMPLES / "07-CTr-TU-2021.docx").read_bytes()


def test_the_page_number_stands_above_what_is_on_it(server: Server, page: Page) -> None:
    cited = server.ask(QUESTION)["citations"]
    n = next(citation["n"] for citation in cited if citation["page"])
    _open(server, page, n - 1)
    expect(citations(page).nth(n - 1)).to_contain_text(f"trang {cited[n - 1]['page']}")
    expect(source(page).get_by_text(f"trang {cited[n - 1]['page']}", exact=True)).to_be_visible()


@pytest.mark.parametrize("way", ["letters", "arrows", "buttons"])
def test_citations_are_paged_through_in_a_circle(server: Server, page: Page, way: str) -> None:
    cited = _open(server, page)
    following = {"letters": "j", "arrows": "ArrowRight", "buttons": "Sau"}[way]
    previous = {"letters": "k", "arrows": "ArrowLeft", "buttons": "Trước"}[way]

    def turn(how: str) -> None:
        if way == "buttons":
            source(page).get_by_role("button", name=how, exact=True).click()
        else:
            page.keyboard.press(how)

    expect(source(page)).to_contain_text(f"Trích dẫn 1/{len(cited)}")
    for n in (2, 3):
        turn(following)
        expect(source(page)).to_contain_text(f"Trích dẫn {n}/{len(cited)}")
        expect(source(page).locator("mark").first).to_contain_text(cited[n - 1]["quote"].split("\n")[0])
        assert marked(page) == cited[n - 1]["quote"]
    for n in (2, 1, len(cited)):
        turn(previous)
        expect(source(page)).to_contain_text(f"Trích dẫn {n}/{len(cited)}")


def test_letters_typed_into_a_question_do_not_page(server: Server, page: Page) -> None:
    cited = _open(server, page)
    page.get_by_role("combobox", name="Câu hỏi").press_sequentially("jk")
    expect(source(page)).to_contain_text(f"Trích dẫn 1/{len(cited)}")


def test_hits_are_paged_through_as_hits(server: Server, page: Page) -> None:
    page.goto(address(server.url, "trung tâm dữ liệu"))
    hits = server.get("/api/search", q="trung tâm dữ liệu", limit=10)["hits"]
    cited = {(c["document"]["id"], c["start"], c["end"]) for c in server.ask("trung tâm dữ liệu")["citations"]}
    n = next(n for n, hit in enumerate(hits) if (hit["document"]["id"], hit["start"], hit["end"]) not in cited)
    items = page.get_by_role("region", name="đoạn").get_by_role("listitem")
    items.nth(n).get_by_role("button", name="Mở trong văn bản").click()
    assert marked(page) == hits[n]["quote"]
    expect(source(page)).to_contain_text(f"Đoạn {n + 1}/{len(hits)}")


def test_more_lines_come_before_and_after_while_the_cited_words_stay_in_place(server: Server, page: Page) -> None:
    cited = server.ask(QUESTION)["citations"]
    views = [server.get(f"/api/documents/{c['document']['id']}/view", start=c["start"], end=c["end"]) for c in cited]
    n = next(n for n, view in enumerate(views) if view["more_before"] and view["more_after"])
    _open(server, page, n)
    lines = source(page).locator("[data-start]")
    words = source(page).locator("mark").first
    for button in ("Xem thêm phía trên", "Xem thêm phía dưới"):
        before, shown = words.bounding_box(), lines.count()
        page.evaluate(
            "name => [...document.querySelectorAll('aside button')].find(b => b.textContent === name).click()", button
        )
        expect(lines).not_to_have_count(shown)
        after = words.bounding_box()
        assert before and after
        assert abs(before["y"] - after["y"]) <= 1


def test_the_outline_marks_where_the_words_stand_and_leads_anywhere(server: Server, page: Page) -> None:
    cited = _open(server, page)[0]
    outline = server.get(f"/api/documents/{cited['document']['id']}")["outline"]
    current = [title for title in outline if title["start"] <= cited["start"]][-1]
    source(page).get_by_text("Mục lục").click()
    titles = source(page).get_by_role("list").get_by_role("button")
    expect(titles).to_have_count(len(outline))
    expect(source(page).locator("[aria-current=location]")).to_have_text(current["text"])
    titles.last.click()
    expect(source(page).locator(f"[data-start='{outline[-1]['start']}']")).to_be_in_viewport()
    source(page).get_by_role("button", name="Về chỗ trích dẫn").click()
    assert marked(page) == cited["quote"]


def test_a_quotation_is_copied_with_its_source(server: Server, page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    cited = _open(server, page)[0]
    source(page).get_by_role("button", name="Sao chép trích dẫn").click()
    expect(page.get_by_text("Đã sao chép.")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"“{cited['quote']}”")
    assert cited["document"]["symbol"] in copied


def test_a_source_that_cannot_be_had_says_so_and_can_be_tried_again(server: Server, browser: Browser) -> None:
    with visit(browser, allow="Failed to load resource") as page:
        page.goto(address(server.url, QUESTION))
        page.route(
            "**/view?*", lambda route: route.fulfill(status=404, json={"error": {"message": "Không có văn bản này."}})
        )
        answer(page).get_by_role("button").first.click()
        expect(source(page).get_by_role("alert")).to_contain_text("Không có văn bản này.")
        page.unroute("**/view?*")
        source(page).get_by_role("button", name="Thử lại").click()
        assert marked(page)
        expect(source(page).get_by_role("alert")).to_be_hidden()


def test_on_a_telephone_the_source_is_a_sheet_under_the_question(server: Server, browser: Browser) -> None:
    with visit(browser, width=360, height=740) as page:
        page.goto(address(server.url, QUESTION))
        chip = answer(page).get_by_role("button").first
        chip.click()
        assert marked(page)
        box = source(page).bounding_box()
        assert box
        assert box["x"] == 0
        assert box["width"] >= 340  # all of it, but for the room of a scroll bar
        assert box["y"] + box["height"] == 740
        expect(page.get_by_role("combobox", name="Câu hỏi")).to_be_in_viewport()
        assert not has_sideways_scrolling(page)
        for name in ("Trước", "Sau", "Đóng"):
            expect(source(page).get_by_role("button", name=name, exact=True)).to_be_in_viewport()
        page.get_by_role("button", name="Đóng").click()
        expect(source(page)).to_be_hidden()
        expect(chip).to_be_focused()
