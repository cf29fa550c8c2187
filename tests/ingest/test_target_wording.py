"""ingest.facts.targets: how the words around a figure are meant: changes, years, whose figure it is, shares, money by year."""

import pytest

from tests.ingest.making import Rows
from tests.ingest.test_targets import HEAD, REPORT, said, stated

RESULTS = (*REPORT, "I. KẾT QUẢ")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Tỷ lệ đọc sách đạt 46,8%, tăng 5,2 điểm phần trăm so với năm 2030.",
         [("Tỷ lệ đọc sách", "=", 46.8, "%"), ("Tỷ lệ đọc sách tăng so với năm 2030", "=", 5.2, "điểm %")]),
        ("Tỷ lệ đọc sách đạt 58,3%, vượt 3,3 điểm phần trăm so với kế hoạch.",
         [("Tỷ lệ đọc sách", "=", 58.3, "%"), ("Tỷ lệ đọc sách vượt so với kế hoạch", "=", 3.3, "điểm %")]),
        ("Thư viện công bố 46 bộ dữ liệu, vượt 06 bộ so với kế hoạch.",
         [("Thư viện công bố bộ dữ liệu", "=", 46, "bộ dữ liệu"), ("Thư viện công bố bộ dữ liệu vượt so với kế hoạch", "=", 6, "bộ")]),
        ("Tỷ lệ đọc sách giảm xuống 40%, tăng lên 52%.", [("Tỷ lệ đọc sách giảm", "=", 40, "%"), ("Tỷ lệ đọc sách giảm", "=", 52, "%")]),
        ("Mở 83 lớp đọc, vượt mức 80 lớp đã đề ra.", [("Mở lớp đọc", "=", 83, "lớp"), ("Mở lớp đọc", "=", 80, "lớp")]),
        ("Doanh thu phát hành vượt 38 tỷ đồng.", [("Doanh thu phát hành", ">", 38, "tỷ đồng")]),
    ],
)  # fmt: skip
def test_a_rise_or_surplus_is_no_level_of_its_indicator(sentence: str, expected: list[tuple[object, ...]]) -> None:
    assert [said(target) for target in stated(*RESULTS, f"- {sentence}")] == expected


def test_a_rise_in_a_table_says_so() -> None:
    table = Rows([["TT", "Chỉ tiêu", "Mục tiêu năm 2031", "Kết quả"], ["1", "Số bạn đọc", "tăng 15 - 17%/năm", "268 (tăng 15,5%)"]], headers=1)  # fmt: skip
    assert [(target.indicator, target.value) for target in stated(*RESULTS, table)] == [
        ("Số bạn đọc tăng", (15, 17)), ("Số bạn đọc", 268), ("Số bạn đọc tăng", 15.5),
    ]  # fmt: skip


def test_a_bound_holds_for_what_is_joined_to_it() -> None:
    found = stated(*HEAD, "I. NHIỆM VỤ", "- Kiểm tra ít nhất 05 xã và 03 trường trong năm.")
    assert [(target.comparator.value, target.value) for target in found] == [(">=", 5), (">=", 3)]


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("Chỉ số đọc sách (BRI) năm 2030, công bố năm 2031: thứ 8/63.", 2030),
        ("Chỉ số đọc sách (BRI) năm 2030 được công bố trong năm 2031: tỉnh xếp thứ 8/63.", 2030),
        ("Có 03 nhiệm vụ chuyển tiếp sang năm 2032.", 2031),
    ],
)
def test_an_index_is_of_the_year_that_it_measures(sentence: str, year: int) -> None:
    assert {target.year for target in stated(*RESULTS, f"- {sentence}")} == {year}


def test_a_year_in_brackets_beside_a_figure_is_its_own() -> None:
    table = Rows([["TT", "Chỉ tiêu", "Mục tiêu năm 2031", "Kết quả năm 2031"], ["1", "Xếp hạng đọc sách", "nhóm 5", "14/63 (BRI năm 2030)"],
                  ["2", "Tỷ lệ đọc sách", "70%", "66,4% (đến 31/8/2031)"]], headers=1)  # fmt: skip
    assert [target.year for target in stated(*RESULTS, table)] == [2031, 2030, 2031, 2031]


FINAL = ("TỈNH ỦY BẾN SẬY", "Số: 31-BC/TU", "Bến Sậy, ngày 10 tháng 9 năm 2035", "BÁO CÁO",
         "tổng kết 5 năm thực hiện Chương trình thư viện số giai đoạn 2031-2035")  # fmt: skip


