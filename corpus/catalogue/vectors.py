"""Vectors kept by (hash of the text, encoder): a rebuild, a new version or a second copy of a passage is not encoded again."""

from collections.abc import Mapping, Sequence
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, select

from corpus.catalogue.schema import vectors

_ASK = 500  # names in one IN (...)


def text_hash(text: str) -> bytes:
    """The key of a text: 16 bytes."""
    return blake2b(text.encode(), digest_size=16).digest()


def load_vectors(connection: Connection, encoder: str, hashes: Sequence[bytes]) -> dict[bytes, NDArray[np.float32]]:
    """Those of the vectors that are known, by text hash."""
    found: dict[bytes, NDArray[np.float32]] = {}
    for start in range(0, len(hashes), _ASK):
        wanted = vectors.c.text_hash.in_(hashes[start : start + _ASK])
        rows = connection.execute(
            select(vectors.c.text_hash, vectors.c.vector).where(vectors.c.encoder == encoder, wanted)
        )
        found.update((row.text_hash, np.frombuffer(row.vector, np.float32)) for row in rows)
    return found


def save_vectors(connection: Connection, encoder: str, found: Mapping[bytes, NDArray[np.float32]]) -> None:
    """Keep vectors; those that are known already stay as they are."""
    known = load_vectors(connection, encoder, list(found))
    rows = [{"text_hash": k, "encoder": encoder, "vector": v.tobytes()} for k, v in found.items() if k not in known]
    if rows:
        connection.execute(vectors.insert(), rows)
