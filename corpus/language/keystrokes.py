"""Keys of Telex and VNI that were typed while the input method was off, or left too early: which syllable they spell.

Rules of both methods as Unikey and Windows have them: a tone's key stands anywhere after the vowel, a letter's mark after its letter or
later. Telex: aa ee oo dd, w for ă ơ ư, s f r x j for tones. VNI: 6 for â ê ô, 7 for ơ ư, 8 for ă, 9 for đ, 1 to 5 for tones.
"""

import re
from functools import lru_cache

from corpus.language.marks import Parts, parts_of
from corpus.text import folded

_TELEX_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_VNI_TONES = {"1": "\u0301", "2": "\u0300", "3": "\u0309", "4": "\u0303", "5": "\u0323"}
_VNI_LETTERS = {"6": {"a": "â", "e": "ê", "o": "ô"}, "7": {"o": "ơ", "u": "ư"}, "8": {"a": "ă"}, "9": {"d": "đ"}}
_HATS = {"a": "â", "e": "ê", "o": "ô"}
_HORNS = {"a": "ă", "o": "ơ", "u": "ư"}
_VOWELS = frozenset("aăâeêioôơuưy")
_BEFORE_O = ("oa", "oe")  # khoeo, ngoao: there is no ô before another vowel
_HORNED = re.compile(r"(?:ưo|uơ)(?=\w)")  # before another letter both are marked; at the end only ơ: thuở
LONGEST = 14  # keys of one syllable: nghieengx, duwowngf and some more


@lru_cache(1 << 14)
def decoded(form: str) -> Parts | None:
    """The syllable that a form spells in keys; None where no key of it is one for a mark. Letters may have some marks already."""
    if not 1 < len(form) <= LONGEST:
        return None
    begun = parts_of("".join(c for c in form if not c.isdigit()))
    shapes, keys = list(parts_of(form).shape), _Keys(begun.tone)
    vni = not form.isalpha()
    for key in shapes:
        (keys.vni if vni else keys.telex)(key)
    if not keys.used or not keys.shape.isalpha():
        return None
    shape = _HORNED.sub("ươ", keys.shape) if not keys.shape.startswith("qu") else keys.shape
    shape = shape.removesuffix("ươ") + "uơ" if shape.endswith("ươ") else shape
    return Parts(folded(shape), shape, keys.tone)


class _Keys:
    """An input method at work: letters so far, the tone, and how many keys were taken for marks."""

    def __init__(self, tone: str) -> None:
        self._letters: list[str] = []
        self.tone, self.used = tone, 0

    @property
    def shape(self) -> str:
        """The letters so far."""
        return "".join(self._letters)

    def telex(self, key: str) -> None:
        """Take a key of Telex."""
        if key in _TELEX_TONES and self._has_vowel():
            self._take_tone(_TELEX_TONES[key])
        elif key in _HATS and not self.shape.endswith(_BEFORE_O) and self._change(key, _HATS[key]):
            pass
        elif key == "d" and self._letters[:1] == ["d"]:
            self._change("d", "đ")
        elif key == "w":
            self._take_horn()
        else:
            self._letters.append(key)

    def vni(self, key: str) -> None:
        """Take a key of VNI."""
        if key in _VNI_TONES and self._has_vowel():
            self._take_tone(_VNI_TONES[key])
        elif key == "7":
            self._take_horn(breve=False)
        elif key in _VNI_LETTERS:
            if not any(self._change(plain, marked) for plain, marked in _VNI_LETTERS[key].items()):
                self._letters.append(key)
        else:
            self._letters.append(key)

    def _has_vowel(self) -> bool:
        return any(letter in _VOWELS for letter in self._letters)

    def _take_tone(self, tone: str) -> None:
        self.tone, self.used = tone, self.used + 1

    def _change(self, plain: str, marked: str) -> bool:
        """Mark the last such letter, if there is one."""
        if plain not in self._letters:
            return False
        at = len(self._letters) - 1 - self._letters[::-1].index(plain)
        self._letters[at] = marked
        self.used += 1
        return True

    def _take_horn(self, *, breve: bool = True) -> None:
        """The key marks both letters of ươ, the first of ưu, else the last letter that can have it; alone it is ư."""
        if "uo" in self.shape:
            at = self.shape.index("uo")
            self._letters[at : at + 2] = ["ư", "ơ"]
        elif "uu" in self.shape:
            self._letters[self.shape.index("uu")] = "ư"
        elif breve and "ua" in self.shape and "qua" not in self.shape:  # cuawr is cửa
            self._letters[self.shape.index("ua")] = "ư"
        elif not any(
            self._change(letter, _HORNS[letter])
            for letter in reversed(self._letters)
            if letter in ("aou" if breve else "ou")
        ):
            self._letters.append("ư")
        self.used += 1
