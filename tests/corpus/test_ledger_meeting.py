"""corpus.ledger.meeting: whether aims were met, and when that is not told."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.facts import Comparator, Status, Target
from corpus.ledger.entries import Card, Entry
from corpus.ledger.linking import link
from corpus.ledger.meeting import Outcome, judge, meets
from corpus.types import Span

PLAN = Card("plan", "41/KH-UBND", "kế hoạch", "UBND thành phố Lạc Giang", date(2024, 1, 15))
REPORT = Card("report", "365/BC-UBND", "báo cáo", "UBND thành phố Lạc Giang", date(2024, 12, 20))
ELSEWHERE = Card("elsewhere", "12/BC-UBND", "báo cáo", "UBND tỉnh Bạch Sơn", date(2024, 12, 21))
INDICATOR = "Tỷ lệ hồ sơ nộp trực tuyến"


def figure(
    value: float | tuple[float, float],
    comparator: str = "=",
    *,
    reached: bool = False,
    indicator: str = INDICATOR,
    **slots: object,
) -> Target:
    """An aim, or a result, in percent of 2024."""
    status = Status.RESULT if reached else Status.TARGET
    known: dict[str, object] = {"unit": "%", "year": 2024, **slots}
    return Target(status, indicator, Comparator(comparator), value, **known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("comparator", "aim", "result", "outcome"),
    [
        (">=", 60, 60, "met"), (">=", 60, 59.9, "unmet"), (">", 60, 60, "unmet"), (">", 60, 60.1, "met"), ("<=", 5, 5, "met"), ("<=", 5, 5.1, "unmet"),
        ("<", 5, 5, "unmet"), ("<", 5, 4.9, "met"), ("=", 60, 61, "met"), ("=", 60, 59, "unmet"), ("~", 30, 29, "unknown"), ("~", 30, 27.3, "unmet"),
        ("~", 30, 30, "met"), ("range", (7, 7.5), 6.3, "unmet"), ("range", (7, 7.5), 7.2, "met"), ("range", (7, 7.5), 8, "met"),
    ],
)  # fmt: skip
def test_an_aim_is_met_by_its_comparator(
    comparator: str, aim: float | tuple[float, float], result: float, outcome: str
) -> None:
    assert meets(figure(aim, comparator), figure(result, reached=True)) == outcome


def test_a_bound_that_leaves_it_open_tells_nothing() -> None:
    assert meets(figure(60, ">="), figure(55, ">", reached=True)) is Outcome.UNKNOWN
    assert meets(figure(60, ">="), figure(65, ">", reached=True)) is Outcome.MET
    assert meets(figure(60, ">="), figure(50, "<", reached=True)) is Outcome.UNMET


def test_of_what_should_be_little_a_plain_figure_does_not_tell_which_way_it_is_meant() -> None:
    poor = "Tỷ lệ hộ nghèo còn"
    assert meets(figure(2, indicator=poor), figure(1.5, reached=True, indicator=poor)) is Outcome.UNKNOWN
    assert meets(figure(2, "<=", indicator=poor), figure(1.5, reached=True, indicator=poor)) is Outcome.MET


@given(st.sampled_from(list(Comparator)), st.floats(0.1, 1000), st.floats(0.1, 1000), st.floats(0, 100))
def test_what_meets_an_aim_upwards_is_still_met_by_more(
    comparator: Comparator, aim: float, result: float, more: float
) -> None:
    if comparator in (Comparator.AT_MOST, Comparator.LESS, Comparator.RANGE):
        comparator = Comparator.AT_LEAST
    if meets(figure(aim, comparator), figure(result, reached=True)) is Outcome.MET:
        assert meets(figure(aim, comparator), figure(result + more, reached=True)) is Outcome.MET


def outcome_of(aim: Entry, *results: Entry) -> Outcome:
    entries = [aim, *results]
    return judge(link(entries), entries)[aim.id].outcome


AIM = Entry("aim", PLAN, figure(60, ">="))


def test_an_aim_is_held_against_the_result_of_its_year_and_place() -> None:
    assert outcome_of(AIM, Entry("r", REPORT, figure(55, reached=True))) is Outcome.UNMET
    assert outcome_of(AIM, Entry("r", REPORT, figure(55, reached=True, year=2023))) is Outcome.UNKNOWN
    assert outcome_of(AIM, Entry("r", ELSEWHERE, figure(55, reached=True))) is Outcome.UNKNOWN
    assert outcome_of(AIM, Entry("r", REPORT, figure(55, reached=True, base="hồ sơ cấp huyện"))) is Outcome.UNKNOWN
    assert outcome_of(AIM) is Outcome.UNKNOWN


def test_results_of_one_day_that_disagree_tell_nothing_and_a_later_one_goes_before() -> None:
    later = Card("later", "9/BC-UBND", "báo cáo", REPORT.issuer, date(2025, 2, 1))
    low, high = Entry("low", REPORT, figure(55, reached=True)), Entry("high", REPORT, figure(65, reached=True))
    assert outcome_of(AIM, low, high) is Outcome.UNKNOWN
    assert outcome_of(AIM, low, high, Entry("last", later, figure(61, reached=True))) is Outcome.MET


def test_aim_and_result_of_one_row_belong_together_without_a_year() -> None:
    aim, result = (
        Entry("aim", REPORT, figure(60, ">=", year=None)),
        Entry("r", REPORT, figure(55, reached=True, year=None)),
    )
    groups, row = link([aim, result]), (REPORT.id, Span(10, 50))
    assert judge(groups)["aim"].outcome is Outcome.UNKNOWN
    judged = judge(groups, units={"aim": row, "r": row})["aim"]
    assert (judged.outcome, judged.result) == (Outcome.UNMET, result)
