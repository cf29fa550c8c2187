"""Rows of tables that name a group of the rows below them: "I | Chính quyền số" and nothing more."""

import re
from collections.abc import Sequence

from corpus.types import Block, Document, Span
from ingest.markers import Rank, marker_of

_LONGEST_NAME = 220  # characters
_GROUP_NUMBERS = (
    (Rank.LETTER_CAPITAL, re.compile(r"[A-HĐ][.)]?")),
    (Rank.ROMAN, re.compile(r"[IVXLC]{1,6}[.)]?")),
    (Rank.DECIMAL, re.compile(r"\d{1,2}[.)]?")),
    (Rank.DECIMAL_2, re.compile(r"\d{1,2}\.\d{1,2}[.)]?")),
    (Rank.DECIMAL_3, re.compile(r"\d{1,2}(?:\.\d{1,2}){2,}[.)]?")),
)
_NUMBER = re.compile(r"(\d{1,3})[.)]?")


def table_widths(document: Document) -> dict[int | None, int]:
    """How many columns each table has."""
    widths: dict[int | None, int] = {}
    for block in document.blocks:
        if block.table is not None:
            widths[block.table] = max(widths.get(block.table, 0), len(block.cells))
    return widths


def is_group(filled: Sequence[str], width: int) -> bool:
    """Whether a row of a table of this width is the title of a group: one filled cell, or a number and one."""
    if len(filled) == 1:
        return width > 1 and any(c.isalpha() for c in filled[0]) and len(filled[0]) <= _LONGEST_NAME
    return len(filled) == 2 and width > 2 and any(form.fullmatch(filled[0]) for _, form in _GROUP_NUMBERS)


def is_beside(document: Document, group: int, filled: Sequence[str]) -> bool:
    """Whether a row goes on with the numbers of a group and so stands beside it: 12 behind group 11, unless its rows began with 1."""
    first, second = (filled_cells(document.blocks[number]) for number in (group, group + 1))
    numbers = [_NUMBER.fullmatch(cells[0].of(document.text)) for cells in (first, second)]
    own = _NUMBER.fullmatch(filled[0]) if filled else None
    if own is None or numbers[0] is None or int(own[1]) <= int(numbers[0][1]):
        return False
    return numbers[1] is None or int(numbers[1][1]) > int(numbers[0][1])


def filled_cells(block: Block) -> list[Span]:
    """The cells of a row that are not empty; one over several columns once."""
    return [span for span in dict.fromkeys(block.cells) if span.end > span.start]


def group_rank(first: str) -> int:
    """The rank of the number of a group, which may stand in a cell of its own; 0 without one."""
    alone = next((rank for rank, form in _GROUP_NUMBERS if form.fullmatch(first)), None)
    marker = marker_of(first)
    return alone or (marker.rank if marker else 0)
