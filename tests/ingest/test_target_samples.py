"""The samples' targets and results, held against what a person has gone through.

After a change of the rules, look at the difference and then renew the files:

    CANCU_RENEW_EXPECTED=1 python -m pytest tests/ingest/test_target_samples.py && git diff tests/ingest/expected
"""

import json
import os
from dataclasses import asdict
from pathlib import Path

import pytest

from ingest.facts.source import Source
from ingest.facts.targets import find_targets
from tests.ingest.sourcing import SAMPLES, sample

EXPECTED = Path(__file__).parent / "expected" / "facts" / "targets"
RENEW = os.environ.get("CANCU_RENEW_EXPECTED") == "1"  # at import: tests run without the settings of the machine


def rendered(source: Source) -> str:
    """A line for each fact: its slots without the empty ones, and its quotation."""
    lines = []
    for fact in find_targets(source):
        slots = {name: content for name, content in asdict(fact.slots).items() if content not in ("", None)}
        lines.append(json.dumps({**slots, "quote": fact.span.of(source.document.text)}, ensure_ascii=False))
    return "[\n" + ",\n".join(lines) + "\n]\n"


@pytest.mark.parametrize("path", sorted(SAMPLES.iterdir()), ids=lambda path: path.name)
def test_targets_and_results_of_a_sample_are_those_a_person_finds(path: Path) -> None:
    found = rendered(sample(path))
    expected = EXPECTED / f"{path.name}.json"
    if RENEW:
        expected.parent.mkdir(parents=True, exist_ok=True)
        expected.write_text(found, "utf-8")
    assert found == expected.read_text("utf-8")


def test_every_expectation_has_its_sample() -> None:
    assert {path.stem for path in EXPECTED.glob("*.json")} == {path.name for path in SAMPLES.iterdir()}
