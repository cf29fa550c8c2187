"""Labelled lines: tasks, and below them or behind them "Cơ quan chủ trì: X. Cơ quan phối hợp: Y. Thời gian: Z."."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from corpus.sentences import sentences
from corpus.types import BlockKind, Document, Span
from ingest.facts.assignments.columns import COORDINATE, COST, DEADLINE, LEAD, PRODUCT, TASK
from ingest.facts.assignments.making import Found, trimmed
from ingest.facts.assignments.tables import bodies_of
from ingest.markers import marker_of
from ingest.outline import Place

_WHO = r"(?:cơ quan|đơn vị|phòng, ban|phòng|bộ phận)"
_DOING = r"(?:\s+(?:thực hiện|triển khai|hoàn thành|chính|dự kiến|nhiệm vụ|đầu ra|tham mưu|tổ chức))*"
_LABELS = (
    (COORDINATE, rf"(?:{_WHO}\s+)?phối hợp{_DOING}"),
    (LEAD, rf"{_WHO}\s+(?:chủ trì|thực hiện|đầu mối|chịu trách nhiệm|tham mưu|phụ trách|triển khai){_DOING}|chủ trì{_DOING}|phân công{_DOING}|trách nhiệm{_DOING}"),
    (DEADLINE, rf"(?:thời gian|thời hạn|tiến độ|hạn hoàn thành){_DOING}"),
    (PRODUCT, rf"(?:sản phẩm|kết quả){_DOING}"),
    (COST, rf"(?:nguồn )?kinh phí{_DOING}"),
    (TASK, rf"(?:nhiệm vụ|nội dung)(?:\s+(?:nhiệm vụ|công việc))?{_DOING}"),
)  # fmt: skip
_LABELLED = re.compile(rf"(?:{'|'.join(f'(?P<{slot}>{words})' for slot, words in _LABELS)})\s*:\s*", re.IGNORECASE)
_FEWEST_WORDS = 3


class Label(NamedTuple):
    """A labelled value, empty where it stands on lines of its own below."""

    slot: str
    start: int
    value: Span


class Labelled(NamedTuple):
    """The assignments of labelled lines, and the numbers of the blocks that they were read from."""

    found: list[Found]
    blocks: frozenset[int]


def read_labelled(document: Document, places: Sequence[Place], skipped: frozenset[int]) -> Labelled:
    """Groups of labelled lines that name a lead, each with the tasks that stand above it in the same part."""
    reading = _Reading(document, places)
    for number, block in enumerate(document.blocks):
        if block.kind is BlockKind.ROW or number in skipped:
            reading.close()
        else:
            reading.read(number, block.span)
    reading.close()
    return Labelled(reading.found, frozenset(reading.used))


def labels_of(text: str, span: Span) -> list[Label]:
    """The labels of a block: at its beginning, or where its sentences begin."""
    marker = marker_of(span.of(text))
    begin = span.start + (marker.end if marker else 0)
    if text.find(":", begin, span.end) < 0:
        return []
    starts = dict.fromkeys([begin, *(sentence.start for sentence in sentences(text, begin, span.end))])
    matches = [match for start in starts if (match := _LABELLED.match(text, start, span.end)) is not None]
    ends = [*(match.start() for match in matches[1:]), span.end]
    return [
        Label(str(match.lastgroup), match.start(), trimmed(text, Span(match.end(), stop)) or Span(stop, stop))
        for match, stop in zip(matches, ends, strict=False)
    ]


class _Reading:
    """What has been seen on the way down: tasks that wait for their labels, and the labels at hand."""

    def __init__(self, document: Document, places: Sequence[Place]) -> None:
        self.text, self.places = document.text, places
        self.found: list[Found] = []
        self.used: set[int] = set()
        self._tasks: list[tuple[int, Span]] = []
        self._values: dict[str, Span] = {}
        self._group: list[int] = []

    def read(self, number: int, span: Span) -> None:
        """Go on with a block."""
        labels = labels_of(self.text, span)
        if not labels:
            self.close()
            if len(span.of(self.text).split()) >= _FEWEST_WORDS:
                self._tasks.append((number, span))
            return
        before = trimmed(self.text, Span(span.start, labels[0].start))
        if labels[0].slot == TASK or (before is not None and len(before.of(self.text).split()) >= _FEWEST_WORDS):
            self.close()
            self._tasks = [
                (number, labels.pop(0).value if labels[0].slot == TASK else Span(span.start, labels[0].start))
            ]
        self._values.update({label.slot: label.value for label in labels if label.value.end > label.value.start})
        if labels:
            self._group.append(number)

    def close(self) -> None:
        """The labels at hand are complete: give them to the tasks above them."""
        if LEAD in self._values:
            tasks = self._waiting()
            for number, span in tasks:
                if (one := _assignment(self.text, span, self._values)) is not None:
                    self.found.append(one)
                    self.used.add(number)
            self.used.update(self._group if tasks else ())
        if self._group:
            self._tasks = []
        self._values, self._group = {}, []

    def _waiting(self) -> list[tuple[int, Span]]:
        """The tasks of the part that the labels belong to: its items, or else its title."""
        above = self.places[self._group[0]].above
        part = above[-1] if above else None
        inside = [
            (number, span)
            for number, span in self._tasks
            if number in self._group or part is None or part in self.places[number].above
        ]
        items = [(number, span) for number, span in inside if span.end > span.start and self.text[span.end - 1] != ":"]
        titles = [(number, span) for number, span in self._tasks if number == part]
        return items or titles


def _assignment(text: str, task: Span, values: dict[str, Span]) -> Found | None:
    marker = marker_of(task.of(text))
    own = trimmed(text, Span(task.start + (marker.end if marker else 0), task.end))
    lead, coordinate = bodies_of(text, [values[LEAD]], [values[COORDINATE]] if COORDINATE in values else [])
    if own is None or not lead:
        return None
    unit = trimmed(text, task, " \t\n") or task
    return Found(unit, own, lead, coordinate, values.get(DEADLINE), values.get(PRODUCT), values.get(COST))
