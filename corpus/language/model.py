"""How likely one syllable follows another: the general model that ships, bent by the counts of the corpus.

Counts are discounted (Ney, Essen & Kneser, "On structuring probabilistic dependences in stochastic language modelling", 1994), and
the corpus's own are laid over the general ones as over a prior (Bacchiani & Roark, "Unsupervised language model adaptation", 2003): the
more often the corpus has a syllable, the less the general model has to say of what follows it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from corpus.language.base import base_counts
from corpus.language.counts import NOTHING, Counts, Integers, count_texts
from corpus.language.tokens import BREAK, NUMBER
from corpus.text import folded

Floats = NDArray[np.float64]
UNKNOWN = 0  # the number of every word that stands nowhere
_UNKNOWN_CHANCE = 1e-8
_GENERAL_DISCOUNT, _OWN_DISCOUNT = 0.75, 0.8  # of a pair's count
_PRIOR = 20.0  # occurrences of a syllable in the corpus that weigh as much as the general model
_PRIOR_SINGLE = 20_000.0  # the same for how frequent syllables are, in syllables of the corpus
_LEAST_BACKOFF = 0.01


class SyllableModel:
    """Chances of syllables in their order. Never changed: other counts make another model."""

    def __init__(self, general: Counts, own: Counts = NOTHING) -> None:
        self.words = ("", *sorted({*general.words, *own.words}))
        self._number = {word: at for at, word in enumerate(self.words) if word}
        general_at, own_at = self._places(general), self._places(own)
        self._chance = self._singles(general, general_at, own, own_at)
        size = len(self.words)
        general_part, general_rest = _discounted(general, general_at, size, _GENERAL_DISCOUNT, 0.0)
        own_part, own_rest = _discounted(own, own_at, size, _OWN_DISCOUNT, _PRIOR)
        general_keys, own_keys = _keys(general, general_at, size), _keys(own, own_at, size)
        self._pairs, inverse = np.unique(np.concatenate((general_keys, own_keys)), return_inverse=True)
        parts = np.concatenate((general_part * own_rest[general_keys // size], own_part))
        self._seen = np.bincount(inverse, weights=parts, minlength=len(self._pairs))
        self._rest = own_rest * np.maximum(general_rest, _LEAST_BACKOFF)
        self._spellings = self._by_folded()

    @staticmethod
    @cache
    def base() -> "SyllableModel":
        """The general model alone."""
        return SyllableModel(base_counts())

    @classmethod
    def with_counts(cls, own: Counts) -> "SyllableModel":
        """The general model bent by a corpus."""
        return cls(base_counts(), own)

    @classmethod
    def with_texts(cls, texts: Iterable[str]) -> "SyllableModel":
        """The general model bent by these texts."""
        return cls.with_counts(count_texts(texts))

    def number(self, word: str) -> int:
        """A syllable's number; ``UNKNOWN`` if it stands nowhere."""
        return self._number.get(word, UNKNOWN)

    def spelt(self, plain: str) -> tuple[int, ...]:
        """The syllables that are this one without marks, likely ones first."""
        return self._spellings.get(plain, ())

    def log_chance(self, number: int) -> float:
        """How likely a syllable is anywhere."""
        return float(np.log(self._chance[number]))

    def log_following(self, left: Integers, right: Integers) -> Floats:
        """How likely each ``right`` follows its ``left``, as natural logarithms."""
        found: Floats = np.log(
            self._seen_chance(left * len(self.words) + right) + self._rest[left] * self._chance[right]
        )
        return found

    def log_steps(self, places: Sequence[Integers]) -> list[Floats]:
        """For neighbouring places, each with some syllables, how likely each right one follows each left one (left, right).

        All pairs are looked up at once: a question takes one search.
        """
        size, pairs = len(self.words), list(pairwise(places))
        keys = np.concatenate([np.add.outer(left * size, right).ravel() for left, right in pairs])
        rest = np.concatenate(
            [np.multiply.outer(self._rest[left], self._chance[right]).ravel() for left, right in pairs]
        )
        found = np.log(self._seen_chance(keys) + rest)
        steps, at = [], 0
        for left, right in pairs:
            end = at + len(left) * len(right)
            steps.append(found[at:end].reshape(len(left), len(right)))
            at = end
        return steps

    def has_seen(self, left: Integers, right: Integers) -> NDArray[np.bool_]:
        """Whether each ``right`` has been seen after its ``left``."""
        return self._seen_chance(left * len(self.words) + right) > 0

    def _seen_chance(self, keys: Integers) -> Floats:
        places = np.minimum(np.searchsorted(self._pairs, keys), len(self._pairs) - 1)
        found: Floats = np.where(self._pairs[places] == keys, self._seen[places], 0.0)
        return found

    def _places(self, counts: Counts) -> Integers:
        return np.fromiter((self._number[word] for word in counts.words), np.int64, len(counts.words))

    def _singles(self, general: Counts, general_at: Integers, own: Counts, own_at: Integers) -> Floats:
        chance = np.zeros(len(self.words))
        chance[general_at] = _PRIOR_SINGLE * general.singles / max(general.singles.sum(), 1)
        chance[own_at] += own.singles
        chance /= chance.sum()
        chance[UNKNOWN] = _UNKNOWN_CHANCE
        return chance

    def _by_folded(self) -> dict[str, tuple[int, ...]]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number in np.argsort(-self._chance, kind="stable").tolist():
            if number != UNKNOWN and self.words[number] not in (BREAK, NUMBER):
                found[folded(self.words[number])].append(number)
        return {plain: tuple(numbers) for plain, numbers in found.items()}


def _keys(counts: Counts, at: Integers, size: int) -> Integers:
    return at[counts.left] * size + at[counts.right]


def _discounted(counts: Counts, at: Integers, size: int, discount: float, prior: float) -> tuple[Floats, Floats]:
    """The chance that each pair has for itself, and for each syllable what is left for other followers."""
    totals = np.ones(size)
    totals[at] = np.maximum(counts.singles + prior, 1.0)
    part: Floats = np.maximum(counts.often - discount, 0.0) / totals[at[counts.left]]
    taken: Floats = np.bincount(at[counts.left], weights=part, minlength=size).astype(np.float64)
    return part, 1.0 - taken
