"""What a question sets side by side: documents, places, levels, bodies, years, aim and result; each with the question about it alone."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.facts import Status
from corpus.ledger.entries import Level
from corpus.text import matching_form
from corpus.types import Span, value
from search_api.asking.comparing.side_slots import Slot, slots_in, things_in

_BESIDE = re.compile(matching_form(r"(?<!\w)(?:với|và|hay|còn|so|giữa|hoặc|vs)(?!\w)|,|(?<!\w)&(?!\w)"))
_WHO = r"(?:bên|nơi|chỗ|cái|tỉnh|thành phố|địa phương|văn bản|năm|bộ|sở|ngành|quận|huyện|xã|phường|trường|khu vực|khu|đơn vị|cơ quan|nước|quốc gia|lĩnh vực|cấp|loại|nhóm|doanh nghiệp|công ty|nhà mạng|dự án|chương trình|khoản|nguồn|đối tượng)"
_MUCH = r"(?:nhiều|ít|cao|lớn)"
_HOW = "cao|thấp|lớn|nhỏ|nhiều|ít|sớm|muộn|nhanh|chậm|tốt|kém"
# What sets things side by side and says nothing of them.
_SETTING = re.compile(
    matching_form(
        r"(?<!\w)(?:so sánh|đối chiếu|(?:có )?(?:chênh(?: lệch)?|khác|giống|bằng|trùng|khớp)(?: nhau)?(?: (?:không|bao nhiêu|mấy|thế nào|như thế nào|ra sao|gì|ở đâu|ở (?:điểm|chỗ) nào))?(?! (?:biệt|phục))"
        rf"|{_WHO} nào(?=[^?,]{{0,100}} hơn(?!\w))|{_MUCH}(?= (?:\w+ ){{1,8}}hơn(?!\w))|hơn(?=[?.! ]*$|,)"
        r"|(?:đâu|mức|{_WHO}) nào (?:{_HOW}) hơn|(?:{_HOW}) hơn(?: hay (?:{_HOW}) hơn)?"
        r"|hơn kém|lệch|thay đổi|như thế nào|thế nào|ra sao|nhau|so với|giữa)(?!\w)"
    )
)
_FIGURE_ASKED = re.compile(
    matching_form(
        r"(?<!\w)(?:(?:là |đặt |đạt |chiếm |tăng )?(?:bao nhiêu|bn|mấy)(?: phần trăm| ?%)?|đặt|đạt|với|và|còn|của|ở|tại|hay|nào|có|là|vs|theo|đến|cuối|đầu|hết|lúc|khi|tính)(?!\w)|[:;,?%]|(?<!\w)&(?!\w)"
    )
)
# What joins a thing to another goes with it.
_JOINED = r"(?:(?:và|với|so với|hay|còn|vs)(?!\w)|(?<!\w)&(?!\w))"
_JOINED_BEFORE = re.compile(matching_form(rf"(?:(?<=\s)|^){_JOINED}\s*$"))
_JOINED_BEHIND = re.compile(matching_form(rf"\s*{_JOINED}"))
_JOINED_WHOLE = re.compile(matching_form(rf"\s*{_JOINED}(?: (?:của|ở|tại))?\s*"))
_LONGEST_JOINT = 10  # characters
_AMOUNTS_ASKED = re.compile(matching_form(r"(?<!\w)(?:bao nhiêu|bn|mấy)(?!\w)"))
_MORE_OF = re.compile(
    rf"(?<!\w)(?:{_WHO} nào (?P<verb>(?:[^\W\d_]+ ){{0,3}}?))?{_MUCH} (?P<of>[^\W\d_]+(?: [^\W\d_]+)?(?P<rest>(?: \w+){{0,8}}?)) hơn(?!\w)"
)
_TWO = 2
_COMPARED = ("status", "document", "place", "body", "annex", "year")


@value
class Side:
    """One of the things that are compared.

    ``question`` asks about it alone; ``topic``: what is asked of each; ``kind``: of the slot that tells it from the others;
    ``level``, ``status``: what its facts must be of.
    """

    name: str
    question: str
    topic: str = ""
    level: Level | None = None
    status: Status | None = None
    kind: str = ""


def sides_of(question: str, *, comparing: bool, places: Collection[str] = ()) -> list[Side]:
    """The things that a question sets side by side; none where it speaks of one.

    ``comparing``: the question says so; without it two places or two years are enough. ``places``: known besides the provinces, in matching form.
    """
    form = matching_form(question)
    slots = slots_in(question, places)
    comparing = comparing or _asks_of_each(form, [slot for slot in slots if slot.kind == "place"])
    for kind in _COMPARED if comparing else ("place", "year"):
        mine = [slot for slot in slots if slot.kind == kind and (comparing or kind != "place" or slot.named)]
        names = dict.fromkeys(slot.name for slot in mine)
        if len(names) >= _TWO and (comparing or len(names) == _TWO) and _beside(form, mine):
            firsts = [next(slot for slot in mine if slot.name == name) for name in names]
            topic = _bare(_alone(_without(question, {_with_joint(form, slot.span) for slot in slots})))
            return [replace(_side(question, form, slot, firsts, slots), topic=topic) for slot in firsts]
    things = things_in(question) if comparing else []
    topic = _bare(_alone(_without(question, {_with_joint(form, slot.span) for slot in things})))
    return [replace(_side(question, form, slot, things, things), topic=topic) for slot in things]


def _asks_of_each(form: str, places: Sequence[Slot]) -> bool:
    """Whether the same is asked of two places, one after the other: "cả nước đặt bao nhiêu và tỉnh đặt bao nhiêu"; or of one beside the country."""
    if len({slot.name for slot in places}) != _TWO:
        return False
    first, second = places[0].span, next(slot.span for slot in places if slot.name != places[0].name)
    if _JOINED_WHOLE.fullmatch(form, first.end, second.start) and any(slot.level is Level.CENTRE for slot in places):
        return True
    between, behind = _AMOUNTS_ASKED.search(form, first.end, second.start), _AMOUNTS_ASKED.search(form, second.end)
    return between is not None and behind is not None


def _beside(form: str, slots: Sequence[Slot]) -> bool:
    """Whether a word that joins stands between two of the slots, or before the first of them."""
    return any(_BESIDE.search(form, one.span.end, other.span.start) for one, other in pairwise(slots))


def _side(question: str, form: str, slot: Slot, rivals: Sequence[Slot], slots: Sequence[Slot]) -> Side:
    owned = [other for other in slots if _owner(form, other, rivals) is slot]
    own_kinds = {other.kind for other in owned}
    if "document" in own_kinds:
        own_kinds.add("place")  # a document says itself whose it is
    strange = [s for s in slots if s not in owned and (s.kind in own_kinds or _is_only_theirs(form, s, rivals))]
    mine = [s for s in slots if s.kind == slot.kind and s is not slot and s.name != slot.name]
    gone = {_with_joint(form, s.span) for s in (*strange, *mine)}
    words = _without(question, gone)
    shift = sum(span.end - span.start for span in gone if span.start < slot.span.start)
    if slot.kind == "document" and slot.name not in matching_form(words):  # only its number was said
        at = slot.span.start - shift
        words = words[:at] + slot.name + words[at + slot.span.end - slot.span.start :]
    level = next((s.level for s in owned if s.level is not None), None)
    return Side(_named(slot, question), _alone(words), level=level, status=slot.status, kind=slot.kind)


def _without(question: str, gone: Iterable[Span]) -> str:
    end = len(question)
    for span in sorted(gone, reverse=True):
        question = question[: span.start] + question[min(span.end, end) :]
        end = span.start
    return question


def _with_joint(form: str, span: Span) -> Span:
    """A span with the word that joins it to what stands before it, else to what stands behind."""
    if before := _JOINED_BEFORE.search(form, max(0, span.start - _LONGEST_JOINT), span.start):
        return Span(before.start(), span.end)
    behind = _JOINED_BEHIND.match(form, span.end)
    return Span(span.start, behind.end()) if behind else span


def _owner(form: str, slot: Slot, rivals: Sequence[Slot]) -> Slot:
    """The rival on whose side of the joints a slot stands."""
    owner = rivals[0]
    for one, other in pairwise(sorted(rivals, key=lambda rival: rival.span)):
        joints = [m.start() for m in _BESIDE.finditer(form, one.span.end, other.span.start)]
        if slot.span.start >= (joints[-1] if joints else other.span.start):
            owner = other
        elif owner is rivals[0]:
            owner = one
    return owner


def _is_only_theirs(form: str, slot: Slot, rivals: Sequence[Slot]) -> bool:
    """Whether a document stands between one of the things and the joint after it: "mục tiêu cả nước của Nghị quyết 5, …"."""
    owner = _owner(form, slot, rivals)
    last = max(rivals, key=lambda rival: rival.span)
    return slot.kind == "document" and owner is not last and slot.span.start > owner.span.start


def _alone(words: str) -> str:
    """A question without what only sets side by side; of "nhiều dự án hơn" the projects are counted."""
    form = matching_form(words)
    if (more := _MORE_OF.search(form)) and not _AMOUNTS_ASKED.search(form, more.end()):
        verb, thing = (words[slice(*more.span(name))] if more[name] else "" for name in ("verb", "of"))
        words = f"{words[: more.start()]}{verb}bao nhiêu {thing}{words[more.end() :]}"
    for match in reversed(list(_SETTING.finditer(matching_form(words)))):
        words = words[: match.start()] + " " + words[match.end() :]
    words = re.sub(r"\(\s*\)", " ", words)
    return " ".join(words.split()).strip(" ,:;")


def counted_more(question: str) -> str:
    """The thing of which a question asks who has more ("bên nào nhiều dự án hơn"), in matching form; "" where it asks for none."""
    match = _MORE_OF.search(matching_form(question))
    return match["of"].removesuffix(match["rest"]) if match else ""


def _bare(words: str) -> str:
    """A topic without the words that ask for its figure."""
    for match in reversed(list(_FIGURE_ASKED.finditer(matching_form(words)))):
        words = words[: match.start()] + " " + words[match.end() :]
    return " ".join(words.split())


def _named(slot: Slot, question: str) -> str:
    words = slot.span.of(question)
    if slot.kind == "year" and words[:1].isdigit():
        words = f"{'giai đoạn' if len(words) > len('2025') else 'năm'} {words}"
    if slot.kind == "place" and slot.named and words.islower():
        words = words.title()
    if slot.kind == "document" and not matching_form(words).startswith(slot.name[:2]):
        words = slot.name
    return words[:1].upper() + words[1:]
