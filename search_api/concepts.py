"""Question → Concepts: its expressions that documents may print in another form (abbreviations, other names, words of one meaning)."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache

from corpus.analyser import Term, analyse, terms
from corpus.catalogue.definitions import definitions_by_document, offered_definitions
from corpus.catalogue.state import state_of_documents
from corpus.grammar.abbreviations import find_abbreviations, find_full_forms
from corpus.grammar.definitions import Definition
from corpus.grammar.renaming import find_renamed
from corpus.grammar.spelling import find_other_words
from corpus.store import Store
from corpus.text import matching_form
from corpus.types import Span
from search_api.types import Concept, Reading

# Another form counts this share of the form that was asked with: it says the same, but less surely.
OTHER_FORM_SHARE = 0.4
_MOST_WEIGHT = 2.0  # of one term of another form
_COMMITTEE = re.compile(r"(?<![\w/.-])TU(?![\w/-])")  # of a city or of a province: the letters do not tell


@lru_cache(4096)
def _terms_of(words: str) -> frozenset[str]:
    return frozenset(terms(words))


def concepts_of(text: str, defined: Mapping[str, str] | None = None) -> tuple[Concept, ...]:
    """The concepts of a question as it is read, in order. ``defined``: short forms of documents with their full forms."""
    analysed = analyse(text)
    found = []
    for span, forms in sorted({*_forms(text), *_defined_forms(text, defined or {})}):
        own = _terms_of(span.of(text))
        others = tuple(dict.fromkeys(other for form in forms if not (other := _terms_of(form)) <= own))
        if others:
            found.append(Concept(span, own, others, _joints(analysed, span)))
    return tuple(found)


def _joints(analysed: Sequence[Term], span: Span) -> tuple[tuple[str, str], ...]:
    """Pairs over an end of the span, each with its syllable outside."""
    over = [t for t in analysed if " " in t.text and t.span.start < span.end and span.start < t.span.end]
    return tuple((t.text, t.text.split(" ")[t.span.start >= span.start]) for t in over if not span.holds(t.span))


def _forms(text: str) -> Iterator[tuple[Span, tuple[str, ...]]]:
    for full in find_full_forms(text):
        yield full.span, full.shorts
        inside = _after_first_word(full.span.of(text))
        for inner in find_full_forms(full.span.of(text)[inside:]):  # the field in the name of a ministry
            start = full.span.start + inside + inner.span.start
            yield Span(start, start + inner.span.end - inner.span.start), inner.shorts
    for short in find_abbreviations(text):
        yield short.span, (short.full, *_shorts_of(short.full))
    for other in find_other_words(text):
        yield other.span, other.others
    for committee in _COMMITTEE.finditer(text):
        yield Span(*committee.span()), ("Thành ủy", "Tỉnh ủy")
    for body in find_renamed(text):
        yield body.span, tuple(form for name in body.others for form in (name, *_shortened(name)))


def _defined_forms(text: str, defined: Mapping[str, str]) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Both ways: a short form for which a document has a full one, and a full one with its short form."""
    ways = (*defined.items(), *((full, short) for short, full in defined.items()))
    asked = matching_form(text)
    for one, other in ways:
        form = _form(one)
        # most of the forms of all documents stand in no question: the quick look comes first
        if form in asked and (match := re.search(rf"(?<!\w){re.escape(form)}(?!\w)", asked)):
            yield Span(*match.span()), (other,)


@lru_cache(20_000)
def _form(words: str) -> str:
    return matching_form(words)


def _shorts_of(full: str) -> tuple[str, ...]:
    return tuple(short for form in find_full_forms(full) if form.span == (0, len(full)) for short in form.shorts)


def _shortened(name: str) -> Iterator[str]:
    """A name with each of the short forms of what it has: "Sở TT&TT", "Sở TTTT"."""
    inside = _after_first_word(name)
    for form in find_full_forms(name[inside:]):
        for short in form.shorts:
            yield name[: inside + form.span.start] + short + name[inside + form.span.end :]


def _after_first_word(words: str) -> int:
    return words.find(" ") + 1


def other_weights(concepts: Sequence[Concept], asked: Sequence[str]) -> dict[str, float]:
    """Weights of terms for the lexical arm: all terms of a form together count a share of the terms it stands for."""
    weights: dict[str, float] = {}
    for concept in concepts:
        for other in concept.others:
            each = min(_MOST_WEIGHT, OTHER_FORM_SHARE * len(concept.own) / len(other))
            for term in other.difference(asked):
                weights[term] = max(weights.get(term, 0.0), each)
    return weights


def with_own_terms(concepts: Sequence[Concept], held: frozenset[str]) -> frozenset[str]:
    """Terms that are held, and those of each concept that is held in another form."""
    standing = [concept for concept in concepts if concept.stands_in(held)]
    if not standing:
        return held
    words = held.union(*(concept.own for concept in standing))
    return words.union(pair for concept in standing for pair, outside in concept.joints if outside in words)


def other_terms(concepts: Sequence[Concept], held: Set[str]) -> frozenset[str]:
    """Terms of the other forms that are held."""
    return frozenset().union(*(other for concept in concepts for other in concept.others if other <= held))


def local_concepts(store: Store, reading: Reading, documents: Set[str]) -> dict[str, tuple[Concept, ...]]:
    """By document, the concepts of a question, and those for which that document has defined a short form."""
    with store.catalogue.read() as connection:
        defined = definitions_by_document(connection, documents)
    return {id_: (*reading.concepts, *_local(reading.text, defined.get(id_, ()))) for id_ in documents}


def _local(text: str, defined: Sequence[Definition]) -> Iterator[Concept]:
    for span, forms in _defined_forms(text, {d.short: d.full for d in defined}):
        yield Concept(span, _terms_of(span.of(text)), tuple(map(_terms_of, forms)), _joints(analyse(text), span))


class OfferedDefinitions:
    """Short forms that the documents agree on; looked up again when documents have changed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._state: int | None = None
        self._offered: Mapping[str, str] = {}

    def __call__(self) -> Mapping[str, str]:
        """Short form → full form."""
        with self._store.catalogue.read() as connection:
            state = state_of_documents(connection)
            if state != self._state:
                self._offered, self._state = offered_definitions(connection), state
        return self._offered
