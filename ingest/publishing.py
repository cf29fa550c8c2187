"""The moment in which a reading becomes the live one: one transaction, after all its points are in the index."""

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import Connection

from corpus.analyser import terms
from corpus.bm25 import term_number
from corpus.catalogue.documents import Place, count_terms, get_document, list_documents, mark_deleted, save_text, set_live
from corpus.catalogue.jobs import Job, update_job
from corpus.catalogue.passages import passages_of, save_passages, text_of
from corpus.layout import pack_layout
from corpus.types import Stage
from ingest.encoding import EncodedPassages, wordings
from ingest.reading import ReadDocument


def publish(connection: Connection, job: Job, place: Place, label: str, read: ReadDocument, encoded: EncodedPassages) -> None:
    """Make a reading live in place of the document's former one, and the job done: all of it or nothing."""
    if place.document_id in list_documents(connection, [place.document_id]):
        count_terms(connection, _minus(_counts_of(connection, place.document_id)))
    save_text(connection, job.sha256, read.reader, read.document, read.outline, pack_layout(read.document.layout))
    set_live(connection, place, job.sha256, read.reader, job.file_name, label, read.front, sample=job.sample)
    save_passages(connection, place, read.passages, encoded.hashes)
    count_terms(connection, passage_counts(encoded.texts))
    update_job(
        connection, job.id, stage=Stage.DONE, progress=1.0, document_id=place.document_id,
        pages=read.document.pages, passages=len(read.passages),
    )  # fmt: skip


def withdraw(connection: Connection, document_id: str, when: str) -> None:
    """Delete a document, so that it can be brought back."""
    get_document(connection, document_id)
    count_terms(connection, _minus(_counts_of(connection, document_id)))
    mark_deleted(connection, document_id, when)


def bring_back(connection: Connection, document_id: str) -> None:
    """Undo a deletion."""
    info = get_document(connection, document_id, deleted=True)
    if info.deleted_at is not None:
        mark_deleted(connection, document_id, None)
        count_terms(connection, _counts_of(connection, document_id))


def passage_counts(texts: Sequence[str]) -> Counter[int]:
    """In how many of the texts each term stands."""
    counts: Counter[int] = Counter()
    for text in texts:
        counts.update({term_number(term) for term in terms(text)})
    return counts


def _counts_of(connection: Connection, document_id: str) -> Counter[int]:
    info = get_document(connection, document_id, deleted=True)
    passages = [stored.passage for stored in passages_of(connection, document_id)]
    return passage_counts(wordings(text_of(connection, document_id).text, passages, info.label))


def _minus(counts: Counter[int]) -> dict[int, int]:
    return {term: -count for term, count in counts.items()}
