"""Gold questions and replies made by hand."""

from search_api.evaluation.gold import UNANSWERABLE, Question
from search_api.evaluation.judging import Flaw, Judgement
from search_api.evaluation.measuring import Judged
from search_api.evaluation.runs import Cited, Reply, Run

PROOF = "Đến năm 2025 chè hữu cơ đạt 30% diện tích"


def question(kind: str = "target", *, id: str = "q", style: str = "accented", **other: tuple[str, ...]) -> Question:
    """A question about tea; an unanswerable one has no answer."""
    known = {"docs": ("che.md",), "values": ("30%",), "evidence": (PROOF,), **other}
    fields = dict.fromkeys(known, ()) if kind == UNANSWERABLE else known
    return Question(id, f"Chè hữu cơ ({id})?", kind, style, **fields)


def cited(quote: str = f"{PROOF}.", file_name: str = "che.md", exact: bool = True) -> Cited:
    """A citation that proves the answer."""
    return Cited(file_name, quote, exact)


def reply(answer: str | None = "Đạt 30%. [1]", *citations: Cited, id: str = "q", ms: float = 5.0) -> Reply:
    """A right reply; None is a refusal."""
    return Reply(id, f"Chè hữu cơ ({id})?", answer is not None, answer or "", citations, ms)


def run_of(*replies: Reply, no_marks: bool = False, documents: int = 3) -> Run:
    """A run with these replies."""
    return Run("che.jsonl", "2026-01-02T03:04:05+00:00", documents, no_marks, replies)


def judged(kind: str, right: bool, *, id: str = "q", style: str = "accented") -> Judged:
    """A question that is right in everything, or in nothing."""
    flaw = None if right else Flaw.VALUE
    return Judged(question(kind, id=id, style=style), Judgement(True, right, right, right, right, flaw))
