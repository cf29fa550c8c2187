"""What a reading came to, as lines that a reviewer can hold against the document."""

from collections.abc import Iterator

from corpus.types import Document, Heading, Passage, Span
from ingest.reading import ReadDocument


def rendered(read: ReadDocument) -> str:
    """Front matter, furniture, outline and every passage."""
    text = read.document.text
    parts = [
        f"READER {read.reader}, pages {read.document.pages or '-'}, {len(text)} characters, {len(read.document.blocks)} blocks",
        "",
        "FRONT MATTER",
        *(f"  {name}: {field.value}{_said(text, field.value, field.span)}" for name, field in read.front.items()),
        "",
        "FURNITURE",
        *(f"  {line}" for line in read.document.furniture),
        "",
        "OUTLINE",
        *(_heading(heading) for heading in read.outline),
        "",
        "PASSAGES",
        *(line for passage in read.passages for line in _passage(read.document, passage)),
    ]
    return "\n".join(parts) + "\n"


def _said(text: str, value: str, span: Span | None) -> str:
    """The words that say so, where they are not the value itself."""
    if span is None:
        return " [nowhere]"
    words = span.of(text)
    return f" {_place(span)}" if words == value else f" {_place(span)} « {_shown(words)} »"


def _heading(heading: Heading) -> str:
    return f"{'  ' * heading.level}{heading.level} {heading.text} {_place(heading.span)}"


def _passage(document: Document, passage: Passage) -> Iterator[str]:
    text = document.text
    page = f" p{passage.page}" if passage.page is not None else ""
    yield f"#{passage.ordinal} {passage.kind}{page} {_place(passage.span)} {' > '.join(passage.heading)}".rstrip()
    for context in passage.context:
        yield f"  ^ {_shown(context.of(text))}"
    if not passage.columns:
        yield f"  {_shown(passage.span.of(text))}"
        return
    for cell, column in zip(passage.cells, passage.columns, strict=True):
        yield f"  | {_shown(column.of(text)) if column else '-'}: {cell.of(text)}"


def _place(span: Span) -> str:
    return f"[{span.start}:{span.end}]"


def _shown(words: str) -> str:
    return words.replace("\n", " ⏎ ")
