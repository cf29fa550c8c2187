"""corpus.grammar.symbols: what is a document's symbol, what only looks like one, and one key for all spellings."""

from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.grammar.symbols import document_types, find_symbols, symbol_key, type_names
from tests.corpus.texts import LINEAR, REPETITIONS, TEXTS, growth

_TABLE = Path(__file__).with_name("symbols.tsv").read_text("utf-8").splitlines()
ROWS = [tuple(row.split("\t")) for row in _TABLE if not row.startswith("#")]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_symbols_are_found_as_the_reviewed_table_says(text: str, expected: str) -> None:
    assert "; ".join(symbol.written for symbol in find_symbols(text)) == expected.removeprefix("-")


def test_the_parts_of_a_symbol_are_known() -> None:
    party, state, law = find_symbols("07-CTr/TU và 48/2025/NQ-HĐND và 72/2025/QH15")
    assert (party.number, party.year, party.type, party.organ) == ("07", None, "CTr", "TU")
    assert (state.number, state.year, state.type, state.organ) == ("48", 2025, "NQ", "HĐND")
    assert (law.number, law.year, law.type, law.organ) == ("72", 2025, "", "QH15")


@given(TEXTS)
def test_symbols_stand_where_they_say_one_after_another(text: str) -> None:
    end = 0
    for symbol in find_symbols(text):
        assert end <= symbol.span.start < symbol.span.end <= len(text)
        assert symbol_key(symbol.span.of(text)) == symbol.key
        assert not any(c.isspace() for c in symbol.written)
        end = symbol.span.end


NUMBERS = st.integers(1, 999_999)
TYPES = st.sampled_from(sorted(document_types()))
ORGANS = st.sampled_from(["TW", "TU", "UBND", "HĐND", "CP", "TTg", "ĐĐQH15", "SKH&CN", "BCĐ"])
GAPS = st.sampled_from(["", " "])
DASHES = st.sampled_from("-‐‑‒–—")
YEARS = st.one_of(st.just(""), st.integers(1945, 2045).map(lambda year: f"/{year}"))


@given(NUMBERS, TYPES, ORGANS, GAPS, GAPS, GAPS, GAPS, DASHES, st.integers(0, 2))
def test_all_spellings_of_a_party_symbol_have_one_key(
    number: int, kind: str, organ: str, a: str, b: str, c: str, d: str, dash: str, noughts: int
) -> None:
    digits = str(number).zfill(min(6, len(str(number)) + noughts))
    printed = f"{digits}{a}{dash}{b}{kind}{c}/{d}{organ}"
    [symbol] = find_symbols(f"Căn cứ số {printed}, ngày 1/2/2025")
    assert symbol.span.of(f"Căn cứ số {printed}, ngày 1/2/2025") == printed
    assert symbol.key == symbol_key(f"{number}-{kind}/{organ}".lower())


@given(NUMBERS, YEARS, TYPES, ORGANS, GAPS, GAPS, DASHES, st.integers(0, 2))
def test_all_spellings_of_a_state_symbol_have_one_key(
    number: int, year: str, kind: str, organ: str, a: str, b: str, dash: str, noughts: int
) -> None:
    digits = str(number).zfill(min(6, len(str(number)) + noughts))
    printed = f"{digits}{year}{a}/{kind}{b}{dash}{b}{organ}"
    [symbol] = find_symbols(f"Số: {printed}.")
    assert symbol.key == symbol_key(f"{number}{year}/{kind}-{organ}".lower())


@pytest.mark.parametrize("written", ["07-CTr/TU", "7-CTr/TU", "07 - CTr/TU", "007–ctr / tu", "7‑CTR/TU"])
def test_a_key_has_no_spaces_marks_capitals_or_leading_noughts(written: str) -> None:
    assert symbol_key(written) == "7-ctr/tu"


def test_different_documents_have_different_keys() -> None:
    written = ["57-NQ/TW", "57-KL/TW", "5-NQ/TW", "570-NQ/TW", "57-NQ/TU", "57/NQ-CP", "57/2024/NQ-CP", "57/2025/NQ-CP"]
    assert len({symbol_key(w) for w in written}) == len(written)


def test_every_type_of_document_can_stand_in_a_symbol() -> None:
    for kind in document_types():
        assert [s.type for s in find_symbols(f"12-{kind}/TU")] == [kind]
        assert [s.type for s in find_symbols(f"12/{kind}-UBND")] == [kind]


def test_types_have_names_and_no_abbreviation_stands_twice() -> None:
    lines = files("corpus.grammar").joinpath("types.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    assert len(rows) == len({row[0] for row in rows}) == len(document_types())
    assert {"nghị quyết", "kế hoạch", "chương trình", "thông tư"} <= type_names()


@pytest.mark.parametrize("repeated", [*REPETITIONS, "1-KH/TU - ", "1/2025/KH-AB-", "A.A"])
def test_time_grows_with_the_length_of_the_text(repeated: str) -> None:
    assert growth(find_symbols, repeated, end="_") < LINEAR
    assert growth(lambda text: find_symbols("1-KH/A" + text), repeated, end="_") < LINEAR
