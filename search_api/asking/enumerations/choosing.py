"""Which list of which document is asked for, and which of its items."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence, Set

from corpus.catalogue.documents import DocumentInfo
from corpus.catalogue.passages import StoredPassage, passages_between
from corpus.types import value
from search_api.asking.asked import Asked
from search_api.asking.enumerations.inline import inline_series
from search_api.asking.enumerations.series import Series, series_of
from search_api.asking.enumerations.things import LEAST, Things, number_words, stands_in, words_in
from search_api.asking.slots import mentions
from search_api.types import Evidence

_LOOKED_AT = 12  # units whose documents are looked into
_MOST_DOCUMENTS = 4
_LEAST_TOLD, _LEAST_ITEMS_TOLD = 0.7, 0.6  # shares of the question's words that stand in a list or over it
_LEAST_REST = 0.4  # of its other words in the title, where only some of the items are called so
_EDGE = 4  # words around what an item is called, at its beginning or its end
_AROUND = 120  # passages before and behind a unit that was found in which its list is looked for
_LEAST_TITLE = 0.5  # of them in its title, where the question has no word for its things
_LEAST_COVERAGE = 0.5  # of a unit of a list in a document that is not named
_YEAR = re.compile(r"(?:19|20)\d\d")
_PURER = 0.1  # by so much more its title is of the question's words, where two lists are told alike
_BETTER = 0.1  # by so much a unit outside of a list says more


@value
class Chosen:
    """Items of a list of a document that are asked for. ``told``: share of the question's words that stand in it or over it; ``titled``: in
    its title; ``pure``: share of the words of its title that are the question's.
    """

    document: DocumentInfo
    series: Series
    items: tuple[StoredPassage, ...]
    told: float
    titled: float
    pure: float

    @property
    def is_part(self) -> bool:
        """Whether only some of the items are asked for."""
        return len(self.items) < len(self.series.passages)


def choose(asked: Asked, things: Things) -> Chosen | None:
    """The list that is asked for; None where none clearly is."""
    found: list[Chosen] = []
    for document in _documents(asked):
        text = asked.texts.of_document(document)
        for series in _near(asked, document, text):
            chosen = _chosen(things, document, series, text)
            if chosen is not None and _is_meant(asked, chosen, text):
                found.append(chosen)
    if not found:
        return None
    best = max(one.told + one.titled for one in found)
    found = sorted((one for one in found if one.told + one.titled == best), key=lambda one: -one.pure)
    return found[0] if len(found) == 1 or found[0].pure >= found[1].pure + _PURER else None


def _documents(asked: Asked) -> list[DocumentInfo]:
    """Those that are named, those about them, and those of the best units."""
    near = {e.hit.document.id: e.hit.document for e in asked.evidence[:_LOOKED_AT] if not e.against}
    meant = asked.fixed.documents
    named = {info.id for info in asked.named}
    if named:
        near = {
            id_: info for id_, info in near.items() if id_ in named or any(mentions(one, info.title) for one in meant)
        }
    return list(near.values())[:_MOST_DOCUMENTS]


def _near(asked: Asked, document: DocumentInfo, text: str) -> list[Series]:
    """The lists of a document in which there is a unit that was found."""
    found = {
        e.hit.stored.id: e.hit.stored.passage.ordinal
        for e in asked.evidence
        if e.hit.document.id == document.id and not e.against
    }
    best = next(iter(found.values()))
    around = [at for at in found.values() if abs(at - best) <= _AROUND]
    first, last = max(0, min(around) - _AROUND), max(around) + _AROUND
    with asked.store.catalogue.read() as connection:
        passages = passages_between(connection, document.id, first, last)
    cut_at = {first - (first == 0), last}
    every = series_of(text, passages, cut_at)
    near = [one for one in every if any(stored.id in found for stored in one.passages)]
    return [*near, *inline_series(text, passages, found)]


def _chosen(things: Things, document: DocumentInfo, series: Series, text: str) -> Chosen | None:
    lines = [frozenset(words_in(line)) for line in series.title]
    title = frozenset(word for line in lines for word in line)
    over = frozenset(words_in(" ".join((*series.over, document.label, document.title))))
    head = frozenset(things.head)
    whole = any(head <= line for line in lines) and bool(head or not series.is_table)
    if not whole and head and (above := _above(head, series)):  # "Mục tiêu" over "Đến năm 2030"
        title |= above
        rest = things.words - head - {word for word in over if not _YEAR.fullmatch(word)}
        whole = bool(rest) and rest <= title
    counted = things.count == len(series.passages) and not head and _is_counted(things.count, series.title)
    if counted:
        title |= _held(series.passages, text)  # as many as are asked for, and the title says that, too
        whole = True
    items = series.passages if whole else _called_so(things, series, text)
    if len(items) < LEAST or (things.count and things.count != len(items)):
        return None
    beside = (things.words - over) | head
    titled = 1.0 if counted and not beside else _share(beside, title)
    if not whole and _share(things.words - head, title) < _LEAST_REST:
        return None
    told = _share(things.words, title | over | head | _common(items, text))
    if told < (_LEAST_TOLD if whole else _LEAST_ITEMS_TOLD) or (not things.head and titled < _LEAST_TITLE):
        return None
    pure = max((_share(line, things.words | head) for line in lines if head <= line), default=0.0)
    return Chosen(document, series, tuple(items), told, titled, pure)


def _above(head: Set[str], series: Series) -> frozenset[str]:
    """The words of the title above a list that has what its things are called."""
    return next((words for line in series.over if head <= (words := frozenset(words_in(line)))), frozenset())


def _called_so(things: Things, series: Series, text: str) -> tuple[StoredPassage, ...]:
    """Those items that begin or end with what the question calls the things, where others do not."""
    near = len(things.head) + _EDGE
    words = [words_in(one.passage.span.of(text)) for one in series.passages]
    called = [
        bool(things.head) and (stands_in(things.head, some[:near]) or stands_in(things.head, some[-near:]))
        for some in words
    ]
    return () if all(called) else tuple(one for one, so in zip(series.passages, called, strict=True) if so)


def _common(items: Sequence[StoredPassage], text: str) -> frozenset[str]:
    """Words that most items have."""
    counted = Counter(word for one in items for word in frozenset(words_in(one.passage.span.of(text))))
    return frozenset(word for word, count in counted.items() if 2 * count > len(items))


def _held(items: Sequence[StoredPassage], text: str) -> frozenset[str]:
    """Words that some item has."""
    return frozenset(word for one in items for word in words_in(one.passage.span.of(text)))


def _is_counted(count: int, title: Sequence[str]) -> bool:
    """Whether a title says how many there are: "4 nội dung sau", "bốn nhóm nhiệm vụ"."""
    said = {f"{count}", f"{count:02d}", *number_words(count)}
    return any(not said.isdisjoint(words_in(line)) for line in title)


def _share(words: Set[str], known: Set[str]) -> float:
    return len(words & known) / max(1, len(words))


def _is_meant(asked: Asked, chosen: Chosen, text: str) -> bool:
    """Whether a list may be the answer: it is of the years of the question, and no unit elsewhere says more of what is asked."""
    ids = {stored.id for stored in chosen.series.passages}
    near = [e for e in asked.evidence if e.hit.stored.id in ids and not e.against]
    lines = " ".join((*chosen.series.title, *chosen.series.over, chosen.document.label, _words(chosen.items, text)))
    of_names = {one.year for one in asked.fixed.documents}  # "Nghị định 12 năm 2019"
    if not all(str(year) in lines for year in asked.reading.years if year not in of_names):
        return False
    if any(info.id == chosen.document.id for info in asked.named):
        return True
    best = max((e.coverage for e in near), default=0.0)
    elsewhere = max((e.coverage for e in _outside(asked.evidence[:_LOOKED_AT], ids)), default=0.0)
    return (
        (best >= _LEAST_COVERAGE or asked.first.hit.stored.id in ids)
        and (asked.plain.found or chosen.told == 1.0)
        and elsewhere <= max(best, chosen.told) + _BETTER
    )


def _outside(evidence: Iterable[Evidence], ids: Set[str]) -> Iterable[Evidence]:
    return (e for e in evidence if e.hit.stored.id not in ids and not e.against)


def _words(items: Iterable[StoredPassage], text: str) -> str:
    return " ".join(one.passage.span.of(text) for one in items)
