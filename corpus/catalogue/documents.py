"""Documents and their versions: which bytes a document has had, which reading of them is live, what its letterhead says."""

import json
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, and_, func, select

from corpus.catalogue import now
from corpus.catalogue.front import fronts_of, set_front_field
from corpus.catalogue.schema import documents, front_matter, texts, versions
from corpus.catalogue.state import documents_changed
from corpus.errors import NotFound
from corpus.types import Document, FrontMatter, Heading, value


@value
class Place:
    """Where a reading belongs: the points, passages and texts of two places never mix."""

    document_id: str
    version: int
    generation: int


@value
class DocumentInfo:
    """A document as lists and citations show it. ``front``: field → value, a person's word before the letterhead's.

    ``label`` is the document in a few words as its passages were encoded with.
    """

    id: str
    version: int
    generation: int
    sha256: str
    reader: str
    file_name: str
    label: str
    sample: bool
    added_at: str
    deleted_at: str | None
    front: Mapping[str, str]

    @property
    def title(self) -> str:
        """The subject, or the file's name where the letterhead gives none."""
        return self.front.get("subject") or self.file_name

    @property
    def year(self) -> int | None:
        """The year of issue."""
        issued = self.front.get("issued_on")
        return int(issued[:4]) if issued else None

    @property
    def place(self) -> Place:
        """The place of what is live."""
        return Place(self.id, self.version, self.generation)


def document_of_bytes(connection: Connection, sha256: str) -> str | None:
    """The document, not deleted, that has or had these bytes."""
    query = (
        select(versions.c.document_id)
        .join(documents)
        .where(versions.c.sha256 == sha256, documents.c.deleted_at.is_(None))
    )
    return connection.scalar(query.limit(1))


def place_for(connection: Connection, sha256: str, replaces: str | None) -> Place:
    """Where the next reading of these bytes goes: a new document, a new version of ``replaces``, or a new generation.

    Raises:
        NotFound: ``replaces`` is not a document, or it is deleted.
    """
    document_id = replaces or sha256[:16]
    row = connection.execute(select(documents).where(documents.c.id == document_id)).first()
    if replaces and (row is None or row.deleted_at is not None):
        raise NotFound(f"văn bản {replaces}")
    if row is None:
        return Place(document_id, 1, 1)
    same = and_(versions.c.document_id == document_id, versions.c.sha256 == sha256)
    known = connection.execute(select(versions).where(same).order_by(versions.c.number.desc())).first()
    if known is not None:
        return Place(document_id, known.number, known.generation + 1)
    newest = connection.scalar(select(func.max(versions.c.number)).where(versions.c.document_id == document_id)) or 0
    return Place(document_id, newest + 1, 1)


def save_text(
    connection: Connection,
    sha256: str,
    reader: str,
    document: Document,
    outline: Sequence[Heading],
    layout: bytes | None,
) -> None:
    """Keep the canonical text that a reader gave for an original."""
    connection.execute(texts.delete().where(texts.c.sha256 == sha256, texts.c.reader == reader))
    headings = json.dumps([[h.span.start, h.span.end, h.level, h.text] for h in outline], ensure_ascii=False)
    connection.execute(
        texts.insert().values(
            sha256=sha256, reader=reader, text=document.text, pages=document.pages, layout=layout, outline=headings,
            furniture=json.dumps(document.furniture, ensure_ascii=False),
        )
    )  # fmt: skip


def set_live(
    connection: Connection,
    place: Place,
    sha256: str,
    reader: str,
    file_name: str,
    label: str,
    front: FrontMatter,
    *,
    sample: bool,
) -> None:
    """Make a reading the live one; what a person said of the document stays."""
    documents_changed(connection)
    id_ = place.document_id
    if connection.scalar(select(documents.c.id).where(documents.c.id == id_)) is None:
        connection.execute(documents.insert().values(id=id_, version=place.version, sample=sample, added_at=now()))
    else:
        connection.execute(
            documents.update().where(documents.c.id == id_).values(version=place.version, deleted_at=None)
        )
    this = (versions.c.document_id == id_) & (versions.c.number == place.version)
    published_at = connection.scalar(select(versions.c.published_at).where(this)) or now()  # read again, it is no newer
    connection.execute(versions.delete().where(this))
    connection.execute(
        versions.insert().values(
            document_id=id_, number=place.version, generation=place.generation, sha256=sha256, reader=reader,
            file_name=file_name, label=label, published_at=published_at,
        )
    )  # fmt: skip
    connection.execute(front_matter.delete().where(front_matter.c.document_id == id_, ~front_matter.c.by_person))
    for name, field in front.items():
        start, end = field.span or (None, None)
        set_front_field(connection, id_, name, field.value, by_person=False, start=start, end=end)


@value
class VersionInfo:
    """One set of bytes a document has had."""

    number: int
    sha256: str
    file_name: str
    published_at: str


def versions_of(connection: Connection, document_id: str) -> list[VersionInfo]:
    """The versions of a document, oldest first."""
    query = select(versions).where(versions.c.document_id == document_id).order_by(versions.c.number)
    return [VersionInfo(r.number, r.sha256, r.file_name, r.published_at) for r in connection.execute(query)]


def list_documents(
    connection: Connection, ids: Sequence[str] | None = None, *, deleted: bool = False
) -> dict[str, DocumentInfo]:
    """Documents by id, oldest first: those named, or all; deleted ones only when asked for."""
    query = select(documents, versions).join(
        versions, and_(versions.c.document_id == documents.c.id, versions.c.number == documents.c.version)
    )
    if ids is not None:
        query = query.where(documents.c.id.in_(ids))
    if not deleted:
        query = query.where(documents.c.deleted_at.is_(None))
    fronts = fronts_of(connection, ids)
    return {
        row.id: DocumentInfo(
            row.id, row.version, row.generation, row.sha256, row.reader, row.file_name, row.label, row.sample, row.added_at, row.deleted_at,
            fronts.get(row.id, {}),
        )
        for row in connection.execute(query.order_by(documents.c.added_at, documents.c.id))
    }  # fmt: skip


def get_document(connection: Connection, document_id: str, *, deleted: bool = False) -> DocumentInfo:
    """One document.

    Raises:
        NotFound: no such document, or it is deleted.
    """
    found = list_documents(connection, [document_id], deleted=deleted).get(document_id)
    if found is None:
        raise NotFound(f"văn bản {document_id}")
    return found
