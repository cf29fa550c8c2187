"""Questions that ask whether, or why, documents disagree, or which of two things is right."""

import re
from collections.abc import Sequence
from itertools import combinations

from corpus.facts import Assignment, Target
from corpus.grammar.renaming import today_name
from corpus.ledger.conflicts import Reason
from corpus.ledger.normalising import amount, task_words, unit_kind
from corpus.text import matching_form
from search_api.asking.asked import Asked
from search_api.asking.disagreeing.alternatives import Choice, choice_in, full_name
from search_api.asking.disagreeing.differing import TELLING, figures_of, other_tasks, same_task, why_apart
from search_api.asking.disagreeing.disagreement import Other, beside_each_other, statement_of
from search_api.asking.drafts import Draft
from search_api.asking.told import Told, asked_fact
from search_api.asking.wording import figure_words
from search_api.reading.kinds import kind_beside
from search_api.types import Evidence, Kind

# What asks whether and why documents disagree, and says nothing of what they disagree about.
_LEAST_COVERAGE = 0.32  # of what is disputed, in the best unit
_DOCUMENTS = r"(?:các |hai |những )?(?:văn bản|báo cáo|tài liệu|nguồn|số liệu)(?: (?:này|đó|khác nhau))?"
_ASKING = re.compile(
    matching_form(
        rf"(?<!\w)(?:(?:vì |tại )?sao|(?:có )?(?:bị )?(?:mâu thuẫn|thống nhất|khớp|lệch|chênh|khác)(?: với)?(?: nhau)?(?: giữa {_DOCUMENTS})?(?: (?:không|thế nào))?|không (?:khớp|thống nhất)"
        rf"|(?:ở|giữa|trong|theo) {_DOCUMENTS}|{_DOCUMENTS} (?:có )?(?:ghi|nêu|nói|quy định)?|(?:văn bản|con số|mức|bản) nào (?:mới )?(?:là )?(?:đúng|chính xác)|cũ và mới|nhau)(?!\w)"
    )
)
_HALF, _NEARLY = 0.5, 0.6
_SAME_TASK = 0.6  # share of words that two wordings of a task have in common
_NOTHING_ELSE = "\nChưa thấy văn bản nào trong kho nêu khác."


def disagreement(asked: Asked) -> Draft | None:
    """The answer to a question that asks whether, or why, documents disagree; None for others and where there is nothing on its subject."""
    choice = choice_in(asked.reading.text)
    if asked.reading.kind is not Kind.CONFLICT and not (choice and choice.bodies):
        return None
    if choice is not None and (either := _either(asked, choice)):
        timed = all(other.told.task is not None for other in either) and not choice.bodies
        return beside_each_other(
            asked, Kind.DEADLINE if timed else Kind.LEAD_AGENCY if choice.bodies else Kind.TARGET, either
        )
    if asked.reading.kind is not Kind.CONFLICT:
        return None
    question = _about(asked.reading.text)
    kind = kind_beside(question)
    found = [e for e in asked.again(question) if e.fits and e.years and not e.against]
    if not found or found[0].coverage < _LEAST_COVERAGE:
        return None
    first = Told(found[0], asked_fact(question, kind, asked.reading.years, found[0].facts))
    if kind in (Kind.LEAD_AGENCY, Kind.DEADLINE):
        others = other_tasks(kind, first, same_task(asked, first, found))
        if others:
            return beside_each_other(asked, kind, [Other(first, None), *others])
    elif pair := _differing_pair(figures_of(question, asked.reading.years, found)):
        return beside_each_other(asked, kind, pair)
    if other := _other_unit(found):
        return beside_each_other(asked, kind, [Other(Told(found[0], None), None), other], claimed=False)
    if first.fact is None:
        return None
    return Draft((statement_of(asked, kind, first, ""),), after=_NOTHING_ELSE)


def _other_unit(found: Sequence[Evidence]) -> Other | None:
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


