"""The samples' assignments, held against what a person has gone through.

After a change of the rules, look at the difference and then renew the files:

    CANCU_RENEW_EXPECTED=1 python -m pytest tests/ingest/test_assignment_samples.py && git diff tests/ingest/expected
"""

import json
import os
from pathlib import Path

import pytest

from corpus.facts import Assignment
from ingest.facts.assignments import find_assignments
from ingest.facts.source import Source
from tests.ingest.sourcing import SAMPLES, sample

EXPECTED = Path(__file__).parent / "expected" / "facts" / "assignments"
RENEW = os.environ.get("CANCU_RENEW_EXPECTED") == "1"  # at import: tests run without the settings of the machine


def rendered(source: Source) -> str:
    """Assignments with their quotes, the empty slots left out."""
    facts = [
        {"task": s.task, "lead": s.lead, "coordinate": s.coordinate, "deadline": s.deadline, "deadline_date": s.deadline_date,
         "product": s.product, "cost": s.cost, "quote": fact.span.of(source.document.text)}
        for fact in find_assignments(source) if isinstance(s := fact.slots, Assignment)
    ]  # fmt: skip
    kept = [{name: content for name, content in fact.items() if content} for fact in facts]
    return json.dumps(kept, ensure_ascii=False, indent=1, default=str) + "\n"


@pytest.mark.parametrize("path", sorted(SAMPLES.iterdir()), ids=lambda path: path.name)
def test_assignments_of_a_sample_are_those_a_person_finds(path: Path) -> None:
    found = rendered(sample(path))
    expected = EXPECTED / f"{path.name}.json"
    if RENEW:
        expected.parent.mkdir(parents=True, exist_ok=True)
        expected.write_text(found, "utf-8")
    assert found == expected.read_text("utf-8")


def test_every_expectation_has_its_sample() -> None:
    assert {path.stem for path in EXPECTED.glob("*.json")} == {path.name for path in SAMPLES.iterdir()}
