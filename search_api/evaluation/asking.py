"""Gold questions → a run: each is asked, and each quotation looked up in its document."""

import time
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from functools import lru_cache

from corpus.text import folded
from corpus.types import Json
from search_api.client import Client
from search_api.evaluation.gold import Question
from search_api.evaluation.runs import Cited, Reply, Run

Progress = Callable[[int, int], None]
_TEXTS = 200  # documents whose text is at hand


def ask_all(client: Client, gold: str, questions: Sequence[Question], no_marks: bool, report: Progress) -> Run:
    """Ask every question, one after another. ``gold``: the file's name; ``report`` is told how many are done, of how many."""
    asked_at = datetime.now(UTC).isoformat(timespec="seconds")
    replies, text = [], lru_cache(_TEXTS)(client.text)
    for n, question in enumerate(questions):
        report(n, len(questions))
        replies.append(_ask(client, text, question, no_marks))
    report(len(questions), len(questions))
    return Run(gold, asked_at, client.documents()["total"], no_marks, tuple(replies))


def missing_documents(client: Client, questions: Iterable[Question]) -> list[str]:
    """File names the gold file counts on that are not there: their questions cannot be answered."""
    there = {document["file_name"] for document in client.documents()["documents"]}
    return sorted({name for question in questions for name in question.docs} - there)


def without_marks(text: str) -> str:
    """As typed without diacritics."""
    return folded(unicodedata.normalize("NFC", text))


def _ask(client: Client, text: Callable[[str], str], question: Question, no_marks: bool) -> Reply:
    asked = without_marks(question.question) if no_marks else question.question
    begun = time.perf_counter()
    found = client.ask(asked, keep=False)
    ms = (time.perf_counter() - begun) * 1000
    citations = tuple(_cited(text, citation) for citation in found["citations"])
    answered = found["status"] == "answered"
    return Reply(question.id, question.question, answered, found["answer"] or "", citations, round(ms, 2))


def _cited(text: Callable[[str], str], citation: Json) -> Cited:
    document, quote = citation["document"], citation["quote"]
    exact = text(document["id"])[citation["start"] : citation["end"]] == quote
    return Cited(document["file_name"], quote, exact)
