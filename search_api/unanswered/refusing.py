"""Answer → what the list keeps of a question that has none."""

from collections.abc import Mapping

from corpus.catalogue.unanswered import Reason, Refused
from search_api.asking.refusing.sureness import LEAST
from search_api.types import Answer


def refused_of(answer: Answer, *, as_typed: bool = False) -> Refused:
    """A refusal as it is kept; the nearest document is that of the first citation."""
    reading = answer.reading
    nearest = first_document(answer)
    reason = reason_of(answer.confidence.figures) if nearest else Reason.NOTHING
    return Refused(reading.text, reading.question, as_typed, reason, answer.missing, nearest)


def first_document(answer: Answer) -> str | None:
    """The id of the document that the first citation is of."""
    return answer.citations[0].evidence.hit.document.id if answer.citations else None


def reason_of(figures: Mapping[str, float]) -> Reason:
    """Why the best evidence was not enough: weak evidence says nothing of years or places, it is about something else."""
    if figures.get("sure", 0.0) < LEAST:
        return Reason.TOPIC
    if not figures.get("years", 1.0):
        return Reason.YEAR
    if not figures.get("slots", 1.0):
        return Reason.OTHERWISE
    return Reason.FIGURE if not figures.get("fits", 1.0) else Reason.OTHERWISE


def is_worth_keeping(answer: Answer) -> bool:
    """Whether a question has words that mean something: a greeting or a slip of the keyboard is no gap."""
    return any(character.isalpha() for term in answer.reading.content for character in term)
