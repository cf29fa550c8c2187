"""DOCX: paragraphs with their automatic numbers, headings, tables with merged cells, in document order."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from corpus.errors import DamagedDocument, ReadLimitExceeded, UnsupportedFormat
from corpus.types import Document
from ingest.readers.building import TextBuilder
from ingest.readers.docx_numbering import Numbering
from ingest.readers.encoding import check_legacy
from ingest.readers.lines import is_rule

MOST_UNPACKED = 300_000_000  # bytes of the whole archive
_LONGEST_TITLE = 300


def read_docx(data: bytes) -> Document:
    """A Word file.

    Raises:
        DamagedDocument: not a whole DOCX.
        ReadLimitExceeded: unpacks to more than a document can need.
        LegacyFont: its text is TCVN3 or VNI.
    """
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import XMLSyntaxError

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
    from docx.table import Table

    numbering = Numbering(document)
    seen: list[str] = []
    for item in document.iter_inner_content():
        if isinstance(item, Table):
            headers, rows = _rows(item, numbering)
            builder.table(rows, headers=headers)
            seen += [cell for row in rows for cell in row]
        else:
            _read_paragraph(item, numbering, builder)
            seen.append(item.text)
    check_legacy("\n".join(seen))
    builder.furniture += _running_heads(document)


def _read_paragraph(paragraph: Any, numbering: Numbering, builder: TextBuilder) -> None:
    label = numbering.label(paragraph)
    for number, line in enumerate(_text(paragraph).split("\n")):
        text = f"{label} {line}" if label and not number else line
        level = _heading_level(paragraph)
        title = level is not None or _bold(paragraph) and len(text) <= _LONGEST_TITLE and not text.rstrip().endswith((".", ";", ","))
        builder.paragraph(text, heading=title, level=level)


def _text(paragraph: Any) -> str:
    """The words of a paragraph, hyperlinks included, deleted text of tracked changes left out."""
    from docx.oxml.ns import qn

    parts: list[str] = []
    for element in paragraph._p.iter(qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:noBreakHyphen")):
        if element.tag == qn("w:t"):
            parts.append(element.text or "")
        elif element.tag == qn("w:br"):
            parts.append("\n" if element.get(qn("w:type")) is None else " ")
        elif element.getparent().tag != qn("w:tabs"):
            parts.append("-" if element.tag == qn("w:noBreakHyphen") else "\t")
    return "".join(parts)


def _heading_level(paragraph: Any) -> int | None:
    """The outline level of the paragraph's style: "Heading 2", "Title", or a level set by hand in style or paragraph."""
    name = (paragraph.style.name or "").lower() if paragraph.style is not None else ""
    if name.startswith("heading ") and name[8:].isdigit():
        return int(name[8:])
    return 1 if name == "title" else None


def _bold(paragraph: Any) -> bool:
    runs = [run for run in paragraph.runs if run.text.strip()]
    if not runs:
        return False
    style = paragraph.style
    by_style = bool(style is not None and style.font.bold)
    return all(by_style if run.bold is None else run.bold for run in runs)


def _rows(table: Any, numbering: Numbering) -> tuple[int | None, list[list[str]]]:
    """Rows of cells. A cell merged across columns stands once; one merged down repeats its words in each row it covers."""
    from docx.oxml.ns import qn

    rows: list[list[str]] = []
    headers = 0
    known: dict[Any, str] = {}  # a cell merged down is the same XML element in every row
    for row in table.rows:
        cells: list[str] = []
        last = None
        for cell in row.cells:
            if cell._tc is not last:
                if cell._tc not in known:
                    known[cell._tc] = " ".join(text for text in _cell_texts(cell, numbering) if not is_rule(text))
                cells.append(known[cell._tc])
            last = cell._tc
        if row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None and headers == len(rows):
            headers += 1
        rows.append(cells)
    return (headers or None), rows


def _cell_texts(cell: Any, numbering: Numbering) -> Iterator[str]:
    from docx.table import Table

    for item in cell.iter_inner_content():
        if isinstance(item, Table):
            for row in _rows(item, numbering)[1]:
                yield " ".join(row)
        else:
            label = numbering.label(item)
            yield f"{label} {_text(item)}" if label else _text(item)


def _running_heads(document: Any) -> list[str]:
    heads: list[str] = []
    for section in document.sections:
        for part in (section.header, section.footer):
            heads += [paragraph.text.strip() for paragraph in part.paragraphs if paragraph.text.strip()]
    return list(dict.fromkeys(heads))
