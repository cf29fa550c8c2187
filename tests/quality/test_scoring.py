"""The measure measures: right things count, wrong ones do not."""

from typing import Any

import pytest

from tests.quality.scoring import NOTHING, Sample, comparable, holds, score, shares

TEXT = "Lời đầu. Đến năm 2025 chè hữu cơ đạt 30% diện tích. Lời cuối."
_SAMPLE = Sample(
    "s", "Chè hữu cơ đạt bao nhiêu?", "target", "accented", ("che.md",), "30%.", ("30%",), ("chè hữu cơ đạt 30% diện tích",), ""
)  # fmt: skip


def _answer(quote: str, said: str | None, file_name: str = "che.md", shift: int = 0) -> dict[str, Any]:
    start = TEXT.index(quote) + shift
    citation = {
        "document": {"id": "d", "file_name": file_name},
        "start": start,
        "end": start + len(quote),
        "quote": quote,
    }
    return {"status": "answered" if said else "not_found", "answer": said, "citations": [citation]}


def test_a_right_answer_is_right_in_every_part() -> None:
    found = score(_SAMPLE, _answer("Đến năm 2025 chè hữu cơ đạt 30% diện tích.", "Đạt 30% [1]"), {"d": TEXT})
    assert found == (True, True, True, True, True, True)


@pytest.mark.parametrize(
    ("answered", "part"),
    [
        (_answer("Đến năm 2025 chè hữu cơ đạt 30% diện tích.", None), "refusal"),
        (_answer("Đến năm 2025 chè hữu cơ đạt 30% diện tích.", "Đạt 30%", shift=1), "exact"),
        (_answer("Đến năm 2025 chè hữu cơ đạt 30% diện tích.", "Đạt 30%", file_name="lua.md"), "third"),
        (_answer("Lời cuối.", "Đạt 30%"), "proof"),
        (_answer("Đến năm 2025 chè hữu cơ đạt 30% diện tích.", "Đạt 130%"), "figure"),
    ],
)
def test_what_is_wrong_counts_as_wrong(answered: dict[str, Any], part: str) -> None:
    assert getattr(score(_SAMPLE, answered, {"d": TEXT}), part) is False


def test_of_a_question_without_answer_only_refusal_and_quotes_count() -> None:
    nothing = Sample("s", "Giá vàng?", NOTHING, "accented", (), "", (), (), "")
    assert score(nothing, _answer("Lời đầu.", "30%"), {"d": TEXT}) == (False, True, None, None, None, None)
    assert score(nothing, _answer("Lời đầu.", None), {"d": TEXT}).refusal


def test_figures_are_held_as_such_however_they_are_written() -> None:
    assert holds("từ ngày 01 tháng 01 năm 2022 đến", "01/01/2022")
    assert holds("Tháng 6 năm 2024", "6/2024")
    assert holds("Phòng Văn hoá - Xã hội", "Phòng Văn hóa – Xã hội")
    assert holds("đạt 30 % GRDP", "30%")
    assert not holds("thứ 18/63", "8/63")
    assert not holds("312 đơn", "12 đơn")
    assert not holds("1.312 đơn", "312 đơn")
    assert comparable("07/CTr") == comparable("7/CTr")


def test_shares_leave_out_what_cannot_be_asked() -> None:
    nothing = Sample("s", "Giá vàng?", NOTHING, "accented", (), "", (), (), "")
    quote = "Đến năm 2025 chè hữu cơ đạt 30% diện tích."
    scores = [score(_SAMPLE, _answer(quote, "30%"), {"d": TEXT}), score(nothing, _answer(quote, "30%"), {"d": TEXT})]
    assert shares(scores) == {"refusal": 0.5, "exact": 1, "first": 1, "third": 1, "proof": 1, "figure": 1}
