"""ingest.encoding: what was encoded once is not encoded again, and neither encoder nor index is given too much at once."""

import pytest
from structlog.testing import capture_logs

from corpus.catalogue.jobs import retry_job
from corpus.index import BATCH
from corpus.store import Store
from corpus.types import Stage
from ingest.encoding import CHUNK, encode
from tests.fakes import HashEncoder
from tests.ingest.adding_texts import BRIDGE, LONGER_BRIDGE, add, added, ended, long_text
from tests.ingest.agreement import assert_agreement
from tests.ingest.meddling import MeddledEncoder, MeddledIndex


def test_the_encoder_is_stopped_in_the_middle_of_its_texts(store: Store) -> None:
    class Enough(Exception):
        pass

    def report(share: float) -> None:
        shares.append(share)
        if share > 0.3:
            raise Enough

    shares: list[float] = []
    with pytest.raises(Enough):
        encode(store.catalogue, HashEncoder(), [f"câu {n}" for n in range(CHUNK * 3)], report)
    assert shares == [0.0, pytest.approx(1 / 3)]


def test_texts_are_encoded_once_however_often_they_come(store: Store) -> None:
    encoder = store.encoder = MeddledEncoder()
    document = added(store, BRIDGE)
    first = list(encoder.encoded)
    assert len(first) == len(set(first)) == 3
    added(store, LONGER_BRIDGE, replaces=document)
    assert [text.splitlines()[-1] for text in encoder.encoded[3:]] == ["Cầu Nậm Pha dài 250 m."]
    added(store, BRIDGE, replaces=document)
    assert len(encoder.encoded) == 4
    assert_agreement(store)


def test_another_encoder_does_not_take_the_vectors_of_the_first(store: Store) -> None:
    class OtherEncoder(HashEncoder):
        identity = "another"

    texts = ["một", "hai", "một"]
    for encoder in (HashEncoder(), OtherEncoder()):
        made = encode(store.catalogue, encoder, texts)
        assert encoder.encoded == ["một", "hai"]
        assert made.vectors.shape == (3, encoder.dimension)
        assert (made.vectors[0] == made.vectors[2]).all()
        again = encode(store.catalogue, encoder, texts)
        assert encoder.encoded == ["một", "hai"]
        assert (again.vectors == made.vectors).all()


def test_what_was_encoded_before_a_failure_is_not_encoded_again(store: Store) -> None:
    def fail_at_third() -> None:
        if len(encoder.sizes) == 2:
            raise MemoryError

    encoder = store.encoder = MeddledEncoder(fail_at_third)
    with capture_logs():
        (job,) = ended(store, add(store, long_text(CHUNK * 3)))
    assert (job.stage, job.error_code) == (Stage.FAILED, "internal_error")
    encoder.act = lambda: None
    with store.catalogue.write() as connection:
        retry_job(connection, job.id)
    (job,) = ended(store, job)
    assert job.stage == Stage.DONE
    assert len(encoder.encoded) == len(set(encoder.encoded)) == job.passages
    assert_agreement(store)


def test_encoder_and_index_are_given_no_more_at_once_than_is_good_for_them(store: Store) -> None:
    encoder = store.encoder = MeddledEncoder()
    index = store.index = MeddledIndex(store.address)
    added(store, long_text(CHUNK + 50))
    assert max(encoder.sizes) == CHUNK
    assert max(index.sizes) == BATCH
    assert sum(encoder.sizes) == sum(index.sizes) == assert_agreement(store)
