"""When something is due, in the words of the step that is asked: of a duty with several steps and several days the one, with all its days."""

from corpus.catalogue.facts import StoredFact
from corpus.facts import Assignment
from corpus.text import matching_form, one_line
from corpus.types import Span
from search_api.asking.asked import Asked
from search_api.asking.several import content_words, share_held
from search_api.asking.terms import says_when, term_in
from search_api.asking.wording import shortened
from search_api.cutting import around
from search_api.types import Evidence
from search_api.units import clauses


def due_words(asked: Asked, item: Evidence, fact: StoredFact | None, room: int) -> str:
    """The clause of a unit that holds a term and most of the question, behind who has it; "" where the unit is short or has no such clause."""
    text, core = asked.text(item), _step(item, fact)
    question = asked.reading.text
    steps = [(step, term) for step in clauses(text, core) if (term := term_in(question, text, step))]
    steps = [each for each in steps if says_when(question, each[0].of(text))] or steps
    if not steps or (len(item.core.of(text)) <= room and len(steps) == 1):
        return ""
    content = content_words(question)
    dated = [each for each in steps if any(c.isdigit() for c in each[1].of(text))] or steps
    step, term = max(dated, key=lambda each: (share_held(content, each[0].of(text)), -each[0].start))
    lead = _lead(fact, step.of(text))
    left = room - len(lead)
    words = one_line(step.of(text)).strip(" ;,.")
    if len(words) > left:
        words = around(text, step, term, left)
    return shortened(f"{lead}{words}", room)


def _step(item: Evidence, fact: StoredFact | None) -> Span:
    """The words of the task that answers, where it is one of several in the unit; else the unit."""
    task = next((part.span for part in fact.fact.parts if part.slot == "task"), None) if fact is not None else None
    if (
        task is None
        or not item.core.holds(task)
        or fact is None
        or not any(part.slot == "deadline" for part in fact.fact.parts)
    ):
        return item.core
    spans = [part.span for part in fact.fact.parts if part.slot in ("task", "deadline") and item.core.holds(part.span)]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _lead(fact: StoredFact | None, words: str) -> str:
    """Who has a step, where its own words do not say so."""
    slots = fact.fact.slots if fact is not None else None
    if not isinstance(slots, Assignment) or not slots.lead or matching_form(slots.lead[0]) in matching_form(words):
        return ""
    return f"{', '.join(slots.lead)}: "
