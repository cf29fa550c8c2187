"""Numbers and signs at the beginning of a line, of both families of documents, and how wide a part of the document each opens."""

import re
from enum import IntEnum

from corpus.types import value


class Rank(IntEnum):
    """Kinds of markers, from the widest to the narrowest."""

    ANNEX = 0
    PART = 1
    CHAPTER = 2
    SECTION = 3
    TITLE = 4  # a title that its format marks, without a number; its level is added in tenths
    LETTER_CAPITAL = 20
    ROMAN = 21
    ARTICLE = 22
    DECIMAL = 23
    DECIMAL_2 = 24
    DECIMAL_3 = 25
    LETTER = 26
    PARENTHESIS = 27
    LEAD_IN = 28
    DASH = 29
    PLUS = 30


@value
class Marker:
    """The number or sign at the beginning of a block. ``first``: it begins a series (1, I, a, A); ``end``: where the words begin."""

    rank: int
    first: bool
    end: int


_MARKERS: tuple[tuple[Rank, re.Pattern[str]], ...] = tuple(
    (rank, re.compile(pattern))
    for rank, pattern in (
        (Rank.ANNEX, r"(?:PHỤ LỤC|Phụ lục)(?:\s+(?:số\s+)?[IVXLC\d.]+)?\s*(?:$|[:.–-])"),
        (Rank.PART, r"(?:Phần|PHẦN)\s+(?:thứ\s+\w+|THỨ\s+\w+|[IVXLC]+|\d+)\b"),
        (Rank.CHAPTER, r"(?:Chương|CHƯƠNG)\s+(?:[IVXLC]+|\d+)\b"),
        (Rank.SECTION, r"(?:Mục|MỤC)\s+(?:[IVXLC]+|\d+)\b(?!\s+tiêu)"),
        (Rank.ARTICLE, r"(?:Điều|ĐIỀU)\s+\d+[a-zđ]?\s*[.:]"),
        (Rank.ROMAN, r"[IVXL]{1,6}\s?[.)–-]\s?(?=\S)|[IVXL]{1,6}\s+(?=[A-ZĐ]{2})"),
        (Rank.LETTER_CAPITAL, r"[A-HĐ]\s?[.)–-]\s?(?=\S)"),
        (Rank.DECIMAL_3, r"\d{1,2}\.\d{1,2}\.\d{1,2}[.)–-]?\s"),
        (Rank.DECIMAL_2, r"\d{1,2}\.\d{1,2}[.)–-]?\s(?!%)"),
        (Rank.DECIMAL, r"\d{1,3}\s?[.)–-]\s(?=\D)|\d{1,3}/\s|(?:Khoản|Câu)\s\d+[.:]"),
        (Rank.LETTER, r"[a-zđ]{1,2}\s?[.)]\s?(?=\S)"),
        (Rank.PARENTHESIS, r"\(\s?(?:\d{1,3}|[ivx]{1,5}|[a-zđ])\s?\)\s?"),
        (Rank.PLUS, r"[+]\s"),
        (Rank.DASH, r"[-–—•·*]\s"),
    )
)
_FIRST = re.compile(
    r"\W*(?:phụ lục|phần|chương|mục|điều|khoản)?\W*(?:thứ )?(?:1|01|i|a|nhất|một)(?:\W|$)", re.IGNORECASE
)


def marker_of(text: str) -> Marker | None:
    """The marker at the beginning of a line, if there is one."""
    for rank, pattern in _MARKERS:
        match = pattern.match(text)
        if match:
            return Marker(rank, _FIRST.match(text[: match.end() + 1]) is not None, match.end())
    return None
