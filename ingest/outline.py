"""The outline of a document: which title, article, clause or bullet each block stands under.

Two families of numbering are read by one rule (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6; Hướng dẫn 36-HD/VPTW, II.5): Party documents go
I- / 1- / 1.1 / a) / - / +, State documents Phần / Chương / Mục / Điều / 1. / a). Each marker has a rank; a marker that is already open
closes what stands below it, a new one opens a level beneath what is open and ranks above it. An annex or an attached document begins anew.
"""

import re
from collections.abc import Sequence

from corpus.types import Block, BlockKind, Document, Heading, Span, value
from ingest.lists import Lists
from ingest.markers import Rank, marker_of
from ingest.table_groups import filled_cells, group_rank, is_beside, is_group, table_widths

_LONGEST_TITLE = 220  # characters of a line that can be a title
_SHOWN = 160  # characters of an ancestor that is shown in a path


# The authority's name and its enacting words stand over everything and say nothing of the place.
_ENACTING = re.compile(
    r"^(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|NGHỊ QUYẾT)\s*:?$|^(?:CHÍNH PHỦ|QUỐC HỘI|BỘ TRƯỞNG|THỦ TƯỚNG|CHỦ TỊCH|[ỦU][ỶY] BAN|HỘI ĐỒNG)[^a-zđ:]*$"
)
_ATTACHED = re.compile(r"^\(?\s*(?:ban hành )?kèm theo\b", re.IGNORECASE)


@value
class Place:
    """Where a block stands: numbers of the blocks above it, from the widest; the rank of its own marker, if any."""

    above: tuple[int, ...]
    rank: int | None


@value
class Outline:
    """A place for each block, and the titles for a table of contents."""

    places: tuple[Place, ...]
    headings: tuple[Heading, ...]


@value
class _Open:
    rank: float
    block: int


def read_outline(document: Document, skipped: frozenset[int] = frozenset()) -> Outline:
    """The outline. ``skipped`` blocks (letterhead, signature) stand outside it."""
    places: list[Place] = []
    headings: list[Heading] = []
    stack: list[_Open] = []
    table: int | None = None
    attached = _attached_titles(document)
    widths = table_widths(document)
    lists = Lists(document, skipped)
    for number, block in enumerate(document.blocks):
        text = block.span.of(document.text)
        if number in skipped:
            places.append(Place((), None))
            continue
        if block.kind is BlockKind.ROW:
            stack, rank = _table_row(stack, document, number, block, widths[block.table], new=block.table != table)
            table = block.table
        else:
            table = None
            stack, rank = _paragraph(stack, document, number, block, text, attached, lists)
        own = stack[-1].block == number if stack else False
        above = tuple(o.block for o in (stack[:-1] if own else stack))
        places.append(Place(above, rank))
        if own and block.kind is not BlockKind.ROW:
            lists.item(above, stack[-1].rank)
        if own and rank is not None and rank < Rank.LEAD_IN and _is_title(block, text, rank):
            headings.append(Heading(block.span, len(above) + 1, words_of(document, number)))
    return Outline(tuple(places), tuple(headings))


def _paragraph(
    stack: list[_Open],
    document: Document,
    number: int,
    block: Block,
    text: str,
    attached: frozenset[int],
    lists: Lists,
) -> tuple[list[_Open], int | None]:
    if number in attached:
        return [_Open(Rank.ANNEX, number)], Rank.ANNEX
    marker = marker_of(text)
    if marker is not None:
        rank: float = marker.rank
        return [*_close(stack, rank, first=marker.first, document=document), _Open(rank, number)], marker.rank
    if _ENACTING.match(text):
        return [o for o in stack if o.rank <= Rank.ANNEX], None
    if _is_unnumbered_title(document, number, stack):
        level: float = Rank.TITLE + (block.level if block.level is not None else 9)
        if block.level is None and stack and stack[-1].rank >= Rank.LETTER_CAPITAL:
            # bold words without a number: a small title inside what is open
            kept = [o for o in stack if o.rank < Rank.LETTER]
            return [*kept, _Open(Rank.LEAD_IN, number)], Rank.LEAD_IN
        if block.level is None and stack and stack[-1].block == number - 1 and stack[-1].rank >= level:
            level = stack[-1].rank + 0.01  # the next line of one title
        return [*(o for o in stack if o.rank < level), _Open(level, number)], Rank.TITLE
    kept = [o for o in stack if o.rank < Rank.LEAD_IN]
    while kept and lists.is_over(number, kept[-1].block, tuple(o.block for o in kept[:-1]), kept[-1].rank):
        kept.pop()
    if text.endswith(":"):
        return [*kept, _Open(Rank.LEAD_IN, number)], Rank.LEAD_IN
    return kept, None


