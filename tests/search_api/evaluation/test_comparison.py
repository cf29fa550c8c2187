"""search_api.evaluation.comparison: what has changed between two runs, and how sure that is."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search_api.evaluation.comparison import Comparison, Difference, compare_runs, paired_interval
from search_api.evaluation.gold import UNANSWERABLE
from tests.search_api.evaluation.replies import judged

BEFORE = [
    judged("target", False, id="a"),
    judged("target", True, id="b"),
    judged("deadline", True, id="c"),
    judged(UNANSWERABLE, False, id="d"),
    judged("target", True, id="gone"),
]
AFTER = [
    judged("target", True, id="a"),
    judged("target", True, id="b"),
    judged("deadline", False, id="c"),
    judged(UNANSWERABLE, True, id="d"),
    judged("target", True, id="new"),
]


def _difference(comparison: Comparison, group: str, measure: str = "right") -> Difference:
    (found,) = (d for d in comparison.differences if (d.group, d.measure) == (group, measure))
    return found


def test_questions_that_became_right_and_wrong() -> None:
    found = compare_runs(BEFORE, AFTER)
    assert [question.id for question in found.became_right] == ["a", "d"]
    assert [question.id for question in found.became_wrong] == ["c"]
    assert (found.n, found.left_out) == (4, 2)


def test_differences_of_all_and_of_kinds() -> None:
    found = compare_runs(BEFORE, AFTER)
    everything = _difference(found, "all")
    assert (everything.n, everything.changed) == (3, 2)
    assert everything.before == everything.after == pytest.approx(2 / 3)
    assert (_difference(found, "target").before, _difference(found, "target").after) == (0.5, 1)
    assert (_difference(found, UNANSWERABLE).before, _difference(found, UNANSWERABLE).after) == (0, 1)
    assert _difference(found, "all", "answered").changed == 0
    assert found.as_json()["became_wrong"] == ["c"]
    assert found.as_json()["differences"][-1]["difference"] == 1


def test_runs_without_a_common_question_have_no_differences() -> None:
    assert compare_runs(BEFORE[:1], AFTER[1:2]) == Comparison(0, 2, (), (), ())


def test_a_difference_is_sure_where_many_changed_one_way() -> None:
    before = [judged("target", n >= 20, id=str(n)) for n in range(100)]
    better = [judged("target", True, id=str(n)) for n in range(100)]
    mixed = [judged("target", n < 20 or n >= 40, id=str(n)) for n in range(100)]
    assert _difference(compare_runs(before, better), "target").sure
    assert not _difference(compare_runs(before, mixed), "target").sure


def test_the_interval_is_that_of_drawing_questions_anew() -> None:
    """A naive bootstrap beside the multinomial one."""
    changes = [1] * 18 + [-1] * 6 + [0] * 76
    drawn = random.Random(3)
    means = sorted(sum(drawn.choices(changes, k=100)) / 100 for _ in range(4000))
    assert paired_interval(np.array(changes)) == pytest.approx((means[100], means[3900]), abs=0.015)


@given(st.lists(st.sampled_from([-1, 0, 1]), min_size=1, max_size=60))
def test_an_interval_holds_the_difference_and_turns_with_it(changes: list[int]) -> None:
    low, high = paired_interval(np.array(changes))
    assert -1 <= low <= sum(changes) / len(changes) <= high <= 1
    turned = paired_interval(-np.array(changes))
    assert turned == pytest.approx((-high, -low), abs=3 / len(changes) ** 0.5)
