"""corpus.catalogue.jobs: a job survives crashes, is claimed once, can be cancelled and tried again."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import Connection

from corpus.catalogue import Catalogue, now
from corpus.catalogue.jobs import (
    MOST_ATTEMPTS,
    Job,
    add_job,
    cancel_job,
    claim_job,
    fail_job,
    get_job,
    list_jobs,
    requeue_jobs,
    retry_job,
    update_job,
)
from corpus.catalogue.statistics import withdraw
from corpus.errors import Conflict, NotFound
from corpus.types import ACTIVE_STAGES, Stage
from tests.corpus.made import bytes_named, publish


def enter(connection: Connection, name: str, replaces: str | None = None) -> Job:
    """A job for some bytes."""
    return add_job(connection, bytes_named(name), 3, f"{name}.pdf", replaces=replaces)


def claimed(connection: Connection) -> Job:
    """The job that is next, which must be there."""
    job = claim_job(connection)
    assert job is not None
    return job


def test_a_new_job_waits(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        job = enter(connection, "a")
        assert (job.stage, job.progress, job.attempts, job.duplicate) == (Stage.WAITING, 0.0, 0, False)
        assert get_job(connection, job.id) == job


def test_bytes_on_their_way_make_no_second_job(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        job = enter(connection, "a")
        assert enter(connection, "a").id == job.id
        claim_job(connection)
        assert enter(connection, "a").id == job.id
        assert enter(connection, "b").id != job.id
        assert len(list_jobs(connection)) == 2


def test_bytes_that_failed_may_come_again(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        job = enter(connection, "a")
        fail_job(connection, job.id, "damaged_document", "Tệp hỏng")
        assert enter(connection, "a").id != job.id


def test_bytes_that_are_there_are_a_duplicate_at_once(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        place = publish(connection, "a", ["Một."])
        job = enter(connection, "a")
        assert (job.stage, job.progress, job.duplicate, job.document_id) == (Stage.DONE, 1.0, True, place.document_id)
        assert claim_job(connection) is None


def test_a_document_can_be_replaced_by_what_it_was_before(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        id_ = publish(connection, "a", ["Một."]).document_id
        publish(connection, "b", ["Hai."], replaces=id_)
        assert enter(connection, "b", replaces=id_).duplicate
        back = enter(connection, "a", replaces=id_)
        assert (back.stage, back.duplicate, back.replaces) == (Stage.WAITING, False, id_)


def test_bytes_of_a_deleted_document_are_added_again(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        withdraw(connection, publish(connection, "a", ["Một."]).document_id, now())
        assert enter(connection, "a").stage == Stage.WAITING


def test_jobs_are_claimed_in_the_order_they_came(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        jobs = [enter(connection, name) for name in "abc"]
        order = [claimed(connection) for _ in jobs]
        assert [job.id for job in order] == [job.id for job in jobs]
        assert {(job.stage, job.attempts) for job in order} == {(Stage.READING, 1)}
        assert claim_job(connection) is None
        assert [job.id for job in list_jobs(connection)] == [job.id for job in reversed(jobs)]


def test_no_job_is_claimed_twice(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        for n in range(20):
            enter(connection, str(n))

    def claim(_: int) -> str:
        with catalogue.write() as connection:
            return claimed(connection).id

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(claim, range(20)))) == 20


def test_after_a_crash_what_was_in_the_middle_waits_again(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        torn, waiting, done = (enter(connection, name) for name in "abc")
        claim_job(connection)
        update_job(connection, torn.id, stage=Stage.ENCODING, progress=0.7)
        update_job(connection, done.id, stage=Stage.DONE)
        assert requeue_jobs(connection) == 2
        assert [get_job(connection, job.id).stage for job in (torn, waiting, done)] == [
            Stage.WAITING,
            Stage.WAITING,
            Stage.DONE,
        ]
        assert get_job(connection, torn.id).progress == 0.0
        assert claimed(connection).attempts == 2


def test_a_file_that_takes_its_process_down_again_and_again_is_given_up(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        job = enter(connection, "a")
        for _ in range(MOST_ATTEMPTS):
            assert get_job(connection, job.id).stage == Stage.WAITING
            claim_job(connection)
            requeue_jobs(connection)
        given_up = get_job(connection, job.id)
        assert (given_up.stage, given_up.error_code) == (Stage.FAILED, "read_limit_exceeded")
        assert "{" not in str(given_up.error)


def test_a_waiting_job_is_cancelled_at_once(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        job = enter(connection, "a")
        assert cancel_job(connection, job.id).stage == Stage.CANCELLED
        assert claim_job(connection) is None


def test_a_job_at_work_is_asked_to_stop_and_not_taken_up_after_a_crash(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        job = enter(connection, "a")
        claim_job(connection)
        asked = cancel_job(connection, job.id)
        assert (asked.stage, asked.cancel) == (Stage.READING, True)
        assert requeue_jobs(connection) == 0
        assert get_job(connection, job.id).stage == Stage.CANCELLED


def test_what_has_ended_cannot_be_cancelled(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        job = enter(connection, "a")
        for stage in set(Stage) - set(ACTIVE_STAGES):
            update_job(connection, job.id, stage=stage)
            with pytest.raises(Conflict):
                cancel_job(connection, job.id)


@pytest.mark.parametrize("stage", [Stage.FAILED, Stage.CANCELLED])
def test_what_failed_or_was_cancelled_can_be_tried_again_from_the_start(catalogue: Catalogue, stage: Stage) -> None:
    with catalogue.write() as connection:
        job = enter(connection, "a")
        update_job(connection, job.id, stage=stage, attempts=3, cancel=True, progress=0.5, error_code="x", error="y")
        again = retry_job(connection, job.id)
        assert (again.stage, again.attempts, again.cancel, again.progress) == (Stage.WAITING, 0, False, 0.0)
        assert (again.error_code, again.error) == (None, None)
        assert claimed(connection).id == job.id


@pytest.mark.parametrize("stage", [*ACTIVE_STAGES, Stage.DONE])
def test_nothing_else_can_be_tried_again(catalogue: Catalogue, stage: Stage) -> None:
    with catalogue.write() as connection:
        job = enter(connection, "a")
        update_job(connection, job.id, stage=stage)
        with pytest.raises(Conflict):
            retry_job(connection, job.id)


def test_jobs_are_listed_by_activity_and_time_of_change(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        old, new = enter(connection, "a"), enter(connection, "b")
        connection.exec_driver_sql("UPDATE jobs SET updated_at = '2000-01-01'")
        fail_job(connection, old.id, "damaged_document", "Tệp hỏng")
        assert [job.id for job in list_jobs(connection, active=True)] == [new.id]
        assert [job.id for job in list_jobs(connection, since="2000-01-02")] == [old.id]
        assert len(list_jobs(connection, limit=1)) == 1


def test_a_failed_job_says_why(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        job = enter(connection, "a")
        fail_job(connection, job.id, "encrypted_document", "Tệp có mật khẩu.")
        failed = get_job(connection, job.id)
        assert (failed.stage, failed.error_code, failed.error) == (
            Stage.FAILED,
            "encrypted_document",
            "Tệp có mật khẩu.",
        )


def test_an_unknown_job_is_not_found(catalogue: Catalogue) -> None:
    with catalogue.write() as connection:
        for act in (get_job, cancel_job, retry_job):
            with pytest.raises(NotFound):
                act(connection, "không-có")
