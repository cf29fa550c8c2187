"""Whether an aim was met: a target beside the result of the same indicator, place and time, held against each other by its comparator.

What cannot be told is not told: an aim without a result, results that disagree, a plain figure whose direction is not known.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from corpus.facts import Comparator, Status, Target
from corpus.ledger.entries import Entry, holder_of
from corpus.ledger.linking import Group
from corpus.ledger.normalising import amount, base_key, unit_kind
from corpus.text import matching_form
from corpus.types import Span, value

_NEAR = 0.05  # share of the aim by which a result may fall short of "khoảng …" without being called short
# Indicators of which less is better: where the aim is a plain figure, falling short of it is no shortfall.
_LESS_IS_BETTER = re.compile(
    matching_form(
        r"(?<!\w)(?:nghèo|thất nghiệp|tử vong|suy dinh dưỡng|thấp còi|thất thoát|tai nạn|tội phạm|ô nhiễm|phát thải|bụi|nợ xấu|bội chi|khiếu nại"
        r"|quá hạn|trễ hạn|chậm|tái phạm|tảo hôn|bỏ học|mù chữ|sinh con thứ ba|thời gian|chi phí|còn|xuống|giảm)(?!\w)"
    )
)
_RANK = "hạng"


Units = Mapping[str, tuple[str, Span]]  # by fact the document and the place of its sentence or row


class Outcome(StrEnum):
    """What became of an aim."""

    MET = "met"
    UNMET = "unmet"
    UNKNOWN = "unknown"


@value
class Judged:
    """An aim with the result it is held against; ``result`` is None where there is none, or none that tells."""

    outcome: Outcome
    aim: Entry
    result: Entry | None = None


def judge(groups: Iterable[Group], others: Iterable[Entry] = (), units: Units | None = None) -> dict[str, Judged]:
    """By fact every aim that has a figure. ``others``: facts that are in no group, about which nothing else is known; ``units``: by fact
    the sentence or row it stands in.
    """
    found: dict[str, Judged] = {}
    for group in groups:
        results = [entry for entry in group.entries if _is(entry, Status.RESULT)]
        for aim in group.entries:
            if _is(aim, Status.TARGET):
                found[aim.id] = _judged(aim, results, units or {})
    for entry in others:
        if entry.id not in found and _is(entry, Status.TARGET):
            found[entry.id] = Judged(Outcome.UNKNOWN, entry)
    return found


def _is(entry: Entry, status: Status) -> bool:
    return isinstance(entry.slots, Target) and entry.slots.status is status and entry.slots.value is not None


def _judged(aim: Entry, results: Sequence[Entry], units: Units) -> Judged:
    beside = [
        result
        for result in results
        if aim.id in units and units.get(result.id) == units[aim.id] and _comparable(aim, result)
    ]
    near = beside or [result for result in results if _comparable(aim, result) and _belongs(aim, result)]
    dated = [result.document.issued_on for result in near if result.document.issued_on is not None]
    if dated and not beside:
        near = [result for result in near if result.document.issued_on == max(dated)]
    outcomes = {meets(_target(aim), _target(result)) for result in near}
    if len(outcomes) == 1 and (outcome := outcomes.pop()) is not Outcome.UNKNOWN:
        return Judged(outcome, aim, near[0])
    return Judged(Outcome.UNKNOWN, aim)


def _target(entry: Entry) -> Target:
    assert isinstance(entry.slots, Target)
    return entry.slots


def _comparable(aim: Entry, result: Entry) -> bool:
    """Whether both are of one measure and, where both name it, of one time: one that is a share of something is no share of another thing."""
    wanted, reached = _target(aim), _target(result)
    if unit_kind(wanted.unit) != unit_kind(reached.unit) or base_key(wanted) != base_key(reached):
        return False
    return wanted.year is None or reached.year is None or str(wanted.year)[-4:] == str(reached.year)[-4:]


def _belongs(aim: Entry, result: Entry) -> bool:
    """Whether a result that stands elsewhere is of the time and place of an aim."""
    wanted, reached = _target(aim), _target(result)
    if wanted.year is None or reached.year is None:
        return False
    return holder_of(wanted, aim.document) == holder_of(reached, result.document)


def meets(aim: Target, result: Target) -> Outcome:
    """Whether a result meets an aim of the same indicator, unit and time."""
    wanted, reached = amount(aim), amount(result)
    if wanted is None or reached is None or (aim.comparator is Comparator.RANGE and len(wanted) < 2):
        return Outcome.UNKNOWN
    low, high = _bounds(result, reached)
    comparator = aim.comparator
    if comparator in (Comparator.AT_MOST, Comparator.LESS) or (aim.unit == _RANK and comparator is Comparator.EQUAL):
        strict = comparator is Comparator.LESS
        return _told(
            high < wanted[0] or (not strict and high == wanted[0]), low > wanted[0] or (strict and low == wanted[0])
        )
    if comparator in (Comparator.AT_LEAST, Comparator.MORE):
        strict = comparator is Comparator.MORE
        return _told(
            low > wanted[0] or (not strict and low == wanted[0]), high < wanted[0] or (strict and high == wanted[0])
        )
    if _LESS_IS_BETTER.search(matching_form(aim.indicator)):
        return Outcome.MET if wanted == reached else Outcome.UNKNOWN
    short = high < wanted[0] * (1 - _NEAR) if comparator is Comparator.ABOUT else high < wanted[0]
    return _told(low >= wanted[0], short)


def _bounds(result: Target, reached: tuple[float, ...]) -> tuple[float, float]:
    """The least and the most that a printed result can mean."""
    low = float("-inf") if result.comparator in (Comparator.AT_MOST, Comparator.LESS) else reached[0]
    high = float("inf") if result.comparator in (Comparator.AT_LEAST, Comparator.MORE) else reached[-1]
    return low, high


def _told(met: bool, unmet: bool) -> Outcome:
    return Outcome.MET if met else Outcome.UNMET if unmet else Outcome.UNKNOWN
