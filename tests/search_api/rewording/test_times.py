"""Points in time: one key for all ways to write one, and another for every other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search_api.rewording.times import find_times


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("ngày 31 tháng 12 năm 2025", "2025-12-31"),
        ("31/12/2025", "2025-12-31"),
        ("ngày 5.3.2025", "2025-03-05"),
        ("05-3-2025", "2025-03-05"),
        ("quý IV/2025", "2025-Q4"),
        ("Quý 4 năm 2025", "2025-Q4"),
        ("quý II", "-Q2"),
        ("tháng 12/2025", "2025-12"),
        ("12/2025", "2025-12"),
        ("tháng 12 năm 2025", "2025-12"),
        ("tháng 6", "-06"),
        ("ngày 15/11", "-11-15"),
        ("ngày 15 tháng 11", "-11-15"),
        ("giai đoạn 2021-2025", "2021-2025"),
        ("2021 – 2025", "2021-2025"),
        ("năm 2030", "2030"),
        ("2030", "2030"),
    ],
)
def test_a_time_has_one_key_however_it_is_written(written: str, key: str) -> None:
    assert [time.key for time in find_times(f"Làm xong {written}, rồi báo cáo.")] == [key]


@pytest.mark.parametrize("text", ["4.120 ha", "28,5%", "2.025 hộ", "34/36 xã", "1039/TTr-CP", "Điều 12", "20.255 tấn"])
def test_other_figures_are_no_times(text: str) -> None:
    assert find_times(text) == []


@given(st.text(alphabet="năm thágqýuIV0123456789/.,- 2025", max_size=60))
def test_times_stand_in_the_text_one_after_another(text: str) -> None:
    end = 0
    for time in find_times(text):
        assert end <= time.span.start < time.span.end <= len(text)
        assert any(c.isdigit() for c in time.span.of(text)) or "quý" in time.span.of(text).lower()
        end = time.span.end
