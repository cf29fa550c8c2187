"""Changes to a question: carried out, joined, put after one another."""

from collections.abc import Iterable, Sequence

from corpus.types import Span
from search_api.types import Change, ChangeKind


def carried_out(question: str, changes: Sequence[Change]) -> str:
    """The question with its changes; they are in order, none over another."""
    parts: list[str] = []
    at = 0
    for change in changes:
        parts += (question[at : change.span.start], change.read)
        at = change.span.end
    return "".join((*parts, question[at:]))


def without_overlaps(first: Sequence[Change], later: Iterable[Change]) -> list[Change]:
    """Both in order; of the later ones those that touch none of the first."""
    free = [c for c in later if not any(c.span.start < f.span.end and f.span.start < c.span.end for f in first)]
    return sorted((*first, *free), key=lambda change: change.span)


def followed_by(question: str, first: Sequence[Change], second: Sequence[Change]) -> list[Change]:
    """One list of changes to ``question`` that does what ``first`` does, and then ``second`` to its outcome.

    Where both touch the same words, one change stands for them, of the kind of the first.
    """
    outcome, places = carried_out(question, first), _places(first)
    found = []
    touched = sorted(
        [*zip(places, first, strict=True), *((change.span, change) for change in second)], key=lambda t: t[0]
    )
    for region, kind in _joined(touched):
        inside = [Change(_moved(c.span, -region.start), c.read, c.kind) for c in second if region.holds(c.span)]
        span = Span(_typed_place(region.start, places, first), _typed_place(region.end, places, first))
        read = carried_out(region.of(outcome), inside)
        if read != span.of(question):
            found.append(Change(span, read, kind))
    return found


def _places(changes: Sequence[Change]) -> list[Span]:
    """Where each change stands once all are carried out."""
    places, shift = [], 0
    for change in changes:
        places.append(Span(change.span.start + shift, change.span.start + shift + len(change.read)))
        shift += len(change.read) - (change.span.end - change.span.start)
    return places


def _joined(touched: Iterable[tuple[Span, Change]]) -> list[tuple[Span, ChangeKind]]:
    """Regions that overlap, as one, of the kind of the first."""
    regions: list[tuple[Span, ChangeKind]] = []
    for span, change in touched:
        if regions and span.start < regions[-1][0].end:
            last, kind = regions[-1]
            regions[-1] = (Span(last.start, max(last.end, span.end)), kind)
        else:
            regions.append((span, change.kind))
    return regions


def _typed_place(place: int, places: Sequence[Span], changes: Sequence[Change]) -> int:
    """The place in the question of one in the outcome that lies inside no change."""
    before = [(p, c) for p, c in zip(places, changes, strict=True) if p.end <= place]
    return place - before[-1][0].end + before[-1][1].span.end if before else place


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
