"""Sentences that decide: their verb, and what it is done to."""

import re
from collections.abc import Sequence

from corpus.grammar.bodies import find_bodies
from corpus.types import Span, value
from ingest.facts.matching import pattern
from ingest.facts.mentions import Mention


@value
class Deed:
    """The verb of a decision, and its object."""

    action: Span
    object: Span


_LONGEST = 400  # characters of an object
_TYPES = (
    r"(?:quyết định|nghị quyết|nghị định|luật|bộ luật|pháp lệnh|thông tư|quy định|quy chế|hướng dẫn|chỉ thị|kế hoạch|chương trình|điều lệ|kết luận|đề án|"
    r"chiến lược|quy hoạch|phương án|danh mục|bộ chỉ số|bộ tiêu chí|báo cáo|thông báo|công văn|dự án|lộ trình|khung|tài liệu|quy trình)"
)
_ARTICLE_VERBS = pattern(
    r"(?P<verb>phê duyệt(?: điều chỉnh| bổ sung)?|phê chuẩn|ban hành|thông qua|chấp thuận|thành lập|kiện toàn|công nhận|công bố|cho phép|điều chỉnh|phân bổ|"
    r"giao (?=chỉ tiêu|dự toán|kế hoạch|biên chế)|bổ nhiệm|miễn nhiệm|hợp nhất|sáp nhập|giải thể|sắp xếp|tổ chức lại|thu hồi|tặng|khen thưởng|ủy quyền|phân cấp|"
    r"đặt tên|đổi tên|gia hạn|tạm dừng|đình chỉ|chuyển|quyết nghị|quyết định(?! này| số)|thống nhất|tán thành|nhất trí|đồng ý|xác nhận)(?!\w)"
)
_SCOPE = pattern(rf"(?P<subject>{_TYPES} này) (?P<verb>quy định(?: chi tiết)?|hướng dẫn|điều chỉnh)(?!\w)(?: về(?= ))?")
_ISSUING = pattern(
    rf"(?<!\w)(?P<verb>ban hành|xây dựng)(?P<object> {_TYPES}(?!\w)[^.;]{{0,300}}?)(?:,? (?:(?<!đối )với|gồm|bao gồm)(?: các| những| một số)? (?:nội dung|nhiệm vụ|mục tiêu)[^.;:]{{0,40}})?,? (?:như sau|sau đây|cụ thể|sau)[^.;:]{{0,30}}:$"
)
_BODIES = (
    r"(?:bộ chính trị|ban bí thư|ban thường vụ|thường trực|thường vụ|ban chấp hành|tỉnh ủy|thành ủy|đảng ủy|ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|chính phủ|thủ tướng|"
    r"hội nghị|ban chỉ đạo|tổng bí thư|chủ tịch|quốc hội|đại hội|hội đồng|cuộc họp|phiên họp|các đại biểu|lãnh đạo)"
)
_SUBJECT = rf"(?P<subject>(?:[^,;:.()]{{0,60}} )?{_BODIES}(?!\w)[^,;:.()]{{0,60}}? )"
_AGREES = (
    r"(?P<verb>(?:về )?(?:cơ bản |hoàn toàn |không |chưa )?(?:đồng ý|nhất trí|tán thành|thống nhất|chấp thuận)(?: cao)?|(?:chưa|không) xem xét)"
    r"(?= (?:với |về |theo |chủ trương |đề nghị |đề xuất |kiến nghị |việc |nội dung |thông qua |cho |ý kiến |chọn |lựa chọn |ban hành |nguyên tắc |kế hoạch |phương án |các nội dung |đánh giá |"
    r"trình |như |bổ sung |điều chỉnh |không |thành lập |giao |để |hỗ trợ |danh mục |dự thảo |mức |số ))(?: về| với)?"
)
_TOPIC = r"(?:(?:về|đối với|riêng) [^;:.]{3,200}?[,:] )"  # "Về kiến nghị mở thêm chi nhánh: đồng ý …"
_AGREEMENT = pattern(rf"{_TOPIC}?(?:{_SUBJECT}(?:đã |cũng |tiếp tục )?)?{_AGREES}")
_BARE_AGREEMENT = frozenset(("", "thông báo", "thông báo kết luận", "kết luận", "nghị quyết", "biên bản", "công văn"))
_REPORTED = pattern(
    r",?(?: đã| vừa| cũng| tiếp tục| có| ký| họp| đã ký| trực tiếp){0,3} (?P<verb>ban hành|phê duyệt|thông qua|bãi bỏ|công bố)(?: kèm theo)? "
)
_ADOPTED = pattern(
    r"(?<!\w)(?:quốc hội|hội đồng nhân dân|hđnd)(?: [^,.;:]{0,40}?)? (?:đã |chính thức )(?:chính thức )?(?:biểu quyết )?(?P<verb>thông qua)(?= (?:toàn văn )?(?:nghị quyết|luật|bộ luật|pháp lệnh|\d))"
)
# Who is asked to issue has not done so.
_NOT_DONE = pattern(
    r"(?:trình|tham mưu|tham mưu cho|đề nghị|kiến nghị|đề xuất|báo cáo|sau khi|trước khi|khi|chờ|để|do|được|của|giúp|chỉ đạo|giao|yêu cầu|cho|với|căn cứ|nếu)$"
)
_BARE = pattern(rf"{_TYPES}(?: hành động| này| tổ chức| triển khai| thực hiện| năm \d{{4}}){{0,4}}")
_NEXT_CLAUSE = pattern(r"[;|]|, (?:trong đó|theo đó|qua đó|giao|yêu cầu|đồng thời|thay thế)(?!\w)")
_TAILS = pattern(
    r"\s*\((?:sau đây|gọi|có |kèm|chi tiết|theo)[^()]{0,120}\)(?=,?(?:[^\w]*$| với | gồm | như sau| có | và có hiệu lực))|[,;]?\s(?:với|gồm|bao gồm|có|cụ thể|trong đó)?\s?(?:các |những |một số )?(?:nội dung|thành viên|đồng chí|ông, bà)[^.;]{0,25}sau[^\w]*$|"
    r",?\s(?:cụ thể )?(?:như sau|sau đây|gồm)[^\w]*$|,? và có hiệu lực|, (?:gồm|với) các nội dung|;? có hiệu lực| (?:kể )?từ ngày [^.;]{3,40} này có hiệu lực"
)
_WITH = pattern(rf"\s*(?:kèm theo {_TYPES} này)?\s*:?\s*")


