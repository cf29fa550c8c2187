"""Whether the server lives, and whether it can answer."""

from fastapi import APIRouter

from search_api.routes import ServiceDep

router = APIRouter(tags=["máy chủ"])


@router.get("/api/health", summary="Máy chủ còn chạy")
def health() -> dict[str, str]:
    """The process answers."""
    return {"status": "ok"}


@router.get("/api/ready", summary="Máy chủ trả lời được câu hỏi")
def ready(service: ServiceDep) -> dict[str, str | int | bool]:
    """Catalogue and index answer."""
    return {"status": "ready", "passages": service.store.index.count({}), "adding": service.worker.running}
