"""The JSON of documents: in lists and citations, in detail, for reading, and their versions beside one another."""

from pydantic import BaseModel, ConfigDict, Field


class DocumentOut(BaseModel):
    """A document in a citation or list."""

    id: str
    symbol: str | None
    title: str
    doc_type: str | None
    issuer: str | None
    issued_on: str | None
    file_name: str
    version: int
    sample: bool


class Segment(BaseModel):
    """A piece of quoted text; ``mark``: show it as found; ``figure``: it is the very thing that was asked for."""

    text: str
    mark: bool
    figure: bool = False


class DocumentRow(DocumentOut):
    """A document in the table. ``kept_until``: of a deleted one, until when it can be brought back."""

    place: str | None
    signer: str | None
    added_at: str
    tags: list[str]
    deleted_at: str | None
    kept_until: str | None


class DocumentList(BaseModel):
    """All documents."""

    total: int
    documents: list[DocumentRow]


class OutlineItem(BaseModel):
    """A title in the outline."""

    level: int
    text: str
    start: int
    end: int


class FrontFieldOut(BaseModel):
    """A field of front matter: what counts, what the letterhead says, and when a person put it right, if one did."""

    value: str | None
    read: str | None
    set_at: str | None


class FrontPatch(BaseModel):
    """Fields to put right: a text, "" for "there is none", null to let the letterhead count again. Others stay."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"symbol": "07-CTr/TU", "issued_on": "2021-03-12"}]}
    )

    symbol: str | None = Field(None, max_length=60)
    doc_type: str | None = Field(None, max_length=60)
    issuer: str | None = Field(None, max_length=200)
    place: str | None = Field(None, max_length=100)
    issued_on: str | None = Field(None, max_length=10)
    subject: str | None = Field(None, max_length=1000)
    signer: str | None = Field(None, max_length=100)


class DocumentDetail(DocumentRow):
    """A document with its outline."""

    front: dict[str, FrontFieldOut]
    versions: int
    pages: int | None
    passages: int
    characters: int
    outline: list[OutlineItem]
    furniture: list[str]


class TextOut(BaseModel):
    """A stretch of canonical text."""

    text: str


class ParagraphOut(BaseModel):
    """A line of the source with the asked-for words marked; ``start`` and ``end`` name it in links. ``kind``: heading, paragraph or row."""

    kind: str
    start: int
    end: int
    page: int | None
    segments: list[Segment]


class ViewOut(BaseModel):
    """A stretch of a document for reading, around a place. ``more_before``, ``more_after``: there is more."""

    document: DocumentOut
    paragraphs: list[ParagraphOut]
    more_before: bool
    more_after: bool


class BoxList(BaseModel):
    """Boxes, one for each line and page: page (the first is 1), then left, top, right, bottom as shares of its width and height."""

    boxes: list[tuple[int, float, float, float, float]]


class VersionOut(BaseModel):
    """One set of bytes a document has had; ``live``: the one that is searched."""

    number: int
    file_name: str
    published_at: str
    live: bool


class VersionList(BaseModel):
    """The versions of a document, oldest first."""

    versions: list[VersionOut]


class ChangeOut(BaseModel):
    """A line that is not the same in two versions. ``kind``: changed, added or removed; ``figures``: its numbers differ."""

    kind: str
    figures: bool
    before: list[Segment]
    after: list[Segment]
    start: int | None
    end: int | None


class ChangeList(BaseModel):
    """What changed from one version to another, figures first; ``total`` counts those that are not listed, too."""

    document: DocumentOut
    before: int
    after: int
    total: int
    figures: int
    changes: list[ChangeOut]


class TagCount(BaseModel):
    """A collection and how many documents are in it."""

    tag: str
    count: int


class TagList(BaseModel):
    """All collections."""

    tags: list[TagCount]


class TagsIn(BaseModel):
    """The collections a document is to be in, instead of those it is in."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"tags": ["Chuyển đổi số"]}]})

    tags: list[str] = Field(max_length=100)
