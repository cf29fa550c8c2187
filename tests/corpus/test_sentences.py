"""corpus.sentences: where Vietnamese sentences end, and pieces that a passage is cut into."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.sentences import pieces, sentences
from corpus.types import Span
from tests.corpus.texts import LINEAR, REPETITIONS, TEXTS, growth


def words(text: str) -> list[str]:
    """The words of the sentences of a text."""
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Kinh tế số đạt 30%.", "Đến năm 2030 đạt 40%.", "Ủy ban nhân dân tỉnh giao.", "Ở cấp xã làm.", "Ấn tượng."],
        ["Quy mô kinh tế số đạt 7,5% GDP.", "Tăng 1.035.078,9 tỷ đồng so với 2024."],
        ["Điều 1. Phê duyệt Kế hoạch.", "Điều 2. Quyết định này có hiệu lực kể từ ngày ký."],
        ["Khoản 2. Giao Sở Nội vụ.", "Mục III. Tổ chức thực hiện."],
        ["1. Mục tiêu chung.", "1.1. Mục tiêu cụ thể.", "II. NHIỆM VỤ"],
        ["PGS.TS. Nguyễn Văn A. phát biểu.", "Hội nghị kết thúc."],
        ["Tại TP. Hồ Chí Minh và Q. Bình Thạnh có 5 dự án.", "Tỉnh có 3."],
        ["Máy móc, thiết bị, v.v. và các chi phí khác.", "Tổng là 5 tỷ."],
        ["Nơi nhận: như trên; lưu: VT./.", "KT. CHỦ TỊCH"],
        ["Hoàn thành trong năm 2025;./.", "Hết"],
        ["Đã xong chưa?", "Đã xong!", "Tốt…", "Sẽ tiếp tục"],
        ["“Phải làm ngay.”", "Đồng chí nhấn mạnh."],
        ["(Xem Phụ lục I.)", "Các đơn vị thực hiện."],
        ["Vốn đầu tư, thiết bị, v.v...", "Các sở tổng hợp."],
        ["Trình T.Ư. Đảng xem xét."],
        ["Truy cập https://cancu.vn/a.b?c=d.", "Liên hệ an@cancu.vn."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(parts: list[str]) -> None:
    assert words(" ".join(parts)) == parts


def test_blank_text_has_no_sentence() -> None:
    assert sentences("") == sentences(" \n ") == []


@given(TEXTS)
def test_sentences_hold_every_word_once_and_no_space_at_their_ends(text: str) -> None:
    found = sentences(text)
    assert all(span.of(text) == span.of(text).strip() != "" for span in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
    covered = {at for span in found for at in range(*span)}
    assert not [c for at, c in enumerate(text) if not c.isspace() and at not in covered]


@given(TEXTS, st.data())
def test_sentences_of_a_part_stay_in_that_part(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = sentences(text, start, end)
    assert all(start <= span.start < span.end <= end for span in found)
    covered = {at for span in found for at in range(*span)}
    assert not [at for at in range(start, end) if not text[at].isspace() and at not in covered]


@given(TEXTS, st.integers(1, 60))
def test_pieces_hold_every_word_once_and_are_never_too_long(text: str, longest: int) -> None:
    found = pieces(text, Span(0, len(text)), longest)
    assert all(0 < span.end - span.start <= longest for span in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
    covered = {at for span in found for at in range(*span)}
    assert not [c for at, c in enumerate(text) if not c.isspace() and at not in covered]


@given(st.lists(st.text("abcđ;,.", min_size=1, max_size=9), min_size=1).map(" ".join), st.integers(10, 40))
def test_no_word_is_cut_that_fits_into_a_piece(text: str, longest: int) -> None:
    pieces_words = [word for span in pieces(text, Span(0, len(text)), longest) for word in span.of(text).split()]
    assert pieces_words == text.split()


def test_pieces_end_with_sentences_where_these_are_short_enough() -> None:
    text = "Câu một ngắn. Câu hai ngắn. Câu ba dài hơn một chút. Bốn."
    found = [span.of(text) for span in pieces(text, Span(0, len(text)), 30)]
    assert found == ["Câu một ngắn. Câu hai ngắn.", "Câu ba dài hơn một chút. Bốn."]


def test_a_long_sentence_is_cut_at_semicolons_before_commas_before_spaces() -> None:
    text = "Giao Sở A, Sở B làm việc một; giao Sở C, Sở D làm việc hai, việc ba và nhiều việc khác nữa"
    found = [span.of(text) for span in pieces(text, Span(0, len(text)), 34)]
    assert found == ["Giao Sở A, Sở B làm việc một;", "giao Sở C, Sở D làm việc hai,", "việc ba và nhiều việc khác nữa"]


def test_a_word_longer_than_a_piece_is_cut() -> None:
    assert pieces("x" * 25, Span(0, 25), 10) == [Span(0, 10), Span(10, 20), Span(20, 25)]


@pytest.mark.parametrize("repeated", [*REPETITIONS, "x. ", "P. ", "…", ";/", "! ", "?!"])
def test_time_grows_with_the_length_of_the_text(repeated: str) -> None:
    assert growth(sentences, repeated, end="_") < LINEAR
    assert growth(lambda text: pieces(text, Span(0, len(text)), 1200), repeated, end="_") < LINEAR
