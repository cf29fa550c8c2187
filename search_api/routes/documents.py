"""Documents: the table, adding, putting right, collections, deleting and bringing back."""

from contextlib import suppress
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request

from corpus.catalogue import now
from corpus.catalogue.documents import get_document, list_documents, versions_of
from corpus.catalogue.front import correct_field, front_fields
from corpus.catalogue.jobs import add_reading
from corpus.catalogue.passages import passages_of, text_of
from corpus.catalogue.statistics import bring_back, withdraw
from corpus.catalogue.tags import count_tags, set_tags, tags_of
from corpus.catalogue.trash import forget, list_deleted
from corpus.errors import Conflict, InvalidRequest
from corpus.text import one_line
from search_api.document_schemas import (
    DocumentDetail,
    DocumentList,
    DocumentRow,
    FrontFieldOut,
    FrontPatch,
    OutlineItem,
    TagCount,
    TagList,
    TagsIn,
)
from search_api.presenting import document_row, job_out, jobs_out
from search_api.routes import ServiceDep
from search_api.schemas import JobList, JobOut
from search_api.service import Service
from search_api.uploading import receive_files

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


@router.get("/api/documents", summary="Mọi văn bản trong kho, hoặc mọi văn bản đã xoá")
def documents(service: ServiceDep, deleted: bool = False) -> DocumentList:
    """All documents, newest first; or those that were deleted, the last one first."""
    with service.store.catalogue.read() as connection:
        found = list_deleted(connection) if deleted else list(list_documents(connection).values())[::-1]
        tags = tags_of(connection)
    return DocumentList(total=len(found), documents=[document_row(info, tags.get(info.id, ())) for info in found])


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
        samples = [info.id for info in list_documents(connection).values() if info.sample]
        for document_id in samples:
            withdraw(connection, document_id, now())
        gone, tags = list_documents(connection, samples, deleted=True).values(), tags_of(connection, samples)
    service.worker.wake()
    return DocumentList(total=len(gone), documents=[document_row(info, tags.get(info.id, ())) for info in gone])


@router.get("/api/documents/{document_id}", summary="Một văn bản: thể thức, mục lục")
def document(document_id: str, service: ServiceDep) -> DocumentDetail:
    """A document with its outline."""
    with service.store.catalogue.read() as connection:
        info = get_document(connection, document_id)
        canonical = text_of(connection, document_id)
        passages = len(passages_of(connection, document_id))
        fields = front_fields(connection, document_id)
        versions = len(versions_of(connection, document_id))
        tags = tags_of(connection, [document_id]).get(document_id, ())
    return DocumentDetail(
        **document_row(info, tags).model_dump(), versions=versions, pages=canonical.pages, passages=passages,
        characters=len(canonical.text), furniture=list(canonical.furniture),
        front={name: FrontFieldOut(value=f.value, read=f.read, set_at=f.set_at) for name, f in fields.items()},
        outline=[OutlineItem(level=h.level, text=h.text, start=h.span.start, end=h.span.end) for h in canonical.outline],
    )  # fmt: skip


@router.patch("/api/documents/{document_id}", summary="Sửa thể thức do máy đọc")
def put_right(document_id: str, patch: FrontPatch, service: ServiceDep) -> DocumentDetail:
    """Keep a person's word on front matter; no later reading overwrites it. What is indexed follows in the background."""
    fields = patch.model_dump(exclude_unset=True)
    if fields.get("issued_on"):
        _check_date(fields["issued_on"])
    with service.store.catalogue.write() as connection:
        before = get_document(connection, document_id).front
        for name, content in fields.items():
            correct_field(connection, document_id, name, content)
        changed = get_document(connection, document_id).front != before
        if changed:
            add_reading(connection, document_id)
    if changed:
        service.worker.wake()
    return document(document_id, service)


@router.post("/api/documents/{document_id}/reread", status_code=202, summary="Đọc lại tệp gốc")
def read_again(document_id: str, service: ServiceDep) -> JobOut:
    """Read the original again, with the present readers; what people put right stays."""
    with service.store.catalogue.write() as connection:
        job = add_reading(connection, document_id)
    service.worker.wake()
    return job_out(job)


@router.put("/api/documents/{document_id}/tags", summary="Xếp văn bản vào các bộ sưu tập")
def put_tags(document_id: str, wanted: TagsIn, service: ServiceDep) -> DocumentRow:
    """Put a document into these collections, and no others."""
    with service.store.catalogue.write() as connection:
        info = get_document(connection, document_id)
        return document_row(info, set_tags(connection, document_id, wanted.tags))


@router.get("/api/tags", summary="Mọi bộ sưu tập")
def tags(service: ServiceDep) -> TagList:
    """All collections, with how many documents are in each."""
    with service.store.catalogue.read() as connection:
        return TagList(tags=[TagCount(tag=tag, count=count) for tag, count in count_tags(connection).items()])


@router.delete("/api/documents/{document_id}", summary="Xoá một văn bản (khôi phục được), hoặc xoá hẳn")
def delete(
    document_id: str, service: ServiceDep, forever: Annotated[bool, Query(description="Xoá hẳn văn bản đã xoá")] = False
) -> DocumentRow:
    """Delete a document, so that it can be brought back; one that is deleted already can be let go for good."""
    if forever:
        return _forget(document_id, service)
    with service.store.catalogue.write() as connection:
        withdraw(connection, document_id, now())
        info = get_document(connection, document_id, deleted=True)
        row = document_row(info, tags_of(connection, [document_id]).get(document_id, ()))
    service.worker.wake()
    return row


def _forget(document_id: str, service: Service) -> DocumentRow:
    with service.store.catalogue.write() as connection:
        info = get_document(connection, document_id, deleted=True)
        if info.deleted_at is None:
            raise Conflict("chỉ xoá hẳn được văn bản đã xoá")
        free = forget(connection, [document_id])
    with service.store.catalogue.write() as connection:
        service.store.originals.remove(connection, free)
    return document_row(info, ())


@router.post("/api/documents/{document_id}/restore", summary="Khôi phục văn bản đã xoá")
def restore(document_id: str, service: ServiceDep) -> DocumentRow:
    """Bring a deleted document back."""
    with service.store.catalogue.write() as connection:
        bring_back(connection, document_id)
        info = get_document(connection, document_id)
        row = document_row(info, tags_of(connection, [document_id]).get(document_id, ()))
    service.worker.wake()
    return row


def _check_date(written: str) -> None:
    with suppress(ValueError):
        if date.fromisoformat(written).isoformat() == written:  # other forms of ISO 8601 are not how dates are kept
            return
    raise InvalidRequest(f"không có ngày {one_line(written)}; ngày viết theo dạng 2021-03-12")
