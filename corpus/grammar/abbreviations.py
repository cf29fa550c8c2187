"""Abbreviations of administrative texts and their full forms: those that everybody knows, and those a document has defined.

``abbreviations.tsv`` holds the known ones. When they are read so: ``any`` in any case and without marks ("ubnd", "cds"), signs between
the letters do not matter ("KH&CN", "KHCN", "KH-CN"); ``marked`` with their marks; ``upper`` as printed only, since in small letters
they would be syllables or mean something else; ``kept``, ``kept-upper``: the same, but nobody writes the full form; ``usual``: in any
case, and printed so it is as good as its full form.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import groupby
from typing import NamedTuple

from corpus.grammar.ambiguous import AMBIGUOUS, meaning_in_context
from corpus.grammar.symbols import document_types, find_symbols
from corpus.text import folded, matching_form, mended
from corpus.types import Span


class Abbreviation(NamedTuple):
    """An abbreviation as it stands in a text. ``kept``: it is as usual as its full form, no reader needs that."""

    span: Span
    short: str
    full: str
    kept: bool = False


class FullForm(NamedTuple):
    """Words that have abbreviations. ``shorts``: those, as printed, the most usual first."""

    span: Span
    full: str
    shorts: tuple[str, ...]


class Known(NamedTuple):
    """A line of the table: ``shorts`` as printed, the most usual first; ``when`` they are read so."""

    full: str
    shorts: tuple[str, ...]
    when: str


_WORD = re.compile(r"(?<![^\W_])[^\W\d_]{1,12}(?![^\W_])")
_JOINT = re.compile(r"\s?[&,.\-–]\s?| | và ", re.IGNORECASE)
_AND = re.compile(r"và|va", re.IGNORECASE)
_VOWEL = re.compile(r"[aeiouy]")
_LETTERS_APART = re.compile(r"[^\W_](?:[^\w]{1,3}[^\W_])+")
_PART = re.compile(r"\s?&\s?[^\W\d_]")
_SYMBOL_GOES_ON = re.compile(r"[-/][^\W\d_]")
_BODY = re.compile(r"(?<![^\W_])(?:bộ|sở|bo|so) $", re.IGNORECASE)
_MOST_WORDS = 6  # of one abbreviation: KH, CN, ĐMST & CĐS


@cache
def known() -> tuple[Known, ...]:
    """The lines of ``abbreviations.tsv``."""
    rows = files("corpus.grammar").joinpath("abbreviations.tsv").read_text("utf-8").splitlines()
    cells = (row.split("\t") for row in rows if not row.startswith("#"))
    return tuple(Known(full, tuple(shorts.split(" ")), when) for full, shorts, when in cells)


@lru_cache(1 << 15)
def short_key(short: str) -> str:
    """One key for all ways an abbreviation is printed: "KH,CN&ĐMST" and "khcn đmst" have the key "khcndmst"."""
    return "".join(c for c in folded(matching_form(short)) if c.isalpha())


@cache
def _by_key() -> Mapping[str, tuple[tuple[str, Known], ...]]:
    pairs = sorted((short_key(short), short, line) for line in known() for short in line.shorts)
    return {key: tuple((s, line) for _, s, line in group) for key, group in groupby(pairs, key=lambda pair: pair[0])}


@cache
def _after_type() -> re.Pattern[str]:
    """What stands before the organ of a symbol without a number: "QĐ-TTg", "/KH-UBND"."""
    types = {form for type_ in document_types() for form in (type_.lower(), folded(type_).lower())}
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(sorted(types))})[-/]$")


@cache
def _beginnings() -> frozenset[str]:
    return frozenset({*AMBIGUOUS, *(key[:length] for key in _by_key() for length in range(1, len(key) + 1))})


def find_abbreviations(text: str, defined: Mapping[str, str] | None = None) -> list[Abbreviation]:
    """Abbreviations in an NFC text, none over another; those inside symbols of documents are left alone.

    ``defined``: short forms with their full forms that hold beside the known ones, and before them.
    """
    text = mended(text)
    words = [m for m in _WORD.finditer(text) if not _AND.fullmatch(m[0])]
    found = list(_defined(text, defined or {}))
    taken = [*(symbol.span for symbol in find_symbols(text)), *(abbreviation.span for abbreviation in found)]
    covered = {at for span in taken for at in range(*span)}
    at = 0
    while at < len(words):
        length, abbreviation = _at(text, words, at)
        if abbreviation and covered.isdisjoint(range(*abbreviation.span)):
            found.append(abbreviation)
            at += length
        else:
            at += 1
    return sorted(found)


def _at(text: str, words: Sequence[re.Match[str]], first: int) -> tuple[int, Abbreviation | None]:
    """The longest abbreviation that begins with a word, and how many words it has."""
    letters = [words[first][0]]
    if short_key(letters[0]) not in _beginnings():
        return 1, None
    for left, right in zip(words[first:], words[first + 1 : first + _MOST_WORDS], strict=False):
        gap = text[left.end() : right.start()]
        if not _JOINT.fullmatch(gap) or (gap == " " and not _no_syllables(left[0], right[0])):
            break
        letters.append(right[0])
    for length in range(len(letters), 0, -1):
        written = "".join(letters[:length])
        span = Span(words[first].start(), words[first + length - 1].end())
        for short, line in _by_key().get(short_key(written), ()):
            if _is_read(text, span, written, short, line.when):
                kept = line.when.startswith("kept") or (line.when == "usual" and written == _letters(short))
                return length, Abbreviation(span, span.of(text), _capitals_of_body(text, span, line.full), kept)
    span = Span(*words[first].span())
    full = meaning_in_context(text, span)
    return 1, Abbreviation(span, span.of(text), full) if full else None


def _letters(short: str) -> str:
    return "".join(c for c in short if c.isalpha())


def _capitals_of_body(text: str, span: Span, full: str) -> str:
    """A field as it is written in the name of its ministry or department: "Sở Khoa học và Công nghệ"."""
    body = _BODY.search(text, max(0, span.start - 4), span.start)
    return _fields().get(full, full) if body else full


@cache
def _fields() -> Mapping[str, str]:
    rows = files("corpus.grammar").joinpath("fields.tsv").read_text("utf-8").splitlines()
    return {(name := row.split("\t")[0]).lower(): name for row in rows}


def _no_syllables(*words: str) -> bool:
    """Whether none of the words can be a syllable: letters without a vowel are an abbreviation."""
    return not any(_VOWEL.search(folded(word).lower()) for word in words)


def _is_read(text: str, span: Span, written: str, short: str, when: str) -> bool:
    """Whether letters with the key of a short form are meant as it."""
    form = _letters(short)
    if _LETTERS_APART.fullmatch(span.of(text)) and span.of(text).lower() != short.lower():
        return False  # "điểm b, c, d"
    if when in ("marked", "upper") and _SYMBOL_GOES_ON.match(text, span.end):
        return False  # "NĐ-CP"
    if _PART.match(text, span.end) or text.endswith("&", 0, span.start):
        return False  # "KH,CN&MT"
    if " " not in span.of(text) and _after_type().search(text[max(0, span.start - 8) : span.start].lower()):
        return False
    if when == "marked":
        return matching_form(written) == matching_form(form)
    if when.endswith("upper"):
        return written == form and not _among_capitals(text, span)
    return True


def _among_capitals(text: str, span: Span) -> bool:
    """Whether the words around are all in capitals too: "TƯ" in a title is a syllable."""
    around = (text[max(0, span.start - 16) : span.start].split()[-1:], text[span.end : span.end + 16].split()[:1])
    return any(len(word) > 1 and word.isupper() and not _no_syllables(word) for side in around for word in side)


def _defined(text: str, defined: Mapping[str, str]) -> Iterator[Abbreviation]:
    by_form = {matching_form(short): full for short, full in defined.items()}
    if by_form:
        for match in _any_of(tuple(by_form)).finditer(matching_form(text)):
            span = Span(*match.span())
            yield Abbreviation(span, span.of(text), by_form[match[0]])


@lru_cache(256)
def _any_of(forms: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(forms, key=len, reverse=True)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, longest_first))})(?![^\W_])")


def expanded(text: str, *, every: bool = False) -> str:
    """A text with full forms in place of its abbreviations; with ``every`` also of those that are as usual."""
    for found in reversed(find_abbreviations(text)):
        if every or not found.kept:
            text = text[: found.span.start] + found.full + text[found.span.end :]
    return text


def loose(name: str) -> str:
    """A pattern for a name in ``matching_form``, however its parts are joined: "-", ",", "&", "và" or a space."""
    parts = re.split(r"\s?[-,&]\s?(?:và )?| và | ", matching_form(name))
    return r"\s?(?:[ ,&\-–]|\bvà\b)\s?(?:và )?".join(map(re.escape, parts))


@cache
def _full_forms() -> tuple[re.Pattern[str], tuple[Known, ...]]:
    merged: dict[str, list[str]] = {}
    for line in known():
        merged.setdefault(line.full, []).extend(line.shorts)
    lines = tuple(Known(full, tuple(shorts), "") for full, shorts in sorted(merged.items(), key=lambda i: -len(i[0])))
    alternatives = "|".join(f"({loose(line.full)})" for line in lines)
    return re.compile(rf"(?<![^\W_])(?:{alternatives})(?![^\W_])"), lines


def find_full_forms(text: str) -> list[FullForm]:
    """Words of an NFC text that have known abbreviations, the longest ones, none over another."""
    pattern, lines = _full_forms()
    return [
        FullForm(Span(*match.span()), lines[match.lastindex - 1].full, lines[match.lastindex - 1].shorts)
        for match in pattern.finditer(matching_form(mended(text)))
        if match.lastindex
    ]
