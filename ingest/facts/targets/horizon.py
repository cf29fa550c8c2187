"""For which year or period a figure holds: named beside it, before it in the sentence, or above it."""

import re
from collections.abc import Sequence

from corpus.facts import Status
from corpus.types import Span, value
from ingest.facts.targets.setting import Setting
from ingest.facts.targets.status import reports

_Y = r"((?:19|20)\d\d)(?!\d|/\d)"
_TO = r"\s?(?:[-\u2010-\u2014]|đến(?:\snăm)?)\s?"
_HORIZON = re.compile(
    rf"""(?P<not>(?:so\svới|so|bằng|hơn)\s(?:[^\W\d_]{{1,8}}\s){{0,5}}(?:\d{{1,2}}/)?|cùng\skỳ\s(?:năm\s)?){_Y}
    |(?P<end>(?:cuối|hết)\s(?:năm\s)?)?(?<!\w)(?:giai\sđoạn|thời\skỳ|nhiệm\skỳ|các\snăm|từ\snăm|từ|năm|trong)\s(?:từ\s)?(?:năm\s)?(?P<a>(?:19|20)\d\d){_TO}(?P<b>{_Y})
    |(?P<until>(?:(?:hoàn\sthành|xong|chậm\snhất)\s(?:trước|trong)|(?:đến|hết|kể\stừ)(?:\shết|\strước)?)\s)?ngày\s\d{{1,2}}(?:[/.-]\d{{1,2}}[/.-]|\stháng\s\d{{1,2}}(?:\s?năm\s|,?\s))(?P<day>{_Y})
    |(?<!\w)(?:tháng|quý)\s[\divx]{{1,4}}(?:/|\s?-\s?|\snăm\s)(?P<month>{_Y})
    |(?<!\w)năm\s(?P<first>(?:19|20)\d\d)(?:,|\svà)\s(?:năm\s)?(?P<last>{_Y})
    |(?<!\w)(?:năm|đến|nsnn|dự\stoán|hết|tầm\snhìn|kỳ)\s(?:năm\s)?(?P<year>{_Y})""".replace("\n", ""),
    re.VERBOSE,
)
_NOW = re.compile(r"(?<!\w)(?:đến nay|tới nay|hiện nay|hiện tại|hiện đã|hiện có|hiện đạt|hiện mới|hiện đang)(?!\w)")
_PERIOD_CELL = re.compile(r"^\W*(?:giai đoạn |năm )?(?P<a>20\d\d)\s?[-\u2010-\u2014]\s?(?P<b>20\d\d)\W*$")
_ANY_YEAR = re.compile(r"(?<![\d.,])(20\d\d)(?![\d.,])")

_OPENS = re.compile(r"[,;]\s?(?:phấn đấu |và |đến |trong )*$")

Year = int | str


@value
class Horizon:
    """A year or period and where it stands."""

    span: Span
    year: Year


def horizons(form: str, start: int, end: int) -> list[Horizon]:
    """Years and periods named between two places; those that something is compared with, and dates of documents, are left out."""
    found = []
    for match in _HORIZON.finditer(form, start, end):
        if match["not"] or (match["day"] and not match["until"]):
            continue
        year: Year
        if match["a"]:
            year = int(match["b"]) if match["end"] or match["a"] == match["b"] else f"{match['a']}-{match['b']}"
        elif match["first"]:
            year = f"{match['first']}-{match['last']}"
        else:
            year = int(match["day"] or match["month"] or match["year"])
        found.append(Horizon(Span(*match.span()), year))
    return found


def horizon_of(
    form: str, statement: Span, figure: Span, following: int | None, clause_end: int, named: Sequence[Horizon]
) -> tuple[Horizon | None, bool]:
    """The horizon that a statement gives one of its figures, and whether it says "now", so that none is inherited.

    ``following`` is where the next figure begins. A year behind a figure is its own unless it opens the words of the next one.
    """
    limit = following if following is not None else clause_end
    for horizon in named:
        if figure.end <= horizon.span.start and horizon.span.end <= limit:
            between = form[figure.end : horizon.span.start]
            opens = following is not None and _OPENS.search(between) is not None
            if not opens and ":" not in between:
                return horizon, False
            break
    before = [horizon for horizon in named if horizon.span.end <= figure.start]
    since = before[-1].span.end if before else statement.start
    if _NOW.search(form, since, figure.start):
        return None, True
    return (before[-1], False) if before else (None, False)


def inherited_horizon(setting: Setting, status: Status) -> Horizon | None:
    """The horizon of the nearest title that names one and one only; of an aim also the deadline of its row."""
    if setting.deadline is not None and status is Status.TARGET:
        return _deadline(setting.form, setting.deadline)
    for title in reversed(setting.titles):
        named = horizons(title.text, 0, len(title.text))
        years = {horizon.year for horizon in named}
        if len(years) == 1:
            year = named[0].year
            if status is Status.RESULT and setting.issued and int(str(year)[-4:]) > setting.issued:
                return None
            return Horizon(title.span or Span(0, 0), year)
    return _of_report(setting) if status is Status.RESULT or reports(setting) else None


def _of_report(setting: Setting) -> Horizon | None:
    """The year that a report is about: the first in its subject ("… năm 2024, nhiệm vụ năm 2025")."""
    kind, subject = setting.source.front.doc_type, setting.source.front.subject
    if kind is None or subject is None or kind.value != "báo cáo":
        return None
    named = [one for one in horizons(subject.value.lower(), 0, len(subject.value)) if isinstance(one.year, int)]
    return Horizon(subject.span or Span(0, 0), named[0].year) if named else None


def _deadline(form: str, cell: Span) -> Horizon | None:
    words = cell.of(form)
    if match := _PERIOD_CELL.match(words):
        return Horizon(cell, f"{match['a']}-{match['b']}")
    years = {int(year) for year in _ANY_YEAR.findall(words)}
    return Horizon(cell, max(years)) if years else None
