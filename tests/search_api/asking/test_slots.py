"""What a question fixes, and what of a text stands against it."""

import pytest

from corpus.grammar.places import places_in
from search_api.asking.front import asks_front
from search_api.asking.people import body_asked, holder_near, office_asked
from search_api.asking.several import parts_of
from search_api.asking.slots import NamedDocument, fixed_by, holds_measure, mentions
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
        ("Theo Nghị quyết 12 thì sao?", {("nghị quyết", "12")}),
        ("Kế hoạch số 045 của tỉnh", {("kế hoạch", "45")}),
        ("kế hoạch 5 năm", set()),
        ("Nghị quyết 30% vốn", set()),
    ],
)
def test_documents_are_named_by_type_and_number(question: str, documents: set[tuple[str, str]]) -> None:
    assert {(d.kind, d.number) for d in fixed_by(question).documents} == documents


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
    assert mentions(NamedDocument("nghị quyết", "12"), text) is speaks


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
    ],
)
def test_a_figure_must_be_of_the_measure_that_is_asked_for(question: str, words: str, held: bool) -> None:
    assert holds_measure(fixed_by(question).measure, words, question) is held


def test_a_meeting_is_known_by_its_ordinal_however_it_is_written() -> None:
    assert fixed_by("Phiên họp lần thứ 6 nêu gì?").ordinals == fixed_by("Phiên họp thứ sáu nêu gì?").ordinals == {"6"}


def test_a_commune_is_fixed_by_its_whole_name_and_a_province_is_none() -> None:
    assert fixed_by("Phường Nà Hẩu đặt mục tiêu gì?").communes == {"phường nà hẩu"}
    assert not fixed_by("Các xã, phường Hà Nội báo cáo gì?").communes


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
