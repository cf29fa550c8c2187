"""ingest.worker: a process of its own that adds at the lowest priority, and is woken when there is work."""

import os

import psutil

from corpus.catalogue import now
from corpus.catalogue.jobs import cancel_job
from corpus.catalogue.statistics import bring_back, withdraw
from corpus.store import Store
from corpus.types import Stage
from ingest.adding import LOWEST_PRIORITY, Worker
from tests.corpus.processes import is_running, wait_until
from tests.ingest.adding_texts import BRIDGE, SCHOOL, add, long_text, state
from tests.ingest.agreement import assert_agreement
from tests.ingest.working import pid_of, wait_for, wait_for_end, wait_for_reader


def test_waiting_jobs_are_done_in_a_process_of_lowest_priority(shared_store: Store, worker: Worker) -> None:
    jobs = [add(shared_store, BRIDGE), add(shared_store, b"", "rong.txt"), add(shared_store, SCHOOL)]
    worker.wake()
    process = psutil.Process(pid_of(worker))
    assert process.ppid() == os.getpid()
    ended = [wait_for_end(shared_store, job).stage for job in jobs]
    assert ended == [Stage.DONE, Stage.FAILED, Stage.DONE]
    assert process.nice() == LOWEST_PRIORITY == 19
    assert os.sched_getscheduler(process.pid) == os.SCHED_BATCH
    assert os.getpriority(os.PRIO_PROCESS, 0) < LOWEST_PRIORITY
    later = add(shared_store, long_text(5))
    worker.wake()
    assert wait_for_end(shared_store, later).stage == Stage.DONE
    assert worker.pid == process.pid
    assert_agreement(shared_store)


def test_a_job_is_cancelled_while_its_file_is_read(shared_store: Store, worker: Worker) -> None:
    job = add(shared_store, long_text(150_000))
    worker.wake()
    wait_for(shared_store, job, Stage.READING)
    reader = wait_for_reader(pid_of(worker))
    with shared_store.catalogue.write() as connection:
        cancel_job(connection, job.id)
    assert wait_for_end(shared_store, job).stage == Stage.CANCELLED
    wait_until(lambda: not is_running(reader))
    assert assert_agreement(shared_store) == 0


def test_a_closed_worker_is_gone_and_is_not_woken_again(shared_store: Store, worker: Worker) -> None:
    job = add(shared_store, long_text(600))
    worker.wake()
    pid = pid_of(worker)
    assert worker.running
    worker.close()
    assert not is_running(pid)
    worker.wake()
    assert (worker.running, worker.pid) == (False, None)
    assert state(shared_store, job).stage != Stage.DONE


def test_deleting_and_restoring_reach_the_index_through_the_worker(shared_store: Store, worker: Worker) -> None:
    job = add(shared_store, BRIDGE)
    worker.wake()
    document = str(wait_for_end(shared_store, job).document_id)
    with shared_store.catalogue.write() as connection:
        withdraw(connection, document, now())
    worker.wake()
    wait_until(lambda: shared_store.index.count({}) == 0)
    with shared_store.catalogue.write() as connection:
        bring_back(connection, document)
    worker.wake()
    wait_until(lambda: shared_store.index.count({}) == 3)
    assert_agreement(shared_store)
