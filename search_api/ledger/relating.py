"""References between documents, held against what the corpus has: what a document rests on, what rests on it, what is missing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sqlalchemy import Connection

from corpus.catalogue.documents import DocumentInfo, get_document, list_documents
from corpus.catalogue.relations import (
    StoredRelation,
    all_relations,
    documents_referred,
    line_around,
    relations_of,
    relations_to,
    title_key,
)
from corpus.facts import Relation, RelationKind
from corpus.grammar.symbols import symbol_key
from corpus.ledger.entries import Card
from corpus.ledger.references import resolve
from corpus.types import Span
from corpus.words import words_of
from search_api.ledger.relation_schemas import MissingList, MissingOut, ReferenceOut, RelationList
from search_api.presenting import document_out, segments

MOST_INCOMING = 500
_LONGEST = 600  # characters of a quote
_SHOWN = 50  # documents that cite a missing one


def relations_around(connection: Connection, document_id: str) -> RelationList:
    """Both ends of a document's references.

    Raises:
        NotFound: no such document.
    """
    info = get_document(connection, document_id)
    own = relations_of(connection, document_id)
    near = _near(connection, [stored.relation for stored in own])
    targets = _resolved(own, {document_id: info}, [other for other in near if other.id != document_id])
    outgoing = [_reference(connection, stored, target) for stored, target in zip(own, targets, strict=True)]
    citing = _citing(connection, info)
    incoming = [_reference(connection, stored, other) for stored, other in citing[:MOST_INCOMING]]
    return RelationList(document=document_out(info), outgoing=outgoing, incoming=incoming, incoming_total=len(citing))


def missing_documents(connection: Connection, typed: str, limit: int, offset: int) -> MissingList:
    """Documents that are cited and not there; ``typed`` begins words of their symbols, titles or types."""
    documents, cited = list_documents(connection), all_relations(connection)
    near = [documents[id_] for id_ in documents_referred(connection, [s.relation for s in cited]) if id_ in documents]
    own = {id_: {symbol_key(info.front.get("symbol", ""))} for id_, info in documents.items()}
    absent: defaultdict[tuple[str, date | None], list[StoredRelation]] = defaultdict(list)
    for stored, target in zip(cited, _resolved(cited, documents, near), strict=True):
        if target is None and stored.key not in own[stored.document_id]:
            absent[stored.key, stored.relation.issued_on].append(stored)
    found = [_missing(group, documents) for group in _undated_joined(absent)]
    words = words_of(typed).split()
    fitting = [
        one for one in found if all(f" {w}" in words_of(f"{one.doc_type} {one.symbol} {one.title}") for w in words)
    ]
    fitting.sort(key=lambda one: (-one.count, one.symbol, one.title))
    return MissingList(total=len(fitting), missing=fitting[offset : offset + limit])


def replacements(connection: Connection, documents: Mapping[str, DocumentInfo]) -> set[tuple[str, str]]:
    """Ids of documents that replace another one, with the id of that one."""
    found = [stored for stored in all_relations(connection) if stored.relation.kind is RelationKind.REPLACES]
    near = [documents[id_] for id_ in documents_referred(connection, [s.relation for s in found]) if id_ in documents]
    targets = zip(found, _resolved(found, documents, near), strict=True)
    return {(stored.document_id, target.id) for stored, target in targets if target}


def card_of(info: DocumentInfo) -> Card:
    """A document as facts and references are held against it."""
    front = info.front
    issued_on = date.fromisoformat(front["issued_on"]) if "issued_on" in front else None
    return Card(
        id=info.id, symbol=front.get("symbol", ""), doc_type=front.get("doc_type", ""), issuer=front.get("issuer", ""), issued_on=issued_on,
        subject=front.get("subject", ""), place=front.get("place", ""),
    )  # fmt: skip


def _near(connection: Connection, found: Sequence[Relation]) -> list[DocumentInfo]:
    return list(list_documents(connection, documents_referred(connection, found)).values())


def _resolved(
    found: Sequence[StoredRelation], citing: Mapping[str, DocumentInfo], near: Iterable[DocumentInfo]
) -> list[DocumentInfo | None]:
    """The document that each reference means, the first of those that are there in several forms."""
    infos = {info.id: info for info in near}
    by_key: defaultdict[str, list[Card]] = defaultdict(list)
    for info in infos.values():
        card = card_of(info)
        for key in _keys(info):
            by_key[key].append(card)
    targets: list[DocumentInfo | None] = []
    for stored in found:
        cards = [card for card in by_key[stored.key] if card.id != stored.document_id]
        ((_, ids),) = (
            (r.relation, r.documents) for r in resolve([stored.relation], cards, _day(citing[stored.document_id]))
        )
        targets.append(infos[ids[0]] if ids else None)
    return targets


def _citing(connection: Connection, info: DocumentInfo) -> list[tuple[StoredRelation, DocumentInfo]]:
    """References that mean a document, with the documents they stand in; the latest first."""
    found = [s for s in relations_to(connection, sorted(_keys(info))) if s.document_id != info.id]
    citing = list_documents(connection, list({stored.document_id for stored in found}))
    near = [info, *_near(connection, [stored.relation for stored in found])]
    targets = _resolved(found, citing, near)
    mine = [
        (s, citing[s.document_id]) for s, target in zip(found, targets, strict=True) if target and target.id == info.id
    ]
    return sorted(mine, key=lambda pair: pair[1].front.get("issued_on", ""), reverse=True)


def _keys(info: DocumentInfo) -> set[str]:
    """The keys of references that may mean a document."""
    symbol, subject = info.front.get("symbol", ""), info.front.get("subject", "")
    keys = {symbol_key(symbol)} if symbol else set()
    if subject:
        keys |= {title_key(subject), title_key(f"{info.front.get('doc_type', '')} {subject}")}
    return keys


def _day(info: DocumentInfo) -> date | None:
    return date.fromisoformat(info.front["issued_on"]) if "issued_on" in info.front else None


def _reference(connection: Connection, stored: StoredRelation, document: DocumentInfo | None) -> ReferenceOut:
    relation = stored.relation
    line, words = line_around(connection, stored.document_id, relation.span, _LONGEST)
    mark = Span(relation.span.start - line.start, relation.span.end - line.start)
    return ReferenceOut(
        kind=relation.kind, symbol=relation.symbol, title=relation.title, doc_type=relation.doc_type,
        issued_on=relation.issued_on.isoformat() if relation.issued_on else None, document=document_out(document) if document else None,
        start=line.start, end=line.end, quote=words, segments=segments(words, Span(0, len(words)), [mark]),
    )  # fmt: skip


def _undated_joined(absent: Mapping[tuple[str, date | None], list[StoredRelation]]) -> list[list[StoredRelation]]:
    """References without a date go with those that have one, if there is one date only."""
    dates: defaultdict[str, list[date]] = defaultdict(list)
    for key, day in absent:
        if day is not None:
            dates[key].append(day)
    joined: defaultdict[tuple[str, date | None], list[StoredRelation]] = defaultdict(list)
    for (key, day), group in absent.items():
        joined[key, dates[key][0] if day is None and len(dates[key]) == 1 else day] += group
    return list(joined.values())


def _missing(group: Sequence[StoredRelation], documents: Mapping[str, DocumentInfo]) -> MissingOut:
    first = max((stored.relation for stored in group), key=lambda r: (r.issued_on is not None, bool(r.doc_type)))
    ids = dict.fromkeys(stored.document_id for stored in group)
    return MissingOut(
        symbol=first.symbol, title=first.title, doc_type=first.doc_type, issued_on=first.issued_on.isoformat() if first.issued_on else None,
        count=len(ids), kinds=sorted({str(stored.relation.kind) for stored in group}),
        documents=[document_out(documents[id_]) for id_ in list(ids)[:_SHOWN]],
    )  # fmt: skip
