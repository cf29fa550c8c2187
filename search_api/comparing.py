"""Two versions of a document side by side: lines that were changed, added or removed; those whose figures changed come first."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from corpus.text import matching_form
from corpus.types import Span, value
from search_api.aligning import unchanged

_ALIKE = 0.5  # of the words of two lines: what they must share to be one line, changed
_MOST_PAIRS = 1000  # lines × lines that are compared with one another; larger stretches are paired in order
_FIGURE = re.compile(r"\d+(?:[.,/]\d+)*")
_NUMBERING = re.compile(
    r"\s*(?:[-+•]|\(?(?:\d+(?:\.\d+)*|[a-zđ]|[IVXLC]+)[.)]|\d{1,3} \|)\s"
)  # of an item or a table row
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


@value
class _Line:
    """A line with its words, as they are written and as they are compared: case, tone placement and spaces do not count."""

    span: Span
    text: str
    words: tuple[str, ...]


def compare(before: str, after: str) -> list[Change]:
    """All changes, figures first, else in the order of the newer text."""
    old, new = _lines(before), _lines(after)
    changes: list[Change] = []
    a = c = 0
    same = unchanged([line.words for line in old], [line.words for line in new])
    for b, d in [*same, (len(old), len(new))]:
        changes += [_change(x, y) for x, y in _pairs(old[a:b], new[c:d])]
        a, c = b + 1, d + 1
    return sorted(changes, key=lambda change: not change.figures)


def _lines(text: str) -> list[_Line]:
    found = (Span(*match.span()) for match in re.finditer(r"[^\n]+", text))
    lines = ((span, span.of(text)) for span in found)
    return [_Line(span, line, tuple(matching_form(line).split())) for span, line in lines if not line.isspace()]


def _pairs(old: Sequence[_Line], new: Sequence[_Line]) -> Iterator[tuple[_Line | None, _Line | None]]:
    """Which line became which, in order; a line without a counterpart stands alone."""
    a = c = 0
    for b, d in [*_counterparts(old, new), (len(old), len(new))]:
        yield from ((line, None) for line in old[a:b])
        yield from ((None, line) for line in new[c:d])
        if b < len(old) and old[b].words != new[d].words:
            yield old[b], new[d]
        a, c = b + 1, d + 1


def _counterparts(old: Sequence[_Line], new: Sequence[_Line]) -> list[tuple[int, int]]:
    """Pairs of lines that are alike, both rising, so that all together are as alike as can be."""
    counts = [[Counter(line.words) for line in lines] for lines in (old, new)]
    if len(old) * len(new) > _MOST_PAIRS:
        return [(n, n) for n in range(min(len(old), len(new))) if _likeness(counts[0][n], counts[1][n]) >= _ALIKE]
    best: list[list[tuple[float, tuple[tuple[int, int], ...]]]] = [[(0.0, ())] * (len(new) + 1)]
    for a, mine in enumerate(counts[0]):
        row: list[tuple[float, tuple[tuple[int, int], ...]]] = [(0.0, ())]
        for c, yours in enumerate(counts[1]):
            likeness = _likeness(mine, yours)
            both = (best[a][c][0] + likeness, (*best[a][c][1], (a, c))) if likeness >= _ALIKE else (0.0, ())
            row.append(max(both, best[a][c + 1], row[c], key=lambda way: way[0]))
        best.append(row)
    return list(best[-1][-1][1])


def _likeness(mine: Counter[str], yours: Counter[str]) -> float:
    """The share of their words that two lines have in common."""
    return 2 * (mine & yours).total() / max(1, mine.total() + yours.total())


def _change(old: _Line | None, new: _Line | None) -> Change:
    if old is None or new is None:
        figures = any(_figures(line) for line in (old, new) if line is not None)
        return Change(old.span if old else None, new.span if new else None, (), (), figures)
    same = unchanged(old.words, new.words)
    return Change(
        old.span, new.span, _marks(old, {a for a, _ in same}), _marks(new, {b for _, b in same}), _figures(old) != _figures(new)
    )  # fmt: skip


def _marks(line: _Line, same: set[int]) -> tuple[Span, ...]:
    """Runs of words that are not the same in the other text."""
    marks: list[Span] = []
    last = -2
    for at, match in enumerate(_WORD.finditer(line.text)):
        if at in same:
            continue
        start, end = (line.span.start + place for place in match.span())
        if at == last + 1:
            marks[-1] = Span(marks[-1].start, end)
        else:
            marks.append(Span(start, end))
        last = at
    return tuple(marks)


def _figures(line: _Line) -> Counter[str]:
    """The numbers of a line, without the number that the line itself has."""
    numbering = _NUMBERING.match(line.text)
    return Counter(_FIGURE.findall(line.text, numbering.end() if numbering else 0))
