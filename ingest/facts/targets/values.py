"""Which quantities of a clause are figures of an indicator, and which only number, date, limit or divide."""

import re
from collections.abc import Sequence

from corpus.facts import Comparator
from corpus.grammar.quantities import Quantity, UnitKind
from corpus.types import Span

# words before a number that make it a name: "năm 2025", "Điều 5", "Đề án 06", "cấp độ 3"
_LABEL = re.compile(
    r"(?<!\w)(?<!tổng )(?:năm|tháng|ngày|quý|khoá|kỳ|số|điều|khoản|điểm|mục|phần|lần|thứ|đợt|phiên|giai đoạn|đề án|chương trình|chỉ thị|kế hoạch|nghị quyết|quyết định|nghị định|thông tư|luật|thông báo|kết luận|công văn|phụ lục|mẫu|biểu|bảng|loại|cấp độ|cấp|mức độ|hạng|vùng|khu vực|quốc lộ|trang|lớp|quận|phường|tổ|khu|bước|tuyến|giờ|ban chỉ đạo|bcđ|\[)\s?$"
)
_LINK = re.compile(
    r"(?<!\w)(?:đạt|đạt mức|chiếm|ở mức|là|lên|còn|xuống|xuống còn|bằng|tăng|giảm|tăng thêm|duy trì|đến|tới|mức|ước|tỷ lệ|tỉ lệ|gấp|bình quân|trung bình|cắt giảm|rút ngắn|thấp hơn|cao hơn|vượt|tổng số|tổng cộng|tổng|với)\s?$"
)
_VERB = re.compile(
    r"""(?<!\w)(?:có|đạt|hoàn\sthành|xây\sdựng|thành\slập|hình\sthành|phát\striển|ban\shành|tổ\schức|triển\skhai|thu\shút|kết\snối|đào\stạo
    |tập\shuấn|bồi\sdưỡng|cấp|giải\squyết|xử\slý|tiếp\snhận|thu\sthập|thu\shồi|lựa\schọn|thông\squa|sửa\sđổi|bổ\ssung|tặng|sắp\sxếp|giảm|tăng
    |bố\strí|cắt\sgiảm|sử\sdụng|khai\sthác|vận\shành|huy\sđộng|công\sbố|công\snhận|kết\snạp|đầu\stư|khởi\scông|khánh\sthành|mở|ký\skết|ký
    |tạo|duy\strì|gồm|đưa\svào\ssử\sdụng|phủ\ssóng|lắp\sđặt|trồng|nâng\scấp|số\shoá|tích\shợp|cung\scấp|phê\sduyệt|thẩm\sđịnh|tham\smưu
    |xuất\sbản|phát\shành|đăng\ský|phục\svụ|đón|thực\shiện|chuyển\sgiao|thương\smại\shoá|bãi\sbỏ|thay\sthế|phân\sbổ|giải\sngân|trình|tổng\ssố|tổng
    |là|còn|lên|xuống|đạt\schuẩn|gấp|trong\sđó|cho|đối\svới|hỗ\strợ)
    (?:\s(?:được|thêm|mới|với|đến|tới|cho|lên|xuống|là|tại|trình|tổng|số|hơn|khoảng|của|vào|ít|nhất|có))*\s?$""",
    re.VERBOSE,
)
_WEAK = re.compile(r"(?<!\w)(?:cho|đối với|hỗ trợ|trong đó|là|gồm)\s?$")
# bodies and places that something is done for or with: their number is no result
_ADDRESSEES = frozenset(("tỉnh", "thành phố", "huyện", "quận", "xã", "phường", "thị trấn", "địa phương", "cơ quan", "đơn vị", "bộ, ngành", "sở, ngành", "nước", "quốc gia", "tổ chức", "đoàn", "vùng", "cấp"))  # fmt: skip
_MENTIONED = re.compile(
    r"(?<!\w)(?:của|tại|trong|ở|trên|từ|cả|các|những|mỗi|theo|giữa|một trong|là một trong|về|thuộc|do|bởi|hai|này|đủ|nhóm|và|khoảng)\s?$"
)
_LISTED = re.compile(r"[^\w]*(?:\d{1,2}[.)]\s)?(?:chủ trì[^;:]{0,40}?\s)?(?:xây dựng|hoàn thành|ban hành|thành lập|hình thành|phát triển|đào tạo|tổ chức)(?!\w)")
# What everybody gets or must keep to: support, fines, points, conditions.
_NORM = re.compile(
    r"(?<!\w)(?:mức (?:hỗ trợ|chi|phạt|thu|đóng|hưởng|phí|giá)|hỗ trợ (?:một lần|tối đa|không quá|\d)|được hỗ trợ (?:tối đa|không quá|\d)|phạt tiền|định mức|cứ \d|được (?:tính|cộng|trừ) \d|được thêm|\d+(?:,\d+)? điểm(?! %| phần| sáng| cầu| phục| mỏ| đo| truy| bưu)|điều kiện sau|không thực hiện thủ tục|trong thời hạn|chậm nhất \d)(?!\w)|điểm [a-zđ] khoản \d|khoản \d+(?:, \d+)* điều \d"
)
_PROGRESS = re.compile(r"(?:\s[^\W\d]+){0,3}?\s(?:đang|đã|quá hạn|hoàn thành|chưa|chuyển tiếp|tiếp tục|còn lại)(?!\w)")
_PREDICATE = re.compile(
    r"(?<!\w)(?:đã|được|có|hoàn thành|là|tham gia|đạt|sử dụng|ứng dụng|thực hiện|kết nối|học|đang|triển khai)(?!\w)"
)
_REDUCED = re.compile(r"(?<!\w)(?:giảm|rút ngắn|còn|cắt giảm|xuống)(?:\s\w+){0,3}\s?$")
_MULTIPLIED = re.compile(r"(?<!\w)(?:gấp|tăng|giảm|cao hơn|hơn|còn)(?:\s\w+){0,2}\s?$")
_INDEX = re.compile(r"(?<!\w)(?:chỉ số|hệ số|tỷ số|hdi|gini|icor)(?!\w)")
_ADVERB = re.compile(
    r"^\W*(?:(?:đến nay|hiện nay|hiện|đồng thời|ngoài ra|cụ thể|trong đó|phấn đấu|(?:đến |hết )?(?:cuối )?năm \d{4}|kết quả|tính đến [^,]{2,30})[\s,:]*)*$"
)
_BASELINE = re.compile(
    r"^[^,;.]{0,40}?(?<!\w)(?:lên|xuống|tăng lên|giảm xuống|đến|tới)(?!\w)(?: còn| khoảng| trên| dưới| hơn)?\s?$"
)
_TARGETS_OF_PLAN = frozenset(("nhiệm vụ", "chỉ tiêu", "mục tiêu", "tiêu chí", "nhóm nhiệm vụ"))
_COMPLETED = re.compile(r"(?<!\w)(?:hoàn thành|đạt|vượt|thực hiện|được giao|còn)(?:\s\w+)?\s?$")
_NEAR = 60  # characters before a number in which the word that governs it stands


