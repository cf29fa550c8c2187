"""Things side by side: a row for each, how far apart their figures are, and which of them the corpus says nothing of."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import compress

from corpus.facts import Status, Target
from corpus.grammar.quantities import UnitKind, find_quantities
from corpus.text import matching_form
from search_api.answering import unit_words
from search_api.asking.asked import Asked
from search_api.asking.comparing.difference import difference, same_leads, within
from search_api.asking.comparing.matching import matched, of_one_kind, unit_of
from search_api.asking.comparing.side_evidence import COMPARING, Answering, answering
from search_api.asking.comparing.sides import Side, sides_of
from search_api.asking.drafts import Draft, Statement
from search_api.asking.otherwise import without_dates
from search_api.asking.single import proven
from search_api.asking.told import Told, phrase
from search_api.asking.wording import assignment_words, figure_words
from search_api.types import Citation, Evidence, Kind, Reading

_LONGEST = 300  # characters of a statement
_LONGEST_CELL = 160
_NO_KINDS = (UnitKind.PART, UnitKind.TIME, UnitKind.NONE)


def comparison(asked: Asked) -> Draft | None:
    """A row for each of the things that are compared; None where nothing is, or no side has an answer.

    Where the question says that it compares, a side without evidence is named; else the question is answered as a whole.
    """
    comparing = asked.reading.kind in COMPARING
    sides = sides_of(asked.reading.text, comparing=comparing, places=_places(asked))
    found = [answering(asked, side) for side in sides]
    there = [one for one in found if one.told]
    any_sort = any(
        side.kind == "thing" for side in sides
    )  # that one is not found says nothing: its name may not be its own
    if not there or (len(there) < len(found) and (asked.reading.kind is not Kind.COMPARE or any_sort)):
        return None
    chosen = matched(asked, there)
    if len(chosen) > 1 and len({unit_of(told) for told in chosen}) == 1:
        if comparing and not _speaks_of_all(asked, there, chosen[0]):
            return None
        words = _own_words(asked.reading, there[0].kind, chosen[0].evidence, asked.text(chosen[0].evidence))
        return Draft((Statement(words, chosen[0].evidence),))  # one unit speaks of all of them
    if any(told.fact is None for told in chosen) and (item := _says_of_all(asked, found)) is not None:
        words = _own_words(asked.reading, there[0].kind, item, asked.text(item))
        return Draft((Statement(words, item),), kind=Kind.COMPARE)
    kept = of_one_kind(asked, there, chosen)
    absent = [one.side for one in found if not one.told] + [a.side for a, k in zip(there, kept, strict=True) if not k]
    there, chosen = list(compress(there, kept)), list(compress(chosen, kept))
    mixed = len({told.target.status for told in chosen if told.target is not None}) > 1
    concludes = not absent and not (any_sort and len({told.evidence.hit.stored.id for told in chosen}) > 1)
    statements = tuple(_statement(asked, one, told, mixed=mixed) for one, told in zip(there, chosen, strict=True))
    after = f"\nKho chưa có {_and(map(_absent, absent))} nên chưa so sánh được." if absent else ""
    return Draft(
        statements, joined="\n", after=after, columns=("", _column(chosen)), conclusion=_conclusion(there, chosen) if concludes else "",
        kind=asked.reading.kind if comparing else Kind.COMPARE,
    )  # fmt: skip


def _absent(side: Side) -> str:
    return (
        f"{side.name.lower()} của nội dung này" if side.status is not None else f"nội dung này của {within(side.name)}"
    )


def _and(words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} và {last}" if most else last


def _places(asked: Asked) -> frozenset[str]:
    """Places after which documents at hand are named."""
    named = (hit.document.front.get("place", "") for hit in asked.hits.items)
    return frozenset(matching_form(name) for name in named if len(name.split()) > 1)


def _says_of_all(asked: Asked, found: Sequence[Answering]) -> Evidence | None:
    """The best unit of the whole question where it names all that is compared and gives as many figures of one kind; else None."""
    item = asked.first if asked.plain.citations else None
    if item is None or item.against or not item.years or not _speaks_of_all(asked, found, Told(item, None)):
        return None
    kinds = Counter(q.kind for q in find_quantities(without_dates(item.core.of(asked.text(item)))))
    told = max((number for kind, number in kinds.items() if kind not in _NO_KINDS), default=0)
    return item if told >= len(found) else None


def _speaks_of_all(asked: Asked, found: Sequence[Answering], told: Told) -> bool:
    """Whether a unit names all that is compared."""
    words = matching_form(told.evidence.core.of(asked.text(told.evidence)))
    return all(matching_form(one.side.name).removeprefix("năm ") in words for one in found)


def _statement(asked: Asked, one: Answering, told: Told, *, mixed: bool) -> Statement:
    """A row; ``mixed``: what one side aims at stands beside what another one reached, and each says which it is."""
    text = asked.text(told.evidence)
    name = one.side.name
    if mixed and told.target is not None and one.side.status is None:
        name += " (mục tiêu)" if told.target.status is Status.TARGET else " (kết quả)"
    if told.fact is not None and isinstance(told.fact.fact.slots, Target):
        words, cell = phrase(told.fact, text, _LONGEST_CELL), figure_words(told.fact, text)
        if when := _when(told.fact.fact.slots):
            year = str(told.fact.fact.slots.year)
            words = words if year in f"{one.side.name} {words}" else f"{words} ({when})"
            cell = cell if year in one.side.name else f"{cell} ({when})"
    elif told.task is not None:
        words, cell = assignment_words(told.task, _LONGEST), _task_cell(one.kind, told)
    else:
        words = _own_words(asked.reading, one.kind, told.evidence, text)
        cell = words
    item, proofs = proven(asked, told.evidence, told.fact, one.kind)
    return Statement(f"{name}: {words}", item, (name, cell), proofs)


def _when(target: Target) -> str:
    """The year or the period of a figure."""
    if not target.year:
        return ""
    return f"{'năm' if isinstance(target.year, int) else 'giai đoạn'} {target.year}"


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


def _conclusion(found: Sequence[Answering], chosen: Sequence[Told]) -> str:
    """What follows from all rows together."""
    names = [one.side.name for one in found]
    figures = [told.target for told in chosen if told.target is not None]
    if len({isinstance(figure.year, str) for figure in figures}) > 1:
        return ""  # a year and a period
    if len({figure.status for figure in figures}) > 1 and not all(one.side.status for one in found):
        return ""  # what was aimed at and what was reached, where the question does not ask for these two
    if len(figures) == len(chosen):
        return difference(names, figures)
    tasks = [told.task for told in chosen if told.task is not None]
    if len(tasks) == len(chosen) and all(one.kind is Kind.LEAD_AGENCY for one in found):
        return same_leads(tasks)
    return ""
