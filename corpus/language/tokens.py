"""Text → tokens of the language model: syllables in one spelling, numbers as one token, breaks where a clause ends."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from corpus.text import matching_form
from corpus.types import Span

BREAK = "."  # where nothing is said of what stands beside it: begin, end, full stop, cell
NUMBER = "0"
LONGEST = 24  # letters of a token; longer runs are no words

# A comma, a dash or a bracket parts words less than a full stop does: "khoa học, công nghệ" is asked for as "khoa học công nghệ".
_TOKEN = re.compile(r"(?P<word>[^\W\d_]+)|(?P<number>\d+(?:[.,/]\d+)*)|(?P<stop>[.;:!?…|\n•]+)")


def tokens_of(text: str) -> Iterator[str]:
    """The tokens of a text for counting; every text ends with a break."""
    for match in _TOKEN.finditer(matching_form(text)):
        kind = match.lastgroup
        if kind == "word":
            yield match[0] if len(match[0]) <= LONGEST else BREAK
        else:
            yield NUMBER if kind == "number" else BREAK
    yield BREAK


class Word(NamedTuple):
    """A run of letters and digits of a question. ``form``: its matching form. ``after_stop``: a clause ends before it."""

    span: Span
    typed: str
    form: str
    after_stop: bool

    @property
    def is_number(self) -> bool:
        """Digits alone."""
        return self.form.isdecimal()


_RUN = re.compile(r"(?P<word>[^\W_]+)|(?P<stop>[.;:!?…|\n•]+(?!\d))")


def words_of(question: str) -> list[Word]:
    """The words of an NFC question, with their places."""
    form = matching_form(question)
    found, stop = [], True
    for match in _RUN.finditer(question):
        if match.lastgroup == "word":
            span = Span(*match.span())
            found.append(Word(span, match[0], span.of(form), stop))
        stop = match.lastgroup == "stop"
    return found
