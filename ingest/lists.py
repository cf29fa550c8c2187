"""Numbered lists: whether text without a number stands behind a whole list, or goes on with its last item.

Both look alike: "3. … thực hiện." and then "Trên đây là báo cáo …". It goes on with the item when a next item follows, or when other
items of the list have such text too; else the list is over, if its items are sentences (below a title text may always stand).
"""

from corpus.types import Document
from ingest.markers import Marker, Rank, marker_of

_SENTENCE_ENDS = (".", ";", ":")


class Lists:
    """The lists of a document, remembered while its blocks are gone through in order."""

    def __init__(self, document: Document, skipped: frozenset[int]) -> None:
        self._texts = [block.span.of(document.text) for block in document.blocks]
        plain = [block.table is None and number not in skipped for number, block in enumerate(document.blocks)]
        self._markers: list[Marker | None] = [
            marker_of(text) if fits else None for text, fits in zip(self._texts, plain, strict=True)
        ]
        self._items: dict[tuple[tuple[int, ...], float], int] = {}  # how many items a list has had
        self._going_on: set[tuple[tuple[int, ...], float]] = set()  # lists with items that have text of their own

    def item(self, above: tuple[int, ...], rank: float) -> None:
        """Take note of an item and what it stands under."""
        self._items[above, rank] = self._items.get((above, rank), 0) + 1

    def is_over(self, number: int, item: int, above: tuple[int, ...], rank: float) -> bool:
        """Whether the list of ``item`` has ended before the text ``number``, which bears no number of its own."""
        introduces = item == number - 1 and self._texts[item].endswith(":")
        sentence = self._texts[item].endswith(_SENTENCE_ENDS)
        if not Rank.DECIMAL <= rank <= Rank.PARENTHESIS or introduces or not sentence:
            return False
        key = (above, rank)
        if key in self._going_on or self._items.get(key, 0) < 2 or self._next_item(number, rank):
            self._going_on.add(key)
            return False
        return True

    def _next_item(self, number: int, rank: float) -> bool:
        for marker in self._markers[number + 1 :]:
            if marker is not None and marker.rank <= rank:
                return marker.rank == rank and not marker.first
        return False
