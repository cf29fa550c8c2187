"""corpus.ledger.conflicts: where documents disagree, and for which reason."""

from dataclasses import replace

import pytest

from corpus.facts import Status
from corpus.ledger.conflicts import Disagreement, Reason, explain, figure_conflicts, lead_conflicts
from corpus.ledger.entries import Card, Entry
from corpus.ledger.linking import link
from tests.corpus.ledgers import COMMITTEE, COMMUNE, GOVERNMENT, LATER, PROVINCE, target, task

AIM = target("1", PROVINCE, "Tỷ lệ hộ có nước sạch", 80.0)
OTHER = Card("o", "9/KH-UBND", "kế hoạch", "Ủy ban nhân dân tỉnh Gò Mây", PROVINCE.issued_on)
WORDS = "Xây dựng bến tàu và mở chợ nổi trên sông"


def figures(*entries: Entry) -> list[Reason]:
    return [conflict.reason for conflict in figure_conflicts(link(entries))]


def leads(*entries: Entry, replaced: tuple[tuple[str, str], ...] = ()) -> list[Disagreement]:
    return lead_conflicts(entries, replaced)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (target("2", COMMITTEE, "Tỷ lệ hộ có nước sạch", 85.0), Reason.CONTRADICTION),
        (target("2", LATER, "Tỷ lệ hộ có nước sạch", 85.0), Reason.SUPERSEDED),
        (target("2", PROVINCE, "Tỷ lệ hộ có nước sạch", 85.0, 2040), Reason.OTHER_YEAR),
        (target("2", GOVERNMENT, "Tỷ lệ hộ có nước sạch", 85.0), Reason.OTHER_LEVEL),
        (target("2", OTHER, "Tỷ lệ hộ có nước sạch", 85.0), Reason.OTHER_PLACE),
        (target("2", LATER, "Tỷ lệ hộ có nước sạch", 80.0), None),
        (target("2", LATER, "Tỷ lệ hộ có nước sạch", 85.0, status=Status.RESULT), None),
        (target("2", LATER, "Tỷ lệ hộ có nước sạch", None), None),
    ],
)
def test_why_two_figures_differ(other: Entry, expected: Reason | None) -> None:
    assert explain(AIM, other) == explain(other, AIM) == expected


def test_shares_of_different_wholes_are_another_reckoning() -> None:
    one = target("1", PROVINCE, "Tỷ lệ chi cho nước sạch", 2.0, base="tổng chi ngân sách")
    other = target("2", COMMITTEE, "Tỷ lệ chi cho nước sạch", 3.0, base="GRDP")
    assert figures(one, other) == [Reason.OTHER_BASE]


def test_a_share_of_the_products_of_country_and_province_is_one_reckoning() -> None:
    one = target("1", PROVINCE, "Kinh tế số", 30.0, base="GDP")
    assert figures(one, target("2", COMMITTEE, "Kinh tế số trong GRDP", 35.0)) == [Reason.CONTRADICTION]


def test_a_document_that_replaces_another_supersedes_it() -> None:
    one, other = AIM, target("2", COMMITTEE, "Tỷ lệ hộ có nước sạch", 85.0)
    assert explain(one, other, {(COMMITTEE.id, PROVINCE.id)}) is Reason.SUPERSEDED


def test_levels_places_and_years_are_no_conflicts() -> None:
    others = (GOVERNMENT, COMMUNE, OTHER)
    same = [target(str(n), document, "Tỷ lệ hộ có nước sạch", 70.0 + n) for n, document in enumerate(others)]
    assert figures(AIM, *same, target("9", LATER, "Tỷ lệ hộ có nước sạch", 90.0, 2040)) == []


def test_figures_without_year_or_holder_are_left_alone() -> None:
    unknown = Card("u")
    assert figures(replace(AIM, document=unknown), target("2", unknown, "Tỷ lệ hộ có nước sạch", 85.0)) == []
    assert figures(*(target(str(n), PROVINCE, "Tỷ lệ hộ có nước sạch", n, None) for n in (1.0, 2.0))) == []


