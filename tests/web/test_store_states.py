"""What the page says of the store: empty, with samples, after the samples have gone."""

from pathlib import Path

import httpx
from playwright.sync_api import Page, expect

from tests.servers import Server, start_server
from tests.web.browsing import QUESTION, ask, choose, jobs, refusal


def test_an_empty_store_invites_to_add_and_still_takes_questions(own_server: Server, page: Page) -> None:
    page.goto(own_server.url)
    expect(page.get_by_text("Kho chưa có văn bản nào. Hãy thêm tệp ở dưới đây.")).to_be_visible()
    expect(page.get_by_role("heading", name="Hỏi thử")).to_be_hidden()
    expect(page.get_by_role("button", name="Gỡ văn bản mẫu")).to_be_hidden()
    ask(page, QUESTION)
    said = refusal(page)
    expect(said).to_contain_text("hoặc thêm văn bản có nội dung này.")
    expect(said.get_by_role("listitem")).to_have_count(0)
    page.go_back()
    choose(page, ("dau-tien.txt", "Văn bản đầu tiên của kho.".encode()))
    expect(jobs(page, "dau-tien.txt")).to_contain_text("đã thêm", timeout=60_000)
    expect(page.get_by_text("Kho đang có 1 văn bản.")).to_be_visible()


def test_the_samples_are_marked_and_go_with_one_click(page: Page, tmp_path: Path, encoder_folder: Path) -> None:
    running = start_server(tmp_path / "removing", encoder_folder, samples=True)
    try:
        samples = _keep_one_sample(running)
        page.goto(running.url)
        expect(page.get_by_text(f"Kho đang có {samples} văn bản, trong đó {samples} văn bản mẫu.")).to_be_visible()
        page.get_by_role("button", name="Gỡ văn bản mẫu").click()
        expect(page.get_by_role("status").first).to_have_text(f"Đã gỡ {samples} văn bản mẫu.")
        expect(page.get_by_text("Kho chưa có văn bản nào.")).to_be_visible()
        expect(page.get_by_role("button", name="Gỡ văn bản mẫu")).to_be_hidden()
        expect(page.get_by_role("searchbox", name="Câu hỏi")).to_be_focused()
    finally:
        running.stop()


def _keep_one_sample(running: Server) -> int:
    """Cancel what still waits, so that the test need not wait for all samples; returns how many there are."""
    for job in running.get("/api/jobs")["jobs"][:-1]:
        httpx.post(f"{running.url}/api/jobs/{job['id']}/cancel", timeout=30)
    running.wait_for_jobs()
    total: int = running.get("/api/documents")["total"]
    assert total > 0
    return total
