"""In how many live passages terms stand, remembered until documents change: one question wants the same numbers several times."""

from collections.abc import Sequence
from threading import Lock

from corpus.catalogue import Catalogue
from corpus.catalogue.state import state_of_documents
from corpus.catalogue.statistics import passages_with, standing

MOST_TERMS = 50_000


class PassageCounts:
    """What ``passages_with`` gives; safe to call from several threads."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue, self._lock = catalogue, Lock()
        self._state: int | None = None
        self._total, self._known = 0, dict[int, int]()

    def of(self, terms: Sequence[int]) -> tuple[dict[int, int], int]:
        """In how many live passages each of the terms stands, and how many live passages there are."""
        with self._catalogue.read() as connection, self._lock:
            state = state_of_documents(connection)
            if state != self._state or len(self._known) > MOST_TERMS:
                self._known, self._total = {}, passages_with(connection, ())[1]
                self._state = state
            if absent := [term for term in terms if term not in self._known]:
                self._known |= dict.fromkeys(absent, 0) | standing(connection, absent)
            return {term: self._known[term] for term in terms}, self._total
