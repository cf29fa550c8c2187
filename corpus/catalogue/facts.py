"""Facts of live readings: kept when a reading is published, gone with it."""

import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar
from uuid import UUID, uuid5

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, delete, func, insert, select

from corpus.catalogue import count_change, get_meta, set_meta
from corpus.catalogue.documents import Place
from corpus.catalogue.passages import passage_id
from corpus.catalogue.schema import documents, extractions, facts, passages, versions
from corpus.catalogue.slots import slot_names, slots_json, slots_of
from corpus.errors import NotFound
from corpus.facts import Fact, FactKind, Part
from corpus.types import Layout, Passage, Span, value
from corpus.words import words_of

T = TypeVar("T")

_NAMESPACE = UUID("d1f0b3a4-5b0e-4d7c-9a53-66616374a001")
_CORE = {
    FactKind.TARGET: "value",
    FactKind.ASSIGNMENT: "task",
    FactKind.DECISION: "object",
}  # what tells apart facts of one sentence
_EXTRACTOR = "extractor"
_ASK = 500  # names in one IN (...)


@value
class StoredFact:
    """A fact with its name and place. ``quote``: the words of its span; ``heading``: the titles over it; ``words``: what it is found by."""

    id: str
    document_id: str
    ordinal: int
    page: int | None
    passage_id: str
    heading: tuple[str, ...]
    quote: str
    words: str
    fact: Fact


def fact_ids(place: Place, found: Sequence[Fact]) -> list[str]:
    """A fact is named after where it stands: the same reading gives the same names, also when the rules have learned."""
    named: Counter[str] = Counter()
    ids = []
    for fact in found:
        core = [part.span for part in fact.parts if part.slot == _CORE[fact.kind]]
        stands = f"{place.document_id}/{place.version}/{fact.kind}/{[tuple(span) for span in (fact.span, *core)]}"
        named[stands] += 1
        ids.append(uuid5(_NAMESPACE, f"{stands}/{named[stands]}").hex)
    return ids


def save_facts(
    connection: Connection,
    place: Place,
    text: str,
    found: Sequence[Fact],
    cut: Sequence[Passage],
    layout: Layout | None,
) -> None:
    """Make these the facts of the document, in place of all it had. ``text`` is the canonical text, ``cut`` its passages in order."""
    connection.execute(delete(facts).where(facts.c.document_id == place.document_id))
    starts = [passage.span.start for passage in cut]
    rows = []
    for ordinal, (id_, fact) in enumerate(zip(fact_ids(place, found), found, strict=True)):
        passage = cut[max(0, bisect_right(starts, fact.span.start) - 1)]
        rows.append({
            "id": id_, "document_id": place.document_id, "ordinal": ordinal, "kind": fact.kind, "start": fact.span.start, "end": fact.span.end,
            "page": layout.page_of(fact.span) if layout else passage.page, "passage_id": passage_id(place, passage.ordinal),
            "quote": fact.span.of(text), "slots": json.dumps(slots_json(fact.slots), ensure_ascii=False), "parts": _parts_json(fact),
            "words": words_of(" ".join([*passage.heading[-2:], fact.span.of(text), *_texts(fact)])),
        })  # fmt: skip
    if rows:
        connection.execute(insert(facts), rows)
    count_change(connection)


def set_extraction(connection: Connection, place: Place, extractor: str) -> None:
    """Remember of which reading the facts and references of a document are, and which rules found them."""
    connection.execute(delete(extractions).where(extractions.c.document_id == place.document_id))
    connection.execute(
        insert(extractions).values(
            document_id=place.document_id, version=place.version, generation=place.generation, extractor=extractor
        )
    )


def extracted_readings(connection: Connection) -> dict[str, tuple[int, int, str]]:
    """By document, which reading its facts are of, and which rules found them."""
    query = select(extractions)
    return {r.document_id: (r.version, r.generation, r.extractor) for r in connection.execute(query)}


