"""Numbers as Vietnamese documents print them: decimal comma, thousand dot, leading zeros, ranges, per cent."""

import re
from typing import NamedTuple

from corpus.types import Span

_GROUPED = r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?"
_PLAIN = rf"{_GROUPED}|\d+(?:,\d+)?"
# A full stop before one or two digits, or after a nought, is a decimal point of a foreign source: 46.7, 0.725
# A unit of measure may touch it ("1.700km", "46,84ha").
_NO_WORD = r"(?!(?!(?:km|ha|m|kg|tấn|tỷ|tỉ|triệu)[23²³]?(?!\w))\w)"
# Not part of a word, a longer number, a fraction or a document symbol (57-NQ/TW).
_NUMBER = re.compile(rf"(?<![\w.,/])(?<![^\W\d]-)(?:{_PLAIN}|\d+\.\d{{1,2}}|0\.\d+){_NO_WORD}(?![.,/]\d|[-/][^\W\d])")
PERCENT = r"\s?%"
RANGE_DASH = r"\s?[-\u2010-\u2014]\s?"


# "7 - 7,5", "20% - 50%", "40 đến 50"; "34/34"
_SECOND = (
    rf"(?:(?:{PERCENT})?(?:{RANGE_DASH}|\s(?:đến|tới)\s)(?P<high>{_PLAIN}|\d+\.\d{{1,2}})|\s?/\s?(?P<total>{_PLAIN}))"
)
_AMOUNT = re.compile(
    rf"(?<![\w.,/])(?<![^\W\d]-)(?P<low>{_PLAIN}|\d+\.\d{{1,2}}|0\.\d+)(?:{_SECOND}{_NO_WORD}(?!/|[.,/-]\d))?+{_NO_WORD}(?![.,/]\d|[-/][^\W\d])"
)
_ONES = {"không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9}  # fmt: skip
_TENS = {"mười": 10, "mươi": 10, "chục": 10, "trăm": 100}
_SCALES = {"nghìn": 1e3, "ngàn": 1e3, "vạn": 1e4, "triệu": 1e6, "tỷ": 1e9, "tỉ": 1e9}
_FILLING = {"linh", "lẻ"}
NUMBER_WORDS = "|".join(sorted({*_ONES, *_TENS, *_SCALES, *_FILLING}, key=len, reverse=True))


class Amount(NamedTuple):
    """A number, a range ("7 - 7,5": ``high`` is its end) or a part of a whole ("34/36": ``total`` is 36)."""

    span: Span
    low: float
    high: float | None = None
    total: float | None = None


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


def find_amounts(text: str, start: int = 0, end: int | None = None) -> list[Amount]:
    """Numbers, ranges and parts of a whole, in order. None of them are "10 - 5" and "22/12", a date."""
    found = []
    for match in _AMOUNT.finditer(text, start, len(text) if end is None else end):
        low = parse_number(match["low"])
        high, total = (parse_number(match[name]) if match[name] else None for name in ("high", "total"))
        if (high is not None and high <= low) or (total is not None and total < low <= 31 and total <= 12):
            continue
        found.append(Amount(Span(*match.span()), low, high, total))
    return found


def parse_words(written: str) -> float:
    """The value of a number in words: "mười hai" is 12, "hai mươi lăm" 25, "một trăm linh năm" 105, "ba vạn" 30000.

    Raises:
        ValueError: when a word is none of a number.
    """
    whole = group = digit = 0.0
    for word in written.lower().split():
        if word in _ONES:
            digit = _ONES[word]
        elif word in _TENS:
            group += (digit or (word == "mười")) * _TENS[word]
            digit = 0
        elif word in _SCALES:
            whole += ((group + digit) or 1) * _SCALES[word]
            group = digit = 0
        elif word not in _FILLING:
            raise ValueError(f"no number: {written!r}")
    return whole + group + digit
