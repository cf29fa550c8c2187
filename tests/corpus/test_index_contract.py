"""One suite for every index: the embedded engine in its process, the client's memory, and a server where CANCU_QDRANT_URL names one.

Here: what is put in is found, in the right order, and is there after reopening. ``test_index_contract_filters.py`` is the other half.
"""

from dataclasses import replace

import numpy as np
import pytest

from corpus.bm25 import question_weights
from corpus.index import BATCH, Point, SearchIndex, Where
from corpus.index.qdrant import MEMORY, QdrantIndex
from tests.corpus.asked import EVERYTHING, by_words, put
from tests.corpus.opened import KINDS, SERVER, Opened
from tests.corpus.points import DIMENSION, WORDS, bm25_scores, id_of, point, random_points, unit_vector
from tests.corpus.test_index import UNSOUND


@pytest.mark.skipif(
    not SERVER, reason="no Qdrant server: CANCU_QDRANT_URL is not set, so the suite runs on the other two"
)
def test_the_suite_runs_on_a_server_as_well() -> None:
    assert "server" in KINDS


def test_an_empty_index_answers(index: SearchIndex) -> None:
    assert index.count({}) == 0
    assert index.ids({}) == set()
    assert index.facet("document", {}) == {}
    assert index.search_vector(unit_vector(1), 5, {}) == []
    assert by_words(index, "số") == {}


def test_the_same_upsert_twice_changes_nothing(index: SearchIndex) -> None:
    points, _ = random_points(1, 30)
    index.upsert(points)
    once = index.search_vector(points[0].vector, EVERYTHING, {}), by_words(index, *WORDS), index.ids({})
    index.upsert(points)
    assert (index.search_vector(points[0].vector, EVERYTHING, {}), by_words(index, *WORDS), index.ids({})) == once


def test_a_point_takes_the_place_of_the_one_with_its_id(index: SearchIndex) -> None:
    index.upsert([point(1, (1, 0), ["cũ"], document="cũ", year=2020), point(2, (1, 1), ["khác"])])
    index.upsert([point(1, (0, 1), ["mới"], document="mới", year=2025)])
    assert index.count({}) == 2
    assert by_words(index, "cũ") == {}
    assert list(by_words(index, "mới")) == [id_of(1)]
    assert index.ids({"document": ["mới"]}) == {id_of(1)}
    assert index.count({"year": [2020]}) == 0
    assert index.search_vector(unit_vector(0, 1), 1, {})[0].id == id_of(1)
    assert index.facet("document", {}) == {"mới": 1, "d": 1}


def test_of_two_points_with_one_id_in_a_batch_one_is_there(index: SearchIndex) -> None:
    index.upsert([point(1, words=["một"]), point(1, words=["hai"])])
    assert index.count({}) == 1
    assert list(by_words(index, "hai")) == [id_of(1)]


def test_nothing_to_upsert_is_no_error(index: SearchIndex) -> None:
    index.upsert([])
    assert index.count({}) == 0


def test_vectors_are_scored_by_cosine_best_first(index: SearchIndex) -> None:
    points, _ = random_points(2, 150)
    put(index, points)
    question = points[7].vector
    found = index.search_vector(question, 20, {})
    expected = sorted(((float(p.vector @ question), p.id) for p in points), key=lambda s: (-s[0], s[1]))[:20]
    assert [f.id for f in found] == [id_ for _, id_ in expected]
    assert [f.score for f in found] == pytest.approx([score for score, _ in expected], abs=1e-5)


def test_terms_are_scored_by_bm25_best_first(fresh: SearchIndex) -> None:
    points, words = random_points(3, 150)
    put(fresh, points)
    for question in (["số"], ["57-nq/tw", "đạt"], ["kinh", "tế", "số", "số"], WORDS):
        found = fresh.search_terms(question_weights(question), EVERYTHING, {})
        assert dict(found) == pytest.approx(bm25_scores(points, words, question), rel=1e-4)
        assert found == sorted(found, key=lambda f: (-f.score, f.id))


def test_bm25_finds_only_points_that_are_there_and_counts_no_others_but_the_deleted(fresh: SearchIndex) -> None:
    points, words = random_points(4, 150)
    put(fresh, points)
    fresh.delete({"document": ["d0", "d3"]})
    stay = [p for p in points if p.fields["document"] not in ("d0", "d3")]
    for question in (["số"], ["kinh", "tế"], WORDS):
        found = by_words(fresh, *question)
        ever = {id_: s for id_, s in bm25_scores(points, words, question).items() if id_ in {p.id for p in stay}}
        assert found in (pytest.approx(bm25_scores(stay, words, question), rel=1e-4), pytest.approx(ever, rel=1e-4))


