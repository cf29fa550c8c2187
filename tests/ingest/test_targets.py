"""ingest.facts.targets: which figures of a document are targets and results, of what, for when, and where they stand."""

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.facts import Fact, Status, Target
from ingest.facts.targets import find_targets
from tests.corpus.texts import LINEAR, TEXTS, growth
from tests.ingest.documents import parts
from tests.ingest.making import Part, Rows
from tests.ingest.sourcing import source_of

HEAD = (
    "ỦY BAN NHÂN DÂN TỈNH BẾN SẬY",
    "Số: 15/KH-UBND",
    "Bến Sậy, ngày 05 tháng 3 năm 2031",
    "KẾ HOẠCH",
    "Phát triển thư viện số",
)
REPORT = ("ỦY BAN NHÂN DÂN TỈNH BẾN SẬY", "Số: 27/BC-UBND", "Bến Sậy, ngày 20 tháng 12 năm 2031", "BÁO CÁO", "Kết quả thực hiện Kế hoạch thư viện số năm 2031")  # fmt: skip
AIMS = ("I. MỤC TIÊU", "1. Đến năm 2035")


def slots_of(facts: Iterable[Fact]) -> list[Target]:
    """The slots of facts that have a figure."""
    return [fact.slots for fact in facts if isinstance(fact.slots, Target) and fact.slots.value is not None]


def stated(*document: Part) -> list[Target]:
    """Figures of a made document."""
    return slots_of(find_targets(source_of(*document)))


def said(target: Target) -> tuple[object, ...]:
    """How a target is meant, in one line."""
    return target.indicator, target.comparator.value, target.value, target.unit


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("- Tỷ lệ hộ dân có thẻ thư viện đạt tối thiểu 60%.", [("Tỷ lệ hộ dân có thẻ thư viện", ">=", 60, "%")]),
        ("- 100% xã có phòng đọc.", [("xã có phòng đọc", "=", 100, "%")]),
        (
            "- 95% phòng đọc đô thị và 85% phòng đọc nông thôn mở cửa buổi tối.",
            [("phòng đọc đô thị", "=", 95, "%"), ("phòng đọc nông thôn mở cửa buổi tối", "=", 85, "%")],
        ),
        ("- Có từ 30 - 45 thư viện được xếp hạng.", [("thư viện được xếp hạng", "range", (30, 45), "thư viện")]),
        ("- Số đầu sách tăng bình quân 6 - 6,5%/năm.", [("Số đầu sách tăng bình quân", "range", (6, 6.5), "%/năm")]),
        ("- Xây dựng mới ít nhất hai trung tâm dữ liệu.", [("Xây dựng mới trung tâm dữ liệu", ">=", 2, "trung tâm dữ liệu")]),
        ("- Nhân viên thư viện đạt 9 người trên một vạn dân.", [("Nhân viên thư viện", "=", 9, "người/vạn dân")]),
        ("- Tỉnh thuộc nhóm 5 địa phương dẫn đầu cả nước về chỉ số đọc sách.", [("chỉ số đọc sách", "<=", 5, "hạng")]),
        ("- Chỉ số đọc sách (BRI) duy trì trên 0,7.", [("Chỉ số đọc sách (BRI) duy trì", ">", 0.7, "BRI")]),
        ("- Số phòng đọc trung tâm đạt 12 trung tâm.", [("Số phòng đọc trung tâm", "=", 12, "trung tâm")]),
        ("- Kinh phí mua sách là 25 tỷ đồng.", [("Kinh phí mua sách", "=", 25, "tỷ đồng")]),
        ("- Thời gian cấp thẻ giảm còn 2 ngày.", [("Thời gian cấp thẻ giảm", "=", 2, "ngày")]),
        (
            "- Chi cho thư viện đạt 2% GRDP, trong đó nguồn xã hội chiếm hơn 60%.",
            [("Chi cho thư viện", "=", 2, "%"), ("nguồn xã hội", ">", 60, "%")],
        ),
    ],
)  # fmt: skip
def test_an_aim_has_its_indicator_its_figure_and_how_it_is_meant(
    sentence: str, expected: list[tuple[object, ...]]
) -> None:
    found = stated(*HEAD, *AIMS, sentence)
    assert [said(target) for target in found] == expected
    assert {(target.status, target.year) for target in found} == {(Status.TARGET, 2035)}


