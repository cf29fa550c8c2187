"""The ledger of assignments: whose work it is, until when, on a board and in a calendar."""

import re

from playwright.sync_api import Page, expect

from tests.servers import Server
from tests.web.ledgers import column, facts, look, open_ledger, rows, settled

_BODY = "Sở Tài chính"


def test_the_work_of_one_body_with_and_without_what_it_only_takes_part_in(server: Server, page: Page) -> None:
    open_ledger(page, server, "assignment")
    page.get_by_role("combobox", name="Việc của").select_option(_BODY)
    own = facts(server, "assignment", agency=_BODY)
    expect(page.locator("#ledger-count")).to_have_text(f"{len(own)} nhiệm vụ")
    assert all(_BODY in text for text in column(page, "chu_tri"))
    page.get_by_role("combobox", name="Vai trò").select_option(label="Chủ trì hoặc phối hợp")
    both = facts(server, "assignment", agency=_BODY, role="any")
    expect(page.locator("#ledger-count")).to_have_text(f"{len(both)} nhiệm vụ")
    assert len(both) > len(own)
    page.reload()
    expect(page.locator("#ledger-count")).to_have_text(f"{len(both)} nhiệm vụ")


def test_what_is_overdue_says_so_and_stands_in_the_order_of_its_days(server: Server, page: Page) -> None:
    open_ledger(page, server, "assignment", sap="han")
    page.get_by_role("combobox", name="Thời hạn").select_option("overdue")
    wanted = facts(server, "assignment", deadline="overdue")
    expect(page.locator("#ledger-count")).to_have_text(f"{len(wanted)} nhiệm vụ")
    assert all("quá hạn" in text for text in column(page, "han"))
    first = min(wanted, key=lambda fact: fact["deadline_date"])
    expect(rows(page, "assignment").first).to_contain_text(first["deadline"])


def test_the_board_counts_by_body_and_deadline_and_leads_to_the_tasks(server: Server, page: Page) -> None:
    open_ledger(page, server, "assignment")
    look(page, "Theo cơ quan")
    line = page.get_by_role("table", name="Số nhiệm vụ theo cơ quan và thời hạn").get_by_role("row", name=_BODY)
    late = facts(server, "assignment", agency=_BODY, deadline="overdue")
    assert late
    line.get_by_role("link", name=f"{len(late)} nhiệm vụ của {_BODY}, quá hạn").click()
    settled(page)
    expect(rows(page, "assignment")).to_have_count(len(late))
    expect(page.get_by_role("combobox", name="Việc của")).to_have_value(_BODY)
    page.go_back()
    expect(line).to_contain_text(str(len(facts(server, "assignment", agency=_BODY))))


def test_the_calendar_has_the_dated_tasks_that_are_shown(server: Server, page: Page) -> None:
    open_ledger(page, server, "assignment", chu_tri=_BODY)
    dated = [fact for fact in facts(server, "assignment", agency=_BODY) if fact["deadline_date"]]
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải lịch hạn (ICS)").click()
    text = download.value.path().read_text(encoding="utf-8")
    assert len(re.findall(r"^BEGIN:V(?:EVENT|TODO)", text, re.MULTILINE)) == len(dated) > 0
    open_ledger(page, server, "target")
    expect(page.get_by_role("link", name="Tải lịch hạn (ICS)")).to_be_hidden()
