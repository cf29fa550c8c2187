"""Measures of a ranking, per question, and whether two systems differ."""

import math
from collections.abc import Sequence, Set
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

DEPTH = 10
_RESAMPLES = 2000
_SEED = 20240101


class Measures(NamedTuple):
    """Of one question. ``mrr`` looks at the whole ranking, the others at its first ten; binary relevance.

    nDCG: Järvelin & Kekäläinen, "Cumulated gain-based evaluation of IR techniques" (2002), with discount log2(rank + 1).
    """

    recall_1: float
    recall_10: float
    ndcg_10: float
    mrr: float


def measure(ranking: Sequence[str], gold: Set[str]) -> Measures:
    """Measures of a ranking of ids, best first."""
    hits = [rank for rank, id_ in enumerate(ranking, 1) if id_ in gold]
    top = [rank for rank in hits if rank <= DEPTH]
    ideal = sum(1 / math.log2(rank + 1) for rank in range(1, min(DEPTH, len(gold)) + 1))
    return Measures(
        recall_1=(1 in hits) / len(gold),
        recall_10=len(top) / len(gold),
        ndcg_10=sum(1 / math.log2(rank + 1) for rank in top) / ideal,
        mrr=1 / hits[0] if hits else 0.0,
    )


class Difference(NamedTuple):
    """Mean of a - b over the same questions, and its 95 % interval."""

    mean: float
    low: float
    high: float


def paired_bootstrap(a: Sequence[float], b: Sequence[float]) -> Difference:
    """Percentile interval of the mean difference, questions drawn again with replacement (Efron & Tibshirani 1993, ch. 13)."""
    difference = np.asarray(a) - np.asarray(b)
    generator = np.random.default_rng(_SEED)
    means: NDArray[np.float64] = np.array(
        [difference[generator.integers(0, len(difference), len(difference))].mean() for _ in range(_RESAMPLES)]
    )
    low, high = np.percentile(means, [2.5, 97.5])
    return Difference(float(difference.mean()), float(low), float(high))
