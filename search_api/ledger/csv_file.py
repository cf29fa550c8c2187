"""Facts as CSV (RFC 4180) that spreadsheets open without asking: UTF-8 with a mark, nothing in it becomes a formula."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date

from corpus.facts import FactKind
from search_api.ledger.schemas import AnyFact
from search_api.ledger.table import Cell, cells_of, columns_of, headings

_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # OWASP: CSV injection


def write_csv(facts: list[AnyFact], kind: FactKind | None, site: str) -> bytes:
    """A file with a row of headings."""
    columns = columns_of(kind)
    return csv_of(headings(columns), (cells_of(fact, columns, site) for fact in facts))


def csv_of(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A file with these headings and rows."""
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(heads)
    writer.writerows([_plain(cell) for cell in row] for row in rows)
    return written.getvalue().encode("utf-8-sig")


def _plain(cell: Cell) -> str | int | float:
    """Dates as they are written here; a text that a spreadsheet would compute gets a quotation mark in front."""
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_FORMULA) else cell
    return "" if cell is None else cell
