"""Searching without an answer: the hits of a page, each with the unit of its passage that fits best."""

from corpus.index import Where
from search_api.components import Tools
from search_api.evidence import find_evidence
from search_api.reading_named import read_named
from search_api.retrieval import make_query, retrieve
from search_api.types import Citation, Evidence, Hits, Reading

MOST_HITS = 50  # of one page


def search(
    tools: Tools, question: str, filters: Where, *, limit: int = 10, offset: int = 0
) -> tuple[Reading, Hits, list[Citation]]:
    """Reading, all candidates, and the citations of the wanted page.

    Raises:
        InvalidRequest: the question is empty or too long.
    """
    reading = read_named(tools.naming, question)
    hits = retrieve(tools.store, make_query(tools.store, reading, filters), tools.store.settings.dense_weight)
    page = Hits(hits.items[offset : offset + min(limit, MOST_HITS)], hits.bounded)
    best: dict[str, Evidence] = {}
    for evidence in find_evidence(tools.store, tools.texts, reading, page, passages=MOST_HITS):
        best.setdefault(evidence.hit.stored.id, evidence)
    found = [best[hit.stored.id] for hit in page.items if hit.stored.id in best]
    return reading, hits, [Citation(offset + n, e, tools.texts.of(e.hit)) for n, e in enumerate(found, start=1)]
