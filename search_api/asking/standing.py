"""How a unit of a document stands to what a question fixes: what it says otherwise makes it no answer, however near its words are."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from corpus.catalogue.documents import DocumentInfo, Place
from corpus.catalogue.facts import StoredFact
from corpus.facts import Assignment, Status, Target
from corpus.grammar.places import places_in
from corpus.grammar.spoken_symbols import SpokenSymbol
from corpus.grammar.symbols import document_types
from corpus.ledger.normalising import names_of_things
from corpus.text import folded, matching_form
from corpus.types import value
from search_api.asking.cells import codes_in, has_share_column, is_row_of
from search_api.asking.headed import is_headed_by
from search_api.asking.leading import exhorts, leads_by_name
from search_api.asking.otherwise import (
    counts_given,
    fields_of,
    is_of_another,
    not_counted,
    obliged,
    of_commune,
    of_sibling,
    only_refers,
    only_takes_part,
    other_status,
    without_dates,
)
from search_api.asking.part_of_year import of_other_part
from search_api.asking.slots import Fixed, holds_measure, mentions, ordinals_in
from search_api.asking.subjects import topic_of
from search_api.asking.terms import is_due
from search_api.asking.worth import worth
from search_api.asking.years import of_year
from search_api.naming.register import bears
from search_api.types import Hit, Kind, Reading

OPENING = 3000  # characters of a document in which it says whose it is
_LETTERHEAD = re.compile(r"hà nội,? *(?:\.|…|,)? ?ngày|hà nội, \d")
_AIM = re.compile(
    matching_form(
        r"(?<!\w)(?:phải|mục tiêu|chỉ tiêu|phấn đấu|giao|đặt ra|tối thiểu|ít nhất|yêu cầu|kế hoạch \d+)(?!\w)"
    )
)
_REACHED = re.compile(
    matching_form(
        r"(?<!\w)(?:đã|thực tế|ước|kết quả|đạt được|tính đến|đến nay|hiện nay|hiện có|hiện đạt|rốt cuộc|cuối cùng|(?:\d{1,2}|ba|sáu|chín|mười) tháng đầu năm|(?<!đến )hết năm \d+ (?:\w+ ){0,2}có)(?!\w)"
    )
)
_OF_FIGURES = (Kind.TARGET, Kind.RESULT, Kind.COMPARE, Kind.CONFLICT, Kind.LOOKUP)
_OF_EVERYBODY = 0.1  # from the score of a unit with duties of all bodies, where who leads is asked
_COUNT_GIVEN, _MOST_COUNTS = 0.15, 2  # to the score of a unit that gives a figure for what is counted
_FIGURE_HELD = 0.3  # to the score of a unit with a figure that the question gives itself
_FIGURE = re.compile(r"(?<![\w.,])\d[\d.,]*(?![^\W\d_])")
_TRADES = frozenset(["xuất_khẩu", "nhập_khẩu", "xuất_nhập_khẩu"])
_ITSELF_ASKING = 0.3  # from the score of a unit that is a question: the title of a part of a news item
_ROW_NAMED = 0.3  # to the score of a row of a table whose code the question names
_SIBLING = 0.15  # from the score of a unit on another level, group or stage than the one that is asked about
_ANOTHER_THING = 0.3  # from the score of a unit that names nothing of what is measured


@value
class Standing:
    """``against``: what of the question the unit says otherwise; ``bonus``: what its document and its facts add to its score."""

    against: frozenset[str]
    bonus: float
    fits: bool | None


def stands(reading: Reading, fixed: Fixed, hit: Hit, text: str, words: str, facts: Sequence[StoredFact]) -> Standing:
    """Hold a unit against a question. ``text``: of the whole document; ``words``: of the unit."""
    against, bonus = set(), 0.0
    passage = hit.stored.passage
    over = " ".join([*passage.heading, *(span.of(text) for span in passage.context)])
    for flag in _of_others(reading, fixed, hit.document, text, words, over):
        against.add(flag)
        bonus -= 0.3
    if fixed.documents:
        near = max(nearness(reading, said, hit.document, text) for said in fixed.documents)
        bonus += {IS_NAMED: 0.15, SPEAKS: 0.0, SILENT: -0.3}[near]
        refers = all(only_refers(reading, said, words, hit.document.label) for said in fixed.documents)
        if near == SILENT or (refers and not is_headed_by(hit.document, text, fixed.documents)):
            against.add("documents")
    of_other_body = only_takes_part(reading, words, facts) or is_of_another(reading, words, over, facts)
    if of_other_body or (reading.kind is Kind.LEAD_AGENCY and exhorts(reading.text, words)):
        against.add("bodies")
        bonus -= 0.3
    if fixed.ordinals and not fixed.ordinals & ordinals_in(
        matching_form(f"{words} {over} {hit.document.label} {text[:OPENING]}")
    ):
        against.add("ordinals")
    for flag, cost in _of_other_figures(reading, words, over, hit.document.label, facts):
        against.add(flag)
        bonus -= cost
    codes = codes_in(reading.text)
    named = bool(codes) and is_row_of(passage, text, codes)
    in_column = named and fixed.measure == "%" and has_share_column(text, passage)
    if not (in_column or holds_measure(fixed.measure, words, reading.text) or _fact_measure(fixed.measure, facts)):
        against.add("measure")
        bonus -= 0.1
    bonus += _ROW_NAMED * named + _of_figures(reading, words, over) - _SIBLING * of_sibling(reading.text, words, over)
    bonus += _of_facts(reading, facts) + worth(reading, asked_status(reading.text), words, over, hit.document.label)
    return Standing(frozenset(against), bonus, _fits(reading, facts))


def _of_other_figures(
    reading: Reading, words: str, over: str, label: str, facts: Sequence[StoredFact]
) -> Iterator[tuple[str, float]]:
    """What a unit's figures are of, and the question is not, with what that costs the unit."""
    if reading.kind in _OF_FIGURES and of_other_part(reading.text, words, (over, label)):
        yield "period", 0.3
    if reading.kind not in (Kind.TARGET, Kind.RESULT):
        return
    if other_status(reading, asked_status(reading.text), facts):
        yield "status", 0.0
    if not_counted(reading.text, words) or _of_other_trade(reading.text, f"{words} {over} {label}"):
        yield "measure", 0.0


