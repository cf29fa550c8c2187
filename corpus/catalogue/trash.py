"""Deleted documents: they can be brought back for a time, then they go for good, with everything kept for them alone."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, delete, select

from corpus.catalogue.documents import DocumentInfo, list_documents
from corpus.catalogue.originals import forget_unneeded
from corpus.catalogue.schema import (
    definitions,
    documents,
    extractions,
    facts,
    front_matter,
    jobs,
    passages,
    relations,
    reviews,
    tags,
    vectors,
    versions,
)
from corpus.catalogue.state import documents_changed
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
    about = jobs.c.document_id.in_(ids) | jobs.c.replaces.in_(ids)
    ended = jobs.c.stage.not_in(ACTIVE_STAGES)
    had = set(connection.scalars(select(versions.c.sha256).where(versions.c.document_id.in_(ids))))
    had |= set(connection.scalars(select(jobs.c.sha256).where(ended, about)))
    _forget_vectors(connection, ids)
    for table in (passages, facts, relations, extractions, reviews, definitions, front_matter, tags, versions):
        connection.execute(delete(table).where(table.c.document_id.in_(ids)))
    connection.execute(delete(documents).where(documents.c.id.in_(ids)))
    documents_changed(connection)
    others = set(connection.scalars(select(versions.c.sha256).where(versions.c.sha256.in_(had))))
    connection.execute(delete(jobs).where(ended, about | jobs.c.sha256.in_(had - others)))
    return forget_unneeded(connection, had)


def _forget_vectors(connection: Connection, ids: Sequence[str]) -> None:
    """Vectors of passages that no other document has."""
    mine = passages.c.document_id.in_(ids)
    own, others = select(passages.c.text_hash).where(mine), select(passages.c.text_hash).where(~mine)
    connection.execute(delete(vectors).where(vectors.c.text_hash.in_(own), vectors.c.text_hash.not_in(others)))
