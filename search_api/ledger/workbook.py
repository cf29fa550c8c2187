"""Facts as an Excel workbook: a sheet a kind, made to be filtered and to be printed."""

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from corpus.facts import FactKind
from corpus.messages import LEDGER_NAMES
from search_api.ledger.schemas import AnyFact
from search_api.ledger.table import DATES, Cell, cells_of, columns_of, headings, printed_columns

if TYPE_CHECKING:
    from openpyxl import Workbook

_WIDTHS = {
    "n": 6, "status": 10, "indicator": 32, "value": 10, "upper": 9, "unit": 10, "base": 13, "scope": 13, "year": 11, "lead": 20, "task": 40,
    "coordinate": 22, "lead_canonical": 19, "deadline": 15, "deadline_state": 11, "product": 18, "cost": 11, "action": 16, "object": 50, "quote": 44,
    "page": 7, "symbol": 15, "heading": 30, "title": 40, "issuer": 24, "file_name": 26, "sample": 10, "by": 18, "link": 40,
}  # fmt: skip
_USUAL = 12  # characters
_MOST = 32_767  # characters of a cell
_MARGIN = 0.3  # inches
_LINE, _HIGHEST = 15.0, 409.0  # points: of a line, and of the highest row that there can be
_UNUSED = 3  # characters of a line that stay empty because words are kept whole
_FIGURES = ("n", "value", "upper")


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
    sheet = book.create_sheet(LEDGER_NAMES[kind])
    columns = columns_of(kind)
    widths = [_WIDTHS.get(name, _USUAL) for name in columns]
    printed = len(printed_columns(kind))
    _lay_out(sheet, kind, widths, len(facts))
    head = _cells(sheet, columns, head=True)
    for cell, heading in zip(head, headings(columns), strict=True):
        cell.value = heading
    sheet.append(head)
    row = _cells(sheet, columns, head=False)  # a row is written when it is appended: the next one may use its cells
    for number, fact in enumerate(facts, 2):
        contents = cells_of(fact, columns, site)
        for cell, content in zip(row, contents, strict=True):
            cell.value = content[:_MOST] if isinstance(content, str) else content
            if isinstance(content, str):
                cell.data_type = "s"  # a text that begins with "=" is a text
        sheet.row_dimensions[number].height = _height(contents[:printed], widths[:printed])
        sheet.append(row)


def _cells(sheet: Any, columns: Sequence[str], *, head: bool) -> list[Any]:
    """Cells of a row as they look."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    line = Side("thin", color="BFBFBF")
    cells = []
    for name in columns:
        cell = WriteOnlyCell(sheet)
        cell.border = Border(line, line, line, line)
        cell.alignment = Alignment(
            "right" if name in _FIGURES and not head else "left", "center" if head else "top", wrap_text=True
        )
        cell.number_format = "dd/mm/yyyy" if name in DATES else "General"
        if head:
            cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="E7E6E6")
        cells.append(cell)
    return cells


def _height(contents: Sequence[Cell], widths: Sequence[int]) -> float:
    """Points that the longest cell of a row needs: not every program works that out when it opens a file."""
    lines = 1
    for content, width in zip(contents, widths, strict=True):
        if isinstance(content, str):
            lines = max(lines, sum(-(-max(1, len(part)) // (width - _UNUSED)) for part in content.split("\n")))
    return min(_LINE * lines, _HIGHEST)


def _lay_out(sheet: Any, kind: FactKind, widths: Sequence[int], rows: int) -> None:
    """Widths, the head that stays and is printed on each page, filters; A4 across, as wide as the paper."""
    from openpyxl.utils import get_column_letter

    for at, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    sheet.row_dimensions[1].height = 2 * _LINE
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(widths))}{rows + 1}"
    sheet.print_title_rows = "1:1"
    sheet.print_area = f"A1:{get_column_letter(len(printed_columns(kind)))}{rows + 1}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    margins = sheet.page_margins
    margins.left = margins.right = margins.header = margins.footer = _MARGIN
    margins.top = margins.bottom = 2 * _MARGIN
    sheet.HeaderFooter.oddFooter.right.text = "&P/&N"
