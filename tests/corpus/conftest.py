"""Fixtures of the corpus tests. Property tests have no deadline: the machine may be busy."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from corpus.catalogue import Catalogue

settings.register_profile("corpus", deadline=None, print_blob=True)
settings.load_profile("corpus")


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    """An empty catalogue in a file of its own."""
    made = Catalogue(f"sqlite:///{tmp_path / 'catalogue.sqlite'}")
    yield made
    made.close()
