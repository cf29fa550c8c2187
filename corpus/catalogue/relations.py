"""References between documents: kept as printed, resolved by what the catalogue holds at the moment."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, and_, delete, func, insert, select

from corpus.catalogue.schema import documents, front_matter, relations, texts, versions
from corpus.facts import Relation, RelationKind
from corpus.grammar.symbols import symbol_key
from corpus.text import folded, matching_form, one_line
from corpus.types import Span, value

_ASK = 500  # names in one IN (...)


@value
class StoredRelation:
    """A reference that stands in a document. ``key``: what it refers to, in the form in which documents are looked up."""

    document_id: str
    key: str
    relation: Relation


def reference_key(relation: Relation) -> str:
    """The form in which what is referred to is looked up: its symbol, or its title."""
    return symbol_key(relation.symbol) if relation.symbol else title_key(relation.title)


def title_key(title: str) -> str:
    """The form in which a document without a symbol is looked up; no symbol looks like it."""
    return " " + folded(matching_form(one_line(title)))


def save_relations(connection: Connection, document_id: str, found: Sequence[Relation]) -> None:
    """Make these the references of the document, in place of all it had."""
    connection.execute(delete(relations).where(relations.c.document_id == document_id))
    rows = [
        {"document_id": document_id, "ordinal": ordinal, "kind": r.kind, "symbol": r.symbol, "title": r.title, "key": reference_key(r),
         "doc_type": r.doc_type, "issued_on": r.issued_on.isoformat() if r.issued_on else None, "start": r.span.start, "end": r.span.end}
        for ordinal, r in enumerate(found)
    ]  # fmt: skip
    if rows:
        connection.execute(insert(relations), rows)


def relations_of(connection: Connection, document_id: str) -> list[StoredRelation]:
    """The references that stand in a document, in its order."""
    query = select(relations).where(relations.c.document_id == document_id).order_by(relations.c.ordinal)
    return [_stored(row) for row in connection.execute(query)]


def relations_to(connection: Connection, keys: Sequence[str]) -> list[StoredRelation]:
    """References of documents that are not deleted to these symbols."""
    query = select(relations).join(documents).where(relations.c.key.in_(keys), documents.c.deleted_at.is_(None))
    return [_stored(row) for row in connection.execute(query.order_by(relations.c.document_id, relations.c.ordinal))]


def all_relations(connection: Connection) -> list[StoredRelation]:
    """All references of documents that are not deleted."""
    query = select(relations).join(documents).where(documents.c.deleted_at.is_(None))
    return [_stored(row) for row in connection.execute(query.order_by(relations.c.document_id, relations.c.ordinal))]


def _stored(row: Row[Any]) -> StoredRelation:
    issued_on = date.fromisoformat(row.issued_on) if row.issued_on else None
    relation = Relation(
        RelationKind(row.kind), row.symbol, Span(row.start, row.end), row.doc_type, issued_on, row.title
    )
    return StoredRelation(row.document_id, row.key, relation)


def documents_referred(connection: Connection, found: Sequence[Relation]) -> list[str]:
    """The ids of documents that may be meant by these references: their symbols or subjects are the same."""
    symbols = {symbol_key(r.symbol) for r in found if r.symbol}
    titles = {form for r in found if not r.symbol for form in _subjects(r)}
    ids: dict[str, None] = {}
    for field, keys in (("symbol", list(symbols)), ("subject", list(titles))):
        for at in range(0, len(keys), _ASK):
            near = (front_matter.c.field == field) & front_matter.c.key.in_(keys[at : at + _ASK])
            ids |= dict.fromkeys(connection.scalars(select(front_matter.c.document_id).where(near)))
    return list(ids)


def _subjects(relation: Relation) -> tuple[str, ...]:
    """A title as letterheads give it: with the type in front of it, or without."""
    title, doc_type = matching_form(one_line(relation.title)), matching_form(relation.doc_type)
    return title, title.removeprefix(doc_type).strip()


def line_around(connection: Connection, document_id: str, span: Span, most: int) -> tuple[Span, str]:
    """The line of a live text in which a span stands, at most ``most`` characters of it; where it stands, and its words."""
    first = max(0, span.end - most)
    query = (
        select(func.substr(texts.c.text, first + 1, span.start - first + most))
        .join(versions, and_(versions.c.sha256 == texts.c.sha256, versions.c.reader == texts.c.reader))
        .join(documents, and_(documents.c.id == versions.c.document_id, documents.c.version == versions.c.number))
        .where(documents.c.id == document_id)
    )
    words = connection.scalar(query) or ""
    start = words.rfind("\n", 0, span.start - first) + 1
    end = words.find("\n", span.end - first)
    line = words[start : end if end >= 0 else len(words)]
    return Span(first + start, first + start + min(len(line), most)), line[:most]
