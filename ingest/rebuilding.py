"""Making the index again from the catalogue: after another encoder or analyser, or when the index is lost."""

from collections.abc import Callable

from sqlalchemy import delete

from corpus.catalogue.documents import list_documents
from corpus.catalogue.passages import passages_of, text_of
from corpus.catalogue.schema import term_counts
from corpus.catalogue.statistics import count_terms, passage_counts
from corpus.encoder.card import load_card
from corpus.errors import IndexUnavailable
from corpus.index.opening import remove_other_indexes
from corpus.settings import Settings
from corpus.store import Store, identity_of, open_store, set_identity
from corpus.wording import wordings
from ingest.indexing import reindex


def rebuild(settings: Settings, report: Callable[[int, int], None] = lambda _done, _all: None) -> int:
    """Build an index of the present encoder and analyser, then forget the others; returns how many documents are in it.

    The caller owns the data folder. ``report`` is told documents done and all. Until the end the catalogue names the old index.
    """
    store = _open(settings)
    try:
        store.index.clear()
        _recount(store)
        with store.catalogue.read() as connection:
            documents = list(list_documents(connection).values())
        for done, info in enumerate(documents):
            report(done, len(documents))
            reindex(store, info)
        store.index.flush()
        report(len(documents), len(documents))
        identity = identity_of(settings, load_card(settings.encoder_folder))
        set_identity(store.catalogue, identity)
    finally:
        store.close()
    if not settings.qdrant_url:
        remove_other_indexes(settings, identity)
    return len(documents)


def _open(settings: Settings) -> Store:
    """The store; an embedded index that is damaged is thrown away, since all of it is made again."""
    try:
        return open_store(settings, any_identity=True)
    except IndexUnavailable:
        if settings.qdrant_url:
            raise
        remove_other_indexes(settings, "none of them")
        return open_store(settings, any_identity=True)


def _recount(store: Store) -> None:
    with store.catalogue.write() as connection:
        connection.execute(delete(term_counts))
        for info in list_documents(connection).values():
            passages = [stored.passage for stored in passages_of(connection, info.id)]
            count_terms(connection, passage_counts(wordings(text_of(connection, info.id).text, passages, info.label)))
