"""The JSON of the API: requests and responses, with examples for OpenAPI."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from search_api.document_schemas import DocumentOut, Segment

Year = Annotated[int, Field(ge=1, le=9999)]


class Filters(BaseModel):
    """Only passages of documents that have one of the values of each field; an empty field means all. ``document``: ids."""

    model_config = ConfigDict(extra="forbid")

    doc_type: list[str] = Field(default_factory=list)
    issuer: list[str] = Field(default_factory=list)
    year: list[Year] = Field(default_factory=list)
    document: list[str] = Field(default_factory=list)
    tag: list[str] = Field(default_factory=list)


class AskRequest(BaseModel):
    """A question. ``keep``: if it has no answer it may be listed as such; those who only measure say false."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {"question": "Đến năm 2025 kinh tế số chiếm bao nhiêu GRDP?", "filters": {"doc_type": ["chương trình"]}}
            ]
        },
    )

    question: str
    filters: Filters = Field(default_factory=Filters)
    as_typed: bool = False
    previous: str | None = None
    keep: bool = True


class CitationOut(BaseModel):
    """A quotation: ``quote`` equals the document's text[start:end]; ``figures``: where the very thing asked for stands in that text;
    ``reference``: the place as it is cited in documents.
    """

    n: int
    document: DocumentOut
    passage_id: str
    heading: list[str]
    page: int | None
    start: int
    end: int
    quote: str
    highlights: list[tuple[int, int]]
    figures: list[tuple[int, int]] = Field(default_factory=list)
    reference: str = ""
    segments: list[Segment]


_CITATION: JsonDict = {
    "n": 1, "passage_id": "1f0d2c1e-6a0b-5f0e-9a53-0d5a1c1b7a11", "heading": ["II. MỤC TIÊU", "2. Đến năm 2025"], "page": 2,
    "start": 4210, "end": 4246, "quote": "a) Kinh tế số chiếm khoảng 30% GRDP.", "highlights": [[4213, 4223]], "figures": [[4230, 4240]],
    "reference": "Chương trình số 07-CTr/TU, ngày 12/3/2021 của Thành ủy Lạc Giang về phát triển khoa học và công nghệ, mục II.2.a, tr.2",
    "segments": [{"text": "a) ", "mark": False}, {"text": "Kinh tế số", "mark": True}, {"text": " chiếm ", "mark": False},
                 {"text": "khoảng 30%", "mark": False, "figure": True}, {"text": " GRDP.", "mark": False}],
    "document": {"id": "8a8da9dbbc272cc4", "symbol": "07-CTr/TU", "title": "Phát triển khoa học và công nghệ", "doc_type": "chương trình",
                 "issuer": "Thành ủy Lạc Giang", "issued_on": "2021-03-12", "file_name": "07-CTr-TU-2021.docx", "version": 1, "sample": True},
}  # fmt: skip


class PreferredOut(BaseModel):
    """A document that the question names: what it holds comes first."""

    id: str
    symbol: str | None
    title: str


class RowOut(BaseModel):
    """A row of a list or table, with the numbers of the citations that prove it."""

    cells: list[str]
    citations: list[int]


class TableOut(BaseModel):
    """An answer to be looked at: without ``columns`` a list of one cell each. ``total``: how many items there are, shown or not."""

    columns: list[str]
    rows: list[RowOut]
    total: int


class LedgerViewOut(BaseModel):
    """The page of the ledger with all that the answer counts."""

    address: str
    total: int


class FollowsOut(BaseModel):
    """A question that was understood against the one before it: ``question`` before, ``asked`` as the whole it was answered as."""

    question: str
    asked: str


class AskResponse(BaseModel):
    """An answer with its citations, or none with the nearest things there are. ``kept``: it is in the list of unanswered questions now."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"question": "den nam 2025 kinh te so chiem bao nhieu", "read_as": "đến năm 2025 kinh tế số chiếm bao nhiêu", "status": "answered",
                 "kind": "target", "answer": "Kinh tế số chiếm khoảng 30% GRDP. [1]", "facts": [], "conflicts": [], "citations": [_CITATION], "preferred": [],
                 "confidence": {"cosine": 0.91, "coverage": 0.84, "fits": 1.0, "years": 1.0}, "took_ms": 18.4}
            ]
        }
    )  # fmt: skip

    question: str
    read_as: str | None
    status: str
    kind: str
    answer: str | None
    facts: list[dict[str, Any]] = Field(default_factory=list)
    conflicts: list[dict[str, Any]] = Field(default_factory=list)
    citations: list[CitationOut]
    preferred: list[PreferredOut] = Field(default_factory=list)
    table: TableOut | None = None
    ledger: LedgerViewOut | None = None
    missing: str | None = None
    follows: FollowsOut | None = None
    kept: bool = False
    worded_by: str | None = None
    extractive: str | None = None
    confidence: dict[str, float]
    took_ms: float


class HitOut(CitationOut):
    """A search result."""

    score: float


class FacetValue(BaseModel):
    """How many of the candidates have a value."""

    value: str
    count: int


class SearchResponse(BaseModel):
    """A page of search results. ``total_is_bound``: there may be more than ``total``."""

    read_as: str | None
    total: int
    total_is_bound: bool
    hits: list[HitOut]
    facets: dict[str, list[FacetValue]]
    preferred: list[PreferredOut] = Field(default_factory=list)
    took_ms: float


class JobOut(BaseModel):
    """A file on its way in."""

    id: str
    file_name: str
    stage: str
    stage_text: str
    progress: float
    pages: int | None
    passages: int | None
    duplicate: bool
    sample: bool
    document_id: str | None
    error: dict[str, str] | None
    created_at: str
    updated_at: str


class JobList(BaseModel):
    """Jobs, newest first."""

    jobs: list[JobOut]


class ErrorBody(BaseModel):
    """What went wrong: ``message`` is for people and says what to do."""

    code: str
    message: str
    detail: str


class ErrorOut(BaseModel):
    """The one shape of all errors."""

    error: ErrorBody
