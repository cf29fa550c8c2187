"""corpus.catalogue.documents: versions and readings of a document, and whose word on its front matter counts."""

import pytest

from corpus.catalogue import Catalogue, now
from corpus.catalogue.documents import (
    Place,
    document_of_bytes,
    get_document,
    list_documents,
    place_for,
)
from corpus.catalogue.front import front_key, front_spans, set_front_field
from corpus.catalogue.passages import text_of
from corpus.catalogue.statistics import withdraw
from corpus.errors import NotFound
from corpus.types import Span
from tests.corpus.made import bytes_named, front_of, publish


def test_a_new_document_is_named_after_its_bytes(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        place = publish(connection, "a", ["Một."])
        assert place == Place(bytes_named("a")[:16], 1, 1)
        info = get_document(connection, place.document_id)
    assert (info.sha256, info.file_name, info.label, info.sample) == (bytes_named("a"), "a.md", "a", False)
    assert info.place == place


def test_the_same_bytes_are_the_same_document(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        place = publish(connection, "a", ["Một."])
        assert document_of_bytes(connection, bytes_named("a")) == place.document_id
        assert document_of_bytes(connection, bytes_named("b")) is None


def test_reading_the_same_bytes_again_is_a_new_generation_of_the_same_version(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        first = publish(connection, "a", ["Một."])
        again = publish(connection, "a", ["Một, đọc lại."])
        assert again == Place(first.document_id, 1, 2)
        assert text_of(connection, first.document_id).text == "Một, đọc lại."
        assert len(list_documents(connection)) == 1


def test_other_bytes_that_replace_a_document_are_its_next_version(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        first = publish(connection, "a", ["Một."])
        second = publish(connection, "b", ["Hai."], replaces=first.document_id)
        assert second == Place(first.document_id, 2, 1)
        assert get_document(connection, first.document_id).sha256 == bytes_named("b")
        assert text_of(connection, first.document_id).text == "Hai."
        assert text_of(connection, first.document_id, version=1).text == "Một."
        assert document_of_bytes(connection, bytes_named("a")) == first.document_id


def test_going_back_to_an_earlier_version_reads_it_anew(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        first = publish(connection, "a", ["Một."])
        publish(connection, "b", ["Hai."], replaces=first.document_id)
        back = publish(connection, "a", ["Một."], replaces=first.document_id)
        assert back == Place(first.document_id, 1, 2)
        assert get_document(connection, first.document_id).version == 1
        assert publish(connection, "c", ["Ba."], replaces=first.document_id).version == 3


def test_no_two_readings_share_a_place(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        first = publish(connection, "a", ["Một."])
        places = [first]
        for name in ("b", "a", "b", "c", "a"):
            places.append(publish(connection, name, [name], replaces=first.document_id))
        assert len(set(places)) == len(places)


def test_only_a_document_that_is_there_can_be_replaced(catalogue: Catalogue) -> None:
    with catalogue.write() as connection, pytest.raises(NotFound, match="không-có"):
        place_for(connection, bytes_named("a"), "không-có")


def test_front_matter_of_the_letterhead_is_kept_with_its_spans(catalogue: Catalogue) -> None:
    front = front_of(symbol="07-CTr/TU", issued_on="2021-09-30", subject="về chuyển đổi số")
    with catalogue.write() as connection:
        place = publish(connection, "a", ["Số 07-CTr/TU"], front=front)
        info = get_document(connection, place.document_id)
        assert info.front == {"symbol": "07-CTr/TU", "issued_on": "2021-09-30", "subject": "về chuyển đổi số"}
        assert (info.title, info.year) == ("về chuyển đổi số", 2021)
        assert front_spans(connection, place.document_id)["symbol"] == Span(0, 9)


def test_a_document_without_front_matter_is_called_by_its_file(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        info = get_document(connection, publish(connection, "a", ["Một."]).document_id)
    assert (info.title, info.year, info.front) == ("a.md", None, {})


def test_what_a_person_said_goes_before_the_letterhead_and_outlives_a_new_reading(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        id_ = publish(connection, "a", ["Một."], front=front_of(issuer="Sở Tải chính", place="Bắc Ninh")).document_id
        set_front_field(connection, id_, "issuer", "Sở Nội vụ", by_person=True)
        set_front_field(connection, id_, "issuer", "Sở Tài chính", by_person=True)
        assert get_document(connection, id_).front == {"issuer": "Sở Tài chính", "place": "Bắc Ninh"}
        publish(connection, "a", ["Một."], front=front_of(issuer="Sở Tải chính"))
        assert get_document(connection, id_).front == {"issuer": "Sở Tài chính"}


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [("symbol", "Số 07 - CTr/TU".removeprefix("Số "), "7-ctr/tu"), ("issuer", "Uỷ ban nhân dân", "ỦY BAN NHÂN DÂN")],
)
def test_front_matter_is_looked_up_in_any_spelling(field: str, one: str, other: str) -> None:
    assert front_key(field, one) == front_key(field, other)


def test_a_deleted_document_is_listed_only_when_asked_for(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        id_ = publish(connection, "a", ["Một."]).document_id
        withdraw(connection, id_, now())
        assert list_documents(connection) == {}
        with pytest.raises(NotFound):
            get_document(connection, id_)
        assert get_document(connection, id_, deleted=True).deleted_at is not None
        assert document_of_bytes(connection, bytes_named("a")) is None


def test_adding_the_bytes_of_a_deleted_document_brings_it_back(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        id_ = publish(connection, "a", ["Một."]).document_id
        withdraw(connection, id_, now())
        again = publish(connection, "a", ["Một."])
        assert again == Place(id_, 1, 2)
        assert get_document(connection, id_).deleted_at is None


def test_documents_are_listed_in_the_order_they_came(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        ids = [publish(connection, name, [name], sample=name == "c").document_id for name in ("b", "a", "c")]
        connection.exec_driver_sql(
            "UPDATE documents SET added_at = '2025-01-0' || (1 + (id = ?) + 2 * (id = ?))", tuple(ids[1:])
        )
        assert list(list_documents(connection)) == ids
        assert list(list_documents(connection, ids[:2])) == ids[:2]
        assert [info.sample for info in list_documents(connection).values()] == [False, False, True]
        assert list_documents(connection, []) == {}
