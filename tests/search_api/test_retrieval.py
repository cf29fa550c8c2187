"""Both arms of the index together: fusion, filters, and only what the catalogue knows."""

import unicodedata
from random import Random
from uuid import uuid4

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.bm25 import passage_weights
from corpus.catalogue import now
from corpus.catalogue.statistics import withdraw
from corpus.index import Found, Point, Where
from corpus.store import Store
from search_api.reading import read_question
from search_api.retrieval import fuse, make_query, retrieve
from search_api.types import Hits
from tests.search_api.small_corpus import FILES, add_texts


def _arm() -> st.SearchStrategy[list[Found]]:
    scores = st.dictionaries(st.sampled_from("abcdefghij"), st.integers(-50, 50), max_size=8)
    return scores.map(
        lambda found: sorted((Found(i, float(s)) for i, s in found.items()), key=lambda f: (-f.score, f.id))
    )


arms = _arm()
weights = st.floats(0, 1)


def _ids(found: list[Found], among: list[Found]) -> list[str]:
    known = {f.id for f in among}
    return [f.id for f in found if f.id in known]


@given(arms, arms)
def test_a_weight_of_one_keeps_the_order_of_the_arm_by_meaning(near: list[Found], worded: list[Found]) -> None:
    assert _ids(fuse(near, worded, 1.0), near) == [f.id for f in near]


@given(arms, arms)
def test_a_weight_of_zero_keeps_the_order_of_the_arm_by_words(near: list[Found], worded: list[Found]) -> None:
    assert _ids(fuse(near, worded, 0.0), worded) == [f.id for f in worded]


@given(arms, st.floats(0.01, 1))
def test_an_arm_that_found_nothing_changes_no_order(near: list[Found], weight: float) -> None:
    assert [f.id for f in fuse(near, [], weight)] == [f.id for f in near]


@given(arms, arms, weights)
def test_every_found_passage_is_there_once_with_a_score_from_0_to_1(
    near: list[Found], worded: list[Found], weight: float
) -> None:
    fused = fuse(near, worded, weight)
    assert sorted(f.id for f in fused) == sorted({f.id for f in [*near, *worded]})
    assert all(-1e-9 <= f.score <= 1 + 1e-9 for f in fused)


@given(arms, arms, weights)
def test_best_first_and_equals_by_id(near: list[Found], worded: list[Found], weight: float) -> None:
    fused = fuse(near, worded, weight)
    assert fused == sorted(fused, key=lambda f: (-f.score, f.id))


@given(arms, arms, weights, st.randoms(use_true_random=False))
def test_the_order_in_which_arms_report_does_not_matter(
    near: list[Found], worded: list[Found], weight: float, random: Random
) -> None:
    shuffled = list(near)
    random.shuffle(shuffled)
    assert fuse(shuffled, worded, weight) == fuse(near, worded, weight)


def _search(store: Store, question: str, where: Where | None = None) -> Hits:
    return retrieve(store, make_query(store, read_question(question), where or {}), store.settings.dense_weight)


def _files(hits: Hits) -> set[str]:
    return {hit.document.file_name for hit in hits.items}


def test_the_passage_with_the_words_of_the_question_comes_first(library: Store) -> None:
    best = _search(library, "ngừng cấp nước tại phường Tân Long").items[0]
    assert best.document.file_name == "thong-bao-cat-nuoc.md"
    assert best.cosine is not None
    assert best.lexical is not None


@pytest.mark.parametrize(
    ("where", "files"),
    [
        ({"doc_type": ["báo cáo"]}, {"88-BC-UBND-2023.md"}),
        ({"doc_type": ["BÁO CÁO"]}, {"88-BC-UBND-2023.md"}),
        ({"doc_type": [unicodedata.normalize("NFD", " Báo  cáo ")]}, {"88-BC-UBND-2023.md"}),
        ({"year": [2022]}, {"12-CTr-TU-2022.md"}),
        ({"year": [2022, 2023]}, {"12-CTr-TU-2022.md", "88-BC-UBND-2023.md"}),
        ({"issuer": ["Tỉnh uỷ Bạch Sơn"], "year": [2022]}, {"12-CTr-TU-2022.md"}),
        ({"issuer": ["Tỉnh ủy Bạch Sơn"], "year": [2023]}, set()),
        ({"doc_type": [], "year": []}, set(FILES)),
        ({"doc_type": ["luật"]}, set()),
    ],
)
def test_filters_take_any_spelling_and_all_must_hold(library: Store, where: Where, files: set[str]) -> None:
    assert _files(_search(library, "chè nước tỉnh Bạch Sơn", where)) == files


def test_a_hit_of_one_arm_has_no_figure_of_the_other(library: Store) -> None:
    hits = _search(library, "quặng bô-xít").items
    assert hits, "the arm by meaning always finds something"
    assert all(hit.lexical is None for hit in hits)


def test_points_that_the_catalogue_does_not_know_are_no_hits(store: Store) -> None:
    add_texts(store, FILES)
    text = "ngừng cấp nước tại phường Tân Long"
    stray = Point(
        str(uuid4()), store.encoder.encode_question(text), passage_weights(text.split()),
        {"unit": "gone/1/1", "document": "gone", "doc_type": "", "issuer": ""},
    )  # fmt: skip
    store.index.upsert([stray])
    assert stray.id in {f.id for f in store.index.search_vector(store.encoder.encode_question(text), 5, {})}
    assert stray.id not in {hit.stored.id for hit in _search(store, text).items}


def test_a_deleted_document_is_no_hit_though_its_points_are_still_there(store: Store) -> None:
    (_, report, _) = add_texts(store, FILES)
    points = store.index.count({})
    with store.catalogue.write() as connection:
        withdraw(connection, report, now())
    assert store.index.count({}) == points
    assert _files(_search(store, "diện tích chè năm 2023")) == set(FILES) - {"88-BC-UBND-2023.md"}


def test_an_empty_store_finds_nothing_and_breaks_nothing(store: Store) -> None:
    assert _search(store, "diện tích chè") == Hits((), bounded=False)


def test_more_candidates_than_the_arms_may_give_are_told(store: Store) -> None:
    lines = "\n\n".join(f"{n}. Trồng chè tại thôn {n} theo kế hoạch." for n in range(1, 151))
    add_texts(store, {"ke-hoach-dai.md": f"# Kế hoạch trồng chè\n\n{lines}"})
    hits = _search(store, "trồng chè")
    assert hits.bounded
    assert 100 <= len(hits.items) <= 200
    assert np.all(np.diff([hit.score for hit in hits.items]) <= 0)
