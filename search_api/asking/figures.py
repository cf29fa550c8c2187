"""Where in a quotation the very thing that is asked for stands: the figure, who leads, the day, the name, the symbol.

Only what is sure: the words of the one fact that fits, else the one thing of the asked kind that the unit holds. A unit that says something
otherwise than the question, or the nearest things of a refusal, have none.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus.catalogue.documents import DocumentInfo
from corpus.grammar.bodies import find_bodies
from corpus.grammar.dates import find_dates
from corpus.grammar.deadlines import find_deadline
from corpus.grammar.symbols import find_symbols, symbol_key
from corpus.text import folded, matching_form
from corpus.types import Span
from search_api.asking.amounts import amounts, asks_how_much
from search_api.asking.documents.front import asks_front
from search_api.asking.persons.people import NEAR, names_in, office_asked, offices_in
from search_api.asking.slots import fixed_by
from search_api.asking.wording import fitting_fact
from search_api.types import Answer, Citation, Evidence, Kind, Reading

_AS_GOOD = 0.85  # of the coverage of the best: what holds less is about something else
_CITED = re.compile(r"\[(\d{1,3})\]")
_WITH_WHOM = re.compile(r"(?<!\w)(?:phoi hop|cung lam|tham gia)(?!\w)")
_WHO_LEADS = re.compile(r"(?<!\w)(?:chu tri|dau moi|chiu trach nhiem)(?!\w)")
_LEADING = re.compile(
    matching_form(
        r"(?<!\w)(?:chủ trì|đầu mối|chịu trách nhiệm|giao|phụ trách|thường trực|tiếp nhận|chuyển|thực hiện|là)(?!\w)"
    )
)
_WHEN = re.compile(r"(?<!\w)(?:khi nao|bao gio|(?:ngay|thang|quy|nam|hom) (?:nao|may|bao nhieu))(?!\w)")
_WHICH_DOCUMENT = re.compile(
    r"(?<!\w)(?:nghi quyet|quyet dinh|to trinh|ke hoach|chuong trinh|thong bao|ket luan|chi thi|cong dien|cong van|huong dan|bao cao|van ban|quy che|qd|nq|kh)"
    r" (?:nao|gi|so (?:may|bao nhieu|nao))(?!\w)"
)


def with_figures(answer: Answer) -> Answer:
    """The answer whose citations know where the thing asked for stands: those it rests on, and others that print the same."""
    if not answer.found:
        return answer
    said = {int(n) for n in _CITED.findall(answer.text or "")}
    found = {c.n: figures_of(answer.reading, c) for c in answer.citations}
    printed = {_form(c, span) for c in answer.citations if c.n in said for span in found[c.n]}
    least = _AS_GOOD * max((c.evidence.coverage for c in answer.citations), default=0.0)
    same = {c.n: tuple(span for span in found[c.n] if _form(c, span) in printed) for c in answer.citations}
    shown = {c.n: found[c.n] if c.n in said else same[c.n] * (c.evidence.coverage >= least) for c in answer.citations}
    citations = (replace(c, evidence=replace(c.evidence, figures=shown[c.n])) for c in answer.citations)
    return replace(answer, citations=tuple(citations))


def _form(citation: Citation, span: Span) -> str:
    return " ".join(matching_form(span.of(citation.text)).split())


def figures_of(reading: Reading, citation: Citation) -> tuple[Span, ...]:
    """Spans inside the quotation, in order, none over another; none where nothing is sure."""
    item, text = citation.evidence, citation.text
    if item.against or not item.years:
        return ()
    wanted = asks_front(reading.text)
    found = _of_front(wanted, item, text) if wanted else _of_kind(reading, item, text)
    inside = sorted({span for span in found if item.quote.holds(span) and span.end > span.start})
    apart: list[Span] = []
    for span in inside:
        if apart and span.start < apart[-1].end:
            apart[-1] = Span(apart[-1].start, max(apart[-1].end, span.end))
        else:
            apart.append(span)
    return tuple(apart)


def _of_kind(reading: Reading, item: Evidence, text: str) -> Iterable[Span]:
    asked = folded(matching_form(reading.text))
    match reading.kind:
        case Kind.TARGET | Kind.RESULT | Kind.DECISION | Kind.LOOKUP if _WHICH_DOCUMENT.search(asked):
            return _of_symbols(reading, item, text)
        case Kind.TARGET | Kind.RESULT | Kind.COMPARE:
            return _of_figure(reading, item, text)
        case Kind.LEAD_AGENCY:
            return _of_bodies(reading, item, text)
        case Kind.DEADLINE:
            return _of_deadline(reading, item, text)
        case Kind.PERSON:
            return _of_person(reading, item, text)
        case Kind.LOOKUP if asks_how_much(reading.text):
            return amounts(reading, item, text, counted=True)
    return ()


def _of_figure(reading: Reading, item: Evidence, text: str) -> list[Span]:
    if fixed_by(reading.text).measure == "ngày":
        return _as_many(_WHEN, reading, _days(item, text))
    return amounts(reading, item, text)


def _of_bodies(reading: Reading, item: Evidence, text: str) -> list[Span]:
    """Who leads; who takes part where only that is asked."""
    plain = folded(matching_form(reading.text))
    slot = "coordinate" if _WITH_WHOM.search(plain) and not _WHO_LEADS.search(plain) else "lead"
    stored = fitting_fact(Kind.LEAD_AGENCY, reading.years, item.facts)
    if stored is not None:
        return [p.span for p in stored.fact.parts if p.slot == slot]
    if slot != "lead":
        return []
    leads = {p.span for s in item.facts for p in s.fact.parts if p.slot == "lead"}
    words, asked = item.core.of(text), matching_form(reading.text)
    if leads or not _LEADING.search(matching_form(words)):
        return _only(leads)
    bodies = [span for span in find_bodies(words) if matching_form(span.of(words)) not in asked]
    return _only(_moved(span, item.core.start) for span in bodies)


def _of_deadline(reading: Reading, item: Evidence, text: str) -> list[Span]:
    """Until when, else the only day."""
    stored = fitting_fact(Kind.DEADLINE, reading.years, item.facts)
    if stored is not None:
        return [p.span for p in stored.fact.parts if p.slot == "deadline"]
    if len({p.span for s in item.facts for p in s.fact.parts if p.slot == "deadline"}) > 1:
        return []
    return _as_many(_WHEN, reading, _days(item, text))


def _days(item: Evidence, text: str) -> list[Span]:
    """Whole dates of a unit; where there is none, until when something is to be done."""
    words, start = item.core.of(text), item.core.start
    dates = [found.span for found in find_dates(words)]
    if not dates and (deadline := find_deadline(words)) is not None:
        dates = [deadline]
    return [_moved(span, start) for span in dates]


def _of_symbols(reading: Reading, item: Evidence, text: str) -> list[Span]:
    """The symbol of another document than the question names, where there is one."""
    words, start = item.core.of(text), item.core.start
    named = {symbol.key for symbol in find_symbols(reading.text)}
    return _only(_moved(symbol.span, start) for symbol in find_symbols(words) if symbol.key not in named)


def _of_person(reading: Reading, item: Evidence, text: str) -> list[Span]:
    """The name beside the office that is asked after, else the only name."""
    words, start = item.core.of(text), item.core.start
    names = names_in(words)
    office = office_asked(reading.text)
    places = offices_in(office, words) if office else []
    if not places:
        return _only([_moved(name, start) for name in names])
    apart = sorted((min(_between(name, place) for place in places), name) for name in names)
    near = [(space, name) for space, name in apart if space <= NEAR]
    sure = near and (len(near) == 1 or near[0][0] < near[1][0])
    return [_moved(near[0][1], start)] if sure else []


def _of_front(wanted: frozenset[str], item: Evidence, text: str) -> list[Span]:
    """Number, date and signer of the document, where the quotation has them as its letterhead says."""
    info: DocumentInfo = item.hit.document
    words, start = item.quote.of(text), item.quote.start
    found: list[Span] = []
    if "symbol" in wanted and (symbol := info.front.get("symbol")):
        found += [s.span for s in find_symbols(words) if s.key == symbol_key(symbol)]
    if "issued_on" in wanted and (day := info.front.get("issued_on")):
        found += [d.span for d in find_dates(words) if d.date.isoformat() == day]
    if "signer" in wanted and (signer := info.front.get("signer")):
        at = matching_form(words).rfind(matching_form(signer))
        found += [Span(at, at + len(signer))] if at >= 0 else []
    return [_moved(span, start) for span in found]


def _only(spans: Iterable[Span]) -> list[Span]:
    """The one span there is; none of several."""
    unique = list(set(spans))
    return unique if len(unique) == 1 else []


def _as_many(asking: re.Pattern[str], reading: Reading, spans: Sequence[Span]) -> list[Span]:
    """All spans where a question asks for as many: "từ ngày nào đến ngày nào"."""
    wanted = max(1, len(asking.findall(folded(matching_form(reading.text)))))
    return list(spans) if len(set(spans)) == wanted else []


def _between(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
