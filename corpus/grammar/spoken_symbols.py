"""Documents as people name them: "nq57", "nghị quyết số 57", "57 nq tw", "nghị quyết năm bảy", marked or not, in any case.

A number alone names nothing, and neither do counts ("5 nghị quyết", "quyết định 3 việc"), years ("nghị quyết năm 2024", "kế hoạch
2025") and periods ("kế hoạch 5 năm"). What is printed as a symbol (``find_symbols``) is one here, too.
"""

import re
from collections.abc import Iterator
from functools import cache

from corpus.grammar.counted import counts
from corpus.grammar.number_words import NUMBER_WORD, NUMBER_WORDS, number_of_words
from corpus.grammar.spoken_types import is_name, organ_as_printed, organ_pattern, type_pattern, types_of
from corpus.grammar.symbols import Symbol, find_symbols, full_symbol
from corpus.text import folded, matching_form
from corpus.types import Span, value


@value
class SpokenSymbol:
    """A document that a text names. ``span``: of the words that name it.

    ``number``: without leading noughts; ``types``: abbreviations it may have, likeliest first, "" for one that needs none; ``year``: of the
    symbol, or of issue where it is said beside it; ``organ``: as printed. ``symbol``: all of it, where the words say all.
    """

    span: Span
    number: str
    types: tuple[str, ...]
    year: int | None = None
    organ: str | None = None
    symbol: str | None = None

    @property
    def type(self) -> str:
        """The likeliest abbreviation of its type."""
        return self.types[0]


_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
_S = r"\s{0,3}"
_STROKE = rf"{_S}[-/]{_S}"
_JOIN = rf"(?:{_STROKE}|\.|{_S})"
_YEAR = r"(?:19|20)\d\d"
_NUMBER = rf"\d{{1,6}}(?:\.\d{{1,3}}(?={_STROKE}{_YEAR}))?[a-d]?"
_FURTHER_ORGANS = r"(?:[-.][a-z][a-z&]{0,11}){0,3}"
_SOME_ORGAN = rf"[a-z][a-z&]{{0,11}}\d{{0,2}}{_FURTHER_ORGANS}"


@cache
def _number_first() -> re.Pattern[str]:
    """ "57 nq tw", "57/nq-tw", "57nqtw", "13-2023-nd-cp", "144/kh", "72/2025/qh15", "905/ubnd-kgvx"."""
    types, organ = type_pattern(), organ_pattern()
    start = rf"(?<![\w/.,%-])(?:(?P<lead>{types}){_JOIN})?(?P<number>{_NUMBER})(?P<glue>{_JOIN})(?:(?P<year>{_YEAR}){_JOIN})?"
    printed = rf"(?<=/)(?P<printed>{types}{_STROKE}{_SOME_ORGAN})|(?P<party>(?<=-){types}{_S}/{_S}{_SOME_ORGAN})"
    typed = rf"(?P<type>{types})(?:{_JOIN}(?P<organ>{organ}))?"
    law = r"(?P<law>(?:ubtv)?qh\d{1,2})"
    letter = rf"(?<=/)(?P<letter>{organ}{_FURTHER_ORGANS.replace('0,3', '1,3')})"
    return re.compile(rf"{start}(?:{printed}|{typed}|{law}|{letter})(?![\w%])")


@cache
def _type_first() -> re.Pattern[str]:
    """ "nq57", "NQ số 57", "nghị định 13/2023", "nq 57 tw", "nđ-cp 13", "nghị quyết năm bảy"."""
    types, organ = type_pattern(), organ_pattern()
    number = rf"(?P<number>{_NUMBER})(?:{_STROKE}(?P<year>{_YEAR}))?(?:(?:{_STROKE}|\s)(?P<after>{organ}))?"
    words = rf"\s(?:(?P<words>{NUMBER_WORDS})|(?<=\bso\s)(?P<word>{NUMBER_WORD}))"
    so = r"(?P<so>\s{0,3}(?<![a-z])so(?!\w)[.:]?\s{0,3})"
    return re.compile(
        rf"(?<!\w)(?P<type>{types})(?:{_JOIN}(?P<organ>{organ})(?![a-z]))?(?:(?:{so}|{_STROKE}|\.(?=\d)|{_S}){number}|(?P<said>\sso(?!\w))?{words})(?![\w%])"
    )


