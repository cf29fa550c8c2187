"""Facts of several documents held against each other: what is about the same indicator, and what disagrees."""

import threading
from collections.abc import Mapping, Sequence
from dataclasses import field

from sqlalchemy import Connection

from corpus.catalogue import Catalogue
from corpus.catalogue.documents import list_documents
from corpus.catalogue.facts import count_pending, facts_of
from corpus.catalogue.reviews import Verdict, list_reviews
from corpus.ledger.conflicts import Disagreement, figure_conflicts, lead_conflicts
from corpus.ledger.entries import Entry
from corpus.ledger.linking import Group, link
from corpus.ledger.meeting import Judged, judge
from corpus.types import Span, value
from search_api.ledger.ledger import Ledger, state_of
from search_api.ledger.relating import card_of, replacements
from search_api.ledger.rows import meant_slots


@value
class Linked:
    """``groups``: by fact, those about the same indicator; ``judged``: by aim, what became of it, ``outcomes`` in a word. What a person marked wrong is in none."""

    entries: Mapping[str, Entry]
    groups: Mapping[str, Group]
    conflicts: Sequence[Disagreement]
    judged: Mapping[str, Judged] = field(default_factory=dict)
    outcomes: Mapping[str, str] = field(default_factory=dict)


class Links:
    """Holds all facts against each other again when any of them has changed, and somebody asks."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._lock = threading.Lock()
        self._state: object = None
        self._seen: object = None  # by the last look in the background
        self._linked = Linked({}, {}, ())

    def warm(self) -> None:
        """Look, and hold them against each other if they have been still since the last look: who asks next need not wait for it.

        While documents are coming in it waits: each would be held against all others again.
        """
        with self._catalogue.read() as connection:
            state = state_of(connection)
            coming = count_pending(connection)
        seen, self._seen = self._seen, state
        if state == seen and state != self._state and not coming:
            self.linked()

    def linked(self) -> Linked:
        """As it is now."""
        with self._catalogue.read() as connection:
            state = state_of(connection)
            with self._lock:
                if state != self._state:
                    self._linked, self._state = _link(connection), state
                return self._linked


def _link(connection: Connection) -> Linked:
    documents = list_documents(connection)
    reviews = {review.fact_id: review for review in list_reviews(connection, orphaned=False)}
    entries: dict[str, Entry] = {}
    units: dict[str, tuple[str, Span]] = {}
    for id_, facts in facts_of(connection, documents).items():
        card = card_of(documents[id_])
        for stored in facts:
            review = reviews.get(stored.id)
            if review is None or review.verdict != Verdict.WRONG:
                units[stored.id] = id_, stored.fact.span
                entries[stored.id] = Entry(stored.id, card, meant_slots(stored, review))
    replaced = replacements(connection, documents)
    groups = link(entries.values())
    conflicts = [*figure_conflicts(groups, replaced), *lead_conflicts(entries.values(), replaced)]
    by_fact = {entry.id: group for group in groups for entry in group.entries}
    judged = judge(groups, entries.values(), units)
    return Linked(entries, by_fact, conflicts, judged, {id_: str(one.outcome) for id_, one in judged.items()})


def open_ledger(catalogue: Catalogue) -> tuple[Ledger, Links]:
    """A ledger that knows which aims were met, and what it knows that from."""
    links = Links(catalogue)
    return Ledger(catalogue, lambda: links.linked().outcomes), links
