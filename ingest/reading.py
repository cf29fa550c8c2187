"""Reading a file, in this process or, with limits on memory and time, in one of its own."""

import traceback
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from corpus.apart import Limits, preload, run_apart
from corpus.errors import InternalError
from corpus.text import mended
from corpus.types import Document, FrontMatter, Heading, Passage, value
from ingest.facts import Extracted, extract
from ingest.facts.source import Source
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
    extracted: Extracted = Extracted()


@value
class ReadLimits:
    """What reading one file may take."""

    memory_mb: int
    seconds: int
    allow_secret: bool = False


def parse(data: bytes, file_name: str, *, allow_secret: bool = False) -> ReadDocument:
    """Read, outline and cut a file, and find its facts, in this process and without limits.

    Raises:
        DocumentError: why the file cannot be read.
    """
    return _made_of(*read_document(data, file_name, allow_secret=allow_secret))


def _made_of(document: Document, reader: str) -> ReadDocument:
    meant = replace(document, text=mended(document.text))  # spans are the same in both
    letterhead = read_letterhead(meant)
    outline = read_outline(meant, letterhead.head | letterhead.closing)
    passages = make_passages(meant, outline, letterhead)
    extracted = extract(Source(meant, letterhead.front, outline.headings, passages))
    return ReadDocument(document, reader, letterhead.front, outline.headings, passages, extracted)


def parse_apart(
    path: Path, file_name: str, limits: ReadLimits, cancelled: Callable[[], bool] = lambda: False
) -> ReadDocument | None:
    """The same in a process of its own; None when it was cancelled.

    Raises:
        DocumentError: why the file cannot be read; ReadLimitExceeded when it took too much.
        InternalError: it was read, but we cannot make out what was read.
    """
    most = Limits(limits.memory_mb, limits.seconds)
    return run_apart(_read, path, file_name, limits.allow_secret, limits=most, cancelled=cancelled)


def _read(path: Path, file_name: str, allow_secret: bool) -> ReadDocument:
    """A library that stumbles over a file says that the file is damaged; what stumbles over our own values is ours to mend."""
    document, reader = read_document(path.read_bytes(), file_name, allow_secret=allow_secret)
    try:
        return _made_of(document, reader)
    except MemoryError:
        raise
    except Exception as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        raise InternalError(f"{type(error).__name__} {where.filename}:{where.lineno}") from error
