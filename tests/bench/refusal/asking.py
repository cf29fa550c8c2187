"""Asks the questions that were made, and says of each whether the first citation is the answer."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from tests.bench.refusal.book import fetch
from tests.bench.refusal.questions import ANSWERABLE, Made

# What rules out an answer, however near it is.
FLAGS = ("fits", "years", "slots", "things")


class Outcome(NamedTuple):
    """``answered``: by the service as it is; ``right``: the first citation holds a fact that answers; ``figures``: of its confidence."""

    made: Made
    answered: bool
    right: bool
    figures: dict[str, float]
    answer: str

    @property
    def passes(self) -> bool:
        """No flag rules it out."""
        return all(self.figures.get(flag, 0.0) == 1.0 for flag in FLAGS)


def ask_all(url: str, made: Sequence[Made], report: Callable[[int], None] = lambda _: None) -> list[Outcome]:
    """Ask one after another; ``report`` is told how many are done."""
    outcomes = []
    for n, question in enumerate(made):
        report(n)
        filters = {"filters": {"document": list(question.among)}} if question.among else {}
        got = fetch(f"{url}/api/ask", {"question": question.words, **filters})
        first = got["citations"][0] if got["citations"] else None
        right = first is not None and question.sort == ANSWERABLE and any(
            document == first["document"]["id"] and start < first["end"] and first["start"] < end
            for document, start, end in question.spans
        )  # fmt: skip
        outcomes.append(Outcome(question, got["status"] == "answered", right, got["confidence"], got["answer"] or ""))
    return outcomes