def test_ties_are_ordered_by_id(index: SearchIndex) -> None:
    same = [point(n, (1, 2), ["số"]) for n in (9, 3, 7, 1, 5, 12, 2, 8)]
    index.upsert(same)
    expected = [id_of(n) for n in (1, 2, 3, 5, 7)]
    assert [f.id for f in index.search_vector(unit_vector(1), 5, {})] == expected
    assert [f.id for f in index.search_terms(question_weights(["số"]), 5, {})] == expected


def test_no_more_are_found_than_asked_for(index: SearchIndex) -> None:
    points, _ = random_points(5, 60)
    put(index, points)
    for limit in (1, 10, 59):
        assert len(index.search_vector(points[0].vector, limit, {})) == limit
        assert len(index.search_terms(question_weights(WORDS), limit, {})) <= limit


def test_a_question_without_known_terms_finds_nothing(index: SearchIndex) -> None:
    index.upsert([point(1)])
    assert by_words(index) == {}
    assert by_words(index, "chưa từng có") == {}
    assert list(by_words(index, "chưa từng có", "số")) == [id_of(1)]


def test_a_point_without_terms_is_found_by_its_vector_alone(index: SearchIndex) -> None:
    index.upsert([point(1, words=()), point(2, (0, 1))])
    assert index.search_vector(unit_vector(1), 1, {})[0].id == id_of(1)
    assert list(by_words(index, "số")) == [id_of(2)]


@pytest.mark.parametrize("unsound", UNSOUND.values(), ids=UNSOUND)
def test_a_batch_with_an_unsound_point_leaves_nothing_behind(index: SearchIndex, unsound: Point) -> None:
    index.upsert([point(9)])
    with pytest.raises(ValueError, match=unsound.id):
        index.upsert([point(2), unsound, point(3)])
    assert index.ids({}) == {id_of(9)}
    assert index.count({}) == 1


def test_what_was_put_in_is_there_after_reopening_and_what_was_refused_is_not(opened: Opened) -> None:
    opened.index.clear()
    points, _ = random_points(8, 100)
    put(opened.index, points)
    for unsound in UNSOUND.values():
        with pytest.raises(ValueError, match=unsound.id):
            opened.index.upsert([replace(point(500), terms=points[0].terms), unsound])
    with pytest.raises(ValueError, match=str(BATCH)):
        opened.index.upsert([point(1000 + n) for n in range(BATCH + 1)])
    opened.index.delete({"document": ["d1"]})
    opened.index.flush()
    opened.index = opened.reopen()
    stay = [p for p in points if p.fields["document"] != "d1"]
    assert opened.index.ids({}) == {p.id for p in stay}
    assert opened.index.count({}) == len(stay)
    assert {f.id for f in opened.index.search_vector(points[0].vector, EVERYTHING, {})} == {p.id for p in stay}
    assert set(by_words(opened.index, *WORDS)) == {p.id for p in stay}


@pytest.mark.parametrize("fresh", [kind for kind in KINDS if kind != "memory"], indirect=True)
@pytest.mark.parametrize("seed", [11, 12])
def test_two_implementations_give_the_same_answers(fresh: SearchIndex, seed: int) -> None:
    other = QdrantIndex(MEMORY, "other", DIMENSION)
    points, _ = random_points(seed, 150)
    for each in (fresh, other):
        put(each, points)
    random = np.random.default_rng(seed)
    for _ in range(8):
        where: Where = {"year": random.permutation(np.arange(2020, 2026))[:3].tolist(), "doc_type": ["kế hoạch"]}
        vector = unit_vector(*random.standard_normal(DIMENSION))
        question = question_weights([str(w) for w in random.choice(WORDS, 4)])
        ours, theirs = (dict(each.search_vector(vector, EVERYTHING, where)) for each in (fresh, other))
        assert ours == pytest.approx(theirs, abs=1e-5)
        ours, theirs = (dict(each.search_terms(question, EVERYTHING, where)) for each in (fresh, other))
        assert ours == pytest.approx(theirs, rel=1e-4)
        assert fresh.facet("issuer", where) == other.facet("issuer", where)
    other.close()
