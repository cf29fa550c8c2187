"""One typing slip in a syllable."""

import random
import unicodedata
from collections.abc import Callable

# Keys beside each other on the rows of a QWERTY keyboard.
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_BESIDE = {key: row[max(0, n - 1) : n] + row[n + 1 : n + 2] for row in _ROWS for n, key in enumerate(row)}
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def slip(syllable: str, drawn: random.Random) -> str:
    """The syllable with one slip: never the syllable itself, never nothing.

    Kinds are drawn evenly; one that cannot change this syllable (another tone, where there is none) gives way to another.
    """
    kinds = list(_KINDS)
    drawn.shuffle(kinds)
    for kind in kinds:
        changed = kind(syllable, drawn)
        if changed not in ("", syllable):
            return changed
    return syllable + syllable[-1]


def drop(syllable: str, drawn: random.Random) -> str:
    """A letter left out."""
    at = drawn.randrange(len(syllable))
    return syllable[:at] + syllable[at + 1 :]


def double(syllable: str, drawn: random.Random) -> str:
    """A letter twice."""
    at = drawn.randrange(len(syllable))
    return syllable[: at + 1] + syllable[at:]


def swap(syllable: str, drawn: random.Random) -> str:
    """Two neighbouring letters in the other order."""
    if len(syllable) < 2:
        return syllable
    at = drawn.randrange(len(syllable) - 1)
    return syllable[:at] + syllable[at + 1] + syllable[at] + syllable[at + 2 :]


def neighbour(syllable: str, drawn: random.Random) -> str:
    """The key beside the one that was meant."""
    places = [at for at, letter in enumerate(syllable) if letter.lower() in _BESIDE]
    if not places:
        return syllable
    at = drawn.choice(places)
    key = drawn.choice(_BESIDE[syllable[at].lower()])
    return syllable[:at] + (key.upper() if syllable[at].isupper() else key) + syllable[at + 1 :]


def wrong_mark(syllable: str, drawn: random.Random) -> str:
    """Another tone, or none, on the letter that bears one."""
    for at, letter in enumerate(syllable):
        parts = unicodedata.normalize("NFD", letter)
        if tone := next((mark for mark in parts if mark in _TONES), ""):
            other = drawn.choice([mark for mark in ("", *_TONES) if mark != tone])
            toneless = unicodedata.normalize("NFC", parts.replace(tone, ""))
            return syllable[:at] + unicodedata.normalize("NFC", toneless + other) + syllable[at + 1 :]
    return syllable


_KINDS: tuple[Callable[[str, random.Random], str], ...] = (drop, double, swap, neighbour, wrong_mark)
