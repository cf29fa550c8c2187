"""What documents say otherwise of the task or the figure that a question asks for, whether it asks so or not."""

import re
from collections.abc import Iterable, Sequence

from corpus.catalogue.facts import StoredFact
from corpus.facts import Assignment, Target
from corpus.grammar.renaming import today_name
from corpus.ledger.conflicts import Reason, explain
from corpus.ledger.entries import Entry, issuing_holder
from corpus.ledger.normalising import amount, indicator_key, task_words, unit_kind
from corpus.text import matching_form
from search_api.asking.alike import tasks_like
from search_api.asking.asked import Asked
from search_api.asking.disagreeing.disagreement import Other, beside_each_other
from search_api.asking.drafts import Draft
from search_api.asking.leading import is_of_itself, of_other_level
from search_api.asking.told import Told, asked_fact
from search_api.asking.wording import shortened
from search_api.ledger.relating import card_of
from search_api.types import Evidence, Kind

_SAME_TASK = 0.75  # share of words that two wordings of a task have in common
_SAME_PRINT, _NEVER = 0.95, 2.0
_SAME_INDICATOR = 0.4
_SAME_WORDS = 0.6
_SAME_COUNTED, _LEAST_COUNTED = 0.8, 4  # share of the words behind a count, and how few of them say what is counted
_LONGEST_COUNTED = 80  # characters
_BEHIND = re.compile(r"(?: (?!(?:với|trong|và|từ|tại|theo|so|để|bằng) )[^\W\d]+){1,12}")
_BRACKETS = re.compile(r"\(([^()]{3,60})\)")
_ONE_YEAR = 366  # days
_AS_GOOD = 0.8  # of the coverage of the best unit
_LONGEST_TASK = 300
_MOST_FIGURES = 12  # that are held against each other
TELLING = (Reason.SUPERSEDED, Reason.CONTRADICTION, Reason.OTHER_BASE)


def differing(asked: Asked) -> Draft | None:
    """What documents say otherwise of what a question asks, with their dates and why; None where they agree."""
    reading = asked.reading
    first = Told(asked.first, asked_fact(reading.text, reading.kind, reading.years, asked.first.facts))
    if reading.kind in (Kind.LEAD_AGENCY, Kind.DEADLINE):
        others = other_tasks(reading.kind, first, same_task(asked, first, asked.evidence))
        others = [other for other in others if not _of_other_level(reading.text, other.told)]
    elif reading.kind in (Kind.TARGET, Kind.RESULT):
        good = [e for e in asked.evidence if e.fits and e.years and not e.against]
        figures = figures_of(reading.text, reading.years, good)
        others = _other_figures(
            asked, first, figures if reading.years else [f for f in figures if _of_one_time(asked, first, f)]
        )
    else:
        return None
    return beside_each_other(asked, reading.kind, [Other(first, None), *others]) if others else None


def _of_other_level(question: str, told: Told) -> bool:
    """Whether a ministry leads where a department is asked for: a national programme says nothing otherwise than a province's plan."""
    return told.task is not None and of_other_level(question, ", ".join(told.task.lead))


def same_task(asked: Asked, first: Told, evidence: Sequence[Evidence]) -> Sequence[Evidence]:
    """The evidence, and what is found by the words in which the task stands."""
    if first.task is None:
        return evidence
    # all words of its unit, not of the task alone: a short task would be lost among long passages on its subject
    words = shortened(first.evidence.core.of(asked.text(first.evidence)), _LONGEST_TASK)
    return [*evidence, *tasks_like(asked.store, asked.facts, asked.hits.where, words)]


def _is_of_another(own: Assignment, first: Evidence, item: Evidence) -> bool:
    """Whether a task is done to the document that gives it, and a unit stands in another one: nothing there speaks of it."""
    one, other = (e.hit.document.front.get("symbol", "") for e in (first, item))
    return is_of_itself(own.task) and (not one or one != other)


def other_tasks(kind: Kind, first: Told, evidence: Iterable[Evidence]) -> list[Other]:
    """Units of other documents that give the same task to others, or another time; of each one."""
    own = first.task
    if own is None:
        return []
    words, known = set(task_words(own.task)), {_said(kind, own)}
    found: list[Other] = []
    for item in evidence:
        if item.hit.document.id == first.evidence.hit.document.id or _is_of_another(own, first.evidence, item):
            continue
        for stored in item.facts:
            task = stored.fact.slots
            if not isinstance(task, Assignment) or not _said(kind, task) or _said(kind, task) in known:
                continue
            if _alike(words, set(task_words(task.task))) >= _least_alike(first.evidence, item):
                known.add(_said(kind, task))
                renamed = kind is Kind.LEAD_AGENCY and _today(task) == _today(own)
                found.append(Other(Told(item, stored), Reason.RENAMED if renamed else Reason.CONTRADICTION))
    return found


