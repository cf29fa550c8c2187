"""What is made from the list of all documents (names to suggest, symbols to recognise), made anew when documents change.

All of it is made from one list, in the background: whoever asks waits ``patience`` seconds at most, then gets what was known before.
"""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, Generic, TypeVar

from corpus.catalogue import Catalogue
from corpus.catalogue.documents import DocumentInfo, list_documents
from corpus.catalogue.state import state_of_documents
from corpus.types import value

T = TypeVar("T")
Make = Callable[[Sequence[DocumentInfo]], T]
_PATIENCE = 0.005  # seconds


@value
class _Made:
    """What was made of the documents, by what makes it, and the state of the catalogue that has them."""

    state: int
    things: dict[Make[Any], Any]


class Holdings:
    """The documents there are, as others need to know them; looks at the catalogue again when they have changed."""

    def __init__(self, catalogue: Catalogue, patience: float = _PATIENCE) -> None:
        self._catalogue, self._patience = catalogue, patience
        self._lock = threading.Lock()
        self._looking = ThreadPoolExecutor(1, thread_name_prefix="holdings")
        self._coming: Future[_Made] | None = None
        self._made: _Made | None = None
        self._makers: list[Make[Any]] = []

    def keep(self, make: Make[T]) -> "Kept[T]":
        """Have something made of all documents, from now on."""
        with self._lock:
            self._makers.append(make)
            self._made = None
        return Kept(self, make)

    def warm(self) -> None:
        """Begin to look, so that whoever asks first need not wait for it."""
        with self._lock:
            self._coming = self._looking.submit(self._look)

    def made(self, patience: float = 0.0) -> dict[Make[Any], Any]:
        """All that was made of the documents as they are now, or, where that takes longer than patience, as they were a moment ago."""
        with self._catalogue.read() as connection:
            state = state_of_documents(connection)
        with self._lock:
            known = self._made
            if known is not None and known.state == state:
                return known.things
            if self._coming is None or self._coming.done():
                self._coming = self._looking.submit(self._look)
            coming = self._coming
        try:
            return coming.result(max(self._patience, patience) if known else None).things
        except TimeoutError:
            return known.things if known else {}

    def _look(self) -> _Made:
        with self._lock:
            makers = list(self._makers)
        with self._catalogue.read() as connection:
            state, documents = state_of_documents(connection), list(list_documents(connection).values())
        found = _Made(state, {make: make(documents) for make in makers})
        with self._lock:
            if len(makers) == len(self._makers):
                self._made = found
        return found


class Kept(Generic[T]):
    """Something that is made of all documents."""

    def __init__(self, holdings: Holdings, make: Make[T]) -> None:
        self._holdings, self._make = holdings, make

    def now(self, patience: float = 0.0) -> T:
        """It, made of the documents as they are now, or as they were a moment ago; ``patience``: seconds to wait for the former."""
        things = self._holdings.made(patience)
        found: T = things[self._make] if self._make in things else self._make(())
        return found