def figures(form: str, clause: Span, quantities: Sequence[Quantity], *, reports: bool) -> list[Quantity]:
    """The quantities of a clause that state something. ``reports``: the passage tells what was done, so that any count is a result."""
    found: list[Quantity] = []
    if quantities and _NORM.search(form, clause.start, clause.end):
        return found
    for number, quantity in enumerate(quantities):
        following = quantities[number + 1] if number + 1 < len(quantities) else None
        if _is_named(form, clause.start, quantity) or _is_limit(form, quantity, following, found):
            continue
        if _states(form, clause, quantity, found, reports=reports):
            found.append(quantity)
    return found


def _is_named(form: str, start: int, quantity: Quantity) -> bool:
    """Whether the number is a year, a date or the name of something."""
    if quantity.kind in (UnitKind.PERCENT, UnitKind.CURRENCY):
        return False
    value = quantity.value if isinstance(quantity.value, float) else quantity.value[0]
    printed = quantity.number.of(form)
    year = 1900 <= value <= 2100 and printed[:4].isdigit() and "." not in printed and quantity.total is None
    if year and quantity.kind not in (UnitKind.COUNT, UnitKind.PEOPLE):
        return True
    if quantity.total is not None and 1900 <= quantity.total <= 2100 and value <= 12:
        return True  # 6/2025
    return _LABEL.search(form, max(start, quantity.span.start - 20), quantity.span.start) is not None


