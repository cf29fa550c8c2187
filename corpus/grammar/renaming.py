"""Bodies that were renamed, merged or ended: today's name of a body as printed, and the names it had.

``renamed.tsv`` says what became what, from which day, and by which document. What is printed is never rewritten: today's name stands beside it.
"""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from corpus.grammar.abbreviations import expanded, loose
from corpus.grammar.bodies import display_name
from corpus.text import matching_form, mended, one_line
from corpus.types import Span


class Renaming(NamedTuple):
    """One change. ``today``: the name after it, "" where the body ended; ``parts``: duties that went to others."""

    former: str
    today: str
    since: date
    source: str
    parts: str = ""


# Names that are kept as they are, in the spelling in which they are shown.
_PLAIN_NAMES = (
    "Ủy ban nhân dân", "Hội đồng nhân dân", "Ủy ban Mặt trận Tổ quốc", "Mặt trận Tổ quốc Việt Nam", "Thủ tướng Chính phủ", "Văn phòng Chính phủ",
    "Văn phòng Quốc hội", "Ủy ban Thường vụ Quốc hội", "Quốc hội", "Chính phủ", "Bộ Chính trị", "Ban Bí thư", "Ban Chấp hành Trung ương",
    "Ban Chấp hành", "Ban Thường vụ", "Ban Chỉ đạo", "Ban Tổ chức", "Ban Nội chính", "Ban Quản lý", "Văn phòng", "Tỉnh ủy", "Thành ủy", "Đảng ủy",
    "Ngân hàng Nhà nước Việt Nam", "Ngân hàng Nhà nước", "Kiểm toán Nhà nước", "Thanh tra Chính phủ", "Bảo hiểm xã hội", "Trung ương",
    "Thành phố Hồ Chí Minh", "Thông tấn xã Việt Nam", "Đài Truyền hình Việt Nam", "Đài Tiếng nói Việt Nam", "Việt Nam",
)  # fmt: skip
# What may not follow, lest another body of a like name is meant: the councils' and the associations' own boards.
_NOT_BEFORE: Mapping[str, str] = {
    "Ban Dân tộc": r" (?:của )?(?:hội đồng nhân dân|hđnd|và tôn giáo)",
    "Ban Tuyên giáo": r"(?: trung ương)? (?:và dân vận|đoàn|hội|liên đoàn|công đoàn)",
    "Ban Dân vận": r"(?: trung ương)? (?:đoàn|hội)",
    "Đảng đoàn": r" quốc hội",
    "Ban cán sự đảng": r" chính phủ",
    "Bộ Công nghiệp": r" \w",
}
_CASED_PLACE = re.compile(
    r" (?:(?P<city>TP\.?|Thành phố)|Tỉnh|Huyện|Quận|Xã|Phường|Thị xã|Đặc khu)(?!\w| ?(?:ủy|uỷ|đoàn))"
)


@cache
def renamings() -> tuple[Renaming, ...]:
    """All changes that are known, in order of their days."""
    rows = files("corpus.grammar").joinpath("renamed.tsv").read_text("utf-8").splitlines()
    cells = (row.split("\t") for row in rows if not row.startswith("#"))
    found = (Renaming(former, today, date.fromisoformat(since), *rest) for former, today, since, *rest in cells)
    return tuple(sorted(found, key=lambda r: r.since))


def today_name(printed: str, on: date | None = None) -> str:
    """The name that a body as printed has on a day, or by the last change known; its place and office stay with it.

    Abbreviations, spelling and capitals are made one: "Bộ KHCN", "BỘ KHOA HỌC & CÔNG NGHỆ" → "Bộ Khoa học và Công nghệ". A body that ended
    without one successor keeps its last name.
    """
    name = tidy_name(printed)
    for renaming in renamings():
        if renaming.today and (on is None or renaming.since <= on):
            name = _replaced(name, renaming.former, renaming.today)
    return name


def former_names(name: str) -> tuple[str, ...]:
    """The names that bodies had that are now the named one, or part of it; the latest changes first."""
    found: dict[str, None] = {}
    names = [tidy_name(name)]
    for renaming in reversed(renamings()):
        for later in list(names):
            former = _replaced(later, renaming.today, renaming.former) if renaming.today else later
            if former != later and former not in found:
                found[former] = None
                names.append(former)
    return tuple(found)


def ended(name: str, on: date | None = None) -> Renaming | None:
    """The change by which a body ended without a successor, if it did (by the given day): districts, for instance."""
    tidy = tidy_name(name)
    for renaming in renamings():
        past = on is None or renaming.since <= on
        if not renaming.today and past and _pattern(renaming.former).search(matching_form(tidy)):
            return renaming
    return None


@lru_cache(4096)
def tidy_name(printed: str) -> str:
    """A name in ordinary letters and one spelling, without abbreviations; what is unknown of it stays as printed."""
    plain = one_line(mended(printed)).strip(" .,;:")
    name = expanded(plain, every=True)
    if plain == plain.lower() or plain == plain.upper():
        name = display_name(name.upper())
    name = _CASED_PLACE.sub(lambda m: " thành phố" if m["city"] else m[0].lower(), name)
    for known in _known_names():
        name = _replaced(name, known, known)
    return name


@cache
def _known_names() -> tuple[str, ...]:
    rows = files("corpus.grammar").joinpath("fields.tsv").read_text("utf-8").splitlines()
    fields = (row.split("\t") for row in rows if not row.startswith("#"))
    bodies = {
        f"{head} {field}" for field, kinds in fields for head, kind in (("Bộ", "B"), ("Sở", "S")) if kind in kinds
    }
    changed = {name for r in renamings() for name in (r.former, r.today) if name}
    return tuple(sorted({*_PLAIN_NAMES, *bodies, *changed}, key=lambda name: (len(name), name)))


def _replaced(name: str, old: str, new: str) -> str:
    match = _pattern(old).search(matching_form(name))
    if match:
        name = name[: match.start()] + new + name[match.end() :]
    return name[:1].upper() + name[1:]


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_guarded(name)}")


def _guarded(name: str) -> str:
    without = f"(?!{matching_form(_NOT_BEFORE[name])})" if name in _NOT_BEFORE else ""
    return rf"{loose(name)}(?!\w){without}"


class OtherNames(NamedTuple):
    """A body in a text and the names it has or had besides."""

    span: Span
    others: tuple[str, ...]


def find_renamed(text: str) -> list[OtherNames]:
    """Bodies in an NFC text that have or had other names, none over another; places that were merged are not looked at."""
    pattern, others = _bodies_with_other_names()
    return [
        OtherNames(Span(*match.span()), others[match.lastindex - 1])
        for match in pattern.finditer(matching_form(mended(text)))
        if match.lastindex
    ]


@cache
def _bodies_with_other_names() -> tuple[re.Pattern[str], tuple[tuple[str, ...], ...]]:
    changes = [r for r in renamings() if r.today and r.former[0].isupper()]
    names = sorted({name for r in changes for name in (r.former, r.today)}, key=lambda name: (-len(name), name))
    others = tuple(
        tuple(dict.fromkeys(n for n in (today_name(name), *former_names(name)) if n != name)) for name in names
    )
    alternatives = "|".join(f"({_guarded(name)})" for name in names)
    return re.compile(rf"(?<!\w)(?:{alternatives})"), others
