"""Vietnamese text: cleaning what enters the canonical text, and length-preserving forms that serve matching only."""

import re
import unicodedata
from functools import lru_cache

# Word's private-use bullets; spaces of odd widths.
_REPLACED = {
    "\uf0b7": "•", "\uf0a7": "•", "\uf0d8": "•", "\uf02d": "-", "\uf0fc": "•",
    **dict.fromkeys("\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
    **dict.fromkeys("\r\x0b\x0c\x85\u2028\u2029", "\n"),
}  # fmt: skip
# Nothing a reader sees: zero-width, soft hyphen, direction marks, the tag block (hidden text for language models).
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_TRANSLATION = str.maketrans(_REPLACED)
_LOOKALIKES = (("\u00d0", "Đ"), ("\u00f0", "đ"))  # Icelandic letters that old keyboards and OCR put in place of ours

_MARKS = "\u0300\u0301\u0303\u0309\u0323"


def clean(raw: str) -> str:
    """NFC text without characters that are not seen; line breaks stay, other white space becomes a space."""
    text = raw.replace("\r\n", "\n").translate(_TRANSLATION)
    return unicodedata.normalize("NFC", _CONTROL.sub("", _INVISIBLE.sub("", text)))


def one_line(raw: str) -> str:
    """Cleaned text on one line with single spaces."""
    return " ".join(clean(raw).split())


def mended(text: str) -> str:
    """Text with Đ and đ where letters stand that only look like them, code point for code point.

    For matching and for reading what is meant; a quotation keeps the letters of its source.
    """
    for strange, ours in _LOOKALIKES:  # str.translate takes fifty times as long, and all that is compared comes by here
        text = text.replace(strange, ours)
    return text


def _compose(letter: str, mark: str) -> str:
    return unicodedata.normalize("NFC", letter + mark)


def _tone_table() -> dict[str, str]:
    """Pairs of letters as older and newer schools place the tone: òa → oà, úy → uý, and so on."""
    table = {}
    for first, second in (("o", "a"), ("o", "e"), ("u", "y")):
        for mark in _MARKS:
            table[_compose(first, mark) + second] = first + _compose(second, mark)
    return table


_OLDER_TO_NEWER = _tone_table()
_MARKED = {base: "".join(_compose(base, mark) for mark in _MARKS) for base in "ou"}
# Of lower case; sets of letters, not alternatives: searched five times as fast.
_OLDER = re.compile(rf"(?<!q)(?:[{_MARKED['o']}][ae]|[{_MARKED['u']}]y)(?![^\W\d_])")
_MISPLACED_QUY = re.compile(rf"(?<=q)[{_MARKED['u']}]y")


def _newer(match: re.Match[str]) -> str:
    return _OLDER_TO_NEWER[match[0]]


def matching_form(text: str) -> str:
    """Lower case with one placement of tones (hòa → hoà, qúy → quý), code point for code point: offsets stay true.

    ``text`` is NFC. The newer placement is the target because it is the one that needs no look at the coda:
    "hoà" and "hoàn" carry the mark on the same letter.
    """
    return _known_form(text) if len(text) <= _SHORT else _form(text)


def _form(text: str) -> str:
    text = mended(text)
    lower = text.lower()
    if len(lower) != len(text):  # a few capitals (İ) become two code points
        lower = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
    return _MISPLACED_QUY.sub(_newer, _OLDER.sub(_newer, lower))


# The words of one unit, of one title are compared by many rules for one question, and for the next; whole texts are not worth the room.
_SHORT = 600  # characters
_known_form = lru_cache(16_384)(_form)


def folded(text: str) -> str:
    """Text without diacritics, code point for code point; ``text`` is NFC. Letters outside Vietnamese stay as they are."""
    return text.translate(_FOLD)


def _fold_table() -> dict[int, str]:
    table = {ord("đ"): "d", ord("Đ"): "D", 0xF0: "d", 0xD0: "D"}
    for base in "aăâeêioôơuưy":
        for mark in ("", *_MARKS):
            for letter in (base, base.upper()):
                composed = _compose(letter, mark)
                table[ord(composed)] = unicodedata.normalize("NFD", composed)[0]
    return table


_FOLD = _fold_table()
