"""What facts are taken from, for tests: made documents and the samples."""

from dataclasses import replace
from pathlib import Path

from corpus.text import mended
from ingest.facts.source import Source
from ingest.reading import parse
from tests.ingest.making import Part, cut

SAMPLES = Path(__file__).parents[2] / "corpus" / "documents"


def source_of(*parts: Part) -> Source:
    """A document of these parts, as the stage before the facts hands it on."""
    document, letterhead, outline, passages = cut(*parts)
    return Source(document, letterhead.front, outline.headings, passages)


def sample(path: Path) -> Source:
    """A sample, read from its file."""
    read = parse(path.read_bytes(), path.name)
    meant = replace(read.document, text=mended(read.document.text))
    return Source(meant, read.front, read.outline, read.passages)
