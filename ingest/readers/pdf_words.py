"""A PDF page → words with boxes, in the order in which they are drawn, grouped into pieces of lines.

PDFium gives characters with boxes and baselines. Text engines that cut words by the spaces a producer writes fail where a font lacks
Vietnamese letters and a second one lends them; so words are cut here by the gaps between characters.
"""

import ctypes
import itertools
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from corpus.text import one_line
from corpus.types import Box
from ingest.readers.building import PlacedWord
from ingest.readers.pdf_chars import Char, characters

_SAME_BASELINE = 1.5  # points
_WORD_GAP = 0.15  # of the height of a character
_HINTED_GAP = 0.06  # where PDFium would put a space too
_RAISED = 0.4  # of the height of a line: how far from its baseline an index can stand
_SMALL = 0.8  # of the height of the letters: no index is larger
_TAB = 2.5  # of the height: pieces nearer than this and drawn one after the other are one line
_GUTTER = 0.9  # of the height: wider gaps part columns
_BOLD_WEIGHT = 600


class PdfLine(NamedTuple):
    """Words on one baseline that belong together. ``order``: place of its first character in the page's content.

    ``baseline``: from the top of the page. Boxes of fonts that lend each other letters differ in height, baselines do not.
    """

    words: tuple[PlacedWord, ...]
    page: int
    order: int
    bold: bool
    baseline: float

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def box(self) -> Box:
        """Around all words."""
        boxes = [word.box for word in self.words]
        return Box(
            self.page,
            min(b.left for b in boxes),
            min(b.top for b in boxes),
            max(b.right for b in boxes),
            max(b.bottom for b in boxes),
        )


class PdfPage(NamedTuple):
    """What a page holds: its lines, its size in points, the share of it that its largest picture covers, its font names."""

    number: int
    lines: tuple[PdfLine, ...]
    width: float
    height: float
    picture: float
    rulings: int
    fonts: frozenset[str]


def read_page(page: Any, number: int) -> PdfPage:
    """All there is on a page."""
    from pypdfium2 import raw

    width, height = page.get_size()
    textpage = page.get_textpage()
    try:
        chars = list(characters(textpage, page))
        fonts = _fonts(textpage.raw, chars)
        pieces = sorted(
            (piece for row in _rows(chars) for piece in _pieces(row)), key=lambda piece: min(c.order for c in piece)
        )
        lines = _joined([_line(piece, number, height, textpage.raw) for piece in pieces])
    finally:
        textpage.close()
    picture, rulings = 0.0, 0
    for thing in page.get_objects(max_depth=3):
        if thing.type == raw.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = thing.get_bounds()
            picture = max(picture, (right - left) * (top - bottom) / max(1.0, width * height))
        rulings += thing.type == raw.FPDF_PAGEOBJ_PATH
    return PdfPage(number, tuple(line for line in lines if line.words), width, height, picture, rulings, fonts)


def rows_of(lines: Iterable[PdfLine]) -> list[list[PdfLine]]:
    """Lines on one baseline, or (nearly) so as a raised "2" is, from the top; each row from left to right."""
    rows: list[list[PdfLine]] = []
    for line in sorted(lines, key=lambda line: line.baseline):
        if rows and line.baseline - rows[-1][-1].baseline < _RAISED * (line.box.bottom - line.box.top):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.box.left) for row in rows]


def _rows(chars: Sequence[Char]) -> list[list[Char]]:
    """Characters on (nearly) one baseline; a raised or lowered figure (m², CO₂) goes to the letter before it."""
    rows: list[list[Char]] = []
    for char in sorted(chars, key=lambda c: c.baseline):
        if rows and char.baseline - rows[-1][-1].baseline <= _SAME_BASELINE:
            rows[-1].append(char)
        else:
            rows.append([char])
    for lower, upper in itertools.pairwise(rows):
        for row, other in ((upper, lower), (lower, upper)):
            moved = [char for char in row if _is_index(char, other)]
            other.extend(moved)
            row[:] = [char for char in row if char not in moved]
    return [row for row in rows if row]


def _is_index(char: Char, row: Sequence[Char]) -> bool:
    """Whether a small character stands right behind a letter of a row near its own."""
    if not row or abs(char.baseline - row[0].baseline) > _RAISED * (row[0].top - row[0].bottom):
        return False
    height = char.top - char.bottom
    return not char.text.isspace() and any(
        height < _SMALL * (letter.top - letter.bottom) and -1 < char.left - letter.right < _WORD_GAP * height
        for letter in row
    )


def _pieces(row: list[Char]) -> Iterable[list[Char]]:
    """A row cut where a gap is so wide that another column begins."""
    piece: list[Char] = []
    last: Char | None = None
    for char in sorted(row, key=lambda c: (c.left, c.order)):
        if char.text.isspace():
            if piece:
                piece.append(char)
            continue
        if last is not None and char.left - last.right > _GUTTER * (char.top - char.bottom):
            yield piece
            piece = []
        piece.append(char)
        last = char
    if piece:
        yield piece


def _line(piece: Sequence[Char], page: int, height: float, handle: Any) -> PdfLine:
    from pypdfium2 import raw

    words: list[list[Char]] = []
    broken = True
    for char in piece:
        if char.text.isspace():
            broken = True
            continue
        gap = _HINTED_GAP if char.hinted else _WORD_GAP
        if broken or char.left - words[-1][-1].right > gap * (char.top - char.bottom):
            words.append([])
        words[-1].append(char)
        broken = False
    inked = [char.order for word in words for char in word]
    samples = {inked[0], inked[len(inked) // 2], inked[-1]} if inked else set()
    bold = bool(samples) and all(
        raw.FPDFText_GetFontWeight(handle, at) >= _BOLD_WEIGHT or _bold_name(handle, at) for at in samples
    )
    placed = (_word(word, page, height) for word in words)
    return PdfLine(
        tuple(word for word in placed if word.text),
        page,
        min(c.order for c in piece),
        bold,
        height - piece[0].baseline,
    )


def _word(chars: Sequence[Char], page: int, height: float) -> PlacedWord:
    text = one_line("".join(char.text for char in chars))
    box = Box(
        page,
        min(c.left for c in chars),
        height - max(c.top for c in chars),
        max(c.right for c in chars),
        height - min(c.bottom for c in chars),
    )
    return PlacedWord(text, box)


def _joined(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """Neighbours in the content on one baseline are one line after all: a tab or a wide space, not a column."""
    out: list[PdfLine] = []
    for line in lines:
        if not line.words:
            continue
        box, before = line.box, out[-1].box if out else line.box
        near = -1 <= box.left - before.right <= _TAB * (box.bottom - box.top)
        if out and near and abs(out[-1].baseline - line.baseline) < _SAME_BASELINE:
            last = out.pop()
            out.append(last._replace(words=last.words + line.words, bold=last.bold and line.bold))
        else:
            out.append(line)
    return out


def _font_name(handle: Any, at: int) -> str:
    from pypdfium2 import raw

    buffer = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(handle, at, buffer, 128, ctypes.byref(flags))
    return buffer.value.decode("utf-8", "replace")


def _bold_name(handle: Any, at: int) -> bool:
    return "bold" in _font_name(handle, at).lower()


def _fonts(handle: Any, chars: Sequence[Char]) -> frozenset[str]:
    """Names of the fonts of every fiftieth character."""
    return frozenset(_font_name(handle, char.order) for char in chars[::50])
