"""Units kept with their terms: what is kept is what reading the passage anew would give."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.analyser import analyse
from corpus.catalogue.documents import DocumentInfo
from corpus.catalogue.passages import StoredPassage
from corpus.types import Passage, PassageKind, Span
from search_api.texts import units_of
from search_api.types import Hit
from search_api.units import units

_WORDS = st.sampled_from(
    ["kinh tế số", "Nghị quyết 57-NQ/TW", "đạt 30%", "hoà", "Sở", "đến năm 2030", ";", ".", "…", "|", "7 - 7,5%"]
)
_LINES = st.lists(_WORDS, min_size=1, max_size=60).map(" ".join)


def _hit(before: str, line: str) -> Hit:
    passage = Passage(
        ordinal=0, kind=PassageKind.PARAGRAPH, span=Span(len(before), len(before) + len(line)), heading=()
    )
    info = DocumentInfo("d", 1, 1, "", "", "a.txt", "", False, "", None, {})
    return Hit(StoredPassage("p", "d", 1, 1, passage, b""), info, 1.0, None, None)


@settings(max_examples=100)
@given(before=st.text("ab \n", max_size=30), line=_LINES)
def test_a_unit_keeps_exactly_the_terms_that_stand_inside_it(before: str, line: str) -> None:
    hit, text = _hit(before, line), before + line
    kept = units_of(text, hit)
    worded = [(quote, core) for quote, core in units(text, hit.stored.passage) if re.search(r"[^\W\d_]", core.of(text))]
    assert [(unit.quote, unit.core) for unit in kept] == worded
    all_terms = [(t.text, Span(t.span.start + len(before), t.span.end + len(before))) for t in analyse(line)]
    for unit in kept:
        own = [(term, span) for term, span in all_terms if unit.core.holds(span)]
        assert [term for term, _ in own] == list(unit.terms)
        assert {term for term, _ in own} == unit.said
        for term in unit.said:
            assert unit.where({term}, len(before)) == sorted(span for other, span in own if other == term)
