"""A file is read in a process of its own: what it may take, how it can fail, and what the reason says."""

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.errors import (
    DamagedDocument,
    DocumentError,
    EmptyDocument,
    LegacyFont,
    OldFormat,
    ReadLimitExceeded,
    ScannedDocument,
    SecretDocument,
    UnsupportedFormat,
)
from ingest.reading import ReadLimits, parse, parse_apart
from tests.ingest.making_files import Sheet, flate_bomb, make_pdf, zipped

LIMITS = ReadLimits(memory_mb=2000, seconds=30)
TEXT = "KẾ HOẠCH\nMở lớp học buổi tối\n\nXã mở ba lớp ở chợ.\n1. Lớp chữ.\n2. Lớp tính.\n"
TCVN3 = "Uû ban nh©n d©n x· më ba líp häc buæi tèi ë chî, in sæ tay cho c¸c th«n vµ mêi mäi ng­êi ®Õn häc ch÷.".encode(
    "latin-1"
)
VNI = "UÛY BAN NHAÂN DAÂN xaõ môû ba lôùp hoïc buoåi toái ôû chôï, in soå tay cho caùc thoân vaø môøi moïi ngöôøi ñeán hoïc.".encode("latin-1")  # fmt: skip


@pytest.fixture
def file(tmp_path: Path) -> Callable[[bytes], Path]:
    """A file of these bytes."""

    def write(data: bytes) -> Path:
        path = tmp_path / "original"
        path.write_bytes(data)
        return path

    return write


def test_a_file_read_apart_comes_to_the_same_as_one_read_here(file: Callable[[bytes], Path]) -> None:
    here, apart = parse(TEXT.encode(), "a.txt"), parse_apart(file(TEXT.encode()), "a.txt", LIMITS)
    assert apart == here and apart is not None and len(apart.passages) == 4


def test_layout_comes_back_from_the_other_process(file: Callable[[bytes], Path]) -> None:
    read = parse_apart(file(make_pdf(Sheet().text(85, 120, "Xã mở ba lớp học."))), "a.pdf", LIMITS)
    assert read is not None and read.document.layout is not None
    (box,) = read.document.layout.boxes_of(read.passages[0].span)
    assert box.page == 1 and box.left == pytest.approx(85, abs=2)


def test_a_file_that_never_ends_is_given_up_when_its_time_is_over(tmp_path: Path) -> None:
    endless = tmp_path / "endless"
    os.mkfifo(endless)  # whoever reads it waits for ever
    begin = time.monotonic()
    with pytest.raises(ReadLimitExceeded) as caught:
        parse_apart(endless, "a.txt", ReadLimits(memory_mb=2000, seconds=1))
    assert time.monotonic() - begin < 5 and "quá 1 giây" in caught.value.message
    assert not multiprocessing.active_children()


def test_a_file_that_works_without_end_is_given_up_too(file: Callable[[bytes], Path]) -> None:
    with pytest.raises(ReadLimitExceeded, match="quá 1 giây"):
        parse_apart(file(b"<p>" + b"<b><i>a</i></b> " * 3_000_000), "a.html", ReadLimits(memory_mb=6000, seconds=1))


def test_a_file_that_eats_memory_ends_with_a_reason_that_names_the_limit(file: Callable[[bytes], Path]) -> None:
    limits = ReadLimits(memory_mb=400, seconds=30)
    with pytest.raises(ReadLimitExceeded, match="quá 400 MB bộ nhớ"):
        parse_apart(file("Một câu. ".encode() * 12_000_000), "a.txt", limits)


def test_a_bomb_is_refused_and_the_next_file_is_read(file: Callable[[bytes], Path]) -> None:
    with pytest.raises(ReadLimitExceeded, match="giới hạn"):
        parse_apart(file(flate_bomb(300)), "a.pdf", LIMITS)
    assert parse_apart(file(TEXT.encode()), "a.txt", LIMITS) is not None


