"""What a figure is the figure of: the words before it, or behind it where the figure comes first, and what a share is a share of."""

import re
from dataclasses import replace

from corpus.grammar.quantities import Quantity, UnitKind
from corpus.types import Span, value
from ingest.facts.targets.changes import change_of, only_changes
from ingest.facts.targets.lead_ins import behind_lead_in

_OPENING = re.compile(
    r"""(?:[\s\-–—+•·*,:;.()“"”]+|(?:\d{1,2}|[a-zđ])[.)]\s|\((?:\d{1,2}|[ivx]{1,5})\)\s
    |\d{1,2}(?:\.\d{1,2})*[.)-]\s|(?:chỉ\stiêu|mục\stiêu|nhiệm\svụ|nội\sdung)\s[\d.]{1,5}\s?[:.–-]
    |(?:phấn\sđấu|trong\sđó|đồng\sthời|trong\skhi|như\svậy|cụ\sthể|ngoài\sra|và|với|đến\snay|hiện\snay|riêng)(?=[\s,:])|kết\squả(?=[,:])
    |(?:(?:đến|tới|trong|vào|hết|từ|cuối|tính|ước|luỹ\skế)\s){0,3}(?:năm|giai\sđoạn|ngày|tháng|quý)\s[\d/\sivx–-]{1,24}(?=[,:\s])
    |(?:đến|trong)\s\d{4}(?=[,:\s]))""",
    re.VERBOSE,
)
_CLOSING = re.compile(
    r"(?:[\s,:(–-]|(?<!\w)từ\s[\d.,]+\s?%?|(?<!\w)(?:đạt|chiếm|ở mức|là|(?<!định )mức|khoảng|đạt mức|ước|còn|lên|xuống|được điều chỉnh|được|có|tối thiểu|ít nhất|phải|mới đạt|cần|với|tổng số|tổng|từ|đến|đạt tỷ lệ|đạt tỉ lệ)(?!\w))+$"
)
# Words that say nothing of what is counted: a figure behind them belongs with what follows, or with the figure before.
_VERBS = r"có|thu hút|thêm|hình thành|xây dựng|bố trí|hoàn thành|phát triển|thành lập|ban hành|tổ chức|đào tạo|mỗi năm|hằng năm|hàng năm|tối thiểu|ít nhất|triển khai|cắt giảm|sửa đổi|bổ sung|phải|được|số hoá|tích hợp|cung cấp|tái sử dụng|thực hiện|đang|mới|với|đủ|cấp|tặng|thông qua|trình|kết nối|duy trì|cân đối|thuộc|đưa|vào|khai thác|sử dụng|bảo đảm|đảm bảo|huy động|hỗ trợ|thu thập|lựa chọn|cho|chung|nâng|khuyến khích|dành|phân bổ|lấp đầy|cắt bỏ|đã|hiện|chỉ|hiện nay|đến nay"
_FOLLOWING_ON = r"tăng|giảm|bằng|vượt|thiếu|hụt|yêu cầu|đạt|tương ứng|tương đương|kế hoạch|mục tiêu|chỉ tiêu|cùng kỳ|so với|hiện|hiện nay|đến nay|nay|chiếm|hơn|thấp hơn|cao hơn|năm|đề ra|giao|cả năm|là|trong đó|tỷ lệ|tỉ lệ|ước|và|trên|đúng hạn|thêm|từ|lên|xuống|mức|bình quân|trung bình|đạt tỷ lệ"
_VERBS_ONLY = re.compile(rf"^(?:\W|\d|(?:{_VERBS}|{_FOLLOWING_ON})(?!\w))*$")
_FOLLOWS_ON = re.compile(rf"^(?:\W|\d|(?:{_FOLLOWING_ON})(?!\w))*$")
_BEHIND_ENDS = re.compile(
    r"[;:\n]|\.(?=\s|$)|,\s(?=(?:trong đó|đạt|chiếm|tăng|giảm|phấn đấu|bằng|vượt|gồm|năm \d|xong|song(?! tính| song| phương)|nhưng|trong khi)(?!\w))|\svà\s(?=(?:sẽ|đang)\s)|\s\((?=\d|kế hoạch|mục tiêu|chỉ tiêu|yêu cầu|tăng|giảm|đạt)"
)
_BEHIND_ENDS_LAST = re.compile(r"(?:[\s,(]|(?<!\w)(?:và|với|trong đó|nâng)(?!\w))+$")
# Commas between figures, but not those inside "sở, ngành" and "xã, phường".
_COMMA = re.compile(
    r",\s(?!(?:ngành|ban|phường|thành phố|địa phương|doanh nghiệp|công chức|viên chức|thôn|thị trấn|tổ chức|cá nhân|cơ quan|bản)(?!\w))"
)
_JOINT = re.compile(r"\s(?:với|và)\s")
_GOES_ON = re.compile(r"(?:^|\s|,)(?:và|với)\s$")
_DOES = re.compile(
    r"(?<!\w)(?:bồi dưỡng|đào tạo|tập huấn|tiếp nhận|kết nối|hỗ trợ|tổ chức|kiểm tra|xây dựng|thành lập|ban hành|cấp|tặng|thu hút|bố trí|xử lý|giải quyết|cung cấp|phát triển|triển khai|trồng|lắp đặt|tạo việc làm)(?!\w)"
)
_SHARES = re.compile(r"(?:(?<!\w)chiếm\s|\()$")
_PERIOD_BEHIND = re.compile(r"\s(?:trong |của )?(?:giai đoạn|năm|đến năm)\s[\d\s–-]{4,14}$")
_MONEY = re.compile(r"(?:tổng )?(?:giá trị|số tiền|trị giá|số vốn|vốn|kinh phí|diện tích|mức đầu tư|vốn điều lệ)$")
_ABOUT = re.compile(
    r"\svề\s([^;.\n]{3,200}?)(?=[;.\n]|,\s(?:nhóm|thuộc|xếp|đứng|tăng|giảm|phấn đấu|song|nhưng|trong khi|trong đó|đồng thời)(?!\w)|$)"
)
_SHARE_OF = re.compile(
    r"\s(?:trong\s|trên\s|của\s|vào\s)?(?P<base>(?:gdp|grdp|dân số|tổng|ngân sách|doanh thu|kinh tế số|kế hoạch|mục tiêu|dự toán|số)(?:\s[^,;.()\n]{1,60}?)??)(?=\s(?:cho|và|để|năm|vào|đến|phục vụ|hằng năm|hàng năm|trong|được|có|theo|so|tăng|giảm|(?<!tuổi )trở|trước|(?<!trở )lên|xuống|do|nhờ|vì)\s|(?:(?<=kế hoạch)|(?<=mục tiêu))\s\d|\s?[,;.()\n]|$)"
)
_SHARE_BEFORE = re.compile(r"(?:^|\s)(?:trên|trong|/)\s?(?P<base>tổng [^,;]{2,80}|gdp|grdp)$|/(?P<ratio>gdp|grdp)$")
_NOUN = r"(?!so|trở|vào|trong|trên|năm|và|theo|cho|của|tại|để|do|thì|là|đến|hoặc|hằng|có|được|đã|phải|đạt|khối lượng)[^\W\d]"
_LISTED = r"(?:ngành|địa phương|ban|phường|thôn|cụm|thị trấn|hợp tác xã|viên chức|công chức)(?!\w)"  # "sở, ngành", "tổ dân phố, thôn"
_INSIDE = rf"(?:[^,;.(\n]|,(?=\s{_LISTED})|\((?=[a-zđ&]{{2,10}}\)))"
_NOUN_ENDS = rf"\s?(?:,(?!\s{_LISTED})|[;.\n]|\((?![a-zđ&]{{2,10}}\)))|$"
_PREDICATES = r"hoàn thành|đạt|sử dụng|kết nối|tham gia|trên(?! địa bàn)|thực hiện|cung cấp|đánh giá|phải|vào|trong(?! độ tuổi| phạm vi| diện)|đến|để|cho|chấp nhận|dùng|lập|thành thạo|do|nhờ|vẫn|mỗi|không(?! gian)"
_FIRST_NOUN = re.compile(
    rf"\s(?P<base>{_NOUN}{_INSIDE}{{1,90}}?)(?=(?<!liên quan)(?<!công)\s(?:được|có|đã|{_PREDICATES})(?!\w)|{_NOUN_ENDS})"
)
# Behind a preposition all words belong to the noun: "hỗ trợ cho 100% dự án được chọn"
_WHOLE_NOUN = re.compile(
    rf"\s(?P<base>{_NOUN}{_INSIDE}{{1,90}}?)(?=(?<!liên quan)(?<!công)\s(?:{_PREDICATES})(?!\w)|{_NOUN_ENDS})"
)
_PREPOSITION = re.compile(r"(?:^|\s)(?:cho|tại|ở|đối với)$")
_SHORT_FORM = re.compile(r"\s\([a-zđ&]{2,10}\)$")
_LABEL_SHARE = re.compile(r"\s(?:trong|trên|so với)\s(?P<base>tổng [^,;()]{2,80}|gdp|grdp)$|/(?P<ratio>gdp|grdp)$")
_LINKED = re.compile(r"(?<!\w)(?:đạt|chiếm|ở mức|là|bằng|tăng|giảm|vượt|còn|lên|xuống|mới|tỷ lệ|tỉ lệ|:|\()\s?$")
_CHANGED = re.compile(r"(?<!\w)(?:tăng|giảm)\s?$")
_LONGEST = 300  # characters


