"""corpus.index: what every implementation leans on: sound points, a stable order, an identity."""

from dataclasses import replace

import numpy as np
import pytest

from corpus.analyser import ANALYSER_VERSION
from corpus.bm25 import BM25_VERSION, SparseVector
from corpus.index import BATCH, Found, Point, checked, index_identity, ordered, unit_name
from tests.corpus.points import DIMENSION, point, unit_vector

INDICES, WEIGHTS = np.array([1, 5], np.uint32), np.array([0.5, 1], np.float32)
NOT_A_NUMBER = np.full(DIMENSION, np.nan, np.float32)

UNSOUND = {
    "id that is no UUID": replace(point(1), id="không phải UUID"),
    "id in another spelling": replace(point(1), id=point(0xABC).id.upper()),
    "vector too short": replace(point(1), vector=unit_vector(1)[:-1]),
    "vector of two rows": replace(point(1), vector=np.stack([unit_vector(1)] * 2)),
    "vector that is no number": replace(point(1), vector=NOT_A_NUMBER),
    "vector without end": replace(point(1), vector=NOT_A_NUMBER * 0 + np.inf),
    "weight that is no number": replace(point(1), terms=SparseVector(INDICES, WEIGHTS * np.float32("nan"))),
    "weight without end": replace(point(1), terms=SparseVector(INDICES, WEIGHTS * np.float32("inf"))),
    "fewer weights than terms": replace(point(1), terms=SparseVector(INDICES, WEIGHTS[:1])),
    "terms out of order": replace(point(1), terms=SparseVector(INDICES[::-1], WEIGHTS)),
    "a term twice": replace(point(1), terms=SparseVector(INDICES * 0, WEIGHTS)),
    "year as text": replace(point(1), fields={**point(1).fields, "year": "2025"}),
    "document as number": replace(point(1), fields={**point(1).fields, "document": 7}),
}


@pytest.mark.parametrize("unsound", UNSOUND.values(), ids=UNSOUND.keys())
def test_a_point_that_is_not_sound_is_refused_by_name(unsound: Point) -> None:
    with pytest.raises(ValueError, match=unsound.id):
        checked([point(0), unsound], DIMENSION)


def test_a_batch_has_a_size() -> None:
    points = [point(n) for n in range(BATCH)]
    assert checked(points, DIMENSION) == points
    with pytest.raises(ValueError, match=str(BATCH)):
        checked([*points, point(BATCH)], DIMENSION)


def test_a_passage_without_terms_is_sound() -> None:
    assert checked([point(0, words=())], DIMENSION)


def test_the_best_come_first_and_ties_by_id() -> None:
    found = [Found("c", 0.5), Found("b", 0.9), Found("a", 0.5), Found("d", 0.1)]
    assert [f.id for f in ordered(found, 3)] == ["b", "a", "c"]
    assert ordered(found[::-1], 4) == ordered(found, 4)


def test_the_identity_names_everything_that_old_points_depend_on() -> None:
    identity = index_identity("e5-int8-0123")
    assert all(part in identity for part in ("e5-int8-0123", ANALYSER_VERSION, BM25_VERSION))
    assert identity != index_identity("e5-int8-4567")


def test_units_have_names_of_their_own() -> None:
    assert unit_name("a", 1, 12) == "a/1/12"
    assert unit_name("a", 11, 2) != unit_name("a", 1, 12)
