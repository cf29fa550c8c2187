"""The ledger: all facts of the corpus in memory, as the catalogue has them at the moment; filtered, counted, sorted and cut into pages."""

import threading
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

import numpy as np
from sqlalchemy import Connection

from corpus.catalogue import Catalogue, count_of_changes
from corpus.catalogue.documents import DocumentInfo, list_documents
from corpus.catalogue.facts import extracted_readings, facts_of
from corpus.catalogue.reviews import Review, list_reviews
from corpus.catalogue.state import state_of_documents
from corpus.catalogue.tags import tags_of
from corpus.types import value
from corpus.words import words_of
from search_api.ledger.columns import FIELDS, Columns, Labelled, Mask, Numbers, Shelf, lexicons
from search_api.ledger.rows import known_as, row_of

SOON = timedelta(days=30)
Deadline = Literal["overdue", "soon", "later", "none"]
DEADLINES: tuple[Deadline, ...] = ("overdue", "soon", "later", "none")
OVERDUE, DUE_SOON, LATER, NO_DATE = DEADLINES
Order = Literal["document", "year", "deadline", "indicator", "body"]


@value
class Question:
    """What of the ledger is wanted. ``filters``: field → values, of which one must be there; no values mean all.

    Fields: kind, status, year, document (id, symbol or file name), agency, coordinate, action, doc_type, issuer, tag, deadline, met, sample,
    verdict. ``anyone``: agencies that only take part count, too. Without a verdict, all but what was marked wrong. ``about``: phrases that
    what a fact is about, or the title over it, has, all of them.
    """

    filters: Mapping[str, Sequence[str]]
    words: str = ""
    due_from: date | None = None
    due_to: date | None = None
    anyone: bool = False
    order: Order = "document"
    descending: bool = False
    about: Sequence[str] = ()


Outcomes = Mapping[str, str]  # by fact, what became of an aim: "met", "unmet", "unknown"


@value
class Found:
    """``ids`` of all that fits, in order; ``facets``: field → value → count, each under all filters but its own."""

    ids: tuple[str, ...]
    facets: Mapping[str, Mapping[str, int]]
    documents: Mapping[str, DocumentInfo]


class Ledger:
    """Looks at the catalogue again when documents, facts, reviews or collections have changed: only at what is new."""

    def __init__(self, catalogue: Catalogue, outcomes: Callable[[], Outcomes] = dict) -> None:
        self._catalogue = catalogue
        self._outcomes = outcomes
        self._lock = threading.Lock()
        self._looking = ThreadPoolExecutor(1, thread_name_prefix="ledger")
        self._state: tuple[object, ...] | None = None
        self._known = lexicons()
        self._shelves: dict[str, tuple[object, Shelf]] = {}
        self._columns = Columns((), self._known)

    def warm(self) -> None:
        """Begin to look, so that the first who asks need not wait for it."""
        self._looking.submit(self.columns)

    def find(self, question: Question, today: date | None = None) -> Found:
        """All that fits."""
        return look_up(self.columns(), question, today or date.today(), self._outcomes_for(question))

    def select(self, question: Question, today: date | None = None) -> tuple[Columns, Numbers]:
        """The rows that fit, in order, and the columns they are rows of."""
        columns = self.columns()
        plain = replace(question, about=())
        masks = _masks(columns, plain, today or date.today(), self._outcomes_for(question))
        rows = _ordered(columns, question, _all(masks.values(), len(columns.rows)))
        for phrase in question.about:  # of those few that fit otherwise
            rows = rows[columns.are_about(rows, phrase)]
        return columns, rows

    def _outcomes_for(self, question: Question) -> Outcomes:
        return self._outcomes() if question.filters.get("met") else {}

    def columns(self) -> Columns:
        """The facts as they are now."""
        with self._catalogue.read() as connection:
            state = state_of(connection)
            with self._lock:
                if state != self._state:
                    self._columns, self._state = self._look(connection), state
                return self._columns

    def _look(self, connection: Connection) -> Columns:
        documents, readings, tags = list_documents(connection), extracted_readings(connection), tags_of(connection)
        reviews: defaultdict[str, dict[str, Review]] = defaultdict(dict)
        for review in list_reviews(connection, orphaned=False):
            reviews[review.document_id][review.fact_id or ""] = review
        states = {
            id_: (readings.get(id_), info.year, sorted(r.id for r in reviews[id_].values()))
            for id_, info in documents.items()
        }
        kept = {id_: shelf for id_, shelf in self._shelves.items() if states.get(id_) == shelf[0]}
        for id_, stored in facts_of(connection, states.keys() - kept.keys()).items():
            rows = [row_of(fact, reviews[id_].get(fact.id), documents[id_].year) for fact in stored]
            kept[id_] = states[id_], Shelf(rows, self._known)
        self._shelves = kept
        return Columns(
            [Labelled(info, tags.get(id_, ()), kept[id_][1]) for id_, info in documents.items()], self._known
        )


