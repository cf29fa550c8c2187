"""Fixtures of these tests: a small library to read, and the app on a real socket."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from corpus.catalogue import Catalogue
from corpus.index.opening import open_index
from corpus.settings import Settings, load_settings
from corpus.store import Store, check_identity, originals_of
from tests.fakes import HashEncoder
from tests.search_api.apps import RunningApp, serving
from tests.search_api.small_corpus import FILES, add_texts


def open_small(folder: Path, **overrides: object) -> Store:
    """An empty store in this folder."""
    settings: Settings = load_settings(
        **{"data": folder, "samples": False, "qdrant_url": None, "encoder": None, **overrides}
    )
    encoder = HashEncoder()
    catalogue = Catalogue(settings.database)
    check_identity(catalogue, encoder.identity)
    opened = open_index(settings, encoder.dimension, encoder.identity)
    return Store(settings, catalogue, originals_of(settings), encoder, opened.index, opened)


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Three small documents, for all tests that only read them."""
    store = open_small(tmp_path_factory.mktemp("library") / "data")
    add_texts(store, FILES)
    yield store
    store.close()


@pytest.fixture
def run_app(tmp_path: Path) -> Iterator[Callable[..., RunningApp]]:
    """Starts the app over an empty store of its own, with these settings."""
    with ExitStack() as stack:
        yield lambda **overrides: stack.enter_context(serving(open_small(tmp_path / "data", **overrides)))


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningApp]:
    """The app with the small documents, shared by the tests of a module."""
    store = open_small(tmp_path_factory.mktemp("app") / "data")
    add_texts(store, FILES)
    with serving(store) as running:
        yield running
