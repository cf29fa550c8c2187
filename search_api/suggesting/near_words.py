"""What a typed word may have been meant as, letters without marks: keys of Telex taken for letters, one slip of the hand."""

import re
from collections.abc import Iterator

SHORTEST = 5  # letters: in shorter words a slip makes another word
_LETTERS = "abcdeghiklmnopqrstuvxy"
_DOUBLED = re.compile(r"([aeod])\1")
_HORNS = re.compile(r"(?<=[aou])w|w(?=[nmcptu]|$)")
_TONES = re.compile(
    r"(?<=[aeiouy])[sfrxj](?=[aeiouymnpctgh]{0,3}$)|(?<=[aeiouy][mnpctgh])[sfrxj]$|(?<=ng|nh|ch)[sfrxj]$"
)


def without_keys(word: str) -> str:
    """A word without keys of Telex: "quyeets" → "quyet", "ddooir" → "doi". One that has none stays as it is."""
    return _TONES.sub("", _HORNS.sub("", _DOUBLED.sub(r"\1", word)), count=1)


def one_slip_away(word: str) -> Iterator[str]:
    """Words with one letter more, fewer, another, or two neighbours swapped."""
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in _LETTERS:
            yield head + letter + tail
            if tail and tail[0] != letter:
                yield head + letter + tail[1:]
