"""The samples' decisions and references, held against what the rules find: read beside the documents, with these faults left in.

A merger or an appointment told in an official letter (905/UBND-KGVX) is no decision to the rules; a report that corrects the figures of
another (365/BC-UBND) only mentions it; a date that stands before the name of a document ("Ngày 22/12/2024, … ban hành …") is not its date.
After a change of the rules, look at the difference and then renew the files:

    CANCU_RENEW_EXPECTED=1 python -m pytest tests/ingest/test_decision_samples.py && git diff tests/ingest/expected
"""

import json
from collections.abc import Mapping
from pathlib import Path

from corpus.facts import Decision
from ingest.facts.decisions import find_decisions
from ingest.facts.relations import find_relations
from ingest.facts.source import Source
from tests.ingest.sourcing import EXPECTED, assert_complete, assert_expected, every_sample, sample

DECISIONS = EXPECTED / "facts" / "decisions"


def rendered(source: Source) -> str:
    """Decisions with their quotes, references with their words; the empty slots left out."""
    text = source.document.text
    decisions = [
        {"action": f.slots.action, "object": f.slots.object, "effective_on": f.slots.effective_on, "quote": f.span.of(text)}
        for f in find_decisions(source) if isinstance(f.slots, Decision)
    ]  # fmt: skip
    relations = [
        {"kind": r.kind, "symbol": r.symbol, "title": r.title, "doc_type": r.doc_type, "issued_on": r.issued_on, "words": r.span.of(text)}
        for r in find_relations(source)
    ]  # fmt: skip
    kept = {"decisions": [_filled(d) for d in decisions], "relations": [_filled(r) for r in relations]}
    return json.dumps(kept, ensure_ascii=False, indent=1, default=str) + "\n"


def _filled(slots: Mapping[str, object]) -> dict[str, object]:
    return {name: content for name, content in slots.items() if content}


@every_sample
def test_decisions_and_references_of_a_sample_are_the_expected_ones(path: Path) -> None:
    assert_expected(rendered(sample(path)), DECISIONS / f"{path.name}.json")


def test_every_expectation_has_its_sample() -> None:
    assert_complete(DECISIONS, ".json")
