"""GET /api/watch"""

from fastapi import APIRouter
from pydantic import BaseModel

from search_api.routes import ServiceDep

router = APIRouter(tags=["thêm"])


class WatchOut(BaseModel):
    """The watched folder, null where none is; ``waiting`` files are still being written; ``error``: why it cannot be read."""

    folder: str | None
    files: int = 0
    waiting: int = 0
    error: str | None = None


@router.get("/api/watch", summary="Thư mục theo dõi")
def watch(service: ServiceDep) -> WatchOut:
    """How the watched folder stands."""
    if service.watcher is None:
        return WatchOut(folder=None)
    state = service.watcher.state
    return WatchOut(folder=state.folder, files=state.files, waiting=state.waiting, error=state.error)
