"""Ruled tables of PDF pages: pdfplumber finds the cells, our own words fill them. Tables that run over pages are put together."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from corpus.types import value
from ingest.readers.building import PlacedWord
from ingest.readers.columns import aligned
from ingest.readers.pdf_words import PdfLine, PdfPage, rows_of

LEAST_RULINGS = 6  # drawn paths on a page without which there is no ruled table
_NEAR = 3.0  # points

Cell = tuple[PlacedWord, ...]
Row = tuple[Cell | None, ...]


class _Rect(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        return self.left - 1 <= x <= self.right + 1 and self.top - 1 <= y <= self.bottom + 1


@value
class PdfTable:
    """Rows of cells, None for what a cell further left covers; ``order`` as of PdfLine.

    ``edges``: left edges of the columns, by which the next page's part is known.
    """

    rows: tuple[Row, ...]
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
            lines = [line for line in lines if not _is_inside(line, area)]
            tables.append(_filled([_Rect(*cell) for cell in table.cells], inside, area, page.number))
    return [table for table in tables if len(table.rows) > 1 or len(table.edges) > 1], lines


def _is_inside(line: PdfLine, area: _Rect) -> bool:
    box = line.box
    return area.holds((box.left + box.right) / 2, (box.top + box.bottom) / 2)


def _filled(cells: Sequence[_Rect], lines: Sequence[PdfLine], area: _Rect, page: int) -> PdfTable:
    """Words into cells. A cell over several columns stands in the first; one over several rows in each of them."""
    words: dict[_Rect, list[PlacedWord]] = {cell: [] for cell in cells}
    for row_of_lines in rows_of(lines):  # a cell is read by lines, however it was drawn
        for word in sorted((word for line in row_of_lines for word in line.words), key=lambda word: word.box.left):
            x, y = (word.box.left + word.box.right) / 2, (word.box.top + word.box.bottom) / 2
            home = min((cell for cell in cells if cell.holds(x, y)), key=_size, default=None)
            if home is not None:
                words[home].append(word)
    tops, edges = _distinct(cell.top for cell in cells), _distinct(cell.left for cell in cells)
    rows: list[list[tuple[int, Cell]]] = []
    for at, top in enumerate(tops):
        below = tops[at + 1] if at + 1 < len(tops) else area.bottom
        row = sorted((c for c in cells if c.top < (top + below) / 2 < c.bottom), key=lambda c: c.left)
        if any(words[cell] for cell in row):
            rows.append([(bisect_right(edges, cell.left + _NEAR), tuple(words[cell])) for cell in row])
    filled = tuple(map(tuple, aligned(rows)))
    return PdfTable(filled, tuple(edges), page, area.top, area.bottom, min(line.order for line in lines))


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
        kept[-1] = tuple((a or ()) + (b or ()) for a, b in zip(kept[-1], rows.pop(0), strict=True))
    return PdfTable((*kept, *rows), table.edges, part.page, table.top, part.bottom, table.order)


def _words(row: Row) -> list[list[str]]:
    return [[word.text for word in cell or ()] for cell in row]
