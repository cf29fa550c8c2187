"""What is held against each other: a fact with the document it stands in, and whose figure it is."""

import re
from datetime import date
from enum import IntEnum
from functools import lru_cache

from corpus.facts import Assignment, Decision, Target
from corpus.grammar.symbols import find_symbols
from corpus.text import matching_form
from corpus.types import value


class Level(IntEnum):
    """Levels of government and Party, from the widest; districts ended in July 2025."""

    CENTRE = 0
    PROVINCE = 1
    DISTRICT = 2
    COMMUNE = 3


@value
class Card:
    """A document as the ledger needs it: empty words and None for what is not known.

    ``subject``: what it is about; ``place``: where it was issued, of its letterhead.
    """

    id: str
    symbol: str = ""
    doc_type: str = ""
    issuer: str = ""
    issued_on: date | None = None
    subject: str = ""
    place: str = ""


@value
class Entry:
    """A fact under its name."""

    id: str
    document: Card
    slots: Target | Assignment | Decision


@value
class Holder:
    """Whose figure it is. ``place`` is in matching form without its level, "" for the country and where it is not named."""

    level: Level | None
    place: str = ""


_LEVELS = (
    (Level.COMMUNE, r"xã|phường|thị trấn|đặc khu"),
    (Level.DISTRICT, r"quận|huyện|thị xã|huyện ủy|quận ủy|thị ủy"),
    (Level.PROVINCE, r"tỉnh|thành phố|tp\.?|tỉnh ủy|thành ủy|tỉnh đoàn|thành đoàn|thủ đô"),
)
_CAPITAL = "".join(c for c in map(chr, (*range(0x41, 0x250), *range(0x1EA0, 0x1EFA))) if c.isupper())
_NAME = rf"((?: (?:- )?[{_CAPITAL}][^\W\d_]*){{1,5}})"
_NAMED = tuple((level, re.compile(rf"(?<!\w)(?i:{matching_form(words)}){_NAME}")) for level, words in _LEVELS)
_UNNAMED = tuple((level, re.compile(rf"(?<!\w)(?:{matching_form(words)})(?!\w)")) for level, words in _LEVELS)
_COUNTRY = re.compile(matching_form(r"(?<!\w)(?:cả nước|toàn quốc|việt nam|quốc gia|đất nước|chung của cả nước)(?!\w)"))
_CENTRAL = re.compile(
    matching_form(
        r"^(?:các )?(?:bộ|chính phủ|quốc hội|thủ tướng|ban bí thư|tổng bí thư|ban chấp hành trung ương|ủy ban thường vụ quốc hội|đảng đoàn quốc hội|văn phòng chính phủ|"
        r"văn phòng trung ương|ban .{2,40} trung ương|đảng ủy (?:chính phủ|quốc hội))(?!\w)|trung ương đảng"
    )
)
_GRDP = re.compile(r"(?<!\w)GRDP(?!\w)", re.IGNORECASE)
_ORGANS = {
    Level.CENTRE: re.compile(r"(?:TW|TTg|CP|QH\d*|UBTVQH\d*|VPCP|VPTW|BCĐTW|B[A-ZĐ&]{1,8})$"),
    Level.PROVINCE: re.compile(r"(?:TU|BCĐ/TU|S[A-ZĐ&]{2,8})$"),
    Level.COMMUNE: re.compile(r"(?:ĐU)$"),
}


def holder(scope: str, document: Card) -> Holder:
    """Whose figure it is: the place that the scope names, else that of the issuing body, else what the document's symbol tells."""
    if _COUNTRY.search(matching_form(scope)):
        return Holder(Level.CENTRE)
    own = issuing_holder(document)
    named = _place(scope)
    if named is None:
        return own
    return own if not named.place and named.level == own.level else named


def holder_of(target: Target, document: Card) -> Holder:
    """Whose figure a target is. A share of GRDP is that of a place, also in a sentence that speaks of the country."""
    whose = holder(target.scope, document)
    of_place = _GRDP.search(f"{target.base} {target.indicator}") is not None
    return issuing_holder(document) if of_place and whose.level is Level.CENTRE else whose


def issuing_holder(document: Card) -> Holder:
    """The place and level of a document's issuing body; a committee without a name ("Thành ủy") has that of the letterhead."""
    own = _issuer(document.issuer, document.symbol)
    if own.level is Level.PROVINCE and not own.place and document.place:
        return Holder(own.level, matching_form(document.place))
    return own


@lru_cache(4096)
def _issuer(issuer: str, symbol: str) -> Holder:
    if _CENTRAL.search(matching_form(issuer)):
        return Holder(Level.CENTRE)
    return _place(issuer) or _by_symbol(symbol)


@lru_cache(4096)
def _place(words: str) -> Holder | None:
    """The place in a name: the narrowest level that is named with it, else the narrowest that is spoken of."""
    plain = " ".join(words.split())
    for level, form in _NAMED:
        if match := form.search(plain.replace("Ủy", "Uỷ").replace("ủy", "uỷ")):
            return Holder(level, matching_form(match[1].strip()))
    low = matching_form(plain)
    return next((Holder(level) for level, form in _UNNAMED if form.search(low)), None)


def _by_symbol(symbol: str) -> Holder:
    found = find_symbols(symbol)
    organ = found[0].organ if found else ""
    return Holder(next((level for level, form in _ORGANS.items() if form.search(organ)), None))
