"""What speaks for the best evidence being the answer: how near it is, how much of the question it holds, and what it leaves out."""

import math
import re
from collections.abc import Mapping, Sequence, Set

from corpus.analyser import terms
from corpus.grammar.spoken_symbols import SpokenSymbol
from corpus.store import Store
from corpus.text import matching_form
from search_api.asking.slots import fixed_by, mentions
from search_api.asking.standing import IS_NAMED, OPENING, nearness
from search_api.asking.subjects import topic_of
from search_api.concepts import local_concepts, with_own_terms
from search_api.evidence import surroundings, weights_of
from search_api.reading.kinds import content_of
from search_api.texts import Texts
from search_api.types import Evidence, Hits, Reading

_RAREST = 3  # syllables
_HEAD = 4  # syllables
_END = (
    r"(?=$|\s?[^\w\s]|\s(?:là|đạt|có|được|năm|đến|do|phải|giao|thì|bao|trong|theo|vào|tính|cho|khi|ai|nào|mấy|bn|và|với|hay|so|đặt|nêu|quy định|yêu cầu|nằm"
    r"|cao|thấp|hơn|chưa|đã|sẽ|ước|còn|cùng|từ|ở|tại|của|chiếm|tăng|giảm|phấn đấu|gồm|đứng|xếp|bố trí|dành|ban hành|thực hiện|triển khai|hoàn thành|chủ trì|làm|thuộc|bằng|để"
    r"|thực tế|hiện|cuối|đầu|hết|lo|phụ trách|thay|vs|đang|sau|trước|hằng|mỗi|giai đoạn|nhiệm kỳ|cần|muốn|nhận|bị|về|vào|tới|qua|không|thế|ra sao|nhằm|như)(?!\w))"
)
_LEVEL = r"(?:xã|phường|thị trấn|đặc khu|quận|huyện|thị xã|thành phố|tỉnh|khu|sở|bộ|ban|cục|chi cục|trường|bệnh viện)"
_WHOSE = re.compile(
    rf"(?<!\w)(?:của(?! (?:ai|mình|họ|nó|nhau|tôi|ta|chúng|bên nào)(?!\w))|cho(?= (?:hộ|doanh nghiệp|hợp tác xã|người|cán bộ|học sinh|sinh viên|giáo viên|nông dân|công nhân|đoàn viên|hội viên|trẻ em)(?!\w))|(?:tại|ở|thuộc)(?= {_LEVEL}(?!\w)))\s(?P<of>\w+(?:\s\w+){{0,6}}?){_END}"
)
# "của cả nước", "của tỉnh" are said of whatever the document is about.
_ANYBODY = re.compile(
    r"(?:cả nước|toàn quốc|quốc gia|việt nam|đảng|nhà nước|trung ương(?: đảng)?"
    r"|(?:(?:toàn |các |mỗi )?(?:tỉnh|thành phố|xã|phường|thị trấn|quận|huyện|thôn|địa phương|đơn vị|ngành|bộ|sở|người dân) ?(?:và |hay |hoặc )?){1,4})$"
)
# "Ban nào của Trung ương", "bộ nào của Chính phủ" ask for a body of that level: nobody owns what is asked about.
# "Báo số thuế cho người nộp": to whom something is sent is not whose it is.
_SENT_TO = re.compile(r"(?<!\w)(?:thông báo|báo|gửi|nộp|trả lời|trả|chuyển)(?: \w+){0,4}? cho (?=\w)")
# "Theo chỉ đạo của Tổng Bí thư": on whose word it is done, which may stand far from where it is told.
_BY_WORD_OF = re.compile(
    r"(?:^|(?<!\w)theo )(?:chỉ đạo|yêu cầu|kết luận|ý kiến|đề nghị|phân công|giao nhiệm vụ|quyết định|quy định) của (?=\w)"
)
_OF_LEVEL = re.compile(
    r"(?<!\w)nào (?:của|thuộc|ở|trong) (?:(?:ban chấp hành )?trung ương(?: đảng)?|đảng|chính phủ|nhà nước|quốc hội)(?!\w)"
)
_THING = re.compile(
    r"(?<!\w)(?:bao nhiêu|mấy|bn|tỷ lệ|tỉ lệ|số lượng|tổng số)\s(?!(?:phần trăm|tiền|tỷ|tỉ|triệu|nghìn|đồng|đô|usd|lần|kỳ|phiên|buổi|phần|giờ|phút|tuần|ngày|tháng|năm|quý|kinh phí|vốn|và|hay|hoặc|so|trong|ở|tại|theo|cho|để|thì|là|trên|một|mỗi|đối|km|ha|m2|m3|mét|tấn|kg)(?!\w))(?P<of>[^\W\d]+\s[^\W\d]+)"
)
# What is measured in so many kilometres or hectares: "bao nhiêu km đường sắt đô thị".
_MEASURED = re.compile(
    rf"(?<!\w)(?:bao nhiêu|mấy|bn)\s(?:km|ki-lô-mét|cây số|ha|héc-ta|m2|m3|mét|tấn|kg)\s(?P<of>[^\W\d]+(?:\s[^\W\d]+){{1,4}}?){_END}"
)
_LEAST_MEASURED = 0.6  # share of the words of what is measured, without which a unit measures another thing
NAMES = ("cosine", "own", "coverage", "inside", "pairs", "rarest", "head", "whose", "thing", "named", "gap", "size")


