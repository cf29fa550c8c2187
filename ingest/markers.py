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


_CAPITAL = "".join(c for c in map(chr, (*range(0x41, 0x250), *range(0x1EA0, 0x1EFA))) if c.isupper())
_UNIT = r"(?:nghìn|triệu|tỷ|tỉ|km|ha|m2|m²|kg|tấn|điểm|lần|độ)"  # "2.5 triệu" is a figure
_CLOSE = r"[.)](?=[^\W\d_][^\W\d_]*[\s,:])"  # the space behind the number was forgotten: "1.Mở lớp"
_MARKERS: tuple[tuple[Rank, re.Pattern[str]], ...] = tuple(
    (rank, re.compile(pattern))
    for rank, pattern in (
        (
            Rank.ANNEX,
            r"(?:PHỤ LỤC|Phụ lục)(?:\s+(?:(?:số|SỐ)\s+)?[IVXLC\d.]+)?\s*(?:$|[:.–-])|PHỤ LỤC\s+(?:SỐ\s+)?[IVXLC\d]+\s+(?=[^a-z]+$)",
        ),
        (Rank.PART, r"(?:Phần|PHẦN)\s+(?:thứ\s+\w+|THỨ\s+\w+|[IVXLC]+|\d+)\b"),
        (Rank.CHAPTER, r"(?:Chương|CHƯƠNG)\s+(?:[IVXLC]+|\d+)\b"),
        (Rank.SECTION, r"(?:Mục|MỤC)\s+(?:[IVXLC]+|\d+)\b(?!\s+tiêu)"),
        (Rank.ARTICLE, r"(?:Điều|ĐIỀU)\s+\d+[a-zđ]?\s*[.:]"),
        (Rank.ROMAN, rf"[IVXL]{{1,6}}\s?[.)–-]\s?(?=\S)|(?!VI PHẠM|XI MĂNG)[IVXL]{{1,6}}\s+(?=[{_CAPITAL}]{{2}})"),
        (Rank.LETTER_CAPITAL, r"[A-HĐ]\s?[.)–-]\s?(?=\S)"),
        (Rank.DECIMAL_3, rf"\d{{1,2}}\.\d{{1,2}}\.\d{{1,2}}(?:[.)–-]?\s|{_CLOSE})"),
        (Rank.DECIMAL_2, rf"\d{{1,2}}\.\d{{1,2}}(?:[.)–-]\s|\s(?!%|{_UNIT}\b)|{_CLOSE})"),
        (Rank.DECIMAL, rf"\d{{1,3}}(?:\s?[.)]\s|\s?[–-]\s(?=\D)|/\s|{_CLOSE})|(?:Khoản|Câu)\s\d+[.:]"),
        (Rank.LETTER, r"(?:[a-zđ]{1,2}|[ivx]{3,5})\s?[.)]\s?(?=\S)"),
        (Rank.PARENTHESIS, r"\(\s?(?:\d{1,3}|[ivx]{1,5}|[a-zđ])\s?\)\s?"),
        (Rank.PLUS, r"[+](?:\s|(?=[^\W\d_]))"),
        (Rank.DASH, r"[-–—•·*](?:\s|(?=[^\W\d_]))"),
    )
)
_NAMED = (Rank.PART, Rank.CHAPTER, Rank.SECTION)  # "Mục 1 của Kế hoạch này …" is a sentence
_FIRST = re.compile(
    r"\W*(?:phụ lục|phần|chương|mục|điều|khoản)?\W*(?:thứ )?(?:1|01|i|a|nhất|một)(?:\W|$)", re.IGNORECASE
)


def marker_of(text: str) -> Marker | None:
    """The marker at the beginning of a line, if there is one."""
    for rank, pattern in _MARKERS:
        match = pattern.match(text)
        if match and not (rank in _NAMED and text[match.end() :].lstrip()[:1].islower()):
            return Marker(rank, _FIRST.match(text[: match.end() + 1]) is not None, match.end())
    return None
