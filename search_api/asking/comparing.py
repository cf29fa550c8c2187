"""Things side by side: a row for each, how far apart their figures are, and which of them the corpus says nothing of."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from corpus.facts import Target
from corpus.ledger.entries import Holder, holder_of, issuing_holder
from corpus.ledger.normalising import indicator_key, unit_kind
from corpus.text import matching_form
from corpus.types import value
from search_api.answering import LEAST_COVERAGE, unit_words
from search_api.asking.asked import Asked
from search_api.asking.difference import difference, same_leads
from search_api.asking.drafts import Draft, Statement
from search_api.asking.single import proven
from search_api.asking.sides import Side, sides_of
from search_api.asking.told import Told, asked_fact, phrase
from search_api.asking.wording import assignment_words, figure_words
from search_api.ledger.relating import card_of
from search_api.reading.kinds import kind_of
from search_api.types import Citation, Evidence, Kind, Reading

_COMPARING = (Kind.COMPARE, Kind.CONFLICT)
_LONGEST = 300  # characters of a statement
_LONGEST_CELL = 160
_LOOKED_AT = 10  # units of each side that are matched with those of the others
_AS_GOOD = 0.5  # of the coverage of the best unit of a side
_ALIKE, _SAME_UNIT = 0.8, 0.3  # what figures about the same thing add to the scores of their units


@value
class _Answering:
    """What answers for a side. ``kind``: of the question about it alone."""

    side: Side
    kind: Kind
    told: Sequence[Told]


def comparison(asked: Asked) -> Draft | None:
    """A row for each of the things that are compared; None where nothing is, or no side has an answer.

    Where the question says that it compares, a side without evidence is named; else the question is answered as a whole.
    """
    comparing = asked.reading.kind in _COMPARING
    sides = sides_of(asked.reading.text, comparing=comparing, places=_places(asked))
    found = [_answering(asked, side) for side in sides]
    there = [one for one in found if one.told]
    if not there or (len(there) < len(found) and asked.reading.kind is not Kind.COMPARE):
        return None
    chosen = _matched(there)
    if len(chosen) > 1 and len({(t.evidence.hit.document.id, t.evidence.core, t.fact and t.fact.id) for t in chosen}) == 1:
        words = _own_words(asked.reading, there[0].kind, chosen[0].evidence, asked.text(chosen[0].evidence))
        return Draft((Statement(words, chosen[0].evidence),))  # one unit speaks of all of them
    statements = tuple(_statement(asked, one, told) for one, told in zip(there, chosen, strict=True))
    absent = [one.side.name for one in found if not one.told]
    after = f"\nKho chưa có nội dung này của {', '.join(absent)} nên chưa so sánh được." if absent else ""
    return Draft(
        statements, joined="\n", after=after, columns=("", _column(chosen)), conclusion=_conclusion(there, chosen) if not absent else "",
        kind=asked.reading.kind if comparing else Kind.COMPARE,
    )  # fmt: skip


def _places(asked: Asked) -> frozenset[str]:
    """Places after which documents at hand are named."""
    named = (hit.document.front.get("place", "") for hit in asked.hits.items)
    return frozenset(matching_form(name) for name in named if len(name.split()) > 1)


def _answering(asked: Asked, side: Side) -> _Answering:
    kind = kind_of(side.question) if asked.reading.kind in _COMPARING else asked.reading.kind
    years = side_years(asked.reading, side)
    good = [e for e in asked.again(side.question) if e.fits and e.years and not e.against and e.coverage >= LEAST_COVERAGE]
    told = [Told(e, asked_fact(side.question, kind, years, e.facts)) for e in good]
    fitting = [one for one in told if _is_of(side, one)]
    least = _AS_GOOD * max((one.evidence.coverage for one in fitting), default=0.0)
    return _Answering(side, kind, [one for one in fitting if one.evidence.coverage >= least][:_LOOKED_AT])


def side_years(reading: Reading, side: Side) -> tuple[int, ...]:
    """The years of a question that stand in the question about a side."""
    return tuple(year for year in reading.years if str(year) in side.question)


def _is_of(side: Side, told: Told) -> bool:
    """Whether what is told is of the level and the status that a side wants."""
    if side.status is not None and (told.target is None or told.target.status is not side.status):
        return False
    return side.level is None or _holder(told).level in (side.level, None)


def _holder(told: Told) -> Holder:
    card = card_of(told.evidence.hit.document)
    return holder_of(told.target, card) if told.target is not None else issuing_holder(card)


def _matched(found: Sequence[_Answering]) -> list[Told]:
    """Of each side the unit that together with those of the others says most, and of the same thing."""
    if len(found) == 1:
        return [found[0].told[0]]
    one, other, *rest = found
    first, second = max(product(one.told, other.told), key=lambda pair: _together(*pair))
    chosen = [first, second]
    for more in rest:
        chosen.append(max(more.told, key=lambda told: _together(first, told)))
    return chosen


def _together(one: Told, other: Told) -> float:
    score = one.evidence.score + other.evidence.score
    if one.target is None or other.target is None:
        return score
    mine, theirs = indicator_key(one.target), indicator_key(other.target)
    alike = len(mine.words & theirs.words) / max(1, len(mine.words | theirs.words))
    return score + _ALIKE * alike + _SAME_UNIT * (unit_kind(one.target.unit) == unit_kind(other.target.unit))


def _statement(asked: Asked, one: _Answering, told: Told) -> Statement:
    text = asked.text(told.evidence)
    if told.fact is not None and isinstance(told.fact.fact.slots, Target):
        words, cell = phrase(told.fact, text, _LONGEST_CELL), figure_words(told.fact, text)
    elif told.task is not None:
        words, cell = assignment_words(told.task, _LONGEST), _task_cell(one.kind, told)
    else:
        words = _own_words(asked.reading, one.kind, told.evidence, text)
        cell = words
    item, proofs = proven(asked, told.evidence, told.fact, one.kind)
    return Statement(f"{one.side.name}: {words}", item, (one.side.name, cell), proofs)


def _task_cell(kind: Kind, told: Told) -> str:
    assert told.task is not None
    return told.task.deadline if kind is Kind.DEADLINE else ", ".join(told.task.lead)


def _own_words(reading: Reading, kind: Kind, item: Evidence, text: str) -> str:
    return unit_words(replace(reading, kind=kind), Citation(1, item, text), _LONGEST)


def _column(chosen: Sequence[Told]) -> str:
    if all(told.target is not None for told in chosen):
        statuses = {told.target.status for told in chosen if told.target is not None}
        return "Mức" if len(statuses) > 1 else "Chỉ tiêu" if statuses == {"target"} else "Kết quả"
    if all(told.task is not None for told in chosen):
        return "Nhiệm vụ"
    return "Nội dung"


def _conclusion(found: Sequence[_Answering], chosen: Sequence[Told]) -> str:
    """What follows from all rows together."""
    names = [one.side.name for one in found]
    figures = [told.target for told in chosen if told.target is not None]
    if len(figures) == len(chosen):
        return difference(names, figures)
    tasks = [told.task for told in chosen if told.task is not None]
    if len(tasks) == len(chosen) and all(one.kind is Kind.LEAD_AGENCY for one in found):
        return same_leads(tasks)
    return ""
