"""What of a unit is said otherwise than a question asks: then it is no answer, however near its words are."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.catalogue.documents import DocumentInfo
from corpus.catalogue.facts import StoredFact
from corpus.facts import Assignment, Fact, Status, Target
from corpus.grammar.spoken_symbols import find_spoken
from corpus.types import Span
from search_api.asking.otherwise import (
    counts_given,
    fields_of,
    is_of_another,
    not_counted,
    obliged,
    of_commune,
    of_sibling,
    only_refers,
    only_takes_part,
    other_status,
)
from search_api.asking.slots import fixed_by, mentioned
from search_api.reading import read_question
from search_api.types import Kind


def _fact(slots: Target | Assignment) -> StoredFact:
    return StoredFact("f", "d", 0, None, "p", (), "", "", Fact(slots, Span(0, 1)))


TASK = _fact(Assignment("Trồng chè", lead=("Sở TT&TT",), coordinate=("Sở Xây dựng",), deadline="6/2024",
                        deadline_date=date(2024, 6, 30)))  # fmt: skip
AIM = _fact(Target(Status.TARGET, "Tỷ lệ chè sạch", value=60.0, unit="%"))
REACHED = _fact(Target(Status.RESULT, "Tỷ lệ chè sạch", value=41.0, unit="%"))


@pytest.mark.parametrize(
    ("question", "otherwise"),
    [
        ("Sở Xây dựng chủ trì việc gì?", True),  # it only takes part
        ("Sở Thông tin và Truyền thông chủ trì việc gì?", False),  # printed in short
        ("Sở Xây dựng phối hợp việc gì?", False),
    ],
)
def test_a_body_that_only_takes_part_leads_nothing(question: str, otherwise: bool) -> None:
    assert only_takes_part(read_question(question), "", [TASK]) is otherwise


def test_words_without_a_task_must_name_the_body_that_leads() -> None:
    reading = read_question("Sở Xây dựng chủ trì việc gì?")
    assert only_takes_part(reading, "Các cơ quan trồng chè", [])
    assert not only_takes_part(reading, "Sở Xây dựng trồng chè", [])


@pytest.mark.parametrize(
    ("question", "words", "otherwise"),
    [
        ("Nghị quyết 14/2017/NQ-HĐND quy định những gì?", "Thay thế Nghị quyết số 14/2017/NQ-HĐND về chè", True),
        ("Nghị quyết 14/2017/NQ-HĐND quy định những gì?", "Nghị quyết số 14/2017/NQ-HĐND hỗ trợ trồng chè", False),
        (
            "Tại hội nghị về Nghị quyết 14/2017/NQ-HĐND, Chủ tịch yêu cầu gì?",
            "Bàn Nghị quyết số 14/2017/NQ-HĐND, Chủ tịch yêu cầu",
            False,
        ),
        ("Văn bản nào thay thế Nghị quyết 14/2017/NQ-HĐND?", "Thay thế Nghị quyết số 14/2017/NQ-HĐND về chè", False),
    ],
)
def test_a_text_that_only_refers_to_a_document_does_not_tell_its_content(
    question: str, words: str, otherwise: bool
) -> None:
    (said,) = find_spoken(question)
    assert only_refers(read_question(question), said, words, "Kế hoạch trồng chè") is otherwise


def test_a_plan_to_carry_out_a_document_does_not_tell_its_content_unless_it_says_so() -> None:
    question, label = "Nghị quyết 14/2017/NQ-HĐND giao những việc gì?", "Kế hoạch thực hiện Nghị quyết 14/2017/NQ-HĐND"
    reading, (said,) = read_question(question), find_spoken(question)
    assert only_refers(reading, said, "Các huyện trồng chè", label)
    assert not only_refers(reading, said, "Nghị quyết số 14/2017/NQ-HĐND giao các huyện trồng chè", label)


def test_a_share_answers_how_much_a_tax_is_lowered() -> None:
    assert not not_counted("Bến phà được giảm bao nhiêu thuế suất?", "Bến phà được giảm 40% mức thuế suất")
    assert not_counted("Có bao nhiêu bến phà?", "40% mặt nước được giao")


def test_a_part_of_a_whole_is_a_count() -> None:
    assert counts_given("Đã xong mấy chỉ tiêu?", "Đã có 5/9 chỉ tiêu hoàn thành") == 1


@pytest.mark.parametrize(
    ("wanted", "question", "facts", "otherwise"),
    [
        (Status.RESULT, "Thực tế chè sạch đã đạt bao nhiêu?", [AIM], True),
        (Status.RESULT, "Thực tế chè sạch đã đạt bao nhiêu?", [AIM, REACHED], False),
        (Status.RESULT, "Thực tế đã trồng bao nhiêu ha?", [TASK], True),
        (Status.TARGET, "Mục tiêu chè sạch là bao nhiêu?", [REACHED], True),
        (Status.TARGET, "Mục tiêu chè sạch là bao nhiêu?", [], False),
        (None, "Chè sạch là bao nhiêu?", [REACHED], False),
    ],
)
def test_an_aim_is_no_result_and_a_result_no_aim(
    wanted: Status | None, question: str, facts: list[StoredFact], otherwise: bool
) -> None:
    assert other_status(read_question(question), wanted, facts) is otherwise


@pytest.mark.parametrize(
    ("question", "words", "otherwise"),
    [
        ("Có bao nhiêu hộ trồng chè?", "1. Tỷ lệ chè sạch năm 2024 đạt 41%", True),
        ("Có bao nhiêu hộ trồng chè?", "90% hộ trồng chè", False),
        ("Có bao nhiêu hộ trồng chè?", "41% diện tích của 1.200 hộ", False),
        ("BN đặt chỉ tiêu chè sạch mức nào?", "Tỷ lệ chè sạch đạt 41%", False),  # a province in short
        ("Chè sạch đạt bao nhiêu phần trăm?", "Tỷ lệ chè sạch đạt 41%", False),
    ],
)
def test_a_share_is_no_count(question: str, words: str, otherwise: bool) -> None:
    assert not_counted(question, words) is otherwise


def test_an_office_in_a_place_is_not_held_by_whoever_is_named_after_it() -> None:
    unset: dict[str, Any] = dict.fromkeys(DocumentInfo.__annotations__)
    document = DocumentInfo(**{**unset, "front": {"issuer": "Ủy ban nhân dân tỉnh"}, "label": "", "file_name": "tb.md"})
    text = "Dự họp có đại diện xã Nà Hẩu.\nChủ tịch Lò Văn Phong kết luận."
    words = "Chủ tịch Lò Văn Phong kết luận."
    assert not of_commune(Kind.PERSON, ["xa na hau"], document, text, words, "")
    assert of_commune(Kind.TARGET, ["xa na hau"], document, text, words, "")


@pytest.mark.parametrize(
    ("question", "communes"),
    [
        ("tỷ lệ chè sạch của quận sông tây năm 2023 là bao nhiêu", {"quan song tay"}),
        ("phương đông khê có bao nhiêu hộ", {"phuong dong khe"}),
        ("phường nà hẩu muốn trồng bao nhiêu ha", {"phuong na hau"}),
        ("chỉ tiêu của xã hội số là gì", set()),
        ("phương án nào được chọn", set()),
        ("tổ công nghệ ở xã nào nhiều nhất", set()),
    ],
)
def test_a_commune_typed_without_capitals_is_fixed_by_level_and_name(question: str, communes: set[str]) -> None:
    assert fixed_by(question).communes == communes


def test_a_sum_is_asked_for_however_it_is_said() -> None:
    assert {fixed_by(q).measure for q in ("Trồng chè hết bao nhiêu tiền?", "Trồng chè tốn bao nhiêu?")} == {"đồng"}


@given(st.text(alphabet="Nghị quyết 14/2017/NQ-HĐND, Kế hoạch \n", max_size=120))
def test_where_a_document_is_spoken_of_its_number_stands(text: str) -> None:
    (said,) = find_spoken("Nghị quyết 14/2017/NQ-HĐND")
    assert all("14" in span.of(text) for span in mentioned(said, text))


REPORT = _fact(Assignment("báo cáo về bến", lead=("Bộ Xây dựng",), deadline="quý IV/2031"))
EVERYBODY = _fact(Assignment("báo cáo về bến", lead=("Các Bộ, cơ quan ngang bộ",), deadline="quý IV/2031"))


@pytest.mark.parametrize(
    ("question", "body"),
    [
        ("Chỉ thị 7 yêu cầu Bộ Y tế báo cáo trong quý mấy?", "Bộ Y tế"),
        ("chỉ thị 7 yêu cầu bộ y tế báo cáo trong quý mấy", "Bộ Y tế"),
        ("Việc dời bến thì Bộ KH&CN phải trình khi nào?", "Bộ Khoa học và Công nghệ"),
        ("Việc chuyển bến sang Bộ Xây dựng phải xong khi nào?", ""),  # to which something is done
        ("Chủ bến báo cáo Bộ Xây dựng trước ngày nào?", ""),
        ("Chủ bến phải báo cáo khi nào?", ""),
    ],
)
def test_a_ministry_is_obliged_where_it_has_to_do_something(question: str, body: str) -> None:
    assert obliged(question).lower() == body.lower()


@pytest.mark.parametrize(
    ("fact", "words", "over", "other"),
    [
        (REPORT, "báo cáo Thủ tướng trong quý IV", "", True),
        (REPORT, "báo cáo Thủ tướng trong quý IV", "3. Bộ Y tế", False),
        (REPORT, "Bộ Y tế, Bộ Xây dựng báo cáo Thủ tướng", "", False),
        (EVERYBODY, "Các Bộ báo cáo Thủ tướng trong quý IV", "", False),
    ],
)
def test_a_duty_of_another_ministry_is_no_answer(fact: StoredFact, words: str, over: str, other: bool) -> None:
    question = read_question("Chỉ thị 7 yêu cầu Bộ Y tế báo cáo trong quý mấy?")
    assert is_of_another(question, words, over, [fact]) is other


def test_a_ministry_goes_by_its_names_of_before_too() -> None:
    assert "tài nguyên và môi trường" in fields_of("Bộ Nông nghiệp và Môi trường")


@pytest.mark.parametrize(
    ("question", "words", "over", "share"),
    [
        ("Bến cấp xã mở khi nào?", "Bến cấp tỉnh mở ngày 1/5.", "", 1),
        ("Bến cấp xã mở khi nào?", "Bến cấp tỉnh, cấp xã mở ngày 1/5.", "", 0),
        ("Bến cấp xã mở khi nào?", "Bến mở ngày 1/5.", "", 0),
        ("Bến cấp xã mở khi nào?", "Bến cấp tỉnh mở ngày 1/5.", "Bến cấp xã", 0.5),
        ("Thẩm định bến nhóm B mấy ngày?", "Bến nhóm C: 10 ngày.", "", 1),
        ("Thẩm định bến mấy ngày?", "Bến nhóm C: 10 ngày.", "", 0),
    ],
)
def test_things_of_one_name_are_told_apart_by_their_marks(question: str, words: str, over: str, share: float) -> None:
    assert of_sibling(question, words, over) == share