def _of_figures(reading: Reading, words: str, over: str) -> float:
    """What a unit gains that gives a figure for what is counted, and loses that is about another thing or is a question itself."""
    bonus = -_ITSELF_ASKING if words.rstrip(" ”\"’').").endswith("?") else 0.0
    if reading.kind in (Kind.TARGET, Kind.RESULT):
        bonus -= _ANOTHER_THING * _unnamed(reading.text, words, over)
        bonus += _COUNT_GIVEN * min(_MOST_COUNTS, counts_given(reading.text, words))
        bonus += _FIGURE_HELD * any(figure in _figures_in(words) for figure in _own_figures(reading.text))
    return bonus


def _of_others(
    reading: Reading, fixed: Fixed, document: DocumentInfo, text: str, words: str, over: str
) -> Iterator[str]:
    """Flags of a unit of another place or body."""
    if fixed.places and not fixed.places & (
        places_in(f"{words} {over}", fixed.places) | _whose(document, text, fixed.places)
    ):
        yield "places"
    if fixed.communes and not of_commune(reading.kind, fixed.communes, document, text, words, over):
        yield "places"
    if fixed.departments and not any(_names(name, _Placed(document.place, text)) for name in fixed.departments):
        yield "bodies"
    body = obliged(reading.text) if reading.kind is Kind.DEADLINE else ""
    if body and not any(_names(field, _Placed(document.place, text)) for field in fields_of(body)):
        yield "bodies"


@lru_cache(20_000)
def _names(name: str, placed: "_Placed") -> bool:
    return name in _form_of(placed)


@lru_cache(32)
def _form_of(placed: "_Placed") -> str:
    return matching_form(placed.text)


@lru_cache(4096)
def _whose_words(label: str, file_name: str, opening: str, places: frozenset[str]) -> frozenset[str]:
    named = places_in(f"{label} {_LETTERHEAD.sub(' ', matching_form(opening))}", places)
    flat = folded(matching_form(re.sub(r"[-_]", " ", file_name)))
    return named | {place for place in places if folded(place) in flat}


def _whose(document: DocumentInfo, text: str, places: frozenset[str]) -> frozenset[str]:
    return _whose_words(document.label, document.file_name, text[:OPENING], places)


IS_NAMED, SPEAKS, SILENT = 2, 1, 0


def nearness(reading: Reading, said: SpokenSymbol, document: DocumentInfo, text: str) -> int:
    """A document is the one that is named, or has its name from it; or it speaks of it; or it does not."""
    if document.id in reading.documents or bears(document, said):
        return IS_NAMED
    name = re.sub(r"[-_]", " ", document.file_name)
    if mentions(said, f"{document.label} {name}") or is_filed_as(document, said):
        return IS_NAMED
    if is_headed_by(document, text, (said,)):
        return IS_NAMED
    return SPEAKS if _speaks(said, _Placed(document.place, text)) else SILENT


