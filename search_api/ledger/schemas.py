"""The JSON of facts and of what people say of them."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from corpus.facts import FactKind
from search_api.document_schemas import DocumentOut
from search_api.schemas import CitationOut, FacetValue

MOST_FACTS = 10_000  # of one answer; exports have no limit
LONGEST = 200  # characters of a value to filter by

Word = Annotated[str, Field(max_length=LONGEST)]


class FactQuery(BaseModel):
    """What is wanted. Lists: one of the values; different parameters: all of them. ``role``: who of an assignment counts as its agency.

    ``coordinate``: who takes part; ``met``: what became of an aim; ``about``: phrases, all of which what a fact is about or the title over it has.
    """

    kind: FactKind | None = None
    document: list[Word] = Field(default_factory=list)
    agency: list[Word] = Field(default_factory=list)
    role: Literal["lead", "any"] = "lead"
    coordinate: list[Word] = Field(default_factory=list)
    action: list[Word] = Field(default_factory=list)
    met: list[Literal["met", "unmet", "unknown"]] = Field(default_factory=list)
    about: list[Word] = Field(default_factory=list)
    year: list[Word] = Field(default_factory=list)
    status: list[Literal["target", "result"]] = Field(default_factory=list)
    doc_type: list[Word] = Field(default_factory=list)
    issuer: list[Word] = Field(default_factory=list)
    tag: list[Word] = Field(default_factory=list)
    deadline: list[Literal["overdue", "soon", "later", "none"]] = Field(default_factory=list)
    sample: bool | None = None
    verdict: list[Literal["right", "wrong", "corrected", "none", "all"]] = Field(default_factory=list)
    q: Word = ""
    due_from: date | None = None
    due_to: date | None = None
    sort: Literal["document", "year", "deadline", "indicator", "body"] = "document"
    desc: bool = False
    limit: Annotated[int | None, Field(ge=1, le=MOST_FACTS)] = None
    offset: Annotated[int, Field(ge=0)] = 0
    format: Literal["json", "csv", "xlsx", "ics"] = "json"


class PartOut(BaseModel):
    """Where the words of a slot stand; ``inherited``: over the quote, in a heading, a lead-in or a row above."""

    slot: str
    start: int
    end: int
    inherited: bool


class ReviewOut(BaseModel):
    """What a person said of a fact. ``slots``: those put right."""

    verdict: str
    by: str
    note: str
    at: str
    slots: dict[str, Any] | None


class FactOut(CitationOut):
    """A fact with its proof. ``read``: what stood in the slots before a person put them right."""

    id: str
    parts: list[PartOut]
    review: ReviewOut | None
    read: dict[str, Any] | None


class TargetOut(FactOut):
    """A figure aimed at or reached."""

    kind: Literal["target"]
    status: Literal["target", "result"]
    indicator: str
    comparator: Literal["=", ">=", ">", "<=", "<", "~", "range"]
    value: float | tuple[float, float] | None
    unit: str
    base: str
    scope: str
    year: int | str | None
    lead: str
    lead_canonical: list[str]


class AssignmentOut(FactOut):
    """A task and who has it. ``lead_canonical``, ``coordinate_canonical``: today's names, one for each."""

    kind: Literal["assignment"]
    task: str
    lead: list[str]
    coordinate: list[str]
    lead_canonical: list[str]
    coordinate_canonical: list[str]
    deadline: str
    deadline_date: str | None
    deadline_state: Literal["overdue", "soon", "later", "none"]
    product: str
    cost: str


class DecisionOut(FactOut):
    """What was approved, issued, amended, replaced or agreed."""

    kind: Literal["decision"]
    action: str
    object: str
    effective_on: str | None


AnyFact = Annotated[TargetOut | AssignmentOut | DecisionOut, Field(discriminator="kind")]


class LedgerFacet(FacetValue):
    """``text``: what to show where the value is a name for programs."""

    text: str | None = None


class FactPage(BaseModel):
    """Facts. ``pending``: documents whose facts are still being found; ``today``: the day that deadlines are measured by."""

    total: int
    facts: list[AnyFact]
    facets: dict[str, list[LedgerFacet]]
    pending: int
    today: str
    took_ms: float


class ReviewIn(BaseModel):
    """A person's word on a fact; ``slots`` goes with "corrected" only: some slots with their right values."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"verdict": "corrected", "slots": {"value": 35, "year": 2025}, "by": "Lò Thị Én"}]
        },
    )

    verdict: Literal["right", "wrong", "corrected"]
    by: str = Field(min_length=1, max_length=80)
    note: Annotated[str, Field(max_length=1000)] = ""
    slots: dict[str, Any] | None = None


class KeptReview(ReviewOut):
    """A review with the words it is tied to; ``fact_id`` is null where they are gone or say another thing now."""

    id: str
    kind: str
    fact_id: str | None
    document: DocumentOut
    quote: str
    before: str
    after: str
    read: dict[str, Any]


class ReviewList(BaseModel):
    """Reviews, newest first."""

    total: int
    reviews: list[KeptReview]