@value
class Indicator:
    """The words of an indicator, joined; where they stand; the base of a share; ``end``: where the words of the next figure may begin.

    ``unit`` is that of its figure; ``level`` are the words without those of a change, which the next figure goes on with.
    """

    words: str
    spans: tuple[Span, ...]
    base: Span | None
    end: int
    unit: str = ""
    level: tuple[Span, ...] = ()


def indicator_of(
    text: str, form: str, clause: Span, segment: Span, quantity: Quantity, before: Indicator | None
) -> Indicator:
    """The indicator of a figure.

    ``segment`` reaches from the figure before (or the beginning of the clause) to the next one. A figure that has no words of its own
    ("91,7%, tăng 3%", "(kế hoạch 25%)") has those of the indicator ``before``.
    """
    found = _indicator(text, form, clause, segment, quantity, before)
    return replace(found, unit=quantity.unit, level=found.level or found.spans)


def _indicator(
    text: str, form: str, clause: Span, segment: Span, quantity: Quantity, before: Indicator | None
) -> Indicator:
    own = _trimmed(form, _start(form, segment, quantity, before), quantity.span.start)
    if quantity.unit == "hạng" and (about := _ABOUT.search(form, quantity.span.end, clause.end)):
        return _joined(text, (Span(*about.span(1)),), None, quantity.span.end)
    words = own.of(form)
    first = quantity.kind is UnitKind.PERCENT and _comes_first(form, segment, quantity)
    counted = (
        quantity.kind in (UnitKind.COUNT, UnitKind.PEOPLE, UnitKind.OTHER, UnitKind.PART)
        and quantity.unit_span is not None
        and not quantity.unit.endswith(" dân")  # "9 người/vạn dân" measures
    )
    base, share = _base(form, quantity, own, segment, first=first)
    end = max(quantity.span.end, base.end if base else 0)
    empty = not words or _VERBS_ONLY.match(words) is not None
    opened, closed = (form.rfind(bracket, segment.start, quantity.span.start) for bracket in "()")
    alone = opened > closed or not counted
    if before is not None and alone and _FOLLOWS_ON.match(words) and not (first and base is not None and not share):
        return _following(text, form, segment, quantity, own, before, base, end)
    if before is not None and counted and only_changes(words) and _same_unit(quantity.unit, before.unit):
        return _following(text, form, segment, quantity, own, before, base, end)
    behind = _behind(form, quantity, segment.end, counted=counted, last=segment.end == clause.end)
    named = counted and quantity.unit.lower() in words  # "Số thư viện: 12 thư viện"
    wanted = behind if empty or (counted and not named) or (first and not share) else None
    if before is not None and not counted and _MONEY.match(words):
        return _joined(text, (*before.spans, own), base, end)  # "ký 29 hợp đồng trị giá 61,3 tỷ đồng"
    if first and wanted is not None and form[own.end : quantity.span.start].lstrip().startswith(":"):
        own = Span(own.end, own.end)  # "An toàn thông tin: 100% hệ thống …"
    if before is not None and counted and not words and _is_joined(form, segment, quantity):
        own = _verb_of(form, before) or own  # "tiếp nhận 58 công chức và | 41 viên chức"
    spans = tuple(span for span in (own, wanted) if span is not None and span.end > span.start)
    return _joined(text, spans, base, max(end, wanted.end if wanted else 0))


