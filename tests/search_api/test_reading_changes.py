"""search_api.reading.changes: changes are carried out, and one list of them after another is one list."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from corpus.types import Span
from search_api.reading.changes import carried_out, followed_by, without_overlaps
from search_api.types import Change, ChangeKind

TEXT = st.text("abc ", min_size=1, max_size=20)


@st.composite
def changes_to(draw: st.DrawFn, text: str, kind: ChangeKind) -> list[Change]:
    """Some changes, in order, none over another."""
    places = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    spans = [Span(a, b) for a, b in zip(places[::2], places[1::2], strict=False)]
    return [Change(span, draw(st.text("xyz", min_size=1, max_size=5)), kind) for span in spans]


@given(st.data(), TEXT)
def test_one_after_another_is_one_list(data: st.DataObject, question: str) -> None:
    first = data.draw(changes_to(question, ChangeKind.MARKS))
    middle = carried_out(question, first)
    second = data.draw(changes_to(middle, ChangeKind.SLIP)) if middle else []
    both = followed_by(question, first, second)
    assert carried_out(question, both) == carried_out(middle, second)
    ends = [0, *(change.span.end for change in both)]
    assert all(change.span.start >= end for change, end in zip(both, ends, strict=False))
    assert all(change.read != change.span.of(question) for change in both)


@given(st.data(), TEXT)
def test_the_first_ones_win(data: st.DataObject, question: str) -> None:
    first = data.draw(changes_to(question, ChangeKind.TIME))
    later = data.draw(changes_to(question, ChangeKind.MARKS))
    joined = without_overlaps(first, later)
    assert [change for change in joined if change.kind is ChangeKind.TIME] == first
    assert all(a.span.end <= b.span.start for a, b in pairwise(joined))
