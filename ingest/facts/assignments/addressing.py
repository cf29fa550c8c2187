"""Who is told to do something by a clause: "Giao X chủ trì, phối hợp với Y …", "X có trách nhiệm …", "Đề nghị X …", and headings that are X alone."""

import re
from collections.abc import Sequence

from corpus.grammar.bodies import find_bodies
from corpus.grammar.body_kinds import begins_body, is_abbreviated
from corpus.grammar.body_lists import Body, split_bodies
from corpus.text import matching_form
from corpus.types import Span, value
from ingest.facts.assignments.predicates import COORDINATING, find_predicate

_LONGEST_SUBJECT = 420  # characters
_ORDER = re.compile(
    r"(?:(?:Đồng ý )?(?:Giao|giao)(?: nhiệm vụ)?(?: cho)?|Yêu cầu|yêu cầu|Đề nghị|đề nghị|Phân công|phân công|Ủy quyền(?: cho)?|Kiến nghị|kiến nghị|Chỉ đạo)\s+(?=\S)"
)
_CALLING = re.compile(
    r"(?:Trách nhiệm (?:của|chỉ đạo(?: thực hiện)?:?)|Nhiệm vụ của|Đối với(?: các)?(?= )|Về phía|Giao(?: cho)?|Đề nghị|Yêu cầu|Phân công)\s+"
)
_PREAMBLE = re.compile(
    r"(?:Căn cứ|Trên cơ sở|Định kỳ|Hằng|Hàng|Trước|Trong|Trường hợp|Khi|Để|Từ|Theo|Đồng thời|Bên cạnh đó|Ngoài ra|Chậm nhất|Đến|Sau|Quá trình|Thời gian tới|Riêng)(?!\w)"
)
_HEADING_END = re.compile(
    r"\s*(?:có (?:trách nhiệm|nhiệm vụ)|chịu trách nhiệm|thực hiện(?: các nhiệm vụ(?: sau)?)?|chủ trì(?: thực hiện)?|như sau|sau đây|tập trung)?\s*[:.;]?\s*$"
)
_FORMULA = re.compile(
    r"(?:và [^.]{0,80})?(?:chịu trách nhiệm (?:thi hành|thực hiện|tổ chức thực hiện) (?:Quyết định|Nghị quyết|Kế hoạch|Chỉ thị|Chương trình|Thông báo|Công điện) này|thi hành (?:Quyết định|Nghị quyết) này|chịu trách nhiệm thi hành|thông báo(?: để| đến|\s*\.)|(?:ban hành|yêu cầu|đề nghị|quyết định|thống nhất) [^.;]{0,300}(?:như sau|sau đây|sau)\s*:?\s*$)"
)
_WITHOUT_NAME = re.compile(
    r"(?:cơ quan|đơn vị|(?:các )?(?:cơ quan|đơn vị) (?:chủ trì|phối hợp|đầu mối|thực hiện)|tổ chức|cơ sở|phòng|tổ|nhóm|đội|hội|viện|quỹ|đoàn|ban|vụ|cục|trường|báo|đài|khối|xã hội|lãnh đạo|thanh tra|kiểm toán|thường trực|trưởng)$"
)
# "Cơ quan được Chủ tịch tỉnh | giao …" names nobody yet: the verb is that of the clause which describes it.
_DESCRIBED = re.compile(
    r"(?:cơ quan|đơn vị|tổ chức|cá nhân|người) (?:được|do|bị) (?!giao |phân công |uỷ quyền |chỉ định |thành lập )"
)
# A name that ends in such a word was cut in the middle of a clause: "Cơ quan kiểm dịch nơi | đăng ký", "… được thành | lập".
_CUT = re.compile(r"(?<!\w)(?:nơi|tự|được(?: thành)?|của|do|để|cho|bị|là|với|tại)$")
# Words that no name of a body holds: these are clauses.
_CLAUSE = re.compile(
    r"(?<!\w)(?:do|để|nhằm|bằng|đã|đang|vừa|xin|trân trọng|kính|tại (?:buổi|cuộc|hội nghị|phiên)|là|vừa|như|mà|khi|nếu|có(?! (?:liên quan|thẩm quyền|chức năng|trách nhiệm|tên|trụ sở|điều kiện|đủ|rừng|dự án|biển)))(?!\w)|^(?:mỗi|từng) "
)
_ASIDE = re.compile(
    r",?\s+(?:và (?:tại|trong|theo)|với (?:vai trò|tư cách|chức năng|tinh thần)|trước (?:ngày|mắt|tháng)|trong (?:tháng|quý|năm|thời gian|quá trình|phạm vi)|trên tinh thần|từ nay)(?!\w)"
)
_QUALIFIER = re.compile(
    r" (?:tỉnh|thành phố|xã|phường|huyện|quận|đặc khu|trung ương|cấp|các|liên quan|có|khác|thuộc|trực thuộc|khu vực|chi nhánh|trên|tại|ở|của|nơi|và|theo|chủ quản|chuyên|được|nước|quốc gia|nhà|hai|thường trực|thị xã|thị trấn|cơ sở|công|dân|miền|vùng|tối cao|chính quyền|về|quân|nêu|nói|viên|cùng|với|trong|ngoài|hữu quan|đã|đang|vừa|bị|không|chưa|là|như|do|để|hoặc|hay|khóa|nhiệm kỳ|nhập|gồm|hợp nhất|sáp nhập|đạt|chiếm|trở thành|họp|nhận|còn)(?!\w)"
)
_FEWEST_WORDS, _LONGEST_NAME = 4, 120  # words of a task; characters
_SHARED = re.compile(r"các (?:bộ|sở|tỉnh|thành phố|huyện|xã|phường|quận)\s*:", re.IGNORECASE)
_GROUP = re.compile(r"(?:các|những) ")
_STOP = re.compile(
    r"[;:]|(?<!TP)(?<!Tp)\.|\s(?:để|nhằm|trong|thực hiện|tổ chức|tham mưu|khi|theo|về|có(?! liên quan))\s"
)


