"""Rows of tables as answers: the cell of the row that a question names, and two rows of one table side by side."""

import re
from collections.abc import Sequence

from corpus.facts import Status, Target
from corpus.grammar.numbers import find_amounts
from corpus.text import matching_form, one_line
from corpus.types import PassageKind, value
from search_api.asking.asked import Asked
from search_api.asking.cells import codes_in, columns_of, is_row_of
from search_api.asking.difference import difference
from search_api.asking.drafts import Draft, Statement
from search_api.asking.several import content_words
from search_api.asking.sides import Side, sides_of
from search_api.types import Evidence, Kind

_LEAST_HELD = 0.6  # of a heading's words, in the question that asks for its column
_FIGURE = re.compile(r"\d[\d.,]*")
_BRACKETED = re.compile(r"\(([^()]{0,40})\)")
_LONGEST_ROW = 320  # characters of a row whose column is not clear
_ONE_TABLE = 6000  # characters between two rows of one table
_ASKING = (Kind.TARGET, Kind.RESULT, Kind.LOOKUP)


@value
class Cell:
    """What a row has in a column: ``key`` names the row, ``share`` whether its column is one of shares."""

    key: str
    column: str
    words: str
    share: bool

    def said(self) -> str:
        """The cell with its column."""
        return f"{self.column}: {self.figure()}"

    def figure(self) -> str:
        """The cell, with the sign of a share where its column has it."""
        return f"{self.words}%" if self.share and _FIGURE.fullmatch(self.words) else self.words


def coded(asked: Asked) -> Draft | None:
    """The cell of the row whose code a question names, in the column it asks for; None where it names none."""
    names = codes_in(asked.reading.text)
    if not names or asked.reading.kind not in _ASKING:
        return None
    item = asked.first
    cell = cell_asked(asked.reading.text, item, asked.text(item), names)
    if cell is None:
        return None
    return Draft((Statement(f"{cell.key}: {cell.said()}", item),), kind=asked.reading.kind)


def cell_asked(question: str, item: Evidence, text: str, names: frozenset[str]) -> Cell | None:
    """The cell of a row that a question names, in the column that it asks for; None where it is not clear which."""
    passage = item.hit.stored.passage
    if not is_row_of(passage, text, names):
        return None
    columns = columns_of(text, passage)
    cells = [one_line(cell.of(text)) for cell in passage.cells]
    key = next(cell for cell in cells if matching_form(cell) in names)
    at = column_asked(question, columns, cells, key)
    return None if at is None else Cell(key, columns[at], cells[at], "%" in columns[at])


def column_asked(question: str, columns: Sequence[str], cells: Sequence[str], key: str) -> int | None:
    """The column whose heading the question holds most of, of those with a figure; None where none or two are."""
    content = content_words(question)
    held: list[tuple[float, int]] = []
    for at, (column, cell) in enumerate(zip(columns, cells, strict=False)):
        words = content_words(re.sub(r"\([^()]{0,40}\)", " ", column))
        both = len(words & content)
        if words and cell and cell != key and any(c.isdigit() for c in cell) and both >= _LEAST_HELD * len(words):
            held.append((both + both / len(words), at))
    held.sort(reverse=True)
    return None if not held or (len(held) > 1 and held[0][0] == held[1][0]) else held[0][1]


