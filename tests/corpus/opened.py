"""Every kind of index that a test can open: the embedded engine, the client's memory, a server where CANCU_QDRANT_URL names one."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from qdrant_client import QdrantClient

from corpus.index import SearchIndex
from corpus.index.process import EdgeProcess, RemoteIndex
from corpus.index.qdrant import MEMORY, QdrantIndex
from tests.corpus.points import DIMENSION

SERVER = os.environ.get("CANCU_QDRANT_URL", "")
KINDS = ["embedded", "memory", *(["server"] if SERVER else [])]


@dataclass
class Opened:
    """An index, and how it is closed and opened again."""

    index: SearchIndex
    reopen: Callable[[], SearchIndex]


def embedded(folder: Path, stack: ExitStack) -> Opened:
    """The embedded engine in a process of its own."""
    processes: list[EdgeProcess] = []

    def stop() -> None:
        while processes:
            processes.pop().stop()

    def start() -> SearchIndex:
        stop()
        processes.append(EdgeProcess(folder / "index", DIMENSION))
        return RemoteIndex(processes[0].address)

    stack.callback(stop)
    return Opened(start(), start)


def on_server(url: str, stack: ExitStack) -> Opened:
    """A collection of its own on a server."""
    name = f"cancu-test-{uuid4().hex[:8]}"

    def drop() -> None:
        client = QdrantClient(url=url)
        client.delete_collection(name)
        client.close()

    def start() -> SearchIndex:
        index = QdrantIndex(url, name, DIMENSION)
        stack.callback(index.close)
        return index

    stack.callback(drop)
    return Opened(start(), start)


@contextmanager
def opening(kind: str, folder: Path) -> Iterator[Opened]:
    """A new, empty index of a kind."""
    with ExitStack() as stack:
        if kind == "embedded":
            yield embedded(folder, stack)
        elif kind == "memory":
            index = QdrantIndex(MEMORY, "test", DIMENSION)
            stack.callback(index.close)
            yield Opened(index, lambda: index)
        else:
            yield on_server(SERVER, stack)
