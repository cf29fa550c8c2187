"""What speaks for an answer: signs of the best unit are shares, and what a question asks besides is found in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.store import Store
from search_api.asking.refusing.signs import NAMES, head_of, signs_of
from search_api.asking.refusing.sureness import WEIGHTS, sureness
from search_api.asking.subjects import topic_of, topic_words
from search_api.evidence import find_evidence
from search_api.reading import read_question
from search_api.retrieval import make_query, retrieve
from search_api.texts import Texts

DEEP = "tỷ lệ chè được chế biến sâu"


def _signs(store: Store, question: str) -> dict[str, float]:
    reading, texts = read_question(question), Texts(store)
    hits = retrieve(store, make_query(store, reading, {}), store.settings.dense_weight)
    return signs_of(store, texts, reading, hits, find_evidence(store, texts, reading, hits))


def test_all_signs_are_shares_and_all_weights_are_of_signs(library: Store) -> None:
    signs = _signs(library, f"{DEEP} đạt bao nhiêu?")
    assert set(signs) == set(NAMES) >= set(WEIGHTS)
    assert all(0 <= share <= 1 for share in signs.values())


def test_without_evidence_all_signs_are_nought(library: Store) -> None:
    reading, texts = read_question("chè"), Texts(library)
    hits = retrieve(library, make_query(library, reading, {}), 0.5)
    assert signs_of(library, texts, reading, hits, []) == dict.fromkeys(NAMES, 0.0)


def test_somebody_who_is_not_there_is_missed(library: Store) -> None:
    assert _signs(library, f"{DEEP} của Hội Chữ thập đỏ là bao nhiêu?")["whose"] < 0.3
    assert _signs(library, f"{DEEP} của cả nước là bao nhiêu?")["whose"] == 1


@pytest.mark.parametrize("one", ["mình", "ai", "họ"])
def test_a_pronoun_is_nobody_to_be_missed(library: Store, one: str) -> None:
    assert _signs(library, f"{DEEP} của {one} là bao nhiêu?")["whose"] == 1


def test_on_whose_word_something_is_done_may_stand_elsewhere(library: Store) -> None:
    assert _signs(library, f"Theo chỉ đạo của Hội Chữ thập đỏ {DEEP} là bao nhiêu?")["whose"] == 1


def test_to_whom_something_is_sent_is_not_whose_it_is(library: Store) -> None:
    assert _signs(library, f"{DEEP}: báo số cho người đóng sách trong mấy giờ?")["whose"] == 1
    assert _signs(library, f"Hỗ trợ {DEEP} cho người đóng sách là bao nhiêu?")["whose"] < 1


def test_words_that_are_left_out_side_by_side_are_a_gap(library: Store) -> None:
    assert _signs(library, f"{DEEP} đạt bao nhiêu?")["gap"] == 0
    assert _signs(library, f"{DEEP} bằng lò hơi áp suất cao đạt bao nhiêu?")["gap"] > 0.3


def test_a_document_that_is_named_speaks_for_its_own_units(library: Store) -> None:
    assert _signs(library, f"Theo Chương trình 12, {DEEP} đạt bao nhiêu?")["named"] == 1
    assert _signs(library, f"Theo Nghị quyết 99, {DEEP} đạt bao nhiêu?")["named"] == 0


@pytest.mark.parametrize(
    ("question", "topic", "words"),
    [
        (
            "Theo Kế hoạch 45 của Tỉnh ủy, đến năm 2030 diện tích chè là bao nhiêu ha?",
            "diện tích chè là bao nhiêu ha?",
            "diện tích chè",
        ),
        (
            "Mức phạt vượt đèn đỏ của Sơn La là bao nhiêu?",
            "Mức phạt vượt đèn đỏ , là bao nhiêu?",
            "mức phạt vượt đèn đỏ",
        ),
        (
            "Cơ quan nào chủ trì lập sàn giao dịch chè?",
            "Cơ quan nào chủ trì lập sàn giao dịch chè?",
            "lập sàn giao dịch chè",
        ),
    ],
)
def test_the_topic_is_what_is_left_without_documents_places_and_years(question: str, topic: str, words: str) -> None:
    assert topic_of(question) == topic
    assert topic_words(question) == words


def test_the_head_is_the_thing_that_is_asked_for() -> None:
    assert head_of("Theo Kế hoạch 45, đến năm 2030 diện tích chè hữu cơ là bao nhiêu?") == [
        "diện",
        "tích",
        "chè",
        "hữu",
    ]


@given(st.text(max_size=200))
def test_any_text_has_a_topic_in_its_own_words(question: str) -> None:
    assert len(topic_words(question)) <= len(question) + 2
    assert head_of(question) == head_of(question)


shares = st.fixed_dictionaries({name: st.floats(0, 1) for name in WEIGHTS})


@given(shares, st.sampled_from(sorted(WEIGHTS)), st.floats(0, 1))
def test_more_of_a_good_sign_is_surer_and_more_of_a_gap_less(signs: dict[str, float], name: str, more: float) -> None:
    raised = {**signs, name: max(signs[name], more)}
    one, other = sureness(signs), sureness(raised)
    assert one >= other if WEIGHTS[name] < 0 else one <= other
    assert 0 < one < 1
