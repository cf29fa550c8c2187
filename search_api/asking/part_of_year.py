"""Parts of a year for which figures are given ("9 tháng đầu năm", "quý III"): a figure of another part is another figure."""

import re
from collections.abc import Iterable
from functools import lru_cache

from corpus.text import matching_form

Months = tuple[int, int]  # the first and the last

_WORDS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10, "mười một": 11}
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_NUMBER = rf"0?\d{{1,2}}|{'|'.join(sorted(_WORDS, key=len, reverse=True))}"
# "9 tháng đầu năm", "9 tháng năm 2025", "9 tháng 2025", "9T/2025"; "30 tháng 9 năm 2025" is a day.
_FIRST_OR_LAST = re.compile(
    rf"(?<![\w/.,])(?P<n>{_NUMBER}) ?(?:tháng|t(?=[ /.]?20\d\d))(?: (?P<which>đầu|cuối))?[ /.]?(?:của )?(?:năm(?! \d{{1,2}}(?!\d))|20\d\d)"
)
_HALF = re.compile(r"(?<!\w)nửa (?P<which>đầu|cuối) năm")
_QUARTER = re.compile(r"(?<!\w)quý (?P<n>iv|i{1,3}|[1-4])(?!\w|[.,]\d)")
_YEAR = 12


@lru_cache(20_000)
def parts_of_year(words: str) -> frozenset[Months]:
    """The parts of a year longer than a month that are named."""
    form = matching_form(words)
    found = {_months(_number(m["n"]), m["which"]) for m in _FIRST_OR_LAST.finditer(form)}
    found |= {_months(_YEAR // 2, m["which"]) for m in _HALF.finditer(form)}
    found |= {(3 * q - 2, 3 * q) for m in _QUARTER.finditer(form) for q in [_QUARTERS[m["n"]]]}
    return frozenset(part for part in found if 1 <= part[0] < part[1] < _YEAR or part[0] > 1)


def of_other_part(question: str, words: str, titles: Iterable[str] = ()) -> bool:
    """Whether a unit, or else the nearest title over it that names one, gives figures of other parts of the year than a question asks for."""
    asked = parts_of_year(question)
    if not asked:
        return False
    for said in (words, *titles):
        if named := parts_of_year(said):
            return not asked & named
    return False


def part_words(part: Months) -> str:
    """A part of the year in words."""
    first, last = part
    if last - first == 2 and last % 3 == 0:
        return f"quý {'I' * (last // 3) if last < _YEAR else 'IV'}"
    return f"{last} tháng đầu năm" if first == 1 else f"{_YEAR - first + 1} tháng cuối năm"


def _number(words: str) -> int:
    return int(words) if words.isdigit() else _WORDS[words]


def _months(number: int, which: str | None) -> Months:
    return (_YEAR - number + 1, _YEAR) if which == "cuối" else (1, number)
