"""ingest.facts.assignments: who has what to do, from running text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.facts import Assignment, Fact
from ingest.facts.assignments import find_assignments
from tests.corpus.texts import LINEAR, growth
from tests.ingest.documents import parts
from tests.ingest.making import Part
from tests.ingest.sourcing import source_of

HEAD = (
    "ỦY BAN NHÂN DÂN TỈNH AN LẠC",
    "Số: 15/KH-UBND",
    "An Lạc, ngày 05 tháng 3 năm 2031",
    "KẾ HOẠCH",
    "Phát triển bến bãi",
    "Căn cứ Luật Bến bãi, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:",
)


def found(*lines: Part) -> list[Assignment]:
    """The assignments of a plan with these parts."""
    return [fact.slots for fact in find_assignments(source_of(*HEAD, *lines)) if isinstance(fact.slots, Assignment)]


def leads(*lines: Part) -> list[tuple[str, ...]]:
    """Who leads each of them."""
    return [assignment.lead for assignment in found(*lines)]


@pytest.mark.parametrize(
    ("clause", "lead", "coordinate"),
    [
        ("Giao Sở Xây dựng chủ trì, phối hợp với Sở Tài chính, Công an tỉnh lập danh mục bến.", ["Sở Xây dựng"], ["Sở Tài chính", "Công an tỉnh"]),
        ("Sở Xây dựng chủ trì, phối hợp chặt chẽ với các địa phương rà soát quy hoạch bến.", ["Sở Xây dựng"], ["các địa phương"]),
        ("Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các đoàn thể vận động Nhân dân giữ bến.", ["Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "các đoàn thể"], []),
        ("Yêu cầu Chủ tịch UBND các xã, phường khẩn trương dọn bến cũ.", ["Chủ tịch UBND các xã, phường"], []),
        ("Các sở, ban, ngành, UBND các xã, phường căn cứ chức năng, nhiệm vụ xây dựng kế hoạch riêng.", ["Các sở, ban, ngành", "UBND các xã, phường"], []),
        ("Đảng ủy Sở Xây dựng lãnh đạo, chỉ đạo việc dời ba bến cũ.", ["Đảng ủy Sở Xây dựng"], []),
        ("Sở Nội vụ là cơ quan thường trực giúp Ban Chỉ đạo theo dõi việc dời bến.", ["Sở Nội vụ"], []),
        ("Định kỳ hằng quý, Sở Nội vụ tổng hợp kết quả dời bến.", ["Sở Nội vụ"], []),
        ("Sở Xây dựng sơn lại mái che của ba bến cũ.", ["Sở Xây dựng"], []),
        ("Sở Y tế phối hợp với Công an tỉnh kiểm tra bến.", ["Sở Y tế"], ["Công an tỉnh"]),
    ],
)  # fmt: skip
def test_a_clause_names_who_leads_and_with_whom(clause: str, lead: list[str], coordinate: list[str]) -> None:
    [assignment] = found("I. NHIỆM VỤ", f"1. {clause}")
    assert (list(assignment.lead), list(assignment.coordinate)) == (lead, coordinate)


@pytest.mark.parametrize(
    "clause",
    [
        "Sở Xây dựng đã dời xong ba bến cũ.",
        "Tổ chức rà soát, sắp xếp lại các bến.",
        "Ban hành danh mục bến trong năm.",
        "Phòng, chống đuối nước ở các bến.",
        "Các dự án cần hoàn thành trước mùa lũ.",
        "Kinh tế bến bãi phải tăng nhanh.",
        "Cán bộ, đảng viên phải gương mẫu giữ bến sạch.",
        "Giám đốc Sở Xây dựng và thủ trưởng các đơn vị chịu trách nhiệm thi hành Quyết định này.",
        "Ủy ban nhân dân tỉnh, các sở, ngành, các địa phương đề cao trách nhiệm của người đứng đầu trong quản lý bến.",
        "Các tần số này sử dụng để liên lạc giữa các bến trong điều kiện bình thường.",
        "Cơ quan đăng ký phương tiện có trách nhiệm cấp giấy chứng nhận.",
        "Cơ quan được Chủ tịch Ủy ban nhân dân tỉnh giao thực hiện thủ tục trả lời người nộp hồ sơ.",
        "Công an tỉnh nơi tiếp nhận hồ sơ trả kết quả cho chủ phương tiện.",
    ],
)
def test_what_gives_nobody_a_task(clause: str) -> None:
    assert found("I. NHIỆM VỤ", f"1. {clause}") == []


def test_everybody_may_have_a_task_besides_being_in_earnest() -> None:
    clause = "Các sở, ngành, các địa phương đề cao trách nhiệm trong quản lý bến; hoàn thành rà soát bến trước ngày 15/6/2031."
    assert leads("I. NHIỆM VỤ", f"1. {clause}") == [("Các sở, ngành", "các địa phương")]


def test_a_duty_that_comes_twice_a_year_has_both_days() -> None:
    [task] = found(
        "I. NHIỆM VỤ", "1. Sở Xây dựng báo cáo kết quả (trước ngày 05 tháng 6 và ngày 20 tháng 11) về Sở Nội vụ."
    )
    assert task.deadline == "trước ngày 05 tháng 6 và ngày 20 tháng 11"


def test_who_takes_a_duty_on_himself_is_named_without_that_word() -> None:
    assert leads("I. NHIỆM VỤ", "1. Các hợp tác xã vận tải tự chịu trách nhiệm về số liệu bến.") == [
        ("Các hợp tác xã vận tải",)
    ]


def test_items_below_a_heading_that_names_a_body_are_its_tasks() -> None:
    assert leads("II. TỔ CHỨC THỰC HIỆN", "1. Sở Xây dựng", "a) Lập danh mục bến.", "b) Dời ba bến cũ.", "2. Công an tỉnh", "Giữ trật tự ở các bến.") == [
        ("Sở Xây dựng",), ("Sở Xây dựng",), ("Công an tỉnh",),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "lead_in", ["1. Giao Sở Xây dựng chủ trì:", "1. Sở Xây dựng có trách nhiệm:", "1. Trách nhiệm của Sở Xây dựng:"]
)
def test_a_lead_in_gives_its_body_to_every_bullet(lead_in: str) -> None:
    facts = find_assignments(
        source_of(*HEAD, "II. TỔ CHỨC THỰC HIỆN", lead_in, "- Lập danh mục bến.", "- Dời ba bến cũ.")
    )
    assert [fact.slots.lead for fact in facts if isinstance(fact.slots, Assignment)] == [("Sở Xây dựng",)] * 2
    assert all([part.slot for part in fact.inherited] == ["lead"] for fact in facts)


def test_a_title_that_is_a_theme_addresses_nobody() -> None:
    assert found("I. PHÁT TRIỂN BẾN BÃI", "1. Doanh nghiệp bến bãi", "a) Hỗ trợ ba bến tư nhân.") == []


def test_a_clause_under_a_heading_may_name_another_body() -> None:
    assert leads("II. TỔ CHỨC THỰC HIỆN", "1. Các sở, ngành", "a) Lập danh mục bến. UBND cấp xã dọn sạch bến cũ.") == [
        ("Các sở, ngành",), ("UBND cấp xã",),
    ]  # fmt: skip


def test_semicolons_part_tasks_where_the_body_or_the_deadline_changes() -> None:
    item = "1. Sở Xây dựng lập danh mục bến, hoàn thành trước ngày 30/6/2031; rà soát ba bến cũ; Sở Y tế kiểm tra nước ở bến."
    assert [(a.lead, a.deadline) for a in found("I. NHIỆM VỤ", item)] == [
        (("Sở Xây dựng",), "trước ngày 30/6/2031"), (("Sở Xây dựng",), ""), (("Sở Y tế",), ""),
    ]  # fmt: skip


def test_numbered_parts_of_a_paragraph_are_tasks_of_the_body_before_the_colon() -> None:
    assignments = found(
        "I. NHIỆM VỤ",
        "1. Sở Xây dựng: (1) lập danh mục bến trong tháng 4 năm 2031; (2) dời ba bến cũ; (3) phối hợp với Sở Y tế kiểm tra nước.",
    )
    assert [(a.lead, a.coordinate, a.deadline) for a in assignments] == [
        (("Sở Xây dựng",), (), "trong tháng 4 năm 2031"), (("Sở Xây dựng",), (), ""), (("Sở Xây dựng",), ("Sở Y tế",), ""),
    ]  # fmt: skip


def test_parts_that_only_list_what_a_task_consists_of_do_not_split_it() -> None:
    assert (
        len(found("I. NHIỆM VỤ", "1. Sở Xây dựng lập hồ sơ bến gồm: (i) bản vẽ; (ii) bảng giá; (iii) ảnh chụp.")) == 1
    )


def test_a_theme_before_the_colon_is_not_part_of_the_task() -> None:
    [assignment] = found("I. NHIỆM VỤ", "1. Sắp xếp lại bến bãi: Sở Xây dựng khẩn trương dời ba bến cũ.")
    assert (assignment.lead, assignment.task) == (("Sở Xây dựng",), "khẩn trương dời ba bến cũ")


@pytest.mark.parametrize("title", ["I. KẾT QUẢ ĐẠT ĐƯỢC", "I. QUAN ĐIỂM", "II. MỤC TIÊU"])
def test_parts_that_tell_results_and_views_give_no_tasks(title: str) -> None:
    assert found(title, "1. Sở Xây dựng tập trung dời ba bến cũ.") == []


def test_labelled_lines_belong_to_the_items_above_them() -> None:
    assignments = found(
        "I. NHIỆM VỤ", "1. Sắp xếp bến bãi", "- Lập danh mục bến trong tỉnh.", "- Dời ba bến cũ.", "Cơ quan chủ trì: Sở Xây dựng.", "Cơ quan phối hợp: Sở Y tế, Công an tỉnh.",
        "Thời gian hoàn thành: Quý II/2032.", "Sản phẩm: Báo cáo.", "2. Dọn bến", "- Dọn sạch bến Sậy mỗi tuần.", "Đơn vị thực hiện: UBND xã Bến Sậy.",
    )  # fmt: skip
    assert [(a.task, a.lead, a.coordinate, a.deadline, a.product) for a in assignments] == [
        ("Lập danh mục bến trong tỉnh", ("Sở Xây dựng",), ("Sở Y tế", "Công an tỉnh"), "Quý II/2032", "Báo cáo"),
        ("Dời ba bến cũ", ("Sở Xây dựng",), ("Sở Y tế", "Công an tỉnh"), "Quý II/2032", "Báo cáo"),
        ("Dọn sạch bến Sậy mỗi tuần", ("UBND xã Bến Sậy",), (), "", ""),
    ]


def test_labels_may_stand_behind_the_task_in_one_line() -> None:
    [assignment] = found(
        "I. NHIỆM VỤ", "1. Lập danh mục bến trong tỉnh. Cơ quan chủ trì: Sở Xây dựng. Thời gian: Tháng 6/2031."
    )
    assert (assignment.task, assignment.lead, str(assignment.deadline_date)) == (
        "Lập danh mục bến trong tỉnh",
        ("Sở Xây dựng",),
        "2031-06-30",
    )


@pytest.mark.parametrize(
    ("clause", "product"),
    [
        ("Sở Nội vụ tham mưu ban hành Nghị quyết của Hội đồng nhân dân tỉnh về bến bãi.", "Nghị quyết của Hội đồng nhân dân tỉnh"),
        ("Các sở, ngành xây dựng kế hoạch hành động, mở ba bến mới.", "kế hoạch hành động"),
        ("Sở Xây dựng ban hành văn bản hướng dẫn để các xã đóng cọc.", "văn bản hướng dẫn"),
        ("Sở Xây dựng xây dựng ba bến mới theo Kế hoạch này.", ""),
        ("Sở Xây dựng thực hiện Đề án bến bãi.", ""),
    ],
)  # fmt: skip
def test_a_document_that_is_to_be_made_is_the_product(clause: str, product: str) -> None:
    [assignment] = found("I. NHIỆM VỤ", f"1. {clause}")
    assert assignment.product == product


def test_documents_that_set_rules_give_no_tasks() -> None:
    law = (
        "QUỐC HỘI",
        "Luật số: 15/2031/QH20",
        "LUẬT",
        "BẾN BÃI",
        "Điều 1. Trách nhiệm",
        "1. Bộ Xây dựng chủ trì, phối hợp với Bộ Công an quản lý bến.",
    )
    assert find_assignments(source_of(*law)) == []


@settings(max_examples=150)
@given(parts, st.lists(st.sampled_from(["1. Giao Sở Nội vụ chủ trì:", "- Mở lớp học; Sở Y tế phối hợp với UBND xã khám", "2. Công an tỉnh", "Cơ quan chủ trì: Sở Y tế.", "II. TỔ CHỨC THỰC HIỆN"]), max_size=6))  # fmt: skip
def test_every_fact_is_proved_by_its_span(made: list[Part], tasks: list[str]) -> None:
    source = source_of(*HEAD, *made, *tasks, *made)
    text = source.document.text
    facts = find_assignments(source)
    assert facts == sorted(facts, key=lambda fact: fact.span)
    for fact in facts:
        _is_proved(text, fact)


def _is_proved(text: str, fact: Fact) -> None:
    slots = fact.slots
    assert isinstance(slots, Assignment)
    assert 0 < fact.span.end - fact.span.start <= 600
    assert slots.lead
    assert slots.task
    assert all(fact.span.holds(part.span) for part in fact.parts)
    assert all(part.span.of(text).strip() and not fact.span.holds(part.span) for part in fact.inherited)
    assert {part.slot for part in (*fact.parts, *fact.inherited)} >= {"task", "lead"}


@pytest.mark.parametrize(
    "repeated",
    [
        "Sở Y tế mở lớp; ",
        "(1) mở lớp; ",
        "Sở Y tế, ",
        "Sở Y tế phối hợp với ",
        "mở lớp trước 1/3. ",
        "Sở Y tế: ",
        "a: ",
    ],
)
def test_time_grows_with_the_length_of_a_paragraph(repeated: str) -> None:
    def work(text: str) -> list[Fact]:
        return find_assignments(source_of(*HEAD, "I. NHIỆM VỤ", f"1. Sở Xây dựng {text}"))

    assert growth(work, repeated) < LINEAR


def test_the_deadline_is_not_the_year_of_what_is_aimed_at() -> None:
    sentence = (
        "Sở Xây dựng lập phương án đưa tỷ lệ bến sạch đạt 30% trong năm 2032, báo cáo Tỉnh ủy trước ngày 15/12/2031."
    )
    [task] = found("I. NHIỆM VỤ", f"1. {sentence}")
    assert (task.deadline, str(task.deadline_date)) == ("trước ngày 15/12/2031", "2031-12-15")


def test_a_year_behind_a_figure_is_the_deadline_where_no_date_follows() -> None:
    [task] = found("I. NHIỆM VỤ", "1. Sở Xây dựng đưa tỷ lệ bến sạch đạt 30% trong năm 2032.")
    assert task.deadline == "trong năm 2032"
