"""Figures in tables: a row of an indicator with its unit and a column for each year or purpose, and rows of tasks."""

import re
from collections.abc import Iterator

from corpus.facts import Comparator, Fact, Part, Status, Target
from corpus.grammar.quantities import Quantity, UnitKind, find_quantities
from corpus.text import matching_form
from corpus.types import Passage, Span, value
from dataclasses import replace
from ingest.facts.targets.horizon import Horizon, Year, horizons, inherited_horizon
from ingest.facts.targets.prose import facts_of_words, quote_of
from ingest.facts.targets.ranks import RANK
from ingest.facts.targets.scope import scope_of
from ingest.facts.targets.setting import Setting
from ingest.facts.targets.status import status_of

_NUMBER_COLUMN = re.compile(r"(?:s?tt|số tt|số thứ tự|#)\W*$")
_UNIT_COLUMN = re.compile(r"(?:đơn vị(?: tính)?|đvt|đơn vị đo)\W*$")
_INDICATOR_COLUMN = re.compile(
    r"(?:tên |các |danh mục |hệ thống )?(?:chỉ tiêu|chỉ số|mục tiêu|nội dung|tiêu chí|danh mục)"
)
_LEAD_COLUMN = re.compile(r"chủ trì|phụ trách|(?:cơ quan|đơn vị) (?:theo dõi|thực hiện|chịu trách nhiệm)")
_OTHER_BODY = re.compile(r"phối hợp|cơ quan|đơn vị (?!tính)|văn bản|căn cứ|ghi chú|nguồn")
_DEADLINE_COLUMN = re.compile(r"thời gian|thời hạn|tiến độ|hạn hoàn thành|hoàn thành(?! năm)|lộ trình")
_FIGURE_COLUMN = re.compile(
    r"20\d\d|kết quả|mục tiêu|kế hoạch|thực hiện|ước|chỉ tiêu|mức|giá trị|tỷ lệ|tỉ lệ|số lượng|phấn đấu|định hướng|cộng|tổng|kinh phí|vốn|ngân sách|đạt"
)
_COLUMN_UNIT = re.compile(r"\(([^()]{1,40})\)\s*$")
_BARE = re.compile(
    r"^\W*(?:(?:tối thiểu|ít nhất|trên|dưới|khoảng|từ|đạt|hơn|không quá|tối đa|tăng|giảm|đến|top|nhóm|còn)\s)*[<>≥≤=~\s]*\d"
)
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_PERIOD = re.compile(r"(20\d\d)\s?[-–—]\s?(20\d\d)")
_SEVERAL = re.compile(r";")
_LONGEST_FIGURE = 120  # characters of a cell that is a figure and not a sentence


@value
class Column:
    """A cell and what its column is for."""

    cell: Span
    heading: str
    role: str


def facts_of_row(setting: Setting, passage: Passage) -> Iterator[Fact]:
    """The figures of a table row."""
    columns = _columns(setting, passage)
    lead = next((c.cell for c in columns if c.role == "lead" and c.cell.end > c.cell.start), None)
    deadline = next((c.cell for c in columns if c.role == "deadline"), None)
    setting = replace(setting, row=passage.span, lead=lead, deadline=deadline)
    indicator = next((c for c in columns if c.role == "indicator"), None)
    unit = next((c for c in columns if c.role == "unit"), None)
    figures = [c for c in columns if c.role == "figure" and _BARE.match(c.cell.of(setting.form))
               and c.cell.end - c.cell.start <= _LONGEST_FIGURE]  # fmt: skip
    if indicator is not None and figures:
        for column in figures:
            yield from _facts_of_cell(setting, indicator, unit, column)
        return
    for column in columns:
        if column.role in ("words", "indicator", "figure"):
            yield from facts_of_words(replace(setting, column=column.heading), column.cell)


def _columns(setting: Setting, passage: Passage) -> list[Column]:
    headings = passage.columns or (None,) * len(passage.cells)
    columns = []
    taken = False
    for cell, heading in zip(passage.cells, headings, strict=True):
        words = " ".join(heading.of(setting.form).split()) if heading else ""
        role = _role(words, first=not taken)
        taken = taken or role == "indicator"
        columns.append(Column(cell, words, role))
    return columns


