"""Words of a question that fix something: documents, places, levels, bodies, annexes, years, aim and result; each where it stands."""

import re
from collections.abc import Collection, Iterable

from corpus.facts import Status
from corpus.grammar.bodies import find_bodies
from corpus.grammar.places import place_spans
from corpus.ledger.entries import Level
from corpus.text import matching_form
from corpus.types import Span, value
from search_api.asking.slots import document_spans

_YEAR = re.compile(r"(?:năm )?(?<![\d/.–-])(?<!- )(?:19|20)\d\d(?![\d/]| ?[-–] ?(?:19|20)\d\d)")
_PERIOD = re.compile(r"(?:giai đoạn )?(?<!\d)(?:19|20)\d\d ?[-–] ?(?:19|20)\d\d(?!\d)")
_LEVELS = (
    (Level.CENTRE, r"cả nước|toàn quốc|quốc gia|(?:cấp )?trung ương|chính phủ"),
    (Level.PROVINCE, r"(?:toàn |cấp )?(?:tỉnh|thành phố)|thành ủy|tỉnh ủy"),
    (Level.COMMUNE, r"cấp xã|xã|phường"),
)
_LEVEL = re.compile(
    matching_form(
        rf"(?<!\w)(?:của|ở|tại|cấp|với|và|còn|giữa|so với|hay|mục tiêu|chỉ tiêu|bình quân(?: chung)?(?: của)?|mức) ((?:{'|'.join(words for _, words in _LEVELS)}))(?!\w)(?! [-–])|(?<!\w)(cả nước|toàn quốc)(?= (?:đặt|đạt|là|phải|có|chiếm|tăng|giảm|và|với|hay|vs)(?!\w))"
    )
)
_AIM = r"mục tiêu|chỉ tiêu|kế hoạch(?: (?:giao|đề ra|đặt ra))?"
_RESULT = r"kết quả(?: (?:thực hiện|đạt được|thực tế))?|thực tế|thực hiện|đạt được"
_STATUS = re.compile(
    matching_form(
        rf"(?<!\w)(?:({_AIM}) (?:và|với|so với|hay) ({_RESULT})|({_RESULT}) (?:và|với|so với|hay) ({_AIM}))(?!\w)"
    )
)
_UPPER = "".join(c for c in map(chr, (*range(0x41, 0x250), *range(0x1EA0, 0x1EFA))) if c.isupper())
_PLACE = re.compile(
    rf"(?<!\w)(?i:tỉnh|thành phố|tp\.?|thị xã|huyện|quận|xã|phường|đặc khu|thị trấn)(?: [{_UPPER}][^\W\d_]*){{1,4}}"
)
# Two places of one level in a question without capitals: "quận … và quận …".
_TYPED_PLACE = re.compile(
    r"(?<!\w)(?P<level>xã|phường|quận|huyện|thị trấn|đặc khu)(?: (?!nào|này|đó|có|và)[^\W\d_]+){2}"
    r"(?=[,?.]| (?:và|với|hay|hoặc|so|vs|bên|nơi|đâu|cái|xã|phường|quận|huyện|thị|đặc|thì|là|đạt|có|được|năm|còn|của|trong|theo)(?!\w)|$)"
)
_LEVEL_WORD = re.compile(matching_form(r"^(?:tỉnh|thành phố|tp\.?|thị xã|huyện|quận|xã|phường|đặc khu|thị trấn) "))
_ANNEX = re.compile(matching_form(r"(?<!\w)(?:phụ lục|pl) ?(?:số )?(?:[ivx]{1,4}|\d{1,2})(?!\w)"))
# "Nghị quyết 57 và 71": a number after a document, of the same type
_NUMBER = re.compile(r" (?:và|với|hay) (\d{1,4})(?=[?.]?$|[?,] | (?!(?:tháng|năm|ngày|tỷ|triệu|nghìn)(?!\w))[^\W\d])")
_TYPE = re.compile(r"^[^\d]+(?=\d)")
# Two things of any sort: "giữa A và B", "A và B, ngành nào … hơn", "A hay B … hơn"; the first has as many words as the second.
_ASKED_WHICH = r"(?:bên|nơi|cái|loại|nhóm|khu vực|khu|nước|quốc gia|ngành|lĩnh vực|cấp|đơn vị|cơ quan|doanh nghiệp|công ty|nhà mạng|dự án|chương trình|hạng mục|mục|khoản|nguồn|đối tượng|năm|mức)"
_MORE = r"(?:cao|thấp|lớn|nhỏ|nhiều|ít|nhanh|chậm) (?:\w+ ){0,8}?hơn"
_THING = r"[^\W\d_]+(?: [^\W\d_]+){0,4}?"
_BETWEEN = re.compile(
    rf"(?<!\w)giữa (?P<one>{_THING}) (?:và|với) (?P<other>{_THING})(?=,|\?|$| (?:khác|chênh|lệch|có|là|thì|{_ASKED_WHICH} nào)(?!\w))"
)
_WHICH = re.compile(
    rf"(?: (?:và|với|hay|so với) )(?P<other>{_THING})(?: (?:trong )?(?:\d{{1,2}} tháng|năm|quý) [^,?]{{0,25}}?)?,? (?:thì )?(?:{_ASKED_WHICH} nào|ai) (?:\w+ ){{0,8}}?{_MORE}"
)
_OR_NAMED = re.compile(
    rf" (?:hay|và|với) (?P<other>(?:[{_UPPER}][^\W_]*)(?: [{_UPPER}][^\W_]*){{0,3}})(?=[^,?]{{0,60}}hơn)"
)
_WORD = re.compile(r"[^\W_]+")


