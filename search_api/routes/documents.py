"""Documents: listing, reading, adding, deleting."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import FileResponse
from sqlalchemy import Connection

from corpus.catalogue import now
from corpus.catalogue.documents import get_document, list_documents
from corpus.catalogue.passages import CanonicalText, passages_of, text_of
from corpus.catalogue.statistics import bring_back, withdraw
from corpus.errors import InvalidRequest
from corpus.layout import unpack_layout
from corpus.types import Span
from search_api.presenting import document_out, jobs_out
from search_api.routes import ServiceDep
from search_api.schemas import DocumentDetail, DocumentList, DocumentOut, JobList, OutlineItem, TextOut, ViewOut
from search_api.uploading import receive_files
from search_api.viewing import view

router = APIRouter(tags=["văn bản"])

_FORM = {
    "type": "object",
    "required": ["files"],
    "properties": {
        "files": {"type": "array", "items": {"type": "string", "format": "binary"}},
        "replaces": {"type": "string", "description": "Mã văn bản mà tệp này thay thế"},
    },
}
_UPLOAD = {"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": _FORM}}}}
_FILE: dict[int | str, dict[str, Any]] = {200: {"description": "Tệp gốc", "content": {"application/octet-stream": {}}}}


@router.get("/api/documents", summary="Mọi văn bản trong kho")
def documents(service: ServiceDep) -> DocumentList:
    """All documents, newest first."""
    with service.store.catalogue.read() as connection:
        found = [document_out(info) for info in list_documents(connection).values()]
    return DocumentList(total=len(found), documents=found[::-1])


@router.post("/api/documents", status_code=202, summary="Thêm tệp vào kho", openapi_extra=_UPLOAD)
async def add(request: Request, service: ServiceDep) -> JobList:
    """Add files (multipart, several); "replaces" names the document that a single file is a new version of."""
    jobs = await receive_files(request, service)
    return JobList(jobs=jobs_out(jobs))


@router.delete("/api/documents", summary="Gỡ mọi văn bản mẫu")
def remove_samples(service: ServiceDep, sample: bool) -> DocumentList:
    """Delete all samples at once; they can be brought back like any document."""
    if not sample:
        raise InvalidRequest("chỉ gỡ được hàng loạt văn bản mẫu (sample=true)")
    with service.store.catalogue.write() as connection:
        gone = [info for info in list_documents(connection).values() if info.sample]
        for info in gone:
            withdraw(connection, info.id, now())
    service.worker.wake()
    return DocumentList(total=len(gone), documents=[document_out(info) for info in gone])


@router.get("/api/documents/{document_id}", summary="Một văn bản: thể thức, mục lục")
def document(document_id: str, service: ServiceDep) -> DocumentDetail:
    """A document with its outline."""
    with service.store.catalogue.read() as connection:
        info = get_document(connection, document_id)
        canonical = text_of(connection, document_id)
        passages = len(passages_of(connection, document_id))
    return DocumentDetail(
        **document_out(info).model_dump(), place=info.front.get("place"), signer=info.front.get("signer"), pages=canonical.pages,
        passages=passages, characters=len(canonical.text), added_at=info.added_at, furniture=list(canonical.furniture),
        outline=[OutlineItem(level=h.level, text=h.text, start=h.span.start, end=h.span.end) for h in canonical.outline],
    )  # fmt: skip


@router.get("/api/documents/{document_id}/text", summary="Nguyên văn một đoạn")
def text(
    document_id: str,
    service: ServiceDep,
    start: Annotated[int, Query(ge=0)] = 0,
    end: Annotated[int | None, Query(ge=0)] = None,
) -> TextOut:
    """The canonical text between two places (Unicode code points)."""
    with service.store.catalogue.read() as connection:
        whole = _text(connection, document_id).text
    return TextOut(text=whole[start:end])


@router.get("/api/documents/{document_id}/view", summary="Đọc quanh một đoạn, chữ cần tìm được đánh dấu")
def view_document(
    document_id: str,
    service: ServiceDep,
    start: Annotated[int, Query(ge=0)] = 0,
    end: Annotated[int, Query(ge=0)] = 0,
    before: Annotated[int, Query(ge=0, le=500)] = 12,
    after: Annotated[int, Query(ge=0, le=500)] = 12,
) -> ViewOut:
    """Lines around a place, with what is between ``start`` and ``end`` marked."""
    with service.store.catalogue.read() as connection:
        info = get_document(connection, document_id)
        canonical = _text(connection, document_id)
    paragraphs, earlier, later = view(
        canonical, unpack_layout(canonical.layout), Span(start, max(start, end)), before, after
    )
    return ViewOut(document=document_out(info), paragraphs=paragraphs, more_before=earlier, more_after=later)


@router.get("/api/documents/{document_id}/file", summary="Tải tệp gốc", response_class=FileResponse, responses=_FILE)
def original(document_id: str, service: ServiceDep) -> FileResponse:
    """The original, always as a download: nothing of it is run or shown by the browser."""
    with service.store.catalogue.read() as connection:
        info = get_document(connection, document_id)
    path = service.store.originals.existing(info.sha256)
    return FileResponse(
        path, media_type="application/octet-stream", filename=info.file_name, content_disposition_type="attachment"
    )


@router.delete("/api/documents/{document_id}", summary="Xoá một văn bản (khôi phục được)")
def delete(document_id: str, service: ServiceDep) -> DocumentOut:
    """Delete a document, so that it can be brought back."""
    with service.store.catalogue.write() as connection:
        info = get_document(connection, document_id)
        withdraw(connection, document_id, now())
    service.worker.wake()
    return document_out(info)


@router.post("/api/documents/{document_id}/restore", summary="Khôi phục văn bản đã xoá")
def restore(document_id: str, service: ServiceDep) -> DocumentOut:
    """Bring a deleted document back."""
    with service.store.catalogue.write() as connection:
        bring_back(connection, document_id)
        info = get_document(connection, document_id)
    service.worker.wake()
    return document_out(info)


def _text(connection: Connection, document_id: str) -> CanonicalText:
    get_document(connection, document_id)
    return text_of(connection, document_id)
