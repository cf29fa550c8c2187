"""Types and organs as people type them beside a document's number: names and abbreviations, marked or not."""

import re
from functools import cache

from corpus.grammar.symbols import document_types, organs
from corpus.text import folded, matching_form, one_line

# What symbols have otherwise than types.tsv says: laws and letters of State bodies have no type in their symbols.
_OTHERWISE = {
    "quy định": ("QyĐ", "QĐi", "QĐ"),
    "chương trình": ("CTr", "CTHĐ", "CTrHĐ"),
    "chương trình hành động": ("CTrHĐ", "CTHĐ", "CTr"),
    "kế hoạch hành động": ("KH",),
    "thông tư": ("TT",),
    "thông báo kết luận": ("TB", "KL"),
    "kết luận": ("KL", "TB"),
    "công văn": ("CV", ""),
    "luật": ("", "L"),
    "bộ luật": ("",),
    "chỉ thị": ("CT",),
}
_ALSO = {"ct": ("CT", "CTr"), "cv": ("CV", "")}  # what an abbreviation may be meant for
# Options, contracts and minutes are counted, not named: "phương án 2"; "TTg" ends symbols.
_UNNAMED = {"phương án", "dự án", "hợp đồng", "biên bản", "giấy mời", "thông cáo"}
_UNTYPED = {"TTg", "L", "PL", "PA", "DA", "HĐ", "BB", "GM", "TC"}
_IN_CAPITALS = {
    "tt",
    "cd",
    "da",
}  # in small letters these are other words ("tối đa 2"), or abbreviations of other things
_NAMES = {**document_types(), "TT": "thông tư"}  # of State bodies: those of the Party have no year
PARTY_CENTRE = "TW"


def _plain(name: str) -> str:
    return folded(matching_form(name))


@cache
def _types() -> dict[str, tuple[str, ...]]:
    """Name or abbreviation without marks → abbreviations in symbols, likeliest first."""
    found: dict[str, tuple[str, ...]] = {}
    for abbreviation, name in document_types().items():
        if abbreviation not in _UNTYPED:
            key = _plain(abbreviation)
            found[key] = (*found.get(key, ()), abbreviation)
        if name not in _UNNAMED:
            found[_plain(name)] = (*found.get(_plain(name), ()), abbreviation)
    return found | {_plain(name): types for name, types in _OTHERWISE.items()} | _ALSO


def type_pattern() -> str:
    """A pattern for types of documents, in text without marks and capitals."""
    names = (re.escape(name).replace(r"\ ", r"\s{1,3}") for name in sorted(_types(), key=len, reverse=True))
    return f"(?:{'|'.join(names)})"


def is_name(typed: str) -> bool:
    """Whether a typed type is a name, not an abbreviation."""
    return " " in one_line(typed) or _plain(typed) == _plain("luật")


def types_of(typed: str, *, sure: bool = False) -> tuple[str, ...]:
    """The abbreviations that a typed type may stand for: "nghi quyet" and "nq" for NQ. None for a word that only looks like one ("đã").

    ``sure``: what stands beside it leaves no doubt that it is one.
    """
    name = one_line(typed)
    plain, lower = _plain(name), name.lower()
    types = _types().get(plain, ())
    if is_name(name):
        return types
    if plain in _IN_CAPITALS and not sure and not name[:2].isupper():
        return ()
    if lower == plain or plain in _ALSO:
        return types
    return tuple(type_ for type_ in types if lower == type_.lower())


def name_of(typed: str, type_: str) -> str:
    """The name of a type: the one with which ``typed`` begins, else the one that ``type_`` abbreviates; "" where neither says one."""
    plain = " ".join(_plain(typed).split())
    begun = [name for name in (*document_types().values(), *_OTHERWISE) if plain.startswith(f"{_plain(name)} ")]
    return max(begun, key=len, default=_NAMES.get(type_, ""))


@cache
def _organs() -> dict[str, str]:
    return {_plain(organ): organ for organ in organs()}


def organ_pattern() -> str:
    """A pattern for organs that may stand without a stroke before them, in text without marks and capitals."""
    names = "|".join(sorted((name for name in _organs() if name != "qh"), key=len, reverse=True))
    return rf"(?:t\.u|{names}|(?:ubtv|dd)?qh\d{{1,2}})"


_ASSEMBLY = re.compile(r"(ubtv|dd)?qh(\d{1,2})")


def organ_as_printed(typed: str) -> str:
    """ "ubnd" → "UBND", "hđnd" → "HĐND", "ttg" → "TTg", "T.Ư" → "TW"; of others the capitals."""
    compact = re.sub(r"\s", "", typed)
    if compact.upper() in ("TƯ", "T.Ư", "T.W", "T.U"):
        return PARTY_CENTRE
    head, dash, rest = re.sub(r"[\u2010-\u2014]", "-", compact).partition("-")
    plain = _plain(head)
    if plain in _organs():
        head = _organs()[plain]
    elif match := _ASSEMBLY.fullmatch(plain):
        head = {"ubtv": "UBTV", "dd": "ĐĐ", None: ""}[match[1]] + "QH" + match[2]
    elif head.islower():
        head = head.upper()
    return head + dash + (rest.upper() if rest.islower() else rest)
