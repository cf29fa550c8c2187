"""Evidence → Answer for all kinds of questions: composers are asked in turn, the first that has something to say answers."""

from collections.abc import Sequence
from dataclasses import replace

from corpus.store import Store
from search_api.answering import answer
from search_api.asking.aggregates.composing import aggregate, none_of_them
from search_api.asking.asked import Again, Asked
from search_api.asking.comparing.composing import comparison
from search_api.asking.comparing.counted_sides import counted_sides
from search_api.asking.conjoined import conjoined
from search_api.asking.definitions import definition, lacks_definition
from search_api.asking.disagreeing.differing import differing
from search_api.asking.disagreeing.disputing import disagreement
from search_api.asking.disagreeing.timing import timed_otherwise
from search_api.asking.documents.addressees import addressees
from search_api.asking.documents.adopting import adopted, lacks_adoption
from search_api.asking.documents.cited import cited, lacks_citation
from search_api.asking.documents.effect import effect, lacks_effect
from search_api.asking.documents.front import front
from search_api.asking.documents.replacing import lacks_successor, replacing
from search_api.asking.drafts import Composer, finished
from search_api.asking.enumerations.composing import counted_up, enumeration, led_in, titled
from search_api.asking.enumerations.outlined import outlined
from search_api.asking.factbook import FactBook
from search_api.asking.figures import with_figures
from search_api.asking.headed import headed_first
from search_api.asking.located import located, timed
from search_api.asking.parts import part_of_whole
from search_api.asking.persons.committees import committee
from search_api.asking.persons.holders import holder, lacks_holder, lacks_person
from search_api.asking.persons.people import by_office
from search_api.asking.refusing.missing import refused
from search_api.asking.results import result
from search_api.asking.rows import coded, compared_rows
from search_api.asking.several import several
from search_api.asking.single import single
from search_api.asking.slots import fixed_by
from search_api.asking.told import asked_fact, kind_told
from search_api.asking.totals import total
from search_api.asking.twofold import twofold
from search_api.asking.wording import fact_ids
from search_api.ledger.ledger import Ledger
from search_api.ledger.linked import Links
from search_api.texts import Texts
from search_api.types import Answer, Evidence, Hits, Kind, Reading

# These look for evidence of their own, whatever was found for the whole question.
OF_THEIR_OWN: tuple[Composer, ...] = (
    twofold, front, effect, adopted, addressees, definition, replacing, cited, committee, holder, located, timed, outlined, titled, coded, part_of_whole, aggregate, enumeration, compared_rows,
    counted_sides, comparison, disagreement, conjoined,
)  # fmt: skip
# These are asked where the evidence is enough for an answer.
OF_EVIDENCE: tuple[Composer, ...] = (
    total, counted_up, led_in, several, timed_otherwise, differing, result, single,
)  # fmt: skip
# What is asked must be said itself: units that are only near it are no answer.
_LACKING = (lacks_holder, lacks_person, lacks_effect, lacks_adoption, lacks_citation, lacks_successor, lacks_definition)


def compose_answer(
    store: Store,
    texts: Texts,
    reading: Reading,
    hits: Hits,
    evidence: Sequence[Evidence],
    facts: FactBook,
    again: Again,
    ledger: Ledger,
    links: Links,
) -> Answer:
    """The answer in the words of its kind. ``again`` finds evidence for a part of the question alone."""
    fixed = fixed_by(reading.text)
    evidence = headed_first(texts, fixed.documents, evidence)
    ordered = by_office(texts, reading, evidence) if reading.kind is Kind.PERSON else evidence
    plain = answer(store, texts, reading, hits, ordered)
    asked = Asked(store, texts, facts, reading, fixed, hits, evidence, again, plain, ledger, links)
    for compose in OF_THEIR_OWN:
        if draft := compose(asked):
            return with_figures(finished(asked, draft))
    if nothing := none_of_them(asked):
        return replace(plain, found=False, text=None, missing=nothing)
    if any(lacks(asked) for lacks in _LACKING):
        return refused(_without_answer(asked))
    for compose in OF_EVIDENCE if plain.found else ():
        if draft := compose(asked):
            return with_figures(finished(asked, draft))
    if not plain.found:
        return refused(asked)
    fact = asked_fact(reading.text, reading.kind, reading.years, asked.first.facts)
    shown = replace(reading, kind=kind_told(reading.text, reading.kind, fact))
    return with_figures(replace(plain, reading=shown, facts=fact_ids(reading, [asked.first])))


def _without_answer(asked: Asked) -> Asked:
    return replace(asked, plain=replace(asked.plain, found=False, text=None))
