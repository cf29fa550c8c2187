"""Floors: the least that a run must reach, as ``right=0.8``, ``target:right=0.7`` or ``each:right=0.7`` say it."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from corpus.errors import InvalidRequest
from search_api.evaluation.gold import UNANSWERABLE, Question
from search_api.evaluation.measuring import ALL, MEASURES, OVERALL, Report

EACH = "each"  # every kind
_FLOOR = re.compile(r"(?:([^:=\s]{1,64}):)?([a-z0-9@_]{1,32})=(0(?:\.\d{1,9})?|1(?:\.0{1,9})?)")


class Floor(NamedTuple):
    """``group``: all, each kind, or one kind or style; ``least``: a share, 0…1."""

    group: str
    measure: str
    least: float


class Shortfall(NamedTuple):
    """A share that is below its floor."""

    group: str
    measure: str
    share: float
    least: float


def read_floor(text: str, questions: Sequence[Question]) -> Floor:
    """A floor as typed, for a run of these questions.

    Raises:
        InvalidRequest: it is none, or these questions cannot be measured by it.
    """
    match = _FLOOR.fullmatch(text)
    known = (*MEASURES, *OVERALL)
    if match is None or match[2] not in (MEASURES if match[1] else known):
        raise InvalidRequest(
            f"--least {text}: cần dạng right=0.8 hoặc target:right=0.7, với một trong {', '.join(known)}"
        )
    floor = Floor(match[1] or ALL, match[2], float(match[3]))
    answerable = [question for question in questions if question.kind != UNANSWERABLE]
    groups = {name for question in answerable for name in (question.kind, question.style, ALL, EACH)}
    if floor.measure == "right":
        groups |= {name for question in questions for name in (question.kind, EACH)}
    if floor.measure not in OVERALL and floor.group not in groups:
        raise _unmeasured(floor)
    return floor


def shortfalls(report: Report, floors: Iterable[Floor]) -> list[Shortfall]:
    """What is below its floor.

    Raises:
        InvalidRequest: a floor is of a group that this run, saved from other questions, does not have.
    """
    return [
        Shortfall(group, floor.measure, share, floor.least)
        for floor in floors
        for group, share in _measured(report, floor)
        if share < floor.least
    ]


def _measured(report: Report, floor: Floor) -> list[tuple[str, float]]:
    if floor.measure in OVERALL:
        return [(ALL, report.overall[floor.measure])]
    groups = {ALL: report.everything, **report.styles, **report.kinds}
    wanted = report.kinds if floor.group == EACH else {k: g for k, g in groups.items() if k == floor.group}
    found = [(name, group.shares[floor.measure]) for name, group in wanted.items() if floor.measure in group.shares]
    if not found:
        raise _unmeasured(floor)
    return found


def _unmeasured(floor: Floor) -> InvalidRequest:
    return InvalidRequest(f"--least {floor.group}:{floor.measure}: không có câu hỏi nào để đo")
