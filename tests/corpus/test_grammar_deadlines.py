"""corpus.grammar.deadlines: the last day that a deadline allows, and where a clause says it."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.grammar.deadlines import find_deadline, find_term, last_day
from tests.corpus.texts import LINEAR, REPETITIONS, TEXTS, growth

ISSUED = date(2031, 8, 12)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("31/10/2031", date(2031, 10, 31)),
        ("trước ngày 25 tháng 11 năm 2031", date(2031, 11, 25)),
        ("Trước ngày 25-11-2031", date(2031, 11, 25)),
        ("Tháng 12/2031", date(2031, 12, 31)),
        ("tháng 2 năm 2032", date(2032, 2, 29)),
        ("06/2032", date(2032, 6, 30)),
        ("T9/2031", date(2031, 9, 30)),
        ("Quý II/2032", date(2032, 6, 30)),
        ("quý 3 năm 2031", date(2031, 9, 30)),
        ("Quý I, II/2032", date(2032, 6, 30)),
        ("Quý IV/2031 - Quý II/2032", date(2032, 6, 30)),
        ("10/2031-3/2032", date(2032, 3, 31)),
        ("2031", date(2031, 12, 31)),
        ("năm 2032", date(2032, 12, 31)),
        ("2031- 2033", date(2033, 12, 31)),
        ("Giai đoạn 2031 – 2035", date(2035, 12, 31)),
        ("6 tháng đầu năm 2032", date(2032, 6, 30)),
        ("Năm học 2031-2032", date(2032, 5, 31)),
        ("trước tháng 6/2032", date(2032, 5, 31)),
        ("Trước năm 2035", date(2034, 12, 31)),
        ("từ tháng 4/2032 đến tháng 6/2032", date(2032, 6, 30)),
        ("Trước 30/10/2031; cập nhật hằng năm", date(2031, 10, 30)),
        ("Tháng 9/2031 và thường xuyên", date(2031, 9, 30)),
        ("trước 15/11", date(2031, 11, 15)),
        ("trước ngày 15/3", date(2032, 3, 15)),
        ("trong tháng 11", date(2031, 11, 30)),
        ("quý I", date(2032, 3, 31)),
    ],
)
def test_the_last_day_of_a_deadline(written: str, day: date) -> None:
    assert last_day(written, ISSUED) == day


@pytest.mark.parametrize(
    "written",
    [
        "", "Hằng năm", "Thường xuyên", "Nhiệm vụ thường xuyên", "Theo tiến độ", "Sau khi Nghị định ban hành", "trước ngày 15/11 hằng năm", "Định kỳ, trước ngày 20/6",
        "Từ năm 2032", "Bắt đầu triển khai từ năm 2032", "2031 và những năm tiếp theo", "Từ tháng 4/2032 trở đi", "31/02/2032", "30/13/2031", "Theo Kế hoạch số 12/KH-UBND", "đầu năm 2032",
    ],
)  # fmt: skip
def test_what_has_no_last_day(written: str) -> None:
    assert last_day(written, ISSUED) is None


def test_a_day_without_a_year_needs_the_date_of_the_document() -> None:
    assert last_day("trước 15/11") is None


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_day_is_its_own_last_day(day: date) -> None:
    assert last_day(f"hoàn thành trước ngày {day.day}/{day.month}/{day.year}") == day
    assert last_day(f"ngày {day.day:02} tháng {day.month} năm {day.year}") == day


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("lập danh sách, hoàn thành trước ngày 31/3/2032.", "trước ngày 31/3/2032"),
        ("báo cáo trước ngày 20 tháng 11 năm 2031 và hằng tháng; tổ chức", "trước ngày 20 tháng 11 năm 2031 và hằng tháng"),
        ("mở lớp, xong trong quý I/2032", "trong quý I/2032"),
        ("gửi về Sở chậm nhất ngày 10/3/2032", "chậm nhất ngày 10/3/2032"),
        ("báo cáo trước ngày 15/11 hằng năm và đột xuất", "trước ngày 15/11 hằng năm"),
        ("định kỳ hằng quý báo cáo, xong trước ngày 05/12/2031", "trước ngày 05/12/2031"),
        ("định kỳ 6 tháng báo cáo kết quả", "định kỳ 6 tháng"),
        ("báo cáo (trước ngày 05 tháng 6 và ngày 20 tháng 11) về Sở", "trước ngày 05 tháng 6 và ngày 20 tháng 11"),
        ("gửi trước ngày 10/3, ngày 10/6 và trước ngày 10/9 số liệu bến", "trước ngày 10/3, ngày 10/6 và trước ngày 10/9"),
        ("tổng hợp kết quả hằng năm.", "hằng năm"),
        ("mở rộng bến, nhiệm vụ thường xuyên; đào tạo", "nhiệm vụ thường xuyên"),
        ("đến năm 2035 có 40% hộ dân; vào năm 2040 đạt 60%", None),
        ("kế hoạch hằng năm của Sở", None),
        ("theo Quyết định số 12/QĐ-UBND ngày 05/3/2031", None),
    ],
)  # fmt: skip
def test_where_a_clause_says_until_when(text: str, deadline: str | None) -> None:
    found = find_deadline(text)
    assert (found and found.of(text)) == deadline


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("gửi về Sở trong thời hạn 10 ngày kể từ ngày nhận", "trong thời hạn 10 ngày kể từ ngày"),
        ("trả lời chậm nhất là 05 ngày làm việc", "chậm nhất là 05 ngày làm việc"),
        ("báo cáo trước ngày 15/11/2031", "trước ngày 15/11/2031"),
        ("tập huấn 3 ngày cho cán bộ bến", None),
        ("báo cáo hằng quý.", "hằng quý"),
    ],
)
def test_a_term_may_be_a_number_of_days(text: str, term: str | None) -> None:
    found = find_term(text)
    assert (found and found.of(text)) == term


@given(TEXTS)
@example("quý İ ")  # letters of other languages whose small or capital form is an i
@example("quý ı/2032")
def test_a_deadline_lies_in_its_text_and_any_text_can_be_asked(text: str) -> None:
    last_day(text, ISSUED)
    for found in (find_deadline(text), find_term(text)):
        assert found is None or 0 <= found.start < found.end <= len(text)


@pytest.mark.parametrize(
    "repeated",
    [
        *REPETITIONS,
        "trước ngày 1/",
        "hằng năm ",
        "quý ",
        "tháng 1",
        "2031-",
        "hoàn thành ",
        "trước ngày 1/2, ",
        "trong thời hạn ",
    ],
)
def test_time_grows_with_the_length_of_the_text(repeated: str) -> None:
    assert growth(lambda text: (find_term(text), last_day(text, ISSUED)), repeated, end="_") < LINEAR
