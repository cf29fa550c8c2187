"""The units of a passage that can be quoted: a table row, a short item whole, else its sentences. At most 600 characters each."""

import re
from collections.abc import Iterator

from corpus.sentences import pieces, sentences
from corpus.types import Passage, PassageKind, Span

LONGEST_QUOTE = 600
_WHOLE_ITEM = 350  # characters: an item or paragraph no longer than this is quoted whole
_SHORTEST_END = 100  # characters of the end of a row that is cut between two cells; a shorter one is cut anywhere
_CLOSING = re.compile(r"[^()]{1,160}\)")
_CLAUSE = re.compile(r"[^;]+(?:;|$)")


def units(text: str, passage: Passage) -> Iterator[tuple[Span, Span]]:
    """Pairs of (quote, core): what is quoted, and the part of it that is weighed as the answer."""
    span = passage.span
    if passage.kind is PassageKind.ROW and passage.cells:
        yield from _row_units(text, passage)
        return
    found = sentences(text, span.start, span.end)
    whole = span.end - span.start <= _WHOLE_ITEM and passage.kind is not PassageKind.CLOSING
    for sentence in found:
        for piece in pieces(text, sentence, LONGEST_QUOTE):
            core = _closed(text, piece)
            yield Span(span.start, max(span.end, core.end)) if whole else core, core


def _closed(text: str, span: Span) -> Span:
    """A unit up to the end of a bracket that is open where it ends: a line of a page ended there, and no sentence."""
    if text.count("(", *span) <= text.count(")", *span) or (closing := _CLOSING.match(text, span.end)) is None:
        return span
    return Span(span.start, min(closing.end(), span.start + LONGEST_QUOTE))


def _row_units(text: str, passage: Passage) -> Iterator[tuple[Span, Span]]:
    """A row whole. Of one that is too long, its end (where body, deadline and product stand) and the rest in pieces."""
    start, end = passage.span
    if end - start > LONGEST_QUOTE:
        whole = (cell.start for cell in passage.cells if end - LONGEST_QUOTE <= cell.start <= end - _SHORTEST_END)
        tail = next(whole, 0) or text.find(" ", end - LONGEST_QUOTE, end) + 1 or end - LONGEST_QUOTE
        for piece in pieces(text, Span(start, tail), LONGEST_QUOTE):
            yield piece, piece
        start = tail
    yield Span(start, end), Span(start, end)


def clauses(text: str, span: Span) -> list[Span]:
    """The parts of a sentence between semicolons."""
    return [Span(m.start(), m.end()) for m in _CLAUSE.finditer(text, span.start, span.end) if m[0].strip(" ;")]
