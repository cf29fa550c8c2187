"""Figures held against each other: differences, whether an aim was met, which figure of a unit answers."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.catalogue.facts import StoredFact
from corpus.facts import Assignment, Comparator, Fact, Status, Target
from corpus.types import Span
from search_api.asking.comparing.difference import difference, same_leads
from search_api.asking.results import met
from search_api.asking.told import asked_fact, counts, is_counted, is_of_years, kind_told
from search_api.types import Kind


def _figure(
    value: float | tuple[float, float], unit: str = "%", *, base: str = "", comparator: Comparator = Comparator.EQUAL, status: Status = Status.TARGET,
    indicator: str = "Tỷ lệ chè sạch", year: int | str | None = None,
) -> Target:  # fmt: skip
    return Target(status, indicator, comparator, value, unit, base, "", year)


def _stored(slots: Target | Assignment, n: int = 0) -> StoredFact:
    return StoredFact(f"f{n}", "d", n, None, "p", (), "", "", Fact(slots, Span(0, 10)))


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (_figure(35), _figure(40.5), "Yên Bái cao hơn Sơn La 5,5 điểm phần trăm"),
        (_figure(0.3), _figure(0.1), "Sơn La cao hơn Yên Bái 0,2 điểm phần trăm"),
        (_figure(35), _figure(35), "Hai bên cùng một mức"),
        (_figure(12500, "tỷ đồng"), _figure(1000, "tỷ đồng"), "Sơn La cao hơn Yên Bái 11.500 tỷ đồng"),
        (_figure(2, "nghìn tỷ đồng"), _figure(500, "tỷ đồng"), "Sơn La cao hơn Yên Bái"),
        (_figure(3, "hạng"), _figure(8, "hạng"), "Sơn La xếp trên Yên Bái 5 bậc"),
        (_figure(35), _figure(40, "ha"), ""),
        (_figure((7, 7.5)), _figure(8), ""),
        (_figure(30, base="chè búp"), _figure(40, base="hộ trồng"), "Hai mức tính trên cơ sở khác nhau"),
        (_figure(30, base="GDP"), _figure(40, base="GRDP"), "Yên Bái cao hơn Sơn La 10 điểm phần trăm"),
    ],
)
def test_figures_of_one_kind_are_subtracted_and_no_others(one: Target, other: Target, said: str) -> None:
    assert difference(["Sơn La", "Yên Bái"], [one, other]) == said


@given(st.decimals(0, 1000, places=2), st.decimals(0, 1000, places=2))
def test_a_difference_is_exact(one: Decimal, other: Decimal) -> None:
    said = difference(["A", "B"], [_figure(float(one)), _figure(float(other))])
    if one == other:
        assert said == "Hai bên cùng một mức"
    else:
        words = said.split()
        assert words[0] == ("A" if one > other else "B")
        assert Decimal(words[4].replace(".", "").replace(",", ".")) == abs(one - other)


def test_of_three_the_highest_is_named_where_one_alone_is() -> None:
    names = ["A", "B", "C"]
    assert difference(names, [_figure(1), _figure(3), _figure(2)]) == "B cao nhất"
    assert difference(names, [_figure(3), _figure(3), _figure(2)]) == ""


def test_a_body_under_its_old_name_is_the_same() -> None:
    old, new = (
        Assignment("trồng chè", ("Bộ Thông tin và Truyền thông",)),
        Assignment("trồng chè", ("Bộ Khoa học và Công nghệ",)),
    )
    assert same_leads([old, new]) == "Cùng một cơ quan chủ trì"
    assert same_leads([new, Assignment("trồng chè", ("Bộ Công an",))]) == "Cơ quan chủ trì khác nhau"
    assert same_leads([new, Assignment("trồng chè")]) == ""


@pytest.mark.parametrize(
    ("reached", "aim", "way", "verdict"),
    [
        (_figure(28.5), _figure(25, comparator=Comparator.AT_LEAST), 1, "vượt mục tiêu"),
        (_figure(25), _figure(25, comparator=Comparator.AT_LEAST), 1, "đạt"),
        (_figure(25), _figure(25, comparator=Comparator.MORE), 1, "chưa đạt"),
        (_figure(20), _figure(25, comparator=Comparator.AT_LEAST), 1, "chưa đạt"),
        (_figure(3), _figure(5, comparator=Comparator.AT_MOST), -1, "đạt"),
        (_figure(6), _figure(5, comparator=Comparator.AT_MOST), -1, "chưa đạt"),
        (_figure(30), _figure(25), 0, ""),
        (_figure(25), _figure(25), 0, "đạt"),
        (_figure(7.2), _figure((7, 7.5), comparator=Comparator.RANGE), 0, "đạt"),
        (_figure(8), _figure((7, 7.5), comparator=Comparator.RANGE), 0, ""),
        (_figure(28, comparator=Comparator.ABOUT), _figure(25), 1, ""),
        (_figure(30), _figure(25, comparator=Comparator.ABOUT), 1, ""),
    ],
)
def test_whether_an_aim_was_met_is_said_only_where_it_is_certain(
    reached: Target, aim: Target, way: int, verdict: str
) -> None:
    assert met(reached, aim, way) == verdict


def test_of_several_figures_the_one_with_the_words_of_the_question_answers() -> None:
    facts = [
        _stored(_figure(20, indicator="Tỷ lệ hộ nghèo")),
        _stored(_figure(35, indicator="Tỷ lệ chè chế biến sâu"), 1),
    ]
    assert asked_fact("Tỷ lệ chè chế biến sâu đạt bao nhiêu?", Kind.TARGET, (), facts) is facts[1]
    assert asked_fact("Xã nào nhiều khách nhất?", Kind.TARGET, (), facts) is None


def test_two_figures_of_one_indicator_and_one_kind_are_not_chosen_between() -> None:
    facts = [_stored(_figure(12, "người")), _stored(_figure(14, "người"), 1)]
    assert asked_fact("Tỷ lệ chè sạch là bao nhiêu?", Kind.TARGET, (), facts) is None


def test_a_count_goes_before_its_growth_and_a_share_where_a_share_is_asked() -> None:
    facts = [
        _stored(_figure(365, "đơn", indicator="Số đơn sáng chế")),
        _stored(_figure(17, "%", indicator="Số đơn sáng chế"), 1),
    ]
    assert asked_fact("Số đơn sáng chế là bao nhiêu?", Kind.TARGET, (), facts) is facts[0]
    assert asked_fact("Số đơn sáng chế tăng bao nhiêu phần trăm?", Kind.TARGET, (), facts) is facts[1]


def test_what_was_reached_answers_where_it_is_asked_for() -> None:
    facts = [_stored(_figure(70)), _stored(_figure(76.4, status=Status.RESULT), 1)]
    assert asked_fact("Tính đến nay tỷ lệ chè sạch là bao nhiêu?", Kind.TARGET, (), facts) is facts[1]
    assert asked_fact("Mục tiêu tỷ lệ chè sạch là bao nhiêu?", Kind.TARGET, (), facts) is facts[0]


def test_the_thing_that_is_counted_is_known_by_its_first_words() -> None:
    assert is_counted("Phải có bao nhiêu tập dữ liệu mở?", "tập dữ liệu")
    assert is_counted("Cần bao nhiêu người trồng chè?", "người/vạn dân")
    assert not is_counted("Phải có bao nhiêu tập dữ liệu mở?", "bộ dữ liệu")
    assert counts("Có bao nhiêu hợp tác xã?")
    assert not counts("Đạt bao nhiêu phần trăm?")


def test_a_period_is_of_the_year_it_ends_in() -> None:
    stored = _stored(_figure(1, year="2021-2025"))
    assert is_of_years(stored, [2025])
    assert not is_of_years(stored, [2023])


def test_a_question_is_about_a_result_where_a_result_answers_it() -> None:
    reached, aim = _stored(_figure(28.5, status=Status.RESULT)), _stored(_figure(35))
    assert kind_told("Năm 2023 đạt bao nhiêu?", Kind.TARGET, reached) is Kind.RESULT
    assert kind_told("Năm 2023 đạt bao nhiêu?", Kind.TARGET, aim) is Kind.TARGET
    assert kind_told("Mục tiêu năm 2023 là bao nhiêu?", Kind.TARGET, reached) is Kind.TARGET
    assert kind_told("Ai chủ trì?", Kind.LEAD_AGENCY, None) is Kind.LEAD_AGENCY
