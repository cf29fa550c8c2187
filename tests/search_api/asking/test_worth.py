"""What the words of a unit add to its score."""

import pytest

from search_api.asking.worth import only_leads_in, worth
from search_api.reading import read_question


@pytest.mark.parametrize(
    "words",
    [
        "Văn phòng Ủy ban thông báo để các phường và cơ quan liên quan biết, thực hiện./.",
        "Ủy ban nhân dân thành phố Lạc Giang trân trọng thông báo./.",
        "(Ban hành kèm theo Quyết định số 8/QĐ-UBND ngày 3 tháng 2 năm 2031 của Ủy ban nhân dân thành phố Lạc Giang)",
        "Quang cảnh lễ mở chợ nổi.",
    ],
)
def test_a_line_that_tells_nobody_anything_counts_less(words: str) -> None:
    reading = read_question("Phường Bến Lạc xin mở chợ nổi thì được giải quyết thế nào?")
    decision = worth(reading, None, "Giao Sở Công Thương thông báo để phường mở chợ nổi biết cách làm.", "", "")
    assert worth(reading, None, words, "", "") < decision


@pytest.mark.parametrize(
    ("question", "words", "leads"),
    [
        ("Bến đò phải sửa xong khi nào?", "Các phường làm xong những việc sau:", True),
        ("Bến đò phải sửa xong khi nào?", "Trước ngày 30/6/2031, các phường làm xong những việc sau:", False),
        ("Ai chủ trì sửa bến đò?", "Sở Xây dựng có nhiệm vụ:", True),
    ],
)
def test_a_line_before_steps_answers_when_it_says_when(question: str, words: str, leads: bool) -> None:
    assert only_leads_in(read_question(question), words) is leads
