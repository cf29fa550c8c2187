"""Domain values → JSON."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from corpus.catalogue.documents import list_documents
from corpus.catalogue.jobs import list_jobs
from corpus.messages import STAGES
from corpus.store import Store
from corpus.types import Span, Stage
from search_api.components import open_tools
from search_api.presenting import ask_response, document_out, facets, hit_out, job_out, segments
from search_api.reading import read_question
from search_api.retrieval import make_query, retrieve
from search_api.searching import search
from search_api.types import Answer, Confidence, Hits

numbers = st.integers(0, 60)
spans = st.tuples(numbers, numbers).map(lambda ends: Span(min(ends), max(ends)))
texts = st.text(min_size=60, max_size=60)


@given(texts, spans, st.lists(spans, max_size=8))
def test_segments_joined_are_the_quote_whatever_is_marked(text: str, quote: Span, marks: list[Span]) -> None:
    assert "".join(s.text for s in segments(text, quote, marks)) == quote.of(text)


@given(texts, spans, st.lists(spans, max_size=8))
def test_exactly_the_marked_characters_of_the_quote_are_marked(text: str, quote: Span, marks: list[Span]) -> None:
    marked = [s.mark for s in segments(text, quote, marks) for _ in s.text]
    assert marked == [any(m.start <= at < m.end for m in marks) for at in range(quote.start, quote.end)]


@given(texts, spans, st.lists(spans, max_size=8))
def test_no_segment_is_empty_and_plain_ones_are_not_cut(text: str, quote: Span, marks: list[Span]) -> None:
    found = segments(text, quote, marks)
    assert all(s.text for s in found)
    assert not any(not left.mark and not right.mark for left, right in pairwise(found))


def _hits(store: Store, question: str) -> Hits:
    return retrieve(store, make_query(store, read_question(question), {}), store.settings.dense_weight)


def test_a_document_is_shown_with_its_letterhead(library: Store) -> None:
    with library.catalogue.read() as connection:
        shown = [document_out(info).model_dump() for info in list_documents(connection).values()]
    first, _, last = shown
    assert first == {
        "id": first["id"], "symbol": "12-CTr/TU", "title": "phát triển cây chè giai đoạn 2022-2025", "doc_type": "chương trình hành động",
        "issuer": "Tỉnh ủy Bạch Sơn", "issued_on": "2022-03-15", "file_name": "12-CTr-TU-2022.md", "version": 1, "sample": False,
    }  # fmt: skip
    assert (last["symbol"], last["issuer"], last["issued_on"]) == (None, None, None)


def test_a_hit_quotes_its_document_and_marks_inside_the_quote(library: Store) -> None:
    tools = open_tools(library)
    _, _, page = search(tools, "tỷ lệ chè chế biến sâu", {})
    for citation in page:
        shown = hit_out(citation)
        assert shown.quote == citation.text[shown.start : shown.end] == "".join(s.text for s in shown.segments)
        assert all(shown.start <= start < end <= shown.end for start, end in shown.highlights)
        marked = [s.text for s in shown.segments if s.mark]
        assert marked == [citation.text[start:end] for start, end in shown.highlights]


def test_facets_count_the_hits_by_what_their_documents_are(library: Store) -> None:
    hits = _hits(library, "chè")
    counted = facets(hits, {})
    by_type = {value.value: value.count for value in counted["doc_type"]}
    assert by_type == {
        name: sum(hit.document.front.get("doc_type") == name for hit in hits.items)
        for name in ("chương trình hành động", "báo cáo")
    }
    assert sum(value.count for value in counted["document"]) == len(hits.items)
    assert {value.value for value in counted["year"]} == {"2022", "2023"}


def test_facets_are_ordered_by_count(library: Store) -> None:
    for values in facets(_hits(library, "chè"), {}).values():
        counts = [value.count for value in values]
        assert counts == sorted(counts, reverse=True)


def test_no_hits_no_facets() -> None:
    assert facets(Hits((), bounded=False), {}) == {"doc_type": [], "issuer": [], "year": [], "document": [], "tag": []}


def test_an_answer_that_was_not_found_has_no_words(library: Store) -> None:
    reading = read_question("Giá vé tàu?")
    shown = ask_response(Answer(reading, False, None, (), Confidence(False, {"cosine": 0.1})), 12.3456)
    assert (shown.status, shown.answer, shown.citations, shown.took_ms) == ("not_found", None, [], 12.35)
    assert (shown.question, shown.read_as, shown.kind) == ("Giá vé tàu?", None, "lookup")


def test_a_job_is_shown_with_its_stage_in_words_and_its_error(library: Store) -> None:
    with library.catalogue.read() as connection:
        job = list_jobs(connection)[0]
    assert {job_out(replace(job, stage=stage)).stage_text for stage in Stage} == set(STAGES.values())
    assert job_out(job).error is None
    broken = job_out(
        replace(job, stage=Stage.FAILED, error_code="empty_document", error="Không tìm thấy chữ nào trong tệp.")
    )
    assert broken.error == {"code": "empty_document", "message": "Không tìm thấy chữ nào trong tệp."}
