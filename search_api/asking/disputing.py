"""Questions that ask whether, or why, documents disagree, or which of two things is right."""

import re
from collections.abc import Sequence
from itertools import combinations

from corpus.facts import Assignment, Target
from corpus.ledger.conflicts import Reason
from corpus.ledger.normalising import amount, unit_kind
from corpus.text import matching_form
from search_api.asking.asked import Asked
from search_api.asking.differing import TELLING, figures_of, other_tasks, same_task, why_apart
from search_api.asking.disagreement import Other, beside_each_other, statement_of
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
    if not found or found[0].coverage < _LEAST_COVERAGE:
        return None
    if either := _either(asked, found):
        return beside_each_other(asked, kind, either)
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
