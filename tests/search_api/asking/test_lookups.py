"""Questions over made-up documents → which document, who holds an office, what letters stand for."""

from collections.abc import Callable, Iterator

import pytest

from corpus.store import Store
from search_api.asking.meanings import is_short_form
from search_api.types import Answer
from tests.search_api.asking.composed import composed, letter
from tests.search_api.conftest import open_small
from tests.search_api.small_corpus import add_texts

BOARD = letter(
    "31-QĐ/TU", "TỈNH ỦY BẠCH SƠN", "Bạch Sơn", (4, 5, 2023), "Quyết định về thành lập Ban Chỉ đạo phát triển cây chè",
    "Điều 1. Thành lập Ban Chỉ đạo phát triển cây chè gồm các đồng chí có tên sau:\n\n"
    "1. Đồng chí Lò Thị Mây, Phó Bí thư Tỉnh ủy, Trưởng ban.\n\n2. Đồng chí Phạm Văn Suối, Phó Chủ tịch Ủy ban nhân dân tỉnh, Phó Trưởng ban.\n\n"
    "3. Đồng chí Trần Văn Đồi, Trưởng Ban Tuyên giáo Tỉnh ủy, thành viên.\n\n"
    "Điều 2. Thành lập Tổ giúp việc do Giám đốc Sở Công Thương làm Tổ trưởng.",
)  # fmt: skip
PLAN = letter(
    "52/KH-UBND", "ỦY BAN NHÂN DÂN TỈNH BẠCH SƠN", "Bạch Sơn", (9, 2, 2024), "Kế hoạch về phát triển cây chè năm 2024",
    "Năm 2023, Ủy ban nhân dân tỉnh giao 14 nhiệm vụ trồng chè tại Kế hoạch số 17/KH-UBND ngày 20/01/2023.\n\n"
    "Thực hiện Nghị quyết số 6/NQ-HĐND ngày 11/12/2022 của Hội đồng nhân dân tỉnh về sắp xếp các chợ chè.\n\n"
    "1. Xây dựng nền tảng truy xuất vùng trồng (GAPX) và sàn giao dịch nông sản (NSX).\n\n"
    "2. Tỷ lệ chè sạch ước đạt 31%, đính chính số liệu chè sạch năm 2022.",
)  # fmt: skip
NEW = letter(
    "9/QĐ-UBND", "ỦY BAN NHÂN DÂN TỈNH BẠCH SƠN", "Bạch Sơn", (3, 6, 2024), "Quyết định về quy chế quản lý chợ chè",
    "Điều 1. Ban hành quy chế quản lý chợ chè.\n\nĐiều 2. Quyết định này thay thế Quyết định số 4/QĐ-UBND ngày 08 tháng 8 năm 2020 của Ủy ban nhân dân tỉnh.",
)  # fmt: skip
# One sentence too long to be said whole, and a picture with nobody in it.
FEAST = """\
# Lễ tổng kết mùa chè Bạch Sơn

Quang cảnh lễ tổng kết mùa chè.

Dự lễ tổng kết mùa chè có Phó Bí thư Tỉnh ủy Lò Thị Mây; Trưởng ban Kinh tế Tỉnh ủy Hà Văn Nương, là người gắn bó nhiều năm với \
các hộ trồng chè ở vùng cao và các hợp tác xã chế biến chè của tỉnh; Phó Chủ tịch Hội đồng nhân dân tỉnh Bạch Sơn Tạ Thị Búp; Trưởng ban Nội chính \
Tỉnh ủy Mai Văn Cành, cùng đại diện lãnh đạo các sở, các huyện và các doanh nghiệp thu mua chè trên địa bàn.

Bà Tạ Thị Búp trao giải cho các hộ có chè ngon.
"""
FILES = {"31-qd.md": BOARD, "52-kh.md": PLAN, "9-qd.md": NEW, "le-tong-ket.md": FEAST}

