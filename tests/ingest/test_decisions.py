"""ingest.facts.decisions: what was approved, issued, agreed, replaced or repealed, and when it takes effect."""

from datetime import date

import pytest
from hypothesis import given, settings

from corpus.facts import Decision
from ingest.facts.decisions import find_decisions
from tests.corpus.texts import LINEAR, growth
from tests.ingest.documents import parts
from tests.ingest.sourcing import source_of
from tests.ingest.test_relations import HEAD, PLAN

LONGEST = 600
SIGNED = date(2031, 3, 5)
NOTICE = (*PLAN[:3], "THÔNG BÁO", "Kết luận của Chủ tịch tại cuộc họp về chợ nổi")


def said(*lines: str) -> list[tuple[str, str]]:
    """Action and object of each decision."""
    found = [fact.slots for fact in find_decisions(source_of(*lines))]
    return [(slots.action, slots.object) for slots in found if isinstance(slots, Decision)]


def effect(line: str) -> date | None:
    """The date of effect of a decision with an article on it."""
    [first, *_] = find_decisions(source_of(*HEAD, "QUYẾT ĐỊNH:", "Điều 1. Phê duyệt Đề án mở chợ nổi.", line))
    assert isinstance(first.slots, Decision)
    return first.slots.effective_on


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Điều 1. Phê duyệt Đề án “Chợ nổi” (sau đây gọi tắt là Đề án) với các nội dung chủ yếu sau:",
            ("Phê duyệt", "Đề án “Chợ nổi”"),
        ),
        (
            "Điều 1. Phê duyệt Đề án chợ nổi (sau đây viết tắt là CN) và bến tàu (sau đây gọi tắt là Đề án).",
            ("Phê duyệt", "Đề án chợ nổi (sau đây viết tắt là CN) và bến tàu"),
        ),
        ("Điều 1. Ban hành kèm theo Quyết định này Quy chế họp chợ.", ("Ban hành", "Quy chế họp chợ")),
        (
            "Điều 1. Thành lập Ban Chỉ đạo chợ nổi gồm các đồng chí có tên sau:",
            ("Thành lập", "Ban Chỉ đạo chợ nổi"),
        ),
        (
            "Điều 2. Sửa đổi, bổ sung một số điều của Quyết định số 3/QĐ-UBND như sau:",
            ("Sửa đổi, bổ sung", "một số điều của Quyết định số 3/QĐ-UBND"),
        ),
        (
            "Điều 2. Bãi bỏ Quyết định số 3/QĐ-UBND ngày 04/5/2025.",
            ("Bãi bỏ", "Quyết định số 3/QĐ-UBND ngày 04/5/2025"),
        ),
        (
            "Điều 2. Quyết định này thay thế Quyết định số 3/QĐ-UBND và có hiệu lực kể từ ngày ký.",
            ("thay thế", "Quyết định số 3/QĐ-UBND"),
        ),
        (
            "Điều 1. Quyết định này quy định về mức hỗ trợ người bán hàng trên chợ nổi.",
            ("quy định", "mức hỗ trợ người bán hàng trên chợ nổi"),
        ),
    ],
)
def test_articles_decide(line: str, expected: tuple[str, str]) -> None:
    assert said(*HEAD, "QUYẾT ĐỊNH:", line) == [expected]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- Đồng ý chủ trương mở thêm một bến.", ("Đồng ý", "chủ trương mở thêm một bến")),
        ("- Chưa xem xét đề nghị của xã Bến Sậy.", ("Chưa xem xét", "đề nghị của xã Bến Sậy")),
        (
            "Về kiến nghị dời chợ, Thường trực Ủy ban cơ bản thống nhất với đề xuất của Sở Công Thương.",
            ("cơ bản thống nhất", "đề xuất của Sở Công Thương"),
        ),
    ],
)
def test_conclusions_agree_or_refuse(line: str, expected: tuple[str, str]) -> None:
    assert said(*NOTICE, "I. KẾT LUẬN", line) == [expected]


@pytest.mark.parametrize(
    "line",
    [
        "- Sở Công Thương thống nhất phương pháp tính với các xã.",
        "- Thống nhất, nâng cao nhận thức về chợ nổi.",
        "- Sở Công Thương tham mưu Ủy ban nhân dân tỉnh ban hành Quyết định số 3/QĐ-UBND.",
        "- Rà soát, sửa đổi, bổ sung Nghị định số 8/2022/NĐ-CP.",
        "- Hồ sơ nộp trước ngày Quyết định này có hiệu lực thì giải quyết theo quy định cũ.",
    ],
)
def test_tasks_and_rules_are_no_decisions(line: str) -> None:
    assert said(*NOTICE, "I. KẾT LUẬN", line) == []


def test_a_plan_is_issued_by_the_end_of_its_preamble() -> None:
    lines = (
        "Thực hiện Nghị quyết số 3/NQ-CP, Ủy ban nhân dân tỉnh ban hành Kế hoạch mở lớp học năm 2031 như sau:",
        "I. VIỆC",
    )
    assert said(*PLAN, *lines) == [("ban hành", "Kế hoạch mở lớp học năm 2031")]


