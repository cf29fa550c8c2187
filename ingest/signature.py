"""The end of a document: to whom it goes, in whose name it is signed, and who signed.

Recipients and signature stand side by side (one row of a table), or one after the other, in either order.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.types import Document, Field, Span, value
from ingest.markers import marker_of

_RECIPIENTS = re.compile(r"nơi nhận\s*(?:$|[:(])", re.IGNORECASE)
_RECIPIENT = re.compile(r"[-+–•]\s|Lưu\b|.{1,80};$")
_AUTHORITY = re.compile(
    r"(?:TM\.|T/M\b|KT\.|TL\.|TUQ\.|Q\.|(?:PHÓ )?(?:CHỦ TỊCH|BÍ THƯ|THỦ TƯỚNG|BỘ TRƯỞNG|THỨ TRƯỞNG|(?:TỔNG )?GIÁM ĐỐC|CHỦ NHIỆM|CHÁNH (?:VĂN PHÒNG|ÁN|THANH TRA)|"
    r"TRƯỞNG (?:BAN|PHÒNG|ĐOÀN|THÔN)|TỔNG BÍ THƯ|(?:CHI )?CỤC TRƯỞNG|(?:HIỆU|VIỆN|TỔ) TRƯỞNG|THỐNG ĐỐC|TỔNG KIỂM TOÁN)\b)"
)
_SIGNED = re.compile(r"[\[(]?(?:đã ký|daky)\b|(?:ký (?:số )?bởi|người ký|(?:ngày|thời gian) ký)\s*:", re.IGNORECASE)
_NAME_WORD = re.compile(r"(?:[^\W\d_][’'])?[^\W\d_]+")
_LONGEST_LINE = 60  # characters of a line between the authority and the name
_MOST_WORDS = 8  # of a line that ends with the name: before it may stand a rank or a degree
_LONGEST_CELL = 400

_Cell = tuple[Span, str]


@value
class Closing:
    """The blocks of recipients and signature, and the name under it."""

    blocks: frozenset[int]
    signer: Field | None


def read_closing(document: Document, begin: int) -> Closing:
    """What stands at the end of a document whose letterhead ends before block ``begin``.

    The signer is that of the first signature: those behind it belong to documents that are attached.
    """
    blocks = _cells(document)
    recipients = {number for run in _recipients(blocks, begin) for number in run}
    for first in range(begin, len(blocks)):
        column = _authority(blocks[first])
        if column is None:
            continue
        signature, signer = _signature(_below(document, blocks, first, column), first)
        beside = recipients & {first - 1, *signature, signature.stop}
        if signer or beside:  # a draft is not signed yet
            return Closing(frozenset(recipients | set(signature)), signer)
    return Closing(frozenset(recipients), None)


def _cells(document: Document) -> list[list[_Cell]]:
    """The cells of each block; a paragraph is one. Rows below column headings have none: they are data."""
    data = {block.table for block in document.blocks if block.header}
    return [
        [(span, span.of(document.text)) for span in block.cells or (block.span,)]
        if block.table is None or block.table not in data
        else []
        for block in document.blocks
    ]


def _recipients(blocks: Sequence[Sequence[_Cell]], begin: int) -> Iterator[range]:
    """Each place where recipients are named: "Nơi nhận:" and the list below it."""
    for first in range(begin, len(blocks)):
        if any(_RECIPIENTS.match(text) for _, text in blocks[first]):
            end = first + 1
            while end < len(blocks) and len(blocks[end]) == 1 and _RECIPIENT.match(blocks[end][0][1]):
                end += 1
            yield range(first, end)


def _authority(cells: Sequence[_Cell]) -> int | None:
    """Which cell begins with the authority: "TM. ỦY BAN NHÂN DÂN", "KT. BỘ TRƯỞNG", "CHỦ TỊCH"."""
    for at, (_, text) in enumerate(cells):
        if _AUTHORITY.match(text) and (text.isupper() or len(cells) > 1):
            beside = [other for number, (_, other) in enumerate(cells) if number != at and other]
            recipients = any(map(_RECIPIENTS.match, beside))
            return at if recipients or all(map(_can_stand_beside, beside)) else None
    return None


def _can_stand_beside(text: str) -> bool:
    """Whether a cell can stand beside a signature; a number or a name cannot: they are a list of people."""
    return text.isupper() or any(form.match(text) for form in (_RECIPIENT, _AUTHORITY))


def _below(
    document: Document, blocks: Sequence[Sequence[_Cell]], first: int, column: int
) -> Iterator[tuple[int, Sequence[_Cell]]]:
    """The blocks from ``first`` on; of a signature over several rows of one table only its column."""
    table = document.blocks[first].table
    for number in range(first, len(blocks)):
        cells = blocks[number]
        if number > first and table is not None and document.blocks[number].table == table:
            cells = cells[column : column + 1]
        yield number, cells


def _signature(blocks: Iterable[tuple[int, Sequence[_Cell]]], first: int) -> tuple[range, Field | None]:
    """The blocks from an authority down to the name."""
    end = first
    for number, cells in blocks:
        if (signer := _name(cells)) is not None:
            return range(first, number + 1), signer
        if number > first and not _is_between(cells):
            break
        end = number + 1
    return range(first, end), None


def _is_between(cells: Sequence[_Cell]) -> bool:
    """Whether a line can stand between authority and name: more of the authority, or the note that it was signed."""
    if len(cells) != 1 or len(cells[0][1]) > _LONGEST_LINE:
        return False
    text = cells[0][1]
    marker = marker_of(text)
    return not text or (text.isupper() and marker is None) or _SIGNED.match(text) is not None


def _name(cells: Sequence[_Cell]) -> Field | None:
    """The name at the end of a line, or of the cell of the authority."""
    for span, text in cells[_authority(cells) or 0 :]:
        short = len(text) <= _LONGEST_CELL if len(cells) > 1 else len(text.split()) <= _MOST_WORDS
        name = _person(text) if short and not _SIGNED.match(text) else None
        if name:
            return Field(name, Span(span.end - len(name), span.end))
    return None


def _person(text: str) -> str | None:
    """Two to five words at the end that have capitals only at their beginnings; H’Lim and K'Nhỏ are such words."""
    words = text.split()
    first = len(words)
    while first and len(words) - first < 5 and _NAME_WORD.fullmatch(words[first - 1]) and _is_name(words[first - 1]):
        first -= 1
    return " ".join(words[first:]) if len(words) - first >= 2 else None


def _is_name(word: str) -> bool:
    return all(part.istitle() for part in re.split("[’']", word))
