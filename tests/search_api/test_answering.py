"""Evidence → answer: what is cited, whether it is enough, and in which words."""

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.store import Store
from corpus.types import CELL_SEPARATOR, Passage, PassageKind, Span
from search_api.answering import LONGEST_ANSWER, MOST_CITATIONS, answer, choose, compose, judge, row_words
from search_api.asking.refusing.signs import signs_of
from search_api.evidence import find_evidence
from search_api.reading import read_question
from search_api.retrieval import make_query, retrieve
from search_api.texts import Texts
from search_api.types import Citation, Evidence, Hits, Kind, Reading
from tests.search_api.small_corpus import add_texts

DEEP = "Đến năm 2025 tỷ lệ chè chế biến sâu đạt bao nhiêu?"
SCHEME = "Cơ quan nào chủ trì Đề án vùng chè hữu cơ huyện Mường Khao?"


def _find(store: Store, question: str) -> tuple[Reading, Hits, list[Evidence], Texts]:
    reading, texts = read_question(question), Texts(store)
    hits = retrieve(store, make_query(store, reading, {}), store.settings.dense_weight)
    return reading, hits, find_evidence(store, texts, reading, hits), texts


def _words(store: Store, question: str, kind: Kind | None = None) -> str:
    """The words of the answer, whatever the confidence."""
    reading, _, evidence, texts = _find(store, question)
    reading = replace(reading, kind=kind or reading.kind)
    citations = [Citation(n, e, texts.of(e.hit)) for n, e in enumerate(choose(texts, evidence), start=1)]
    return compose(reading, citations)


def _near(hits: Hits) -> Hits:
    """The same hits as a good encoder would give them."""
    return replace(hits, items=tuple(replace(hit, cosine=0.9) for hit in hits.items))


class TestChoosing:
    """Which units are cited."""

    @pytest.mark.parametrize("question", [DEEP, SCHEME, "chè", "Bạch Sơn năm 2023"])
    def test_one_unit_of_a_passage_and_not_too_many(self, library: Store, question: str) -> None:
        _, _, evidence, texts = _find(library, question)
        passages = [e.hit.stored.id for e in choose(texts, evidence)]
        assert len(set(passages)) == len(passages) <= MOST_CITATIONS

    def test_the_best_comes_first(self, library: Store) -> None:
        _, _, evidence, texts = _find(library, DEEP)
        assert choose(texts, evidence)[0] == evidence[0]

    def test_a_copy_of_the_same_words_gives_way_to_the_first_three_but_is_cited(self, store: Store) -> None:
        same = "Trồng 100 ha chè Shan tuyết tại xã Nà Hẩu."
        others = "\n\n".join(f"Trồng {n} ha chè Shan tuyết tại xã Tân Long {n}." for n in (20, 30, 40))
        add_texts(store, {"goc.md": f"# Kế hoạch\n\n{same}\n\n{others}", "ban-sao.md": f"# Trang tin\n\n{same}"})
        _, _, evidence, texts = _find(store, "Trồng bao nhiêu ha chè Shan tuyết tại xã Nà Hẩu?")
        said = [e.core.of(texts.of(e.hit)) for e in choose(texts, evidence)]
        assert said.count(same) == 2
        assert said[0] == same
        assert said.index(same, 1) == 3

    def test_nothing_found_nothing_cited(self, store: Store) -> None:
        reading, hits, evidence, texts = _find(store, DEEP)
        found = answer(store, texts, reading, hits, evidence)
        assert (found.found, found.text, found.citations) == (False, None, ())


class TestJudging:
    """Whether the evidence is enough."""

    def test_near_covered_and_fitting_evidence_is_enough(self, library: Store) -> None:
        reading, hits, evidence, texts = _find(library, DEEP)
        assert judge(signs_of(library, texts, reading, _near(hits), evidence), evidence).found

    @pytest.mark.parametrize("lack", [{"fits": False}, {"years": False}, {"against": frozenset({"places"})}])
    def test_the_best_unit_must_have_what_is_asked_for(self, library: Store, lack: dict[str, Any]) -> None:
        reading, hits, evidence, texts = _find(library, DEEP)
        signs = signs_of(library, texts, reading, _near(hits), evidence)
        assert not judge(signs, [replace(evidence[0], **lack), *evidence[1:]]).found

    def test_meaning_alone_is_not_enough_when_few_words_are_held(self, library: Store) -> None:
        reading, hits, evidence, texts = _find(library, DEEP)
        signs = signs_of(library, texts, reading, _near(hits), evidence)
        assert not judge({**signs, "inside": 0.1, "pairs": 0.0, "gap": 0.6}, evidence).found

    def test_without_an_answer_the_nearest_things_are_still_cited(self, library: Store) -> None:
        reading, hits, evidence, texts = _find(library, "Năm 2035 tỷ lệ chè chế biến sâu đạt bao nhiêu?")
        found = answer(library, texts, reading, _near(hits), evidence)
        assert not found.found
        assert found.text is None
        assert found.citations
        assert found.confidence.figures["years"] == 0.0


