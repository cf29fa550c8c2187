"""One unit answers: in the words of its fact, or under the title that says who it is about."""

import re
from dataclasses import replace

from corpus.catalogue.facts import StoredFact
from corpus.facts import Assignment, Target
from corpus.grammar.bodies import find_bodies
from corpus.types import Span
from search_api.answering import LONGEST_ANSWER
from search_api.asking.asked import Asked
from search_api.asking.drafts import Draft, Statement, said
from search_api.asking.front import line_of
from search_api.asking.several import is_short, parts_of
from search_api.asking.wording import fitting_fact, shortened
from search_api.types import Evidence, Kind
from search_api.units import LONGEST_QUOTE

_AS_GOOD = 0.7  # of the coverage of the best unit
_NUMBERING = re.compile(r"^\W*(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Za-zđ])[.)]\s*")
_ROOM_FOR_MARKS = 16  # characters of citations


def single(asked: Asked) -> Draft | None:
    """The fact of the best unit, else the unit under its title; None where the unit's own words are best."""
    first = _with_the_rest(asked)
    if words := asked.fact_words(first, LONGEST_ANSWER - _ROOM_FOR_MARKS):
        fact = fitting_fact(asked.reading.kind, asked.reading.years, first.facts)
        first, proofs = proven(asked, first, fact, asked.reading.kind)
        return Draft((Statement(words, first, proofs=proofs),))
    if words := _heading_words(asked, first):
        return Draft(said((words, first)))
    return None


def _heading_words(asked: Asked, item: Evidence) -> str:
    """A unit that leaves out who it is about, with the body in the title over it."""
    titles = item.hit.stored.passage.heading[-1:]
    if asked.reading.kind is not Kind.LEAD_AGENCY or not titles:
        return ""
    words = asked.own_words(item, LONGEST_ANSWER)
    if find_bodies(words[:60]) or not find_bodies(titles[0]):
        return ""
    return shortened(f"{_NUMBERING.sub('', titles[0]).rstrip(' .:')}: {words}", LONGEST_ANSWER)


def _with_the_rest(asked: Asked) -> Evidence:
    """The unit that also has the lead or the deadline that is asked on for ("…, ai theo dõi?"), where there is one as good."""
    reading, first, evidence = asked.reading, asked.first, asked.evidence
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


def proven(asked: Asked, item: Evidence, fact: StoredFact | None, kind: Kind) -> tuple[Evidence, tuple[Evidence, ...]]:
    """A unit and what more is needed to prove who leads or when, where that stands outside of it: over it, or in a line of its own.

    A title right over the unit is quoted with it; other lines are quoted on their own.
    """
    wanted = "lead" if kind is Kind.LEAD_AGENCY else "deadline" if kind is Kind.DEADLINE else ""
    if not wanted or fact is None:
        return item, ()
    text = asked.text(item)
    lines = dict.fromkeys(line_of(text, p.span) for p in fact.fact.inherited if p.slot == wanted)
    outside = [line for line in lines if not item.quote.holds(line)]
    for line in outside:
        whole = Span(line.start, item.quote.end)
        if line.end <= item.quote.start and not text[line.end : item.quote.start].strip() and _short(whole):
            item = replace(item, quote=whole)
    apart = (line for line in outside if not item.quote.holds(line))
    return item, tuple(replace(item, quote=line, core=line, highlights=(), facts=()) for line in apart)[:2]


def _short(span: Span) -> bool:
    return span.end - span.start <= LONGEST_QUOTE
