"""What stands in a document: its text, a stretch for reading, the original, pages as pictures, versions and what changed."""

from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import FileResponse, Response
from sqlalchemy import Connection

from corpus.catalogue.documents import get_document, versions_of
from corpus.catalogue.passages import CanonicalText, text_of
from corpus.errors import NotFound
from corpus.layout import unpack_layout
from corpus.page_images import draw_page
from corpus.types import Span
from search_api.comparing import compare
from search_api.document_schemas import BoxList, ChangeList, TextOut, VersionList, VersionOut, ViewOut
from search_api.presenting import change_out, document_out
from search_api.routes import ServiceDep
from search_api.viewing import boxes, view

router = APIRouter(tags=["nội dung"])

MOST_LINES = 20_000  # of one view: a whole document, in practice
MOST_CHANGES = 500
_PAGE_HEADERS = {"Cache-Control": "private, max-age=600"}
_PNG: dict[int | str, dict[str, Any]] = {200: {"description": "Ảnh PNG", "content": {"image/png": {}}}}
_FILE: dict[int | str, dict[str, Any]] = {200: {"description": "Tệp gốc", "content": {"application/octet-stream": {}}}}


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
    before: Annotated[int, Query(ge=0, le=MOST_LINES)] = 12,
    after: Annotated[int, Query(ge=0, le=MOST_LINES)] = 12,
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


@router.get(
    "/api/documents/{document_id}/pages/{number}.png", summary="Ảnh một trang của tệp PDF", response_class=Response,
    responses=_PNG,
)  # fmt: skip
def page_image(document_id: str, number: int, service: ServiceDep) -> Response:
    """A page as it looks on paper."""
    with service.store.catalogue.read() as connection:
        info = get_document(connection, document_id)
        pages = text_of(connection, document_id).pages
    if pages is None:
        raise NotFound(f"ảnh trang của {info.file_name} (loại tệp này không chia trang)")
    if not 1 <= number <= pages:
        raise NotFound(f"trang {number} của {info.file_name} ({pages} trang)")
    drawn = draw_page(service.store.originals.existing(info.sha256), number, service.settings.read_memory_mb)
    return Response(drawn, media_type="image/png", headers=_PAGE_HEADERS)


@router.get("/api/documents/{document_id}/boxes", summary="Một đoạn nằm ở đâu trên trang")
def boxes_of(
    document_id: str, service: ServiceDep, start: Annotated[int, Query(ge=0)], end: Annotated[int, Query(ge=0)]
) -> BoxList:
    """Where the words between two places stand; nowhere in a document without pages."""
    with service.store.catalogue.read() as connection:
        layout = unpack_layout(_text(connection, document_id).layout)
    return BoxList(boxes=boxes(layout, Span(start, end)) if layout else [])


@router.get("/api/documents/{document_id}/versions", summary="Các phiên bản của một văn bản")
def versions(document_id: str, service: ServiceDep) -> VersionList:
    """All versions, oldest first."""
    with service.store.catalogue.read() as connection:
        info = get_document(connection, document_id)
        found = versions_of(connection, document_id)
    return VersionList(
        versions=[
            VersionOut(
                number=v.number, file_name=v.file_name, published_at=v.published_at, live=v.number == info.version
            )
            for v in found
        ]
    )


@router.get("/api/documents/{document_id}/changes", summary="Phiên bản này khác phiên bản trước ở đâu, số liệu trước")
def changes(
    document_id: str,
    service: ServiceDep,
    before: Annotated[int | None, Query(ge=1)] = None,
    after: Annotated[int | None, Query(ge=1)] = None,
) -> ChangeList:
    """What changed between two versions; if none are named, from the one before the live one to the live one."""
    with service.store.catalogue.read() as connection:
        info = get_document(connection, document_id)
        older, newer = _two_versions(
            [v.number for v in versions_of(connection, document_id)], before, after or info.version
        )
        texts = [text_of(connection, document_id, number).text for number in (older, newer)]
    found = compare(*texts)
    return ChangeList(
        document=document_out(info), before=older, after=newer, total=len(found), figures=sum(change.figures for change in found),
        changes=[change_out(change, *texts) for change in found[:MOST_CHANGES]],
    )  # fmt: skip


def _two_versions(there: list[int], before: int | None, after: int) -> tuple[int, int]:
    """The versions to compare: without ``before``, the one that came before ``after``, or the last of the others."""
    others = [number for number in there if number != after]
    older = before or max((number for number in others if number < after), default=max(others, default=0))
    for number in (older, after):
        if number not in there:
            raise NotFound(f"phiên bản {number}" if number else "phiên bản trước")
    return older, after


def _text(connection: Connection, document_id: str) -> CanonicalText:
    get_document(connection, document_id)
    return text_of(connection, document_id)
