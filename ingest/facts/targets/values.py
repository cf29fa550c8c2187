"""Which quantities of a clause are figures of an indicator, and which only number, date, limit or divide."""

import re
from collections.abc import Sequence

from corpus.facts import Comparator
from corpus.grammar.quantities import Quantity, UnitKind
from corpus.types import Span
from ingest.facts.targets.counts import is_counted, opens

# Words before a number that make it a name: "năm 2025", "Điều 5", "cấp độ 3"; those of documents only where nothing is counted.
_LABEL = re.compile(
    r"(?<!\w)(?<!tổng )(?:năm|tháng|ngày|quý|khoá|kỳ|số|điều|khoản|điểm|mục|phần|lần|thứ|đợt|phiên|giai đoạn|phụ lục|mẫu|biểu|bảng|loại|cấp độ|cấp|mức độ|hạng|vùng|khu vực|quốc lộ|trang|lớp|quận|phường|tổ|khu|bước|tuyến|giờ|trước|\[)\s?$"
)
_DOCUMENT = re.compile(
    r"(?<!\w)(?:đề án|chương trình|chỉ thị|kế hoạch|nghị quyết|quyết định|nghị định|thông tư|luật|thông báo|kết luận|công văn|ban chỉ đạo|bcđ)\s?$"
)
_LINK = re.compile(
    r"(?<!\w)(?:đạt|ở mức|là|lên|còn|xuống|bằng|tăng|giảm|duy trì|đến|mức|ước|tỷ lệ|tỉ lệ|bình quân|trung bình|:)\s?$"
)
_REDUCED = re.compile(r"(?<!\w)(?:giảm|rút ngắn|còn|cắt giảm|xuống)(?:\s\w+){0,3}\s?$")
_MULTIPLIED = re.compile(r"(?<!\w)(?:gấp|tăng|giảm|cao hơn|hơn|còn)(?:\s\w+){0,2}\s?$")
_INDEX = re.compile(r"(?<!\w)(?:chỉ số|hệ số|tỷ số|hdi|gini|icor)(?!\w)")
_BASELINE = re.compile(
    r"^[^,;.]{0,40}?(?<!\w)(?:lên|xuống|tăng lên|giảm xuống|đến|tới)(?!\w)(?: còn| khoảng| trên| dưới| hơn)?\s?$"
)
_REACHES = re.compile(r"(?<!\w)(?:đạt|chiếm|là|ở mức)\s?$")
_AND = re.compile(r"\s(?:và|còn)\s")  # "tăng 6,2% và nhập khẩu đạt 30 tỷ đồng": a figure of its own
_BREAK = re.compile(r"[,;:()]")
_PARTS_OF_PLAN = frozenset(("nhiệm vụ", "chỉ tiêu", "mục tiêu", "tiêu chí", "nhóm nhiệm vụ"))
_COMPLETED = re.compile(r"(?<!\w)(?:hoàn thành|đạt|vượt|thực hiện|được giao|đã giao|còn)(?:\s\w+)?\s?$")
_PROGRESS = re.compile(r"(?:\s[^\W\d]+){0,3}?\s(?:đang|đã|quá hạn|hoàn thành|chưa|chuyển tiếp|tiếp tục|còn lại)(?!\w)")
_PLANNED = re.compile(r"\((?:kế hoạch|mục tiêu|chỉ tiêu)(?: giao| năm)?\s?$")
# What everybody gets or must keep to: support, fines, points, conditions.
_NORM = re.compile(
    r"(?<!\w)(?:mức (?:hỗ trợ|chi|phạt|thu|đóng|hưởng|phí|giá)|hỗ trợ (?:một lần|tối đa|không quá|\d+(?:,\d+)?\s?%)|được hỗ trợ (?:tối đa|không quá|\d)|phạt tiền|định mức|cứ \d|được (?:tính|cộng|trừ) \d|được thêm|\d+(?:,\d+)? điểm(?! %| phần| sáng| cầu| phục| mỏ| đo| truy| bưu)|điều kiện sau|không thực hiện thủ tục|trở lên (?:trở lên )?đối với|trong thời hạn|chậm nhất \d)(?!\w)|điểm [a-zđ] khoản \d|khoản \d+(?:, \d+)* điều \d"
)
_COUNTS = (UnitKind.COUNT, UnitKind.PEOPLE)
_JOINS = re.compile(r"\s[^;.:()\d]{2,30}\svà\s")
_NEAR = 60  # characters before a number in which the word that governs it stands


