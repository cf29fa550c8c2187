"""When something is due, as units say it and as questions ask for it."""

import pytest

from corpus.facts import Assignment
from search_api.asking.terms import is_due, says_when, states_term

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
    assert not states_term(UNTIL, "Điều 2. Sở Xây dựng được ủy quyền đến hết ngày 28 tháng 02 năm 2033.")
