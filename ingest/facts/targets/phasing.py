"""Tables of money by year: a column for each year, or a row for each with a column for each source of the money."""

import re
from collections.abc import Iterator, Sequence

from corpus.facts import Fact, Target
from corpus.grammar.quantities import Quantity, UnitKind, quantities_between
from corpus.types import Span
from ingest.facts.targets.columns import BARE, Column, column_year
from ingest.facts.targets.prose import quote_of, with_parts
from ingest.facts.targets.scope import scope_of
from ingest.facts.targets.setting import Setting
from ingest.facts.targets.status import status_of
from ingest.facts.targets.years import Year

_TOTAL = re.compile(r"\W*(?:tổng(?: cộng| số| kinh phí| vốn)?|cộng)\W*$")
_YEARS_COLUMN = re.compile(r"\W*(?:năm|thời gian|năm thực hiện|năm kế hoạch)\W*$")
_MONEY = re.compile(r"(?<!\w)(?:tổng )?(?P<what>(?:nhu cầu )?(?:kinh phí|vốn đầu tư|vốn|ngân sách|dự toán))(?!\w)")
_CAPTION = re.compile(
    r"(?:đơn vị tính|đơn vị|đvt)\s?:\s?(?P<unit>[^\n:()|]{2,30}?)\W*\n(?:[^\n|]*\|[^\n]*\n){0,3}[^\n]*$"
)
_BEFORE_TABLE = 400  # characters before a table in which its unit is printed
_LONGEST_CELL = 40


class Phases:
    """Reads the rows of such tables in order: the row of totals is of all years that the rows above it name."""

    def __init__(self) -> None:
        self._head: Span | None = None
        self._years: list[str] = []

    def facts(self, setting: Setting, columns: Sequence[Column]) -> Iterator[Fact]:
        """The figures of a row of a table of money by year; none of any other row."""
        named = {column.cell: year for column in columns if (year := column_year(column.heading)) is not None}
        money = [column for column in columns if _is_figure(setting, column)]
        if not money or any(column.role in ("lead", "deadline", "indicator", "unit") for column in columns):
            return
        if len(named) > 1 and all(column.cell in named or _TOTAL.match(column.heading) for column in money):
            words = _what(setting)
            whole = _whole([str(year) for year in named.values()])
            for column in money if words else ():
                yield from _fact(setting, column, words, named.get(column.cell, whole), column.title)
        elif not named:
            year = self._year(setting, columns)
            cell = next((column.cell for column in columns if _YEARS_COLUMN.match(column.heading)), None)
            for column in money:
                if column.title is not None and year is not None:
                    yield from _fact(setting, column, " ".join(column.title.of(setting.text).split()), year, cell)

    def _year(self, setting: Setting, columns: Sequence[Column]) -> Year | None:
        """The year of a row, or of a row of totals those of the rows above it; None where no column is for years."""
        head = next((column.title for column in columns if column.title is not None), None)
        if head != self._head:
            self._head, self._years = head, []
        cell = next((column.cell for column in columns if _YEARS_COLUMN.match(column.heading)), None)
        words = cell.of(setting.form).strip() if cell else ""
        if cell is not None and (year := column_year(words)) is not None:
            self._years.append(str(year))
            return year
        total = any(_TOTAL.match(column.cell.of(setting.form)) for column in columns)
        return _whole(self._years) if total and self._years else None


def _is_figure(setting: Setting, column: Column) -> bool:
    cell = column.cell
    return cell.end - cell.start <= _LONGEST_CELL and not _YEARS_COLUMN.match(column.heading) and BARE.match(cell.of(setting.form)) is not None  # fmt: skip


def _whole(years: Sequence[str]) -> Year:
    ends = sorted(int(part) for year in years for part in year.split("-"))
    return f"{ends[0]}-{ends[-1]}" if ends[0] != ends[-1] else ends[0]


def _what(setting: Setting) -> str:
    """What the money is, as the nearest title that says so names it."""
    return next((match["what"] for title in reversed(setting.titles) if (match := _MONEY.search(title.text))), "")


def _fact(setting: Setting, column: Column, words: str, year: Year, place: Span | None) -> Iterator[Fact]:
    quantity = next(iter(quantities_between(setting.text, setting.form, *column.cell)), None)
    if quantity is None or not (unit := _unit(setting, column, quantity)):
        return
    status = status_of(setting, column.cell, column.cell, quantity.span, year, part=False)
    quote = quote_of(setting, column.cell, quantity.span)
    scope = scope_of(setting, quote, column.cell)
    slots = Target(status, words, quantity.comparator, quantity.value, unit, "", scope.words, year)
    yield with_parts(slots, quote, [("indicator", column.title), ("value", quantity.number), ("comparator", quantity.bound),
                                    ("unit", quantity.unit_span if quantity.unit else None), ("scope", scope.span), ("year", place)])  # fmt: skip


def _unit(setting: Setting, column: Column, quantity: Quantity) -> str:
    """The unit of money: in the cell, or printed over the table; "" where there is none."""
    if quantity.kind is UnitKind.CURRENCY:
        return quantity.unit
    first = column.title.start if column.title else setting.span.start
    caption = _CAPTION.search(setting.form, max(0, first - _BEFORE_TABLE), first)
    unit = caption["unit"].strip() if caption else ""
    return unit if quantity.kind is UnitKind.NONE and re.search(r"đồng|usd", unit) else ""
