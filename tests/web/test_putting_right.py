"""A document put right in the list of what was added is read again: that is no file on its way in, whatever comes first, events or the answer."""

from playwright.sync_api import APIResponse, Page, Route, expect

from tests.servers import Server
from tests.web.browsing import choose, jobs, open_adding

_ENDS = 240_000  # milliseconds
_NAME = "quyet-dinh-ghi-cham.txt"
_DECISION = """ỦY BAN NHÂN DÂN
THÀNH PHỐ LẠC GIANG
Số: 733/QĐ-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lạc Giang, ngày 26 tháng 3 năm 2021

QUYẾT ĐỊNH
Về việc lập tổ quản lý trạm bơm Nậm Lừ

Điều 1. Lập tổ quản lý trạm bơm Nậm Lừ gồm 6 người.
"""
_NOTE_EVENTS = """
window.told = [];
const Stream = EventSource;
window.EventSource = class extends Stream {
  constructor(address) {
    super(address);
    this.addEventListener("job", (event) => window.told.push(JSON.parse(event.data)));
  }
};
"""
_COUNT_ENTRIES = """name => {
  const count = () => [...document.querySelectorAll("#jobs > li")].filter((entry) => entry.textContent.includes(name)).length;
  window.most = count();
  new MutationObserver(() => (window.most = Math.max(window.most, count()))).observe(document.body, { childList: true, subtree: true, characterData: true });
}"""


def test_it_is_never_listed_twice_even_when_its_reading_is_told_of_before_the_change_has_returned(
    adding_server: Server, page: Page
) -> None:
    held: list[tuple[Route, APIResponse]] = []
    page.add_init_script(_NOTE_EVENTS)
    page.route(
        "**/api/documents/*",
        lambda route: held.append((route, route.fetch())) if route.request.method == "PATCH" else route.continue_(),
    )
    open_adding(page, adding_server)
    choose(page, (_NAME, _DECISION.encode()))
    entry = jobs(page, _NAME)
    entry.get_by_role("button", name=f"Sửa: {_NAME}").click(timeout=_ENDS)
    (first,) = {job["id"] for job in page.evaluate("told") if job["file_name"] == _NAME}
    page.evaluate(_COUNT_ENTRIES, _NAME)
    day = entry.get_by_label("Ngày ban hành")
    day.fill("28/4/2021")
    day.press("Enter")
    done = "([name, first]) => told.some((job) => job.file_name === name && job.id !== first && job.stage === 'done')"
    page.wait_for_function(done, arg=[_NAME, first])  # while the answer to the change is held back
    ((change, response),) = held
    change.fulfill(response=response)
    expect(entry).to_contain_text("28/4/2021")
    expect(entry).to_contain_text("Đã xác nhận")
    assert page.evaluate("most") == 1