@pytest.mark.parametrize(
    "sentence",
    [
        "- Theo Kế hoạch số 15/KH-UBND ngày 05/3/2031 và Điều 5 Luật Thư viện số 46/2019/QH14.",
        "- Gồm 12 nhóm nhiệm vụ, 3 trụ cột và 5 giải pháp.",
        "- Họp trước ngày 15/11, trong quý 3 năm 2031, sau 30 ngày.",
        "- Đạt 65/100 điểm ở cấp độ 3.",
        "- Giao 6 huyện và 2 phòng thực hiện.",
        "- Đề án 06 và Chỉ thị 18 của tỉnh.",
        "- Trang 24, mẫu số 3, phụ lục 2.",
    ],
)
def test_numbers_of_documents_dates_scores_and_parts_are_no_figures(sentence: str) -> None:
    assert stated(*HEAD, *AIMS, sentence) == []


def test_a_limit_inside_an_indicator_is_not_its_figure() -> None:
    found = stated(*HEAD, *AIMS, "- Tỷ lệ người dân từ 15 tuổi trở lên đọc trên 10 trang sách đạt 95%.")
    assert [target.value for target in found] == [95]


@pytest.mark.parametrize(
    ("titles", "sentence", "year"),
    [
        (("I. MỤC TIÊU ĐẾN NĂM 2035",), "- Có 20 thư viện.", 2035),
        (("I. MỤC TIÊU", "2. Tầm nhìn 2045"), "- Có 20 thư viện.", 2045),
        (("I. MỤC TIÊU GIAI ĐOẠN 2031 - 2035",), "- Có 20 thư viện.", "2031-2035"),
        (("I. MỤC TIÊU ĐẾN NĂM 2035",), "- Đến năm 2032, có 20 thư viện.", 2032),
        (("I. MỤC TIÊU",), "- Có 20 thư viện vào năm 2033.", 2033),
        (("I. MỤC TIÊU",), "- Đến cuối giai đoạn 2031-2035 có 20 thư viện.", 2035),
        (("I. MỤC TIÊU",), "- Có 20 thư viện, tăng so với năm 2030.", None),
        (("I. MỤC TIÊU", "Đến năm 2034:"), "- Có 20 thư viện.", 2034),
        (("I. MỤC TIÊU ĐẾN NĂM 2035",), "- Đến nay có 20 thư viện.", None),
        (("I. MỤC TIÊU",), "- Có 20 thư viện; hoàn thành trong tháng 6/2032.", None),
    ],
)
def test_the_year_is_the_nearest_that_governs_the_figure(titles: tuple[str, ...], sentence: str, year: object) -> None:
    assert [target.year for target in stated(*HEAD, *titles, sentence)] == [year]


def test_two_horizons_in_a_sentence_go_with_their_own_figures() -> None:
    [first, second] = stated(*HEAD, "I. MỤC TIÊU", "- Tỷ lệ đọc sách đạt 40% vào năm 2032, đạt 60% vào năm 2035.")
    assert [(first.value, first.year), (second.value, second.year)] == [(40, 2032), (60, 2035)]
    assert first.indicator == second.indicator == "Tỷ lệ đọc sách"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Tỷ lệ đọc sách chưa đạt (chỉ tiêu tối thiểu 96%, hiện đạt 95,1%).", [("target", 96), ("result", 95.1)]),
        ("Tỷ lệ đọc sách đạt 52,3% (kế hoạch 52%).", [("result", 52.3), ("target", 52)]),
        ("Tỷ lệ đọc sách phải đạt 85% trong năm 2032 (đến nay mới đạt 41,2%).", [("target", 85), ("result", 41.2)]),
        ("Đã có 5/9 chỉ tiêu hoàn thành.", [("result", 5)]),
        ("Mở 83 lớp đọc, vượt mức 80 lớp đã đề ra.", [("result", 83), ("target", 80)]),
        ("Phấn đấu năm 2032 tỷ lệ đọc sách đạt 70%.", [("target", 70)]),
    ],
)
def test_what_is_aimed_at_and_what_was_reached_stand_apart(sentence: str, expected: list[tuple[str, float]]) -> None:
    found = stated(*REPORT, "I. KẾT QUẢ", f"- {sentence}")
    assert [(target.status.value, target.value) for target in found] == expected


def test_a_figure_without_words_of_its_own_has_those_of_the_one_before() -> None:
    found = stated(*REPORT, "I. KẾT QUẢ", "- Giải ngân 27,5/30 tỷ đồng (91,7%), tăng 3% so với cùng kỳ.")
    assert [target.indicator for target in found] == ["Giải ngân", "Giải ngân", "Giải ngân tăng so với cùng kỳ"]
    assert (found[0].value, found[0].base) == (27.5, "30 tỷ đồng")


