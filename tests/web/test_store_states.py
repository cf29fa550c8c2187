"""What the page says of the store: empty, with samples, after the samples have gone and come back."""

from playwright.sync_api import Page, expect

from tests.conftest import SAMPLES
from tests.servers import Server
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


def test_samples_go_with_one_click_and_come_back_with_another(own_samples: Server, page: Page) -> None:
    total = len(list(SAMPLES.iterdir()))
    page.goto(own_samples.url)
    size = page.get_by_text(f"Kho đang có {total} văn bản, trong đó {total} văn bản mẫu.")
    expect(size).to_be_visible()
    page.get_by_role("button", name="Gỡ văn bản mẫu").click()
    expect(page.get_by_text(f"Đã gỡ {total} văn bản mẫu.")).to_be_visible()
    expect(page.get_by_text("Kho chưa có văn bản nào. Hãy thêm văn bản để bắt đầu hỏi.")).to_be_visible()
    expect(page.get_by_role("button", name="Gỡ văn bản mẫu")).to_be_hidden()
    expect(question_box(page)).to_be_focused()
    assert own_samples.get("/api/documents")["total"] == 0
    page.get_by_role("button", name="Hoàn tác").click()
    expect(size).to_be_visible()
    expect(page.get_by_role("button", name="Gỡ văn bản mẫu")).to_be_visible()
    assert own_samples.get("/api/documents")["total"] == total
