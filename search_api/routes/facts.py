"""Facts: the ledger as JSON and as files, and what people say of facts."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from corpus.catalogue.reviews import drop_review, remove_review
from search_api.exporting import MEDIA, attached, export
from search_api.fact_schemas import MOST_FACTS, AnyFact, FactPage, FactQuery, ReviewIn, ReviewList, Word
from search_api.facts import kept_reviews, one_fact, page_of_facts, put_review
from search_api.link_schemas import ConflictList, RelatedOut
from search_api.links import conflicts_found, related_facts
from search_api.routes import ServiceDep

router = APIRouter(tags=["sổ chỉ tiêu, phân công, quyết định"])

_FILES: dict[int | str, dict[str, Any]] = {
    200: {"description": "JSON, hoặc tệp để tải", "content": {media: {} for media in MEDIA.values()}}
}


@router.get(
    "/api/facts",
    summary="Chỉ tiêu, phân công, quyết định: lọc, đếm, sắp, tải về",
    responses=_FILES,
    response_model=FactPage,
)
def facts(query: Annotated[FactQuery, Query()], service: ServiceDep, request: Request) -> FactPage | Response:
    """A page of the ledger, or all that fits as a file."""
    if query.format == "json":
        return page_of_facts(service.store.catalogue, service.ledger, query)
    content = export(service.store.catalogue, service.ledger, query, str(request.base_url))
    return Response(content, media_type=MEDIA[query.format], headers=attached(query))


@router.get("/api/facts/reviews", summary="Các đánh giá của người dùng, kể cả khi câu được đánh giá không còn")
def reviews(service: ServiceDep, orphaned: bool | None = None) -> ReviewList:
    """What people have said."""
    with service.store.catalogue.read() as connection:
        return kept_reviews(connection, orphaned)


@router.delete("/api/facts/reviews/{review_id}", summary="Bỏ một đánh giá")
def drop(review_id: str, service: ServiceDep) -> ReviewList:
    """Let go of a review, also one without a fact."""
    with service.store.catalogue.write() as connection:
        drop_review(connection, review_id)
        return kept_reviews(connection, None)


@router.get("/api/facts/conflicts", summary="Chỗ các văn bản nói khác nhau, và vì sao")
def conflicts(
    service: ServiceDep,
    document: Annotated[list[Word] | None, Query()] = None,
    reason: Annotated[list[Word] | None, Query()] = None,
    limit: Annotated[int, Query(ge=1, le=MOST_FACTS)] = 50,
    offset: Annotated[int, Query(ge=0)] = 0,
) -> ConflictList:
    """Pairs of facts that disagree, with the reason."""
    named = service.ledger.columns().named(document or ())
    with service.store.catalogue.read() as connection:
        if document and not named:
            return ConflictList(total=0, conflicts=[], reasons=[])
        return conflicts_found(connection, service.links.linked(), named, reason or (), limit, offset)


@router.get("/api/facts/{fact_id}", summary="Một mục kèm trích dẫn")
def fact(fact_id: str, service: ServiceDep) -> AnyFact:
    """One fact."""
    with service.store.catalogue.read() as connection:
        return one_fact(connection, fact_id)


@router.get("/api/facts/{fact_id}/related", summary="Cùng chỉ tiêu ở các cấp, các năm, các văn bản khác")
def related(fact_id: str, service: ServiceDep) -> RelatedOut:
    """Facts about the same indicator."""
    linked = service.links.linked()
    with service.store.catalogue.read() as connection:
        return related_facts(connection, linked, fact_id)


@router.put("/api/facts/{fact_id}/review", summary="Đánh giá một mục: đúng, sai, hoặc sửa lại")
def review(fact_id: str, said: ReviewIn, service: ServiceDep) -> AnyFact:
    """Keep a person's word on a fact."""
    with service.store.catalogue.write() as connection:
        put_review(connection, fact_id, said)
        return one_fact(connection, fact_id)


@router.delete("/api/facts/{fact_id}/review", summary="Rút lại đánh giá")
def take_back(fact_id: str, service: ServiceDep) -> AnyFact:
    """Take back what was said of a fact."""
    with service.store.catalogue.write() as connection:
        remove_review(connection, fact_id)
        return one_fact(connection, fact_id)
