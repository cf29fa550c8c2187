"""Dates as administrative documents write them."""

import re
from datetime import date
from typing import NamedTuple

from corpus.types import Span


class DateMention(NamedTuple):
    """A whole date in a text."""

    span: Span
    date: date


# "ngày 22 tháng 12 năm 2024", "22 tháng 12, 2024"; "22/12/2024", "22-12-2024", "22.12.2024"
_WORDS = r"(?:ngày\s+)?(?<!\d)(?P<d1>\d{1,2})\s+tháng\s+(?P<m1>\d{1,2})(?:\s+năm\s+|\s*[,/]\s*)(?P<y1>\d{4})(?!\d)"
_FIGURES = r"(?:ngày\s+)?(?<![\d/.-])(?P<d2>\d{1,2})(?P<sep>[/.-])(?P<m2>\d{1,2})(?P=sep)(?P<y2>\d{4})(?![\d/])"
_DATE = re.compile(rf"{_WORDS}|{_FIGURES}", re.IGNORECASE)


def find_dates(text: str) -> list[DateMention]:
    """Whole dates, in order; "ngày 31 tháng 2" is no date."""
    found = []
    for match in _DATE.finditer(text):
        day, month, year = (int(match[f"{k}1"] or match[f"{k}2"]) for k in "dmy")
        try:
            found.append(DateMention(Span(*match.span()), date(year, month, day)))
        except ValueError:
            continue
    return found


def find_years(text: str) -> list[int]:
    """Years that are written out (2025), also the two ends of a period (2021-2025)."""
    return [int(match[0]) for match in re.finditer(r"(?<![\d.,])(?:19|20)\d\d(?![\d]|[.,]\d)", text)]
