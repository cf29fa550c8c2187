"""Steps of reading: abbreviations become their full forms, relative times their dates."""

from datetime import date

import pytest
from hypothesis import given

from corpus.language.model import SyllableModel
from search_api.reading import Reader
from search_api.reading.forms import abbreviation_changes, form_steps, time_changes
from search_api.types import ChangeKind
from tests.corpus.texts import TEXTS

TODAY = date(2026, 11, 18)
DEFINED = {"TNOMHN": "tổ nuôi ong mật hoa nhãn", "Đề án 31": "Đề án trồng chè trên đất dốc"}
READER = Reader.of(SyllableModel.base(), form_steps(lambda: DEFINED, lambda: TODAY), lambda: DEFINED)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Sở KHCN chủ trì việc gì?", "Sở Khoa học và Công nghệ chủ trì việc gì?"),
        ("TTHC nào được cắt giảm năm nay?", "Thủ tục hành chính nào được cắt giảm năm 2026?"),
        ("Kết quả CĐS quý trước", "Kết quả chuyển đổi số quý III/2026"),
    ],
)
def test_a_question_is_read_in_full_words_and_dates(typed: str, read: str) -> None:
    reading = READER.read(typed)
    assert reading.text == read
    assert READER.read(read).read_as is None
    assert {change.kind for change in reading.changes} <= {ChangeKind.ABBREVIATION, ChangeKind.TIME}


@pytest.mark.parametrize(
    "typed",
    [
        "UBND tỉnh Sơn Hạ giao việc gì cho HĐND xã?",
        "GRDP năm 2025 tăng bao nhiêu?",
        "Đề án 31 có mục tiêu gì?",
        "Ai nuôi TNOMHN?",
        "Kế hoạch 144/KH-UBND do ai ký?",
    ],
)
def test_what_is_usual_is_left_as_it_is_typed(typed: str) -> None:
    assert READER.read(typed).read_as is None


def test_what_documents_define_counts_in_both_forms() -> None:
    (concept,) = READER.read("Ai nuôi TNOMHN?").concepts
    assert {"tnomhn"} <= concept.own
    assert any({"ong", "ong mật"} <= other for other in concept.others)


def test_as_typed_nothing_is_read_otherwise() -> None:
    reading = READER.read("CSDL năm nay", as_typed=True)
    assert (reading.read_as, reading.concepts) == (None, ())


@given(TEXTS)
def test_changes_stand_one_after_another(text: str) -> None:
    for changes in (abbreviation_changes(text, DEFINED), time_changes(text, TODAY)):
        end = 0
        for change in changes:
            assert end <= change.span.start < change.span.end <= len(text)
            assert change.read != change.span.of(text)
            end = change.span.end
