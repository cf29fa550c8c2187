"""Facts as an Excel workbook: a sheet a kind, made to be filtered and to be printed."""

import io
from datetime import date
from typing import TYPE_CHECKING, Any

from corpus.facts import FactKind
from corpus.messages import LEDGER_NAMES
from search_api.fact_schemas import AnyFact
from search_api.ledger_table import Cell, cells_of, columns_of, headings, printed_columns

if TYPE_CHECKING:
    from openpyxl import Workbook

_WIDTHS = {
    "n": 6, "status": 10, "indicator": 32, "value": 10, "upper": 9, "unit": 10, "base": 13, "scope": 13, "year": 11, "lead": 20, "task": 40,
    "coordinate": 22, "lead_canonical": 19, "deadline": 15, "deadline_state": 11, "product": 18, "cost": 11, "action": 16, "object": 50, "quote": 44,
    "page": 7, "symbol": 15, "heading": 30, "title": 40, "issuer": 24, "file_name": 26, "sample": 10, "by": 18, "link": 40,
}  # fmt: skip
_USUAL = 12  # characters
_MOST = 32_767  # characters of a cell
_MARGIN = 0.4  # inches


def write_workbook(facts: list[AnyFact], kind: FactKind | None, site: str) -> bytes:
    """A sheet for the kind that was asked for, or one for each."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for each in [kind] if kind else FactKind:
        _write_sheet(book, each, [fact for fact in facts if fact.kind == each], site)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _write_sheet(book: "Workbook", kind: FactKind, facts: list[AnyFact], site: str) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font, PatternFill

    sheet = book.create_sheet(LEDGER_NAMES[kind])
    columns = columns_of(kind)
    _lay_out(sheet, kind, len(facts))
    head = []
    for heading in headings(columns):
        cell = WriteOnlyCell(sheet, heading)
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="E7E6E6")
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        head.append(cell)
    sheet.append(head)
    row = [
        WriteOnlyCell(sheet) for _ in columns
    ]  # a row is written when it is appended: the next one may use its cells
    for cell in row:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    for fact in facts:
        for cell, content in zip(row, cells_of(fact, columns, site), strict=True):
            _fill(cell, content)
        sheet.append(row)


def _fill(cell: Any, content: Cell) -> None:
    cell.value = content[:_MOST] if isinstance(content, str) else content
    if isinstance(content, str):
        cell.data_type = "s"  # a text that begins with "=" is a text
    cell.number_format = "dd/mm/yyyy" if isinstance(content, date) else "General"


def _lay_out(sheet: Any, kind: FactKind, rows: int) -> None:
    """Widths, the head that stays and is printed on each page, filters; A4 across, as wide as the paper."""
    from openpyxl.utils import get_column_letter

    columns = columns_of(kind)
    for at, name in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(at)].width = _WIDTHS.get(name, _USUAL)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{rows + 1}"
    sheet.print_title_rows = "1:1"
    sheet.print_area = f"A1:{get_column_letter(len(printed_columns(kind)))}{rows + 1}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins.left = sheet.page_margins.right = _MARGIN
    sheet.HeaderFooter.oddFooter.right.text = "&P/&N"
