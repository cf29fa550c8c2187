"""corpus.grammar.relative_time: times said from where the speaker stands."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.grammar.relative_time import find_relative_time
from corpus.text import folded
from tests.corpus.texts import LINEAR, REPETITIONS, TEXTS, growth

TODAY = date(2026, 11, 18)  # a Wednesday
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("text", "read", "start", "end"),
    [
        ("Mục tiêu năm nay", "năm 2026", "2026-01-01", "2026-12-31"),
        ("kết quả năm ngoái", "năm 2025", "2025-01-01", "2025-12-31"),
        ("năm sau", "năm 2027", "2027-01-01", "2027-12-31"),
        ("Năm tới giao bao nhiêu", "năm 2027", "2027-01-01", "2027-12-31"),
        ("sang năm", "năm 2027", "2027-01-01", "2027-12-31"),
        ("quý này", "quý IV/2026", "2026-10-01", "2026-12-31"),
        ("quý tới phải xong việc gì", "quý I/2027", "2027-01-01", "2027-03-31"),
        ("quý trước", "quý III/2026", "2026-07-01", "2026-09-30"),
        ("tháng này", "tháng 11/2026", "2026-11-01", "2026-11-30"),
        ("tháng sau", "tháng 12/2026", "2026-12-01", "2026-12-31"),
        ("tuần tới họp gì", "từ ngày 23/11/2026 đến ngày 29/11/2026", "2026-11-23", "2026-11-29"),
        ("hôm nay", "ngày 18/11/2026", "2026-11-18", "2026-11-18"),
        ("ngày mai", "ngày 19/11/2026", "2026-11-19", "2026-11-19"),
        ("6 tháng cuối năm", "6 tháng cuối năm 2026", "2026-07-01", "2026-12-31"),
        ("sáu tháng đầu năm nay", "6 tháng đầu năm 2026", "2026-01-01", "2026-06-30"),
        ("9 tháng đầu năm", "9 tháng đầu năm 2026", "2026-01-01", "2026-09-30"),
        ("từ nay đến cuối năm", "từ nay đến cuối năm 2026", "2026-11-18", "2026-12-31"),
        ("nhiệm kỳ này của Đảng bộ", "nhiệm kỳ 2025-2030", "2025-01-01", "2030-12-31"),
        ("nhiệm kỳ tới", "nhiệm kỳ 2030-2035", "2030-01-01", "2035-12-31"),
        ("nhiệm kỳ này của Hội đồng nhân dân", "nhiệm kỳ 2026-2031", "2026-01-01", "2031-12-31"),
    ],
)
def test_a_time_is_shown_with_its_dates_typed_with_marks_or_without(text: str, read: str, start: str, end: str) -> None:
    for typed in (text, folded(text), text.upper()):
        (found,) = find_relative_time(typed, TODAY)
        assert (found.read, found.start.isoformat(), found.end.isoformat()) == (read, start, end)


@pytest.mark.parametrize(
    "text",
    [
        "5 năm tới",
        "những năm tiếp theo",
        "hai năm trước",
        "tăng bao nhiêu so với năm trước",
        "cùng kỳ năm trước",
        "năm 2025 tăng bao nhiêu lần năm trước",
        "6 tháng cuối năm 2025",
        "đạt trong năm",
        "quỹ này do ai quản lý",
        "miền nam này",
        "tuân sau đó",
        "báo cáo năm trước ngày nào",
        "gui bao cao quy truoc ngay nao",
        "báo cáo tháng sau khi họp",
        "sổ bến nộp chậm nhất ngày mấy của tháng sau",
        "so ben nop truoc ngay nao thang sau",
        "còn nợ chuyển sang năm 2026",
    ],
)
def test_what_does_not_depend_on_today_is_left_alone(text: str) -> None:
    assert find_relative_time(text, TODAY) == []


def test_all_times_of_one_question_are_read() -> None:
    found = find_relative_time("năm nay so với năm ngoái thì sao, nam toi the nao", TODAY)
    assert [time.read for time in found] == ["năm 2026", "năm 2025", "năm 2027"]


@pytest.mark.parametrize(
    ("day", "read"), [(date(2025, 6, 30), "nhiệm kỳ 2020-2025"), (date(2025, 7, 1), "nhiệm kỳ 2025-2030")]
)
def test_a_term_begins_with_the_congresses(day: date, read: str) -> None:
    assert find_relative_time("nhiệm kỳ này", day)[0].read == read


@given(day=DAYS)
def test_now_holds_today_and_next_begins_the_day_after_its_end(day: date) -> None:
    for unit in ("quý", "tháng", "tuần"):
        (now,) = find_relative_time(f"{unit} này", day)
        (following,) = find_relative_time(f"{unit} tới", day)
        (former,) = find_relative_time(f"{unit} trước", day)
        assert now.start <= day <= now.end
        assert following.start == now.end + timedelta(days=1)
        assert former.end == now.start - timedelta(days=1)


@given(text=TEXTS, day=DAYS)
def test_times_stand_one_after_another_and_begin_before_they_end(text: str, day: date) -> None:
    end = 0
    for time in find_relative_time(f"{text} năm nay", day):
        assert end <= time.span.start < time.span.end <= len(text) + 8
        assert time.start <= time.end
        end = time.span.end


@pytest.mark.parametrize("repeated", [*REPETITIONS, "năm ", "năm nay ", "6 tháng cuối ", "từ nay đến "])
def test_time_grows_with_the_length_of_the_text(repeated: str) -> None:
    assert growth(lambda text: find_relative_time(text, TODAY), repeated, end="_") < LINEAR
