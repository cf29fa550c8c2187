"""What a unit says otherwise than a question: of another place, of a document that it only refers to, of a body that only takes part, of the other status."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from corpus.catalogue.documents import DocumentInfo
from corpus.catalogue.facts import StoredFact
from corpus.facts import Assignment, Status, Target
from corpus.grammar.bodies import find_bodies
from corpus.grammar.body_kinds import names_everybody
from corpus.grammar.renaming import former_names, today_name
from corpus.grammar.spoken_symbols import SpokenSymbol
from corpus.text import folded, matching_form
from corpus.types import Span
from search_api.asking.slots import UPPER, document_spans, fixed_by, mentioned
from search_api.types import Kind, Reading

_NEAR = 600  # characters before a unit in which its place may be named
_LETTERHEAD = 800  # characters in which a document says whose it is
_LEADS = re.compile(
    matching_form(r" (?:được giao |phải |sẽ |đang |có )?(?:chủ trì|phụ trách|lo|làm đầu mối|chịu trách nhiệm)(?!\w)")
)
# Things of one name that a mark tells apart.
_DESIGNATION = re.compile(
    r"(?<!\w)(?P<name>cấp|nhóm|loại|hạng|giai đoạn|bậc|khối|quốc lộ|vành đai|tiểu dự án|dự án|đợt|vùng|khu vực|tuyến|trạm) (?:số )?"
    r"(?P<mark>tỉnh|huyện|xã|bộ|cơ sở|trung ương|[a-d]|\d{1,2}|i{1,3}|iv|v)(?![\w%]|[/.,]\d)"
)
_OBLIGED = re.compile(
    matching_form(
        r" (?:cần |sẽ )?(?:phải|có trách nhiệm|báo cáo|trình|gửi|nộp|hoàn thành|ban hành|xây dựng|hoàn thiện|tham mưu|công bố|triển khai|tổ chức|rà soát|tổng hợp|thẩm định|hướng dẫn)(?!\w)"
    )
)
_TOLD = re.compile(matching_form(r"(?<!\w)(?:yêu cầu|giao|đề nghị) $"))
_BEGINS = re.compile(
    matching_form(r"(?:^|[,:;] |(?<!\w)(?:thì|khi nào|bao giờ|hỏi) )$")
)  # where a clause begins, or a body is its subject
# "Bộ KH&CN" may be printed in full: only of a full name it is sure that it does not stand there.
_IN_FULL = re.compile(r"(?:bo|so)(?:,? (?=[^\W\d_]*[aeiouy])[^\W\d_]+)+")
_OF_LEVEL = {
    "bo": re.compile(r"(?<!\w)(?:bo|co quan)(?!\w)"),
    "so": re.compile(r"(?<!\w)(?:so|nganh|co quan|don vi)(?!\w)"),
}
# What follows a document of which the content is asked for, in the words of the question; behind a comma somebody else may ask for it.
_CONTENT = re.compile(
    matching_form(
        r"[^?.;,]{0,40}?(?:, )?(?<!\w)(?:giao|quy định|nêu|đề ra|đặt ra|yêu cầu|gồm|bao gồm|có những|có mấy|có bao nhiêu|hỗ trợ|phân công|cho phép|hướng dẫn)(?!\w)"
    )
)
# What stands before a document to which a text only refers.
_REFERRED = re.compile(
    matching_form(
        r"(?<!\w)(?:thực hiện|triển khai|căn cứ|thay thế|thay cho|bãi bỏ|sửa đổi|bổ sung|kèm theo|cụ thể hóa|tham chiếu|kế thừa)(?!\w)[^.;:]{0,160}$"
    )
)
_AIMED = re.compile(matching_form(r"(?<!\w)(?:mục tiêu|chỉ tiêu|phấn đấu|đặt ra|đặt mục tiêu|đề ra)(?!\w)"))

_COUNTED = re.compile(
    r"(?<!\w)(?:bao nhiêu|mấy|bn) (?!(?:phần|tiền|tỷ|tỉ|triệu|nghìn|đồng|đô|usd|lần|thuế|phí|lãi|giá|lương|thu|chi|mức|diện|thời|năm|tháng|ngày|quý|kinh|vốn|giờ|tuổi|điểm|người dân|dân số|và|hay|hoặc|so|trong|ngoài|ở|tại|theo|cho|để|thì|là|trên|dưới|mỗi|đối|với|từ|đến|vào|do|của|nữa|rồi|vậy|còn|nhé|ạ)(?!\w))(?P<of>[^\W\d_]+)"
)
# What is counted under another name.
_SAME_COUNT = {
    matching_form(name): tuple(map(matching_form, names))
    for names in (
        ("việc", "nhiệm vụ", "nhiệm", "công việc", "đầu việc"),
        ("km", "ki-lô-mét", "cây số"),
        ("ha", "héc-ta"),
    )
    for name in names
}
_FIGURES = re.compile(r"\d[\d.,]*")
_SHARE_OF = re.compile(r"(?:%|phần trăm)\s(?:số |tổng số |các )?(?P<of>[^\W\d_]+)")
_SHARES = re.compile(r"\d[\d.,]*(?: ?[-–] ?\d[\d.,]*)? ?(?:%|phần trăm|điểm phần trăm)")
# Days, years and running numbers are no figures.
_DATES = re.compile(
    matching_form(
        r"(?<!\w)(?:ngày|tháng|quý|quí|năm|giai đoạn|khóa|nhiệm kỳ) (?:\d[\d/]*|[ivx]+)(?: ?[-–/] ?\d{1,4})*|\d{1,2}/\d{1,2}/\d{4}|\d{1,2}/(?:19|20)\d\d|(?<![\d.,])(?:19|20)\d\d(?![\d%]|[.,]\d)"
        r"|(?<!\w)(?:điều|khoản|điểm|mục|chương|phụ lục|phần|tầng|phòng|thứ|số:?) \d{1,4}(?:(?:,| và) \d{1,3}(?![\d%]|[.,]\d))*(?![\d%]|[.,]\d)"
        r"|(?:^|\n)[^\w]{0,4}\d{1,3}(?:\.\d{1,2}){0,3}(?:[.)\-]| ?\|)"
    )
)
# A number that is part of a name has no unit behind it: "phường Đông Khê 2 và …", "Đề án 06".
_UNITLESS = (
    r"(?=[^\w]*$|[,;.)]| (?:và|hoặc|của|về|năm|trong|là|thì|do|được|đã|đến|tại|ở|theo|cho|sau|thành|trên)(?!\w))"
)
_NAMED = re.compile(rf"(?<!\w)[{UPPER}][^\W\d_]* \d{{1,2}}{_UNITLESS}")
_NUMBERED = re.compile(
    matching_form(
        rf"(?<!\w)(?:nghị quyết|nghị định|quyết định|kế hoạch|đề án|chương trình|dự án|kết luận|thông tư|chỉ thị|công văn|quốc lộ) \d{{1,4}}{_UNITLESS}"
    )
)


def without_dates(words: str) -> str:
    """Words in matching form with a space in place of each date, year and running number, those of names among them."""
    return _DATES.sub(" ", _NUMBERED.sub(" ", matching_form(_NAMED.sub(" ", words))))


def not_counted(question: str, words: str) -> bool:
    """Whether it is asked how many of something there are and a unit has shares only, none of them of that thing."""
    if fixed_by(question).measure:
        return False
    form = matching_form(words)
    things = {*things_counted(question)}
    if not things or "%" not in form or things & {match["of"] for match in _SHARE_OF.finditer(form)}:
        return False
    return not any(character.isdigit() for character in _SHARES.sub(" ", without_dates(words)))


def counts_given(question: str, words: str) -> int:
    """How many of the things that a question counts a unit gives with a figure of its own: of "bao nhiêu khóa, bao nhiêu lượt" up to two."""
    return sum(map(bool, count_spans(question, words).values()))


def count_spans(question: str, words: str) -> dict[str, list[Span]]:
    """Of each thing that a question counts where a unit gives a figure of its own for it, the figures of the question left aside."""
    things = things_counted(question)
    if not things:
        return {}
    own, form = set(_FIGURES.findall(matching_form(question))), matching_form(words)
    dates = [Span(*match.span()) for match in _DATES.finditer(form)]
    return {
        thing: [
            Span(*match.span())
            for match in _given(thing).finditer(form)
            if match["figure"] not in own and not any(d.start <= match.start() < d.end for d in dates)
        ]
        for thing in things
    }


@lru_cache(1024)
def things_counted(question: str) -> tuple[str, ...]:
    """The words of the things that a question counts, in matching form; no measures and no words that say nothing."""
    asked = matching_form(question.replace("BN", " "))  # a province
    return tuple(dict.fromkeys(match["of"] for match in _COUNTED.finditer(asked)))


def names_of_counted(thing: str) -> tuple[str, ...]:
    """The words under which what a question counts is counted elsewhere, its own among them; in matching form."""
    return _SAME_COUNT.get(thing, (thing,))


@lru_cache(1024)
def _given(thing: str) -> re.Pattern[str]:
    names = "|".join(map(re.escape, names_of_counted(thing)))
    return re.compile(
        rf"(?<![\w.,/])(?P<figure>\d[\d.,]*)(?:/\d{{1,4}})? ?(?:(?!(?:và|hoặc|của|các|ở|tại)(?!\w))[^\W\d_]+ )?(?:{names})(?!\w)"
    )


def of_commune(kind: Kind, names: Iterable[str], document: DocumentInfo, text: str, words: str, over: str) -> bool:
    """Whether a unit is of one of the places: it or what stands over it names one, or its document is issued there.

    A place that is named shortly before will do for a figure; whoever holds an office there must be named with it.
    """
    at = text.find(words)
    near = "" if kind is Kind.PERSON else text[max(0, at - _NEAR) : max(0, at)]
    front = " ".join(document.front.get(name, "") for name in ("place", "issuer"))
    said = f"{words} {over} {near} {document.label} {document.file_name.replace('-', ' ')} {front}"
    own = "" if kind is Kind.PERSON else text[:_LETTERHEAD]
    plain = folded(matching_form(f"{said} {own}"))
    return any(name in plain for name in names)


def only_refers(reading: Reading, said: SpokenSymbol, words: str, label: str) -> bool:
    """Whether the content of a document that is not there is asked for, and neither a unit nor the title of its document tells of that content.

    A plan "to carry out Resolution 12" holds what its own issuer wants; an article "what Resolution 12 says of tea" tells of the resolution.
    """
    if reading.documents or reading.kind not in (Kind.LIST, Kind.LOOKUP, Kind.DECISION, Kind.TARGET, Kind.RESULT):
        return False
    form = matching_form(reading.text)
    if not any(_CONTENT.match(form, span.end) for span in document_spans(reading.text)):
        return False
    inside, titles = mentioned(said, words), mentioned(said, label)
    if any(_tells(words, span) for span in inside):
        return False
    titled = any(_refers(label, span) for span in titles)
    if reading.kind in (Kind.LIST, Kind.LOOKUP, Kind.DECISION) and inside and not titles:
        return True
    return titled or (bool(inside) and all(_refers(words, span) for span in inside))


def _tells(text: str, span: Span) -> bool:
    """Whether a text says what a document says: "Nghị quyết 12 quy định …"."""
    return _CONTENT.match(matching_form(text), span.end) is not None and not _refers(text, span)


def _refers(text: str, span: Span) -> bool:
    """Whether a document is named as what is carried out, replaced or built upon."""
    return _REFERRED.search(matching_form(text[: span.start])) is not None


def of_sibling(question: str, words: str, over: str) -> float:
    """How surely a unit is on another of the things that go by one name and a mark: asked is "cấp xã", "nhóm B", and it says "cấp tỉnh", "nhóm C".

    1 for surely; ½ where only what stands over it has the mark that is asked; 0 where it has that itself, or names none of them.
    """
    asked = _designated_in(question)
    if not asked:
        return 0.0
    own, above = _designations(words), _designations(over)
    others = [name for name, marks in asked.items() if own.get(name) and not marks & own[name]]
    return max((0.5 if asked[name] & above.get(name, set()) else 1.0 for name in others), default=0.0)


@lru_cache(1024)
def _designated_in(question: str) -> dict[str, set[str]]:
    return _designations(question)


def _designations(text: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for match in _DESIGNATION.finditer(matching_form(text)):
        found.setdefault(match["name"], set()).add(match["mark"])
    return found


def is_of_another(reading: Reading, words: str, over: str, facts: Sequence[StoredFact]) -> bool:
    """Whether it is asked when a body has to do something and a unit has tasks of other bodies only, none of them of all of its level."""
    body = obliged(reading.text) if reading.kind is Kind.DEADLINE else ""
    tasks = [s.fact.slots for s in facts if isinstance(s.fact.slots, Assignment) and s.fact.slots.lead] if body else []
    leads = [lead for task in tasks for lead in task.lead]
    if not leads or folded(matching_form(body)) in folded(matching_form(f"{over} {words}")):
        return False
    today, level = _today(body), _OF_LEVEL[folded(matching_form(body))[:2]]
    of_all = (names_everybody(form) and level.search(folded(form)) for form in map(matching_form, leads))
    return not any(of_all) and not any(_same(today, _today(lead)) for lead in leads)


@lru_cache(1024)
def obliged(question: str) -> str:
    """The ministry or department of which a question asks when it has to do something, by its full name; "" for none."""
    form = matching_form(question)
    found = (
        span
        for span in find_bodies(question)
        if _TOLD.search(form[: span.start]) or (_OBLIGED.match(form, span.end) and _BEGINS.search(form[: span.start]))
    )
    names = (today_name(span.of(question)) for span in found)
    return next((name for name in names if _IN_FULL.fullmatch(folded(matching_form(name)))), "")


@lru_cache(1024)
def fields_of(body: str) -> tuple[str, ...]:
    """What a ministry or department is for, by its names of today and before: "Các Bộ: Y tế, Nội vụ" name two of them."""
    return tuple(matching_form(name).partition(" ")[2] for name in (body, *former_names(body)))


def only_takes_part(reading: Reading, words: str, facts: Sequence[StoredFact]) -> bool:
    """Whether what a body leads is asked for and a unit has tasks of other bodies, or does not name that body."""
    body = _leading(reading.text)
    if not body or reading.kind not in (Kind.LIST, Kind.LOOKUP, Kind.DECISION):
        return False
    tasks = [s.fact.slots for s in facts if isinstance(s.fact.slots, Assignment) and s.fact.slots.lead]
    if tasks:
        return not any(_same(body, _today(lead)) for task in tasks for lead in task.lead)
    return not any(_same(body, _today(span.of(words))) for span in find_bodies(words))


@lru_cache(1024)
def _leading(question: str) -> str:
    """The body that a question begins with and of which it asks what it leads, "" for none."""
    form = matching_form(question)
    found = (span for span in find_bodies(question) if _LEADS.match(form, span.end))
    return next((_today(span.of(question)) for span in found), "")


@lru_cache(20_000)
def _today(name: str) -> str:
    return folded(matching_form(today_name(name)))


def _same(one: str, other: str) -> bool:
    return one in other or other in one


def other_status(reading: Reading, wanted: Status | None, facts: Sequence[StoredFact]) -> bool:
    """Whether a unit has nothing but aims, or tasks to be done, where what was reached is asked for, or nothing but that where aims are."""
    if wanted is None or (wanted is Status.TARGET and not _AIMED.search(matching_form(reading.text))):
        return False
    figures = [s.fact.slots for s in facts if isinstance(s.fact.slots, Target)]
    if not figures and wanted is Status.RESULT:
        return any(isinstance(s.fact.slots, Assignment) and bool(s.fact.slots.deadline) for s in facts)
    return bool(figures) and all(figure.status is not wanted for figure in figures)