def _is_limit(form: str, quantity: Quantity, following: Quantity | None, found: Sequence[Quantity]) -> bool:
    """Whether the number stands inside an indicator ("tốc độ 01 Gb/s đạt 100%") or is what another one starts from."""
    if following is not None:
        between = form[quantity.span.end : following.span.start]
        if quantity.bound is not None and _BASELINE.match(between) and quantity.bound.of(form).startswith("từ"):
            return True
        if not re.search(r"[,;:()]", between) and re.search(r"(?<!\w)(?:đạt|chiếm|là|ở mức)\s?$", between):
            return True
    if (
        found
        and found[-1].kind is UnitKind.PERCENT
        and quantity.kind in (UnitKind.COUNT, UnitKind.OTHER, UnitKind.MEASURE)
    ):
        between = form[found[-1].span.end : quantity.span.start]
        return quantity.comparator is Comparator.AT_LEAST and not re.search(r"[,;:()]", between)
    return False


def _states(form: str, clause: Span, quantity: Quantity, found: Sequence[Quantity], *, reports: bool) -> bool:
    before = form[max(clause.start, quantity.span.start - _NEAR) : quantity.span.start]
    unit = quantity.unit.lower()
    if quantity.kind is UnitKind.PERCENT:
        return True
    if quantity.kind is UnitKind.CURRENCY:
        rate = "/" in unit and not unit.endswith(("/năm", "/người", "/người/năm", "/tháng", "/ha"))
        return not rate and not (quantity.comparator is Comparator.AT_MOST and "/" in unit)
    if quantity.kind is UnitKind.NONE:
        link = quantity.bound is not None or _LINK.search(before) is not None
        return link and _INDEX.search(form, clause.start, quantity.span.start) is not None
    if quantity.kind is UnitKind.TIME:
        reduced = _REDUCED.search(before) is not None and unit != "năm"
        return reduced or (unit == "tuổi" and re.search(r"(?:đạt|lên|là)\s?$", before) is not None)
    if quantity.kind is UnitKind.PART:
        counted = quantity.total is not None or _COMPLETED.search(before) or _PROGRESS.match(form, quantity.span.end)
        return unit in _TARGETS_OF_PLAN and bool(counted)
    if quantity.kind is UnitKind.MEASURE:
        return unit != "lần" or _MULTIPLIED.search(before) is not None
    return _counts(form, clause, quantity, before, found, reports=reports)


def _counts(form: str, clause: Span, quantity: Quantity, before: str, found: Sequence[Quantity], *, reports: bool) -> bool:
    """Whether a number of things is stated, and not only mentioned: something is done with it, or it is said how it is meant."""
    known = quantity.kind is not UnitKind.OTHER
    if not known and not before.strip() and quantity.unit[0].isupper() and not quantity.unit.isupper():
        return False  # the number of a clause: "6 Yêu cầu …"
    if quantity.total is not None:
        return known or not quantity.unit.lower().startswith("điểm")
    if quantity.comparator is not Comparator.EQUAL:
        return known or _VERB.search(before) is not None or _LINK.search(before) is not None
    if _WEAK.search(before):
        return known and (_grouped(form, quantity) or quantity.unit.lower() not in _ADDRESSEES)
    if _VERB.search(before):
        return True
    if _LINK.search(before) or before.rstrip().endswith(":"):
        return known
    if found and re.search(r"(?:^|\s)(?:và|,)\s?$", before) and found[-1].span.end + 40 > quantity.span.start:
        return True
    if known and before.endswith(", ") and _LISTED.match(form, clause.start, quantity.span.start):
        return True
    opening = _ADVERB.match(form[clause.start : quantity.span.start]) is not None
    if opening and _PREDICATE.search(form, quantity.span.end, min(clause.end, quantity.span.end + 120)):
        return True
    return known and (_grouped(form, quantity) or (reports and not _MENTIONED.search(before)))


def _grouped(form: str, quantity: Quantity) -> bool:
    """Whether the number is so large that its thousands are set apart: such numbers are counted, not named."""
    return "." in quantity.number.of(form)
