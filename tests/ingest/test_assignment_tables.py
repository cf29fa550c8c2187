"""ingest.facts.assignments: task tables, whatever their columns are called and in whatever order they stand."""

import itertools
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.facts import Assignment
from ingest.facts.assignments import find_assignments
from ingest.facts.assignments.columns import slot_of, slots_of
from tests.corpus.texts import TEXTS
from tests.ingest.making import Rows
from tests.ingest.sourcing import source_of

COLUMNS = [
    "TT",
    "Nội dung nhiệm vụ",
    "Đơn vị chủ trì",
    "Đơn vị phối hợp",
    "Thời gian hoàn thành",
    "Sản phẩm",
    "Kinh phí",
]
ROW = ["1", "Lập danh mục bến", "Sở Xây dựng", "Sở Y tế; Công an tỉnh", "Quý II/2032", "Danh mục", "Ngân sách tỉnh"]
READ = Assignment("Lập danh mục bến", ("Sở Xây dựng",), ("Sở Y tế", "Công an tỉnh"), "Quý II/2032", None, "Danh mục", "Ngân sách tỉnh")  # fmt: skip


def table(*rows: Sequence[str | None], headers: int | None = 1) -> list[Assignment]:
    """The assignments of a table, without the last days of their deadlines."""
    facts = find_assignments(source_of("PHỤ LỤC", "DANH MỤC NHIỆM VỤ", Rows(rows, headers)))
    return [
        Assignment(s.task, s.lead, s.coordinate, s.deadline, None, s.product, s.cost)
        for fact in facts if isinstance(s := fact.slots, Assignment)
    ]  # fmt: skip


@pytest.mark.parametrize("order", list(itertools.permutations(range(1, 7)))[::60])
def test_columns_may_stand_in_any_order(order: tuple[int, ...]) -> None:
    places = [0, *order]
    assert table([COLUMNS[n] for n in places], [ROW[n] for n in places]) == [READ]


@pytest.mark.parametrize(
    ("slot", "headings"),
    [
        ("lead", ["Cơ quan chủ trì", "CHỦ TRÌ", "Đơn vị thực hiện", "Cơ quan, đơn vị thực hiện", "Đơn vị được giao", "Cơ quan chịu trách nhiệm", "Phân công", "Đầu mối thực hiện"]),
        ("coordinate", ["Cơ quan phối hợp", "PHỐI HỢP", "Đơn vị tham gia"]),
        ("deadline", ["Thời hạn", "Thời gian thực hiện", "Thời gian", "Tiến độ", "Hạn hoàn thành", "Lộ trình"]),
        ("product", ["Sản phẩm", "Kết quả", "Sản phẩm chủ yếu", "Kết quả đầu ra"]),
        ("cost", ["Kinh phí", "Nguồn kinh phí", "Nguồn lực thực hiện"]),
        ("task", ["Nhiệm vụ", "Tên nhiệm vụ", "Nội dung công việc", "Nhiệm vụ, giải pháp", "Nội dung", "Chỉ tiêu"]),
        ("", ["TT", "STT", "Số TT", "Ghi chú", "Văn bản giao nhiệm vụ", "Căn cứ", "Đơn vị tính", ""]),
    ],
)  # fmt: skip
def test_headings_name_their_columns(slot: str, headings: list[str]) -> None:
    assert [slot_of(heading) for heading in headings] == [slot] * len(headings)


def test_of_two_rows_of_headings_the_lower_one_counts() -> None:
    rows = [["TT", "Nhiệm vụ", "Phân công", "Phân công"], ["TT", "Nhiệm vụ", "Chủ trì", "Phối hợp"]]
    assert slots_of(rows) == ("", "task", "lead", "coordinate")


def test_the_task_is_the_column_that_says_so_most_plainly() -> None:
    assert slots_of([["STT", "Cơ quan chủ trì", "Thuộc nhóm nhiệm vụ", "Nội dung nhiệm vụ"]]) == (
        "",
        "lead",
        "",
        "task",
    )


@pytest.mark.parametrize("headings", [["TT", "Chỉ tiêu", "Đơn vị tính", "2032"], ["TT", "Họ và tên", "Chức vụ"], ["Đơn vị chủ trì", "Thời gian"]])  # fmt: skip
def test_other_tables_give_no_assignments(headings: list[str]) -> None:
    assert slots_of([headings]) is None
    assert table(list(headings), ["1", *(["Lập danh mục bến"] * (len(headings) - 1))]) == []