def object_of(text: str, low: str, words: Span) -> Span:
    """The object in the words behind a verb: without "kèm theo Quyết định này", without "với các nội dung sau:"."""
    start = words.start
    if match := _WITH.match(low, start, words.end):
        start = match.end()
    tail = _TAILS.search(low, start, words.end)
    end = min(tail.start() if tail else words.end, start + _LONGEST)
    if end == start + _LONGEST and end < words.end:
        end = max(text.rfind(", ", start, end), text.rfind("; ", start, end), text.rfind(" ", start, end), start)
    while end > start and text[end - 1] in " \n.,;:/":
        end -= 1
    return Span(start, end)


def _deed(text: str, low: str, match: re.Match[str], end: int) -> Deed | None:
    verb = Span(*match.span("verb"))
    found = object_of(text, low, Span(match.end(), end))
    return Deed(verb, found) if found.end - found.start > 2 else None


def article_deed(text: str, low: str, words: Span, *, first: bool) -> Deed | None:
    """The decision in an article that begins with the verb. A later one that is only a title ("Điều 7. Phê duyệt dự án") decides nothing."""
    match = _ARTICLE_VERBS.match(low, *words)
    if not match or not (first or text[words.end - 1] in ".:;"):
        return scope(text, low, words)
    return _deed(text, low, match, words.end)


def scope(text: str, low: str, words: Span) -> Deed | None:
    """What a document lays down, in its own words: "Nghị quyết này quy định …"."""
    match = _SCOPE.match(low, *words)
    return _deed(text, low, match, words.end) if match else None


def issuing(text: str, low: str, words: Span) -> Deed | None:
    """The end of a preamble: "Ủy ban nhân dân xã ban hành Kế hoạch … như sau:"."""
    match = _ISSUING.search(low, *words)
    if not match:
        return None
    over = _NEXT_CLAUSE.search(low, *match.span("object"))
    end = over.start() if over else match.end("object")
    return Deed(Span(*match.span("verb")), object_of(text, low, Span(match.start("object") + 1, end)))


def is_bare(low: str, words: Span) -> bool:
    """Whether words say no more of a document than its type: "Kế hoạch hành động", "Kế hoạch tổ chức thực hiện"."""
    return _BARE.fullmatch(low, *words) is not None


def agreement(text: str, low: str, words: Span, doc_type: str) -> Deed | None:
    """A conclusion: "Đồng ý …" in a notice, "Thường trực Hội đồng nhân dân thống nhất …" anywhere."""
    match = _AGREEMENT.match(low, words.start, words.end)
    if not match or (match["subject"] is None and doc_type not in _BARE_AGREEMENT):
        return None
    return _deed(text, low, match, words.end)


def adopted(text: str, low: str, words: Span) -> Deed | None:
    """What an assembly has voted, as news tell it without a number: "Quốc hội đã biểu quyết thông qua Nghị quyết về …"."""
    match = _ADOPTED.search(low, *words)
    if not match or _NOT_DONE.search(low[max(words.start, match.start() - 40) : match.start()].rstrip()):
        return None
    return _deed(text, low, match, words.end)


def reported(text: str, low: str, words: Span, mentions: Sequence[Mention]) -> Deed | None:
    """What a body has issued, as a report tells it: the body, the verb, and at once the document."""
    for mention in mentions:
        begin = max(words.start, mention.span.start - 120)
        for body in reversed(find_bodies(text[begin : mention.span.start])):
            match = _REPORTED.match(low, begin + body.end, mention.span.start)
            if (
                match
                and match.end() == mention.span.start
                and not _NOT_DONE.search(low[begin : begin + body.start].rstrip())
            ):
                return Deed(Span(*match.span("verb")), _reported_object(text, low, mention, words.end))
    return None


def _reported_object(text: str, low: str, mention: Mention, end: int) -> Span:
    """The document that was issued and what it is about, up to the next clause."""
    over = _NEXT_CLAUSE.search(low, mention.span.end, end)
    return object_of(text, low, Span(mention.span.start, over.start() if over else end))
