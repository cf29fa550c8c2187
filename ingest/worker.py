"""The process that adds files: low priority, one job at a time, started by the server, gone when the server is gone."""

import os
import threading
import time
from contextlib import suppress

from corpus.catalogue.jobs import claim_job, fail_job, get_job, requeue_jobs, update_job
from corpus.catalogue.trash import purge
from corpus.errors import ServiceError
from corpus.index.process import Address
from corpus.lifeline import read_setup, watch_lifeline
from corpus.log import log, start_log
from corpus.messages import MESSAGES
from corpus.settings import Settings
from corpus.store import Store, join_store
from corpus.types import Stage
from ingest.adding import sweep_files
from ingest.indexing import reconcile

IDLE_SECONDS = 60.0  # without work the process ends and gives its memory back
MOST_RETRIES = 3
PAUSE = 2.0  # seconds before a job is tried again when a service was away


def recover(store: Store) -> None:
    """After a start of one who owns the data folder and works alone: stray files go, and the rest as in ``resume``."""
    sweep_files(store)
    resume(store)


def resume(store: Store) -> None:
    """After a start: unfinished jobs wait again, stray points go, missing points come back."""
    with store.catalogue.write() as connection:
        waiting = requeue_jobs(connection)
        free = purge(connection)
    if free:
        with store.catalogue.write() as connection:
            store.originals.remove(connection, free)
    removed, restored = reconcile(store)
    if waiting or removed or restored:
        log.info("recovered", waiting=waiting, units_removed=len(removed), units_restored=len(restored))


def work_off(store: Store) -> int:
    """Do all waiting jobs; returns how many were ended. Used by the worker and by commands without a server."""
    pipeline = None
    ended = 0
    while True:
        with store.catalogue.write() as connection:
            job = claim_job(connection)
        if job is None:
            break
        from ingest.pipeline import ingest_pipeline, run_job  # Haystack takes seconds to import

        pipeline = pipeline or ingest_pipeline()
        try:
            run_job(store, pipeline, job)
            ended += 1
        except ServiceError as error:
            _try_later(store, job.id, job.attempts, error)
    if ended:
        store.index.flush()
    return ended


def find_missing_facts(store: Store) -> int:
    """Go over documents that the present rules for facts have not seen; returns how many those were. Jobs that come meanwhile go first."""
    from ingest.extracting import extract_missing

    return extract_missing(store, lambda: work_off(store))


def _try_later(store: Store, job_id: str, attempts: int, error: ServiceError) -> None:
    log.warning("job.postponed", job=job_id, reason=error.code, detail=error.detail)
    with store.catalogue.write() as connection:
        if attempts >= MOST_RETRIES:
            fail_job(connection, job_id, error.code, MESSAGES[error.code].format(detail=error.detail))
        elif get_job(connection, job_id).cancel:
            update_job(connection, job_id, stage=Stage.CANCELLED)
        else:
            update_job(connection, job_id, stage=Stage.WAITING, progress=0.0)
    time.sleep(PAUSE)


def main() -> None:
    """The process: recover, then work whenever woken, until idle for a while or the server is gone."""
    setup = read_setup()
    settings = Settings(**setup["settings"])
    start_log(settings.log_level)
    wake = threading.Event()
    watch_lifeline(lambda _: wake.set(), lambda: os._exit(0))
    with suppress(OSError, AttributeError):
        os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0))  # answers come first, also within one priority
    store = join_store(settings, Address(**setup["address"]) if setup["address"] else None)
    resume(store)
    while True:
        wake.clear()
        work_off(store)
        reconcile(store)
        find_missing_facts(store)
        if not wake.wait(IDLE_SECONDS):
            break
    store.close()


if __name__ == "__main__":
    main()
