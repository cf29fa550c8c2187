"""The domain's values: what one stage hands to the next. All frozen; positions are Unicode code points of the canonical text."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar, dataclass_transform

import numpy as np
from numpy.typing import NDArray

T = TypeVar("T")

CELL_SEPARATOR = " | "  # between the cells of a table row in canonical text


@dataclass_transform(frozen_default=True)
def value(cls: type[T]) -> type[T]:
    """Make a frozen, slotted dataclass whose deep copy is itself: Haystack copies whatever goes through a socket."""
    cls.__deepcopy__ = lambda self, _memo: self  # type: ignore[attr-defined]
    return dataclass(frozen=True, slots=True)(cls)


class Span(NamedTuple):
    """Half-open range ``[start, end)`` of code points in a canonical text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of the span."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


class Box(NamedTuple):
    """A rectangle on a page (first page is 1), in points from the page's top left corner."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


class BlockKind(StrEnum):
    """What a reader saw: running text, a line marked as a heading by its format, or one row of a table."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ROW = "row"


@value
class Block:
    """One line of the canonical text. ``level``: of a heading its depth, if the format says. Rows know their cells and table."""

    kind: BlockKind
    span: Span
    level: int | None = None
    cells: tuple[Span, ...] = ()
    table: int | None = None
    header: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """Where each word of the text stands: ``spans`` (n, 2), ``pages`` (n,), ``boxes`` (n, 4: left, top, right, bottom; points)."""

    page_sizes: tuple[tuple[float, float], ...]
    spans: NDArray[np.int32]
    pages: NDArray[np.int16]
    boxes: NDArray[np.float32]

    def __deepcopy__(self, memo: dict[int, object]) -> "Layout":
        return self

    def _words(self, span: Span) -> slice:
        first = int(np.searchsorted(self.spans[:, 1], span.start, side="right"))
        last = int(np.searchsorted(self.spans[:, 0], span.end, side="left"))
        return slice(first, max(first, last))

    def page_of(self, span: Span) -> int | None:
        """The page on which the span begins, counted from 1; None where no word of it was placed."""
        words = self.pages[self._words(span)]
        return int(words[0]) if len(words) else None

    def boxes_of(self, span: Span) -> list[Box]:
        """One box for each run of words on one line, in reading order."""
        found = self._words(span)
        lines: list[Box] = []
        for page, (left, top, right, bottom) in zip(
            self.pages[found].tolist(), self.boxes[found].tolist(), strict=True
        ):
            last = lines[-1] if lines else None
            if last and last.page == page and min(bottom, last.bottom) - max(top, last.top) > 0 and left >= last.left:
                lines[-1] = Box(page, last.left, min(top, last.top), max(right, last.right), max(bottom, last.bottom))
            else:
                lines.append(Box(page, left, top, right, bottom))
        return lines


@value
class Document:
    """What a reader returns: the canonical text and its blocks, in order; layout where the format has pages.

    ``furniture`` holds the running heads, page numbers and portal lines that were left out of the text.
    """

    text: str
    blocks: tuple[Block, ...]
    pages: int | None = None
    layout: Layout | None = None
    furniture: tuple[str, ...] = ()


@value
class Field:
    """One item of front matter: its value in canonical form and the span that says so."""

    value: str
    span: Span | None = None


@value
class FrontMatter:
    """What a letterhead says of a document. A field that is not there is None: nothing is made up."""

    symbol: Field | None = None
    doc_type: Field | None = None
    issuer: Field | None = None
    place: Field | None = None
    issued_on: Field | None = None
    subject: Field | None = None
    signer: Field | None = None

    def items(self) -> Iterator[tuple[str, Field]]:
        """The fields that are there, by name."""
        for name in FRONT_FIELDS:
            if (field := getattr(self, name)) is not None:
                yield name, field

    @property
    def date(self) -> date | None:
        """The date of issue, if the letterhead gives it whole."""
        return date.fromisoformat(self.issued_on.value) if self.issued_on else None


FRONT_FIELDS = ("symbol", "doc_type", "issuer", "place", "issued_on", "subject", "signer")


class PassageKind(StrEnum):
    """Which unit of a document a passage is."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    LETTERHEAD = "letterhead"
    CLOSING = "closing"


@value
class Heading:
    """A title in the outline: ``level`` counts from 1, ``text`` is the line as it stands in the document."""

    span: Span
    level: int
    text: str


@value
class Passage:
    """The unit a person would cite. ``context``: lead-in or column headings that belong to it, spans of the same text."""

    ordinal: int
    kind: PassageKind
    span: Span
    heading: tuple[str, ...] = ()
    context: tuple[Span, ...] = ()
    cells: tuple[Span, ...] = ()
    columns: tuple[Span | None, ...] = ()
    page: int | None = None


class Stage(StrEnum):
    """How far adding a file has come. ``FAILED`` and ``CANCELLED`` can be tried again."""

    WAITING = "waiting"
    READING = "reading"
    ENCODING = "encoding"
    INDEXING = "indexing"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


ACTIVE_STAGES = (Stage.WAITING, Stage.READING, Stage.ENCODING, Stage.INDEXING)

Json = dict[str, Any]
