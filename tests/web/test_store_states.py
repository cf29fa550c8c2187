"""What the page says of the store: empty, with samples, after the samples have gone and come back."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.servers import Server, start_server
from tests.web.browsing import QUESTION, ask, question_box, refusal


def test_an_empty_store_leads_to_adding_and_still_takes_questions(own_server: Server, page: Page) -> None:
    page.goto(own_server.url)
    expect(page.get_by_text("Kho chưa có văn bản nào. Hãy thêm văn bản để bắt đầu hỏi.")).to_be_visible()
    expect(page.get_by_role("heading", name="Hỏi thử")).to_be_hidden()
    expect(page.get_by_role("button", name="Gỡ văn bản mẫu")).to_be_hidden()
    ask(page, QUESTION)
    said = refusal(page)
    expect(said.get_by_role("link", name="Thêm văn bản có nội dung này")).to_be_visible()
    expect(said.get_by_role("blockquote")).to_have_count(0)
    expect(said.get_by_role("heading", name="Những đoạn gần nhất")).to_be_hidden()
    page.go_back()
    page.get_by_role("link", name="Thêm văn bản", exact=True).click()
    page.wait_for_url("**/them")
    own_server.add(("dau-tien.txt", "Văn bản đầu tiên của kho.".encode()))
    page.go_back()
    expect(page.get_by_text("Kho đang có 1 văn bản.")).to_be_visible(
        timeout=60_000
    )  # without being asked to look again


def test_samples_go_with_one_click_and_come_back_with_another(page: Page, two_samples: Server) -> None:
    page.goto(two_samples.url)
    size = page.get_by_text("Kho đang có 2 văn bản, trong đó 2 văn bản mẫu.")
    expect(size).to_be_visible()
    page.get_by_role("button", name="Gỡ văn bản mẫu").click()
    expect(page.get_by_text("Đã gỡ 2 văn bản mẫu.")).to_be_visible()
    expect(page.get_by_text("Kho chưa có văn bản nào. Hãy thêm văn bản để bắt đầu hỏi.")).to_be_visible()
    expect(page.get_by_role("button", name="Gỡ văn bản mẫu")).to_be_hidden()
    expect(question_box(page)).to_be_focused()
    assert two_samples.get("/api/documents")["total"] == 0
    page.get_by_role("button", name="Hoàn tác").click()
    expect(size).to_be_visible()
    expect(page.get_by_role("button", name="Gỡ văn bản mẫu")).to_be_visible()
    assert two_samples.get("/api/documents")["total"] == 2


@pytest.fixture
def two_samples(tmp_path: Path, encoder_folder: Path) -> Iterator[Server]:
    """A server with two samples: what waits behind them is cancelled, so that the test need not wait for all."""
    running = start_server(tmp_path / "removing", encoder_folder, samples=True)
    jobs = running.get("/api/jobs")["jobs"]
    for job in jobs[:-2]:
        httpx.post(f"{running.url}/api/jobs/{job['id']}/cancel", timeout=30)
    running.wait_for_jobs()
    for document in running.get("/api/documents")["documents"][:-2]:  # those that were too quick
        httpx.delete(f"{running.url}/api/documents/{document['id']}", timeout=30)
    yield running
    running.stop()
