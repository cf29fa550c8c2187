"""Fixtures of the corpus tests. Property tests have no deadline: the machine may be busy."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from corpus.catalogue import Catalogue
from corpus.index import SearchIndex
from tests.corpus.opened import KINDS, Opened, opening

settings.register_profile("corpus", deadline=None, print_blob=True)
settings.load_profile("corpus")


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    """An empty catalogue in a file of its own."""
    made = Catalogue(f"sqlite:///{tmp_path / 'catalogue.sqlite'}")
    yield made
    made.close()


@pytest.fixture(scope="module", params=KINDS)
def opened(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """Each implementation, opened once."""
    with opening(request.param, tmp_path_factory.mktemp("index")) as made:
        yield made


@pytest.fixture(params=KINDS)
def fresh(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SearchIndex]:
    """Each implementation, never used before: engines count deleted points in the weights of terms for a while."""
    with opening(request.param, tmp_path) as made:
        yield made.index


@pytest.fixture
def index(opened: Opened) -> SearchIndex:
    """The same, empty."""
    opened.index.clear()
    return opened.index
