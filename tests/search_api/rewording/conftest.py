"""Fixtures: an LLM's server, and the small documents in a store with the real encoder."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from corpus.catalogue import Catalogue
from corpus.encoder import open_encoder
from corpus.index.opening import open_index
from corpus.settings import load_settings
from corpus.store import Store, check_identity, originals_of
from search_api.pipeline import Asker, open_asker
from tests.search_api.rewording.llm_server import LlmServer, llm_server
from tests.search_api.small_corpus import FILES, add_texts

PATIENT = 10.0  # seconds; a slow machine is no reason to do without a good reply


@pytest.fixture
def llm() -> Iterator[LlmServer]:
    """A server that does as it is told."""
    with llm_server() as server:
        yield server


@pytest.fixture(scope="session")
def encoded(tmp_path_factory: pytest.TempPathFactory, encoder_folder: Path) -> Iterator[Store]:
    """The three small documents, near to questions as the real encoder has them."""
    folder = tmp_path_factory.mktemp("encoded") / "data"
    settings = load_settings(data=folder, samples=False, qdrant_url=None, encoder=encoder_folder)
    encoder = open_encoder(encoder_folder, threads=1)
    catalogue = Catalogue(settings.database)
    check_identity(catalogue, encoder.identity)
    opened = open_index(settings, encoder.dimension, encoder.identity)
    store = Store(settings, catalogue, originals_of(settings), encoder, opened.index, opened)
    add_texts(store, FILES)
    yield store
    store.close()


def with_settings(store: Store, **changed: object) -> Store:
    """The same store under other settings."""
    settings = store.settings.model_copy(update=changed)
    return Store(settings, store.catalogue, store.originals, store.encoder, store.index)


@pytest.fixture
def asker_of(encoded: Store) -> Iterator[Callable[[LlmServer | None], Asker]]:
    """Opens askers over the small documents, worded by a server or by none."""
    with ExitStack() as stack:

        def opened(server: LlmServer | None, **changed: object) -> Asker:
            worded = {"llm_url": server.url, "llm_seconds": PATIENT} if server else {}
            asker = open_asker(with_settings(encoded, **{**worded, **changed}))
            stack.callback(asker.close)
            return asker

        yield opened
