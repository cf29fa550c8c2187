"""For which year or period a figure holds: named beside it, before it in the sentence, or above it."""

import re
from collections.abc import Sequence

from corpus.facts import Status
from corpus.types import Span
from ingest.facts.targets.setting import Setting
from ingest.facts.targets.status import reports
from ingest.facts.targets.years import Horizon, horizons

_NOW = re.compile(r"(?<!\w)(?:đến nay|tới nay|hiện nay|hiện tại|hiện đã|hiện có|hiện đạt|hiện mới|hiện đang)(?!\w)")
_PERIOD_CELL = re.compile(r"^\W*(?:giai đoạn |năm học |năm )?(?P<a>20\d\d)\s?[-\u2010-\u2014]\s?(?P<b>20\d\d)\W*$")
_ANY_YEAR = re.compile(r"(?<![\d.,])(20\d\d)(?![\d.,])")
_YEARLY = re.compile(r"(?<!\w)(?:hằng|hàng|mỗi) năm(?!\w)")
_OPENS = re.compile(r"[,;]\s?(?:phấn đấu |và |đến |trong )*$")


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


def inherited_horizon(setting: Setting, status: Status, *, summed: bool = False) -> Horizon | None:
    """The horizon of the nearest title that names one and one only, else of the document; of an aim also the deadline of its row.

    ``summed``: the figure is an average or a sum, which is of the whole period that a report is about and not of its last year.
    """
    period = setting.period
    if setting.deadline is not None and status is Status.TARGET:
        yearly = _YEARLY.search(setting.form, *setting.deadline) is not None
        return _deadline(setting.form, setting.deadline) or (None if yearly else period.aims)
    for title in reversed(setting.titles):
        named = horizons(title.text, 0, len(title.text))
        years = {horizon.year for horizon in named}
        if len(years) == 1:
            year = named[0].year
            if status is Status.RESULT and setting.issued and int(str(year)[-4:]) > setting.issued:
                return None
            return Horizon(title.span or Span(0, 0), year)
    if status is Status.RESULT or reports(setting):
        beside = setting.beside if _reached(setting, setting.beside) and not (summed and period.sums) else None
        return beside or (period.sums if summed else period.levels)
    return period.aims


def _reached(setting: Setting, beside: Horizon | None) -> bool:
    return beside is not None and (setting.issued is None or int(str(beside.year)) <= setting.issued)


def _deadline(form: str, cell: Span) -> Horizon | None:
    words = cell.of(form)
    if match := _PERIOD_CELL.match(words):
        return Horizon(cell, f"{match['a']}-{match['b']}")
    years = {int(year) for year in _ANY_YEAR.findall(words)}
    return Horizon(cell, max(years)) if years else None
