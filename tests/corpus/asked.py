"""What an index under test is filled with and asked."""

from corpus.bm25 import question_weights
from corpus.index import BATCH, Point, SearchIndex, Where

EVERYTHING = 1000


def put(index: SearchIndex, points: list[Point]) -> None:
    """Upsert any number of points."""
    for start in range(0, len(points), BATCH):
        index.upsert(points[start : start + BATCH])


def by_words(index: SearchIndex, *words: str, where: Where | None = None) -> dict[str, float]:
    """All points found by words, with their scores."""
    return dict(index.search_terms(question_weights(words), EVERYTHING, where or {}))
