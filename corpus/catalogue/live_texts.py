"""Which canonical texts are live, and the texts alone: for whoever learns from all of them."""

from typing import NamedTuple

from sqlalchemy import Connection, and_, select

from corpus.catalogue.schema import documents, texts, versions


class LiveText(NamedTuple):
    """The live reading of a document: a reader of one version gives the same text of the same bytes."""

    document_id: str
    sha256: str
    reader: str


def live_texts(connection: Connection) -> set[LiveText]:
    """The live readings of all documents that are not deleted."""
    live = and_(versions.c.document_id == documents.c.id, versions.c.number == documents.c.version)
    query = select(documents.c.id, versions.c.sha256, versions.c.reader).join(versions, live)
    return {LiveText(*row) for row in connection.execute(query.where(documents.c.deleted_at.is_(None)))}


def words_of_text(connection: Connection, live: LiveText) -> str | None:
    """The canonical text; None where it is not kept any more."""
    this = (texts.c.sha256 == live.sha256) & (texts.c.reader == live.reader)
    return connection.scalar(select(texts.c.text).where(this))
