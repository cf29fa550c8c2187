"""All that can be proposed, and finding in it what typed words begin, with what was left out, mistyped or abbreviated put right."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, reduce
from operator import or_

from corpus.grammar.spoken_symbols import find_spoken
from corpus.grammar.symbols import symbol_key
from corpus.text import folded, matching_form, one_line
from corpus.types import value
from search_api.suggesting.near_words import SHORTEST, one_slip_away, without_keys

_WORD = re.compile(r"[^\W\d_]+|\d+")
_BEFORE_A_NUMBER = re.compile(r"\b(?:số|so)\b[\s:.]*(?=\d)", re.IGNORECASE)
_JOINING = {"cua", "ve", "viec", "tai", "o", "thuoc", "do", "nam", "ngay", "va"}
_LAST = "\U0010ffff"


@value
class Suggestion:
    """A proposal. ``kind``: document or issuer; ``document_id`` of a document."""

    text: str
    kind: str
    document_id: str | None = None


@value
class Entry:
    """A proposal, the words it is found by, its symbol's key, and its weight: how many documents, then the date; more is better."""

    suggestion: Suggestion
    words: tuple[str, ...]
    symbol: str
    weight: tuple[int, str]


@lru_cache(50_000)
def words_of(text: str) -> tuple[str, ...]:
    """Letters and numbers apart, so that "nq57" finds "57-NQ/TW"; without marks and leading zeros."""
    plain = folded(matching_form(one_line(text)))
    return tuple(word.lstrip("0") or "0" for word in _WORD.findall(plain))


def plainly(typed: str) -> str:
    """What was typed, with numbers in figures: "nghị quyết số năm bảy" → "nghị quyết 57"."""
    text = one_line(typed)
    for said in reversed(find_spoken(text)):
        words = said.span.of(text)
        if not any(c.isdigit() for c in words):
            text = f"{text[: said.span.start]}{said.type} {said.number}{text[said.span.end :]}"
    return _BEFORE_A_NUMBER.sub("", text)


class Proposals:
    """All that can be proposed, better ones first. Sets of them are numbers with a bit for each: the first is the lowest."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        by_text = sorted(entries, key=lambda entry: entry.suggestion.text)
        self._entries = sorted(by_text, key=lambda entry: entry.weight, reverse=True)
        self._words, self._with_word = _sets((at, set(e.words)) for at, e in enumerate(self._entries))
        self._firsts, self._with_first = _sets((at, e.words[:1]) for at, e in enumerate(self._entries))
        self._symbols, self._with_symbol = _sets((at, [e.symbol]) for at, e in enumerate(self._entries) if e.symbol)

    def find(self, typed: str, most: int) -> list[Suggestion]:
        """Those whose number begins so, then those that begin so, then those with these words anywhere; the very number first."""
        text = plainly(typed)
        wanted = words_of(text)
        if not wanted:
            return []
        found = self._with_all(wanted)
        begun = found & self._beginning(self._firsts, self._with_first, wanted[0])
        numbers = [self._exactly(word) for word in wanted if word.isdigit()]
        exact = reduce(lambda a, b: a & b, numbers) if numbers else 0
        numbered = reduce(or_, (self._numbered(word) for word in wanted if word.isdigit()), 0)
        key = symbol_key(text)
        symbol = self._beginning(self._symbols, self._with_symbol, key) if len(key) > 1 else 0
        return self._first_of(
            (symbol & exact, symbol, found & numbered, begun & exact, found & exact, begun, found), most
        )

    def _with_all(self, wanted: Sequence[str]) -> int:
        """Those with all words; if there are none, without joining words; if there still are none, with slips put right."""
        meant = [word for word in wanted if word not in _JOINING] or wanted
        for words, way in ((wanted, self._begun), (meant, self._begun), (meant, self._meant), (meant, self._near)):
            if found := self._each(words, way):
                return found
        return 0

    def _each(self, words: Sequence[str], way: Callable[[str], int]) -> int:
        found = (1 << len(self._entries)) - 1
        for word in words:
            found &= way(word)
            if not found:
                break
        return found

    def _begun(self, word: str) -> int:
        return self._beginning(self._words, self._with_word, word)

    def _meant(self, word: str) -> int:
        """With a word that begins so, or would without keys of Telex, or where none does with a slip."""
        begun = self._begun(word) | self._begun(without_keys(word))
        return begun or self._near(word)

    def _near(self, word: str) -> int:
        begun = self._begun(word) | self._begun(without_keys(word))
        if len(word) < SHORTEST or not word.isalpha():
            return begun
        return reduce(or_, map(self._begun, one_slip_away(word)), begun)

    def _numbered(self, number: str) -> int:
        """Those whose symbol has this number."""
        return self._beginning(self._symbols, self._with_symbol, f"{number}/") | self._beginning(
            self._symbols, self._with_symbol, f"{number}-"
        )

    def _exactly(self, word: str) -> int:
        at = bisect_left(self._words, word)
        return self._with_word[at] if at < len(self._words) and self._words[at] == word else 0

    @staticmethod
    def _beginning(keys: Sequence[str], sets: Sequence[int], part: str) -> int:
        """Those with a key that begins so."""
        return reduce(or_, sets[bisect_left(keys, part) : bisect_left(keys, part + _LAST)], 0)

    def _first_of(self, groups: Sequence[int], most: int) -> list[Suggestion]:
        found: list[Suggestion] = []
        seen = 0
        for group in groups:
            rest = group & ~seen
            while rest and len(found) < most:
                lowest = rest & -rest
                found.append(self._entries[lowest.bit_length() - 1].suggestion)
                rest ^= lowest
            seen |= group
        return found


def _sets(places: Iterator[tuple[int, Sequence[str] | set[str]]]) -> tuple[list[str], list[int]]:
    """Keys in order, and for each the set of places that have it."""
    having: defaultdict[str, list[int]] = defaultdict(list)
    for at, keys in places:
        for key in keys:
            having[key].append(at)
    keys = sorted(having)
    return keys, [_bits(having[key]) for key in keys]


def _bits(places: Sequence[int]) -> int:
    filled = bytearray(max(places) // 8 + 1)
    for at in places:
        filled[at // 8] |= 1 << at % 8
    return int.from_bytes(filled, "little")
