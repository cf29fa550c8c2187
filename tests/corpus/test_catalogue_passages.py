"""corpus.catalogue.passages: passages and canonical texts come back as they were kept, and only those that are live."""

import json
from dataclasses import replace

import pytest

from corpus.catalogue import Catalogue, now
from corpus.catalogue.documents import Place
from corpus.catalogue.passages import (
    live_units,
    passage_id,
    passages_by_id,
    passages_of,
    remove_passages,
    save_passages,
    text_of,
)
from corpus.catalogue.statistics import withdraw
from corpus.errors import NotFound
from corpus.index import unit_name
from corpus.types import Heading, Passage, PassageKind, Span
from tests.corpus.made import publish

PASSAGES = [
    Passage(0, PassageKind.PARAGRAPH, Span(0, 4)),
    Passage(1, PassageKind.ITEM, Span(5, 9), heading=("I. MỤC TIÊU", "1. Cụ thể"), context=(Span(0, 4),), page=3),
    Passage(
        2, PassageKind.ROW, Span(5, 20), context=(Span(0, 4), Span(0, 2)), cells=(Span(5, 9), Span(12, 12)),
        columns=(Span(0, 2), None),
    ),
]  # fmt: skip


def test_passages_come_back_as_they_were_kept(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        place = publish(connection, "a", ["Một."])
        save_passages(connection, place, PASSAGES, [b"1", b"2", b"3"])
        stored = passages_of(connection, place.document_id)
        assert [s.passage for s in stored] == PASSAGES
        assert [s.text_hash for s in stored] == [b"1", b"2", b"3"]
        assert {(s.document_id, s.version, s.generation) for s in stored} == {(place.document_id, 1, 1)}
        assert passages_by_id(connection, [s.id for s in stored]) == {s.id: s for s in stored}


def test_an_id_is_the_same_whenever_the_same_reading_is_made() -> None:
    place = Place("a", 1, 1)
    ids = {passage_id(p, n) for p in (place, replace(place, generation=2), replace(place, version=2)) for n in range(3)}
    assert len(ids) == 9
    assert passage_id(place, 0) == "4815d172-7cbd-5d3b-b2b4-c235ae6b387c"


def test_passages_take_the_place_of_all_that_the_document_had(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        publish(connection, "a", ["Một.", "Hai.", "Ba."])
        place = publish(connection, "a", ["Một."])
        other = publish(connection, "b", ["Khác."])
        assert len(passages_of(connection, place.document_id)) == 1
        remove_passages(connection, place.document_id)
        assert passages_of(connection, place.document_id) == []
        assert len(passages_of(connection, other.document_id)) == 1


def test_passages_of_deleted_documents_and_former_readings_are_not_live(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        former = publish(connection, "a", ["Một."])
        live = publish(connection, "a", ["Một."])
        deleted = publish(connection, "b", ["Hai."])
        withdraw(connection, deleted.document_id, now())
        ids = [passage_id(place, 0) for place in (former, live, deleted)]
        assert list(passages_by_id(connection, [*ids, "unknown"])) == [ids[1]]
        assert live_units(connection) == {unit_name(live.document_id, 1, 2): 1}


def test_any_number_of_ids_may_be_asked_for(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        place = publish(connection, "a", [f"Đoạn {n}." for n in range(1200)])
        ids = [passage_id(place, n) for n in range(1200)]
        assert set(passages_by_id(connection, ids)) == set(ids)
        assert passages_by_id(connection, []) == {}


def test_a_text_comes_back_with_outline_and_furniture(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        place = publish(connection, "a", ["I. MỤC TIÊU", "Một 😀."])
        found = text_of(connection, place.document_id)
    assert found.text == "I. MỤC TIÊU\nMột 😀."
    assert found.outline == (Heading(Span(0, 11), 1, "I. MỤC TIÊU"),)
    assert (found.furniture, found.layout, found.pages) == (("Trang 1",), None, None)


def test_there_is_no_text_of_an_unknown_document_or_version(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        place = publish(connection, "a", ["Một."])
        with pytest.raises(NotFound):
            text_of(connection, "không-có")
        with pytest.raises(NotFound):
            text_of(connection, place.document_id, version=2)


def test_what_is_kept_of_a_passage_is_readable_json(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        place = publish(connection, "a", ["Một."])
        save_passages(connection, place, PASSAGES, [b"", b"", b""])
        rows = connection.exec_driver_sql("SELECT heading, parts FROM passages ORDER BY ordinal").all()
    assert json.loads(rows[1].heading) == ["I. MỤC TIÊU", "1. Cụ thể"]
    assert json.loads(rows[0].parts) == {}
