"""Waiting for what a worker does, and killing it."""

import os
import signal

import psutil

from corpus.catalogue.jobs import Job
from corpus.store import Store
from corpus.types import Stage
from ingest.adding import Worker
from tests.corpus.processes import is_running, wait_until
from tests.ingest.adding_texts import state


def wait_for(store: Store, job: Job, *stages: Stage) -> Job:
    """The job, once it is at one of the stages."""
    wait_until(lambda: state(store, job).stage in stages, 60)
    return state(store, job)


def wait_for_end(store: Store, job: Job) -> Job:
    return wait_for(store, job, Stage.DONE, Stage.FAILED, Stage.CANCELLED)


def pid_of(worker: Worker) -> int:
    """The number of its process, which must be there."""
    pid = worker.pid
    assert pid is not None
    return pid


def wait_for_another(worker: Worker, pid: int | None) -> int:
    """The process that has taken the place of one."""
    wait_until(lambda: worker.pid not in (None, pid), 30)
    return pid_of(worker)


def kill(worker: Worker) -> int:
    """Kill the process; returns what its number was."""
    pid = pid_of(worker)
    os.kill(pid, signal.SIGKILL)
    wait_until(lambda: not is_running(pid))
    return pid


def wait_for_reader(pid: int) -> int:
    """The process that reads a file: a child of the fork server, which is a child of the worker."""
    readers: list[int] = []

    def is_there() -> bool:
        readers.extend(reader.pid for child in psutil.Process(pid).children() for reader in child.children())
        return bool(readers)

    wait_until(is_there, 30)
    return readers[0]
