"""Documents made for a test, without a file: strings are paragraphs, a list of rows is a table."""

from collections.abc import Sequence
from typing import NamedTuple

from corpus.types import BlockKind, Document, Passage
from ingest.front_matter import Letterhead, read_letterhead
from ingest.outline import Outline, read_outline
from ingest.passages import make_passages
from ingest.readers.building import TextBuilder


class Bold(NamedTuple):
    """A paragraph in bold type, without a level."""

    text: str


class Title(NamedTuple):
    """A heading whose format says how deep it is."""

    text: str
    level: int


class Rows(NamedTuple):
    """A table; ``headers``: how many rows at its top are marked as headings, None for no mark."""

    rows: Sequence[Sequence[str | None]]
    headers: int | None = None


Part = str | Bold | Title | Rows


def document_of(*parts: Part) -> Document:
    """A document of these parts, in order."""
    builder = TextBuilder()
    for part in parts:
        if isinstance(part, Rows):
            builder.table(part.rows, headers=part.headers)
        elif isinstance(part, Bold):
            builder.paragraph(part.text, heading=True)
        elif isinstance(part, Title):
            builder.paragraph(part.text, level=part.level)
        else:
            builder.paragraph(part)
    return builder.document()


def front_of(*parts: Part) -> dict[str, str]:
    """The front matter of a made document, by field."""
    return {name: field.value for name, field in read_letterhead(document_of(*parts)).front.items()}


def cut(*parts: Part) -> tuple[Document, Letterhead, Outline, tuple[Passage, ...]]:
    """All stages from the document to its passages."""
    document = document_of(*parts)
    letterhead = read_letterhead(document)
    outline = read_outline(document, letterhead.head | letterhead.closing)
    return document, letterhead, outline, make_passages(document, outline, letterhead)


def paths(*parts: Part) -> dict[str, tuple[str, ...]]:
    """The heading path of every passage, by its words."""
    document, _, _, passages = cut(*parts)
    return {passage.span.of(document.text): passage.heading for passage in passages}


def lines(document: Document) -> list[str]:
    """The words of each block."""
    return [block.span.of(document.text) for block in document.blocks]


def headings(document: Document) -> list[str]:
    """The words of the blocks that their format marks as titles."""
    return [block.span.of(document.text) for block in document.blocks if block.kind is BlockKind.HEADING]


def cells(document: Document) -> list[list[str]]:
    """The cells of all rows; a cell over several columns once for each of them."""
    return [[cell.of(document.text) for cell in block.cells] for block in document.blocks if block.cells]