@pytest.mark.parametrize(("how", "error", "said"), [
    (signal.SIGSEGV, DamagedDocument, "tiến trình đọc dừng với mã -11"),
    (signal.SIGABRT, ReadLimitExceeded, "quá 2000 MB bộ nhớ"),
    (signal.SIGKILL, ReadLimitExceeded, "quá 2000 MB bộ nhớ"),
    (signal.SIGXCPU, ReadLimitExceeded, "quá 30 giây tính toán"),
])  # fmt: skip
def test_a_process_that_dies_over_a_file_is_the_files_failure(
    tmp_path: Path, how: signal.Signals, error: type[DocumentError], said: str
) -> None:
    endless = tmp_path / "endless"
    os.mkfifo(endless)

    def kill() -> bool:
        for child in multiprocessing.active_children():
            assert child.pid is not None
            os.kill(child.pid, how)
        return False

    with pytest.raises(error) as caught:
        parse_apart(endless, "a.txt", LIMITS, kill)
    assert said in caught.value.message


def test_reading_that_is_cancelled_ends_at_once_and_leaves_no_process(tmp_path: Path) -> None:
    endless = tmp_path / "endless"
    os.mkfifo(endless)
    begin = time.monotonic()
    assert parse_apart(endless, "a.txt", LIMITS, lambda: True) is None
    assert time.monotonic() - begin < 5 and not multiprocessing.active_children()


def test_several_files_are_read_at_the_same_time(file: Callable[[bytes], Path]) -> None:
    path, found = file(TEXT.encode()), []
    threads = [threading.Thread(target=lambda: found.append(parse_apart(path, "a.txt", LIMITS))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [parse(TEXT.encode(), "a.txt")] * 4


@pytest.mark.parametrize(("data", "name", "error", "said"), [
    (make_pdf(Sheet().picture()), "a.pdf", ScannedDocument, "bản chụp (scan)"),
    (b"\xff\xd8\xff\xe0 JFIF", "a.jpg", ScannedDocument, "JPEG"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.doc", OldFormat, "tệp DOC"),
    (b"{\\rtf1 a}", "a.rtf", OldFormat, "tệp RTF"),
    (zipped({"xl/workbook.xml": b"<a/>"}), "a.xlsx", UnsupportedFormat, "XLSX"),
    (TCVN3, "a.txt", LegacyFont, "TCVN3"),
    (VNI, "a.txt", LegacyFont, "VNI"),
    (b"%PDF-1.7 torn", "a.pdf", DamagedDocument, "hỏng"),
    (b"", "a.txt", EmptyDocument, "Không tìm thấy chữ nào"),
    (b" \n ", "a.txt", EmptyDocument, "Không tìm thấy chữ nào"),
])  # fmt: skip
def test_what_cannot_be_read_is_refused_with_a_reason_that_says_what_it_is_and_what_to_do(
    file: Callable[[bytes], Path], data: bytes, name: str, error: type[DocumentError], said: str
) -> None:
    with pytest.raises(error) as caught:
        parse_apart(file(data), name, LIMITS)
    assert said in caught.value.message and "Hãy" in caught.value.message


@pytest.mark.parametrize("stamp", ["MẬT", "TỐI MẬT", "TUYỆT MẬT"])
def test_a_stamped_document_is_refused_unless_the_setting_allows_it(file: Callable[[bytes], Path], stamp: str) -> None:
    path = file(f"ỦY BAN NHÂN DÂN XÃ BẾN SẬY\nSố: 15/KH-UBND\n{stamp}\n\n{TEXT}".encode())
    with pytest.raises(SecretDocument) as caught:
        parse_apart(path, "a.txt", LIMITS)
    assert f"“{stamp}”" in caught.value.message
    allowed = parse_apart(path, "a.txt", ReadLimits(memory_mb=2000, seconds=30, allow_secret=True))
    assert allowed is not None and stamp in allowed.document.text
