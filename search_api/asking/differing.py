"""What documents say otherwise of the same task or figure, side by side: the one in force first, and why they may differ."""

import re
from collections.abc import Iterable, Sequence
from itertools import combinations

from corpus.catalogue.facts import StoredFact
from corpus.facts import Assignment, Target
from corpus.grammar.renaming import today_name
from corpus.ledger.conflicts import Reason, explain
from corpus.ledger.entries import Entry
from corpus.ledger.normalising import amount, indicator_key, task_words, unit_kind
from corpus.text import matching_form
from corpus.types import value
from search_api.answering import LEAST_COVERAGE
from search_api.asking.alike import tasks_like
from search_api.asking.asked import Asked
from search_api.asking.disagreement import Other, beside_each_other, statement_of
from search_api.asking.drafts import Draft
from search_api.asking.told import Told, asked_fact
from search_api.asking.wording import figure_words, shortened
from search_api.ledger.relating import card_of
from search_api.reading.kinds import kind_beside
from search_api.types import Evidence, Kind

_SAME_TASK = 0.75  # share of words that two wordings of a task have in common
_SAME_INDICATOR = 0.4
_SAME_WORDS = 0.6
_ONE_YEAR = 366  # days
_AS_GOOD = 0.8  # of the coverage of the best unit
_LONGEST_TASK = 300
_MOST_FIGURES = 12  # that are held against each other
_TELLING = (Reason.SUPERSEDED, Reason.CONTRADICTION, Reason.OTHER_BASE)
# What asks whether and why documents disagree, and says nothing of what they disagree about.
_DOCUMENTS = r"(?:các |hai |những )?(?:văn bản|báo cáo|tài liệu|nguồn|số liệu)(?: (?:này|đó|khác nhau))?"
_ASKING = re.compile(
    matching_form(
        rf"(?<!\w)(?:(?:vì |tại )?sao|(?:có )?(?:bị )?(?:mâu thuẫn|thống nhất|khớp|lệch|chênh|khác)(?: với)?(?: nhau)?(?: giữa {_DOCUMENTS})?(?: (?:không|thế nào))?|không (?:khớp|thống nhất)"
        rf"|(?:ở|giữa|trong|theo) {_DOCUMENTS}|{_DOCUMENTS} (?:có )?(?:ghi|nêu|nói|quy định)?|(?:văn bản|con số|mức|bản) nào (?:mới )?(?:là )?(?:đúng|chính xác)|cũ và mới|nhau)(?!\w)"
    )
)
_HALF, _NEARLY = 0.5, 0.6
_SAID = r"(?:(?:quý [ivx]{1,3}|tháng \d{1,2})(?:/\d{4})?|\d[\d.,/]*\d ?%?|\d ?%?)"
_EITHER = re.compile(rf"(?<!\w)(?:là |ngày |năm |mức ){{0,2}}({_SAID}) hay (?:là |ngày |năm |mức ){{0,2}}({_SAID})")
_NOTHING_ELSE = "\nChưa thấy văn bản nào trong kho nêu khác."


def disagreement(asked: Asked) -> Draft | None:
    """The answer to a question that asks whether, or why, documents disagree; None for others and where there is nothing on its subject."""
    if asked.reading.kind is not Kind.CONFLICT:
        return None
    question = _about(asked.reading.text)
    kind = kind_beside(question)
    found = [e for e in asked.again(question) if e.fits and e.years and not e.against]
    if not found or found[0].coverage < LEAST_COVERAGE:
        return None
    if either := _either(asked, found):
        return beside_each_other(asked, kind, either)
    first = Told(found[0], asked_fact(question, kind, asked.reading.years, found[0].facts))
    if kind in (Kind.LEAD_AGENCY, Kind.DEADLINE):
        others = _other_tasks(kind, first, _same_task(asked, first, found))
        if others:
            return beside_each_other(asked, kind, [Other(first, None), *others])
    elif pair := _differing_pair(_figures(question, asked.reading.years, found)):
        return beside_each_other(asked, kind, pair)
    if other := _other_unit(asked, found):
        return beside_each_other(asked, kind, [Other(Told(found[0], None), None), other], claimed=False)
    if first.fact is None:
        return None
    return Draft((statement_of(asked, kind, first, ""),), after=_NOTHING_ELSE)


