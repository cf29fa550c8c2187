"""Reading a file, in this process or, with limits on memory and time, in one of its own."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from corpus.apart import Limits, preload, run_apart
from corpus.text import mended
from corpus.types import Document, FrontMatter, Heading, Passage, value
from ingest.front_matter import read_letterhead
from ingest.outline import read_outline
from ingest.passages import make_passages
from ingest.readers import read_document

preload("ingest.reading", "ingest.readers.pdf", "ingest.readers.docx", "ingest.readers.html", "pypdf", "pypdfium2")


@value
class ReadDocument:
    """All that comes of reading a file."""

    document: Document
    reader: str
    front: FrontMatter
    outline: tuple[Heading, ...]
    passages: tuple[Passage, ...]


@value
class ReadLimits:
    """What reading one file may take."""

    memory_mb: int
    seconds: int
    allow_secret: bool = False


def parse(data: bytes, file_name: str, *, allow_secret: bool = False) -> ReadDocument:
    """Read, outline and cut a file, in this process and without limits.

    Raises:
        DocumentError: why the file cannot be read.
    """
    document, reader = read_document(data, file_name, allow_secret=allow_secret)
    meant = replace(document, text=mended(document.text))  # spans are the same in both
    letterhead = read_letterhead(meant)
    outline = read_outline(meant, letterhead.head | letterhead.closing)
    passages = make_passages(meant, outline, letterhead)
    return ReadDocument(document, reader, letterhead.front, outline.headings, passages)


def parse_apart(
    path: Path, file_name: str, limits: ReadLimits, cancelled: Callable[[], bool] = lambda: False
) -> ReadDocument | None:
    """The same in a process of its own; None when it was cancelled.

    Raises:
        DocumentError: why the file cannot be read; ReadLimitExceeded when it took too much.
    """
    most = Limits(limits.memory_mb, limits.seconds)
    return run_apart(_read, path, file_name, limits.allow_secret, limits=most, cancelled=cancelled)


def _read(path: Path, file_name: str, allow_secret: bool) -> ReadDocument:
    return parse(path.read_bytes(), file_name, allow_secret=allow_secret)