@pytest.mark.parametrize("same", ["nt", "Như trên", "-nt-", "″"])
def test_same_as_above_is_what_stands_above(same: str) -> None:
    assert table(COLUMNS, ROW, ["2", "Dời bến cũ", same, same, same, same, same])[1] == Assignment(
        "Dời bến cũ", READ.lead, READ.coordinate, READ.deadline, None, READ.product, READ.cost
    )


def test_an_empty_lead_is_the_one_above_and_other_empty_cells_are_empty() -> None:
    assert table(COLUMNS, ROW, ["2", "Dời bến cũ", "", "", "Tháng 9/2031", "", ""])[1] == Assignment(
        "Dời bến cũ", ("Sở Xây dựng",), (), "Tháng 9/2031"
    )


def test_rows_that_name_a_group_are_no_tasks_and_pass_nothing_on() -> None:
    rows = table(COLUMNS, ROW, ["II", "DỌN BẾN", "", "", "", "", ""], ["1.1", "Dọn bến Sậy", "", "", "", "", ""], ["2", "Dọn bến Cát", "UBND xã Bến Cát", "", "", "", ""])  # fmt: skip
    assert [row.task for row in rows] == ["Lập danh mục bến", "Dọn bến Cát"]


def test_a_group_stays_one_if_the_end_of_the_cell_above_fell_into_it() -> None:
    rows = table(COLUMNS, ROW, ["II.", "DỌN BẾN", "", "", "và những năm tiếp theo", "", ""])
    assert [row.task for row in rows] == ["Lập danh mục bến"]


def test_the_rest_of_a_row_behind_a_page_break_is_no_task() -> None:
    rows = table(COLUMNS, ROW, ["", "và bản đồ bến kèm theo", "", "của các xã", "", "", ""])
    assert [row.task for row in rows] == ["Lập danh mục bến"]


@pytest.mark.parametrize("words", ["Nghiên cứu việc dời bến", "Các hệ số của bến", "III.1.2", "dời xong ba bến"])
def test_a_cell_that_names_nobody_leads_nothing(words: str) -> None:
    assert table(COLUMNS, ["1", "Lập danh mục bến", words, "", "2032", "", ""]) == []


def test_a_person_may_lead() -> None:
    assert table(COLUMNS, ["1", "Lập danh mục bến", "Trần Thị Mơ", "", "2032", "", ""])[0].lead == ("Trần Thị Mơ",)


def test_headings_that_are_repeated_on_the_next_page_are_no_task() -> None:
    assert len(table(COLUMNS, ROW, list(COLUMNS), ROW)) == 2


def test_a_cell_for_the_lead_may_name_the_partners_too() -> None:
    [row] = table(
        ["TT", "Nhiệm vụ", "Cơ quan thực hiện"], ["1", "Dời bến cũ", "Sở Xây dựng chủ trì, phối hợp với Sở Y tế"]
    )
    assert (row.lead, row.coordinate) == (("Sở Xây dựng",), ("Sở Y tế",))


def test_without_a_column_for_them_partners_are_those_of_the_task() -> None:
    [row] = table(["TT", "Nhiệm vụ", "Cơ quan chủ trì"], ["1", "Chủ trì, phối hợp với Sở Y tế, Công an tỉnh rà soát bến", "Sở Xây dựng"])  # fmt: skip
    assert row.coordinate == ("Sở Y tế", "Công an tỉnh")


def test_a_row_too_long_to_quote_is_quoted_from_its_task() -> None:
    long = "Lập danh mục bến trong tỉnh. " * 40
    source = source_of("PHỤ LỤC", Rows([["TT", "Nhiệm vụ", "Chủ trì"], ["1", long.strip(), "Sở Xây dựng"]], 1))
    [fact] = find_assignments(source)
    assert fact.span.of(source.document.text).endswith("Lập danh mục bến trong tỉnh.")
    assert fact.span.end - fact.span.start <= 600
    assert [part.slot for part in fact.inherited] == ["lead"]


@given(
    st.lists(
        st.lists(
            st.one_of(st.sampled_from(["", "nt", "1", "II", "Sở Y tế", "Quý II/2032"]), TEXTS), min_size=7, max_size=7
        ),
        max_size=5,
    )
)
def test_any_cells_are_read_and_every_part_is_where_it_says(rows: list[list[str]]) -> None:
    cells = [[" ".join(cell.split()) for cell in row] for row in rows]
    source = source_of("PHỤ LỤC", Rows([COLUMNS, ROW, *cells], 1))
    for fact in find_assignments(source):
        assert fact.span.end - fact.span.start <= 600
        assert all(fact.span.holds(part.span) for part in fact.parts)
        assert not any(fact.span.holds(part.span) for part in fact.inherited)
