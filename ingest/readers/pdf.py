"""Born-digital PDF: checked by pypdf, read by PDFium through pypdfium2, ruled tables found by pdfplumber."""

import io
from collections.abc import Iterator, Sequence

from corpus.errors import DamagedDocument, EmptyDocument, EncryptedDocument, ReadLimitExceeded, ScannedDocument
from corpus.types import Document
from ingest.readers.building import TextBuilder
from ingest.readers.encoding import check_legacy
from ingest.readers.pdf_paragraphs import Margins, margins_by_width, paragraphs, without_furniture
from ingest.readers.pdf_tables import PdfTable, continued, take_tables
from ingest.readers.pdf_words import PdfLine, PdfPage, read_page

MOST_PAGES = 3000
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
    _check(data)
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


def _check(data: bytes) -> None:
    """Open the file with pypdf and unpack each page's content: bombs, passwords and broken files end here, in pure Python."""
    import pypdf
    from pypdf.errors import FileNotDecryptedError, LimitReachedError

    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise EncryptedDocument
        pages = list(reader.pages) if len(reader.pages) <= MOST_PAGES else []
    except (EncryptedDocument, FileNotDecryptedError) as error:
        raise EncryptedDocument from error
    except Exception as error:  # of broken files pypdf lets many kinds through
        raise DamagedDocument(f"PDF: {error}") from error
    if not pages:
        raise ReadLimitExceeded(f"{len(reader.pages)} trang") if len(reader.pages) else EmptyDocument
    for page in pages:
        try:
            page.get_contents()
        except LimitReachedError as error:
            raise ReadLimitExceeded(str(error)) from error
        except Exception:  # noqa: S112 - filters and objects that pypdf does not know: PDFium may, and it is on a short lead
            continue


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
    bodies, builder.furniture[:] = without_furniture(pages)
    waiting: list[tuple[PdfLine, Margins]] = []
    for item in _items(data, pages, bodies):
        if isinstance(item, PdfTable):
            _flush(waiting, builder)
            builder.placed_table(item.rows)
        else:
            waiting.append(item)
    _flush(waiting, builder)


def _items(
    data: bytes, pages: Sequence[PdfPage], bodies: Sequence[list[PdfLine]]
) -> Iterator[PdfTable | tuple[PdfLine, Margins]]:
    """Lines and tables of all pages in reading order; a table that runs over pages comes once."""
    import pdfplumber

    open_table: PdfTable | None = None
    edges = margins_by_width(pages, bodies)
    with pdfplumber.open(io.BytesIO(data)) as plumber:
        for page, body in zip(pages, bodies, strict=True):
            tables, lines = take_tables(plumber.pages, page._replace(lines=tuple(body)))
            for item in _by_place(tables, lines):
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
