"""Which figure is meant, over made-up documents: its part of the year, its total, its bracket; two things and two indicators; none where none is given."""

from collections.abc import Callable, Iterator

import pytest

from corpus.store import Store
from search_api.types import Answer, Kind
from tests.search_api.asking.composed import composed, letter
from tests.search_api.conftest import open_small
from tests.search_api.small_corpus import add_texts

CITY = "ỦY BAN NHÂN DÂN THÀNH PHỐ LẠC GIANG"
NOTICE = letter(
    "91/TB-UBND", CITY, "Lạc Giang", (6, 11, 2025), "Thông báo về tình hình kinh tế thành phố Lạc Giang",
    "Kinh tế thành phố Lạc Giang quý III tăng 6,1%, 9 tháng năm 2025 tăng 7,4%. Trong đó: khu vực nuôi trồng ước tăng 3,2%; khu vực vận tải ước tăng 8,5%.\n\n"
    "Thu phí bến bãi 10 tháng năm 2025 đạt 310 tỷ đồng.\n\n"
    "Năm 2025, Thanh tra thành phố tổ chức 05 cuộc thanh tra bến bãi, trong đó:\n\n"
    "- Thanh tra khu vực phía bắc (trước sắp xếp) tổ chức 03 cuộc thanh tra.\n\n- Thanh tra khu vực phía nam (sau sắp xếp): 02 cuộc thanh tra.",
)  # fmt: skip
PLAN = letter(
    "44/KH-UBND", CITY, "Lạc Giang", (2, 12, 2025), "Kế hoạch phát triển bến cảng thành phố Lạc Giang năm 2026",
    "## I. CHỈ TIÊU\n\n1. Tỷ lệ tàu có thiết bị định vị đạt 95%.\n\n2. Tỷ lệ bến có hệ thống thu gom dầu thải đạt 62%.\n\n"
    "## II. NHIỆM VỤ\n\nLắp đặt mới phao luồng: 58 phao (Trong đó: Hải Vân:\n25 phao, Sông Lạc: 33 phao).\n\n"
    "Chính quyền địa phương 02 cấp của thành phố sắp xếp lại các phường Đông Khê 1 và Đông Khê 2 theo Đề án 06.",
)  # fmt: skip


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Answer]]:
    store: Store = open_small(tmp_path_factory.mktemp("meant") / "data")
    add_texts(store, {"91-tb.md": NOTICE, "44-kh.md": PLAN})
    yield lambda question: composed(store, question)
    store.close()


def test_figures_of_another_part_of_the_year_are_no_answer(ask: Callable[[str], Answer]) -> None:
    right = ask("Thu phí bến bãi của Lạc Giang 10 tháng năm 2025 được bao nhiêu tỷ đồng?")
    assert right.text is not None and "310 tỷ đồng" in right.text
    assert ask("Thu phí bến bãi của Lạc Giang 6 tháng đầu năm 2025 được bao nhiêu tỷ đồng?").text is None


def test_the_total_over_its_parts_answers_where_no_part_is_named(ask: Callable[[str], Answer]) -> None:
    total = ask("Năm 2025 thanh tra Lạc Giang làm mấy cuộc thanh tra bến bãi?").text
    assert total is not None and "05 cuộc thanh tra" in total
    part = ask("Sau sắp xếp, thanh tra khu vực phía nam tổ chức mấy cuộc thanh tra?").text
    assert part is not None and "02 cuộc thanh tra" in part


def test_two_things_of_any_sort_are_compared_by_their_figures_in_one_unit(ask: Callable[[str], Answer]) -> None:
    answer = ask("Kinh tế Lạc Giang khu vực nuôi trồng và vận tải khu vực nào tăng nhanh hơn?")
    assert answer.reading.kind is Kind.COMPARE
    assert answer.text is not None and "3,2%" in answer.text and "8,5%" in answer.text


def test_a_line_that_ends_within_a_bracket_is_said_with_what_closes_it(ask: Callable[[str], Answer]) -> None:
    answer = ask("Lạc Giang lắp mới bao nhiêu phao luồng, trong đó Sông Lạc mấy phao?")
    assert answer.text is not None and "58 phao" in answer.text and "33 phao" in answer.text


def test_two_indicators_have_a_figure_each(ask: Callable[[str], Answer]) -> None:
    answer = ask("Năm 2026 tỷ lệ tàu có thiết bị định vị và tỷ lệ bến có hệ thống thu gom dầu thải đặt bao nhiêu?")
    assert answer.text is not None and "95%" in answer.text and "62%" in answer.text


def test_numbers_of_names_and_divisions_are_no_count(ask: Callable[[str], Answer]) -> None:
    assert ask("Sau sắp xếp thành phố Lạc Giang còn bao nhiêu phường?").text is None
