"""The sample documents, each held against a reading of it that a person has gone through: front matter, outline, every passage.

After a change of what is read, look at the difference and then renew the files in ``expected/``:

    CANCU_RENEW_EXPECTED=1 python -m pytest tests/ingest/test_samples.py && git diff tests/ingest/expected
"""

import os
from pathlib import Path

import pytest

from ingest.reading import parse
from tests.ingest.rendering import rendered

SAMPLES = Path(__file__).parents[2] / "corpus" / "documents"
EXPECTED = Path(__file__).parent / "expected"
RENEW = os.environ.get("CANCU_RENEW_EXPECTED") == "1"  # at import: tests run without the settings of the machine


@pytest.mark.parametrize("path", sorted(SAMPLES.iterdir()), ids=lambda path: path.name)
def test_a_sample_is_read_as_a_person_reads_it(path: Path) -> None:
    found = rendered(parse(path.read_bytes(), path.name))
    expected = EXPECTED / f"{path.name}.txt"
    if RENEW:
        expected.write_text(found, "utf-8")
    assert found == expected.read_text("utf-8")


def test_every_expectation_has_its_sample() -> None:
    assert {path.stem for path in EXPECTED.glob("*.txt")} == {path.name for path in SAMPLES.iterdir()}
