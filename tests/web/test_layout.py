"""The page fits its window and can be read, on a desk and on a telephone, light and dark."""

from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from tests.servers import Server
from tests.web.browsing import (
    QUESTION,
    STRANGE_QUESTION,
    address,
    answer,
    choose,
    has_sideways_scrolling,
    jobs,
    marked,
    open_adding,
    question_box,
    refusal,
    visit,
)

_MOST_BYTES = 300_000  # of all files of the first view
_DECISION = """ỦY BAN NHÂN DÂN
THÀNH PHỐ LẠC GIANG
Số: {number}/QĐ-UBND
Lạc Giang, ngày 08 tháng 5 năm 2023

QUYẾT ĐỊNH
Về việc sửa chữa đập số {number}

Điều 1. Sửa chữa đập số {number} trong 90 ngày.
"""
_LEAST_CONTRAST = 4.5  # of text to what is behind it, WCAG AA
# Every visible piece of text, with the contrast of its colour to the nearest background that is painted behind it.
_CONTRASTS = """() => {
  const parse = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (rgb) => {
    const [r, g, b] = rgb.slice(0, 3).map((c) => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (node) => {
    for (; node; node = node.parentElement) {
      const painted = parse(getComputedStyle(node).backgroundColor);
      if (painted.length === 3 || painted[3] > 0) return painted;
    }
    return [255, 255, 255];
  };
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const parent = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !parent.checkVisibility() || parent.closest("template")) continue;
    const [a, b] = [light(parse(getComputedStyle(parent).color)), light(behind(parent))];
    found.push([(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), texts.currentNode.data.trim().slice(0, 40)]);
  }
  return found;
}"""


def _assert_fits_and_reads(page: Page) -> None:
    assert not has_sideways_scrolling(page)
    contrasts = page.evaluate(_CONTRASTS)
    assert contrasts
    assert [(ratio, text) for ratio, text in contrasts if ratio < _LEAST_CONTRAST] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_every_state_fits_the_window_and_can_be_read(
    server: Server, adding_server: Server, browser: Browser, width: int, scheme: Literal["light", "dark"]
) -> None:
    with visit(browser, width=width, height=740, scheme=scheme) as page:
        page.goto(server.url)
        expect(page.get_by_role("list", name="Hỏi thử").get_by_role("link")).to_have_count(3)
        _assert_fits_and_reads(page)
        page.goto(address(server.url, QUESTION))
        chip = answer(page).get_by_role("button").first
        _assert_fits_and_reads(page)
        chip.click()
        assert marked(page)
        _assert_fits_and_reads(page)
        page.goto(address(server.url, STRANGE_QUESTION))
        refusal(page)
        _assert_fits_and_reads(page)
        open_adding(page, adding_server)
        name = "ke-hoach-co-cai-ten-rat-dai-khong-co-dau-cach-de-xuong-dong-nam-2024.pdf"
        choose(page, (name, b"%PDF-1.7 hong"))
        expect(jobs(page, name).first).to_contain_text("Tệp hỏng", timeout=60_000)
        number = 2 * width + (scheme == "dark")
        decision = (f"{number}-QD-UBND-2023.txt", _DECISION.format(number=number).encode())
        choose(page, (f"{name[:-4]}.xlsx", b""), decision)
        expect(jobs(page, decision[0]).first).to_contain_text("8/5/2023", timeout=60_000)
        _assert_fits_and_reads(page)
        choose(page, (decision[0], decision[1] + b"khac"))
        expect(page.get_by_role("dialog")).to_be_visible()
        _assert_fits_and_reads(page)
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Dán văn bản").click()
        expect(page.get_by_role("dialog")).to_be_visible()
        _assert_fits_and_reads(page)


def test_the_first_view_is_light_and_all_of_it_comes_from_this_server(server: Server, page: Page) -> None:
    responses: list[Response] = []

    def note(response: Response) -> None:
        responses.append(response)

    page.on("response", note)
    page.goto(server.url)
    expect(page.get_by_role("list", name="Hỏi thử").get_by_role("link")).to_have_count(3)
    page.evaluate("document.fonts.ready.then(() => null)")
    files = [one for one in responses if "/api/" not in one.url]
    assert [one.url for one in responses if not one.url.startswith(f"{server.url}/")] == []
    assert {"document", "script", "stylesheet", "font"} <= {one.request.resource_type for one in files}
    assert sum(len(one.body()) for one in files) < _MOST_BYTES


@pytest.mark.parametrize("width", [360, 640])  # a telephone; an office screen at 200 %
def test_no_view_scrolls_sideways(server: Server, browser: Browser, width: int) -> None:
    plan = next(d for d in server.get("/api/documents")["documents"] if d["file_name"] == "41-KH-UBND-2024.docx")
    with visit(browser, width=width, height=600) as page:
        for path, seen in (
            ("/van-ban", page.get_by_role("link", name=plan["title"][:20])),
            (f"/van-ban/{plan['id']}", page.get_by_role("heading", level=1)),
            ("/them", page.get_by_role("button", name="Dán văn bản")),
            ("/chi-tieu", page.get_by_role("button", name="Kiểm tra")),
            ("/chi-tieu?xem=gop", page.get_by_role("img")),
            ("/chi-tieu?xem=khac", page.get_by_role("blockquote")),
            ("/phan-cong", page.get_by_role("button", name="Kiểm tra")),
            ("/phan-cong?xem=bang", page.get_by_role("rowheader")),
            (f"/quyet-dinh?van_ban={plan['id']}", page.get_by_role("img", name="Sơ đồ")),
            ("/quyet-dinh?xem=thieu", page.get_by_text("chưa có trong kho")),
        ):
            page.goto(server.url + path)
            expect(seen.first).to_be_visible()
            assert not has_sideways_scrolling(page), path


def test_dark_and_light_follow_the_system(server: Server, browser: Browser) -> None:
    seen = {}
    for scheme in ("light", "dark"):
        with visit(browser, scheme=scheme) as page:
            page.goto(server.url)
            seen[scheme] = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert seen["light"] == "rgb(255, 255, 255)"
    assert max(int(part) for part in seen["dark"][4:-1].split(",")) < 64


def test_on_a_telephone_the_opened_source_leaves_the_question_in_sight(server: Server, browser: Browser) -> None:
    with visit(browser, width=360, height=740) as page:
        page.goto(address(server.url, QUESTION))
        answer(page).get_by_role("button").first.click()
        assert marked(page)
        expect(question_box(page)).to_be_in_viewport()
        page.get_by_role("button", name="Đóng").click()
        expect(page.locator("aside")).to_be_hidden()
