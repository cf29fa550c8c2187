"""The sample documents, each held against a rendering of how it was read: front matter, outline, every passage.

After a change of what is read, look at the difference and then renew the files in ``expected/``:

    CANCU_RENEW_EXPECTED=1 python -m pytest tests/ingest/test_samples.py && git diff tests/ingest/expected
"""

from pathlib import Path

from ingest.reading import parse
from tests.ingest.rendering import rendered
from tests.ingest.sourcing import EXPECTED, assert_complete, assert_expected, every_sample


@every_sample
def test_a_sample_is_read_as_expected(path: Path) -> None:
    assert_expected(rendered(parse(path.read_bytes(), path.name)), EXPECTED / f"{path.name}.txt")


def test_every_expectation_has_its_sample() -> None:
    assert_complete(EXPECTED, ".txt")
