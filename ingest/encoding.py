"""Passages → vectors. What was encoded once, in any document, is taken from the catalogue."""

from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from corpus.catalogue import Catalogue
from corpus.catalogue.vectors import load_vectors, save_vectors, text_hash
from corpus.encoder import Encoder
from corpus.types import value

CHUNK = 128  # texts encoded and kept at once: a crash costs no more than that


@value
class EncodedPassages:
    """What is said of each passage, its hash and its vector, in the order of the passages."""

    texts: tuple[str, ...]
    hashes: tuple[bytes, ...]
    vectors: NDArray[np.float32]


def encode(
    catalogue: Catalogue, encoder: Encoder, texts: Sequence[str], report: Callable[[float], None] = lambda _: None
) -> EncodedPassages:
    """Vectors for texts. ``report`` is told the share done, often, and may raise to stop the work."""
    hashes = tuple(text_hash(text) for text in texts)
    with catalogue.read() as connection:
        known = load_vectors(connection, encoder.identity, hashes)
    fresh = list({h: text for h, text in zip(hashes, texts, strict=True) if h not in known}.items())
    for start in range(0, len(fresh), CHUNK):
        report(start / len(fresh))
        chunk = fresh[start : start + CHUNK]
        vectors = encoder.encode_passages([text for _, text in chunk], partial(_tell, report, start, len(fresh)))
        made = {h: vector for (h, _), vector in zip(chunk, vectors, strict=True)}
        with catalogue.write() as connection:
            save_vectors(connection, encoder.identity, made)
        known.update(made)
    report(1.0)
    rows = [known[h] for h in hashes]
    return EncodedPassages(
        tuple(texts), hashes, np.stack(rows) if rows else np.empty((0, encoder.dimension), np.float32)
    )


def _tell(report: Callable[[float], None], before: int, whole: int, done: int) -> None:
    report((before + done) / whole)
