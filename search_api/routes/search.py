"""GET /api/search"""

import time
from typing import Annotated

from fastapi import APIRouter, Query

from corpus.catalogue.tags import tags_of
from search_api.presenting import facets, hit_out, preferred_out
from search_api.retrieval import named_documents
from search_api.routes import ServiceDep
from search_api.schemas import SearchResponse, Year
from search_api.searching import MOST_HITS, search

router = APIRouter(tags=["tìm"])


@router.get("/api/search", summary="Tìm đoạn văn bản, có lọc và đếm theo loại, cơ quan, năm, văn bản, bộ sưu tập")
def search_passages(
    service: ServiceDep,
    q: str,
    doc_type: Annotated[list[str] | None, Query()] = None,
    issuer: Annotated[list[str] | None, Query()] = None,
    year: Annotated[list[Year] | None, Query()] = None,
    document: Annotated[list[str] | None, Query()] = None,
    tag: Annotated[list[str] | None, Query()] = None,
    as_typed: bool = False,
    limit: Annotated[int, Query(ge=1, le=MOST_HITS)] = 10,
    offset: Annotated[int, Query(ge=0)] = 0,
) -> SearchResponse:
    """Search with both arms."""
    started = time.perf_counter()
    filters: dict[str, list[str] | list[int]] = {
        "doc_type": doc_type or [], "issuer": issuer or [], "year": year or [], "document": document or [], "tag": tag or [],
    }  # fmt: skip
    reading, hits, page = search(service.asker.tools, q, filters, as_typed=as_typed, limit=limit, offset=offset)
    with service.store.catalogue.read() as connection:
        tags = tags_of(connection, list({hit.document.id for hit in hits.items}))
    return SearchResponse(
        read_as=reading.read_as, total=len(hits.items), total_is_bound=hits.bounded, hits=[hit_out(c) for c in page], facets=facets(hits, tags),
        preferred=preferred_out(named_documents(service.store, reading)), took_ms=round((time.perf_counter() - started) * 1000, 2),
    )  # fmt: skip
