"""Units kept with their terms: what is kept is what reading the passage anew would give."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.analyser import analyse
from corpus.types import Passage, PassageKind, Span
from search_api.texts import units_of
from search_api.units import units

_WORDS = st.sampled_from(
    ["kinh tế số", "Nghị quyết 57-NQ/TW", "đạt 30%", "hoà", "Sở", "đến năm 2030", ";", ".", "…", "|", "7 - 7,5%"]
)
_LINES = st.lists(_WORDS, min_size=1, max_size=60).map(" ".join)


def _passage(before: str, line: str) -> Passage:
    span = Span(len(before), len(before) + len(line))
    return Passage(ordinal=0, kind=PassageKind.PARAGRAPH, span=span, heading=())


@settings(max_examples=100)
@given(before=st.text("ab \n", max_size=30), line=_LINES)
def test_a_unit_keeps_exactly_the_terms_that_stand_inside_it(before: str, line: str) -> None:
    passage, text = _passage(before, line), before + line
    kept = units_of(text, passage)
    worded = [(quote, core) for quote, core in units(text, passage) if re.search(r"[^\W\d_]", core.of(text))]
    assert [(unit.quote, unit.core) for unit in kept] == worded
    all_terms = [(t.text, Span(t.span.start + len(before), t.span.end + len(before))) for t in analyse(line)]
    for unit in kept:
        own = [(term, span) for term, span in all_terms if unit.core.holds(span)]
        assert [term for term, _ in own] == list(unit.terms)
        assert {term for term, _ in own} == unit.said
        for term in unit.said:
            assert unit.where({term}, len(before)) == sorted(span for other, span in own if other == term)
