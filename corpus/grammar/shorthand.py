"""Shorthand that people type and documents hardly print ("bn", "ntn", "NV nào", "GĐ1", "P. Đông") → the words it stands for.

``shorthand.tsv`` has a line for each meaning: the letters as they are typed (capitals: only so, since small ones are a syllable or mean
something else), the words, and what must stand before and after, as patterns of small letters without marks. The first line that fits
counts; where none does the letters stay: "TT" alone may be five things.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import NamedTuple

from corpus.grammar.bodies import CAPITAL
from corpus.grammar.symbols import find_symbols
from corpus.text import folded, matching_form, mended
from corpus.types import Span


class Shorthand(NamedTuple):
    """Letters as they stand in a text, and the words they stand for."""

    span: Span
    words: str


class Meaning(NamedTuple):
    """A line of the table. ``capitals``: the letters are meant only where they are typed in capitals."""

    letters: str
    words: str
    capitals: bool
    before: re.Pattern[str]
    after: re.Pattern[str]


_WORD = re.compile(r"(?<![\w/&.-])[^\W\d_]{1,7}(?![^\W\d_])(?![/&-])")
_NUMBER = re.compile(r"\d{1,3}(?!\w)")  # "GĐ1": the letters are a word of their own
_AND = re.compile(r"(?<=[^\W_]{2} )&(?= [^\W_])")
_LEVEL = re.compile(rf"(?<![\w.])(?P<letters>P|Q|H|X|TX)\. ?(?=(?:[{CAPITAL}][^\W\d_{CAPITAL}]|\d))")
_LEVELS = {"P": "phường", "Q": "quận", "H": "huyện", "X": "xã", "TX": "thị xã"}
# "P. Giám đốc" is a deputy, "P. Nội vụ" an office
_NO_WARD = re.compile(
    r"(?:chủ|giám|trưởng|bí thư|chánh|viện|cục|vụ|tổng|hiệu|nội vụ|tài|kế|tổ chức|văn hóa|kinh|tư pháp|giáo|y tế|công)(?!\w)"
)
_REACH = 60  # characters looked at on each side


@cache
def known() -> Mapping[str, tuple[Meaning, ...]]:
    """The lines of ``shorthand.tsv`` by their letters, small and without marks."""
    rows = files("corpus.grammar").joinpath("shorthand.tsv").read_text("utf-8").splitlines()
    lines = sorted((_line(row) for row in rows if not row.startswith("#")), key=_key)
    return {key: tuple(group) for key, group in groupby(lines, key=_key)}


def _line(row: str) -> Meaning:
    letters, words, before, after = (*row.split("\t"), "", "")[:4]
    return Meaning(letters, words, letters.isupper(), re.compile(rf"(?:{before})$"), re.compile(rf"(?:{after})"))


def _key(line: Meaning) -> str:
    return folded(line.letters).lower()


def find_shorthand(text: str) -> list[Shorthand]:
    """Shorthand in an NFC text, in order, none over another; symbols of documents are left alone."""
    text = mended(text)
    symbols = {at for symbol in find_symbols(text) for at in range(*symbol.span)}
    found = [*_words(text), *_levels(text), *(Shorthand(Span(*m.span()), "và") for m in _AND.finditer(text))]
    return sorted(short for short in found if symbols.isdisjoint(range(*short.span)))


def _words(text: str) -> Iterator[Shorthand]:
    bare, shouted = text == folded(text), text == text.upper()
    for match in _WORD.finditer(text):
        written, lines = match[0], known().get(folded(match[0]).lower(), ())
        numbered = text[match.end() : match.end() + 1].isdigit()
        if not lines or (numbered and not _NUMBER.match(text, match.end())):
            continue
        before = folded(matching_form(text[max(0, match.start() - _REACH) : match.start()]))
        after = folded(matching_form(text[match.end() : match.end() + _REACH]))
        for line in lines:
            if shouted and line.capitals:
                continue
            if _typed_so(line, written, bare) and line.before.search(before) and line.after.match(after):
                yield Shorthand(Span(*match.span()), f"{line.words} " if numbered else line.words)
                break


def _typed_so(line: Meaning, written: str, bare: bool) -> bool:
    """Whether letters are typed as a line wants them: with its marks, or with none in a text that has none."""
    form = written if line.capitals else matching_form(written)
    if not line.capitals and written[1:].isupper():
        return False
    return form == line.letters or (bare and form == folded(line.letters))


def _levels(text: str) -> Iterator[Shorthand]:
    for match in _LEVEL.finditer(text):
        if not _NO_WARD.match(matching_form(text[match.end() : match.end() + _REACH])):
            yield Shorthand(Span(*match.span()), f"{_LEVELS[match['letters']]} ")
