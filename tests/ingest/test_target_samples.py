"""The samples' targets and results, held against expectations that were read slot by slot beside the documents.

They were read once, by the makers of the rules and not by a second reader; what the rules get wrong of them is listed as a known fault
(``known_faults.py``). A year is expected where the document says it, a scope where it is named, else the issuer is whose figure it is.
After a change of the rules, look at the difference and then renew the files:

    CANCU_RENEW_EXPECTED=1 python -m pytest tests/ingest/test_target_samples.py && git diff tests/ingest/expected
"""

import json
from dataclasses import asdict
from pathlib import Path

from ingest.facts.source import Source
from ingest.facts.targets import find_targets
from tests.ingest.known_faults import Fact, assert_right_but_for_faults
from tests.ingest.sourcing import EXPECTED, assert_complete, every_sample, sample

TARGETS = EXPECTED / "facts" / "targets"


def found_in(source: Source) -> list[Fact]:
    """The slots of each fact without the empty ones, and its quotation."""
    facts = []
    for fact in find_targets(source):
        slots = {name: content for name, content in asdict(fact.slots).items() if content not in ("", None)}
        facts.append({**slots, "quote": fact.span.of(source.document.text)})
    plain: list[Fact] = json.loads(json.dumps(facts, ensure_ascii=False))
    return plain


@every_sample
def test_targets_and_results_of_a_sample_are_right_but_for_known_faults(path: Path) -> None:
    assert_right_but_for_faults(found_in(sample(path)), TARGETS / f"{path.name}.json")


def test_every_expectation_has_its_sample() -> None:
    assert_complete(TARGETS, ".json")