def _least_alike(one: Evidence, other: Evidence) -> float:
    """How alike two wordings must be: the less is known of whose documents they are, the more; of other places and levels never."""
    mine, theirs = (issuing_holder(card_of(item.hit.document)) for item in (one, other))
    if mine.level is None or theirs.level is None:
        return _SAME_PRINT
    return _SAME_TASK if mine == theirs else _NEVER


def _said(kind: Kind, task: Assignment) -> frozenset[str]:
    if kind is Kind.LEAD_AGENCY:
        return frozenset(matching_form(body) for body in task.lead)
    return frozenset((task.deadline_date.isoformat(),)) if task.deadline_date else frozenset()


def _today(task: Assignment) -> frozenset[str]:
    return frozenset(matching_form(today_name(body)) for body in task.lead)


def figures_of(question: str, years: Sequence[int], evidence: Sequence[Evidence]) -> list[Told]:
    """Of units as good as the best the figures that answer."""
    if not evidence:
        return []
    least = _AS_GOOD * evidence[0].coverage
    good = (item for item in evidence if item.coverage >= least)
    told = (Told(item, asked_fact(question, Kind.TARGET, years, item.facts)) for item in good)
    return [one for one in told if one.target is not None][:_MOST_FIGURES]


def _other_figures(asked: Asked, first: Told, figures: Sequence[Told]) -> list[Other]:
    """Other figures of the same indicator, place and year; of each figure one."""
    if first.target is None:
        return []
    found: dict[object, Other] = {}
    for told in figures:
        reason = why_apart(first, told, alike=_counted_alike(asked, first, told))
        if told.target is not None and reason in TELLING:
            found.setdefault(amount(told.target), Other(told, reason))
    return list(found.values())


def _of_one_time(asked: Asked, one: Told, other: Told) -> bool:
    """Whether two documents of about one time speak of an indicator in much the same words: a question without a year means both."""
    mine, theirs = card_of(one.evidence.hit.document), card_of(other.evidence.hit.document)
    if one.target is None or other.target is None or mine.id == theirs.id:
        return False
    counted = _counted_alike(asked, one, other)
    if mine.issued_on is None or theirs.issued_on is None:  # a news item: what it counts in the same words is the same
        return one.target.year == other.target.year is None and counted >= _SAME_COUNTED
    near = abs((mine.issued_on - theirs.issued_on).days) <= _ONE_YEAR
    alike = max(counted, _alike(set(indicator_key(one.target).words), set(indicator_key(other.target).words)))
    return near and one.target.year == other.target.year and alike >= _SAME_WORDS


def _counted_alike(asked: Asked, one: Told, other: Told) -> float:
    """How alike the words are that stand right behind two counts: "57 hộ vay được vốn" and "55 hộ vay được vốn" count the same."""
    mine, theirs = (_counted(told, asked.text(told.evidence)) for told in (one, other))
    return _alike(mine, theirs) if min(len(mine), len(theirs)) >= _LEAST_COUNTED else 0.0


def _counted(told: Told, text: str) -> set[str]:
    parts = told.fact.fact.parts if told.fact is not None else ()
    start = next((part.span.end for part in parts if part.slot == "value"), None)
    if start is None:
        return set()
    behind = _BEHIND.match(matching_form(text[start : start + _LONGEST_COUNTED]))
    return set(behind[0].split()) if behind else set()


def why_apart(one: Told, other: Told, *, alike: float = 0.0) -> Reason | None:
    """Why two figures of one indicator differ, None where they do not, or are of different things.

    ``alike``: how alike the words are that say what they count.
    """
    a, b = one.target, other.target
    if a is None or b is None or one.fact is None or other.fact is None or not _same_indicator(a, b, alike):
        return None
    if one.evidence.hit.document.id == other.evidence.hit.document.id and unit_kind(a.unit) != "%":
        return None  # within one document amounts are of different things
    reason = explain(_entry(one.fact, one.evidence), _entry(other.fact, other.evidence))
    if reason in (Reason.OTHER_LEVEL, Reason.OTHER_PLACE) and alike >= _SAME_COUNTED and _nobody(one, other):
        return Reason.CONTRADICTION  # a news item says not whose figures it gives
    return reason


def _nobody(one: Told, other: Told) -> bool:
    return any(issuing_holder(card_of(told.evidence.hit.document)).level is None for told in (one, other))


def _same_indicator(one: Target, other: Target, alike: float) -> bool:
    if unit_kind(one.unit) != unit_kind(other.unit) or _bracketed(one) != _bracketed(other):
        return False
    own = _alike(set(indicator_key(one).words), set(indicator_key(other).words))
    return own >= _SAME_INDICATOR or alike >= _SAME_COUNTED


def _bracketed(figure: Target) -> set[str]:
    """What brackets say of an indicator, beside short names: "(trước hợp nhất)" and "(sau hợp nhất)" are two things."""
    return {matching_form(words) for words in _BRACKETS.findall(figure.indicator) if " " in words}


def _alike(one: set[str], other: set[str]) -> float:
    return len(one & other) / max(1, len(one | other))


def _entry(stored: StoredFact, item: Evidence) -> Entry:
    return Entry(stored.id, card_of(item.hit.document), stored.fact.slots)
