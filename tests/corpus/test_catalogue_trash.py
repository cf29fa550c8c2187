"""corpus.catalogue.trash: deleted documents stay for a time, and go with all that was kept for them alone."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection, func, select

from corpus.catalogue import Catalogue, now
from corpus.catalogue.documents import get_document, list_documents
from corpus.catalogue.front import correct_field
from corpus.catalogue.jobs import add_job, add_reading, fail_job, get_job, list_jobs, update_job
from corpus.catalogue.schema import front_matter, originals, passages, tags, term_counts, texts, vectors, versions
from corpus.catalogue.statistics import bring_back, withdraw
from corpus.catalogue.tags import set_tags, tags_of
from corpus.catalogue.trash import KEPT_DAYS, forget, kept_until, list_deleted, purge
from corpus.errors import NotFound
from corpus.types import Stage
from tests.corpus.made import bytes_named, front_of, publish

DAY = timedelta(days=1)


def _delete(connection: Connection, id_: str, days_ago: float = 0) -> None:
    when = datetime.now(UTC) - timedelta(days=days_ago)
    withdraw(connection, id_, when.isoformat(timespec="milliseconds"))


def _count(connection: Connection, *tables: object) -> list[int]:
    return [connection.scalar(select(func.count()).select_from(table)) or 0 for table in tables]  # type: ignore[arg-type]


def _save_vectors(connection: Connection) -> None:
    hashes = set(connection.scalars(select(passages.c.text_hash)))
    connection.execute(vectors.insert(), [{"text_hash": h, "encoder": "thử", "vector": b"v"} for h in hashes])


def _kept_vectors(connection: Connection) -> tuple[Sequence[bytes], Sequence[bytes]]:
    kept = connection.scalars(select(vectors.c.text_hash).order_by(vectors.c.text_hash)).all()
    used = connection.scalars(select(passages.c.text_hash).distinct().order_by(passages.c.text_hash)).all()
    return kept, used


def test_the_last_deleted_is_listed_first_with_the_day_it_goes(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        a, b, c = (publish(connection, name, ["Một."]).document_id for name in "abc")
        _delete(connection, a, 3)
        _delete(connection, c, 9)
        gone = list_deleted(connection)
        assert [info.id for info in gone] == [a, c]
        assert gone[0].deleted_at is not None
        until = kept_until(gone[0])
        assert until is not None
        assert datetime.fromisoformat(until) - datetime.fromisoformat(gone[0].deleted_at) == KEPT_DAYS * DAY
        assert kept_until(get_document(connection, b)) is None


def test_deleting_and_bringing_back_leaves_corrections_and_collections_as_they_were(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        id_ = publish(connection, "a", ["Một.", "Hai."], front=front_of(symbol="1/KH-UBND")).document_id
        correct_field(connection, id_, "symbol", "2/KH-UBND")
        set_tags(connection, id_, ["Chè", "Rừng"])
        terms = connection.execute(select(term_counts)).all()
        before, names = get_document(connection, id_), tags_of(connection)
        _delete(connection, id_)
        assert connection.execute(select(term_counts)).all() == []
        bring_back(connection, id_)
        assert get_document(connection, id_) == before
        assert tags_of(connection) == names
        assert sorted(connection.execute(select(term_counts)).all()) == sorted(terms)


def test_only_what_was_deleted_too_long_ago_is_let_go(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        old, young, live = (publish(connection, name, [f"Đoạn {name}."]).document_id for name in "abc")
        _delete(connection, old, KEPT_DAYS + 0.01)
        _delete(connection, young, KEPT_DAYS - 0.01)
        assert purge(connection) == [bytes_named("a")]
        assert set(list_documents(connection, deleted=True)) == {young, live}
        assert purge(connection, datetime.now(UTC) + DAY) == [bytes_named("b")]
        assert purge(connection, datetime.now(UTC) + 1000 * DAY) == []


def test_nothing_of_a_document_stays(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        job = add_job(connection, bytes_named("a"), 1, "a.md")
        id_ = publish(connection, "a", ["Một."], front=front_of(symbol="1/KH-UBND")).document_id
        update_job(connection, job.id, stage=Stage.DONE, document_id=id_)
        publish(connection, "b", ["Hai."], replaces=id_)
        set_tags(connection, id_, ["Chè"])
        _save_vectors(connection)
        _delete(connection, id_)
        assert forget(connection, [id_]) == sorted(map(bytes_named, "ab"))
        assert list_jobs(connection) == []
        assert (
            _count(connection, versions, texts, originals, passages, front_matter, tags, vectors, term_counts)
            == [0] * 8
        )


def test_an_original_that_another_document_has_as_a_version_stays(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        first = publish(connection, "a", ["Một."]).document_id
        publish(connection, "b", ["Hai."], replaces=first)
        second = publish(connection, "c", ["Ba."]).document_id
        publish(connection, "b", ["Hai."], replaces=second)
        job = add_job(connection, bytes_named("b"), 1, "b.md", replaces=second)
        update_job(connection, job.id, stage=Stage.DONE, document_id=second)
        _delete(connection, first)
        assert forget(connection, [first]) == [bytes_named("a")]
        assert set(connection.scalars(select(originals.c.sha256))) == set(map(bytes_named, "bc"))
        assert get_document(connection, second).sha256 == bytes_named("b")
        assert [known.id for known in list_jobs(connection)] == [job.id], "its jobs stay, too"


def test_an_original_that_is_on_its_way_in_again_stays(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        id_ = publish(connection, "a", ["Một."]).document_id
        _delete(connection, id_)
        coming = add_job(connection, bytes_named("a"), 1, "a.md")
        assert forget(connection, [id_]) == []
        assert get_job(connection, coming.id).stage == Stage.WAITING
        assert connection.scalars(select(originals.c.sha256)).all() == [bytes_named("a")]


def test_a_failed_new_version_goes_with_its_document(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        id_ = publish(connection, "a", ["Một."]).document_id
        failed = add_job(connection, bytes_named("hỏng"), 1, "hong.pdf", replaces=id_)
        fail_job(connection, failed.id, "damaged_document", "Tệp hỏng.")
        _delete(connection, id_)
        assert forget(connection, [id_]) == sorted(map(bytes_named, ("a", "hỏng")))
        with pytest.raises(NotFound):
            get_job(connection, failed.id)


def test_vectors_that_another_document_needs_stay(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        a = publish(connection, "a", ["Một."]).document_id
        publish(connection, "b", ["Hai."])
        _save_vectors(connection)
        connection.execute(passages.update().values(text_hash=select(func.min(passages.c.text_hash)).scalar_subquery()))
        _delete(connection, a)
        forget(connection, [a])
        kept, used = _kept_vectors(connection)
        assert set(used) <= set(kept)
        assert used


def test_deleting_stops_the_readings_that_would_bring_it_back(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        a, b = (publish(connection, name, ["Một."]).document_id for name in "ab")
        waiting, at_work = add_reading(connection, a), add_job(connection, bytes_named("c"), 1, "c.md", replaces=a)
        other = add_reading(connection, b)
        update_job(connection, at_work.id, stage=Stage.ENCODING)
        withdraw(connection, a, now())
        assert get_job(connection, waiting.id).stage == Stage.CANCELLED
        assert get_job(connection, at_work.id).cancel
        assert not get_job(connection, other.id).cancel
