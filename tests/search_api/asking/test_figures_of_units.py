"""Which unit a figure is taken from: the one that begins with what is asked for, the one of the very measure, two units for two figures."""

from collections.abc import Callable, Iterator

import pytest

from corpus.store import Store
from search_api.types import Answer
from tests.search_api.asking.composed import composed, letter
from tests.search_api.conftest import open_small
from tests.search_api.small_corpus import add_texts

CITY = "ỦY BAN NHÂN DÂN THÀNH PHỐ LẠC GIANG"
WHARF = letter(
    "512/QĐ-UBND", CITY, "Lạc Giang", (7, 5, 2025), "Quyết định về dự án bến cảng Vàm Sậy",
    "Điều 1. Dự án bến cảng Vàm Sậy\n\n- Vốn vay: 640.000.000.000 đồng (chiếm 80,25% tổng vốn đầu tư bến cảng).\n\n"
    "- Vốn góp: 157.500.000.000 đồng (chiếm 19,75% tổng vốn đầu tư).\n\n- Tổng vốn đầu tư: 797.500.000.000 đồng.",
)  # fmt: skip
SMOKE = letter(
    "44/KH-UBND", CITY, "Lạc Giang", (2, 8, 2025), "Kế hoạch về giảm khói bụi",
    "1. Sau năm 2030, nồng độ khói bụi tại quận Giang Đông giảm dần theo mỗi kỳ kế hoạch 5 năm.\n\n"
    "2. Tại quận Giang Đông, nồng độ khói bụi năm 2030 giảm 18% so với mức trung bình năm 2024.",
)  # fmt: skip
TRADE = letter(
    "91/BC-UBND", CITY, "Lạc Giang", (4, 1, 2025), "Báo cáo về thương mại năm 2024",
    "Kim ngạch nhập khẩu của thành phố năm 2024 ước đạt 3 tỷ USD, tăng 21% so với năm trước, trong đó máy móc tăng 9,5%, "
    "nguyên liệu tăng 11,2%, hàng tiêu dùng tăng 4,7%.",
)  # fmt: skip


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Answer]]:
    store: Store = open_small(tmp_path_factory.mktemp("units") / "data")
    add_texts(store, {"wharf.md": WHARF, "smoke.md": SMOKE, "trade.md": TRADE})
    yield lambda question: composed(store, question)
    store.close()


def test_the_figure_behind_its_own_name_answers_and_no_share_of_it(ask: Callable[[str], Answer]) -> None:
    answer = ask("Dự án bến cảng Vàm Sậy tổng vốn đầu tư bao nhiêu?")
    assert answer.text is not None
    assert "797.500.000.000 đồng" in answer.text
    assert "640.000" not in answer.text


def test_two_figures_of_two_units_are_both_said(ask: Callable[[str], Answer]) -> None:
    answer = ask("Dự án bến cảng Vàm Sậy tổng vốn đầu tư bao nhiêu, vốn vay chiếm mấy phần trăm?")
    assert answer.text is not None
    assert "797.500.000.000 đồng" in answer.text
    assert "80,25%" in answer.text


def test_a_unit_without_the_measure_gives_way_to_one_that_has_it(ask: Callable[[str], Answer]) -> None:
    answer = ask("Nồng độ khói bụi tại quận Giang Đông năm 2030 giảm mấy phần trăm so với năm 2024?")
    assert answer.text is not None
    assert "18%" in answer.text


def test_of_many_shares_those_of_the_parts_are_left_out(ask: Callable[[str], Answer]) -> None:
    answer = ask("Năm 2024 nhập khẩu của thành phố ước đạt bao nhiêu tỷ USD, tăng mấy phần trăm?")
    assert answer.text is not None
    assert "3 tỷ USD, tăng 21%" in answer.text
    assert "9,5%" not in answer.text
