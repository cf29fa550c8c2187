"""Patterns for texts in matching form: in small letters, with the tones where that form places them."""

import re

from corpus.text import matching_form


def pattern(words: str) -> re.Pattern[str]:
    r"""Compile an expression written in small letters; classes in capitals (``\W``, ``\S``) have no place in it."""
    return re.compile(matching_form(words).replace("(?p<", "(?P<"))
