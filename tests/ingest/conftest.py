"""Fixtures of the ingest tests: a store that other processes can join, and its worker."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.settings import load_settings
from corpus.store import Store, open_store
from ingest.adding import Worker
from ingest.watching import Watcher
from tests.search_api.apps import PromptWorker
from tests.tiny_encoder import build_tiny_encoder


@pytest.fixture(scope="session")
def tiny_encoder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An encoder that another process can load."""
    return build_tiny_encoder(tmp_path_factory.mktemp("encoder"))


@pytest.fixture
def shared_store(tmp_path: Path, tiny_encoder: Path) -> Iterator[Store]:
    """An empty store that other processes can join."""
    opened = open_store(load_settings(data=tmp_path / "data", encoder=tiny_encoder, samples=False))
    yield opened
    opened.close()


@pytest.fixture
def worker(shared_store: Store) -> Iterator[Worker]:
    """A worker over it, not yet started."""
    made = Worker(shared_store)
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The watched folder."""
    made = tmp_path / "thư mục chung"
    made.mkdir()
    return made


@pytest.fixture
def watcher(store: Store, folder: Path) -> Watcher:
    """Takes in what it sees at once, and adds it at once."""
    return Watcher(store, PromptWorker(store), folder, settle=0)
