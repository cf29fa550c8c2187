"""Reading a file in a process of its own, with limits on memory, CPU time and wall time.

A fork server that has the readers loaded makes the processes: starting one costs milliseconds, and a file that brings down its process
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
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from types import ModuleType

from corpus.errors import CancuError, DamagedDocument, ReadLimitExceeded
from corpus.text import mended
from corpus.types import Document, FrontMatter, Heading, Passage, value
from ingest.front_matter import read_letterhead
from ingest.outline import read_outline
from ingest.passages import make_passages
from ingest.readers import read_document

_MEGABYTE = 1 << 20
_context = multiprocessing.get_context("forkserver")
_context.set_forkserver_preload(
    ["ingest.reading", "ingest.readers.pdf", "ingest.readers.docx", "ingest.readers.html", "pypdf", "pypdfium2"]
)


@value
class ReadDocument:
    """All that comes of reading a file."""

    document: Document
    reader: str
    front: FrontMatter
    outline: tuple[Heading, ...]
    passages: tuple[Passage, ...]


@value
class ReadLimits:
    """What reading one file may take."""

    memory_mb: int
    seconds: int
    allow_secret: bool = False


def parse(data: bytes, file_name: str, *, allow_secret: bool = False) -> ReadDocument:
    """Read, outline and cut a file, in this process and without limits.

    Raises:
        DocumentError: why the file cannot be read.
    """
    document, reader = read_document(data, file_name, allow_secret=allow_secret)
    meant = replace(document, text=mended(document.text))  # spans are the same in both
    letterhead = read_letterhead(meant)
    outline = read_outline(meant, letterhead.head | letterhead.closing)
    passages = make_passages(meant, outline, letterhead)
    return ReadDocument(document, reader, letterhead.front, outline.headings, passages)


def parse_apart(
    path: Path, file_name: str, limits: ReadLimits, cancelled: Callable[[], bool] = lambda: False
) -> ReadDocument | None:
    """The same in a process of its own; None when it was cancelled.

    Raises:
        DocumentError: why the file cannot be read; ReadLimitExceeded when it took too much.
    """
    here, there = _context.Pipe(duplex=False)
    child = _context.Process(target=_read, args=(there, path, file_name, limits), daemon=True)
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
        return _outcome(here, child, limits)
    finally:
        child.kill()
        child.join()
        here.close()


@contextmanager
def _no_program() -> Iterator[None]:
    """Hide the running program from multiprocessing, which would import it again in every child: a third of a second each time."""
    program = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = program


def _outcome(here: Connection, child: multiprocessing.process.BaseProcess, limits: ReadLimits) -> ReadDocument:
    try:
        answer = here.recv()
    except EOFError:
        child.join(5)
        raise _why(child.exitcode, limits) from None
    if isinstance(answer, CancuError):
        raise answer
    read: ReadDocument = answer
    return read


def _why(exitcode: int | None, limits: ReadLimits) -> CancuError:
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


def _read(there: Connection, path: Path, file_name: str, limits: ReadLimits) -> None:
    """In the child."""
    threading.Thread(target=_follow_parent, daemon=True).start()
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_mb * _MEGABYTE,) * 2)
    resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds + 5))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        there.send(parse(path.read_bytes(), file_name, allow_secret=limits.allow_secret))
    except CancuError as error:
        there.send(error)
    except MemoryError:
        there.send(ReadLimitExceeded(f"quá {limits.memory_mb} MB bộ nhớ"))
    except Exception as error:  # a reader's own mistake is the file's failure, with a reason, and nobody else's
        there.send(DamagedDocument(f"{type(error).__name__}: {error}"))
