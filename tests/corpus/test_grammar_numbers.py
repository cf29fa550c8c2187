"""corpus.grammar.numbers: the value of a printed number, and which figures of a text are numbers at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.grammar.numbers import find_amounts, find_numbers, parse_number, parse_words
from tests.corpus.texts import LINEAR, REPETITIONS, TEXTS, growth


def grouped(whole: int) -> str:
    """1035078 as documents print it: 1.035.078."""
    return f"{whole:,}".replace(",", ".")


WHOLE = st.integers(0, 10**12)
DECIMALS = st.text("0123456789", min_size=1, max_size=4)


@given(WHOLE)
def test_a_whole_number_has_the_same_value_with_and_without_thousand_dots(whole: int) -> None:
    assert parse_number(grouped(whole)) == parse_number(str(whole)) == whole


@given(WHOLE, DECIMALS)
def test_a_comma_separates_decimals(whole: int, decimals: str) -> None:
    value = float(f"{whole}.{decimals}")
    assert parse_number(f"{grouped(whole)},{decimals}") == parse_number(f"{whole},{decimals}") == value


@given(st.integers(0, 99), st.integers(1, 4))
def test_leading_noughts_do_not_count(whole: int, noughts: int) -> None:
    assert parse_number("0" * noughts + str(whole)) == whole


@given(st.integers(0, 999), st.text("0123456789", min_size=1, max_size=2))
def test_a_stop_before_one_or_two_figures_is_a_decimal_point(whole: int, decimals: str) -> None:
    assert parse_number(f"{whole}.{decimals}") == float(f"{whole}.{decimals}")


def test_nothing_is_grouped_behind_a_nought() -> None:
    assert parse_number("0.725") == 0.725
    assert [n.value for n in find_numbers("HDI đạt 0.725")] == [0.725]


@pytest.mark.parametrize(
    "written", ["", "nan", "inf", "1e5", "1_000", "hai", "1.23.456", "1,2,3", "24/7", "%", ",5", "5,"]
)
def test_what_is_no_number_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_number(written)


@given(
    WHOLE,
    st.one_of(st.just(""), DECIMALS.map(lambda d: "," + d)),
    st.sampled_from(["%", " %", " tỷ đồng", ".", ", trong đó", ")", " - ", "%/năm"]),
)
def test_a_printed_number_is_found_with_its_value(whole: int, decimals: str, after: str) -> None:
    printed = grouped(whole) + decimals
    text = f"đạt {printed}{after}"
    [found] = find_numbers(text)
    assert found.span.of(text) == printed
    assert found.value == parse_number(printed)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("tăng 7 - 7,5%", [7, 7.5]),
        ("20-30%", [20, 30]),
        ("05 bộ dữ liệu, 08 tỉnh", [5, 8]),
        ("1.035.078,9 tỷ đồng", [1035078.9]),
        ("(12.375,3 triệu đồng, vượt 21,3%)", [12375.3, 21.3]),
        ("tăng 46.7%", [46.7]),
        ("≥3% và >50%, trên 7,5%/năm", [3, 50, 7.5]),
        ("đến năm 2030", [2030]),
        ("57-NQ/TW, 144/KH-UBND, 48/2025/NQ-HĐND", []),
        ("ngày 22/12/2024", []),
        ("100/100 xã, 24/7, 65/100 điểm", []),
        ("CO2, PM2.5, 5G, m2, Covid-19", []),
        ("1.2.3.4", []),
        ("192.168.1.1", []),
    ],
)
def test_only_figures_that_stand_alone_are_numbers(text: str, values: list[float]) -> None:
    assert [number.value for number in find_numbers(text)] == values


@given(TEXTS)
def test_numbers_stand_where_they_say_one_after_another(text: str) -> None:
    end = 0
    for number in find_numbers(text):
        assert end <= number.span.start < number.span.end <= len(text)
        assert parse_number(number.span.of(text)) == number.value
        end = number.span.end


@pytest.mark.parametrize("repeated", [*REPETITIONS, "1.000", "1.000,", "0.", "1 "])
def test_time_grows_with_the_length_of_the_text(repeated: str) -> None:
    assert growth(find_numbers, repeated, end="_") < LINEAR


@given(
    WHOLE,
    st.integers(1, 10**6),
    st.sampled_from([" - ", "-", " – ", "% - ", " đến ", "%-"]),
    st.sampled_from(["%", " xã", "."]),
)
def test_a_range_has_both_its_ends_however_they_are_joined(low: int, more: int, joint: str, after: str) -> None:
    [found] = find_amounts(f"đạt {grouped(low)}{joint}{grouped(low + more)}{after}")
    assert (found.low, found.high, found.total) == (low, low + more, None)


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_a_part_of_a_whole_has_both_numbers(part: int, rest: int) -> None:
    text = f"Có {grouped(part)}/{grouped(part + rest)} xã"
    found = find_amounts(text)
    assert [(one.low, one.total) for one in found] == [(part, part + rest)]


@pytest.mark.parametrize("text", ["ngày 22/12", "22/12/2031", "144/KH-UBND", "5G", "10 - 5 xã"])
def test_what_does_not_rise_is_no_range_and_a_date_no_part_of_a_whole(text: str) -> None:
    assert all(one.high is None and one.total is None for one in find_amounts(text))


_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def in_words(number: int) -> str:
    """A number below ten thousand as Vietnamese says it."""
    thousands, hundreds, tens, ones = (number // 10**place % 10 for place in (3, 2, 1, 0))
    said = [_DIGITS[thousands], "nghìn"] if thousands else []
    if hundreds or thousands:
        said += [_DIGITS[hundreds], "trăm"]
    if tens == 1:
        said.append("mười")
    elif tens:
        said += [_DIGITS[tens], "mươi"]
    elif ones and said:
        said.append("linh")
    if ones == 5 and tens:
        said.append("lăm")
    elif ones or not said:
        said.append(_DIGITS[ones])
    return " ".join(said)


@given(st.integers(0, 9999))
def test_a_number_in_words_has_the_value_of_its_figures(number: int) -> None:
    assert parse_words(in_words(number)) == parse_number(str(number))


@pytest.mark.parametrize(("written", "value"), [("một vạn", 1e4), ("hai triệu", 2e6), ("mười hai", 12), ("Ba tỷ", 3e9)])
def test_words_of_scale_multiply(written: str, value: float) -> None:
    assert parse_words(written) == value


def test_a_word_that_is_none_of_a_number_is_refused() -> None:
    with pytest.raises(ValueError, match="no number"):
        parse_words("hai cây")


@pytest.mark.parametrize("repeated", [*REPETITIONS, "1 - ", "1/1 ", "1% - ", "1.000/"])
def test_time_of_amounts_grows_with_the_length_of_the_text(repeated: str) -> None:
    assert growth(find_amounts, repeated, end="_", size=2_000) < LINEAR


@pytest.mark.parametrize(
    ("words", "values"), [("khoảng 1.700km đường", [1700]), ("rộng 46,84ha", [46.84]), ("điện 500kV, mạng 5G", [])]
)
def test_a_unit_of_measure_may_touch_its_number(words: str, values: list[float]) -> None:
    assert [number.value for number in find_numbers(words)] == values
