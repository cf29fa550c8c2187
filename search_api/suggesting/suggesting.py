"""What a few typed letters may become: documents by number or subject, and the bodies that issued them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from corpus.catalogue.documents import DocumentInfo
from corpus.grammar.symbols import document_types, find_symbols, symbol_key
from search_api.holdings import Holdings
from search_api.suggesting.proposals import Entry, Proposals, Suggestion, words_of

MOST = 8
LONGEST = 200  # characters typed
_LONGEST_TEXT = 160  # characters shown of a subject
_WAIT_FOR_NEW = 1.0  # seconds


class Suggester:
    """Knows what the documents are called, as they are now or were a moment ago (see ``Holdings``)."""

    def __init__(self, holdings: Holdings) -> None:
        self._proposals = holdings.keep(_proposals)

    def suggest(self, typed: str, most: int = MOST) -> list[Suggestion]:
        """Proposals for what was typed, best first: each typed word begins a word of the proposal, or its number begins so.

        Marks, numbers in words, keys of Telex and slips in longer words are forgiven.
        """
        found = self._proposals.now().find(typed, most)
        # what was added a moment ago is worth waiting for only where nothing else can be shown
        return found or self._proposals.now(_WAIT_FOR_NEW).find(typed, most)


def _proposals(documents: Sequence[DocumentInfo]) -> Proposals:
    return Proposals(list(_entries(documents)))


def _entries(documents: Sequence[DocumentInfo]) -> Iterator[Entry]:
    issuers: Counter[str] = Counter()
    for info in documents:
        issuer, symbol = info.front.get("issuer", ""), info.front.get("symbol", "")
        text = " ".join(part for part in (info.front.get("doc_type", ""), symbol, info.title) if part)
        also = [issuer, info.front.get("place", ""), *_type_names(symbol)]
        yield Entry(
            Suggestion(_shown(text), "document", info.id), words_of(" ".join((text, *also))) or ("",),
            symbol_key(symbol), (1, info.front.get("issued_on", "")),
        )  # fmt: skip
        if issuer:
            issuers[issuer] += 1
    for name, count in issuers.items():
        yield Entry(Suggestion(name, "issuer"), words_of(name) or ("",), "", (count, ""))


@lru_cache(50_000)
def _type_names(symbol: str) -> list[str]:
    """What the type in a symbol is called: a letterhead that was not read well may not say."""
    return [document_types()[found.type] for found in find_symbols(symbol) if found.type]


def _shown(text: str) -> str:
    """With a capital, and not too long."""
    if len(text) > _LONGEST_TEXT:
        text = text[:_LONGEST_TEXT].rsplit(" ", 1)[0] + "…"
    return text[:1].upper() + text[1:]
