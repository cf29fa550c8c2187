"""Questions as typed → what they ask for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.analyser import terms
from corpus.errors import InvalidRequest
from corpus.text import folded
from search_api.reading import LONGEST_QUESTION, kind_of, read_question
from search_api.types import Kind

KINDS = [
    (Kind.TARGET, "Đến năm 2025 diện tích chè phải đạt bao nhiêu?"),
    (Kind.TARGET, "Mục tiêu chế biến sâu là gì?"),
    (Kind.RESULT, "Năm 2023 đã trồng được bao nhiêu ha chè?"),
    (Kind.RESULT, "Kết quả chế biến sâu năm 2023?"),
    (Kind.LEAD_AGENCY, "Cơ quan nào chủ trì Đề án vùng chè hữu cơ?"),
    (Kind.LEAD_AGENCY, "Ai chủ trì đăng ký chỉ dẫn địa lý?"),
    (Kind.DEADLINE, "Đề án vùng chè hữu cơ phải xong trước ngày nào?"),
    (Kind.DEADLINE, "Khi nào xong chỉ dẫn địa lý?"),
    (Kind.PERSON, "Ai ký Chương trình 12-CTr/TU?"),
    (Kind.LIST, "Chương trình gồm những nhiệm vụ nào?"),
    (Kind.COMPARE, "Diện tích chè năm 2022 và 2023 khác nhau ra sao?"),
    (Kind.DECISION, "Nghị quyết này thay thế văn bản nào đã ban hành?"),
    (Kind.LOOKUP, "chè Shan tuyết"),
]
NO_BODIES = [
    "Việc này ghi trong văn bản nào?",
    "Cán bộ nào được dự?",
    "Còn chỉ số nào chưa báo cáo?",
    "Hồ sơ nào bị trả lại?",
]


@pytest.mark.parametrize(("kind", "question"), KINDS)
def test_the_asking_words_tell_the_kind(kind: Kind, question: str) -> None:
    assert kind_of(question) is kind


@pytest.mark.parametrize("question", [question for _, question in KINDS])
def test_the_kind_is_the_same_without_diacritics_and_in_capitals(question: str) -> None:
    assert kind_of(folded(question)) is kind_of(question)
    assert kind_of(question.upper()) is kind_of(question)


@pytest.mark.parametrize("question", NO_BODIES)
def test_words_that_end_like_a_body_ask_for_none(question: str) -> None:
    assert kind_of(question) is not Kind.LEAD_AGENCY


def test_content_terms_leave_out_the_words_that_only_ask() -> None:
    reading = read_question("Theo chương trình, diện tích chè phải đạt bao nhiêu?")
    assert {"diện", "tích", "chè", "diện tích", "tích chè"} <= set(reading.content)
    assert not {"theo", "phải", "đạt", "bao", "nhiêu", "bao nhiêu", "phải đạt"} & set(reading.content)


def test_all_terms_are_kept_for_the_index() -> None:
    reading = read_question("Diện tích chè đạt bao nhiêu?")
    assert list(reading.terms) == terms("Diện tích chè đạt bao nhiêu?")


def test_no_content_term_joins_words_that_stood_apart() -> None:
    assert "chè diện" not in read_question("chè của diện tích").content


def test_a_question_of_asking_words_alone_is_searched_with_them() -> None:
    assert read_question("bao nhiêu?").content


@pytest.mark.parametrize(
    ("question", "years"),
    [
        ("Năm 2025 đạt gì?", (2025,)),
        ("giai đoạn 2022-2025", (2022, 2025)),
        ("Nghị quyết 25/2021/NQ-HĐND", ()),  # a part of its name
        ("có 2.025 ha và 20250 cây", ()),
        ("Năm 2030 lượng rác giảm bao nhiêu so với mức trung bình năm 2024?", (2030,)),  # only what it is compared with
        ("Năm 2030 so với năm 2024 khác nhau thế nào?", (2030, 2024)),  # both are asked for
        ("Rác giảm bao nhiêu so với năm 2024?", (2024,)),
    ],
)
def test_years_are_those_written_out(question: str, years: tuple[int, ...]) -> None:
    assert read_question(question).years == years


def test_what_is_typed_is_what_is_searched() -> None:
    reading = read_question("  dien tich   che\n")
    assert (reading.question, reading.text, reading.read_as) == ("dien tich che", "dien tich che", None)


@pytest.mark.parametrize("question", ["", "  \n\t ", "\u200b\ufeff", "\x00"])
def test_a_question_without_a_visible_character_is_refused(question: str) -> None:
    with pytest.raises(InvalidRequest, match="còn trống"):
        read_question(question)


def test_a_question_longer_than_the_limit_is_refused() -> None:
    assert read_question("a" * LONGEST_QUESTION)
    with pytest.raises(InvalidRequest, match=str(LONGEST_QUESTION)):
        read_question("a" * (LONGEST_QUESTION + 1))


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(question: str) -> None:
    try:
        reading = read_question(question)
    except InvalidRequest:
        return
    assert reading.text
    assert reading.content or not terms(reading.text)
