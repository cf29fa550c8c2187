"""corpus.index.opening: which index the settings name, one folder for each identity."""

from collections.abc import Callable

import pytest

from corpus.errors import IndexUnavailable
from corpus.index.opening import join_index, open_index, remove_other_indexes
from corpus.settings import Settings
from tests.corpus.points import DIMENSION, id_of, point

MakeSettings = Callable[..., Settings]


def test_without_a_server_the_index_is_embedded_and_can_be_joined(make_settings: MakeSettings) -> None:
    settings = make_settings()
    opened = open_index(settings, DIMENSION, "e5 | 1")
    assert opened.address is not None
    opened.index.upsert([point(1)])
    joined = join_index(settings, opened.address, DIMENSION, "e5 | 1")
    assert joined.ids({}) == {id_of(1)}
    joined.close()
    assert opened.index.count({}) == 1
    opened.close()


def test_each_identity_has_an_index_of_its_own(make_settings: MakeSettings) -> None:
    settings = make_settings()
    for identity in ("e5 | 1", "e5 | 2"):
        opened = open_index(settings, DIMENSION, identity)
        assert opened.index.count({}) == 0
        opened.index.upsert([point(1)])
        opened.close()
    assert len(list((settings.data / "index").iterdir())) == 2
    remove_other_indexes(settings, "e5 | 2")
    opened = open_index(settings, DIMENSION, "e5 | 2")
    assert opened.index.count({}) == 1
    opened.close()
    assert len(list((settings.data / "index").iterdir())) == 1


def test_a_server_that_does_not_answer_is_said_so(make_settings: MakeSettings) -> None:
    with pytest.raises(IndexUnavailable):
        open_index(make_settings(qdrant_url="http://127.0.0.1:9"), DIMENSION, "e5 | 1")
