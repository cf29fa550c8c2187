"""The ledger as files: what a spreadsheet and a calendar make of them."""

import csv
import io
from datetime import date
from typing import Any

import pytest
from icalendar import Calendar
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from corpus.facts import FactKind
from corpus.messages import LEDGER_HEADINGS, LEDGER_NAMES
from search_api.document_schemas import DocumentOut, Segment
from search_api.ledger.calendar import write_calendar
from search_api.ledger.csv_file import write_csv
from search_api.ledger.schemas import AnyFact, AssignmentOut, DecisionOut, ReviewOut, TargetOut
from search_api.ledger.table import columns_of, printed_columns
from search_api.ledger.workbook import write_workbook
from tests.search_api.apps import RunningApp

SITE = "http://127.0.0.1:8000/"
LINK = "http://127.0.0.1:8000/van-ban/d1?tu=10&den=20"


def _common(id_: str, quote: str, sample: bool) -> dict[str, Any]:
    document = DocumentOut(
        id="d1", symbol="12-CTr/TU", title="Trồng chè", doc_type="chương trình", issuer="Tỉnh ủy Bạch Sơn", issued_on="2022-03-15",
        file_name="ct.md", version=1, sample=sample,
    )  # fmt: skip
    return {
        "n": 1, "id": id_, "document": document, "passage_id": "p", "heading": ["I. MỤC TIÊU", "1. Chung"], "page": 2, "start": 10, "end": 20,
        "quote": quote, "highlights": [], "segments": [Segment(text=quote, mark=False)], "parts": [], "review": None, "read": None,
    }  # fmt: skip


def target(quote: str = "Đạt 35%.", *, sample: bool = False, **slots: Any) -> TargetOut:
    """A target."""
    usual: dict[str, Any] = {
        "kind": "target", "status": "target", "indicator": "Diện tích chè", "comparator": ">=", "value": 35.5, "unit": "%", "base": "", "scope": "tỉnh",
        "year": 2025, "lead": "", "lead_canonical": [],
    }  # fmt: skip
    return TargetOut(**{**usual, **_common("f1", quote, sample), **slots})


def assignment(**slots: Any) -> AssignmentOut:
    """An assignment."""
    usual: dict[str, Any] = {
        "kind": "assignment", "task": "Lập đề án", "lead": ["Sở Y tế", "Sở Nội vụ"], "coordinate": ["UBND xã"], "lead_canonical": ["Sở Y tế"],
        "coordinate_canonical": ["UBND xã"], "deadline": "trước 30/6/2023", "deadline_date": "2023-06-29", "deadline_state": "overdue",
        "product": "Đề án", "cost": "",
    }  # fmt: skip
    return AssignmentOut(**{**usual, **_common("f2", "Lập đề án.", False), **slots})


def decision() -> DecisionOut:
    """A decision."""
    return DecisionOut(
        kind="decision", action="phê duyệt", object="Đề án", effective_on=None, **_common("f3", "Phê duyệt.", False)
    )


def csv_rows(facts: list[AnyFact], kind: FactKind | None) -> list[dict[str, str]]:
    written = write_csv(facts, kind, SITE)
    assert written.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"), newline="")))


def book_of(facts: list[AnyFact], kind: FactKind | None) -> Workbook:
    book: Workbook = load_workbook(io.BytesIO(write_workbook(facts, kind, SITE)))
    return book


def cells(book: Workbook, kind: FactKind, row: int = 2) -> dict[str, Any]:
    sheet = book[LEDGER_NAMES[kind]]
    return {str(head.value): sheet.cell(row, at).value for at, head in enumerate(sheet[1], 1)}


def test_a_row_holds_the_fact_its_citation_and_its_link() -> None:
    (row,) = csv_rows([target(value=(30.0, 35.5), comparator="range")], FactKind.TARGET)
    assert row["Chỉ tiêu"] == "Diện tích chè" and row["So sánh"] == "từ … đến"
    assert (row["Giá trị"], row["Đến giá trị"], row["Đơn vị"], row["Năm, giai đoạn"]) == ("30", "35.5", "%", "2025")
    assert (row["Trích nguyên văn"], row["Mục"], row["Trang"]) == ("Đạt 35%.", "I. MỤC TIÊU › 1. Chung", "2")
    assert (row["Số, ký hiệu"], row["Ngày ban hành"], row["Liên kết"]) == ("12-CTr/TU", "15/03/2022", LINK)


@pytest.mark.parametrize("kind", [*FactKind, None])
def test_every_column_has_a_vietnamese_heading_and_stands_once(kind: FactKind | None) -> None:
    columns = columns_of(kind)
    assert len(set(columns)) == len(columns)
    assert set(columns) <= LEDGER_HEADINGS.keys()
    assert columns[: len(printed_columns(kind))] == printed_columns(kind)


def test_all_kinds_go_into_one_table_and_into_a_sheet_each() -> None:
    every: list[AnyFact] = [target(), assignment(), decision()]
    rows = csv_rows(every, None)
    assert [row["Sổ"] for row in rows] == ["Chỉ tiêu", "Phân công", "Quyết định"]
    book = book_of(every, None)
    assert book.sheetnames == ["Chỉ tiêu", "Phân công", "Quyết định"]
    assert [sheet.max_row for sheet in book] == [2, 2, 2]


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_becomes_a_formula(begins: str) -> None:
    evil = f'{begins}HYPERLINK("http://x","y")'
    (row,) = csv_rows([target(evil, indicator=evil)], FactKind.TARGET)
    assert row["Trích nguyên văn"] == row["Chỉ tiêu"] == f"'{evil}"
    sheet = book_of([target(evil, indicator=evil)], FactKind.TARGET)["Chỉ tiêu"]
    assert {cell.data_type for cell in sheet[2]} <= {"s", "n", "d"}
    assert cells(book_of([target(evil)], FactKind.TARGET), FactKind.TARGET)["Trích nguyên văn"].strip() == evil.strip()


