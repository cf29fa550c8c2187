"""Work on a file in a process of its own, with limits on memory, CPU time and wall time.

A fork server that has the libraries loaded makes the processes: starting one costs milliseconds, and a file that brings down its process
(a bomb, a bug in a native library) brings down nothing else.
"""

import multiprocessing
import os
import resource
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from types import ModuleType
from typing import Any, TypeVar

from corpus.errors import CancuError, DamagedDocument, ReadLimitExceeded
from corpus.types import value

T = TypeVar("T")

_MEGABYTE = 1 << 20
_context = multiprocessing.get_context("forkserver")
_preloaded: list[str] = []
_starting = threading.Lock()


@value
class Limits:
    """What work on one file may take."""

    memory_mb: int
    seconds: int


def preload(*modules: str) -> None:
    """Modules that the fork server is to load before it makes its first process."""
    _preloaded.extend(modules)
    _context.set_forkserver_preload(_preloaded)


def run_apart(
    work: Callable[..., T], *args: Any, limits: Limits, cancelled: Callable[[], bool] = lambda: False
) -> T | None:
    """What ``work(*args)`` returns, done in a process of its own; None when it was cancelled.

    Raises:
        DocumentError: as ``work`` raises it; ReadLimitExceeded when it took too much; DamagedDocument when its process died.
    """
    here, there = _context.Pipe(duplex=False)
    child = _context.Process(target=_work, args=(there, limits, work, args), daemon=True)
    with _no_program():
        child.start()
    there.close()
    deadline = time.monotonic() + limits.seconds
    try:
        while not here.poll(0.1):
            if cancelled():
                return None
            if time.monotonic() > deadline:
                raise ReadLimitExceeded(f"quá {limits.seconds} giây")
        outcome: T = _outcome(here, child, limits)
        return outcome
    finally:
        child.kill()
        child.join()
        here.close()


@contextmanager
def _no_program() -> Iterator[None]:
    """Hide the running program from multiprocessing, which would import it again in every child: a third of a second each time."""
    with _starting:
        program = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = program


def _outcome(here: Connection, child: multiprocessing.process.BaseProcess, limits: Limits) -> Any:
    try:
        answer = here.recv()
    except EOFError:
        child.join(5)
        raise _why(child.exitcode, limits) from None
    if isinstance(answer, CancuError):
        raise answer
    return answer


def _why(exitcode: int | None, limits: Limits) -> CancuError:
    """What a process that ended without a word died of."""
    if exitcode == -signal.SIGXCPU:
        return ReadLimitExceeded(f"quá {limits.seconds} giây tính toán")
    if exitcode in (-signal.SIGABRT, -signal.SIGKILL):  # native libraries abort when memory is refused
        return ReadLimitExceeded(f"quá {limits.memory_mb} MB bộ nhớ")
    return DamagedDocument(f"tiến trình đọc dừng với mã {exitcode}")


def _follow_parent() -> None:
    """End with the process that wants to know: killed, it could not end us, and a bomb would go on for minutes."""
    if (parent := multiprocessing.parent_process()) is not None:
        parent.join()
        os._exit(1)


def _work(there: Connection, limits: Limits, work: Callable[..., object], args: tuple[object, ...]) -> None:
    """In the child."""
    threading.Thread(target=_follow_parent, daemon=True).start()
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_mb * _MEGABYTE,) * 2)
    resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds + 5))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        there.send(work(*args))
    except CancuError as error:
        there.send(error)
    except MemoryError:
        there.send(ReadLimitExceeded(f"quá {limits.memory_mb} MB bộ nhớ"))
    except Exception as error:  # our own mistake is the file's failure, with a reason, and nobody else's
        there.send(DamagedDocument(f"{type(error).__name__}: {error}"))
