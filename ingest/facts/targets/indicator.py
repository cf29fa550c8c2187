"""What a figure is the figure of: the words before it, or behind it where the figure comes first, and what a share is a share of."""

import re

from corpus.grammar.quantities import Quantity, UnitKind
from corpus.types import Span, value

_OPENING = re.compile(
    r"""(?:[\s\-–—+•·*,:;("“]+|(?:\d{1,2}|[a-zđ])[.)]\s|\((?:\d{1,2}|[ivx]{1,5})\)\s
    |(?:phấn\sđấu|trong\sđó|đồng\sthời|cụ\sthể|kết\squả|ngoài\sra|và|nâng|đưa|với|đến\snay|hiện\snay|hiện|đã)(?=[\s,:])
    |(?:(?:đến|tới|trong|vào|hết|từ|cuối|tính\sđến|ước)\s){0,3}(?:năm|giai\sđoạn|ngày|tháng|quý)\s[\d/\sivx–-]{1,24}(?=[,:\s])
    |(?:đến|trong)\s\d{4}(?=[,:\s]))""",
    re.VERBOSE,
)
_CLOSING = re.compile(
    r"(?:[\s,:(–-]|(?<!\w)(?:đạt|chiếm|ở mức|là|mức|khoảng|đạt mức|ước|còn|lên|xuống|được|có|tỷ lệ|tỉ lệ|tối thiểu|ít nhất|phải|mới|đã|hiện|cần|với|tổng số|tổng|từ|đến|đạt tỷ lệ)(?!\w))+$"
)
_VERBS_ONLY = re.compile(
    r"^(?:\W|(?:có|thu hút|thêm|hình thành|xây dựng|bố trí|hoàn thành|phát triển|thành lập|ban hành|tổ chức|đào tạo|mỗi năm|hằng năm|hàng năm|tối thiểu|ít nhất|triển khai|cắt giảm|giảm|tăng|sửa đổi|bổ sung|phải|được|đạt|số hoá|tích hợp|cung cấp|tái sử dụng|thực hiện|mục tiêu|đã|đang|mới|chỉ|với|đủ|cấp|tặng|thông qua|trình|kết nối|duy trì|cân đối|thuộc|và|đưa|vào|khai thác|sử dụng|bảo đảm|đảm bảo|huy động|hỗ trợ|thu thập|lựa chọn|hiện|cho|mức|chung)(?!\w))*$"
)
_BEHIND_ENDS = re.compile(r"[;.:\n]|,\s(?=(?:trong đó|đạt|chiếm|tăng|giảm|phấn đấu|bằng|vượt|năm \d)(?!\w))|\s\((?=\d)")
_SHARE_OF = re.compile(
    r"\s(?:trong\s|trên\s|so với\s|của\s)?(?P<base>(?:gdp|grdp|dân số|tổng|ngân sách|doanh thu|kinh tế số|kế hoạch|dự toán)(?:\s[^,;.()\n]{1,60}?)?)(?=\s(?:cho|và|để|năm|vào|đến|phục vụ|hằng năm|hàng năm|trong|được|theo|so)\s|[,;.()\n]|$)"
)
_SHARE_BEFORE = re.compile(r"(?:^|\s)(?:trên|trong|/)\s?(?P<base>tổng [^,;]{2,80}|gdp|grdp)$")
_FIRST_NOUN = re.compile(
    r"\s(?P<base>[^,;.\n]{2,90}?)(?=\s(?:được|có|đã|hoàn thành|đạt|sử dụng|kết nối|tham gia|trên|thực hiện|cung cấp|đánh giá|phải)(?!\w)|[,;.\n]|$)"
)
_LONGEST = 300


@value
class Indicator:
    """The words of an indicator, joined, and where they stand; the base of a share."""

    words: str
    spans: tuple[Span, ...]
    base: Span | None = None


def indicator_of(text: str, form: str, segment: Span, quantity: Quantity) -> Indicator:
    """The indicator of a figure. ``segment``: from the figure before (or the clause's beginning) to the next one or the end."""
    before = _trimmed(form, segment.start, quantity.span.start)
    behind = _behind(form, quantity, segment.end)
    base = _base(form, quantity, before, segment)
    words = before.of(form)
    if words and not _VERBS_ONLY.match(words):
        spans: tuple[Span, ...] = (before,)
        if (
            quantity.kind in (UnitKind.COUNT, UnitKind.PEOPLE, UnitKind.OTHER)
            and behind is not None
            and quantity.unit != "hạng"
        ):
            spans = (before, behind)
    else:
        spans = tuple(span for span in (before, behind) if span is not None and span.end > span.start)
    joined = " ".join(" ".join(span.of(text).split()) for span in spans)
    return Indicator(joined[:_LONGEST], spans, base)


def _trimmed(form: str, start: int, end: int) -> Span:
    """The words before a figure without what opens the clause and what leads over to the number."""
    if end - start > _LONGEST:
        start = max(form.find(", ", end - _LONGEST, end) + 2, end - _LONGEST)
    while match := _OPENING.match(form, start, end):
        start = match.end()
    match = _CLOSING.search(form[start:end])
    end = start + match.start() if match else end
    return Span(start, max(start, end))


def _behind(form: str, quantity: Quantity, end: int) -> Span | None:
    """The words from the unit on: "100% | xã có đường ô tô", "5 | doanh nghiệp ngang tầm …"."""
    counted = (
        quantity.unit_span
        if quantity.kind in (UnitKind.COUNT, UnitKind.PEOPLE, UnitKind.OTHER, UnitKind.PART)
        else None
    )
    start = counted.start if counted else quantity.span.end
    limit = min(end, start + _LONGEST)
    stop = _BEHIND_ENDS.search(form, start, limit)
    limit = stop.start() if stop else limit
    while start < limit and form[start] in " ,":
        start += 1
    while limit > start and not (form[limit - 1].isalnum() or form[limit - 1] in ')%”"'):
        limit -= 1
    return Span(start, limit) if limit > start else None


def _base(form: str, quantity: Quantity, before: Span, segment: Span) -> Span | None:
    if quantity.total is not None:
        return Span(quantity.number.start, quantity.span.end)
    if quantity.kind is not UnitKind.PERCENT:
        return None
    if match := _SHARE_OF.match(form, quantity.span.end, segment.end):
        return Span(*match.span("base"))
    words = before.of(form)
    if match := _SHARE_BEFORE.search(words):
        return Span(before.start + match.start("base"), before.start + match.end("base"))
    if (not words or _VERBS_ONLY.match(words)) and (match := _FIRST_NOUN.match(form, quantity.span.end, segment.end)):
        return Span(*match.span("base"))
    return None
