"""Who leads, of what a unit says."""

import pytest

from corpus.facts import Assignment
from search_api.asking.leading import (
    exhorts,
    is_basis,
    is_lead_in,
    is_of_itself,
    leads_by_name,
    names_a_holder,
    of_other_level,
    oversees,
)
from search_api.types import Kind

WHO = "Ai chủ trì lập danh mục bến bãi?"


@pytest.mark.parametrize(
    ("lead", "task", "named"),
    [
        (("Sở Xây dựng",), "chủ trì lập danh mục bến", True),
        (("Sở Xây dựng", "UBND các xã"), "lập danh mục bến", True),
        (("Các sở, ban, ngành", "UBND các xã, phường"), "lập danh mục bến", False),
        (("Thủ trưởng cơ quan ngang bộ", "các Bộ"), "lập danh mục bến", False),
        (("Ban ngành thành phố",), "lập danh mục bến", False),  # what a comma left of "tất cả các sở, ban ngành"
        (("Ban Quản lý các bến cảng",), "lập danh mục bến", True),  # one body, of several things
        (("Sở Xây dựng",), "phối hợp chặt chẽ, cung cấp số liệu bến", False),
        (("Sở Xây dựng",), "phối hợp với Công an tỉnh kiểm tra bến", True),  # it has the duty itself
        (("Sở Xây dựng",), "đề cao trách nhiệm của người đứng đầu", False),
        ((), "lập danh mục bến", False),
    ],
)
def test_a_task_of_everybody_or_of_a_helper_tells_nobody_who_leads(
    lead: tuple[str, ...], task: str, named: bool
) -> None:
    assert leads_by_name(WHO, Assignment(task, lead)) is named


def test_a_group_answers_where_several_are_asked_and_a_helper_where_partners_are() -> None:
    assert leads_by_name("Những đơn vị nào lập danh mục bến?", Assignment("lập danh mục bến", ("Các xã, phường",)))
    assert leads_by_name("Ai phối hợp lập danh mục bến?", Assignment("tham gia lập danh mục", ("Sở Xây dựng",)))


def test_being_told_to_be_in_earnest_is_no_answer_unless_it_is_asked() -> None:
    words = "Các sở, ngành đề cao trách nhiệm của người đứng đầu trong quản lý bến bãi."
    assert exhorts(WHO, words)
    assert not exhorts("Ai phải đề cao trách nhiệm trong quản lý bến bãi?", words)
    assert not exhorts(WHO, "Sở Xây dựng lập danh mục bến.")


@pytest.mark.parametrize(
    ("question", "words", "label", "watched"),
    [
        ("Ban nào theo dõi việc thực hiện Kết luận 12?", "Ban Tổ chức Thành ủy theo dõi, đôn đốc việc thực hiện Kết luận này.", "Kết luận 12-KL/TU", True),
        ("Cơ quan nào đôn đốc kế hoạch bến bãi?", "Giao Sở Xây dựng hướng dẫn, đôn đốc các xã triển khai Kế hoạch này.", "Kế hoạch về bến bãi", True),
        ("Cơ quan nào đôn đốc kế hoạch bến bãi?", "Giao Sở Xây dựng hướng dẫn, đôn đốc các xã triển khai Kế hoạch này.", "Kế hoạch về trồng chè", False),
        ("Cơ quan nào đôn đốc kế hoạch bến bãi?", "Sở Y tế đôn đốc các trạm tiêm chủng.", "Kế hoạch về bến bãi", False),
        ("Sở nào lập danh mục bến?", "Giao Sở Xây dựng hướng dẫn, đôn đốc các xã triển khai Kế hoạch này.", "Kế hoạch về bến bãi", False),
    ],
)  # fmt: skip
def test_the_last_article_says_who_watches_over_the_document(
    question: str, words: str, label: str, watched: bool
) -> None:
    assert oversees(question, words, label) is watched


def test_what_is_done_to_this_document_is_another_task_in_each() -> None:
    assert is_of_itself("giám sát việc thực hiện Nghị quyết này")
    assert not is_of_itself("giám sát việc thực hiện Nghị quyết số 12/2031/NQ-HĐND")
    assert not is_of_itself("lập danh mục bến theo quy định")


def test_what_a_document_rests_on_is_no_answer_unless_it_is_asked() -> None:
    basis = (
        "Căn cứ Nghị định số 12/2031/NĐ-CP ngày 05 tháng 3 năm 2031 của Chính phủ quy định chức năng của Sở Xây dựng;"
    )
    assert is_basis(WHO, basis)
    assert is_basis(WHO, "( Ban hành kèm theo Quyết định số 7/QĐ.BQLB-VP của Trưởng Ban Quản lý bến)")
    assert not is_basis("Kế hoạch căn cứ vào nghị định nào của Chính phủ?", basis)
    assert not is_basis(WHO, "Căn cứ chức năng, nhiệm vụ được giao, Sở Xây dựng lập danh mục bến.")


@pytest.mark.parametrize(
    ("question", "words", "other"),
    [
        ("Bộ nào quản lý bến bãi?", "Giao Sở Xây dựng quản lý bến bãi.", True),
        ("Sở nào quản lý bến bãi?", "Giao Sở Xây dựng quản lý bến bãi.", False),
        ("Cơ quan nào quản lý bến bãi?", "Giao Sở Xây dựng quản lý bến bãi.", False),
        ("Cán bộ nào quản lý bến bãi?", "Giao Sở Xây dựng quản lý bến bãi.", False),
    ],
)
def test_a_body_of_another_level_was_not_asked_for(question: str, words: str, other: bool) -> None:
    assert of_other_level(question, words) is other


def test_a_petition_in_front_of_its_decision_only_leads_in() -> None:
    petition = "Về kiến nghị mở thêm bến ở xã Hòa Lạc:"
    assert is_lead_in(Kind.LEAD_AGENCY, petition)
    assert is_lead_in(Kind.DECISION, petition)
    assert not is_lead_in(Kind.LIST, petition)  # what it leads in to is the list itself
    assert not is_lead_in(Kind.LEAD_AGENCY, "Giao Sở Xây dựng xem xét.")


@pytest.mark.parametrize(
    ("question", "words", "holder"),
    [
        ("Ai chịu trách nhiệm về sổ bến?", "2. Người ghi sổ bến phải chịu trách nhiệm về số ghi trong sổ.", True),
        ("Ai chịu trách nhiệm về sổ bến?", "- Chủ đầu tư bến có trách nhiệm giữ sổ.", True),
        ("Ai chịu trách nhiệm về sổ bến?", "Sổ bến có 12 trang.", False),
        ("Đại hội chủ bến do ai triệu tập?", "Đại hội chủ bến họp mỗi năm một lần do Ban quản trị triệu tập.", True),
        ("Đại hội chủ bến do ai triệu tập?", "Đại hội chủ bến được triệu tập mỗi năm một lần.", False),
        ("Sở nào chịu trách nhiệm về sổ bến?", "Người ghi sổ bến phải chịu trách nhiệm.", False),
    ],
)
def test_whoever_is_in_a_role_has_a_duty(question: str, words: str, holder: bool) -> None:
    assert names_a_holder(question, words) is holder
