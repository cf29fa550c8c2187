"""The time that a question names, as days from and until: a year, half-year, quarter, month, day, or from one to another.

Times said from where the speaker stands ("quý này") have been read as dates before (corpus.grammar.relative_time).
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from corpus.types import Span
from search_api.asking.aggregates.unread import Unread
from search_api.asking.aggregates.wanted import Period

_YEAR = r"(?:19|20)\d\d"


def _of_year(name: str) -> str:
    return rf"(?: ?[/-] ?| nam | )(?P<{name}>{_YEAR})(?!\d)"


def _quarter_of(name: str) -> str:
    return rf"(?:quy |q)(?P<{name}>iv|i{{1,3}}|0?[1-4])(?!\w)"


def _month_of(name: str) -> str:
    return rf"(?:thang |t)(?P<{name}>1[0-2]|0?[1-9])(?!\w)"


def _day_of(name: str) -> str:
    return rf"(?:ngay )?(?<![\d/.])(?P<{name}>\d{{1,2}}[/.-]\d{{1,2}}[/.-]{_YEAR})(?!\d)"


_HOW = r"(?:(?P<how>(?:(?:cham nhat|muon nhat)(?: la)? )?(?:den truoc|truoc|den het|den cuoi|cho den|den|het|sau|ke tu|tu|trong|vao|cuoi|cua|o)(?: ngay)?) )?"
_TO = r"den (?:het )?"
_TIME = re.compile(
    rf"(?<!\w){_HOW}(?:"
    rf"{_day_of('day')}(?: {_TO}{_day_of('last_day')})?"
    rf"|{_quarter_of('quarter')}(?:{_of_year('y1')})?(?: {_TO}{_quarter_of('last_quarter')}(?:{_of_year('y2')})?)?"
    rf"|{_month_of('month')}(?:{_of_year('y3')})?(?: {_TO}{_month_of('last_month')}(?:{_of_year('y4')})?)?"
    rf"|(?P<count>[369]|sau|ba|chin) thang (?P<half>dau|cuoi) nam (?P<y5>{_YEAR})"
    rf"|(?:giai doan |nhiem ky |tu nam |thoi ky |nam )?(?<![\d/.-])(?P<y6>{_YEAR})(?: ?[-–] ?| den (?:nam )?)(?P<y7>{_YEAR})(?![\d/])"
    rf"|(?:nam )?(?<![\d/.-])(?P<y8>{_YEAR})(?![\d/]|[.,]\d)"
    r")(?: tro di)?"
)
_NOW_TO_END = re.compile(rf"(?<!\w)tu nay den (?:het |cuoi )*(?:nam )?(?P<year>{_YEAR})(?!\d)")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_NUMBERS = {"ba": 3, "sau": 6, "chin": 9}
_NAMES = ("I", "II", "III", "IV")


def period_of(unread: Unread, today: date) -> Period | None:
    """The time a question names, taken away from it; None where it names none, or more than one."""
    if (match := next(unread.find(_NOW_TO_END), None)) is not None:
        unread.take(Span(*match.span()))
        end = date(int(match["year"]), 12, 31)
        return Period(today, end, f"từ nay đến hết năm {match['year']}")
    found = list(unread.find(_TIME))
    if len(found) != 1:
        return None
    (match,) = found
    if (days := _days(match, today)) is None:
        return None
    unread.take(Span(*match.span()))
    return _directed(
        (match["how"] or "").split(), *days, fine=match["day"] is not None, onward=match[0].endswith("tro di")
    )


def _directed(how: list[str], start: date, end: date, words: str, *, fine: bool, onward: bool) -> Period:
    if onward or "sau" in how:
        return Period(
            end + timedelta(days=1) if "sau" in how else start, None, f"sau {words}" if "sau" in how else f"từ {words}"
        )
    if "truoc" in how:
        return Period(None, end if fine else start - timedelta(days=1), f"trước {words}")
    if "den" in how or "nhat" in how:
        return Period(None, end, f"đến hết {words}" if not fine else f"đến {words}")
    return Period(start, end, f"trong {words}" if not fine else f"vào {words}" if start == end else words)


def _days(match: re.Match[str], today: date) -> tuple[date, date, str] | None:
    """First and last day of a time, and its name; None for what is no date. A quarter or month without a year is of this year."""
    if match["day"]:
        first, last = _day(match["day"]), _day(match["last_day"] or match["day"])
        shown = f"ngày {first:%d/%m/%Y}" if first else ""
        return (
            (first, last, shown if first == last else f"từ {shown} đến ngày {last:%d/%m/%Y}")
            if first and last
            else None
        )
    if match["quarter"]:
        year = int(match["y1"] or match["y2"] or today.year)
        last_year = int(match["y2"] or year)
        one, other = _quarter(match["quarter"]), _quarter(match["last_quarter"] or match["quarter"])
        shown = f"quý {_NAMES[one - 1]}/{year}"
        further = f" đến quý {_NAMES[other - 1]}/{last_year}" if match["last_quarter"] else ""
        return date(year, 3 * one - 2, 1), _end(last_year, 3 * other), shown + further
    if match["month"]:
        year = int(match["y3"] or match["y4"] or today.year)
        last_year = int(match["y4"] or year)
        one, other = int(match["month"]), int(match["last_month"] or match["month"])
        further = f" đến tháng {other}/{last_year}" if match["last_month"] else ""
        return date(year, one, 1), _end(last_year, other), f"tháng {one}/{year}{further}"
    return _years(match)


def _years(match: re.Match[str]) -> tuple[date, date, str]:
    if match["half"]:
        count = int(match["count"]) if match["count"].isdigit() else _NUMBERS[match["count"]]
        year, first = int(match["y5"]), match["half"] == "dau"
        start = date(year, 1, 1) if first else date(year, 13 - count, 1)
        return start, _end(year, count if first else 12), f"{count} tháng {'đầu' if first else 'cuối'} năm {year}"
    if match["y6"]:
        return date(int(match["y6"]), 1, 1), date(int(match["y7"]), 12, 31), f"giai đoạn {match['y6']}-{match['y7']}"
    year = int(match["y8"])
    return date(year, 1, 1), date(year, 12, 31), f"năm {year}"


def _quarter(written: str) -> int:
    return _ROMAN[written] if written in _ROMAN else int(written)


def _end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _day(written: str) -> date | None:
    day, month, year = map(int, re.split(r"[/.-]", written))
    try:
        return date(year, month, day)
    except ValueError:
        return None
