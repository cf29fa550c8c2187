"""corpus.catalogue.state: every change to documents changes their state, in the same transaction; nothing else does."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection

from corpus.catalogue import Catalogue, now, set_meta
from corpus.catalogue.documents import list_documents
from corpus.catalogue.front import correct_field
from corpus.catalogue.state import state_of_documents
from corpus.catalogue.statistics import bring_back, withdraw
from corpus.catalogue.tags import set_tags
from corpus.catalogue.trash import forget, purge
from tests.corpus.made import bytes_named, front_of, publish

Act = Callable[[Connection], object]
KEPT, GONE = bytes_named("còn")[:16], bytes_named("đã xoá")[:16]
ACTS: dict[str, Act] = {
    "publish": lambda c: publish(c, "mới", ["Một."]),
    "publish again": lambda c: publish(c, "còn", ["Một.", "Hai."]),
    "a new version": lambda c: publish(c, "bản hai", ["Hai."], replaces=KEPT),
    "correct": lambda c: correct_field(c, KEPT, "symbol", "9/TB-VP"),
    "empty a field": lambda c: correct_field(c, KEPT, "symbol", ""),
    "delete": lambda c: withdraw(c, KEPT, now()),
    "restore": lambda c: bring_back(c, GONE),
    "let go": lambda c: forget(c, [GONE]),
    "purge": lambda c: purge(c, datetime.now(UTC) + timedelta(days=40)),
}


@pytest.fixture
def held(catalogue: Catalogue) -> Catalogue:
    """A catalogue with a document and a deleted one."""
    with catalogue.write() as connection:
        for name in ("còn", "đã xoá"):
            publish(connection, name, ["Một."], front=front_of(symbol="8/TB-VP"))
        withdraw(connection, GONE, now())
    return catalogue


def _state(catalogue: Catalogue) -> int:
    with catalogue.read() as connection:
        return state_of_documents(connection)


@pytest.mark.parametrize("name", ACTS)
def test_every_act_changes_the_state(held: Catalogue, name: str) -> None:
    before = _state(held)
    with held.write() as connection:
        ACTS[name](connection)
    assert _state(held) > before


@pytest.mark.parametrize("name", ACTS)
def test_an_act_that_fails_later_leaves_the_state_as_the_documents_are(held: Catalogue, name: str) -> None:
    before = _state(held)
    with held.read() as connection:
        documents = list_documents(connection, deleted=True)
    with pytest.raises(ZeroDivisionError), held.write() as connection:
        ACTS[name](connection)
        set_meta(connection, "k", str(1 // 0))
    with held.read() as connection:
        assert (state_of_documents(connection), list_documents(connection, deleted=True)) == (before, documents)


def test_taking_a_correction_back_changes_the_state(held: Catalogue) -> None:
    with held.write() as connection:
        correct_field(connection, KEPT, "symbol", "9/TB-VP")
    before = _state(held)
    with held.write() as connection:
        correct_field(connection, KEPT, "symbol", None)
    assert _state(held) > before


def test_nothing_else_changes_the_state(held: Catalogue) -> None:
    before = _state(held)
    with held.write() as connection:
        set_tags(connection, KEPT, ["việc gấp"])
        bring_back(connection, KEPT)
        assert forget(connection, []) == []
    assert _state(held) == before


def test_a_catalogue_in_which_nothing_ever_changed_has_a_state(catalogue: Catalogue) -> None:
    assert _state(catalogue) == 0
