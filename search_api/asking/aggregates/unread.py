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

    def runs(self, without: Iterable[str] = ()) -> list[Span]:
        """Stretches that nobody understood, without the words at their ends that say nothing.

        Marks count in a question that has any: "tại" is not the end of "thiên tai".
        """
        bare = self.form == self.plain
        empty = frozenset(folded(word) if bare else word for word in map(matching_form, without))
        found: list[Span] = []
        words: list[re.Match[str]] = []
        for match in (*_WORD.finditer(self.form), None):
            if match is not None and not self._taken[match.start()] and self._goes_on(words, match):
                words.append(match)
                continue
            found += _trimmed(words, empty)
            words = [match] if match is not None and not self._taken[match.start()] else []
        return found

    def _goes_on(self, words: list[re.Match[str]], match: re.Match[str]) -> bool:
        """Whether nothing but a space, a comma or the like stands between a word and those before it."""
        return not words or self.form[words[-1].end() : match.start()].strip() in ("", ",", "&", "-", "–", "/")


def _trimmed(words: list[re.Match[str]], empty: frozenset[str]) -> list[Span]:
    telling = [match for match in words if match[0] not in empty]
    return [Span(telling[0].start(), telling[-1].end())] if telling else []
