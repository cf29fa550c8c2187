"""The characters of a PDF page as PDFium sees them, in the order in which they are drawn, with boxes of the page as it is shown."""

import ctypes
import unicodedata
from collections.abc import Iterable
from typing import Any, NamedTuple


class Char(NamedTuple):
    """A letter with its marks; from the lower left corner of what is shown, in points."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    order: int
    baseline: float
    hinted: bool = False  # PDFium made up a space before it


def characters(textpage: Any, page: Any) -> Iterable[Char]:
    """Characters as drawn; those that PDFium makes up (spaces, line ends) are left out, marks go to the letter before them."""
    from pypdfium2 import raw

    handle = textpage.raw
    rect, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    turned = page.get_rotation()
    left, bottom, right, top = page.get_cropbox()
    waiting: Char | None = None
    hinted = False
    for at in range(raw.FPDFText_CountChars(handle)):
        code = raw.FPDFText_GetUnicode(handle, at)
        if raw.FPDFText_IsGenerated(handle, at) == 1:
            hinted = True
            continue
        if raw.FPDFText_IsHyphen(handle, at) == 1:
            code = ord("-")  # at the end of a line PDFium puts a sign of its own in its place
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
        waiting = Char(chr(code), xs[0], xs[1], ys[0], ys[1], at, baseline, hinted)
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
