"""What the words of a unit add to its score."""

import pytest

from search_api.asking.worth import worth
from search_api.reading import read_question


@pytest.mark.parametrize(
    "words",
    [
        "Văn phòng Ủy ban thông báo để các phường và cơ quan liên quan biết, thực hiện./.",
        "Ủy ban nhân dân thành phố Lạc Giang trân trọng thông báo./.",
    ],
)
def test_a_line_that_only_notifies_counts_less(words: str) -> None:
    reading = read_question("Phường Bến Lạc xin mở chợ nổi thì được giải quyết thế nào?")
    decision = worth(reading, None, "Giao Sở Công Thương thông báo để phường mở chợ nổi biết cách làm.", "", "")
    assert worth(reading, None, words, "", "") < decision
