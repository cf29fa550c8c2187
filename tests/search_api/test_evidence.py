"""Units of the best passages, weighed by the question."""

import pytest

from corpus.store import Store
from corpus.types import PassageKind
from search_api.evidence import find_evidence
from search_api.reading import read_question
from search_api.retrieval import make_query, retrieve
from search_api.texts import Texts
from search_api.types import Evidence
from tests.search_api.small_corpus import add_texts

DEEP = "2. Tỷ lệ chè được chế biến sâu đạt 35%."
SCHEME = "1 | Xây dựng Đề án vùng chè hữu cơ huyện Mường Khao | Sở Nông nghiệp và Môi trường | 30/6/2023"
QUESTIONS = [
    "Đến năm 2025 tỷ lệ chè chế biến sâu đạt bao nhiêu?",
    "Cơ quan nào chủ trì Đề án vùng chè hữu cơ?",
    "Ai ký chương trình phát triển cây chè?",
    "Khi nào ngừng cấp nước ở phường Tân Long?",
    "chè",
]


def _weigh(store: Store, question: str) -> list[tuple[Evidence, str]]:
    """All evidence, best first, each with the words of its unit."""
    reading, texts = read_question(question), Texts(store)
    hits = retrieve(store, make_query(store, reading, {}), store.settings.dense_weight)
    return [(e, e.core.of(texts.of(e.hit))) for e in find_evidence(store, texts, reading, hits)]


def _of(found: list[tuple[Evidence, str]], words: str) -> Evidence:
    return next(evidence for evidence, said in found if said == words)


def test_the_unit_that_holds_the_question_comes_first(library: Store) -> None:
    _, words = _weigh(library, "Đến năm 2025 tỷ lệ chè chế biến sâu đạt bao nhiêu?")[0]
    assert words == DEEP


def test_the_row_of_a_task_comes_first_when_its_body_is_asked_for(library: Store) -> None:
    _, words = _weigh(library, "Cơ quan nào chủ trì Đề án vùng chè hữu cơ huyện Mường Khao?")[0]
    assert words == SCHEME


@pytest.mark.parametrize("question", QUESTIONS)
def test_best_first_and_the_same_each_time(library: Store, question: str) -> None:
    found = _weigh(library, question)
    assert [e.score for e, _ in found] == sorted((e.score for e, _ in found), reverse=True)
    assert [(e.hit.stored.id, e.core) for e, _ in found] == [
        (e.hit.stored.id, e.core) for e, _ in _weigh(library, question)
    ]


@pytest.mark.parametrize("question", QUESTIONS)
def test_highlights_stand_in_order_inside_the_unit(library: Store, question: str) -> None:
    for evidence, _ in _weigh(library, question):
        ends = [evidence.core.start, *(end for span in evidence.highlights for end in span), evidence.core.end]
        assert ends == sorted(ends)
        assert all(span.end > span.start for span in evidence.highlights)


def test_highlights_are_words_of_the_question(library: Store) -> None:
    found = _weigh(library, "Tỷ lệ chè chế biến sâu?")
    best, _ = found[0]
    text = Texts(library).of(best.hit)
    assert [span.of(text) for span in best.highlights] == ["Tỷ lệ chè", "chế biến sâu"]


@pytest.mark.parametrize("question", QUESTIONS)
def test_coverage_is_a_share(library: Store, question: str) -> None:
    assert all(0 <= evidence.coverage <= 1 for evidence, _ in _weigh(library, question))


def test_what_stands_over_a_unit_counts_less_than_its_own_words(library: Store) -> None:
    found = _weigh(library, "Mục tiêu đến năm 2025 tỷ lệ chè được chế biến sâu đạt 35%")
    inside = _of(found, DEEP)
    heading_only = _of(
        found,
        "1. Diện tích chè toàn tỉnh đạt 4.500 ha, trong đó chè hữu cơ đạt 900 ha; sản lượng chè búp tươi đạt 42.000 tấn/năm.",
    )
    assert inside.coverage > heading_only.coverage > 0
    assert inside.score > heading_only.score


def test_a_year_in_the_heading_is_a_year_of_the_unit(library: Store) -> None:
    assert _of(_weigh(library, "Năm 2025 tỷ lệ chè chế biến sâu đạt bao nhiêu?"), DEEP).years
    assert not _of(_weigh(library, "Năm 2035 tỷ lệ chè chế biến sâu đạt bao nhiêu?"), DEEP).years


@pytest.mark.parametrize(
    ("question", "words", "fits"),
    [
        ("Tỷ lệ chè chế biến sâu đạt bao nhiêu?", DEEP, True),
        ("Đề án vùng chè hữu cơ chậm bao nhiêu?", "Đề án vùng chè hữu cơ huyện Mường Khao chậm 4 tháng.", True),
        ("Đề án chậm 4 tháng là chậm bao nhiêu?", "Đề án vùng chè hữu cơ huyện Mường Khao chậm 4 tháng.", False),
        ("Cơ quan nào chủ trì Đề án vùng chè hữu cơ?", SCHEME, True),
        ("Cơ quan nào lo tỷ lệ chè chế biến sâu?", DEEP, False),
        ("Đề án vùng chè hữu cơ xong khi nào?", SCHEME, True),
        ("Khi nào chè được chế biến sâu?", DEEP, False),
        ("Ai ký chương trình phát triển cây chè?", "T/M TỈNH ỦY\nBÍ THƯ\nLò Văn Phong", True),
        ("Ai ký chương trình phát triển cây chè?", DEEP, False),
    ],
)
def test_a_unit_fits_when_it_has_what_is_asked_for(library: Store, question: str, words: str, fits: bool) -> None:
    assert _of(_weigh(library, question), words).fits is fits


def test_the_closing_counts_less_when_no_person_is_asked_for(library: Store) -> None:
    def score(question: str) -> float:
        return next(e.score for e, _ in _weigh(library, question) if e.hit.stored.passage.kind is PassageKind.CLOSING)

    assert score("Lò Văn Phong là ai?") > score("Lò Văn Phong") + 0.1


def test_words_that_stand_everywhere_weigh_less_than_rare_ones(store: Store) -> None:
    items = "\n\n".join(f"{n}. Xã số {n} trồng chè theo kế hoạch." for n in range(1, 12))
    add_texts(store, {"xa.md": f"# Kế hoạch\n\n{items}\n\n12. Thị trấn Nà Hẩu làm bến xe."})
    found = _weigh(store, "trồng chè theo kế hoạch ở Nà Hẩu")
    rare, common = _of(found, "12. Thị trấn Nà Hẩu làm bến xe."), _of(found, "3. Xã số 3 trồng chè theo kế hoạch.")
    assert rare.coverage > 0.3
    assert common.coverage < 0.7


def test_a_new_version_is_weighed_by_its_own_text(store: Store) -> None:
    (document,) = add_texts(store, {"kh.md": "# Kế hoạch\n\nTrồng 100 ha chè."})
    texts, reading = Texts(store), read_question("Trồng bao nhiêu ha chè?")

    def best() -> str:
        hits = retrieve(store, make_query(store, reading, {}), 0.4)
        return next(e.core.of(texts.of(e.hit)) for e in find_evidence(store, texts, reading, hits) if e.fits)

    assert best() == "Trồng 100 ha chè."
    add_texts(store, {"kh.md": "# Kế hoạch sửa đổi, bổ sung\n\nNay trồng 250 ha chè."}, replaces=document)
    assert best() == "Nay trồng 250 ha chè."