@value
class Slot:
    """Words that fix something: ``kind`` says what, ``name`` is the form in which two of them are the same; ``named``: a place by its name."""

    span: Span
    kind: str
    name: str
    level: Level | None = None
    status: Status | None = None
    named: bool = False


def slots_in(question: str, places: Collection[str] = ()) -> list[Slot]:
    """All slots of a question in order, none over another; ``places``: known besides the provinces, in matching form."""
    form = matching_form(question)
    found: list[Slot] = []
    for slots in (
        _documents(question, form), _statuses(form), _bodies(question, form), _places(question, form, places), _levels(form), _annexes(form), _years(form),
    ):  # fmt: skip
        for slot in slots:
            if not any(_meet(slot.span, other.span) for other in found):
                found.append(slot)
    return sorted(found, key=lambda slot: slot.span)


def things_in(question: str) -> list[Slot]:
    """The two things of any sort that a question sets side by side; none where it is not sure where one of them begins or ends."""
    form = matching_form(question)
    if match := _BETWEEN.search(form):
        spans = [Span(*match.span("one")), Span(*match.span("other"))]
    elif match := _OR_NAMED.search(question) or _WHICH.search(form):
        other = Span(*match.span("other"))
        count = len(_WORD.findall(other.of(question)))
        begun = max(question.rfind(sign, 0, match.start()) for sign in ",;:") + 1
        before = [*_WORD.finditer(question, begun, match.start())][-count:]
        spans = [Span(before[0].start(), before[-1].end()), other] if before else []
    else:
        return []
    slots = [Slot(span, "thing", span.of(form)) for span in spans]
    return slots if len({slot.name for slot in slots}) > 1 else []


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _documents(question: str, form: str) -> Iterable[Slot]:
    for span in document_spans(question):
        yield Slot(span, "document", form[span.start : span.end])
        if (bare := _NUMBER.match(form, span.end)) and not _YEAR.fullmatch(bare[1]):
            yield Slot(Span(*bare.span(1)), "document", f"{_type(form, span)}{bare[1]}")


def _type(form: str, span: Span) -> str:
    match = _TYPE.match(form[span.start : span.end])
    return match[0] if match else ""


def _statuses(form: str) -> Iterable[Slot]:
    for match in _STATUS.finditer(form):
        for group, status in ((1, Status.TARGET), (2, Status.RESULT), (3, Status.RESULT), (4, Status.TARGET)):
            if match[group]:
                yield Slot(Span(*match.span(group)), "status", status, status=status)


def _places(question: str, form: str, known: Collection[str]) -> Iterable[Slot]:
    others = (m.span() for name in known for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", form))
    spans = [*(Span(*m.span()) for m in _PLACE.finditer(question)), *place_spans(question), *(Span(*o) for o in others)]
    spans += _typed_places(form) if question == question.lower() else []
    for span in spans:
        words = form[span.start : span.end]
        yield Slot(span, "place", _LEVEL_WORD.sub("", words), _level_of(words), named=True)


def _typed_places(form: str) -> list[Span]:
    found = list(_TYPED_PLACE.finditer(form))
    return [Span(*m.span()) for m in found if sum(m["level"] == other["level"] for other in found) > 1]


def _level_of(words: str) -> Level | None:
    head = words.split(" ", maxsplit=1)[0].rstrip(".")
    if head in ("xã", "phường") or words.startswith(("đặc khu", "thị trấn")):
        return Level.COMMUNE
    return Level.PROVINCE if head in ("tỉnh", "tp") or words.startswith("thành phố") else None


def _levels(form: str) -> Iterable[Slot]:
    for match in _LEVEL.finditer(form):
        group = 1 if match[1] else 2  # "cả nước đạt …" is one, "đứng thứ hai cả nước" is none
        words = match[group]
        level = next(level for level, known in _LEVELS if re.fullmatch(matching_form(known), words))
        yield Slot(Span(*match.span(group)), "place", words, level)


def _annexes(form: str) -> Iterable[Slot]:
    return (Slot(Span(*m.span()), "annex", m[0]) for m in _ANNEX.finditer(form))


def _bodies(question: str, form: str) -> Iterable[Slot]:
    return (Slot(span, "body", form[span.start : span.end]) for span in find_bodies(question))


def _years(form: str) -> Iterable[Slot]:
    for pattern in (_PERIOD, _YEAR):
        for match in pattern.finditer(form):
            yield Slot(Span(*match.span()), "year", match[0].removeprefix("năm ").removeprefix("giai đoạn "))
