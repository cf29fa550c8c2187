"""What a few typed letters may become: documents by number or subject, and the bodies that issued them."""

import threading
from collections import Counter
from collections.abc import Iterator, Sequence

from corpus.catalogue.documents import DocumentInfo, list_documents, state_of_documents
from corpus.grammar.symbols import symbol_key
from corpus.store import Store
from corpus.text import folded, matching_form, one_line
from corpus.types import value

MOST = 8
_LONGEST_TEXT = 160  # characters shown of a subject


@value
class Suggestion:
    """A proposal. ``kind``: document or issuer; ``document_id`` of a document."""

    text: str
    kind: str
    document_id: str | None = None


@value
class _Entry:
    suggestion: Suggestion
    words: tuple[str, ...]
    symbol: str
    weight: tuple[int, str]  # better first when higher: how many documents, then the date


class Suggester:
    """Knows what the documents are called; looks at the catalogue again when documents have changed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._state: tuple[object, ...] | None = None
        self._entries: list[_Entry] = []

    def suggest(self, typed: str, most: int = MOST) -> list[Suggestion]:
        """Proposals for what was typed, best first: each typed word begins a word of the proposal, or its number holds it."""
        wanted = _words(typed)
        if not wanted:
            return []
        symbol = symbol_key(one_line(typed))
        found = []
        for entry in self._known():
            rank = _rank(entry, wanted, symbol)
            if rank is not None:
                found.append((rank, entry))
        found.sort(key=lambda pair: (pair[0], *(_backwards(pair[1].weight)), pair[1].suggestion.text))
        return [entry.suggestion for _, entry in found[:most]]

    def _known(self) -> list[_Entry]:
        with self._store.catalogue.read() as connection, self._lock:
            state = state_of_documents(connection)
            if state != self._state:
                self._entries = list(_entries(list(list_documents(connection).values())))
                self._state = state
            return self._entries


def _words(text: str) -> tuple[str, ...]:
    plain = folded(matching_form(one_line(text)))
    return tuple("".join(c if c.isalnum() else " " for c in plain).split())


def _backwards(weight: tuple[int, str]) -> tuple[int, tuple[int, ...]]:
    return -weight[0], tuple(-ord(c) for c in weight[1])


def _rank(entry: _Entry, wanted: Sequence[str], symbol: str) -> int | None:
    """0 for the beginning of a number, 1 for words at the beginning, 2 for words anywhere; None for no match."""
    if entry.symbol and len(symbol) > 1 and entry.symbol.startswith(symbol):
        return 0
    if not all(any(word.startswith(part) for word in entry.words) for part in wanted):
        return None
    return 1 if entry.words[: len(wanted)] and entry.words[0].startswith(wanted[0]) else 2


def _entries(documents: Sequence[DocumentInfo]) -> Iterator[_Entry]:
    issuers: Counter[str] = Counter()
    for info in documents:
        symbol = info.front.get("symbol", "")
        parts = [info.front.get("doc_type", ""), symbol, info.title]
        text = one_line(" ".join(part for part in parts if part))[:_LONGEST_TEXT]
        text = text[:1].upper() + text[1:]
        yield _Entry(
            Suggestion(text, "document", info.id), _words(f"{text} {info.front.get('issuer', '')}"),
            symbol_key(symbol) if symbol else "", (1, info.front.get("issued_on", "")),
        )  # fmt: skip
        if issuer := info.front.get("issuer"):
            issuers[issuer] += 1
    for name, count in issuers.items():
        yield _Entry(Suggestion(name, "issuer"), _words(name), "", (count, ""))
