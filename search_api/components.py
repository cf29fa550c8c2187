"""The stages of answering as Haystack components, thin, around plain functions. In YAML they can be wired otherwise and joined by others.

Their parameters are plain values; what they work on (store, texts) is handed to them by ``bind`` after the pipeline has been made.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from corpus.index import Where
from corpus.language.restoring import Restorer
from corpus.pipelines import component
from corpus.settings import DENSE_WEIGHT
from corpus.store import Store
from corpus.types import value
from search_api.asking.composing import compose_answer
from search_api.asking.factbook import FactBook
from search_api.concepts import OfferedDefinitions
from search_api.evidence import PASSAGES, find_evidence
from search_api.further import Further
from search_api.holdings import Holdings
from search_api.ledger.ledger import Ledger
from search_api.ledger.linked import Links, open_ledger
from search_api.naming.naming import Naming
from search_api.reading import Reader, general_restorer
from search_api.reading.forms import form_steps
from search_api.retrieval import make_query, retrieve
from search_api.texts import Texts
from search_api.types import Answer, Evidence, Hits, Reading


@dataclass
class Tools:
    """What the components work on."""

    store: Store
    texts: Texts
    holdings: Holdings
    reader: Reader
    facts: FactBook = field(init=False)
    ledger: Ledger = field(init=False)
    links: Links = field(init=False)

    def __post_init__(self) -> None:
        self.ledger, self.links = open_ledger(self.store.catalogue)
        self.facts = FactBook(self.store)


def open_tools(
    store: Store, restorer: Callable[[], Restorer] = general_restorer, holdings: Holdings | None = None
) -> Tools:
    """Tools over a store. ``restorer`` gives the restorer of words as the corpus is now; ``holdings`` where others have some already."""
    holdings = holdings or Holdings(store.catalogue)
    defined = OfferedDefinitions(store)
    reader = Reader(restorer, form_steps(defined), defined, Naming(store.catalogue, holdings).read)
    return Tools(store, Texts(store), holdings, reader)


@value
class EvidenceList:
    """All evidence, best first, as one value: Haystack looks at every element of a list."""

    items: tuple[Evidence, ...]


@component
class QuestionReader:
    """Question as typed → Reading."""

    tools: Tools

    def bind(self, tools: Tools) -> None:
        """Take the reader."""
        self.tools = tools

    @component.output_types(reading=Reading)
    def run(self, question: str, as_typed: bool = False) -> dict[str, Reading]:
        """Read the question; ``as_typed``: take every word as it stands."""
        with self.tools.store.catalogue.one_state():
            return {"reading": self.tools.reader.read(question, as_typed=as_typed)}


@component
class Retriever:
    """Reading → Hits. ``dense_weight``: share of the arm that goes by meaning."""

    tools: Tools

    def __init__(self, dense_weight: float = DENSE_WEIGHT) -> None:
        self.dense_weight = dense_weight

    def bind(self, tools: Tools) -> None:
        """Take the store."""
        self.tools = tools

    @component.output_types(hits=Hits)
    def run(self, reading: Reading, filters: dict[str, Any] | None = None) -> dict[str, Hits]:
        """Search with both arms."""
        where: Where = filters or {}
        with self.tools.store.catalogue.one_state():
            query = make_query(self.tools.store, reading, where)
            return {"hits": retrieve(self.tools.store, query, self.dense_weight, most=2 * PASSAGES)}


@component
class EvidenceFinder:
    """Hits → Evidence."""

    tools: Tools

    def bind(self, tools: Tools) -> None:
        """Take store and texts."""
        self.tools = tools

    @component.output_types(evidence=EvidenceList)
    def run(self, reading: Reading, hits: Hits) -> dict[str, EvidenceList]:
        """Weigh the units of the best passages."""
        with self.tools.store.catalogue.one_state():
            facts = self.tools.facts.of(hit.document.id for hit in hits.items[:PASSAGES])
            found = find_evidence(self.tools.store, self.tools.texts, reading, hits, facts=facts)
        return {"evidence": EvidenceList(tuple(found))}


@component
class AnswerComposer:
    """Evidence → Answer."""

    tools: Tools

    def bind(self, tools: Tools) -> None:
        """Take texts."""
        self.tools = tools

    @component.output_types(answer=Answer)
    def run(self, reading: Reading, hits: Hits, evidence: EvidenceList) -> dict[str, Answer]:
        """Choose, judge, word."""
        tools = self.tools
        with tools.store.catalogue.one_state():
            found = compose_answer(
                tools.store, tools.texts, reading, hits, evidence.items, tools.facts, Further(tools, reading, hits),
                tools.ledger, tools.links,
            )  # fmt: skip
        return {"answer": found}
