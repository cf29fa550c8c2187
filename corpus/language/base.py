"""The general model that ships: counts of syllables and pairs in one small file, no text. ``build.py`` makes it."""

from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.language.counts import Counts, Integers

FILE = "base.npz"
_STEPS = 10  # of a count's scale for each doubling: 3.5 % at most are lost


@cache
def base_counts() -> Counts:
    """The counts that ship."""
    with files("corpus.language").joinpath(FILE).open("rb") as file, np.load(file, allow_pickle=False) as stored:
        words = tuple(bytes(stored["words"]).decode().split("\n"))
        left = np.repeat(np.arange(len(words), dtype=np.int64), stored["followers"].astype(np.int64))
        return Counts(
            words,
            _unscaled(stored["singles"]),
            (left << 32) | stored["right"].astype(np.int64),
            _unscaled(stored["often"]),
        )


def write_base(path: Path, counts: Counts) -> None:
    """Write the file: pairs row by row of their left syllable, counts on a scale of logarithms.

    Raises:
        ValueError: more syllables than the file can number.
    """
    if len(counts.words) > np.iinfo(np.uint16).max:
        raise ValueError("too many syllables")
    np.savez_compressed(
        path,
        words=np.frombuffer("\n".join(counts.words).encode(), np.uint8),
        singles=_scaled(counts.singles),
        followers=np.bincount(counts.left, minlength=len(counts.words)).astype(np.uint16),
        right=counts.right.astype(np.uint16),
        often=_scaled(counts.often),
    )


def _scaled(counts: Integers) -> NDArray[np.uint8]:
    return np.round(_STEPS * np.log2(counts)).astype(np.uint8)


def _unscaled(steps: NDArray[np.uint8]) -> Integers:
    counts: Integers = np.round(2 ** (steps.astype(np.float64) / _STEPS)).astype(np.int64)
    return counts
