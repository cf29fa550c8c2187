"""Running text → assignments: items under a heading or lead-in that names a body, and clauses that name one themselves."""

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.grammar.body_lists import Body
from corpus.grammar.deadlines import find_deadline
from corpus.sentences import sentences
from corpus.text import matching_form
from corpus.types import BlockKind, Document, PassageKind, Span, value
from ingest.facts.assignments.addressing import Address, coordination, heading_bodies, read_address
from ingest.facts.assignments.labels import read_labelled
from ingest.facts.assignments.making import Found, trimmed
from ingest.facts.assignments.predicates import COORDINATING, begins_with_verb
from ingest.facts.source import Source
from ingest.markers import Rank, marker_of
from ingest.outline import Place, read_outline

# Documents that set rules give nobody a task.
_RULES = (
    "luật",
    "bộ luật",
    "pháp lệnh",
    "nghị định",
    "thông tư",
    "hiến pháp",
    "điều lệ",
    "quy chế",
    "quy định",
    "nội quy",
)
_REPORTS = ("báo cáo",)
# Of these, and of what has no type (news), only what an order or a part on carrying out says counts.
_ASIDES = ("", "hướng dẫn", "phụ lục")
_MANY_ARTICLES = 7  # a document with so many articles sets rules, whatever it is called
_TASKS = re.compile(
    r"nhiệm vụ|giải pháp|tổ chức thực hiện|phân công|trách nhiệm|kiến nghị|đề xuất|phương hướng|chỉ đạo|yêu cầu|kinh phí|nguồn lực|chế độ báo cáo|thực hiện"
)
_AHEAD = re.compile(r"phương hướng|nhiệm vụ|giải pháp|kiến nghị|đề xuất|thời gian tới|trọng tâm")
_RESULTS = re.compile(
    r"\W*(?:[ivx\d.]{1,6}\W+|[a-zđ][.)]\s*)?(?:về |những |một số |đánh giá )*(?:kết quả|tình hình|thực trạng|tồn tại|hạn chế|nguyên nhân|ưu điểm|công tác chỉ đạo|đặc điểm|việc)"
)
_TOLD = re.compile(
    r"kết quả|tình hình|đánh giá|tồn tại|hạn chế|nguyên nhân|thực trạng|mục tiêu|chỉ tiêu|quan điểm|bối cảnh|đặc điểm|ưu điểm|sự cần thiết|bài học|căn cứ|phạm vi|đối tượng"
)
_CARRYING_OUT = re.compile(
    r"tổ chức (?:triển khai )?thực hiện|phân công|trách nhiệm|tổ chức triển khai|triển khai thực hiện"
)
_CLASS = re.compile(
    r"(?:doanh nghiệp|người dân|tổ chức|cơ sở|nhân dân|cộng đồng|hộ|cá nhân|cán bộ|chính quyền|nhà trường|lực lượng|chuyên gia|đội|đảng viên|hợp tác xã)"
)
_PEOPLE = re.compile(_CLASS.pattern[:-1] + r"|người|(?:các )?(?:cấp uỷ|tổ chức đảng|đảng viên|cán bộ|đảng bộ|chi bộ))")
_ARABIC, _ROMAN, _LETTERS = (
    re.compile(rf"(?<![\w)])\((?:{number})\)\s*(?=\w)") for number in (r"\d{1,2}", r"[ivx]{1,4}", r"[a-eđg]")
)
_PART = re.compile(r"\((?:\d{1,2}|[ivx]{1,4}|[a-eđg])\)\s*")
_LEADS_IN = re.compile(r"(?:tập trung|thực hiện|nhiệm vụ|sau|sau đây|trách nhiệm|cần|phải|triển khai|chủ trì)\s*:\s*$")
_ONLY_DEADLINE = re.compile(
    r"(?:hoàn thành|xong|thời gian|thời hạn|chậm nhất|trước ngày|nhiệm vụ thường xuyên|báo cáo kết quả)", re.IGNORECASE
)
_SHARED_KIND = re.compile(r"các (?:bộ|sở|tỉnh|thành phố|huyện|xã|phường|quận)$", re.IGNORECASE)
# Closing words, and the article that tells everybody to carry a decision out, are no tasks.
_CLOSING = re.compile(r"Trên đây là|Trong quá trình|Quá trình (?:triển khai|thực hiện|tổ chức)|Nơi nhận")
_OUTCOME = re.compile(r"chịu trách nhiệm (?:thi hành|tổ chức thi hành)")
_LONGEST_OPENER = 260  # characters
_FEWEST_WORDS = 3
_SEMICOLON = re.compile(r";\s+(?=\S)")


@value
class _Over:
    """What stands over an item: who has it, with whom."""

    lead: tuple[Body, ...] = ()
    coordinate: tuple[Body, ...] = ()


_NOBODY = _Over()


