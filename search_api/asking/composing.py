"""Evidence → Answer for all kinds of questions: composers are asked in turn, the first that has something to say answers."""

from collections.abc import Sequence
from dataclasses import replace

from corpus.store import Store
from search_api.answering import answer
from search_api.asking.aggregates import aggregate
from search_api.asking.asked import Again, Asked
from search_api.asking.comparing import comparison
from search_api.asking.differing import differing
from search_api.asking.drafts import Composer, finished
from search_api.asking.factbook import FactBook
from search_api.asking.front import front
from search_api.asking.missing import refused
from search_api.asking.people import by_office
from search_api.asking.several import several
from search_api.asking.single import single
from search_api.asking.slots import fixed_by
from search_api.asking.wording import fact_ids
from search_api.texts import Texts
from search_api.types import Answer, Evidence, Hits, Kind, Reading

# These look for evidence of their own, whatever was found for the whole question.
OF_THEIR_OWN: tuple[Composer, ...] = (front, aggregate, comparison)
# These are asked where the evidence is enough for an answer.
OF_EVIDENCE: tuple[Composer, ...] = (several, differing, single)


def compose_answer(
    store: Store,
    texts: Texts,
    reading: Reading,
    hits: Hits,
    evidence: Sequence[Evidence],
    facts: FactBook,
    again: Again,
) -> Answer:
    """The answer in the words of its kind. ``again`` finds evidence for a part of the question alone."""
    ordered = by_office(texts, reading, evidence) if reading.kind is Kind.PERSON else evidence
    plain = answer(store, texts, reading, hits, ordered)
    asked = Asked(store, texts, facts, reading, fixed_by(reading.text), hits, evidence, again, plain)
    for compose in (*OF_THEIR_OWN, *(OF_EVIDENCE if plain.found else ())):
        if draft := compose(asked):
            return finished(asked, draft)
    return replace(plain, facts=fact_ids(reading, [asked.first])) if plain.found else refused(asked)
