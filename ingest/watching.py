"""A watched folder: what is put there is added, what is changed there becomes a new version. Without a page.

The folder is looked through every few seconds rather than watched by the system: on a network share, where offices keep such
folders, the system does not tell. A file is taken in once it has not changed for a while, so that half copied files are left alone.
"""

import hashlib
import os
import threading
import time
from collections import Counter
from pathlib import Path

from sqlalchemy import Connection, select

from corpus.catalogue.documents import document_of_bytes
from corpus.catalogue.schema import jobs, watched
from corpus.errors import CancuError
from corpus.log import log
from corpus.store import Store
from corpus.types import ACTIVE_STAGES, value
from ingest.adding import Worker, add_path
from ingest.listing import Listing, cannot_read, list_files

LOOK_EVERY = 2.0  # seconds


@value
class Watch:
    """How the watched folder stands: ``error`` says what cannot be read or taken; ``waiting`` files are not settled yet."""

    folder: str
    files: int
    waiting: int
    error: str | None


@value
class _Seen:
    """A file as it was at a look; ``since`` when (monotonic seconds) it has been so."""

    size: int
    modified: int
    since: float


class Watcher:
    """Looks through a folder from time to time, in a thread of its own."""

    def __init__(self, store: Store, worker: Worker, folder: Path, settle: float) -> None:
        self._store, self._worker, self.folder, self._settle = store, worker, folder.absolute(), settle
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._seen: dict[Path, _Seen] = {}
        self._error: str | None = None
        self.state = Watch(str(self.folder), 0, 0, None)

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
                self.look()
            except Exception as error:  # a full disk, a database that is away: looked at again the next time
                reason = error.message if isinstance(error, CancuError) else str(error)
                self.state = Watch(str(self.folder), self.state.files, self.state.waiting, reason)
                log.warning("watch.failed", error=type(error).__name__)

    def look(self) -> int:
        """Look once; returns how many files were taken in. One that cannot be read holds up no other."""
        found = self._list()
        self._error = found.wrong
        if found.wrong and not found.files:
            self.state = Watch(str(self.folder), 0, 0, found.wrong)
            return 0
        fresh = {path: self._as_now(path, status) for path, status in found.files}
        with self._store.catalogue.read() as connection:
            known = {row.path: row for row in connection.execute(select(watched))}
        held = Counter(row.sha256 for path in fresh if (row := known.get(_key(path))) is not None)
        taken = waiting = 0
        for path, seen in fresh.items():
            row = known.get(_key(path))
            if self._stopping.is_set() or (row and (row.size, row.modified) == (seen.size, seen.modified)):
                continue
            if time.monotonic() - seen.since < self._settle or (row and self._is_coming(row.sha256)):
                waiting += 1
            else:
                taken += self._take(path, seen, row.sha256 if row else None, alone=not row or held[row.sha256] == 1)
        self._seen = fresh
        self.state = Watch(str(self.folder), len(fresh), waiting, self._error)
        return taken

    def _list(self) -> Listing:
        data = self._store.settings.data.resolve()
        if self.folder.resolve().is_relative_to(data):
            return Listing((), "thư mục theo dõi phải nằm ngoài thư mục dữ liệu")
        return list_files(self.folder, self._store.settings.max_file_mb, leave_out=data)

    def _as_now(self, path: Path, status: os.stat_result) -> _Seen:
        before = self._seen.get(path)
        if before is not None and (before.size, before.modified) == (status.st_size, status.st_mtime_ns):
            return before
        return _Seen(status.st_size, status.st_mtime_ns, time.monotonic())

    def _is_coming(self, sha256: str) -> bool:
        """Whether the bytes that were here before are on their way in: what is here now waits for their document."""
        active = (jobs.c.sha256 == sha256) & jobs.c.stage.in_(ACTIVE_STAGES)
        with self._store.catalogue.read() as connection:
            return connection.execute(select(jobs.c.id).where(active)).first() is not None

    def _take(self, path: Path, seen: _Seen, before: str | None, *, alone: bool) -> bool:
        """Add a file; False where only its time is new, or it cannot be read.

        What changed in place is a new version, unless the same bytes lie elsewhere in the folder, too: then this is a copy that was
        made to become another document.
        """
        try:
            if before is not None and _sha256(path) == before:
                sha256 = before
            else:
                with self._store.catalogue.read() as connection:
                    former = document_of_bytes(connection, before) if before and alone else None
                sha256 = add_path(self._store, path, replaces=former).sha256
                self._worker.wake()
        except OSError as error:
            self._error = self._error or cannot_read(path, error)
            return False
        with self._store.catalogue.write() as connection:
            _remember(connection, _key(path), seen, sha256)
        return sha256 != before


def _key(path: Path) -> str:
    """A path as the catalogue keeps it, also one whose name is no proper text."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _remember(connection: Connection, key: str, seen: _Seen, sha256: str) -> None:
    connection.execute(watched.delete().where(watched.c.path == key))
    connection.execute(watched.insert().values(path=key, size=seen.size, modified=seen.modified, sha256=sha256))
