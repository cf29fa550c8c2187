"""The facts of all documents as columns: filters are masks over them, facets are counts under a mask."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from corpus.catalogue.documents import DocumentInfo
from corpus.grammar.symbols import symbol_key
from corpus.text import folded
from corpus.types import value
from corpus.words import words_of
from search_api.ledger.rows import Row, key_of, phrase_of

Mask = NDArray[np.bool_]
Numbers = NDArray[np.int64]
Pairs = tuple[Numbers, Numbers]  # rows and the codes they have; a row may have several, or none

OF_ROWS: Mapping[str, Callable[[Row], Iterable[str]]] = {
    "kind": lambda row: (row.kind,), "status": lambda row: (row.status,), "year": lambda row: (row.year,),
    "agency": lambda row: row.leads, "body": lambda row: row.bodies, "verdict": lambda row: (row.verdict,),
    "coordinate": lambda row: row.partners, "action": lambda row: (row.action,),
}  # fmt: skip
OF_DOCUMENTS: Mapping[str, Callable[[DocumentInfo], str]] = {
    "document": lambda info: info.id, "doc_type": lambda info: info.front.get("doc_type", ""),
    "issuer": lambda info: info.front.get("issuer", ""), "sample": lambda info: "true" if info.sample else "false",
}  # fmt: skip
FIELDS = (*OF_ROWS, *OF_DOCUMENTS, "tag")
_WORD = re.compile(r"\w+")
_TYPED = frozenset(
    ("agency", "body", "coordinate", "action", "doc_type", "issuer", "tag")
)  # people type them; the others are names for programs


class Lexicon:
    """A number for each value of a field; values that are typed alike are found together."""

    def __init__(self, *, typed: bool) -> None:
        self._key: Callable[[str], str] = _typed_key if typed else str
        self._codes: dict[str, int] = {}
        self._alike: defaultdict[str, list[int]] = defaultdict(list)
        self.values: list[str] = []

    def code(self, content: str) -> int:
        """The number of a value, a new one if it is new."""
        code = self._codes.setdefault(content, len(self.values))
        if code == len(self.values):
            self.values.append(content)
            self._alike[self._key(content)].append(code)
        return code

    def find(self, typed: Iterable[str]) -> list[int]:
        """The numbers of values that these may mean."""
        return [code for content in typed for code in self._alike.get(self._key(content), ())]


@lru_cache(20_000)
def _typed_key(name: str) -> str:
    """One form for all ways to type a name: nobody types the signs and the "và" of "Văn hóa, Thể thao và Du lịch" as they are printed."""
    return " ".join(word for word in _WORD.findall(key_of(name)) if word != "va")


def lexicons() -> dict[str, Lexicon]:
    """One for each field."""
    return {field: Lexicon(typed=field in _TYPED) for field in FIELDS}


class Shelf:
    """The rows of one document, with the numbers of their values."""

    def __init__(self, rows: Sequence[Row], known: Mapping[str, Lexicon]) -> None:
        self.rows = rows
        self.pairs = {
            field: _pairs([contents(row) for row in rows], known[field]) for field, contents in OF_ROWS.items()
        }
        self.due = np.array([row.due for row in rows], np.int64)


def _pairs(contents: Sequence[Iterable[str]], lexicon: Lexicon) -> Pairs:
    found = [(at, lexicon.code(content)) for at, several in enumerate(contents) for content in several if content]
    pairs = np.array(found, np.int64).reshape(-1, 2)
    return pairs[:, 0], pairs[:, 1]


@value
class Labelled:
    """A document with its collections and its rows."""

    info: DocumentInfo
    tags: Sequence[str]
    shelf: Shelf


class Columns:
    """All rows in the order of documents, newest first, and of their texts."""

    def __init__(self, documents: Iterable[Labelled], known: Mapping[str, Lexicon]) -> None:
        ordered = sorted(documents, key=lambda one: (_newest_first(one.info), one.info.id))
        self.documents = [one.info for one in ordered]
        self.rows = [row for one in ordered for row in one.shelf.rows]
        self._known = known
        sizes = np.array([len(one.shelf.rows) for one in ordered], np.int64)
        starts = np.cumsum(sizes) - sizes
        self._of = np.repeat(np.arange(len(ordered)), sizes)
        self._pairs = {field: _joined([one.shelf.pairs[field] for one in ordered], starts) for field in OF_ROWS}
        for field, content in OF_DOCUMENTS.items():
            rows, codes = _pairs([(content(one.info),) for one in ordered], known[field])
            self._pairs[field] = _spread(rows, codes, starts, sizes)
        self._pairs["tag"] = _spread(*_pairs([one.tags for one in ordered], known["tag"]), starts, sizes)
        self.due = np.concatenate([np.zeros(0, np.int64), *(one.shelf.due for one in ordered)])
        self.assigned = self.mask("kind", ["assignment"])
        self._document_words = [words_of(f"{info.front.get('symbol', '')} {info.title}") for info in self.documents]
        self._ranks: dict[tuple[str, bool], Numbers] = {}

    def mask(self, field: str, wanted: Iterable[str]) -> Mask:
        """The rows that have one of these values, however they are typed."""
        rows, codes = self._pairs[field]
        found = np.zeros(len(self.rows), np.bool_)
        found[rows[np.isin(codes, self._known[field].find(wanted))]] = True
        return found

    def counts(self, field: str, mask: Mask) -> dict[str, int]:
        """How many rows under a mask have each value."""
        rows, codes = self._pairs[field]
        values = self._known[field].values
        counted = np.bincount(codes[mask[rows]], minlength=len(values))
        return {values[code]: int(counted[code]) for code in np.flatnonzero(counted)}

    def holding(self, words: Iterable[str]) -> Mask:
        """The rows in which, or in the name of whose document, a word begins with each of these; marks count where they are typed."""
        found = np.ones(len(self.rows), np.bool_)
        for word in words:
            bare, sought = folded(word) == word, f" {word}"
            named = np.array([sought in (folded(text) if bare else text) for text in self._document_words], np.bool_)
            here = named[self._of]
            for at in np.flatnonzero(found & ~here):
                row = self.rows[at]
                here[at] = sought in (row.bare if bare else row.words)
            found &= here
        return found

    def about(self, phrase: str) -> Mask:
        """The rows that are about a phrase, or stand under a title that has it; marks count where they are typed."""
        found = self.holding(words_of(phrase_of(phrase)).split())
        rows = np.flatnonzero(found)
        found[rows] = self.are_about(rows, phrase)
        return found

    def are_about(self, rows: Numbers, phrase: str) -> Mask:
        """Which of some rows are about a phrase."""
        wanted = f" {phrase_of(phrase)} "
        bare = folded(wanted) == wanted
        about = (self.rows[at].about for at in rows)
        return np.array([wanted in (folded(words) if bare else words) for words in about], np.bool_)

    def known(self, field: str, typed: str) -> list[str]:
        """The values of a field that this may mean, as they are shown."""
        lexicon = self._known[field]
        return [lexicon.values[code] for code in lexicon.find([typed])]

    def values(self, field: str) -> Sequence[str]:
        """All values that a field has, or has had."""
        return self._known[field].values

    def document(self, at: int) -> DocumentInfo:
        """The document of a row."""
        info: DocumentInfo = self.documents[int(self._of[at])]
        return info

    def homes(self, rows: Sequence[int]) -> list[int]:
        """The places of the documents of some rows among ``documents``."""
        found: list[int] = self._of[np.asarray(rows, np.int64)].tolist()
        return found

    def named(self, names: Iterable[str]) -> list[str]:
        """The ids of documents that have one of these as id, symbol or file name."""
        wanted = set(names)
        symbols, files = {symbol_key(name) for name in wanted} - {""}, {key_of(name) for name in wanted}
        return [
            info.id for info in self.documents
            if info.id in wanted or key_of(info.file_name) in files or symbol_key(info.front.get("symbol", "")) in symbols
        ]  # fmt: skip

    def ranks(self, order: str, *, descending: bool) -> Numbers:
        """For each row its place in an order; rows that have nothing to go by come last either way."""
        known = self._ranks.get((order, descending))
        if known is None:
            keys = (
                [_ORDERS[order](row) for row in self.rows]
                if order in _ORDERS
                else [f"{at:09}" for at in range(len(self.rows))]
            )
            there = sorted((at for at, key in enumerate(keys) if key), key=lambda at: keys[at], reverse=descending)
            known = np.full(len(keys), len(keys), np.int64)
            known[there] = np.arange(len(there))
            self._ranks[order, descending] = known
        return known


_ORDERS: Mapping[str, Callable[[Row], str]] = {
    "year": lambda row: row.year, "deadline": lambda row: f"{row.due:08}" if row.due else "",
    "indicator": lambda row: row.name, "body": lambda row: key_of(row.leads[0]) if row.leads else "",
}  # fmt: skip


def _joined(pairs: Sequence[Pairs], starts: Numbers) -> Pairs:
    nothing = np.zeros(0, np.int64)
    rows = [rows + start for (rows, _), start in zip(pairs, starts, strict=True)]
    return np.concatenate([nothing, *rows]), np.concatenate([nothing, *(codes for _, codes in pairs)])


def _spread(documents: Numbers, codes: Numbers, starts: Numbers, sizes: Numbers) -> Pairs:
    """What documents have, for each of their rows."""
    rows = [np.arange(starts[at], starts[at] + sizes[at]) for at in documents]
    return np.concatenate([np.zeros(0, np.int64), *rows]), np.repeat(codes, sizes[documents])


def _newest_first(info: DocumentInfo) -> tuple[int, ...]:
    issued = info.front.get("issued_on", "")
    return tuple(-int(part) for part in issued.split("-")) if issued else (1,)
