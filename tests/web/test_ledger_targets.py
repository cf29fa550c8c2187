"""The ledger of targets: filtered, sorted, by indicator with charts, where documents differ; each figure leads to its sentence."""

import csv
import io
import re

import openpyxl
from playwright.sync_api import Browser, Page, expect

from tests.servers import Server
from tests.web.browsing import has_sideways_scrolling, visit
from tests.web.ledgers import column, facts, look, open_ledger, rows, settled
from tests.web.reading import document_text

_DIGITAL = "tỷ trọng kinh tế số"


def test_words_and_years_narrow_the_list_and_the_back_button_widens_it(server: Server, page: Page) -> None:
    open_ledger(page, server, "target")
    everything = page.locator("#ledger-count").inner_text()
    page.get_by_role("searchbox", name="Lọc theo chữ").fill("ty trong kinh te so")
    expect(rows(page)).to_have_count(len(facts(server, "target", q=_DIGITAL)))
    page.get_by_role("combobox", name="Năm").select_option("2025")
    wanted = facts(server, "target", q=_DIGITAL, year="2025")
    expect(page.locator("#ledger-count")).to_have_text(f"{len(wanted)} chỉ tiêu, kết quả")
    assert set(column(page, "nam")) == {"2025"} and len(wanted) > 1
    assert "tim=ty+trong+kinh+te+so" in page.url and "nam=2025" in page.url
    page.reload()
    expect(rows(page)).to_have_count(len(wanted))
    expect(page.get_by_role("combobox", name="Năm")).to_have_value("2025")
    page.go_back()
    expect(rows(page)).to_have_count(len(facts(server, "target", q=_DIGITAL)))
    page.get_by_role("searchbox", name="Lọc theo chữ").fill("khong co chu nao nhu the")
    expect(page.get_by_text("Không có mục nào khớp với các điều kiện lọc.")).to_be_visible()
    page.get_by_role("button", name="Bỏ mọi điều kiện lọc").click()
    expect(page.locator("#ledger-count")).to_have_text(everything)
    expect(page.get_by_role("searchbox", name="Lọc theo chữ")).to_be_focused()


def test_a_head_sorts_by_key_and_what_has_no_year_comes_last(server: Server, page: Page) -> None:
    open_ledger(page, server, "target", tim="kinh tế số")
    head = page.get_by_role("columnheader", name="Năm")
    for direction in ("ascending", "descending"):
        head.get_by_role("button").focus()
        page.keyboard.press("Enter")
        expect(head).to_have_attribute("aria-sort", direction)
        settled(page)
        years = [text for text in column(page, "nam") if text]
        assert years == sorted(years, reverse=direction == "descending") and len(set(years)) > 2
        assert not any(column(page, "nam")[len(years) :])


def test_a_figure_leads_to_its_sentence_and_back_to_where_one_was(server: Server, page: Page) -> None:
    open_ledger(page, server, "target")
    more = page.get_by_role("button", name=re.compile("^Hiện thêm"))
    expect(rows(page)).to_have_count(50)
    more.click()
    expect(rows(page)).to_have_count(100)
    expect(rows(page).nth(50).get_by_role("link").first).to_be_focused()
    fact = facts(server, "target")[70]
    rows(page).nth(70).get_by_role("link").first.click()
    marks = document_text(page).locator("mark.cited")
    expect(marks.first).to_be_in_viewport()
    shown = "".join(re.split(r"[\s|]+", "".join(marks.all_text_contents())))
    assert shown == "".join(re.split(r"[\s|]+", fact["quote"]))
    page.go_back()
    expect(rows(page)).to_have_count(100)
    expect(rows(page).nth(70)).to_be_in_viewport()