def test_one_document_may_contradict_itself_but_rows_of_a_table_do_not() -> None:
    shares = [target(str(n), PROVINCE, "Tỷ lệ hộ có nước sạch", n) for n in (50.0, 100.0, 70.0)]
    assert figures(*shares[:2]) == [Reason.CONTRADICTION]
    assert figures(*shares) == []
    assert figures(*(target(str(n), PROVINCE, "Hộ có nước sạch", n, unit="hộ") for n in (50.0, 100.0))) == []


def test_each_pair_of_figures_is_listed_once_the_earlier_document_first() -> None:
    same = [target(f"{n}", document, "Tỷ lệ hộ có nước sạch", value) for n, (document, value) in enumerate(
        [(LATER, 85.0), (PROVINCE, 80.0), (LATER, 85.0), (PROVINCE, 80.0)]
    )]  # fmt: skip
    [conflict] = figure_conflicts(link(same))
    assert [entry.document.id for entry in conflict.entries] == ["p", "l"]


def test_a_lead_that_was_renamed_is_listed_with_that_reason() -> None:
    one = task("1", Card("a"), f"3. {WORDS};", "Bộ Thông tin và Truyền thông", "các địa phương")
    [conflict] = leads(one, task("2", Card("b"), WORDS, "Bộ Khoa học và Công nghệ", "các địa phương"))
    assert conflict.reason is Reason.RENAMED


LONG = "Xây dựng bộ chỉ số đo chất lượng nước sinh hoạt ở các xã vùng cao và công bố kết quả hằng năm"


def test_one_print_of_a_task_may_go_on_after_the_other_has_ended() -> None:
    other = f"{LONG} trên cổng thông tin"
    [conflict] = leads(task("1", Card("a"), LONG, "Bộ Y tế"), task("2", Card("b"), other, "Bộ Nội vụ"))
    assert conflict.reason is Reason.CONTRADICTION
    longer = f"{LONG}; {other}; {other}"
    assert leads(task("1", Card("a"), LONG, "Bộ Y tế"), task("2", Card("b"), longer, "Bộ Nội vụ")) == []
    aside = LONG.replace("công bố", "gửi")
    assert leads(task("1", Card("a"), LONG, "Bộ Y tế"), task("2", Card("b"), aside, "Bộ Nội vụ")) == []


def test_another_lead_contradicts() -> None:
    [conflict] = leads(task("1", Card("a"), WORDS, "Bộ Y tế"), task("2", Card("b"), WORDS, "Bộ Nội vụ"))
    assert conflict.reason is Reason.CONTRADICTION
    assert conflict.about == WORDS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Bộ KH&CN",), ("Bộ Khoa học và Công nghệ",)),
        (("Bộ Y tế", "Bộ Nội vụ"), ("Bộ Nội vụ", "BỘ Y TẾ")),
        (("Bộ Y tế",), ()),
        (("Bộ Y tế",), ("Cục Quản lý Dược", "Vụ Pháp chế")),
        (("Bộ Y tế",), ("Sở Y tế",)),
    ],
)
def test_spelling_order_gaps_and_other_ranks_are_no_conflict(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert leads(task("1", Card("a"), WORDS, *one), task("2", Card("b"), WORDS, *other)) == []


def test_tasks_of_other_places_and_of_one_document_are_not_held_against_each_other() -> None:
    assert leads(task("1", PROVINCE, WORDS, "Sở Y tế"), task("2", OTHER, WORDS, "Sở Nội vụ")) == []
    assert leads(task("1", PROVINCE, WORDS, "Sở Y tế"), task("2", PROVINCE, WORDS, "Sở Nội vụ")) == []


def test_a_task_that_speaks_of_its_own_document_is_another_in_each() -> None:
    words = "Theo dõi việc thực hiện Kế hoạch này"
    assert leads(task("1", Card("a"), words, "Bộ Y tế"), task("2", Card("b"), words, "Bộ Nội vụ")) == []


def test_a_document_that_has_the_task_twice_agrees_if_once_it_does() -> None:
    mine = [task("1", Card("a"), WORDS, "Bộ Y tế"), task("2", Card("a"), WORDS, "Bộ Nội vụ")]
    assert leads(*mine, task("3", Card("b"), WORDS, "Bộ Nội vụ")) == []
