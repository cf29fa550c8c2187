"""Where documents disagree about the same thing, and why: what looks like a contradiction often is another year, another base or a later document."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import combinations

from corpus.facts import Assignment, Target
from corpus.grammar.renaming import tidy_name, today_name
from corpus.grammar.symbols import type_names
from corpus.ledger.entries import Card, Entry, holder_of, issuing_holder
from corpus.ledger.linking import Group
from corpus.ledger.normalising import amount, base_key, task_words, unit_kind
from corpus.text import matching_form
from corpus.types import value

_FEWEST = 4  # words of a task that can be known again
_OPENING = 15  # words that two prints of one task have in common at least, where one goes on after the other
Worded = tuple[tuple[str, ...], Entry]  # a task, its words before it
_ROWS = 3
_THIS = re.compile(
    rf"(?<!\w)(?:{'|'.join(map(re.escape, map(matching_form, sorted(type_names()))))}|văn bản) này(?!\w)"
)
_RANKS = tuple(
    re.compile(matching_form(words))
    for words in (
        r"^(?:các )?(?:bộ(?!\sphận)|chính phủ|quốc hội|thủ tướng|ủy ban thường vụ|đảng đoàn|ban cán sự|văn phòng (?:chính phủ|quốc hội|trung ương)|thanh tra chính phủ)",
        r"^(?:các )?(?:cục|vụ|viện|trường|học viện|văn phòng bộ|phòng|trung tâm|đơn vị thuộc|thanh tra bộ)(?!\w)",
        r"^(?:các )?(?:sở|ủy ban nhân dân (?:các )?(?:tỉnh|thành phố)|ubnd (?:tỉnh|thành phố)|công an (?:tỉnh|thành phố)|tỉnh|thành)",
        r"^(?:các )?(?:ủy ban nhân dân|ubnd|công an|đảng ủy) (?:các |cấp )?(?:xã|phường|đặc khu)",
    )
)


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
class Disagreement:
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
    mine, theirs = holder_of(a, one.document), holder_of(b, other.document)
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


def figure_conflicts(groups: Iterable[Group], replaced: Replaced = ()) -> list[Disagreement]:
    """Figures of one indicator, place and year that differ, each pair of values once.

    Figures of another level, place or year are no conflict, nor are those whose year or holder is not known.
    """
    found: list[Disagreement] = []
    for group in groups:
        for same in _same_question(group.entries):
            first = _first_of_each_value(same)
            many = {entry.document.id for entry in first if _told(entry, first) >= _ROWS}
            for one, other in combinations((entry for entry in first if entry.document.id not in many), 2):
                reason = explain(one, other, replaced)
                if reason is not None and reason not in _BENIGN and _comparable(one, other, reason):
                    found.append(Disagreement(reason, group.indicator, _in_time(one, other)))
    return found


def _comparable(one: Entry, other: Entry, reason: Reason) -> bool:
    """Within one document amounts are of different rows, and another base is meant to be another; only shares contradict."""
    if one.document.id != other.document.id:
        return True
    return reason is not Reason.OTHER_BASE and all(
        isinstance(e.slots, Target) and unit_kind(e.slots.unit) == "%" for e in (one, other)
    )


def _told(entry: Entry, entries: Iterable[Entry]) -> int:
    """How many different figures the document of an entry gives: three and more are rows of a table on different things."""
    return sum(other.document.id == entry.document.id for other in entries)


def _same_question(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Figures of one place, year and status; a share of what else is no other question, but explained."""
    asked: dict[object, list[Entry]] = defaultdict(list)
    for entry in entries:
        target = entry.slots
        if isinstance(target, Target) and target.year is not None and amount(target) is not None:
            whose = holder_of(target, entry.document)
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


def lead_conflicts(entries: Iterable[Entry], replaced: Replaced = ()) -> list[Disagreement]:
    """The same task in two documents with other leads as printed, each pair of sets of leads once.

    Spelling and abbreviations make no other lead. Left out are tasks without a lead, tasks of another place or level (a ministry hands on to its
    departments what the Government gave it), and tasks that speak of their own document ("Nghị quyết này").
    """
    alike: dict[tuple[str, ...], list[Worded]] = defaultdict(list)
    for entry in entries:
        if (
            not isinstance(entry.slots, Assignment)
            or not entry.slots.lead
            or _THIS.search(matching_form(entry.slots.task))
        ):
            continue
        if len(words := task_words(entry.slots.task)) >= _FEWEST:
            alike[words[:_OPENING]].append((words, entry))
    found: list[Disagreement] = []
    for tasks in (same for worded in alike.values() for same in _same_tasks(worded)):
        if len({entry.document.id for entry in tasks}) > 1:
            found += _differing_leads(tasks, replaced)
    return found


def _same_tasks(worded: Iterable[Worded]) -> list[list[Entry]]:
    """Tasks of the same words, also where one print of them goes on after the other has ended, by as much again at most."""
    same: list[tuple[tuple[str, ...], list[Entry]]] = []
    for words, entry in sorted(worded, key=lambda one: len(one[0])):
        for shortest, tasks in same:
            if words[: len(shortest)] == shortest and len(words) <= 2 * len(shortest):
                tasks.append(entry)
                break
        else:
            same.append((words, [entry]))
    return [tasks for _, tasks in same]


def _differing_leads(tasks: Sequence[Entry], replaced: Replaced) -> Iterator[Disagreement]:
    seen: set[frozenset[frozenset[str]]] = set()
    in_time = sorted(tasks, key=_when)
    for one, other in combinations(in_time, 2):
        a, b = _leads(one), _leads(other)
        pair = frozenset((a, b))
        agreed = _agreeing(one, tasks, b) or _agreeing(other, tasks, a)  # a document that has the task twice, once so
        if one.document.id == other.document.id or a == b or pair in seen or agreed:
            continue
        if _elsewhere(one, other) or not _same_rank(a, b):
            continue
        seen.add(pair)
        yield Disagreement(_why_other_leads(one, other, replaced), _task(one), (one, other))


def _elsewhere(one: Entry, other: Entry) -> bool:
    """Whether two documents are known to be of other levels or places."""
    mine, theirs = issuing_holder(one.document), issuing_holder(other.document)
    return mine.level is not None and theirs.level is not None and mine != theirs


def _same_rank(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether any body of one set could stand in the other: unless all are known to be of other ranks."""
    mine, theirs = _ranks(one), _ranks(other)
    return None in mine or None in theirs or bool(mine & theirs)


def _ranks(names: frozenset[str]) -> set[int | None]:
    return {next((rank for rank, form in enumerate(_RANKS) if form.match(name)), None) for name in names}


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
