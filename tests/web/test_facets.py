"""Narrowing by what documents are: counts, several values, tags to take them off, all of it in the address."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.servers import Server
from tests.web.browsing import QUESTION, STRANGE_QUESTION, address, answer, ask, has_sideways_scrolling, refusal, visit

_BROAD = "trung tâm dữ liệu"


def _search(server: Server, **filters: Any) -> Any:
    return server.get("/api/search", q=_BROAD, limit=10, **filters)


def _quotes(page: Page) -> list[str]:
    return page.get_by_role("region", name="đoạn").get_by_role("blockquote").all_text_contents()


def _group(page: Page, name: str) -> Locator:
    return page.get_by_role("group", name=name, exact=True)


def _box(page: Page, group: str, value: str, count: int) -> Locator:
    return _group(page, group).get_by_role("checkbox", name=f"{value[0].upper()}{value[1:]} ({count})", exact=True)


def _values(page: Page, name: str) -> list[str]:
    return parse_qs(urlsplit(page.url).query).get(name, [])


def test_several_values_narrow_and_widen_and_each_is_a_step(server: Server, page: Page) -> None:
    first, second = _search(server)["facets"]["doc_type"][:2]
    page.goto(address(server.url, _BROAD))
    expect(_box(page, "Loại văn bản", first["value"], first["count"])).not_to_be_checked()
    everything = _quotes(page)
    _box(page, "Loại văn bản", first["value"], first["count"]).check()
    tags = page.get_by_role("list", name="Đang lọc theo")
    expect(tags.get_by_role("listitem")).to_have_count(1)
    expect(page.get_by_role("region", name="đoạn").get_by_role("blockquote")).to_have_text(
        [hit["quote"] for hit in _search(server, doc_type=first["value"])["hits"]], use_inner_text=False
    )
    expect(_box(page, "Loại văn bản", first["value"], first["count"])).to_be_focused()
    _box(page, "Loại văn bản", second["value"], second["count"]).check()
    expect(tags.get_by_role("button", name="Bỏ mọi bộ lọc")).to_be_visible()
    assert _values(page, "loai") == [first["value"], second["value"]]
    page.go_back()
    expect(tags.get_by_role("listitem")).to_have_count(1)
    expect(_box(page, "Loại văn bản", second["value"], second["count"])).not_to_be_checked()
    page.reload()
    tags.get_by_role("button", name=f"Bỏ lọc Loại văn bản: {first['value'].capitalize()}").click()
    expect(tags).to_be_hidden()
    expect(page.get_by_role("region", name="đoạn").get_by_role("blockquote")).to_have_text(everything)
    assert page.url == address(server.url, _BROAD)


def test_two_choices_in_quick_succession_both_count(server: Server, page: Page) -> None:
    """The second box is still the one that was drawn for the question before."""
    values = [facet["value"] for facet in _search(server)["facets"]["doc_type"][:2]]
    page.goto(address(server.url, _BROAD))
    for value in values:
        expect(page.locator(f'input[name="doc_type"][value="{value}"]')).to_be_visible()
    page.evaluate(
        "values => values.map((value) => document.querySelector(`input[name=doc_type][value='${value}']`))"
        ".forEach((box) => box.click())",
        values,
    )
    expect(page.get_by_role("list", name="Đang lọc theo").get_by_role("listitem")).to_have_count(3)
    assert _values(page, "loai") == values


def test_filters_reach_the_answer_and_all_are_taken_off_at_once(server: Server, page: Page) -> None:
    facets = _search(server)["facets"]
    year, issuer = facets["year"][0]["value"], facets["issuer"][0]["value"]
    page.goto(f"{address(server.url, _BROAD)}&nam={year}&co_quan={issuer}")
    tags = page.get_by_role("list", name="Đang lọc theo")
    expect(tags.get_by_role("button", name=f"Bỏ lọc Năm: {year}")).to_be_visible()
    with page.expect_request("**/api/ask") as asked:
        page.reload()
    sent: Any = asked.value.post_data_json
    assert sent["filters"] == {"issuer": [issuer], "year": [year]}
    tags.get_by_role("button", name="Bỏ mọi bộ lọc").click()
    expect(tags).to_be_hidden()
    assert page.url == address(server.url, _BROAD)


def test_a_document_is_called_by_its_number_and_title(server: Server, page: Page) -> None:
    found = _search(server)["facets"]["document"][0]
    document = server.get(f"/api/documents/{found['value']}")
    name = " – ".join(part for part in (document["symbol"], document["title"]) if part)
    page.goto(address(server.url, _BROAD))
    _box(page, "Văn bản", name, found["count"]).check()
    expect(page.get_by_role("button", name=f"Bỏ lọc Văn bản: {name}")).to_be_visible()
    assert _values(page, "van_ban") == [found["value"]]
    expect(
        page.get_by_role("region", name="đoạn").get_by_role("link").filter(has_not_text=document["title"])
    ).to_have_count(0)


def test_a_collection_narrows(server: Server, page: Page) -> None:
    documents = [value["value"] for value in _search(server)["facets"]["document"][:2]]
    for n, document in enumerate(documents):
        httpx.put(f"{server.url}/api/documents/{document}/tags", json={"tags": [f"Bộ {n}"]}).raise_for_status()
    try:
        page.goto(address(server.url, _BROAD))
        _group(page, "Bộ sưu tập").get_by_role("checkbox", name="Bộ 1").check()
        expect(page.get_by_role("button", name="Bỏ lọc Bộ sưu tập: Bộ 1")).to_be_visible()
        assert _values(page, "bo") == ["Bộ 1"]
    finally:
        for document in documents:
            httpx.put(f"{server.url}/api/documents/{document}/tags", json={"tags": []}).raise_for_status()


def test_more_values_are_shown_when_asked_for(server: Server, page: Page) -> None:
    values = _search(server)["facets"]["document"]
    assert len(values) > 6
    page.goto(address(server.url, _BROAD))
    boxes = _group(page, "Văn bản").get_by_role("checkbox")
    expect(boxes).to_have_count(6)
    _group(page, "Văn bản").get_by_role("button", name=f"Hiện thêm {len(values) - 6}").click()
    expect(boxes).to_have_count(len(values))
    expect(boxes.nth(6)).to_be_focused()


def test_a_refusal_under_filters_offers_the_whole_store(server: Server, page: Page) -> None:
    page.goto(f"{address(server.url, STRANGE_QUESTION)}&nam=2021")
    refusal(page).get_by_role("button", name="Bỏ bộ lọc và tìm trong toàn kho").click()
    expect(page).to_have_url(address(server.url, STRANGE_QUESTION))
    expect(refusal(page).get_by_role("button", name="Bỏ bộ lọc")).to_be_hidden()


def test_a_new_question_keeps_the_filters_in_sight(server: Server, page: Page) -> None:
    page.goto(f"{address(server.url, _BROAD)}&nam=2021")
    expect(page.get_by_role("button", name="Bỏ lọc Năm: 2021")).to_be_visible()
    ask(page, QUESTION)
    answer(page)
    expect(page.get_by_role("button", name="Bỏ lọc Năm: 2021")).to_be_visible()
    assert _values(page, "nam") == ["2021"]


def test_a_filter_for_what_is_gone_is_shown_and_can_be_taken_off(server: Server, browser: Browser) -> None:
    with visit(browser, allow="404") as page:
        page.goto(f"{address(server.url, QUESTION)}&van_ban=khongco")
        refusal(page)
        page.get_by_role("button", name="Bỏ lọc Văn bản: văn bản không còn trong kho").click()
        expect(answer(page)).to_contain_text("30% GRDP")


@pytest.mark.parametrize(("width", "beside"), [(360, False), (1280, True)])
def test_choices_stand_beside_the_results_or_fold_where_there_is_no_room(
    server: Server, browser: Browser, width: int, beside: bool
) -> None:
    with visit(browser, width=width, height=740) as page:
        page.goto(address(server.url, _BROAD))
        boxes = _group(page, "Loại văn bản").get_by_role("checkbox")
        fold = page.locator("summary", has_text="Lọc kết quả")
        if beside:
            expect(boxes.first).to_be_visible()
            expect(fold).to_be_hidden()
        else:
            expect(fold).to_be_visible()
            expect(boxes).to_have_count(0)
            fold.click()
            boxes.first.check()
            expect(page.get_by_role("list", name="Đang lọc theo")).to_be_visible()
            expect(boxes.first).to_be_checked()
        assert not has_sideways_scrolling(page)
