"""The lines of a document with what stands over each, and the region it lies in: preamble, body, annex.

Only a preamble gives legal bases, and only the body decides: a form in an annex or a portal's summary says the same words of other things.
"""

import re
from collections.abc import Iterator
from enum import StrEnum

from corpus.types import BlockKind, PassageKind, Span, value
from ingest.facts.source import Source
from ingest.markers import Rank, marker_of


class Region(StrEnum):
    """Parts of a document, in order."""

    OUTSIDE = "outside"  # a portal's words above it, its letterhead, its signature
    PREAMBLE = "preamble"
    BODY = "body"
    ANNEX = "annex"


@value
class Line:
    """A paragraph or a row. ``words`` begin behind the marker; ``above`` are the lines it stands under, from the widest."""

    span: Span
    words: int
    region: Region
    rank: int | None
    above: tuple["Line", ...]
    row: bool = False

    @property
    def article(self) -> "Line | None":
        """The article it is or stands in."""
        return next((line for line in (self, *reversed(self.above)) if line.rank == Rank.ARTICLE), None)


_ENACTING = re.compile(r"(?:[^a-zà-ỹ]{0,60} )?(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|NGHỊ QUYẾT|QUY ĐỊNH)\s*:?$")
_ATTACHED = re.compile(r"\(?\s*(?:ban hành )?kèm theo\b", re.IGNORECASE)
_PLAIN = Rank.LEAD_IN  # a paragraph without a marker stands beside lead-ins and over bullets


def read_lines(source: Source) -> Iterator[Line]:
    """The lines of a document, in order."""
    head_end, closing = _frame(source)
    region = Region.OUTSIDE if head_end else Region.PREAMBLE
    open_lines: list[Line] = []
    for block in source.document.blocks:
        text = block.span.of(source.document.text)
        row = block.kind is BlockKind.ROW
        marker = None if row else marker_of(text)
        rank = marker.rank if marker else None
        if region is Region.OUTSIDE and block.span.start >= head_end:
            region = Region.PREAMBLE
        signed = any(span.holds(block.span) for span in closing)
        if region is not Region.OUTSIDE:
            region = _region(region, rank, text, behind=bool(closing) and block.span.start >= closing[0].start)
        level = _PLAIN if rank is None else rank
        open_lines = [line for line in open_lines if _level(line) < level]
        here = Region.OUTSIDE if signed else region
        words = block.span.start + (marker.end if marker else 0)
        words += len(text[words - block.span.start :]) - len(text[words - block.span.start :].lstrip())
        line = Line(block.span, words, here, rank, tuple(open_lines), row)
        yield line
        if not row and (rank is None or rank < Rank.DASH) and (rank is not None or text.endswith(":")):
            open_lines.append(line)


def _level(line: Line) -> int:
    return _PLAIN if line.rank is None else line.rank


def _frame(source: Source) -> tuple[int, list[Span]]:
    """Where the letterhead ends, and the signatures."""
    heads = [p.span.end for p in source.passages if p.kind is PassageKind.LETTERHEAD]
    return max(heads, default=0), [p.span for p in source.passages if p.kind is PassageKind.CLOSING]


def _region(region: Region, rank: int | None, text: str, *, behind: bool) -> Region:
    if region is Region.ANNEX or behind or rank == Rank.ANNEX:
        return Region.ANNEX
    if region is Region.PREAMBLE and (
        (rank is not None and rank < Rank.LETTER) or (len(text) < 80 and _ENACTING.match(text))
    ):
        return Region.BODY
    return region
