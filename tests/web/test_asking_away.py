"""While the server is stopped, asking says what to do and goes on by itself when it is back."""

from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, expect

from tests.servers import Server, start_server
from tests.web.browsing import answer, ask, home, question_box, visit

_GONE = "Máy chủ chưa trả lời. Hãy kiểm tra cửa sổ đang chạy “make serve”, rồi thử lại. Trang đang tự thử lại."
_FAILED_REQUESTS = "Failed to load resource|net::ERR_"
_FACT = ("den-duong.txt", "Phường Tân Long lắp 186 đèn đường trong năm 2024.".encode())
_QUESTION = "Phường Tân Long lắp bao nhiêu đèn đường?"


def test_a_question_waits_for_the_server_and_is_answered_when_it_is_back(
    browser: Browser, tmp_path: Path, encoder_folder: Path
) -> None:
    first = start_server(tmp_path / "data", encoder_folder)
    again: Server | None = None
    try:
        first.add(_FACT)
        first.wait_for_jobs()
        with visit(browser, allow=_FAILED_REQUESTS) as page:
            page.goto(first.url)
            expect(page.get_by_text("Kho đang có 1 văn bản.")).to_be_visible()
            first.stop()
            ask(page, _QUESTION)
            told = page.get_by_role("alert").filter(has_text=_GONE)
            expect(told).to_be_visible()
            expect(told.get_by_role("button", name="Thử lại")).to_be_visible()
            page.get_by_role("link", name="Căn Cứ").click()
            expect(home(page)).to_be_visible()
            expect(told).to_be_visible()  # also here: how many documents there are is not known
            page.go_back()
            expect(question_box(page)).to_have_value(_QUESTION)
            expect(told).to_be_visible()
            again = start_server(tmp_path / "data", encoder_folder, CANCU_PORT=str(urlsplit(first.url).port))
            expect(answer(page)).to_contain_text("186 đèn đường")
            expect(told).to_be_hidden()
            expect(page.get_by_text("Máy chủ đã trả lời lại.")).to_be_visible()
    finally:
        first.stop()
        if again:
            again.stop()


def test_an_error_of_the_server_is_told_and_the_question_can_be_tried_again(server: Server, browser: Browser) -> None:
    with visit(browser, allow=_FAILED_REQUESTS) as page:
        page.goto(server.url)
        page.route(
            "**/api/ask", lambda route: route.fulfill(status=500, json={"error": {"message": "Máy chủ gặp lỗi."}})
        )
        ask(page, "Kinh tế số đạt bao nhiêu?")
        told = page.get_by_role("alert").filter(has_text="Máy chủ gặp lỗi.")
        expect(told).to_be_visible()
        page.unroute("**/api/ask")
        told.get_by_role("button", name="Thử lại").click()
        expect(told).to_be_hidden()
        expect(page.get_by_role("heading", name="Kinh tế số đạt bao nhiêu?", level=1)).to_be_visible()
