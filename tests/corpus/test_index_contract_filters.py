"""One suite for every index, its other half: what is chosen, counted and deleted by fields."""

from dataclasses import replace

import numpy as np
import pytest

from corpus.index import INTEGER_FIELDS, KEYWORD_FIELDS, SearchIndex, Where
from tests.corpus.asked import EVERYTHING, by_words, put
from tests.corpus.points import ISSUERS, WORDS, id_of, matches, point, random_points, unit_vector

FIELDS = (*KEYWORD_FIELDS, *INTEGER_FIELDS)


@pytest.mark.parametrize("seed", range(3))
def test_filters_choose_what_has_one_of_the_values_in_each_field(index: SearchIndex, seed: int) -> None:
    points, _ = random_points(seed, 200)
    put(index, points)
    random = np.random.default_rng(seed)
    for _ in range(12):
        where: dict[str, list[str] | list[int]] = {}
        for field in random.permutation(FIELDS)[: random.integers(1, len(FIELDS) + 1)].tolist():
            values = sorted({p.fields[field] for p in points}, key=str)
            where[field] = random.permutation(np.array(values, object))[: random.integers(1, 4)].tolist()
        wanted = [p for p in points if matches(p, where)]
        assert index.ids(where) == {p.id for p in wanted}
        assert index.count(where) == len(wanted)
        assert {f.id for f in index.search_vector(points[0].vector, EVERYTHING, where)} == {p.id for p in wanted}
        everywhere = by_words(index, *WORDS)
        # a filter leaves the scores as they are: the weight of a term is that in the whole index
        assert by_words(index, *WORDS, where=where) == pytest.approx(
            {p.id: everywhere[p.id] for p in wanted if p.id in everywhere}, rel=1e-4
        )
        for field in FIELDS:
            counts = {str(v): sum(p.fields[field] == v for p in wanted) for v in {p.fields[field] for p in wanted}}
            assert index.facet(field, where) == counts


def test_filters_on_each_field_alone(index: SearchIndex) -> None:
    index.upsert([point(1), point(2, unit="e/1/1", document="e", doc_type="nghị quyết", issuer=ISSUERS[1], year=2020)])
    for field, value in {"unit": "e/1/1", "document": "e", "doc_type": "nghị quyết", "issuer": ISSUERS[1]}.items():
        assert index.ids({field: [value]}) == {id_of(2)}
    assert index.ids({"year": [2020]}) == {id_of(2)}
    assert index.ids({"year": [2020, 2025]}) == {id_of(1), id_of(2)}


NOWHERE: list[Where] = [
    {"document": ["không có"]},
    {"year": [1900]},
    {"document": []},
    {"document": ["d"], "issuer": ["không có"]},
]


@pytest.mark.parametrize("where", NOWHERE, ids=str)
def test_a_value_that_no_point_has_finds_nothing(index: SearchIndex, where: Where) -> None:
    index.upsert([point(1), point(2)])
    assert index.count(where) == 0
    assert index.ids(where) == set()
    assert index.facet("document", where) == {}
    assert index.search_vector(unit_vector(1), 5, where) == []
    assert by_words(index, "số", where=where) == {}
    index.delete(where)
    assert index.count({}) == 2


def test_a_point_need_not_have_every_field(index: SearchIndex) -> None:
    bare = replace(point(1), fields={"unit": "d/1/1", "document": "d"})
    index.upsert([bare, point(2)])
    assert index.facet("year", {}) == {"2025": 1}
    assert index.ids({"issuer": [ISSUERS[0]]}) == {id_of(2)}


def test_deleting_takes_what_matches_and_nothing_else(index: SearchIndex) -> None:
    points, _ = random_points(6, 120)
    put(index, points)
    where: Where = {"document": ["d1", "d2"], "year": [2020, 2021, 2022]}
    index.delete(where)
    assert index.ids({}) == {p.id for p in points if not matches(p, where)}
    index.delete(where)
    assert index.count({}) == len([p for p in points if not matches(p, where)])


def test_deleting_without_saying_what_is_refused(index: SearchIndex) -> None:
    index.upsert([point(1)])
    with pytest.raises(ValueError, match="clear"):
        index.delete({})
    assert index.count({}) == 1


def test_a_cleared_index_is_empty_and_can_be_used_again(index: SearchIndex) -> None:
    points, _ = random_points(7, 100)
    put(index, points)
    index.clear()
    assert index.count({}) == 0
    assert index.facet("document", {}) == {}
    assert by_words(index, *WORDS) == {}
    index.upsert([point(1)])
    assert index.ids({}) == {id_of(1)}


def test_ids_of_more_points_than_one_page_holds(index: SearchIndex) -> None:
    points = [point(n, (1, n), unit=f"d/{n % 2}/1") for n in range(5100)]
    put(index, points)
    assert index.ids({}) == {p.id for p in points}
    assert len(index.ids({"unit": ["d/1/1"]})) == 2550
