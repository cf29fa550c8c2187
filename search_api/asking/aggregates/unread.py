"""A question of which words are taken away as they are understood: what nobody understood shows whether it was understood at all."""

import re
from collections.abc import Iterable, Iterator

from corpus.text import folded, matching_form
from corpus.types import Span

_WORD = re.compile(r"\w+")


class Unread:
    """``plain`` is the question in matching form without marks, code point for code point."""

    def __init__(self, question: str) -> None:
        self.text = question
        self.form = matching_form(question)
        self.plain = folded(self.form)
        self._taken = bytearray(len(question))

    def take(self, span: Span) -> None:
        """A stretch is understood."""
        self._taken[span.start : span.end] = b"\1" * (span.end - span.start)

    def is_taken(self, span: Span) -> bool:
        """Whether a word of a stretch is understood already."""
        return any(self._taken[span.start : span.end])

    def find(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Where a pattern stands in ``plain`` in words that are not yet understood."""
        return (match for match in pattern.finditer(self.plain) if not self.is_taken(Span(*match.span())))

    def take_all(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        """What ``find`` finds, taken away."""
        found = list(self.find(pattern))
        for match in found:
            self.take(Span(*match.span()))
        return found

    def left(self, without: Iterable[str] = ()) -> list[Span]:
        """Words that nobody understood, without those that say nothing (in ``plain``)."""
        empty = frozenset(without)
        words = (match for match in _WORD.finditer(self.plain) if not self._taken[match.start()])
        return [Span(*match.span()) for match in words if match[0] not in empty]

    def runs(self, without: Iterable[str] = ()) -> list[Span]:
        """The same in stretches: words with nothing but spaces and commas, or "và", between them."""
        found: list[Span] = []
        for span in self.left(without):
            between = self.plain[found[-1].end : span.start] if found else ""
            if (
                found
                and not any(self._taken[found[-1].end : span.start])
                and between.strip() in ("", ",", "va", "&", "-", "–")
            ):
                found[-1] = Span(found[-1].start, span.end)
            else:
                found.append(span)
        return found
