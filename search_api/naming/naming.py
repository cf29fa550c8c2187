"""What a question calls by its number: the documents it names, and the one symbol its words stand for where there is no doubt."""

import re
from collections.abc import Sequence

from corpus.catalogue import Catalogue
from corpus.catalogue.relations import relations_to
from corpus.facts import RelationKind
from corpus.grammar.spoken_symbols import SpokenSymbol, find_spoken
from corpus.grammar.spoken_types import name_of, type_pattern
from corpus.grammar.symbols import find_symbols, symbol_key
from corpus.text import folded, matching_form
from corpus.types import Span, value
from search_api.holdings import Holdings
from search_api.naming.mentions import mentions, possible_symbols
from search_api.naming.register import Beside, Held, Register, plain
from search_api.types import Change, ChangeKind

# "tình hình thực hiện Nghị quyết 57", "Ban Chỉ đạo Chương trình 07", "thay thế Quyết định 13": other documents say that.
_OBJECT = re.compile(
    r"(?<!\w)(?:ban chi dao|bcd|thuc hien|trien khai|quan triet|tong ket|so ket|thay the|thay cho|thay|sua doi|sua|bo sung|bai bo|huy bo)"
    r"(?: (?:cua|cho|theo|cac|noi dung))?[\s(]*$"
)
_OPENING = 1000  # characters of an annex in which it says what it belongs to
_NO_DOUBT = 10  # times as often must a symbol stand in the documents as all others that may be meant


@value
class Named:
    """``changes``: in order, none over another; ``documents``: ids of those to look in, own numbers first; one that
    is only the object of another ("tình hình thực hiện Nghị quyết 57") is not among them.

    ``spans``: of the words that name them, each with its type. They say where to look, not what for: an answer need not hold them.
    """

    changes: tuple[Change, ...]
    documents: tuple[str, ...]
    spans: tuple[Span, ...]


class Naming:
    """Knows the documents by their numbers."""

    def __init__(self, catalogue: Catalogue, holdings: Holdings) -> None:
        self._catalogue = catalogue
        self._register = holdings.keep(Register)

    def read(self, text: str) -> Named:
        """What the text names; positions are those of ``text``, which is NFC."""
        said = find_spoken(text)
        if not said:
            return Named((), (), ())
        register, changes, documents, spans = self._register.now(), [], dict[str, None](), []
        for spoken, beside in zip(said, _besides(text, said), strict=True):
            typed = spoken.span.of(text)
            meant = register.meant(spoken, typed, beside)
            whole = with_lead(text, spoken.span)
            if meant and not _OBJECT.search(plain(text[max(0, whole.start - 40) : whole.start])):
                documents |= dict.fromkeys(held.document_id for held in meant)
                documents |= dict.fromkeys(self._annexes(register, meant))
                spans.append(whole)
            read = self._read(spoken, typed, beside, meant, register.newest)
            if read is not None and read != typed:
                changes.append(Change(spoken.span, read, ChangeKind.SYMBOL))
        return Named(tuple(changes), tuple(documents), tuple(spans))

    def _annexes(self, register: Register, meant: Sequence[Held]) -> list[str]:
        """Documents without a number of their own that say in their first lines that they belong to one that is meant: "(Kèm theo …)"."""
        keys = [symbol_key(held.symbol) for held in meant if held.own and held.symbol]
        if not keys:
            return []
        with self._catalogue.read() as connection:
            found = relations_to(connection, keys)
        return [
            stored.document_id
            for stored in found
            if stored.relation.kind is RelationKind.ATTACHED_TO
            and stored.relation.span.start < _OPENING
            and not register.has_number(stored.document_id)
        ]

    def _read(self, said: SpokenSymbol, typed: str, beside: Beside, meant: Sequence[Held], newest: int) -> str | None:
        """What the words are read as; None to leave them."""
        symbol, known = self._symbol(said, beside, meant, newest)
        if symbol is None:
            # nobody knows which, but it is a document: "nghị quyết 57" stands in texts, "nq57" does not
            return _with_type(typed, said.type, said.number.zfill(2)) if known and not typed[:1].isdigit() else None
        if any(symbol_key(symbol) == printed.key for printed in find_symbols(typed)):
            return None
        whole = next(iter(find_spoken(symbol)), said)
        return symbol if typed[:1].isdigit() else _with_type(typed, whole.type or said.type, symbol)

    def _symbol(
        self, said: SpokenSymbol, beside: Beside, meant: Sequence[Held], newest: int
    ) -> tuple[str | None, bool]:
        """The one symbol that is meant, if there is one; and whether any document, held or mentioned, may be meant."""
        held = {symbol_key(h.symbol): h.symbol for h in reversed(meant) if h.symbol}
        if said.symbol:
            return held.get(symbol_key(said.symbol), said.symbol), True
        if len(held) == 1 and any(h.nearness(said, beside) for h in meant):
            return next(iter(held.values())), True  # a place or a body beside it says which
        possible = {symbol_key(s): s for s in possible_symbols(said, beside.organ, newest)} | held
        counts = dict.fromkeys(held.values(), 1) | mentions(self._catalogue, list(possible.values()))
        ranked = sorted(counts, key=lambda symbol: -counts[symbol])
        if ranked and counts[ranked[0]] >= _NO_DOUBT * sum(counts[symbol] for symbol in ranked[1:]):
            return ranked[0], True
        return None, bool(ranked or meant)


_LEAD = re.compile(rf"(?<!\w){type_pattern()}\s(?:so\s?:?\s?)?$")


def with_lead(text: str, span: Span) -> Span:
    """The words that name a document, with the type that stands before its symbol."""
    before = max(0, span.start - 40)
    lead = _LEAD.search(folded(matching_form(text[before : span.start])))
    return Span(before + lead.start(), span.end) if lead else span


def _with_type(typed: str, type_: str, number: str) -> str:
    """The number after the name of its type; a type that was typed as a name keeps it."""
    return f"{name_of(typed, type_)} {number}".strip()


def _besides(text: str, said: Sequence[SpokenSymbol]) -> list[Beside]:
    ends = [*(spoken.span.start for spoken in said[1:]), len(text)]
    return [Beside.of(text[spoken.span.end : end], text) for spoken, end in zip(said, ends, strict=True)]
