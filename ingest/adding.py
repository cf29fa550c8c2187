"""How the other side adds: keep the bytes, enter a job, wake the worker. The only door from search_api into ingest."""

import threading
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path, PurePosixPath
from subprocess import Popen

from corpus.catalogue.jobs import Job, add_job
from corpus.lifeline import start_child, stop_child, tell
from corpus.log import log
from corpus.store import Store

LOWEST_PRIORITY = 19
_CHUNK = 1 << 20
_LONGEST_NAME, _LONGEST_ENDING = 200, 20
_LOOK = 0.2  # seconds between two looks whether the process is still there
_LONG = 60.0  # seconds after which a process that died was not at fault from the start
_LATE = 5.0  # a process that was woken so shortly before its end may not have heard it


def safe_name(name: str) -> str:
    """The last part of a file name as it came, without folders, control characters or a length no file system takes."""
    base = PurePosixPath(name.replace("\\", "/")).name
    kept = "".join(c for c in base if c.isprintable() and c not in '<>:"|?*').strip(" .")
    if len(kept) > _LONGEST_NAME:
        ending = PurePosixPath(kept).suffix
        ending = ending if len(ending) <= _LONGEST_ENDING else ""
        kept = kept[: _LONGEST_NAME - len(ending)].rstrip(" .") + ending
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


def sweep_files(store: Store) -> None:
    """Remove what a crash left of files that were coming. For the owner of the data folder, before anybody can add."""
    with store.catalogue.write() as connection:
        stray = store.originals.sweep(connection)
    if stray:
        log.info("files.removed", files=len(stray))


class Worker:
    """The worker process of a server: started when there is work, and again when it died over it.

    It is to be woken once before anybody can add: what a crash left is cleared up then.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._child: Popen[str] | None = None
        self._keeper: threading.Thread | None = None
        self._stopping = threading.Event()
        self._woken = 0.0

    def wake(self) -> None:
        """There is work."""
        with self._lock:
            if self._stopping.is_set():
                return
            self._woken = time.monotonic()
            if self._keeper is None:
                sweep_files(self._store)
                self._keeper = threading.Thread(target=self._keep_alive, name="worker-keeper", daemon=True)
                self._keeper.start()
            if self._child is not None and self._child.poll() is None:
                tell(self._child, {"wake": True})
                return
            self._let_go()
            address = self._store.address
            self._child = start_child(
                "ingest.worker",
                {"settings": self._store.settings.model_dump(mode="json"),
                 "address": {"path": address.path, "key": address.key} if address else None},
                nice=LOWEST_PRIORITY,
            )  # fmt: skip

    def _let_go(self) -> None:
        """End the process if it is there, and close our ends of its pipes."""
        if self._child is not None:
            with suppress(OSError):
                stop_child(self._child, 0.5)
            self._child = None

    def _keep_alive(self) -> None:
        """Start the process again when it died; one that dies at once, again and again, less and less often."""
        pause = _LOOK
        while not self._stopping.wait(_LOOK):
            child = self._child
            if child is None or child.poll() is None:
                continue
            lived = time.monotonic() - self._woken
            with self._lock:
                if self._child is child:
                    self._let_go()
            if child.returncode == 0 and lived > _LATE:
                continue  # it had nothing to do for a while
            pause = _LOOK if lived > _LONG else min(pause * 2, _LONG)
            log.warning("worker.died", code=child.returncode, again_in=pause)
            if not self._stopping.wait(pause):
                with suppress(OSError):  # no memory for a process just now: the next one who adds tries again
                    self.wake()

    @property
    def running(self) -> bool:
        """Whether the process is there."""
        return self.pid is not None

    @property
    def pid(self) -> int | None:
        """Its number."""
        child = self._child
        return child.pid if child is not None and child.poll() is None else None

    def close(self) -> None:
        """End the process; what it was doing is taken up at the next start."""
        self._stopping.set()
        if self._keeper is not None:
            self._keeper.join()  # it may be starting a process just now
        with self._lock:
            self._let_go()
