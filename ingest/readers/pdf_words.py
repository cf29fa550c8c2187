"""A PDF page → words with boxes, in the order in which they are drawn, grouped into pieces of lines.

PDFium gives characters with boxes and baselines. Text engines that cut words by the spaces a producer writes fail where a font lacks
Vietnamese letters and a second one lends them; so words are cut here by the gaps between characters.
"""

import ctypes
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from corpus.types import Box
from ingest.readers.building import PlacedWord

_SAME_BASELINE = 1.5  # points
_WORD_GAP = 0.15  # of the height of a character
_HINTED_GAP = 0.06  # where PDFium would put a space too
_TAB = 2.5  # of the height: pieces nearer than this and drawn one after the other are one line
_GUTTER = 0.9  # of the height: wider gaps part columns
_BOLD_WEIGHT = 600


class _Char(NamedTuple):
    text: str
    left: float
    right: float
    bottom: float
    top: float
    order: int
    baseline: float
    hinted: bool = False  # PDFium made up a space before it


class PdfLine(NamedTuple):
    """Words on one baseline that belong together. ``order``: place of its first character in the page's content."""

    words: tuple[PlacedWord, ...]
    page: int
    order: int
    bold: bool

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
        chars = list(_chars(textpage, page))
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


def _chars(textpage: Any, page: Any) -> Iterable[_Char]:
    """Characters as drawn; those that PDFium makes up (spaces, line ends) are left out, marks go to the letter before them."""
    from pypdfium2 import raw

    handle = textpage.raw
    rect, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    turned = page.get_rotation()
    left, bottom, right, top = page.get_cropbox()
    waiting: _Char | None = None
    hinted = False
    for at in range(raw.FPDFText_CountChars(handle)):
        code = raw.FPDFText_GetUnicode(handle, at)
        if raw.FPDFText_IsGenerated(handle, at) == 1:
            hinted = True
            continue
        if code in (0, 0xFFFE, 0xFFFF) or chr(code) in "\r\n":
            continue
        if unicodedata.combining(chr(code)) and waiting is not None:
            waiting = waiting._replace(text=waiting.text + chr(code))
            continue
        if waiting is not None:
            yield waiting
        raw.FPDFText_GetLooseCharBox(handle, at, ctypes.byref(rect))
        raw.FPDFText_GetCharOrigin(handle, at, ctypes.byref(x), ctypes.byref(y))
        corners = [
            _turn(px, py, turned, left, bottom, right, top)
            for px, py in ((rect.left, rect.bottom), (rect.right, rect.top))
        ]
        xs, ys = sorted(c[0] for c in corners), sorted(c[1] for c in corners)
        baseline = _turn(x.value, y.value, turned, left, bottom, right, top)[1]
        waiting = _Char(chr(code), xs[0], xs[1], ys[0], ys[1], at, baseline, hinted)
        hinted = False
    if waiting is not None:
        yield waiting


def _turn(
    x: float, y: float, degrees: int, left: float, bottom: float, right: float, top: float
) -> tuple[float, float]:
    """A point of the page's own space → as it is shown, from the lower left corner of what is shown."""
    if degrees == 90:
        return y - bottom, right - x
    if degrees == 180:
        return right - x, top - y
    if degrees == 270:
        return top - y, x - left
    return x - left, y - bottom


def _rows(chars: Sequence[_Char]) -> Iterable[list[_Char]]:
    """Characters on (nearly) one baseline."""
    row: list[_Char] = []
    for char in sorted(chars, key=lambda c: c.baseline):
        if row and char.baseline - row[-1].baseline > _SAME_BASELINE:
            yield row
            row = []
        row.append(char)
    if row:
        yield row


def _pieces(row: list[_Char]) -> Iterable[list[_Char]]:
    """A row cut where a gap is so wide that another column begins."""
    piece: list[_Char] = []
    last: _Char | None = None
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


def _line(piece: Sequence[_Char], page: int, height: float, handle: Any) -> PdfLine:
    from pypdfium2 import raw

    words: list[list[_Char]] = []
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
    return PdfLine(
        tuple(_word(word, page, height) for word in words), page, min((c.order for c in piece), default=0), bold
    )


def _word(chars: Sequence[_Char], page: int, height: float) -> PlacedWord:
    text = unicodedata.normalize("NFC", "".join(char.text for char in chars))
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
        if out and near and abs(before.bottom - box.bottom) < _SAME_BASELINE:
            last = out.pop()
            out.append(PdfLine(last.words + line.words, line.page, last.order, last.bold and line.bold))
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


def _fonts(handle: Any, chars: Sequence[_Char]) -> frozenset[str]:
    """Names of the fonts of every fiftieth character."""
    return frozenset(_font_name(handle, char.order) for char in chars[::50])
