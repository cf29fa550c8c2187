"""A question with everything that its answer is composed from."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from corpus.catalogue.documents import DocumentInfo
from corpus.store import Store
from search_api.answering import unit_words
from search_api.asking.factbook import FactBook
from search_api.asking.headed import is_headed_by
from search_api.asking.slots import Fixed
from search_api.asking.wording import fact_words
from search_api.ledger.ledger import Ledger
from search_api.ledger.linked import Links
from search_api.retrieval import named_documents
from search_api.texts import Texts
from search_api.types import Answer, Citation, Evidence, Hits, Reading


class Again(Protocol):
    """Finds further evidence, inside the filters of the question."""

    def __call__(self, question: str) -> Sequence[Evidence]:
        """For a part of the question, weighed by that part."""

    def by_words(self, words: str) -> Sequence[Evidence]:
        """Of other passages than those at hand that hold some words, weighed by the whole question."""


@dataclass(frozen=True)
class Asked:
    """``evidence``: best first; ``plain``: the answer in the words of its best unit."""

    store: Store
    texts: Texts
    facts: FactBook
    reading: Reading
    fixed: Fixed
    hits: Hits
    evidence: Sequence[Evidence]
    again: Again
    plain: Answer
    ledger: Ledger
    links: Links

    @property
    def first(self) -> Evidence:
        """The best unit, in the order of the plain answer."""
        return self.plain.citations[0].evidence

    @cached_property
    def named(self) -> list[DocumentInfo]:
        """The documents that the question names: by the register of numbers, else those at hand that are headed by the number.

        One all of whose units are of another place than the question's is another document with that number."""
        if found := named_documents(self.store, self.reading):
            units = [e for e in self.evidence if e.hit.document.id in self.reading.documents]
            here = {e.hit.document.id for e in units if "places" not in e.against}
            elsewhere = {e.hit.document.id for e in units} - here
            return [info for info in found if info.id not in elsewhere]
        near = {item.hit.document.id: item.hit.document for item in self.evidence} if self.fixed.documents else {}
        return [i for i in near.values() if is_headed_by(i, self.texts.of_document(i), self.fixed.documents)]

    def text(self, item: Evidence) -> str:
        """The whole text of the document a unit stands in."""
        return self.texts.of(item.hit)

    def fact_words(self, item: Evidence, longest: int) -> str:
        """The fact of a unit that answers, in words; "" where there is none, or the unit says it better."""
        return fact_words(self.reading, item, self.text(item), longest)

    def words(self, item: Evidence, longest: int) -> str:
        """What a unit says, as short as asked: in the words of its fact, else in its own."""
        return self.fact_words(item, longest) or self.own_words(item, longest)

    def own_words(self, item: Evidence, longest: int) -> str:
        """What a unit says in its own words, as short as asked."""
        return unit_words(self.reading, Citation(1, item, self.text(item)), longest)