def is_filed_as(document: DocumentInfo, said: SpokenSymbol) -> bool:
    """Whether the name of a file begins with a document's type and number: "toan-van-nghi-quyet-12-2025-….md"."""
    name = re.sub(r"[-_ ]+", " ", folded(document.file_name.lower()))
    return _filed(said.number, said.types).match(name) is not None


@lru_cache(1024)
def _filed(number: str, types: tuple[str, ...]) -> re.Pattern[str]:
    kinds = {
        folded(matching_form(form)) for type_ in types if type_ for form in (type_, document_types().get(type_, type_))
    }
    return re.compile(
        rf"(?:toan van )?(?:{'|'.join(sorted(map(re.escape, kinds), key=len, reverse=True)) or 'nghi quyet'}) (?:so )?0{{0,3}}{re.escape(number)}(?!\d)"
    )


class _Placed:
    """A text that is known by its place, so that looking it up again does not read it."""

    def __init__(self, place: Place, text: str) -> None:
        self.place, self.text = place, text

    def __hash__(self) -> int:
        return hash(self.place)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Placed) and self.place == other.place


@lru_cache(20_000)
def _speaks(said: SpokenSymbol, placed: _Placed) -> bool:
    return mentions(said, placed.text)


@lru_cache(1024)
def asked_status(question: str) -> Status | None:
    """Whether a question wants what is aimed at or what was reached; None where its words do not tell."""
    form = matching_form(question)
    aim, reached = _AIM.search(form) is not None, _REACHED.search(form) is not None
    if aim == reached:
        return None
    return Status.TARGET if aim else Status.RESULT


def _of_facts(reading: Reading, facts: Sequence[StoredFact]) -> float:
    slots = [stored.fact.slots for stored in facts]
    bonus = 0.0
    if reading.kind in (Kind.TARGET, Kind.RESULT):
        figures = [s for s in slots if isinstance(s, Target) and s.value is not None]
        status = asked_status(reading.text)
        bonus += 0.05 * bool(figures)
        if status is not None and figures:
            bonus += 0.08 if any(s.status is status for s in figures) else -0.08
        if reading.years and figures:
            bonus += 0.06 if any(of_year(stored, y) for stored in facts for y in reading.years) else 0.0
    elif reading.kind is Kind.LEAD_AGENCY:
        tasks = [s for s in slots if isinstance(s, Assignment) and s.lead]
        named = any(leads_by_name(reading.text, task) for task in tasks)
        bonus += 0.1 if named else -_OF_EVERYBODY * bool(tasks)
    elif reading.kind is Kind.DEADLINE:
        due = any(isinstance(s, Assignment) and is_due(reading.text, s) for s in slots)
        bonus += -0.08 * due if asked_status(reading.text) is Status.RESULT else 0.12 * due
    return bonus


def _of_other_trade(question: str, words: str) -> bool:
    """Whether a figure of exports or imports is asked for and neither a unit nor what stands over it is on that."""
    named = _named_in(question) & _TRADES
    return bool(named) and not _TRADES & names_of_things(words)


def _unnamed(question: str, words: str, over: str) -> float:
    """Which share of the things that a question for a figure names ("kinh tế số") a unit leaves out, it and all that stands over it."""
    named = _named_in(question)
    return len(named - names_of_things(words) - names_of_things(over)) / len(named) if named else 0.0


@lru_cache(1024)
def _own_figures(question: str) -> frozenset[str]:
    """Figures that a question gives itself ("trên tổng 12,7 nghìn tỷ"): the unit that is meant has them, too."""
    return frozenset(figure for figure in _figures_in(without_dates(topic_of(question))) if len(figure) > 1)


def _figures_in(words: str) -> list[str]:
    return [figure.rstrip(".,").lstrip("0") for figure in _FIGURE.findall(words)]


@lru_cache(1024)
def _named_in(question: str) -> frozenset[str]:
    return names_of_things(topic_of(question))


def _fact_measure(measure: str, facts: Sequence[StoredFact]) -> bool:
    units = [stored.fact.slots.unit for stored in facts if isinstance(stored.fact.slots, Target)]
    if measure == "ngày":
        return any(isinstance(s.fact.slots, Assignment) and s.fact.slots.deadline_date is not None for s in facts)
    return bool(measure) and any(measure in matching_form(unit) for unit in units)


def _fits(reading: Reading, facts: Sequence[StoredFact]) -> bool | None:
    """Whether facts have what the kind asks for; None where they do not tell."""
    slots = [stored.fact.slots for stored in facts]
    if reading.kind is Kind.LEAD_AGENCY and any(isinstance(s, Assignment | Target) and bool(s.lead) for s in slots):
        return True
    if reading.kind is Kind.DEADLINE and any(isinstance(s, Assignment) and is_due(reading.text, s) for s in slots):
        return True
    return None
