"""Tables of Word: rows of cells. A cell merged across columns stands in the first; one merged down repeats its words in each row.

Read from the XML: python-docx's own grid takes quadratic time (17 seconds for a table of 800 rows).
"""

from collections.abc import Callable
from typing import Any

from docx.oxml.ns import qn

from ingest.readers.columns import aligned
from ingest.readers.lines import is_rule

_TR, _TC, _P = qn("w:tr"), qn("w:tc"), qn("w:p")
_CONTENT = (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:smartTag"), qn("w:customXml"))


def read_rows(table: Any, words: Callable[[Any], str]) -> tuple[int | None, list[list[str | None]]]:
    """How many rows at the top are marked to be repeated as headings (None: no mark), and the rows.

    ``words``: of a paragraph. None stands for what a cell further left covers.
    """
    rows: list[list[tuple[int, str]]] = []
    headers = 0
    above: dict[int, str] = {}  # column → words of the cell that is merged down there
    for row in _children(table, _TR):
        cells: list[tuple[int, str]] = []
        column = _number(row, "w:trPr/w:gridBefore")
        for cell in _children(row, _TC):
            merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
            goes_on = merge is not None and merge.get(qn("w:val"), "continue") == "continue"
            text = above.get(column, "") if goes_on else _cell_words(cell, words)
            if merge is None:
                above.pop(column, None)
            else:
                above[column] = text
            cells.append((column, text))
            column += _number(cell, "w:tcPr/w:gridSpan") or 1
        if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None and headers == len(rows):
            headers += 1
        rows.append(cells)
    return (headers or None), aligned(rows)


def _children(element: Any, tag: str) -> list[Any]:
    """Children of a tag, also inside the wrappers that Word puts round content."""
    found: list[Any] = []
    for child in element:
        if child.tag == tag:
            found.append(child)
        elif child.tag in _CONTENT:
            found += _children(child, tag)
    return found


def _cell_words(cell: Any, words: Callable[[Any], str]) -> str:
    lines: list[str] = []
    for element in cell.iter(_P):
        if next(element.iterancestors(_P), None) is None:  # else of a text box: its paragraph has its words already
            lines += [line for line in words(element).split("\n") if not is_rule(line)]
    return " ".join(lines)


def _number(element: Any, path: str) -> int:
    found = element.find("/".join(qn(step) for step in path.split("/")))
    return int(found.get(qn("w:val"))) if found is not None else 0
