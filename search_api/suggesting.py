"""What a few typed letters may become: documents by number or subject, and the bodies that issued them."""

import re
import threading
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import lru_cache

from corpus.catalogue.documents import DocumentInfo, list_documents, state_of_documents
from corpus.grammar.symbols import symbol_key
from corpus.store import Store
from corpus.text import folded, matching_form, one_line
from corpus.types import value

MOST = 8
LONGEST = 200  # characters typed
_PATIENCE = 0.01  # seconds
_LONGEST_TEXT = 160  # characters shown of a subject
_WORD = re.compile(r"[^\W\d_]+|\d+")
_BEFORE_A_NUMBER = re.compile(r"\s*(?:số|so)\b[\s:.]*(?=\d)", re.IGNORECASE)
_LAST = "\U0010ffff"


@value
class Suggestion:
    """A proposal. ``kind``: document or issuer; ``document_id`` of a document."""

    text: str
    kind: str
    document_id: str | None = None


@value
class _Known:
    """Names, and the state of the catalogue that has them."""

    state: tuple[object, ...]
    names: "_Names"


@value
class _Entry:
    suggestion: Suggestion
    words: tuple[str, ...]
    symbol: str
    weight: tuple[int, str]  # better when higher: how many documents, then the date


class Suggester:
    """Knows what the documents are called; looks at the catalogue again when documents have changed.

    That takes a moment with many documents: whoever types waits for it ``patience`` seconds at most, then gets what was known before.
    """

    def __init__(self, store: Store, patience: float = _PATIENCE) -> None:
        self._store, self._patience = store, patience
        self._lock = threading.Lock()
        self._looking = ThreadPoolExecutor(1, thread_name_prefix="suggester")
        self._coming: Future[_Known] | None = None
        self._known: _Known | None = None

    def suggest(self, typed: str, most: int = MOST) -> list[Suggestion]:
        """Proposals for what was typed, best first: each typed word begins a word of the proposal, or its number begins so."""
        return self._names().find(_BEFORE_A_NUMBER.sub("", one_line(typed), count=1), most)

    def warm(self) -> None:
        """Begin to look, so that the first letter need not wait for it."""
        with self._lock:
            self._coming = self._looking.submit(self._look)

    def _names(self) -> "_Names":
        with self._store.catalogue.read() as connection:
            state = state_of_documents(connection)
        with self._lock:
            if self._known is not None and self._known.state == state:
                return self._known.names
            if self._coming is None or self._coming.done():
                self._coming = self._looking.submit(self._look)
            coming, known = self._coming, self._known
        try:
            return coming.result(self._patience if known else None).names
        except TimeoutError:
            return known.names if known else _Names(())

    def _look(self) -> "_Known":
        with self._store.catalogue.read() as connection:
            state, documents = state_of_documents(connection), list_documents(connection)
        found = _Known(state, _Names(list(_entries(list(documents.values())))))
        with self._lock:
            self._known = found
        return found


class _Names:
    """All that can be proposed, better ones first, and in which of them each word stands."""

    def __init__(self, entries: Sequence[_Entry]) -> None:
        by_text = sorted(entries, key=lambda entry: entry.suggestion.text)
        self._entries = sorted(by_text, key=lambda entry: entry.weight, reverse=True)
        places: defaultdict[str, set[int]] = defaultdict(set)
        for at, entry in enumerate(self._entries):
            for word in entry.words:
                places[word].add(at)
        self._words = sorted(places)
        self._places = [places[word] for word in self._words]

    def find(self, typed: str, most: int) -> list[Suggestion]:
        """0 for the beginning of a number, 1 for the beginning of a text, 2 for words anywhere: in this order."""
        wanted = _words(typed)
        if not wanted:
            return []
        with_all = set.intersection(*(self._beginning(part) for part in wanted))
        ranks = {at: 2 - self._entries[at].words[0].startswith(wanted[0]) for at in with_all}
        if len(key := symbol_key(typed)) > 1:
            ranks |= {at: 0 for at, entry in enumerate(self._entries) if entry.symbol.startswith(key)}
        best = sorted(ranks, key=lambda at: (ranks[at], at))
        return [self._entries[at].suggestion for at in best[:most]]

    def _beginning(self, part: str) -> set[int]:
        """The entries with a word that begins so."""
        first, end = bisect_left(self._words, part), bisect_left(self._words, part + _LAST)
        return set[int]().union(*self._places[first:end])


@lru_cache(50_000)
def _words(text: str) -> tuple[str, ...]:
    """Letters and numbers apart, so that "nq57" finds "57-NQ/TW"; without marks and leading zeros."""
    plain = folded(matching_form(one_line(text)))
    return tuple(word.lstrip("0") or "0" for word in _WORD.findall(plain))


def _entries(documents: Sequence[DocumentInfo]) -> Iterator[_Entry]:
    issuers: Counter[str] = Counter()
    for info in documents:
        issuer, symbol = info.front.get("issuer", ""), info.front.get("symbol", "")
        text = " ".join(part for part in (info.front.get("doc_type", ""), symbol, info.title) if part)
        yield _Entry(
            Suggestion(_shown(text), "document", info.id), _words(f"{text} {issuer}") or ("",),
            symbol_key(symbol), (1, info.front.get("issued_on", "")),
        )  # fmt: skip
        if issuer:
            issuers[issuer] += 1
    for name, count in issuers.items():
        yield _Entry(Suggestion(name, "issuer"), _words(name) or ("",), "", (count, ""))


def _shown(text: str) -> str:
    """With a capital, and not too long."""
    if len(text) > _LONGEST_TEXT:
        text = text[:_LONGEST_TEXT].rsplit(" ", 1)[0] + "…"
    return text[:1].upper() + text[1:]
