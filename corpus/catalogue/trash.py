"""Deleted documents: they can be brought back for a time, then they go for good, with everything kept for them alone."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, delete, select

from corpus.catalogue.documents import DocumentInfo, list_documents
from corpus.catalogue.schema import documents, front_matter, jobs, originals, passages, tags, texts, versions
from corpus.types import ACTIVE_STAGES

KEPT_DAYS = 30


def kept_until(info: DocumentInfo) -> str | None:
    """When a deleted document goes for good; None for one that is not deleted."""
    if info.deleted_at is None:
        return None
    return (datetime.fromisoformat(info.deleted_at) + timedelta(days=KEPT_DAYS)).isoformat(timespec="milliseconds")


def list_deleted(connection: Connection) -> list[DocumentInfo]:
    """Deleted documents, the last one first."""
    gone = [info for info in list_documents(connection, deleted=True).values() if info.deleted_at is not None]
    return sorted(gone, key=lambda info: info.deleted_at or "", reverse=True)


def purge(connection: Connection, moment: datetime | None = None) -> list[str]:
    """Let go of documents that were deleted too long ago; returns the SHA-256 of originals that nothing needs any more."""
    latest = ((moment or datetime.now(UTC)) - timedelta(days=KEPT_DAYS)).isoformat(timespec="milliseconds")
    ids = list(connection.scalars(select(documents.c.id).where(documents.c.deleted_at < latest)))
    return forget(connection, ids)


def forget(connection: Connection, ids: Sequence[str]) -> list[str]:
    """Take deleted documents out of the catalogue; returns the SHA-256 of originals that nothing needs any more."""
    if not ids:
        return []
    had = set(connection.scalars(select(versions.c.sha256).where(versions.c.document_id.in_(ids))))
    for table in (passages, front_matter, tags, versions):
        connection.execute(delete(table).where(table.c.document_id.in_(ids)))
    connection.execute(delete(documents).where(documents.c.id.in_(ids)))
    needed = set(connection.scalars(select(versions.c.sha256).where(versions.c.sha256.in_(had))))
    needed |= set(connection.scalars(select(jobs.c.sha256).where(jobs.c.stage.in_(ACTIVE_STAGES))))
    free = sorted(had - needed)
    for table in (jobs, texts, originals):
        connection.execute(delete(table).where(table.c.sha256.in_(free)))
    return free
