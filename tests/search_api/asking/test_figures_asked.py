"""Questions for figures over made-up documents: rows by their codes, counts of two sides, a part of a whole, a level and its change, two at once."""

from collections.abc import Callable, Iterator

import pytest

from corpus.store import Store
from search_api.types import Answer, Kind
from tests.search_api.asking.composed import composed, letter
from tests.search_api.conftest import open_small
from tests.search_api.small_corpus import add_texts

CITY = "ỦY BAN NHÂN DÂN THÀNH PHỐ LẠC GIANG"
PLAN = letter(
    "318/QĐ-UBND", CITY, "Lạc Giang", (12, 4, 2025), "Quyết định về điều chỉnh quy hoạch chi tiết khu đô thị Bãi Sậy",
    "Bảng chỉ tiêu các lô đất khu đô thị Bãi Sậy sau điều chỉnh:\n\n"
    "| TT | Chức năng | Lô đất | Diện tích lô đất | Mật độ xây dựng | Tầng cao |\n|---|---|---|---|---|---|\n"
    "| TT | Chức năng | Lô đất | m2 | % | tầng |\n"
    "| 1 | Trường học | B2/TH1 | 12.400 | 38,5 | 3 |\n| 2 | Nhà văn hóa | B3/VH2 | 5.150 | 40 | 2 |",
)  # fmt: skip
LAND = letter(
    "402/QĐ-UBND", CITY, "Lạc Giang", (3, 6, 2025), "Quyết định về điều chỉnh kế hoạch sử dụng đất năm 2025 của các quận",
    "## 1. Quận Giang Đông\n\nĐiều chỉnh nội dung “Danh mục gồm 52 dự án với diện tích 310 ha” thành “Danh mục trong kế hoạch sử dụng đất năm 2025 quận Giang Đông gồm 61 dự án, diện tích 355,2 ha”.\n\n"
    "## 2. Quận Giang Tây\n\nĐiều chỉnh nội dung “Danh mục gồm 33 dự án với diện tích 120 ha” thành “Danh mục trong kế hoạch sử dụng đất năm 2025 quận Giang Tây gồm 38 dự án, diện tích 131,7 ha”.",
)  # fmt: skip
NOTICE = letter(
    "77/TB-UBND", CITY, "Lạc Giang", (9, 11, 2025), "Thông báo về kết luận cuộc họp về trường lớp",
    "Tại cuộc họp ngày 10 tháng 9 năm 2025, Chủ tịch đã giao 24 nhiệm vụ về trường lớp cho các sở, ngành. Đến nay các sở đã hoàn thành 09 nhiệm vụ đúng thời hạn, "
    "còn 15 nhiệm vụ đang làm.\n\nTrong 10 tháng năm 2025, tổng kim ngạch xuất nhập khẩu của thành phố đạt 12,4 tỷ USD, tăng 9,1% so với cùng kỳ năm trước; "
    "trong đó xuất khẩu đạt 7,3 tỷ USD, tăng 11,5% và nhập khẩu đạt 5,1 tỷ USD, tăng 6%.\n\n"
    "Nền tảng học nghề trực tuyến đã mở 18 khóa học. Đã có 41.250 lượt người tham gia học nghề trên nền tảng.",
)  # fmt: skip
AIMS = letter(
    "15/NQ-HĐND", "HỘI ĐỒNG NHÂN DÂN THÀNH PHỐ LẠC GIANG", "Lạc Giang", (8, 12, 2025), "Nghị quyết về kế hoạch phát triển kinh tế - xã hội năm 2026",
    "## I. MỤC TIÊU\n\n1. GRDP bình quân đầu người đạt trên 6.200 USD.\n\n2. Quy mô GRDP đạt khoảng 18 tỷ USD, tốc độ tăng GRDP đạt 9%.\n\n"
    "3. Số công trình nghiên cứu được công bố tăng 12%; số đơn đăng ký bảo hộ giống cây tăng 15%.\n\n4. Có khoảng 140km đường gom ven sông.",
)  # fmt: skip
SOONER = letter(
    "30/BC-UBND", CITY, "Lạc Giang", (5, 1, 2026), "Báo cáo về công tác quản lý bến bãi",
    "Việc lập phương án sắp xếp bến bãi ven sông sẽ hoàn thành trong quý I/2026.",
)  # fmt: skip
LATER = letter(
    "64/BC-UBND", CITY, "Lạc Giang", (20, 2, 2026), "Báo cáo về kết quả thực hiện chỉ thị về bến bãi",
    "Phương án sắp xếp bến bãi ven sông đang được lấy ý kiến, dự kiến hoàn thành trong quý 2/2026.",
)  # fmt: skip
FILES = {
    "318-qd.md": PLAN, "402-qd.md": LAND, "77-tb.md": NOTICE, "15-nq.md": AIMS, "30-bc.md": SOONER, "64-bc.md": LATER,
}  # fmt: skip


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Answer]]:
    store: Store = open_small(tmp_path_factory.mktemp("figures") / "data")
    add_texts(store, FILES)
    yield lambda question: composed(store, question)
    store.close()


