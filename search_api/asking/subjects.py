"""What a question is about, without what it fixes besides (documents, places, years) and the words it asks with; and whose a unit is."""

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.catalogue.documents import DocumentInfo
from corpus.grammar.bodies import find_bodies
from corpus.grammar.places import place_spans
from corpus.text import matching_form, one_line
from corpus.types import Span
from search_api.asking.slots import commune_spans, document_spans
from search_api.types import Evidence

_TIME = re.compile(
    r"(?:(?:tính )?(?:đến|từ|trong|vào)\s)?(?:(?:hết|cuối|đầu|giữa)\s)?(?:năm\s)?(?<!\d)(?:19|20)\d\d(?!\d)"
)
_JOINT = r"(?:theo|tại|trong|ở|của|và|thì|là|do|đến|về|với|vào|cho)"
_LOOSE = re.compile(rf"^(?:{_JOINT}(?!\w)|\W)+|(?:(?<!\w){_JOINT}|\W)+$")
_LEADING = re.compile(r"^(?:(?:theo|tại|trong|ở|đến|vào|của)(?!\w)|[\s,:;])+", re.I)
_PLACE_JOINT = re.compile(r"(?:của|tại|ở|thuộc|trên địa bàn)\s$")
_ASKED = re.compile(
    r"(?<!\w)(?:là|đạt|do|giao|có|được|phải|khoảng|cho)?\s?(?:(?:bao nhiêu|mấy|bn)(?: ?%| phần trăm| (?:nghìn |triệu )?(?:tỷ|tỉ|triệu|nghìn) đồng| tỷ)?|"
    r"(?:cơ quan|đơn vị|ngày|tháng|năm|số|nơi|người|văn bản|sở|bộ|ban) nào|như thế nào|thế nào|ra sao|khi nào|bao giờ|ở đâu|nào|gì|ai)(?!\w)(?:\s(?:chủ trì|lo|phụ trách))?"
)
NATIONAL = "cả nước"
_OF = re.compile(r"\s(?:của|do)\s")
_LOCAL = re.compile(r"(?:tỉnh|thành|huyện|quận|xã|phường)\s(?:uỷ|ủy)|uỷ ban nhân dân|ủy ban nhân dân|hội đồng nhân dân")


@lru_cache(1024)
def topic_of(question: str) -> str:
    """The question with nothing in the places of documents, places, years."""
    form = matching_form(question)
    spans = [
        *_with_issuers(question, document_spans(question)),
        *place_spans(question),
        *commune_spans(question),
        *(Span(*m.span()) for m in _TIME.finditer(form)),
    ]
    rest = question
    for span in sorted(spans, reverse=True):
        joint = _PLACE_JOINT.search(matching_form(rest[: span.start]))
        rest = f"{rest[: joint.start() if joint else span.start]} , {rest[span.end :]}"
    return _LEADING.sub("", one_line(rest)).rstrip(" ,")


def _with_issuers(question: str, named: Sequence[Span]) -> list[Span]:
    """Documents with who issued them: "Chương trình 07 của Thành ủy"."""
    issuers = [
        next((b for b in find_bodies(question) if _OF.fullmatch(question[span.end : b.start])), None) for span in named
    ]
    return [Span(span.start, body.end) if body else span for span, body in zip(named, issuers, strict=True)]


def topic_words(question: str) -> str:
    """The longest run of words of the topic that asks nothing: "mức phạt vượt đèn đỏ"."""
    topic = topic_of(question)
    form = matching_form(topic)
    cuts = [0, *(at for m in _ASKED.finditer(form) for at in m.span()), len(topic)]
    pieces = [part for a, b in zip(cuts[::2], cuts[1::2], strict=True) for part in re.split(r"[,;:?]", topic[a:b])]
    bare = [_bare(piece) for piece in pieces]
    words = max(bare, key=lambda piece: (len(piece.split()), piece))
    return words if words[:2].isupper() else words[:1].lower() + words[1:]


def _bare(words: str) -> str:
    loose = _LOOSE.search(matching_form(words))
    while loose and loose.end() > loose.start():
        words = words[loose.end() :] if loose.start() == 0 else words[: loose.start()]
        loose = _LOOSE.search(matching_form(words))
    return words


def place_of(item: Evidence, text: str, over: str) -> str:
    """Whose a unit is, in the words of its document: a place it names itself or over it, else that of the body that issued its document."""
    for words in (item.core.of(text), over, item.hit.document.label):
        if spans := [*commune_spans(words), *place_spans(words)]:
            name = one_line(spans[0].of(words))
            name = name.title() if name.isupper() else name  # of a title in capitals
            return name[:1].lower() + name[1:] if commune_spans(name) else name
    return issuing_place(item.hit.document)


def issuing_place(info: DocumentInfo) -> str:
    """The province or commune of the body that issued a document; "cả nước" for a central one, "" where that is not known."""
    issuer = matching_form(info.front.get("issuer", ""))
    if not issuer:
        return ""
    if not _LOCAL.search(issuer):
        return (
            NATIONAL
            if re.search(r"chính phủ|quốc hội|trung ương|bộ chính trị|ban bí thư|thủ tướng|^bộ ", issuer)
            else ""
        )
    return one_line(info.front.get("place", ""))
