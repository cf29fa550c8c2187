"""Jobs: how far files are on their way in; as a list, one by one, and as server-sent events."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta

from fastapi import APIRouter, Request
from fastapi.responses import StreamingResponse
from starlette.concurrency import run_in_threadpool

from corpus.catalogue.jobs import cancel_job, forget_ended, get_job, list_jobs, retry_job
from search_api.presenting import job_out, jobs_out
from search_api.routes import ServiceDep
from search_api.schemas import JobList, JobOut
from search_api.service import Service

router = APIRouter(tags=["thêm"])

_LOOK_EVERY = 0.4  # seconds
_SIGN_OF_LIFE = 15.0  # seconds
_OVERLAP = timedelta(seconds=2)  # between two looks: a change is seen a moment after its time was written down


@router.get("/api/jobs", summary="Các lần thêm, mới nhất trước")
def jobs(service: ServiceDep, active: bool = False) -> JobList:
    """All jobs, or those still at work."""
    with service.store.catalogue.read() as connection:
        return JobList(jobs=jobs_out(list_jobs(connection, active=active)))


@router.delete("/api/jobs", summary="Dọn các lần thêm đã xong khỏi danh sách")
def clear(service: ServiceDep) -> JobList:
    """Take ended jobs out of the list; documents stay."""
    with service.store.catalogue.write() as connection:
        free = forget_ended(connection)
        left = list_jobs(connection)
    with service.store.catalogue.write() as connection:
        service.store.originals.remove(connection, free)
    return JobList(jobs=jobs_out(left))


@router.get("/api/jobs/{job_id}", summary="Một lần thêm")
def job(job_id: str, service: ServiceDep) -> JobOut:
    """One job."""
    with service.store.catalogue.read() as connection:
        return job_out(get_job(connection, job_id))


@router.post("/api/jobs/{job_id}/cancel", summary="Huỷ một lần thêm")
def cancel(job_id: str, service: ServiceDep) -> JobOut:
    """Cancel a job."""
    with service.store.catalogue.write() as connection:
        return job_out(cancel_job(connection, job_id))


@router.post("/api/jobs/{job_id}/retry", summary="Thử lại một lần thêm bị lỗi hoặc đã huỷ")
def retry(job_id: str, service: ServiceDep) -> JobOut:
    """Try a failed or cancelled job again."""
    with service.store.catalogue.write() as connection:
        found = job_out(retry_job(connection, job_id))
    service.worker.wake()
    return found


@router.get("/api/events", summary="Diễn biến các lần thêm (server-sent events)", response_class=StreamingResponse)
async def events(request: Request, service: ServiceDep) -> StreamingResponse:
    """A stream of jobs, each time one changes."""
    return StreamingResponse(
        _follow(request, service), media_type="text/event-stream", headers={"Cache-Control": "no-store"}
    )


async def _follow(request: Request, service: Service) -> AsyncIterator[str]:
    seen: dict[str, str] = {}
    quiet = 0.0
    looked = datetime.now(UTC)
    changed = await run_in_threadpool(_jobs, service, active=True)
    stopping: Callable[[], bool] = request.app.state.stopping
    while not stopping() and not await request.is_disconnected():
        fresh = [job for job in changed if seen.get(job.id) != job.updated_at]
        for job in reversed(fresh):
            seen[job.id] = job.updated_at
            yield f"event: job\ndata: {json.dumps(job.model_dump(), ensure_ascii=False)}\n\n"
        quiet = 0.0 if fresh else quiet + _LOOK_EVERY
        if quiet >= _SIGN_OF_LIFE:
            quiet = 0.0
            yield ": còn đây\n\n"
        await asyncio.sleep(_LOOK_EVERY)
        since, looked = looked - _OVERLAP, datetime.now(UTC)
        changed = await run_in_threadpool(_jobs, service, since=since.isoformat(timespec="milliseconds"))


def _jobs(service: Service, *, active: bool = False, since: str = "") -> list[JobOut]:
    with service.store.catalogue.read() as connection:
        return jobs_out(list_jobs(connection, active=active, since=since))
