"""While the server is stopped the page says what to do, and goes on when it is back."""

from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, expect

from tests.servers import start_server
from tests.web.browsing import answer, ask, choose, jobs, visit

_GONE = "Máy chủ chưa trả lời. Hãy kiểm tra cửa sổ đang chạy “make serve”, rồi thử lại."
_FAILED_REQUESTS = "Failed to load resource|net::ERR_"
_ENDS = 60_000
_FACT = ("den-duong.txt", "Phường Tân Long lắp 186 đèn đường trong năm 2024.".encode())
_QUESTION = "Phường Tân Long lắp bao nhiêu đèn đường?"


def _long() -> bytes:
    lines = (f"{n}. Nạo vét kênh số {n}, giao tổ công tác số {n} trong quý {n}." for n in range(300))
    return "\n\n".join(["# Kế hoạch nạo vét kênh", *lines]).encode()


def test_the_page_says_that_the_server_is_away_and_goes_on_when_it_is_back(
    browser: Browser, tmp_path: Path, encoder_folder: Path
) -> None:
    first = start_server(tmp_path / "data", encoder_folder)
    try:
        with visit(browser, allow=_FAILED_REQUESTS) as page:
            page.goto(first.url)
            choose(page, _FACT)
            expect(jobs(page, _FACT[0])).to_contain_text("đã thêm", timeout=_ENDS)
            choose(page, ("nao-vet.md", _long()))
            expect(jobs(page, "nao-vet.md")).to_contain_text("đang mã hoá", timeout=_ENDS)

            first.stop()
            ask(page, _QUESTION)
            expect(page.get_by_role("status").first).to_have_text(_GONE)
            expect(page.get_by_role("region", name="Thêm văn bản").get_by_role("status")).to_have_text(_GONE)
            choose(page, ("khong-toi.txt", b"khong toi"))
            expect(page.get_by_role("region", name="Thêm văn bản").get_by_role("status")).to_have_text(_GONE)

            again = start_server(tmp_path / "data", encoder_folder, CANCU_PORT=str(urlsplit(first.url).port))
            try:
                ask(page, _QUESTION)
                expect(answer(page)).to_contain_text("186 đèn đường")
                expect(page.get_by_role("region", name="Thêm văn bản").get_by_role("status")).to_be_empty()
                expect(jobs(page, "nao-vet.md")).to_contain_text("đã thêm", timeout=_ENDS)
            finally:
                again.stop()
    finally:
        first.stop()
