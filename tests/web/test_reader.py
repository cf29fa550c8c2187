"""One document for reading: nothing of it is lost, and one finds, links, quotes and reads again."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.servers import Server
from tests.web.browsing import has_sideways_scrolling, visit
from tests.web.reading import ENDS, add_document, document_text, find_document, open_document, shown_text, told

_PROGRAMME = "07-CTr-TU-2021.docx"
_REPORT = "512-BC-TU-2025.pdf"


def _lines(server: Server, document: str) -> list[str]:
    text: str = server.get(f"/api/documents/{document}/text")["text"]
    return [line for line in text.split("\n") if line]


@pytest.mark.parametrize("file_name", [_PROGRAMME, _REPORT, "2846-QD-UBND-2022.html"])
def test_every_letter_of_the_text_is_shown(server: Server, page: Page, file_name: str) -> None:
    document = find_document(server, file_name)
    text = open_document(page, server, document)
    assert shown_text(text).split("\n") == _lines(server, document)


def test_rows_with_as_many_cells_are_a_table_and_headings_are_headings(server: Server, page: Page) -> None:
    text = open_document(page, server, find_document(server, _REPORT))
    row = text.get_by_role("row").filter(has_text="Tỷ trọng kinh tế số trong GRDP")
    expect(row.get_by_role("cell").nth(3)).to_contain_text("27,3%")
    expect(text.get_by_role("heading", name="IV- BÀI HỌC KINH NGHIỆM", level=2)).to_be_visible()
    expect(text.get_by_text("trang 2", exact=True)).to_have_count(1)


def test_rows_of_many_shapes_lose_nothing(adding_server: Server, page: Page) -> None:
    rows = ["a | b", "c | d", "chỉ một ô", "1 | 2 | 3", "4 | 5", "x | y | z |", "cuối"]
    document = add_document(adding_server, "bang-le.txt", "Thông báo về bảng lẻ\n\n" + "\n\n".join(rows))
    assert shown_text(open_document(page, adding_server, document)).split("\n") == _lines(adding_server, document)


def test_the_outline_leads_to_headings_and_follows_the_reading(server: Server, page: Page) -> None:
    text = open_document(page, server, find_document(server, _PROGRAMME))
    outline = page.get_by_role("navigation", name="Mục lục")
    link = outline.get_by_role("link", name="IV- NHIỆM VỤ, GIẢI PHÁP")
    link.click()
    heading = text.get_by_role("heading", name="IV- NHIỆM VỤ, GIẢI PHÁP")
    expect(heading).to_be_in_viewport()
    expect(heading).to_be_focused()
    expect(link).to_have_attribute("aria-current", "location")
    text.get_by_role("heading", name="II- QUAN ĐIỂM CHỈ ĐẠO").scroll_into_view_if_needed()
    page.mouse.move(640, 500)
    page.mouse.wheel(0, -20_000)
    expect(outline.get_by_role("link", name="IV- NHIỆM VỤ, GIẢI PHÁP")).not_to_have_attribute(
        "aria-current", "location"
    )


def test_searching_inside_needs_no_marks_and_goes_round_by_key(server: Server, page: Page) -> None:
    text = open_document(page, server, find_document(server, _PROGRAMME))
    box = page.get_by_role("searchbox", name="Tìm trong văn bản")
    page.keyboard.press("F3")
    expect(box).to_be_focused()
    page.keyboard.type("kinh te so")
    count = page.get_by_role("search", name="Tìm trong văn bản").get_by_role("status")
    expect(count).to_have_text(re.compile(r"^1/\d+$"))
    total = int(count.inner_text().split("/")[1])
    assert total > 1
    expect(text.locator("mark.found")).to_have_count(total)
    assert {mark.lower() for mark in text.locator("mark.found").all_text_contents()} == {"kinh tế số"}
    for key, n in (("Enter", 2), ("Shift+Enter", 1), ("Shift+Enter", total), ("F3", 1), ("Shift+F3", total)):
        page.keyboard.press(key)
        expect(count).to_have_text(f"{n}/{total}")
        expect(text.locator("mark.now")).to_be_in_viewport()
    box.fill("chữ không có ở đây")
    expect(count).to_have_text("không thấy")
    page.keyboard.press("Escape")
    expect(text.locator("mark")).to_have_count(0)


def test_findings_run_through_cells_and_citations(server: Server, page: Page) -> None:
    document = find_document(server, _REPORT)
    whole = server.get(f"/api/documents/{document}/text")["text"]
    start = whole.index("Tỷ trọng kinh tế số trong GRDP")
    text = open_document(page, server, document, f"?tu={start}&den={start + 9}")
    page.get_by_role("searchbox", name="Tìm trong văn bản").fill("trong kinh te so trong grdp | khoang 30%")
    expect(text.locator("mark.now").first).to_be_in_viewport()
    assert "".join(text.locator("mark.found").all_text_contents()) == "trọng kinh tế số trong GRDPkhoảng 30%"
    assert "".join(text.locator("mark.cited").all_text_contents()) == "Tỷ trọng "
    assert shown_text(text).split("\n") == _lines(server, document)


def test_an_address_with_a_place_opens_there_with_the_place_marked(server: Server, page: Page) -> None:
    document = find_document(server, _PROGRAMME)
    quote = "chiếm khoảng 30% GRDP"
    start = server.get(f"/api/documents/{document}/text")["text"].index(quote)
    text = open_document(page, server, document, f"?tu={start}&den={start + len(quote)}")
    expect(text.locator("mark")).to_have_text(quote)
    expect(text.locator("mark")).to_be_in_viewport()


def test_the_sign_of_a_paragraph_copies_its_address(server: Server, page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    text = open_document(page, server, find_document(server, _PROGRAMME))
    text.get_by_role("button", name=re.compile("Sao chép địa chỉ của đoạn “1- Mục tiêu tổng quát”")).click()
    told(page, "Đã sao chép.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert re.search(r"/van-ban/\w+\?tu=\d+&den=\d+$", copied)
    assert page.url == copied
    page.goto("about:blank")
    page.goto(copied)
    expect(document_text(page).locator("mark")).to_have_text("1- Mục tiêu tổng quát")
    expect(document_text(page).locator("mark")).to_be_in_viewport()


def test_the_signs_are_reached_by_key(server: Server, page: Page) -> None:
    text = open_document(page, server, find_document(server, _PROGRAMME))
    first = text.get_by_role("button", name=re.compile("^Sao chép địa chỉ")).first
    first.focus()
    page.keyboard.press("ArrowDown")
    expect(text.get_by_role("button", name=re.compile("^Sao chép địa chỉ")).nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(first).to_be_focused()


def test_selected_words_are_copied_with_their_source(server: Server, page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    document = find_document(server, _PROGRAMME)
    text = open_document(page, server, document)
    offered = page.get_by_role("button", name="Sao chép đoạn đã chọn kèm nguồn")
    expect(offered).to_be_hidden()
    line = text.locator(".line .words").filter(has_text="chiếm khoảng 30% GRDP")
    line.evaluate(
        "(words) => { const text = words.firstChild, at = text.data.indexOf('khoảng'); getSelection().setBaseAndExtent(text, at, text, at + 15); }"
    )
    offered.click()
    told(page, "Đã sao chép.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“khoảng 30% GRDP”\n(07-CTr/TU")
    assert "III- MỤC TIÊU" in copied
    start, end = map(int, re.findall(r"\d+", copied.rsplit("?", 1)[1]))
    assert server.get(f"/api/documents/{document}/text", start=start, end=end)["text"] == "khoảng 30% GRDP"


def test_the_page_as_it_looks_on_paper_stands_beside_the_text(server: Server, page: Page) -> None:
    document = find_document(server, _REPORT)
    quote = "Tỷ trọng kinh tế số trong GRDP"
    start = server.get(f"/api/documents/{document}/text")["text"].index(quote)
    text = open_document(page, server, document, f"?tu={start}&den={start + len(quote)}")
    toggle = page.get_by_role("button", name="Xem trang gốc")
    toggle.click()
    expect(toggle).to_have_attribute("aria-pressed", "true")
    picture = page.get_by_role("img", name="Ảnh trang 1 của tệp gốc")
    expect(picture).to_be_visible()
    page.wait_for_function("document.getElementById('page-image').naturalWidth > 0")
    box = page.locator("#page-boxes .box").first.bounding_box()
    frame = picture.bounding_box()
    assert box and frame
    assert frame["x"] < box["x"] < box["x"] + box["width"] < frame["x"] + frame["width"]
    expect(text.locator("mark").first).to_be_in_viewport()
    page.get_by_role("button", name="Trang sau").click()
    expect(page.get_by_role("img", name="Ảnh trang 2 của tệp gốc")).to_be_visible()
    open_document(page, server, find_document(server, _PROGRAMME))
    expect(toggle).to_be_hidden()


def test_what_can_be_done_with_a_document(server: Server, page: Page) -> None:
    document = find_document(server, _PROGRAMME)
    open_document(page, server, document)
    assert page.title().startswith("07-CTr/TU")
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải tệp gốc").click()
    assert download.value.suggested_filename == _PROGRAMME
    assert page.get_by_role("link", name="Hỏi trong văn bản này").get_attribute("href") == f"/?van_ban={document}"


def test_reading_again_is_followed_to_its_end(adding_server: Server, page: Page) -> None:
    document = add_document(adding_server, "doc-lai.md", "# Thông báo đọc lại\n\nMột dòng để đọc lại.")
    open_document(page, adding_server, document)
    page.get_by_role("button", name="Đọc lại", exact=True).click()
    expect(page.get_by_role("status").filter(has_text="Đã đọc lại văn bản.")).to_be_visible(timeout=ENDS)


def test_a_long_document_is_whole_and_found_in(adding_server: Server, page: Page) -> None:
    lines = [f"{n}. Giao tổ công tác số {n} thực hiện." for n in range(6000)]
    reply = {
        "document": {}, "more_before": False, "more_after": False,
        "paragraphs": [{"kind": "paragraph", "start": n * 100, "end": n * 100 + len(line), "page": None, "segments": [{"text": line, "mark": n == 5000}]} for n, line in enumerate(lines)],
    }  # fmt: skip
    document = add_document(adding_server, "dai.md", "# Kế hoạch dài\n\nMột dòng.")
    page.route("**/view?*", lambda route: route.fulfill(json=reply))
    text = open_document(page, adding_server, document, "?tu=500000&den=500010")
    expect(text.locator("mark.cited")).to_be_in_viewport()
    expect(text.locator(".line")).to_have_count(len(lines))
    page.get_by_role("searchbox", name="Tìm trong văn bản").fill("cong tac so 5999")
    expect(text.locator("mark.now")).to_be_in_viewport()


def test_the_reader_fits_a_telephone(server: Server, browser: Browser) -> None:
    with visit(browser, width=360, height=740) as page:
        text = open_document(page, server, find_document(server, _REPORT))
        assert not has_sideways_scrolling(page)
        expect(page.get_by_role("navigation", name="Mục lục")).to_be_hidden()
        page.locator("#document-outline summary").click()
        page.get_by_role("link", name="IV- BÀI HỌC KINH NGHIỆM").click()
        expect(text.get_by_role("heading", name="IV- BÀI HỌC KINH NGHIỆM")).to_be_in_viewport()
        assert not has_sideways_scrolling(page)
