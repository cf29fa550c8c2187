"""Long units made short."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.types import Span
from search_api.cutting import around, figure_near

LONG = (
    "Bên cạnh những kết quả đạt được theo báo cáo của tỉnh tại văn bản số 12 ngày 10 tháng 11, vẫn còn hạn chế: (i) Diện tích chè đạt 4.120 ha; "
    "(ii) Tỷ lệ chế biến sâu mới đạt 28,5% kế hoạch; (iii) Số hộ nghèo còn 310 hộ."
)


def _at(words: str) -> Span:
    start = LONG.index(words)
    return Span(start, start + len(words))


def test_the_figure_beside_the_marked_words_is_found_and_no_date_or_number_of_a_document() -> None:
    whole = Span(0, len(LONG))
    assert figure_near(LONG, whole, [_at("chế biến sâu")]) == _at("28,5")
    assert figure_near(LONG, whole, [_at("Diện tích chè")]) == _at("4.120")
    assert figure_near("Văn bản số 12 ngày 10 tháng 11", Span(0, 30), []) is None


@pytest.mark.parametrize("figure", ["4.120", "28,5", "310"])
def test_a_cut_unit_keeps_the_figure_with_its_clause(figure: str) -> None:
    said = around(LONG, Span(0, len(LONG)), _at(figure), 90)
    assert figure in said
    assert len(said) <= 90
    assert said.startswith("…")


@given(
    st.lists(st.text("abc ăđ;,.:", min_size=1, max_size=30), min_size=1, max_size=12),
    st.integers(0, 11),
    st.integers(30, 200),
)
def test_what_is_kept_stays_whole_within_the_length(pieces: list[str], at: int, longest: int) -> None:
    at = min(at, len(pieces) - 1)
    text = " ".join([*pieces[:at], "12,5%", *pieces[at:]])
    start = text.index("12,5%")
    said = around(text, Span(0, len(text)), Span(start, start + 5), longest)
    assert "12,5%" in said
    assert len(said) <= max(longest, len(re.sub(r"\s+", " ", text).strip()) if len(text) <= longest else longest)
