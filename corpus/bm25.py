"""BM25 as sparse vectors: term weights are computed here, on both sides; the index multiplies by IDF.

Robertson & Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), section 3.1. Terms become numbers by hashing,
so no vocabulary is kept.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

K1 = 1.2
B = 0.75
AVERAGE_LENGTH = 200.0  # terms of a passage with its surroundings; frozen, so that old and new points stay comparable
BM25_VERSION = f"{K1:g},{B:g},{AVERAGE_LENGTH:g}"


class SparseVector(NamedTuple):
    """Weights by term number: ``indices`` (n,) ascending and unique, ``values`` (n,)."""

    indices: NDArray[np.uint32]
    values: NDArray[np.float32]


@lru_cache(maxsize=1 << 18)
def term_number(term: str) -> int:
    """A 32-bit number for a term; among 300,000 terms about ten share theirs with another."""
    return int.from_bytes(blake2b(term.encode(), digest_size=4).digest(), "little")


def passage_weights(passage_terms: Iterable[str]) -> SparseVector:
    """Saturated term frequencies of a passage: ``f (k1 + 1) / (f + k1 (1 - b + b length / average))``."""
    indices, frequencies = _arrays(Counter(map(term_number, passage_terms)))
    norm = K1 * (1 - B + B * float(frequencies.sum()) / AVERAGE_LENGTH)
    return SparseVector(indices, (frequencies * (K1 + 1) / (frequencies + norm)).astype(np.float32))


def question_weights(question_terms: Iterable[str], others: Mapping[str, float] | None = None) -> SparseVector:
    """How often each term stands in the question; ``others``: weights of terms that say the same in another form."""
    counts: dict[int, float] = dict(Counter(map(term_number, question_terms)))
    for term, weight in (others or {}).items():
        counts.setdefault(term_number(term), weight)
    indices, weights = _arrays(counts)
    return SparseVector(indices, weights.astype(np.float32))


def _arrays(counts: Mapping[int, float]) -> tuple[NDArray[np.uint32], NDArray[np.float64]]:
    indices = np.fromiter(counts.keys(), np.uint32, len(counts))
    values = np.fromiter(counts.values(), np.float64, len(counts))
    order = np.argsort(indices)
    return indices[order], values[order]
