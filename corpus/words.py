"""The words of a text as they are found while somebody types: in lower case, numbers apart from letters, each after a space."""

import re

from corpus.text import matching_form, one_line

_WORD = re.compile(r"[^\W\d_]+|\d+")


def words_of(text: str) -> str:
    """Each word once: a word begins with ``typed`` where f" {typed}" stands in what is returned."""
    found = dict.fromkeys(_WORD.findall(matching_form(one_line(text))))
    return "".join(f" {word}" for word in found)
