"""The clauses of a paragraph or an item → assignments: sentences, numbered parts, and what semicolons part."""

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.grammar.body_kinds import names_everybody
from corpus.grammar.body_lists import Body
from corpus.grammar.deadlines import find_deadline
from corpus.sentences import sentences
from corpus.text import matching_form
from corpus.types import Span, value
from ingest.facts.assignments.addressing import Address, coordination, heading_bodies, is_people, read_address
from ingest.facts.assignments.making import Found, trimmed
from ingest.facts.assignments.predicates import COORDINATING, begins_with_verb
from ingest.facts.assignments.products import find_product

_ARABIC, _ROMAN, _LETTERS = (
    re.compile(rf"(?<![\w)])\((?:{number})\)\s*(?=\w)") for number in (r"\d{1,2}", r"[ivx]{1,4}", r"[a-eđg]")
)
_PART = re.compile(r"\((?:\d{1,2}|[ivx]{1,4}|[a-eđg])\)\s*")
_LEADS_IN = re.compile(r"(?:tập trung|thực hiện|nhiệm vụ|sau|sau đây|trách nhiệm|cần|phải|triển khai|chủ trì)\s*:\s*$")
_ONLY_DEADLINE = re.compile(
    r"hoàn thành|xong|thời gian|thời hạn|chậm nhất|trước ngày|nhiệm vụ thường xuyên|báo cáo kết quả", re.IGNORECASE
)
_SHARED_KIND = re.compile(r"các (?:bộ|sở|tỉnh|thành phố|huyện|xã|phường|quận)$", re.IGNORECASE)
# Closing words, and the article that tells everybody to carry a decision out, are no tasks.
_CLOSING = re.compile(r"Trong quá trình|Quá trình (?:triển khai|thực hiện|tổ chức)|Nơi nhận")
_OUTCOME = re.compile(r"chịu trách nhiệm (?:thi hành|tổ chức thi hành)")
# "Các bộ, cơ quan ngang bộ … đề cao trách nhiệm trong công tác …": with nothing that is to be done behind it.
_IN_EARNEST = re.compile(
    r"(?:phải |cần |tiếp tục )?(?:đề cao|nêu cao|nâng cao) (?:tinh thần |vai trò,? |ý thức )?(?:trách nhiệm|tinh thần|kỷ luật|kỷ cương)(?!\w)[^;\n]{0,600}"
)
_SEMICOLON = re.compile(r";\s+(?=\S)")
_LONGEST_OPENER, _LONGEST_CLAUSE = 260, 2000  # characters that are looked at
_FEWEST_WORDS = 3


@value
class Over:
    """What stands over an item, in a heading or lead-in: who has it, with whom."""

    lead: tuple[Body, ...] = ()
    coordinate: tuple[Body, ...] = ()


@value
class _Clause:
    """A clause of a block; ``numbered``: it begins with (1), (2), …"""

    span: Span
    numbered: bool
    behind_semicolon: bool


def assignments_of(text: str, own: Span, over: Over, *, told: bool) -> Iterator[Found]:
    """The assignments of one block without its number, each a run of its clauses. ``told``: only what is ordered counts."""
    if text.startswith("Trên đây là", own.start):
        return
    over, own = _behind_opener(text, own, over, told=told)
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


def _behind_opener(text: str, own: Span, over: Over, *, told: bool) -> tuple[Over, Span]:
    """Who has the block, and its words, behind an opener: "Sở A: (1) …" or a theme, "Hoàn thiện thể chế: Bộ B khẩn trương …"."""
    colon = text.find(": ", own.start, min(own.end, own.start + _LONGEST_OPENER))
    opener = text[own.start : colon] if colon > own.start else ""
    if not opener or told or opener.count("(") != opener.count(")") or _SHARED_KIND.search(opener):
        return over, own
    behind = trimmed(text, Span(colon + 1, own.end), " \t\n") or own
    if bodies := heading_bodies(text, Span(own.start, colon)):
        return Over(bodies), behind
    return (over, behind) if read_address(text, behind) is not None else (over, own)


