"""While the server is stopped the page says what to do, and goes on when it is back."""

from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, expect

from tests.servers import start_server
from tests.web.browsing import answer, ask, choose, jobs, open_adding, visit

_GONE = "Máy chủ chưa trả lời. Hãy kiểm tra cửa sổ đang chạy “make serve”, rồi thử lại."
_FAILED_REQUESTS = "Failed to load resource|net::ERR_"
_ENDS = 240_000
_FACT = ("den-duong.txt", "Phường Tân Long lắp 186 đèn đường trong năm 2024.".encode())
_QUESTION = "Phường Tân Long lắp bao nhiêu đèn đường?"


def _long() -> bytes:
    lines = (f"{n}. Nạo vét kênh số {n}, giao tổ công tác số {n} trong quý {n}." for n in range(300))
    return "\n\n".join(["# Kế hoạch nạo vét kênh", *lines]).encode()


def test_adding_says_that_the_server_is_away_and_goes_on_when_it_is_back(
    browser: Browser, tmp_path: Path, encoder_folder: Path
) -> None:
    first = start_server(tmp_path / "data", encoder_folder)
    try:
        with visit(browser, allow=_FAILED_REQUESTS) as page:
            open_adding(page, first)
            choose(page, _FACT)
            expect(jobs(page, _FACT[0])).to_contain_text("đã thêm", timeout=_ENDS)
            choose(page, ("nao-vet.md", _long()))
            expect(jobs(page, "nao-vet.md")).to_contain_text("đang mã hoá", timeout=_ENDS)

            first.process.kill()
            first.stop()
            gone = page.get_by_role("status").filter(has_text=_GONE)
            expect(gone).to_be_visible(timeout=_ENDS)
            choose(page, ("cho-gui.txt", b"cho gui"))
            kept = page.get_by_text("Còn 1 tệp chưa gửi được vì máy chủ chưa trả lời.")
            expect(kept).to_be_visible()

            again = start_server(tmp_path / "data", encoder_folder, CANCU_PORT=str(urlsplit(first.url).port))
            try:
                for name in ("nao-vet.md", "cho-gui.txt"):
                    expect(jobs(page, name)).to_contain_text("đã thêm", timeout=_ENDS)
                expect(gone).to_be_hidden()
                expect(kept).to_be_hidden()
                _ask_again(page)
            finally:
                again.stop()
    finally:
        first.stop()


def _ask_again(page: Page) -> None:
    page.get_by_role("link", name="Hỏi", exact=True).click()
    ask(page, _QUESTION)
    expect(answer(page)).to_contain_text("186 đèn đường")


def test_where_events_do_not_come_through_the_list_is_asked_for(
    browser: Browser, tmp_path: Path, encoder_folder: Path
) -> None:
    running = start_server(tmp_path / "data", encoder_folder)
    try:
        with visit(browser, allow="EventSource|Failed to load resource") as page:
            page.route("**/api/events", lambda route: route.fulfill(status=502, body="proxy"))
            open_adding(page, running)
            choose(page, _FACT)
            expect(jobs(page, _FACT[0])).to_contain_text("đã thêm", timeout=_ENDS)
    finally:
        running.stop()
