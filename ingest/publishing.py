"""The moment in which a reading becomes the live one: one transaction, after all its points are in the index."""

from collections.abc import Sequence

from sqlalchemy import Connection

from corpus.catalogue.definitions import save_definitions
from corpus.catalogue.documents import Place, list_documents, save_text, set_live
from corpus.catalogue.facts import save_facts, set_extraction, set_extractor
from corpus.catalogue.jobs import Job, get_job, update_job
from corpus.catalogue.passages import save_passages
from corpus.catalogue.relations import save_relations
from corpus.catalogue.reviews import attach_reviews
from corpus.catalogue.statistics import count_terms, counts_of, minus, passage_counts
from corpus.grammar.definitions import find_definitions
from corpus.layout import pack_layout
from corpus.types import Passage, Stage
from ingest.encoding import EncodedPassages
from ingest.facts import EXTRACTOR
from ingest.reading import ReadDocument


class Cancelled(Exception):
    """The person who added the file has changed their mind."""


def publish(
    connection: Connection, job: Job, place: Place, label: str, read: ReadDocument, encoded: EncodedPassages
) -> None:
    """Make a reading live in place of the document's former one, and the job done: all of it or nothing.

    Raises:
        Cancelled: somebody has changed their mind, or has deleted the document that was to be replaced.
    """
    if get_job(connection, job.id).cancel:
        raise Cancelled
    if place.document_id in list_documents(connection, [place.document_id]):
        count_terms(connection, minus(counts_of(connection, place.document_id)))
    save_text(connection, job.sha256, read.reader, read.document, read.outline, pack_layout(read.document.layout))
    set_live(connection, place, job.sha256, read.reader, job.file_name, label, read.front, sample=job.sample)
    save_passages(connection, place, read.passages, encoded.hashes)
    publish_facts(connection, place, read, read.passages)
    count_terms(connection, passage_counts(encoded.texts))
    update_job(
        connection, job.id, stage=Stage.DONE, progress=1.0, document_id=place.document_id,
        pages=read.document.pages, passages=len(read.passages),
    )  # fmt: skip


def publish_facts(connection: Connection, place: Place, read: ReadDocument, passages: Sequence[Passage]) -> None:
    """Make the facts, references and short forms of a reading those of the document; ``passages`` are those that are live."""
    save_facts(connection, place, read.document.text, read.extracted.facts, passages, read.document.layout)
    save_relations(connection, place.document_id, read.extracted.relations)
    save_definitions(connection, place.document_id, find_definitions(read.document.text))
    attach_reviews(connection, place.document_id, read.document.text)
    set_extractor(connection, EXTRACTOR)
    set_extraction(connection, place, EXTRACTOR)
