"""When something is due, as units say it and as questions ask for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.facts import Assignment
from corpus.types import Span
from search_api.asking.terms import is_due, lacks_form, says_when, states_term, term_in

WHEN = "Danh mục bến phải lập xong khi nào?"
UNTIL = "Việc ủy quyền cấp phép bến kéo dài đến bao giờ?"
LENGTH = "Hồ sơ mở bến được trả lời trong bao nhiêu ngày?"


@pytest.mark.parametrize(
    ("question", "words", "said"),
    [
        (WHEN, "Sở Xây dựng lập danh mục bến trước ngày 15/6/2031.", True),
        (WHEN, "Sở Xây dựng lập danh mục bến hằng quý.", True),
        (WHEN, "Sở Xây dựng trả lời trong thời hạn mười lăm ngày.", True),
        (WHEN, "Sở Xây dựng lập danh mục theo Nghị định số 12/2031/NĐ-CP ngày 05 tháng 3 năm 2031.", False),
        ("Bến Đá do nghị định ban hành ngày nào quy định?", "Theo Nghị định số 12/2031/NĐ-CP ngày 05/3/2031.", True),
        (UNTIL, "Thời hạn ủy quyền: đến hết ngày 28 tháng 02 năm 2033.", True),
        (UNTIL, "Định kỳ hằng năm báo cáo Ủy ban nhân dân tỉnh.", False),
        (UNTIL, "(Kèm theo Quyết định số /QĐ-UBND ngày / /2031)", False),
        (LENGTH, "Sở Xây dựng trả lời trong 05 ngày làm việc.", True),
        (LENGTH, "Sở Xây dựng trả lời trước ngày 15/6/2031.", False),
        ("Bến đò phải kiểm định mấy lần một năm?", "Bến đò được kiểm định mỗi năm một lần.", True),
        ("Bến đò phải kiểm định mấy lần một năm?", "Bến đò được kiểm định định kỳ 06 tháng.", True),
        ("Bến đò phải kiểm định mấy lần một năm?", "Bến đò được kiểm định định kỳ hoặc đột xuất.", False),
        ("Mấy tháng một lần bến đò được kiểm định?", "Bến đò được kiểm định định kỳ 6 tháng.", True),
        ("Sổ bến nộp chậm nhất mấy giờ?", "Sổ bến được nộp chậm nhất 15h ngày làm việc.", True),
        ("Sổ bến nộp chậm nhất mấy giờ?", "Sổ bến H15 được nộp tại bến.", False),
        (LENGTH, "Sở Xây dựng trả lời không quá 10 (mười) ngày làm việc.", True),
        (WHEN, "Danh mục bến được gửi chậm nhất là trong ngày làm việc tiếp theo.", True),
        (WHEN, "Danh mục bến được gửi ngay sau khi ký.", True),
        ("Giấy phép bến được dùng bao nhiêu năm?", "Thời hạn của giấy phép: 05 năm kể từ ngày cấp.", True),
        ("Giấy phép bến được dùng bao nhiêu năm?", "Bến được lập trong năm 2031, có 12 ghế.", False),
        ("Sổ bến được trả trong mấy ngày?", "Ban quản lý bến có nhiệm kỳ hai năm.", False),
        ("Sổ bến mỗi tháng kiểm mấy ký?", "Sổ bến mỗi tháng kiểm một kỳ.", True),  # typed without marks
        ("Sổ bến nộp tháng mấy năm 2031?", "Sổ bến được nộp trong tháng 6 năm 2031.", True),
        ("Nhiệm kỳ của ban quản lý bến là mấy năm?", "Ban quản lý bến có nhiệm kỳ 5 năm 1 lần.", True),
        ("Họp trù bị kéo dài bao lâu?", "Họp trù bị không quá 1/2 ngày.", True),
        ("Sau khi nhận hồ sơ bao lâu thì bến được mở?", "Bến được kiểm tra hằng năm.", False),
        ("Sau khi nhận hồ sơ bao lâu thì bến được mở?", "Bến được mở sau mười lăm ngày kể từ ngày nhận hồ sơ.", True),
        ("Ban quản lý bến mỗi năm họp mấy kỳ?", "Ban quản lý bến một năm họp ít nhất hai kỳ.", True),
        ("Ban quản lý bến bao lâu họp một lần?", "Ban quản lý bến họp trước ngày 15/6/2031.", False),
        ("Thành phố cho ý kiến mấy lần về bến Đá?", "Báo cáo bến Đá hằng năm trước ngày 15/6 và ngày 15/12.", False),
        ("Thành phố cho ý kiến mấy lần về bến Đá?", "Về việc này thành phố đã cho ý kiến 3 lần.", True),
        ("Bến nghỉ từ ngày nào đến ngày nào?", "Bến nghỉ từ ngày 02/02/2031 – 15/02/2031.", True),
        ("Bến nghỉ từ ngày nào đến ngày nào?", "Bến đăng ký nghỉ trước ngày 07/02/2031.", False),
        (WHEN, "Lập phường Bến Đá từ phần còn lại của xã Bến Lạc sau khi sắp xếp.", False),  # whose part, and no time
    ],
)
def test_a_unit_answers_with_a_time_of_the_kind_that_is_asked(question: str, words: str, said: bool) -> None:
    assert says_when(question, words) is said


def test_a_periodic_duty_is_no_end() -> None:
    report = Assignment("báo cáo", ("Sở Xây dựng",), deadline="định kỳ hằng năm")
    assert is_due(WHEN, report)
    assert not is_due(UNTIL, report)
    assert is_due(UNTIL, Assignment("dọn bến", ("Sở Xây dựng",), deadline="đến hết ngày 30/6/2031"))
    assert not is_due(WHEN, Assignment("dọn bến", ("Sở Xây dựng",)))


def test_where_the_day_is_asked_a_year_is_none() -> None:
    assert not is_due(WHEN, Assignment("dọn bến", ("Sở A",), deadline="trong năm 2031"), day=True)
    assert is_due(WHEN, Assignment("dọn bến", ("Sở A",), deadline="trước ngày 05 tháng 6"), day=True)


def test_a_label_states_the_term_of_the_document() -> None:
    assert states_term(UNTIL, "Điều 2. Thời hạn ủy quyền: Từ ngày ký đến hết ngày 28 tháng 02 năm 2033.")
    assert not states_term(WHEN, "Điều 2. Thời hạn ủy quyền: Từ ngày ký đến hết ngày 28 tháng 02 năm 2033.")
    assert states_term(LENGTH, "Thời hạn trả lời hồ sơ chậm nhất là mười ngày, kể từ ngày nhận đủ hồ sơ.")
    assert states_term("Sổ bến nộp ngày mấy tháng sau?", "2.Thời hạn nộp sổ: Chậm nhất vào ngày 5 của tháng sau.")
    assert not states_term(LENGTH, "Thời hạn cấp phép chợ nổi chậm nhất là mười ngày.")
    assert not states_term(LENGTH, "Thời hạn trả lời hồ sơ do chủ bến quy định.")
    assert not states_term(UNTIL, "Điều 2. Sở Xây dựng được ủy quyền đến hết ngày 28 tháng 02 năm 2033.")


def test_a_day_is_no_length_and_no_frequency() -> None:
    report = Assignment("báo cáo", ("Sở Xây dựng",), deadline="trước ngày 15/12/2031")
    assert not is_due(LENGTH, report)
    assert is_due(LENGTH, Assignment("trả lời", ("Sở Xây dựng",), deadline="trong 05 ngày"))
    assert lacks_form(LENGTH, "Sở Xây dựng trả lời trước ngày 15/6/2031.")
    assert not lacks_form(WHEN, "Sở Xây dựng trả lời hồ sơ.")  # it is not asked in what form


def test_the_term_that_is_asked_for_is_shown() -> None:
    text = "Chủ bến định kỳ 6 tháng báo cáo trước ngày 15 tháng 6; hồ sơ được trả lời trong 05 ngày."
    whole = Span(0, len(text))
    for question, shown in (
        ("Mấy tháng một lần chủ bến báo cáo?", "định kỳ 6 tháng"),
        (LENGTH, "05 ngày"),
        (WHEN, "trước ngày 15 tháng 6"),
    ):
        found = term_in(question, text, whole)
        assert found is not None and found.of(text) == shown


@given(text=st.text(alphabet="ngày tháng 0159/bao lâmy", max_size=80), start=st.integers(0, 80))
def test_a_term_stands_in_its_stretch(text: str, start: int) -> None:
    span = Span(min(start, len(text)), len(text))
    found = term_in(LENGTH, text, span)
    assert found is None or span.holds(found)