def _role(heading: str, *, first: bool) -> str:
    if not heading:
        return "words"
    for role, pattern in (("number", _NUMBER_COLUMN), ("unit", _UNIT_COLUMN)):
        if pattern.match(heading):
            return role
    if first and _INDICATOR_COLUMN.match(heading) and not _YEAR.search(heading):
        return "indicator"
    for role, pattern in (
        ("lead", _LEAD_COLUMN),
        ("other", _OTHER_BODY),
        ("deadline", _DEADLINE_COLUMN),
        ("figure", _FIGURE_COLUMN),
    ):
        if pattern.search(heading):
            return role
    return "words"


def _facts_of_cell(setting: Setting, indicator: Column, unit: Column | None, column: Column) -> Iterator[Fact]:
    form = column.cell.of(setting.form)
    start = 0
    for end in [*(match.start() for match in _SEVERAL.finditer(form)), len(form)]:
        quantities = find_quantities(setting.text[column.cell.start + start : column.cell.start + end])
        if quantities:
            yield _fact(
                setting,
                indicator,
                unit,
                column,
                quantities[0],
                Span(column.cell.start + start, column.cell.start + end),
            )
        start = end + 1


def _fact(
    setting: Setting, indicator: Column, unit: Column | None, column: Column, quantity: Quantity, cell: Span
) -> Fact:
    at = lambda span: Span(span.start + cell.start, span.end + cell.start)  # noqa: E731
    words, base, kind_span = _unit(setting, unit, column, indicator, quantity, cell)
    year = _column_year(column)
    moved = replace(setting, column=column.heading)
    status = status_of(moved, at(quantity.span), at(quantity.span), year, part=quantity.total is not None)
    over = None if year else inherited_horizon(moved, status)
    quote = quote_of(setting, cell, cell, at(quantity.span))
    scope = scope_of(setting, quote)
    parts = [Part("indicator", indicator.cell), Part("value", at(quantity.number))]
    parts += [Part("unit", kind_span)] if kind_span else []
    parts += [Part("comparator", at(quantity.bound))] if quantity.bound else []
    parts += [Part("year", over.span)] if over and over.span.end else []
    parts += [Part("lead", setting.lead)] if setting.lead else []
    parts += [Part("scope", scope.span)] if scope.span else []
    slots = Target(
        status, " ".join(indicator.cell.of(setting.text).split()), _comparator(quantity, words), quantity.value, words, base, scope.words,
        year or (over.year if over else None), " ".join(setting.lead.of(setting.text).split()) if setting.lead else "",
    )  # fmt: skip
    return Fact(
        slots, quote, tuple(p for p in parts if quote.holds(p.span)), tuple(p for p in parts if not quote.holds(p.span))
    )


def _comparator(quantity: Quantity, unit: str) -> Comparator:
    return quantity.comparator


def _unit(
    setting: Setting, unit: Column | None, column: Column, indicator: Column, quantity: Quantity, cell: Span
) -> tuple[str, str, Span | None]:
    """Unit, base and where the unit stands: in the cell, in the column of units, or in brackets in a heading or the indicator."""
    text = setting.text
    printed = " ".join(unit.cell.of(text).split()) if unit else ""
    if matching_form(printed).startswith(("thứ bậc", "xếp hạng", "hạng", "thứ hạng", "vị trí")):
        rest = text[cell.start + quantity.number.end : cell.end].strip(" ;.,")
        return RANK, rest, unit.cell if unit else None
    own = quantity.unit if quantity.kind not in (UnitKind.NONE, UnitKind.OTHER) else ""
    if own and not (own == "%" and printed.startswith("%")):
        span = quantity.unit_span
        return own, "", Span(span.start + cell.start, span.end + cell.start) if span else None
    if printed:
        if printed.startswith("%") and not printed.startswith("%/"):
            return "%", printed[1:].strip(), unit.cell if unit else None
        return printed, "", unit.cell if unit else None
    for words in (column.heading, indicator.cell.of(text).strip()):
        if match := _COLUMN_UNIT.search(words):
            return match[1].strip(), "", None
    return own or quantity.unit, "", None


def _column_year(column: Column) -> Year | None:
    if match := _PERIOD.search(column.heading):
        return f"{match[1]}-{match[2]}"
    years = _YEAR.findall(column.heading)
    return int(years[0]) if len(years) == 1 else None
