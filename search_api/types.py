"""Values of the question's way: Reading → Hits → Evidence → Answer with Citations."""

from collections.abc import Mapping, Set
from dataclasses import field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from corpus.bm25 import SparseVector
from corpus.catalogue.documents import DocumentInfo
from corpus.catalogue.facts import StoredFact
from corpus.catalogue.passages import StoredPassage
from corpus.index import Where
from corpus.types import Span, value


class Kind(StrEnum):
    """What a question asks for."""

    TARGET = "target"
    RESULT = "result"
    LEAD_AGENCY = "lead_agency"
    DEADLINE = "deadline"
    PERSON = "person"
    LIST = "list"
    COMPARE = "compare"
    DECISION = "decision"
    CONFLICT = "conflict"
    DEFINITION = "definition"
    LOOKUP = "lookup"


class ChangeKind(StrEnum):
    """Why a part of a question is read otherwise than typed."""

    MARKS = "marks"  # diacritics that were left out
    KEYS = "keys"  # left-overs of Telex and VNI
    SLIP = "slip"  # a typing slip
    SPELLING = "spelling"  # another accepted spelling
    ABBREVIATION = "abbreviation"
    SYMBOL = "symbol"  # a document's number as people say it
    TIME = "time"  # "năm nay"


@value
class Change:
    """One part of a question that is read otherwise: ``span`` of the question as typed, and what it is read as."""

    span: Span
    read: str
    kind: ChangeKind


@value
class Concept:
    """An expression of a question that documents may print in another form: an abbreviation, another name, other words.

    ``own``: terms of its words; ``others``: of each other form the terms that must all stand there; ``joints``: pairs of a syllable
    inside and one outside, with the latter. One concept may lie in another.
    """

    span: Span
    own: frozenset[str]
    others: tuple[frozenset[str], ...]
    joints: tuple[tuple[str, str], ...] = ()

    def stands_in(self, said: Set[str]) -> bool:
        """Whether another form of it is among terms."""
        return any(other <= said for other in self.others)


@value
class Reading:
    """How a question was understood. ``read_as`` is None where it was taken as typed.

    ``content``: terms that carry meaning, without the words that only ask. ``years``: years it names. ``changes``: in order of their
    spans, none over another; carrying them out on ``question`` gives ``read_as``. ``documents``: ids of those the question names. ``concepts``: of ``text``.
    """

    question: str
    read_as: str | None
    kind: Kind
    terms: tuple[str, ...]
    content: tuple[str, ...]
    years: tuple[int, ...]
    changes: tuple[Change, ...] = ()
    documents: tuple[str, ...] = ()
    concepts: tuple[Concept, ...] = ()

    @property
    def text(self) -> str:
        """The question as it is searched for."""
        return self.read_as or self.question


@value
class Query:
    """A reading made ready for the index."""

    reading: Reading
    vector: NDArray[np.float32]
    weights: SparseVector
    where: Where


@value
class Hit:
    """A passage that was found: fused score, and what each arm said (None: not among its best)."""

    stored: StoredPassage
    document: DocumentInfo
    score: float
    cosine: float | None
    lexical: float | None


@value
class Hits:
    """Hits, best first. ``bounded``: the arms found as many as they may, there are more; ``where``: what was searched in."""

    items: tuple[Hit, ...]
    bounded: bool
    where: Where = field(default_factory=dict)


@value
class Evidence:
    """The unit of a passage that may hold the answer. ``quote``: the whole unit; ``core``: the words that answer, inside it.

    ``coverage``: share of the question's content (by IDF) that unit and surroundings have; ``fits``: it has what the kind asks for;
    ``years``: every year of the question stands in it or over it;
    ``against``: what of the question it says otherwise ("places", "bodies", "documents", "ordinals", "status", "measure"); ``facts``: those it holds;
    ``figures``: where in the quote the very thing that is asked for stands (a figure, a date, a body, a name).
    """

    hit: Hit
    quote: Span
    core: Span
    score: float
    coverage: float
    fits: bool
    years: bool
    highlights: tuple[Span, ...]
    against: frozenset[str] = frozenset()
    facts: tuple[StoredFact, ...] = ()
    figures: tuple[Span, ...] = ()


@value
class Confidence:
    """Whether the best evidence is good enough to be an answer, and the figures that say so."""

    found: bool
    figures: Mapping[str, float]


@value
class Citation:
    """Evidence, numbered, with its words."""

    n: int
    evidence: Evidence
    text: str

    @property
    def quote(self) -> str:
        """The quoted words: exactly those of the source."""
        return self.evidence.quote.of(self.text)


@value
class Row:
    """A row of an answer that is a list or a table: its cells, and the numbers of the citations that prove it."""

    cells: tuple[str, ...]
    citations: tuple[int, ...]


@value
class Table:
    """An answer to be looked at. ``columns`` is empty where it is a list; ``total``: how many items there are, shown or not."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    total: int


@value
class LedgerView:
    """The page of the ledger that shows all an answer counts: ``address`` with its filters, ``total`` facts on it."""

    address: str
    total: int


@value
class Answer:
    """What is shown: the words, or none, and the citations that prove them.

    ``facts``: ids of those the words rest on; ``disagreement``: why documents disagree, None where they do not; ``table``: the same
    as the words, to be looked at; ``ledger``: where all of it stands; ``missing``: of a refusal, what is there and what is not;
    ``worded_by``: who put the words anew ("llm"), ``extractive`` then those before.
    """

    reading: Reading
    found: bool
    text: str | None
    citations: tuple[Citation, ...]
    confidence: Confidence
    facts: tuple[str, ...] = ()
    disagreement: str | None = None
    table: Table | None = None
    ledger: LedgerView | None = None
    missing: str | None = None
    worded_by: str | None = None
    extractive: str | None = None
