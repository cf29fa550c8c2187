"""Passages of live readings, and the canonical texts they are spans of."""

import json
from collections.abc import Sequence
from uuid import UUID, uuid5

from sqlalchemy import Connection, and_, func, select

from corpus.catalogue.documents import Place
from corpus.catalogue.schema import documents, passages, texts, versions
from corpus.errors import NotFound
from corpus.index import unit_name
from corpus.types import Heading, Json, Passage, PassageKind, Span, value

_NAMESPACE = UUID("5b0c8f58-7c1a-4b0f-9d0e-6d2f6c616e63")
_ASK = 500


@value
class StoredPassage:
    """A passage with its name and place."""

    id: str
    document_id: str
    version: int
    generation: int
    passage: Passage
    text_hash: bytes


@value
class CanonicalText:
    """The text of a document with its outline."""

    text: str
    pages: int | None
    outline: tuple[Heading, ...]
    layout: bytes | None
    furniture: tuple[str, ...]


def passage_id(place: Place, ordinal: int) -> str:
    """The same passage of the same reading has the same id, however often a crash makes us begin again."""
    return str(uuid5(_NAMESPACE, f"{unit_name(place.document_id, place.version, place.generation)}/{ordinal}"))


def save_passages(connection: Connection, place: Place, found: Sequence[Passage], hashes: Sequence[bytes]) -> None:
    """Make these the passages of the document, in place of all it had."""
    remove_passages(connection, place.document_id)
    rows = [
        {"id": passage_id(place, p.ordinal), "document_id": place.document_id, "version": place.version, "generation": place.generation,
         "ordinal": p.ordinal, "kind": p.kind, "start": p.span.start, "end": p.span.end, "page": p.page,
         "heading": json.dumps(p.heading, ensure_ascii=False), "parts": _parts(p), "text_hash": text_hash}
        for p, text_hash in zip(found, hashes, strict=True)
    ]  # fmt: skip
    if rows:
        connection.execute(passages.insert(), rows)


def remove_passages(connection: Connection, document_id: str) -> None:
    """Take a document's passages out."""
    connection.execute(passages.delete().where(passages.c.document_id == document_id))


def passages_by_id(connection: Connection, ids: Sequence[str]) -> dict[str, StoredPassage]:
    """Those of the ids that are live passages of documents that are not deleted."""
    found: dict[str, StoredPassage] = {}
    for at in range(0, len(ids), _ASK):
        query = (
            select(passages)
            .join(documents)
            .where(passages.c.id.in_(ids[at : at + _ASK]), documents.c.deleted_at.is_(None))
        )
        found.update((row.id, _stored(row)) for row in connection.execute(query))
    return found


def passages_of(connection: Connection, document_id: str) -> list[StoredPassage]:
    """All passages of a document, in order."""
    query = select(passages).where(passages.c.document_id == document_id).order_by(passages.c.ordinal)
    return [_stored(row) for row in connection.execute(query)]


def passages_between(connection: Connection, document_id: str, first: int, last: int) -> list[StoredPassage]:
    """The passages of a document from one place in their order to another, in order; fewer where it begins or ends there."""
    mine = and_(passages.c.document_id == document_id, passages.c.ordinal.between(first, last))
    return [_stored(row) for row in connection.execute(select(passages).where(mine).order_by(passages.c.ordinal))]


def live_units(connection: Connection) -> dict[str, int]:
    """The units that should be in the index, with how many passages each has."""
    columns = (passages.c.document_id, passages.c.version, passages.c.generation)
    query = select(*columns, func.count()).join(documents).where(documents.c.deleted_at.is_(None)).group_by(*columns)
    return {unit_name(d, v, g): n for d, v, g, n in connection.execute(query)}


def text_of(connection: Connection, document_id: str, version: int | None = None) -> CanonicalText:
    """The canonical text of a document, of its live version or another.

    Raises:
        NotFound: there is none.
    """
    number = documents.c.version if version is None else version
    query = (
        select(texts)
        .join(versions, and_(versions.c.sha256 == texts.c.sha256, versions.c.reader == texts.c.reader))
        .join(documents, documents.c.id == versions.c.document_id)
        .where(documents.c.id == document_id, versions.c.number == number)
    )
    row = connection.execute(query).first()
    if row is None:
        raise NotFound(f"văn bản {document_id}")
    outline = tuple(Heading(Span(start, end), level, text) for start, end, level, text in json.loads(row.outline))
    return CanonicalText(row.text, row.pages, outline, row.layout, tuple(json.loads(row.furniture)))


def _parts(passage: Passage) -> str:
    parts: Json = {"context": passage.context, "cells": passage.cells, "columns": passage.columns}
    return json.dumps({name: spans for name, spans in parts.items() if spans})


def _stored(row: object) -> StoredPassage:
    r = row  # a Row: its columns are attributes
    parts = json.loads(r.parts)  # type: ignore[attr-defined]
    passage = Passage(
        ordinal=r.ordinal, kind=PassageKind(r.kind), span=Span(r.start, r.end), heading=tuple(json.loads(r.heading)),  # type: ignore[attr-defined]
        context=tuple(Span(*s) for s in parts.get("context", ())), cells=tuple(Span(*s) for s in parts.get("cells", ())),
        columns=tuple(Span(*s) if s else None for s in parts.get("columns", ())), page=r.page,  # type: ignore[attr-defined]
    )  # fmt: skip
    return StoredPassage(r.id, r.document_id, r.version, r.generation, passage, r.text_hash)  # type: ignore[attr-defined]
