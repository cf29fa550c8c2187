"""corpus.catalogue.vectors: what was encoded once is not encoded again, and vectors of two encoders never mix."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from corpus.catalogue import Catalogue
from corpus.catalogue.vectors import load_vectors, save_vectors, text_hash


def vector(*numbers: float) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    """A vector of float32."""
    return np.array(numbers, np.float32)


def test_vectors_come_back_bit_for_bit(catalogue: Catalogue) -> None:
    made = {text_hash(str(n)): np.random.default_rng(n).standard_normal(384).astype(np.float32) for n in range(5)}
    with catalogue.write() as connection:
        save_vectors(connection, "e5", made)
        found = load_vectors(connection, "e5", list(made))
    assert set(found) == set(made)
    for key, kept in made.items():
        np.testing.assert_array_equal(found[key], kept)
        assert found[key].dtype == np.float32


def test_vectors_of_another_encoder_are_not_found(catalogue: Catalogue) -> None:
    key = text_hash("kinh tế số")
    with catalogue.write() as connection:
        save_vectors(connection, "e5", {key: vector(1, 0)})
        assert load_vectors(connection, "other", [key]) == {}
        save_vectors(connection, "other", {key: vector(0, 1)})
        np.testing.assert_array_equal(load_vectors(connection, "e5", [key])[key], vector(1, 0))
        np.testing.assert_array_equal(load_vectors(connection, "other", [key])[key], vector(0, 1))


def test_a_vector_that_is_known_stays_as_it_is(catalogue: Catalogue) -> None:
    old, new = text_hash("cũ"), text_hash("mới")
    with catalogue.write() as connection:
        save_vectors(connection, "e5", {old: vector(1, 0)})
        save_vectors(connection, "e5", {old: vector(0, 1), new: vector(0, 1)})
        found = load_vectors(connection, "e5", [old, new])
    np.testing.assert_array_equal(found[old], vector(1, 0))
    np.testing.assert_array_equal(found[new], vector(0, 1))


def test_any_number_of_vectors_may_be_kept_and_asked_for(catalogue: Catalogue) -> None:
    made = {text_hash(str(n)): vector(n) for n in range(1203)}
    with catalogue.write() as connection:
        save_vectors(connection, "e5", made)
        assert set(load_vectors(connection, "e5", [*made, text_hash("unknown")])) == set(made)
        assert load_vectors(connection, "e5", []) == {}
        save_vectors(connection, "e5", {})


@given(st.text(st.characters(codec="utf-8")), st.text(st.characters(codec="utf-8")))
def test_texts_have_one_key_each(one: str, other: str) -> None:
    assert len(text_hash(one)) == 16
    assert (text_hash(one) == text_hash(other)) == (one == other)
