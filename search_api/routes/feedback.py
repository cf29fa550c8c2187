"""What people want to tell those who run the server, and whether an answer was right."""

from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field, model_validator

from corpus.catalogue.feedback import (
    Fault,
    Feedback,
    Judgement,
    add_feedback,
    forget_feedback,
    get_feedback,
    list_feedback,
)
from corpus.text import clean, one_line
from search_api.routes import ServiceDep

router = APIRouter(tags=["góp ý"])


class FeedbackIn(BaseModel):
    """Somebody's words; ``about``: the question, address or fact that they are about; ``replaces``: id of what they said before.

    A ``verdict`` on an answer needs no words; only one that it is wrong ("down") has a ``reason``.
    """

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {"text": "Thiếu Kế hoạch 15", "by": "Lò Thị Én"},
                {"verdict": "down", "reason": "figure", "about": "Đến năm 2025 kinh tế số chiếm bao nhiêu?"},
            ]
        },
    )

    text: Annotated[str, Field(max_length=4000)] = ""
    by: Annotated[str, Field(max_length=80)] = ""
    about: Annotated[str, Field(max_length=1000)] = ""
    verdict: Judgement | None = None
    reason: Fault | None = None
    replaces: str | None = None

    @model_validator(mode="after")
    def _says_something(self) -> "FeedbackIn":
        if not self.text.strip() and self.verdict is None:
            raise ValueError("text: cần khi không có verdict")
        if self.reason is not None and self.verdict is not Judgement.DOWN:
            raise ValueError("reason: chỉ khi verdict là down")
        return self


class FeedbackOut(BaseModel):
    """Words that were kept."""

    id: str
    text: str
    by: str
    about: str
    verdict: Judgement | None
    reason: Fault | None
    at: str


class FeedbackList(BaseModel):
    """All of them, the latest first."""

    total: int
    feedback: list[FeedbackOut]


@router.post("/api/feedback", status_code=201, summary="Góp ý cho người quản trị, đánh giá một câu trả lời")
def give(said: FeedbackIn, service: ServiceDep) -> FeedbackOut:
    """Keep somebody's words, in place of those they said before where ``replaces`` names them."""
    with service.store.catalogue.write() as connection:
        if said.replaces is not None:
            forget_feedback(connection, said.replaces)
        words = (clean(said.text).strip(), one_line(said.by), one_line(said.about))
        return _out(add_feedback(connection, *words, said.verdict, said.reason))


@router.delete("/api/feedback/{feedback_id}", summary="Rút lại một góp ý")
def take_back(feedback_id: str, service: ServiceDep) -> FeedbackOut:
    """Forget what somebody said."""
    with service.store.catalogue.write() as connection:
        said = get_feedback(connection, feedback_id)
        forget_feedback(connection, feedback_id)
    return _out(said)


@router.get("/api/feedback", summary="Các góp ý, mới nhất trước")
def feedback(service: ServiceDep) -> FeedbackList:
    """All that was said."""
    with service.store.catalogue.read() as connection:
        found = [_out(said) for said in list_feedback(connection)]
    return FeedbackList(total=len(found), feedback=found)


def _out(said: Feedback) -> FeedbackOut:
    return FeedbackOut(
        id=said.id, text=said.text, by=said.author, about=said.about, verdict=said.verdict, reason=said.reason, at=said.added_at
    )  # fmt: skip
