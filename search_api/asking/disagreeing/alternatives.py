"""Questions that offer two answers, "A hay B": two figures, two times or two bodies, and how each of them may be printed."""

import re
from itertools import pairwise

from corpus.grammar.abbreviations import expanded
from corpus.grammar.bodies import find_bodies
from corpus.text import matching_form
from corpus.types import Span, value

_LEAD = r"(?:(?:là|ngày|năm|mức|từ|trước|trên|dưới|hơn|khoảng|gần|tối đa|tối thiểu|ít nhất|không quá) ){0,3}"
_SAID = r"(?:quý [ivx]{1,3}(?:/\d{4})?|(?:tháng )?\d{1,2}/\d{4}|tháng \d{1,2}(?!\d)|\d(?:[\d.,/]{0,20}\d)?(?: ?[-–] ?\d(?:[\d.,]{0,12}\d)?)?)"
_UNIT = r"(?: ?%| (?:phần trăm|nghìn|ngàn|triệu|tỷ|tỉ|đồng)(?!\w))"
_OTHER_WORDS = r"(?: [^\W\d]{1,8}){0,3}?"
_EITHER = re.compile(
    matching_form(
        rf"(?<![\w.,/])(?P<lead>{_LEAD})(?P<one>{_SAID})(?P<unit>{_UNIT})?{_OTHER_WORDS} hay (?:là )?{_LEAD}(?P<other>{_SAID})(?P<units>{_UNIT})?"
    ).replace("(?p<", "(?P<")
)
_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_MONTH = re.compile(r"(?:tháng )?(\d{1,2})/(\d{4})")
_DASH = re.compile(r" ?[-–] ?")
_OR = re.compile(matching_form(r"\s*,?\s*hay(?: là)?(?: của| do)?\s*"))


@value
class Choice:
    """Two things one of which a question takes for right: ``patterns`` find them in matching form; ``bodies``: their whole names.

    ``rest``: the question without them.
    """

    rest: str
    patterns: tuple[re.Pattern[str], ...] = ()
    bodies: tuple[str, ...] = ()


def choice_in(question: str) -> Choice | None:
    """The two things that a question offers; None where it offers none."""
    return _figures(question) or _bodies(question)


def _figures(question: str) -> Choice | None:
    form = matching_form(question)
    match = _EITHER.search(form)
    if match is None or match["one"] == match["other"]:
        return None
    units = (match["units"] or "").strip()
    unit = (match["unit"] or "").strip() or units
    rest = _without(question, Span(match.start(), match.end()))
    return Choice(rest, patterns=(_printed(match["one"], unit), _printed(match["other"], units or unit)))


def _printed(said: str, unit: str) -> re.Pattern[str]:
    """How a figure or a time may be printed: "31/7/2023" also as "31 tháng 7 năm 2023", "5 tỷ" also as "05 tỉ"."""
    if day := _DAY.fullmatch(said):
        words = rf"0?{int(day[1])}(?:[/.-]| tháng )0?{int(day[2])}(?:[/.-]| năm ){day[3]}"
    elif month := _MONTH.fullmatch(said):
        words = rf"0?{int(month[1])}(?:[/.-]| năm ){month[2]}"
    elif said.startswith("quý"):
        words = re.escape(said).replace("/", "(?:/| năm )")
    else:
        ends = _DASH.split(said.removeprefix("tháng "))
        words = rf"0?{r' ?(?:%)? ?[-–] ?'.join(map(re.escape, ends))}"
        words = rf"tháng {words}" if said.startswith("tháng") else words
        if unit:
            words += " ?(?:%|phần trăm)" if unit in ("%", "phần trăm") else f" ?{_scale(unit)}"
    return re.compile(rf"(?<![\w.,/])(?:{matching_form(words)})(?!\w|[.,/]\d)")


def _scale(unit: str) -> str:
    return "t[ỷỉ]" if unit in ("tỷ", "tỉ") else "(?:nghìn|ngàn)" if unit in ("nghìn", "ngàn") else re.escape(unit)


def _bodies(question: str) -> Choice | None:
    found, form = find_bodies(question), matching_form(question)
    for one, other in pairwise(found):
        if _OR.fullmatch(form, one.end, other.start):
            names = (full_name(one.of(question)), full_name(other.of(question)))
            if names[0] != names[1]:
                return Choice(_without(question, Span(one.start, other.end)), bodies=names)
    return None


def full_name(body: str) -> str:
    """The whole name of a body in matching form."""
    return matching_form(expanded(body))


def _without(question: str, span: Span) -> str:
    return " ".join(f"{question[: span.start]} {question[span.end :]}".split())
