"""Document → facts and references: targets, assignments, decisions, each with the span that proves it."""

from collections.abc import Callable, Iterable

from corpus.facts import Fact, Relation
from corpus.types import value
from ingest.facts.assignments import find_assignments
from ingest.facts.decisions import find_decisions
from ingest.facts.relations import find_relations
from ingest.facts.source import Source
from ingest.facts.targets import find_targets

# The rules that find facts. Whoever changes what they find gives them another name: documents are gone over again by themselves.
EXTRACTOR = "facts-3"


@value
class Extracted:
    """All facts of a document, in the order of its text, and its references to other documents."""

    facts: tuple[Fact, ...] = ()
    relations: tuple[Relation, ...] = ()


def extract(source: Source) -> Extracted:
    """What a document says that people ask for. Two facts that say the same of the same words are one."""
    if not source.passages:
        return Extracted()
    found = dict.fromkeys(fact for find in _FINDERS for fact in find(source))
    return Extracted(tuple(sorted(found, key=lambda fact: (fact.span, fact.kind))), tuple(find_relations(source)))


_FINDERS: tuple[Callable[[Source], Iterable[Fact]], ...] = (find_targets, find_assignments, find_decisions)
