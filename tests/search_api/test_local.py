"""search_api.local: commands without a server load the encoder only where vectors are needed, and say first when it cannot be."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.catalogue.jobs import list_jobs
from corpus.encoder.card import MODEL_FILE
from corpus.errors import EncoderError
from corpus.settings import load_settings
from search_api.local import LocalClient
from tests.search_api.small_corpus import NOTICE
from tests.tiny_encoder import build_tiny_encoder


@pytest.fixture
def damaged(tmp_path: Path) -> Iterator[LocalClient]:
    """A client of an empty folder whose encoder has a card, and no model that could be loaded."""
    encoder = build_tiny_encoder(tmp_path / "encoder")
    (encoder / MODEL_FILE).write_bytes(b"no model")
    client = LocalClient(load_settings(data=tmp_path / "data", encoder=encoder, samples=False))
    yield client
    client.close()


def test_lists_need_no_encoder(damaged: LocalClient) -> None:
    assert damaged.documents()["total"] == damaged.facts({})["total"] == damaged.unanswered({})["total"] == 0


def test_a_question_says_that_the_encoder_is_damaged(damaged: LocalClient) -> None:
    with pytest.raises(EncoderError, match="encoder"):
        damaged.ask("Trồng bao nhiêu cây chè?")


def test_a_damaged_encoder_is_told_of_before_a_file_is_entered(damaged: LocalClient, tmp_path: Path) -> None:
    (tmp_path / "tb.md").write_text(NOTICE, encoding="utf-8")
    with pytest.raises(EncoderError, match="encoder"):
        damaged.add([tmp_path / "tb.md"])
    with damaged.store.catalogue.read() as connection:
        assert list_jobs(connection) == []
