"""Kinds of questions that compare, ask about disagreement or for a meaning."""

from pathlib import Path

import pytest

from corpus.text import folded
from search_api.asking.definitions import term_of
from search_api.reading import kind_of
from search_api.reading.kinds import kind_beside
from search_api.types import Kind

QUESTIONS = [
    (Kind.COMPARE, "Sơn La với Yên Bái bên nào cao hơn?"),
    (Kind.COMPARE, "Năm 2023 hay 2024 cao hơn?"),
    (Kind.COMPARE, "Số đơn năm 2023 và 2024 hơn kém nhau thế nào?"),
    (Kind.COMPARE, "Tỷ lệ chè sạch năm 2025 khác năm 2023 ra sao?"),
    (Kind.CONFLICT, "Số liệu của hai báo cáo có thống nhất không?"),
    (Kind.CONFLICT, "Vì sao diện tích chè ở các văn bản khác nhau?"),
    (Kind.CONFLICT, "Văn bản nào đúng?"),
    (Kind.CONFLICT, "Mục tiêu là 50% hay 45%?"),
    (Kind.CONFLICT, "Ai lo việc này theo văn bản cũ và mới?"),
    (Kind.DEFINITION, "Chè hữu cơ là gì?"),
    (Kind.DEFINITION, "VNLC là viết tắt của cụm từ nào?"),
    (Kind.DEFINITION, "Thế nào là hợp tác xã kiểu mới?"),
    (Kind.DEFINITION, "Vùng nguyên liệu được hiểu như thế nào?"),
    (Kind.DEFINITION, "Theo Nghị định 12, bến đò ngang là gì?"),
    (Kind.DEFINITION, "Bến đò ngang là gì theo Quy chế quản lý bến?"),
    (Kind.DEFINITION, "Theo Luật Bến đò 2026, thế nào là chủ bến?"),
    (Kind.DEFINITION, "Quy chế bến của phường là loại văn bản gì?"),
    (Kind.DEFINITION, "Nghị định 12 giải thích bến tạm là gì?"),
    (Kind.LIST, "Đề án gồm mấy phần, là phần nào?"),
    (Kind.LIST, "Những sở nào cùng dự buổi làm việc với phường Bến Lạc?"),
    (Kind.PERSON, "Ai trao giải cuộc thi thả đèn?"),
    (Kind.PERSON, "Thứ trưởng Bộ Bến bãi nào dự lễ mở bến?"),
    (Kind.LEAD_AGENCY, "Chủ tịch giao sở nào chủ trì sửa bến?"),
    (Kind.TARGET, "Mục tiêu chế biến sâu đến năm 2025 là gì?"),
    (Kind.TARGET, "So với cùng kỳ tăng bao nhiêu?"),
    (Kind.LIST, "Đề án nêu 4 nhóm giải pháp nào?"),
    (Kind.LIST, "Hai nhiệm vụ bị chậm là gì?"),
    (Kind.DEADLINE, "Báo cáo phải gửi trong bao nhiêu ngày?"),
    (Kind.LEAD_AGENCY, "Ai phải rà soát bến bãi?"),
    (Kind.LEAD_AGENCY, "Ai cân đối kinh phí dời bến?"),
    (Kind.LEAD_AGENCY, "Các bến gửi báo cáo cho ai?"),
    (Kind.PERSON, "Ai ký kế hoạch bến bãi?"),
    (Kind.DECISION, "Chủ tịch chỉ đạo thế nào về kiến nghị mở bến?"),
    (Kind.DECISION, "Thông báo 58 quyết định gì?"),
]


@pytest.mark.parametrize(("kind", "question"), QUESTIONS)
def test_the_asking_words_tell_the_kind(kind: Kind, question: str) -> None:
    assert kind_of(question) is kind


@pytest.mark.parametrize("question", [question for _, question in QUESTIONS])
def test_the_kind_is_the_same_without_diacritics(question: str) -> None:
    assert kind_of(folded(question)) is kind_of(question)


@pytest.mark.parametrize(
    "question", ["Thành phố báo cáo Đề án 06 trên trang nào?", "Ai được miễn vé đò?", "Thông tư 12 của Bộ nói gì?"]
)
def test_the_number_of_a_document_counts_nothing_and_who_is_entitled_is_no_person(question: str) -> None:
    assert kind_of(question) not in (Kind.LIST, Kind.PERSON)


@pytest.mark.parametrize("question", ["Nhiệm vụ trọng tâm là gì?", "Lý do chậm là gì?", "Cơ quan thường trực là gì?"])
def test_what_something_is_about_is_no_meaning_of_a_term(question: str) -> None:
    assert kind_of(question) is not Kind.DEFINITION


def test_beside_a_comparison_or_a_disagreement_something_is_asked_for() -> None:
    assert kind_beside("Vì sao chỉ tiêu chè sạch khác nhau?") is Kind.TARGET
    assert kind_beside("Ai chủ trì, hai văn bản nêu khác nhau?") is Kind.LEAD_AGENCY


@pytest.mark.parametrize(
    ("question", "term"),
    [
        ("Chè hữu cơ là gì?", "Chè hữu cơ"),
        ("VNLC là viết tắt của cụm từ nào?", "VNLC"),
        ("Thế nào là hợp tác xã kiểu mới?", "hợp tác xã kiểu mới"),
        ("viết tắt của TTHC là gì", "TTHC"),
        ("Khái niệm vùng nguyên liệu được hiểu như thế nào?", "vùng nguyên liệu"),
    ],
)
def test_the_term_is_what_is_left_without_the_asking_words(question: str, term: str) -> None:
    assert term_of(question) == term


WAYS_OF_ASKING = [
    line.split("\t")
    for line in (Path(__file__).parent / "kinds_of_questions.tsv").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("kind", "question"), WAYS_OF_ASKING)
def test_a_kind_is_read_in_the_many_ways_it_is_asked_with_marks_or_without(kind: str, question: str) -> None:
    assert kind_of(question) == kind_of(folded(question)) == kind


def test_what_is_counted_is_a_figure_and_a_machine_is_none() -> None:
    assert kind_of("Xã điều chỉnh bổ sung mấy công trình?") is Kind.TARGET
    assert kind_of("Xã điều chỉnh bổ sung máy công trình") is not Kind.TARGET
