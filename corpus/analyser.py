"""The one analyser: Vietnamese text → terms with exact positions. Passages and questions both go through ``analyse``.

Terms are syllables, pairs of neighbouring syllables (most Vietnamese words have two), and expressions kept whole: document
symbols, percentages, ranges, dates, numbers with separators, abbreviations with signs in them (KH&CN, TP.HCM). Spellings of
one word are one term (kĩ, kỹ). Words cut by a segmenter were measured beside these and add nothing
(``tests/bench/retrieval.py --words``), so there is none here.
"""

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from corpus.grammar.spelling import canonical_spelling
from corpus.grammar.symbols import find_symbols, symbol_key
from corpus.text import matching_form, mended
from corpus.types import Span

ANALYSER_VERSION = "2"

# Every repetition is bounded and starts at a boundary: no input takes more than linear time.
_SYLLABLE = re.compile(r"[^\W_]{1,40}")
_PAIR_GAP = re.compile(r"[^\n|.;:!?…]{1,3}")
_NUMBER = r"\d{1,12}(?:[.,]\d{1,12}){0,4}"
_KEPT = re.compile(
    rf"""
    (?<![^\W_])(?<![\d][.,/])(?:
      {_NUMBER}\s?[-–—]\s?{_NUMBER}(?:\s?%)?              # 7 - 7,5%   2021-2025
    | {_NUMBER}\s?%                                        # 30 %
    | \d{{1,12}}(?:[.,/]\d{{1,12}}){{1,4}}                 # 1.035,9   22/12/2024   10/12
    | KH,\s?CN(?:\s?(?:&|và)\s?ĐMST)?                      # KH,CN&ĐMST
    | [^\W\d_]{{1,20}}(?:&[^\W\d_]{{1,20}}){{1,4}}         # KH&CN
    | [A-ZĐ]{{1,3}}\.[A-ZĐƯ][^\W\d_]{{0,10}}               # TP.HCM   T.Ư
    )(?![^\W_])
    """,
    re.VERBOSE,
)


class Term(NamedTuple):
    """A term and where it stands."""

    text: str
    span: Span


def analyse(text: str) -> list[Term]:
    """All terms of an NFC text, in order of their start. The same text always gives the same terms."""
    text = mended(text)
    form = matching_form(text)
    spelt = canonical_spelling(form)
    syllables = [Term(m[0], Span(*m.span())) for m in _SYLLABLE.finditer(spelt)]
    return sorted([*_kept_whole(text, form), *syllables, *_pairs(spelt, syllables)], key=lambda term: term.span.start)


def terms(text: str) -> list[str]:
    """The terms alone."""
    return [term.text for term in analyse(text)]


def _kept_whole(text: str, form: str) -> Iterator[Term]:
    """Symbols first, other expressions where no symbol stands; their spelling is unified, so that "30 %" is "30%"."""
    symbols = [symbol.span for symbol in find_symbols(text)]
    others = (Span(*match.span()) for match in _KEPT.finditer(text))
    end = 0
    for span in sorted([*symbols, *others], key=lambda s: (s.start, -s.end)):
        if span.start >= end:
            yield Term(symbol_key(form[span.start : span.end]), span)
            end = span.end


def _pairs(form: str, syllables: list[Term]) -> Iterator[Term]:
    for (left, at), (right, to) in itertools.pairwise(syllables):
        if form[at.end : to.start] == " " or _PAIR_GAP.fullmatch(form, at.end, to.start):
            yield Term(f"{left} {right}", Span(at.start, to.end))
