"""Evidence → Answer for all kinds of questions: who composes what, and how parts of an answer are cited together."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from corpus.facts import Assignment, Target
from corpus.grammar.bodies import find_bodies
from corpus.store import Store
from corpus.types import PassageKind
from search_api.answering import LONGEST_ANSWER, MOST_CITATIONS, answer, unit_words
from search_api.asking.disagreeing import other_figures, other_leads
from search_api.asking.entities import entities_of
from search_api.asking.factbook import FactBook
from search_api.asking.front import front_answer, line_of
from search_api.asking.listing import ledger_list
from search_api.asking.parts import Part, is_short, parts_of, share_held
from search_api.asking.people import holder_near, office_asked
from search_api.asking.shelf import Shelf
from search_api.asking.slots import fixed_by
from search_api.asking.wording import assignment_words, fitting_fact, shortened, target_words
from search_api.evidence import Texts
from search_api.ledger_rows import name_of
from search_api.types import Answer, Citation, Evidence, Hits, Kind, Reading

Again = Callable[[str], Sequence[Evidence]]  # evidence for another question
Statement = tuple[str, Evidence]
_PART_COVERAGE = 0.5
_AS_GOOD = 0.7  # of the coverage of the best unit
_LONGEST_TASK = 300  # characters
_NUMBERING = re.compile(r"^\W*(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Za-zđ])[.)]\s*")
_LONGEST_STATEMENT = 180  # of several, so that together they stay short


def compose_answer(
    store: Store,
    texts: Texts,
    shelf: Shelf,
    reading: Reading,
    hits: Hits,
    evidence: Sequence[Evidence],
    facts: FactBook,
    again: Again,
) -> Answer:
    """The answer in the words of its kind. ``again`` finds evidence for a part of the question alone."""
    ordered = _by_office(texts, reading, evidence) if reading.kind is Kind.PERSON else evidence
    plain = answer(texts, reading, hits, ordered)
    fixed = fixed_by(reading.text)
    documents = {info.id: info for info in (*shelf.find(fixed.documents), *(e.hit.document for e in evidence))}
    if front := front_answer(store, texts, reading, fixed, list(documents.values())):
        return together(texts, plain, front.parts)
    if listed := ledger_list(shelf, facts, reading, fixed, evidence):
        return together(texts, plain, listed[1], joined="\n", before=listed[0])
    if compared := _compared(texts, reading, again):
        return together(texts, plain, compared, joined="\n")
    if not plain.found:
        return plain
    if several := _parts(texts, reading, evidence):
        return together(texts, plain, several)
    first = plain.citations[0].evidence
    if differing := _differing(texts, reading, first, _same_task(reading, first, evidence, again)):
        return together(texts, plain, differing[0], joined="\n", after=differing[1], disagreement=differing[1].strip())
    first = _with_the_rest(reading, first, evidence)
    if said := fact_words(texts, reading, first, LONGEST_ANSWER - 16):
        return together(texts, plain, [(said, first)], proofs=_proofs(texts, reading, first))
    if said := heading_words(texts, reading, first):
        return together(texts, plain, [(said, first)])
    return replace(plain, facts=fact_ids(reading, [first]))


def _same_task(reading: Reading, first: Evidence, evidence: Sequence[Evidence], again: Again) -> Sequence[Evidence]:
    """The evidence, and what is found by the words of the task itself, where a lead is asked for."""
    fact = fitting_fact(reading.kind, reading.years, first.facts) if reading.kind is Kind.LEAD_AGENCY else None
    return evidence if fact is None else [*evidence, *again(shortened(name_of(fact.fact.slots), _LONGEST_TASK))]


def heading_words(texts: Texts, reading: Reading, item: Evidence) -> str:
    """A unit that leaves out who it is about, with the body in the title over it."""
    titles = item.hit.stored.passage.heading[-1:]
    words = unit_words(reading, Citation(1, item, texts.of(item.hit)), LONGEST_ANSWER)
    if reading.kind is not Kind.LEAD_AGENCY or not titles or find_bodies(words[:60]) or not find_bodies(titles[0]):
        return ""
    return shortened(f"{_NUMBERING.sub('', titles[0]).rstrip(' .:')}: {words}", LONGEST_ANSWER)


def fact_words(texts: Texts, reading: Reading, item: Evidence, longest: int) -> str:
    """The fact of a unit in words, "" where the unit itself says it better."""
    fact = fitting_fact(reading.kind, reading.years, item.facts)
    if fact is None:
        return ""
    text = texts.of(item.hit)
    if reading.kind in (Kind.LEAD_AGENCY, Kind.DEADLINE):
        return assignment_words(fact.fact.slots, longest)  # type: ignore[arg-type]
    if item.hit.stored.passage.kind is PassageKind.ROW:
        return target_words(fact, text, longest)
    return ""


def _with_the_rest(reading: Reading, first: Evidence, evidence: Sequence[Evidence]) -> Evidence:
    """The unit that also has the lead or the deadline that is asked on for ("…, ai theo dõi?"), where there is one as good."""
    more = {part.kind for part in parts_of(reading.text)[1:] if is_short(part)} & {Kind.LEAD_AGENCY, Kind.DEADLINE}
    if not more or reading.kind in more:
        return first

    def has(item: Evidence) -> bool:
        slots = [stored.fact.slots for stored in item.facts]
        lead = any(isinstance(s, Assignment | Target) and bool(s.lead) for s in slots)
        due = any(isinstance(s, Assignment) and bool(s.deadline) for s in slots)
        return (lead or Kind.LEAD_AGENCY not in more) and (due or Kind.DEADLINE not in more)

    good = (e for e in evidence if e.coverage >= _AS_GOOD * first.coverage and e.fits and e.years and not e.against)
    return first if has(first) else next((e for e in good if has(e)), first)


def _proofs(texts: Texts, reading: Reading, item: Evidence) -> list[Evidence]:
    """Where the lead stands when it stands outside the unit: over it, or in a line of its own."""
    fact = fitting_fact(reading.kind, reading.years, item.facts)
    wanted = "lead" if reading.kind is Kind.LEAD_AGENCY else "deadline" if reading.kind is Kind.DEADLINE else ""
    if fact is None or not wanted:
        return []
    text = texts.of(item.hit)
    outside = [p.span for p in fact.fact.inherited if p.slot == wanted]
    lines = dict.fromkeys(line_of(text, span) for span in outside)
    return [
        replace(item, quote=line, core=line, highlights=(), facts=()) for line in lines if not item.quote.holds(line)
    ][:2]


def _by_office(texts: Texts, reading: Reading, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Units in which a person stands beside the office that is asked after come first."""
    office = office_asked(reading.text)
    if not office:
        return list(evidence)
    beside = [holder_near(office, e.core.of(texts.of(e.hit))) for e in evidence]
    return [e for e, near in zip(evidence, beside, strict=True) if near] + [
        e for e, near in zip(evidence, beside, strict=True) if not near
    ]