@value
class _Clause:
    """A clause of a block; ``numbered``: it begins with (1), (2), …"""

    span: Span
    numbered: bool
    behind_semicolon: bool


def items_of(source: Source) -> Iterator[Found]:
    """The assignments of the running text."""
    doc_type = source.front.doc_type.value.lower() if source.front.doc_type else ""
    if doc_type in _RULES:
        return
    document = source.document
    skipped = _outside(source)
    places = read_outline(document, skipped).places
    ranks = [place.rank for place in places]
    strict = doc_type in _ASIDES or ranks.count(Rank.ARTICLE) >= _MANY_ARTICLES
    by_labels = read_labelled(document, places, skipped)
    yield from by_labels.found
    over: dict[int, _Over] = {}
    parents = {number for place in places for number in place.above[-1:]}
    for number, block in enumerate(document.blocks):
        if block.kind is BlockKind.ROW or number in skipped or number in by_labels.blocks:
            continue
        own = _own_words(document.text, block.span)
        above = next((over[n] for n in reversed(places[number].above) if n in over), _NOBODY)
        told = _is_told(document, places[number], report=doc_type in _REPORTS, strict=strict)
        heading = _heading(document.text, own, introduces=number in parents)
        if heading is not None and told and (strict or doc_type in _REPORTS):
            continue
        if heading is not None and _is_theme(document, places[number], heading, strict=strict):
            continue
        if heading is not None:
            over[number] = heading
            continue
        if number in parents and document.text[own.end - 1] == ":":
            continue
        yield from _clauses(document.text, block.span, own, above, told=told)


def _outside(source: Source) -> frozenset[int]:
    """Numbers of the blocks of letterhead and signature."""
    spans = [p.span for p in source.passages if p.kind in (PassageKind.LETTERHEAD, PassageKind.CLOSING)]
    return frozenset(
        number for number, block in enumerate(source.document.blocks) if any(span.holds(block.span) for span in spans)
    )


def _own_words(text: str, span: Span) -> Span:
    """A block without its number or sign."""
    marker = marker_of(span.of(text))
    return trimmed(text, Span(span.start + (marker.end if marker else 0), span.end), " \t\n") or span


def _heading(text: str, own: Span, *, introduces: bool) -> _Over | None:
    """What a block gives to those below it; None where it is no heading of a body."""
    if bodies := heading_bodies(text, own):
        return _Over(bodies)
    if introduces and text[own.end - 1] == ":":
        address = read_address(text, own) or _ordered_inside(text, own)
        if address is not None:
            return _Over(address.lead, address.coordinate)
    return None


def _is_theme(document: Document, place: Place, heading: _Over, *, strict: bool) -> bool:
    """Whether a title is what a section is about, not who is addressed: "Doanh nghiệp số" outside the part on carrying out."""
    if not strict and not all(_CLASS.match(matching_form(body.name)) for body in heading.lead):
        return False
    titles = (matching_form(document.blocks[number].span.of(document.text)[:200]) for number in place.above)
    return not any(_CARRYING_OUT.search(title) for title in titles)


def _ordered_inside(text: str, own: Span) -> Address | None:
    """ "UBND tỉnh yêu cầu các sở, ngành thực hiện các nội dung sau:"."""
    order = re.search(r"(?:yêu cầu|đề nghị|giao)\s+", text[own.start : own.end])
    return read_address(text, Span(own.start + order.start(), own.end)) if order else None


def _is_told(document: Document, place: Place, *, report: bool, strict: bool) -> bool:
    """Whether an item stands where results, views and targets are told, not tasks. ``strict``: all but the part on carrying out is."""
    for number in reversed(place.above):
        words = matching_form(document.blocks[number].span.of(document.text)[:200])
        if _RESULTS.match(words):
            return True
        if _CARRYING_OUT.search(words):
            return False
        if not strict and (_AHEAD if report else _TASKS).search(words):
            return False
        if not strict and _TOLD.search(words):
            return True
    return report or strict


def _clauses(text: str, unit: Span, own: Span, over: _Over, *, told: bool) -> Iterator[Found]:
    """The assignments of one block, each a run of its clauses."""
    opener = _opener(text, own)
    if opener is not None and not told and (bodies := heading_bodies(text, opener)):
        over, own = _Over(bodies), Span(_behind(text, opener.end), own.end)
    elif opener is not None and read_address(text, Span(_behind(text, opener.end), own.end)) is not None:
        own = Span(_behind(text, opener.end), own.end)  # "2. Hoàn thiện thể chế: Bộ A khẩn trương …"
    current: Found | None = None
    for clause in _cut(text, own):
        fresh = _begun(text, clause, current, over, told=told)
        if fresh is not None:
            if current is not None:
                yield _finished(text, current)
            current = fresh
        elif current is not None:
            end = clause.span.end
            current = replace(current, unit=Span(current.unit.start, end), task=Span(current.task.start, end))
    if current is not None:
        yield _finished(text, current)


