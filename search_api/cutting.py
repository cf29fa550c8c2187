"""Long units made short: cut so that what is asked for stays in."""

import re
from collections.abc import Sequence

from corpus.grammar.numbers import find_numbers
from corpus.text import one_line
from corpus.types import Span

_NEAR = 90  # characters between the words that are asked about and their figure
_SHARE = 5  # marked characters that the sign of a share is worth
_TIME_BEFORE = re.compile(r"(?i)(?:ngày|tháng|năm|quý|số|điều|mục|/)\s?$")
_TIME_AFTER = re.compile(r"\s?(?:tháng|năm|ngày|quý|/)(?!\w)")
_MARKS = re.compile(r"[;:,](?!\d)\s|\.\s|\(i+\)\s|\(\d\)\s")


def figure_near(text: str, unit: Span, highlights: Sequence[Span]) -> Span | None:
    """The figure of a unit that most of the marked words stand beside, those before it first; None where it has none."""
    best: tuple[float, int] | None = None
    found: Span | None = None
    for number in find_numbers(unit.of(text)):
        span = Span(unit.start + number.span.start, unit.start + number.span.end)
        if _TIME_BEFORE.search(text[max(unit.start, span.start - 8) : span.start]) or _TIME_AFTER.match(text, span.end):
            continue
        clause = _clause(text, unit, span)
        before = sum(_overlap(mark, Span(clause.start, span.start)) for mark in highlights)
        after = sum(_overlap(mark, Span(span.end, clause.end)) for mark in highlights)
        share = "%" in text[max(span.start, span.end - 1) : span.end + 2]
        weight = (before + 0.7 * after + _SHARE * share, -span.start)
        if best is None or weight > best:
            best, found = weight, span
    return found


def _clause(text: str, unit: Span, figure: Span) -> Span:
    """What stands beside a figure, up to the semicolons around it."""
    first, last = max(unit.start, figure.start - _NEAR), min(unit.end, figure.end + _NEAR)
    end = text.find(";", figure.end, last)
    return Span(max(first, text.rfind(";", first, figure.start) + 1), end if end >= 0 else last)


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def around(text: str, unit: Span, kept: Span, longest: int) -> str:
    """A unit cut to a length so that a stretch of it stays, with as many of the clauses before it as there is room for."""
    if unit.end - unit.start <= longest:
        return one_line(unit.of(text))
    starts = [unit.start, *(m.end() for m in _MARKS.finditer(text, unit.start, kept.start))]
    ends = [*(m.start() for m in _MARKS.finditer(text, kept.end, unit.end)), unit.end]
    room = longest - 2  # for the signs that something was left out
    end = next((at for at in ends if at - kept.start >= 0), unit.end)
    start = next((at for at in starts if end - at <= room), None)
    if start is None:  # even the last clause is too long
        end = min(end, max(kept.end, kept.start + room // 2))
        start = text.find(" ", max(unit.start, end - room), kept.start) + 1 or kept.start
    while (later := next((at for at in ends if at > end), None)) is not None and later - start <= room:
        end = later
    words = one_line(text[start:end]).strip(" ,;:")
    return f"{'…' if start > unit.start else ''}{words}{'…' if end < unit.end else ''}"
