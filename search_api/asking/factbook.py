"""The facts of documents at hand, as people have put them right, so that a question finds them beside passages."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from threading import Lock

from corpus.catalogue.facts import StoredFact, facts_of
from corpus.catalogue.reviews import Review, Verdict, list_reviews
from corpus.store import Store
from corpus.types import Span
from search_api.ledger.ledger import state_of
from search_api.ledger.rows import meant_slots

_LONGEST_FACT = 600  # characters of a fact's span


class FactBook:
    """Reads the facts of a document when they are first wanted, and again when anything has changed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = Lock()
        self._state: object = None
        self._known: dict[str, Sequence[StoredFact]] = {}

    def of(self, documents: Iterable[str]) -> Mapping[str, Sequence[StoredFact]]:
        """By document its facts in the order of their texts, without those that a person marked wrong."""
        wanted = set(documents)
        with self._lock, self._store.catalogue.read() as connection:
            state = state_of(connection)
            if state != self._state:
                self._state, self._known = state, {}
            absent = wanted - self._known.keys()
            if absent:
                reviews = {r.fact_id: r for r in list_reviews(connection, orphaned=False)}
                for id_, found in facts_of(connection, absent).items():
                    said = (_as_said(stored, reviews.get(stored.id)) for stored in found)
                    self._known[id_] = sorted((s for s in said if s is not None), key=lambda s: s.fact.span)
            return {id_: self._known.get(id_, ()) for id_ in wanted}


def _as_said(stored: StoredFact, review: Review | None) -> StoredFact | None:
    if review is None:
        return stored
    if review.verdict == Verdict.WRONG:
        return None
    return replace(stored, fact=replace(stored.fact, slots=meant_slots(stored, review)))


def facts_in(facts: Sequence[StoredFact], span: Span) -> tuple[StoredFact, ...]:
    """Those of facts in the order of their spans that lie in a span, or in which it lies."""
    at = bisect_left(facts, span.start - _LONGEST_FACT, key=lambda stored: stored.fact.span.start)
    found = []
    for stored in facts[at:]:
        mine = stored.fact.span
        if mine.start >= span.end:
            break
        if span.holds(mine) or mine.holds(span):
            found.append(stored)
    return tuple(found)
