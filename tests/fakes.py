"""Small real classes behind the seams."""

from collections.abc import Sequence
from hashlib import blake2b

import numpy as np

from corpus.analyser import terms
from corpus.encoder import Progress, Vectors


class HashEncoder:
    """An encoder without a model: a text's vector is the sum of directions that its terms' hashes give. Like texts are near."""

    identity = "hash-64"
    dimension = 64

    def __init__(self) -> None:
        self.encoded: list[str] = []

    def encode_question(self, text: str) -> Vectors:
        """The vector of a question."""
        return self._vector(text)

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """The vectors of passages; remembers what it was asked for."""
        self.encoded += texts
        if progress:
            progress(len(texts))
        return np.stack([self._vector(text) for text in texts])

    def _vector(self, text: str) -> Vectors:
        total = np.zeros(self.dimension, np.float32)
        for term in terms(text):
            seed = int.from_bytes(blake2b(term.encode(), digest_size=4).digest(), "little")
            total += np.random.default_rng(seed).standard_normal(self.dimension).astype(np.float32)
        length = float(np.linalg.norm(total))
        return total / length if length else np.eye(1, self.dimension, dtype=np.float32)[0]