def _leading(text: str, bodies: Sequence[Body]) -> tuple[Body, ...]:
    """The bodies at the beginning of a list, up to words that are none."""
    found: list[Body] = []
    for body in bodies:
        if not (begins_body(matching_form(body.name)) or is_abbreviated(body.span.of(text))):
            break
        found.append(body)
    return tuple(found)


def heading_bodies(text: str, span: Span) -> tuple[Body, ...]:
    """The bodies of a heading that names them and nothing else: "3. Sở Nội vụ", "Trách nhiệm của Công an tỉnh:"."""
    called = _CALLING.match(text, span.start, span.end)
    start = called.end() if called else span.start
    end = _HEADING_END.search(text, start, span.end)
    stop = end.start() if end else span.end
    if stop - start > _LONGEST_SUBJECT or stop <= start or not begins_body(matching_form(text[start:stop])):
        return ()
    if find_predicate(text, start, stop) is not None or _behind_known_name(text, Span(start, stop)) is not None:
        return ()
    return bodies_only(text, Span(start, stop))


def is_class(body: Body) -> bool:
    """Whether a name is that of a class (doanh nghiệp, người dân), not of a body or a group of bodies."""
    return _CLASS.match(matching_form(body.name)) is not None


def is_people(body: Body) -> bool:
    """Whether a name is that of a class or of people in general: cán bộ, đảng viên, người đứng đầu."""
    return is_class(body) or _PEOPLE.match(matching_form(body.name)) is not None


_CLASS = re.compile(
    r"doanh nghiệp|người dân|tổ chức|cơ sở|nhân dân|cộng đồng|hộ|cá nhân|cán bộ|chính quyền|nhà trường|lực lượng|chuyên gia|đội|đảng viên|hợp tác xã"
)
_PEOPLE = re.compile(r"người|(?:các )?(?:cấp uỷ|tổ chức đảng|đảng viên|cán bộ|đảng bộ|chi bộ)")


@value
class Address:
    """Who leads, with whom; ``task``: where the words of what is to be done begin. ``ordered``: a word of command stands before."""

    lead: tuple[Body, ...]
    coordinate: tuple[Body, ...]
    task: int
    ordered: bool


