"""corpus.grammar.spoken_symbols: documents as people name them, and what only looks like a document's number."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.grammar.spoken_symbols import SpokenSymbol, find_spoken
from corpus.grammar.symbols import document_types, find_symbols, symbol_key
from corpus.text import folded
from tests.corpus.test_grammar_symbols import DASHES, GAPS, NUMBERS
from tests.corpus.texts import LINEAR, REPETITIONS, TEXTS, growth

_TABLE = Path(__file__).with_name("spoken_symbols.tsv").read_text("utf-8").splitlines()
ROWS = [tuple(row.split("\t")) for row in _TABLE if not row.startswith("#")]
CASES = [str.lower, str.upper, str.title]


def _meant(spoken: SpokenSymbol) -> str:
    year = f"/{spoken.year}" if spoken.year else ""
    return spoken.symbol or " ".join([spoken.type, spoken.number + year, *([spoken.organ] if spoken.organ else [])])


@pytest.mark.parametrize(("typed", "words", "meant"), ROWS, ids=[row[0] for row in ROWS])
def test_documents_are_named_as_the_reviewed_table_says(typed: str, words: str, meant: str) -> None:
    found = find_spoken(typed)
    assert " + ".join(spoken.span.of(typed) for spoken in found) == words.removeprefix("-")
    assert " + ".join(map(_meant, found)) == meant.removeprefix("-")


@pytest.mark.parametrize(("typed", "words", "meant"), ROWS, ids=[row[0] for row in ROWS])
def test_what_stands_around_changes_nothing(typed: str, words: str, meant: str) -> None:
    question = f"Theo “{typed}”, ai lo?"
    assert " + ".join(spoken.span.of(question) for spoken in find_spoken(question)) == words.removeprefix("-")


@given(TEXTS)
def test_findings_stand_where_they_say_one_after_another(text: str) -> None:
    end = 0
    for spoken in find_spoken(text):
        assert end <= spoken.span.start < spoken.span.end <= len(text)
        assert spoken.types
        assert not spoken.number.startswith("0") or spoken.number == "0"
        assert spoken.symbol is None or symbol_key(spoken.symbol).startswith(spoken.number)
        end = spoken.span.end


@given(TEXTS)
def test_every_printed_symbol_is_found(text: str) -> None:
    assert {symbol.span for symbol in find_symbols(text)} <= {spoken.span for spoken in find_spoken(text)}


@given(
    NUMBERS,
    st.sampled_from(["NQ/TW", "KH/TU", "KL/TW"]),
    st.sampled_from(["-", "/", " "]),
    st.sampled_from(CASES),
    GAPS,
    DASHES,
)
def test_party_symbols_become_one_however_they_are_joined(
    number: int, tail: str, joint: str, case: object, gap: str, dash: str
) -> None:
    type_, organ = tail.split("/")
    joint = joint.replace("-", dash)
    typed = f"{number}{gap}{joint}{gap}{type_}{gap}{joint}{gap}{organ}"
    [spoken] = find_spoken(case(typed))  # type: ignore[operator]
    assert spoken.symbol == f"{number:02}-{type_}/{organ}"


@given(
    st.sampled_from(["nghị quyết", "kế hoạch", "chỉ thị", "NQ", "KH", "kl"]),
    st.integers(100, 1900),
    st.sampled_from(CASES),
)
def test_marks_and_capitals_do_not_matter(type_: str, number: int, case: object) -> None:
    marked = find_spoken(f"{case(type_)} {number}")  # type: ignore[operator]
    plain = find_spoken(folded(f"{type_} {number}"))
    assert [(s.span, s.number, s.type) for s in marked] == [(s.span, s.number, s.type) for s in plain]
    assert len(marked) == 1


def test_whole_symbols_are_well_written() -> None:
    for typed, _, _ in ROWS:
        for spoken in find_spoken(typed):
            if spoken.symbol:
                [symbol] = find_symbols(spoken.symbol)
                assert symbol.written == spoken.symbol
                assert symbol.type in {*document_types(), ""}


@pytest.mark.parametrize(
    "repeated", [*REPETITIONS, "nq ", "nghị quyết ", "nq1 ", "năm ", "một trăm ", "57 nq ", "57-nq-", "57, "]
)
def test_time_grows_with_the_length_of_the_text(repeated: str) -> None:
    assert growth(find_spoken, repeated, end="_") < LINEAR
    assert growth(lambda text: find_spoken("nghị quyết 57" + text), repeated, end="_") < LINEAR
