"""What stands beside a syllable, on its right or on its left: the chances of pairs that were seen, and what is left for others.

Counts are discounted (Ney, Essen & Kneser, "On structuring probabilistic dependences in stochastic language modelling", 1994), and
the corpus's own are laid over the general ones as over a prior (Bacchiani & Roark, "Unsupervised language model adaptation", 2003): the
more often the corpus has a syllable, the less the general model has to say of what stands beside it.
"""

import numpy as np
from numpy.typing import NDArray

from corpus.language.counts import Integers
from corpus.types import value

Floats = NDArray[np.float64]
_GENERAL_DISCOUNT, _OWN_DISCOUNT = 0.75, 0.9  # of a pair's count
_PRIOR = 20.0  # occurrences of a syllable in the corpus that weigh as much as the general model
_LEAST_BACKOFF = 0.01


@value
class Placed:
    """Counts with their places in a model: how often each of its syllables stands there (size,), and of every pair the left syllable,
    the right one, and how often.
    """

    singles: Integers
    left: Integers
    right: Integers
    often: Integers


@value
class Neighbours:
    """``seen``: of each pair of the model, the chance it has for itself; ``rest``: of each syllable, the share of chances that is left
    for what has not been seen beside it.
    """

    seen: Floats
    rest: Floats


def following(general: Placed, own: Placed, pair: Integers) -> Neighbours:
    """What follows a syllable. ``pair``: the number of each pair of ``general``, then of ``own``."""
    return _laid_over(general, general.left, own, own.left, pair)


def preceding(general: Placed, own: Placed, pair: Integers) -> Neighbours:
    """What stands before a syllable, numbered as in :func:`following`."""
    return _laid_over(general, general.right, own, own.right, pair)


def _laid_over(
    general: Placed, general_beside: Integers, own: Placed, own_beside: Integers, pair: Integers
) -> Neighbours:
    general_part, general_rest = _discounted(general, general_beside, _GENERAL_DISCOUNT, 0.0)
    own_part, own_rest = _discounted(own, own_beside, _OWN_DISCOUNT, _PRIOR)
    parts = np.concatenate((general_part * own_rest[general_beside], own_part))
    seen: Floats = np.bincount(pair, weights=parts).astype(np.float64)
    return Neighbours(seen, own_rest * np.maximum(general_rest, _LEAST_BACKOFF))


def _discounted(counts: Placed, beside: Integers, discount: float, prior: float) -> tuple[Floats, Floats]:
    """The chance that each pair has for itself, and for each syllable what is left for other neighbours."""
    totals = np.maximum(counts.singles + prior, 1.0)
    part: Floats = np.maximum(counts.often - discount, 0.0) / totals[beside]
    taken: Floats = np.bincount(beside, weights=part, minlength=len(totals)).astype(np.float64)
    return part, 1.0 - taken
