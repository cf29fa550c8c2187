"""Where documents disagree about the same thing, and why: what looks like a contradiction often is another year, another base or a later document."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import combinations

from corpus.facts import Assignment, Target
from corpus.grammar.renaming import tidy_name, today_name
from corpus.ledger.entries import Card, Entry, holder, issuing_holder
from corpus.ledger.linking import Group
from corpus.ledger.normalising import amount, base_key, task_words
from corpus.text import matching_form
from corpus.types import value

_FEWEST = 4  # words of a task that can be known again


class Reason(StrEnum):
    """Why two documents say other things, in the words that are shown."""

    OTHER_YEAR = "khác năm"
    OTHER_LEVEL = "khác cấp"
    OTHER_PLACE = "khác địa bàn"
    OTHER_BASE = "khác cách tính"
    SUPERSEDED = "văn bản sau thay văn bản trước"
    RENAMED = "đổi tên, sáp nhập"
    CONTRADICTION = "mâu thuẫn"


_BENIGN = (Reason.OTHER_YEAR, Reason.OTHER_LEVEL, Reason.OTHER_PLACE)
Replaced = Collection[tuple[str, str]]  # ids of documents: the one that replaces, the one that is replaced


@value
class Conflict:
    """Two facts that disagree; the earlier document's first, where dates tell. ``about``: the indicator or task."""

    reason: Reason
    about: str
    entries: tuple[Entry, Entry]


def explain(one: Entry, other: Entry, replaced: Replaced = ()) -> Reason | None:
    """Why two figures of the same indicator differ; None where they agree, or cannot be held against each other (aim and result)."""
    a, b = one.slots, other.slots
    if not (isinstance(a, Target) and isinstance(b, Target)) or a.status is not b.status:
        return None
    if amount(a) is None or amount(b) is None or amount(a) == amount(b):
        return None
    mine, theirs = holder(a.scope, one.document), holder(b.scope, other.document)
    if mine.level != theirs.level:
        return Reason.OTHER_LEVEL
    if mine.place != theirs.place:
        return Reason.OTHER_PLACE
    if a.year != b.year:
        return Reason.OTHER_YEAR
    if base_key(a) and base_key(b) and base_key(a) != base_key(b):
        return Reason.OTHER_BASE
    return Reason.SUPERSEDED if _supersedes(one.document, other.document, replaced) else Reason.CONTRADICTION


def _supersedes(one: Card, other: Card, replaced: Replaced) -> bool:
    """Whether one of two documents stands in the place of the other: it says so, or is a later one of the same body."""
    if (one.id, other.id) in replaced or (other.id, one.id) in replaced:
        return True
    same = bool(one.issuer) and matching_form(one.issuer) == matching_form(other.issuer)
    return same and one.issued_on is not None and other.issued_on is not None and one.issued_on != other.issued_on


def figure_conflicts(groups: Iterable[Group], replaced: Replaced = ()) -> list[Conflict]:
    """Figures of one indicator, place and year that differ, each pair of values once.

    Figures of another level, place or year are no conflict, nor are those whose year or holder is not known.
    """
    found: list[Conflict] = []
    for group in groups:
        for same in _same_question(group.entries):
            first = _first_of_each_value(same)
            for one, other in combinations(first, 2):
                reason = explain(one, other, replaced)
                if reason is not None and reason not in _BENIGN:
                    found.append(Conflict(reason, group.indicator, _in_time(one, other)))
    return found


def _same_question(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Figures of one place, year and status; a share of what else is no other question, but explained."""
    asked: dict[object, list[Entry]] = defaultdict(list)
    for entry in entries:
        target = entry.slots
        if isinstance(target, Target) and target.year is not None and amount(target) is not None:
            whose = holder(target.scope, entry.document)
            if whose.level is not None:
                asked[whose, target.year, target.status].append(entry)
    return (found for found in asked.values() if len(found) > 1)


def _first_of_each_value(entries: Iterable[Entry]) -> list[Entry]:
    """One entry for each value and base: that of the latest document, which a reader would go by."""
    latest: dict[object, Entry] = {}
    for entry in sorted(entries, key=_when):
        if isinstance(entry.slots, Target):
            latest[amount(entry.slots), base_key(entry.slots)] = entry
    return list(latest.values())


def lead_conflicts(entries: Iterable[Entry], replaced: Replaced = ()) -> list[Conflict]:
    """The same task in two documents with other leads as printed, each pair of sets of leads once.

    Spelling and abbreviations make no other lead. Tasks without a lead, and those of other levels, are left out.
    """
    same: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
    for entry in entries:
        if (
            isinstance(entry.slots, Assignment)
            and entry.slots.lead
            and len(words := task_words(entry.slots.task)) >= _FEWEST
        ):
            same[words].append(entry)
    found: list[Conflict] = []
    for tasks in same.values():
        if len({entry.document.id for entry in tasks}) > 1:
            found += _differing_leads(tasks, replaced)
    return found


def _differing_leads(tasks: Sequence[Entry], replaced: Replaced) -> Iterator[Conflict]:
    seen: set[frozenset[frozenset[str]]] = set()
    in_time = sorted(tasks, key=_when)
    for one, other in combinations(in_time, 2):
        a, b = _leads(one), _leads(other)
        pair = frozenset((a, b))
        agreed = _agreeing(one, tasks, b) or _agreeing(other, tasks, a)  # a document that has the task twice, once so
        if one.document.id == other.document.id or a == b or pair in seen or agreed:
            continue
        if issuing_holder(one.document).level != issuing_holder(other.document).level:
            continue
        seen.add(pair)
        yield Conflict(_why_other_leads(one, other, replaced), _task(one), (one, other))


def _agreeing(entry: Entry, tasks: Sequence[Entry], leads: frozenset[str]) -> bool:
    return any(task.document.id == entry.document.id and _leads(task) == leads for task in tasks)


def _why_other_leads(one: Entry, other: Entry, replaced: Replaced) -> Reason:
    if _today(one) == _today(other):
        return Reason.RENAMED
    return Reason.SUPERSEDED if _supersedes(one.document, other.document, replaced) else Reason.CONTRADICTION


def _leads(entry: Entry) -> frozenset[str]:
    slots = entry.slots
    return (
        frozenset(matching_form(tidy_name(name)) for name in slots.lead)
        if isinstance(slots, Assignment)
        else frozenset()
    )


def _today(entry: Entry) -> frozenset[str]:
    slots = entry.slots
    return (
        frozenset(matching_form(today_name(name)) for name in slots.lead)
        if isinstance(slots, Assignment)
        else frozenset()
    )


def _task(entry: Entry) -> str:
    return entry.slots.task if isinstance(entry.slots, Assignment) else ""


def _in_time(one: Entry, other: Entry) -> tuple[Entry, Entry]:
    return (one, other) if _when(one) <= _when(other) else (other, one)


def _when(entry: Entry) -> tuple[str, str, str]:
    day = entry.document.issued_on
    return (day.isoformat() if day else "", entry.document.id, entry.id)
