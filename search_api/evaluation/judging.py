"""A gold question and a reply → a judgement: is the answer right, does it prove itself, and if not, what is wrong first."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from search_api.evaluation.comparable import holds, letters, percentages
from search_api.evaluation.gold import SHORT_KINDS, UNANSWERABLE, Question
from search_api.evaluation.runs import Cited, Reply

LONGEST_SHORT, LONGEST = 400, 2000  # characters of an answer
LONGEST_QUOTE = 600  # characters
MOST_STRAYS = 2  # percentages beside the right one: a reader must see which is meant
_OF_FIGURES = ("target", "result")
_OF_ALL_EVIDENCE = ("compare", "conflict")  # one side alone proves nothing
_LOOKED_AT = 3  # citations that a reader opens


class Flaw(StrEnum):
    """What is wrong with a reply; of several, the first."""

    REFUSED = "refused"
    UNWANTED = "unwanted"  # an answer where the documents have none
    TOO_LONG = "too_long"
    VALUE = "value"  # one that the gold file wants is not in the answer
    STRAYS = "strays"
    UNCITED = "uncited"


class Judgement(NamedTuple):
    """Of one reply. ``first``, ``third``: evidence is cited first, among the first three. Unanswerable: ``right`` is refused."""

    answered: bool
    correct: bool
    first: bool
    third: bool
    right: bool
    flaw: Flaw | None


def judge(question: Question, reply: Reply) -> Judgement:
    """Judge a reply; an answer is right when it is correct and its evidence is among its first three citations."""
    if question.kind == UNANSWERABLE:
        flaw = Flaw.UNWANTED if reply.answered else None
        return Judgement(reply.answered, flaw is None, False, False, flaw is None, flaw)
    wrong = _wrong(question, reply)
    proofs = _proofs(question, reply.citations)
    flaw = wrong if wrong or any(proofs[:_LOOKED_AT]) else Flaw.UNCITED
    return Judgement(reply.answered, wrong is None, any(proofs[:1]), any(proofs[:_LOOKED_AT]), flaw is None, flaw)


def _wrong(question: Question, reply: Reply) -> Flaw | None:
    """What is wrong with the words of an answer."""
    proof = " ".join(question.evidence)
    if not reply.answered:
        return Flaw.REFUSED
    if len(reply.answer) > (LONGEST_SHORT if question.kind in SHORT_KINDS else LONGEST):
        return Flaw.TOO_LONG
    if not all(holds(reply.answer, value, proof) for value in question.values):
        return Flaw.VALUE
    known = percentages(" ".join([proof, question.question, *question.values]))
    strays = percentages(reply.answer) - known
    return Flaw.STRAYS if question.kind in _OF_FIGURES and len(strays) > MOST_STRAYS else None


def _proofs(question: Question, citations: Iterable[Cited]) -> list[bool]:
    """Of each citation whether it proves the answer; where all evidence is wanted, one verdict over all citations."""
    wanted = [letters(words) for words in question.evidence]
    found = [_held(question, wanted, citation) for citation in citations]
    if question.kind in _OF_ALL_EVIDENCE:
        return [len(set[int]().union(*found)) == len(wanted)]
    return [bool(held) for held in found]


def _held(question: Question, wanted: list[str], citation: Cited) -> set[int]:
    """Which pieces of evidence a citation holds."""
    if citation.file_name not in question.docs or len(citation.quote) > LONGEST_QUOTE:
        return set()
    quote = letters(citation.quote)
    return {n for n, words in enumerate(wanted) if words in quote}
