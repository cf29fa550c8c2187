"""Other units that say another thing about the same task or figure, and why they may."""

from collections.abc import Sequence

from corpus.catalogue.facts import StoredFact
from corpus.facts import Assignment, Target
from corpus.ledger.conflicts import Reason, explain
from corpus.ledger.entries import Entry
from corpus.ledger.normalising import amount, indicator_key, task_words, unit_kind
from corpus.text import matching_form
from search_api.asking.alike import tasks_like
from search_api.asking.asked import Asked
from search_api.asking.drafts import Draft, said
from search_api.asking.wording import fitting_fact, shortened
from search_api.ledger.relating import card_of
from search_api.ledger.rows import name_of
from search_api.types import Evidence, Kind, Reading

_SAME_TASK = 0.75  # share of words that two wordings of a task have in common
_SAME_INDICATOR = 0.4
_AS_GOOD = 0.8  # of the coverage of the best unit
_LONGEST_STATEMENT = 150  # characters, each of those that differ
_LONGEST_TASK = 300
_MOST_OTHERS = 2


def differing(asked: Asked) -> Draft | None:
    """What documents say otherwise of the same task or figure, side by side."""
    kind, first = asked.reading.kind, asked.first
    others, why = (
        other_leads(first, _same_task(asked)) if kind is Kind.LEAD_AGENCY
        else other_figures(asked.reading, first, asked.evidence) if kind in (Kind.TARGET, Kind.RESULT)
        else ([], "")
    )  # fmt: skip
    if not others:
        return None
    items = (first, *others[:_MOST_OTHERS])
    parts = [(f"{_name(item)}: {asked.words(item, _LONGEST_STATEMENT)}", item) for item in items]
    after = f"\nCác văn bản nêu khác nhau{f' ({why})' if why else ''}."
    return Draft(said(*parts), joined="\n", after=after, disagreement=after.strip())


def _name(item: Evidence) -> str:
    document = item.hit.document
    front = document.front
    return f"{front.get('doc_type', '').capitalize()} {front.get('symbol', '')}".strip() or document.file_name[:40]


def _same_task(asked: Asked) -> Sequence[Evidence]:
    """The evidence, and what is found by the words of the task itself."""
    fact = fitting_fact(Kind.LEAD_AGENCY, asked.reading.years, asked.first.facts)
    if fact is None:
        return asked.evidence
    words = shortened(name_of(fact.fact.slots), _LONGEST_TASK)
    return [*asked.evidence, *tasks_like(asked.store, asked.facts, asked.hits.where, words)]


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