def find_spoken(text: str) -> list[SpokenSymbol]:
    """Every document that a text names by its number, in order; none over another. ``text`` is NFC."""
    form = folded(matching_form(text)).translate(_DASHES)
    found = _Findings(len(text))
    for symbol in find_symbols(text):
        found.add(_printed(form, symbol))
    for match in _number_first().finditer(form):
        found.add(_of_number_first(text, form, match))
    for match in _type_first().finditer(form):
        spoken = _of_type_first(text, form, match)
        if spoken is not None and found.add(spoken):
            for further in _further(form, spoken):
                found.add(further)
    return sorted(found.all, key=lambda spoken: spoken.span)


class _Findings:
    """What was found so far: one over another is not taken in."""

    def __init__(self, length: int) -> None:
        self.all: list[SpokenSymbol] = []
        self._taken = bytearray(length)

    def add(self, spoken: SpokenSymbol | None) -> bool:
        """Whether it was taken in."""
        if spoken is None or any(self._taken[slice(*spoken.span)]):
            return False
        self.all.append(spoken)
        self._taken[slice(*spoken.span)] = b"\1" * (spoken.span.end - spoken.span.start)
        return True


def _printed(form: str, symbol: Symbol) -> SpokenSymbol:
    organ = organ_as_printed(symbol.organ)
    party = bool(symbol.type) and f"-{symbol.type}/" in symbol.written
    whole = full_symbol(symbol.number, symbol.year, symbol.type, organ, party=party)
    types = (symbol.type,)
    return SpokenSymbol(
        symbol.span, _bare(symbol.number), types, symbol.year or _said_year(form, symbol.span.end), organ, whole
    )


def _bare(number: str) -> str:
    return number.lstrip("0") or "0"


def _of_number_first(text: str, form: str, match: re.Match[str]) -> SpokenSymbol | None:
    number, year = match["number"], int(match["year"]) if match["year"] else None
    lead = match["lead"] or ""
    start = match.start() if lead and not is_name(lead) else match.start("number")  # a name stays as it is typed
    span = Span(start, match.end())
    if group := next((name for name in ("law", "letter") if match[name]), None):
        organ = organ_as_printed(text[match.start(group) : match.end(group)])
        type_ = "NQ" if organ.startswith("UBTV") and not year else ""
        whole = full_symbol(number, year, type_, organ) if year or group == "letter" else None
        return SpokenSymbol(span, _bare(number), (type_,), year, organ, whole)
    if group := next((name for name in ("printed", "party") if match[name]), None):
        typed, organ = re.split(_STROKE, text[match.start(group) : match.end(group)].translate(_DASHES), maxsplit=1)
        types, party = types_of(typed, sure=True), group == "party"
    else:
        organ = text[slice(*match.span("organ"))] if match["organ"] else ""
        types, party = types_of(text[slice(*match.span("type"))], sure=bool(organ)), False
        if match["type"] and is_name(match["type"]):
            return None  # "5 nghị quyết" are five of them
        if not organ and match["glue"].strip() not in ("-", "/") and (match["glue"] or not {*types} & _GLUED):
            return None
    return _named(form, span, number, year, types, organ, party=party)


_GLUED = {"NQ", "QĐ", "KH", "KL", "CTr", "NĐ", "QyĐ"}  # 57nq; others are units and brands: 5TB
_WITH_YEAR = {"NĐ", "TT", "TTLT"}  # these have the year in their symbols since 1997


