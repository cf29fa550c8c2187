"""Mentions of documents in a text: by symbol, or by name as laws are; with the type and the date that stand beside them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from corpus.grammar.dates import find_dates
from corpus.grammar.symbols import Symbol, document_types, find_symbols, symbol_key, type_names
from corpus.text import matching_form
from corpus.types import Span, value
from ingest.facts.matching import pattern

_LETTER = "công văn"  # a symbol without a type
_LAWS = ("bộ luật", "luật", "pháp lệnh", "hiến pháp")
_NEAR = 60  # characters before a symbol in which its type stands: "Báo cáo thẩm tra số"
_LAW_NEAR = 160  # the name of a law stands between "Luật" and its number
# A title may go on in the next line, but a sentence that begins there ("Ngày 3 tháng 2 …") is another one.
_BESIDE = re.compile(r"[ ,(]{0,3}(?=(?i:ngày)\s)|[ ,]{0,2}\n(?=ngày\s)")
_LONGEST_DATE = 40
_LONGEST_TITLE = 240


@value
class Mention:
    """A document that is named. ``span`` goes from its type to its date; without a ``symbol`` it has a ``title``."""

    span: Span
    symbol: str = ""
    doc_type: str = ""
    issued_on: date | None = None
    title: str = ""

    @property
    def key(self) -> str:
        """One form for all spellings of the same document."""
        return symbol_key(self.symbol) if self.symbol else matching_form(self.title)


class Mentions:
    """The mentions by symbol in a text, and in any part of it."""

    def __init__(self, text: str) -> None:
        self._all = [_mention(text, symbol) for symbol in find_symbols(text)]
        self._starts = [mention.span.start for mention in self._all]

    def within(self, span: Span) -> Sequence[Mention]:
        """Those that begin in a span, in order."""
        return self._all[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]


@cache
def _types() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, map(matching_form, type_names())), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)")


@cache
def _short() -> re.Pattern[str]:
    short = "|".join(sorted(map(re.escape, document_types()), key=len, reverse=True))
    return re.compile(rf"(?<!\w)({short})(?: số)?\s*:?\s*$")


# The words between are those of a kind of report or plan: "Báo cáo thẩm tra số"; "quy định tại Nghị quyết" names another document.
_UP_TO_NUMBER = pattern(r"(?: (?!tại|của|theo|này|và)[^\d\s|;,.()]+){0,3}?(?: số)?\s*:?\s*$")
_LAW_BEFORE = pattern(
    r"(?<!\w)(?<!pháp )(bộ luật|luật|pháp lệnh|nghị quyết)(?: sửa đổi,? bổ sung một số điều của(?: các| bộ)? luật)?(?!\w)"
)


def _mention(text: str, symbol: Symbol) -> Mention:
    start, doc_type = _type_of(text, symbol)
    issued_on, end = _date_beside(text, symbol.span.end)
    return Mention(Span(start, end), symbol.written, doc_type, issued_on)


def _type_of(text: str, symbol: Symbol) -> tuple[int, str]:
    """Where the type begins, and its name; the symbol's own where none stands beside it."""
    at = symbol.span.start
    line = max(text.rfind("\n", 0, at), text.rfind(";", 0, at), text.rfind("|", 0, at)) + 1
    law = not symbol.type and symbol.organ.startswith(("QH", "UBTVQH"))
    begin = max(0, at - (_LAW_NEAR if law else _NEAR), line)
    before = matching_form(text[begin:at])
    if law:
        found = list(_LAW_BEFORE.finditer(before))
        return (begin + found[-1].start(), found[-1][1]) if found else (at, "")
    for match in reversed(list(_types().finditer(before))):
        if _UP_TO_NUMBER.match(before, match.end()):
            return begin + match.start(), match[0]
    if short := _short().search(text[begin:at]):
        return begin + short.start(), document_types()[short[1]]
    letter = (
        not symbol.type and "-" in symbol.organ
    ) or symbol.type == "TTg"  # letters of the Prime Minister: 16/TTg-KTN
    return at, _LETTER if letter else document_types().get(symbol.type, "")


def _date_beside(text: str, at: int) -> tuple[date | None, int]:
    """The date directly behind a symbol or a name, and where the mention ends."""
    near = _BESIDE.match(text, at)
    if near:
        found = find_dates(text[near.end() : near.end() + _LONGEST_DATE])
        if found and found[0].span.start == 0:
            return found[0].date, near.end() + found[0].span.end
    return None, at


