"""The JSON of the list of unanswered questions."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from corpus.catalogue.unanswered import State
from search_api.document_schemas import DocumentOut

MOST_LISTED = 5000  # of one answer


class UnansweredQuery(BaseModel):
    """What is wanted. ``since``: only those that have an answer since after this time (UTC, ISO 8601)."""

    model_config = ConfigDict(extra="forbid")

    state: State | None = None
    since: Annotated[str, Field(max_length=40, pattern=r"^(?:\d{4}-\d\d-\d\dT[\d:.+Z-]{5,28})?$")] = ""
    limit: Annotated[int, Field(ge=1, le=MOST_LISTED)] = 50
    offset: Annotated[int, Field(ge=0)] = 0
    format: Literal["json", "csv"] = "json"


class UnansweredOut(BaseModel):
    """A question without an answer, or one that has had one since ``answered_at``, in the document ``answered_by``.

    ``question``: as it was read; ``typed``: as it was typed last; ``as_typed``: it was to be taken word for word; ``asked``: how
    often; ``reason``: why there was no answer, ``why``: the same in words; ``nearest``: the document that came nearest.
    """

    id: str
    question: str
    typed: str
    as_typed: bool
    asked: int
    first_at: str
    last_at: str
    state: State
    reason: str
    why: str
    nearest: DocumentOut | None
    answered_at: str | None
    answered_by: DocumentOut | None
    dismissed_at: str | None


class UnansweredPage(BaseModel):
    """A page of the list. ``total``: how many fit; ``open``, ``answered``, ``dismissed``: how many there are of each, whatever is wanted.

    ``waiting``: open questions that have yet to be asked again, because documents have changed.
    """

    total: int
    open: int
    answered: int
    dismissed: int
    waiting: int
    questions: list[UnansweredOut]