def _following(
    text: str, form: str, segment: Span, quantity: Quantity, own: Span, before: Indicator, base: Span | None, end: int
) -> Indicator:
    """The indicator of a figure that says more of the one before: its change, its plan ("(kế hoạch 25%)"), its share."""
    change = (
        ()
        if before.level[-1:] == before.spans[-1:] and _CHANGED.search(before.words)
        else change_of(form, own, quantity, segment.end)
    )
    if not change and base is None and quantity.unit == before.unit == "%":
        base = before.base  # plan and outcome are shares of the same
    joined = _joined(text, (*before.level, *change), base, max(end, change[-1].end if change else 0))
    return replace(joined, level=before.level)


def _is_joined(form: str, segment: Span, quantity: Quantity) -> bool:
    """Whether a figure without words of its own goes on with the verb of the one before."""
    return _GOES_ON.search(form, segment.start, quantity.span.start) is not None


def _verb_of(form: str, before: Indicator) -> Span | None:
    """The words before the figure before, where they say what is done with what is counted."""
    first = before.spans[0]
    return first if len(before.spans) > 1 and _DOES.search(form, first.start, first.end) else None


def _same_unit(unit: str, other: str) -> bool:
    return bool(unit and other) and unit.lower().split()[0] == other.lower().split()[0]