@cache
def _named() -> re.Pattern[str]:
    types = "|".join(sorted(map(re.escape, {*map(matching_form, type_names()), *_LAWS}), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?P<type>{types})(?!\w)")


# Behind the name: its date or year, who changed it, what it is about is part of it.
_NAME_ENDS = pattern(r"[;:|\n]|[.](?:\s|$)|\s\(|,? (?:đã )?được (?:sửa đổi|bổ sung|thay thế)|\./")
_LAW_WITH_DATE = re.compile(
    matching_form(
        r"(?<!\w)(?<!pháp )((bộ luật|luật|pháp lệnh) (?!này)(?:(?!(?:luật|pháp lệnh|số|giai đoạn|đến)\b)[^;:.|\n()\d]){3,80}?),? (?:(?:năm )?((?:19|20)\d\d)(?!\d)|(?=ngày \d))"
    )
)


def named_mentions(text: str, low: str, span: Span) -> Iterator[Mention]:
    """Documents without a number in a clause of legal bases: "Căn cứ Luật A ngày …; Luật B ngày …; Điều lệ Đảng".

    ``low`` is the matching form of ``text``. Each clause between semicolons names one, unless a symbol stands in it.
    """
    start = span.start
    while start < span.end:
        end = low.find(";", start, span.end)
        end = span.end if end < 0 else end
        match = _named().search(low, start, min(end, start + _LONGEST_TITLE))
        if match and not find_symbols(text[start:end]) and _is_name(text[start : match.start()], text[match.start()]):
            yield _named_mention(text, low, match, end)
        start = end + 1


def _is_name(before: str, first: str) -> bool:
    """Whether a type begins a name: in capitals, and behind nothing but "Căn cứ"."""
    return first.isupper() and len(before.split()) <= 4


def _named_mention(text: str, low: str, match: re.Match[str], end: int) -> Mention:
    if blank := _DRAFT.match(low, match.end() + 1, end):
        return _draft(text, match, blank)
    dated = [d for d in find_dates(text[match.start() : end]) if "ngày" in d.span.of(text[match.start() : end])]
    over = _NAME_ENDS.search(low, match.end(), end)
    last = over.start() if over else end
    if dated and match.start() + dated[0].span.start < last:
        issued, title_end = dated[0].date, match.start() + dated[0].span.start
        last = match.start() + dated[0].span.end
    else:
        issued, title_end = None, last
    title = " ".join(text[match.start() : title_end][:_LONGEST_TITLE].split()).rstrip(" ,.")
    return Mention(Span(match.start(), last), "", match["type"], issued, title)


def dated_laws(text: str, low: str, span: Span) -> Iterator[Mention]:
    """Laws that are named with their year or date in running text: "Luật Khoáng sản năm 2010"."""
    for match in _LAW_WITH_DATE.finditer(low, *span):
        issued_on, end = _date_beside(text, match.end(1))
        if text[match.start()].isupper() and (match[3] or issued_on):
            last = match.end() if match[3] else match.end(1)
            title = " ".join(text[match.start() : last].split())
            yield Mention(Span(match.start(), max(end, last)), "", match[2], issued_on, title)


_DRAFT = re.compile(r"(?<!\w)số\s*(?P<blank>[.…_\s]{0,12}[/-]\s?[^\W\d_]{1,5}\s?[/-]\s?[^\W\d_][^\s,)]{0,15})")


def attached_draft(text: str, low: str, span: Span) -> Mention | None:
    """The document without a number that a draft's annex names: "(Kèm theo Quyết định số …/QĐ-UBND ngày 01/02/2031)"."""
    blank = _DRAFT.search(low, *span)
    types = list(_named().finditer(low, span.start, blank.start())) if blank else []
    if not blank or not types:
        return None
    return _draft(text, types[-1], blank)


def _draft(text: str, type_: re.Match[str], blank: re.Match[str]) -> Mention:
    issued_on, end = _date_beside(text, blank.end())
    title = " ".join(text[type_.start() : blank.end()].split())
    return Mention(Span(type_.start(), end), "", type_["type"], issued_on, title)
