"""Domain values → JSON schemas."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from corpus.catalogue.documents import DocumentInfo
from corpus.catalogue.jobs import Job
from corpus.catalogue.trash import kept_until
from corpus.messages import STAGES
from corpus.text import one_line
from corpus.types import Span
from search_api.comparing import Change
from search_api.document_schemas import ChangeOut, DocumentOut, DocumentRow, Segment
from search_api.referencing import reference
from search_api.schemas import (
    AskResponse,
    CitationOut,
    FacetValue,
    FollowsOut,
    HitOut,
    JobOut,
    LedgerViewOut,
    PreferredOut,
    RowOut,
    TableOut,
)  # fmt: skip
from search_api.types import Answer, Citation, Evidence, Hits, Table

_MOST_FACETS = 50


def document_out(info: DocumentInfo) -> DocumentOut:
    """A document."""
    front = info.front
    return DocumentOut(
        id=info.id, symbol=front.get("symbol"), title=info.title, doc_type=front.get("doc_type"), issuer=front.get("issuer"),
        issued_on=front.get("issued_on"), file_name=info.file_name, version=info.version, sample=info.sample,
    )  # fmt: skip


def document_row(info: DocumentInfo, tags: Sequence[str]) -> DocumentRow:
    """A document as the table shows it."""
    return DocumentRow(
        **document_out(info).model_dump(), place=info.front.get("place"), signer=info.front.get("signer"), added_at=info.added_at,
        tags=list(tags), deleted_at=info.deleted_at, kept_until=kept_until(info),
    )  # fmt: skip


def segments(text: str, span: Span, marks: Iterable[Span], figures: Iterable[Span] = ()) -> list[Segment]:
    """The text of a span in pieces, marked and not, what was asked for and not; together they are the span."""
    marked, asked = _inside(span, marks), _inside(span, figures)
    ends = sorted({*span, *(end for piece in (*marked, *asked) for end in piece)})
    return [
        Segment(
            text=text[start:end],
            mark=any(m.start <= start < m.end for m in marked),
            figure=any(f.start <= start < f.end for f in asked),
        )
        for start, end in pairwise(ends)
        if start < end
    ]


def _inside(span: Span, pieces: Iterable[Span]) -> list[Span]:
    """What of the pieces lies in the span, in order, joined where they overlap."""
    found: list[Span] = []
    for piece in sorted(pieces):
        start, end = max(piece.start, span.start), min(piece.end, span.end)
        if start >= end:
            continue
        if found and start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, end))
        else:
            found.append(Span(start, end))
    return found


def change_out(change: Change, before: str, after: str) -> ChangeOut:
    """A line that is not the same in two versions."""
    return ChangeOut(
        kind=change.kind, figures=change.figures, before=segments(before, change.before, change.before_marks) if change.before else [],
        after=segments(after, change.after, change.after_marks) if change.after else [],
        start=change.after.start if change.after else None, end=change.after.end if change.after else None,
    )  # fmt: skip


def citation_out(n: int, evidence: Evidence, text: str) -> CitationOut:
    """A citation."""
    quote, passage = evidence.quote, evidence.hit.stored.passage
    return CitationOut(
        n=n, document=document_out(evidence.hit.document), passage_id=evidence.hit.stored.id, heading=list(passage.heading), page=passage.page,
        start=quote.start, end=quote.end, quote=quote.of(text), highlights=[(h.start, h.end) for h in evidence.highlights],
        figures=[(f.start, f.end) for f in evidence.figures], segments=segments(text, quote, evidence.highlights, evidence.figures),
        reference=reference(evidence.hit.document, text, passage, quote),
    )  # fmt: skip


def hit_out(citation: Citation) -> HitOut:
    """A search result."""
    plain = citation_out(citation.n, citation.evidence, citation.text)
    return HitOut(**plain.model_dump(), score=round(citation.evidence.hit.score, 4))


def preferred_out(named: Sequence[DocumentInfo]) -> list[PreferredOut]:
    """The documents that a question names."""
    return [PreferredOut(id=info.id, symbol=info.front.get("symbol"), title=info.title) for info in named]


def ask_response(
    answer: Answer,
    took_ms: float,
    named: Sequence[DocumentInfo] = (),
    *,
    question: str | None = None,
    previous: str | None = None,
) -> AskResponse:
    """An answer; ``named``: the documents that its question names; ``question``: as typed, after ``previous``, where it may be a follow-up."""
    asked = answer.reading.question
    typed = one_line(question) if question else asked
    return AskResponse(
        question=typed, read_as=answer.reading.read_as, status="answered" if answer.found else "not_found",
        kind=answer.reading.kind, answer=answer.text, confidence=dict(answer.confidence.figures),
        citations=[citation_out(c.n, c.evidence, c.text) for c in answer.citations], preferred=preferred_out(named),
        table=table_out(answer.table) if answer.table else None, missing=answer.missing,
        ledger=LedgerViewOut(address=answer.ledger.address, total=answer.ledger.total) if answer.ledger else None,
        follows=FollowsOut(question=one_line(previous), asked=asked) if previous and typed != asked else None, took_ms=round(took_ms, 2),
    )  # fmt: skip


def table_out(table: Table) -> TableOut:
    """A list or table."""
    rows = [RowOut(cells=list(row.cells), citations=list(row.citations)) for row in table.rows]
    return TableOut(columns=list(table.columns), rows=rows, total=table.total)


def facets(hits: Hits, tags: Mapping[str, Sequence[str]]) -> dict[str, list[FacetValue]]:
    """Counts over the candidates, by document and by what a document is."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in ("doc_type", "issuer", "year", "document", "tag")}
    for hit in hits.items:
        front = hit.document.front
        found = {"doc_type": front.get("doc_type"), "issuer": front.get("issuer"), "document": hit.document.id,
                 "year": str(hit.document.year) if hit.document.year else None}  # fmt: skip
        for name, content in found.items():
            if content:
                counts[name][content] += 1
        counts["tag"].update(tags.get(hit.document.id, ()))
    return {
        name: [FacetValue(value=v, count=c) for v, c in counter.most_common(_MOST_FACETS)]
        for name, counter in counts.items()
    }


def job_out(job: Job) -> JobOut:
    """A job."""
    error = {"code": job.error_code, "message": job.error or ""} if job.error_code else None
    return JobOut(
        id=job.id, file_name=job.file_name, stage=job.stage, stage_text=STAGES[job.stage], progress=job.progress, pages=job.pages,
        passages=job.passages, duplicate=job.duplicate, sample=job.sample, document_id=job.document_id, error=error, created_at=job.created_at,
        updated_at=job.updated_at,
    )  # fmt: skip


def jobs_out(jobs: Sequence[Job]) -> list[JobOut]:
    """Jobs."""
    return [job_out(job) for job in jobs]
