"""Which figure of a unit is the one that a question asks for: that of the fact that fits, else the only one of the asked measure."""

import re
from collections.abc import Sequence

from corpus.catalogue.facts import StoredFact
from corpus.facts import Target
from corpus.grammar.dates import find_dates
from corpus.grammar.quantities import Quantity, UnitKind, find_quantities
from corpus.grammar.symbols import find_symbols
from corpus.text import folded, matching_form
from corpus.types import Span
from search_api.asking.several import content_words
from search_api.asking.standing import asked_status
from search_api.types import Evidence, Reading

_CLEARLY = 0.15  # how much likelier one of several figures must be than the next
_HOW_MUCH = re.compile(r"(?<!\w)(?:bao nhieu|bao nhiu|bn|may)(?!\w)")
_ASKED = r"(?:bao nhieu|bao nhiu|bn|may) ?"
_SHARE = re.compile(rf"(?<!\w){_ASKED}(?:%|phan tram)")
_RATE = re.compile(r"(?<!\w)(?:ty|ti) (?:le|trong)(?!\w)")
_MONEY = re.compile(rf"(?<!\w){_ASKED}(?:tien|(?:nghin |trieu )?(?:ty|ti|trieu|nghin)? ?dong|ty|ti)(?!\w)")
_COUNTED = re.compile(rf"(?<!\w){_ASKED}([a-z]+)")
_COUNTED_THING = re.compile(rf"(?<!\w){_ASKED}(?:% |phan tram )?(?:so )?([a-z]+ [a-z]+)(?!\w)")
_MEASURES = {"%": _SHARE, "đồng": _MONEY}
_KINDS = {"%": UnitKind.PERCENT, "đồng": UnitKind.CURRENCY}
_YEARS = range(1900, 2100)


def asks_how_much(question: str) -> bool:
    """Whether a question asks for a number."""
    return _HOW_MUCH.search(folded(matching_form(question))) is not None


def amounts(reading: Reading, item: Evidence, text: str, *, counted: bool = False) -> list[Span]:
    """Where the figures that are asked for stand in a unit, with comparator and unit; none where it is not sure which.

    ``counted``: only figures of the very thing whose number is asked for ("mấy ngày").
    """
    plain = folded(matching_form(reading.text))
    known = [s for s in item.facts if isinstance(s.fact.slots, Target) and s.fact.slots.value is not None]
    if known and not counted:
        meant = _meant(reading, [s for s in known if _can_be_meant(reading, s.fact.slots)])
        return [span for stored in meant if (span := _value(text, stored)) is not None]
    asked = {quantity.value for quantity in find_quantities(reading.text)}
    thing = match[1] if (match := _COUNTED.search(plain)) else ""
    own = [
        q.span
        for q in _quantities(item, text)
        if q.value not in asked
        and _is_of(_measures(plain), q)
        and (not counted or folded(matching_form(q.unit)).split(" ")[0] == thing)
    ]
    return own if len(own) <= max(1, len(_HOW_MUCH.findall(plain))) else []


def _measures(plain: str) -> frozenset[str]:
    """Measures that a question wants its figures in; none where it does not say."""
    found = frozenset(measure for measure, pattern in _MEASURES.items() if pattern.search(plain))
    times = len(_HOW_MUCH.findall(plain))
    if times == 1 and not found and _RATE.search(plain):
        return frozenset(["%"])
    return found if len(found) >= times else frozenset()


def _can_be_meant(reading: Reading, slots: object) -> bool:
    """Whether a figure says nothing otherwise than the question: its year, its unit, whether it is aimed at or was reached."""
    if not isinstance(slots, Target):
        return False
    if reading.years and slots.year is not None and not any(str(year) in str(slots.year) for year in reading.years):
        return False
    status = asked_status(reading.text)
    if status is not None and slots.status is not status:
        return False
    measures, unit = _measures(folded(matching_form(reading.text))), matching_form(slots.unit)
    return not measures or any(measure in unit for measure in measures)


def _meant(reading: Reading, facts: Sequence[StoredFact]) -> list[StoredFact]:
    """The one of several figures whose indicator is clearly nearest to the question; all where as many are asked for."""
    if len(facts) <= max(1, len(_HOW_MUCH.findall(folded(matching_form(reading.text))))):
        return list(facts)
    wanted = content_words(reading.text)
    facts = _of_the_counted(reading, facts)
    (best, first), *others = sorted(((_likeness(wanted, stored), n) for n, stored in enumerate(facts)), reverse=True)
    return [facts[first]] if best > 0 and all(best - other >= _CLEARLY for other, _ in others) else []


def _of_the_counted(reading: Reading, facts: Sequence[StoredFact]) -> Sequence[StoredFact]:
    """Those of what stands behind "bao nhiêu", where some but not all are: "bao nhiêu phần trăm trường học"."""
    match = _COUNTED_THING.search(folded(matching_form(reading.text)))
    if match is None:
        return facts
    of_it = [
        s
        for s in facts
        if isinstance(s.fact.slots, Target) and match[1] in folded(matching_form(s.fact.slots.indicator))
    ]
    return of_it or facts


def _likeness(wanted: frozenset[str], stored: StoredFact) -> float:
    """How much words of a question and of an indicator are the same, 0…1; one word alone says nothing."""
    slots = stored.fact.slots
    own = content_words(slots.indicator) if isinstance(slots, Target) else frozenset()
    shared = len(wanted & own)
    return 2 * shared / (len(wanted) + len(own)) if shared >= min(2, max(1, len(own))) else 0.0


def _value(text: str, stored: StoredFact) -> Span | None:
    """The value of a fact where it is printed, with what of comparator and unit touches it."""
    parts = stored.fact.parts
    value = next((p.span for p in parts if p.slot == "value"), None)
    pieces: list[Span] = []
    for part in sorted(p.span for p in parts if p.slot in ("comparator", "value", "unit")):
        if pieces and not text[pieces[-1].end : part.start].strip():
            pieces[-1] = Span(pieces[-1].start, max(pieces[-1].end, part.end))
        else:
            pieces.append(part)
    return next((piece for piece in pieces if value is not None and piece.holds(value)), None)


def _is_of(measures: frozenset[str], quantity: Quantity) -> bool:
    """Whether a quantity is of one of the measures, if any; a bare year and a part of the text never are."""
    if quantity.kind is UnitKind.PART or quantity.value in _YEARS:
        return False
    return not measures or quantity.kind in {_KINDS[measure] for measure in measures}


def _quantities(item: Evidence, text: str) -> list[Quantity]:
    """Those of the unit, but none inside a date or a symbol."""
    words, start = item.core.of(text), item.core.start
    closed = [*(s.span for s in find_symbols(words)), *(d.span for d in find_dates(words))]
    found = [
        q for q in find_quantities(words) if not any(c.start < q.span.end and q.span.start < c.end for c in closed)
    ]
    return [q._replace(span=Span(q.span.start + start, q.span.end + start)) for q in found]
