"""Which quantities of a clause are figures of an indicator, and which only number, date, limit or divide."""

import re
from collections.abc import Sequence

from corpus.facts import Comparator
from corpus.grammar.quantities import Quantity, UnitKind

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
_WEAK = re.compile(r"(?<!\w)(?:cho|đối với|hỗ trợ|trong đó|là|gồm)(?:\s\w+)?\s?$")
_PREDICATE = re.compile(
    r"(?<!\w)(?:đã|được|có|hoàn thành|là|tham gia|đạt|sử dụng|ứng dụng|thực hiện|kết nối|học|đang|triển khai)(?!\w)"
)
_REDUCED = re.compile(r"(?<!\w)(?:giảm|rút ngắn|còn|cắt giảm|xuống)(?:\s\w+){0,3}\s?$")
_MULTIPLIED = re.compile(r"(?<!\w)(?:gấp|tăng|giảm|cao hơn|hơn)(?:\s\w+){0,2}\s?$")
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


def figures(form: str, start: int, end: int, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities of the clause ``form[start:end]`` that state something."""
    found: list[Quantity] = []
    for number, quantity in enumerate(quantities):
        following = quantities[number + 1] if number + 1 < len(quantities) else None
        if _is_named(form, start, quantity) or _is_limit(form, quantity, following, found):
            continue
        if _states(form, start, end, quantity, found):
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


def _states(form: str, start: int, end: int, quantity: Quantity, found: Sequence[Quantity]) -> bool:
    before = form[max(start, quantity.span.start - _NEAR) : quantity.span.start]
    if quantity.kind in (UnitKind.PERCENT, UnitKind.CURRENCY):
        return True
    if quantity.kind is UnitKind.NONE:
        link = quantity.bound is not None or _LINK.search(before) is not None
        return link and _INDEX.search(form, start, quantity.span.start) is not None
    if quantity.kind is UnitKind.TIME:
        reduced = _REDUCED.search(before) is not None and quantity.unit.lower() != "năm"
        return reduced or (quantity.unit.lower() == "tuổi" and re.search(r"(?:đạt|lên|là)\s?$", before) is not None)
    if quantity.kind is UnitKind.PART:
        counted = quantity.unit.lower() in _TARGETS_OF_PLAN
        return counted and (quantity.total is not None or _COMPLETED.search(before) is not None)
    if quantity.kind is UnitKind.MEASURE:
        return quantity.unit.lower() != "lần" or _MULTIPLIED.search(before) is not None
    return _counts(form, start, end, quantity, before, found)


def _counts(form: str, start: int, end: int, quantity: Quantity, before: str, found: Sequence[Quantity]) -> bool:
    """Whether a number of things is stated, and not only mentioned: something is done with it, or it is said how it is meant."""
    known = quantity.kind is not UnitKind.OTHER
    if quantity.total is not None:
        return known or not quantity.unit.lower().startswith("điểm")
    if quantity.comparator is not Comparator.EQUAL:
        return known or _VERB.search(before) is not None or _LINK.search(before) is not None
    if _VERB.search(before) and (known or not _WEAK.search(before)):
        return not _WEAK.search(before) or _grouped(form, quantity)
    if _LINK.search(before) or before.rstrip().endswith(":"):
        return known
    if found and re.search(r"(?:^|\s)(?:và|,)\s?$", before) and found[-1].span.end + 40 > quantity.span.start:
        return True
    opening = _ADVERB.match(form[start : quantity.span.start]) is not None
    if opening and _PREDICATE.search(form, quantity.span.end, min(end, quantity.span.end + 120)):
        return True
    return _grouped(form, quantity) and known


def _grouped(form: str, quantity: Quantity) -> bool:
    """Whether the number is so large that its thousands are set apart: such numbers are counted, not named."""
    return "." in quantity.number.of(form)
