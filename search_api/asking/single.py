"""One unit answers: in the words of its fact, or under the title that says who it is about."""

import re
from dataclasses import replace

from corpus.catalogue.facts import StoredFact
from corpus.facts import Assignment, Target
from corpus.grammar.bodies import find_bodies
from search_api.answering import LONGEST_ANSWER
from search_api.asking.asked import Asked
from search_api.asking.drafts import Draft, said
from search_api.asking.front import line_of
from search_api.asking.several import is_short, parts_of
from search_api.asking.wording import fitting_fact, shortened
from search_api.types import Evidence, Kind

_AS_GOOD = 0.7  # of the coverage of the best unit
_NUMBERING = re.compile(r"^\W*(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Za-zđ])[.)]\s*")
_ROOM_FOR_MARKS = 16  # characters of citations


def single(asked: Asked) -> Draft | None:
    """The fact of the best unit, else the unit under its title; None where the unit's own words are best."""
    first = _with_the_rest(asked)
    if words := asked.fact_words(first, LONGEST_ANSWER - _ROOM_FOR_MARKS):
        return Draft(said((words, first)), proofs=tuple(_proofs(asked, first)))
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


def _proofs(asked: Asked, item: Evidence) -> list[Evidence]:
    fact = fitting_fact(asked.reading.kind, asked.reading.years, item.facts)
    return over_it(asked, item, fact, asked.reading.kind) if fact is not None else []


def over_it(asked: Asked, item: Evidence, fact: StoredFact, kind: Kind) -> list[Evidence]:
    """Where the lead or the deadline of a fact stands when it stands outside the unit: over it, or in a line of its own."""
    wanted = "lead" if kind is Kind.LEAD_AGENCY else "deadline" if kind is Kind.DEADLINE else ""
    if not wanted:
        return []
    text = asked.text(item)
    outside = [p.span for p in fact.fact.inherited if p.slot == wanted]
    lines = dict.fromkeys(line_of(text, span) for span in outside)
    return [
        replace(item, quote=line, core=line, highlights=(), facts=()) for line in lines if not item.quote.holds(line)
    ][:2]
