"""Documents typed with Icelandic letters for ours: read as they are meant, kept as they are written."""

from corpus.analyser import terms
from corpus.wording import wordings
from ingest.reading import parse

MEANT = """ĐẢNG BỘ TỈNH LẠC GIANG

BAN THƯỜNG VỤ TỈNH ĐOÀN

Số: 12-KH/TĐTN

KẾ HOẠCH

về phong trào đọc sách trong đoàn viên

Điều 1. Mục tiêu

Đến năm 2030, mỗi chi đoàn có một tủ sách và đọc chung ít nhất 4 lần một năm.

Điều 2. Tổ chức thực hiện

Đoàn cấp xã đưa việc đọc sách vào sinh hoạt chi đoàn.
"""
WRITTEN = MEANT.replace("Đ", "\u00d0").replace("đ", "\u00f0")


def test_what_is_kept_has_the_letters_of_the_file() -> None:
    text = parse(WRITTEN.encode(), "a.txt").document.text
    assert "\u00d0ến năm 2030" in text
    assert "Đ" not in text and "đ" not in text


def test_everything_read_from_it_is_as_if_it_were_written_well() -> None:
    meant, written = parse(MEANT.encode(), "a.txt"), parse(WRITTEN.encode(), "a.txt")
    assert written.front == meant.front
    assert written.outline == meant.outline
    assert written.passages == meant.passages
    texts = [wordings(read.document.text, read.passages, "kế hoạch") for read in (meant, written)]
    assert texts[0] == texts[1]


def test_it_is_found_with_our_letters() -> None:
    assert terms("\u00d0ến năm 2030, 12-KH/T\u00d0TN") == terms("Đến năm 2030, 12-KH/TĐTN")
