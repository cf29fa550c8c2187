"""DOCX: paragraphs with their automatic numbers, headings, tables with merged cells, in document order."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml.ns import qn

from corpus.errors import DamagedDocument, DocumentError, ReadLimitExceeded, UnsupportedFormat
from corpus.types import Document
from ingest.readers.building import TextBuilder
from ingest.readers.docx_numbering import Numbering
from ingest.readers.docx_styles import Styles
from ingest.readers.docx_tables import read_rows
from ingest.readers.encoding import check_legacy

MOST_UNPACKED = 300_000_000  # bytes of the whole archive
_LONGEST_TITLE = 300
# moved away or deleted by a tracked change; the same text box once more, for old versions of Word
_NOT_SHOWN = frozenset(
    (qn("w:moveFrom"), qn("w:del"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")
)


def read_docx(data: bytes) -> Document:
    """A Word file.

    Raises:
        DamagedDocument: not a whole DOCX.
        ReadLimitExceeded: unpacks to more than a document can need.
        LegacyFont: its text is TCVN3 or VNI.
    """
    _check_archive(data)
    builder = TextBuilder()
    try:
        _read_body(docx.Document(io.BytesIO(data)), builder)
    except (DocumentError, MemoryError):
        raise
    except Exception as error:  # of broken files python-docx lets many kinds through
        raise DamagedDocument(f"DOCX: {error}") from error
    return builder.document()


def _check_archive(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            unpacked = sum(member.file_size for member in archive.infolist())
    except zipfile.BadZipFile as error:
        raise DamagedDocument(f"DOCX: {error}") from error
    if "word/document.xml" not in names:
        raise UnsupportedFormat("tệp nén")
    if unpacked > MOST_UNPACKED:
        raise ReadLimitExceeded(f"giải nén ra {unpacked // 1_000_000} MB")


def _read_body(document: Any, builder: TextBuilder) -> None:
    styles = Styles(document)
    numbering = Numbering(document, styles)
    seen: list[str] = []

    def words(paragraph: Any) -> str:
        """Behind its automatic number."""
        label, text = numbering.label(paragraph), _text(paragraph)
        seen.append(text)
        return f"{label} {text}" if label and text.strip() else text

    for item in _body_items(document.element.body):
        if item.tag == qn("w:tbl"):
            headers, rows = read_rows(item, words)
            builder.table(rows, headers=headers)
            continue
        level, bold = styles.heading_level(item), styles.is_bold(item)
        for text in words(item).split("\n"):
            title = bold and len(text) <= _LONGEST_TITLE and not text.rstrip().endswith((".", ";", ","))
            builder.paragraph(text, heading=title, level=level)
    check_legacy("\n".join(seen))
    builder.furniture += _running_heads(document)


def _body_items(body: Any) -> Iterator[Any]:
    """Paragraphs and tables in order, also inside content controls."""
    for child in body:
        if child.tag in (qn("w:p"), qn("w:tbl")):
            yield child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml")):
            yield from _body_items(child)


def _text(element: Any) -> str:
    """The words of a paragraph: hyperlinks included, tracked deletions left out, the lines of a text box on lines of their own."""
    parts: list[str] = []
    for child in element:
        if child.tag == qn("w:t"):
            parts.append(child.text or "")
        elif child.tag == qn("w:br"):
            parts.append("\n" if child.get(qn("w:type")) is None else " ")
        elif child.tag == qn("w:noBreakHyphen"):
            parts.append("-")
        elif child.tag == qn("w:tab") and element.tag == qn("w:r"):
            parts.append("\t")
        elif child.tag == qn("w:p"):
            parts.append(f"\n{_text(child)}\n")
        elif child.tag not in _NOT_SHOWN:
            parts.append(_text(child))
    return "".join(parts)


def _running_heads(document: Any) -> list[str]:
    heads: list[str] = []
    for section in document.sections:
        for part in (section.header, section.footer):
            heads += [paragraph.text.strip() for paragraph in part.paragraphs if paragraph.text.strip()]
    return list(dict.fromkeys(heads))
