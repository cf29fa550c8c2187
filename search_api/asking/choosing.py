"""Which unit answers best, where the first one holds most words and yet another thing: another year, another count, another task."""

import re
from collections.abc import Sequence

from corpus.catalogue.facts import StoredFact
from corpus.facts import Assignment, Status, Target
from corpus.text import matching_form
from corpus.types import PassageKind
from search_api.asking.asked import Asked
from search_api.asking.leading import leads_by_name
from search_api.asking.several import content_words, is_short, parts_of, share_held
from search_api.asking.standing import asked_status
from search_api.asking.terms import is_due
from search_api.asking.told import counts, held_by, is_counted, is_of_years
from search_api.asking.worth import only_leads_in
from search_api.types import Evidence, Kind

_AS_GOOD = 0.7  # of the coverage of the best unit
_CLEARLY = 0.1  # by so much of the question's words a task must hold more than those of the first unit
_LOOKED_AT = 12
_JUST_BEHIND = 5  # characters between a lead-in and what it leads in to
_ACCORDING = re.compile(
    r"(?<!\w)(?:theo|trong) (?:kế|chương|nghị|quyết|đề|chỉ|thông|kết|công|báo|hướng|văn)(?!\w)[^,;?]{0,200}"
)


def best_unit(asked: Asked) -> Evidence:
    """The unit that answers: the first one, unless another one as good has the year, the count, the task or the lead that is asked for."""
    first = asked.first
    good = [e for e in asked.evidence[:_LOOKED_AT] if e.fits and e.years and not e.against and _as_good(e, first)]
    if asked.reading.kind in (Kind.TARGET, Kind.RESULT):
        first = _of_the_year(asked, first, good)
        first = _of_the_count(asked, first, good)
    elif asked.reading.kind in (Kind.LEAD_AGENCY, Kind.DEADLINE):
        first = _of_the_task(asked, first)
    return _behind_the_lead_in(asked, _with_the_rest(asked, first, good))


def _behind_the_lead_in(asked: Asked, first: Evidence) -> Evidence:
    """The unit next behind one that ends in a colon: the decision on a petition stands below it."""
    if not only_leads_in(asked.reading, first.core.of(asked.text(first))):
        return first
    below = [e for e in asked.evidence if e.hit.document.id == first.hit.document.id and e.fits and not e.against]
    behind = [e for e in below if first.core.end <= e.core.start <= first.core.end + _JUST_BEHIND]
    return min(behind, key=lambda e: e.core.start, default=first)


def _as_good(item: Evidence, first: Evidence) -> bool:
    return item.coverage >= _AS_GOOD * first.coverage


def _figures(item: Evidence) -> list[StoredFact]:
    return [s for s in item.facts if isinstance(s.fact.slots, Target) and s.fact.slots.value is not None]


def _of_the_year(asked: Asked, first: Evidence, good: Sequence[Evidence]) -> Evidence:
    """Another unit where all figures of the first are of other years than the one that is asked for."""
    years, own = asked.reading.years, _figures(first)
    if not years or not own or any(_year(s) is None or is_of_years(s, years) for s in own):
        return first
    dated = [e for e in good if any(is_of_years(s, years) for s in _figures(e))]
    question = asked.reading.text
    return max(
        dated, key=lambda e: max(held_by(question, s) for s in _figures(e) if is_of_years(s, years)), default=first
    )


def _year(stored: StoredFact) -> object:
    return getattr(stored.fact.slots, "year", None)


def _of_the_count(asked: Asked, first: Evidence, good: Sequence[Evidence]) -> Evidence:
    """Another unit where the first counts other things than the question does."""
    question = asked.reading.text

    def counted(item: Evidence) -> bool:
        return any(is_counted(question, s.fact.slots.unit) for s in _figures(item) if isinstance(s.fact.slots, Target))

    if not counts(question) or not _figures(first) or counted(first):
        return first
    return next((e for e in good if counted(e)), first)


def _of_the_task(asked: Asked, first: Evidence) -> Evidence:
    """Another unit whose task holds clearly more of what is asked than the tasks of the first, or all its words where that has none.

    When something was done is told by no task.
    """
    if asked_status(asked.reading.text) is Status.RESULT:
        return first
    content = content_words(_ACCORDING.sub("", matching_form(asked.reading.text)))

    def held(item: Evidence) -> float:
        said = (f"{task.task} {' '.join(task.lead)} {_over(asked, item)}" for task in _tasks(asked, item))
        return max((share_held(content, words) for words in said), default=0.0)

    alone = share_held(content, f"{first.core.of(asked.text(first))} {_over(asked, first)}")
    own = held(first) if _tasks(asked, first) else alone
    usable = [e for e in asked.evidence[:_LOOKED_AT] if e.fits and e.years and not e.against]
    best = max(usable, key=held, default=first)
    return best if held(best) >= own + _CLEARLY else first


def _over(asked: Asked, item: Evidence) -> str:
    """What holds for a unit unsaid: what its document is about, and in running text the lead-ins over it, which name what is decided on."""
    passage, label = item.hit.stored.passage, item.hit.document.label
    over = () if passage.kind is PassageKind.ROW else passage.context
    return " ".join((label, *(span.of(asked.text(item)) for span in over)))


def _tasks(asked: Asked, item: Evidence) -> list[Assignment]:
    """The tasks of a unit that tell what is asked: who leads by name, or a term of the kind that is asked for."""
    question, day = asked.reading.text, asked.fixed.measure == "ngày"
    tasks = [s.fact.slots for s in item.facts if isinstance(s.fact.slots, Assignment) and s.fact.slots.lead]
    if asked.reading.kind is Kind.DEADLINE:
        return [task for task in tasks if is_due(question, task, day=day)]
    return [task for task in tasks if leads_by_name(question, task)]


def _with_the_rest(asked: Asked, first: Evidence, good: Sequence[Evidence]) -> Evidence:
    """The unit that also has the lead or the deadline that is asked on for ("…, ai theo dõi?"), where there is one as good.

    One in which it stands goes before one that has it from a title.
    """
    more = {part.kind for part in parts_of(asked.reading.text)[1:] if is_short(part)}
    more &= {Kind.LEAD_AGENCY, Kind.DEADLINE}
    if not more or asked.reading.kind in more:
        return first
    near = [first, *(e for e in good if e is not first)]
    inside = next((e for e in near if _has(e, more, inside=True)), None)
    return inside or next((e for e in near if _has(e, more, inside=False)), first)


def _has(item: Evidence, more: set[Kind], *, inside: bool) -> bool:
    return all(
        any(_holds(stored, "lead" if kind is Kind.LEAD_AGENCY else "deadline", inside=inside) for stored in item.facts)
        for kind in more
    )


def _holds(stored: StoredFact, slot: str, *, inside: bool) -> bool:
    if not getattr(stored.fact.slots, slot, ""):
        return False
    return (
        not inside
        or any(part.slot == slot for part in stored.fact.parts)
        or matching_form(_said(stored, slot)) in matching_form(stored.quote)
    )


def _said(stored: StoredFact, slot: str) -> str:
    content = getattr(stored.fact.slots, slot, "")
    return content[0] if isinstance(content, tuple) else str(content)
