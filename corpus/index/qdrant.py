"""The index on a Qdrant server or cluster; the client's in-memory mode stands for the server in tests."""

import threading
from collections.abc import Sequence
from contextlib import nullcontext
from typing import Any

import numpy as np
from numpy.typing import NDArray
from qdrant_client import QdrantClient
from qdrant_client import models as m

from corpus.bm25 import SparseVector
from corpus.errors import IndexUnavailable
from corpus.index import (
    DENSE,
    INTEGER_FIELDS,
    KEYWORD_FIELDS,
    MANY,
    SLACK,
    TERMS,
    Found,
    Point,
    Where,
    checked,
    ordered,
)

MEMORY = ":memory:"


class QdrantIndex:
    """One collection. ``url`` may be ":memory:"; that mode is not thread-safe, so its calls go one at a time."""

    def __init__(
        self,
        url: str,
        collection: str,
        dimension: int,
        *,
        api_key: str | None = None,
        shards: int = 1,
        replicas: int = 1,
    ) -> None:
        self.collection, self.dimension = collection, dimension
        # the check of versions warns from a thread of its own, past the log, when the server is away
        self._client = (
            QdrantClient(MEMORY)
            if url == MEMORY
            else QdrantClient(url=url, api_key=api_key, timeout=30, check_compatibility=False)
        )
        self._one_at_a_time = threading.RLock() if url == MEMORY else nullcontext()
        self._parts = {"shard_number": shards, "replication_factor": replicas}
        if not self._call("collection_exists"):
            self._create(indexed=url != MEMORY)

    def _call(self, method: str, *args: Any, **kwargs: Any) -> Any:
        try:
            with self._one_at_a_time:
                return getattr(self._client, method)(self.collection, *args, **kwargs)
        except ValueError:
            raise
        except Exception as error:  # httpx and grpc errors, UnexpectedResponse: the server is away or refuses
            raise IndexUnavailable(str(error)) from error

    def _create(self, *, indexed: bool) -> None:
        self._call(
            "create_collection",
            vectors_config={DENSE: m.VectorParams(size=self.dimension, distance=m.Distance.DOT)},
            sparse_vectors_config={TERMS: m.SparseVectorParams(modifier=m.Modifier.IDF)},
            **self._parts,
        )
        kinds = [(f, m.PayloadSchemaType.KEYWORD) for f in KEYWORD_FIELDS] + [
            (f, m.PayloadSchemaType.INTEGER) for f in INTEGER_FIELDS
        ]
        for field, kind in kinds if indexed else []:
            self._call("create_payload_index", field, kind)

    def upsert(self, points: Sequence[Point]) -> None:
        """See SearchIndex."""
        rows = [
            m.PointStruct(id=p.id, vector={DENSE: p.vector.tolist(), TERMS: _sparse(p.terms)}, payload=dict(p.fields))
            for p in checked(points, self.dimension)
        ]
        if rows:
            self._call("upsert", rows, wait=True)

    def delete(self, where: Where) -> None:
        """See SearchIndex."""
        if not where:
            raise ValueError("delete everything with clear()")
        self._call("delete", m.FilterSelector(filter=_filter(where) or m.Filter()), wait=True)

    def search_vector(self, vector: NDArray[np.float32], limit: int, where: Where) -> list[Found]:
        """See SearchIndex."""
        return self._search(vector.tolist(), DENSE, limit, where)

    def search_terms(self, terms: SparseVector, limit: int, where: Where) -> list[Found]:
        """See SearchIndex."""
        return self._search(_sparse(terms), TERMS, limit, where) if len(terms.indices) else []

    def _search(self, query: Any, using: str, limit: int, where: Where) -> list[Found]:
        answer = self._call(
            "query_points",
            query=query,
            using=using,
            limit=limit + SLACK,
            query_filter=_filter(where),
            with_payload=False,
        )
        return ordered([Found(str(p.id), p.score) for p in answer.points], limit)

    def facet(self, field: str, where: Where) -> dict[str, int]:
        """See SearchIndex."""
        answer = self._call("facet", field, facet_filter=_filter(where), limit=MANY, exact=True)
        return {str(hit.value): hit.count for hit in answer.hits if hit.count}

    def count(self, where: Where) -> int:
        """See SearchIndex."""
        return int(self._call("count", _filter(where), exact=True).count)

    def ids(self, where: Where) -> set[str]:
        """See SearchIndex."""
        found: set[str] = set()
        offset = None
        while True:
            records, offset = self._call("scroll", _filter(where), limit=5000, offset=offset, with_payload=False)
            found.update(str(record.id) for record in records)
            if offset is None:
                return found

    def clear(self) -> None:
        """See SearchIndex."""
        self._call("delete", m.FilterSelector(filter=m.Filter()), wait=True)

    def flush(self) -> None:
        """The server looks after that."""

    def close(self) -> None:
        """See SearchIndex."""
        self._client.close()


def _sparse(vector: SparseVector) -> m.SparseVector:
    return m.SparseVector(indices=vector.indices.tolist(), values=vector.values.tolist())


def _filter(where: Where) -> m.Filter | None:
    if not where:
        return None
    return m.Filter(must=[m.FieldCondition(key=key, match=m.MatchAny(any=values)) for key, values in where.items()])
