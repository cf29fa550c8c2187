"""corpus.grammar.dates: whole dates and years, and what is none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.grammar.dates import find_dates, find_years
from tests.corpus.texts import LINEAR, REPETITIONS, TEXTS, growth

DATES = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    "form",
    [
        "ngày {d} tháng {m} năm {y}",
        "ngày {d:02} tháng {m:02} năm {y}",
        "Ngày {d:02}  tháng {m}\u0020năm {y}",
        "{d} tháng {m} năm {y}",
        "{d} tháng {m}, {y}",
        "{d:02}/{m:02}/{y}",
        "{d}/{m}/{y}",
        "ngày {d}-{m}-{y}",
        "{d:02}.{m:02}.{y}",
    ],
)
@given(day=DATES)
def test_a_date_is_found_in_every_form(form: str, day: date) -> None:
    printed = form.format(d=day.day, m=day.month, y=day.year)
    text = f"Bắc Ninh, {printed}."
    [found] = find_dates(text)
    assert found.date == day
    assert found.span.of(text) == printed


@pytest.mark.parametrize(
    "text",
    [
        "ngày 31 tháng 2 năm 2024",
        "30/02/2024",
        "22/13/2024",
        "00/00/2024",
        "ngày     tháng    năm 2024",
        "tháng 12/2024",
        "Quý II/2025",
        "22/12-2024",
        "22/12/24",
        "1.22.12.2024",
        "22/12/2024/QH15",
        "Công báo số 1122 tháng 12 năm 2024",
        "22 tháng 12 năm 20245",
        "13/2023/NĐ-CP",
        "2021-2025",
        "65/100 điểm",
    ],
)
def test_what_is_no_whole_date_gives_none(text: str) -> None:
    assert find_dates(text) == []


def test_several_dates_come_in_order() -> None:
    found = find_dates("từ 01/7/2025 đến hết ngày 31 tháng 12 năm 2025")
    assert [mention.date for mention in found] == [date(2025, 7, 1), date(2025, 12, 31)]


def test_the_end_of_a_range_of_days_is_found() -> None:
    [mention] = find_dates("từ 20-22 tháng 12 năm 2024")
    assert mention.date == date(2024, 12, 22)


@given(TEXTS)
def test_dates_stand_where_they_say_one_after_another(text: str) -> None:
    end = 0
    for mention in find_dates(text):
        assert end <= mention.span.start < mention.span.end <= len(text)
        assert str(mention.date.year) in mention.span.of(text)
        end = mention.span.end


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("đến năm 2030, tầm nhìn 2045", [2030, 2045]),
        ("giai đoạn 2021-2025", [2021, 2025]),
        ("giai đoạn 2021 – 2025.", [2021, 2025]),
        ("ngày 22/12/2024", [2024]),
        ("Quyết định 13/2023/NĐ-CP", [2023]),
        ("năm 1998", [1998]),
        ("2.025 doanh nghiệp, 12025 hộ, 20250 người, 2025,5 tỷ, 1.2025", []),
        ("số 2170", []),
    ],
)
def test_years_are_four_figures_that_stand_alone(text: str, years: list[int]) -> None:
    assert find_years(text) == years


@pytest.mark.parametrize("repeated", [*REPETITIONS, "22 tháng ", "22 tháng 12 ", "1/1/", "ngày\n"])
def test_time_grows_with_the_length_of_the_text(repeated: str) -> None:
    assert growth(lambda text: (find_dates(text), find_years(text)), repeated, end="_") < LINEAR
