"""Things that questions for figures name: a figure of another thing must not stand before that of the thing itself."""

from pathlib import Path

import pytest

from corpus.ledger.normalising import names_of_things
from tests.search_api.asking.composed import composed, letter
from tests.search_api.conftest import open_small
from tests.search_api.small_corpus import FILES, add_texts


@pytest.mark.parametrize(
    ("words", "things"),
    [
        ("Tỷ trọng kinh tế số trong GRDP", {"kinh_tế_số"}),
        ("Kinh tế số chiếm 40% GRDP", {"kinh_tế_số"}),
        ("Kinh tế tăng trưởng 8%, số doanh nghiệp tăng 5%", set()),
        ("tỷ lệ hộ nghèo còn 1,2%", {"hộ_nghèo"}),
        ("Tỷ lệ hồ sơ nộp trực tuyến", set()),
    ],
)
def test_things_are_read_from_words(words: str, things: set[str]) -> None:
    assert names_of_things(words) == things


def test_the_thing_itself_answers_and_not_the_share_of_another(tmp_path: Path) -> None:
    """Both are shares that a plan for the same year sets; the other sentence has more of the question's words."""
    store = open_small(tmp_path / "data")
    plan = letter(
        "44/KH-UBND", "Ủy ban nhân dân tỉnh Bạch Sơn", "Bạch Sơn", (3, 4, 2025), "Kế hoạch về phát triển kinh tế",
        "I. MỤC TIÊU ĐẾN NĂM 2030\n\n- Quy mô kinh tế số đạt 32% GRDP.\n\n"
        "- Tỷ trọng xuất khẩu trong tổng GRDP của nền kinh tế là 55%, trong số đó chè chiếm một nửa.",
    )  # fmt: skip
    add_texts(store, {**FILES, "44-kh.md": plan})
    answer = composed(store, "Đến năm 2030 tỷ trọng kinh tế số trong GRDP là bao nhiêu?")
    store.close()
    assert answer.text is not None
    assert "32%" in answer.text
    assert "55%" not in answer.text
