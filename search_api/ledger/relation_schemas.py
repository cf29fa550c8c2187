"""The JSON of references between documents."""

from pydantic import BaseModel

from search_api.document_schemas import DocumentOut, Segment


class ReferenceOut(BaseModel):
    """A reference and the line it stands in. ``kind``: based_on, implements, replaces, amends, repeals, attached_to or mentions."""

    kind: str
    symbol: str
    title: str
    doc_type: str
    issued_on: str | None
    document: DocumentOut | None
    start: int
    end: int
    quote: str
    segments: list[Segment]


class RelationList(BaseModel):
    """What a document refers to (``document`` null: not in the corpus), and what refers to it (``document``: where that stands)."""

    document: DocumentOut
    outgoing: list[ReferenceOut]
    incoming: list[ReferenceOut]
    incoming_total: int


class MissingOut(BaseModel):
    """A document that is cited and not there: in how many documents, how, and in which."""

    symbol: str
    title: str
    doc_type: str
    issued_on: str | None
    count: int
    kinds: list[str]
    documents: list[DocumentOut]


class MissingList(BaseModel):
    """Documents cited but not there, most cited first."""

    total: int
    missing: list[MissingOut]
