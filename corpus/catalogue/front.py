"""Front matter: what the letterhead says of a document, and beside it what a person put right. The person's word counts."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, select

from corpus.catalogue import now
from corpus.catalogue.schema import front_matter
from corpus.catalogue.state import documents_changed
from corpus.grammar.symbols import symbol_key, type_names
from corpus.text import matching_form, one_line
from corpus.types import FRONT_FIELDS, Span, value


@value
class FrontField:
    """One field: ``value`` counts; ``read`` is what the letterhead says; ``set_at`` is when a person put it right, if one did."""

    value: str | None
    read: str | None
    set_at: str | None


def front_key(field: str, content: str) -> str:
    """The form in which a field is looked up."""
    return symbol_key(content) if field == "symbol" else matching_form(content)


def fronts_of(connection: Connection, ids: Sequence[str] | None = None) -> dict[str, dict[str, str]]:
    """By document, field → value; a field that a person emptied is not there."""
    query = select(front_matter).order_by(front_matter.c.by_person)
    if ids is not None:
        query = query.where(front_matter.c.document_id.in_(ids))
    fronts: dict[str, dict[str, str]] = {}
    for row in connection.execute(query):
        fronts.setdefault(row.document_id, {})[row.field] = row.value
    return {id_: {name: text for name, text in front.items() if text} for id_, front in fronts.items()}


def front_fields(connection: Connection, document_id: str) -> dict[str, FrontField]:
    """All fields of a document, each with both words."""
    read: dict[str, str] = {}
    said: dict[str, tuple[str, str]] = {}
    for row in connection.execute(select(front_matter).where(front_matter.c.document_id == document_id)):
        if row.by_person:
            said[row.field] = (row.value, row.set_at)
        else:
            read[row.field] = row.value
    fields = {}
    for name in FRONT_FIELDS:
        counts, set_at = said.get(name, (read.get(name), None))
        fields[name] = FrontField(counts or None, read.get(name), set_at)
    return fields


def corrected(connection: Connection, document_id: str, front: Mapping[str, str]) -> dict[str, str]:
    """What a new reading says of a document, with what a person said of it before."""
    return {name: text for name, text in {**front, **_said(connection, document_id)}.items() if text}


def correct_field(connection: Connection, document_id: str, field: str, content: str | None) -> None:
    """Keep a person's word on a field ("" for: there is none); None takes it back, and the letterhead counts again."""
    documents_changed(connection)
    if content is None:
        _forget(connection, document_id, field, by_person=True)
        return
    meant = one_line(content)
    if field == "doc_type" and meant.lower() in type_names():
        meant = meant.lower()  # as letterheads are read
    if meant != _said(connection, document_id).get(field):
        set_front_field(connection, document_id, field, meant, by_person=True)


def _said(connection: Connection, document_id: str) -> dict[str, str]:
    """A person's words on a document."""
    mine = (front_matter.c.document_id == document_id) & front_matter.c.by_person
    return {row.field: row.value for row in connection.execute(select(front_matter).where(mine))}


def set_front_field(
    connection: Connection,
    document_id: str,
    field: str,
    content: str,
    *,
    by_person: bool,
    start: int | None = None,
    end: int | None = None,
) -> None:
    """Write one field of front matter, in place of what the same source said before."""
    _forget(connection, document_id, field, by_person=by_person)
    connection.execute(
        front_matter.insert().values(
            document_id=document_id, field=field, by_person=by_person, value=content, key=front_key(field, content),
            start=start, end=end, set_at=now(),
        )
    )  # fmt: skip


def _forget(connection: Connection, document_id: str, field: str, *, by_person: bool) -> None:
    mine = (
        (front_matter.c.document_id == document_id)
        & (front_matter.c.field == field)
        & (front_matter.c.by_person == by_person)
    )
    connection.execute(front_matter.delete().where(mine))


def front_spans(connection: Connection, document_id: str) -> dict[str, Span]:
    """Where in the text each field of the letterhead stands."""
    query = select(front_matter).where(front_matter.c.document_id == document_id, front_matter.c.start.is_not(None))
    return {row.field: Span(row.start, row.end) for row in connection.execute(query)}
