"""Files as they came: each once, untouched, under its SHA-256 in the data folder."""

import hashlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import Connection, delete, select

from corpus.catalogue import now
from corpus.catalogue.schema import jobs, originals, texts, versions
from corpus.errors import NotFound


class Originals:
    """The folder of originals. A file is there whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, sha256: str) -> Path:
        """Where the original with this SHA-256 lies."""
        return self.folder / sha256[:2] / sha256

    def existing(self, sha256: str) -> Path:
        """The same, for one that must be there.

        Raises:
            NotFound: it is not.
        """
        path = self.path(sha256)
        if not path.is_file():
            raise NotFound(f"tệp gốc {sha256[:12]}…")
        return path

    def keep(self, chunks: Iterable[bytes]) -> tuple[str, int]:
        """Store a file; returns its SHA-256 and size in bytes. It has reached the disk when this returns."""
        self.folder.mkdir(parents=True, exist_ok=True)
        digest, size = hashlib.sha256(), 0
        with tempfile.NamedTemporaryFile(dir=self.folder, prefix=".coming-", delete=False) as file:
            scratch = Path(file.name)
            try:
                for chunk in chunks:
                    digest.update(chunk)
                    size += len(chunk)
                    file.write(chunk)
                file.flush()
                os.fsync(file.fileno())
                target = self.path(digest.hexdigest())
                target.parent.mkdir(exist_ok=True)
                scratch.replace(target)
                _reach_disk(target.parent)
                _reach_disk(self.folder)  # where the folder of this file may be new
            finally:
                scratch.unlink(missing_ok=True)
        return digest.hexdigest(), size

    def remove(self, connection: Connection, files: Iterable[str]) -> None:
        """Let go of files, in a transaction that writes, after the one that forgot them: what was added again meanwhile stays."""
        for sha256 in files:
            if connection.scalar(select(originals.c.sha256).where(originals.c.sha256 == sha256)) is None:
                self.path(sha256).unlink(missing_ok=True)

    def sweep(self, connection: Connection) -> list[Path]:
        """Remove what a crash left: half files, and files that no row names. Only while nobody is adding."""
        known = set(connection.scalars(select(originals.c.sha256)))
        stray = [p for p in self.folder.glob("*/*") if p.name not in known] + list(self.folder.glob(".coming-*"))
        for path in stray:
            path.unlink()
        return stray


def register_original(connection: Connection, sha256: str, size: int) -> None:
    """Enter a kept file into the catalogue, once."""
    if connection.scalar(select(originals.c.sha256).where(originals.c.sha256 == sha256)) is None:
        connection.execute(originals.insert().values(sha256=sha256, size=size, added_at=now()))


def forget_unneeded(connection: Connection, files: Iterable[str]) -> list[str]:
    """Take those of the originals that neither a version nor a job names out of the catalogue, with their texts; returns them."""
    wanted = set(files)
    for table in (versions, jobs):
        wanted -= set(connection.scalars(select(table.c.sha256).where(table.c.sha256.in_(wanted))))
    for table in (texts, originals):
        connection.execute(delete(table).where(table.c.sha256.in_(wanted)))
    return sorted(wanted)


def _reach_disk(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
