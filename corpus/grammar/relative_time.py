"""Times said from where the speaker stands ("năm nay", "quý tới", "nhiệm kỳ này") → the days they mean. The clock is handed in.

Terms: of the Party 2025-2030, of the National Assembly and the People's Councils 2026-2031. Documents name the Party's three times as
often, so it is meant unless an elected body is named.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from corpus.grammar.dates import find_years
from corpus.text import folded, matching_form
from corpus.types import Span


class RelativeTime(NamedTuple):
    """A time in words, ``read`` as it is shown with its dates; both days are part of it."""

    span: Span
    read: str
    start: date
    end: date


_PARTY_TERM, _STATE_TERM = (2025, 7), (2026, 4)  # when one of them begins: year, month; each lasts five years
_ELECTED = re.compile(r"quoc hoi|hoi dong nhan dan|hdnd|dai bieu|uy ban nhan dan|ubnd|chinh phu")
_ROMAN = ("I", "II", "III", "IV")
_DAY = "%d/%m/%Y"


def _said(words: str) -> str:
    """A pattern for words typed with all their marks or with none; a syllable with other marks is another word."""
    return " ".join(
        f"(?:{word}|{folded(word)})" if word.isalpha() and folded(word) != word else word for word in words.split()
    )


def _any(*forms: str) -> str:
    return "|".join(map(_said, forms))


_NOW = _any("này", "hiện tại", "hiện nay")
# "báo cáo năm trước ngày nào": what follows makes a term of it, and no year before this one.
_NO_TERM = rf"(?! (?:{_any('ngày', 'tháng', 'quý', 'khi', 'lúc')})(?!\w))"
_NEXT = rf"(?:{_any('tới', 'sau', 'kế tiếp', 'tiếp theo')}){_NO_TERM}"
_LAST = rf"(?:{_any('trước', 'vừa qua', 'vừa rồi')}){_NO_TERM}"
_NO_YEAR = r"(?! ?(?:\d|/))"
_PATTERNS = {
    "year": rf"{_said('năm')} (?:(?P<year_now>{_any('nay', 'hiện tại')})|(?P<year_next>{_NEXT})|(?P<year_last>{_any('ngoái')}|{_LAST}))",
    "coming": rf"{_said('sang năm')}{_NO_YEAR}",
    "quarter": rf"{_said('quý')} (?:(?P<quarter_now>{_NOW})|(?P<quarter_next>{_NEXT})|(?P<quarter_last>{_LAST}))",
    "month": rf"{_said('tháng')} (?:(?P<month_now>{_NOW})|(?P<month_next>{_NEXT})|(?P<month_last>{_LAST}))",
    "week": rf"{_said('tuần')} (?:(?P<week_now>{_NOW})|(?P<week_next>{_NEXT})|(?P<week_last>{_LAST}))",
    "term": rf"{_said('nhiệm kỳ')} (?:(?P<term_now>{_NOW})|(?P<term_next>{_NEXT})|(?P<term_last>{_LAST}))",
    "half": rf"(?P<months>[369]|{_any('sáu', 'ba', 'chín')}) {_said('tháng')} (?:(?P<first>{_said('đầu')})|{_said('cuối')}) {_said('năm')}(?: nay)?{_NO_YEAR}",
    "rest": rf"{_said('từ nay đến')} (?:{_any('cuối', 'hết')}) {_said('năm')}(?: nay)?{_NO_YEAR}",
    "today": _any("hôm nay", "ngày hôm nay"),
    "tomorrow": _any("ngày mai"),
    "yesterday": _any("hôm qua", "ngày hôm qua"),
}  # fmt: skip
_WORDS = re.compile(
    rf"(?<![^\W_])(?:{'|'.join(f'(?P<{name}>{p})' for name, p in sorted(_PATTERNS.items()))})(?![^\W_])"
)
# "5 năm tới", "những năm sau": so many years, not one.
_COUNTED = re.compile(r"(?:\d|(?<!\w)(?:nhung|cac|nhieu|vai|may|moi|tung|hai|ba|bon|muoi|hang|giai doan)) ?$")
_COMPARED = re.compile(r"(?:cung ky|so voi) ?$")
# "nộp chậm nhất ngày mấy tháng sau": of a duty that comes back, the month behind each of its months.
_DAY_OF = re.compile(r"(?:ngay|tuan|thang) (?:may|nao|bao nhieu|bn) (?:(?:cua|trong) )?$")
_RELATIVE_TO_WHAT_IS_NAMED = re.compile(r"(?:sau|truoc|ke tiep|tiep theo)$")
_MONTHS = {"ba": 3, "sau": 6, "chin": 9}


def find_relative_time(text: str, today: date) -> list[RelativeTime]:
    """Times in an NFC text that depend on the day it is said, with or without marks, in order.

    "năm trước", "quý sau" beside a year that is named count from that year, not from today, and are left alone.
    """
    form = matching_form(text)
    named = bool(find_years(text))
    found = []
    for match in _WORDS.finditer(form):
        plain = folded(match[0])
        before = folded(form[max(0, match.start() - 24) : match.start()])
        elsewhere = _RELATIVE_TO_WHAT_IS_NAMED.search(plain) and (
            named or _COMPARED.search(before) or _DAY_OF.search(before)
        )
        if elsewhere or (_COUNTED.search(before) and not match["half"]):
            continue
        read, start, end = _meant(match, form, today)
        found.append(RelativeTime(Span(*match.span()), read, start, end))
    return found


def _meant(match: re.Match[str], form: str, today: date) -> tuple[str, date, date]:
    for kind, of_kind in _KINDS.items():
        if match[kind]:
            return of_kind(today, _step(match, kind))
    if match["coming"]:
        return _year(today, 1)
    if match["term"]:
        begins = _STATE_TERM if _ELECTED.search(folded(form)) else _PARTY_TERM
        return _term(today, _step(match, "term"), begins)
    if match["half"]:
        return _months_of_year(match, today)
    if match["rest"]:
        return f"từ nay đến cuối năm {today.year}", today, date(today.year, 12, 31)
    day = today + timedelta(days=1 if match["tomorrow"] else -1 if match["yesterday"] else 0)
    return f"ngày {day:{_DAY}}", day, day


def _step(match: re.Match[str], kind: str) -> int:
    return 1 if match[f"{kind}_next"] else -1 if match[f"{kind}_last"] else 0


def _year(today: date, step: int) -> tuple[str, date, date]:
    year = today.year + step
    return f"năm {year}", date(year, 1, 1), date(year, 12, 31)


def _quarter(today: date, step: int) -> tuple[str, date, date]:
    year, quarter = divmod(today.year * 4 + (today.month - 1) // 3 + step, 4)
    return f"quý {_ROMAN[quarter]}/{year}", date(year, 3 * quarter + 1, 1), _last_day(year, 3 * quarter + 3)


def _month(today: date, step: int) -> tuple[str, date, date]:
    year, month = divmod(today.year * 12 + today.month - 1 + step, 12)
    return f"tháng {month + 1}/{year}", date(year, month + 1, 1), _last_day(year, month + 1)


def _week(today: date, step: int) -> tuple[str, date, date]:
    monday = today + timedelta(days=7 * step - today.weekday())
    sunday = monday + timedelta(days=6)
    return f"từ ngày {monday:{_DAY}} đến ngày {sunday:{_DAY}}", monday, sunday


def _term(today: date, step: int, begins: tuple[int, int]) -> tuple[str, date, date]:
    year, month = begins
    begun = today.year if today.month >= month else today.year - 1
    first = year + (begun - year) // 5 * 5 + 5 * step
    return f"nhiệm kỳ {first}-{first + 5}", date(first, 1, 1), date(first + 5, 12, 31)


def _months_of_year(match: re.Match[str], today: date) -> tuple[str, date, date]:
    written = match["months"]
    count = int(written) if written.isdigit() else _MONTHS[folded(written)]
    if match["first"]:
        return f"{count} tháng đầu năm {today.year}", date(today.year, 1, 1), _last_day(today.year, count)
    return f"{count} tháng cuối năm {today.year}", date(today.year, 13 - count, 1), date(today.year, 12, 31)


def _last_day(year: int, month: int) -> date:
    return (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


_KINDS: dict[str, Callable[[date, int], tuple[str, date, date]]] = {
    "year": _year, "quarter": _quarter, "month": _month, "week": _week,
}  # fmt: skip
