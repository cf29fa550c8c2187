"""Lines of PDF pages → paragraphs; running heads, running feet and page numbers are set aside."""

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from corpus.grammar.symbols import document_types
from ingest.readers.lines import MARKER, broken_word, is_inside
from ingest.readers.pdf_words import PdfLine, PdfPage, rows_of

_ZONE = 0.11  # of the page's height, at top and bottom: where running heads and page numbers stand
_END = re.compile(r"[.;:!?…]['\"”’)\]]*$")
_PAGE_NUMBER = re.compile(r"^(?:trang\s*)?[-–—]?\s*\d{1,4}\s*(?:[-–—]|/\s*\d{1,4})?$", re.IGNORECASE)
_WIDE_GAP = 1.25  # of the usual distance of lines


class Margins(NamedTuple):
    """Where the running text of a page begins and ends, and how far its lines stand apart, in points."""

    left: float
    right: float
    pitch: float


def without_furniture(
    pages: Sequence[PdfPage], outside: Sequence[Sequence[PdfLine]]
) -> tuple[list[list[PdfLine]], list[str]]:
    """The lines of each page without running heads, running feet and page numbers, and the texts of what was left out.

    ``outside``: of each page the lines that stand in no table. Furniture is what stands outermost; a line of it has no text
    between it and the edge of the page.
    """
    zones = [_zones(page, lines) for page, lines in zip(pages, outside, strict=True)]
    counts: Counter[str] = Counter()
    for top_and_bottom in zones:
        counts.update({_shape(line.text) for rows in top_and_bottom for row in rows for line in row})
    often = max(2, (len(pages) + 1) // 2) if len(pages) > 2 else len(pages) + 1
    kept, left_out = [], []
    for top_and_bottom, lines in zip(zones, outside, strict=True):
        furniture: set[int] = set()
        for rows in top_and_bottom:
            for row in itertools.takewhile(lambda row: _is_furniture(row, counts, often), rows):
                furniture.update(line.order for line in row)
        left_out += [line.text for line in lines if line.order in furniture]
        kept.append([line for line in lines if line.order not in furniture])
    return kept, list(dict.fromkeys(left_out))


def _zones(page: PdfPage, lines: Sequence[PdfLine]) -> tuple[list[list[PdfLine]], list[list[PdfLine]]]:
    """Rows (lines on one baseline) near the top of a page and near its bottom, the outermost first."""
    rows = rows_of(lines)
    top = [row for row in rows if max(line.box.bottom for line in row) < _ZONE * page.height]
    bottom = [row for row in rows if min(line.box.top for line in row) > (1 - _ZONE) * page.height]
    return top, bottom[::-1]


def _is_furniture(row: Sequence[PdfLine], counts: Counter[str], often: int) -> bool:
    if len(row) == 1 and _PAGE_NUMBER.match(row[0].text):
        return True
    return all(counts[_shape(line.text)] >= often for line in row)


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", text)


def margins_by_width(pages: Sequence[PdfPage]) -> dict[int, Margins]:
    """Margins of the upright pages, of the landscape ones, and so on: one for each width of page."""
    lines: dict[int, list[PdfLine]] = {}
    for page in pages:
        lines.setdefault(round(page.width), []).extend(page.lines)
    return {width: _margins(found) for width, found in lines.items()}


def _margins(lines: Sequence[PdfLine]) -> Margins:
    """The commonest left edge of long lines, the edge that full lines reach, the commonest distance of lines."""
    if not lines:
        return Margins(0, 0, 0)
    boxes = [line.box for line in lines]
    widest = max(box.right - box.left for box in boxes)
    long = [box for box in boxes if box.right - box.left > 0.6 * widest]
    lefts = Counter(round(box.left / 3) * 3 for box in long)
    rights = sorted(box.right for box in long)
    gaps = (b.baseline - a.baseline for a, b in itertools.pairwise(lines))
    steps = Counter(round(gap) for gap in gaps if 4 < gap < 60)
    return Margins(
        float(lefts.most_common(1)[0][0]),
        rights[int(0.8 * (len(rights) - 1))],
        float(steps.most_common(1)[0][0]) if steps else 0.0,
    )


def paragraphs(lines: Sequence[tuple[PdfLine, Margins]]) -> list[list[PdfLine]]:
    """Group the lines of a document, each with its page's margins, into paragraphs."""
    groups: list[list[PdfLine]] = []
    before: Margins | None = None
    for line, edges in lines:
        if groups and before is not None and _goes_on(groups[-1], line, before, edges):
            groups[-1].append(line)
        else:
            groups.append([line])
        before = edges
    return groups


def _goes_on(paragraph: Sequence[PdfLine], line: PdfLine, before: Margins, edges: Margins) -> bool:
    last = paragraph[-1]
    ended = _END.search(last.text) is not None
    marked = MARKER.match(line.text) is not None
    starts_low = line.text[:1].islower() and not marked
    if _is_type(last.text) or _is_type(line.text):
        return False
    same_page = last.page == line.page
    step = line.baseline - last.baseline
    if same_page and (
        step < -2
        or (edges.pitch and step > max(_WIDE_GAP * edges.pitch, edges.pitch + 4) and not (starts_low and not ended))
    ):
        return False
    if (starts_low and not ended) or broken_word(last.text, line.text):
        return True
    full = last.box.right >= before.right - 0.07 * (before.right - before.left)
    if marked:
        return full and not ended and is_inside(line.text, paragraph[0].text)
    if (last.bold != line.bold and not full) or (last.text.isupper() and not line.text.isupper()):
        return False
    if _centred(last, before) and _centred(line, edges):
        return not ended and last.bold == line.bold and last.text.isupper() == line.text.isupper()
    indented = line.box.left - edges.left > 8
    return full and not (indented and line.box.left - paragraph[-1].box.left > 8)


def _centred(line: PdfLine, edges: Margins) -> bool:
    left, right = line.box.left - edges.left, edges.right - line.box.right
    return left > 15 and right > 15 and abs(left - right) < 0.35 * (left + right)


def _is_type(text: str) -> bool:
    """Whether a line is nothing but a type of document in capitals: it stands alone, above its subject."""
    return text.isupper() and text.strip(" :").lower() in document_types().values()
