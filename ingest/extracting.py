"""Facts of documents that were read before there were facts, or by earlier rules: they come by themselves."""

from collections.abc import Callable

from corpus.catalogue.documents import DocumentInfo, list_documents
from corpus.catalogue.facts import set_extraction, set_extractor, without_facts
from corpus.catalogue.jobs import add_reading
from corpus.catalogue.passages import passages_of, text_of
from corpus.errors import DocumentError, InternalError, NotFound
from corpus.log import log
from corpus.store import Store
from ingest.facts import EXTRACTOR
from ingest.publishing import publish_facts
from ingest.reading import ReadDocument, ReadLimits, parse_apart


def extract_missing(store: Store, between: Callable[[], object] = lambda: None) -> int:
    """Find the facts of live documents that the present rules have not gone over; returns how many those were.

    ``between`` is called after each document: what people wait for goes first.
    """
    with store.catalogue.write() as connection:
        set_extractor(connection, EXTRACTOR)
        ids = without_facts(connection)
    for document_id in ids:
        _extract(store, document_id)
        between()
    if ids:
        log.info("facts.extracted", documents=len(ids))
    return len(ids)


def _extract(store: Store, document_id: str) -> None:
    """The catalogue keeps no blocks: the original is read again. If that gives the same text, only the facts are new.

    If it does not, or fails, a job reads the document anew: people see it in the list, with its reason if it fails.
    """
    with store.catalogue.read() as connection:
        info = list_documents(connection, [document_id]).get(document_id)
        text = text_of(connection, document_id).text if info else ""
    if info is None:
        return
    read = _read(store, info)
    with store.catalogue.write() as connection:
        there = list_documents(connection, [document_id]).get(document_id)
        if there is None or there.place != info.place:
            return
        if read is not None and read.reader == info.reader and read.document.text == text:
            live = [stored.passage for stored in passages_of(connection, document_id)]
            publish_facts(connection, info.place, read, live)
        else:
            add_reading(connection, document_id)
            set_extraction(connection, info.place, EXTRACTOR)


def _read(store: Store, info: DocumentInfo) -> ReadDocument | None:
    settings = store.settings
    limits = ReadLimits(settings.read_memory_mb, settings.read_seconds, settings.allow_secret)
    try:
        return parse_apart(store.originals.existing(info.sha256), info.file_name, limits)
    except (DocumentError, InternalError, NotFound):
        return None
