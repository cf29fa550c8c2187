"""Pictures of every view, to look at: ``python -m tests.web.screenshots FOLDER`` starts a server with the samples and takes them."""

import itertools
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, expect, sync_playwright

from corpus.settings import load_settings
from tests.conftest import CHROMIUM, CHROMIUM_FLAGS
from tests.servers import Server, start_server
from tests.web.browsing import QUESTION, STRANGE_QUESTION, address, answer, choose, jobs, marked, refusal, visit
from tests.web.ledgers import open_ledger
from tests.web.reading import find_document

_ENDS = 120_000  # milliseconds
_SIZES: tuple[tuple[int, int], ...] = ((1280, 800), (360, 740))
_SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
_BROKEN = ("bao-cao-quy-2.pdf", b"%PDF-1.7 khong con gi")
_DECISION = """ỦY BAN NHÂN DÂN
THÀNH PHỐ LẠC GIANG
Số: {number}/QĐ-UBND
Lạc Giang, ngày 14 tháng 6 năm 2024

QUYẾT ĐỊNH
Về việc sửa chữa đập Khe Lim và tuyến kênh số {number}

Điều 1. Sửa chữa đập Khe Lim trong 90 ngày.
"""
_numbers = itertools.count(845)


@contextmanager
def samples_in_browser() -> Iterator[tuple[Server, Server, Browser]]:
    """A server with the samples, one with nothing in it, and a browser."""
    encoder = load_settings().encoder_folder.absolute()
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        full = start_server(Path(scratch) / "full", encoder, samples=True)
        empty = start_server(Path(scratch) / "empty", encoder)
        try:
            full.wait_for_jobs()
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
            yield full, empty, browser
            browser.close()
        finally:
            full.stop()
            empty.stop()


def show_source(page: Page, server: Server) -> None:
    """The answer with its first citation opened in the source."""
    show_answer(page, server)
    answer(page).get_by_role("button").first.click()
    assert "30% GRDP" in marked(page)


def show_question(page: Page, server: Server) -> None:
    """The first view."""
    page.goto(server.url)
    expect(page.get_by_role("list", name="Hỏi thử").get_by_role("link").first).to_be_visible(timeout=_ENDS)


def show_answer(page: Page, server: Server) -> None:
    """An answer."""
    page.goto(address(server.url, QUESTION))
    answer(page)


def show_refusal(page: Page, server: Server) -> None:
    """A question that the documents do not answer."""
    page.goto(address(server.url, STRANGE_QUESTION))
    refusal(page)


def show_documents(page: Page, server: Server) -> None:
    """The table of documents."""
    page.goto(f"{server.url}/van-ban")
    expect(page.get_by_text("07-CTr/TU").first).to_be_visible(timeout=_ENDS)


def show_reader(page: Page, server: Server) -> None:
    """A document."""
    rows = server.get("/api/documents")["documents"]
    wanted = next(row["id"] for row in rows if row["symbol"] == "07-CTr/TU")
    page.goto(f"{server.url}/van-ban/{wanted}")
    expect(page.get_by_text("GRDP").first).to_be_visible(timeout=_ENDS)


def show_adding(page: Page, server: Server) -> None:
    """Files on their way in: one done, one at work, one failed."""
    page.goto(f"{server.url}/them")
    number = next(_numbers)
    done, long = f"{number}-QD-UBND-2024.txt", f"ke-hoach-nao-vet-kenh-{number}.md"
    work = "\n\n".join(f"{n}. Nạo vét kênh số {n}, giao tổ công tác số {n} làm trong quý {n}." for n in range(900))
    choose(
        page,
        (done, _DECISION.format(number=number).encode()),
        _BROKEN,
        (long, f"# Kế hoạch {number}\n\n{work}".encode()),
    )
    expect(jobs(page, _BROKEN[0]).first).to_contain_text("Tệp hỏng", timeout=_ENDS)
    expect(jobs(page, done)).to_contain_text("14/6/2024", timeout=_ENDS)
    expect(jobs(page, long)).to_contain_text("đang mã hoá", timeout=_ENDS)


def show_targets(page: Page, server: Server) -> None:
    """The ledger of targets."""
    open_ledger(page, server, "target", tim="kinh tế số")


def show_indicators(page: Page, server: Server) -> None:
    """Targets by indicator, with charts."""
    open_ledger(page, server, "target", xem="gop", tim="kinh tế số")


def show_differing(page: Page, server: Server) -> None:
    """Where documents differ."""
    open_ledger(page, server, "target", xem="khac")


def show_review(page: Page, server: Server) -> None:
    """A fact to be checked with its words."""
    show_targets(page, server)
    page.get_by_role("button", name="Kiểm tra").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()


def show_assignments(page: Page, server: Server) -> None:
    """The ledger of assignments."""
    open_ledger(page, server, "assignment", sap="han")


def show_board(page: Page, server: Server) -> None:
    """Bodies and deadlines."""
    open_ledger(page, server, "assignment", xem="bang")


def show_references(page: Page, server: Server) -> None:
    """What a document rests on."""
    open_ledger(page, server, "decision", van_ban=find_document(server, "296-KH-TU-2025.md"))


def show_missing(page: Page, server: Server) -> None:
    """What is cited and not there."""
    open_ledger(page, server, "decision", xem="thieu")


_STATES: dict[str, Callable[[Page, Server], None]] = {
    "hoi": show_question, "tra-loi": show_answer, "nguon": show_source, "khong-co": show_refusal,
    "van-ban": show_documents, "doc": show_reader, "them": show_adding,
    "chi-tieu": show_targets, "theo-chi-tieu": show_indicators, "khac-nhau": show_differing, "kiem-tra": show_review,
    "phan-cong": show_assignments, "theo-co-quan": show_board, "can-cu": show_references, "con-thieu": show_missing,
}  # fmt: skip


def _take_all(folder: Path) -> None:
    with samples_in_browser() as (full, empty, browser):
        for scheme in _SCHEMES:
            for width, height in _SIZES:
                look = f"{width}-{scheme}"
                for name, show in _STATES.items():
                    with visit(browser, width=width, height=height, scheme=scheme) as page:
                        show(page, full)
                        page.screenshot(path=folder / f"{name}-{look}.png")
                with visit(browser, width=width, height=height, scheme=scheme) as page:
                    page.goto(empty.url)
                    expect(page.get_by_text("Hãy thêm văn bản để bắt đầu hỏi.")).to_be_visible(timeout=_ENDS)
                    page.screenshot(path=folder / f"rong-{look}.png")
        for name in ("tra-loi", "nguon", "van-ban", "doc", "chi-tieu", "theo-chi-tieu", "phan-cong", "can-cu"):
            with visit(browser) as page:
                _STATES[name](page, full)
                page.pdf(path=folder / f"in-{name}.pdf", prefer_css_page_size=True)


def main(folder: Path) -> None:
    """Take all pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    _take_all(folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
