"""Spellings and words that mean the same: one canonical form of syllables for terms, and families of words for questions.

I and y: Quyết định 240/QĐ (Ministry of Education, 1984) writes i at the end of a syllable ("kĩ", "tỉ"), administrative texts mostly y
("kỹ", "tỷ"); both are current. After other letters ("tai", "tay") they are different sounds and stay.
"""

import re
from typing import NamedTuple

from corpus.text import matching_form
from corpus.types import Span


class OtherWords(NamedTuple):
    """Words and others that say the same."""

    span: Span
    others: tuple[str, ...]


_TO_Y = str.maketrans("iìíỉĩị", "yỳýỷỹỵ")
_OPEN_SYLLABLE = re.compile(r"(?<![^\W_])(?:[hklmst]|qu)[iìíỉĩị](?![^\W_])")
_EVERY = re.compile(r"(?<![^\W_])hàng(?= (?:năm|quý|tháng|tuần|ngày)(?![^\W_]))")

# Each line is one meaning in the language of plans and assignments.
_FAMILIES = (
    ("chủ trì", "đầu mối", "chịu trách nhiệm chính"),
    ("thời hạn hoàn thành", "hạn hoàn thành", "thời gian hoàn thành"),
    ("tối đa", "nhiều nhất", "không quá"),
    ("tối thiểu", "ít nhất"),
    ("trực tuyến", "qua mạng", "online"),
    ("ứng dụng", "app"),
    (
        "bình quân đầu người",
        "tính trên mỗi người dân",
        "tính trên đầu người",
        "tính theo đầu người",
        "trên mỗi người dân",
        "trên đầu người",
        "bình quân mỗi người dân",
        "bình quân mỗi người",
        "bình quân một người",
        "mỗi người dân",
    ),
    ("lạm phát", "chỉ số giá tiêu dùng", "CPI"),
    ("đúng thời hạn", "đúng hạn"),
    ("xuất siêu", "thặng dư"),
    ("nhập siêu", "thâm hụt"),
)


def canonical_spelling(form: str) -> str:
    """A text in ``matching_form`` with one spelling for what is one word ("kĩ" → "kỹ", "qui" → "quy", "hàng năm" → "hằng năm").

    Code point for code point: offsets stay true.
    """
    form = _OPEN_SYLLABLE.sub(lambda m: m[0].translate(_TO_Y), form)
    return _EVERY.sub("hằng", form)


def _pattern() -> re.Pattern[str]:
    words = sorted((word for family in _FAMILIES for word in family), key=len, reverse=True)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(matching_form, words))})(?![^\W_])")


_KNOWN = _pattern()
_OTHERS = {matching_form(w): tuple(o for o in family if o != w) for family in _FAMILIES for w in family}


def find_other_words(text: str) -> list[OtherWords]:
    """Words of an NFC text for which others say the same, none over another."""
    return [OtherWords(Span(*m.span()), _OTHERS[m[0]]) for m in _KNOWN.finditer(matching_form(text))]
