"""Tables that a crawler flattened: every cell on lines of its own, between lines that hold a lone ``|``.

A row of n cells is a line ``|`` followed n times by the cell's lines (none, for an empty cell) and another ``|``; the next row
follows at once. Which bar ends a row is not marked, so the reading that fits best is searched by dynamic programming: rows of equal
length cost nothing, a single cell (a group's title) little, text outside the table or a stray bar much.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from corpus.types import value

BAR = "|"
MOST_COLUMNS = 14
LONGEST_CELL = 3000  # characters
LONGEST_BETWEEN = 200  # of a piece that looks like text between tables

_TABLE_COST, _COLUMN_COST = 4.0, 0.5
_STRAY_COST, _TEXT_COST = 2.0, 3.0
_GROUP_ROW_COST, _SHORT_ROW_COST, _MISSING_CELL_COST = 0.6, 0.5, 0.1
_EMPTY_CELL_COST, _EMPTY_HEADING_COST = 0.4, 1.0
_ORDINAL_FIRST_GAIN, _ORDINAL_INSIDE_COST = 0.5, 1.5  # a number after an empty cell is more likely the start of a row
_BETWEEN_COST = 6.0  # cells have no blank lines and no titles of annexes in them; what stands between two tables has
_TWO_ROWS_COST = (
    2.0  # the only empty cell stands in the middle: more likely two rows that lack the cells a merged one covers
)


@value
class Chunk:
    """Lines between two bars, or outside any table."""

    lines: tuple[str, ...]

    @property
    def size(self) -> int:
        """Characters in it."""
        return sum(map(len, self.lines))

    @property
    def between(self) -> bool:
        """Whether it looks like text between two tables: a blank line in it, or the title of an annex or a document."""
        return any(not line.strip(" *") or _TITLE.match(line) for line in self.lines)

    @property
    def ordinal(self) -> bool:
        """Whether it is only a number of a row: 1, 12., IV"""
        return len(self.lines) == 1 and _ORDINAL.fullmatch(self.lines[0]) is not None


@value
class CrawledTable:
    """Rows of cells; a cell is its lines."""

    rows: tuple[tuple[tuple[str, ...], ...], ...]


_TITLE = re.compile(
    r"[\s*]*(?:PHỤ LỤC|CÔNG ĐIỆN|QUYẾT ĐỊNH|NGHỊ QUYẾT|KẾ HOẠCH|THÔNG BÁO|BÁO CÁO|CHƯƠNG TRÌNH)\b[\s\dIVX.]*[\s*]*$"
)
_ORDINAL = re.compile(r"[\s*]*(?:\d{1,3}|[IVXLC]{1,6})[.)]?[\s*]*")

Item = Chunk | None  # None is a bar
Part = Chunk | CrawledTable


def split_tables(lines: Sequence[str]) -> list[Part]:
    """Cut lines into tables and what stands between them."""
    items = _items(lines)
    parts: list[Part] = []
    run: list[Item] = []
    for item in items:
        if item is not None and item.size > (LONGEST_BETWEEN if item.between else LONGEST_CELL):
            parts += [*_read_run(run), item]
            run = []
        else:
            run.append(item)
    return _merged([*parts, *_read_run(run)])


def _items(lines: Sequence[str]) -> list[Item]:
    items: list[Item] = []
    waiting: list[str] = []
    for line in [*lines, None]:
        if line is not None and line.strip() != BAR:
            waiting.append(line)
            continue
        if any(w.strip() for w in waiting):
            items.append(Chunk(tuple(waiting)))
        waiting = []
        if line is not None:
            items.append(None)
    return items


def _read_run(run: Sequence[Item]) -> list[Part]:
    """The best reading of a run of bars and cells."""
    return _Reader(run).parts() if run else []


class _RowEnd(NamedTuple):
    """Where a row of so many cells ends, which of them are empty, what the filled ones cost."""

    place: int
    empty: tuple[int, ...]
    cost: float


class _Reader:
    """Costs are computed from the end of the run forwards to its start."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.items = items
        size = len(items)
        self.outside: list[tuple[float, int]] = [(0.0, 0)] * (
            size + 1
        )  # cost from here, columns of a table that begins here
        self.inside = [
            [(0.0, 0)] * (MOST_COLUMNS + 1) for _ in range(size + 1)
        ]  # cost, cells of the row that begins here
        for at in range(size - 1, -1, -1):
            self._cost_from(at)

    def _cost_from(self, at: int) -> None:
        bar = self.items[at] is None
        best = ((_STRAY_COST if bar else _TEXT_COST) + self.outside[at + 1][0], 0)
        ends = self._row_ends(at) if bar else []
        for columns in range(1, MOST_COLUMNS + 1):
            row, cells = self._best_row(ends, columns, first=False)
            self.inside[at][columns] = (row, cells)  # leaving the table is compared below, once `outside` is known
            begun, _ = self._best_row(ends, columns, first=True)
            cost = _TABLE_COST + _COLUMN_COST * columns + begun
            if cost < best[0]:
                best = (cost, columns)
        self.outside[at] = best
        for columns in range(1, MOST_COLUMNS + 1):
            if best[0] <= self.inside[at][columns][0]:
                self.inside[at][columns] = (best[0], 0)

    def _row_ends(self, at: int) -> list[_RowEnd]:
        """For 1, 2, … cells: the row that begins with the bar at ``at`` and has so many."""
        ends: list[_RowEnd] = []
        place, cost, after_empty = at + 1, 0.0, False
        empty: tuple[int, ...] = ()
        while len(ends) < MOST_COLUMNS and place < len(self.items):
            item = self.items[place]
            if item is not None:
                place += 1
                if place >= len(self.items):
                    break
                cost += _BETWEEN_COST * item.between
                if item.ordinal and self._words_follow(place):
                    cost += -_ORDINAL_FIRST_GAIN if not ends else _ORDINAL_INSIDE_COST * after_empty
            else:
                empty = (*empty, len(ends))
            after_empty = item is None
            place += 1
            ends.append(_RowEnd(place, empty, cost))
        return ends

    def _words_follow(self, bar: int) -> bool:
        """Whether the cell behind a bar has letters: a row's number stands before words, a figure of a table seldom does."""
        item = self.items[bar + 1] if bar + 1 < len(self.items) else None
        return item is not None and any(
            len(word) > 1 and word.isalpha() for line in item.lines for word in line.split()
        )

    def _best_row(self, ends: Sequence[_RowEnd], columns: int, *, first: bool) -> tuple[float, int]:
        best = (float("inf"), 0)
        for cells, end in enumerate(ends[:columns], start=1):
            if first and cells < columns:
                continue
            cost = (
                end.cost
                + len(end.empty) * (_EMPTY_HEADING_COST if first else _EMPTY_CELL_COST)
                + self.inside[end.place][columns][0]
            )
            if cells > 4 and end.empty == (cells // 2,):
                cost += _TWO_ROWS_COST
            if cells < columns:
                cost += _GROUP_ROW_COST if cells == 1 else _SHORT_ROW_COST + _MISSING_CELL_COST * (columns - cells)
            if cost < best[0]:
                best = (cost, cells)
        return best

    def parts(self) -> list[Part]:
        """Walk along the cheapest way."""
        parts: list[Part] = []
        at = 0
        while at < len(self.items):
            columns = self.outside[at][1]
            if not columns:
                item = self.items[at]
                if item is not None:
                    parts.append(item)
                at += 1
                continue
            rows = []
            cells = columns
            while cells:
                row, at = self._take(at, cells)
                rows.append(row)
                cells = self.inside[at][columns][1] if at < len(self.items) else 0
            parts.append(CrawledTable(tuple(rows)))
        return parts

    def _take(self, at: int, cells: int) -> tuple[tuple[tuple[str, ...], ...], int]:
        row: list[tuple[str, ...]] = []
        place = at + 1
        while len(row) < cells:
            item = self.items[place]
            row.append(item.lines if item is not None else ())
            place += 1 if item is None else 2
        return tuple(row), place


def _merged(parts: Sequence[Part]) -> list[Part]:
    """Neighbouring pieces of text become one, as if no bar had stood between."""
    out: list[Part] = []
    for part in parts:
        if isinstance(part, Chunk) and out and isinstance(out[-1], Chunk):
            out[-1] = Chunk((*out[-1].lines, "", *part.lines))
        else:
            out.append(part)
    return out
