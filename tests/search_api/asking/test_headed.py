"""The number of a document that has no letterhead, and what such documents say of themselves."""

from collections.abc import Iterator

import pytest

from corpus.grammar.spoken_symbols import find_spoken
from corpus.store import Store
from search_api.asking.headed import is_headed_by
from tests.search_api.asking.composed import composed
from tests.search_api.asking.units import document
from tests.search_api.conftest import open_small
from tests.search_api.small_corpus import add_texts

HEADED = "Chính phủ\n\nNghị định của Chính phủ số 114/2031/NĐ-CP ngày 10/10/2031 về bến đò ngang.\n\n"
RULES = HEADED + (
    "Điều 1. Nghị định này quy định về bến đò ngang, chủ bến và người lái đò.\n\n"
    "Điều 2. Nghị định này có hiệu lực thi hành sau 15 ngày, kể từ ngày đăng Công báo.\n"
)
SPENDING = (
    "QUYẾT ĐỊNH\n\nVề việc ban hành Quy chế chi tiêu nội bộ của Ban Quản lý bến Lạc Giang\n\n"
    "Điều 1. Nay ban hành kèm theo Quyết định này Quy chế chi tiêu nội bộ năm 2031 của Ban Quản lý bến Lạc Giang. "
    "Quyết định này thay thế các quyết định số 15/QĐ.BQLB-TC ngày 21/7/2029 và 41/QĐ.BQLB-TC ngày 30/3/2030.\n"
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = open_small(tmp_path_factory.mktemp("headed") / "data")
    add_texts(opened, {"nghi-dinh-cu.txt": RULES, "quy-che-cu.txt": SPENDING})
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("said", "text", "headed"),
    [
        ("Nghị định 114/2031", HEADED, True),
        ("Nghị định 114", HEADED, True),
        ("Nghị định 115/2031", HEADED, False),
        ("Nghị định 114/2030", HEADED, False),
        ("Nghị quyết 114/2031", HEADED, False),
        ("Nghị định 114/2031", f"Căn cứ {HEADED[11:]}", False),  # only what it rests on
        (
            "Thông tư 8/2031",
            "Bộ Bến bãi Độc lập - Tự do SỐ: 8 /2031/TT/BBB\nLạc Giang, ngày 5 tháng 3 năm 2031 thông tư",
            True,
        ),
        ("Thông tư 8/2031", "Triển khai các quy định, số: 8/2031/TT-BBB được thực hiện", False),
        ("Nghị định 114/2031", "Bến đò ngang. " * 40 + HEADED, False),
    ],
)
def test_the_first_number_behind_its_type_is_that_of_the_document(said: str, text: str, headed: bool) -> None:
    assert is_headed_by(document(), text, find_spoken(said)) is headed


def test_a_letterhead_goes_before_the_text() -> None:
    assert not is_headed_by(document(symbol="9/2031/NĐ-CP"), HEADED, find_spoken("Nghị định 114/2031"))


def test_a_document_that_is_headed_by_its_number_says_when_it_takes_effect(store: Store) -> None:
    answer = composed(store, "Nghị định 114/2031 về bến đò ngang có hiệu lực từ khi nào?")
    assert answer.text is not None and "sau 15 ngày" in answer.text


def test_what_a_document_ends_is_said_in_its_words_where_no_number_can_be_read(store: Store) -> None:
    answer = composed(store, "Quy chế chi tiêu nội bộ năm 2031 của Ban Quản lý bến Lạc Giang thay cho quyết định nào?")
    assert answer.text is not None
    assert all(number in answer.text for number in ("15/QĐ.BQLB-TC", "41/QĐ.BQLB-TC"))