Ask = Callable[[str], Answer]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    store: Store = open_small(tmp_path_factory.mktemp("lookups") / "data")
    add_texts(store, FILES)
    yield lambda question: composed(store, question)
    store.close()


@pytest.mark.parametrize(
    ("question", "said", "file"),
    [
        ("Ai là Trưởng ban Chỉ đạo phát triển cây chè?", "Lò Thị Mây", "31-qd.md"),
        ("Trưởng Ban Tuyên giáo Tỉnh ủy là ai?", "Trần Văn Đồi", "31-qd.md"),
        ("Trưởng ban Nội chính Tỉnh ủy dự lễ tổng kết mùa chè là ai?", "Mai Văn Cành", "le-tong-ket.md"),
        ("Ai trao giải chè ngon tại lễ tổng kết mùa chè?", "Tạ Thị Búp", "le-tong-ket.md"),
        ("Ai là Tổ trưởng Tổ giúp việc Ban Chỉ đạo phát triển cây chè?", "Giám đốc Sở Công Thương", "31-qd.md"),
        ("Kế hoạch trồng chè năm 2023 là kế hoạch số mấy?", "Kế hoạch số 17/KH-UBND ngày 20/01/2023", "52-kh.md"),
        ("Nghị quyết về sắp xếp các chợ chè là nghị quyết số mấy?", "Nghị quyết số 6/NQ-HĐND", "52-kh.md"),
        ("Kế hoạch nào đính chính số liệu chè sạch năm 2022?", "Kế hoạch số 52/KH-UBND", "52-kh.md"),
        ("Quyết định nào thay thế Quyết định 4/QĐ-UBND?", "Quyết định số 9/QĐ-UBND", "9-qd.md"),
        ("Ban Chỉ đạo phát triển cây chè lập theo quyết định số mấy của Tỉnh ủy?", "31-QĐ/TU", "31-qd.md"),
        ("Kế hoạch 52/KH-UBND là kế hoạch về cái gì?", "phát triển cây chè năm 2024", "52-kh.md"),
        ("GAPX là gì?", "GAPX: nền tảng truy xuất vùng trồng", "52-kh.md"),
        ("nsx là viết tắt của cái gì", "NSX: sàn giao dịch nông sản", "52-kh.md"),
    ],
)
def test_what_is_looked_up_is_answered_by_the_passage_that_says_it(
    ask: Ask, question: str, said: str, file: str
) -> None:
    answer = ask(question)
    assert answer.found
    assert said.lower() in (answer.text or "").lower()
    assert answer.citations[0].evidence.hit.document.file_name == file


@pytest.mark.parametrize(
    "question",
    [
        "Ai là Trưởng Ban Dân vận Tỉnh ủy?",
        "Ai là Trưởng ban Tổ chức Tỉnh ủy Bạch Sơn?",
        "Ai là Chủ tịch UBND huyện Hạ Lạc?",
        "Giám đốc Sở Y tế là ai?",
        "Ai là Trưởng ban Nội vụ Tỉnh ủy Bạch Sơn?",
        "Nghị quyết về sắp xếp các chợ chè của tỉnh Hà Giang là nghị quyết số mấy?",
        "Nghị quyết về giá điện là nghị quyết số mấy?",
        "Quyết định nào thay thế Quyết định 5/QĐ-UBND?",
        "QRST là gì?",
    ],
)
def test_what_another_body_or_document_says_is_no_answer(ask: Ask, question: str) -> None:
    said = ask(question).text or ""
    assert not any(name in said for name in ("Mây", "Đồi", "Suối", "Nương", "Cành", "số 9/QĐ-UBND"))
    assert not said.startswith("Nghị quyết số 6/NQ-HĐND")


@pytest.mark.parametrize(("term", "short"), [("LGSP", True), ("ioc", True), ("chợ", False), ("cây chè", False)])
def test_letters_are_told_from_words(term: str, short: bool) -> None:
    assert is_short_form(term) is short
