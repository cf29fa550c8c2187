"""Looking at a PDF before it is read: passwords, broken files, bombs and torn pages end here, in pure Python."""

import io
import zlib
from typing import Any

from corpus.errors import DamagedDocument, EmptyDocument, EncryptedDocument, ReadLimitExceeded

MOST_PAGES = 3000
_PIECE = 1 << 20  # bytes unpacked at once


def check_pdf(data: bytes) -> None:
    """Open the file with pypdf and unpack each page's content.

    Raises:
        EncryptedDocument, DamagedDocument, ReadLimitExceeded, EmptyDocument: what was found.
    """
    import pypdf
    from pypdf.errors import FileNotDecryptedError, LimitReachedError

    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise EncryptedDocument
        pages = list(reader.pages) if len(reader.pages) <= MOST_PAGES else []
    except (EncryptedDocument, FileNotDecryptedError) as error:
        raise EncryptedDocument from error
    except MemoryError:
        raise
    except Exception as error:  # of broken files pypdf lets many kinds through
        raise DamagedDocument(f"PDF: {error}") from error
    if not pages:
        raise ReadLimitExceeded(f"{len(reader.pages)} trang") if len(reader.pages) else EmptyDocument
    for number, page in enumerate(pages, start=1):
        try:
            page.get_contents()
            torn = _is_torn(page)
        except LimitReachedError as error:
            raise ReadLimitExceeded(f"nội dung trang {number} giải nén ra quá lớn") from error
        except MemoryError:
            raise
        except Exception:  # noqa: S112 - filters and objects that pypdf does not know: PDFium may, and it is on a short lead
            continue
        if torn:
            raise DamagedDocument(f"PDF: nội dung trang {number} bị hỏng")


def _is_torn(page: Any) -> bool:
    """Whether packed content of a page is broken: engines show what they can of it and leave out the rest without a word."""
    found = page.get("/Contents")
    streams = found if isinstance(found, list) else [found] if found is not None else []
    parts = [part.get_object() for part in streams]
    for part in (part for part in parts if part.get("/Filter") in ("/FlateDecode", ["/FlateDecode"])):
        unpacker = zlib.decompressobj()
        data = part._data
        try:
            while data and not unpacker.eof:
                unpacker.decompress(data, _PIECE)
                data = unpacker.unconsumed_tail
        except zlib.error:
            return True
    return False
