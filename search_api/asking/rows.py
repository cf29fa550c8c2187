"""Rows of tables as answers: the cell of the row that a question names, and two rows of one table side by side."""

import re
from collections.abc import Sequence

from corpus.facts import Status, Target
from corpus.grammar.numbers import find_amounts
from corpus.text import matching_form, one_line
from corpus.types import CELL_SEPARATOR, value
from search_api.asking.asked import Asked
from search_api.asking.cells import codes_in, columns_of, is_row_of
from search_api.asking.comparing.difference import difference
from search_api.asking.comparing.sides import Side, sides_of
from search_api.asking.drafts import Draft, Statement
from search_api.asking.several import content_words
from search_api.asking.wording import shortened
from search_api.types import Evidence, Kind

_LEAST_HELD = 0.6  # of a heading's words, in the question that asks for its column
_FIGURE = re.compile(r"\d[\d.,]*")
_BRACKETED = re.compile(r"\(([^()]{0,40})\)")
_BAR = CELL_SEPARATOR.strip()
_LEVEL = re.compile(r"^(?:tỉnh|thành phố|tp\.?|thị xã|huyện|quận|xã|phường|đặc khu|thị trấn) ")
_BOTH_ROWS = "Hai dòng của cùng một bảng, theo thứ tự các cột như văn bản:\n"
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
    for item in asked.evidence:
        if item.against - {"measure", "status"}:
            continue
        if (cell := cell_asked(asked.reading.text, item, asked.text(item), names)) is not None:
            return Draft((Statement(f"{cell.key}: {cell.said()}", item),), kind=asked.reading.kind)
    return None


def compared_rows(asked: Asked) -> Draft | None:
    """Two rows or more of one table side by side, for what a question sets side by side; None where no table has a row for each."""
    if asked.reading.kind is not Kind.COMPARE:
        return None
    sides = sides_of(asked.reading.text, comparing=True)
    if len(sides) < 2 or any(side.kind not in ("body", "place") for side in sides):
        return None
    named = [frozenset((matching_form(side.name), _without_level(side.name))) for side in sides]
    rows = [
        [e for e in asked.evidence if not e.against and is_row_of(e.hit.stored.passage, asked.text(e), names)]
        for names in named
    ]
    chosen = _of_one_table(asked, rows)
    if chosen is None:
        return None
    cells = [
        cell_asked(asked.reading.text, item, asked.text(item), names) for item, names in zip(chosen, named, strict=True)
    ]
    known = [cell for cell in cells if cell is not None]
    if len(known) == len(cells) and len({cell.column for cell in known}) == 1:
        return _of_column(sides, chosen, known)
    words = [_row_words(asked.text(item), item, names) for item, names in zip(chosen, named, strict=True)]
    return Draft(
        tuple(Statement(f"{side.name}: {w}", item, (side.name, w)) for side, item, w in zip(sides, chosen, words, strict=True)),
        joined="\n", before=_BOTH_ROWS, columns=("", "Dòng của bảng"), kind=Kind.COMPARE,
    )  # fmt: skip


def _without_level(name: str) -> str:
    """A place as tables list it: without "xã", "quận"."""
    return _LEVEL.sub("", matching_form(name))


def _of_one_table(asked: Asked, rows: Sequence[Sequence[Evidence]]) -> list[Evidence] | None:
    """A row of each side from one table, of the table whose first row comes first; None where no table has them all."""
    for first in rows[0] if all(rows) else ():
        found = [first]
        for others in rows[1:]:
            beside = next((e for e in others if _same_table(asked.text(first), first, e)), None)
            if beside is None:
                break
            found.append(beside)
        if len(found) == len(rows):
            return found
    return None


def _same_table(text: str, one: Evidence, other: Evidence) -> bool:
    """Whether two rows stand in one table: of one document, with as many cells, and nothing but such rows between them."""
    mine, theirs = one.hit.stored.passage, other.hit.stored.passage
    first, last = sorted((mine.span, theirs.span))
    if one.hit.document.id != other.hit.document.id or first == last or last.start - first.end > _ONE_TABLE:
        return False
    lines = text[first.end : last.start].split("\n")[1:-1]
    return len(mine.cells) == len(theirs.cells) and all(line.count(_BAR) == len(mine.cells) - 1 for line in lines)


def _of_column(sides: Sequence[Side], chosen: Sequence[Evidence], cells: Sequence[Cell]) -> Draft:
    """What each row has in the column that is asked for, and which has more."""
    statements = tuple(
        Statement(f"{side.name}: {cell.said()}", item, (side.name, cell.figure()))
        for side, item, cell in zip(sides, chosen, cells, strict=True)
    )
    figures = [_target(cell) for cell in cells]
    known = [figure for figure in figures if figure is not None]
    told = difference([side.name for side in sides], known) if len(known) == len(figures) else ""
    return Draft(statements, joined="\n", columns=("", cells[0].column), conclusion=told, kind=Kind.COMPARE)


def _target(cell: Cell) -> Target | None:
    amounts = find_amounts(cell.words)
    if len(amounts) != 1 or amounts[0].high is not None or amounts[0].total is not None:
        return None
    return Target(
        Status.RESULT, cell.column, value=amounts[0].low, unit="%" if cell.share else unit_of_column(cell.column)
    )


def unit_of_column(column: str) -> str:
    """The unit that the heading of a column gives in brackets, else what it counts."""
    match = _BRACKETED.search(column)
    return match[1].strip() if match else one_line(_BRACKETED.sub(" ", column)).lower()


def _row_words(text: str, item: Evidence, names: frozenset[str]) -> str:
    """The cells behind the one that names a row, under their headings where these are known."""
    passage = item.hit.stored.passage
    cells = [one_line(cell.of(text)) for cell in passage.cells]
    at = next(n for n, cell in enumerate(cells) if matching_form(cell) in names) + 1
    columns = columns_of(text, passage)[at:]
    if columns:
        return shortened("; ".join(f"{c}: {w}" for c, w in zip(columns, cells[at:], strict=False) if w), _LONGEST_ROW)
    return shortened(CELL_SEPARATOR.join(cells[at:]), _LONGEST_ROW)


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
