"""A page of a PDF as a picture, drawn in a process of its own: PDFium has the file in its hands, and files may be anything."""

import io
import threading
from pathlib import Path

from corpus.apart import Limits, preload, run_apart
from corpus.errors import DamagedDocument, NotFound

preload("corpus.page_images", "pypdfium2", "PIL.PngImagePlugin")

DPI = 110
_LARGEST = 4000  # pixels of the longer side; a poster is drawn smaller
_POINTS = 72  # of an inch
_SECONDS = 20
_at_once = threading.BoundedSemaphore(2)  # pages drawn: a book that is leafed through must not take the whole machine


def draw_page(path: Path, number: int, memory_mb: int) -> bytes:
    """Page ``number`` (the first is 1) as PNG.

    Raises:
        NotFound: the file has no such page. DamagedDocument, ReadLimitExceeded: it cannot be drawn.
    """
    with _at_once:
        drawn = run_apart(_draw, path, number, limits=Limits(memory_mb, _SECONDS))
    if drawn is None:  # nobody cancels it
        raise NotFound(f"trang {number}")
    return drawn


def _draw(path: Path, number: int) -> bytes:
    """In the child."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(path)
        if not 1 <= number <= len(pdf):
            raise NotFound(f"trang {number}")
        page = pdf[number - 1]
        scale = min(DPI / _POINTS, _LARGEST / max(page.get_size()))
        picture = page.render(scale=scale).to_pil()
    except pypdfium2.PdfiumError as error:
        raise DamagedDocument(f"không vẽ được trang {number}") from error
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()
