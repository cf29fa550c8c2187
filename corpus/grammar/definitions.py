"""Short forms that a document defines for itself: "(sau đây gọi tắt là Chương trình 07)", "cơ sở dữ liệu dùng chung (CSDLDC)".

Rules of the form: Nghị định 30/2020/NĐ-CP and Hướng dẫn 36-HD/VPTW have an abbreviation stand in brackets after its full form at the first use.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from corpus.grammar.symbols import find_symbols
from corpus.sentences import sentences
from corpus.text import folded, mended
from corpus.types import Span


class Definition(NamedTuple):
    """``full`` as printed, spaces made one; ``span``: both forms and what joins them."""

    short: str
    full: str
    span: Span


_INITIALS = re.compile(r"[^\W\d_]{1,8}(?:[&,.\-–][^\W\d_]{1,8}){0,5}(?<=[A-ZĐƯ])")
_BRACKET = re.compile(r"\(([A-ZĐƯ][^\W\d_]{0,7}(?:\s?[&,.\-–]\s?[A-ZĐƯ][^\W\d_]{0,7}){0,5})\)")
_CALLED = re.compile(
    r"[(,]?\s?(?:(?:sau|dưới) đây (?:được )?(?:gọi|viết)(?: tắt)? là|(?:gọi|viết) tắt là)\s*:?\s*[“\"']?"
    r"(?P<short>[^()“”\"',;:.\n|]{2,80}(?:[^()“”\"',;:.\n|]|\.(?=\w)){0,40}?)[”\"']?(?=[),;.\n|”\"']| như sau|\s*$)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+")
_SKIPPED = frozenset(("và", "của", "các", "về", "cho", "trên", "trong", "từ"))  # they give no letter to initials
_LONGEST_FULL = 400  # characters before the short form
_NO_WORD = re.compile(r"[^\W\d_]{8}")  # no Vietnamese syllable has more than seven letters: words run together
_FEWEST_LETTERS = 2


def is_abbreviation(short: str) -> bool:
    """Whether a short form is made of initials, not of words."""
    return _INITIALS.fullmatch(short) is not None


def find_definitions(text: str) -> list[Definition]:
    """Short forms defined in an NFC text, in order. A form whose full words cannot be told for certain is left out."""
    text = mended(text)
    return sorted([*_called(text), *_bracketed(text)], key=lambda definition: definition.span)


def _called(text: str) -> Iterator[Definition]:
    for match in _CALLED.finditer(text):
        short = " ".join(match["short"].split())
        if not any(c.isupper() for c in short) or _NO_WORD.search(short):
            continue
        before = text[max(0, match.start() - _LONGEST_FULL) : match.start()]
        start = _start_by_initials(before, short) if is_abbreviation(short) else _start_by_head(before, short)
        if start is None:
            continue
        full = " ".join(before[start:].split())
        if not find_symbols(
            short
        ):  # "Nghị quyết số 57-NQ/TW ngày … (sau đây gọi là Nghị quyết số 57-NQ/TW)" says nothing new
            yield Definition(short, full, Span(match.start() - len(before) + start, match.end("short")))


def _bracketed(text: str) -> Iterator[Definition]:
    for match in _BRACKET.finditer(text):
        before = text[max(0, match.start() - _LONGEST_FULL) : match.start()]
        if (start := _start_by_initials(before, match[1])) is not None:
            full = " ".join(before[start:].split())
            yield Definition("".join(match[1].split()), full, Span(match.start() - len(before) + start, match.end()))


def _start_by_initials(before: str, short: str) -> int | None:
    """Where the words begin that the letters of a short form are the initials of, if these are the last words before it."""
    letters = [c for c in folded(short).lower() if c.isalpha()]
    if len(letters) < _FEWEST_LETTERS:
        return None
    line = before[before.rfind("\n") + 1 :]
    words = list(_WORD.finditer(line))
    if not words or not _touching(line, words):
        return None
    for at in range(len(words) - 1, -1, -1):
        word = folded(words[at][0]).lower()
        if at < len(words) - 1 and re.search(r"[.;:()|]", line[words[at].end() : words[at + 1].start()]):
            return None
        if word[0] == letters[-1]:
            letters.pop()
            if not letters:
                return len(before) - len(line) + words[at].start()
        elif words[at][0].lower() not in _SKIPPED:
            return None
    return None


def _touching(line: str, words: list[re.Match[str]]) -> bool:
    return not line[words[-1].end() :].strip(" ”\"'")


def _start_by_head(before: str, short: str) -> int | None:
    """Where the last words begin that have the same head as the short form: "Chương trình" of "Chương trình 07"."""
    sentence = sentences(before)[-1:] or [Span(0, len(before))]
    words = short.split(" ")
    for length in range(len(words), 0, -1):
        head = " ".join(words[:length])
        if head[:1].isupper() and any(c.islower() for c in head):
            at = before.rfind(head, sentence[0].start)
            ends = at + len(head)
            if at >= 0 and len(before[ends:].split()) >= 2 and not before[ends : ends + 1].isalnum():
                return at
    return None
