"""A question that names a document prefers it, says so, and hides nothing for it."""

from typing import Any

import pytest

from corpus.store import Store
from search_api.components import open_tools
from search_api.evidence import find_evidence
from search_api.holdings import Holdings
from search_api.retrieval import make_query, retrieve
from search_api.texts import Texts
from search_api.types import Evidence, Hits
from tests.search_api.apps import RunningApp
from tests.search_api.small_corpus import PROGRAMME, add_texts

# Two programmes of two provinces that say the same in the same words, and a letter that quotes the first by its number.
OTHER = (
    PROGRAMME.replace("Bạch Sơn", "Thạch Bàn")
    .replace("12-CTr/TU", "21-CTr/TU")
    .replace("Diện tích chè", "Diện tích chè xanh")
)
LETTER = "# Trao đổi\n\nTheo Chương trình số 12-CTr/TU, người dân hỏi nhiều về giá phân bón.\n"
FILES = {"a.md": OTHER, "b.md": PROGRAMME, "c.md": LETTER}


def _retrieved(store: Store, question: str, where: dict[str, list[str]] | None = None) -> tuple[Hits, list[Evidence]]:
    tools = open_tools(store, holdings=Holdings(store.catalogue, patience=30))
    reading = tools.reader.read(question)
    hits = retrieve(store, make_query(store, reading, where or {}), store.settings.dense_weight)
    return hits, find_evidence(store, tools.texts, reading, hits)


@pytest.mark.parametrize(("named", "file"), [("ctr 12", "b.md"), ("chương trình 21", "a.md"), ("21 ctr tu", "a.md")])
def test_of_passages_that_say_the_same_the_named_document_has_the_first(store: Store, named: str, file: str) -> None:
    add_texts(store, FILES)
    hits, evidence = _retrieved(store, f"Tỷ lệ chè được chế biến sâu theo {named} đạt bao nhiêu?")
    assert hits.items[0].document.file_name == file
    assert evidence[0].hit.document.file_name == file
    assert "35%" in Texts(store).of(evidence[0].hit)[slice(*evidence[0].core)]


def test_nothing_else_is_hidden_and_scores_stay_shares(store: Store) -> None:
    add_texts(store, FILES)
    plain, _ = _retrieved(store, "Tỷ lệ chè được chế biến sâu?")
    named, _ = _retrieved(store, "Tỷ lệ chè được chế biến sâu theo ctr 12?")
    assert {hit.stored.id for hit in plain.items} <= {hit.stored.id for hit in named.items}
    scores = [hit.score for hit in named.items]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_a_named_document_that_does_not_hold_the_answer_does_not_push_another_away(store: Store) -> None:
    add_texts(store, FILES)
    _, evidence = _retrieved(store, "Theo chương trình 21, người dân hỏi nhiều về giá phân bón gì?")
    assert evidence[0].hit.document.file_name == "c.md"


def test_filters_count_for_named_documents_too(store: Store) -> None:
    other, programme, _ = add_texts(store, FILES)
    hits, _ = _retrieved(store, "Diện tích chè theo ctr 12?", {"document": [other]})
    assert {hit.document.id for hit in hits.items} == {other}
    hits, _ = _retrieved(store, "Diện tích chè theo ctr 12?", {"document": [other, programme]})
    assert {hit.document.id for hit in hits.items} == {other, programme}


def _asked(app: RunningApp, question: str) -> tuple[Any, Any]:
    asked = app.http.post("/api/ask", json={"question": question}).json()
    return asked, app.http.get("/api/search", params={"q": question}).json()


def test_the_response_says_what_is_preferred_and_how_it_was_read(app: RunningApp) -> None:
    document = next(d for d in app.http.get("/api/documents").json()["documents"] if d["symbol"] == "12-CTr/TU")
    preferred = [{"id": document["id"], "symbol": "12-CTr/TU", "title": document["title"]}]
    for got in _asked(app, "ctr 12 giao diện tích chè bao nhiêu?"):
        assert got["read_as"] == "chương trình 12-CTr/TU giao diện tích chè bao nhiêu?"
        assert got["preferred"] == preferred
    for got in _asked(app, "Diện tích chè theo 12-CTr/TU?"):
        assert (got["read_as"], got["preferred"]) == (None, preferred)
    for got in _asked(app, "Diện tích chè toàn tỉnh?"):
        assert (got["read_as"], got["preferred"]) == (None, [])