def test_numbers_and_days_are_numbers_and_days() -> None:
    row = cells(book_of([target(value=-3.5)], FactKind.TARGET), FactKind.TARGET)
    assert row["Giá trị"] == -3.5 and row["Ngày ban hành"].date() == date(2022, 3, 15)
    row = cells(book_of([assignment()], FactKind.ASSIGNMENT), FactKind.ASSIGNMENT)
    assert (
        row["Hạn cuối"].date() == date(2023, 6, 29)
        and row["Chủ trì"] == "Sở Y tế; Sở Nội vụ"
        and row["Tình trạng hạn"] == "quá hạn"
    )
    (line,) = csv_rows([target(value=-3.5)], FactKind.TARGET)
    assert line["Giá trị"] == "-3.5"


def test_what_people_said_and_samples_are_marked() -> None:
    said = ReviewOut(verdict="corrected", by="Én", note="", at="2026-01-01", slots={})
    row = cells(book_of([target(sample=True, review=said)], FactKind.TARGET), FactKind.TARGET)
    assert (row["Văn bản mẫu"], row["Đánh giá"], row["Người đánh giá"]) == ("mẫu", "đã sửa", "Én")


@pytest.mark.parametrize("kind", FactKind)
def test_a_sheet_is_made_to_be_filtered_and_printed(kind: FactKind) -> None:
    sheet = book_of([target(), assignment(), decision()], kind)[LEDGER_NAMES[kind]]
    assert (
        sheet.freeze_panes == "A2" and sheet.auto_filter.ref.startswith("A1:") and sheet.auto_filter.ref.endswith("2")
    )
    assert (sheet.page_setup.orientation, str(sheet.page_setup.paperSize)) == ("landscape", "9")
    assert sheet.sheet_properties.pageSetUpPr and sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$1:$1"
    widths = [sheet.column_dimensions[get_column_letter(at)].width for at in range(1, sheet.max_column + 1)]
    assert all(4 < width <= 60 for width in widths)
    assert sum(widths[: len(printed_columns(kind))]) < 225  # on A4 across that is set in seven points
    assert all(cell.alignment.wrap_text for row in sheet.iter_rows() for cell in row)


def test_nothing_is_a_sheet_with_headings_only() -> None:
    assert book_of([], FactKind.TARGET)["Chỉ tiêu"].max_row == 1
    assert csv_rows([], None) == []


def test_each_day_is_an_entry_of_its_own_that_comes_again_as_itself() -> None:
    facts: list[AnyFact] = [assignment(), assignment(id="f9", deadline_date=None), target()]
    once, again = (Calendar.from_ical(write_calendar(facts, None, SITE)) for _ in range(2))
    (event,) = once.walk("VEVENT")
    assert [str(e["UID"]) for e in again.walk("VEVENT")] == [str(event["UID"])]
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (date(2023, 6, 29), date(2023, 6, 30))
    assert str(event["SUMMARY"]) == "Hạn: Lập đề án" and str(event["URL"]) == LINK
    assert "Chủ trì: Sở Y tế; Sở Nội vụ" in str(event["DESCRIPTION"]) and "12-CTr/TU" in str(event["DESCRIPTION"])


def test_lines_of_a_calendar_are_no_longer_than_the_standard_allows() -> None:
    """RFC 5545, 3.1: 75 octets, lines end with CRLF."""
    written = write_calendar(
        [assignment(task="Lập đề án phát triển cây chè; xã, phường\nvà đặc khu " * 20)], None, SITE
    )
    assert max(map(len, written.split(b"\r\n"))) <= 75 and b"\n" not in written.replace(b"\r\n", b"")


@pytest.mark.parametrize(("kind", "ending", "media"), [
    ("target", "csv", "text/csv; charset=utf-8"), ("assignment", "ics", "text/calendar; charset=utf-8"),
    ("decision", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
])  # fmt: skip
def test_files_are_downloads_with_a_name(app: RunningApp, kind: str, ending: str, media: str) -> None:
    response = app.http.get("/api/facts", params={"kind": kind, "format": ending})
    assert response.status_code == 200 and response.headers["content-type"] == media
    assert response.headers["content-disposition"].startswith(f'attachment; filename="{kind}-20')
    assert f".{ending}" in response.headers["content-disposition"]


def test_a_file_holds_all_that_fits_not_a_page_and_nothing_wrong(app: RunningApp) -> None:
    found = app.http.get("/api/facts", params={"kind": "target", "sort": "year"}).json()
    app.http.put(f"/api/facts/{found['facts'][0]['id']}/review", json={"verdict": "wrong", "by": "Én"})
    response = app.http.get("/api/facts", params={"kind": "target", "sort": "year", "format": "csv"})
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"), newline="")))
    assert [row["Chỉ tiêu"] for row in rows] == [fact["indicator"] for fact in found["facts"][1:]]
    assert all(row["Liên kết"].startswith(f"{app.url}/van-ban/") for row in rows)
    app.http.delete(f"/api/facts/{found['facts'][0]['id']}/review")
