"""Catalogue and index say the same: a check for the end of every test that adds, replaces or deletes."""

from collections import Counter

from sqlalchemy import func, select

from corpus.catalogue.documents import list_documents
from corpus.catalogue.passages import passages_of, text_of
from corpus.catalogue.schema import passages, term_counts
from corpus.catalogue.statistics import passage_counts
from corpus.catalogue.vectors import load_vectors
from corpus.store import Store
from corpus.wording import wordings
from ingest.indexing import point_fields, unit_of

_ALIKE = 10  # more passages of one document than have the same words
_SAME = 0.9999  # a cosine that only the very same vector has


def assert_agreement(store: Store) -> int:
    """Each live passage has its one point with its vector and fields, no other point is there, and the term counts are those of live passages.

    Returns how many live passages there are.
    """
    wanted: dict[str, set[str]] = {}
    counted: Counter[int] = Counter()
    with store.catalogue.read() as connection:
        for id_, info in list_documents(connection).items():
            stored = passages_of(connection, id_)
            assert [s.passage.ordinal for s in stored] == list(range(len(stored)))
            wanted[unit_of(info.place)] = {s.id for s in stored}
            counted += passage_counts(wordings(text_of(connection, id_).text, [s.passage for s in stored], info.label))
            vectors = load_vectors(connection, store.encoder.identity, [s.text_hash for s in stored])
            fields = {
                name: [content] for name, content in point_fields(info.place, info.front).items() if content != ""
            }
            assert store.index.count(fields) == len(stored), "fields"  # type: ignore[arg-type]  # strings and numbers apart
            for s in stored:
                found = store.index.search_vector(vectors[s.text_hash], _ALIKE, {"unit": [unit_of(info.place)]})
                assert s.id in {point.id for point in found if point.score > _SAME}
        assert {row.term: row.passages for row in connection.execute(select(term_counts))} == dict(counted)
        of_documents = sum(map(len, wanted.values()))
        live = select(func.count()).where(passages.c.document_id.in_(list(list_documents(connection))))
        assert connection.scalar(live) == of_documents
    assert store.index.facet("unit", {}) == {unit: len(ids) for unit, ids in wanted.items() if ids}
    assert store.index.ids({}) == set().union(*wanted.values())
    return of_documents