def set_extractor(connection: Connection, extractor: str) -> None:
    """Remember which rules are the present ones."""
    if get_meta(connection, _EXTRACTOR) != extractor:
        set_meta(connection, _EXTRACTOR, extractor)


def without_facts(connection: Connection) -> list[str]:
    """Documents, not deleted, whose live reading the present rules have not gone over; oldest first."""
    query = _pending(connection, documents.c.id).order_by(documents.c.added_at, documents.c.id)
    return list(connection.scalars(query))


def count_pending(connection: Connection) -> int:
    """How many such documents there are."""
    return connection.scalar(_pending(connection, func.count())) or 0


def _pending(connection: Connection, what: ColumnElement[T]) -> Select[T]:
    live = and_(versions.c.document_id == documents.c.id, versions.c.number == documents.c.version)
    done = and_(
        extractions.c.document_id == documents.c.id, extractions.c.version == documents.c.version,
        extractions.c.generation == versions.c.generation, extractions.c.extractor == get_meta(connection, _EXTRACTOR),
    )  # fmt: skip
    query = select(what).select_from(documents).join(versions, live).outerjoin(extractions, done)
    return query.where(documents.c.deleted_at.is_(None), extractions.c.document_id.is_(None))


def facts_of(connection: Connection, ids: Iterable[str]) -> dict[str, list[StoredFact]]:
    """The facts of these documents, in the order of their texts."""
    found: dict[str, list[StoredFact]] = {id_: [] for id_ in ids}
    wanted = list(found)
    for at in range(0, len(wanted), _ASK):
        mine = facts.c.document_id.in_(wanted[at : at + _ASK])
        for row in connection.execute(_QUERY.where(mine).order_by(facts.c.document_id, facts.c.ordinal)):
            found[row.document_id].append(_stored(row))
    return found


def facts_by_id(connection: Connection, ids: Sequence[str]) -> dict[str, StoredFact]:
    """Those of the ids that are facts of documents that are not deleted."""
    found: dict[str, StoredFact] = {}
    for at in range(0, len(ids), _ASK):
        query = _QUERY.join(documents, documents.c.id == facts.c.document_id)
        query = query.where(facts.c.id.in_(ids[at : at + _ASK]), documents.c.deleted_at.is_(None))
        found.update((row.id, _stored(row)) for row in connection.execute(query))
    return found


def get_fact(connection: Connection, fact_id: str) -> StoredFact:
    """One fact.

    Raises:
        NotFound: there is none of this id, or its document is deleted.
    """
    found = facts_by_id(connection, [fact_id]).get(fact_id)
    if found is None:
        raise NotFound(f"mục {fact_id}")
    return found


_QUERY = select(facts, passages.c.heading).outerjoin(passages, passages.c.id == facts.c.passage_id)


def _texts(fact: Fact) -> list[str]:
    """What slots say, also in words that stand over the fact."""
    contents = [getattr(fact.slots, name) for name in slot_names(fact.kind)]
    texts = [text for content in contents for text in (content if isinstance(content, tuple) else (content,))]
    return [text for text in texts if isinstance(text, str)]


def _parts_json(fact: Fact) -> str:
    return json.dumps([
        [part.slot, part.span.start, part.span.end, int(inherited)]
        for inherited, parts in enumerate((fact.parts, fact.inherited)) for part in parts
    ])  # fmt: skip


def _stored(row: Row[Any]) -> StoredFact:
    columns = row._mapping
    parts: tuple[list[Part], list[Part]] = ([], [])
    for slot, start, end, inherited in json.loads(columns["parts"]):
        parts[inherited].append(Part(slot, Span(start, end)))
    slots = slots_of(FactKind(columns["kind"]), json.loads(columns["slots"]))
    return StoredFact(
        columns["id"], columns["document_id"], columns["ordinal"], columns["page"], columns["passage_id"],
        tuple(json.loads(columns["heading"] or "[]")), columns["quote"], columns["words"],
        Fact(slots, Span(columns["start"], columns["end"]), tuple(parts[0]), tuple(parts[1])),
    )  # fmt: skip