@pytest.mark.parametrize(
    ("opening", "sentence", "year"),
    [
        ("Số liệu năm 2035 là số ước thực hiện cả năm.", "Tỷ lệ đọc sách đạt 52,1%.", 2035),
        ("Số liệu năm 2035 là số ước thực hiện cả năm.", "Ban Chỉ đạo họp 17 phiên.", "2031-2035"),
        ("Số liệu năm 2035 là số ước thực hiện cả năm.", "Số bạn đọc tăng bình quân 6,3%/năm.", "2031-2035"),
        ("Ban Thường vụ báo cáo như sau.", "Tỷ lệ đọc sách đạt 52,1%.", "2031-2035"),
        ("Ban Thường vụ báo cáo như sau.", "Năm 2033, tỷ lệ đọc sách đạt 41%.", 2033),
    ],
)
def test_results_of_a_final_report_are_of_its_period_or_of_the_year_it_names(
    opening: str, sentence: str, year: object
) -> None:
    assert [target.year for target in stated(*FINAL, opening, "I. KẾT QUẢ", f"- {sentence}")] == [year]


def test_results_beside_aims_of_a_year_are_of_that_year() -> None:
    table = Rows([["TT", "Chỉ tiêu", "Mục tiêu đến năm 2035", "Kết quả"], ["1", "Tỷ lệ đọc sách", "60%", "52,1%"],
                  ["2", "Tốc độ tăng bạn đọc bình quân", "7%/năm", "6,3%/năm"]], headers=1)  # fmt: skip
    assert [(target.value, target.year) for target in stated(*FINAL, "I. KẾT QUẢ", table)] == [
        (60, 2035), (52.1, 2035), (7, 2035), (6.3, "2031-2035"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("subject", "year"),
    [("Phát triển thư viện số năm 2031", 2031), ("Phát triển thư viện số đến năm 2031", None), ("Phát triển thư viện số giai đoạn 2031-2035", None)],
)  # fmt: skip
def test_tasks_of_a_plan_for_one_year_are_of_that_year(subject: str, year: object) -> None:
    found = stated(*HEAD[:-1], subject, "I. NHIỆM VỤ", "- Mở ít nhất 12 lớp học.")
    assert [target.year for target in found] == [year]


@pytest.mark.parametrize(("deadline", "year"), [("Thường xuyên", 2031), ("Hằng năm", None), ("Quý II/2032", 2032)])
def test_a_task_without_a_date_has_the_year_of_its_plan(deadline: str, year: object) -> None:
    table = Rows([["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"], ["1", "Mở 40 phòng đọc", "Sở Văn hóa", deadline]], headers=1)  # fmt: skip
    found = stated(*HEAD[:-1], "Phát triển thư viện số năm 2031", "PHỤ LỤC", table)
    assert [target.year for target in found] == [year]


ISSUER = "Ủy ban nhân dân tỉnh Bến Sậy"


@pytest.mark.parametrize(
    ("sentence", "scopes"),
    [
        ("Thư viện tại số 9 đường Bến Cũ, huyện Sậy Thượng, có diện tích 4.800 m2.", [ISSUER]),
        ("Có 26 nhiệm vụ hoàn thành (83,9%), 01 nhiệm vụ quá hạn tại huyện Sậy Thượng.", [ISSUER, ISSUER, "huyện Sậy Thượng"]),
        ("Tỷ lệ đọc sách đạt 55%; tỉnh là một trong những trung tâm xuất bản của cả nước.", [ISSUER]),
        ("Tỷ lệ đọc sách chênh lệch giữa huyện Sậy Thượng (58,9%) và huyện Sậy Hạ (24,1%).", ["huyện Sậy Thượng", "huyện Sậy Hạ"]),
        ("Cả nước: tỷ lệ đọc sách đạt 50%.", ["Cả nước"]),
    ],
)  # fmt: skip
def test_a_place_is_whose_figure_it_is_only_where_it_belongs_to_the_figure(sentence: str, scopes: list[str]) -> None:
    assert [target.scope for target in stated(*RESULTS, f"- {sentence}")] == scopes


def test_a_body_that_only_co_ordinates_is_not_whose_figure_it_is() -> None:
    table = Rows([["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn"],
                  ["1", "Mở 40 phòng đọc", "Sở Văn hóa", "UBND huyện Sậy Thượng", "2032"]], headers=1)  # fmt: skip
    assert [target.scope for target in stated(*HEAD, "PHỤ LỤC", table)] == [ISSUER]


@pytest.mark.parametrize(
    ("sentence", "bases"),
    [
        ("Chi cho sách chiếm 24,6% GRDP (kế hoạch 25%).", ["GRDP", "GRDP"]),
        ("Chi cho sách đạt 2% GRDP, trong đó nguồn xã hội chiếm hơn 60%.", ["GRDP", "Chi cho sách"]),
        ("100% tổ dân phố, thôn có tủ sách.", ["tổ dân phố, thôn"]),
        ("65% người dân trong độ tuổi lao động hoàn thành lớp đọc.", ["người dân trong độ tuổi lao động"]),
        ("Hỗ trợ in sách cho 100% dự án được chọn.", ["dự án được chọn"]),
        ("Trên 80% dân số từ 15 tuổi trở lên có thẻ.", ["dân số từ 15 tuổi trở lên"]),
    ],
)
def test_the_base_of_a_share_is_whole_and_taken_over(sentence: str, bases: list[str]) -> None:
    assert [target.base for target in stated(*RESULTS, f"- {sentence}")] == bases


def test_the_label_of_a_row_names_the_base() -> None:
    table = Rows([["TT", "Chỉ tiêu", "Đơn vị", "Năm 2031"], ["1", "Tỷ trọng xuất bản trong GRDP", "%", "3"]], headers=1)
    assert [(target.value, target.base) for target in stated(*HEAD, "PHỤ LỤC", table)] == [(3, "GRDP")]


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        ("Giám đốc Sở Văn hóa Lê An cho biết tỷ lệ đọc sách đạt 52%.", ["tỷ lệ đọc sách"]),
        ("Hai chỉ tiêu chưa đạt là tỷ lệ đọc sách (34,5%) và tỷ lệ mượn sách (42,7%).", ["tỷ lệ đọc sách", "tỷ lệ mượn sách"]),
        ("Bồi dưỡng đọc sách cho 120 học viên và 30 giáo viên.", ["Bồi dưỡng đọc sách cho học viên", "Bồi dưỡng đọc sách cho giáo viên"]),
    ],
)  # fmt: skip
def test_an_indicator_has_its_verb_and_not_who_says_it(sentence: str, indicators: list[str]) -> None:
    assert [target.indicator for target in stated(*RESULTS, f"- {sentence}")] == indicators


