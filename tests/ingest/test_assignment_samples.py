"""The samples' assignments, held against what the rules found when they were last looked through beside the documents.

After a change of the rules, look at the difference and then renew the files:

    CANCU_RENEW_EXPECTED=1 python -m pytest tests/ingest/test_assignment_samples.py && git diff tests/ingest/expected
"""

import json
from pathlib import Path

from corpus.facts import Assignment
from ingest.facts.assignments import find_assignments
from ingest.facts.source import Source
from tests.ingest.sourcing import EXPECTED, assert_complete, assert_expected, every_sample, sample

ASSIGNMENTS = EXPECTED / "facts" / "assignments"


def rendered(source: Source) -> str:
    """Assignments with their quotes, the empty slots left out."""
    facts = [
        {"task": s.task, "lead": s.lead, "coordinate": s.coordinate, "deadline": s.deadline, "deadline_date": s.deadline_date,
         "product": s.product, "cost": s.cost, "quote": fact.span.of(source.document.text)}
        for fact in find_assignments(source) if isinstance(s := fact.slots, Assignment)
    ]  # fmt: skip
    kept = [{name: content for name, content in fact.items() if content} for fact in facts]
    return json.dumps(kept, ensure_ascii=False, indent=1, default=str) + "\n"


@every_sample
def test_assignments_of_a_sample_are_the_expected_ones(path: Path) -> None:
    assert_expected(rendered(sample(path)), ASSIGNMENTS / f"{path.name}.json")


def test_every_expectation_has_its_sample() -> None:
    assert_complete(ASSIGNMENTS, ".json")
