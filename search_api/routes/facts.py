"""Facts: the ledger as JSON and as files, and what people say of facts."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from corpus.catalogue.reviews import drop_review, remove_review
from search_api.ledger.exporting import MEDIA, attached, export
from search_api.ledger.grouping import page_of_groups
from search_api.ledger.link_schemas import ConflictList, ConflictQuery, GroupPage, RelatedOut
from search_api.ledger.links import conflicts_found, related_facts
from search_api.ledger.pages import kept_reviews, one_fact, page_of_facts, put_review
from search_api.ledger.schemas import AnyFact, FactPage, FactQuery, ReviewIn, ReviewList
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
def conflicts(query: Annotated[ConflictQuery, Query()], service: ServiceDep) -> ConflictList:
    """Pairs of facts that disagree, with the reason; filters are met by one of the two."""
    return conflicts_found(service.store.catalogue, service.ledger, service.links.linked(), query)


@router.get("/api/facts/groups", summary="Chỉ tiêu gộp theo tên, qua các cấp, các năm, các văn bản")
def groups(query: Annotated[FactQuery, Query()], service: ServiceDep) -> GroupPage:
    """Targets and results by indicator; limit and offset count indicators."""
    return page_of_groups(service.store.catalogue, service.ledger, service.links.linked(), query)


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
