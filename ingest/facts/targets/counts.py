"""Whether a number of things is stated, and not only mentioned: "xây dựng 12 cơ sở dữ liệu", not "hỗ trợ 6 thành phố"."""

import re
from collections.abc import Sequence

from corpus.facts import Comparator
from corpus.grammar.quantities import Quantity, UnitKind
from corpus.types import Span

# The verbs of reports and plans whose object is counted.
_VERB = re.compile(
    r"""(?<!\w)(?:có|đạt|hoàn\sthành|xây\sdựng|thành\slập|hình\sthành|phát\striển|ban\shành|tổ\schức|triển\skhai|thu\shút|kết\snối|đào\stạo
    |tập\shuấn|bồi\sdưỡng|cấp|giải\squyết|xử\slý|tiếp\snhận|thu\sthập|thu\shồi|lựa\schọn|thông\squa|sửa\sđổi|bổ\ssung|tặng|sắp\sxếp|giảm|tăng
    |bố\strí|cắt\sgiảm|sử\sdụng|khai\sthác|vận\shành|huy\sđộng|công\sbố|công\snhận|kết\snạp|đầu\stư|khởi\scông|khánh\sthành|mở|ký\skết|ký
    |tạo|duy\strì|đưa\svào\ssử\sdụng|phủ\ssóng|lắp\sđặt|trồng|nâng\scấp|số\shoá|tích\shợp|cung\scấp|phê\sduyệt|thẩm\sđịnh|tham\smưu
    |xuất\sbản|phát\shành|đăng\ský|phục\svụ|đón|thực\shiện|chuyển\sgiao|thương\smại\shoá|bãi\sbỏ|thay\sthế|phân\sbổ|giải\sngân|trình
    |ghi\snhận|ươm\stạo|cho\svay|tài\strợ|kiểm\stra|thanh\stra|phát\shiện|tuyên\struyền|giới\sthiệu|tổng\ssố|tổng|còn|lên|xuống|đạt\schuẩn)
    (?:\s(?:được|thêm|mới|với|đến|tới|lên|xuống|là|tại|trình|tổng|số|hơn|khoảng|của|vào|ít|nhất|có|công|luỹ|kế))*\s?$""",
    re.VERBOSE,
)
_LINK = re.compile(
    r"(?<!\w)(?:đạt|chiếm|là|lên|còn|bằng|tăng|giảm|duy trì|đến|ước|gấp|bình quân|trung bình|vượt|tổng số|với)\s?$"
)
# Behind these stands who something is done for or with: the number of bodies and places is no result then.
_FOR = re.compile(r"(?<!\w)(?:cho|đối với|hỗ trợ|trong đó|là|gồm)\s?$")
_ADDRESSEES = frozenset(("tỉnh", "thành phố", "huyện", "quận", "xã", "phường", "thị trấn", "địa phương", "cơ quan", "đơn vị", "bộ, ngành", "sở, ngành", "nước", "quốc gia", "tổ chức", "đoàn", "bộ"))  # fmt: skip
_MENTIONED = re.compile(
    r"(?<!\w)(?:của|tại|trong|ở|trên|từ|cả|các|những|mỗi|theo|giữa|một trong|về|thuộc|do|bởi|này|nhóm|và|khoảng)\s?$"
)
_ATTENDING = re.compile(r"(?<!\w)(?:đại diện|lãnh đạo|tham dự|dự họp|sự tham gia của|có mặt)[^;.]{0,60}$")
_PREDICATE = re.compile(
    r"(?<!\w)(?:đã|được|có|hoàn thành|là|tham gia|đạt|sử dụng|ứng dụng|thực hiện|kết nối|học|đang|triển khai)(?!\w)"
)
_LISTED = re.compile(
    r"\W*(?:\d{1,2}[.)]\s)?(?:chủ trì[^;:]{0,40}?\s)?(?:xây dựng|hoàn thành|ban hành|thành lập|hình thành|phát triển|đào tạo|tổ chức)(?!\w)"
)
_ADVERB = re.compile(
    r"^\W*(?:(?:đến nay|hiện nay|hiện|đồng thời|ngoài ra|cụ thể|trong đó|phấn đấu|(?:đến |hết )?(?:cuối )?năm \d{4}|kết quả|tính đến [^,]{2,30})[\s,:]*)*$"
)


def opens(form: str, clause: Span, quantity: Quantity) -> bool:
    """Whether nothing but an adverbial stands before the number in its clause: "Đến nay, 17 ngân hàng …"."""
    words = form[clause.start : quantity.span.start]
    return len(words) < 60 and _ADVERB.match(words) is not None


def is_counted(form: str, clause: Span, quantity: Quantity, found: Sequence[Quantity], *, reports: bool) -> bool:
    """Whether something is done with the things counted, or it is said how the number is meant.

    ``found``: the figures before it in the clause; ``reports``: the passage tells what was done, so that any number of things is a result.
    """
    before = form[max(clause.start, quantity.span.start - 60) : quantity.span.start]
    known = quantity.kind is not UnitKind.OTHER
    if not known and not before.strip() and quantity.unit[0].isupper() and not quantity.unit.isupper():
        return False  # the number of a clause: "6 Yêu cầu …"
    if _ATTENDING.search(before):
        return False
    if quantity.total is not None:
        return known or not quantity.unit.lower().startswith("điểm")
    if quantity.comparator is not Comparator.EQUAL:
        return known or _VERB.search(before) is not None or _LINK.search(before) is not None
    if _FOR.search(before):
        return known and (is_grouped(form, quantity) or quantity.unit.lower() not in _ADDRESSEES)
    if _VERB.search(before):
        return True
    if _LINK.search(before) or before.rstrip().endswith((":", "(kế hoạch")):
        return known
    return _goes_with(form, clause, quantity, found, before, known=known, reports=reports)


def _goes_with(
    form: str, clause: Span, quantity: Quantity, found: Sequence[Quantity], before: str, *, known: bool, reports: bool
) -> bool:
    """Whether the number goes with a figure before it, with a verb further off, or with the kind of passage."""
    joined = re.search(r"(?:^|\s)(?:và|,)\s?$", before) is not None
    if found and joined and found[-1].span.end + 40 > quantity.span.start:
        return True
    if known and before.endswith(", ") and _LISTED.match(form, clause.start, quantity.span.start):
        return True
    if opens(form, clause, quantity) and _PREDICATE.search(
        form, quantity.span.end, min(clause.end, quantity.span.end + 120)
    ):
        return True
    told = reports and quantity.unit.lower() not in _ADDRESSEES and not _MENTIONED.search(before)
    return known and (is_grouped(form, quantity) or told)


def is_grouped(form: str, quantity: Quantity) -> bool:
    """Whether the number is so large that its thousands are set apart: such numbers are counted, not named."""
    return "." in quantity.number.of(form)
