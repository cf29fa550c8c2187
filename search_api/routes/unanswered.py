"""Questions without an answer: the list, as JSON and as a file, and what a person does with an entry."""

from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import Response

from corpus.catalogue.unanswered import dismiss, forget_question
from search_api.routes import ServiceDep
from search_api.unanswered.listing import MEDIA, attached, entry_out, page_of_unanswered, write_unanswered
from search_api.unanswered.schemas import UnansweredOut, UnansweredPage, UnansweredQuery

router = APIRouter(tags=["câu hỏi chưa có lời đáp"])

_FILES: dict[int | str, dict[str, Any]] = {
    200: {"description": "JSON, hoặc tệp để tải", "content": {MEDIA: {}}},
}


@router.get(
    "/api/unanswered",
    summary="Câu hỏi chưa có lời đáp: danh sách, số lượng, tải về",
    responses=_FILES,
    response_model=UnansweredPage,
)
def unanswered(query: Annotated[UnansweredQuery, Query()], service: ServiceDep) -> UnansweredPage | Response:
    """A page of the list, or all of it as a file."""
    service.unanswered.catch_up()
    if query.format == "json":
        return page_of_unanswered(service.store.catalogue, query)
    return Response(write_unanswered(service.store.catalogue, query), media_type=MEDIA, headers=attached())


@router.post("/api/unanswered/{question_id}/retry", summary="Hỏi lại một câu trong danh sách")
def retry(question_id: str, service: ServiceDep) -> UnansweredOut:
    """Ask it now; that counts as no further asking."""
    found = service.unanswered.retry(question_id)
    with service.store.catalogue.read() as connection:
        return entry_out(connection, found)


@router.post("/api/unanswered/{question_id}/dismiss", summary="Bỏ qua một câu: không cần tìm văn bản cho câu này")
def put_aside(question_id: str, service: ServiceDep) -> UnansweredOut:
    """A person says that nothing has to be collected for it."""
    with service.store.catalogue.write() as connection:
        return entry_out(connection, dismiss(connection, question_id))


@router.post("/api/unanswered/{question_id}/restore", summary="Đưa một câu đã bỏ qua trở lại danh sách")
def restore(question_id: str, service: ServiceDep) -> UnansweredOut:
    """Take that back."""
    with service.store.catalogue.write() as connection:
        return entry_out(connection, dismiss(connection, question_id, back=True))


@router.delete("/api/unanswered/{question_id}", summary="Xoá hẳn một câu khỏi danh sách")
def forget(question_id: str, service: ServiceDep) -> UnansweredPage:
    """Take it out for good; gives how many are left."""
    with service.store.catalogue.write() as connection:
        forget_question(connection, question_id)
    return page_of_unanswered(service.store.catalogue, UnansweredQuery(limit=1))
