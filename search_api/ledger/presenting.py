"""Facts → JSON schemas."""

from collections.abc import Mapping, Sequence
from datetime import date

from corpus.catalogue.documents import DocumentInfo
from corpus.catalogue.facts import StoredFact
from corpus.catalogue.reviews import Review
from corpus.catalogue.slots import slots_json
from corpus.facts import Assignment, Decision, Target
from corpus.types import Json, Passage, PassageKind, Span
from search_api.ledger.ledger import DEADLINES, Found, deadline_state
from search_api.ledger.rows import canonical_bodies, meant_slots
from search_api.ledger.schemas import (
    AnyFact,
    AssignmentOut,
    DecisionOut,
    KeptReview,
    LedgerFacet,
    PartOut,
    ReviewList,
    ReviewOut,
    TargetOut,
)
from search_api.presenting import document_out, segments
from search_api.referencing import reference

_MOST_FACETS = 200
_MARKED = frozenset(
    ("value", "year", "lead", "coordinate", "deadline", "action", "effective_on")
)  # what one looks for in a quote


def fact_out(n: int, stored: StoredFact, document: DocumentInfo, review: Review | None, today: date) -> AnyFact:
    """A fact with its citation, its slots beside it."""
    slots = meant_slots(stored, review)
    leads, others = canonical_bodies(slots)
    plain = {
        "kind": str(stored.fact.kind),
        **_citation(n, stored, document),
        **_said(stored, review),
        **slots_json(slots),
    }
    match slots:
        case Target():
            return TargetOut(**plain, lead_canonical=list(leads))
        case Assignment():
            state = deadline_state(slots.deadline_date, today)
            return AssignmentOut(
                **plain, lead_canonical=list(leads), coordinate_canonical=list(others), deadline_state=state
            )
        case Decision():
            return DecisionOut(**plain)


def _citation(n: int, stored: StoredFact, document: DocumentInfo) -> Json:
    span, fact = stored.fact.span, stored.fact
    marks = sorted({part.span for part in fact.parts if part.slot in _MARKED and span.holds(part.span)})
    here = [Span(mark.start - span.start, mark.end - span.start) for mark in marks]
    parts = [
        PartOut(slot=part.slot, start=part.span.start, end=part.span.end, inherited=inherited)
        for inherited, several in ((False, fact.parts), (True, fact.inherited)) for part in several
    ]  # fmt: skip
    return {
        "n": n, "id": stored.id, "document": document_out(document), "passage_id": stored.passage_id, "heading": list(stored.heading),
        "page": stored.page, "start": span.start, "end": span.end, "quote": stored.quote, "highlights": [tuple(mark) for mark in marks],
        "segments": segments(stored.quote, Span(0, len(stored.quote)), here), "parts": parts, "figures": [],
        "reference": _reference(stored, document),
    }  # fmt: skip


def _reference(stored: StoredFact, document: DocumentInfo) -> str:
    """The place as far as the quotation and the titles over it tell."""
    whole = Span(0, len(stored.quote))
    passage = Passage(stored.ordinal, PassageKind.ITEM, whole, stored.heading, page=stored.page)
    return reference(document, stored.quote, passage, whole)


def _said(stored: StoredFact, review: Review | None) -> Json:
    if review is None:
        return {"review": None, "read": None}
    before = slots_json(stored.fact.slots)
    return {"review": review_out(review), "read": {name: before[name] for name in review.corrected} or None}


def review_out(review: Review) -> ReviewOut:
    """A person's word."""
    return ReviewOut(
        verdict=review.verdict, by=review.author, note=review.note, at=review.set_at, slots=review.corrected or None
    )


def reviews_out(reviews: Sequence[Review], documents: Mapping[str, DocumentInfo]) -> ReviewList:
    """Reviews with the words they are tied to."""
    return ReviewList(
        total=len(reviews),
        reviews=[
            KeptReview(
                **review_out(r).model_dump(), id=r.id, kind=r.kind, fact_id=r.fact_id, document=document_out(documents[r.document_id]),
                quote=r.anchor.quote, before=r.anchor.before, after=r.anchor.after, read=r.read,
            )
            for r in reviews
        ],
    )  # fmt: skip


def facets_out(found: Found) -> dict[str, list[LedgerFacet]]:
    """Counts, most frequent first; years from the last one, deadlines by how they press."""
    facets = {}
    for field, counts in found.facets.items():
        pairs = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        if field == "year":
            pairs = sorted(counts.items(), reverse=True)
        elif field == "deadline":
            pairs = [(state, counts[state]) for state in DEADLINES if counts[state]]
        facets[field] = [
            LedgerFacet(
                value=content,
                count=count,
                text=document_name(found.documents[content]) if field == "document" else None,
            )
            for content, count in pairs[:_MOST_FACETS]
        ]
    return facets


def document_name(info: DocumentInfo) -> str:
    """A document in one line."""
    return " ".join(part for part in (info.front.get("symbol"), info.title) if part)
