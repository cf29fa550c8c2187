"""A stretch of a document for reading: lines around a place, with the place marked."""

from corpus.catalogue.passages import CanonicalText
from corpus.types import CELL_SEPARATOR, Layout, Span
from search_api.document_schemas import ParagraphOut
from search_api.presenting import segments


def view(
    canonical: CanonicalText, layout: Layout | None, place: Span, before: int, after: int
) -> tuple[list[ParagraphOut], bool, bool]:
    """The lines, and whether there are more before and after them."""
    text = canonical.text
    first = _line_start(text, place.start)
    for _ in range(before):
        first = _line_start(text, max(0, first - 1))
    last = _line_end(text, place.end)
    for _ in range(after):
        last = _line_end(text, min(len(text), last + 1))
    titles = {heading.span for heading in canonical.outline}
    paragraphs: list[ParagraphOut] = []
    at = first
    while at < last:
        line = Span(at, _line_end(text, at))
        if line.end > line.start:
            kind = "heading" if line in titles else "row" if CELL_SEPARATOR in line.of(text) else "paragraph"
            paragraphs.append(
                ParagraphOut(kind=kind, start=line.start, end=line.end, page=layout.page_of(line) if layout else None, segments=segments(text, line, [place]))
            )  # fmt: skip
        at = line.end + 1
    return paragraphs, first > 0, last < len(text.rstrip("\n"))


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _line_end(text: str, at: int) -> int:
    found = text.find("\n", at)
    return len(text) if found < 0 else found


def boxes(layout: Layout, span: Span) -> list[tuple[int, float, float, float, float]]:
    """Where a span stands: page, then left, top, right, bottom as shares of the page's width and height."""
    found = []
    for box in layout.boxes_of(span):
        width, height = layout.page_sizes[box.page - 1]
        left, right = (_share(x, width) for x in (box.left, box.right))
        top, bottom = (_share(y, height) for y in (box.top, box.bottom))
        found.append((box.page, left, top, right, bottom))
    return found


def _share(place: float, whole: float) -> float:
    return min(1.0, max(0.0, round(place / whole, 5)))
