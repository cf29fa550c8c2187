"""Query → Hits: both arms of the index, their scores scaled and added, and only what the catalogue knows."""

from collections.abc import Mapping, Sequence

import numpy as np

from corpus.bm25 import question_weights
from corpus.catalogue.documents import DocumentInfo
from corpus.catalogue.tags import tagged
from corpus.index import INTEGER_FIELDS, Found, Where
from corpus.store import Store
from corpus.text import matching_form, one_line
from search_api.concepts import other_weights
from search_api.types import Hit, Hits, Query, Reading

CANDIDATES = 100  # of each arm
PREFERENCE = 0.1  # by this share the others come after passages of documents that the question names


def make_query(store: Store, reading: Reading, filters: Where) -> Query:
    """Encode a reading. ``filters`` as the API takes them: doc_type, issuer, year, document, tag."""
    where: dict[str, list[str] | list[int]] = {}
    for name, values in filters.items():
        if name in INTEGER_FIELDS and values:
            where[name] = [int(value) for value in values]
        elif values and name != "tag":
            where[name] = [matching_form(one_line(str(value))) for value in values]
    if names := [str(name) for name in filters.get("tag", ())]:
        where["document"] = _in_collections(store, names, where.pop("document", None))
    weights = question_weights(reading.terms, other_weights(reading.concepts, reading.terms))
    return Query(reading, store.encoder.encode_question(reading.text), weights, where)


def _in_collections(store: Store, names: list[str], wanted: Sequence[str | int] | None) -> list[str]:
    """The documents of some collections, only the wanted ones if some are; a name that no document has if there is none."""
    with store.catalogue.read() as connection:
        ids = tagged(connection, names)
    return [id_ for id_ in ids if wanted is None or id_ in wanted] or [""]


def retrieve(store: Store, query: Query, dense_weight: float, most: int = 2 * CANDIDATES) -> Hits:
    """The best passages of both arms together, ``most`` of them at most: each one more is looked up in the catalogue.

    Documents that the question names are searched on their own, too, and their passages come first where they hold as much.
    """
    near = store.index.search_vector(query.vector, CANDIDATES, query.where)
    worded = store.index.search_terms(query.weights, CANDIDATES, query.where)
    bounded = len(near) >= CANDIDATES or len(worded) >= CANDIDATES
    preferred = set[str]()
    if named := _named(query):
        own = {**query.where, "document": named}
        near_own = store.index.search_vector(query.vector, CANDIDATES, own)
        worded_own = store.index.search_terms(query.weights, CANDIDATES, own)
        preferred = {found.id for found in (*near_own, *worded_own)}
        near, worded = _joined(near, near_own), _joined(worded, worded_own)
    fused = _preferring(fuse(near, worded, dense_weight), preferred)[:most]
    return Hits(_looked_up(store, fused, dict(near), dict(worded)), bounded, query.where)


def retrieve_by_words(store: Store, reading: Reading, where: Where, most: int) -> Hits:
    """The best passages of the lexical arm alone; their scores are what they would be where the other arm has found nothing."""
    weights = question_weights(reading.terms, other_weights(reading.concepts, reading.terms))
    worded = store.index.search_terms(weights, most, where)
    fused = fuse([], worded, store.settings.dense_weight)
    return Hits(_looked_up(store, fused, {}, dict(worded)), len(worded) >= most, where)


def _looked_up(
    store: Store, fused: Sequence[Found], cosine: Mapping[str, float], lexical: Mapping[str, float]
) -> tuple[Hit, ...]:
    """What was found, as the catalogue has it; what it does not know is left out."""
    with store.catalogue.read() as connection:
        passages = store.passages.by_id(connection, [f.id for f in fused])
        documents = store.documents.of(connection, list({p.document_id for p in passages.values()}))
    items = []
    for found in fused:
        stored = passages.get(found.id)
        document = documents.get(stored.document_id) if stored else None
        if stored and document and (stored.version, stored.generation) == (document.version, document.generation):
            items.append(Hit(stored, document, found.score, cosine.get(found.id), lexical.get(found.id)))
    return tuple(items)


def named_documents(store: Store, reading: Reading) -> list[DocumentInfo]:
    """The documents that a question names, in the reading's order."""
    if not reading.documents:
        return []
    with store.catalogue.read() as connection:
        found = store.documents.of(connection, reading.documents)
    return [found[id_] for id_ in reading.documents if id_ in found]


def _named(query: Query) -> list[str]:
    """The documents that the question names, of those that are searched."""
    wanted = query.where.get("document")
    return [id_ for id_ in query.reading.documents if not wanted or id_ in wanted]


def _joined(found: list[Found], more: list[Found]) -> list[Found]:
    return list({f.id: f for f in (*found, *more)}.values())


def _preferring(fused: list[Found], preferred: set[str]) -> list[Found]:
    """Fused passages, best first, with the others lowered where some are preferred."""
    if not preferred:
        return fused
    lowered = [Found(f.id, f.score * (1 if f.id in preferred else 1 - PREFERENCE)) for f in fused]
    return sorted(lowered, key=lambda f: (-f.score, f.id))


def fuse(near: list[Found], worded: list[Found], dense_weight: float) -> list[Found]:
    """Weighted sum of the arms' scores, each scaled to 0…1 over its candidates; what an arm did not find has 0 there.

    Measured against reciprocal rank fusion by ``tests/bench/retrieval.py``.
    """
    scores: dict[str, float] = {}
    for arm, weight in ((near, dense_weight), (worded, 1 - dense_weight)):
        for id_, scaled in zip((f.id for f in arm), _scaled([f.score for f in arm]), strict=True):
            scores[id_] = scores.get(id_, 0.0) + weight * scaled
    return sorted((Found(id_, score) for id_, score in scores.items()), key=lambda f: (-f.score, f.id))


def _scaled(scores: list[float]) -> list[float]:
    if not scores:
        return []
    values = np.asarray(scores)
    low, high = float(values.min()), float(values.max())
    scaled: list[float] = ((values - low) / (high - low)).tolist() if high > low else [1.0] * len(scores)
    return scaled
