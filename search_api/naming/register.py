"""The register of documents by number: which of them a spoken symbol may mean, and which of those the words beside it mean."""

import re
from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import replace
from functools import lru_cache

from corpus.catalogue.documents import DocumentInfo
from corpus.grammar.spoken_symbols import SpokenSymbol, find_spoken
from corpus.grammar.symbols import document_types
from corpus.text import folded, matching_form, one_line
from corpus.types import value

_LEVEL = re.compile(r"^(?:tinh|thanh pho|tp\.?|huyen|quan|thi xa|xa|phuong|dac khu|thi tran) ")
# How people call the bodies whose organs stand in symbols; the longer ones first.
_BODIES = {
    "uy ban thuong vu quoc hoi": "UBTVQH", "van phong chinh phu": "VPCP", "van phong trung uong": "VPTW", "dang doan quoc hoi": "ĐĐQH",
    "bo chinh tri": "TW", "ban bi thu": "TW", "trung uong": "TW", "chinh phu": "CP", "thu tuong": "TTg", "quoc hoi": "QH", "thanh uy": "TU",
    "tinh uy": "TU", "huyen uy": "HU", "quan uy": "QU", "uy ban nhan dan": "UBND", "ubnd": "UBND", "hoi dong nhan dan": "HĐND", "hdnd": "HĐND",
}  # fmt: skip
_BESIDE = re.compile(r"[\s,(]{0,3}(?:(?:cua|do|tai|o|thuoc|nam \d{4}|\d{4}\)?)\s)?")
_PUNCTUATION = re.compile(r"\W+")
_LONGEST_PLACE = 4  # words
_CLAUSE = re.compile(r"[^;?!:]{0,3}[^,;?!:]*")  # a bracket or a comma directly after the symbol still belongs to it
_LOCAL = {"TU", "HU", "QU", "ĐU", "UBND", "HĐND"}


@lru_cache(50_000)
def plain(text: str) -> str:
    """Words for comparing: no marks, no capitals, single spaces."""
    return folded(matching_form(one_line(text)))


_OF_WORDS = r"(?i:thành ủy|thành uỷ|tỉnh ủy|tỉnh uỷ|huyện ủy|huyện uỷ|ủy ban nhân dân|uỷ ban nhân dân|hội đồng nhân dân|ubnd|hđnd|tu|btv|ban thường vụ|tỉnh|thành phố|tp\.?|huyện|xã|phường|quận|thị xã)"
_CAPITALISED = r"[^\W\d_a-zà-ỹ][a-zà-ỹ]+"
_OF_PLACE = re.compile(
    rf"\s?(?i:của|cua|ở|tại)\s(?:{_OF_WORDS}\s){{0,3}}(?P<place>{_CAPITALISED}(?:\s{_CAPITALISED}){{1,3}})"
)


@value
class Beside:
    """What stands beside a spoken symbol. ``near``: up to the next one or the end of the clause; ``question``: all of it.

    ``place``: the name that "của" leads to, if it is printed as a name.
    """

    near: str
    question: str
    place: str = ""

    @classmethod
    def of(cls, near: str, question: str) -> "Beside":
        """``near`` and ``question`` as typed."""
        place = _OF_PLACE.match(near)
        return cls(_CLAUSE.match(plain(near[:120]))[0], plain(question), plain(place["place"]) if place else "")  # type: ignore[index]

    @property
    def organ(self) -> str | None:
        """The organ of the body that is named first thing after it."""
        rest = self.near[_BESIDE.match(self.near).end() :]  # type: ignore[union-attr]
        return next((organ for name, organ in _BODIES.items() if re.match(rf"{name}(?!\w)", rest)), None)


@value
class Held:
    """A document under a number. ``own``: the letterhead gives it; else the name of the file or the title does.

    ``place``: of a body of a province or below, else empty.
    """

    document_id: str
    spoken: SpokenSymbol
    own: bool
    issuer: str
    place: str
    issued: int | None

    @property
    def symbol(self) -> str | None:
        """Its symbol, where all of it is known."""
        return self.spoken.symbol

    def fits(self, said: SpokenSymbol, typed: str) -> bool:
        """Whether the words that were said can mean it: ``typed``."""
        mine = self.spoken
        if mine.number != said.number or not set(mine.types) & set(said.types):
            return False
        if said.organ and mine.organ and not f"{mine.organ}-".startswith(f"{said.organ}-"):
            return False
        if said.year and str(said.year) in typed:  # part of the symbol, not only said beside it
            return said.year == mine.year or (mine.year is None and self.issued in (said.year, None))
        return True

    def nearness(self, said: SpokenSymbol, beside: Beside) -> int:
        """How much of what stands beside the symbol speaks for this document."""
        score = 4 * _holds(beside.near, self.issuer)
        if (organ := beside.organ) and self.spoken.organ:
            score += 3 * self.spoken.organ.startswith(organ)
        score += 2 * (said.year is not None and said.year in (self.spoken.year, self.issued))
        return score + 2 * _holds(beside.near, self.place) + _holds(beside.question, self.place)