def state_of(connection: Connection) -> tuple[int, int]:
    """Another value whenever documents, facts, reviews or collections have changed."""
    return state_of_documents(connection), count_of_changes(connection)


def look_up(columns: Columns, question: Question, today: date, outcomes: Outcomes | None = None) -> Found:
    """What of the columns fits, on a day. ``outcomes``: needed for the filter "met" only."""
    masks = _masks(columns, question, today, outcomes or {})
    rows = _ordered(columns, question, _all(masks.values(), len(columns.rows)))
    ids = tuple(columns.rows[at].id for at in rows)
    return Found(ids, _facets(columns, masks, question, today), {info.id: info for info in columns.documents})


def _ordered(columns: Columns, question: Question, fitting: Mask) -> Numbers:
    rows = np.flatnonzero(fitting)
    ranks = columns.ranks(question.order, descending=question.descending)
    ordered: Numbers = rows[np.argsort(ranks[rows], kind="stable")]
    return ordered


def deadline_state(due: date | None, today: date) -> Deadline:
    """How a deadline stands on a day."""
    if due is None:
        return NO_DATE
    return OVERDUE if due < today else DUE_SOON if due <= today + SOON else LATER


def _masks(columns: Columns, question: Question, today: date, outcomes: Outcomes) -> dict[str, Mask]:
    """By field the rows that fit; what has no facet stands under "*"."""
    masks: dict[str, Mask] = {}
    for field, wanted in question.filters.items():
        if not wanted:
            continue
        if field == "deadline":
            masks[field] = np.logical_or.reduce([_due(columns, today)[state] for state in DEADLINES if state in wanted])
        elif field in ("agency", "coordinate"):
            own = "body" if question.anyone and field == "agency" else field
            masks[field] = columns.mask(own, {*wanted, *map(known_as, wanted)})
        elif field == "met":
            masks[field] = np.array([outcomes.get(row.id) in wanted for row in columns.rows], np.bool_)
        elif field == "verdict":
            if "all" not in wanted:
                masks[field] = columns.mask(field, wanted)
        else:
            masks[field] = columns.mask(field, columns.named(wanted) if field == "document" else wanted)
    if not question.filters.get("verdict"):
        masks["verdict"] = ~columns.mask("verdict", ["wrong"])
    masks["*"] = columns.holding(words_of(question.words).split())
    for phrase in question.about:
        masks["*"] &= columns.about(phrase)
    if question.due_from:
        masks["*"] &= (columns.due > 0) & (columns.due >= question.due_from.toordinal())
    if question.due_to:
        masks["*"] &= (columns.due > 0) & (columns.due <= question.due_to.toordinal())
    return masks


def _due(columns: Columns, today: date) -> dict[str, Mask]:
    """Assignments by how their deadlines stand."""
    day, dated = today.toordinal(), columns.due > 0
    soon = columns.due <= day + SOON.days
    return {
        OVERDUE: dated & (columns.due < day), DUE_SOON: dated & (columns.due >= day) & soon, LATER: dated & ~soon,
        NO_DATE: columns.assigned & ~dated,
    }  # fmt: skip


def _facets(columns: Columns, masks: Mapping[str, Mask], question: Question, today: date) -> dict[str, dict[str, int]]:
    def under(field: str) -> Mask:
        return _all((mask for name, mask in masks.items() if name != field), len(columns.rows))

    counted = {field: columns.counts(field, under(field)) for field in FIELDS if field not in ("agency", "body")}
    counted["agency"] = columns.counts("body" if question.anyone else "agency", under("agency"))
    counted["deadline"] = {
        state: int(np.count_nonzero(mask & under("deadline"))) for state, mask in _due(columns, today).items()
    }
    return counted


def _all(masks: Iterable[Mask], size: int) -> Mask:
    found = np.ones(size, np.bool_)
    for mask in masks:
        found &= mask
    return found
