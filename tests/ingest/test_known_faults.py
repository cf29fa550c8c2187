"""The lists of known faults: what they say stands in the documents, and they do not outlive a fault."""

import re
from pathlib import Path

import pytest

from tests.ingest.known_faults import ABSENT, OF_ASSIGNMENTS, OF_TARGETS, SURPLUS, Fact, as_found, read, renewed
from tests.ingest.sourcing import EXPECTED, every_sample, sample

FACTS = EXPECTED / "facts"
_FIGURE = re.compile(r"\d[\d.]*(?:,\d+)?")


@every_sample
def test_what_is_expected_stands_in_the_document(path: Path) -> None:
    text = sample(path).document.text
    for kind in ("targets", "assignments"):
        for fact in read(FACTS / kind / f"{path.name}.json"):
            assert fact["quote"] in text
            missed = fact["quote"] if fact.get("faults") == ABSENT else None  # put down by hand
            if missed and "value" in fact:
                assert fact["value"] in [float(f.replace(".", "").replace(",", ".")) for f in _FIGURE.findall(missed)]
            if missed and "deadline" in fact:
                assert fact["deadline"] in missed


@pytest.mark.parametrize(("kind", "causes"), [("targets", OF_TARGETS), ("assignments", OF_ASSIGNMENTS)])
def test_a_known_fault_says_why_and_no_reason_is_left_over(kind: str, causes: dict[str, str]) -> None:
    expected = [fact for file in sorted((FACTS / kind).glob("*.json")) for fact in read(file)]
    assert all(("faults" in fact) == bool(fact.get("causes")) for fact in expected)
    assert {cause for fact in expected for cause in fact.get("causes", ())} == set(causes)


@pytest.fixture
def expected() -> list[Fact]:
    """A fact with a slot that is missed, one with a slot too much, one that is missed, one that is none."""
    return [
        {"value": 15, "year": 2031, "faults": {"year": None}},
        {"value": 20, "faults": {"unit": "hộ"}},
        {"value": 25, "faults": ABSENT},
        {"value": 30, "faults": SURPLUS},
    ]


FAULTY: list[Fact] = [{"value": 15}, {"value": 20, "unit": "hộ"}, {"value": 30}]


def test_facts_are_found_with_their_known_faults(expected: list[Fact]) -> None:
    assert as_found(expected) == FAULTY


def test_renewing_keeps_what_is_known_of_facts_that_did_not_change(expected: list[Fact]) -> None:
    assert renewed(FAULTY, expected) == expected


def test_renewing_takes_the_faults_off_a_fact_that_changed(expected: list[Fact]) -> None:
    mended: Fact = {"value": 15, "year": 2031}
    assert renewed([mended, *FAULTY[1:]], expected) == [mended, *expected[1:]]
