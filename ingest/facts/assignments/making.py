"""An assignment from the places of its words: the unit that proves it, its parts, and what it takes over from above."""

from collections.abc import Iterable, Sequence
from datetime import date

from corpus.facts import Assignment, Fact, Part
from corpus.grammar.body_lists import Body
from corpus.grammar.deadlines import last_day, repeats
from corpus.sentences import pieces
from corpus.types import Span, value

LONGEST = 600  # characters of a fact's span
_EDGES = " \t\n.;,:/"


@value
class Found:
    """Where the slots of an assignment stand. A cost or product that nobody wrote is None."""

    unit: Span
    task: Span
    lead: tuple[Body, ...]
    coordinate: tuple[Body, ...] = ()
    deadline: Span | None = None
    product: Span | None = None
    cost: Span | None = None


def make_fact(text: str, found: Found, issued_on: date | None) -> Fact:
    """The fact. Where the unit is longer than a quotation may be, the beginning of the task stands for it, and other parts count as inherited."""
    span = _quotable(text, found)
    parts = [Part("task", _within(found.task, span))]
    parts += [Part("lead", body.span) for body in found.lead]
    parts += [Part("coordinate", body.span) for body in found.coordinate]
    parts += [Part(slot, at) for slot, at in (("deadline", found.deadline), ("product", found.product), ("cost", found.cost)) if at is not None]  # fmt: skip
    deadline = _words(text, found.deadline)
    slots = Assignment(
        _words(text, found.task),
        tuple(dict.fromkeys(one_line(body.name) for body in found.lead)),
        tuple(dict.fromkeys(one_line(body.name) for body in found.coordinate)),
        deadline,
        last_day(deadline, None if repeats(text[found.unit.start : found.task.end]) else issued_on)
        if deadline
        else None,
        _words(text, found.product),
        _words(text, found.cost),
    )
    return Fact(slots, span, _inside(parts, span), tuple(part for part in parts if not span.holds(part.span)))


def one_line(words: str) -> str:
    """Words as printed, spaces and line ends made one."""
    return " ".join(words.split())


def trimmed(text: str, span: Span, edges: str = _EDGES) -> Span | None:
    """A span without the marks around its words; None where nothing is left."""
    start, end = span
    while start < end and text[start] in edges:
        start += 1
    while end > start and text[end - 1] in edges:
        end -= 1
    return Span(start, end) if start < end else None


def _words(text: str, span: Span | None) -> str:
    return one_line(span.of(text)) if span is not None else ""


def _inside(parts: Iterable[Part], span: Span) -> tuple[Part, ...]:
    return tuple(part for part in parts if span.holds(part.span))


def _within(span: Span, whole: Span) -> Span:
    return Span(max(span.start, whole.start), min(span.end, whole.end))


def _quotable(text: str, found: Found) -> Span:
    if found.unit.end - found.unit.start <= LONGEST:
        return found.unit
    start = found.unit.start if found.task.start - found.unit.start < LONGEST // 2 else found.task.start
    ends: Sequence[int] = [found.task.end, *(body.span.end for body in found.lead)]
    if (
        found.unit.start <= start
        and max(ends) <= start + LONGEST
        and min(body.span.start for body in found.lead) >= start
    ):
        return Span(start, max(ends))
    return pieces(text, Span(start, found.unit.end), LONGEST)[0]
