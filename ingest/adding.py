"""How the other side adds: keep the bytes, enter a job, wake the worker. The only door from search_api into ingest."""

import threading
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path, PurePosixPath
from subprocess import Popen

from corpus.catalogue.jobs import Job, add_job
from corpus.lifeline import start_child, stop_child, tell
from corpus.store import Store

LOWEST_PRIORITY = 19
_CHUNK = 1 << 20
_LONGEST_NAME = 200


def safe_name(name: str) -> str:
    """The last part of a file name as it came, without folders, control characters or a length no file system takes."""
    base = PurePosixPath(name.replace("\\", "/")).name
    kept = "".join(c for c in base if c.isprintable() and c not in '<>:"|?*').strip(" .")
    stem, dot, suffix = kept.rpartition(".")
    if len(kept) > _LONGEST_NAME:
        kept = (stem or suffix)[: _LONGEST_NAME - len(suffix) - 1] + dot + suffix[:20]
    return kept or "tep-khong-ten"


def add_bytes(
    store: Store, chunks: Iterable[bytes], file_name: str, *, sample: bool = False, replaces: str | None = None
) -> Job:
    """Keep a file and enter its job."""
    sha256, size = store.originals.keep(chunks)
    with store.catalogue.write() as connection:
        return add_job(connection, sha256, size, safe_name(file_name), sample=sample, replaces=replaces)


def add_path(store: Store, path: Path, *, sample: bool = False, replaces: str | None = None) -> Job:
    """The same for a file on this machine."""
    with path.open("rb") as file:
        return add_bytes(store, iter(lambda: file.read(_CHUNK), b""), path.name, sample=sample, replaces=replaces)


class Worker:
    """The worker process of a server: started when there is work, and again when it died over it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._child: Popen[str] | None = None
        self._closed = False

    def wake(self) -> None:
        """There is work."""
        with self._lock:
            if self._closed:
                return
            if self._child is not None and self._child.poll() is None:
                tell(self._child, {"wake": True})
                return
            address = self._store.address
            self._child = start_child(
                "ingest.worker",
                {"settings": self._store.settings.model_dump(mode="json"),
                 "address": {"path": address.path, "key": address.key} if address else None},
                nice=LOWEST_PRIORITY,
            )  # fmt: skip

    @property
    def running(self) -> bool:
        """Whether the process is there."""
        return self._child is not None and self._child.poll() is None

    @property
    def pid(self) -> int | None:
        """Its number."""
        return self._child.pid if self._child is not None and self.running else None

    def close(self) -> None:
        """End the process; what it was doing is taken up at the next start."""
        with self._lock:
            self._closed = True
            if self._child is not None:
                with suppress(OSError):
                    stop_child(self._child, 0.5)
