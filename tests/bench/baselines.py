"""Two other ways to build the same from packages, over the same passages, vectors and questions; each runs in a process of its own.

    python -m tests.bench.baselines haystack|sqlite DATA ENCODER     (questions as JSON on standard input, figures as JSON on standard output)

They find ten passages and no more: no answer, no citation, no HTTP. What they are asked for is less than what the product does.
"""

import json
import re
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import psutil

from corpus.analyser import terms
from corpus.bm25 import SparseVector, passage_weights, question_weights
from corpus.encoder import Vectors, open_encoder
from corpus.encoder.bundled import write_bundled_model
from tests.bench.load import time_calls
from tests.bench.stored import load_passages

TOP = 10
CANDIDATES = 100
RRF_K = 60
_ENCODED = 128  # passages that are really encoded, to measure that rate


class Baseline(Protocol):
    """A search over passages."""

    def encode(self, texts: Sequence[str]) -> object:
        """Vectors of passages, as this stack makes them."""

    def add(self, texts: Sequence[str], vectors: Vectors) -> None:
        """Index passages whose vectors are given."""

    def ask(self, question: str) -> object:
        """The ten best passages."""


class HaystackQdrant:
    """Haystack, QdrantDocumentStore on a path, Sentence Transformers, RRF: the stack that most would build from these packages."""

    def __init__(self, _encoder: Path, scratch: Path) -> None:
        from haystack import Document, Pipeline
        from haystack.dataclasses import SparseEmbedding
        from haystack.utils import ComponentDevice
        from haystack_integrations.components.embedders.sentence_transformers import (
            SentenceTransformersDocumentEmbedder,
            SentenceTransformersTextEmbedder,
        )
        from haystack_integrations.components.retrievers.qdrant import QdrantHybridRetriever
        from haystack_integrations.document_stores.qdrant import QdrantDocumentStore

        write_bundled_model(scratch / "model")
        model: dict[str, Any] = {
            "model": str(scratch / "model"), "device": ComponentDevice.from_str("cpu"), "progress_bar": False, "normalize_embeddings": True,
        }  # fmt: skip
        self._document, self._sparse = Document, SparseEmbedding
        self._store = QdrantDocumentStore(
            path=str(scratch / "qdrant"), embedding_dim=384, use_sparse_embeddings=True, sparse_idf=True, progress_bar=False
        )  # fmt: skip
        self._embedder = SentenceTransformersDocumentEmbedder(prefix="passage: ", **model)
        self._pipeline = Pipeline()
        self._pipeline.add_component("embedder", SentenceTransformersTextEmbedder(prefix="query: ", **model))
        self._pipeline.add_component("retriever", QdrantHybridRetriever(document_store=self._store, top_k=TOP))
        self._pipeline.connect("embedder.embedding", "retriever.query_embedding")

    def encode(self, texts: Sequence[str]) -> object:
        """See Baseline."""
        return self._embedder.run([self._document(content=text) for text in texts])

    def add(self, texts: Sequence[str], vectors: Vectors) -> None:
        """See Baseline."""
        rows = zip(texts, vectors, strict=True)
        self._store.write_documents([
            self._document(id=str(n), content=text, embedding=vector.tolist(), sparse_embedding=self._weights(passage_weights(terms(text))))
            for n, (text, vector) in enumerate(rows)
        ])  # fmt: skip

    def ask(self, question: str) -> object:
        """See Baseline."""
        weights = self._weights(question_weights(terms(question)))
        return self._pipeline.run({"embedder": {"text": question}, "retriever": {"query_sparse_embedding": weights}})

    def _weights(self, vector: SparseVector) -> Any:
        return self._sparse(vector.indices.tolist(), vector.values.tolist())


class SqliteNumpy:
    """SQLite FTS5, a matrix in memory, the product's own encoder, RRF: as lean as it gets."""

    def __init__(self, encoder: Path, scratch: Path) -> None:
        self._encoder = open_encoder(encoder)
        self._base = sqlite3.connect(scratch / "fts.sqlite")
        self._base.execute("CREATE VIRTUAL TABLE passages USING fts5(body, tokenize = 'unicode61 remove_diacritics 0')")
        self._matrix = np.empty((0, self._encoder.dimension), np.float32)

    def encode(self, texts: Sequence[str]) -> object:
        """See Baseline."""
        return self._encoder.encode_passages(texts)

    def add(self, texts: Sequence[str], vectors: Vectors) -> None:
        """See Baseline."""
        self._base.executemany("INSERT INTO passages(rowid, body) VALUES (?, ?)", enumerate(texts))
        self._base.commit()
        self._matrix = np.ascontiguousarray(vectors)

    def ask(self, question: str) -> object:
        """See Baseline."""
        words = " OR ".join(f'"{word}"' for word in re.findall(r"[^\W_]+", question))
        query = "SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ?"
        worded = [row[0] for row in self._base.execute(query, (words, CANDIDATES))]
        near = self._matrix @ self._encoder.encode_question(question)
        best = np.argpartition(-near, min(CANDIDATES, len(near) - 1))[:CANDIDATES]
        scores: dict[int, float] = {}
        for arm in (worded, best[np.argsort(-near[best])].tolist()):
            for position, row in enumerate(arm, 1):
                scores[row] = scores.get(row, 0.0) + 1 / (RRF_K + position)
        found = sorted(scores, key=lambda row: -scores[row])[:TOP]
        marks = ",".join("?" * len(found))
        return self._base.execute(f"SELECT body FROM passages WHERE rowid IN ({marks})", found).fetchall()


BASELINES: dict[str, Callable[[Path, Path], Baseline]] = {"haystack": HaystackQdrant, "sqlite": SqliteNumpy}


def measure(name: str, data: Path, encoder: Path, questions: Sequence[str]) -> dict[str, Any]:
    """All figures of one baseline."""
    texts, vectors = load_passages(data, encoder)
    with tempfile.TemporaryDirectory() as scratch:
        before = psutil.Process().memory_info().rss
        begun = time.perf_counter()
        baseline = BASELINES[name](encoder, Path(scratch))
        opened = time.perf_counter()
        baseline.add(texts, vectors)
        added = time.perf_counter()
        baseline.encode(texts[:_ENCODED])
        encoded = time.perf_counter()
        latency = time_calls(baseline.ask, questions)
    return {
        "passages": len(texts),
        "open_s": round(opened - begun, 2),
        "index_per_s": round(len(texts) / (added - opened), 1),
        "encode_per_s": round(min(_ENCODED, len(texts)) / (encoded - added), 1),
        "ask_ms": latency._asdict(),
        "rss_mb": round((psutil.Process().memory_info().rss - before) / 1e6),
    }


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), json.load(sys.stdin))))