def _either(asked: Asked, choice: Choice) -> list[Other]:
    """For "50% hay 45%", "Sở A hay Sở B" the best unit that says each of the two; nothing where one of them is said nowhere."""
    found = [e for e in asked.again(choice.rest) if e.fits and e.years and not e.against]
    if not found or found[0].coverage < _LEAST_COVERAGE:
        return []
    if choice.bodies:
        one, other = _led_by_each(asked, found, choice.bodies)
    else:
        one, other = (_saying(asked, found, pattern) for pattern in choice.patterns)
        if (
            one and other and _same_unit(one.evidence, other.evidence)
        ):  # which says both, of two things; another unit may say one
            rest = [e for e in found if not _same_unit(e, other.evidence)]
            one = _saying(asked, rest, choice.patterns[0]) or one
    if one is None or other is None or _same_unit(one.evidence, other.evidence):
        return []
    if min(one.evidence.coverage, other.evidence.coverage) < _HALF * found[0].coverage:
        return []
    reason = Reason.CONTRADICTION
    if (
        one.task
        and other.task
        and choice.bodies
        and {*map(today_name, one.task.lead)} & {*map(today_name, other.task.lead)}
    ):
        reason = Reason.RENAMED
    return [Other(one, None), Other(other, reason)]


def _same_unit(one: Evidence, other: Evidence) -> bool:
    return one.hit.document.id == other.hit.document.id and one.core == other.core


def _led_by_each(asked: Asked, found: Sequence[Evidence], bodies: Sequence[str]) -> tuple[Told | None, Told | None]:
    """The best units that give one task to two bodies; the same task is looked for wherever it stands."""
    first = next((told for item in found for told in _led_by(item, bodies)), None)
    if first is None or first.task is None:
        return None, None
    words = frozenset(task_words(first.task.task))
    every = [told for item in same_task(asked, first, found) for told in _led_by(item, bodies)]
    alike = [told for told in every if told.task and _share(words, frozenset(task_words(told.task.task))) >= _SAME_TASK]
    one, other = (next((told for told in alike if _is_led(told.task, body)), None) for body in bodies)
    return one, other


def _led_by(item: Evidence, bodies: Sequence[str]) -> list[Told]:
    return [Told(item, s) for s in item.facts if any(_is_led(s.fact.slots, body) for body in bodies)]


def _is_led(slots: object, body: str) -> bool:
    return isinstance(slots, Assignment) and any(full_name(lead).startswith(body) for lead in slots.lead)


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, len(one | other))


def _saying(asked: Asked, found: Sequence[Evidence], pattern: re.Pattern[str]) -> Told | None:
    """The best unit that says a figure or a time, one whose fact it is before others."""
    holding = [e for e in found if pattern.search(matching_form(e.core.of(asked.text(e))))]
    for item in holding:
        for stored in item.facts:
            slots = stored.fact.slots
            if isinstance(slots, Assignment) and slots.lead and pattern.search(matching_form(slots.deadline)):
                return Told(item, stored)
            if isinstance(slots, Target) and pattern.search(matching_form(figure_words(stored, asked.text(item)))):
                return Told(item, stored)
    return Told(holding[0], None) if holding else None


def _about(question: str) -> str:
    """A question without the words that only ask about a disagreement."""
    for match in reversed(list(_ASKING.finditer(matching_form(question)))):
        question = question[: match.start()] + " " + question[match.end() :]
    return " ".join(question.split()).strip(" ,;:")


def _differing_pair(figures: Sequence[Told]) -> list[Other]:
    """Two figures of the same indicator that differ: those of one year, place and level before others, which only seem to."""
    seeming: list[Other] = []
    for one, other in combinations(figures, 2):
        reason = why_apart(one, other)
        if reason in TELLING:
            return [Other(one, None), Other(other, reason)]
        if reason is not None and not seeming and one.evidence.hit.document.id != other.evidence.hit.document.id:
            seeming = [Other(one, None), Other(other, reason)]
    return seeming
