"""Canonical texts of documents at hand, and the units of their passages with the terms they hold, so that an answer makes neither anew."""

from array import array
from bisect import bisect_left
from collections.abc import Set
from functools import lru_cache
from itertools import chain
from sys import intern

from corpus.analyser import analyse, terms
from corpus.catalogue.documents import DocumentInfo, Place
from corpus.catalogue.passages import CanonicalText, StoredPassage, text_of
from corpus.store import Store
from corpus.types import Passage, Span, value
from search_api.types import Hit
from search_api.units import units

MOST_TEXTS, MOST_PASSAGES = 400, 20_000


@value
class Unit:
    """A unit of a passage: ``quote`` as it is cited, ``core`` as it is weighed, the terms of the core in order, with start and end of
    each in ``places``: (2n,) from the passage's start. Few objects, since very many units are kept.
    """

    quote: Span
    core: Span
    terms: tuple[str, ...]
    places: "array[int]"
    said: frozenset[str]

    def where(self, wanted: Set[str], offset: int) -> list[Span]:
        """The spans of terms, moved by ``offset``, in order."""
        places = self.places
        return sorted(
            Span(places[2 * n] + offset, places[2 * n + 1] + offset)
            for n, term in enumerate(self.terms) if term in wanted
        )  # fmt: skip


class Texts:
    """Reads from the catalogue what is wanted for the first time, and keeps the latest."""

    def __init__(self, store: Store, most: int = MOST_TEXTS) -> None:
        self._store = store
        self._units: dict[str, tuple[Unit, ...]] = {}

        @lru_cache(maxsize=most)
        def load(place: Place) -> CanonicalText:
            with self._store.catalogue.read() as connection:
                return text_of(connection, place.document_id, place.version)

        self._load = load

    def of(self, hit: Hit) -> str:
        """The text a hit is a span of."""
        return self._load(hit.document.place).text

    def of_document(self, info: DocumentInfo) -> str:
        """The whole text of a document."""
        return self._load(info.place).text

    def units(self, hit: Hit) -> tuple[Unit, ...]:
        """The units of a hit's passage; a passage of another reading has another id."""
        return self._units_of(self.of(hit), hit.stored)

    def prepare(self, info: DocumentInfo) -> None:
        """Have the units of a document at hand before anything asks for them, while there is room."""
        text = self.of_document(info)
        if len(self._units) < MOST_PASSAGES:
            with self._store.catalogue.read() as connection:
                passages = self._store.passages.of(connection, info.place)
            for stored in passages[: MOST_PASSAGES - len(self._units)]:
                self._units_of(text, stored)

    def _units_of(self, text: str, stored: StoredPassage) -> tuple[Unit, ...]:
        found = self._units.get(stored.id)
        if found is None:
            found = units_of(text, stored.passage)
            if len(self._units) >= MOST_PASSAGES:
                self._units.clear()  # other threads may be reading: what they have, they keep
            self._units[stored.id] = found
        return found

    def said(self, hit: Hit, core: Span) -> frozenset[str]:
        """The terms of a unit of a hit's passage, by its core; of other words of the document, too."""
        found = next((unit.said for unit in self.units(hit) if unit.core == core), None)
        return frozenset(terms(core.of(self.of(hit)))) if found is None else found


def units_of(text: str, passage: Passage) -> tuple[Unit, ...]:
    """The units of a passage, made from the text of its document."""
    offset = passage.span.start
    analysed = analyse(passage.span.of(text))
    starts = [term.span.start for term in analysed]
    found = []
    for quote, core in units(text, passage):
        if not any(character.isalpha() for character in core.of(text)):
            continue  # a page number, a line of dots: nothing that could be said
        begun = analysed[bisect_left(starts, core.start - offset) : bisect_left(starts, core.end - offset)]
        inside = [term for term in begun if term.span.end <= core.end - offset]
        words = tuple(intern(term.text) for term in inside)
        places = array("i", chain.from_iterable(term.span for term in inside))
        found.append(Unit(quote, core, words, places, frozenset(words)))
    return tuple(found)
