"""What a question compares: two places, two documents or two years, each with the question that asks about it alone."""

import re

from corpus.grammar.places import place_spans
from corpus.text import matching_form
from corpus.types import Span
from search_api.asking.slots import document_spans

_YEAR = re.compile(r"(?:năm )?(?<![\d/.–-])(?<!- )(?:19|20)\d\d(?![\d/]| ?[-–] ?(?:19|20)\d\d)")
_BESIDE = re.compile(r"(?<!\w)(?:với|và|hay|còn|so|giữa)(?!\w)")
_TWO = 2


def entities_of(question: str, *, comparing: bool) -> list[tuple[str, str]]:
    """Name and own question of each thing that is compared; none where nothing is."""
    form = matching_form(question)
    if not _BESIDE.search(form):
        return []
    for find, always in ((document_spans, False), (place_spans, True), (_year_spans, True)):
        spans = find(question)
        if len({form[s.start : s.end].removeprefix("năm ") for s in spans}) == _TWO and (comparing or always):
            return [(_named(span.of(question)), _without(question, [s for s in spans if s != span])) for span in spans[:_TWO]]
    return []


def _named(words: str) -> str:
    return words[:1].upper() + words[1:]


def _year_spans(question: str) -> list[Span]:
    return [Span(*m.span()) for m in _YEAR.finditer(matching_form(question))]


def _without(question: str, spans: list[Span]) -> str:
    for span in sorted(spans, reverse=True):
        question = question[: span.start] + question[span.end :]
    return " ".join(question.split())
