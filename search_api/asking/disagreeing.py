"""Other units that say another thing about the same task or figure, and why they may."""

from collections.abc import Sequence

from corpus.catalogue.facts import StoredFact
from corpus.facts import Assignment, Target
from corpus.ledger.conflicts import Reason, explain
from corpus.ledger.entries import Entry
from corpus.ledger.normalising import amount, indicator_key, task_words, unit_kind
from corpus.text import matching_form
from search_api.asking.wording import fitting_fact
from search_api.relating import card_of
from search_api.types import Evidence, Kind, Reading

_SAME_TASK = 0.75  # share of words that two wordings of a task have in common
_SAME_INDICATOR = 0.4
_AS_GOOD = 0.8  # of the coverage of the best unit


def other_leads(first: Evidence, evidence: Sequence[Evidence]) -> tuple[list[Evidence], str]:
    """Units of other documents that give the same task to others; of each set of leads one."""
    own = fitting_fact(Kind.LEAD_AGENCY, (), first.facts)
    if own is None or not isinstance(own.fact.slots, Assignment):
        return [], ""
    words, known = set(task_words(own.fact.slots.task)), {_leads(own.fact.slots)}
    found = []
    for item in evidence:
        for stored in item.facts:
            task = stored.fact.slots
            if not isinstance(task, Assignment) or not task.lead or item.hit.document.id == first.hit.document.id:
                continue
            if _alike(words, set(task_words(task.task))) >= _SAME_TASK and _leads(task) not in known:
                known.add(_leads(task))
                found.append(item)
    return found, ""


def _leads(task: Assignment) -> frozenset[str]:
    return frozenset(matching_form(body) for body in task.lead)


def other_figures(reading: Reading, first: Evidence, evidence: Sequence[Evidence]) -> tuple[list[Evidence], str]:
    """Units with another figure of the same indicator, place and year; of each figure one."""
    own = fitting_fact(reading.kind, reading.years, first.facts)
    if own is None or not reading.years:
        return [], ""
    mine = _entry(own, first)
    known = {amount(own.fact.slots)} if isinstance(own.fact.slots, Target) else set()
    found, why = [], ""
    for item in evidence:
        if item.against or not item.years or not item.fits or item.coverage < _AS_GOOD * first.coverage:
            continue
        stored = fitting_fact(reading.kind, reading.years, item.facts)
        if stored is None or not _same_indicator(own, stored):
            continue
        reason = explain(mine, _entry(stored, item))
        figure = amount(stored.fact.slots) if isinstance(stored.fact.slots, Target) else None
        if reason in (Reason.SUPERSEDED, Reason.CONTRADICTION, Reason.OTHER_BASE) and figure not in known:
            known.add(figure)
            found.append(item)
            why = why or (str(reason) if reason is not Reason.CONTRADICTION else "")
    return found, why


def _same_indicator(one: StoredFact, other: StoredFact) -> bool:
    a, b = one.fact.slots, other.fact.slots
    if not isinstance(a, Target) or not isinstance(b, Target) or unit_kind(a.unit) != unit_kind(b.unit):
        return False
    return _alike(set(indicator_key(a).words), set(indicator_key(b).words)) >= _SAME_INDICATOR


def _alike(one: set[str], other: set[str]) -> float:
    return len(one & other) / max(1, len(one | other))


def _entry(stored: StoredFact, item: Evidence) -> Entry:
    return Entry(stored.id, card_of(item.hit.document), stored.fact.slots)
