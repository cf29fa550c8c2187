"""The search index: points found by vector or by terms. A copy of what the catalogue says, which can always be made again."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from corpus.analyser import ANALYSER_VERSION
from corpus.bm25 import BM25_VERSION, SparseVector
from corpus.types import value

SCHEMA_VERSION = "1"
BATCH = 64  # points in one upsert: the engine stands still for some 30 ms
KEYWORD_FIELDS = ("unit", "document", "doc_type", "issuer")
INTEGER_FIELDS = ("year",)
DENSE, TERMS = "dense", "terms"  # names of the two vectors of a point
SLACK = 16  # engines are asked for more than wanted, so that ties at the cut are ordered by us
MANY = 1_000_000  # facet values: all of them

Where = Mapping[str, list[str] | list[int]]


@value
class Point:
    """One passage in the index. ``id`` is a UUID; ``fields`` can be filtered and counted by (KEYWORD_FIELDS, INTEGER_FIELDS).

    The field ``unit`` says to which document, version and generation the point belongs.
    """

    id: str
    vector: NDArray[np.float32]
    terms: SparseVector
    fields: Mapping[str, str | int]


class Found(NamedTuple):
    """A point that was found, with the score of the arm that found it."""

    id: str
    score: float


class SearchIndex(Protocol):
    """What every index can do. ``where`` names for each field the values it may have; an empty one means all points."""

    def upsert(self, points: Sequence[Point]) -> None:
        """Put points in, all of them or none; a point of the same id is replaced. At most BATCH at once."""
        ...

    def delete(self, where: Where) -> None:
        """Take out all points that match; ``where`` must name something."""
        ...

    def search_vector(self, vector: NDArray[np.float32], limit: int, where: Where) -> list[Found]:
        """The nearest points by cosine, best first, ties by id."""
        ...

    def search_terms(self, terms: SparseVector, limit: int, where: Where) -> list[Found]:
        """The best points by BM25, best first, ties by id."""
        ...

    def facet(self, field: str, where: Where) -> dict[str, int]:
        """How many points have each value of a field."""
        ...

    def count(self, where: Where) -> int:
        """How many points match."""
        ...

    def ids(self, where: Where) -> set[str]:
        """The ids of the points that match."""
        ...

    def clear(self) -> None:
        """Take out everything."""
        ...

    def flush(self) -> None:
        """Bring everything to the disk."""
        ...

    def close(self) -> None:
        """Let go."""
        ...


def unit_name(document: str, version: int, generation: int) -> str:
    """The name of one reading of one version of a document."""
    return f"{document}/{version}/{generation}"


def index_identity(encoder_identity: str) -> str:
    """What must be equal for old points and new questions to fit together."""
    return f"{encoder_identity} | analyser {ANALYSER_VERSION} | bm25 {BM25_VERSION} | schema {SCHEMA_VERSION}"


def checked(points: Sequence[Point], dimension: int) -> Sequence[Point]:
    """The points, when every one is sound. An engine that refuses a batch half-way may keep the first half: so look first.

    Raises:
        ValueError: too many points, an id that is no UUID, a wrong shape, a number that is none, or terms out of order.
    """
    if len(points) > BATCH:
        raise ValueError(f"{len(points)} points in one batch of at most {BATCH}")
    for point in points:
        if not _is_uuid(point.id):
            raise ValueError(f"point {point.id}: the id is no UUID")
        indices, values = point.terms
        if point.vector.shape != (dimension,) or not np.isfinite(point.vector).all():
            raise ValueError(f"point {point.id}: vector {point.vector.shape}, wanted {dimension} finite numbers")
        if (
            len(indices) != len(values)
            or not np.isfinite(values).all()
            or not (np.diff(indices.astype(np.int64)) > 0).all()
        ):
            raise ValueError(f"point {point.id}: terms are not ascending pairs of number and weight")
        for field, content in point.fields.items():
            if not isinstance(content, int if field in INTEGER_FIELDS else str):
                raise ValueError(f"point {point.id}: field {field} is {content!r}")
    return points


def _is_uuid(name: str) -> bool:
    try:
        return str(UUID(name)) == name
    except ValueError:
        return False


def ordered(found: Sequence[Found], limit: int) -> list[Found]:
    """Best first, ties by id: engines leave the order of ties open."""
    return sorted(found, key=lambda f: (-f.score, f.id))[:limit]
