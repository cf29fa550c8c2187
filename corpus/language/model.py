"""How likely one syllable stands beside another: the general model that ships, bent by the counts of the corpus.

A pair is looked at from both sides: what follows its left syllable, and what stands before its right one. From unsmoothed counts both
say the same; from smoothed ones the side says more whose syllable was seen more. So a pair weighs the geometric mean of the two.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from corpus.language.base import base_counts
from corpus.language.counts import NOTHING, Counts, Integers, count_texts
from corpus.language.neighbours import Floats, Placed, following, preceding
from corpus.language.tokens import BREAK, NUMBER
from corpus.text import folded

UNKNOWN = 0  # the number of every word that stands nowhere
_UNKNOWN_CHANCE = 1e-8
_PRIOR_SINGLE = (
    20_000.0  # syllables of the corpus that weigh as much as the general model in how frequent syllables are
)


class SyllableModel:
    """Chances of syllables in their order. Never changed: other counts make another model."""

    def __init__(self, general: Counts, own: Counts = NOTHING) -> None:
        self.words = ("", *sorted({*general.words, *own.words}))
        self._number = {word: at for at, word in enumerate(self.words) if word}
        placed, own_placed = self._placed(general), self._placed(own)
        self._chance = _singles(placed, own_placed)
        left, right = np.concatenate((placed.left, own_placed.left)), np.concatenate((placed.right, own_placed.right))
        self._pairs, pair = np.unique(left * len(self.words) + right, return_inverse=True)
        self._following = following(placed, own_placed, pair)
        self._preceding = preceding(placed, own_placed, pair)
        # How much likelier a pair makes its right syllable, its left one: without the share of the rest.
        self._lift_after = self._following.seen / self._chance[self._pairs % len(self.words)]
        self._lift_before = self._preceding.seen / self._chance[self._pairs // len(self.words)]
        self._log_chance: Floats = np.log(self._chance)
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
        return float(self._log_chance[number])

    def following(self, left: Integers, right: Integers) -> Floats:
        """The chance that each ``right`` follows its ``left``."""
        return self._of_pairs(self._following.seen, left, right) + self._following.rest[left] * self._chance[right]

    def preceding(self, left: Integers, right: Integers) -> Floats:
        """The chance that each ``left`` stands before its ``right``."""
        return self._of_pairs(self._preceding.seen, left, right) + self._preceding.rest[right] * self._chance[left]

    def log_step(self, left: Integers, right: Integers) -> Floats:
        """How well each ``right`` stands after its ``left``: natural logarithms, the mean of both sides.

        The chance to stand before is turned round by Bayes' rule, so that both are of the right syllable, given the left one.
        """
        found, at = self._looked_up(left, right)
        after = np.where(found, self._lift_after[at], 0.0) + self._following.rest[left]
        before = np.where(found, self._lift_before[at], 0.0) + self._preceding.rest[right]
        mean: Floats = self._log_chance[right] + 0.5 * np.log(after * before)
        return mean

    def log_steps(self, places: Sequence[Integers]) -> list[Floats]:
        """For neighbouring places, each with some syllables, how well each right one stands after each left one (left, right).

        All pairs are looked up at once: a question takes one search.
        """
        pairs = list(pairwise(places))
        found = self.log_step(
            np.concatenate([left.repeat(len(right)) for left, right in pairs]),
            np.concatenate([np.tile(right, len(left)) for left, right in pairs]),
        )
        steps, at = [], 0
        for left, right in pairs:
            end = at + len(left) * len(right)
            steps.append(found[at:end].reshape(len(left), len(right)))
            at = end
        return steps

    def has_seen(self, left: Integers, right: Integers) -> NDArray[np.bool_]:
        """Whether each ``right`` has been seen after its ``left``."""
        return self._of_pairs(self._following.seen, left, right) > 0

    def _of_pairs(self, values: Floats, left: Integers, right: Integers) -> Floats:
        found, at = self._looked_up(left, right)
        return np.where(found, values[at], 0.0)

    def _looked_up(self, left: Integers, right: Integers) -> tuple[NDArray[np.bool_], Integers]:
        """Which pairs have been seen, and where in the tables they stand."""
        keys = left * len(self.words) + right
        at = np.minimum(np.searchsorted(self._pairs, keys), len(self._pairs) - 1)
        return self._pairs[at] == keys, at

    def _placed(self, counts: Counts) -> Placed:
        at = np.fromiter((self._number[word] for word in counts.words), np.int64, len(counts.words))
        singles = np.zeros(len(self.words), np.int64)
        singles[at] = counts.singles
        return Placed(singles, at[counts.left], at[counts.right], counts.often)

    def _by_folded(self) -> dict[str, tuple[int, ...]]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number in np.argsort(-self._chance, kind="stable").tolist():
            if number != UNKNOWN and self.words[number] not in (BREAK, NUMBER):
                found[folded(self.words[number])].append(number)
        return {plain: tuple(numbers) for plain, numbers in found.items()}


def _singles(general: Placed, own: Placed) -> Floats:
    chance: Floats = _PRIOR_SINGLE * general.singles / max(general.singles.sum(), 1) + own.singles
    chance /= chance.sum()
    chance[UNKNOWN] = _UNKNOWN_CHANCE
    return chance
