"""Decisions and references: a document's references as a graph and in words, what is cited but missing; the reader has both beside the text."""

import re

from playwright.sync_api import Page, expect

from tests.servers import Server
from tests.web.ledgers import facts, look, open_ledger, settled
from tests.web.reading import document_text, find_document, open_document


def test_a_document_shows_what_it_rests_on_and_what_refers_to_it(server: Server, page: Page) -> None:
    plan = find_document(server, "296-KH-TU-2025.md")
    open_ledger(page, server, "decision")
    page.get_by_role("combobox", name="Văn bản", exact=True).select_option(plan)
    region = page.get_by_role("region", name=re.compile("^Căn cứ và dẫn chiếu của 296-KH.TU"))
    graph = region.get_by_role("img", name=re.compile("^Sơ đồ: dẫn chiếu 2 văn bản"))
    expect(graph.locator("g.missing")).to_contain_text("57-NQ/TW")
    expect(graph.locator("g.there").filter(has_text="thay thế")).to_contain_text("07-CTr/TU")
    gone = region.get_by_role("list", name="Văn bản này dẫn chiếu").get_by_role("listitem").filter(has_text="57-NQ/TW")
    expect(gone.first).to_contain_text("chưa có trong kho")
    expect(gone.first.locator("mark")).to_contain_text("57-NQ/TW")
    region.get_by_role("list", name="Được dẫn chiếu trong").get_by_role("link", name=re.compile("^15.KH-UBND")).click()
    expect(page.get_by_role("region", name=re.compile("^Căn cứ và dẫn chiếu của 15.KH-UBND"))).to_be_visible()
    page.go_back()
    expect(graph).to_be_visible()


def test_documents_that_are_cited_and_missing_are_listed_by_how_often(server: Server, page: Page) -> None:
    missing = server.get("/api/relations/missing")
    open_ledger(page, server, "decision")
    look(page, "Văn bản còn thiếu")
    expect(page.locator("#ledger-count")).to_have_text(f"{missing['total']} văn bản chưa có trong kho")
    listed = page.get_by_role("list", name="Văn bản còn thiếu").locator(":scope > li")
    expect(listed).to_have_count(missing["total"])
    expect(listed.first).to_contain_text(missing["missing"][0]["symbol"])
    page.get_by_role("searchbox", name="Lọc theo chữ").fill("19/2023")
    expect(listed).to_have_count(1)
    expect(listed).to_contain_text("Nghị quyết 19/2023/NQ-HĐND")
    listed.get_by_role("link").first.click()
    settled(page)
    expect(page.get_by_role("region", name=re.compile("^Căn cứ và dẫn chiếu của"))).to_be_visible()


def test_the_reader_has_the_facts_and_references_of_its_document(server: Server, page: Page) -> None:
    plan = find_document(server, "296-KH-TU-2025.md")
    targets = facts(server, "target", document=plan)
    open_document(page, server, plan)
    side = page.get_by_role("region", name="Số liệu, phân công, quyết định")
    expect(side.get_by_role("link", name=f"{len(targets)} chỉ tiêu, kết quả")).to_be_visible()
    references = page.get_by_role("region", name="Căn cứ và dẫn chiếu")
    expect(references.get_by_role("listitem").filter(has_text="thay thế")).to_contain_text("07-CTr/TU")
    side.get_by_role("list").first.get_by_role("link").first.click()
    expect(document_text(page).locator("mark.cited").first).to_be_in_viewport()
    assert f"tu={targets[0]['start']}" in page.url
    side.get_by_role("link", name=re.compile(r"^\d+ nhiệm vụ được giao$")).click()
    settled(page)
    assert page.url.endswith(f"/phan-cong?van_ban={plan}")
    expect(page.locator("#ledger-count")).to_have_text(f"{len(facts(server, 'assignment', document=plan))} nhiệm vụ")


def test_a_document_without_facts_and_references_says_nothing_of_them(register: Server, page: Page) -> None:
    with page.expect_response("**/relations"):
        open_document(page, register, find_document(register, "lich.md"))
    page.wait_for_load_state("networkidle")
    for name in ("Số liệu, phân công, quyết định", "Căn cứ và dẫn chiếu"):
        expect(page.get_by_role("region", name=name)).to_be_hidden()


def test_a_ledger_without_anything_in_it_says_what_to_add(register: Server, page: Page) -> None:
    open_ledger(page, register, "decision")
    expect(page.get_by_text("Kho chưa có quyết định nào.")).to_be_visible()
    expect(page.get_by_role("button", name="Bỏ mọi điều kiện lọc")).to_be_hidden()
    look(page, "Văn bản còn thiếu")
    expect(page.get_by_text("Mọi văn bản được dẫn chiếu đều đã có trong kho.")).to_be_visible()
