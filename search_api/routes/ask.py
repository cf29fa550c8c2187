"""POST /api/ask"""

import time

from fastapi import APIRouter

from search_api.ledger.pages import facts_of_answer
from search_api.presenting import ask_response
from search_api.retrieval import named_documents
from search_api.routes import ServiceDep
from search_api.schemas import AskRequest, AskResponse

router = APIRouter(tags=["hỏi"])


@router.post("/api/ask", summary="Hỏi một câu, nhận câu trả lời kèm trích dẫn")
def ask(request: AskRequest, service: ServiceDep) -> AskResponse:
    """Answer a question; ``status`` is not_found where the evidence is weak."""
    started = time.perf_counter()
    answer = service.asker.ask(
        request.question, request.filters.model_dump(), as_typed=request.as_typed, previous=request.previous
    )
    facts, conflicts = facts_of_answer(service.store.catalogue, answer)
    named = named_documents(service.store, answer.reading)
    took = (time.perf_counter() - started) * 1000
    shown = ask_response(answer, took, named, question=request.question, previous=request.previous)
    return shown.model_copy(update={"facts": facts, "conflicts": conflicts})
