"""corpus.language.keystrokes: which syllable a run of keys spells, in both methods, wherever the keys stand."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.base import base_counts
from corpus.language.keystrokes import decoded
from corpus.language.marks import parts_of

SPELT = [
    ("nghij", "nghị"), ("quyeets", "quyết"), ("quyetes", "quyết"), ("quyeste", "quyết"), ("quyêts", "quyết"), ("chuyeenr", "chuyển"),
    ("ddooir", "đổi"), ("dooidr", "đổi"), ("soos", "số"), ("hocj", "học"), ("duwowng", "dương"), ("duwong", "dương"), ("dduongwf", "đường"),
    ("nguowif", "người"), ("thuowr", "thuở"), ("cuwar", "cửa"), ("cuawr", "cửa"), ("quawng", "quăng"), ("tw", "tư"), ("ddaatj", "đật"),
    ("khoeof", "khoèo"), ("nghi5", "nghị"), ("quye61t", "quyết"), ("quyet61", "quyết"), ("d9o6i3", "đổi"), ("d9uo7ng2", "đường"), ("na8m", "năm"), ("u7", "ư"),
]  # fmt: skip
_TELEX_TONES = {"\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j", "": ""}
_VNI_TONES = {"\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5", "": ""}
_TELEX = {"â": "aa", "ê": "ee", "ô": "oo", "ă": "aw", "ơ": "ow", "ư": "uw", "đ": "dd"}
_VNI = {"â": "a6", "ê": "e6", "ô": "o6", "ă": "a8", "ơ": "o7", "ư": "u7", "đ": "d9"}
_SYLLABLE = re.compile(  # no slips of the sources ("nguời", "ngườ"), nor the few of qu- with ơ or oă inside, which the keys do not spell
    r"(?!.*uơ.|.*ươ$|quoă)"
    r"(?:b|c|ch|d|đ|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x)?"
    r"(?:[aăâeêioôơuưy]|iê|yê|uô|ươ|oa|oă|oe|uâ|uê|uy|uyê|ia|ua|ưa|uơ)(?:c|ch|m|n|ng|nh|p|t|i|o|u|y)?"
)
MARKED = [
    word for word in base_counts().words
    if (parts := parts_of(word)).plain != word and len(parts.tone) < 2 and _SYLLABLE.fullmatch(parts.shape)
]  # fmt: skip


@pytest.mark.parametrize(("keys", "syllable"), SPELT)
def test_keys_spell_a_syllable(keys: str, syllable: str) -> None:
    assert decoded(keys) == parts_of(syllable)


@pytest.mark.parametrize("word", ["khoa", "năm", "tỉnh", "57", "tram", "", "a", "nghiên", "st"])
def test_letters_alone_spell_nothing_else(word: str) -> None:
    assert decoded(word) is None


@given(st.sampled_from(MARKED))
def test_the_keys_of_every_syllable_spell_it_again(syllable: str) -> None:
    _, shape, tone = parts_of(syllable)
    for letters, tones in ((_TELEX, _TELEX_TONES), (_VNI, _VNI_TONES)):
        typed = "".join(letters.get(letter, letter) for letter in shape) + tones[tone]
        assert decoded(typed) == parts_of(syllable)


@given(st.text(max_size=20))
def test_any_run_of_letters_is_taken(form: str) -> None:
    found = decoded(unicodedata.normalize("NFC", form.lower()))
    assert found is None or (found.shape.isalpha() and len(found.plain) == len(found.shape))
