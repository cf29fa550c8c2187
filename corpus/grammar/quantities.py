"""Quantities: a number with what it counts or measures and how it is meant: "tối thiểu 30%", "từ 40 - 50 tổ chức", "34/36 xã", "3,2 triệu lượt"."""

import re
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from corpus.facts import Comparator
from corpus.grammar.numbers import NUMBER_WORDS, Amount, find_amounts, parse_number, parse_words
from corpus.text import matching_form
from corpus.types import Span


class UnitKind(StrEnum):
    """What a unit is for. ``PART``: divisions of a text or a plan; ``NONE``: no unit stands behind the number."""

    PERCENT = "percent"
    CURRENCY = "currency"
    MEASURE = "measure"
    COUNT = "count"
    PEOPLE = "people"
    TIME = "time"
    PART = "part"
    OTHER = "other"
    NONE = "none"


class Quantity(NamedTuple):
    """A quantity in a text.

    ``span`` holds comparator, number and unit; ``number`` the figures alone, ``bound`` the words of the comparator.
    ``unit`` is as printed, with its scale words; a ratio has a stroke: "9 người trên một vạn dân" is 9 "người/vạn dân".
    """

    span: Span
    number: Span
    value: float | tuple[float, float]
    comparator: Comparator
    unit: str
    kind: UnitKind
    unit_span: Span | None = None
    bound: Span | None = None
    total: float | None = None


_BEFORE = {
    Comparator.AT_LEAST: "tối thiểu là|tối thiểu có|tối thiểu đạt|tối thiểu|ít nhất là|ít nhất có|ít nhất đạt|ít nhất|không thấp hơn|không dưới|không ít hơn|≥|>=|từ",
    Comparator.AT_MOST: "không quá|không vượt quá|không cao hơn|tối đa|nhiều nhất|≤|<=",
    Comparator.MORE: "trên|hơn|vượt|vượt mức|>",
    Comparator.LESS: "dưới|chưa đến|chưa tới|<",
    Comparator.ABOUT: "khoảng|khoản|xấp xỉ|gần|chừng|~",
}
_COMPARATORS = {word: kind for kind, words in _BEFORE.items() for word in words.split("|")}
_BOUND = re.compile(
    rf"(?:(?<![^\W\d_])(?<!cao )(?<!thấp )(?<!lớn )(?<!nhỏ )|(?<=[<>≥≤~]))({'|'.join(sorted(_COMPARATORS, key=len, reverse=True))})\s?(?:(?:là|mức|từ)\s)?$"
)
_UP = re.compile(r"\s?trở lên")
_DOWN = re.compile(r"\s?trở xuống")
_SURPASSED = re.compile(
    r"\s(?:[^\W\d_]+\s){0,3}?(?:so với|đã đề ra|đề ra|đặt ra|được giao)(?!\w)|\s(?:kế hoạch|chỉ tiêu|mục tiêu|dự toán)(?!\w)"
)
_AFTER_FIGURE = re.compile(r"\d\s?[^;.\d]{0,20}[,)]\s(?:và\s)?$")
_LONGEST_BOUND = 30  # characters before a number in which its comparators stand
_SCALE = r"nghìn|ngàn|vạn|triệu|tỷ|tỉ"
_PERCENT = re.compile(r"\s?%|\s(?:điểm )?phần trăm|\sđiểm %")
_SCALED = re.compile(rf"(?:\s(?:{_SCALE})(?!\w)){{1,3}}|\sty(?!\w)")
# "/năm", "/vạn dân", "/10.000 dân", "trên một vạn dân"
_RATIO = re.compile(
    r"(?:\s?/\s?|\strên (?=(?:một|1)? ?(?:nghìn|vạn|triệu|\d[\d.]*) (?:dân|người)))"
    r"(?:(?:một|1) )?((?:nghìn |vạn |triệu |\d[\d.]{0,9} )?[^\W\d_]{1,12}(?: dân| năm| tháng| nữ| em)?)(?![^\W\d_])"
)
# "20 doanh nghiệp hoạt động/nghìn dân"
_HEADS = re.compile(r"(?:\s[^\W\d]{1,8}){1,3}\s?/\s?((?:nghìn|vạn|triệu|\d[\d.]{0,9}) dân)(?![^\W\d_])")
_WHOLE = re.compile(r"\s?/\s?([1-9]\d{0,2}(?:\.\d{3}){1,4}|\d{1,13})\s")  # "3.071 TTHC/4.888 TTHC"
# Words that never belong to a unit: what stands behind the thing that is counted.
_STOP = frozenset(
    re.findall(
        r"\w+",
        """được đã đang sẽ có và hoặc cho để trong tại từ của với là bị do về theo đạt trên dưới ở khi như này
        nêu so cùng tham thuộc trực hoàn phục còn không chưa cần phải nhằm thì mà trở lên xuống đến tới vào ra tăng giảm chiếm
        bằng gồm nếu sau trước các những mỗi một kể tính nhất hơn vẫn cũng nữa lần thứ""",
    )
)
_WORD = re.compile(r"\s?([^\W_][^\W_]*(?:[&-][^\W_]+)*)")
_IN_WORDS = re.compile(
    rf"(?<!\w)(?:(?:tối thiểu|ít nhất|không quá|tối đa)(?: là| có)?|gấp)\s((?:(?:{NUMBER_WORDS})(?!\w)\s?){{1,6}})(?=\S)"
)


