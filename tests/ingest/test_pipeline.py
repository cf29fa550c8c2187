"""ingest.pipeline: the stages in their order, cancelling at each, vectors made once, and nothing live unless all of it is."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from structlog.testing import capture_logs
from structlog.typing import EventDict

from corpus.catalogue.documents import list_documents
from corpus.catalogue.jobs import Job, cancel_job, claim_job, retry_job
from corpus.index.process import Address, RemoteIndex
from corpus.pipelines import Pipeline, component
from corpus.store import Store
from corpus.types import Stage
from ingest.components import IndexWriter, Task
from ingest.encoding import EncodedPassages
from ingest.pipeline import ingest_pipeline, run_job
from ingest.reading import ReadDocument, parse
from tests.ingest.adding_texts import BRIDGE, SCHOOL, add, ended, long_text, state
from tests.ingest.agreement import assert_agreement
from tests.ingest.meddling import MeddledEncoder, MeddledIndex


@pytest.fixture(autouse=True)
def events() -> Iterator[list[EventDict]]:
    """What is logged."""
    with capture_logs() as logged:
        yield logged


def live(store: Store) -> list[str]:
    with store.catalogue.read() as connection:
        return list(list_documents(connection))


def cancel(store: Store, job: Job) -> None:
    with store.catalogue.write() as connection:
        cancel_job(connection, job.id)


def meddle(store: Store, stage: Stage, act: Callable[[], None]) -> None:
    """Act while a job is at this stage."""
    if stage == Stage.ENCODING:
        store.encoder = MeddledEncoder(act)
    else:
        store.index = MeddledIndex(store.address, act)


def test_a_job_says_how_far_it_is_at_each_stage(store: Store) -> None:
    seen: list[Job] = []
    store.encoder = MeddledEncoder(lambda: seen.append(state(store, job)))
    store.index = MeddledIndex(store.address, lambda: seen.append(state(store, job)))
    job = add(store, long_text(150))
    (done,) = ended(store, job)
    assert [one.stage for one in seen] == [Stage.ENCODING] * 2 + [Stage.INDEXING] * 3
    assert {(one.passages, one.attempts) for one in seen} == {(done.passages, 1)}
    for stage in (Stage.ENCODING, Stage.INDEXING):
        shares = [one.progress for one in seen if one.stage == stage]
        assert shares[0] == 0.0
        assert shares == sorted(shares)
        assert shares[-1] < 1
    assert (done.stage, done.progress) == (Stage.DONE, 1.0)


@pytest.mark.parametrize("stage", [Stage.ENCODING, Stage.INDEXING])
def test_a_job_that_is_cancelled_at_work_leaves_nothing_and_can_be_tried_again(store: Store, stage: Stage) -> None:
    job = add(store, long_text(300))
    meddle(store, stage, lambda: None if state(store, job).cancel else cancel(store, job))
    cancelled, other = ended(store, job, add(store, SCHOOL))
    assert (cancelled.stage, other.stage) == (Stage.CANCELLED, Stage.DONE)
    assert live(store) == [other.document_id]
    assert assert_agreement(store) == 3

    meddle(store, stage, lambda: None)
    with store.catalogue.write() as connection:
        retry_job(connection, job.id)
    (again,) = ended(store, job)
    assert (again.stage, again.cancel) == (Stage.DONE, False)
    assert_agreement(store)


def test_a_job_that_is_cancelled_while_its_file_is_read_stops_before_it_is_encoded(store: Store) -> None:
    store.encoder = MeddledEncoder()
    job = add(store, long_text(20))
    with store.catalogue.write() as connection:
        claimed = claim_job(connection)
    assert claimed is not None
    cancel(store, job)
    run_job(store, ingest_pipeline(), claimed)
    assert state(store, job).stage == Stage.CANCELLED
    assert store.encoder.encoded == []
    assert assert_agreement(store) == 0


@pytest.mark.parametrize("stage", [Stage.ENCODING, Stage.INDEXING])
def test_our_own_mistake_ends_one_job_and_leaves_no_point_behind(
    store: Store, stage: Stage, events: list[EventDict]
) -> None:
    def break_once() -> None:
        if state(store, job).stage == stage:
            raise ZeroDivisionError

    job = add(store, long_text(80))
    meddle(store, stage, break_once)
    broken, other = ended(store, job, add(store, SCHOOL))
    assert (broken.stage, broken.error_code, broken.attempts) == (Stage.FAILED, "internal_error", 1)
    assert broken.id in str(broken.error)
    assert other.stage == Stage.DONE
    assert [(event["event"], event["job"]) for event in events] == [("job.broken", broken.id), ("job.done", other.id)]
    assert assert_agreement(store) == 3


def test_an_index_that_is_away_puts_a_job_off_and_in_the_end_fails_it(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.worker.PAUSE", 0.01)
    here = store.index
    store.index = RemoteIndex(Address("/nowhere/index", "key"), patience=0.0)
    job = add(store, BRIDGE)
    (failed,) = ended(store, job)
    assert (failed.stage, failed.error_code, failed.attempts) == (Stage.FAILED, "index_unavailable", 3)
    assert "Chỉ mục tìm kiếm chưa trả lời" in str(failed.error)
    store.index = here
    with store.catalogue.write() as connection:
        retry_job(connection, job.id)
    (again,) = ended(store, job)
    assert again.stage == Stage.DONE
    assert_agreement(store)


@component
class _ReadHere:
    """A reader in the place of ours: passages of a document that is there already."""

    def __init__(self, read: ReadDocument) -> None:
        self._read = read

    @component.output_types(read=ReadDocument, front=dict[str, str])
    def run(self, task: Task) -> dict[str, Any]:
        return {"read": self._read, "front": {name: field.value for name, field in self._read.front.items()}}


@component
class _Forgetful:
    """A writer that leaves out a point."""

    @component.output_types(written=int)
    def run(self, task: Task, read: ReadDocument, front: dict[str, str], encoded: EncodedPassages) -> dict[str, int]:
        return {"written": IndexWriter().run(task, read, front, encoded)["written"] - 1}


def _wired(**others: Any) -> Pipeline:
    """Our pipeline with other parts in some places."""
    usual = ingest_pipeline()
    pipeline = Pipeline()
    for name in usual.graph.nodes:
        part = others.get(name) or type(usual.get_component(name))()
        pipeline.add_component(name, part)
    for sender, receiver, edge in usual.graph.edges(data=True):
        pipeline.connect(f"{sender}.{edge['from_socket'].name}", f"{receiver}.{edge['to_socket'].name}")
    return pipeline


def test_stages_can_be_exchanged(store: Store) -> None:
    job = add(store, b"\0 no format at all", "la.xyz")
    with store.catalogue.write() as connection:
        claimed = claim_job(connection)
    assert claimed is not None
    run_job(store, _wired(reader=_ReadHere(parse(SCHOOL.encode(), "khai-giang.md"))), claimed)
    assert state(store, job).stage == Stage.DONE
    assert assert_agreement(store) == 3


def test_a_document_is_not_live_unless_every_passage_has_its_point(store: Store) -> None:
    job = add(store, SCHOOL)
    with store.catalogue.write() as connection:
        claimed = claim_job(connection)
    assert claimed is not None
    run_job(store, _wired(writer=_Forgetful()), claimed)
    assert state(store, job).error_code == "internal_error"
    assert live(store) == []
    assert assert_agreement(store) == 0


def test_the_stages_are_those_of_the_data() -> None:
    pipeline = ingest_pipeline()
    parts = {name: type(pipeline.get_component(name)).__name__ for name in pipeline.graph.nodes}
    assert parts == {
        "reader": "FileReader", "encoder": "PassageEncoder", "writer": "IndexWriter", "publisher": "Publisher"
    }  # fmt: skip
    assert {sender for sender, _ in pipeline.graph.in_edges("publisher")} == {"reader", "encoder", "writer"}
