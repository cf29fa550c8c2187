"""What a question fixes, and what of a text stands against it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.grammar.places import places_in
from corpus.grammar.spoken_symbols import find_spoken
from search_api.asking.documents.front import asks_front
from search_api.asking.persons.people import body_asked, holder_near, office_asked
from search_api.asking.several import parts_of
from search_api.asking.slots import commune_spans, document_spans, fixed_by, holds_measure, mentioned, mentions
from search_api.reading import kind_of
from search_api.types import Kind


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("Chỉ tiêu của Sơn La?", {"sơn la"}),
        ("TP.HCM và Hà Nội ai cao hơn?", {"hồ chí minh", "hà nội"}),
        ("28. TP.Hồ Chí Minh 2229", {"hồ chí minh"}),
        ("Học tập tư tưởng Hồ Chí Minh", set()),
        ("Sơn Lan trồng chè", set()),
    ],
)
def test_provinces_are_named_as_such(question: str, places: set[str]) -> None:
    assert places_in(question) == places


def test_further_places_are_found_when_they_are_given() -> None:
    assert places_in("tỉnh Bạch Sơn trồng chè", ["bạch sơn"]) == {"bạch sơn"}


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        ("Theo Nghị quyết 12 thì sao?", {("NQ", "12")}),
        ("Kế hoạch số 045 của tỉnh", {("KH", "45")}),
        ("Kế hoạch 58 yêu cầu xong trước ngày nào?", {("KH", "58")}),
        ("kế hoạch 5 năm", set()),
        ("Nghị quyết 30% vốn", set()),
    ],
)
def test_documents_are_named_by_type_and_number(question: str, documents: set[tuple[str, str]]) -> None:
    assert {(d.type, d.number) for d in fixed_by(question).documents} == documents


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("thực hiện Nghị quyết số 12-NQ/TU", True),
        ("theo Nghị quyết 12 của Tỉnh ủy", True),
        ("Nghị quyết 112-NQ/TU", False),
        ("trồng 12 ha chè", False),
    ],
)
def test_a_text_speaks_of_a_document_by_its_number(text: str, speaks: bool) -> None:
    (said,) = find_spoken("Nghị quyết 12")
    assert mentions(said, text) is speaks


@pytest.mark.parametrize(
    ("question", "words", "held"),
    [
        ("Kinh phí là bao nhiêu tỷ đồng?", "Giai đoạn 2021-2025, đồng thời tăng 30%", False),
        ("Kinh phí là bao nhiêu tỷ đồng?", "Tổng kinh phí 1.250,5 tỷ đồng", True),
        ("Kinh phí là bao nhiêu tỷ đồng?", "năm 2025 tỷ trọng chè đạt 30%", False),
        ("Tỷ lệ đạt bao nhiêu phần trăm?", "đạt 35%", True),
        ("Tỷ lệ đạt bao nhiêu phần trăm?", "trồng 35 ha", False),
        ("Tỉnh xếp thứ mấy?", "Tỉnh xếp thứ 12 cả nước", True),
        ("Hội chợ mở ngày nào?", "Hội chợ chè năm 2023", False),
        ("Mức lương chuyên gia là bao nhiêu?", "Thu hút 17 chuyên gia", False),
        ("Mức lương chuyên gia là bao nhiêu?", "Chuyên gia được trả 40 triệu đồng/tháng", True),
        ("Điện thoại hỗ trợ là số nào?", "Công bố số điện thoại hỗ trợ 24/7", False),
        ("Điện thoại hỗ trợ là số nào?", "Gọi 0208 3855 123 để được hỗ trợ", True),
        ("Trụ sở ban ở số nhà bao nhiêu?", "Phường có 24 tổ dân phố", False),
        ("Trụ sở ban ở số nhà bao nhiêu?", "Ban làm việc tại số 15 đường Trần Phú", True),
    ],
)
def test_a_figure_must_be_of_the_measure_that_is_asked_for(question: str, words: str, held: bool) -> None:
    assert holds_measure(fixed_by(question).measure, words, question) is held


def test_a_meeting_is_known_by_its_ordinal_however_it_is_written() -> None:
    assert fixed_by("Phiên họp lần thứ 6 nêu gì?").ordinals == fixed_by("Phiên họp thứ sáu nêu gì?").ordinals == {"6"}


@pytest.mark.parametrize(
    ("question", "communes"),
    [
        ("Phường Nà Hẩu đặt mục tiêu gì?", {"phuong na hau"}),
        ("Phương Đông Khê đặt mục tiêu gì?", {"phuong dong khe"}),  # "Phuong Dong Khe", read with the wrong marks
        ("Các xã, phường Hà Nội báo cáo gì?", set()),
        ("Bà Lò Thị Huyền Trang giữ chức gì?", set()),
        ("Chỉ số cấp địa phương PII xếp thứ mấy?", set()),
    ],
)
def test_a_commune_is_fixed_by_its_whole_name_and_a_province_or_a_person_is_none(
    question: str, communes: set[str]
) -> None:
    assert fixed_by(question).communes == communes
    assert len(commune_spans(question)) == len(communes)


def test_a_document_is_named_with_its_type_and_the_year_in_brackets() -> None:
    question = "So Kế hoạch 45 (2022) với Nghị quyết 12-NQ/TU"
    assert [span.of(question) for span in document_spans(question)] == ["Kế hoạch 45 (2022)", "Nghị quyết 12-NQ/TU"]


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("Đến 2030 bao nhiêu ha chè, giao sở nào?", [Kind.TARGET, Kind.LEAD_AGENCY]),
        ("Trồng bao nhiêu ha và chế biến bao nhiêu tấn?", [Kind.TARGET, Kind.TARGET]),
        ("Trồng bao nhiêu ha chè và quế?", []),
    ],
)
def test_a_question_that_asks_two_things_has_parts(question: str, kinds: list[Kind]) -> None:
    assert [part.kind for part in parts_of(question)] == kinds


def test_a_question_of_parts_is_of_the_kind_of_the_first() -> None:
    assert kind_of("Tỷ lệ chè sạch là bao nhiêu, sở nào theo dõi?") is Kind.TARGET


def test_an_office_is_held_by_the_person_beside_it_and_not_by_the_deputy() -> None:
    office = office_asked("Ai là Trưởng ban Chỉ đạo?")
    assert holder_near(office, "Đồng chí Lò Văn Phong, Trưởng ban Chỉ đạo, kết luận")
    assert not holder_near(office, "Đồng chí Lò Văn Phong, Phó Trưởng ban Chỉ đạo, kết luận")
    assert not holder_near(office, "Trưởng ban Chỉ đạo kết luận hội nghị")


def test_an_office_of_another_body_is_another_office() -> None:
    question = "Ai là Trưởng ban Chỉ đạo?"
    office, body = office_asked(question), body_asked(question)
    assert holder_near(office, "Đồng chí Lò Văn Phong, Trưởng ban.", body)
    assert not holder_near(office, "Đồng chí Lò Văn Phong, Trưởng Ban Tuyên giáo Tỉnh ủy, thành viên.", body)


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Ai ký Kế hoạch 45?", {"signer"}),
        ("Kế hoạch trồng chè mang số bao nhiêu?", {"symbol"}),
        ("Nghị quyết 12 ban hành ngày nào?", {"issued_on"}),
        ("Kế hoạch 45 thay quyết định số mấy?", set()),
        ("Trồng bao nhiêu ha chè?", set()),
    ],
)
def test_questions_about_a_document_itself_are_known(question: str, asked: set[str]) -> None:
    assert asks_front(question) == asked


@pytest.mark.parametrize(
    ("question", "measure"),
    [("Email liên hệ của Sở Bến bãi là gì?", "thư điện tử"), ("Hệ thống email công vụ bộ nào chủ trì?", "")],
)
def test_an_address_for_letters_is_asked_and_not_who_runs_the_system(question: str, measure: str) -> None:
    assert fixed_by(question).measure == measure
    assert holds_measure(measure, "Gửi về ben.lac@lacgiang.example", question)
    assert holds_measure(measure, "Gửi về Sở Bến bãi", question) is (measure == "")


_NEAR = st.lists(
    st.sampled_from(["Nghị quyết số ", "nghị quyết ", "57", "057", "1", "/", "-", "NQ/TW", "NQ", "2024/", " ", ".", "Kế hoạch hành động ", "x" * 90]),
    max_size=25,
).map("".join)  # fmt: skip


@given(text=_NEAR)
def test_a_document_is_mentioned_where_the_whole_text_says_so(text: str) -> None:
    for said in find_spoken("Nghị quyết 57 và Kế hoạch 1"):
        assert mentions(said, text) == bool(mentioned(said, text))
