"""corpus.catalogue.slots: slots as JSON and back, nothing lost."""

import json

from hypothesis import given
from hypothesis import strategies as st

from corpus.catalogue.slots import slot_names, slots_json, slots_of
from corpus.facts import Assignment, Comparator, Decision, FactKind, Status, Target

_TEXTS = st.text(max_size=20)
_FIGURES = st.floats(allow_nan=False, allow_infinity=False)
_TARGETS = st.builds(
    Target, st.sampled_from(Status), _TEXTS, st.sampled_from(Comparator), st.none() | _FIGURES | st.tuples(_FIGURES, _FIGURES),
    _TEXTS, _TEXTS, _TEXTS, st.none() | st.integers(1900, 2100) | st.just("2021-2025"), _TEXTS,
)  # fmt: skip
_BODIES = st.lists(_TEXTS, max_size=3).map(tuple)
_ASSIGNMENTS = st.builds(Assignment, _TEXTS, _BODIES, _BODIES, _TEXTS, st.none() | st.dates(), _TEXTS, _TEXTS)
_DECISIONS = st.builds(Decision, _TEXTS, _TEXTS, st.none() | st.dates())


@given(_TARGETS)
def test_targets_survive(slots: Target) -> None:
    assert slots_of(FactKind.TARGET, json.loads(json.dumps(slots_json(slots)))) == slots


@given(_ASSIGNMENTS)
def test_assignments_survive(slots: Assignment) -> None:
    assert slots_of(FactKind.ASSIGNMENT, json.loads(json.dumps(slots_json(slots)))) == slots


@given(_DECISIONS)
def test_decisions_survive(slots: Decision) -> None:
    assert slots_of(FactKind.DECISION, json.loads(json.dumps(slots_json(slots)))) == slots


def test_slots_are_named_as_the_contract_names_them() -> None:
    assert {"status", "indicator", "comparator", "value", "unit", "base", "scope", "year"} <= set(
        slot_names(FactKind.TARGET)
    )
    assert {"task", "lead", "coordinate", "deadline", "deadline_date", "product"} <= set(
        slot_names(FactKind.ASSIGNMENT)
    )
    assert {"action", "object", "effective_on"} <= set(slot_names(FactKind.DECISION))