def figures(form: str, clause: Span, quantities: Sequence[Quantity], *, reports: bool) -> list[Quantity]:
    """The quantities of a clause that state something. ``reports``: the passage tells what was done, so that any count is a result."""
    found: list[Quantity] = []
    if quantities and _NORM.search(form, clause.start, clause.end):
        return found
    for number, quantity in enumerate(quantities):
        following = quantities[number + 1] if number + 1 < len(quantities) else None
        if quantity.kind is UnitKind.NONE and found and _PLANNED.search(form, clause.start, quantity.span.start):
            found.append(quantity._replace(unit=found[-1].unit, kind=found[-1].kind))  # "66 doanh nghiệp (kế hoạch 68)"
        elif not (
            _is_named(form, clause.start, quantity) or _is_limit(form, clause, quantity, following, found)
        ) and _states(form, clause, quantity, found, reports=reports):
            found.append(_bounded_like(form, found[-1], quantity) if found else quantity)
    return found


def _bounded_like(form: str, before: Quantity, quantity: Quantity) -> Quantity:
    """A count that "và" joins to one with a bound is meant like it: "ít nhất 05 sở và 03 huyện"."""
    bounds = (Comparator.AT_LEAST, Comparator.AT_MOST)
    alike = before.kind in _COUNTS and quantity.kind in _COUNTS and before.comparator in bounds
    if (
        alike
        and quantity.comparator is Comparator.EQUAL
        and _JOINS.fullmatch(form, before.number.end, quantity.span.start)
    ):
        return quantity._replace(comparator=before.comparator)
    return quantity


def _is_named(form: str, start: int, quantity: Quantity) -> bool:
    """Whether the number is a year, a date or the name of something."""
    if quantity.kind in (UnitKind.PERCENT, UnitKind.CURRENCY):
        return False
    value = quantity.value if isinstance(quantity.value, float) else quantity.value[0]
    printed = quantity.number.of(form)
    counted = quantity.kind in (UnitKind.COUNT, UnitKind.PEOPLE)
    if (
        1900 <= value <= 2100
        and printed[:4].isdigit()
        and "." not in printed
        and quantity.total is None
        and not counted
    ):
        return True
    if quantity.total is not None and 1900 <= quantity.total <= 2100 and value <= 12:
        return True  # 6/2025
    near = max(start, quantity.span.start - 20)
    if not counted and _DOCUMENT.search(form, near, quantity.span.start):
        return True
    return _LABEL.search(form, near, quantity.span.start) is not None


def _is_limit(
    form: str, clause: Span, quantity: Quantity, following: Quantity | None, found: Sequence[Quantity]
) -> bool:
    """Whether the number stands inside an indicator ("tốc độ 50 Mb/s đạt 100%") or is what another one starts from."""
    if following is not None:
        between = form[quantity.span.end : following.span.start]
        if quantity.bound is not None and _BASELINE.match(between) and quantity.bound.of(form).startswith("từ"):
            return True
        stated = _AND.search(between) and _LINK.search(
            form, max(clause.start, quantity.span.start - _NEAR), quantity.span.start
        )
        if not stated and not _BREAK.search(between) and _REACHES.search(between) and not opens(form, clause, quantity):
            return True
    if not found or quantity.kind not in (UnitKind.COUNT, UnitKind.PEOPLE, UnitKind.OTHER, UnitKind.MEASURE):
        return False
    whole = found[-1].kind is UnitKind.PERCENT or found[-1].total is not None
    within = not _BREAK.search(form, found[-1].span.end, quantity.span.start)
    return whole and within and quantity.comparator is Comparator.AT_LEAST  # "100% xã có ít nhất 01 điểm …"


def _states(form: str, clause: Span, quantity: Quantity, found: Sequence[Quantity], *, reports: bool) -> bool:
    before = form[max(clause.start, quantity.span.start - _NEAR) : quantity.span.start]
    unit = quantity.unit.lower()
    if quantity.kind is UnitKind.PERCENT or unit.endswith((" dân", " phụ nữ", " trẻ em")):
        return True
    if quantity.kind is UnitKind.CURRENCY:
        # so much for each project or firm is a norm; so much a year or a head is an indicator
        rate = "/" in unit and not unit.endswith(("/năm", "/người", "/người/năm", "/tháng", "/ha"))
        return not rate and not (quantity.comparator is Comparator.AT_MOST and "/" in unit)
    if quantity.kind is UnitKind.NONE:
        link = quantity.bound is not None or _LINK.search(before) is not None
        return link and (
            quantity.total is not None or _INDEX.search(form, clause.start, quantity.span.start) is not None
        )
    if quantity.kind is UnitKind.TIME:
        reduced = _REDUCED.search(before) is not None and unit != "năm"
        return reduced or (unit == "tuổi" and re.search(r"(?:đạt|lên|là)\s?$", before) is not None)
    if quantity.kind is UnitKind.PART:
        counted = quantity.total is not None or _COMPLETED.search(before) or _PROGRESS.match(form, quantity.span.end)
        return unit in _PARTS_OF_PLAN and bool(counted)
    if quantity.kind is UnitKind.MEASURE:
        return unit != "lần" or _MULTIPLIED.search(before) is not None
    return is_counted(form, clause, quantity, found, reports=reports)
