"""The embedded index: a Qdrant Edge shard in a folder. Its calls hold the GIL, so it lives in a process of its own (``process.py``)."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

import numpy as np
import qdrant_edge as edge
from numpy.typing import NDArray

from corpus.bm25 import SparseVector
from corpus.errors import DataFolderBusy, IndexUnavailable
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


class EdgeIndex:
    """One shard, searched by brute force: exact, and fast enough to 200,000 points. WAL on: what was upserted outlives a kill."""

    def __init__(self, folder: Path, dimension: int) -> None:
        self.folder, self.dimension = folder, dimension
        try:
            self._shard = (
                edge.EdgeShard.load(str(folder)) if folder.is_dir() and any(folder.iterdir()) else self._created()
            )
        except Exception as error:  # the engine raises its own bare exceptions
            raise (
                DataFolderBusy(str(folder)) if "WouldBlock" in str(error) else IndexUnavailable(str(error))
            ) from error

    def _created(self) -> edge.EdgeShard:
        """A new shard, made beside its place and moved there whole: one whose making was cut off could not be opened."""
        scratch = self.folder.with_name(self.folder.name + ".new")
        shutil.rmtree(scratch, ignore_errors=True)
        scratch.mkdir(parents=True)
        config = edge.EdgeConfig(
            vectors={DENSE: edge.EdgeVectorParams(size=self.dimension, distance=edge.Distance.Dot)},
            sparse_vectors={TERMS: edge.EdgeSparseVectorParams(modifier=edge.Modifier.Idf)},
        )
        shard = edge.EdgeShard.create(str(scratch), config)
        kinds = [(f, edge.PayloadSchemaType.Keyword) for f in KEYWORD_FIELDS]
        for field, kind in [*kinds, *((f, edge.PayloadSchemaType.Integer) for f in INTEGER_FIELDS)]:
            shard.update(edge.UpdateOperation.create_field_index(field, kind))
        shard.flush()
        shard.close()
        scratch.rename(self.folder)
        return edge.EdgeShard.load(str(self.folder))

    def upsert(self, points: Sequence[Point]) -> None:
        """See SearchIndex."""
        rows = [
            edge.Point(UUID(p.id), {DENSE: p.vector.tolist(), TERMS: _sparse(p.terms)}, dict(p.fields))
            for p in checked(points, self.dimension)
        ]
        self._shard.update(edge.UpdateOperation.upsert_points(rows))

    def delete(self, where: Where) -> None:
        """See SearchIndex."""
        if not where:
            raise ValueError("delete everything with clear()")
        self._shard.update(edge.UpdateOperation.delete_points_by_filter(_filter(where) or edge.Filter()))

    def search_vector(self, vector: NDArray[np.float32], limit: int, where: Where) -> list[Found]:
        """See SearchIndex."""
        return self._search(edge.Query.Nearest(vector.tolist(), using=DENSE), limit, where)

    def search_terms(self, terms: SparseVector, limit: int, where: Where) -> list[Found]:
        """See SearchIndex."""
        return self._search(edge.Query.Nearest(_sparse(terms), using=TERMS), limit, where) if len(terms.indices) else []

    def _search(self, query: Any, limit: int, where: Where) -> list[Found]:
        request = edge.QueryRequest(limit=limit + SLACK, query=query, filter=_filter(where), with_payload=False)
        return ordered([Found(str(p.id), p.score) for p in self._shard.query(request)], limit)

    def facet(self, field: str, where: Where) -> dict[str, int]:
        """See SearchIndex."""
        request = edge.FacetRequest(key=field, limit=MANY, exact=True, filter=_filter(where))
        return {str(hit.value): hit.count for hit in self._shard.facet(request).hits if hit.count}

    def count(self, where: Where) -> int:
        """See SearchIndex."""
        return self._shard.count(edge.CountRequest(filter=_filter(where), exact=True))

    def ids(self, where: Where) -> set[str]:
        """See SearchIndex."""
        found: set[str] = set()
        offset = None
        while True:
            request = edge.ScrollRequest(
                offset=offset, limit=5000, filter=_filter(where), with_payload=False, with_vector=False
            )
            records, offset = self._shard.scroll(request)
            found.update(str(record.id) for record in records)
            if offset is None:
                return found

    def clear(self) -> None:
        """See SearchIndex."""
        self._shard.update(edge.UpdateOperation.delete_points_by_filter(edge.Filter()))
        self._shard.flush()

    def flush(self) -> None:
        """See SearchIndex."""
        self._shard.flush()

    def close(self) -> None:
        """See SearchIndex."""
        self._shard.flush()
        self._shard.close()


def _sparse(vector: SparseVector) -> edge.SparseVector:
    return edge.SparseVector(vector.indices.tolist(), vector.values.tolist())


def _filter(where: Where) -> edge.Filter | None:
    if not where:
        return None
    return edge.Filter(
        must=[edge.FieldCondition(key=key, match=edge.MatchAny(values)) for key, values in where.items()]
    )
