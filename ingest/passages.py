"""Passages: the units a person would cite, each with its heading path and what it needs to be understood."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.sentences import pieces
from corpus.types import Block, BlockKind, Document, Passage, PassageKind, Span
from ingest.front_matter import Letterhead
from ingest.markers import Rank
from ingest.outline import Outline, lead_in, path_of, shown, words_of

LONGEST = 700  # characters of a passage of running text; longer paragraphs are cut at ends of sentences
# "Giải ngân 27,5/30 tỷ đồng, đạt 91,7%. Cơ cấu như sau:" is a lead-in that a person would cite
_STATES = re.compile(r"\d\s?%|(?<![\d/])\d+(?:[.,]\d+)*/\d+(?:[.,]\d+)* |\d (?:nghìn |triệu |tỷ |tỉ )+đồng")
_OPENING = re.compile(r"^.{3,120}?:\s")  # "b) Bộ Công an: (1) …": who or what all parts of a long paragraph are about


def make_passages(document: Document, outline: Outline, letterhead: Letterhead) -> tuple[Passage, ...]:
    """All passages, in order. Titles and column headings are no passages: they stand in the paths and contexts of others."""
    found: list[Passage] = []

    def add(kind: PassageKind, span: Span, **parts: object) -> None:
        page = document.layout.page_of(span) if document.layout else None
        found.append(Passage(len(found), kind, span, page=page, **parts))  # type: ignore[arg-type]

    for kind, blocks in ((PassageKind.LETTERHEAD, letterhead.head), (PassageKind.CLOSING, letterhead.closing)):
        for span in _runs(document, blocks):
            add(kind, span)
    titles = _titles(document, outline)
    tables = _Tables()
    for number, block in enumerate(document.blocks):
        place = outline.places[number]
        tables.see(block)
        if number in letterhead.head or number in letterhead.closing or number in titles or block.header:
            continue
        heading, context = path_of(document, place), lead_in(document, place)
        if block.kind is BlockKind.ROW:
            cells, columns, borrowed = tables.cells(block)
            header = tables.header.span if tables.header else None
            add(PassageKind.ROW, block.span, heading=heading, cells=cells, columns=columns,
                context=(*context, *((header,) if header else ()), *borrowed))  # fmt: skip
            continue
        kind = (
            PassageKind.PARAGRAPH
            if place.rank is None or place.rank in (Rank.LEAD_IN, Rank.TITLE)
            else PassageKind.ITEM
        )
        for span, opening in _parts(document, block):
            add(kind, span, heading=heading, context=(*context, *opening))
    order = sorted(range(len(found)), key=lambda n: found[n].span.start)
    return tuple(replace(found[old], ordinal=new) for new, old in enumerate(order))


def _runs(document: Document, blocks: frozenset[int]) -> Iterator[Span]:
    """Spans of neighbouring blocks, cut where they grow too long."""
    run: Span | None = None
    last = -2
    for number in sorted(blocks):
        span = document.blocks[number].span
        if run is not None and number == last + 1 and span.end - run.start <= 2 * LONGEST:
            run = Span(run.start, span.end)
        else:
            if run is not None:
                yield run
            run = span
        last = number
    if run is not None:
        yield run


def _titles(document: Document, outline: Outline) -> frozenset[int]:
    """Blocks that are only titles or lead-ins of others: something stands below them, paths show them whole, and they state nothing."""
    parents = {place.above[-1] for place in outline.places if place.above}
    spans = {heading.span for heading in outline.headings}
    found: set[int] = set()
    for number in parents:
        block = document.blocks[number]
        text = block.span.of(document.text)
        title = block.span in spans or text.endswith(":")
        whole = shown(document, number) == words_of(document, number)
        if whole and (block.kind is BlockKind.ROW or (title and not _STATES.search(text))):
            found.add(number)
    return frozenset(found)


def _parts(document: Document, block: Block) -> Iterator[tuple[Span, tuple[Span, ...]]]:
    """A paragraph whole, or in pieces; pieces after the first carry the opening words as context."""
    if block.span.end - block.span.start <= LONGEST:
        yield block.span, ()
        return
    match = _OPENING.match(block.span.of(document.text))
    opening = (Span(block.span.start, block.span.start + match.end() - 1),) if match else ()
    for number, span in enumerate(pieces(document.text, block.span, LONGEST)):
        yield span, opening if number else ()


class _Tables:
    """Remembers, while going through the blocks, the column headings and the last whole row of the table at hand."""

    def __init__(self) -> None:
        self.table: int | None = None
        self.header: Block | None = None
        self.whole: Block | None = None

    def see(self, block: Block) -> None:
        """Take note of a block."""
        if block.table is None or block.table != self.table:
            self.table, self.header, self.whole = block.table, None, None
        if block.header:
            self.header = block  # of several rows of headings the last, the most particular
        elif block.cells and (self.header is None or len(block.cells) == len(self.header.cells)):
            self.whole = block

    def cells(self, block: Block) -> tuple[tuple[Span, ...], tuple[Span | None, ...], tuple[Span, ...]]:
        """A row's cells, the heading of each, and cells of the row above that reach down into a row with fewer cells.

        A cell over several columns comes once, under the first of them.
        """
        headings: Sequence[Span] = self.header.cells if self.header else ()
        missing = len(headings) - len(block.cells)
        note = len(block.cells) == 1 and len(headings) > 2  # one cell across the whole table
        if not headings or missing < 0 or note:
            return tuple(dict.fromkeys(block.cells)), (), ()
        under = zip(block.cells, headings[missing:], strict=True)
        first: dict[Span, Span | None] = {}
        for cell, heading in under:
            first.setdefault(cell, heading if heading.end > heading.start else None)
        borrowed = self.whole.cells[:missing] if self.whole is not None and self.whole is not block else ()
        return tuple(first), tuple(first.values()), tuple(span for span in borrowed if span.end > span.start)
