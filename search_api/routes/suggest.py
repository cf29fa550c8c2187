"""GET /api/suggest"""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from search_api.routes import ServiceDep
from search_api.suggesting.suggesting import LONGEST

router = APIRouter(tags=["tìm"])


class SuggestionOut(BaseModel):
    """A proposal for what was typed. ``kind``: document or issuer."""

    text: str
    kind: str
    document_id: str | None


class SuggestionList(BaseModel):
    """Proposals, best first."""

    suggestions: list[SuggestionOut]


@router.get("/api/suggest", summary="Gợi ý khi đang gõ: số hiệu, trích yếu, cơ quan")
def suggest(service: ServiceDep, q: Annotated[str, Query(max_length=LONGEST)] = "") -> SuggestionList:
    """What the typed letters may become."""
    found = service.suggester.suggest(q)
    return SuggestionList(
        suggestions=[SuggestionOut(text=s.text, kind=s.kind, document_id=s.document_id) for s in found]
    )
