"""Refusals in words: what is missing, what there is instead, the nearest things first, and never a figure of something else."""

import re
from collections.abc import Iterator

import pytest

from corpus.store import Store
from search_api.asking.refusing.missing import UNSURE
from search_api.pipeline import Asker, open_asker
from tests.search_api.conftest import open_small
from tests.search_api.small_corpus import FILES, add_texts

NOTICE = """\
**TỈNH ỦY BẠCH SƠN**

Số: 21-TB/TU

*Bạch Sơn, ngày 2 tháng 4 năm 2024*

**THÔNG BÁO**

**kết luận phiên họp thứ ba của Ban Chỉ đạo phát triển cây chè**

Thực hiện Chương trình số 12-CTr/TU ngày 15/3/2022 và Kế hoạch số 64/KH-UBND ngày 20/5/2022, phiên họp thứ ba thống nhất giao Sở Công Thương \
chủ trì lập sàn giao dịch chè trước ngày 30/9/2024.

Phường Tân Long phấn đấu 90% hộ trồng chè có mã số vùng trồng vào năm 2025.
"""

# Reviewed sentences.
SENTENCES = {
    "Năm 2035 tỷ lệ chè chế biến sâu đạt bao nhiêu?": "Kho có chỉ tiêu này cho các năm 2023 và 2025, chưa có cho năm 2035.",
    "Tỷ lệ chè chế biến sâu của Sơn La là bao nhiêu?": "Kho có chỉ tiêu này của Bạch Sơn, chưa có của Sơn La.",
    "Phường Nà Hẩu có bao nhiêu phần trăm hộ trồng chè có mã số vùng trồng?": "Kho có chỉ tiêu này của phường Tân Long, chưa có của phường Nà Hẩu.",
    "Theo Nghị quyết 99-NQ/TU, diện tích chè hữu cơ là bao nhiêu?": "Kho chưa có Nghị quyết 99-NQ/TU; chỉ tiêu này có trong Chương trình hành động 12-CTr/TU.",
    "Ai ký Kế hoạch 64/KH-UBND?": "Kho chưa có Kế hoạch 64/KH-UBND; văn bản này được nhắc đến trong Thông báo 21-TB/TU.",
    "Báo cáo 88 giao ai lập sàn giao dịch chè?": "Kho có Báo cáo 88/BC-UBND, nhưng chưa tìm thấy nội dung này ở đó; nội dung này có trong Thông báo 21-TB/TU.",
    "Chương trình 12 của Sơn La đặt diện tích chè bao nhiêu ha?": "Kho có Chương trình hành động 12-CTr/TU của Bạch Sơn, chưa có của Sơn La.",
    "Phiên họp thứ năm của Ban Chỉ đạo giao sở nào lập sàn giao dịch chè?": "Kho có nội dung này trong Thông báo 21-TB/TU, chưa có của lần thứ 5.",
    "Thực tế hộ trồng chè có mã số vùng trồng đã đạt bao nhiêu phần trăm?": "Kho mới có mục tiêu, chưa có kết quả đã đạt được.",
    "Kinh phí lập sàn giao dịch chè là bao nhiêu tỷ đồng?": "Kho có nói đến nội dung này, nhưng không nêu số tiền.",
    "Số điện thoại của nhà máy nước là số nào?": "Kho có nói đến nội dung này, nhưng không nêu số điện thoại.",
    "Mức phạt vượt đèn đỏ là bao nhiêu?": "Kho chưa có văn bản nào nói về “mức phạt vượt đèn đỏ”.",
    "muc phat vuot den do la bao nhieu": UNSURE,
}


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asker]:
    store: Store = open_small(tmp_path_factory.mktemp("missing") / "data")
    add_texts(store, {**FILES, "21-TB-TU-2024.md": NOTICE})
    yield open_asker(store)
    store.close()


@pytest.mark.parametrize("question", SENTENCES)
def test_a_refusal_says_what_is_missing_and_what_there_is_instead(asker: Asker, question: str) -> None:
    answer = asker.ask(question)
    assert not answer.found
    assert answer.missing == SENTENCES[question]


@pytest.mark.parametrize("question", SENTENCES)
def test_a_refusal_states_no_figure(asker: Asker, question: str) -> None:
    """Numbers in it are years, numbers of documents, or the question's own."""
    answer = asker.ask(question)
    known = question + " ".join(c.evidence.hit.document.label for c in answer.citations)
    known += " ".join(c.evidence.hit.document.front.get("symbol", "") for c in answer.citations)
    numbers = set(re.findall(r"\d+", answer.missing or "")) - set(re.findall(r"\d+", known))
    assert all(re.fullmatch(r"(?:19|20)\d\d", number) for number in numbers - {"5"})
    assert answer.text is None


def test_the_nearest_thing_is_cited_first(asker: Asker) -> None:
    answer = asker.ask("Báo cáo 88 giao ai lập sàn giao dịch chè?")
    assert "sàn giao dịch chè" in answer.citations[0].quote
    assert [citation.n for citation in answer.citations] == list(range(1, len(answer.citations) + 1))


def test_each_unit_is_cited_once(asker: Asker) -> None:
    for question in SENTENCES:
        units = [(c.evidence.hit.stored.id, c.evidence.core) for c in asker.ask(question).citations]
        assert len(set(units)) == len(units)


def test_an_answer_has_nothing_missing(asker: Asker) -> None:
    answer = asker.ask("Diện tích chè toàn tỉnh đạt bao nhiêu ha?")
    assert answer.found
    assert answer.missing is None


def test_an_empty_corpus_says_nothing_of_what_is_there(tmp_path_factory: pytest.TempPathFactory) -> None:
    store = open_small(tmp_path_factory.mktemp("empty") / "data")
    answer = open_asker(store).ask("Diện tích chè là bao nhiêu?")
    assert (answer.found, answer.missing, answer.citations) == (False, None, ())
    store.close()