def _is_unnumbered_title(document: Document, number: int, stack: Sequence[_Open]) -> bool:
    """A line that its format marks, or one in capitals below "PHỤ LỤC" or "Chương I". A bold lead-in is none, nor is the last line."""
    block = document.blocks[number]
    text = block.span.of(document.text)
    if len(text) > _LONGEST_TITLE or number + 1 == len(document.blocks):
        return False
    if block.kind is BlockKind.HEADING:
        return block.level is not None or not text.endswith(":")
    top = stack[-1] if stack else None
    if top is None or top.block != number - 1 or not text.isupper():
        return False
    return top.rank <= Rank.SECTION or Rank.TITLE + 9 <= top.rank < Rank.LETTER_CAPITAL


def _close(stack: Sequence[_Open], rank: float, *, first: bool, document: Document) -> list[_Open]:
    """What stays open when a marker of this rank comes."""
    for at, entry in enumerate(stack):
        if entry.rank == rank:
            return list(stack[:at])
        if entry.rank == Rank.ROMAN and first and rank == Rank.LETTER_CAPITAL:
            return list(stack[: at + 1])  # letters that are not above the Roman numbers are below them: I. A. B. II.
    in_article = first and rank == Rank.ROMAN and bool(stack) and stack[-1].rank == Rank.ARTICLE
    if in_article and document.blocks[stack[-1].block].span.of(document.text).endswith(":"):
        return list(stack)  # "Điều 1. Phê duyệt … như sau:" I. II. III.
    return [entry for entry in stack if entry.rank < rank]


def _table_row(
    stack: list[_Open], document: Document, number: int, block: Block, width: int, *, new: bool
) -> tuple[list[_Open], int | None]:
    """Rows stand under what is open before the table; a row that only names a group is a title for those after it."""
    kept = (
        [o for o in stack if o.rank <= Rank.LEAD_IN]
        if new
        else [o for o in stack if not _in_table(document, o, block.table)]
    )
    groups = [] if new else [o for o in stack if _in_table(document, o, block.table)]
    filled = [span.of(document.text) for span in filled_cells(block)]
    if block.header or not is_group(filled, width):
        return [*kept, *(g for g in groups if not is_beside(document, g.block, filled))], None
    rank = Rank.DASH + 0.1 + group_rank(filled[0]) / 100
    return [*kept, *(g for g in groups if g.rank < rank), _Open(rank, number)], Rank.TITLE


def _in_table(document: Document, entry: _Open, table: int | None) -> bool:
    return document.blocks[entry.block].table is not None and document.blocks[entry.block].table == table


def _attached_titles(document: Document) -> frozenset[int]:
    """Titles of documents attached below a signature: the first of the lines in capitals above "(Kèm theo …)"."""
    found: set[int] = set()
    for number, block in enumerate(document.blocks):
        if not _ATTACHED.match(block.span.of(document.text)):
            continue
        first = number
        while first > 0 and number - first < 5 and _can_be_attached_title(document, first - 1):
            first -= 1
        if first < number:
            found.add(first)
    return frozenset(found)


def _can_be_attached_title(document: Document, number: int) -> bool:
    block = document.blocks[number]
    text = block.span.of(document.text)
    title = block.kind is BlockKind.HEADING or text.isupper() or (number > 0 and text[:1].islower())
    return block.kind is not BlockKind.ROW and title and len(text) < 400 and not text.endswith((".", ";"))


def _is_title(block: Block, text: str, rank: int) -> bool:
    if rank in (Rank.ANNEX, Rank.PART, Rank.CHAPTER, Rank.SECTION, Rank.ARTICLE):
        return True
    return len(text) <= _LONGEST_TITLE and (block.kind is not BlockKind.PARAGRAPH or not text.endswith((".", ";")))


def words_of(document: Document, number: int) -> str:
    """The words of a block; of a row those of its cells."""
    block = document.blocks[number]
    spans = filled_cells(block) if block.kind is BlockKind.ROW else (block.span,)
    return " ".join(span.of(document.text) for span in spans)


def shown(document: Document, number: int) -> str:
    """An ancestor's words in a path: the title, or the beginning of a clause that has parts."""
    words = words_of(document, number)
    if len(words) <= _SHOWN:
        return words
    cut = re.match(rf"(.{{20,{_SHOWN}}}?)[.:;](?:\s|$)", words)
    return cut[1] if cut else words[: words.rfind(" ", 0, _SHOWN)] + "…"


def path_of(document: Document, place: Place) -> tuple[str, ...]:
    """The words of all that stands above a block."""
    return tuple(shown(document, number) for number in place.above)


def lead_in(document: Document, place: Place) -> tuple[Span, ...]:
    """The line that introduces a list, if the block directly above ends with a colon."""
    if not place.above:
        return ()
    block = document.blocks[place.above[-1]]
    return (block.span,) if block.span.of(document.text).endswith(":") and block.kind is not BlockKind.ROW else ()
