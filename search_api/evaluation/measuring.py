"""Judgements → shares: of all questions, of each kind and style; refusals, quotations, time."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.errors import InvalidRun
from corpus.types import Json
from search_api.evaluation.gold import UNANSWERABLE, Question
from search_api.evaluation.judging import Flaw, Judgement, judge
from search_api.evaluation.runs import Run

ALL = "all"  # every question that has an answer
MEASURES = ("answered", "correct", "cited@1", "cited@3", "right")
OVERALL = ("exact", "refusal_precision", "refusal_recall")


@dataclass(frozen=True)
class Group:
    """Some questions, and the share of them that each measure is met by (0…1)."""

    n: int
    shares: Mapping[str, float]


@dataclass(frozen=True)
class Judged:
    """A question with its judgement."""

    question: Question
    judgement: Judgement


@dataclass(frozen=True)
class Report:
    """What a run has shown. ``overall``: shares; ``quotes``: how many; ``p50``, ``p95``: milliseconds that a question took."""

    everything: Group
    kinds: Mapping[str, Group]
    styles: Mapping[str, Group]
    overall: Mapping[str, float]
    quotes: int
    p50: float
    p95: float
    flaws: Mapping[Flaw, int]

    def as_json(self) -> Json:
        """The same for other programs."""
        groups = {ALL: {ALL: self.everything}, "kinds": self.kinds, "styles": self.styles}
        found = {name: {key: {"n": g.n, **g.shares} for key, g in each.items()} for name, each in groups.items()}
        return {
            ALL: found[ALL][ALL], "kinds": found["kinds"], "styles": found["styles"], **self.overall, "quotes": self.quotes,
            "ms": {"p50": self.p50, "p95": self.p95}, "flaws": {flaw.value: count for flaw, count in self.flaws.items()},
        }  # fmt: skip


def judge_run(questions: Sequence[Question], run: Run) -> list[Judged]:
    """The replies of a run, judged by the gold file as it is now; what the run did not ask, or asked in other words, is left out.

    Raises:
        InvalidRun: the run asked none of these questions.
    """
    replies = {(reply.id, reply.question): reply for reply in run.replies}
    judged = [Judged(q, judge(q, replies[q.id, q.question])) for q in questions if (q.id, q.question) in replies]
    if not judged:
        raise InvalidRun(f"các câu của {run.gold} không có trong tệp câu hỏi này")
    return judged


def measure(judged: Sequence[Judged], run: Run) -> Report:
    """The shares of a run. Unanswerable questions are a kind; in the other groups are only those that have an answer."""
    kinds, styles = defaultdict[str, list[Judgement]](list), defaultdict[str, list[Judgement]](list)
    for item in judged:
        kinds[item.question.kind].append(item.judgement)
        if item.question.kind != UNANSWERABLE:
            styles[item.question.style].append(item.judgement)
    unanswerable = kinds.pop(UNANSWERABLE, [])
    answerable = [judgement for judgements in kinds.values() for judgement in judgements]
    groups = {kind: _group(kinds[kind]) for kind in sorted(kinds)}
    if unanswerable:
        groups[UNANSWERABLE] = Group(len(unanswerable), {"right": _share([j.right for j in unanswerable])})
    exact = [citation.exact for reply in run.replies for citation in reply.citations]
    times = sorted(reply.ms for reply in run.replies)
    return Report(
        _group(answerable), groups, {style: _group(styles[style]) for style in sorted(styles)},
        {"exact": _share(exact), **_refusals(answerable, unanswerable)}, len(exact), _quantile(times, 0.5), _quantile(times, 0.95),
        Counter(item.judgement.flaw for item in judged if item.judgement.flaw),
    )  # fmt: skip


def _group(judgements: Sequence[Judgement]) -> Group:
    columns = zip(*(judgement[: len(MEASURES)] for judgement in judgements), strict=True)
    return Group(len(judgements), {name: _share(column) for name, column in zip(MEASURES, columns, strict=False)})


def _refusals(answerable: Sequence[Judgement], unanswerable: Sequence[Judgement]) -> dict[str, float]:
    """Precision and recall of "not found": 1 where there was nothing that could be refused wrongly."""
    due = [judgement.right for judgement in unanswerable]
    refused = sum(due) + sum(not judgement.answered for judgement in answerable)
    return {"refusal_precision": sum(due) / refused if refused else 1.0, "refusal_recall": _share(due)}


def _share(met: Sequence[bool]) -> float:
    return sum(met) / len(met) if met else 1.0


def _quantile(times: Sequence[float], share: float) -> float:
    return times[int(len(times) * share)] if times else 0.0