@cache
def _units() -> tuple[re.Pattern[str], dict[str, UnitKind]]:
    rows = files("corpus.grammar").joinpath("units.tsv").read_text("utf-8").splitlines()
    kinds = {
        matching_form(name): UnitKind(kind)
        for name, kind in (row.split("\t") for row in rows if not row.startswith("#"))
    }
    names = "|".join(re.escape(name) for name in sorted(kinds, key=len, reverse=True))
    return re.compile(rf"\s?({names})(?!\w)"), kinds


def find_quantities(text: str) -> list[Quantity]:
    """Every number with its unit and comparator, in order. Years, dates and numbers of documents are among them: context tells."""
    return quantities_between(text, matching_form(text), 0, len(text))


def quantities_between(text: str, form: str, start: int, end: int) -> list[Quantity]:
    """Those between two places of a text whose matching form is at hand; a unit ends with its line."""
    amounts = [*find_amounts(form, start, end), *_in_words(form, start, end)]
    amounts.sort(key=lambda amount: amount.span.start)
    found: list[Quantity] = []
    for amount in amounts:
        if not found or amount.span.start >= found[-1].number.end:
            found.append(_quantity(text, form, amount, end))
    return found


def unit_at(text: str, form: str, start: int) -> tuple[str, UnitKind, Span]:
    """The unit that stands at a place of a text: "Số | doanh nghiệp công nghệ số"."""
    name, kind, end = _unit(text, form, start)
    lead = len(text[start:end]) - len(text[start:end].lstrip())
    return name, kind, Span(start + lead, max(end, start + lead))


def _in_words(form: str, first: int, last: int) -> list[Amount]:
    """Numbers in words where nothing else can be meant: "ít nhất hai", "gấp ba"."""
    found = []
    for match in _IN_WORDS.finditer(form, first, last):
        start, end = match.span(1)
        words = match[1].rstrip()
        found.append(Amount(Span(start, end - len(match[1]) + len(words)), parse_words(words)))
    return found


def _quantity(text: str, form: str, amount: Amount, limit: int) -> Quantity:
    first = amount.span.end
    unit, kind, end = _unit(text, form, first)
    if end > limit:  # words of the next cell
        unit, kind, end = "", UnitKind.NONE, first
    total = amount.total
    if total in _PER and amount.low <= 0.1 * total:  # "4/100.000 trẻ" is a rate
        unit, total = f"/{total:,.0f} {unit}".replace(",", ".").strip(), None
    elif unit and (whole := _WHOLE.match(form, end)) and form.startswith(matching_form(unit), whole.end()):
        total, first, end = parse_number(whole[1]), whole.end(), whole.end() + len(unit)
    while first < end and form[first].isspace():
        first += 1
    bound, comparator, last = _comparator(form, amount, unit, end)
    return Quantity(
        Span(bound.start if bound else amount.span.start, last),
        amount.span,
        (amount.low, amount.high) if amount.high is not None else amount.low,
        comparator,
        unit,
        kind,
        Span(first, end) if unit else None,
        bound,
        total,
    )


