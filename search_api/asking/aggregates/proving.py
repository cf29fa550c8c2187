"""Facts of the ledger as evidence: the units they stand in, wherever in the corpus, as people have put them right."""

from collections.abc import Sequence
from dataclasses import replace

from corpus.catalogue.facts import StoredFact
from corpus.catalogue.passages import passages_by_id
from corpus.store import Store
from corpus.types import Span
from search_api.ledger.pages import read_facts
from search_api.ledger.rows import meant_slots
from search_api.types import Evidence, Hit

_MARKED = frozenset(("value", "year", "lead", "coordinate", "deadline", "action"))


def evidence_of(store: Store, ids: Sequence[str]) -> dict[str, Evidence]:
    """By fact its unit; facts that have gone meanwhile are left out."""
    with store.catalogue.read() as connection:
        known = read_facts(connection, list(dict.fromkeys(ids)))
        passages = passages_by_id(connection, list({stored.passage_id for stored, _, _ in known}))
    found = {}
    for stored, info, review in known:
        if stored.passage_id in passages:
            meant = replace(stored, fact=replace(stored.fact, slots=meant_slots(stored, review)))
            hit = Hit(passages[stored.passage_id], info, 0.0, None, None)
            span, marks = meant.fact.span, _marks(meant)
            found[stored.id] = Evidence(hit, span, span, 1.0, 1.0, True, True, marks, frozenset(), (meant,), marks)
    return found


def _marks(stored: StoredFact) -> tuple[Span, ...]:
    span = stored.fact.span
    return tuple(sorted({part.span for part in stored.fact.parts if part.slot in _MARKED and span.holds(part.span)}))