def _holds(text: str, words: str) -> bool:
    """Whether whole words stand in a text; both are as ``plain`` gives them."""
    return bool(words) and f" {words} " in f" {_PUNCTUATION.sub(' ', text)} "


def _named_among(text: str, places: Set[str]) -> set[str]:
    """The places that stand in a text."""
    words = _PUNCTUATION.sub(" ", text).split()
    runs = (" ".join(words[at : at + length]) for length in range(1, _LONGEST_PLACE + 1) for at in range(len(words)))
    return {run for run in runs if run in places}


class Register:
    """All documents by their numbers."""

    def __init__(self, documents: Sequence[DocumentInfo]) -> None:
        self._by_number: defaultdict[str, list[Held]] = defaultdict(list)
        for info in documents:
            if (held := _held(info)) is not None:
                self._by_number[held.spoken.number].append(held)
        self._numbered = {held.document_id for all_ in self._by_number.values() for held in all_ if held.own}
        self._places = {held.place for all_ in self._by_number.values() for held in all_ if held.place}
        self.newest = max((info.year or 0 for info in documents), default=0)

    def has_number(self, document_id: str) -> bool:
        """Whether a document's letterhead gives it a number of its own."""
        return document_id in self._numbered

    def meant(self, said: SpokenSymbol, typed: str, beside: Beside) -> list[Held]:
        """The documents that are meant: those for which most of what stands beside it speaks; own numbers first."""
        fitting = [held for held in self._by_number.get(said.number, ()) if held.fits(said, typed)]
        others = _named_among(beside.near[:40], self._places) | {beside.place} - {""}
        fitting = [
            h
            for h in fitting
            if not (others and h.place and h.own) or h.place in others or _holds(h.issuer, beside.place)
        ]
        scores = [held.nearness(said, beside) for held in fitting]
        best = max(scores, default=0)
        meant = [held for held, score in zip(fitting, scores, strict=True) if score == best]
        own = {held.symbol for held in meant if held.own and held.symbol}
        forms = [h for h in fitting if not h.own and h not in meant and (h.symbol in own or h.symbol is None)]
        return sorted([*meant, *forms], key=lambda held: not held.own)


def bears(info: DocumentInfo, said: SpokenSymbol) -> bool:
    """Whether a document has the number that was said, whatever stands beside it: of the same type, year and organ as far as these were said."""
    held = _held(info)
    return held is not None and held.fits(said, said.symbol or "")


def _held(info: DocumentInfo) -> Held | None:
    """A document's number: of the letterhead; of a document without, what its title or the name of its file begins with."""
    issuer, year = " ".join(_PUNCTUATION.sub(" ", plain(info.front.get("issuer", ""))).split()), info.year
    spoken, own = _number_of(info.front.get("symbol", ""), info.file_name, info.front.get("subject", ""))
    if spoken is None:
        return None
    place = " ".join(_PUNCTUATION.sub(" ", _LEVEL.sub("", plain(info.front.get("place", "")))).split())
    spoken = _of_type(spoken, plain(info.front.get("doc_type", "")))
    local = spoken.organ is not None and spoken.organ.split("-")[0] in _LOCAL
    return Held(info.id, spoken, own, issuer, place if local or _holds(issuer, place) else "", year)


_TYPES = {plain(name) for name in document_types().values()}


@lru_cache(50_000)  # the register is made anew with each change to some document
def _number_of(symbol: str, file_name: str, subject: str) -> tuple[SpokenSymbol | None, bool]:
    """The number of a document, and whether it is the letterhead's."""
    own = find_spoken(one_line(symbol))
    return (own[0], True) if own else (_begun_with(file_name, subject), False)


def _of_type(spoken: SpokenSymbol, name: str) -> SpokenSymbol:
    """A number that needs no type ("5/2030/QH15") is said with that of its document, too: "Nghị quyết 5"."""
    if spoken.types != ("",) or not name:
        return spoken
    return replace(spoken, types=("", *(short for short, long in document_types().items() if plain(long) == name)))


def _begun_with(file_name: str, subject: str) -> SpokenSymbol | None:
    for title in (re.sub(r"[-_.]+", " ", file_name.rsplit(".", 1)[0]), subject):
        words = one_line(title)
        first = next(iter(find_spoken(words)), None)
        if first is not None and (first.symbol or first.types != ("",)) and _opens(plain(words[: first.span.start])):
            return first
    return None


def _opens(before: str) -> bool:
    """Whether what stands before a number in a title only says that it is that document's."""
    bare = re.sub(
        r"^toan van(?!\w)|^phu luc(?: (?:\d{1,2}|[ivx]{1,4}))?(?!\w)|(?<!\w)(?:kem theo|so)(?!\w)|[:,(]", " ", before
    )
    return not bare.split() or " ".join(bare.split()) in _TYPES
