"""What is due in one sentence, when in another: both are the answer, quoted as one."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from corpus.store import Store
from corpus.types import Span
from search_api.asking.behind import consistent, next_sentence
from search_api.types import Evidence
from tests.search_api.asking.composed import composed
from tests.search_api.asking.units import citation
from tests.search_api.conftest import open_small
from tests.search_api.small_corpus import add_texts

RULES = (
    "LUẬT\n\nBẾN ĐÒ NGANG\n\nĐiều 8. Đăng ký bến\n\n"
    "Chủ bến đò ngang phải đăng ký bến với cơ quan quản lý đường sông nơi có bến theo mẫu của cơ quan này.\n\n"
    "Thời hạn đăng ký bến chậm nhất là mười ngày, kể từ ngày bến có đò.\n\n"
    "Điều 9. Sơn đò\n\nĐò ngang của chủ bến phải sơn lại chậm nhất năm ngày kể từ ngày cơ quan quản lý đường sông nhắc.\n\n"
    "Điều 12. Nộp sổ đò\n\nChủ bến phải nộp sổ đò hằng năm với cơ quan quản lý đường sông. Trong thời hạn sáu mươi ngày, kể từ ngày hết năm, chủ bến phải nộp sổ.\n"
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = open_small(tmp_path_factory.mktemp("behind") / "data")
    add_texts(opened, {"luat-ben-do.txt": RULES})
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("question", "term"),
    [
        ("Chủ bến đò ngang phải đăng ký bến với cơ quan quản lý đường sông trong mấy ngày?", "mười ngày"),
        ("Hết năm bao lâu thì chủ bến phải nộp sổ đò với cơ quan quản lý đường sông?", "sáu mươi ngày"),
    ],
)
def test_the_sentence_behind_a_duty_says_when(store: Store, question: str, term: str) -> None:
    answer = composed(store, question)
    assert answer.text is not None and term in answer.text
    assert term in answer.citations[0].quote


def _sentences(first: str, second: str) -> list[Evidence]:
    text = f"{first} {second}"
    whole = citation(text).evidence
    spans = [Span(0, len(first)), Span(len(first) + 1, len(text))]
    return [replace(whole, quote=span, core=span, fits=n > 0) for n, span in enumerate(spans)]


def test_two_sentences_are_quoted_as_one_where_they_are_short_enough() -> None:
    short = _sentences("Bến Đá được giao cho xã.", "Chủ tịch xã báo cáo trong tháng 3.")
    joined = next_sentence(short)
    assert joined is not None and joined.core == Span(0, short[1].core.end) and consistent(joined)
    long = _sentences(f"Bến Đá {'được giao ' * 70}cho xã.", "Chủ tịch xã báo cáo trong tháng 3.")
    assert next_sentence(long) == long[1]


def test_a_unit_that_says_otherwise_has_no_term_behind_it() -> None:
    first, second = _sentences("Bến Đá được giao cho xã.", "Chủ tịch xã báo cáo trong tháng 3.")
    assert next_sentence([replace(first, against=frozenset({"places"})), second]) is None
    assert next_sentence([replace(first, fits=True), second]) is None