def test_a_plan_that_is_only_called_so_has_the_subject_for_an_object() -> None:
    [fact] = find_decisions(source_of(*PLAN, "Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:", "I. VIỆC"))
    assert isinstance(fact.slots, Decision)
    assert fact.slots.object == "Kế hoạch Mở lớp học buổi tối"
    assert [part.slot for part in fact.inherited] == ["object"]


def test_a_report_tells_what_was_issued() -> None:
    line = "Ngày 04/5/2030, Hội đồng nhân dân tỉnh đã ban hành Nghị quyết số 12/NQ-HĐND về chợ nổi; các xã làm theo."
    assert said(*PLAN, "I. KẾT QUẢ", line) == [("ban hành", "Nghị quyết số 12/NQ-HĐND về chợ nổi")]


def test_each_item_of_a_list_of_repeals_is_a_decision() -> None:
    lines = (
        "Điều 2. Hiệu lực thi hành",
        "1. Bãi bỏ các quyết định sau:",
        "a) Quyết định số 3/QĐ-UBND;",
        "b) Quyết định số 4/QĐ-UBND.",
    )
    found = find_decisions(source_of(*HEAD, "QUYẾT ĐỊNH:", *lines))
    assert [fact.slots.object for fact in found if isinstance(fact.slots, Decision)] == [
        "Quyết định số 3/QĐ-UBND", "Quyết định số 4/QĐ-UBND"
    ]  # fmt: skip
    assert all(part.slot == "action" for fact in found for part in fact.inherited)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Điều 2. Quyết định này có hiệu lực kể từ ngày ký.", SIGNED),
        ("Điều 2. Quyết định này có hiệu lực thi hành từ ngày 01 tháng 4 năm 2031.", date(2031, 4, 1)),
        ("Điều 2. Quyết định này có hiệu lực sau 10 ngày kể từ ngày ký ban hành.", date(2031, 3, 15)),
        ("Điều 2. Sở Công Thương thi hành Quyết định này.", None),
        ("Điều 2. Quyết định số 3/QĐ-UBND hết hiệu lực từ ngày 01 tháng 4 năm 2031.", None),
    ],
)
def test_the_date_of_effect_is_that_of_the_document(line: str, expected: date | None) -> None:
    assert effect(line) == expected


def test_a_resolution_takes_effect_when_it_is_passed() -> None:
    head = (*HEAD[:3], "NGHỊ QUYẾT", *HEAD[4:])
    lines = (
        "Điều 1. Thông qua Đề án mở chợ nổi.",
        "Điều 2. Nghị quyết này có hiệu lực từ ngày được Hội đồng nhân dân tỉnh thông qua.",
        "Nghị quyết này được Hội đồng nhân dân tỉnh thông qua ngày 02 tháng 3 năm 2031.",
    )
    [first, *_] = find_decisions(source_of(*head, "QUYẾT NGHỊ:", *lines))
    assert isinstance(first.slots, Decision)
    assert first.slots.effective_on == date(2031, 3, 2)


def test_effect_alone_is_a_decision_where_nothing_else_is() -> None:
    found = said(
        *HEAD, "QUYẾT ĐỊNH:", "Điều 1. Giá vé là năm đồng.", "Điều 2. Quyết định này có hiệu lực kể từ ngày ký."
    )
    assert found == [("có hiệu lực", "Quyết định này")]


@settings(max_examples=100, deadline=None)
@given(parts)
def test_every_part_stands_in_the_text_and_the_quote_is_short(made: list) -> None:  # type: ignore[type-arg]
    source = source_of(*HEAD, "QUYẾT ĐỊNH:", *made, "Điều 9. Quyết định này có hiệu lực kể từ ngày ký.")
    text = source.document.text
    for fact in find_decisions(source):
        assert 0 <= fact.span.start < fact.span.end <= min(len(text), fact.span.start + LONGEST)
        assert all(fact.span.holds(part.span) for part in fact.parts)
        assert not any(fact.span.holds(part.span) for part in fact.inherited)
        assert {"action", "object"} <= {part.slot for part in (*fact.parts, *fact.inherited)}
        assert isinstance(fact.slots, Decision)
        said_parts = [p.span.of(text) for p in (*fact.parts, *fact.inherited) if p.slot == "action"]
        assert fact.slots.action == " ".join(said_parts[0].split())


def test_a_long_article_is_quoted_by_the_piece_that_decides() -> None:
    [fact] = find_decisions(source_of(*HEAD, "QUYẾT ĐỊNH:", f"Điều 1. Phê duyệt Đề án {'mở chợ nổi, ' * 90}."))
    assert fact.span.end - fact.span.start <= LONGEST
    assert {part.slot for part in fact.parts} == {"action", "object"}


@pytest.mark.parametrize(
    "repeated",
    [
        "Quyết định này có hiệu lực ",
        "Ủy ban nhân dân tỉnh ",
        "thống nhất với ",
        "ban hành Kế hoạch ",
        "Về việc, ",
        "bãi bỏ ",
    ],
)
def test_time_grows_with_the_length_of_the_text(repeated: str) -> None:
    assert growth(lambda text: find_decisions(source_of(*HEAD, "QUYẾT ĐỊNH:", text)), repeated, size=4_000) < LINEAR