def test_results_of_a_report_are_of_its_year() -> None:
    assert [target.year for target in stated(*REPORT, "I. KẾT QUẢ", "- Tỷ lệ đọc sách đạt 46,8%.")] == [2031]


def test_a_table_of_indicators_has_a_figure_for_each_year() -> None:
    table = Rows(
        [["TT", "Chỉ tiêu", "Đơn vị tính", "2032", "2033", "Cơ quan chủ trì"],
         ["1", "Tỷ lệ hộ có thẻ thư viện", "%", "≥ 30", "40 - 45", "Sở Văn hóa"],
         ["2", "Chi cho thư viện", "% GRDP", "1,5", "2", "Sở Tài chính"]], headers=1,
    )  # fmt: skip
    found = stated(*HEAD, "PHỤ LỤC", table)
    assert [(*said(target), target.year, target.base, target.lead) for target in found] == [
        ("Tỷ lệ hộ có thẻ thư viện", ">=", 30, "%", 2032, "", "Sở Văn hóa"),
        ("Tỷ lệ hộ có thẻ thư viện", "range", (40, 45), "%", 2033, "", "Sở Văn hóa"),
        ("Chi cho thư viện", "=", 1.5, "%", 2032, "GRDP", "Sở Tài chính"),
        ("Chi cho thư viện", "=", 2, "%", 2033, "GRDP", "Sở Tài chính"),
    ]


def test_ranks_of_a_cell_are_told_apart() -> None:
    table = Rows([["TT", "Chỉ tiêu", "Đơn vị", "Kết quả"], ["1", "Xếp hạng đọc sách", "Thứ bậc", "≤ 4 Đông Nam Á; ≤ 60 thế giới"]], headers=1)  # fmt: skip
    found = stated(*HEAD, "Đến năm 2035", table)
    assert [(target.value, target.base, target.unit, target.status) for target in found] == [
        (4, "Đông Nam Á", "hạng", Status.TARGET), (60, "thế giới", "hạng", Status.TARGET),
    ]  # fmt: skip


def test_plan_and_outcome_are_columns_of_one_table() -> None:
    table = Rows([["TT", "Chỉ tiêu", "Mục tiêu năm 2031", "Kết quả năm 2031"], ["1", "Tỷ lệ đọc sách", "96%", "95,1%"]], headers=1)  # fmt: skip
    assert [(target.status.value, target.value, target.year) for target in stated(*REPORT, "I. KẾT QUẢ", table)] == [
        ("target", 96, 2031), ("result", 95.1, 2031),
    ]  # fmt: skip


def test_a_task_has_the_year_of_its_deadline_also_where_it_says_as_above() -> None:
    table = Rows(
        [["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"], ["1", "Mở 40 phòng đọc", "Sở Văn hóa", "30/11/2032"],
         ["2", "Mở 12 lớp học", "nt", "nt"]], headers=1,
    )  # fmt: skip
    found = stated(*HEAD, "PHỤ LỤC", table)
    assert [(target.value, target.year, target.lead) for target in found] == [
        (40, 2032, "Sở Văn hóa"),
        (12, 2032, "Sở Văn hóa"),
    ]


def test_an_estimate_of_costs_sets_no_aims() -> None:
    table = Rows([["TT", "Nội dung", "Số lượng", "Đơn giá", "Thành tiền"], ["1", "Giá sách", "20", "500.000", "10.000.000"]], headers=1)  # fmt: skip
    assert stated(*HEAD, "PHỤ LỤC", table) == []


def test_a_normative_document_sets_rules_and_no_aims() -> None:
    head = ("HỘI ĐỒNG NHÂN DÂN TỈNH BẾN SẬY", "Số: 12/2031/NQ-HĐND", "Bến Sậy, ngày 05 tháng 3 năm 2031", "NGHỊ QUYẾT", "Quy định mức hỗ trợ thư viện")  # fmt: skip
    assert stated(*head, "Điều 1. Hỗ trợ", "1. Mỗi thư viện được giảm 30% tiền thuê nhà.") == []


def test_an_aim_without_a_figure_is_kept_in_the_section_of_aims_only() -> None:
    words = "Thư viện số của tỉnh đạt trình độ tiên tiến của khu vực"
    aims = find_targets(source_of(*HEAD, "I. MỤC TIÊU", "1. Đến năm 2035", f"- {words}."))
    assert [(fact.slots.indicator, fact.slots.year) for fact in aims if isinstance(fact.slots, Target)] == [
        (words, 2035)
    ]
    assert find_targets(source_of(*HEAD, "I. GIẢI PHÁP", f"- {words}.")) == []