def _compared(texts: Texts, reading: Reading, again: Again) -> list[Statement]:
    """A statement on each of the things that are compared, none where one of them has none."""
    said: list[Statement] = []
    for entity, question in entities_of(reading.text, comparing=reading.kind is Kind.COMPARE):
        found = [e for e in again(question) if e.fits and e.years and not e.against]
        if not found:
            return []
        best = found[0]
        words = fact_words(texts, reading, best, 300) or unit_words(reading, Citation(1, best, texts.of(best.hit)), 300)
        said.append((f"{entity}: {words}", best))
    return said


def _parts(texts: Texts, reading: Reading, evidence: Sequence[Evidence]) -> list[Statement]:
    """A statement for each thing that is asked, none where one unit says all."""
    parts = parts_of(reading.text)
    if not parts or all(is_short(part) for part in parts[1:]):
        return []
    usable = [e for e in evidence if not e.against and e.years][:120]
    said: list[Statement] = []
    for part in parts:
        best = _best_for(texts, part, usable)
        if best is None:
            return []
        if not any(best.core == item.core and best.hit.document.id == item.hit.document.id for _, item in said):
            said.append((unit_words(reading, Citation(1, best, texts.of(best.hit)), _LONGEST_STATEMENT), best))
    return said if len(said) > 1 else []


