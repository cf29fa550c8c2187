"""Rows of tables: which of them a question names by a code, and the headings over their cells."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import zip_longest

from corpus.text import matching_form, one_line
from corpus.types import CELL_SEPARATOR, Passage, PassageKind

_BAR = CELL_SEPARATOR.strip()
_MOST_LINES, _MOST_CHARACTERS = 80, 12_000  # that are looked at above a row for the headings of its table
_LONGEST_UNIT = 12  # characters of a cell of units below the headings: "m2", "tỷ đồng"
_YEAR = re.compile(r"(?:19|20)\d\d")
_FIGURE = re.compile(r"[\d.,]*\d(?:\s?%)?")
# What names a row: letters with a number behind them ("B2", "N5-01/CX"), in the middle of a question.
_CODE = re.compile(r"(?<![\w/.-])[^\W\d_]{1,5}[.-]?\d{1,4}(?:[/.-][^\W_]{1,8}){0,3}(?![\w/-])")


@lru_cache(1024)
def codes_in(question: str) -> frozenset[str]:
    """The codes that a question names, in matching form."""
    return frozenset(matching_form(match[0]) for match in _CODE.finditer(question))


def is_row_of(passage: Passage, text: str, names: frozenset[str]) -> bool:
    """Whether a cell of a row is one of some names."""
    return passage.kind is PassageKind.ROW and any(
        matching_form(cell.of(text).strip()) in names for cell in passage.cells
    )


def columns_of(text: str, passage: Passage) -> tuple[str, ...]:
    """The heading of each cell of a row, with its unit: as its table has them, else the first lines of as many cells above it.

    Empty where no line above the row looks like headings.
    """
    width = len(passage.cells)
    rows = _rows_above(text, passage, width)
    headings = [row for row in rows[:2] if _is_heading(row)]
    if any(passage.columns):
        own = tuple(one_line(span.of(text)) if span else "" for span in passage.columns)
        others = [row for row in headings if tuple(row) != own and len(row) == len(own)]
        if not others:
            return own
        return _joined(others[0], own) if tuple(headings[0]) != own else _joined(own, others[0])
    return _joined(*headings) if headings else ()


def _rows_above(text: str, passage: Passage, width: int) -> list[list[str]]:
    """The rows of as many cells right above a row, the first of them first."""
    lines = text[max(0, passage.span.start - _MOST_CHARACTERS) : passage.span.start].split("\n")[-_MOST_LINES:]
    found: list[list[str]] = []
    for line in reversed(lines[:-1]):
        cells = [one_line(cell) for cell in line.split(_BAR)]
        if len(cells) != width:
            break
        found.insert(0, cells)
    return found


def _is_heading(cells: Sequence[str]) -> bool:
    figures = (cell for cell in cells if _FIGURE.fullmatch(cell))
    return sum(bool(cell) for cell in cells) > 1 and all(_YEAR.fullmatch(cell) for cell in figures)


def _joined(first: Sequence[str], second: Sequence[str] = ()) -> tuple[str, ...]:
    """Headings with what stands under them: "Mật độ xây dựng" over "%" is "Mật độ xây dựng (%)"."""
    return tuple(_with_below(one, other) for one, other in zip_longest(first, second, fillvalue=""))


def _with_below(heading: str, below: str) -> str:
    if not below or matching_form(below) == matching_form(heading):
        return heading
    return f"{heading} ({below})" if heading and len(below) <= _LONGEST_UNIT else below


def has_share_column(text: str, passage: Passage) -> bool:
    """Whether a row has a column of shares."""
    return any("%" in column for column in columns_of(text, passage))
