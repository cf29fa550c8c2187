"""Adding a file is a job in the catalogue: it survives a crash, can be cancelled and tried again, and says how far it is."""

from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Row, func, select

from corpus.catalogue import now
from corpus.catalogue.documents import document_of_bytes, get_document
from corpus.catalogue.originals import forget_unneeded, register_original
from corpus.catalogue.schema import jobs
from corpus.errors import Conflict, NotFound
from corpus.messages import MESSAGES
from corpus.types import ACTIVE_STAGES, Stage, value

MOST_ATTEMPTS = 3  # a file that took its process down this often is given up


@value
class Job:
    """One file on its way. ``progress`` runs from 0 to 1 within the stage; ``duplicate``: these bytes were there already."""

    id: str
    number: int
    sha256: str
    file_name: str
    sample: bool
    replaces: str | None
    document_id: str | None
    stage: Stage
    progress: float
    pages: int | None
    passages: int | None
    duplicate: bool
    cancel: bool
    attempts: int
    error_code: str | None
    error: str | None
    created_at: str
    updated_at: str


def _job(row: Row[Any]) -> Job:
    return Job(**{**row._mapping, "stage": Stage(row.stage)})


def add_job(
    connection: Connection, sha256: str, size: int, file_name: str, *, sample: bool = False, replaces: str | None = None
) -> Job:
    """Enter a job for a kept original. Bytes that are there already, or on their way, make no second one of the kind."""
    register_original(connection, sha256, size)
    pending = (
        (jobs.c.sha256 == sha256) & jobs.c.stage.in_(ACTIVE_STAGES) & jobs.c.replaces.is_not_distinct_from(replaces)
    )
    if (row := connection.execute(select(jobs).where(pending)).first()) is not None:
        return _job(row)
    known = document_of_bytes(connection, sha256)
    if known is not None and known == replaces and get_document(connection, known).sha256 != sha256:
        known = None  # the document goes back to what it was before
    job = _new_job(connection, sha256, file_name, sample, replaces, known)
    connection.execute(jobs.insert().values({column.name: getattr(job, column.name) for column in jobs.c}))
    return job


def _new_job(
    connection: Connection, sha256: str, file_name: str, sample: bool, replaces: str | None, known: str | None
) -> Job:
    number = (connection.scalar(select(func.max(jobs.c.number))) or 0) + 1
    return Job(
        id=uuid4().hex, number=number, sha256=sha256, file_name=file_name, sample=sample, replaces=replaces, document_id=known,
        stage=Stage.DONE if known else Stage.WAITING, progress=1.0 if known else 0.0, pages=None, passages=None,
        duplicate=known is not None, cancel=False, attempts=0, error_code=None, error=None, created_at=now(), updated_at=now(),
    )  # fmt: skip


def add_reading(connection: Connection, document_id: str) -> Job:
    """Enter a job that reads a document's live original again; one that waits already is enough.

    Raises:
        NotFound: no such document.
    """
    info = get_document(connection, document_id)
    same = (jobs.c.sha256 == info.sha256) & (jobs.c.replaces == document_id) & (jobs.c.stage == Stage.WAITING)
    if (row := connection.execute(select(jobs).where(same)).first()) is not None:
        return _job(row)
    job = _new_job(connection, info.sha256, info.file_name, info.sample, document_id, None)
    connection.execute(jobs.insert().values({column.name: getattr(job, column.name) for column in jobs.c}))
    return job


def forget_ended(connection: Connection) -> list[str]:
    """Take ended jobs out of the list; documents stay. Returns the SHA-256 of originals that nothing needs any more."""
    ended = jobs.c.stage.not_in(ACTIVE_STAGES)
    had = set(connection.scalars(select(jobs.c.sha256).where(ended)))
    connection.execute(jobs.delete().where(ended))
    return forget_unneeded(connection, had)


def cancel_jobs_of(connection: Connection, document_id: str) -> None:
    """Ask all jobs to stop that would make a new reading of a document."""
    coming = (jobs.c.replaces == document_id) & jobs.c.stage.in_(ACTIVE_STAGES)
    for row in connection.execute(select(jobs.c.id).where(coming)).all():
        cancel_job(connection, row.id)


def get_job(connection: Connection, job_id: str) -> Job:
    """One job.

    Raises:
        NotFound: there is none of this id.
    """
    row = connection.execute(select(jobs).where(jobs.c.id == job_id)).first()
    if row is None:
        raise NotFound(f"lần thêm {job_id}")
    return _job(row)


def list_jobs(connection: Connection, *, active: bool = False, since: str = "", limit: int = 500) -> list[Job]:
    """Jobs, newest first: all, those still at work, or those that changed after a time."""
    query = select(jobs).where(jobs.c.updated_at > since).order_by(jobs.c.number.desc()).limit(limit)
    if active:
        query = query.where(jobs.c.stage.in_(ACTIVE_STAGES))
    return [_job(row) for row in connection.execute(query)]


def claim_job(connection: Connection) -> Job | None:
    """Take the next waiting job; it counts as an attempt."""
    waiting = select(jobs).where(jobs.c.stage == Stage.WAITING).order_by(jobs.c.number).limit(1)
    row = connection.execute(waiting).first()
    if row is None:
        return None
    update_job(connection, row.id, stage=Stage.READING, progress=0.0, attempts=row.attempts + 1)
    return get_job(connection, row.id)


def update_job(connection: Connection, job_id: str, **values: object) -> None:
    """Write down how a job is getting on."""
    connection.execute(jobs.update().where(jobs.c.id == job_id).values(**values, updated_at=now()))


def fail_job(connection: Connection, job_id: str, code: str, message: str) -> None:
    """End a job with its reason."""
    update_job(connection, job_id, stage=Stage.FAILED, error_code=code, error=message)


def requeue_jobs(connection: Connection) -> int:
    """After a crash: what was in the middle waits again; what failed too often is given up. Returns how many wait."""
    torn = connection.execute(select(jobs).where(jobs.c.stage.in_(ACTIVE_STAGES))).all()
    for row in torn:
        if row.cancel:
            update_job(connection, row.id, stage=Stage.CANCELLED)
        elif row.attempts >= MOST_ATTEMPTS:
            fail_job(
                connection,
                row.id,
                "read_limit_exceeded",
                MESSAGES["read_limit_exceeded"].format(detail="tiến trình đọc bị dừng"),
            )
        else:
            update_job(connection, row.id, stage=Stage.WAITING, progress=0.0)
    return connection.scalar(select(func.count()).where(jobs.c.stage == Stage.WAITING)) or 0


def cancel_job(connection: Connection, job_id: str) -> Job:
    """Ask a job to stop: one that waits stops at once, one at work at its next step.

    Raises:
        Conflict: it has ended already.
    """
    job = get_job(connection, job_id)
    if job.stage not in ACTIVE_STAGES:
        raise Conflict("lần thêm này đã kết thúc, không huỷ được nữa")
    stage = Stage.CANCELLED if job.stage == Stage.WAITING else job.stage
    update_job(connection, job_id, cancel=True, stage=stage)
    return get_job(connection, job_id)


def retry_job(connection: Connection, job_id: str) -> Job:
    """Let a failed or cancelled job wait again.

    Raises:
        Conflict: it neither failed nor was cancelled.
    """
    if get_job(connection, job_id).stage not in (Stage.FAILED, Stage.CANCELLED):
        raise Conflict("chỉ thử lại được lần thêm bị lỗi hoặc đã huỷ")
    update_job(
        connection, job_id, stage=Stage.WAITING, progress=0.0, cancel=False, attempts=0, error_code=None, error=None
    )
    return get_job(connection, job_id)