def share_of(form: str, start: int, end: int) -> Span | None:
    """What a share printed before ``start`` is a share of: "30% | GDP", "2% | tổng chi ngân sách"."""
    match = _SHARE_OF.match(form, start, end)
    return Span(*match.span("base")) if match else None


def is_share(form: str, segment: Span, quantity: Quantity, indicator: Indicator) -> bool:
    """Whether a figure behind "trong đó" is a share of what was named before it: "nguồn xã hội chiếm 60%", "112 tỷ đồng (2,8%)"."""
    if quantity.unit != "%" or quantity.total is not None or indicator.base is not None:
        return False
    return _SHARES.search(form, segment.start, quantity.span.start) is not None


def whole_of(form: str, whole: Indicator) -> Span | None:
    """The words of a whole without the period it is of: "Tổng nguồn lực | giai đoạn 2021-2025"."""
    first = whole.spans[0]
    period = _PERIOD_BEHIND.search(form[first.start : first.end])
    return Span(first.start, first.start + period.start()) if period else first


def base_of_label(form: str, label: Span) -> Span | None:
    """What the label of a row says that a share is a share of: "Tỷ trọng kinh tế số trong GRDP"."""
    match = _LABEL_SHARE.search(form[label.start : label.end].rstrip(" .;"))
    if match is None:
        return None
    start, end = match.span("base" if match["base"] else "ratio")
    return Span(label.start + start, label.start + end)