class TestWording:
    """The words of the answer."""

    def test_a_figure_is_answered_by_its_sentence_without_the_list_number(self, library: Store) -> None:
        assert _words(library, DEEP) == "Tỷ lệ chè được chế biến sâu đạt 35%. [1]"

    def test_a_row_is_answered_with_its_columns_and_without_the_running_number(self, library: Store) -> None:
        assert _words(library, SCHEME) == (
            "Nhiệm vụ: Xây dựng Đề án vùng chè hữu cơ huyện Mường Khao; "
            "Cơ quan chủ trì: Sở Nông nghiệp và Môi trường; Thời hạn: 30/6/2023 [1]"
        )

    def test_a_list_is_answered_with_the_whole_passage(self, library: Store) -> None:
        assert _words(library, "Năm 2023 diện tích chè và tỷ lệ chế biến sâu có những kết quả gì?", Kind.LIST) == (
            "Năm 2023 diện tích chè toàn tỉnh đạt 4.120 ha. "
            "Tỷ lệ chè được chế biến sâu đạt 28,5%, tăng 3,1 điểm phần trăm so với năm trước. [1]"
        )

    def test_a_comparison_names_the_documents(self, library: Store) -> None:
        said = _words(library, "So sánh tỷ lệ chè chế biến sâu của chương trình và báo cáo")
        assert [int(n) for n in re.findall(r"\[(\d)\]", said)] == [1, 2, 3]
        titles = [part.split(":")[0].strip() for part in re.split(r"\[\d\]", said)]
        assert {"phát triển cây chè giai đoạn 2022-2025", "kết quả phát triển cây chè năm 2023"} <= set(titles)

    def test_what_is_listed_in_several_places_is_answered_from_all_of_them_in_order(self, store: Store) -> None:
        places = [f"Hỗ trợ vùng chè thâm canh tại xã {name} trong năm 2024." for name in NAMES[:4]]
        add_texts(store, {"kh.md": "# Kế hoạch\n\n" + "\n\n".join(f"{p} {'Chăm sóc đúng vụ. ' * 25}" for p in places)})
        said = _words(store, "Hỗ trợ vùng chè thâm canh tại những xã nào trong năm 2024?")
        lines = [re.sub(r" \[\d\]$", "", line) for line in said.split("\n")]
        assert lines == places
        assert sorted(re.findall(r"\[(\d)\]", said)) == list("1234")

    def test_a_disagreement_is_answered_with_what_each_document_says(self, store: Store) -> None:
        add_texts(store, {f"kh{n}.md": f"# Kế hoạch {n}\n\nHuyện Nậm Pha trồng {n} ha chè." for n in (20, 30)})
        said = _words(store, "Huyện Nậm Pha trồng bao nhiêu ha chè?", Kind.CONFLICT)
        assert {line.split(": ")[1][:-4] for line in said.split("\n")} == {
            "Huyện Nậm Pha trồng 20 ha chè.",
            "Huyện Nậm Pha trồng 30 ha chè.",
        }

    def test_of_several_clauses_one_with_a_figure_answers_what_asks_for_one(self, store: Store) -> None:
        padding = "; ".join(
            f"chăm sóc chè tại huyện {name} theo đúng quy trình kỹ thuật đã được ban hành" for name in NAMES[:5]
        )
        add_texts(
            store,
            {"kh.md": f"# Kế hoạch\n\nHuyện Tà Xa phát triển chè hữu cơ bền vững; {padding}; huyện Tà Xa trồng 70 ha."},
        )
        said = _words(store, "Huyện Tà Xa phát triển chè hữu cơ bao nhiêu ha?", Kind.CONFLICT)
        assert "huyện Tà Xa trồng 70 ha. [1]" in said and "bền vững" not in said

    def test_of_a_long_sentence_the_clause_with_the_question_answers(self, store: Store) -> None:
        clauses = "; ".join(f"giai đoạn {n} trồng {n}00 ha chè tại huyện {name}" for n, name in enumerate(NAMES, 1))
        add_texts(store, {"kh.md": f"# Kế hoạch\n\nPhân kỳ như sau: {clauses}."})
        said = _words(store, "Huyện Nậm Pha trồng bao nhiêu ha chè?")
        assert "giai đoạn 3 trồng 300 ha chè tại huyện Nậm Pha" in said
        assert len(said) <= LONGEST_ANSWER + len(" [1]")

    def test_an_endless_word_does_not_make_an_endless_answer(self, store: Store) -> None:
        add_texts(store, {"dai.md": f"# Kế hoạch\n\nTrồng chè: {'x' * 3000} 5 ha."})
        for kind in set(Kind) - {Kind.COMPARE, Kind.CONFLICT, Kind.LIST}:
            assert len(_words(store, "Trồng chè bao nhiêu?", kind)) <= LONGEST_ANSWER + len(" [1]")


NAMES = (
    "Mường Khao",
    "Tân Long",
    "Nậm Pha",
    "Bản Lầu",
    "Nà Hẩu",
    "Suối Giàng",
    "Phình Hồ",
    "Sà Phìn",
    "Pa Cheo",
    "Lũng Vai",
)
cell = st.text("abcdeg ế;.", max_size=300).map(lambda words: " ".join(words.split()))


@given(st.lists(st.tuples(cell, cell), min_size=1, max_size=6))
def test_the_words_of_any_row_fit_the_answer(columns_and_cells: list[tuple[str, str]]) -> None:
    titles, contents = zip(*columns_and_cells, strict=True)
    text, spans = "", []
    for words in (*titles, *contents):
        spans.append(Span(len(text), len(text) + len(words)))
        text += words + CELL_SEPARATOR
    half = len(titles)
    row = Span(spans[half].start, spans[-1].end)
    passage = Passage(0, PassageKind.ROW, row, cells=tuple(spans[half:]), columns=tuple(spans[:half]))
    said = row_words(text, passage, LONGEST_ANSWER)
    assert len(said) <= LONGEST_ANSWER
    assert bool(said) == any(contents)
