"""Documents made for tests, put into the catalogue as the publisher does it."""

from collections.abc import Sequence
from hashlib import sha256

from sqlalchemy import Connection

from corpus.catalogue.documents import Place, list_documents, place_for, save_text, set_live
from corpus.catalogue.originals import register_original
from corpus.catalogue.passages import save_passages
from corpus.catalogue.statistics import count_terms, counts_of, minus, passage_counts
from corpus.catalogue.vectors import text_hash
from corpus.layout import pack_layout
from corpus.types import Block, BlockKind, Document, Field, FrontMatter, Heading, Passage, PassageKind, Span
from corpus.wording import wordings

READER = "md-1"


def bytes_named(name: str) -> str:
    """The SHA-256 of some bytes."""
    return sha256(name.encode()).hexdigest()


def document_of(paragraphs: Sequence[str]) -> Document:
    """A document with one block a paragraph."""
    text, blocks, start = "\n".join(paragraphs), [], 0
    for paragraph in paragraphs:
        blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(paragraph))))
        start += len(paragraph) + 1
    return Document(text, tuple(blocks), furniture=("Trang 1",))


def passages_in(document: Document) -> list[Passage]:
    """One passage a block."""
    return [Passage(n, PassageKind.PARAGRAPH, block.span) for n, block in enumerate(document.blocks)]


def publish(
    connection: Connection,
    name: str,
    paragraphs: Sequence[str],
    *,
    replaces: str | None = None,
    front: FrontMatter | None = None,
    sample: bool = False,
) -> Place:
    """Make the bytes called ``name``, with these paragraphs, the live reading of a document."""
    sha = bytes_named(name)
    register_original(connection, sha, len(name))
    place = place_for(connection, sha, replaces)
    if place.document_id in list_documents(connection, [place.document_id]):
        count_terms(connection, minus(counts_of(connection, place.document_id)))
    document = document_of(paragraphs)
    found = passages_in(document)
    texts = wordings(document.text, found, name)
    outline = [Heading(document.blocks[0].span, 1, paragraphs[0])] if paragraphs else []
    save_text(connection, sha, READER, document, outline, pack_layout(None))
    set_live(connection, place, sha, READER, f"{name}.md", name, front or FrontMatter(), sample=sample)
    save_passages(connection, place, found, [text_hash(text) for text in texts])
    count_terms(connection, passage_counts(texts))
    return place


def front_of(**values: str) -> FrontMatter:
    """Front matter with these values, each with some span."""
    return FrontMatter(**{name: Field(content, Span(0, len(content))) for name, content in values.items()})
