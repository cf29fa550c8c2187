"""Figures in tables: a row of an indicator with its unit and a column for each year or purpose, and rows of tasks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.facts import Comparator, Fact, Target
from corpus.grammar.quantities import Quantity, UnitKind, quantities_between, unit_at
from corpus.text import matching_form
from corpus.types import Passage, Span, value
from ingest.facts.targets.horizon import Year, inherited_horizon
from ingest.facts.targets.indicator import share_of
from ingest.facts.targets.prose import base_words, facts_of_words, lead_words, quote_of, with_parts
from ingest.facts.targets.ranks import RANK
from ingest.facts.targets.scope import Scope, scope_of
from ingest.facts.targets.setting import Setting, Title
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
    r"20\d\d|kết quả|mục tiêu|kế hoạch|thực hiện|(?<!\w)ước(?!\w)|chỉ tiêu|mức|giá trị|tỷ lệ|tỉ lệ|số lượng|phấn đấu|định hướng|cộng|tổng|kinh phí|vốn|ngân sách|đạt"
)
_AS_ABOVE = re.compile(r"\W*(?:nt|như trên|n\.t|-nt-|\"|″|’’)\W*$")
_COST_COLUMN = re.compile(r"đơn giá|thành tiền|tần suất")  # an estimate of costs, a list of samples
_COLUMN_UNIT = re.compile(r"\(([^()]{1,40})\)\s*$")
_BARE = re.compile(
    r"^\W*(?:(?:tối thiểu|ít nhất|trên|dưới|khoảng|từ|đạt|hơn|không quá|tối đa|tăng|giảm|đến|top|nhóm|còn|thứ|hạng|xếp|vị trí|xếp thứ)\s)*[<>≥≤=~\s]*\d"
)
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_PERIOD = re.compile(r"(20\d\d)\s?[-–—]\s?(20\d\d)")
_RANKED = re.compile(r"(?:xếp hạng|thứ hạng|vị trí|thứ bậc|hạng)(?!\w)")
_COUNTED = re.compile(r"(?:tổng )?số (?:lượng )?")
_GROUP = re.compile(r"nhóm|top|tốp")
_SEVERAL = re.compile(r";")
_LONGEST_FIGURE = 120  # characters of a cell that is a figure and not a sentence


@value
class Column:
    """A cell and what its column is for."""

    cell: Span
    heading: str
    role: str
    title: Span | None = None


class Rows:
    """Reads the rows of a document in order; a cell "nt" (như trên) says what the cell above it said."""

    def __init__(self) -> None:
        self._above: dict[str, Span] = {}

    def facts(self, setting: Setting, passage: Passage) -> Iterator[Fact]:
        """The figures of a row."""
        columns = _columns(setting, passage)
        if not any(_COST_COLUMN.search(column.heading) for column in columns):
            lead, deadline = (self._cell(setting.form, columns, role) for role in ("lead", "deadline"))
            yield from _facts_of_row(replace(setting, row=passage.span, lead=lead, deadline=deadline), columns)

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
               and c.cell.end - c.cell.start <= _LONGEST_FIGURE and _BARE.match(c.cell.of(setting.form))]  # fmt: skip
    if indicator is not None and figures:
        for column in figures:
            yield from _facts_of_cell(setting, indicator, unit, column)
        return
    for column in columns:
        if column.role in ("words", "indicator", "figure"):
            titles = (*setting.titles, Title(column.heading)) if column_year(column.heading) else setting.titles
            yield from facts_of_words(replace(setting, column=column.heading, titles=titles), column.cell)


def _columns(setting: Setting, passage: Passage) -> list[Column]:
    headings = passage.columns or (None,) * len(passage.cells)
    columns = []
    taken = False
    for cell, heading in zip(passage.cells, headings, strict=True):
        words = " ".join(heading.of(setting.form).split()) if heading else ""
        role = _role(words, first=not taken)
        taken = taken or role == "indicator"
        columns.append(Column(cell, words, role, heading))
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
    """The figures of a cell, one for each part between semicolons: "≤ 4 Đông Nam Á; ≤ 60 thế giới"."""
    start = column.cell.start
    for end in [*(match.start() for match in _SEVERAL.finditer(setting.form, *column.cell)), column.cell.end]:
        if quantities := quantities_between(setting.text, setting.form, start, end):
            yield _fact(setting, indicator, unit, column, quantities[0], end)
        start = end + 1


def _fact(
    setting: Setting, indicator: Column, unit: Column | None, column: Column, quantity: Quantity, end: int
) -> Fact:
    words, base, place = _unit(setting, unit, column, indicator, quantity, end)
    rank = words == RANK
    year = column_year(column.heading)
    setting = replace(setting, column=column.heading)
    bounded = quantity.comparator in (Comparator.AT_LEAST, Comparator.AT_MOST)
    status = status_of(
        setting, column.cell, column.cell, quantity.span, year, part=quantity.total is not None, bounded=bounded
    )
    over = None if year else inherited_horizon(setting, status)
    quote = quote_of(setting, column.cell, quantity.span)
    whose = column.title if column.role == "words" else None  # "Nội dung | Cả nước | Tỉnh"
    scope = Scope(" ".join(whose.of(setting.text).split()), whose) if whose else scope_of(setting, quote)
    group = rank and _GROUP.search(setting.form, column.cell.start, quantity.number.start) is not None
    slots = Target(
        status, " ".join(indicator.cell.of(setting.text).split()), Comparator.AT_MOST if group else quantity.comparator, quantity.value,
        words, base or base_words(setting.text, quantity, None).removesuffix(quantity.unit).strip(), scope.words,
        year or (over.year if over else None), lead_words(setting),
    )  # fmt: skip
    return with_parts(slots, quote, [("indicator", indicator.cell), ("value", quantity.number), ("comparator", quantity.bound),
                                     ("unit", place), ("year", over.span if over else None), ("lead", setting.lead),
                                     ("scope", scope.span)])  # fmt: skip


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


def column_year(heading: str) -> Year | None:
    """The year or period that a column is for."""
    if match := _PERIOD.search(heading):
        return f"{match[1]}-{match[2]}"
    years = _YEAR.findall(heading)
    return int(years[0]) if len(years) == 1 else None
