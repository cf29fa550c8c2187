"""A watched folder for tests: what is put there, and what became of it."""

import os
from pathlib import Path

from corpus.catalogue.documents import DocumentInfo, list_documents
from corpus.catalogue.jobs import Job, list_jobs
from corpus.catalogue.passages import text_of
from corpus.store import Store
from ingest.adding import Worker

PLAN = "# Kế hoạch trồng quế\n\nXã trồng 20 ha quế trong năm 2024.\n"
NOTE = "# Thông báo họp thôn\n\nThôn họp lúc 7 giờ tối tại nhà văn hoá.\n"


class SleepingWorker(Worker):
    """A worker that has not got round to it."""

    def wake(self) -> None:
        """Nothing yet."""


def documents(store: Store) -> dict[str, DocumentInfo]:
    """What is there, by file name."""
    with store.catalogue.read() as connection:
        return {info.file_name: info for info in list_documents(connection).values()}


def jobs(store: Store) -> list[Job]:
    """What was to be done."""
    with store.catalogue.read() as connection:
        return list_jobs(connection)


def text(store: Store, info: DocumentInfo) -> str:
    """The text of a document."""
    with store.catalogue.read() as connection:
        return text_of(connection, info.id).text


def write(path: Path, words: str) -> None:
    """As an editor does: the time is another one, also within one tick of the clock."""
    before = path.stat().st_mtime_ns if path.exists() else 0
    path.write_text(words, encoding="utf-8")
    os.utime(path, ns=(before + 10**9, max(path.stat().st_mtime_ns, before + 10**9)))
