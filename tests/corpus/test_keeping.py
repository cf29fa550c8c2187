"""corpus.catalogue.keeping: what is kept is what the catalogue has, of documents as they are now, of passages of the reading that is asked for."""

import pytest
from sqlalchemy import event

from corpus.catalogue import Catalogue, keeping, now
from corpus.catalogue.documents import list_documents
from corpus.catalogue.keeping import KeptDocuments, KeptPassages
from corpus.catalogue.passages import passages_by_id, passages_of
from corpus.catalogue.statistics import bring_back, withdraw
from tests.corpus.made import publish


def test_passages_are_those_of_the_catalogue_and_read_once(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        place, other = publish(connection, "a", ["Một.", "Hai."]), publish(connection, "b", ["Ba."])
    kept, statements = KeptPassages(), list[str]()
    with catalogue.read() as connection:
        own = passages_of(connection, place.document_id)
        ids = [stored.id for stored in (*passages_of(connection, other.document_id), *own)]
        assert kept.by_id(connection, [*ids, "unknown"]) == passages_by_id(connection, ids)
        assert list(kept.by_id(connection, ids)) == ids
        assert kept.of(connection, place) == tuple(own)
    event.listen(catalogue.engine, "before_cursor_execute", lambda *args: statements.append(args[2]))
    with catalogue.read() as connection:
        kept.of(connection, place), kept.by_id(connection, ids)
    assert not [statement for statement in statements if "passages" in statement]


def test_another_reading_has_its_own(catalogue: Catalogue) -> None:
    kept = KeptPassages()
    with catalogue.write() as connection:
        old = publish(connection, "a", ["Một.", "Hai."])
        before = kept.of(connection, old)
        new = publish(connection, "a", ["Một."])
        assert new != old
        assert kept.of(connection, old) == before
        assert KeptPassages().of(connection, old) == ()
        assert kept.of(connection, new) == tuple(passages_of(connection, new.document_id)) != before


def test_what_comes_after_a_deletion_is_not_read_from_the_catalogue_s_trash(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        place = publish(connection, "a", ["Một."])
        ids = [stored.id for stored in passages_of(connection, place.document_id)]
        withdraw(connection, place.document_id, now())
        assert KeptPassages().by_id(connection, ids) == {}


def test_no_more_are_kept_than_there_is_room_for(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MOST_PASSAGES", 2)
    kept = KeptPassages()
    with catalogue.write() as connection:
        places = [publish(connection, name, ["Một.", "Hai.", "Ba."][:n]) for name, n in (("a", 1), ("b", 2), ("c", 3))]
        for place in (*places, *places):
            assert kept.of(connection, place) == tuple(passages_of(connection, place.document_id))
            assert len(kept._by_id) <= 2


def test_documents_are_as_they_are_now(catalogue: Catalogue) -> None:
    kept = KeptDocuments()
    with catalogue.write() as connection:
        one, two = (publish(connection, name, ["Một."]).document_id for name in ("a", "b"))
        assert list(kept.of(connection, [two, "unknown", one])) == [two, one]
        assert kept.of(connection, [one]) == list_documents(connection, [one])
        withdraw(connection, one, now())
        assert kept.of(connection, [one, two]) == list_documents(connection, [two])
        bring_back(connection, one)
        publish(connection, "b", ["Hai.", "Ba."])
        assert kept.of(connection, [one, two]) == list_documents(connection, [one, two])
        assert kept.of(connection, []) == {}
