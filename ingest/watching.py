"""A watched folder: what is put there is added, what is changed there becomes a new version. Without a page.

The folder is looked through every few seconds rather than watched by the system: on a network share, where offices keep such
folders, the system does not tell. A file is taken in once it has not changed for a while, so that half copied files are left alone.
"""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import select

from corpus.catalogue.documents import document_of_bytes
from corpus.catalogue.schema import watched
from corpus.log import log
from corpus.store import Store
from corpus.types import value
from ingest.adding import Worker, add_path

LOOK_EVERY = 2.0  # seconds
_PASSING = (
    ".tmp",
    ".part",
    ".crdownload",
    ".download",
    ".lock",
)  # names under which programs write what is not finished
_DEEPEST = 12  # folders within folders


@value
class Watch:
    """How the watched folder stands: ``error`` says in Vietnamese why it cannot be read; ``waiting`` files are not settled yet."""

    folder: str
    files: int
    waiting: int
    error: str | None


@value
class _Seen:
    size: int
    modified: int
    since: float  # monotonic seconds


class Watcher:
    """Looks through a folder from time to time, in a thread of its own."""

    def __init__(self, store: Store, worker: Worker, folder: Path, settle: float) -> None:
        self._store, self._worker, self.folder, self._settle = store, worker, folder, settle
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._seen: dict[Path, _Seen] = {}
        self.state = Watch(str(folder), 0, 0, None)

    def start(self) -> None:
        """Begin to look."""
        self._thread = threading.Thread(target=self._run, name="watcher", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop looking."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while not self._stopping.wait(LOOK_EVERY):
            try:
                taken = self.look()
            except Exception as error:  # a full disk, a share that went away: looked at again the next time
                self.state = Watch(str(self.folder), 0, 0, str(error))
                log.warning("watch.failed", error=type(error).__name__)
                continue
            if taken:
                self._worker.wake()

    def look(self) -> int:
        """Look once; returns how many files were taken in."""
        if not self.folder.is_dir():
            self.state = Watch(str(self.folder), 0, 0, "không có thư mục này, hoặc không đọc được")
            return 0
        files = list(_files(self.folder))
        fresh = {path: self._as_now(path, size, modified) for path, size, modified in files}
        taken = waiting = 0
        with self._store.catalogue.read() as connection:
            known = {Path(row.path): (row.size, row.modified) for row in connection.execute(select(watched))}
        for path, seen in fresh.items():
            if known.get(path) == (seen.size, seen.modified):
                continue
            if time.monotonic() - seen.since < self._settle:
                waiting += 1
                continue
            self._take(path, seen)
            taken += 1
        self._seen = fresh
        self.state = Watch(str(self.folder), len(files), waiting, None)
        return taken

    def _as_now(self, path: Path, size: int, modified: int) -> _Seen:
        before = self._seen.get(path)
        if before is not None and (before.size, before.modified) == (size, modified):
            return before
        return _Seen(size, modified, time.monotonic())

    def _take(self, path: Path, seen: _Seen) -> None:
        """Add a file; where this path was added before, what it holds now is a new version of that document."""
        with self._store.catalogue.read() as connection:
            before = connection.scalar(select(watched.c.sha256).where(watched.c.path == str(path)))
            former = document_of_bytes(connection, before) if before else None
        job = add_path(self._store, path, replaces=former)
        with self._store.catalogue.write() as connection:
            connection.execute(watched.delete().where(watched.c.path == str(path)))
            connection.execute(
                watched.insert().values(path=str(path), size=seen.size, modified=seen.modified, sha256=job.sha256)
            )


def _files(folder: Path, depth: int = 0) -> Iterator[tuple[Path, int, int]]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith((".", "~$")) or path.suffix.lower() in _PASSING or path.is_symlink():
            continue
        if path.is_dir():
            if depth < _DEEPEST:
                yield from _files(path, depth + 1)
            continue
        status = path.stat()
        if path.is_file() and status.st_size:
            yield path, status.st_size, status.st_mtime_ns
