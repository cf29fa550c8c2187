"""PDF files that hold no text, or none that may be trusted; and those that only look like them."""

import io
import re
from typing import Any

import pypdf
import pytest

from corpus.errors import (
    DamagedDocument,
    DocumentError,
    EmptyDocument,
    EncryptedDocument,
    LegacyFont,
    ReadLimitExceeded,
    ScannedDocument,
)
from ingest.readers.pdf import read_pdf
from tests.ingest.making_files import Sheet, flate_bomb, make_pdf, pdf_with_content
from tests.ingest.pdf_pages import ROWS, SAMPLE, full_page


def rewritten(data: bytes, **encryption: Any) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    writer.encrypt(**encryption)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


# --- files that cannot be read


def test_a_file_that_asks_for_a_password_says_so() -> None:
    with pytest.raises(EncryptedDocument):
        read_pdf(rewritten(SAMPLE.read_bytes(), user_password="mở", owner_password="chủ", algorithm="RC4-128"))


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_a_password_for_changing_only_does_not_stop_reading(algorithm: str) -> None:
    plain = make_pdf(Sheet().paragraph(120, *ROWS))
    protected = rewritten(plain, user_password="", owner_password="chủ", algorithm=algorithm)
    assert read_pdf(protected).text == read_pdf(plain).text


@pytest.mark.parametrize("share", [0.5, 0.95])
def test_a_file_that_was_cut_is_damaged(share: float) -> None:
    data = SAMPLE.read_bytes()
    with pytest.raises(DamagedDocument):
        read_pdf(data[: int(len(data) * share)])


def test_a_wrong_table_of_contents_is_repaired_without_losing_text() -> None:
    data = SAMPLE.read_bytes()
    assert read_pdf(re.sub(rb"startxref\s+\d+", b"startxref\n7", data)).text == read_pdf(data).text


def test_a_page_whose_content_is_broken_is_named_and_nothing_is_left_out_silently() -> None:
    data = bytearray(SAMPLE.read_bytes())
    content = pypdf.PdfReader(SAMPLE).pages[2]["/Contents"]
    start = data.index(content._data) + 300  # type: ignore[attr-defined]
    data[start : start + 20] = bytes(20)
    with pytest.raises(DamagedDocument, match="trang 3"):
        read_pdf(bytes(data))


def test_a_small_file_that_unpacks_to_a_gigabyte_is_refused_in_a_moment() -> None:
    with pytest.raises(ReadLimitExceeded):
        read_pdf(flate_bomb(1000))


def test_more_pages_than_any_document_has_are_refused() -> None:
    with pytest.raises(ReadLimitExceeded, match="3001 trang"):
        read_pdf(make_pdf(*[Sheet()] * 3001))


def test_something_that_only_begins_like_a_pdf_is_damaged() -> None:
    with pytest.raises(DocumentError):
        read_pdf(b"%PDF-1.7\nxin chao")


def test_a_pdf_without_a_word_is_empty() -> None:
    with pytest.raises(EmptyDocument):
        read_pdf(make_pdf(Sheet(), Sheet()))
    with pytest.raises(EmptyDocument):
        read_pdf(pdf_with_content(b"x\x9c\x03\x00\x00\x00\x00\x01", b"/FlateDecode"))


# --- scans


def test_a_scan_says_that_every_page_is_a_picture() -> None:
    with pytest.raises(ScannedDocument, match="mọi trang là ảnh"):
        read_pdf(make_pdf(Sheet().picture(), Sheet().picture()))


def test_pages_that_are_pictures_among_others_are_named() -> None:
    pages = [full_page(1), Sheet().picture(), Sheet().picture(), full_page(4), Sheet().picture()]
    with pytest.raises(ScannedDocument, match="trang 2-3, 5 trên 5 trang"):
        read_pdf(make_pdf(*pages))


def test_a_stamp_of_the_signature_makes_no_text_of_a_scan() -> None:
    page = (
        Sheet()
        .picture()
        .text(300, 40, "Ký bởi: Cổng thông tin xã Hòa An")
        .text(300, 54, "Thời gian ký: 05.03.2030 08:15:12 +07:00")
    )
    with pytest.raises(ScannedDocument):
        read_pdf(make_pdf(page))


def test_a_scanner_that_knew_no_vietnamese_made_no_text_of_a_scan() -> None:
    page = Sheet().picture()
    for number in range(12):
        page.text(85, 100 + 20 * number, "uY BAN NgAN nAN CQNG HOA XA HQI CHU NGHIA VIET NAM DQc lap Tu do")
    with pytest.raises(ScannedDocument):
        read_pdf(make_pdf(page))


def test_letters_turned_into_outlines_are_no_text() -> None:
    with pytest.raises(ScannedDocument, match="trang 1 trên 2 trang"):
        read_pdf(make_pdf(Sheet().outlines(300), full_page(2)))


def test_a_page_with_text_over_a_background_picture_is_read() -> None:
    page = Sheet().picture()
    for number in range(5):
        page.paragraph(100 + 80 * number, *ROWS)
    assert "định mức chi" in read_pdf(make_pdf(page)).text


def test_a_blank_page_between_others_is_no_scan() -> None:
    assert read_pdf(make_pdf(full_page(1), Sheet(), full_page(3))).pages == 3


def test_text_typed_for_old_fonts_is_refused() -> None:
    page = Sheet().text(
        40, 120, "Uû ban nh©n d©n x· më ba líp häc buæi tèi, mçi líp cã Ýt nhÊt hai m\u00ad¬i ng\u00ad\u00adêi"
    )
    with pytest.raises(LegacyFont):
        read_pdf(make_pdf(page))