def _comparator(form: str, amount: Amount, unit: str, end: int) -> tuple[Span | None, Comparator, int]:
    """The comparators before a number: the nearest to it counts ("khoảng trên 60%"), but a range is a range."""
    start = amount.span.start
    first = start
    nearest: Comparator | None = None
    for _ in range(3):
        match = _BOUND.search(form, max(0, first - _LONGEST_BOUND), first)
        if match is None:
            break
        word = match[1]
        if (word == "từ" and nearest is not None) or (
            word.startswith("vượt") and _is_surplus(form, match.start(), unit, end)
        ):
            break
        nearest = nearest or _COMPARATORS[word]
        first = match.start()
    bound = Span(first, first + len(form[first:start].rstrip())) if first < start else None
    if amount.high is not None:
        return bound, Comparator.RANGE, end
    for pattern, kind in ((_UP, Comparator.AT_LEAST), (_DOWN, Comparator.AT_MOST)):
        if match := pattern.match(form, end):
            return bound, kind, match.end()
    return bound, nearest or Comparator.EQUAL, end


def _is_surplus(form: str, start: int, unit: str, end: int) -> bool:
    """Whether "vượt" says by how much something was surpassed, or what, and not that a figure is more than printed.

    "Vượt 3,3 điểm phần trăm", "46 bộ, vượt 06 bộ so với kế hoạch", "vượt mức 150 đơn đã đề ra", "đạt 12,4 tỷ đồng, vượt 21,3%".
    """
    if unit.startswith("điểm") or _SURPASSED.match(form, end):
        return True
    return unit == "%" and _AFTER_FIGURE.search(form, max(0, start - _LONGEST_BOUND), start) is not None


def _unit(text: str, form: str, start: int) -> tuple[str, UnitKind, int]:
    """The unit behind a number: its words, its kind, where it ends."""
    if match := _PERCENT.match(form, start):
        words = "điểm %" if "điểm" in match[0] else "%"
        ratio = _RATIO.match(form, match.end())
        if ratio and ratio[1] in ("năm", "tháng", "quý"):
            return f"{words}/{ratio[1]}", UnitKind.PERCENT, ratio.end()
        return words, UnitKind.PERCENT, match.end()
    scale = _SCALED.match(form, start)
    at = scale.end() if scale else start
    scales = scale[0].strip().replace("ty", "tỷ") + " " if scale else ""
    pattern, kinds = _units()
    if match := pattern.match(form, at):
        name, kind, end = text[match.start(1) : match.end(1)], kinds[match[1]], match.end()
        if kind is UnitKind.COUNT and (more := _ABBREVIATION.match(text, end)):
            name, end = name + more[0], more.end()
    elif scale and ((following := _WORD.match(form, at)) is None or following[1] in _STOP):
        name, kind, end = "đồng", UnitKind.CURRENCY, at  # "100 tỷ" is money
    else:
        name, kind, end = _unknown(text, form, at)
    if name and (ratio := _RATIO.match(form, end) or _HEADS.match(form, end)) and not _is_whole(ratio[1], name):
        name, end = f"{name}/{ratio[1]}", ratio.end()
    return (scales + name).strip() if name else scales.strip(), kind, end


_PER = (1e3, 1e4, 1e5, 1e6)
_ABBREVIATION = re.compile(r" [A-ZĐ&]{2,8}(?![\w-])")


def _is_whole(ratio: str, name: str) -> bool:
    """Whether what stands behind the stroke is the whole: "2.150 hồ sơ/3.600 hồ sơ"."""
    return ratio[0].isdigit() and matching_form(name).startswith(ratio.rsplit(maxsplit=1)[-1])


def _unknown(text: str, form: str, start: int) -> tuple[str, UnitKind, int]:
    """The first words behind a number, two at most, or one abbreviation."""
    end = start
    for _ in range(2):
        match = _WORD.match(form, end)
        if match is None or match[1] in _STOP or match[1][0].isdigit():
            break
        end = match.end()
        if text[match.start(1) : end].isupper():
            break
    name = text[start:end].strip()
    return name, UnitKind.OTHER if name else UnitKind.NONE, end
