"""TXT and Markdown, also text that a crawler pasted: broken lines, flattened tables, furniture of portals."""

import html
import itertools
import re
from collections.abc import Callable, Iterable, Sequence

from corpus.text import clean
from corpus.types import Document
from ingest.readers.building import TextBuilder
from ingest.readers.crawled_tables import BAR, Chunk, CrawledTable, Part, split_tables
from ingest.readers.encoding import check_legacy, decode
from ingest.readers.lines import Line, Wrapping, is_between, is_rule, join, joined, wrapping
from ingest.readers.portal import without_portal
from ingest.readers.side_by_side import SideBySide, split_columns

_HEADING = re.compile(r"^\s{0,6}(#{1,6})\s+(.*?)\s*#*\s*$")
_DELIMITER = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_CELL_BREAK = re.compile(r"(?<!\\)\|")
_LONGEST_TITLE = 300
_MOST_BROKEN = 8  # lines of one row of a table


def read_text(data: bytes) -> Document:
    """A TXT file."""
    return _read(decode(data), markdown=False)


def read_markdown(data: bytes) -> Document:
    """A Markdown file."""
    return _read(decode(data), markdown=True)


def _read(raw: str, *, markdown: bool) -> Document:
    check_legacy(raw)
    kept, left_out = without_portal(clean(raw).split("\n"))
    builder = TextBuilder()
    builder.furniture += [plain(line) if markdown else line for line in left_out]
    kept, numbers = _without_page_numbers(_whole_rows(kept))
    builder.furniture += numbers
    parts = _parts(kept, markdown=markdown)
    outside = [text for part in parts if isinstance(part, Chunk) for text in part.lines]
    kind, width = wrapping(_lines(outside, markdown=markdown))

    def paragraphs(lines: Iterable[str]) -> None:
        found = join(_lines(lines, markdown=markdown), kind, width)
        texts = [joined(line.text for line in paragraph) for paragraph in found]
        for number, (paragraph, text) in enumerate(zip(found, texts, strict=True)):
            bold = all(line.bold for line in paragraph) and len(text) <= _LONGEST_TITLE
            marked = bold and not text.endswith((".", ";", ","))
            between = kind is Wrapping.NONE and is_between(texts, number)
            builder.paragraph(text, heading=marked or between)

    for part in parts:
        if isinstance(part, CrawledTable):
            builder.table([[_cell(lines, markdown=markdown) for lines in row] for row in part.rows])
        elif isinstance(part, SideBySide):
            builder.table([[joined(part.left), joined(part.right)]])
        else:
            _read_blocks(part.lines, builder, paragraphs, markdown=markdown)
    return builder.document()


def _parts(lines: Sequence[str], *, markdown: bool) -> list[Part | SideBySide]:
    """Tables, columns and the text between them. Markdown has no columns: in it spaces mean nothing."""
    parts: list[Part | SideBySide] = []
    for piece in [tuple(lines)] if markdown else split_columns(lines):
        parts += [piece] if isinstance(piece, SideBySide) else split_tables(piece)
    return parts


def _whole_rows(lines: Sequence[str]) -> list[str]:
    """Rows of a pipe table that were broken inside a cell, put together again: they begin with a bar and end with one."""
    out: list[str] = []
    open_row = 0  # lines of the row so far
    for line in lines:
        if open_row and open_row < _MOST_BROKEN and line.strip() not in ("", BAR):
            out[-1] += " " + _leave_out_rules(line)
            open_row = 0 if line.rstrip().endswith(BAR) else open_row + 1
            continue
        out.append(line)
        starts = line.lstrip().startswith(BAR) and line.strip() != BAR and not line.rstrip().endswith(BAR)
        open_row = int(starts)
    return out


def _leave_out_rules(line: str) -> str:
    return BAR.join("" if is_rule(piece.replace("\\", "")) else piece for piece in line.split(BAR))


