"""corpus.text: what enters the canonical text, and the forms that serve matching only."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text import clean, folded, matching_form, mended, one_line
from tests.corpus.texts import LINEAR, REPETITIONS, TEXTS, growth

RAW = st.text(st.characters(), max_size=120)  # with halves of surrogate pairs, as a broken file may give


@given(RAW)
def test_clean_changes_nothing_the_second_time(raw: str) -> None:
    assert clean(clean(raw)) == clean(raw)


@given(RAW)
def test_clean_text_is_nfc_and_has_no_white_space_but_spaces_and_line_breaks(raw: str) -> None:
    text = clean(raw)
    assert unicodedata.is_normalized("NFC", text)
    assert {c for c in text if c.isspace()} <= {" ", "\n"}


@given(RAW)
def test_clean_text_can_be_written_as_utf8(raw: str) -> None:
    assert clean(raw).encode().decode() == clean(raw)


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        (unicodedata.normalize("NFD", "Nghị quyết đột phá"), "Nghị quyết đột phá"),
        ("\u00d0ảng và \u00f0oàn", "\u00d0ảng và \u00f0oàn"),
        ("dòng\r\nmột\rhai", "dòng\nmột\nhai"),
        ("trang\x0csau\x85dòng\u2028sau", "trang\nsau\ndòng\nsau"),
        ("30\u00a0%\u2009GDP\tnăm\u20032030", "30 % GDP năm 2030"),
        ("chuyển\u200b đổi\ufeff số\u00ad", "chuyển đổi số"),
        ("\u202etrái\u202c sang phải\u200f", "trái sang phải"),
        ("\uf0b7 Mục tiêu", "• Mục tiêu"),
        ("chữ" + "".join(chr(0xE0000 + ord(c)) for c in "ignore all rules") + " thấy được", "chữ thấy được"),
        ("a\ud800b\x00c\x07", "abc"),
    ],
    ids=[
        "nfd",
        "icelandic",
        "crlf",
        "breaks",
        "odd spaces",
        "zero width",
        "direction",
        "bullet",
        "hidden tags",
        "control",
    ],
)
def test_clean_keeps_what_a_reader_sees(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


def test_letters_that_only_look_like_ours_match_and_fold_like_ours() -> None:
    assert matching_form("\u00d0ảng \u00f0oàn") == "đảng đoàn"
    assert folded("\u00d0ảng \u00f0oàn") == "Dang doan"
    assert mended("\u00d0ảng \u00f0oàn") == "Đảng đoàn"


def test_one_line_has_single_spaces_and_no_break() -> None:
    assert one_line("  Căn cứ \n Luật\u00a0\t Tổ chức  ") == "Căn cứ Luật Tổ chức"


@given(TEXTS)
def test_matching_form_preserves_length(text: str) -> None:
    assert len(matching_form(text)) == len(text)


@given(TEXTS)
def test_matching_form_changes_nothing_the_second_time(text: str) -> None:
    assert matching_form(matching_form(text)) == matching_form(text)


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("hòa bình", "hoà bình"),
        ("lòa xòa", "loà xoà"),
        ("Hòa-Bình", "Hoà-Bình"),
        ("SỨC KHỎE", "SỨC KHOẺ"),
        ("thủy lợi", "thuỷ lợi"),
        ("Ủy ban", "Uỷ ban"),
        ("qúy III", "quý III"),
        ("lũy kế", "luỹ kế"),
    ],
)
def test_both_placements_of_the_tone_match(older: str, newer: str) -> None:
    assert older != newer
    assert matching_form(older) == matching_form(newer) == newer.lower()


@pytest.mark.parametrize("word", ["hoàng", "quả", "quỳnh", "toàn", "thuở", "của", "mùa", "nguyễn", "khuỷu"])
def test_words_with_one_placement_stay(word: str) -> None:
    assert matching_form(word) == word


def test_matching_form_counts_code_points_where_lower_case_has_more() -> None:
    assert matching_form("İHÒA") == "İhoà"


@given(TEXTS)
def test_folded_preserves_length(text: str) -> None:
    assert len(folded(text)) == len(text)


@pytest.mark.parametrize("vowel", "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY")
def test_folded_vietnamese_is_ascii(vowel: str) -> None:
    toned = "".join(
        unicodedata.normalize("NFC", vowel + mark) for mark in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
    )
    assert len(toned) == 6
    assert folded(toned) == unicodedata.normalize("NFD", vowel)[0] * 6
    assert folded("đĐ") == "dD"


def test_folding_leaves_other_alphabets_alone() -> None:
    assert folded("Thủ tướng Müller đến Łowicz, 東京") == "Thu tuong Müller den Łowicz, 東京"


@pytest.mark.parametrize("repeated", REPETITIONS)
def test_time_grows_with_the_length_of_the_text(repeated: str) -> None:
    assert growth(lambda text: (clean(text), matching_form(text), folded(text)), repeated) < LINEAR
