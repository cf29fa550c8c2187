"""Tables of HTML → rows of cells: spans over columns stand once, spans over rows are repeated in each row they cover."""

from typing import Any

_LAYOUT_CELL = 2500  # characters: a cell longer than this holds part of the page, not of a table


def is_layout(table: Any) -> bool:
    """Whether a table only arranges the page: another table in it, or whole stretches of text in a cell."""
    if next(table.iterdescendants("table"), None) is not None:
        return True
    return any(len(cell.text_content()) > _LAYOUT_CELL for cell in table.iter("td"))


def grid(table: Any) -> tuple[int | None, list[list[str]]]:
    """How many rows at the top are headings (None: not marked), and the rows."""
    rows: list[list[str]] = []
    headers = 0
    reaching: dict[int, tuple[int, str, int]] = {}  # column → rows still to cover, words, width
    for row in table.iter("tr"):
        cells: list[str] = []
        own = [cell for cell in row if cell.tag in ("td", "th")]
        column = 0
        while own or any(at >= column for at in reaching):
            if column in reaching:
                left, words, width = reaching.pop(column)
                if left > 1:
                    reaching[column] = (left - 1, words, width)
                cells.append(words)
                column += width
                if not own and not any(at >= column for at in reaching):
                    break
                continue
            if not own:
                column += 1
                continue
            cell = own.pop(0)
            words, width = _words(cell), _number(cell.get("colspan"))
            cells.append(words)
            if (down := _number(cell.get("rowspan"))) > 1:
                reaching[column] = (down - 1, words, width)
            column += width
        marked = all(cell.tag == "th" for cell in row if cell.tag in ("td", "th")) or row.getparent().tag == "thead"
        if marked and headers == len(rows):
            headers += 1
        rows.append(cells)
    return (headers or None), rows


def _words(cell: Any) -> str:
    """The words of a cell on one line: inline elements do not part words (PM<sub>2.5</sub>), blocks and breaks do."""
    return " ".join(_in_order(cell).split())


def _in_order(element: Any) -> str:
    apart = " " if element.tag in ("br", "p", "div", "li", "tr", "td", "th") else ""
    return apart + (element.text or "") + "".join(_in_order(child) + (child.tail or "") for child in element) + apart


def _number(value: str | None) -> int:
    return min(int(value), 1000) if value and value.isdigit() and int(value) > 0 else 1
