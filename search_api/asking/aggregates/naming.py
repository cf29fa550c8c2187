"""Which bodies and places of the ledger a question names: by today's names, former ones and abbreviations."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence

from corpus.grammar.bodies import find_bodies
from corpus.grammar.body_kinds import begins_body
from corpus.grammar.places import place_spans, places_in
from corpus.text import folded, matching_form
from corpus.types import Span
from search_api.asking.aggregates.cues import LEADING, TAKING_PART
from search_api.asking.aggregates.unread import Unread
from search_api.asking.aggregates.wanted import Body, Role
from search_api.ledger.rows import known_as

Known = Callable[[str], Sequence[str]]  # names of the ledger that typed words may mean
_WORD = re.compile(r"\w+(?:&\w+)*")
_LONGEST = 12  # words of a name
_NEAR = 40  # characters after a body in which its part in a task is said
_PLACED = re.compile(r" (?:tinh|thanh pho|tp\.?|xa|phuong|quan|huyen|dac khu|thi xa) (?=\w)")
_LEVEL = re.compile(r"(?<!\w)(?:(?:tren )?dia ban )?(?:tinh|thanh pho|tp\.?|xa|phuong|quan|huyen|dac khu|thi xa) ?$")
_SHORT_OFFICE = re.compile(r"(?i)^vp (?=\w)")
_OFFICE = re.compile(r"(?<!\w)vp $")  # "VP UBND thành phố": nobody prints it so, everybody types it
_OPEN = frozenset(["nao", "gi", "may", "bao", "nhung", "cac", "do"])


def bodies_of(unread: Unread, known: Known) -> tuple[Body, ...]:
    """The bodies that are named, taken away, each with what it has to do with the things that are asked for."""
    spans = _named(unread, known)
    found = []
    for n, (span, names) in enumerate(spans):
        following = spans[n + 1][0].start if n + 1 < len(spans) else len(unread.plain)
        before = spans[n - 1][0].end if n else 0
        typed = _SHORT_OFFICE.sub("Văn phòng ", span.of(unread.text))
        shown = known_as(names[0] if names else typed)
        found.append(Body(names, shown, typed, _role(unread.plain, before, span, following)))
        unread.take(span)
    return tuple(found)


def _role(plain: str, before: int, span: Span, following: int) -> Role:
    behind = plain[span.end : min(following, span.end + _NEAR)]
    if re.search(r"phoi hop (?:voi|cung) (?:cac )?$", plain[before : span.start]):
        return Role.COORDINATE
    leads, helps = LEADING.search(behind), TAKING_PART.search(behind)
    if helps and re.search(r"chu tri(?:,| hoac| hay| va|/)? ?(?:hoac )?phoi hop(?! voi)", behind):
        return Role.ANY
    if helps and (not leads or leads.start() > helps.start() or "giao phoi hop" in behind):
        return Role.COORDINATE
    return Role.LEAD


def _named(unread: Unread, known: Known) -> list[tuple[Span, tuple[str, ...]]]:
    """Stretches that are names of bodies, the longest first found, none over another."""
    candidates = [
        one for one in (*_by_grammar(unread, known), *_by_ledger(unread, known)) if not unread.is_taken(one[0])
    ]
    found: list[tuple[Span, tuple[str, ...]]] = []
    for span, names in sorted(candidates, key=lambda one: (not one[1], -(one[0].end - one[0].start))):
        if all(span.end <= other.start or other.end <= span.start for other, _ in found):
            found.append((span, names))
    return sorted(found)


def _by_grammar(unread: Unread, known: Known) -> Iterable[tuple[Span, tuple[str, ...]]]:
    for grammar in find_bodies(unread.text):
        short_office = _OFFICE.search(unread.plain, max(0, grammar.start - 3), grammar.start)
        span = Span(short_office.start() if short_office else grammar.start, grammar.end)
        typed = f"Văn phòng {grammar.of(unread.text)}" if short_office else span.of(unread.text)
        if len(typed.split()) < 2 or typed.lower().startswith(("các ", "những ")):
            continue
        placed = _PLACED.search(folded(matching_form(typed)))
        short = Span(span.start, span.start + placed.start()) if placed and not short_office else span
        names = tuple(known(known_as(typed)))
        if names or short == span:
            yield span, names
        else:  # its place says whose documents are meant
            yield short, tuple(known(known_as(short.of(unread.text))))


def _by_ledger(unread: Unread, known: Known) -> Iterable[tuple[Span, tuple[str, ...]]]:
    """Names that only the ledger knows: "Trung tâm Phục vụ hành chính công", "Phòng Kinh tế"."""
    words, bare = list(_WORD.finditer(unread.plain)), unread.form == unread.plain
    for at, first in enumerate(words):
        if not bare and not begins_body(unread.form, first.start()):
            continue
        for last in reversed(words[at + 1 : at + _LONGEST]):
            span = Span(first.start(), last.end())
            name = span.of(unread.plain)
            whole = _OPEN.isdisjoint(name.split()) and not LEADING.search(name) and not TAKING_PART.search(name)
            if whole and (names := tuple(known(span.of(unread.text)))):
                yield span, names
                break


def with_level(unread: Unread, place: Span) -> Span:
    """A place with the words before it that say no more than what it is: "trên địa bàn tỉnh"."""
    before = _LEVEL.search(unread.plain, max(0, place.start - _NEAR), place.start)
    return Span(before.start() if before else place.start, place.end)


def place_of(unread: Unread, places: Collection[str]) -> str:
    """The place that is named beside the bodies, taken away; "" where there is none. ``places``: in matching form."""
    for span in place_spans(unread.text):
        if known := places_in(span.of(unread.text)) & frozenset(places):
            unread.take(with_level(unread, span))
            return min(known)
    for place in sorted(places, key=len, reverse=True):
        if len(place.split()) < 2:
            continue
        pattern = re.compile(
            rf"(?<!\w)(?:(?:tren )?(?:dia ban )?(?:tinh|thanh pho|tp\.?|xa|phuong|huyen|quan|dac khu) )?{re.escape(folded(place))}(?!\w)"
        )
        if unread.take_all(pattern):
            return place
    return ""
