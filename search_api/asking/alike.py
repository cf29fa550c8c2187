"""Tasks in the words of a task, wherever they stand: found by their words alone, which takes a fifth of the time of a whole search."""

from collections.abc import Sequence

from corpus.analyser import terms
from corpus.bm25 import question_weights
from corpus.catalogue.passages import passages_by_id
from corpus.facts import Assignment
from corpus.index import Where
from corpus.store import Store
from search_api.asking.factbook import FactBook, facts_in
from search_api.types import Evidence, Hit

_MOST_PASSAGES = 20


def tasks_like(store: Store, book: FactBook, where: Where, words: str) -> Sequence[Evidence]:
    """A unit for each task of the passages that hold most of the words, the best first."""
    found = store.index.search_terms(question_weights(terms(words)), _MOST_PASSAGES, where)
    with store.catalogue.read() as connection:
        passages = passages_by_id(connection, [f.id for f in found])
        documents = store.documents.of(connection, list({p.document_id for p in passages.values()}))
    facts = book.of(documents)
    hits = (
        Hit(passages[f.id], documents[passages[f.id].document_id], 0.0, None, f.score)
        for f in found
        if f.id in passages
    )
    return [
        Evidence(hit, task.fact.span, task.fact.span, 0.0, 1.0, True, True, (), frozenset(), (task,))
        for hit in hits for task in facts_in(facts[hit.document.id], hit.stored.passage.span)
        if isinstance(task.fact.slots, Assignment)
    ]  # fmt: skip
