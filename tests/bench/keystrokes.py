"""A Vietnamese syllable → the keys pressed for it, as they stay in the text when the input method is off or was left too early."""

import random
import unicodedata

LATE_SHARE = 0.2  # of the letter marks that are keyed after the whole syllable, where most people key the tone

_TONES = {"\u0301": "s1", "\u0300": "f2", "\u0309": "r3", "\u0303": "x4", "\u0323": "j5"}
_TELEX = {"â": "a", "ê": "e", "ô": "o", "ă": "w", "ơ": "w", "ư": "w", "đ": "d"}
_VNI = {"â": "6", "ê": "6", "ô": "6", "ơ": "7", "ư": "7", "ă": "8", "đ": "9"}
_PLAIN = {"â": "a", "ê": "e", "ô": "o", "ă": "a", "ơ": "o", "ư": "u", "đ": "d"}


def telex(syllable: str, drawn: random.Random) -> str:
    """Telex: nghị → nghij, quyết → quyeets or quyetes, đường → dduowngf."""
    return _keys(syllable, _TELEX, 0, drawn)


def vni(syllable: str, drawn: random.Random) -> str:
    """VNI: nghị → nghi5, quyết → quye6t1 or quyet61, đường → d9uo7ng2."""
    return _keys(syllable, _VNI, 1, drawn)


def _keys(syllable: str, marks: dict[str, str], tone_column: int, drawn: random.Random) -> str:
    """The letters with their keys, then the keys that came late, then the tone. Keys are capitals in a syllable of capitals."""
    letters, tone = _toneless(syllable)
    late = drawn.random() < LATE_SHARE
    keys, at_end = [], ""
    for number, letter in enumerate(letters):
        small = letter.lower()
        plain = _PLAIN.get(small, small)
        keys.append(plain.upper() if letter.isupper() else plain)
        if small not in marks or (small == "ư" and letters[number + 1 : number + 2].lower() == "ơ"):
            continue  # one key marks both letters of ươ
        if late and small != "đ":
            at_end += marks[small]
        else:
            keys.append(marks[small])
    typed = "".join(keys) + at_end + (_TONES[tone][tone_column] if tone else "")
    return typed.upper() if len(syllable) > 1 and syllable.isupper() else typed


def _toneless(syllable: str) -> tuple[str, str]:
    """The letters without the tone, and the tone's combining mark or nothing."""
    parts = unicodedata.normalize("NFD", syllable)
    tone = next((mark for mark in parts if mark in _TONES), "")
    return unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES)), tone
