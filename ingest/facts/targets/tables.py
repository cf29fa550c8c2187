"""Figures in tables: a row of an indicator with its unit and a column for each year or purpose, and rows of tasks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.facts import Comparator, Fact, Target
from corpus.grammar.quantities import Quantity, UnitKind, quantities_between, unit_at
from corpus.text import matching_form
from corpus.types import Passage, Span
from ingest.facts.targets.columns import BARE, Column, column_year, columns_of
from ingest.facts.targets.horizon import inherited_horizon
from ingest.facts.targets.indicator import base_of_label, share_of
from ingest.facts.targets.period import is_summed
from ingest.facts.targets.phasing import Phases
from ingest.facts.targets.prose import base_words, facts_of_words, lead_words, quote_of, with_parts
from ingest.facts.targets.ranks import RANK
from ingest.facts.targets.scope import Scope, scope_of
from ingest.facts.targets.setting import Setting, Title
from ingest.facts.targets.status import status_of
from ingest.facts.targets.years import Horizon, horizons

_AS_ABOVE = re.compile(r"\W*(?:nt|như trên|n\.t|-nt-|\"|″|’’)\W*$")
_COST_COLUMN = re.compile(r"đơn giá|thành tiền|tần suất")  # an estimate of costs, a list of samples
_COLUMN_UNIT = re.compile(r"\(([^()]{1,40})\)\s*$")
_RANKED = re.compile(r"(?:xếp hạng|thứ hạng|vị trí|thứ bậc|hạng)(?!\w)")
_COUNTED = re.compile(r"(?:tổng )?số (?:lượng )?")
_GROUP = re.compile(r"nhóm|top|tốp")
_SEVERAL = re.compile(r";")
_BRACKET = re.compile(r"\s?\(([^()\d]{1,40}\d[^()]{0,40})\)")
_CHANGED = re.compile(r"(?<!\w)(tăng|giảm)\s$")
_RISE_OPENS = re.compile(r"\s?\((?:tăng|giảm)\s$")
_LONGEST_FIGURE = 120  # characters of a cell that is a figure and not a sentence


class Rows:
    """Reads the rows of a document in order; a cell "nt" (như trên) says what the cell above it said."""

    def __init__(self) -> None:
        self._above: dict[str, Span] = {}
        self._phases = Phases()

    def facts(self, setting: Setting, passage: Passage) -> Iterator[Fact]:
        """The figures of a row."""
        columns = columns_of(setting, passage)
        if not any(_COST_COLUMN.search(column.heading) for column in columns):
            lead, deadline = (self._cell(setting.form, columns, role) for role in ("lead", "deadline"))
            apart = tuple(column.cell for column in columns if column.role == "other")
            row = replace(setting, row=passage.span, lead=lead, deadline=deadline, apart=apart)
            phased = list(self._phases.facts(row, columns))
            yield from phased or _facts_of_row(row, columns)

    def _cell(self, form: str, columns: Sequence[Column], role: str) -> Span | None:
        cell = next((column.cell for column in columns if column.role == role), None)
        if cell is None or cell.end == cell.start:
            return None
        if not _AS_ABOVE.match(cell.of(form)):
            self._above[role] = cell
        return self._above.get(role)


def _facts_of_row(setting: Setting, columns: Sequence[Column]) -> Iterator[Fact]:
    indicator = next((c for c in columns if c.role == "indicator"), None)
    unit = next((c for c in columns if c.role == "unit"), None)
    tasks = any(column.role in ("lead", "deadline") for column in columns)
    figures = [c for c in columns if (c.role == "figure" or (c.role == "words" and c.heading and not tasks))
               and c.cell.end - c.cell.start <= _LONGEST_FIGURE and BARE.match(c.cell.of(setting.form))]  # fmt: skip
    if indicator is not None and figures:
        planned = _year_beside(figures)
        for column in figures:
            yield from _facts_of_cell(replace(setting, beside=planned), indicator, unit, column)
        return
    for column in columns:
        if column.role in ("words", "indicator", "figure"):
            titles = (*setting.titles, Title(column.heading)) if column_year(column.heading) else setting.titles
            yield from facts_of_words(replace(setting, column=column.heading, titles=titles), column.cell)


def _year_beside(figures: Sequence[Column]) -> Horizon | None:
    """The one year that columns of a row are for: "Mục tiêu đến năm 2025 | Kết quả" are both of 2025."""
    named = {year: column.title for column in figures if isinstance(year := column_year(column.heading), int)}
    if len(named) != 1:
        return None
    [(year, title)] = named.items()
    return Horizon(title or Span(0, 0), year)


def _facts_of_cell(setting: Setting, indicator: Column, unit: Column | None, column: Column) -> Iterator[Fact]:
    """The figures of a cell, one for each part between semicolons: "≤ 4 Đông Nam Á; ≤ 60 thế giới"."""
    start = column.cell.start
    for end in [*(match.start() for match in _SEVERAL.finditer(setting.form, *column.cell)), column.cell.end]:
        quantities = quantities_between(setting.text, setting.form, start, end)
        for quantity in quantities[:1] + [
            one for one in quantities[1:2] if _is_rise_beside(setting.form, quantities[0], one)
        ]:
            yield _fact(setting, indicator, unit, column, quantity, end)
        start = end + 1


def _fact(
    setting: Setting, indicator: Column, unit: Column | None, column: Column, quantity: Quantity, end: int
) -> Fact:
    words, base, place = _unit(setting, unit, column, indicator, quantity, end)
    rank = words == RANK
    note = _note(setting.form, column.cell, quantity)
    year = note.year if note else column_year(column.heading)
    setting = replace(setting, column=column.heading)
    bounded = quantity.comparator in (Comparator.AT_LEAST, Comparator.AT_MOST)
    status = status_of(
        setting, column.cell, column.cell, quantity.span, year, part=quantity.total is not None, bounded=bounded
    )
    label = " ".join(indicator.cell.of(setting.text).split())
    over = note if year else inherited_horizon(setting, status, summed=is_summed(label.lower(), words))
    quote = quote_of(setting, column.cell, quantity.span)
    whose = column.title if column.role == "words" else None  # "Nội dung | Cả nước | Tỉnh"
    scope = (
        Scope(" ".join(whose.of(setting.text).split()), whose) if whose else scope_of(setting, quote, indicator.cell)
    )
    group = rank and _GROUP.search(setting.form, column.cell.start, quantity.number.start) is not None
    whole = base_of_label(setting.form, indicator.cell) if words == "%" and not base else None
    base = " ".join(whole.of(setting.text).split()) if whole else base
    change = _change(setting.form, column.cell, quantity, indicator.cell)
    slots = Target(
        status, f"{label} {change}".strip(), Comparator.AT_MOST if group else quantity.comparator, quantity.value,
        words, base or base_words(setting.text, quantity, None).removesuffix(quantity.unit).strip(), scope.words,
        year or (over.year if over else None), lead_words(setting),
    )  # fmt: skip
    return with_parts(slots, quote, [("indicator", indicator.cell), ("value", quantity.number), ("comparator", quantity.bound),
                                     ("unit", place), ("base", whole), ("year", over.span if over else None), ("lead", setting.lead),
                                     ("scope", scope.span)])  # fmt: skip


def _note(form: str, cell: Span, quantity: Quantity) -> Horizon | None:
    """The year that brackets behind a figure give it: "14/63 (DTI năm 2021)", "76,4% (đến 31/8/2025)"."""
    if not (bracket := _BRACKET.match(form, quantity.span.end, cell.end)):
        return None
    named = horizons(form, *bracket.span(1))
    return named[0] if len(named) == 1 else None


def _change(form: str, cell: Span, quantity: Quantity, label: Span) -> str:
    """ "tăng" or "giảm" where the cell says so of its figure and the label does not: a rise is no level."""
    match = _CHANGED.search(form, cell.start, quantity.span.start)
    return match[1] if match and match[1] not in label.of(form) else ""


def _is_rise_beside(form: str, level: Quantity, rise: Quantity) -> bool:
    """Whether a second figure in brackets is the rise of the first: "268 (tăng 15,5%)"."""
    return rise.kind is UnitKind.PERCENT and _RISE_OPENS.match(form, level.span.end, rise.span.start) is not None


def _unit(
    setting: Setting, unit: Column | None, column: Column, indicator: Column, quantity: Quantity, end: int
) -> tuple[str, str, Span | None]:
    """Unit, base and where the unit stands: in the cell, in the column of units, or in brackets in a heading or the indicator."""
    text = setting.text
    printed = " ".join(unit.cell.of(text).split()) if unit else ""
    ranked = _RANKED.match(matching_form(printed)) or (not printed and _RANKED.match(setting.form, *indicator.cell))
    if ranked:
        rest = text[quantity.number.end : end].strip(" ;.,")
        return RANK, "" if rest.startswith("(") else rest, unit.cell if unit else None
    own = quantity.unit if quantity.kind not in (UnitKind.NONE, UnitKind.OTHER) else ""
    if own and not (own == "%" and printed.startswith("%")):
        base = share_of(setting.form, quantity.span.end, end) if own == "%" else None
        return own, " ".join(base.of(text).split()) if base else "", quantity.unit_span
    if printed:
        if printed.startswith("%") and not printed.startswith("%/"):
            return "%", printed[1:].strip(), unit.cell if unit else None
        return printed, "", unit.cell if unit else None
    for words in (column.heading, indicator.cell.of(text).strip()):
        if match := _COLUMN_UNIT.search(words):
            return match[1].strip(), "", None
    counted = _COUNTED.match(setting.form, *indicator.cell)
    name, kind, place = unit_at(text, setting.form, counted.end() if counted else indicator.cell.start)
    if counted or kind in (UnitKind.COUNT, UnitKind.PEOPLE):
        return name if counted or name.isupper() else name[:1].lower() + name[1:], "", place
    return own or quantity.unit, "", quantity.unit_span
