"""Cells of rows under the columns of their table, for formats that say where a cell begins."""

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def aligned(rows: Sequence[Sequence[tuple[int, T]]]) -> list[list[T | None]]:
    """Rows of one length, of cells that come with the column of the grid in which they begin.

    A cell over several columns stands in the first of them, None in the others. Columns are the places where a cell of any row
    begins. A row that is one cell stays so: it is a title or a note.
    """
    columns = sorted({column for row in rows for column, _ in row})
    return [[cell for _, cell in row] if len(row) < 2 else _spread(row, columns) for row in rows]


def _spread(row: Sequence[tuple[int, T]], columns: Sequence[int]) -> list[T | None]:
    cells = dict(row)
    return [cells.get(column) for column in columns]
