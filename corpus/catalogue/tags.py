"""Collections: names that people give to documents, to search within them."""

from collections.abc import Sequence

from sqlalchemy import Connection, func, select

from corpus.catalogue import count_change
from corpus.catalogue.schema import documents, tags
from corpus.errors import InvalidRequest
from corpus.text import matching_form, one_line

LONGEST_TAG = 60  # characters
MOST_TAGS = 20  # of one document


def set_tags(connection: Connection, document_id: str, names: Sequence[str]) -> list[str]:
    """Give a document these names in place of those it had; returns them as they are kept, in order.

    A name that other documents have is written as they have it.

    Raises:
        InvalidRequest: too many names, or one that is too long.
    """
    wanted = {matching_form(name): name for name in (one_line(name) for name in names) if name}
    if len(wanted) > MOST_TAGS:
        raise InvalidRequest(f"mỗi văn bản ở nhiều nhất {MOST_TAGS} bộ sưu tập")
    if any(len(name) > LONGEST_TAG for name in wanted):
        raise InvalidRequest(f"tên bộ sưu tập dài quá {LONGEST_TAG} ký tự")
    connection.execute(tags.delete().where(tags.c.document_id == document_id))
    known = {row.key: row.tag for row in connection.execute(select(tags).where(tags.c.key.in_(wanted)))}
    rows = [{"document_id": document_id, "key": key, "tag": known.get(key, name)} for key, name in wanted.items()]
    if rows:
        connection.execute(tags.insert(), rows)
    count_change(connection)
    return sorted((row["tag"] for row in rows), key=matching_form)


def tags_of(connection: Connection, ids: Sequence[str] | None = None) -> dict[str, list[str]]:
    """By document, its names in order."""
    query = select(tags).order_by(tags.c.key)
    if ids is not None:
        query = query.where(tags.c.document_id.in_(ids))
    found: dict[str, list[str]] = {}
    for row in connection.execute(query):
        found.setdefault(row.document_id, []).append(row.tag)
    return found


def count_tags(connection: Connection) -> dict[str, int]:
    """How many documents that are not deleted have each name."""
    query = (
        select(func.min(tags.c.tag), func.count())
        .join(documents)
        .where(documents.c.deleted_at.is_(None))
        .group_by(tags.c.key)
        .order_by(tags.c.key)
    )
    return {row[0]: row[1] for row in connection.execute(query)}


def tagged(connection: Connection, names: Sequence[str]) -> list[str]:
    """The documents that have one of the names."""
    keys = [matching_form(one_line(name)) for name in names]
    return list(connection.scalars(select(tags.c.document_id).where(tags.c.key.in_(keys)).distinct()))
