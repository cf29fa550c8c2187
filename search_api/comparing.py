"""Two versions of a document side by side: lines that were changed, added or removed; those whose figures changed come first."""

import difflib
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from corpus.text import matching_form
from corpus.types import Span, value

_ALIKE = 0.5  # words that two lines must share to be one line, changed
_MOST_PAIRS = 4000  # lines × lines that are compared with one another; larger stretches are paired in order
_FIGURE = re.compile(r"\d+(?:[.,/]\d+)*")
_WORD = re.compile(r"\S+")


@value
class Change:
    """``before`` and ``after``: the line in each text, None where it is not there; the marks are what differs in it."""

    before: Span | None
    after: Span | None
    before_marks: tuple[Span, ...]
    after_marks: tuple[Span, ...]
    figures: bool

    @property
    def kind(self) -> str:
        """Whether the line was changed, added or removed."""
        return "added" if self.before is None else "removed" if self.after is None else "changed"


def compare(before: str, after: str) -> list[Change]:
    """All changes, figures first, else in the order of the newer text."""
    old, new = _lines(before), _lines(after)
    keys = [[matching_form(span.of(text)) for span in lines] for text, lines in ((before, old), (after, new))]
    changes: list[Change] = []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_opcodes():
        if tag != "equal":
            changes += [_change(before, after, x, y) for x, y in _pairs(before, after, old[a:b], new[c:d])]
    return sorted(changes, key=lambda change: not change.figures)


def _lines(text: str) -> list[Span]:
    return [Span(*match.span()) for match in re.finditer(r"[^\n]+", text)]


def _pairs(
    before: str, after: str, old: Sequence[Span], new: Sequence[Span]
) -> Iterator[tuple[Span | None, Span | None]]:
    """Which line became which, in order; a line without a counterpart stands alone."""
    if len(old) * len(new) > _MOST_PAIRS:
        longest = max(len(old), len(new))
        yield from zip([*old, *[None] * (longest - len(old))], [*new, *[None] * (longest - len(new))], strict=True)
        return
    rest = list(old)
    for line in new:
        alike = [_likeness(span.of(before), line.of(after)) for span in rest]
        best = max(range(len(rest)), key=alike.__getitem__, default=None)
        if best is None or alike[best] < _ALIKE:
            yield None, line
            continue
        for skipped in rest[:best]:
            yield skipped, None
        yield rest[best], line
        rest = rest[best + 1 :]
    for left in rest:
        yield left, None


def _likeness(one: str, other: str) -> float:
    words = [Counter(matching_form(text).split()) for text in (one, other)]
    shared = sum((words[0] & words[1]).values())
    return 2 * shared / max(1, sum(words[0].values()) + sum(words[1].values()))


def _change(before: str, after: str, old: Span | None, new: Span | None) -> Change:
    if old is None or new is None:
        words = [span.of(text) for span, text in ((old, before), (new, after)) if span is not None]
        return Change(old, new, (), (), _FIGURE.search(words[0]) is not None)
    mine, yours = _words(before, old), _words(after, new)
    matcher = difflib.SequenceMatcher(None, [s.of(before) for s in mine], [s.of(after) for s in yours], autojunk=False)
    marks: tuple[list[Span], list[Span]] = ([], [])
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        if b > a:
            marks[0].append(Span(mine[a].start, mine[b - 1].end))
        if d > c:
            marks[1].append(Span(yours[c].start, yours[d - 1].end))
    figures = Counter(_FIGURE.findall(old.of(before))) != Counter(_FIGURE.findall(new.of(after)))
    return Change(old, new, tuple(marks[0]), tuple(marks[1]), figures)


def _words(text: str, span: Span) -> list[Span]:
    return [Span(*match.span()) for match in _WORD.finditer(text, span.start, span.end)]
