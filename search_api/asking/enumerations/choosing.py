"""Which list of which document is asked for, and which of its items."""

from collections import Counter
from collections.abc import Iterable, Sequence, Set

from corpus.catalogue.documents import DocumentInfo
from corpus.catalogue.passages import StoredPassage, passages_of
from corpus.types import value
from search_api.asking.asked import Asked
from search_api.asking.enumerations.series import Series, series_of
from search_api.asking.enumerations.things import LEAST, Things, stands_in, words_in
from search_api.asking.slots import mentions
from search_api.types import Evidence

_LOOKED_AT = 12  # units whose documents are looked into
_MOST_DOCUMENTS = 4
_LEAST_TOLD, _LEAST_ITEMS_TOLD = 0.7, 0.6  # shares of the question's words that stand in a list or over it
_LEAST_TITLE = 0.5  # of them in its title, where the question has no word for its things
_LEAST_COVERAGE = 0.5  # of a unit of a list in a document that is not named
_BETTER = 0.1  # by so much a unit outside of a list says more


@value
class Chosen:
    """Items of a list of a document that are asked for. ``told``: share of the question's words that stand in it or over it."""

    document: DocumentInfo
    series: Series
    items: tuple[StoredPassage, ...]
    told: float
    titled: float

    @property
    def is_part(self) -> bool:
        """Whether only some of the items are asked for."""
        return len(self.items) < len(self.series.passages)


def choose(asked: Asked, things: Things) -> Chosen | None:
    """The list that is asked for; None where none clearly is."""
    found: list[Chosen] = []
    for document in _documents(asked):
        text = asked.texts.of_document(document)
        with asked.store.catalogue.read() as connection:
            passages = passages_of(connection, document.id)
        for series in series_of(text, passages):
            chosen = _chosen(things, document, series, text)
            if chosen is not None and _is_meant(asked, chosen, text):
                found.append(chosen)
    if not found:
        return None
    best = max(found, key=lambda one: one.told + one.titled)
    alike = [
        one for one in found if one.told + one.titled >= best.told + best.titled and one.document.id == best.document.id
    ]
    return best if len(alike) == 1 else None


def _documents(asked: Asked) -> list[DocumentInfo]:
    """Those that are named, those about them, and those of the best units."""
    named = asked.named
    if asked.fixed.documents and not named:
        return []
    near = [e.hit.document for e in asked.evidence[:_LOOKED_AT] if not e.against]
    about = [info for info in near if any(mentions(one, info.title) for one in asked.fixed.documents)]
    return list({info.id: info for info in (*named, *about, *([] if named else near))}.values())[:_MOST_DOCUMENTS]


def _chosen(things: Things, document: DocumentInfo, series: Series, text: str) -> Chosen | None:
    title = frozenset(word for line in series.title for word in words_in(line))
    over = frozenset(words_in(" ".join((*series.over, document.label, document.title))))
    items = _items(things, title, series, text)
    if len(items) < LEAST or (things.count and things.count != len(items)):
        return None
    known = (
        title
        | over
        | _common(items, text)
        | (frozenset(things.head) if len(items) < len(series.passages) else frozenset())
    )
    told, titled = _share(things.words, known), _share(things.words, title)
    part = len(items) < len(series.passages)
    if told < (_LEAST_ITEMS_TOLD if part else _LEAST_TOLD) or (not things.head and titled < _LEAST_TITLE):
        return None
    return Chosen(document, series, tuple(items), told, titled)


def _items(things: Things, title: Set[str], series: Series, text: str) -> Sequence[StoredPassage]:
    """All items where the title calls them what the question does; those that are called so themselves where only some are."""
    if frozenset(things.head) <= title and (things.head or not series.is_table):
        return series.passages
    holding = [one for one in series.passages if stands_in(things.head, words_in(one.passage.span.of(text)))]
    return holding if things.head and len(holding) < len(series.passages) else ()


def _common(items: Sequence[StoredPassage], text: str) -> frozenset[str]:
    """Words that most items have."""
    counted = Counter(word for one in items for word in frozenset(words_in(one.passage.span.of(text))))
    return frozenset(word for word, count in counted.items() if 2 * count > len(items))


def _share(words: Set[str], known: Set[str]) -> float:
    return len(words & known) / max(1, len(words))


def _is_meant(asked: Asked, chosen: Chosen, text: str) -> bool:
    """Whether a list may be the answer: it is of the years of the question, and no unit elsewhere says more of what is asked."""
    ids = {stored.id for stored in chosen.series.passages}
    near = [e for e in asked.evidence if e.hit.stored.id in ids and not e.against]
    lines = " ".join((*chosen.series.title, *chosen.series.over, chosen.document.label, _words(chosen.items, text)))
    if not all(str(year) in lines for year in asked.reading.years):
        return False
    if any(info.id == chosen.document.id for info in asked.named):
        return True
    best = max((e.coverage for e in near), default=0.0)
    elsewhere = max((e.coverage for e in _outside(asked.evidence[:_LOOKED_AT], ids)), default=0.0)
    return (
        best >= _LEAST_COVERAGE
        and (asked.plain.found or chosen.told == 1.0)
        and elsewhere <= max(best, chosen.told) + _BETTER
    )


def _outside(evidence: Iterable[Evidence], ids: Set[str]) -> Iterable[Evidence]:
    return (e for e in evidence if e.hit.stored.id not in ids and not e.against)


def _words(items: Iterable[StoredPassage], text: str) -> str:
    return " ".join(one.passage.span.of(text) for one in items)