def test_money_by_year_in_columns_is_read() -> None:
    table = Rows([["Năm 2032", "Năm 2033", "Cộng"], ["220 tỷ đồng", "300 tỷ đồng", "520 tỷ đồng"]], headers=1)
    found = stated(*HEAD, "I. NGUỒN LỰC", "Tổng kinh phí được phân kỳ như sau:", table)
    assert [(*said(target), target.year) for target in found] == [
        ("kinh phí", "=", 220, "tỷ đồng", 2032), ("kinh phí", "=", 300, "tỷ đồng", 2033), ("kinh phí", "=", 520, "tỷ đồng", "2032-2033"),
    ]  # fmt: skip


def test_money_by_year_in_rows_is_read_with_the_unit_over_the_table() -> None:
    table = Rows([["Đợt", "Năm", "Ngân sách tỉnh", "Xã hội hóa"], ["Đợt 1", "2032", "45", "5,5"], ["Đợt 2", "2033-2034", "75", "20"],
                  ["Tổng cộng", "", "120", "25,5"]], headers=1)  # fmt: skip
    found = stated(*HEAD, "PHỤ LỤC", "Đơn vị tính: tỷ đồng", table)
    assert [(target.indicator, target.value, target.unit, target.year) for target in found] == [
        ("Ngân sách tỉnh", 45, "tỷ đồng", 2032), ("Xã hội hóa", 5.5, "tỷ đồng", 2032),
        ("Ngân sách tỉnh", 75, "tỷ đồng", "2033-2034"), ("Xã hội hóa", 20, "tỷ đồng", "2033-2034"),
        ("Ngân sách tỉnh", 120, "tỷ đồng", "2032-2034"), ("Xã hội hóa", 25.5, "tỷ đồng", "2032-2034"),
    ]  # fmt: skip


def test_numbers_by_year_without_a_unit_of_money_are_none() -> None:
    table = Rows([["Đợt", "Năm", "Số hiệu"], ["Đợt 1", "2032", "45"]], headers=1)
    assert stated(*HEAD, "PHỤ LỤC", table) == []