def test_a_row_is_found_by_its_code_and_answers_with_the_column_that_is_asked_for(ask: Callable[[str], Answer]) -> None:
    answer = ask("Lô B2/TH1 khu đô thị Bãi Sậy mật độ xây dựng bao nhiêu phần trăm?")
    assert answer.text == "B2/TH1: Mật độ xây dựng (%): 38,5% [1]."
    assert "38,5" in answer.citations[0].quote


def test_a_code_that_no_row_has_is_answered_by_no_other_row(ask: Callable[[str], Answer]) -> None:
    answer = ask("Lô B9/TH7 khu đô thị Bãi Sậy mật độ xây dựng bao nhiêu phần trăm?")
    assert answer.text is None or not any(figure in answer.text for figure in ("38,5", "40"))


def test_the_count_in_force_is_the_one_behind_the_amendment_and_the_larger_side_is_named(
    ask: Callable[[str], Answer],
) -> None:
    answer = ask("Kế hoạch sử dụng đất 2025 quận Giang Đông và quận Giang Tây bên nào nhiều dự án hơn?")
    assert answer.reading.kind is Kind.COMPARE
    assert answer.text is not None
    assert "Quận Giang Đông: 61 dự án (sau điều chỉnh; trước đó 52)" in answer.text
    assert "Quận Giang Tây: 38 dự án (sau điều chỉnh; trước đó 33)" in answer.text
    assert "Quận Giang Đông nhiều hơn quận Giang Tây 23 dự án" in answer.text.replace(
        "Quận Giang Tây 23", "quận Giang Tây 23"
    )


def test_the_part_that_was_done_is_said_and_not_the_whole(ask: Callable[[str], Answer]) -> None:
    answer = ask("Trong 24 nhiệm vụ Chủ tịch giao về trường lớp, đã xong đúng hạn mấy việc?")
    assert answer.text is not None
    assert "09 nhiệm vụ" in answer.text
    assert "24 nhiệm vụ" in " ".join(c.quote for c in answer.citations)


def test_exports_are_answered_with_their_change_and_not_by_the_whole_trade(ask: Callable[[str], Answer]) -> None:
    answer = ask("10 tháng năm 2025 xuất khẩu của thành phố được bao nhiêu, tăng bao nhiêu so với cùng kỳ?")
    assert answer.text is not None
    assert "xuất khẩu đạt 7,3 tỷ USD, tăng 11,5%" in answer.text
    assert "12,4" not in answer.text


def test_two_things_that_are_counted_are_both_said(ask: Callable[[str], Answer]) -> None:
    answer = ask("Nền tảng học nghề trực tuyến đã mở bao nhiêu khóa, có bao nhiêu lượt người học?")
    assert answer.text is not None
    assert "18 khóa" in answer.text
    assert "41.250 lượt" in answer.text


def test_income_per_head_is_meant_whatever_the_words_and_not_the_size_of_the_economy(
    ask: Callable[[str], Answer],
) -> None:
    answer = ask("Năm 2026 GRDP tính trên mỗi người dân đạt bao nhiêu đô la?")
    assert answer.text is not None
    assert "6.200 USD" in answer.text
    assert "18 tỷ" not in answer.text


def test_of_two_indicators_that_one_question_joins_each_has_its_figure(ask: Callable[[str], Answer]) -> None:
    answer = ask("Công trình nghiên cứu được công bố và đơn đăng ký bảo hộ giống cây năm 2026 phải tăng bao nhiêu?")
    assert answer.text is not None
    assert "12%" in answer.text
    assert "15%" in answer.text


def test_a_figure_with_its_unit_touching_it_is_a_figure_of_the_very_road(ask: Callable[[str], Answer]) -> None:
    answer = ask("Năm 2026 thành phố có khoảng bao nhiêu km đường gom ven sông?")
    assert answer.text is not None
    assert "140km" in answer.text
    assert ask("Năm 2026 thành phố có bao nhiêu km đường sắt đô thị?").text is None


def test_two_reports_that_give_other_quarters_stand_side_by_side(ask: Callable[[str], Answer]) -> None:
    answer = ask("Phương án sắp xếp bến bãi ven sông hoàn thành vào quý nào năm 2026?")
    assert answer.text is not None
    assert "quý I/2026" in answer.text
    assert "quý 2/2026" in answer.text
    assert answer.disagreement is not None
