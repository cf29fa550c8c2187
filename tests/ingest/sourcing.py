"""What facts are taken from, for tests: made documents and the samples; and what they are held against."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.text import mended
from ingest.facts.source import Source
from ingest.reading import parse
from tests.ingest.making import Part, cut

SAMPLES = Path(__file__).parents[2] / "corpus" / "documents"
EXPECTED = Path(__file__).parent / "expected"
RENEW = os.environ.get("CANCU_RENEW_EXPECTED") == "1"  # at import: tests run without the settings of the machine

every_sample = pytest.mark.parametrize("path", sorted(SAMPLES.iterdir()), ids=lambda path: path.name)


def source_of(*parts: Part) -> Source:
    """A document of these parts, as the stage before the facts hands it on."""
    document, letterhead, outline, passages = cut(*parts)
    return Source(document, letterhead.front, outline.headings, passages)


def sample(path: Path) -> Source:
    """A sample, read from its file."""
    read = parse(path.read_bytes(), path.name)
    meant = replace(read.document, text=mended(read.document.text))
    return Source(meant, read.front, read.outline, read.passages)


def assert_expected(found: str, expected: Path) -> None:
    """What was found is what its file expects; where renewing is asked for, the file is written first."""
    if RENEW:
        expected.parent.mkdir(parents=True, exist_ok=True)
        expected.write_text(found, "utf-8")
    assert found == expected.read_text("utf-8")


def assert_complete(folder: Path, ending: str) -> None:
    """A folder of expectations has a file for every sample and none for another."""
    assert {path.name.removesuffix(ending) for path in folder.glob(f"*{ending}")} == {p.name for p in SAMPLES.iterdir()}