def signs_of(store: Store, texts: Texts, reading: Reading, hits: Hits, chosen: Sequence[Evidence]) -> dict[str, float]:
    """Figures of 0…1 about the best of the units that are cited; all are 0 where there is none.

    ``cosine``: of the nearest passage; ``own``: of the passage of the best unit; ``coverage``: share of the question's weight that one of
    the first units has with its surroundings; ``inside``: that the best unit has itself. Shares of weight that it has with its surroundings:
    ``pairs`` of syllables; ``rarest``: the three rarest syllables; ``head``: the first ones, which name the thing asked for; ``whose``: what stands
    after "của", "tại", the least held; ``thing``: what is counted ("bao nhiêu trạm sạc"). ``named``: 1 where it is of the document that
    is named, or none is, ½ where it speaks of it, 0 where only its document does. ``gap``: weight of the longest run of syllables that is
    left out; ``size``: how many syllables carry meaning, 1 for sixteen.
    """
    if not chosen:
        return dict.fromkeys(NAMES, 0.0)
    best, text = chosen[0], texts.of(chosen[0].hit)
    weights = weights_of(store, reading.content)
    concepts = local_concepts(store, reading, {best.hit.document.id})[best.hit.document.id]
    said = texts.said(best.hit, best.core)
    inside, held = with_own_terms(concepts, said), with_own_terms(concepts, said | surroundings(text, best.hit))
    single = [term for term in reading.content if " " not in term]
    near = [hit.cosine for hit in hits.items if hit.cosine is not None] or [0.0]
    form = matching_form(topic_of(reading.text).replace("BN", " "))
    quoted = held | frozenset(terms(best.quote.of(text))) if best.quote != best.core else held
    things = [terms(m["of"]) for m in _THING.finditer(form)]
    measured = [terms(m["of"]) for m in _MEASURED.finditer(form)]
    owners = _owners(form)
    own = held | _of_document(reading, best, text) if owners else held
    return {
        "cosine": max(near),
        "own": min(near) if best.hit.cosine is None else best.hit.cosine,
        "coverage": max(e.coverage for e in chosen[:3]),
        "inside": _share(reading.content, weights, inside),
        "pairs": _share([term for term in reading.content if " " in term], weights, held),
        "rarest": _share(sorted(single, key=lambda term: -weights[term])[:_RAREST], weights, held),
        "head": _share(head_of(reading.text), weights, held),
        "whose": min((_share(of, weights, own) for of in owners), default=1.0),
        "thing": min([_share(of, weights, quoted) for of in things] + [_measured_held(of, weights, inside) for of in measured], default=1.0),
        "named": min((_named(reading, said, best, text) for said in fixed_by(reading.text).documents), default=1.0),
        "gap": _longest_gap(single, weights, held) / (sum(weights[term] for term in single) or 1.0),
        "size": min(1.0, math.log1p(len(single)) / math.log(17)),
    }  # fmt: skip


def _owners(form: str) -> list[list[str]]:
    """The terms of what stands after "của", "tại" in a question in matching form: whose the thing is, and no level, and nobody on whose word it is done."""
    told = _SENT_TO.sub("gửi ", _BY_WORD_OF.sub("theo ", _OF_LEVEL.sub("nào", form)))
    return [terms(m["of"]) for m in _WHOSE.finditer(told) if not _ANYBODY.match(m["of"])]


def _of_document(reading: Reading, best: Evidence, text: str) -> frozenset[str]:
    """Terms by which a document says whose it is; one that the question names says in its opening whose affairs it is about."""
    front = " ".join(best.hit.document.front.get(name, "") for name in ("place", "issuer"))
    opening = text[:OPENING] if best.hit.document.id in reading.documents else ""
    return frozenset(terms(f"{front} {opening}"))


def _measured_held(of: Sequence[str], weights: Mapping[str, float], inside: Set[str]) -> float:
    """The share of what is measured that a unit has itself; 0 where it leaves much of it out: another road is another figure."""
    share = _share([term for term in of if " " not in term], weights, inside)
    return share if share >= _LEAST_MEASURED else 0.0


def _named(reading: Reading, said: SpokenSymbol, best: Evidence, text: str) -> float:
    """How surely a unit speaks for a document that is named."""
    if nearness(reading, said, best.hit.document, text) == IS_NAMED:
        return 1.0
    passage = best.hit.stored.passage
    over = [*passage.heading, *(span.of(text) for span in passage.context)]
    return 0.5 * mentions(said, " ".join([best.quote.of(text), *over, text[:OPENING]]))


def head_of(question: str) -> list[str]:
    """The first syllables that carry meaning, beside documents, places and years: they name the thing that is asked for."""
    return [term for term in content_of(topic_of(question)) if " " not in term][:_HEAD]


def _share(of: Sequence[str], weights: Mapping[str, float], held: Set[str]) -> float:
    total = sum(weights.get(term, 0.0) for term in of)
    return sum(weights.get(term, 0.0) for term in of if term in held) / total if total else 1.0


def _longest_gap(of: Sequence[str], weights: Mapping[str, float], held: Set[str]) -> float:
    longest = run = 0.0
    for term in of:
        run = 0.0 if term in held else run + weights[term]
        longest = max(longest, run)
    return longest
