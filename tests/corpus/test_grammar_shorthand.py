"""corpus.grammar.shorthand: what people type in a hurry, and the words it stands for."""

import pytest
from hypothesis import given

from corpus.grammar.shorthand import find_shorthand, known
from corpus.text import folded
from tests.corpus.texts import LINEAR, REPETITIONS, TEXTS, growth


def said(text: str) -> str:
    for short in reversed(find_shorthand(text)):
        text = text[: short.span.start] + short.words + text[short.span.end :]
    return text


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("chợ Hạ đạt bn % kế hoạch", "chợ Hạ đạt bao nhiêu % kế hoạch"),
        ("làm ntn, dc k", "làm như thế nào, được không"),
        ("NV nào giao Sở NV", "nhiệm vụ nào giao Sở Nội vụ"),
        ("KP tu bổ đình ở KP 3", "kinh phí tu bổ đình ở khu phố 3"),
        ("GĐ1 và GĐ 2 do GĐ Sở duyệt", "giai đoạn 1 và giai đoạn 2 do giám đốc Sở duyệt"),
        ("PGĐ và PCT họp", "phó giám đốc và phó chủ tịch họp"),
        ("CT UBND xã ký", "chủ tịch UBND xã ký"),
        ("các đv gửi, đv nào chậm", "các đơn vị gửi, đơn vị nào chậm"),
        ("hỗ trợ đv hộ nuôi ong", "hỗ trợ đối với hộ nuôi ong"),
        ("VP UBND giao, PL kèm theo", "văn phòng UBND giao, phụ lục kèm theo"),
        ("đc nào phụ trách", "đồng chí nào phụ trách"),
        ("sản lượng 2023 & 2024", "sản lượng 2023 và 2024"),
        ("năm 2023 vs năm 2024", "năm 2023 so với năm 2024"),
        ("họp vs xã bạn", "họp với xã bạn"),
        ("chợ ở P. Hạ Lạc, Q. 3", "chợ ở phường Hạ Lạc, quận 3"),
        ("TT khuyến nông nuôi ong", "trung tâm khuyến nông nuôi ong"),
        ("cac dv nao cham", "cac đơn vị nao cham"),
        ("chi 3 tr cho tổ", "chi 3 triệu cho tổ"),
        ("Bộ CA và CA tỉnh", "Bộ Công an và công an tỉnh"),
        ("TP có mấy chợ, KQ ra sao", "thành phố có mấy chợ, kết quả ra sao"),
    ],
)
def test_shorthand_is_read_by_what_stands_around_it(typed: str, read: str) -> None:
    assert said(typed) == read


@pytest.mark.parametrize(
    "text",
    [
        "BN trồng chè",
        "tỉnh bn trồng chè",
        "bn dat chi tieu nao",
        "điểm k khoản 2",
        "10 k đường",
        "TP.HCM và TP HCM",
        "TT, VP, CT, PL, DM",
        "P. Giám đốc, P. Nội vụ",
        "12-KP/TU, NV-KH, KQ/TT",
        "R&D và KH&CN",
        "SO KHCN DA GIAO GI",
    ],
)
def test_what_may_be_something_else_stays(text: str) -> None:
    assert said(text) == text


def test_no_words_are_shorthand_themselves() -> None:
    """A question that has been read reads itself as it is."""
    for meanings in known().values():
        for meaning in meanings:
            assert find_shorthand(meaning.words) == []


def test_every_meaning_with_no_condition_is_read_with_and_without_marks() -> None:
    for meanings in known().values():
        for meaning in meanings:
            if not (meaning.before.pattern == "(?:)$" and meaning.after.pattern == "(?:)"):
                continue
            assert meaning.words in said(f"Họp chợ {meaning.letters} ở xã")
            if meaning is meanings[0]:
                assert meaning.words in said(f"hop cho {folded(meaning.letters)} o xa")


@given(TEXTS)
def test_shorthand_stands_where_it_says_one_after_another(text: str) -> None:
    end = 0
    for short in find_shorthand(text):
        assert end <= short.span.start < short.span.end <= len(text)
        assert short.words != short.span.of(text)
        end = short.span.end


@pytest.mark.parametrize("repeated", [*REPETITIONS, "bn ", "TT ", "P. A", "k ", "& ", "GĐ1 "])
def test_time_grows_with_the_length_of_the_text(repeated: str) -> None:
    assert growth(find_shorthand, repeated, end="_", size=1_500) < LINEAR
