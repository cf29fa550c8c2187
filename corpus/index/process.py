"""The embedded index in a child process: whoever holds the address may call it, and no call stalls the caller's threads.

``EdgeProcess`` starts the child and keeps it alive; ``RemoteIndex`` is a SearchIndex that talks to it over a local socket.
"""

import os
import secrets
import shutil
import tempfile
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.bm25 import SparseVector
from corpus.errors import CancuError, IndexUnavailable
from corpus.index import Found, Point, Where
from corpus.lifeline import read_setup, start_child, stop_child, watch_lifeline
from corpus.types import Json, value

PATIENCE = 15.0  # seconds that a call waits for a child that is being started again
_GONE = (EOFError, OSError, AuthenticationError)


@value
class Address:
    """Where the child listens, and the secret that lets one in."""

    path: str
    key: str


class EdgeProcess:
    """Owns the child: started with the constructor, started again when it dies, ended with ``stop``."""

    def __init__(self, folder: Path, dimension: int) -> None:
        self._home = Path(tempfile.mkdtemp(prefix="cancu-"))  # a socket's path must be short
        self.address = Address(str(self._home / "index"), secrets.token_hex(16))
        self._setup: Json = {
            "folder": str(folder),
            "dimension": dimension,
            "path": self.address.path,
            "key": self.address.key,
        }
        self._stopping = threading.Event()
        self._child = start_child("corpus.index.process", self._setup)
        try:
            self._answer()
        except CancuError:
            self._clean()
            raise
        self._keeper = threading.Thread(target=self._keep_alive, name="index-keeper", daemon=True)
        self._keeper.start()

    def _answer(self) -> None:
        """Wait for the child's word: "ready", or why not."""
        word = self._child.stdout.readline().strip() if self._child.stdout else ""
        if word != "ready":
            stop_child(self._child)
            kind, _, detail = word.partition(" ")
            raise _error(kind, detail)

    def _keep_alive(self) -> None:
        while not self._stopping.wait(0.2):
            if self._child.poll() is not None:
                stop_child(self._child)  # closes our ends of its pipes
                with suppress(OSError):
                    Path(self.address.path).unlink()
                self._child = start_child("corpus.index.process", self._setup)
                with suppress(CancuError):  # callers run out of patience and say so
                    self._answer()

    @property
    def pid(self) -> int:
        """The child's process number."""
        return self._child.pid

    def stop(self) -> None:
        """Flush and end the child."""
        self._stopping.set()
        self._keeper.join()  # it may be starting a child just now
        stop_child(self._child, 60)
        self._clean()

    def _clean(self) -> None:
        shutil.rmtree(self._home, ignore_errors=True)


def _error(kind: str, detail: str) -> CancuError:
    from corpus import errors

    known = getattr(errors, kind, None)
    return (
        known(detail)
        if isinstance(known, type) and issubclass(known, CancuError)
        else IndexUnavailable(detail or "đã dừng")
    )


class RemoteIndex:
    """A SearchIndex at an address. Each thread has a connection of its own; a lost one is made anew, for every call can be repeated."""

    def __init__(self, address: Address, patience: float = PATIENCE) -> None:
        self.address, self._patience = address, patience
        self._mine = threading.local()

    def _call(self, method: str, *args: object) -> Any:
        deadline = time.monotonic() + self._patience
        while True:
            try:
                connection = self._connection()
                connection.send((method, args))
                fine, answer = connection.recv()
                break
            except _GONE as error:
                self._mine.connection = None
                if time.monotonic() > deadline:
                    raise IndexUnavailable(str(error)) from error
                time.sleep(0.1)
        if fine:
            return answer
        raise answer

    def _connection(self) -> Connection:
        known: Connection | None = getattr(self._mine, "connection", None)
        if known is None:
            known = self._mine.connection = Client(self.address.path, "AF_UNIX", authkey=self.address.key.encode())
        return known

    def upsert(self, points: Sequence[Point]) -> None:
        """See SearchIndex."""
        self._call("upsert", points)

    def delete(self, where: Where) -> None:
        """See SearchIndex."""
        self._call("delete", where)

    def search_vector(self, vector: NDArray[np.float32], limit: int, where: Where) -> list[Found]:
        """See SearchIndex."""
        found: list[Found] = self._call("search_vector", vector, limit, where)
        return found

    def search_terms(self, terms: SparseVector, limit: int, where: Where) -> list[Found]:
        """See SearchIndex."""
        found: list[Found] = self._call("search_terms", terms, limit, where)
        return found

    def facet(self, field: str, where: Where) -> dict[str, int]:
        """See SearchIndex."""
        counts: dict[str, int] = self._call("facet", field, where)
        return counts

    def count(self, where: Where) -> int:
        """See SearchIndex."""
        return int(self._call("count", where))

    def ids(self, where: Where) -> set[str]:
        """See SearchIndex."""
        found: set[str] = self._call("ids", where)
        return found

    def clear(self) -> None:
        """See SearchIndex."""
        self._call("clear")

    def flush(self) -> None:
        """See SearchIndex."""
        self._call("flush")

    def close(self) -> None:
        """Hang up; the index stays for others."""
        connection: Connection | None = getattr(self._mine, "connection", None)
        if connection is not None:
            connection.close()
            self._mine.connection = None


METHODS = frozenset(("upsert", "delete", "search_vector", "search_terms", "facet", "count", "ids", "clear", "flush"))


def main() -> None:
    """The child: open the shard, then serve callers until the lifeline is cut."""
    from corpus.index.edge import EdgeIndex

    setup = read_setup()
    try:
        index = EdgeIndex(Path(setup["folder"]), setup["dimension"])
        listener = Listener(setup["path"], "AF_UNIX", backlog=64, authkey=setup["key"].encode())
    except CancuError as error:
        print(type(error).__name__, error.detail.replace("\n", " "), flush=True)  # noqa: T201 - the parent reads this
        return
    turn = (
        threading.Lock()
    )  # one call at a time: the engine's calls hold the GIL anyway, and closing waits for the last

    def leave() -> None:
        with turn:
            index.close()
            shutil.rmtree(Path(setup["path"]).parent, ignore_errors=True)  # a parent that was killed cannot
            os._exit(0)

    watch_lifeline(lambda _: None, leave)
    print("ready", flush=True)  # noqa: T201
    while True:
        with suppress(*_GONE):
            threading.Thread(target=_serve, args=(listener.accept(), index, turn), daemon=True).start()


def _serve(connection: Connection, index: Any, turn: threading.Lock) -> None:
    with suppress(*_GONE), connection:
        while True:
            method, args = connection.recv()
            try:
                if method not in METHODS:
                    raise ValueError(method)
                with turn:
                    answer = getattr(index, method)(*args)
                connection.send((True, answer))
            except (CancuError, ValueError) as error:
                connection.send((False, error))
            except Exception as error:  # the engine's own
                connection.send((False, IndexUnavailable(str(error))))


if __name__ == "__main__":
    main()
