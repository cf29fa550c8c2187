"""ingest.rebuilding: an index that is lost, damaged, or of another encoder is made again from the catalogue."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import delete

from corpus.catalogue.schema import term_counts
from corpus.encoder.card import load_card
from corpus.errors import IdentityMismatch, IndexUnavailable
from corpus.settings import Settings, load_settings
from corpus.store import open_store
from ingest.rebuilding import rebuild
from tests.ingest.adding_texts import BRIDGE, LONGER_BRIDGE, SCHOOL, added
from tests.ingest.agreement import assert_agreement
from tests.tiny_encoder import build_tiny_encoder


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A folder with two documents, one of them in its second version; nobody holds it."""
    made = load_settings(data=tmp_path / "data", encoder=build_tiny_encoder(tmp_path / "encoder"), samples=False)
    store = open_store(made)
    added(store, LONGER_BRIDGE, replaces=added(store, BRIDGE))
    added(store, SCHOOL)
    store.close()
    return made


def assert_whole(settings: Settings) -> None:
    store = open_store(settings)
    try:
        assert assert_agreement(store) == 6
    finally:
        store.close()


def lose(settings: Settings) -> None:
    """The points, and the counts of terms beside them."""
    store = open_store(settings)
    store.index.clear()
    with store.catalogue.write() as connection:
        connection.execute(delete(term_counts))
    store.close()


def damage(settings: Settings) -> None:
    """Every file of the index."""
    for file in (settings.data / "index").rglob("*"):
        if file.is_file():
            file.write_bytes(b"?")
    with pytest.raises(IndexUnavailable):
        open_store(settings)


def leave_as_it_is(settings: Settings) -> None:
    """Nothing is the matter."""


@pytest.mark.parametrize("harm", [leave_as_it_is, lose, damage])
def test_the_index_is_made_again_whatever_has_become_of_it(
    settings: Settings, harm: Callable[[Settings], None]
) -> None:
    harm(settings)
    told: list[tuple[int, int]] = []
    assert rebuild(settings, lambda done, of: told.append((done, of))) == 2
    assert told == [(0, 2), (1, 2), (2, 2)]
    assert_whole(settings)


def test_another_encoder_needs_a_rebuild_which_leaves_no_other_index(settings: Settings) -> None:
    folder = settings.encoder_folder
    card = load_card(folder)
    replace(card, identity="tiny-2").save(folder)
    with pytest.raises(IdentityMismatch):
        open_store(settings)
    assert rebuild(settings) == 2
    assert len(list((settings.data / "index").iterdir())) == 1
    assert_whole(settings)


def test_a_rebuild_that_is_broken_off_leaves_the_old_encoder_in_its_right(settings: Settings) -> None:
    class Enough(Exception):
        pass

    def stop(done: int, _all: int) -> None:
        if done == 1:
            raise Enough

    folder = settings.encoder_folder
    card = load_card(folder)
    replace(card, identity="tiny-2").save(folder)
    with pytest.raises(Enough):
        rebuild(settings, stop)
    with pytest.raises(IdentityMismatch):
        open_store(settings)
    card.save(folder)
    assert_whole(settings)