def _other_unit(asked: Asked, found: Sequence[Evidence]) -> Other | None:
    """A unit of another document, nearly as good as the first, with another figure of its kind: what it says of it is its own to say."""
    own = _amounts(found[0])
    for item in found[1:]:
        if item.hit.document.id == found[0].hit.document.id or item.coverage < _NEARLY * found[0].coverage:
            continue
        theirs = _amounts(item)
        if own and theirs and {kind for kind, _ in own} & {kind for kind, _ in theirs} and not theirs <= own:
            return Other(Told(item, None), None)
    return None


def _amounts(item: Evidence) -> set[tuple[str, tuple[float, ...] | None]]:
    figures = (s.fact.slots for s in item.facts if isinstance(s.fact.slots, Target) and s.fact.slots.value is not None)
    return {(unit_kind(figure.unit), amount(figure)) for figure in figures}


def _either(asked: Asked, found: Sequence[Evidence]) -> list[Other]:
    """For "50% hay 45%" the best unit that says each of the two; nothing where one of them is said nowhere."""
    match = _EITHER.search(matching_form(asked.reading.text))
    if match is None:
        return []
    chosen: list[Other] = []
    for said in (match[1], match[2]):
        told = _saying(asked, found, said.strip())
        if told is None or told.evidence.coverage < _HALF * found[0].coverage:
            return []
        chosen.append(Other(told, Reason.CONTRADICTION if chosen else None))
    one, other = (c.told.evidence for c in chosen)
    return chosen if (one.hit.document.id, one.core) != (other.hit.document.id, other.core) else []


def _saying(asked: Asked, found: Sequence[Evidence], said: str) -> Told | None:
    """The best unit that says a figure or a time, one whose fact it is before others."""
    pattern = re.compile(rf"(?<![\w.,/]){re.escape(said)}(?!\w|[.,/]\d)")
    holding = [e for e in found if pattern.search(matching_form(e.core.of(asked.text(e))))]
    for item in holding:
        for stored in item.facts:
            slots = stored.fact.slots
            if isinstance(slots, Assignment) and slots.lead and pattern.search(matching_form(slots.deadline)):
                return Told(item, stored)
            if isinstance(slots, Target) and pattern.search(matching_form(figure_words(stored, asked.text(item)))):
                return Told(item, stored)
    return Told(holding[0], None) if holding else None


def differing(asked: Asked) -> Draft | None:
    """What documents say otherwise of what a question asks, with their dates and why; None where they agree."""
    reading = asked.reading
    first = Told(asked.first, asked_fact(reading.text, reading.kind, reading.years, asked.first.facts))
    if reading.kind in (Kind.LEAD_AGENCY, Kind.DEADLINE):
        others = _other_tasks(reading.kind, first, _same_task(asked, first, asked.evidence))
    elif reading.kind in (Kind.TARGET, Kind.RESULT):
        good = [e for e in asked.evidence if e.fits and e.years and not e.against]
        figures = _figures(reading.text, reading.years, good)
        others = _other_figures(first, figures if reading.years else [f for f in figures if _of_one_time(first, f)])
    else:
        return None
    return beside_each_other(asked, reading.kind, [Other(first, None), *others]) if others else None


def _about(question: str) -> str:
    """A question without the words that only ask about a disagreement."""
    for match in reversed(list(_ASKING.finditer(matching_form(question)))):
        question = question[: match.start()] + " " + question[match.end() :]
    return " ".join(question.split()).strip(" ,;:")


def _same_task(asked: Asked, first: Told, evidence: Sequence[Evidence]) -> Sequence[Evidence]:
    """The evidence, and what is found by the words in which the task stands."""
    if first.task is None:
        return evidence
    # all words of its unit, not of the task alone: a short task would be lost among long passages on its subject
    words = shortened(first.evidence.core.of(asked.text(first.evidence)), _LONGEST_TASK)
    return [*evidence, *tasks_like(asked.store, asked.facts, asked.hits.where, words)]


