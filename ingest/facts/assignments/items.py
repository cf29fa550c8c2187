"""Running text → assignments: items under a heading or lead-in that names a body, and clauses that name one themselves."""

import re
from collections.abc import Iterator

from corpus.types import BlockKind, PassageKind, Span
from ingest.facts.assignments.addressing import Address, heading_bodies, read_address
from ingest.facts.assignments.clauses import Over, assignments_of
from ingest.facts.assignments.labels import read_labelled
from ingest.facts.assignments.making import Found, trimmed
from ingest.facts.assignments.sections import Sections
from ingest.facts.source import Source
from ingest.markers import marker_of
from ingest.outline import read_outline

_NOBODY = Over()
_ORDER = re.compile(r"(?:yêu cầu|đề nghị|giao)\s+")


def items_of(source: Source) -> Iterator[Found]:
    """The assignments of the running text."""
    document, text = source.document, source.document.text
    skipped = _outside(source)
    places = read_outline(document, skipped).places
    sections = Sections(document, places, source.front.doc_type.value.lower() if source.front.doc_type else "")
    if sections.sets_rules:
        return
    by_labels = read_labelled(document, places, skipped)
    yield from by_labels.found
    over: dict[int, Over] = {}
    parents = {number for place in places for number in place.above[-1:]}
    for number, block in enumerate(document.blocks):
        if block.kind is BlockKind.ROW or number in skipped or number in by_labels.blocks:
            continue
        own = _own_words(text, block.span)
        introduces = number in parents and text[own.end - 1] == ":"
        heading = _heading(text, own, introduces=introduces)
        if heading is not None and sections.names_its_reader(number, heading.lead):
            over[number] = heading
        elif heading is None and not introduces:
            above = next((over[n] for n in reversed(places[number].above) if n in over), _NOBODY)
            yield from assignments_of(text, own, above, told=sections.is_told(number))


def _outside(source: Source) -> frozenset[int]:
    """Numbers of the blocks of letterhead and signature."""
    spans = [p.span for p in source.passages if p.kind in (PassageKind.LETTERHEAD, PassageKind.CLOSING)]
    return frozenset(
        number for number, block in enumerate(source.document.blocks) if any(span.holds(block.span) for span in spans)
    )


def _own_words(text: str, span: Span) -> Span:
    """A block without its number or sign."""
    marker = marker_of(span.of(text))
    return trimmed(text, Span(span.start + (marker.end if marker else 0), span.end), " \t\n") or span


def _heading(text: str, own: Span, *, introduces: bool) -> Over | None:
    """What a block gives to those below it; None where it is no heading of a body."""
    if bodies := heading_bodies(text, own):
        return Over(bodies)
    if introduces and (address := read_address(text, own) or _ordered_inside(text, own)) is not None:
        return Over(address.lead, address.coordinate)
    return None


def _ordered_inside(text: str, own: Span) -> Address | None:
    """Whom the middle of a lead-in addresses: "Ủy ban yêu cầu các sở, ngành thực hiện các nội dung sau:"."""
    order = _ORDER.search(text, own.start, own.end)
    return read_address(text, Span(order.start(), own.end)) if order else None