def read_address(text: str, span: Span) -> Address | None:
    """Whom a clause addresses, None where it names nobody or only tells something."""
    order = _ORDER.match(text, span.start, span.end)
    start = order.end() if order else span.start
    if order is None and (skipped := _behind_preamble(text, span)) is not None:
        start = skipped
    form = matching_form(text[start : min(span.end, start + 60)])
    if not (begins_body(form) or is_abbreviated(text[start : start + 40].split(" ", 1)[0])):
        return None
    if order is None and not (text[start].isupper() or _GROUP.match(text, start)):
        return None
    end = min(span.end, start + _LONGEST_SUBJECT)
    verb = find_predicate(text, start, end) or _behind_known_name(text, Span(start, end))
    if verb is None or _FORMULA.match(text, verb, span.end) or len(text[verb : span.end].split()) < _FEWEST_WORDS:
        return None
    lead = bodies_only(text, Span(start, verb))
    if not lead or any(_DESCRIBED.match(matching_form(body.name)) for body in lead):
        return None
    if (earlier := _behind_known_name(text, lead[-1].span)) is not None:
        lead = bodies_only(text, Span(start, earlier))
        verb = earlier
    return Address(lead, coordination(text, Span(verb, span.end)), verb, order is not None)


def _behind_known_name(text: str, span: Span) -> int | None:
    """Where a verb that is not in our list begins: a small letter behind a well-known name, "Sở Xây dựng | đăng tải"."""
    words = text[span.start : min(span.end, span.start + _LONGEST_NAME)]
    known = next(iter(find_bodies(words)), None)
    if known is None or known.start != 0:
        return None
    rest = words[known.end :]
    if not re.match(r" [^\W\d_]", rest) or not rest[1].islower() or _QUALIFIER.match(rest):
        return None
    return span.start + known.end + 1


def _behind_preamble(text: str, span: Span) -> int | None:
    """Where a body begins behind "Căn cứ chức năng, nhiệm vụ, " or "Định kỳ hằng quý, "."""
    if not _PREAMBLE.match(text, span.start, span.end):
        return None
    for comma in re.finditer(r",\s+", text[span.start : min(span.end, span.start + 260)]):
        at = span.start + comma.end()
        if begins_body(matching_form(text[at : at + 60])) and text[at : at + 1].isupper():
            return at
    return None


def bodies_only(text: str, span: Span) -> tuple[Body, ...]:
    """The bodies of a stretch that is nothing but a list of them, else none."""
    words = span.of(text)
    if ":" in words and not _SHARED.search(words):
        return ()
    bodies = split_bodies(text, span)
    for body in bodies:
        form = matching_form(body.name)
        if not (begins_body(form) or is_abbreviated(body.span.of(text))) or _CLAUSE.search(form) or _CUT.search(form):
            return ()
    if len(bodies) == 1 and _WITHOUT_NAME.match(matching_form(bodies[0].name)):
        return ()
    return tuple(_named(text, body) for body in bodies)


def _named(text: str, body: Body) -> Body:
    """A body without what is said of it by the way: "với vai trò …", "trước ngày …", "(được giao) trong Kế hoạch và tại Phụ lục"."""
    also = _ASIDE.search(body.span.of(text))
    if also is None:
        return body
    span = Span(body.span.start, body.span.start + also.start())
    return Body(span, span.of(text))


def coordination(text: str, span: Span) -> tuple[Body, ...]:
    """The bodies behind "phối hợp với" in a clause, up to what is done with them."""
    match = COORDINATING.search(text, span.start, span.end)
    if match is None:
        return ()
    end = min(span.end, match.end() + _LONGEST_SUBJECT)
    verb = find_predicate(text, match.end(), end)
    stop = _STOP.search(text, match.end(), end)
    limit = min(n for n in (verb, stop.start() if stop else None, end) if n is not None)
    found = _leading(text, split_bodies(text, Span(match.end(), limit)))
    if found and (earlier := _behind_known_name(text, found[-1].span)) is not None:
        found = (*found[:-1], *split_bodies(text, Span(found[-1].span.start, earlier)))
    return found
