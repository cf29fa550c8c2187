"""Ruled tables of PDF pages: pdfplumber finds the cells, our own words fill them. Tables that run over pages are put together."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from corpus.types import value
from ingest.readers.building import PlacedWord
from ingest.readers.pdf_words import PdfLine, PdfPage

LEAST_RULINGS = 6  # drawn paths on a page without which there is no ruled table
_NEAR = 3.0  # points

Cell = tuple[PlacedWord, ...]


class _Rect(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        return self.left - 1 <= x <= self.right + 1 and self.top - 1 <= y <= self.bottom + 1


@value
class PdfTable:
    """Rows of cells; ``edges``: left edges of the columns, by which the next page's part is known. ``order`` as of PdfLine."""

    rows: tuple[tuple[Cell, ...], ...]
    edges: tuple[float, ...]
    page: int
    top: float
    bottom: float
    order: int


def take_tables(pages: Any, page: PdfPage) -> tuple[list[PdfTable], list[PdfLine]]:
    """The ruled tables of a page, and the lines outside them. ``pages`` is pdfplumber's list of pages."""
    if page.rulings < LEAST_RULINGS:
        return [], list(page.lines)
    plumbed = pages[page.number - 1]
    found = [
        table
        for table in plumbed.find_tables()
        if len(table.rows) >= 2 and max(len(row.cells) for row in table.rows) >= 2
    ]
    plumbed.close()
    tables: list[PdfTable] = []
    lines = list(page.lines)
    for table in found:
        area = _Rect(*table.bbox)
        inside = [line for line in lines if _is_inside(line, area)]
        if inside:
            lines = [line for line in lines if line not in inside]
            tables.append(_filled([_Rect(*cell) for cell in table.cells], inside, area, page.number))
    return [table for table in tables if len(table.rows) > 1 or len(table.edges) > 1], lines


def _is_inside(line: PdfLine, area: _Rect) -> bool:
    box = line.box
    return area.holds((box.left + box.right) / 2, (box.top + box.bottom) / 2)


def _filled(cells: Sequence[_Rect], lines: Sequence[PdfLine], area: _Rect, page: int) -> PdfTable:
    """Words into cells. A cell over several columns stands once in its row; one over several rows in each of them."""
    words: dict[_Rect, list[PlacedWord]] = {cell: [] for cell in cells}
    for line in lines:
        for word in line.words:
            x, y = (word.box.left + word.box.right) / 2, (word.box.top + word.box.bottom) / 2
            home = min((cell for cell in cells if cell.holds(x, y)), key=_size, default=None)
            if home is not None:
                words[home].append(word)
    tops, edges = _distinct(cell.top for cell in cells), _distinct(cell.left for cell in cells)
    rows = []
    for at, top in enumerate(tops):
        below = tops[at + 1] if at + 1 < len(tops) else area.bottom
        row = sorted((c for c in cells if c.top < (top + below) / 2 < c.bottom), key=lambda c: c.left)
        if any(words[cell] for cell in row):
            rows.append(tuple(tuple(words[cell]) for cell in row))
    return PdfTable(tuple(rows), tuple(edges), page, area.top, area.bottom, min(line.order for line in lines))


def _size(cell: _Rect) -> float:
    return (cell.right - cell.left) * (cell.bottom - cell.top)


def _distinct(numbers: Iterable[float]) -> list[float]:
    kept: list[float] = []
    for number in sorted(numbers):
        if not kept or number - kept[-1] > _NEAR:
            kept.append(number)
    return kept


def continued(table: PdfTable, part: PdfTable) -> PdfTable | None:
    """The table with its part on the next page, or None if that is another table.

    Column headings that are repeated are dropped; a first row without a number goes on with the last row of the page before.
    """
    alike = len(table.edges) == len(part.edges) and all(
        abs(a - b) < 3 * _NEAR for a, b in zip(table.edges, part.edges, strict=True)
    )
    if part.page != table.page + 1 or not alike:
        return None
    rows = list(part.rows)
    while rows and _words(rows[0]) in [_words(row) for row in table.rows[:2]]:
        rows.pop(0)
    kept = list(table.rows)
    if rows and kept and len(rows[0]) == len(kept[-1]) > 1 and not rows[0][0]:
        kept[-1] = tuple(a + b for a, b in zip(kept[-1], rows.pop(0), strict=True))
    return PdfTable((*kept, *rows), table.edges, part.page, table.top, part.bottom, table.order)


def _words(row: Sequence[Cell]) -> list[list[str]]:
    return [[word.text for word in cell] for cell in row]
