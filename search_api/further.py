"""Further searches while an answer is composed: for other words than the question's, inside the same filters."""

from dataclasses import replace
from typing import TYPE_CHECKING

from search_api.evidence import PASSAGES, find_evidence
from search_api.retrieval import make_query, retrieve, retrieve_by_words
from search_api.types import Evidence, Hits, Kind, Reading

if TYPE_CHECKING:
    from search_api.components import Tools


class Further:
    """Looks for evidence again, beside the hits of a question."""

    def __init__(self, tools: "Tools", reading: Reading, hits: Hits) -> None:
        self._tools, self._reading, self._hits = tools, reading, hits

    def __call__(self, question: str) -> list[Evidence]:
        """Evidence for a question that is a part of the whole, weighed by that part, the best first."""
        alone = self._tools.reader.read_part(question, self._reading)
        if self._reading.kind not in (Kind.COMPARE, Kind.CONFLICT):
            alone = replace(alone, kind=self._reading.kind)
        query = replace(make_query(self._tools.store, alone, {}), where=self._hits.where)
        found = retrieve(self._tools.store, query, self._tools.store.settings.dense_weight, most=PASSAGES)
        return self._weighed(alone, found)

    def by_words(self, words: str) -> list[Evidence]:
        """Evidence of other passages than those at hand that hold some words, weighed by the whole question, the best first.

        They are found by their words alone, which takes a fraction of the time of a whole search.
        """
        part = self._tools.reader.read_part(words, self._reading)
        found = retrieve_by_words(self._tools.store, part, self._hits.where, most=PASSAGES)
        known = {hit.stored.id for hit in self._hits.items[:PASSAGES]}
        fresh = replace(found, items=tuple(hit for hit in found.items if hit.stored.id not in known))
        return self._weighed(self._reading, fresh)

    def _weighed(self, reading: Reading, hits: Hits) -> list[Evidence]:
        facts = self._tools.facts.of(hit.document.id for hit in hits.items[:PASSAGES])
        return find_evidence(self._tools.store, self._tools.texts, reading, hits, facts=facts)