def _best_for(texts: Texts, part: Part, usable: Sequence[Evidence]) -> Evidence | None:
    """The unit that holds most of a part's own words."""
    if not usable:
        return None
    held = [share_held(part.content, e.core.of(texts.of(e.hit))) for e in usable]
    best = max(range(len(usable)), key=lambda n: (held[n] + 0.5 * usable[n].score, -n))
    return usable[best] if held[best] >= _PART_COVERAGE else None


def _differing(
    texts: Texts, reading: Reading, first: Evidence, evidence: Sequence[Evidence]
) -> tuple[list[Statement], str] | None:
    """What another document says otherwise of the same task or figure."""
    others, why = (
        other_leads(first, evidence) if reading.kind is Kind.LEAD_AGENCY
        else other_figures(reading, first, evidence) if reading.kind in (Kind.TARGET, Kind.RESULT)
        else ([], "")
    )  # fmt: skip
    if not others:
        return None
    said = []
    for item in (first, *others[:2]):
        words = fact_words(texts, reading, item, _LONGEST_STATEMENT - 30)
        words = words or unit_words(reading, Citation(1, item, texts.of(item.hit)), _LONGEST_STATEMENT - 30)
        front = item.hit.document.front
        name = (
            f"{front.get('doc_type', '').capitalize()} {front.get('symbol', '')}".strip()
            or item.hit.document.file_name[:40]
        )
        said.append((f"{name}: {words}", item))
    return said, f"\nCác văn bản nêu khác nhau{f' ({why})' if why else ''}."


def together(
    texts: Texts,
    plain: Answer,
    parts: Sequence[tuple[str, Evidence]],
    *,
    joined: str = " ",
    after: str = "",
    proofs: Sequence[Evidence] = (),
    before: str = "",
    disagreement: str | None = None,
) -> Answer:
    """An answer of several statements, each with its citation; what was found besides is cited after them."""
    own: list[Evidence] = []
    numbers: dict[object, int] = {}
    for _, item in parts:
        if _key(item) not in numbers:
            own.append(item)
            numbers[_key(item)] = len(own)
    own += [item for item in proofs if _key(item) not in numbers]
    also = "".join(f"[{n}]" for n in range(len(numbers) + 1, len(own) + 1))
    numbers |= {_key(item): n for n, item in enumerate(own, start=1)}
    rest = [c.evidence for c in plain.citations if _key(c.evidence) not in numbers]
    items = [*own, *rest][: max(MOST_CITATIONS, len(own))]
    citations = tuple(Citation(n, item, texts.of(item.hit)) for n, item in enumerate(items, start=1))
    words = joined.join(f"{said.strip().rstrip('.;,')} [{numbers[_key(item)]}]{also}." for said, item in parts)
    facts = fact_ids(plain.reading, own)
    return Answer(plain.reading, True, f"{before}{words}{after}", citations, plain.confidence, facts, disagreement)


def fact_ids(reading: Reading, items: Sequence[Evidence]) -> tuple[str, ...]:
    """The facts that statements rest on: the one that answers, or the only one of a unit."""
    found = (
        fitting_fact(reading.kind, reading.years, item.facts) or (item.facts[0] if len(item.facts) == 1 else None)
        for item in items
    )
    return tuple(dict.fromkeys(fact.id for fact in found if fact is not None))


def _key(item: Evidence) -> object:
    return item.hit.document.id, item.quote
