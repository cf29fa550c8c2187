"""corpus.grammar.spelling: spellings of one word, and words of one meaning."""

import pytest
from hypothesis import given

from corpus.analyser import terms
from corpus.grammar.spelling import canonical_spelling, find_other_words
from corpus.text import matching_form
from tests.corpus.texts import LINEAR, REPETITIONS, TEXTS, growth


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("quí I", "quý I"),
        ("Qui định", "quy định"),
        ("kĩ thuật", "kỹ thuật"),
        ("kỉ luật", "kỷ luật"),
        ("tỉ lệ hộ nghèo", "tỷ lệ hộ nghèo"),
        ("xử lí, quản LÍ", "xử lý, quản lý"),
        ("bác sĩ thẩm mĩ", "bác sỹ thẩm mỹ"),
        ("công ti", "công ty"),
        ("hi sinh", "hy sinh"),
        ("hàng năm báo cáo", "hằng năm báo cáo"),
        ("hòa giải", "hoà giải"),
    ],
)
def test_spellings_of_one_word_are_one_term(one: str, other: str) -> None:
    assert terms(one) == terms(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tai", "tay"),
        ("mai", "may"),
        ("sui", "suy"),
        ("tui", "tuy"),
        ("vi phạm", "vy phạm"),
        ("hàng hóa", "hằng hóa"),
        ("thi", "thy"),
        ("đi", "đy"),
        ("kỉ", "kỳ"),
    ],
)
def test_other_sounds_and_words_stay_apart(one: str, other: str) -> None:
    assert terms(one) != terms(other)


@given(TEXTS)
def test_offsets_stay_true(text: str) -> None:
    form = matching_form(text)
    spelt = canonical_spelling(form)
    assert len(spelt) == len(form)
    assert canonical_spelling(spelt) == spelt
    assert spelt.translate(str.maketrans("yỳýỷỹỵằ", "iìíỉĩịà")) == form.translate(str.maketrans("yỳýỷỹỵằ", "iìíỉĩịà"))


def test_words_of_one_meaning_are_found() -> None:
    (found,) = find_other_words("Sở nào CHỦ TRÌ việc trồng chè")
    assert found.span.of("Sở nào CHỦ TRÌ việc trồng chè") == "CHỦ TRÌ"
    assert set(found.others) == {"đầu mối", "chịu trách nhiệm chính"}
    assert find_other_words("chủ trương, đầu mồi") == []


def test_the_longest_words_are_meant() -> None:
    text = "thời hạn hoàn thành"
    (found,) = find_other_words(text)
    assert found.span.of(text) == text


@pytest.mark.parametrize("repeated", [*REPETITIONS, "ki", "qui ", "hàng ", "chủ "])
def test_time_grows_with_the_length_of_the_text(repeated: str) -> None:
    assert growth(canonical_spelling, repeated, end="_") < LINEAR