def _cut(text: str, own: Span) -> Iterator[_Clause]:
    """Clauses of a block: numbered parts "(1) … (2) …", sentences, and what semicolons part, where something new begins there."""
    starts = _parts(text, own)
    for begin, end in zip([own.start, *starts], [*starts, own.end], strict=True):
        number = _PART.match(text, begin, end) if begin in starts else None
        first = number is not None
        for sentence in sentences(text, number.end() if number else begin, end):
            for nth, piece in enumerate(_at_semicolons(text, sentence)):
                yield _Clause(piece, first, nth > 0)
                first = False


def _parts(text: str, own: Span) -> list[int]:
    """Where the numbered parts of a block begin, if they are tasks: "gồm: (i) …; (ii) …" are parts of one."""
    if text.find("(", own.start, own.end) < 0:
        return []
    found: list[int] = []
    for series in (_ARABIC, _ROMAN, _LETTERS):
        starts = [match.start() for match in series.finditer(text, own.start, own.end)]
        if len(starts) < 2:
            continue
        introduced = starts[0] == own.start or _LEADS_IN.search(text, max(own.start, starts[0] - 60), starts[0])
        if introduced or (series is _ARABIC and not found):
            found += starts
    return sorted(found)


def _at_semicolons(text: str, span: Span) -> list[Span]:
    found = [span.start]
    seen, dated = span.start, False
    for mark in _SEMICOLON.finditer(text, span.start, span.end):
        at = mark.end()
        dated = dated or find_deadline(text, seen, mark.start()) is not None
        seen = at
        address = Span(at, min(span.end, at + _LONGEST_CLAUSE))
        if (dated and begins_with_verb(text, at)) or COORDINATING.match(text, at) or read_address(text, address):
            found.append(at)
            dated = False
    ends = [*found[1:], span.end]
    return [kept for a, b in zip(found, ends, strict=True) if (kept := trimmed(text, Span(a, b), " \t\n")) is not None]


def _begun(text: str, clause: _Clause, current: Found | None, over: Over, *, told: bool) -> Found | None:
    """The assignment that a clause begins, None where it goes on with the one at hand or says nothing."""
    span = clause.span
    if len(span.of(text).split()) < _FEWEST_WORDS or _OUTCOME.search(text, span.start, span.end):
        return None
    address = read_address(text, span)
    if address is not None and not (told and not address.ordered) and not _is_exhortation(text, address, span, over):
        return Found(span, Span(address.task, span.end), address.lead, address.coordinate)
    if _CLOSING.match(text, span.start):
        return None
    if over.lead and (current is None or clause.numbered):
        return _inherited(text, span, over)
    if current is not None and (clause.numbered or _is_another(text, clause, current)):
        return _inherited(text, span, Over(over.lead or current.lead))
    return None


def _is_exhortation(text: str, address: Address, span: Span, over: Over) -> bool:
    """Whether nothing but how to be is told: to classes of people ("Cán bộ, đảng viên phải gương mẫu"), or to all bodies at once."""
    everybody = sum(names_everybody(matching_form(body.name)) for body in address.lead)
    if _IN_EARNEST.fullmatch(text, address.task, span.end) and 2 * everybody > len(address.lead):
        return True
    if address.ordered or over.lead or text.startswith(("có trách nhiệm", "chịu trách nhiệm"), address.task):
        return False
    return all(is_people(body) for body in address.lead)


def _is_another(text: str, clause: _Clause, current: Found) -> bool:
    """Whether a clause begins another task of the same body: it has a partner or deadline of its own, or the one before is complete."""
    span = clause.span
    if COORDINATING.match(text, span.start, span.end) and coordination(text, span):
        return True
    before = find_deadline(text, max(current.task.start, current.task.end - _LONGEST_CLAUSE), current.task.end)
    if clause.behind_semicolon:
        return before is not None and not _ONLY_DEADLINE.match(text, span.start, span.end)
    deadline = find_deadline(text, span.start, span.end)
    return deadline is not None and (before is None or before.of(text).lower() != deadline.of(text).lower())


def _inherited(text: str, clause: Span, over: Over) -> Found:
    return Found(clause, clause, over.lead, coordination(text, clause) or over.coordinate)


def _finished(text: str, found: Found) -> Found:
    task = trimmed(text, found.task) or found.task
    deadline = find_deadline(text, found.unit.start, found.unit.end)
    return replace(found, task=task, deadline=deadline, product=find_product(text, task))
