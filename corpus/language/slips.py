"""Typing slips: what was meant by a word with a letter doubled, swapped, dropped, or hit beside its key (Damerau, 1964)."""

from collections.abc import Iterator

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_BESIDE = {key: row[max(0, n - 1) : n] + row[n + 1 : n + 2] for row in _ROWS for n, key in enumerate(row)}
_LETTERS = "abcdeghiklmnopqrstuvxy"  # of Vietnamese words, without marks
_QUICK = {
    "f": "ph",
    "j": "gi",
    "z": "d",
    "w": "qu",
}  # letters of no Vietnamese word, put at the beginning for those of one
LONGEST = 10  # letters; longer words are no syllables
LIKELY, UNLIKELY = 0.0, 2.0  # costs beside that of a slip: an odd letter comes of no common slip


def meant_by(plain: str) -> dict[str, float]:
    """What an unmarked form may have been meant to be, one slip away, and what the kind of slip costs."""
    if not 1 < len(plain) <= LONGEST:
        return {}
    found = {quick + plain[len(key) :]: LIKELY for key, quick in _QUICK.items() if plain.startswith(key)}
    for form, cost in _one_slip_away(plain):
        if form != plain and cost < found.get(form, cost + 1):
            found[form] = cost
    return found


def _one_slip_away(plain: str) -> Iterator[tuple[str, float]]:
    for at, letter in enumerate(plain):
        before, after = plain[:at], plain[at + 1 :]
        if after:
            yield before + after[0] + letter + after[1:], LIKELY
        near = {before[-1:], after[:1], *_BESIDE.get(before[-1:], ""), *_BESIDE.get(after[:1], "")}
        yield before + after, LIKELY if letter in near else UNLIKELY  # a key twice, or two keys at once
        for other in _LETTERS:
            yield before + other + after, LIKELY if other in _BESIDE.get(letter, "") else UNLIKELY
            yield before + other + letter + after, LIKELY
    for other in _LETTERS:
        yield plain + other, LIKELY
