"""Born-digital PDF: checked by pypdf, read by PDFium through pypdfium2, ruled tables found by pdfplumber."""

import io
from collections.abc import Iterator, Sequence

from corpus.errors import DamagedDocument, EmptyDocument, ScannedDocument
from corpus.types import Document
from ingest.readers.building import TextBuilder
from ingest.readers.encoding import check_legacy
from ingest.readers.pdf_check import check_pdf
from ingest.readers.pdf_paragraphs import Margins, margins_by_width, paragraphs, without_furniture
from ingest.readers.pdf_tables import PdfTable, continued, take_tables
from ingest.readers.pdf_words import PdfLine, PdfPage, read_page

_STAMP_LETTERS = 200  # a signature's stamp, and nothing else, on a scanned page
_BLANK_LETTERS = 20
_PICTURE = 0.6  # of the page
_OUTLINES = 200  # drawn paths on a page without text: letters turned into outlines
_LONGEST_TITLE = 300
_UNICODE_MARKS = 0.03


def read_pdf(data: bytes) -> Document:
    """A PDF whose pages have text.

    Raises:
        EncryptedDocument, DamagedDocument, ReadLimitExceeded: found by the check.
        ScannedDocument: naming the pages that are pictures.
        LegacyFont: text for TCVN3 or VNI fonts.
    """
    check_pdf(data)
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
        pages = [read_page(pdf[number], number + 1) for number in range(len(pdf))]
    except pypdfium2.PdfiumError as error:
        raise DamagedDocument(f"PDF: {error}") from error
    _refuse_unreadable(pages)
    builder = TextBuilder()
    _build(data, pages, builder)
    return builder.document([(page.width, page.height) for page in pages])


def _refuse_unreadable(pages: Sequence[PdfPage]) -> None:
    scanned = [page.number for page in pages if _is_scan(page)]
    if scanned:
        which = "mọi trang" if len(scanned) == len(pages) else f"trang {_ranges(scanned)} trên {len(pages)} trang"
        raise ScannedDocument(f"{which} là ảnh")
    text = "\n".join(line.text for page in pages for line in page.lines)
    if not text.strip():
        raise EmptyDocument
    check_legacy(text)


def _is_scan(page: PdfPage) -> bool:
    """A picture with at most a stamp's text over it, letters drawn as outlines, or a scanner's OCR that knew no Vietnamese."""
    text = "".join(line.text for line in page.lines)
    letters = sum(c.isalpha() for c in text)
    if page.picture >= _PICTURE:
        marked = sum(c.isalpha() and not c.isascii() for c in text)
        return letters < _STAMP_LETTERS or marked < _UNICODE_MARKS * letters
    return letters < _BLANK_LETTERS and page.rulings >= _OUTLINES


def _ranges(numbers: Sequence[int]) -> str:
    """1, 2, 3, 7 → "1-3, 7"."""
    parts: list[list[int]] = []
    for number in numbers:
        if parts and number == parts[-1][-1] + 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    return ", ".join(str(p[0]) if len(p) == 1 else f"{p[0]}-{p[-1]}" for p in parts)


def _build(data: bytes, pages: Sequence[PdfPage], builder: TextBuilder) -> None:
    import pdfplumber

    try:
        with pdfplumber.open(io.BytesIO(data)) as plumber:
            tables, outside = zip(*(take_tables(plumber.pages, page) for page in pages), strict=True)
    except MemoryError:
        raise
    except Exception as error:  # pdfminer's own, of many kinds
        raise DamagedDocument(f"PDF: {error}") from error
    bodies, builder.furniture[:] = without_furniture(pages, outside)
    waiting: list[tuple[PdfLine, Margins]] = []
    for item in _items(pages, tables, bodies):
        if isinstance(item, PdfTable):
            _flush(waiting, builder)
            builder.placed_table(item.rows)
        else:
            waiting.append(item)
    _flush(waiting, builder)


def _items(
    pages: Sequence[PdfPage], tables: Sequence[Sequence[PdfTable]], bodies: Sequence[Sequence[PdfLine]]
) -> Iterator[PdfTable | tuple[PdfLine, Margins]]:
    """Lines and tables of all pages in reading order; a table that runs over pages comes once."""
    open_table: PdfTable | None = None
    edges = margins_by_width(pages)
    for page, of_page, body in zip(pages, tables, bodies, strict=True):
        for item in _by_place(of_page, body):
            if open_table is not None:
                longer = continued(open_table, item) if isinstance(item, PdfTable) else None
                if longer is not None:
                    open_table = longer
                    continue
                yield open_table
                open_table = None
            if isinstance(item, PdfTable):
                open_table = item
            else:
                yield item, edges[round(page.width)]
    if open_table is not None:
        yield open_table


def _by_place(tables: Sequence[PdfTable], lines: Sequence[PdfLine]) -> Iterator[PdfTable | PdfLine]:
    """Lines in the order of the content; a table before the first line that stands below its top and after it in the content."""
    left = sorted(tables, key=lambda table: table.order)
    for line in lines:
        while left and left[0].order < line.order:
            yield left.pop(0)
        yield line
    yield from left


def _flush(waiting: list[tuple[PdfLine, Margins]], builder: TextBuilder) -> None:
    for group in paragraphs(waiting):
        text = " ".join(line.text for line in group)
        title = all(line.bold for line in group) and len(text) <= _LONGEST_TITLE and not text.endswith((".", ";", ","))
        builder.placed_paragraph([word for line in group for word in line.words], heading=title)
    waiting.clear()