def _opener(text: str, own: Span) -> Span | None:
    """What stands before the first colon of a block, if words follow it."""
    colon = text.find(": ", own.start, min(own.end, own.start + _LONGEST_OPENER))
    words = text[own.start : colon] if colon > own.start else ""
    if not words or words.count("(") != words.count(")") or _SHARED_KIND.search(words):
        return None
    return Span(own.start, colon)


def _behind(text: str, colon: int) -> int:
    """Where words begin behind a colon."""
    return colon + 1 + len(text[colon + 1 : colon + 20]) - len(text[colon + 1 : colon + 20].lstrip())


def _begun(text: str, clause: _Clause, current: Found | None, over: _Over, *, told: bool) -> Found | None:
    """The assignment that a clause begins, None where it goes on with the one at hand or says nothing."""
    span = clause.span
    if len(span.of(text).split()) < _FEWEST_WORDS or _OUTCOME.search(text, span.start, span.end):
        return None
    address = read_address(text, span)
    if address is not None and not (told and not address.ordered) and not _is_exhortation(text, address, over):
        return Found(span, Span(address.task, span.end), address.lead, address.coordinate)
    if _CLOSING.match(text, span.start):
        return None
    if over.lead and (current is None or clause.numbered):
        return _inherited(text, span, over)
    if current is not None and (clause.numbered or _is_another(text, clause, current)):
        return _inherited(text, span, _Over(over.lead or current.lead))
    return None


def _is_exhortation(text: str, address: Address, over: _Over) -> bool:
    """Whether only classes of people are told how to be: "Cán bộ, đảng viên phải gương mẫu"."""
    if address.ordered or over.lead or text.startswith(("có trách nhiệm", "chịu trách nhiệm"), address.task):
        return False
    return all(_PEOPLE.match(matching_form(body.name)) for body in address.lead)


def _cut(text: str, own: Span) -> Iterator[_Clause]:
    """Clauses of a block: numbered parts "(1) … (2) …", sentences, and what semicolons part, where something new begins there."""
    starts = _parts(text, own)
    for begin, end in zip([own.start, *starts], [*starts, own.end], strict=True):
        number = _PART.match(text, begin, end) if begin in starts else None
        first = number is not None
        for sentence in sentences(text, number.end() if number else begin, end):
            for at_semicolon, piece in enumerate(_at_semicolons(text, sentence)):
                yield _Clause(piece, first, at_semicolon > 0)
                first = False


def _parts(text: str, own: Span) -> list[int]:
    """Where the numbered parts of a block begin, if they are tasks: those that follow "gồm:" are parts of one."""
    found: list[int] = []
    for series in (_ARABIC, _ROMAN, _LETTERS):
        starts = [match.start() for match in series.finditer(text, own.start, own.end)]
        if len(starts) > 1 and (not found or _LEADS_IN.search(text, max(own.start, starts[0] - 60), starts[0])):
            inside = text[own.start : starts[0]].rstrip().endswith(":")
            if (
                series is _ARABIC
                or _LEADS_IN.search(text, max(own.start, starts[0] - 60), starts[0])
                or starts[0] == own.start
                or (inside and heading_bodies(text, Span(own.start, starts[0])))
            ):
                found += starts
    return sorted(found)


def _at_semicolons(text: str, span: Span) -> list[Span]:
    found = [span.start]
    for mark in _SEMICOLON.finditer(text, span.start, span.end):
        at = mark.end()
        dated = find_deadline(text, found[-1], mark.start()) is not None and begins_with_verb(text, at)
        if dated or COORDINATING.match(text, at) or read_address(text, Span(at, span.end)) is not None:
            found.append(at)
    ends = [*found[1:], span.end]
    return [kept for a, b in zip(found, ends, strict=True) if (kept := trimmed(text, Span(a, b), " \t\n")) is not None]


def _is_another(text: str, clause: _Clause, current: Found) -> bool:
    """Whether a clause begins another task of the same body: it has a partner or a deadline of its own, or the one before it was complete."""
    span = clause.span
    partner = COORDINATING.match(text, span.start, span.end)
    if partner and coordination(text, span):
        return True
    before = find_deadline(text, current.task.start, current.task.end)
    if clause.behind_semicolon and before is not None:
        return not _ONLY_DEADLINE.match(text, span.start, span.end)
    deadline = find_deadline(text, span.start, span.end)
    if deadline is None or clause.behind_semicolon:
        return False
    return before is None or before.of(text).lower() != deadline.of(text).lower()


def _inherited(text: str, clause: Span, over: _Over) -> Found:
    return Found(clause, clause, over.lead, coordination(text, clause) or over.coordinate)


def _finished(text: str, found: Found) -> Found:
    task = trimmed(text, found.task) or found.task
    return replace(found, task=task, deadline=find_deadline(text, found.unit.start, found.unit.end))