def _named(
    form: str,
    span: Span,
    number: str,
    year: int | None,
    types: tuple[str, ...],
    typed_organ: str,
    *,
    party: bool = False,
) -> SpokenSymbol | None:
    if not types:
        return None
    organ = organ_as_printed(typed_organ) if typed_organ else None
    whole = None
    if organ and (year or types[0] not in _WITH_YEAR):
        whole = full_symbol(_bare(number), year, types[0], organ, party=party)
    return SpokenSymbol(span, _bare(number), types, year or _said_year(form, span.end), organ, whole)


def _of_type_first(text: str, form: str, match: re.Match[str]) -> SpokenSymbol | None:
    types = types_of(text[slice(*match.span("type"))], sure=bool(match["organ"] or match["year"]))
    words = match["words"] or match["word"]
    number = match["number"] or str(number_of_words(" ".join(words.split())))
    year = int(match["year"]) if match["year"] else None
    end, organ = match.end(), match["organ"] or match["after"]
    if match["after"] and (match["organ"] or _is_word(text, form, match)):
        end, organ = match.end("year") if year else match.end("number"), match["organ"]
    typed = text[slice(*match.span("type"))]
    if words and not is_name(typed):
        return None  # "da khong lam"
    if not (match["so"] or match["said"]):
        if words and re.search(r" nam$", words) and not re.search(r" (?:linh|le) nam$", words):
            return None  # "hai mươi năm", "kế hoạch năm năm" are periods
        if re.fullmatch(r"19[4-9]\d|20[0-6]\d", number):
            return None  # "kế hoạch 2025", "chương trình 2021-2025"
        if year and types[:1] and types[0] in _MONTHLY and int(re.sub(r"\D", "", number)) <= 12:
            return None
        if not (organ or year) and counts(text, end, typed, number):
            return None
    elif re.match(r"[.,]\d|\s?%", form[end:]):
        return None
    where = match.span("organ") if match["organ"] else match.span("after")
    return _named(form, Span(match.start(), end), number, year, types, text[slice(*where)] if organ else "")


_MONTHLY = {"BC", "KH", "CTr", "TB", "KL"}  # "báo cáo 12/2024" is the one of December


def _is_word(text: str, form: str, match: re.Match[str]) -> bool:
    """Whether what could be an organ is a word: "nghi quyet 57 tu nam 2021"."""
    typed = text[slice(*match.span("after"))]
    if form[match.start("after") - 1] != " " or typed.isupper():
        return False
    short = match["after"] in ("tu", "hu", "qu", "du")
    marked = typed.lower() not in (match["after"], organ_as_printed(typed).lower())
    return marked or (short and (is_name(match["type"]) or match.end("after") < len(text)))


_SAID_YEAR = re.compile(rf"(?:\s?\(\s?(?:nam )?|\snam |\s?[/-]\s?)(?P<year>{_YEAR})(?![\w%]|\s?-\s?\d|[.,/]\d)")
_FURTHER = re.compile(
    r"\s?(?:,|;|&|va(?=\s)|hoac(?=\s)|voi(?=\s))\s?(?:so )?(?P<number>\d{2,4})(?!\d)"
    r"(?=$|\s?[,;.?!)”’](?!\d)|\s(?:va|ve|cua|nam 20|ngay \d|la|co|do|nao|thi|trong|de)(?!\w))"
)


def _said_year(form: str, end: int) -> int | None:
    said = _SAID_YEAR.match(form, end)
    return int(said["year"]) if said else None


def _further(form: str, first: SpokenSymbol) -> Iterator[SpokenSymbol]:
    """ "nghị quyết 57, 59 và 68": the others."""
    end = first.span.end
    while (match := _FURTHER.match(form, end)) is not None and not re.fullmatch(_YEAR, match["number"]):
        yield SpokenSymbol(Span(*match.span("number")), _bare(match["number"]), first.types)
        end = match.end("number")
