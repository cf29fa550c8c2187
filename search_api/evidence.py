"""Hits → Evidence: the units of the best passages, weighed by what of the question they hold and whether they have what it asks for."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from functools import lru_cache

from corpus.analyser import terms
from corpus.bm25 import term_number
from corpus.catalogue.facts import StoredFact
from corpus.grammar.body_kinds import names_a_body
from corpus.grammar.numbers import find_numbers
from corpus.grammar.quantities import Quantity, UnitKind, find_quantities
from corpus.store import Store
from corpus.text import folded, matching_form
from corpus.types import PassageKind, Span
from search_api.asking.cells import codes_in, is_row_of
from search_api.asking.factbook import facts_in
from search_api.asking.leading import names_a_holder
from search_api.asking.otherwise import counts_given, names_of_counted, things_counted, without_dates
from search_api.asking.persons.people import names_somebody, office_asked
from search_api.asking.slots import Fixed, fixed_by
from search_api.asking.standing import stands
from search_api.asking.terms import says_when
from search_api.asking.years import year_fits
from search_api.concepts import local_concepts, other_terms, with_own_terms
from search_api.texts import Texts, Unit
from search_api.types import Concept, Evidence, Hit, Hits, Kind, Reading

PASSAGES = 20  # hits that are looked into
# How much each sign counts beside the fused score of the passage (0…1); chosen on the questions of tests/quality/samples.jsonl.
COVERAGE_WEIGHT, FIT_WEIGHT, YEAR_WEIGHT = 0.8, 0.15, 0.1
NAMED_WEIGHT = (
    0.1  # in documents that the question names coverage counts so much more: one that holds nothing of it gains nothing
)
OUTSIDE_SHARE = 0.6  # a term that only the surroundings have counts so much
_FURNITURE_PENALTY = {Kind.PERSON: 0.0, Kind.LEAD_AGENCY: 0.4, Kind.DEADLINE: 0.4}  # nobody is told there what to do
NEWEST_WEIGHT = 0.15  # of the latest of the documents at hand over the earliest

# How things stand at the end, or by now.
_AT_LAST = re.compile(
    matching_form(
        r"(?<!\w)(?:sau (?:hơn |gần )?(?:\d{1,2}|một|hai|ba|bốn|năm|mười) năm|đến nay|hiện nay|hiện giờ|bây giờ|hiện (?:có|còn|đạt)|mới nhất|gần nhất|rốt cuộc|cuối cùng|tổng cộng|tổng kết)(?!\w)"
    )
)
_HOW_MANY = re.compile(r"(?<!\w)(?:bao nhiêu|mấy|bn)(?: (?P<of>[^\W\d_]+))?(?!\w)")
# What is counted by another name than its own: "12 đơn vị", "3 trường hợp".
_ANY_THING = frozenset(matching_form("đơn cơ tổ trường việc nội mô cái chiếc loại").split())
_FURNITURE = (PassageKind.CLOSING, PassageKind.LETTERHEAD)
_PART = re.compile(r"(?<![\d/.,])\d{1,6}/\d{2,6}(?![\d/.,])")  # of a whole: "268/300 người"
# Who has a duty is said by office, too: "do Giám đốc Sở … làm Tổ trưởng".
_OFFICE_HOLDER = re.compile(
    matching_form(
        r"(?<!\w)(?:phó )?(?:tổng bí thư|thủ tướng|giám đốc|chủ tịch|bí thư|trưởng|chánh|viện trưởng|hiệu trưởng|bộ trưởng|tổng giám đốc|chủ nhiệm)(?!\w)[^.;]{0,100} (?:làm|là|giữ) "
    )
)


def find_evidence(
    store: Store,
    texts: Texts,
    reading: Reading,
    hits: Hits,
    *,
    passages: int = PASSAGES,
    facts: Mapping[str, Sequence[StoredFact]] | None = None,
) -> list[Evidence]:
    """All units of the best passages, best first. ``facts``: by document."""
    weights = weights_of(store, reading.content)
    best = (*hits.items[:passages], *_coded(texts, reading, hits.items[passages:]))
    local = local_concepts(store, reading, {hit.document.id for hit in best})
    fixed = fixed_by(reading.text, _known_places(hits))
    found = [
        e for hit in best
        for e in _of_hit(texts.of(hit), texts.units(hit), hit, reading, weights, local[hit.document.id], fixed, (facts or {}).get(hit.document.id, ()))
    ]  # fmt: skip
    found = _newest_first(reading, found)
    return sorted(found, key=lambda e: (-e.score, e.hit.stored.id, e.core.start))


def _coded(texts: Texts, reading: Reading, hits: Sequence[Hit]) -> Iterable[Hit]:
    """Rows of tables that the question names by their code, wherever they come."""
    codes = codes_in(reading.text)
    return (hit for hit in hits if is_row_of(hit.stored.passage, texts.of(hit), codes)) if codes else ()


def _newest_first(reading: Reading, found: list[Evidence]) -> list[Evidence]:
    """Where it is asked how things stand at last and no year is named, units of later documents count more than those of earlier ones."""
    if reading.years or reading.documents or not _AT_LAST.search(matching_form(reading.text)):
        return found
    days = sorted({e.hit.document.front["issued_on"] for e in found if e.hit.document.front.get("issued_on")})
    late = {day: NEWEST_WEIGHT * n / (len(days) - 1) for n, day in enumerate(days)} if len(days) > 1 else {}
    return [replace(e, score=e.score + late.get(e.hit.document.front.get("issued_on", ""), 0.0)) for e in found]


def _known_places(hits: Hits) -> frozenset[str]:
    """Places after which documents at hand are named."""
    named = (hit.document.front.get("place", "") for hit in hits.items)
    return frozenset(matching_form(name) for name in named if len(name.split()) > 1)


def weights_of(store: Store, content: Sequence[str]) -> dict[str, float]:
    """Weight of each term of the question, by how few passages have it."""
    numbers = {term: term_number(term) for term in content}
    counts, total = store.counts.of(list(numbers.values()))
    return {term: math.log((total - counts[n] + 0.5) / (counts[n] + 0.5) + 1) for term, n in numbers.items()}


def _of_hit(
    text: str,
    units: Sequence[Unit],
    hit: Hit,
    reading: Reading,
    weights: Mapping[str, float],
    concepts: Sequence[Concept],
    fixed: Fixed,
    facts: Sequence[StoredFact],
) -> Iterable[Evidence]:
    passage = hit.stored.passage
    around = with_own_terms(concepts, surroundings(text, hit))
    total = sum(weights.values()) or 1.0
    outside = sum(w for term, w in weights.items() if term in around)
    over = [*passage.heading, *(span.of(text) for span in passage.context)]
    for unit in units:
        core = unit.core
        held = with_own_terms(concepts, unit.said)
        own = sum(w for term, w in weights.items() if term in held)
        only_outside = sum(w for term, w in weights.items() if term not in held and term in around)
        coverage = (own + OUTSIDE_SHARE * only_outside) / total
        words = core.of(text)
        own_facts = facts_in(facts, core)
        standing = stands(reading, fixed, hit, text, words, own_facts)
        fits = standing.fits or _fits(reading, words, hit)
        years = year_fits(reading, words, over, hit.document, own_facts)
        weight = COVERAGE_WEIGHT + NAMED_WEIGHT * (hit.document.id in reading.documents)
        score = standing.bonus + hit.score + weight * coverage + FIT_WEIGHT * fits + YEAR_WEIGHT * years
        if passage.kind in _FURNITURE:
            score -= _FURNITURE_PENALTY.get(reading.kind, 0.2)
        marks = _marks(unit, weights, other_terms(concepts, unit.said), passage.span.start)
        yield Evidence(
            hit, unit.quote, core, score, (own + only_outside) / total if outside or own else 0.0, fits, years, marks,
            standing.against, own_facts,
        )  # fmt: skip


@lru_cache(maxsize=20_000)
def _terms_of(text: str) -> frozenset[str]:
    return frozenset(terms(text))


def surroundings(text: str, hit: Hit) -> frozenset[str]:
    """Terms of document, headings, lead-in and columns."""
    passage = hit.stored.passage
    parts = [hit.document.label, hit.document.file_name, *passage.heading, *(span.of(text) for span in passage.context)]
    return frozenset().union(*(_terms_of(part) for part in parts))


def _fits(reading: Reading, words: str, hit: Hit) -> bool:
    """Whether a unit has what the kind of question asks for: a figure, a body, a time, a person."""
    if reading.kind in (Kind.TARGET, Kind.RESULT):
        asked = {n.value for n in find_numbers(reading.question)}
        how_many = _HOW_MANY.search(matching_form(reading.text))
        counts = how_many is not None and fixed_by(reading.text).measure in ("", "đồng", "%")
        told = without_dates(words) if counts else words
        if "%" in told or _PART.search(told):
            return True
        if any(n.value not in asked for n in find_numbers(told)):
            divides = how_many is not None and counts and _only_divides(reading.text, told, how_many["of"])
            return not divides and hit.stored.passage.kind not in _FURNITURE
        return counts_given(reading.text, words) > 0  # "4/7 chỉ tiêu"
    if reading.kind is Kind.LEAD_AGENCY:
        return (
            names_a_body(words)
            or names_a_holder(reading.text, words)
            or any(names_a_body(title) for title in hit.stored.passage.heading[-1:])
        )
    if reading.kind is Kind.DEADLINE:
        return says_when(reading.text, words)
    if reading.kind is Kind.PERSON:
        office, form = office_asked(reading.text), matching_form(f"{' '.join(hit.stored.passage.heading[-1:])} {words}")
        if office and office not in folded(form):
            return False
        return names_somebody(words) or _OFFICE_HOLDER.search(form) is not None
    return True


def _only_divides(question: str, words: str, behind: str | None) -> bool:
    """Whether all figures of a unit are of divisions, times and other things than what is counted: "chính quyền 02 cấp", "trong 5 năm".

    ``behind``: the word behind "bao nhiêu"."""
    things = things_counted(question)
    held = not things or any(name in words for thing in things for name in names_of_counted(thing))

    def is_another(quantity: Quantity) -> bool:
        first = matching_form(quantity.unit).split()[:1]
        if quantity.kind is UnitKind.PART or (things and quantity.kind is UnitKind.TIME):
            return first != [behind]
        return quantity.kind is UnitKind.COUNT and not held and not _ANY_THING & {*first}

    return all(map(is_another, find_quantities(words)))


def _marks(unit: Unit, weights: Mapping[str, float], others: Set[str], offset: int) -> tuple[Span, ...]:
    """Where terms of the question stand in the unit: pairs and rarer words, and other forms of them, joined where they touch."""
    strong = sorted(weights.values())[len(weights) // 3] if weights else 0.0
    marked = {term for term, weight in weights.items() if " " in term or weight >= strong} | others
    joined: list[Span] = []
    for span in unit.where(marked, offset):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)
