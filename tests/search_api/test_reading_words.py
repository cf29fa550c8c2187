"""search_api.reading.reader: one Reading of a question; it says what it changed, can be undone, and reads itself as it is."""

import re
from functools import cache
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import InvalidRequest
from corpus.language.model import SyllableModel
from corpus.sentences import sentences
from corpus.text import folded, one_line
from corpus.types import Span
from search_api.reading import LONGEST_QUESTION, Reader, general_reader, read_question
from search_api.reading.changes import carried_out
from search_api.types import Change, ChangeKind, Kind, Reading


@cache
def _lines() -> tuple[str, ...]:
    """Sentences of the samples that are plain text."""
    samples = [path for path in files("corpus").joinpath("documents").iterdir() if path.name.endswith((".md", ".txt"))]
    texts = [re.sub(r"[*#>|\\]", " ", path.read_text("utf-8")) for path in sorted(samples, key=lambda path: path.name)]
    found = [one_line(span.of(line)) for text in texts for line in text.splitlines() for span in sentences(line)]
    return tuple(line for line in dict.fromkeys(found) if 10 < len(line) < LONGEST_QUESTION // 2)


@cache
def _reader() -> Reader:
    """One that has learnt from the samples, as a server with them has."""
    return Reader.of(SyllableModel.with_texts(_lines()))


QUESTIONS = st.lists(st.sampled_from(_lines()), min_size=1, max_size=2).map(" ".join)
KEYS = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxysfrxjwzÂNĐàếịổữ ,.?1657", min_size=1, max_size=80)


def _is_consistent(reading: Reading) -> None:
    ends = [0, *(change.span.end for change in reading.changes)]
    assert all(change.span.start >= end for change, end in zip(reading.changes, ends, strict=False))
    assert all(change.read != change.span.of(reading.question) for change in reading.changes)
    assert carried_out(reading.question, reading.changes) == reading.text
    assert (reading.read_as is None) == (not reading.changes)


@given(QUESTIONS)
def test_words_that_are_right_come_back_unchanged(question: str) -> None:
    for reader in (_reader(), general_reader()):
        reading = reader.read(question)
        assert (reading.read_as, reading.changes) == (None, ())


@given(QUESTIONS)
def test_words_of_the_corpus_without_marks_are_read_with_them(question: str) -> None:
    reading = _reader().read(folded(question))
    _is_consistent(reading)
    meant, read = question.lower().split(), reading.text.lower().split()
    same = sum(folded(a) == folded(b) and len(a) == len(b) for a, b in zip(meant, read, strict=True))
    assert same == len(meant), "only marks have been put"
    assert _reader().read(reading.text).changes == ()


@given(st.data())
def test_a_reading_reads_itself_as_it_is(data: st.DataObject) -> None:
    words = data.draw(QUESTIONS).split()
    for at in data.draw(st.lists(st.integers(0, len(words) - 1), max_size=len(words))):
        word = words[at]
        words[at] = (
            data.draw(st.sampled_from([folded(word), word[:-1], word + word[-1:], word[1:2] + word[:1] + word[2:]]))
            or word
        )
    reading = _reader().read(" ".join(words))
    _is_consistent(reading)
    assert _reader().read(reading.text).changes == ()


@given(KEYS)
@settings(max_examples=300)
def test_any_keys_are_read_consistently_and_once(question: str) -> None:
    try:
        reading = general_reader().read(question)
    except InvalidRequest:
        return
    _is_consistent(reading)
    assert general_reader().read(reading.text).changes == ()


def test_kind_terms_and_years_are_those_of_the_question_as_read() -> None:
    typed, meant = (
        "den nam 2025 kinh te so phai dat bao nhieu phan tram",
        "đến năm 2025 kinh tế số phải đạt bao nhiêu phần trăm",
    )
    reading = _reader().read(typed)
    assert (reading.question, reading.read_as, reading.kind) == (typed, meant, Kind.TARGET)
    as_meant = read_question(meant)
    assert (reading.terms, reading.content, reading.years) == (as_meant.terms, as_meant.content, as_meant.years)


def test_every_change_says_its_kind() -> None:
    reading = _reader().read("nghi quyết về phats triển kinh tế, khoa hoọc")
    said = {change.span.of(reading.question): (change.read, change.kind) for change in reading.changes}
    assert said == {
        "nghi": ("nghị", ChangeKind.MARKS),
        "phats": ("phát", ChangeKind.KEYS),
        "hoọc": ("học", ChangeKind.SLIP),
    }


def test_as_typed_nothing_is_changed() -> None:
    reading = _reader().read("  nghi quyet   ve chuyen doi so ", as_typed=True)
    assert (reading.question, reading.read_as, reading.changes) == ("nghi quyet ve chuyen doi so", None, ())


def test_symbols_of_documents_stay_as_they_are() -> None:
    for symbol in ("07-CTr/TU", "144/KH-UBND", "25/2021/NQ-HĐND", "96/TTr-SKHCN"):
        reading = _reader().read(f"ke hoach theo {symbol} cua thanh uy")
        assert reading.read_as == f"kế hoạch theo {symbol} của thành ủy"


@pytest.mark.parametrize(
    "name",
    [
        "ke-hoach-so-ket-2.pdf",
        "bao_cao_thang",
        "van.thu@bachson.gov.vn",
        "https://bachson.gov.vn/ke-hoach",
        "chuyen-doi-so.docx,",
    ],
)
def test_names_of_files_and_addresses_stay_as_they_are(name: str) -> None:
    assert _reader().read(f"tim {name} cua thanh uy").read_as == f"tìm {name} của thành ủy"


@pytest.mark.parametrize("question", ["", "  \n", "\u200b"])
def test_an_empty_question_is_refused(question: str) -> None:
    with pytest.raises(InvalidRequest, match="còn trống"):
        general_reader().read(question)


def test_steps_come_first_and_what_they_read_is_kept() -> None:
    def expand(text: str) -> list[Change]:
        return [
            Change(Span(*m.span()), "khoa học và công nghệ", ChangeKind.ABBREVIATION)
            for m in re.finditer(r"\bkhcn\b", text)
        ]

    def never_reached(text: str) -> list[Change]:
        return [Change(Span(*m.span()), "không dùng", ChangeKind.TIME) for m in re.finditer(r"\bkhcn\b", text)]

    reading = Reader.of(SyllableModel.base(), (expand, never_reached)).read("nhiem vu khcn la gi")
    assert reading.read_as == "nhiệm vụ khoa học và công nghệ là gì"
    assert [change.kind for change in reading.changes if change.kind is not ChangeKind.MARKS] == [
        ChangeKind.ABBREVIATION
    ]
    _is_consistent(reading)