def _other_tasks(kind: Kind, first: Told, evidence: Iterable[Evidence]) -> list[Other]:
    """Units of other documents that give the same task to others, or another time; of each one."""
    own = first.task
    if own is None:
        return []
    words, known = set(task_words(own.task)), {_said(kind, own)}
    found: list[Other] = []
    for item in evidence:
        if item.hit.document.id == first.evidence.hit.document.id:
            continue
        for stored in item.facts:
            task = stored.fact.slots
            if not isinstance(task, Assignment) or not _said(kind, task) or _said(kind, task) in known:
                continue
            if _alike(words, set(task_words(task.task))) >= _SAME_TASK:
                known.add(_said(kind, task))
                renamed = kind is Kind.LEAD_AGENCY and _today(task) == _today(own)
                found.append(Other(Told(item, stored), Reason.RENAMED if renamed else Reason.CONTRADICTION))
    return found


def _said(kind: Kind, task: Assignment) -> frozenset[str]:
    if kind is Kind.LEAD_AGENCY:
        return frozenset(matching_form(body) for body in task.lead)
    return frozenset((task.deadline_date.isoformat(),)) if task.deadline_date else frozenset()


def _today(task: Assignment) -> frozenset[str]:
    return frozenset(matching_form(today_name(body)) for body in task.lead)


def _figures(question: str, years: Sequence[int], evidence: Sequence[Evidence]) -> list[Told]:
    """Of units as good as the best the figures that answer."""
    if not evidence:
        return []
    least = _AS_GOOD * evidence[0].coverage
    good = (item for item in evidence if item.coverage >= least)
    told = (Told(item, asked_fact(question, Kind.TARGET, years, item.facts)) for item in good)
    return [one for one in told if one.target is not None][:_MOST_FIGURES]


def _other_figures(first: Told, figures: Sequence[Told]) -> list[Other]:
    """Other figures of the same indicator, place and year; of each figure one."""
    if first.target is None:
        return []
    found: dict[object, Other] = {}
    for told in figures:
        reason = _why_apart(first, told)
        if told.target is not None and reason in _TELLING:
            found.setdefault(amount(told.target), Other(told, reason))
    return list(found.values())


def _of_one_time(one: Told, other: Told) -> bool:
    """Whether two documents of about one time speak of an indicator in much the same words: a question without a year means both."""
    mine, theirs = card_of(one.evidence.hit.document), card_of(other.evidence.hit.document)
    if one.target is None or other.target is None or mine.issued_on is None or theirs.issued_on is None:
        return False
    near = mine.id != theirs.id and abs((mine.issued_on - theirs.issued_on).days) <= _ONE_YEAR
    alike = _alike(set(indicator_key(one.target).words), set(indicator_key(other.target).words))
    return near and one.target.year == other.target.year and alike >= _SAME_WORDS


def _differing_pair(figures: Sequence[Told]) -> list[Other]:
    """Two figures of the same indicator that differ: those of one year, place and level before others, which only seem to."""
    seeming: list[Other] = []
    for one, other in combinations(figures, 2):
        reason = _why_apart(one, other)
        if reason in _TELLING:
            return [Other(one, None), Other(other, reason)]
        if reason is not None and not seeming and one.evidence.hit.document.id != other.evidence.hit.document.id:
            seeming = [Other(one, None), Other(other, reason)]
    return seeming


def _why_apart(one: Told, other: Told) -> Reason | None:
    """Why two figures of one indicator differ, None where they do not, or are of different things."""
    a, b = one.target, other.target
    if a is None or b is None or one.fact is None or other.fact is None or not _same_indicator(a, b):
        return None
    if one.evidence.hit.document.id == other.evidence.hit.document.id and unit_kind(a.unit) != "%":
        return None  # within one document amounts are of different things
    return explain(_entry(one.fact, one.evidence), _entry(other.fact, other.evidence))


def _same_indicator(one: Target, other: Target) -> bool:
    if unit_kind(one.unit) != unit_kind(other.unit):
        return False
    return _alike(set(indicator_key(one).words), set(indicator_key(other).words)) >= _SAME_INDICATOR


def _alike(one: set[str], other: set[str]) -> float:
    return len(one & other) / max(1, len(one | other))


def _entry(stored: StoredFact, item: Evidence) -> Entry:
    return Entry(stored.id, card_of(item.hit.document), stored.fact.slots)
