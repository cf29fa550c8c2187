"""The samples' targets and results, held against expectations that were read slot by slot beside the documents.

They were read once, by the makers of the rules and not by a second reader; what the rules get wrong of them is listed as a known fault
(``known_faults.py``). After a change of the rules, look at the difference and then renew the files:

    CANCU_RENEW_EXPECTED=1 python -m pytest tests/ingest/test_target_samples.py && git diff tests/ingest/expected
"""

import json
import re
from dataclasses import asdict
from pathlib import Path

from ingest.facts.source import Source
from ingest.facts.targets import find_targets
from tests.ingest.known_faults import ABSENT, CAUSES, SURPLUS, Fact, as_found, renewed
from tests.ingest.sourcing import EXPECTED, RENEW, assert_complete, every_sample, sample

TARGETS = EXPECTED / "facts" / "targets"
_FIGURE = re.compile(r"\d[\d.]*(?:,\d+)?")


def found_in(source: Source) -> list[Fact]:
    """The slots of each fact without the empty ones, and its quotation."""
    facts = []
    for fact in find_targets(source):
        slots = {name: content for name, content in asdict(fact.slots).items() if content not in ("", None)}
        facts.append({**slots, "quote": fact.span.of(source.document.text)})
    plain: list[Fact] = json.loads(json.dumps(facts, ensure_ascii=False))
    return plain


def expected_of(name: str) -> list[Fact]:
    expected: list[Fact] = json.loads((TARGETS / f"{name}.json").read_text("utf-8"))
    return expected


def renew(path: Path, found: list[Fact]) -> None:
    file = TARGETS / f"{path.name}.json"
    lines = renewed(found, expected_of(path.name) if file.exists() else [])
    file.write_text("[\n" + ",\n".join(json.dumps(line, ensure_ascii=False) for line in lines) + "\n]\n", "utf-8")


@every_sample
def test_targets_and_results_of_a_sample_are_right_but_for_known_faults(path: Path) -> None:
    found = found_in(sample(path))
    if RENEW:
        renew(path, found)
    assert found == as_found(expected_of(path.name))


@every_sample
def test_an_expected_figure_stands_in_the_words_it_is_taken_from(path: Path) -> None:
    text = sample(path).document.text
    for fact in expected_of(path.name):
        assert fact["quote"] in text
        if fact.get("faults") == ABSENT:  # put down by hand
            figures = [float(f.replace(".", "").replace(",", ".")) for f in _FIGURE.findall(fact["quote"])]
            assert fact["value"] in figures, fact


def test_every_expectation_has_its_sample() -> None:
    assert_complete(TARGETS, ".json")


def test_a_known_fault_says_why_and_no_reason_is_left_over() -> None:
    expected = [fact for file in sorted(TARGETS.glob("*.json")) for fact in expected_of(file.stem)]
    assert all(("faults" in fact) == bool(fact.get("causes")) for fact in expected)
    assert {cause for fact in expected for cause in fact.get("causes", ())} == set(CAUSES)


def test_a_fault_that_is_mended_is_noticed() -> None:
    expected: list[Fact] = [
        {"value": 15, "year": 2031, "faults": {"year": None}},
        {"value": 20, "faults": {"unit": "hộ"}},
        {"value": 25, "faults": ABSENT},
        {"value": 30, "faults": SURPLUS},
    ]
    faulty: list[Fact] = [{"value": 15}, {"value": 20, "unit": "hộ"}, {"value": 30}]
    assert as_found(expected) == faulty
    assert renewed(faulty, expected) == expected
    assert renewed([{"value": 15, "year": 2031}, *faulty[1:]], expected) == [
        {"value": 15, "year": 2031},
        *expected[1:],
    ]
