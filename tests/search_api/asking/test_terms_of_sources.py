"""What a term means where the question says which document defines it, and no answer where none does."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.store import Store
from search_api.asking.definitions import term_of
from search_api.types import Answer
from tests.search_api.asking.composed import composed, letter
from tests.search_api.conftest import open_small
from tests.search_api.small_corpus import add_texts

DECREE = letter(
    "12/2026/NĐ-CP", "CHÍNH PHỦ", "Hà Nội", (2, 3, 2026), "Nghị định về bến đò ngang",
    "Điều 1. Giải thích từ ngữ\n\n1. Bến tạm là bến chỉ mở trong mùa nước nổi.\n\n2. Chủ bến là người được giao trông coi bến.\n\n"
    "Điều 2. Phao cứu sinh phải đủ cho mọi khách; bến tạm phải có phao cứu sinh.",
)  # fmt: skip
STANDARD = """\
# TIÊU CHUẨN PHAO BẾN LẠC GIANG

## 3 Thuật ngữ, định nghĩa

### 3.1.1 Phao tự nổi

Vật nổi được một người lớn mà không cần bơm hơi.

### 3.1.2 Lỗi neo

Sự không giữ được phao ở chỗ đã thả.

## 4 Quy định chung

Lỗi neo phải được sửa trong ngày. Phao tự nổi đặt ở hai đầu bến.
"""
Ask = Callable[[str], Answer]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    store: Store = open_small(tmp_path_factory.mktemp("terms") / "data")
    add_texts(store, {"12-nd.md": DECREE, "tieu-chuan-phao.md": STANDARD})
    yield lambda question: composed(store, question)
    store.close()


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Thế nào là bến tạm theo nghị định của Chính phủ về bến đò ngang?", "chỉ mở trong mùa nước nổi"),
        ("Theo Nghị định 12, chủ bến là gì?", "người được giao trông coi bến"),
        ("Chủ bến của Lạc Giang là gì theo Nghị định 12?", "người được giao trông coi bến"),
        ("Trong tiêu chuẩn phao bến Lạc Giang, lỗi neo được hiểu là gì?", "Sự không giữ được phao"),
        ("phao tự nổi là gì", "không cần bơm hơi"),
    ],
)
def test_the_source_of_a_term_is_no_part_of_it(ask: Ask, question: str, said: str) -> None:
    answer = ask(question)
    assert answer.found
    assert said in (answer.text or "")
    assert any(said in c.quote for c in answer.citations)


@pytest.mark.parametrize(
    "question", ["Thế nào là phao cứu sinh theo Nghị định 12?", "Nghị định 12 giải thích mùa nước nổi là gì?"]
)
def test_a_sentence_that_only_uses_the_term_is_no_meaning_though_its_document_is_named(ask: Ask, question: str) -> None:
    assert not ask(question).found


@pytest.mark.parametrize(
    ("question", "term"),
    [
        ("Thế nào là bến tạm theo Quy chế quản lý bến?", "bến tạm"),
        ("Bến tạm trong Luật Bến đò là gì?", "Bến tạm"),
        ("neo theo dòng là gì", "neo theo dòng"),
        ("Quy chế bến của phường là loại văn bản gì?", "Quy chế bến của phường"),
        ("Nghị định 12 giải thích bến tạm là gì?", "bến tạm"),
    ],
)
def test_the_term_is_told_from_what_asks_and_from_its_source(question: str, term: str) -> None:
    assert term_of(question) == term


@given(st.text(max_size=200))
def test_the_term_of_any_question_stands_in_it(question: str) -> None:
    assert all(word in question for word in term_of(question).split())
