"""Lists that stand in one line: "gồm: (1) …; (2) …", "có trách nhiệm: a) …; b) …", and what a colon opens and semicolons part."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from corpus.catalogue.passages import StoredPassage
from corpus.types import PassageKind, Span
from search_api.asking.enumerations.series import Series
from search_api.asking.enumerations.things import LEAST

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_LETTERS = "abcdđeghiklm"
# Each kind of mark with its place in the order.
_FAMILIES: tuple[tuple[re.Pattern[str], dict[str, int]], ...] = (
    (re.compile(r"(?<!\S)\((\d{1,2})\)(?=\s)"), {str(n): n for n in range(1, 31)}),
    (re.compile(r"(?<!\S)\(([ivx]{1,4})\)(?=\s)"), {mark: n for n, mark in enumerate(_ROMAN, start=1)}),
    (re.compile(r"(?<!\S)\(?([a-eđghiklm])\)(?=\s)"), {mark: n for n, mark in enumerate(_LETTERS, start=1)}),
    (re.compile(r"(?<!\S)(\d{1,2})\)(?=\s)"), {str(n): n for n in range(1, 31)}),
)
_SENTENCE_END = re.compile(r"[.…](?=\s+[A-ZĐÂĂÊÔƠƯÁÀẢÃẠÝÍÓÚÉ(])|[.…]?\s*$")
_LEAD_FROM = re.compile(r"[.;]\s+|\(\d{1,2}\)\s")
_NEXT_OUTER = re.compile(r"[;.]\s+(?=\((?:\d{1,2}|[ivx]{1,4})\)\s|\(?[a-eđ]\)\s)")
_LONGEST_LINE, _LONGEST_LEAD = 4000, 220  # characters
_LEAST_PARTED = 3  # items that only semicolons part
_SHORTEST_ITEM = 3  # characters


def inline_series(text: str, passages: Sequence[StoredPassage], wanted: Collection[str]) -> list[Series]:
    """The lists in the lines of those passages that are wanted (ids). Items are passages of their own span, named as the one they stand in."""
    found: list[Series] = []
    seen: set[int] = set()
    for stored in passages:
        if stored.id not in wanted or stored.passage.kind in (PassageKind.ROW, PassageKind.CLOSING):
            continue
        start, end = text.rfind("\n", 0, stored.passage.span.start) + 1, text.find("\n", stored.passage.span.end)
        line = Span(start, end if end >= 0 else len(text))
        if start in seen or line.end - line.start > _LONGEST_LINE:
            continue
        seen.add(start)
        found += [_series(text, stored, passages, lead, items) for lead, items in lists_in(text, line)]
    return found


def lists_in(text: str, line: Span) -> list[tuple[Span, tuple[Span, ...]]]:
    """The lists of a line, each with the words that open it."""
    found = [run for pattern, order in _FAMILIES for run in _marked(text, line, pattern, order)]
    return found or list(_parted(text, line))


def _marked(
    text: str, line: Span, pattern: re.Pattern[str], order: dict[str, int]
) -> Iterator[tuple[Span, tuple[Span, ...]]]:
    run: list[re.Match[str]] = []
    for match in [*pattern.finditer(text, line.start, line.end), None]:
        number = order.get(match[1], 0) if match else 0
        if match and number == len(run) + 1:
            run.append(match)
            continue
        if len(run) >= LEAST and (lead := _lead(text, line, run[0].start())):
            yield lead, _items(text, run, line)
        run = [match] if match and number == 1 else []


def _items(text: str, run: Sequence[re.Match[str]], line: Span) -> tuple[Span, ...]:
    starts = [m.start() for m in run]
    outer = _NEXT_OUTER.search(text, run[-1].end(), line.end)
    ended = _SENTENCE_END.search(text, run[-1].end(), line.end)
    last = min(m.start() for m in (outer, ended) if m) if outer or ended else line.end
    return tuple(_trimmed(text, Span(a, b)) for a, b in zip(starts, [*starts[1:], last], strict=True))


def _parted(text: str, line: Span) -> Iterator[tuple[Span, tuple[Span, ...]]]:
    """What a colon opens and semicolons part, up to the end of the sentence."""
    colon = text.find(": ", line.start, line.end)
    if colon < 0 or not (lead := _lead(text, line, colon)):
        return
    ended = _SENTENCE_END.search(text, colon, line.end)
    parts, at = [], colon + 1
    for piece in text[at : ended.start() if ended else line.end].split(";"):
        parts.append(Span(at, at + len(piece)))
        at += len(piece) + 1
    items = tuple(item for part in parts if (item := _trimmed(text, part)).end - item.start >= _SHORTEST_ITEM)
    if len(items) >= _LEAST_PARTED:
        yield lead, items


def _lead(text: str, line: Span, end: int) -> Span | None:
    """The words that open a list: from the beginning of their sentence or clause."""
    begin = max(line.start, end - _LONGEST_LEAD)
    at = max((m.end() for m in _LEAD_FROM.finditer(text, begin, end)), default=begin)
    lead = _trimmed(text, Span(at, end), " \t:")
    return lead if lead.end - lead.start > _SHORTEST_ITEM else None


def _trimmed(text: str, span: Span, marks: str = " \t;,.") -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(" \t"))
    return Span(start, max(start, span.start + len(words.rstrip(marks))))


def _series(
    text: str, stored: StoredPassage, passages: Sequence[StoredPassage], lead: Span, items: Sequence[Span]
) -> Series:
    heading = stored.passage.heading
    title = (*heading[-1:], *(s.of(text) for s in stored.passage.context), lead.of(text))
    homes = [next((p for p in passages if p.passage.span.start <= i.start < p.passage.span.end), stored) for i in items]
    own = tuple(
        replace(home, passage=replace(home.passage, kind=PassageKind.ITEM, span=item, cells=(), columns=()))
        for home, item in zip(homes, items, strict=True)
    )
    return Series(own, title, heading[:-1], lead)