def _without_page_numbers(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """Lines that hold only a number count pages when there are three or more and each is one above the last."""
    bars = {at for at, line in enumerate(lines) if line.strip() == BAR}
    alone = (at for at, line in enumerate(lines) if line.strip().isdecimal() and len(line.strip()) <= 3)
    found = [
        (at, int(lines[at])) for at in alone if at - 1 not in bars and at + 1 not in bars
    ]  # else a cell of a table
    counted = len(found) >= 3 and all(b == a + 1 for (_, a), (_, b) in itertools.pairwise(found))
    places = {at for at, _ in found} if counted else set()
    return [line for at, line in enumerate(lines) if at not in places], [lines[at].strip() for at in sorted(places)]


def _read_blocks(
    lines: Sequence[str], builder: TextBuilder, paragraphs: Callable[[Iterable[str]], None], *, markdown: bool
) -> None:
    """Headings and pipe tables of Markdown; all else is handed on as lines of paragraphs."""
    waiting: list[str] = []
    at = 0
    while at < len(lines):
        heading = _HEADING.match(lines[at]) if markdown else None
        table = _table_at(lines, at)
        if heading or table:
            paragraphs(waiting)
            waiting = []
        if heading:
            builder.paragraph(plain(heading[2]), level=len(heading[1]))
            at += 1
        elif table:
            rows = [_cells(line, markdown=markdown) for line in lines[at : at + table] if not _DELIMITER.match(line)]
            builder.table(rows, headers=1 if _DELIMITER.match(lines[at + 1]) else None)
            at += table
        else:
            waiting.append(lines[at])
            at += 1
    paragraphs(waiting)


def _table_at(lines: Sequence[str], at: int) -> int:
    """How many lines, from here, are rows of a pipe table; 0 for none. One row alone is no table."""
    end = at
    while end < len(lines) and len(_CELL_BREAK.findall(lines[end])) >= 2:
        end += 1
    return end - at if end - at >= 2 else 0


def _cells(line: str, *, markdown: bool) -> list[str]:
    cells = _CELL_BREAK.split(line.strip())
    cells = cells[1:] if not cells[0].strip() else cells
    cells = cells[:-1] if cells and not cells[-1].strip() else cells
    return [plain(cell) if markdown else cell for cell in cells]


def _cell(lines: Sequence[str], *, markdown: bool) -> str:
    words = (" ".join((plain(line) if markdown else line).split()) for line in lines if not is_rule(line))
    return joined(line for line in words if line)


def _lines(raw: Iterable[str], *, markdown: bool) -> list[Line]:
    """Lines with what their marks say; blank lines and rules become gaps, and so do Markdown's hard breaks."""
    lines: list[Line] = []
    gap, bold = True, False
    for text in raw:
        share, still = _bold_share(text, bold) if markdown else (0.0, False)
        words = " ".join((plain(text) if markdown else text).split())
        if not words or is_rule(words):
            gap, bold = True, False
            continue
        lines.append(Line(words, gap, share > 0.9, still))
        bold = still
        gap = markdown and text.endswith(("  ", "\\"))
    return lines


def _bold_share(text: str, bold: bool) -> tuple[float, bool]:
    """How much of a line stands in bold, and whether bold type is still on at its end."""
    letters = {True: 0, False: 0}
    for number, piece in enumerate(text.split("**")):
        if number:
            bold = not bold
        letters[bold] += sum(c.isalnum() for c in piece)
    return letters[True] / max(1, sum(letters.values())), bold


_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~])")
_IMAGE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]+)\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)")
_TAG = re.compile(r"</?(?:br|p|b|i|u|em|strong|sup|sub|span|div|font|center|a|hr|small)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_BULLET = re.compile(r"^(\s*)[*•]\s+")
_UNDERLINED = re.compile(r"(?<!\w)(_{1,2})(?=\S)(.+?)(?<=\S)\1(?!\w)")


def plain(text: str) -> str:
    """Markdown's inline marks taken away: what is left is what a reader sees."""
    text = _BULLET.sub(r"\1- ", text)
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[1])
        return f"\x00{len(kept) - 1}\x00"

    text = _ESCAPE.sub(keep, text)
    text = _LINK.sub(r"\1", _IMAGE.sub(r"\1", text))
    text = _TAG.sub(" ", text).replace("*", "").replace("`", "")
    text = html.unescape(_UNDERLINED.sub(r"\2", text))
    return re.sub(r"\x00(\d+)\x00", lambda m: kept[int(m[1])], text)
