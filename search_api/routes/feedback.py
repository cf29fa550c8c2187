"""What people want to tell those who run the server."""

from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from corpus.catalogue.feedback import Feedback, add_feedback, list_feedback
from corpus.text import clean, one_line
from search_api.routes import ServiceDep

router = APIRouter(tags=["góp ý"])


class FeedbackIn(BaseModel):
    """Somebody's words; ``about``: the question, address or fact that they are about."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"text": "Thiếu Kế hoạch 15", "by": "Lò Thị Én"}]}
    )

    text: Annotated[str, Field(min_length=1, max_length=4000)]
    by: Annotated[str, Field(max_length=80)] = ""
    about: Annotated[str, Field(max_length=1000)] = ""


class FeedbackOut(BaseModel):
    """Words that were kept."""

    id: str
    text: str
    by: str
    about: str
    at: str


class FeedbackList(BaseModel):
    """All of them, the latest first."""

    total: int
    feedback: list[FeedbackOut]


@router.post("/api/feedback", status_code=201, summary="Góp ý cho người quản trị")
def give(said: FeedbackIn, service: ServiceDep) -> FeedbackOut:
    """Keep somebody's words."""
    with service.store.catalogue.write() as connection:
        return _out(add_feedback(connection, clean(said.text).strip(), one_line(said.by), one_line(said.about)))


@router.get("/api/feedback", summary="Các góp ý, mới nhất trước")
def feedback(service: ServiceDep) -> FeedbackList:
    """All that was said."""
    with service.store.catalogue.read() as connection:
        found = [_out(said) for said in list_feedback(connection)]
    return FeedbackList(total=len(found), feedback=found)


def _out(said: Feedback) -> FeedbackOut:
    return FeedbackOut(id=said.id, text=said.text, by=said.author, about=said.about, at=said.added_at)
