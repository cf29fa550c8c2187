"""Where a question names a time, a place, a body or a document, so that another can be put there."""

import re
from collections.abc import Iterable
from enum import StrEnum

from corpus.grammar.bodies import CAPITAL, find_bodies
from corpus.grammar.places import place_spans
from corpus.grammar.spoken_symbols import find_spoken
from corpus.grammar.spoken_types import type_pattern
from corpus.text import folded, matching_form
from corpus.types import Span
from search_api.asking.slots import document_spans


class Slot(StrEnum):
    """What a follow-up may name in place of what the question before it named."""

    TIME = "time"
    PLACE = "place"
    BODY = "body"
    DOCUMENT = "document"


_Y = r"(?:19|20)\d\d"
_OF_YEAR = rf"(?:\s?/\s?{_Y}| nam {_Y}| {_Y})"
_TIME = re.compile(
    rf"(?<![\w/.-])(?:(?:(?:giai doan|nhiem ky|thoi ky) )?{_Y}\s?[-\u2010-\u2014]\s?{_Y}|(?:\d|ba|sau|chin) thang (?:dau|cuoi) nam {_Y}"
    rf"|quy (?:iv|i{{1,3}}|[1-4]){_OF_YEAR}?|(?:ngay )?\d{{1,2}}[/-]\d{{1,2}}[/-]{_Y}|(?:ngay )?\d{{1,2}} thang \d{{1,2}} nam {_Y}"
    rf"|thang \d{{1,2}}{_OF_YEAR}?|nam {_Y}|{_Y})(?![\w/%]|[.,]\d)"
)
_LEVEL = r"(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|đặc khu|thị trấn)"
_OF_LEVEL = re.compile(rf"(?<!\w)(?i:{_LEVEL})(?: [{CAPITAL}][^\W\d_]*){{1,4}}")
_WHOLE_COUNTRY = re.compile(r"(?<!\w)(?:cả nước|toàn quốc|việt nam)(?!\w)")
_TYPE_BEFORE = re.compile(rf"(?<!\w){type_pattern()}(?: hanh dong)?(?: so)? ?$")


def slot_spans(text: str, slot: Slot, places: frozenset[str] = frozenset()) -> list[Span]:
    """Spans of a slot in an NFC text, in order, none over another. ``places``: names that the corpus knows, in matching form."""
    documents = _documents(text)
    if slot is Slot.DOCUMENT:
        return documents
    found: Iterable[Span]
    if slot is Slot.TIME:
        found = (Span(*m.span()) for m in _TIME.finditer(folded(matching_form(text))))
    else:
        found = _places(text, places) if slot is Slot.PLACE else find_bodies(text)
    return [span for span in _joined(found) if not any(_touch(span, named) for named in documents)]


def _places(text: str, places: frozenset[str]) -> Iterable[Span]:
    form = matching_form(text)
    yield from (_with_level(form, span) for span in place_spans(text))
    yield from (Span(*m.span()) for pattern in (_WHOLE_COUNTRY,) for m in pattern.finditer(form))
    yield from (Span(*m.span()) for m in _OF_LEVEL.finditer(text))
    if places:
        names = "|".join(map(re.escape, sorted(places, key=len, reverse=True)))
        yield from (_with_level(form, Span(*m.span())) for m in re.finditer(rf"(?<!\w)(?:{names})(?!\w)", form))


def _with_level(form: str, span: Span) -> Span:
    before = re.search(rf"(?<!\w){_LEVEL} $", form[max(0, span.start - 12) : span.start])
    return Span(span.start - len(before[0]), span.end) if before else span


def _documents(text: str) -> list[Span]:
    """Documents by number, each with its type before it."""
    plain = folded(matching_form(text))
    found = []
    for span in _joined([*document_spans(text), *(spoken.span for spoken in find_spoken(text))]):
        before = _TYPE_BEFORE.search(plain, max(0, span.start - 40), span.start)
        found.append(Span(before.start(), span.end) if before else span)
    return _joined(found)


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _joined(spans: Iterable[Span]) -> list[Span]:
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found
