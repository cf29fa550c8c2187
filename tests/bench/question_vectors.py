"""Vectors of questions, kept between runs by the text alone: after a change only what is read otherwise is encoded again."""

import sqlite3
from hashlib import blake2b
from pathlib import Path

import numpy as np

from corpus.encoder import Encoder, Vectors


class QuestionVectors:
    """An encoder of questions with a memory on disk; one process at a time."""

    def __init__(self, encoder: Encoder, path: Path) -> None:
        self._encoder = encoder
        path.parent.mkdir(parents=True, exist_ok=True)
        self._base = sqlite3.connect(path)
        self._base.execute("CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB) WITHOUT ROWID")

    def encode(self, text: str) -> Vectors:
        """The vector of a question, shape (dimension,)."""
        key = blake2b(f"{self._encoder.identity}\n{text}".encode(), digest_size=16).digest()
        row = self._base.execute("SELECT vector FROM vectors WHERE key = ?", (key,)).fetchone()
        if row:
            return np.frombuffer(row[0], np.float32)
        vector = self._encoder.encode_question(text).astype(np.float32)
        self._base.execute("INSERT INTO vectors VALUES (?, ?)", (key, vector.tobytes()))
        return vector

    def close(self) -> None:
        """Keep what was encoded."""
        self._base.commit()
        self._base.close()