def test_what_stands_above_a_quotation_is_inherited() -> None:
    source = source_of(*HEAD, "I. MỤC TIÊU", "1. Đến năm 2035", "- Tỷ lệ đọc sách đạt 60%.")
    [fact] = find_targets(source)
    assert [(part.slot, part.span.of(source.document.text)) for part in fact.inherited] == [("year", "1. Đến năm 2035")]
    assert fact.span.of(source.document.text) == "- Tỷ lệ đọc sách đạt 60%."


_SENTENCES = st.lists(
    st.sampled_from(
        ["Tỷ lệ đọc sách", "đạt", "60%", "trong đó", "tối thiểu", "5 xã", ",", ";", "(", ")", "đến năm 2035", "kế hoạch", "34/36", "GRDP",
         "nhóm 3 nước dẫn đầu", "25 tỷ đồng", "tăng", ".", ":", "(1)", "- ", "đứng đầu cả nước", "chỉ số (ABC)", "0,7", "100% hộ dân có"]
    ), max_size=40,
).map(" ".join)  # fmt: skip


def held(facts: Iterable[Fact], length: int) -> None:
    """Every quotation is a short piece of the text, every part lies inside it, every inherited one outside."""
    for fact in facts:
        assert 0 <= fact.span.start < fact.span.end <= length
        assert fact.span.end - fact.span.start <= 600
        assert all(fact.span.holds(part.span) for part in fact.parts)
        assert all(0 <= part.span.start < part.span.end <= length for part in fact.inherited)


@settings(max_examples=60)
@given(st.lists(st.one_of(TEXTS, _SENTENCES), max_size=5))
def test_the_parts_of_a_fact_lie_within_it_whatever_the_text(lines: list[str]) -> None:
    source = source_of(*HEAD, *AIMS, *(line.replace("\n", " ") for line in lines))
    held(find_targets(source), len(source.document.text))


@settings(max_examples=40)
@given(parts, st.lists(st.lists(_SENTENCES, min_size=4, max_size=4), max_size=3))
def test_the_parts_of_a_fact_lie_within_it_whatever_the_document(document: list[Part], rows: list[list[str]]) -> None:
    table = Rows([["TT", "Chỉ tiêu", "Năm 2032", "Thời hạn"], *rows], headers=1)
    source = source_of(*document, table)
    found = find_targets(source)
    held(found, len(source.document.text))
    assert found == find_targets(source)


@pytest.mark.parametrize(
    "repeated",
    ["đạt 5% ", "5 xã, ", "(5%) ", "1/2 xã và ", "nhóm 3 ", "năm 2031 đạt 5% ", "từ 5% lên 6% ", "tỷ lệ ", "đạt ("],
)
def test_time_grows_with_the_length_of_a_cell(repeated: str) -> None:
    def work(text: str) -> None:
        find_targets(source_of("I. MỤC TIÊU", Rows([["TT", "Chỉ tiêu"], ["1", text]], headers=1)))

    assert growth(work, repeated, size=2_000) < LINEAR


def test_the_indicators_of_a_plan_are_aims_and_those_that_exceed_one_are_not() -> None:
    plan = stated(
        "I. CÁC CHỈ TIÊU CHỦ YẾU CỦA KẾ HOẠCH NĂM 2032",
        "1. Số thư viện trên 1 vạn dân đạt khoảng 2,5 thư viện.",
    )
    news = stated("I. NHIỀU CHỈ TIÊU VƯỢT KẾ HOẠCH", "1. Số thư viện trên 1 vạn dân đạt khoảng 2,5 thư viện.")
    assert {figure.status for figure in plan} == {Status.TARGET}
    assert {figure.status for figure in news} == {Status.RESULT}


def test_what_was_counted_so_far_is_reached_in_whatever_document_and_each_part_has_its_change() -> None:
    found = stated(
        *HEAD, "Trong 10 tháng năm 2031, số sách mượn đạt 410 tỷ đồng, tăng 6,2% và số sách bán đạt 97 tỷ đồng, tăng 3% so với cùng kỳ năm trước."
    )  # fmt: skip
    assert {figure.status for figure in found} == {Status.RESULT}
    assert [figure.value for figure in found] == [410, 6.2, 97, 3]
    assert found[2].indicator == "số sách bán"
