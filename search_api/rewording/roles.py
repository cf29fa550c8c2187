"""Who leads and who takes part, as a sentence says it: "Sở A chủ trì, phối hợp với Sở B", "Cơ quan chủ trì: Sở A; phối hợp: Sở B"."""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from corpus.types import Span


class Role(StrEnum):
    """What a body has to do with a task. ``NAMED``: the sentence only names it."""

    LEAD = "lead"
    COORDINATE = "coordinate"
    NAMED = "named"


class Part(NamedTuple):
    """A body, in ``matching_form``, with its role."""

    body: str
    role: Role


_MARK = re.compile(
    r"(?<!\w)(?:(?P<lead>chủ trì|đầu mối|chịu trách nhiệm chính|thường trực thực hiện)|(?P<coordinate>phối hợp|cùng tham gia|tham gia))(?!\w)"
)
_OPENS = re.compile(
    r"(?:\s*,\s*theo dõi)?\s*(?:với|cùng(?: với)?|:|là|thuộc về|gồm|bao gồm|của|có|giữa)?[\s:]*(?:các cơ quan\s*:?\s*)?"
)
_AND = re.compile(r"\s*(?:,|;|và|cùng|cùng với|với)?\s*(?:và\s*)?")
_LABEL = re.compile(r"(?:\s*,\s*theo dõi)?\s*(?::|là|thuộc về|của|gồm)")
_CLOSES = re.compile(r"\s*,?\s*(?:(?:là|được|có nhiệm vụ|được giao|giữ vai trò|làm)\s+){0,3}(?:(?:cơ quan|đơn vị)\s+)?")


def roles_in(form: str, bodies: Sequence[Span]) -> list[Part]:
    """Each body of a sentence in ``matching_form``, in order, with its role; bodies one after the other have one role."""
    marks = list(_MARK.finditer(form))
    return [
        Part(" ".join(form[s.start : s.end].split()), _role(form, group, marks))
        for group in _groups(form, bodies)
        for s in group
    ]


def _groups(form: str, bodies: Sequence[Span]) -> list[list[Span]]:
    groups: list[list[Span]] = []
    for span in bodies:
        if groups and _AND.fullmatch(form, groups[-1][-1].end, span.start):
            groups[-1].append(span)
        else:
            groups.append([span])
    return groups


def _role(form: str, group: Sequence[Span], marks: Sequence[re.Match[str]]) -> Role:
    """By the mark that opens on the group ("phối hợp với …"), else by the one that closes it ("… chủ trì")."""
    start, end = group[0].start, group[-1].end
    before = next((m for m in reversed(marks) if m.end() <= start), None)
    after = next((m for m in marks if m.start() >= end), None)
    if before is not None and _OPENS.fullmatch(form, before.end(), start) and _opens_on(form, before):
        return Role(str(before.lastgroup))
    if after is not None and _CLOSES.fullmatch(form, end, after.start()):
        return Role(str(after.lastgroup))
    return Role.NAMED


def _opens_on(form: str, mark: re.Match[str]) -> bool:
    """Whether what stands behind a mark has that part: "phối hợp với Sở A", "chủ trì: Sở A", but not in "chủ trì" alone."""
    return mark.lastgroup == "coordinate" or _LABEL.match(form, mark.end()) is not None
