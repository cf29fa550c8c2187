"""Readers: bytes of a file → Document. Which reader is decided by the bytes first, by the name where bytes do not tell."""

import io
import zipfile
from collections.abc import Callable
from pathlib import PurePath
from typing import NamedTuple

from corpus.errors import EmptyDocument, EncryptedDocument, OldFormat, ScannedDocument, UnsupportedFormat
from corpus.types import Document
from ingest.readers.secrecy import check_secrecy

READER_VERSION = "1"  # a change of what any reader gives is a new version: texts are kept by it

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OFFICE = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "ppt/presentation.xml": "pptx"}
_PICTURES = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG", "PNG"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
)
_TEXT_NAMES = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".txt": "text",
    "": "text",
}


class Format(NamedTuple):
    """A format that is read: its name in reasons and versions, and its reader."""

    name: str
    read: Callable[[bytes], Document]


def read_document(data: bytes, file_name: str, *, allow_secret: bool = False) -> tuple[Document, str]:
    """Read a file; returns the document and the name of reader and version.

    Raises:
        DocumentError: one of its kinds, with the reason.
    """
    format_ = find_format(data, file_name)
    document = format_.read(data)
    if not document.text.strip():
        raise EmptyDocument
    if not allow_secret:
        check_secrecy(document)
    return document, f"{format_.name}-{READER_VERSION}"


def find_format(data: bytes, file_name: str) -> Format:
    """The format of a file.

    Raises:
        UnsupportedFormat, OldFormat, ScannedDocument, EncryptedDocument: a format that cannot be read, named.
    """
    suffix = PurePath(file_name).suffix.lower()
    if not data:
        raise EmptyDocument
    if b"%PDF-" in data[:1024]:
        from ingest.readers.pdf import read_pdf

        return Format("pdf", read_pdf)
    if data.startswith(b"PK\x03\x04"):
        return _office(data)
    if data.startswith(_OLE):
        raise (
            EncryptedDocument
            if b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e" in data
            else OldFormat(suffix.lstrip(".").upper() or "DOC")
        )
    if data.startswith(b"{\\rtf"):
        raise OldFormat("RTF")
    for magic, name in _PICTURES:
        if data.startswith(magic):
            raise ScannedDocument(f"tệp ảnh {name}")
    return _text(data, suffix)


def _office(data: bytes) -> Format:
    from ingest.readers.docx import read_docx

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except zipfile.BadZipFile:
        names = {"word/document.xml"}  # its reader says what is wrong with it
    kind = next((kind for name, kind in _OFFICE.items() if name in names), None)
    if kind == "docx":
        return Format("docx", read_docx)
    raise UnsupportedFormat({"xlsx": "bảng tính XLSX", "pptx": "trình chiếu PPTX"}.get(kind or "", "tệp nén"))


def _text(data: bytes, suffix: str) -> Format:
    from ingest.readers.html import read_html
    from ingest.readers.plain import read_markdown, read_text

    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    kind = "html" if start.startswith((b"<!doctype html", b"<html")) else _TEXT_NAMES.get(suffix)
    if kind is None or (b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff"))):
        raise UnsupportedFormat(suffix.lstrip(".").upper() or "không rõ loại")
    return Format(kind, {"html": read_html, "markdown": read_markdown, "text": read_text}[kind])
