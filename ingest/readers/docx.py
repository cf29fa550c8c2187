"""DOCX: paragraphs with their automatic numbers, headings, tables with merged cells, in document order."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml.etree import XMLSyntaxError

from corpus.errors import DamagedDocument, ReadLimitExceeded, UnsupportedFormat
from corpus.types import Document
from ingest.readers.building import TextBuilder
from ingest.readers.docx_numbering import Numbering
from ingest.readers.docx_styles import Styles
from ingest.readers.docx_tables import read_rows
from ingest.readers.encoding import check_legacy

MOST_UNPACKED = 300_000_000  # bytes of the whole archive
_LONGEST_TITLE = 300


def read_docx(data: bytes) -> Document:
    """A Word file.

    Raises:
        DamagedDocument: not a whole DOCX.
        ReadLimitExceeded: unpacks to more than a document can need.
        LegacyFont: its text is TCVN3 or VNI.
    """
    _check_archive(data)
    try:
        document = docx.Document(io.BytesIO(data))
        builder = TextBuilder()
        _read_body(document, builder)
    except (PackageNotFoundError, KeyError, ValueError, XMLSyntaxError, zipfile.BadZipFile) as error:
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


def _text(paragraph: Any) -> str:
    """The words of a paragraph, hyperlinks included, deleted text of tracked changes left out."""
    parts: list[str] = []
    for element in paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:noBreakHyphen")):
        if element.tag == qn("w:t"):
            parts.append(element.text or "")
        elif element.tag == qn("w:br"):
            parts.append("\n" if element.get(qn("w:type")) is None else " ")
        elif element.getparent().tag == qn("w:r"):
            parts.append("-" if element.tag == qn("w:noBreakHyphen") else "\t")
    return "".join(parts)


def _running_heads(document: Any) -> list[str]:
    heads: list[str] = []
    for section in document.sections:
        for part in (section.header, section.footer):
            heads += [paragraph.text.strip() for paragraph in part.paragraphs if paragraph.text.strip()]
    return list(dict.fromkeys(heads))
