"""Points in time as a text names them, each under one key for all ways to write it: "31/12/2025" is 2025-12-31, "quý IV năm 2025" 2025-Q4."""

import re
from typing import NamedTuple

from corpus.text import matching_form
from corpus.types import Span


class Time(NamedTuple):
    """A point in time at its own grain; a period ("2021-2025") is one of its own."""

    span: Span
    key: str


_YEAR = r"(?:19|20)\d\d(?!\d|[.,]\d)"
_TIME = re.compile(
    rf"(?:ngày\s)?(?<![\d/.-])(?P<d1>\d{{1,2}})(?P<sep>[/.-])(?P<m1>\d{{1,2}})(?P=sep)(?P<y1>{_YEAR})"
    rf"|(?:ngày\s)?(?<![\d/.,])(?P<d2>\d{{1,2}})\stháng\s(?P<m2>\d{{1,2}})(?!\d)(?:(?:\snăm\s|\s?[,/-]\s?)(?P<y2>{_YEAR}))?"
    rf"|(?<!\w)quý\s(?P<q>iv|i{{1,3}}|0?[1-4])(?!\w)(?:(?:\s?[/-]\s?|,?\snăm\s|\s)(?P<y3>{_YEAR}))?"
    rf"|(?<!\w)tháng\s(?P<m4>\d{{1,2}})(?!\d)(?:(?:\s?[/.-]\s?|,?\snăm\s)(?P<y4>{_YEAR}))?"
    rf"|(?<![\d/.,-])(?P<m5>\d{{1,2}})/(?P<y5>{_YEAR})(?!/)"
    r"|ngày\s(?P<d6>\d{1,2})/(?P<m6>\d{1,2})(?![\d/])"
    rf"|(?:năm\s)?(?<![\d/.,-])(?P<y7>{_YEAR})\s?[-\u2010-\u2014]\s?(?P<to>{_YEAR})(?!/)"
    rf"|(?:năm\s)?(?<![\d/.,-])(?P<y8>{_YEAR})(?![/-]\w)"
)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def find_times(text: str) -> list[Time]:
    """All points in time, in order; ``text`` is NFC."""
    return [Time(Span(*match.span()), _key(match)) for match in _TIME.finditer(matching_form(text))]


def _key(match: re.Match[str]) -> str:
    def first(name: str) -> str:
        return next((g for n in range(1, 9) if (g := match.groupdict().get(f"{name}{n}")) is not None), "")

    year, month, day = first("y"), first("m"), first("d")
    if match["to"]:
        return f"{year}-{match['to']}"
    if quarter := match["q"]:
        return f"{year}-Q{_QUARTERS.get(quarter) or int(quarter)}"
    return "-".join([year, *(f"{int(part):02}" for part in (month, day) if part)])
