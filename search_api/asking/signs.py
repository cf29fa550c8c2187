"""What speaks for the best evidence being the answer: how near it is, how much of the question it holds, and what it leaves out."""

import math
import re
from collections.abc import Mapping, Sequence, Set

from corpus.analyser import terms
from corpus.grammar.places import place_spans
from corpus.store import Store
from corpus.text import matching_form
from corpus.types import Span
from search_api.asking.slots import document_spans
from search_api.concepts import local_concepts, with_own_terms
from search_api.evidence import Texts, surroundings, weights_of
from search_api.reading.kinds import content_of
from search_api.types import Evidence, Hits, Reading

_NEAREST = 5  # hits of which the nearest one counts
_RAREST = 3  # syllables
_HEAD = 4  # syllables
_TIME = re.compile(r"(?:(?:tính )?(?:đến|từ|trong|vào)\s)?(?:(?:hết|cuối|đầu|giữa)\s)?(?:năm\s)?(?<!\d)(?:19|20)\d\d(?!\d)")
_BY = re.compile(r"^\W*(?:theo|tại|trong|ở)(?!\w)")


def signs_of(store: Store, texts: Texts, reading: Reading, hits: Hits, chosen: Sequence[Evidence]) -> dict[str, float]:
    """Figures of 0…1 about the best of the units that are cited; all are 0 where there is none.

    ``cosine``: of the nearest passage; ``own``: of the passage of the best unit; ``coverage``: share of the question's weight that one of
    the first units has with its surroundings; ``inside``: that the best unit has itself; ``pairs``: the same of pairs of syllables;
    ``rarest``: of the three rarest syllables; ``head``: of the syllables that name the thing asked for; ``gap``: weight of the longest run
    of syllables that is left out; ``size``: how many syllables carry meaning, 1 for sixteen.
    """
    if not chosen:
        return dict.fromkeys(("cosine", "own", "coverage", "inside", "pairs", "rarest", "head", "gap", "size"), 0.0)
    best = chosen[0]
    weights = weights_of(store, reading.content)
    concepts = local_concepts(store, reading, {best.hit.document.id})[best.hit.document.id]
    said = frozenset(terms(best.core.of(texts.of(best.hit))))
    inside, held = with_own_terms(concepts, said), with_own_terms(concepts, said | surroundings(texts.of(best.hit), best.hit))
    single = [term for term in reading.content if " " not in term]
    rarest = sorted(single, key=lambda term: -weights[term])[:_RAREST]
    return {
        "cosine": max((hit.cosine or 0.0 for hit in hits.items[:_NEAREST]), default=0.0),
        "own": best.hit.cosine or 0.0,
        "coverage": max(e.coverage for e in chosen[:3]),
        "inside": _share(reading.content, weights, inside),
        "pairs": _share([term for term in reading.content if " " in term], weights, held),
        "rarest": _share(rarest, weights, held),
        "head": _share(head_of(reading.text), weights, held),
        "gap": _longest_gap(single, weights, held) / (sum(weights[term] for term in single) or 1.0),
        "size": min(1.0, math.log1p(len(single)) / math.log(17)),
    }


def head_of(question: str) -> list[str]:
    """The first syllables that carry meaning, beside documents, places and years: they name the thing that is asked for."""
    spans = [*document_spans(question), *place_spans(question), *(Span(*m.span()) for m in _TIME.finditer(matching_form(question)))]
    rest = question
    for span in sorted(spans, reverse=True):
        rest = f"{rest[: span.start]} , {rest[span.end :]}"
    return [term for term in content_of(_BY.sub("", rest)) if " " not in term][:_HEAD]


def _share(of: Sequence[str], weights: Mapping[str, float], held: Set[str]) -> float:
    total = sum(weights.get(term, 0.0) for term in of)
    return sum(weights.get(term, 0.0) for term in of if term in held) / total if total else 1.0


def _longest_gap(of: Sequence[str], weights: Mapping[str, float], held: Set[str]) -> float:
    longest = run = 0.0
    for term in of:
        run = 0.0 if term in held else run + weights[term]
        longest = max(longest, run)
    return longest
