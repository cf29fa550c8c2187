"""corpus.bm25: the weights of a passage and a question; the numbers of terms never change, for stored points hold them."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.bm25 import AVERAGE_LENGTH, K1, B, passage_weights, question_weights, term_number

TERMS = st.lists(st.sampled_from(["kinh", "tế", "số", "kinh tế", "57-nq/tw", "30%"]), max_size=60)


@given(TERMS)
def test_weights_of_a_passage_are_saturated_frequencies(passage: list[str]) -> None:
    found = passage_weights(passage)
    weights = dict(zip(found.indices.tolist(), found.values.tolist(), strict=True))
    for term, count in Counter(passage).items():
        norm = K1 * (1 - B + B * len(passage) / AVERAGE_LENGTH)
        assert weights[term_number(term)] == pytest.approx(count * (K1 + 1) / (count + norm))
    assert len(weights) == len(set(passage))


@given(TERMS)
def test_weights_of_a_question_are_counts(question: list[str]) -> None:
    found = question_weights(question)
    expected = {term_number(term): count for term, count in Counter(question).items()}
    assert dict(zip(found.indices.tolist(), found.values.tolist(), strict=True)) == expected


@given(TERMS)
def test_indices_are_ascending_and_unique_in_any_order_of_terms(passage: list[str]) -> None:
    found, turned = passage_weights(passage), passage_weights(passage[::-1])
    assert (np.diff(found.indices.astype(np.int64)) > 0).all()
    assert found.indices.dtype == np.uint32
    assert found.values.dtype == np.float32
    np.testing.assert_array_equal(found.indices, turned.indices)
    np.testing.assert_array_equal(found.values, turned.values)


def test_more_of_a_term_weighs_more_and_ever_less_so() -> None:
    once, twice, thrice = (passage_weights(["số"] * n + ["khác"] * (50 - n)) for n in (1, 2, 3))
    at = term_number("số")
    first, second, third = (float(w.values[w.indices == at][0]) for w in (once, twice, thrice))
    assert first < second < third < K1 + 1
    assert second - first > third - second


def test_a_term_weighs_less_in_a_longer_passage() -> None:
    assert passage_weights(["số"]).values[0] > passage_weights(["số"] + ["khác"] * 300).values.min()


def test_no_terms_give_an_empty_vector() -> None:
    assert len(passage_weights([]).indices) == len(question_weights([]).values) == 0


def test_numbers_of_terms_are_what_stored_points_were_made_with() -> None:
    assert {term: term_number(term) for term in ("kinh tế", "57-nq/tw", "số")} == NUMBERS


NUMBERS = {"kinh tế": 1997800709, "57-nq/tw": 2577110063, "số": 2301574490}


@given(TERMS)
def test_other_forms_add_to_a_question_and_take_nothing_from_it(question: list[str]) -> None:
    found = question_weights(question, {"tế": 0.25, "khác": 0.5})
    weights = dict(zip(found.indices.tolist(), found.values.tolist(), strict=True))
    asked = question_weights(question)
    assert weights[term_number("khác")] == 0.5
    assert weights[term_number("tế")] == (question.count("tế") or 0.25)
    assert all(weights[i] == v for i, v in zip(asked.indices.tolist(), asked.values.tolist(), strict=True))
