"""Deadlines: where running text says until when something is to be done, and the last day that such words allow.

"Quý II/2025" ends on 30 June 2025, "tháng 12/2025" on the 31st, "2025-2026" with 2026; "hằng năm", "thường xuyên", "sau khi … ban hành",
"từ năm 2026" have no last day. Forms: Nghị định 30/2020/NĐ-CP writes dates out, task tables shorten them.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from corpus.types import Span

_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4, "01": 1, "02": 2, "03": 3, "04": 4}
_DASH = r"\s?[-\u2010-\u2014]\s?"
_YEAR = r"(?:19|20)\d\d(?!\d)"
_OF_YEAR = rf"(?:\s?[/.-]\s?|,?\s+năm\s+|\s+)(?P<{{}}>{_YEAR})"
# A point in time at its own grain. The year may be missing where a day, month or quarter is named.
_POINT = re.compile(
    rf"(?:ngày\s+)?(?<![\d/.-])(?P<d1>\d{{1,2}})\s?(?P<sep>[/.-])\s?(?P<m1>\d{{1,2}})\s?(?P=sep)\s?(?P<y1>{_YEAR})"
    rf"|(?:ngày\s+)?(?<!\d)(?P<d2>\d{{1,2}})\s+tháng\s+(?P<m2>\d{{1,2}})(?!\d)(?:{_OF_YEAR.format('y2')})?"
    rf"|quý\s+(?:(?:iv|i{{1,3}}|[1-4])\s?(?:[,-]|và)\s?){{0,3}}(?P<q>(?a:iv|i{{1,3}})|0?[1-4])(?!\w)(?:{_OF_YEAR.format('y3')})?"
    rf"|(?:tháng|t)\s?(?P<m4>\d{{1,2}})(?![\d/.-]?\d)(?:{_OF_YEAR.format('y4')})?"
    rf"|(?:tháng\s+|t)?(?<![\d/.])(?P<m5>\d{{1,2}})\s?[/-]\s?(?P<y5>{_YEAR})"
    rf"|(?:ngày\s+)?(?<![\d/.-])(?P<d6>\d{{1,2}})/(?P<m6>\d{{1,2}})(?![\d/])"
    rf"|(?P<half>6|06|sáu)\s+tháng\s+(?P<which>đầu|cuối)\s+năm(?:\s+(?P<y7>{_YEAR}))?"
    rf"|(?<![\d/.,-])(?:{_YEAR}{_DASH})?(?P<y8>{_YEAR})(?![/.,]\d)",
    re.IGNORECASE,
)
_OPEN = re.compile(r"(?:những|các) năm (?:tiếp theo|sau|kế tiếp)|trở đi|năm tiếp theo", re.IGNORECASE)
_STARTS = re.compile(r"(?:^|\s)(?:từ|bắt đầu|sau|kể từ)(?:\s+[^\W\d]+){0,4}\s*$", re.IGNORECASE)
_BEFORE = re.compile(r"trước\s+(?:năm\s+)?$", re.IGNORECASE)
_REPEATED = re.compile(
    r"(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm)|định kỳ|thường xuyên|thường niên", re.IGNORECASE
)
_SCHOOL_YEAR = re.compile(r"năm học\s+$", re.IGNORECASE)
_EARLY = re.compile(r"(?:đầu|giữa)\s+(?:năm|quý|tháng)?\s*$", re.IGNORECASE)


def last_day(written: str, issued_on: date | None = None) -> date | None:
    """The last day that a deadline allows, None where it names none.

    "Trước ngày 15/11" is that day; "trước tháng 6/2025" is 31 May. A day, month or quarter without a year is the next one after
    ``issued_on``, the date of the document; without it there is no last day. Of several points in time the latest counts.
    """
    text = written[:600]
    if _OPEN.search(text):
        return None
    points = list(_POINT.finditer(text))
    if any(_year(match) for match in points):
        points = [match for match in points if _year(match)]  # "Quý I, II/2025"
    days = [day for match in points if (day := _end(text, match, issued_on)) is not None]
    return max(days, default=None)


def _year(match: re.Match[str]) -> int | None:
    return next((int(match[f"y{n}"]) for n in (1, 2, 3, 4, 5, 7, 8) if match[f"y{n}"]), None)


def _end(text: str, match: re.Match[str], issued_on: date | None) -> date | None:
    before = text[max(0, match.start() - 40) : match.start()]
    if _STARTS.search(before) or _EARLY.search(before):
        return None
    year = _year(match)
    if year is None:
        if issued_on is None or _REPEATED.search(text):
            return None
        this = _last_of(match, issued_on.year)
        return this if this is None or this >= issued_on else _last_of(match, issued_on.year + 1)
    if match["y8"] and _SCHOOL_YEAR.search(before):
        return date(year, 5, 31)  # school years end before 31 May
    end = _last_of(match, year)
    coarse = not (match["d1"] or match["d2"])
    if end is not None and coarse and _BEFORE.search(before):
        first = date(year, 1, 1) if match["y8"] else _first_of(match, year)
        return first - timedelta(days=1)
    return end


def _month(match: re.Match[str]) -> int | None:
    return next((int(match[f"m{n}"]) for n in (1, 2, 4, 5, 6) if match[f"m{n}"]), None)


def _first_of(match: re.Match[str], year: int) -> date:
    month = _month(match) or (3 * _QUARTERS[match["q"].lower()] - 2 if match["q"] else 1)
    return date(year, month, 1)


def _last_of(match: re.Match[str], year: int) -> date | None:
    """The last day of a point in time of a given year; None for what is no date (31 February)."""
    day = next((int(match[f"d{n}"]) for n in (1, 2, 6) if match[f"d{n}"]), None)
    month = _month(match)
    if match["q"]:
        month = 3 * _QUARTERS[match["q"].lower()]
    elif match["half"]:
        month = 6 if match["which"].lower() == "đầu" else 12
    elif month is None:
        month = 12
    if not 1 <= month <= 12:
        return None
    last = monthrange(year, month)[1]
    return None if day is not None and not 1 <= day <= last else date(year, month, day or last)


_TIME = (
    rf"(?:ngày\s+\d{{1,2}}(?:\s+tháng\s+\d{{1,2}}|\s?[/.-]\s?\d{{1,2}})(?:(?:\s+năm\s+|\s?[/.-]\s?){_YEAR})?|\d{{1,2}}/\d{{1,2}}/{_YEAR}"
    rf"|(?:(?:đầu|giữa|cuối)\s+)?(?:tháng|quý)\s+(?:\d{{1,2}}|i{{1,3}}|iv)(?!\w)(?:(?:\s+năm\s+|\s?[/-]\s?){_YEAR})?|(?:cuối |đầu |giữa )?năm\s+{_YEAR}|\d{{1,2}}/\d{{1,2}}(?!\d|/)|\d{{1,2}}/{_YEAR}|(?:tháng|quý|năm)(?: này| nay))"
)
_EACH = r"(?:(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm)|6 tháng|06 tháng)"
_ANOTHER_DAY = rf"(?:(?:,|\s+và|,\s+và)\s+(?:trước\s+)?ngày\s+\d{{1,2}}(?:\s?/\s?|\s+tháng\s+)\d{{1,2}}(?![\d/])(?:(?:\s+năm\s+|\s?[/.-]\s?){_YEAR})?){{1,3}}"
_RUNNING = re.compile(
    rf"(?<!\w)(?:(?:(?:hoàn thành|xong|chậm nhất|muộn nhất)\s+(?:là\s+|vào\s+|đến\s+|đến hết\s+|trước\s+|trong\s+)?|trước\s+|trong\s+|đến hết\s+|vào\s+(?!năm)|ngay trong\s+){_TIME}(?:\s+(?:và\s+)?{_EACH}|{_ANOTHER_DAY})?"
    r"|(?:(?:định kỳ|trước|vào)\s+)?ngày\s+\d{1,2}\s+(?:hằng|hàng)\s+(?:tháng|quý)"
    rf"|định kỳ(?:,)?(?:\s+{_EACH}|\s+\d+ (?:tháng|năm))(?:\s?\(?,?\s?trước\s+{_TIME}\)?)?|{_EACH}(?=\s*[.;,)/]|\s*$|\s+(?:theo|để|báo cáo|gửi|tổng hợp|hoặc|và)(?!\w))|(?:nhiệm vụ\s+)?thường xuyên(?=\s*[.;]|\s*$))",
    re.IGNORECASE,
)


_YEAR_ONLY = re.compile(rf"[^\W\d]+(?: hết)? (?:cuối )?năm {_YEAR}", re.IGNORECASE)
_OF_AIM = re.compile(r"\d\s?(?:%|[^\W\d])[^.;,]{0,30}$")  # a figure: the year behind it is that of what a task aims at
_NEAR = 45  # characters before a year in which its figure stands
_EVERY_HALF_YEAR = re.compile(r"định kỳ 0?6 tháng$", re.IGNORECASE)


def repeats(text: str) -> bool:
    """Whether something is to be done again and again: a day without a year is then none in particular."""
    return _REPEATED.search(text) is not None


def find_deadline(text: str, start: int = 0, end: int | None = None) -> Span | None:
    """Where a stretch of running text says until when or how often: a day, month or year before anything that only repeats."""
    repeated: Span | None = None
    coarse: Span | None = None
    for match in _RUNNING.finditer(text, start, len(text) if end is None else end):
        if re.search(r"\d", match[0]) and not _EVERY_HALF_YEAR.match(match[0]):
            if (
                coarse is None
                and _OF_AIM.search(text, max(start, match.start() - _NEAR), match.start())
                and _YEAR_ONLY.fullmatch(match[0])
            ):
                coarse = Span(*match.span())  # "đạt 30% trong năm 2026, báo cáo trước ngày 15/12/2025"
                continue
            return _without_verb(text, match)
        repeated = repeated or Span(*match.span())
    return coarse or repeated


def _without_verb(text: str, match: re.Match[str]) -> Span:
    verb = re.match(r"(?:hoàn thành|xong)\s+(?=\w)", text[match.start() : match.end()], re.IGNORECASE)
    return Span(match.start() + (verb.end() if verb else 0), match.end())


_WITHIN = re.compile(
    r"(?<!\w)(?:(?:trong|chậm nhất|sau|không quá)\s+(?:là\s+|sau\s+)?)?(?:(?:thời hạn|thời gian|vòng)\s+)?(?:không quá\s+|tối đa\s+)?(?<![\d.,/])\d{1,3}(?:\s?\([^()]{1,20}\))?\s+(?:ngày|giờ|tháng)(?!\s+\d)(?:\s+làm việc)?(?:,?\s+(?:kể\s+|tính\s+)?(?:từ|sau)\s+(?:ngày|khi|thời điểm))?",
    re.IGNORECASE,
)


def find_term(text: str, start: int = 0, end: int | None = None) -> Span | None:
    """A deadline in running text, else how long something may take: "trong thời hạn 10 ngày kể từ ngày"."""
    if (found := find_deadline(text, start, end)) is not None and re.search(r"\d", found.of(text)):
        return found
    within = _WITHIN.search(text, start, len(text) if end is None else end)
    return Span(*within.span()) if within and " " in within[0].strip() and not within[0][0].isdigit() else found
