"""Numbers as Vietnamese documents print them: decimal comma, thousand dot, leading zeros, ranges, per cent."""

import re
from typing import NamedTuple

from corpus.types import Span

_GROUPED = r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?"
_PLAIN = rf"{_GROUPED}|\d+(?:,\d+)?"
# A full stop before one or two digits, or after a nought, is a decimal point of a foreign source: 46.7, 0.725
# Not part of a word, a longer number, a fraction or a document symbol (57-NQ/TW).
_NUMBER = re.compile(rf"(?<![\w.,/])(?<![^\W\d]-)(?:{_PLAIN}|\d+\.\d{{1,2}}|0\.\d+)(?!\w|[.,/]\d|[-/][^\W\d])")
PERCENT = r"\s?%"
RANGE_DASH = r"\s?[-\u2010-\u2014]\s?"


class Number(NamedTuple):
    """A number in a text, with its value."""

    span: Span
    value: float


def parse_number(written: str) -> float:
    """The value of a number in any printed form: "1.035.078,9" is 1035078.9, "05" is 5, "46.7" is 46.7.

    Raises:
        ValueError: when it is not a number.
    """
    text = written.strip()
    if re.fullmatch(_GROUPED, text):
        text = text.replace(".", "")
    elif not re.fullmatch(r"\d+(?:[.,]\d+)?", text):
        raise ValueError(f"no number: {written!r}")
    return float(text.replace(",", "."))


def find_numbers(text: str) -> list[Number]:
    """Numbers that stand alone; those inside document symbols, dates or words are left out."""
    return [Number(Span(*m.span()), parse_number(m[0])) for m in _NUMBER.finditer(text)]
