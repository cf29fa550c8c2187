"""search_api.evaluation.floors: what a floor says, and which run is below it."""

import pytest

from corpus.errors import InvalidRequest
from search_api.evaluation.floors import Floor, Shortfall, read_floor, shortfalls
from search_api.evaluation.gold import UNANSWERABLE
from search_api.evaluation.measuring import measure
from tests.search_api.evaluation.replies import judged, question, run_of

JUDGED = [
    judged("target", True, id="a"),
    judged("target", False, id="b", style="typo"),
    judged("deadline", True, id="c"),
    judged(UNANSWERABLE, False, id="d"),
]
QUESTIONS = [item.question for item in JUDGED]
REPORT = measure(JUDGED, run_of())


@pytest.mark.parametrize(
    ("text", "below"),
    [
        ("right=0.6", []),
        ("right=0.7", [("all", "right", 2 / 3)]),
        ("target:right=0.5", []),
        ("target:right=1", [("target", "right", 0.5)]),
        ("typo:cited@1=0.1", [("typo", "cited@1", 0)]),
        ("each:right=0.6", [("target", "right", 0.5), (UNANSWERABLE, "right", 0)]),
        ("each:answered=1.0", []),
        ("refusal_recall=0.5", [("all", "refusal_recall", 0)]),
        ("exact=1", []),
    ],
)
def test_what_is_below_a_floor_is_found(text: str, below: list[tuple[str, str, float]]) -> None:
    floor = read_floor(text, QUESTIONS)
    assert shortfalls(REPORT, [floor]) == [Shortfall(*what, floor.least) for what in below]


@pytest.mark.parametrize(
    "text",
    ["", "right", "right=", "right=80", "right=1.2", "right=-0.1", "right=nan", "rite=0.8", "target:=0.5", ":right=0.5", "target:exact=0.5",
     "person:right=0.5", f"{UNANSWERABLE}:cited@1=0.5"],
)  # fmt: skip
def test_what_is_no_floor_of_these_questions_is_refused(text: str) -> None:
    with pytest.raises(InvalidRequest, match="--least"):
        read_floor(text, QUESTIONS)


def test_a_floor_that_a_run_cannot_be_held_against_is_not_passed_silently() -> None:
    with pytest.raises(InvalidRequest, match="person:right"):
        shortfalls(REPORT, [Floor("person", "right", 0.5)])


def test_only_refusals_of_unanswerable_questions_have_floors() -> None:
    alone = [question(UNANSWERABLE)]
    assert read_floor("each:right=0.5", alone) == ("each", "right", 0.5)
    with pytest.raises(InvalidRequest):
        read_floor("right=0.5", alone)
