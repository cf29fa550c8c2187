"""Two runs of the same questions: which became right or wrong, and whether the difference is more than chance."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

import numpy as np

from corpus.types import Json
from search_api.evaluation.gold import UNANSWERABLE, Question
from search_api.evaluation.judging import Judgement
from search_api.evaluation.measuring import ALL, MEASURES, Judged

_SAMPLES = 10_000
_SEED = 57  # the same runs give the same interval
_MIDDLE = (2.5, 97.5)  # percentiles: an interval of 95 %


@dataclass(frozen=True)
class Difference:
    """A share before and after over the same ``n`` questions, of which ``changed`` are judged otherwise.

    Between ``low`` and ``high`` lie 95 % of the differences that resampled questions give; where nothing changed they say nothing.
    """

    group: str
    measure: str
    n: int
    changed: int
    before: float
    after: float
    low: float
    high: float

    @property
    def sure(self) -> bool:
        """Whether the interval leaves no doubt about the direction."""
        return self.low > 0 or self.high < 0


@dataclass(frozen=True)
class Comparison:
    """``n``: questions that both runs asked in the same words; of ``left_out`` only one did."""

    n: int
    left_out: int
    became_right: tuple[Question, ...]
    became_wrong: tuple[Question, ...]
    differences: tuple[Difference, ...]

    def as_json(self) -> Json:
        """The same for other programs."""
        ids = {name: [question.id for question in getattr(self, name)] for name in ("became_right", "became_wrong")}
        differences = [{**asdict(d), "difference": d.after - d.before} for d in self.differences]
        return {"n": self.n, "left_out": self.left_out, **ids, "differences": differences}


Pair = tuple[Question, Judgement, Judgement]


def compare_runs(before: Sequence[Judged], after: Sequence[Judged]) -> Comparison:
    """Compare two runs that were judged by the same gold file."""
    old = {item.question.id: item.judgement for item in before}
    pairs = [(item.question, old[item.question.id], item.judgement) for item in after if item.question.id in old]
    return Comparison(
        len(pairs), len(before) + len(after) - 2 * len(pairs),
        tuple(q for q, was, now in pairs if now.right and not was.right),
        tuple(q for q, was, now in pairs if was.right and not now.right),
        tuple(_differences(pairs)),
    )  # fmt: skip


def _differences(pairs: Sequence[Pair]) -> list[Difference]:
    """Every measure of all questions that have an answer, then "right" of each kind."""
    answerable = [pair for pair in pairs if pair[0].kind != UNANSWERABLE]
    kinds: Mapping[str, list[Pair]] = {
        k: [p for p in pairs if p[0].kind == k] for k in sorted({p[0].kind for p in pairs})
    }
    groups = [(ALL, name, answerable) for name in MEASURES if answerable]
    return [_difference(*group) for group in (*groups, *((kind, "right", of) for kind, of in kinds.items()))]


def _difference(group: str, measure: str, pairs: Sequence[Pair]) -> Difference:
    column = MEASURES.index(measure)
    before = np.array([bool(was[column]) for _, was, _ in pairs], dtype=int)
    after = np.array([bool(now[column]) for _, _, now in pairs], dtype=int)
    low, high = paired_interval(after - before)
    changed = int((before != after).sum())
    return Difference(group, measure, len(pairs), changed, float(before.mean()), float(after.mean()), low, high)


def paired_interval(changes: np.ndarray[tuple[int], np.dtype[np.int_]]) -> tuple[float, float]:
    """The bootstrap's 95 % interval of the mean of changes that are -1, 0 or 1, one a question.

    Questions drawn anew with replacement are a multinomial draw of how many became wrong, stayed, became right
    (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapters 6 and 13).
    """
    n = len(changes)
    shares = [float((changes == change).mean()) for change in (-1, 0, 1)]
    drawn = np.random.default_rng(_SEED).multinomial(n, shares, _SAMPLES)
    low, high = np.percentile((drawn[:, 2] - drawn[:, 0]) / n, _MIDDLE)
    return float(low), float(high)