def _comes_first(form: str, segment: Span, quantity: Quantity) -> bool:
    """Whether a share stands before what it is a share of: "100% xã …", "giảm 30% thành phần hồ sơ", but not "… đạt 30%"."""
    if not _LINKED.search(form, segment.start, quantity.span.start):
        return True
    changed = _CHANGED.search(form, segment.start, quantity.span.start) is not None
    return changed and _FIRST_NOUN.match(form, quantity.span.end, segment.end) is not None


def _joined(text: str, spans: tuple[Span, ...], base: Span | None, end: int) -> Indicator:
    joined = " ".join(" ".join(span.of(text).split()) for span in spans).removesuffix(" cho")
    return Indicator(joined[:_LONGEST], spans, base, end)


def _start(form: str, segment: Span, quantity: Quantity, before: Indicator | None) -> int:
    """Where the words of a figure begin: behind a figure in the same clause the words up to the next comma are still its own."""
    if before is None or before.end < segment.start:
        return segment.start
    if before.end > quantity.span.start:
        return quantity.span.start
    joint = _COMMA.search(form, before.end, quantity.span.start)
    joint = joint or next(reversed(list(_JOINT.finditer(form, before.end, quantity.span.start))), None)
    return joint.end() if joint else before.end


def _trimmed(form: str, start: int, end: int) -> Span:
    """The words before a figure without what opens the clause and what leads over to the number."""
    if end - start > _LONGEST:
        start = max(form.find(", ", end - _LONGEST, end) + 2, end - _LONGEST)
    while match := _OPENING.match(form, start, end):
        start = match.end()
    start = behind_lead_in(form, Span(start, end))
    while match := _OPENING.match(form, start, end):
        start = match.end()
    closing = _CLOSING.search(form[start:end])
    end = start + closing.start() if closing else end
    return Span(start, max(start, end))


def _behind(form: str, quantity: Quantity, end: int, *, counted: bool, last: bool) -> Span | None:
    """The words from the unit on: "100% | xã có đường ô tô", "5 | doanh nghiệp ngang tầm …"; ``last``: no other figure follows."""
    start = quantity.unit_span.start if counted and quantity.unit_span else quantity.span.end
    limit = min(end, start + _LONGEST)
    stop = _BEHIND_ENDS.search(form, start, limit)
    if not last and (stop is None or stop[0] == ":"):
        stop = next(
            reversed(list(_COMMA.finditer(form, start, limit)) or list(_JOINT.finditer(form, start, limit))), None
        )
    limit = stop.start() if stop else limit
    while start < limit and form[start] in " ,)":
        start += 1
    trailing = _BEHIND_ENDS_LAST.search(form[start:limit])
    limit = start + trailing.start() if trailing else limit
    return Span(start, limit) if limit > start else None


def _base(form: str, quantity: Quantity, own: Span, segment: Span, *, first: bool) -> tuple[Span | None, bool]:
    """What a share is a share of, and whether it is a whole of its own (GDP, a total) and not what the sentence is about."""
    if quantity.kind is not UnitKind.PERCENT or quantity.total is not None:
        return None, False
    words = own.of(form)
    if whole := share_of(form, quantity.span.end, segment.end):
        return whole, bool(words) and not _VERBS_ONLY.match(words)
    if match := _SHARE_BEFORE.search(words):
        name = "base" if match["base"] else "ratio"
        return Span(own.start + match.start(name), own.start + match.end(name)), True
    noun = _WHOLE_NOUN if _PREPOSITION.search(words) else _FIRST_NOUN
    if first and (match := noun.match(form, quantity.span.end, segment.end)):
        start, end = match.span("base")
        short = _SHORT_FORM.search(form, start, end)  # "hồ sơ thủ tục hành chính (TTHC)"
        return Span(start, short.start() if short else end), False
    return None, False
