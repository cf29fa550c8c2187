import codecs
import unicodedata

import pytest

from corpus.errors import DamagedDocument, LegacyFont
from ingest.readers.encoding import check_legacy, decode, legacy_encoding
from ingest.readers.plain import read_text

SENTENCE = "Ủy ban nhân dân xã mở ba lớp học buổi tối, mỗi lớp có ít nhất hai mươi người đủ tuổi lao động."
ENGLISH = "The committee opens three evening classes; each of them has at least twenty pupils. It's a naïve café."
# the same sentences typed for fonts of the time before Unicode, case aside
TCVN3 = "Uû ban nh©n d©n x· më ba líp häc buæi tèi, mçi líp cã Ýt nhÊt hai m­¬i ng­êi ®ñ tuæi lao ®éng."
VNI = "UÛy ban nhaân daân xaõ môû ba lôùp hoïc buoåi toái, moãi lôùp coù ít nhaát hai möôi ngöôøi ñuû tuoåi lao ñoäng."


@pytest.mark.parametrize(
    "data",
    [
        SENTENCE.encode(),
        codecs.BOM_UTF8 + SENTENCE.encode(),
        SENTENCE.encode("utf-16"),
        codecs.BOM_UTF16_BE + SENTENCE.encode("utf-16-be"),
        unicodedata.normalize("NFD", SENTENCE).encode(),
    ],
    ids=["UTF-8", "UTF-8 with BOM", "UTF-16", "UTF-16 big-endian", "NFD"],
)
def test_unicode_encodings_give_one_and_the_same_text(data: bytes) -> None:
    assert read_text(data).text == SENTENCE + "\n"


def test_windows_vietnamese_is_recognised_and_composed() -> None:
    decomposed = "".join(_windows_form(letter) for letter in SENTENCE * 3)
    assert read_text(decomposed.encode("cp1258")).text == SENTENCE * 3 + "\n"


def _windows_form(letter: str) -> str:
    """cp1258 has vowels with their hats, and tones as marks behind them."""
    marks = unicodedata.normalize("NFD", letter)
    tone = next((mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323"), "")
    return unicodedata.normalize("NFC", "".join(mark for mark in marks if mark != tone)) + tone


@pytest.mark.parametrize(("typed", "name"), [(TCVN3, "TCVN3"), (VNI, "VNI")])
def test_text_typed_for_old_fonts_is_named_and_refused(typed: str, name: str) -> None:
    assert legacy_encoding(typed) == name
    with pytest.raises(LegacyFont) as refused:
        decode(typed.encode("latin-1"))
    assert name in refused.value.detail


def test_old_text_that_went_through_unicode_is_refused_too() -> None:
    with pytest.raises(LegacyFont):
        read_text(TCVN3.encode())


@pytest.mark.parametrize(
    "text", [SENTENCE, ENGLISH, SENTENCE.upper(), "", "1.035,4 tỷ; 12/12/2030; ½; ±3%", ENGLISH + " x = a² ± ½ µ"]
)
def test_unicode_english_and_formulas_raise_no_false_alarm(text: str) -> None:
    check_legacy(text)


def test_a_foreign_name_in_vietnamese_text_raises_no_false_alarm() -> None:
    check_legacy(SENTENCE + " Ông Müller và bà Ñoño dự buổi khai giảng.")


def test_a_few_letters_are_too_few_to_judge() -> None:
    assert legacy_encoding("Môc tiªu") is None


def test_bytes_that_are_no_text_are_damaged_or_unreadable_but_never_pass_silently() -> None:
    with pytest.raises((DamagedDocument, LegacyFont)):
        decode(bytes(range(128, 256)) * 8 + b"\x81\x8d\x8f\x90\x9d" * 40)
