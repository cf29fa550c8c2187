"""What a question sets side by side: documents, places, levels, bodies, years, aim and result; each with the question about it alone."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.facts import Status
from corpus.grammar.bodies import find_bodies
from corpus.grammar.places import place_spans
from corpus.ledger.entries import Level
from corpus.text import matching_form
from corpus.types import Span, value
from search_api.asking.slots import document_spans

_YEAR = re.compile(r"(?:năm )?(?<![\d/.–-])(?<!- )(?:19|20)\d\d(?![\d/]| ?[-–] ?(?:19|20)\d\d)")
_PERIOD = re.compile(r"(?:giai đoạn )?(?<!\d)(?:19|20)\d\d ?[-–] ?(?:19|20)\d\d(?!\d)")
_BESIDE = re.compile(matching_form(r"(?<!\w)(?:với|và|hay|còn|so|giữa|hoặc)(?!\w)|,"))
_LEVELS = (
    (Level.CENTRE, r"cả nước|toàn quốc|quốc gia|(?:cấp )?trung ương|chính phủ"),
    (Level.PROVINCE, r"(?:toàn |cấp )?(?:tỉnh|thành phố)|thành ủy|tỉnh ủy"),
    (Level.COMMUNE, r"cấp xã|xã|phường"),
)
_LEVEL = re.compile(
    matching_form(
        rf"(?<!\w)(?:của|ở|tại|cấp|với|và|còn|giữa|so với|hay|mục tiêu|chỉ tiêu|bình quân(?: chung)?(?: của)?|mức) ((?:{'|'.join(words for _, words in _LEVELS)}))(?!\w)(?! [-–])"
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
_LEVEL_WORD = re.compile(matching_form(r"^(?:tỉnh|thành phố|tp\.?|thị xã|huyện|quận|xã|phường|đặc khu|thị trấn) "))
_ANNEX = re.compile(matching_form(r"(?<!\w)(?:phụ lục|pl) ?(?:số )?(?:[ivx]{1,4}|\d{1,2})(?!\w)"))
# "Nghị quyết 57 và 71": a number after a document, of the same type
_NUMBER = re.compile(r" (?:và|với|hay) (\d{1,4})(?=[?.]?$|[?,] | (?!(?:tháng|năm|ngày|tỷ|triệu|nghìn)(?!\w))[^\W\d])")
_TYPE = re.compile(r"^[^\d]+(?=\d)")
# What sets things side by side and says nothing of them.
_SETTING = re.compile(
    matching_form(
        r"(?<!\w)(?:so sánh|đối chiếu|(?:có )?(?:chênh(?: lệch)?|khác|giống|bằng|trùng|khớp)(?: nhau)?(?: (?:không|bao nhiêu|mấy|thế nào|như thế nào|ra sao|gì|ở đâu|ở (?:điểm|chỗ) nào))?(?! (?:biệt|phục))"
        r"|(?:bên|nơi|chỗ|đâu|cái|tỉnh|thành phố|địa phương|văn bản|năm|mức) nào (?:cao|thấp|lớn|nhỏ|nhiều|ít|sớm|muộn|tốt|kém) hơn|(?:cao|thấp|lớn|nhỏ|nhiều|ít|sớm|muộn) hơn(?: hay (?:cao|thấp|lớn|nhỏ|nhiều|ít|sớm|muộn) hơn)?"
        r"|hơn kém|lệch|như thế nào|thế nào|ra sao|nhau|so với|giữa)(?!\w)"
    )
)
_FIGURE_ASKED = re.compile(
    matching_form(
        r"(?<!\w)(?:(?:là |đặt |đạt |chiếm |tăng )?(?:bao nhiêu|bn|mấy)(?: phần trăm| ?%)?|đặt|đạt|với|và|còn|của|ở|tại|hay|nào|có|là)(?!\w)|[:;,?%]"
    )
)
_TWO = 2
_COMPARED = ("status", "document", "place", "body", "annex", "year")


@value
class Side:
    """One of the things that are compared.

    ``question`` asks about it alone; ``topic``: what is asked of each; ``level``, ``status``: what its facts must be of.
    """

    name: str
    question: str
    topic: str = ""
    level: Level | None = None
    status: Status | None = None


@value
class _Slot:
    """Words that fix something: ``kind`` says what, ``name`` is the form in which two of them are the same; ``named``: a place by its name."""

    span: Span
    kind: str
    name: str
    level: Level | None = None
    status: Status | None = None
    named: bool = False


def sides_of(question: str, *, comparing: bool, places: Collection[str] = ()) -> list[Side]:
    """The things that a question sets side by side; none where it speaks of one.

    ``comparing``: the question says so; without it two places or two years are enough. ``places``: known besides the provinces, in matching form.
    """
    form = matching_form(question)
    slots = _slots(question, form, places)
    for kind in _COMPARED if comparing else ("place", "year"):
        mine = [slot for slot in slots if slot.kind == kind and (comparing or kind != "place" or slot.named)]
        names = dict.fromkeys(slot.name for slot in mine)
        if len(names) >= _TWO and (comparing or len(names) == _TWO) and _beside(form, mine):
            firsts = [next(slot for slot in mine if slot.name == name) for name in names]
            topic = _bare(_alone(_without(question, [slot.span for slot in slots])))
            return [replace(_side(question, form, slot, firsts, slots), topic=topic) for slot in firsts]
    return []


def _slots(question: str, form: str, places: Collection[str]) -> list[_Slot]:
    found: list[_Slot] = []
    for slots in (
        _documents(question, form), _statuses(form), _bodies(question, form), _places(question, form, places), _levels(form), _annexes(form), _years(form),
    ):  # fmt: skip
        for slot in slots:
            if not any(_meet(slot.span, other.span) for other in found):
                found.append(slot)
    return sorted(found, key=lambda slot: slot.span)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _documents(question: str, form: str) -> Iterable[_Slot]:
    for span in document_spans(question):
        yield _Slot(span, "document", form[span.start : span.end])
        if (bare := _NUMBER.match(form, span.end)) and not _YEAR.fullmatch(bare[1]):
            yield _Slot(Span(*bare.span(1)), "document", f"{_type(form, span)}{bare[1]}")


def _type(form: str, span: Span) -> str:
    match = _TYPE.match(form[span.start : span.end])
    return match[0] if match else ""


def _statuses(form: str) -> Iterable[_Slot]:
    for match in _STATUS.finditer(form):
        for group, status in ((1, Status.TARGET), (2, Status.RESULT), (3, Status.RESULT), (4, Status.TARGET)):
            if match[group]:
                yield _Slot(Span(*match.span(group)), "status", status, status=status)


def _places(question: str, form: str, known: Collection[str]) -> Iterable[_Slot]:
    others = (m.span() for name in known for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", form))
    spans = [*(Span(*m.span()) for m in _PLACE.finditer(question)), *place_spans(question), *(Span(*o) for o in others)]
    for span in spans:
        words = form[span.start : span.end]
        yield _Slot(span, "place", _LEVEL_WORD.sub("", words), _level_of(words), named=True)


def _level_of(words: str) -> Level | None:
    head = words.split(" ")[0].rstrip(".")
    if head in ("xã", "phường") or words.startswith(("đặc khu", "thị trấn")):
        return Level.COMMUNE
    return Level.PROVINCE if head in ("tỉnh", "tp") or words.startswith("thành phố") else None


def _levels(form: str) -> Iterable[_Slot]:
    for match in _LEVEL.finditer(form):
        words = match[1]
        level = next(level for level, known in _LEVELS if re.fullmatch(matching_form(known), words))
        yield _Slot(Span(*match.span(1)), "place", words, level)


def _annexes(form: str) -> Iterable[_Slot]:
    return (_Slot(Span(*m.span()), "annex", m[0]) for m in _ANNEX.finditer(form))


def _bodies(question: str, form: str) -> Iterable[_Slot]:
    return (_Slot(span, "body", form[span.start : span.end]) for span in find_bodies(question))


def _years(form: str) -> Iterable[_Slot]:
    for pattern in (_PERIOD, _YEAR):
        for match in pattern.finditer(form):
            yield _Slot(Span(*match.span()), "year", match[0].removeprefix("năm ").removeprefix("giai đoạn "))


def _beside(form: str, slots: Sequence[_Slot]) -> bool:
    """Whether a word that joins stands between two of the slots, or before the first of them."""
    return any(_BESIDE.search(form, one.span.end, other.span.start) for one, other in pairwise(slots))


def _side(question: str, form: str, slot: _Slot, rivals: Sequence[_Slot], slots: Sequence[_Slot]) -> Side:
    owned = [other for other in slots if _owner(form, other, rivals) is slot]
    own_kinds = {other.kind for other in owned}
    if "document" in own_kinds:
        own_kinds.add("place")  # a document says itself whose it is
    strange = [s for s in slots if s not in owned and (s.kind in own_kinds or _is_only_theirs(form, s, rivals))]
    mine = [s for s in slots if s.kind == slot.kind and s is not slot and s.name != slot.name]
    gone = {s.span for s in (*strange, *mine)}
    words = _without(question, gone)
    shift = sum(span.end - span.start for span in gone if span.start < slot.span.start)
    if slot.kind == "document" and slot.name not in matching_form(words):  # only its number was said
        at = slot.span.start - shift
        words = words[:at] + slot.name + words[at + slot.span.end - slot.span.start :]
    level = next((s.level for s in owned if s.level is not None), None)
    return Side(_named(slot, question), _alone(words), level=level, status=slot.status)


def _without(question: str, gone: Iterable[Span]) -> str:
    for span in sorted(gone, reverse=True):
        question = question[: span.start] + question[span.end :]
    return question


def _owner(form: str, slot: _Slot, rivals: Sequence[_Slot]) -> _Slot:
    """The rival on whose side of the joints a slot stands."""
    owner = rivals[0]
    for one, other in pairwise(sorted(rivals, key=lambda rival: rival.span)):
        joints = [m.start() for m in _BESIDE.finditer(form, one.span.end, other.span.start)]
        if slot.span.start >= (joints[-1] if joints else other.span.start):
            owner = other
        elif owner is rivals[0]:
            owner = one
    return owner


def _is_only_theirs(form: str, slot: _Slot, rivals: Sequence[_Slot]) -> bool:
    """Whether a document stands between one of the things and the joint after it: "mục tiêu cả nước của Nghị quyết 5, …"."""
    owner = _owner(form, slot, rivals)
    last = max(rivals, key=lambda rival: rival.span)
    return slot.kind == "document" and owner is not last and slot.span.start > owner.span.start


def _alone(words: str) -> str:
    """A question without what only sets side by side."""
    for match in reversed(list(_SETTING.finditer(matching_form(words)))):
        words = words[: match.start()] + " " + words[match.end() :]
    words = re.sub(r"\(\s*\)", " ", words)
    return " ".join(words.split()).strip(" ,:;")


def _bare(words: str) -> str:
    """A topic without the words that ask for its figure."""
    for match in reversed(list(_FIGURE_ASKED.finditer(matching_form(words)))):
        words = words[: match.start()] + " " + words[match.end() :]
    return " ".join(words.split())


def _named(slot: _Slot, question: str) -> str:
    words = slot.span.of(question)
    if slot.kind == "year" and words[:1].isdigit():
        words = f"{'giai đoạn' if len(words) > len('2025') else 'năm'} {words}"
    if slot.kind == "place" and slot.named and words.islower():
        words = words.title()
    if slot.kind == "document" and not matching_form(words).startswith(slot.name[:2]):
        words = slot.name
    return words[:1].upper() + words[1:]
