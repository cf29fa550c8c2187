"""How often syllables and pairs of neighbouring syllables stand in texts: counted, added, taken away, kept in one file."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from corpus.language.tokens import BREAK, tokens_of
from corpus.types import value

Integers = NDArray[np.int64]


@value
class Counts:
    """``singles[i]``: how often ``words[i]`` stands there. ``pairs`` and ``often``: pairs of places in ``words``, left place times
    2^32 plus right place, ascending, and how often each.
    """

    words: tuple[str, ...]
    singles: Integers
    pairs: Integers
    often: Integers

    @property
    def left(self) -> Integers:
        """Places of the left syllables."""
        return self.pairs >> 32

    @property
    def right(self) -> Integers:
        """Places of the right syllables."""
        return self.pairs & 0xFFFFFFFF


NOTHING = Counts((), np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.int64))


def count_texts(texts: Iterable[str]) -> Counts:
    """The counts of some texts."""
    singles: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for text in texts:
        tokens = [BREAK, *tokens_of(text)]
        singles.update(tokens)
        pairs.update(pairwise(tokens))
    words = tuple(sorted(singles))
    place = {word: at for at, word in enumerate(words)}
    keys = np.fromiter(((place[a] << 32) | place[b] for a, b in pairs), np.int64, len(pairs))
    often = np.fromiter(pairs.values(), np.int64, len(pairs))
    order = np.argsort(keys)
    return Counts(
        words, np.fromiter((singles[word] for word in words), np.int64, len(words)), keys[order], often[order]
    )


def total_of(parts: Sequence[tuple[int, Counts]]) -> Counts:
    """The sum of counts, each taken so many times (-1 takes it away); what stands nowhere any more is left out."""
    words = tuple(sorted({word for _, part in parts for word in part.words}))
    place = {word: at for at, word in enumerate(words)}
    singles = np.zeros(len(words), np.int64)
    keys, often = [], []
    for times, part in parts:
        moved = np.fromiter((place[word] for word in part.words), np.int64, len(part.words))
        singles[moved] += times * part.singles
        keys.append((moved[part.left] << 32) | moved[part.right])
        often.append(times * part.often)
    pairs, inverse = np.unique(np.concatenate(keys or [NOTHING.pairs]), return_inverse=True)
    sums = np.zeros(len(pairs), np.int64)
    np.add.at(sums, inverse, np.concatenate(often or [NOTHING.often]))
    return _without_zeros(Counts(words, singles, pairs, sums))


def _without_zeros(counts: Counts) -> Counts:
    stay = counts.singles > 0
    kept = (counts.often > 0) & stay[counts.left] & stay[counts.right]
    moved = np.cumsum(stay) - 1
    pairs = (moved[counts.left[kept]] << 32) | moved[counts.right[kept]]
    words = tuple(word for word, is_kept in zip(counts.words, stay.tolist(), strict=True) if is_kept)
    return Counts(words, counts.singles[stay], pairs, counts.often[kept])
