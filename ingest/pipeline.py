"""A job from its original to a live document: the stages wired as a Haystack pipeline, and what happens when one fails."""

import time
from collections.abc import Mapping
from contextlib import suppress

from corpus.catalogue.documents import Place, place_for
from corpus.catalogue.jobs import Job, fail_job, get_job, update_job
from corpus.errors import CancuError, InternalError, ServiceError
from corpus.log import log
from corpus.messages import MESSAGES
from corpus.pipelines import Pipeline, PipelineRuntimeError
from corpus.store import Store
from corpus.types import Stage
from ingest.components import FileReader, IndexWriter, PassageEncoder, Publisher, Task
from ingest.indexing import remove_unit, unit_of
from ingest.publishing import Cancelled

_OFTEN = 0.3  # seconds between two reports that only say how far


def ingest_pipeline() -> Pipeline:
    """File → ReadDocument → vectors → points → live document."""
    pipeline = Pipeline()
    pipeline.add_component("reader", FileReader())
    pipeline.add_component("encoder", PassageEncoder())
    pipeline.add_component("writer", IndexWriter())
    pipeline.add_component("publisher", Publisher())
    for part in ("encoder", "writer", "publisher"):
        pipeline.connect("reader.read", f"{part}.read")
        pipeline.connect("reader.front", f"{part}.front")
    pipeline.connect("encoder.encoded", "writer.encoded")
    pipeline.connect("encoder.encoded", "publisher.encoded")
    pipeline.connect("writer.written", "publisher.written")
    return pipeline


def run_job(store: Store, pipeline: Pipeline, job: Job) -> None:
    """Carry a claimed job to its end: done, cancelled, or failed with a reason. Only a service that is away is raised.

    Raises:
        ServiceError: the index or the catalogue is away; the job should be tried again.
    """
    started = time.monotonic()
    report = _Reporter(store, job)
    try:
        with store.catalogue.read() as connection:
            place = place_for(connection, job.sha256, job.replaces)
        _carry(store, pipeline, Task(store, job, place, report))
    except Cancelled:
        with store.catalogue.write() as connection:
            update_job(connection, job.id, stage=Stage.CANCELLED)
        log.info("job.cancelled", job=job.id)
    except ServiceError:
        raise
    except InternalError as error:
        _break(store, job, error.detail, error)
    except CancuError as error:
        _fail(store, job, error.code, error.message)
        log.info("job.failed", job=job.id, reason=error.code, detail=error.detail)
    except Exception as error:
        _break(store, job, repr(error), error)
    else:
        _remove_former(store, place)
        seconds = round(time.monotonic() - started, 2)
        log.info("job.done", job=job.id, document=place.document_id, seconds=seconds, **report.seconds())


def _carry(store: Store, pipeline: Pipeline, task: Task) -> None:
    """Run the pipeline; when it does not come to its end, take back what it has put into the index."""
    try:
        _run(pipeline, task)
    except ServiceError:
        raise  # the index may be what is away; the next attempt writes the same points
    except Exception:
        remove_unit(store.index, unit_of(task.place))
        raise


def _run(pipeline: Pipeline, task: Task) -> None:
    try:
        pipeline.run({name: {"task": task} for name in ("reader", "encoder", "writer", "publisher")})
    except PipelineRuntimeError as error:
        cause = error.__cause__
        if isinstance(cause, (CancuError, Cancelled)):
            raise cause from error
        raise


def _remove_former(store: Store, place: Place) -> None:
    """Points of earlier readings of the document: the catalogue no longer knows them. What is left, ``reconcile`` removes."""
    with suppress(ServiceError):
        for unit in store.index.facet("unit", {"document": [place.document_id]}):
            if unit != unit_of(place):
                remove_unit(store.index, unit)


def _fail(store: Store, job: Job, code: str, message: str) -> None:
    with store.catalogue.write() as connection:
        fail_job(connection, job.id, code, message)


def _break(store: Store, job: Job, what: str, error: Exception) -> None:
    """Our own mistake: the job says so, the others go on."""
    _fail(store, job, "internal_error", MESSAGES["internal_error"].format(detail=job.id))
    log.error("job.broken", job=job.id, error=what, exc_info=error)


class _Reporter:
    """Writes down how far a job is, not too often, and looks whether it was cancelled. Knows how long each stage took."""

    def __init__(self, store: Store, job: Job) -> None:
        self._store, self._job = store, job
        self._stage: Stage | None = None
        self._at = 0.0
        self._begun: list[tuple[Stage, float]] = []

    def seconds(self) -> dict[str, float]:
        """Seconds by stage, up to now."""
        ends = [*(at for _, at in self._begun[1:]), time.monotonic()]
        return {str(stage): round(end - at, 3) for (stage, at), end in zip(self._begun, ends, strict=True)}

    def __call__(self, stage: Stage, share: float, counts: Mapping[str, int | None]) -> None:
        if stage == self._stage and not counts and time.monotonic() - self._at < _OFTEN:
            return
        if stage != self._stage:
            self._begun.append((stage, time.monotonic()))
        self._stage, self._at = stage, time.monotonic()
        with self._store.catalogue.write() as connection:
            if get_job(connection, self._job.id).cancel:
                raise Cancelled
            update_job(connection, self._job.id, stage=stage, progress=round(share, 3), **counts)
