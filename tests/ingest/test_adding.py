"""ingest.adding: each file is a job that ends in a document or in a reason, once, whatever becomes of the others."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.catalogue import now
from corpus.catalogue.documents import get_document, list_documents
from corpus.catalogue.jobs import list_jobs, retry_job
from corpus.catalogue.passages import text_of
from corpus.catalogue.statistics import bring_back, withdraw
from corpus.store import Store
from corpus.types import Stage
from ingest.adding import add_bytes, add_path
from ingest.indexing import reconcile
from tests.fakes import HashEncoder
from tests.ingest.adding_texts import BRIDGE, LONGER_BRIDGE, SCHOOL, add, added, ended
from tests.ingest.agreement import assert_agreement


def live_text(store: Store, document_id: str) -> str:
    with store.catalogue.read() as connection:
        get_document(connection, document_id)
        return text_of(connection, document_id).text


def test_a_file_becomes_a_document_with_a_point_for_each_passage(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "khai-giang.md"
    file.write_text(SCHOOL, encoding="utf-8")
    (job,) = ended(store, add_path(store, file, sample=True))
    assert (job.stage, job.progress, job.attempts, job.error) == (Stage.DONE, 1.0, 1, None)
    with store.catalogue.read() as connection:
        info = get_document(connection, str(job.document_id))
    assert (info.version, info.file_name, info.sample) == (1, "khai-giang.md", True)
    assert store.originals.existing(job.sha256).read_text(encoding="utf-8") == SCHOOL
    assert assert_agreement(store) == job.passages == 3


def test_the_same_bytes_under_another_name_are_said_to_be_there_already(store: Store) -> None:
    document = added(store, BRIDGE, "cau.md")
    again = add(store, BRIDGE, "ban-sao.md")
    assert (again.stage, again.duplicate, again.document_id) == (Stage.DONE, True, document)
    (again,) = ended(store, again)
    assert again.duplicate
    with store.catalogue.read() as connection:
        assert [info.file_name for info in list_documents(connection).values()] == ["cau.md"]
    assert_agreement(store)


def test_the_same_bytes_on_their_way_are_one_job(store: Store) -> None:
    first, second = add(store, BRIDGE, "cau.md"), add(store, BRIDGE, "ban-sao.md")
    assert first.id == second.id
    ended(store, first)
    with store.catalogue.read() as connection:
        assert len(list_jobs(connection)) == 1
    assert_agreement(store)


def test_a_file_that_ends_in_the_middle_is_not_added(store: Store) -> None:
    def cut_off() -> Iterator[bytes]:
        yield BRIDGE.encode()
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        add_bytes(store, cut_off(), "cau.md")
    with store.catalogue.read() as connection:
        assert list_jobs(connection) == []
    assert not [path for path in store.originals.folder.rglob("*") if path.is_file()]


def test_a_new_version_takes_the_place_of_the_old_one_whose_text_is_kept(store: Store) -> None:
    document = added(store, BRIDGE)
    assert added(store, LONGER_BRIDGE, "cau-2.md", replaces=document) == document
    with store.catalogue.read() as connection:
        info = get_document(connection, document)
        assert "120 m" in text_of(connection, document, 1).text
    assert (info.version, info.generation, info.file_name) == (2, 1, "cau-2.md")
    assert "250 m" in live_text(store, document)
    assert_agreement(store)


def test_a_document_can_go_back_to_what_it_was_before(store: Store) -> None:
    document = added(store, BRIDGE)
    added(store, LONGER_BRIDGE, replaces=document)
    added(store, BRIDGE, replaces=document)
    with store.catalogue.read() as connection:
        info = get_document(connection, document)
    assert (info.version, info.generation) == (1, 2)
    assert "120 m" in live_text(store, document)
    assert_agreement(store)


def test_a_new_version_that_cannot_be_read_leaves_the_old_one_as_it_is(store: Store) -> None:
    document = added(store, BRIDGE)
    (job,) = ended(store, add(store, b"%PDF-1.7\nhong", "cau.pdf", replaces=document))
    assert job.stage == Stage.FAILED
    assert "120 m" in live_text(store, document)
    assert assert_agreement(store) == 3


@pytest.mark.parametrize(
    ("name", "data", "code", "says"),
    [
        ("rong.txt", b"", "empty_document", "Không tìm thấy chữ nào"),
        ("hong.pdf", b"%PDF-1.7\nhong", "damaged_document", "Tệp hỏng"),
        ("anh.png", b"\x89PNG\r\n\x1a\n" + b"0" * 50, "scanned_document", "bản chụp"),
        ("cu.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old_format", "đời cũ"),
        ("mat.md", ("**MẬT**\n\n" + SCHOOL).encode(), "secret_document", "độ mật"),
    ],
    ids=["empty", "damaged", "scanned", "old", "secret"],
)
def test_what_cannot_be_added_says_why_in_vietnamese_and_does_not_stop_the_others(
    store: Store, name: str, data: bytes, code: str, says: str
) -> None:
    first, bad, last = ended(store, add(store, BRIDGE), add(store, data, name), add(store, SCHOOL))
    assert (bad.stage, bad.error_code, bad.document_id, bad.attempts) == (Stage.FAILED, code, None, 1)
    assert says in str(bad.error)
    assert (first.stage, last.stage) == (Stage.DONE, Stage.DONE)
    assert assert_agreement(store) == 6


def test_a_failed_file_can_be_tried_again_when_the_reason_is_gone(store: Store) -> None:
    (job,) = ended(store, add(store, "**MẬT**\n\n" + SCHOOL))
    assert job.error_code == "secret_document"
    store.settings = store.settings.model_copy(update={"allow_secret": True})
    with store.catalogue.write() as connection:
        retry_job(connection, job.id)
    (job,) = ended(store, job)
    assert (job.stage, job.error, job.error_code) == (Stage.DONE, None, None)
    assert_agreement(store)


def test_what_replaces_no_document_fails_with_a_reason_and_the_others_are_added(store: Store) -> None:
    bad, good = ended(store, add(store, BRIDGE, replaces="khong-co"), add(store, SCHOOL))
    assert (bad.stage, bad.error_code) == (Stage.FAILED, "not_found")
    assert good.stage == Stage.DONE
    assert_agreement(store)


def test_an_original_that_was_lost_fails_with_a_reason_and_the_others_are_added(store: Store) -> None:
    job = add(store, BRIDGE)
    store.originals.existing(job.sha256).unlink()
    lost, good = ended(store, job, add(store, SCHOOL))
    assert (lost.stage, lost.error_code) == (Stage.FAILED, "not_found")
    assert good.stage == Stage.DONE
    assert_agreement(store)


def test_a_deleted_document_comes_back_without_being_encoded_again(store: Store) -> None:
    assert isinstance(store.encoder, HashEncoder)
    kept, document = added(store, SCHOOL), added(store, BRIDGE)
    with store.catalogue.write() as connection:
        withdraw(connection, document, now())
    reconcile(store)
    assert assert_agreement(store) == 3
    store.encoder.encoded.clear()
    with store.catalogue.write() as connection:
        bring_back(connection, document)
    reconcile(store)
    assert assert_agreement(store) == 6
    assert store.encoder.encoded == []
    assert store.index.facet("document", {}) == {kept: 3, document: 3}


def test_the_bytes_of_a_deleted_document_bring_it_back_too(store: Store) -> None:
    document = added(store, BRIDGE)
    with store.catalogue.write() as connection:
        withdraw(connection, document, now())
    assert added(store, BRIDGE, "lan-hai.md") == document
    with store.catalogue.read() as connection:
        assert get_document(connection, document).file_name == "lan-hai.md"
    assert_agreement(store)
