"""The lists of a document: passages that follow each other under one title, with marks of one kind; or rows of one table."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from corpus.catalogue.passages import StoredPassage
from corpus.types import PassageKind, Span, value
from search_api.asking.enumerations.things import LEAST, words_in

_FAMILIES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("1", re.compile(r"\d{1,3}(?:\s?[.)/]|\s?[-–]\s)")),
    ("a", re.compile(r"[a-zđ]\s?[.)]")),
    ("(1)", re.compile(r"\((?:\d{1,3}|[ivx]{1,5}|[a-zđ])\)")),
    ("-", re.compile(r"[-–+•*]\s?")),
)


@value
class Series:
    """A list: ``title``: the lines that say what it lists, the nearest last; ``over``: titles above those; ``lead``: of a list in one line
    the words before it.
    """

    passages: tuple[StoredPassage, ...]
    title: tuple[str, ...]
    over: tuple[str, ...]
    lead: Span | None = None

    @property
    def is_table(self) -> bool:
        """Whether its items are rows."""
        return self.passages[0].passage.kind is PassageKind.ROW


def series_of(text: str, passages: Sequence[StoredPassage], cut_at: Collection[int] = ()) -> list[Series]:
    """The lists of a stretch of a document, in order. ``cut_at``: ordinals at its ends beyond which a list may go on: that one is none."""
    found = []
    before = ""
    for (kind, heading, context, _), group in groupby(passages, key=lambda stored: _place(text, stored)):
        some = tuple(group)
        if any(one.passage.ordinal in cut_at for one in (some[0], some[-1])):
            continue
        if kind in (PassageKind.ITEM, PassageKind.ROW) and len(some) >= LEAST:
            found.append(Series(some, tuple(_title(text, heading, context, before)), heading[:-1]))
        before = some[-1].passage.span.of(text) if kind is PassageKind.PARAGRAPH else ""
    return found


def _place(text: str, stored: StoredPassage) -> tuple[PassageKind, tuple[str, ...], tuple[Span, ...], str]:
    """What the items of one list have alike."""
    passage = stored.passage
    mark = "" if passage.kind is PassageKind.ROW else family_of(passage.span.of(text))
    return passage.kind, passage.heading, passage.context, mark


def family_of(words: str) -> str:
    """Of what kind the mark is that a line begins with; "" where it has none."""
    return next((name for name, pattern in _FAMILIES if pattern.match(words)), "")


def _title(text: str, heading: tuple[str, ...], context: tuple[Span, ...], before: str) -> Iterator[str]:
    """The last heading, the lead-in, and a line right before that opens the list."""
    if heading:
        yield heading[-1]
    for span in context:
        if not heading or words_in(span.of(text)) != words_in(heading[-1]):
            yield span.of(text)
    if before.rstrip().endswith(":"):
        yield before[before.rstrip()[:-1].rfind(". ") + 1 :].strip()
