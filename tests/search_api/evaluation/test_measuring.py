"""search_api.evaluation.measuring: shares over the right questions."""

import pytest

from corpus.errors import InvalidRun
from search_api.evaluation.gold import UNANSWERABLE
from search_api.evaluation.judging import Flaw
from search_api.evaluation.measuring import judge_run, measure
from tests.search_api.evaluation.replies import cited, question, reply, run_of

QUESTIONS = [
    question("target", id="a"),
    question("target", id="b", style="typo"),
    question("deadline", id="c"),
    question(UNANSWERABLE, id="d"),
    question(UNANSWERABLE, id="e", style="abbrev"),
]
RUN = run_of(
    reply("Đạt 30%.", cited(), id="a", ms=1),
    reply("Đạt 31%.", cited("Lời cuối.", exact=False), cited(), id="b", ms=2),
    reply(None, cited(), id="c", ms=3),
    reply(None, id="d", ms=4),
    reply("Đạt 30%.", id="e", ms=90),
)


def test_shares_of_all_of_kinds_and_of_styles() -> None:
    report = measure(judge_run(QUESTIONS, RUN), RUN)
    assert report.everything.n == 3
    assert report.everything.shares == pytest.approx(
        {"answered": 2 / 3, "correct": 1 / 3, "cited@1": 2 / 3, "cited@3": 1, "right": 1 / 3}
    )
    assert list(report.kinds) == ["deadline", "target", UNANSWERABLE]
    assert report.kinds["target"].shares["right"] == 0.5
    assert (report.kinds[UNANSWERABLE].n, report.kinds[UNANSWERABLE].shares) == (2, {"right": 0.5})
    assert {style: group.n for style, group in report.styles.items()} == {"accented": 2, "typo": 1}


def test_refusals_quotations_time_and_flaws() -> None:
    report = measure(judge_run(QUESTIONS, RUN), RUN)
    assert report.overall == {"exact": 0.75, "refusal_precision": 0.5, "refusal_recall": 0.5}
    assert (report.quotes, report.p50, report.p95) == (4, 3, 90)
    assert report.flaws == {Flaw.VALUE: 1, Flaw.REFUSED: 1, Flaw.UNWANTED: 1}


def test_the_same_as_json() -> None:
    found = measure(judge_run(QUESTIONS, RUN), RUN).as_json()
    assert (found["all"]["n"], found["kinds"]["target"]["right"], found["styles"]["typo"]["n"]) == (3, 0.5, 1)
    assert (found["exact"], found["ms"]["p95"], found["flaws"]["value"]) == (0.75, 90, 1)


def test_a_run_is_judged_by_the_questions_that_it_asked_in_these_words() -> None:
    reworded = [question("target", id="a"), question("target", id="z")]
    assert [item.question.id for item in judge_run(reworded, RUN)] == ["a"]
    with pytest.raises(InvalidRun, match=r"che\.jsonl"):
        judge_run([question("target", id="z")], RUN)


def test_unanswerable_questions_alone_can_be_measured() -> None:
    report = measure(judge_run(QUESTIONS[3:], RUN), RUN)
    assert (report.everything.n, report.everything.shares) == (0, {})
    assert report.overall["refusal_precision"] == 1
