"""References between documents."""

from typing import Annotated

from fastapi import APIRouter, Query

from search_api.ledger.relating import missing_documents, relations_around
from search_api.ledger.relation_schemas import MissingList, RelationList
from search_api.ledger.schemas import MOST_FACTS, Word
from search_api.routes import ServiceDep

router = APIRouter(tags=["quan hệ giữa các văn bản"])


@router.get("/api/documents/{document_id}/relations", summary="Văn bản này viện dẫn những gì, những gì viện dẫn nó")
def relations(document_id: str, service: ServiceDep) -> RelationList:
    """Both ends of a document's references."""
    with service.store.catalogue.read() as connection:
        return relations_around(connection, document_id)


@router.get("/api/relations/missing", summary="Văn bản được viện dẫn mà chưa có trong kho")
def missing(
    service: ServiceDep,
    q: Annotated[Word, Query()] = "",
    limit: Annotated[int, Query(ge=1, le=MOST_FACTS)] = 50,
    offset: Annotated[int, Query(ge=0)] = 0,
) -> MissingList:
    """Documents cited but not there, most cited first."""
    with service.store.catalogue.read() as connection:
        return missing_documents(connection, q, limit, offset)
