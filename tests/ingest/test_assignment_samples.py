"""The samples' assignments, held against expectations that were read beside the documents.

They were read once, by the makers of the rules and not by a second reader; what the rules get wrong of them is listed as a known fault
(``known_faults.py``). After a change of the rules, look at the difference and then renew the files:

    CANCU_RENEW_EXPECTED=1 python -m pytest tests/ingest/test_assignment_samples.py && git diff tests/ingest/expected
"""

import json
from pathlib import Path

from corpus.facts import Assignment
from ingest.facts.assignments import find_assignments
from ingest.facts.source import Source
from tests.ingest.known_faults import Fact, assert_right_but_for_faults
from tests.ingest.sourcing import EXPECTED, assert_complete, every_sample, sample

ASSIGNMENTS = EXPECTED / "facts" / "assignments"


def found_in(source: Source) -> list[Fact]:
    """Assignments with their quotes, the empty slots left out."""
    facts = [
        {"task": s.task, "lead": s.lead, "coordinate": s.coordinate, "deadline": s.deadline, "deadline_date": s.deadline_date,
         "product": s.product, "cost": s.cost, "quote": fact.span.of(source.document.text)}
        for fact in find_assignments(source) if isinstance(s := fact.slots, Assignment)
    ]  # fmt: skip
    kept = [{name: content for name, content in fact.items() if content} for fact in facts]
    plain: list[Fact] = json.loads(json.dumps(kept, ensure_ascii=False, default=str))
    return plain


@every_sample
def test_assignments_of_a_sample_are_right_but_for_known_faults(path: Path) -> None:
    assert_right_but_for_faults(found_in(sample(path)), ASSIGNMENTS / f"{path.name}.json")


def test_every_expectation_has_its_sample() -> None:
    assert_complete(ASSIGNMENTS, ".json")
