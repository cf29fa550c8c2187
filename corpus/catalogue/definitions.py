"""Short forms that documents define: valid in the document, and offered to every question where all that define one agree."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from sqlalchemy import Connection, select

from corpus.catalogue.schema import definitions, documents
from corpus.grammar.abbreviations import find_abbreviations
from corpus.grammar.definitions import Definition, is_abbreviation
from corpus.text import folded, matching_form
from corpus.types import Span

_FEWEST_LETTERS = 3  # two letters mean something else in every other document


def save_definitions(connection: Connection, document_id: str, found: Sequence[Definition]) -> None:
    """Make these the definitions of a document, in place of those it had."""
    connection.execute(definitions.delete().where(definitions.c.document_id == document_id))
    rows = [
        {"document_id": document_id, "start": d.span.start, "end": d.span.end, "key": matching_form(d.short), "short": d.short, "full": d.full}
        for d in {d.span: d for d in found}.values()
    ]  # fmt: skip
    if rows:
        connection.execute(definitions.insert(), rows)


def definitions_of(connection: Connection, document_id: str) -> list[Definition]:
    """What a document defines, in order."""
    return definitions_by_document(connection, [document_id]).get(document_id, [])


def definitions_by_document(connection: Connection, ids: Collection[str]) -> dict[str, list[Definition]]:
    """The same of several documents."""
    query = select(definitions).where(definitions.c.document_id.in_(ids)).order_by(definitions.c.start)
    found: defaultdict[str, list[Definition]] = defaultdict(list)
    for row in connection.execute(query):
        found[row.document_id].append(Definition(row.short, row.full, Span(row.start, row.end)))
    return dict(found)


def offered_definitions(connection: Connection) -> dict[str, str]:
    """Short form → full form, of abbreviations and numbered names that mean the same in all live documents that define them.

    "Chương trình" or "Ban Chỉ đạo" alone name something in their own document only; what everybody knows is not among them.
    """
    query = select(definitions.c.short, definitions.c.full).join(documents).where(documents.c.deleted_at.is_(None))
    meanings: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for short, full in connection.execute(query):
        if _speaks_for_itself(short):
            meanings[matching_form(short)].add((short, full))
    agreed = (max(forms) for forms in meanings.values() if len({_essence(full) for _, full in forms}) == 1)
    return dict(sorted(agreed))


def _speaks_for_itself(short: str) -> bool:
    if any(c.isdigit() for c in short):
        return True
    if sum(c.isalpha() for c in short) < _FEWEST_LETTERS:
        return False
    known = any(found.short == short for found in find_abbreviations(short))
    return is_abbreviation(short) and not known


def _essence(full: str) -> str:
    """Letters alone: capitals, spaces and "và" make no other meaning."""
    words = folded(matching_form(full)).replace(",", " ").replace("-", " ").split()
    return " ".join(word for word in words if word != "va")
