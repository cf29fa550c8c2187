"""Reports of several years over made-up documents: which figure of a year holds, what was reached, which of two norms is in force."""

from collections.abc import Callable, Iterator

import pytest

from corpus.store import Store
from search_api.types import Answer, Kind
from tests.search_api.asking.composed import composed, letter
from tests.search_api.conftest import open_small
from tests.search_api.small_corpus import add_texts

BODY, PLACE = "ỦY BAN NHÂN DÂN TỈNH BẠCH SƠN", "Bạch Sơn"
FILES = {
    "22-bc.md": letter(
        "22/BC-UBND", BODY, PLACE, (15, 12, 2022), "Báo cáo về kết quả phát triển cây chè năm 2022",
        "## I. KẾT QUẢ\n\n| TT | Chỉ tiêu | Đơn vị tính | Mục tiêu 2025 | Kết quả năm 2022 |\n|---|---|---|---|---|\n"
        "| 1 | Tỷ lệ chè được chế biến sâu | % | trên 35 | 21,4 |\n| 2 | Tỷ lệ lao động qua đào tạo nghề chè | % | trên 50 | 40,5 |",
    ),
    "23-bc.md": letter(
        "23/BC-UBND", BODY, PLACE, (18, 12, 2023), "Báo cáo về kết quả phát triển cây chè năm 2023",
        "## I. KẾT QUẢ\n\n- Tỷ lệ chè được chế biến sâu đạt 26,7%.\n\n- Tỷ lệ lao động qua đào tạo nghề chè đạt 43,2%.\n\n"
        "- Chỉ số vùng chè (VTI) năm 2022 công bố trong năm 2023: tỉnh xếp thứ 14/63.\n\n- Quỹ cây chè đã cho vay 18 dự án với số tiền 42,6 tỷ đồng.",
    ),
    "23-sk.md": letter(
        "12/BC-SNN", "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG TỈNH BẠCH SƠN", PLACE, (14, 7, 2023), "Báo cáo về sơ kết phát triển cây chè",
        "## I. KẾT QUẢ\n\nTính đến hết tháng 6/2023, tỷ lệ lao động qua đào tạo nghề chè đạt 41,8%.",
    ),
    "24-kh.md": letter(
        "9/KH-UBND", BODY, PLACE, (30, 1, 2024), "Kế hoạch về phát triển cây chè năm 2024",
        "## I. MỤC TIÊU\n\n1. Năm 2024, tỷ lệ lao động qua đào tạo nghề chè đạt ít nhất 46%.",
    ),
    "24-bc.md": letter(
        "24/BC-UBND", BODY, PLACE, (20, 12, 2024), "Báo cáo về kết quả phát triển cây chè năm 2024",
        "## I. KẾT QUẢ\n\n1. Tỷ lệ chè được chế biến sâu: 30,9%.\n\n2. Tỷ lệ lao động qua đào tạo nghề chè: 47,5% (kế hoạch ít nhất 46%): vượt.\n\n"
        "3. Chỉ số vùng chè (VTI) năm 2023, công bố năm 2024: thứ 9/63.\n\n"
        "## II. ĐÍNH CHÍNH SỐ LIỆU\n\nTheo kết quả rà soát, tỷ lệ chè được chế biến sâu năm 2023 được điều chỉnh từ 26,7% xuống 25,8%.",
    ),
    "25-bc.md": letter(
        "25/BC-UBND", BODY, PLACE, (10, 9, 2025), "Báo cáo về tổng kết 5 năm phát triển cây chè",
        "## I. KẾT QUẢ\n\n- Quỹ cây chè đã cho vay 74 dự án, tổng giá trị 213,8 tỷ đồng.",
    ),
    "21-nq.md": letter(
        "21/2021/NQ-HĐND", "HỘI ĐỒNG NHÂN DÂN TỈNH BẠCH SƠN", PLACE, (8, 12, 2021), "Nghị quyết về hỗ trợ trồng chè giai đoạn 2022-2025",
        "Điều 1. Hỗ trợ 30% giá trị hợp đồng mua máy sao chè, tối đa 200 triệu đồng/cơ sở.\n\n"
        "Điều 2. Hộ trồng chè hữu cơ được hỗ trợ mỗi năm: 30 triệu đồng/hộ.\n\nĐiều 3. Phần vốn của cơ sở trong mỗi dự án không thấp hơn 50%.",
    ),
    "38-nq.md": letter(
        "38/2025/NQ-HĐND", "HỘI ĐỒNG NHÂN DÂN TỈNH BẠCH SƠN", PLACE, (10, 12, 2025), "Nghị quyết về hỗ trợ trồng chè giai đoạn 2026-2030",
        "Điều 1. Mua máy sao chè: hỗ trợ 40% giá trị hợp đồng, tối đa 350 triệu đồng/cơ sở.\n\n"
        "Điều 2. Hộ trồng chè hữu cơ được hỗ trợ mỗi năm: 45 triệu đồng/hộ.\n\n"
        "Điều 3. Nghị quyết này thay thế Nghị quyết số 21/2021/NQ-HĐND ngày 08 tháng 12 năm 2021 của Hội đồng nhân dân tỉnh.",
    ),
}  # fmt: skip
Ask = Callable[[str], Answer]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    store: Store = open_small(tmp_path_factory.mktemp("reports") / "data")
    add_texts(store, FILES)
    yield lambda question: composed(store, question)
    store.close()


