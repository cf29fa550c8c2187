"""corpus.analyser: the terms that passages and questions are matched by, and where they stand."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.analyser import analyse, terms
from corpus.grammar.spelling import canonical_spelling
from corpus.grammar.symbols import find_symbols, symbol_key
from corpus.text import clean, matching_form
from tests.corpus.texts import LINEAR, REPETITIONS, SYLLABLES, TEXTS, growth


@given(TEXTS)
def test_every_term_stands_in_the_text_where_it_says(text: str) -> None:
    form = matching_form(text)
    spelt = canonical_spelling(form)
    for term in analyse(text):
        assert 0 <= term.span.start < term.span.end <= len(text)
        here = term.span.of(spelt)
        left, pair, right = term.text.partition(" ")
        if pair:
            assert here.startswith(left)
            assert here.endswith(right)
        else:
            assert term.text in (here, symbol_key(term.span.of(form)))


@given(TEXTS)
def test_terms_come_in_the_order_of_the_text(text: str) -> None:
    starts = [term.span.start for term in analyse(text)]
    assert starts == sorted(starts)


@given(TEXTS)
def test_the_same_text_gives_the_same_terms(text: str) -> None:
    assert analyse(text) == analyse(text)
    assert terms(text) == [term.text for term in analyse(text)]


@given(TEXTS)
def test_every_letter_and_digit_is_in_some_term(text: str) -> None:
    covered = {at for term in analyse(text) for at in range(*term.span)}
    assert not [c for at, c in enumerate(matching_form(text)) if c.isalnum() and at not in covered]


@given(TEXTS)
def test_every_symbol_is_one_term(text: str) -> None:
    found = {(term.text, term.span) for term in analyse(text)}
    assert {(symbol.key, symbol.span) for symbol in find_symbols(text)} <= found


@given(st.lists(st.sampled_from(SYLLABLES)).map(" ".join))
def test_capitals_tones_and_composition_make_no_difference(text: str) -> None:
    assert terms(text.upper()) == terms(text)
    assert terms(matching_form(text)) == terms(text)
    assert terms(clean(unicodedata.normalize("NFD", text))) == terms(text)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Nghị quyết số 57-NQ/TW ngày 22/12/2024", "57-nq/tw"),
        ("Kế hoạch số 0187 / KH – UBND", "187/kh-ubnd"),
        ("Nghị định 13/2023/NĐ-CP", "13/2023/nd-cp"),
        ("ngày 22/12/2024", "22/12/2024"),
        ("giai đoạn 2021 - 2025", "2021-2025"),
        ("giai đoạn 2021–2025", "2021-2025"),
        ("tăng 7,5 %/năm", "7,5%"),
        ("tăng 7 - 7,5%", "7-7,5%"),
        ("đạt 30%", "30%"),
        ("2.500 doanh nghiệp", "2.500"),
        ("1.035.078,9 tỷ đồng", "1.035.078,9"),
        ("10/12 chỉ tiêu", "10/12"),
        ("Sở KH&CN", "kh&cn"),
        ("phát triển KH, CN & ĐMST", "kh,cn&dmst"),
        ("tại TP.HCM", "tp.hcm"),
        ("Văn phòng T.Ư", "t.u"),
    ],
)  # fmt: skip
def test_expressions_are_kept_whole(text: str, term: str) -> None:
    assert term in terms(text)


@pytest.mark.parametrize("word", ["chuyển đổi", "đổi số", "kinh tế", "chuyển", "số"])
def test_words_of_several_syllables_are_found_by_syllables_and_their_pairs(word: str) -> None:
    assert word in terms("CHUYỂN ĐỔI SỐ, KINH TẾ số")


@pytest.mark.parametrize("between", [". ", " | ", "\n", "; ", "… ", ": "])
def test_no_pair_crosses_the_end_of_a_cell_a_line_or_a_sentence(between: str) -> None:
    assert terms(f"kinh{between}tế") == ["kinh", "tế"]


def test_a_date_is_no_symbol_and_a_symbol_is_not_cut() -> None:
    assert "2024" in terms("22/12/2024")
    assert "57-nq" not in terms("57-NQ/TW")


def test_blank_text_has_no_terms() -> None:
    assert terms("") == terms(" \n ") == terms("— • …") == []


def test_zero_width_characters_are_no_terms() -> None:
    assert terms(clean("\u200b\ufeffsố\u00ad")) == ["số"]


@pytest.mark.parametrize("repeated", REPETITIONS)
def test_time_grows_with_the_length_of_the_text(repeated: str) -> None:
    assert growth(analyse, repeated, end="_") < LINEAR
