"""Numbers that people write out in words: "năm bảy" is 57, "hai mươi" 20, "một trăm bốn tư" 144; marked or not.

Single words are no numbers here: "năm" is also a year, "ba" a father, "không" a negation.
"""

import re

_DIGITS = {"khong": 0, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9}
_LAST = {**_DIGITS, "mot": 1, "tu": 4, "lam": 5, "nham": 5}  # what the units are called after others
_UNITS = "|".join(_DIGITS)
_END = "|".join(dict.fromkeys(_LAST))
_TENS = rf"(?:muoi(?: (?:{_END}))?|(?:{_UNITS}) muoi(?: (?:{_END}))?)"
_HUNDREDS = rf"(?:{_UNITS}) tram(?: (?:{_TENS}|(?:linh|le) (?:{_END})|(?:{_UNITS}) (?:{_END})|(?:{_UNITS})(?! (?:{_END}|muoi)\b)))?"
# a run of digits, one by one: "không bảy", "bảy bốn chín"
_RUN = rf"(?:{_UNITS})(?: (?:{_UNITS})){{0,2}} (?:{_END})"
NUMBER_WORDS = rf"(?:{_HUNDREDS}|{_TENS}|{_RUN})"
NUMBER_WORD = rf"(?:{_UNITS})"
_WHOLE = re.compile(NUMBER_WORDS)


def number_of_words(words: str) -> int | None:
    """The number that words without marks, in lower case and with single spaces say; None where they say none.

    >>> number_of_words("nam bay")
    57
    """
    if words in _DIGITS:
        return _DIGITS[words]
    if not _WHOLE.fullmatch(words):
        return None
    parts = words.split()
    if "tram" in parts:
        rest = [part for part in parts[2:] if part not in ("linh", "le")]
        small = _below_hundred(rest)
        if parts[2:] and len(rest) == 1 and parts[2] not in ("linh", "le", "muoi"):
            small *= 10  # "một trăm hai" is 120
        return _DIGITS[parts[0]] * 100 + small
    return _below_hundred(parts)


def _below_hundred(parts: list[str]) -> int:
    """ "nam muoi bay", "muoi sau", "bay bon chin": also longer runs of digits."""
    if "muoi" in parts:
        at = parts.index("muoi")
        tens = _DIGITS[parts[0]] if at else 1
        return 10 * tens + (_LAST[parts[at + 1]] if len(parts) > at + 1 else 0)
    total = 0
    for part in parts:
        total = 10 * total + _LAST[part]
    return total