def _cells(answer: Answer) -> list[tuple[str, ...]]:
    assert answer.table is not None
    return [row.cells for row in answer.table.rows]


def _files(answer: Answer) -> list[str]:
    return [citation.evidence.hit.document.file_name for citation in answer.citations]


def test_a_row_of_a_table_stands_beside_a_sentence_of_another_report(ask: Ask) -> None:
    answer = ask("Tỷ lệ lao động qua đào tạo nghề chè năm 2022 và năm 2024 khác nhau ra sao?")
    assert ["40,5%" in _cells(answer)[0][1], "47,5%" in _cells(answer)[1][1]] == [True, True]
    assert "Năm 2024 cao hơn năm 2022 7 điểm phần trăm" in (answer.text or "")
    assert _files(answer)[:2] == ["22-bc.md", "24-bc.md"]


def test_of_a_year_the_result_of_all_of_it_goes_before_a_plan_and_a_part(ask: Ask) -> None:
    answer = ask("Tỷ lệ lao động qua đào tạo nghề chè năm 2024 tăng thế nào so với 2023?")
    assert answer.reading.kind is Kind.COMPARE
    assert ["47,5%" in _cells(answer)[0][1], "43,2%" in _cells(answer)[1][1]] == [True, True]


def test_a_figure_that_was_put_right_holds(ask: Ask) -> None:
    answer = ask("Tỷ lệ chè được chế biến sâu năm 2023 và 2024 năm nào cao hơn?")
    assert "25,8%" in (answer.text or "")
    assert "5,1 điểm phần trăm" in (answer.text or "")


def test_an_index_is_of_the_year_it_names_and_not_of_that_in_which_it_came_out(ask: Ask) -> None:
    answer = ask("Chỉ số vùng chè VTI năm 2022 và năm 2023 khác nhau thế nào?")
    assert ["14/63" in (answer.text or ""), "9/63" in (answer.text or "")] == [True, True]
    assert "Năm 2023 xếp trên năm 2022 5 bậc" in (answer.text or "")


def test_provisions_with_amounts_stand_beside_each_other(ask: Ask) -> None:
    answer = ask("Mức hỗ trợ mua máy sao chè theo Nghị quyết 21/2021 và Nghị quyết 38/2025 khác nhau thế nào?")
    assert "200 triệu đồng/cơ sở" in (answer.text or "")
    assert "350 triệu đồng/cơ sở" in (answer.text or "")
    assert "50%" not in (answer.text or "")


def test_of_two_norms_the_one_in_force_stands_first_and_it_is_said_why(ask: Ask) -> None:
    answer = ask("Hộ trồng chè hữu cơ được hỗ trợ 30 triệu hay 45 triệu?")
    assert answer.reading.kind is Kind.CONFLICT
    assert _files(answer)[:2] == ["38-nq.md", "21-nq.md"]
    assert "38/2025/NQ-HĐND thay thế 21/2021/NQ-HĐND" in (answer.disagreement or "")


def test_what_there_is_by_now_is_told_by_the_latest_report(ask: Ask) -> None:
    answer = ask("Sau 5 năm Quỹ cây chè đã cho vay bao nhiêu dự án?")
    assert "74 dự án" in (answer.text or "")
    assert _files(answer)[0] == "25-bc.md"
