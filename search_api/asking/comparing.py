"""What a question compares: two places, two documents or two years, each with the question that asks about it alone."""

import re

from corpus.grammar.places import place_spans
from corpus.text import matching_form
from corpus.types import Span
from search_api.asking.asked import Asked
from search_api.asking.drafts import Draft, Statement
from search_api.asking.slots import document_spans
from search_api.types import Kind

_YEAR = re.compile(r"(?:năm )?(?<![\d/.–-])(?<!- )(?:19|20)\d\d(?![\d/]| ?[-–] ?(?:19|20)\d\d)")
_BESIDE = re.compile(r"(?<!\w)(?:với|và|hay|còn|so|giữa)(?!\w)")
_TWO = 2
_LONGEST = 300  # characters of a statement


def comparison(asked: Asked) -> Draft | None:
    """A statement on each of the things that are compared, None where one of them has none."""
    statements: list[Statement] = []
    for entity, question in entities_of(asked.reading.text, comparing=asked.reading.kind is Kind.COMPARE):
        found = [e for e in asked.again(question) if e.fits and e.years and not e.against]
        if not found:
            return None
        words = asked.words(found[0], _LONGEST)
        statements.append(Statement(f"{entity}: {words}", found[0], (entity, words)))
    return Draft(tuple(statements), joined="\n", columns=("", "")) if statements else None


def entities_of(question: str, *, comparing: bool) -> list[tuple[str, str]]:
    """Name and own question of each thing that is compared; none where nothing is."""
    form = matching_form(question)
    if not _BESIDE.search(form):
        return []
    finders = (document_spans, place_spans, _year_spans)
    slots = sorted(span for find in finders for span in find(question))
    for find in finders:
        spans = find(question)
        names = {form[s.start : s.end].removeprefix("năm ") for s in spans}
        if len(names) == _TWO and (comparing or find is not document_spans):
            return [
                (_named(span.of(question)), _alone(question, span, other, slots))
                for span, other in _pairs(spans[0], spans[-1])
            ]
    return []


def _pairs(one: Span, other: Span) -> tuple[tuple[Span, Span], tuple[Span, Span]]:
    return (one, other), (other, one)


def _alone(question: str, span: Span, other: Span, slots: list[Span]) -> str:
    """The question without what belongs to the other thing: slots on its side of the joint between the two."""
    first, second = sorted((span, other))
    joints = [m.start() for m in _BESIDE.finditer(matching_form(question)) if first.end <= m.start() < second.start]
    cut = joints[-1] if joints else second.start
    mine_first = span == first
    gone = [s for s in slots if (s.start >= cut) == mine_first and s != span]
    for piece in sorted({*gone, other}, reverse=True):
        question = question[: piece.start] + question[piece.end :]
    return " ".join(question.split())


def _named(words: str) -> str:
    return words[:1].upper() + words[1:]


def _year_spans(question: str) -> list[Span]:
    return [Span(*m.span()) for m in _YEAR.finditer(matching_form(question))]
