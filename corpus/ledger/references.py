"""Which documents of the corpus a document refers to, and which of those it cites are missing."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from corpus.facts import Relation
from corpus.grammar.symbols import symbol_key
from corpus.ledger.entries import Card
from corpus.text import matching_form
from corpus.types import value


@value
class Resolved:
    """A reference and the documents it means: none where it is missing, several where a document is there in several forms."""

    relation: Relation
    documents: tuple[str, ...]


def resolve(relations: Iterable[Relation], documents: Iterable[Card], cited_on: date | None = None) -> list[Resolved]:
    """The references with the ids of the documents they mean.

    A symbol alone does not say which document is meant: every committee has a "58/KH-UBND" each year. The date beside it must agree, the type
    too where both are known; without a date it is the latest one before ``cited_on``, the day of the document that refers.
    """
    by_symbol: dict[str, list[Card]] = defaultdict(list)
    by_name: dict[str, list[Card]] = defaultdict(list)
    for document in documents:
        if document.symbol:
            by_symbol[symbol_key(document.symbol)].append(document)
        if document.subject:
            by_name[_name(f"{document.doc_type} {document.subject}")].append(document)
            by_name[_name(document.subject)].append(document)
    found = []
    for relation in relations:
        near = by_symbol[symbol_key(relation.symbol)] if relation.symbol else by_name[_name(relation.title)]
        found.append(Resolved(relation, _meant(relation, near, cited_on)))
    return found


def missing(resolved: Iterable[Resolved]) -> list[Relation]:
    """Those cited that the corpus does not hold."""
    return [each.relation for each in resolved if not each.documents]


def _meant(relation: Relation, near: Sequence[Card], cited_on: date | None) -> tuple[str, ...]:
    fitting = [document for document in near if _fits(relation, document)]
    dated = {document.issued_on for document in fitting if document.issued_on}
    if relation.issued_on in dated:
        fitting = [document for document in fitting if document.issued_on in (relation.issued_on, None)]
    elif len(dated) > 1:
        before = [day for day in dated if cited_on is None or day <= cited_on]
        fitting = [document for document in fitting if before and document.issued_on == max(before)]
    return tuple(dict.fromkeys(document.id for document in fitting))


def _fits(relation: Relation, document: Card) -> bool:
    """Whether date and type agree, where both sides have them. Types that name a kind of another ("kế hoạch hành động") agree with it."""
    if relation.issued_on and document.issued_on and relation.issued_on != document.issued_on:
        return False
    cited, own = (matching_form(words) for words in (relation.doc_type, document.doc_type))
    return not cited or not own or cited.startswith(own) or own.startswith(cited)


def _name(title: str) -> str:
    return " ".join(matching_form(title).split()).strip(" .;,")
