"""Which pieces of one sequence are still in another, in the same order. Takes about as long as sorting, whatever the sequences hold."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

_DEEPEST = 6  # how often a stretch between two pairs is looked at again


def unchanged(before: Sequence[Hashable], after: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Pairs of positions that hold the same, both rising: as a person would pair lines, the rare ones first."""
    return sorted(_pairs(before, after, 0, len(before), 0, len(after), _DEEPEST))


def _pairs(
    old: Sequence[Hashable], new: Sequence[Hashable], a: int, b: int, c: int, d: int, depth: int
) -> Iterator[tuple[int, int]]:
    """Of old[a:b] and new[c:d]."""
    while a < b and c < d and old[a] == new[c]:
        yield a, c
        a, c = a + 1, c + 1
    while a < b and c < d and old[b - 1] == new[d - 1]:
        b, d = b - 1, d - 1
        yield b, d
    if a == b or c == d or not depth:
        return
    for x, y in [*_anchors(old, new, a, b, c, d), (b, d)]:
        yield from _pairs(old, new, a, x, c, y, depth - 1)
        if x < b:
            yield x, y
        a, c = x + 1, y + 1


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable], a: int, b: int, c: int, d: int) -> list[tuple[int, int]]:
    """The longest rising run of pairs of pieces that stand once in each stretch, or, where there are none, of any in both."""
    counts = Counter(old[a:b]), Counter(new[c:d])
    once = {piece for piece, count in counts[0].items() if count == counts[1][piece] == 1}
    if not once:
        once = counts[0].keys() & counts[1].keys()
    there = _numbered(new, c, d, once)
    places = [(x, there[key]) for key, x in _numbered(old, a, b, once).items() if key in there]
    return _rising(places)


def _numbered(
    pieces: Sequence[Hashable], first: int, end: int, wanted: set[Hashable]
) -> dict[tuple[Hashable, int], int]:
    """Places of the wanted pieces, each with the how-manieth it is of its kind."""
    seen: Counter[Hashable] = Counter()
    found = {}
    for at in range(first, end):
        if (piece := pieces[at]) in wanted:
            found[piece, seen[piece]] = at
            seen[piece] += 1
    return found


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run in which the second numbers rise, too (patience sorting)."""
    ends: list[int] = []  # the smallest last number of a run of each length
    heads: list[int] = []  # and the pair that has it
    former: list[int] = []
    for at, (_, second) in enumerate(pairs):
        length = bisect_left(ends, second)
        ends[length : length + 1], heads[length : length + 1] = [second], [at]
        former.append(heads[length - 1] if length else -1)
    run = []
    at = heads[-1] if heads else -1
    while at >= 0:
        run.append(pairs[at])
        at = former[at]
    return run[::-1]