def test_one_indicator_shows_its_way_down_the_levels_and_aim_against_result_by_year(server: Server, page: Page) -> None:
    open_ledger(page, server, "target", tim="hồ sơ nộp trực tuyến")
    look(page, "Theo chỉ tiêu")
    assert "xem=gop" in page.url
    group = page.get_by_role("list", name="Chỉ tiêu").get_by_role("listitem").first
    expect(group.get_by_role("heading", level=2)).to_contain_text(re.compile("nộp trực tuyến", re.I))
    places = group.get_by_role("rowheader").all_inner_texts()
    assert places[:2] == ["Cấp tỉnh: Lạc Giang", "Cấp xã: Bến Lạc"]
    expect(
        group.get_by_text(re.compile(r"^Mục tiêu năm 20\d\d: Cấp tỉnh: Lạc Giang .*% → Cấp xã: Bến Lạc .*%$"))
    ).to_be_visible()
    drawing = group.get_by_role("img").first
    said = drawing.get_attribute("aria-label") or ""
    assert "mục tiêu" in said and "kết quả" in said and len(set(re.findall(r"20\d\d", said))) > 2
    expect(drawing.locator("circle.reached").first).to_be_visible()
    expect(group.get_by_role("columnheader", name="Mức")).to_be_visible()
    expect(group.get_by_text("Mâu thuẫn:")).to_be_visible()
    page.go_back()
    expect(rows(page).first).to_be_visible()


def test_documents_that_differ_stand_side_by_side_with_the_reason(server: Server, page: Page) -> None:
    found = server.get("/api/facts/conflicts", kind="target")
    open_ledger(page, server, "target")
    look(page, f"Chỗ nói khác nhau ({found['total']})")
    listed = page.get_by_role("list", name="Chỗ nói khác nhau").locator(":scope > li")
    expect(listed).to_have_count(found["total"])
    expect(listed.first.get_by_text("mâu thuẫn")).to_be_visible()
    expect(listed.first.get_by_role("blockquote")).to_have_count(2)
    expect(listed.first.get_by_role("blockquote").first.locator("mark").first).to_be_visible()
    page.get_by_role("combobox", name="Vì sao khác").select_option("khác cách tính")
    expect(listed).to_have_count(next(one["count"] for one in found["reasons"] if one["value"] == "khác cách tính"))
    listed.first.get_by_role("link", name="Mở trong văn bản").first.click()
    expect(document_text(page).locator("mark.cited").first).to_be_in_viewport()


def test_the_workbook_has_the_rows_that_are_shown(server: Server, page: Page) -> None:
    open_ledger(page, server, "target", tim="kinh tế số", nam="2025")
    wanted = facts(server, "target", q="kinh tế số", year="2025")
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải Excel").click()
    sheet = openpyxl.load_workbook(io.BytesIO(download.value.path().read_bytes())).active
    assert sheet is not None
    lines = [list(line) for line in sheet.iter_rows(values_only=True)]
    at = lines[0].index("Trích nguyên văn")
    assert [line[at] for line in lines[1:]] == [fact["quote"] for fact in wanted]
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải CSV").click()
    listed = list(csv.reader(io.StringIO(download.value.path().read_text(encoding="utf-8-sig"))))
    cells = [line[at].removeprefix("'") for line in listed]  # what could be a formula has a sign before it
    assert cells == ["Trích nguyên văn", *(fact["quote"] for fact in wanted)]


def test_on_a_telephone_rows_are_cards_and_filters_are_folded(server: Server, browser: Browser) -> None:
    with visit(browser, width=360, height=740) as page:
        open_ledger(page, server, "target")
        expect(rows(page).first).to_be_in_viewport()
        expect(page.get_by_role("combobox", name="Năm")).to_be_hidden()
        page.get_by_text("Lọc thêm, sắp xếp").click()
        page.get_by_role("combobox", name="Sắp xếp").select_option("-nam")
        settled(page)
        years = [text for text in column(page, "nam") if text]
        assert years == sorted(years, reverse=True) and years
        expect(page.get_by_text("Lọc thêm, sắp xếp (đang chọn 1)")).to_be_visible()
        assert not has_sideways_scrolling(page)
        adding = page.get_by_role("navigation", name="Các phần của trang").get_by_role("link", name="Thêm")
        adding.focus()
        expect(adding).to_be_in_viewport(ratio=0.9)
