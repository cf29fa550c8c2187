"""Signs and outcomes → weights of a logistic model, and how well it does on documents it has not seen."""

import zlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from search_api.asking.refusing.sureness import WEIGHTS
from tests.bench.refusal.asking import Outcome

Floats = NDArray[np.float64]
NAMES = tuple(WEIGHTS)
_FOLDS = 5
_RIDGE = 1.0  # on standardised signs
_STEPS = 50


def fit(outcomes: Sequence[Outcome]) -> tuple[float, dict[str, float]]:
    """Constant and weights, from the outcomes that no flag rules out."""
    passing = [outcome for outcome in outcomes if outcome.passes]
    weights = _logistic(_signs(passing), np.array([outcome.right for outcome in passing], float))
    return float(weights[0]), dict(zip(NAMES, map(float, weights[1:]), strict=True))


def held_out_scores(outcomes: Sequence[Outcome]) -> Floats:
    """How sure each answer is by weights that were fitted without its document; 0 where a flag rules it out."""
    signs, folds = _signs(outcomes), np.array([_fold(outcome) for outcome in outcomes])
    passing = np.array([outcome.passes for outcome in outcomes])
    right = np.array([outcome.right for outcome in outcomes], float)
    scores = np.zeros(len(outcomes))
    for fold in range(_FOLDS):
        learnt, asked = passing & (folds != fold), passing & (folds == fold)
        weights = _logistic(signs[learnt], right[learnt])
        scores[asked] = 1 / (1 + np.exp(-(weights[0] + signs[asked] @ weights[1:])))
    return scores


def area(scores: Floats, right: NDArray[np.bool_]) -> float:
    """How often a right one is surer than one that is not (area under the curve)."""
    ranks = np.argsort(np.argsort(scores, kind="stable"), kind="stable")
    good, bad = int(right.sum()), int((~right).sum())
    return float((ranks[right].sum() - good * (good - 1) / 2) / (good * bad)) if good and bad else 1.0


def _fold(outcome: Outcome) -> int:
    return zlib.crc32((outcome.made.document or outcome.made.words).encode()) % _FOLDS


def _signs(outcomes: Sequence[Outcome]) -> Floats:
    return np.array([[outcome.figures[name] for name in NAMES] for outcome in outcomes])


def _logistic(signs: Floats, right: Floats) -> Floats:
    """Constant and weights of ridge regression by Newton's method."""
    mean, spread = signs.mean(0), signs.std(0) + 1e-9
    columns = np.column_stack([np.ones(len(signs)), (signs - mean) / spread])
    ridge = np.diag([0.0, *[_RIDGE] * signs.shape[1]])
    weights = np.zeros(columns.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-columns @ weights))
        curvature = columns.T @ (columns * (chance * (1 - chance))[:, None]) + ridge
        weights += np.linalg.solve(curvature, columns.T @ (right - chance) - ridge @ weights)
    plain = weights[1:] / spread
    return np.concatenate([[weights[0] - plain @ mean], plain])
