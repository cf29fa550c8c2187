"""Lists and counts over the ledger: what a body leads, complete, in the order of the documents, each with its citation."""

import re
from collections.abc import Sequence

from corpus.catalogue.documents import DocumentInfo
from corpus.catalogue.facts import StoredFact
from corpus.facts import Assignment, Target
from corpus.grammar.bodies import find_bodies
from corpus.text import matching_form
from search_api.asking.asked import Asked
from search_api.asking.drafts import Draft, said
from search_api.asking.wording import shortened
from search_api.ledger.rows import canonical_bodies, known_as, name_of
from search_api.types import Evidence, Hit

MOST = 8  # statements; the number of all is said before them
_LONGEST_ITEM = 150
_TASKS = re.compile(matching_form(r"(?<!\w)(?:(?:những|các|bao nhiêu) nhiệm vụ|nhiệm vụ (?:nào|gì))(?!\w)"))
_TARGETS = re.compile(matching_form(r"(?<!\w)(?:những|các|bao nhiêu) chỉ tiêu(?!\w)(?! (?:của|đạt|chưa))"))


def aggregate(asked: Asked) -> Draft | None:
    """How many tasks or targets the body of a question has, and the first of them; None where it asks no such thing."""
    facts, reading, fixed, evidence = asked.facts, asked.reading, asked.fixed, asked.evidence
    form = matching_form(reading.text)
    kind: type[Assignment] | type[Target] | None = (
        Assignment if _TASKS.search(form) else Target if _TARGETS.search(form) else None
    )
    bodies = [span.of(reading.text) for span in find_bodies(reading.text)]
    wanted = {matching_form(known_as(body)) for body in bodies if len(body.split()) > 1}
    if kind is None or len(wanted) != 1:
        return None
    homes = {info.id: info for info in asked.named}
    if not homes and not fixed.documents:
        homes = {e.hit.document.id: e.hit.document for e in evidence}
    hits = {e.hit.document.id: e.hit for e in evidence}
    found: dict[tuple[str, ...], tuple[StoredFact, DocumentInfo]] = {}
    for id_, several in sorted(facts.of(hits.keys() & homes.keys()).items()):
        for stored in several:
            if isinstance(stored.fact.slots, kind) and _is_led(stored, wanted) and _is_of(stored, reading.years):
                found.setdefault(tuple(matching_form(name_of(stored.fact.slots)).split()), (stored, homes[id_]))
    if not found:
        return None
    items = [
        (shortened(name_of(s.fact.slots), _LONGEST_ITEM), _evidence(hits[info.id], s)) for s, info in found.values()
    ][:MOST]
    noun = "nhiệm vụ" if kind is Assignment else "chỉ tiêu"
    shown = f" (nêu {MOST} mục đầu)" if len(found) > MOST else ""
    before = f"{bodies[0]} chủ trì {len(found)} {noun}{shown}:\n"
    return Draft(said(*items), joined="\n", before=before, listed=True, total=len(found))


def _is_led(stored: StoredFact, wanted: set[str]) -> bool:
    leads, _ = canonical_bodies(stored.fact.slots)
    return any(matching_form(lead) in wanted for lead in leads)


def _is_of(stored: StoredFact, years: Sequence[int]) -> bool:
    slots = stored.fact.slots
    if not years:
        return True
    if isinstance(slots, Assignment):
        return slots.deadline_date is not None and slots.deadline_date.year in years
    return isinstance(slots, Target) and (slots.year is None or any(str(year) in str(slots.year) for year in years))


def _evidence(hit: Hit, stored: StoredFact) -> Evidence:
    span = stored.fact.span
    return Evidence(hit, span, span, 1.0, 1.0, True, True, (), frozenset(), (stored,))
