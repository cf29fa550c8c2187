"""Tables of HTML → rows of cells: what spans columns stands in the first of them, what spans rows is repeated in each of them."""

from typing import Any, NamedTuple

from ingest.readers.columns import aligned
from ingest.readers.lines import is_rule

_BREAK = "\0"  # between the lines of a cell; no text that is read holds it
_LAYOUT_CELL = 2500  # characters: a cell longer than this holds part of the page, not of a table


def is_layout(table: Any) -> bool:
    """Whether a table only arranges the page: another table in it, or whole stretches of text in a cell."""
    if next(table.iterdescendants("table"), None) is not None:
        return True
    return any(len(cell.text_content()) > _LAYOUT_CELL for cell in table.iter("td"))


def grid(table: Any) -> tuple[int | None, list[list[str | None]]]:
    """How many rows at the top are headings (None: not marked), and the rows; None for what a cell further left covers."""
    rows: list[list[tuple[int, str]]] = []
    headers = 0
    reaching: dict[int, _Reaching] = {}  # by column
    for row in table.iter("tr"):
        own = [cell for cell in row if cell.tag in ("td", "th")]
        marked = bool(own) and (all(cell.tag == "th" for cell in own) or row.getparent().tag == "thead")
        if marked and headers == len(rows):
            headers += 1
        rows.append(_row(own, reaching))
    return (headers or None), aligned(rows)


class _Reaching(NamedTuple):
    """A cell that covers rows below its own."""

    rows: int  # still to cover
    words: str
    width: int


def _row(own: list[Any], reaching: dict[int, _Reaching]) -> list[tuple[int, str]]:
    """A row's cells with their columns: its own, and those that reach down into it."""
    cells: list[tuple[int, str]] = []
    column = 0
    while own or any(at >= column for at in reaching):
        if column in reaching:
            above = reaching.pop(column)
            if above.rows > 1:
                reaching[column] = above._replace(rows=above.rows - 1)
            cells.append((column, above.words))
            column += above.width
        elif own:
            cell = own.pop(0)
            words, width = _words(cell), _number(cell.get("colspan"))
            cells.append((column, words))
            if (down := _number(cell.get("rowspan"))) > 1:
                reaching[column] = _Reaching(down - 1, words, width)
            column += width
        else:
            column += 1
    return cells


def _words(cell: Any) -> str:
    """The words of a cell on one line: inline elements do not part words (PM<sub>2.5</sub>), blocks and breaks do."""
    lines = (" ".join(line.split()) for line in _in_order(cell).split(_BREAK))
    return " ".join(line for line in lines if line and not is_rule(line))


def _in_order(element: Any) -> str:
    apart = _BREAK if element.tag in ("br", "p", "div", "li", "tr", "td", "th") else ""
    return apart + (element.text or "") + "".join(_in_order(child) + (child.tail or "") for child in element) + apart


def _number(value: str | None) -> int:
    return min(int(value), 1000) if value and value.isdigit() and int(value) > 0 else 1
