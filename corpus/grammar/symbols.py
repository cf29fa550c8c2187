"""Symbols of documents (số, ký hiệu): finding them in text, and one key for all the ways a symbol is printed.

Sources of the forms: Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3 (State: ``144/KH-UBND``, ``48/2025/NQ-HĐND``) and
Hướng dẫn 36-HD/VPTW, part I.3 (Party: ``57-NQ/TW``, ``07-CTr/TU``); laws and resolutions of the National Assembly: ``72/2025/QH15``.
"""

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from corpus.text import folded
from corpus.types import Span


class Symbol(NamedTuple):
    """A symbol as it stands in a text. ``written`` has no inner spaces and plain dashes; ``type`` is its abbreviation, "" for laws."""

    span: Span
    written: str
    number: str
    year: int | None
    type: str
    organ: str

    @property
    def key(self) -> str:
        """One form for all spellings: "Số 07 - CTr/TU" and "7-ctr/tu" have the key "7-ctr/tu"."""
        return symbol_key(self.written)


@cache
def document_types() -> dict[str, str]:
    """Abbreviation → name of every type of document (``types.tsv``)."""
    rows = files("corpus.grammar").joinpath("types.tsv").read_text("utf-8").splitlines()
    return {cells[0]: cells[1] for row in rows if not row.startswith("#") and (cells := row.split("\t"))}


@cache
def type_names() -> frozenset[str]:
    """Names of all types, also of those that no symbol abbreviates."""
    return frozenset((*document_types().values(), *_WITHOUT_ABBREVIATION))


_WITHOUT_ABBREVIATION = (
    "điều lệ",
    "nội quy",
    "hiến pháp",
    "thông tư",
    "thông báo kết luận",
    "báo cáo chính trị",
    "kế hoạch hành động",
)
_DASH = "-\u2010\u2011\u2012\u2013\u2014"
_UP = "A-ZĐƯƠÂĂÊÔ"
_ORGAN = rf"[{_UP}][{_UP}a-zđ&]*\d*(?:\.[{_UP}]+)*"
_GAP = "[ ]?"


def _pattern() -> re.Pattern[str]:
    # longest first, so that CTrHĐ is not read as CT
    types = "|".join(sorted(map(re.escape, document_types()), key=len, reverse=True))
    number = r"(?<![\w/.,-])(?P<number>\d{1,6}(?:\.\d{1,3})?[a-zđ]?)"
    party = (
        rf"{_GAP}[{_DASH}]{_GAP}(?P<ptype>{types}){_GAP}/{_GAP}(?P<porgan>{_ORGAN}(?:{_GAP}[{_DASH}]{_GAP}{_ORGAN})*)"
    )
    year = rf"(?:{_GAP}/{_GAP}(?P<year>(?:19|20)\d\d))?"
    state = rf"{_GAP}/{_GAP}(?P<stype>{types}){_GAP}[{_DASH}]{_GAP}(?P<sorgan>{_ORGAN}(?:[{_DASH}/]{_ORGAN})*)"
    # an official letter has no type: 507/UBND-KT; a law names its assembly: 72/2025/QH15, 1339/NQ-UBTVQH15
    letter = rf"/(?P<lorgan>[{_UP}][{_UP}a-zđ&]+(?:[{_DASH}][{_UP}][{_UP}a-zđ&]*)+)"
    law = r"/(?P<assembly>(?:UBTV)?QH\d{1,2})"
    return re.compile(rf"{number}(?:{party}|{year}(?:{law}|{state}|{letter}))(?![\w])")


_SYMBOL = _pattern()


def find_symbols(text: str) -> list[Symbol]:
    """Every symbol in the text, in order. Drafts without a number ("Số:   /KH-UBND") have none."""
    return [_symbol(match) for match in _SYMBOL.finditer(text)]


def _symbol(match: re.Match[str]) -> Symbol:
    written = re.sub(rf"[{_DASH}]", "-", re.sub(r"\s", "", match[0]))
    year = match["year"]
    type_ = match["ptype"] or match["stype"] or ""
    organ = match["porgan"] or match["sorgan"] or match["lorgan"] or match["assembly"]
    return Symbol(
        Span(*match.span()), written, match["number"], int(year) if year else None, type_, re.sub(r"\s", "", organ)
    )


@cache
def organs() -> dict[str, bool]:
    """Organs that most symbols end with → whether a Party body has it (``organs.tsv``)."""
    rows = files("corpus.grammar").joinpath("organs.tsv").read_text("utf-8").splitlines()
    return {cells[0]: cells[1] == "P" for row in rows if not row.startswith("#") and (cells := row.split("\t"))}


def full_symbol(number: str, year: int | None, type_: str, organ: str, *, party: bool = False) -> str:
    """A symbol as it is printed: 57-NQ/TW by a Party body, 144/KH-UBND or 48/2025/NQ-HĐND by a State body, 72/2025/QH15 of a law.

    ``party`` decides where the organ does not. Numbers below ten have a nought before them.
    """
    printed = number if re.match(r"\d\d", number) else f"0{number}"
    if organs().get(organ, party or organ.startswith("ĐĐ")) and not year:
        return f"{printed}-{type_}/{organ}"
    return "/".join([printed, *([str(year)] if year else []), *([f"{type_}-{organ}"] if type_ else [organ])])


def symbol_key(written: str) -> str:
    """The key under which a symbol is known: no spaces, plain dashes, no marks, lower case, no leading zeros."""
    plain = folded(re.sub(rf"[{_DASH}]", "-", re.sub(r"\s", "", written))).lower()
    return re.sub(r"^0+(?=\d)", "", plain)
