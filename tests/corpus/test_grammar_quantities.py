"""corpus.grammar.quantities: how a number is meant, what it counts, and how large it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.facts import Comparator
from corpus.grammar.quantities import UnitKind, find_quantities
from corpus.text import matching_form
from tests.corpus.texts import LINEAR, REPETITIONS, TEXTS, growth

PHRASES = st.lists(
    st.sampled_from(
        ["tối thiểu", "từ", "trên", "khoảng", "30%", "5 - 7", "12", "2.500", "34/36", "nghìn tỷ đồng", "người", "trên một vạn dân", "xã",
         "trở lên", "ít nhất hai", "/năm", "≥", "điểm phần trăm", "hạng", ";", ",", "CSDL", "ty", "%"]
    ), max_size=25,
).map(" ".join)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "comparator", "value", "unit"),
    [
        ("đạt 45% GRDP", Comparator.EQUAL, 45, "%"),
        ("đạt tối thiểu 30,5 %", Comparator.AT_LEAST, 30.5, "%"),
        ("có ít nhất 05 thư viện", Comparator.AT_LEAST, 5, "thư viện"),
        ("không thấp hơn 2% tổng chi", Comparator.AT_LEAST, 2, "%"),
        ("từ 30% trở lên", Comparator.AT_LEAST, 30, "%"),
        ("mỗi năm từ 05 bộ dữ liệu", Comparator.AT_LEAST, 5, "bộ dữ liệu"),
        ("≥ 55", Comparator.AT_LEAST, 55, ""),
        ("trên 0,7", Comparator.MORE, 0.7, ""),
        ("chiếm hơn 60%", Comparator.MORE, 60, "%"),
        ("cao hơn 3 điểm phần trăm", Comparator.EQUAL, 3, "điểm %"),
        ("dưới 4%", Comparator.LESS, 4, "%"),
        ("không quá 15%", Comparator.AT_MOST, 15, "%"),
        ("≤ 50", Comparator.AT_MOST, 50, ""),
        ("khoảng 40%", Comparator.ABOUT, 40, "%"),
        ("khoảng trên 60%", Comparator.MORE, 60, "%"),
        ("từ 6 – 6,5%/năm", Comparator.RANGE, (6, 6.5), "%/năm"),
        ("khoảng 30 - 45 tổ chức", Comparator.RANGE, (30, 45), "tổ chức"),
        ("20% - 50%", Comparator.RANGE, (20, 50), "%"),
        ("18.000 tỷ đồng", Comparator.EQUAL, 18000, "tỷ đồng"),
        ("300 nghìn tỷ đồng", Comparator.EQUAL, 300, "nghìn tỷ đồng"),
        ("(Sở A 61,4 ty)", Comparator.EQUAL, 61.4, "tỷ đồng"),
        ("2 triệu doanh nghiệp", Comparator.EQUAL, 2, "triệu doanh nghiệp"),
        ("9 người trên một vạn dân", Comparator.EQUAL, 9, "người/vạn dân"),
        ("14 bác sĩ/10.000 dân", Comparator.EQUAL, 14, "bác sĩ/10.000 dân"),
        ("20 doanh nghiệp hoạt động/nghìn dân", Comparator.EQUAL, 20, "doanh nghiệp/nghìn dân"),
        ("ít nhất hai làng nghề", Comparator.AT_LEAST, 2, "làng nghề"),
        ("gấp ba lần", Comparator.EQUAL, 3, "lần"),
    ],
)  # fmt: skip
def test_a_quantity_is_meant_as_its_words_say(
    text: str, comparator: Comparator, value: float | tuple[float, float], unit: str
) -> None:
    [found] = find_quantities(text)
    assert (found.comparator, found.value, found.unit) == (comparator, value, unit)


@pytest.mark.parametrize(
    ("text", "value", "total", "unit"),
    [
        ("34/36 xã", 34, 36, "xã"),
        ("8,2/9,5 nghìn tỷ đồng", 8.2, 9.5, "nghìn tỷ đồng"),
        ("2.150 hồ sơ/3.600 hồ sơ", 2150, 3600, "hồ sơ"),
    ],
)
def test_a_part_knows_its_whole(text: str, value: float, total: float, unit: str) -> None:
    [found] = find_quantities(text)
    assert (found.value, found.total, found.unit) == (value, total, unit)


def test_a_rate_is_no_part_of_a_whole() -> None:
    [found] = find_quantities("dưới 4/100.000 trẻ")
    assert (found.value, found.total, found.unit) == (4, None, "/100.000 trẻ")


@pytest.mark.parametrize(
    ("text", "kind"),
    [("5 ngày", UnitKind.TIME), ("3 trụ cột", UnitKind.PART), ("7 ha", UnitKind.MEASURE), ("9 cá nhân", UnitKind.PEOPLE),
     ("2 xã", UnitKind.COUNT), ("6 kén tằm", UnitKind.OTHER), ("8,", UnitKind.NONE), ("4 tỷ USD", UnitKind.CURRENCY)],
)  # fmt: skip
def test_a_unit_has_a_kind(text: str, kind: UnitKind) -> None:
    assert find_quantities(text)[0].kind is kind


def test_what_looks_like_the_number_of_a_whole_and_is_none_is_left_alone() -> None:
    (first, *_) = find_quantities("Đã cắt giảm 71 thủ tục/4.3.071 thủ tục.")
    assert (first.value, first.total) == (71, None)


@given(st.one_of(TEXTS, PHRASES))
def test_quantities_stand_in_the_text_one_after_another_with_their_words_inside(text: str) -> None:
    end = 0
    for found in find_quantities(text):
        assert end <= found.number.start < found.number.end <= found.span.end <= len(text)
        end = found.number.end
        assert found.span.holds(found.number)
        for part in (found.bound, found.unit_span):
            assert part is None or (found.span.holds(part) and part.of(text).strip() == part.of(text) != "")


@given(st.one_of(TEXTS, PHRASES))
def test_case_and_placement_of_tones_do_not_matter(text: str) -> None:
    one, other = (
        [(q.number, q.value, q.comparator) for q in find_quantities(form)] for form in (text, matching_form(text))
    )  # the unit may be longer in the former: an abbreviation in capitals belongs to it
    assert one == other


@pytest.mark.parametrize(
    "repeated", [*REPETITIONS, "1 - ", "tối thiểu ", "1% ", "một ", "1 nghìn ", "1/1 xã ", "ít nhất hai ", "/1 "]
)
def test_time_grows_with_the_length_of_the_text(repeated: str) -> None:
    assert growth(find_quantities, repeated, end="_", size=1_500) < LINEAR
