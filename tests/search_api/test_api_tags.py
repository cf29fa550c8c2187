"""Collections over HTTP: putting documents in, counting, and searching and asking within them."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.search_api.apps import RunningApp
from tests.search_api.shape import assert_error_shape
from tests.search_api.small_corpus import FILES, add_texts

QUESTION = "Tỷ lệ chè chế biến sâu đạt bao nhiêu?"


@pytest.fixture
def shelved(run_app: Callable[..., RunningApp]) -> tuple[RunningApp, str, str, str]:
    """The programme in two collections, the report in one, the notice in none."""
    app = run_app()
    programme, report, notice = add_texts(app.store, FILES)
    _put(app, programme, "Chè", "Năm 2025")
    _put(app, report, "Chè")
    return app, programme, report, notice


def _put(app: RunningApp, id_: str, *tags: str) -> Any:
    return app.http.put(f"/api/documents/{id_}/tags", json={"tags": tags}).raise_for_status().json()


def _found(app: RunningApp, **filters: Any) -> set[str]:
    hits = app.http.get("/api/search", params={"q": "chè", "limit": 50, **filters}).json()["hits"]
    return {hit["document"]["id"] for hit in hits}


def test_collections_are_shown_wherever_the_document_is(shelved: tuple[RunningApp, str, str, str]) -> None:
    app, programme, report, notice = shelved
    listed = {d["id"]: d["tags"] for d in app.http.get("/api/documents").json()["documents"]}
    assert listed == {programme: ["Chè", "Năm 2025"], report: ["Chè"], notice: []}
    assert app.http.get(f"/api/documents/{programme}").json()["tags"] == ["Chè", "Năm 2025"]
    assert _put(app, programme, "Rừng")["tags"] == ["Rừng"]


def test_collections_are_counted_without_deleted_documents(shelved: tuple[RunningApp, str, str, str]) -> None:
    app, programme, report, _ = shelved
    assert app.http.get("/api/tags").json() == {"tags": [{"tag": "Chè", "count": 2}, {"tag": "Năm 2025", "count": 1}]}
    app.http.delete(f"/api/documents/{programme}")
    assert app.http.get("/api/tags").json() == {"tags": [{"tag": "Chè", "count": 1}]}
    _put(app, report)
    assert app.http.get("/api/tags").json() == {"tags": []}


def test_searching_within_collections(shelved: tuple[RunningApp, str, str, str]) -> None:
    app, programme, report, notice = shelved
    assert _found(app) >= {programme, report}
    assert _found(app, tag="năm 2025") == {programme}
    assert _found(app, tag="CHÈ") == {programme, report}
    assert _found(app, tag=["Năm 2025", "Rừng"]) == {programme}
    assert _found(app, tag="Rừng") == set()
    assert _found(app, tag="Chè", document=report) == {report}
    assert _found(app, tag="Chè", document=notice) == set()
    assert _found(app, tag="Chè", doc_type="báo cáo") == {report}


def test_asking_within_collections(shelved: tuple[RunningApp, str, str, str]) -> None:
    app, programme, report, _ = shelved

    def cited(*tags: str) -> set[str]:
        body = {"question": QUESTION, "filters": {"tag": tags}}
        return {c["document"]["id"] for c in app.http.post("/api/ask", json=body).json()["citations"]}

    assert cited() >= {programme, report}
    assert cited("Năm 2025") == {programme}
    assert cited("Rừng") == set()
    _put(app, report, "Rừng")
    assert cited("Rừng") == {report}, "at once: nothing has to be indexed again"


def test_collections_are_counted_over_the_hits(shelved: tuple[RunningApp, str, str, str]) -> None:
    app, *_ = shelved
    found = app.http.get("/api/search", params={"q": "chè", "limit": 1}).json()
    counts = {v["value"]: v["count"] for v in found["facets"]["tag"]}
    by_document = {v["value"]: v["count"] for v in found["facets"]["document"]}
    listed = {d["id"]: d["tags"] for d in app.http.get("/api/documents").json()["documents"]}
    assert counts == {
        tag: sum(count for id_, count in by_document.items() if tag in listed[id_]) for tag in ("Chè", "Năm 2025")
    }


@pytest.mark.parametrize(
    ("tags", "words"),
    [(["x" * 61], "60 ký tự"), ([f"nhóm {n}" for n in range(21)], "20 bộ sưu tập"), (["x"] * 101, "100 mục"), ("Chè", "danh sách"), ([7], "phải là chữ")],
)  # fmt: skip
def test_names_that_cannot_be_are_refused(shelved: tuple[RunningApp, str, str, str], tags: Any, words: str) -> None:
    app, programme, *_ = shelved
    response = app.http.put(f"/api/documents/{programme}/tags", json={"tags": tags})
    assert_error_shape(response, 400, "invalid_request", words)
    assert app.http.get(f"/api/documents/{programme}").json()["tags"] == ["Chè", "Năm 2025"]


def test_a_deleted_document_or_none_is_in_no_collection(shelved: tuple[RunningApp, str, str, str]) -> None:
    app, programme, *_ = shelved
    app.http.delete(f"/api/documents/{programme}")
    for id_ in (programme, "none"):
        response = app.http.put(f"/api/documents/{id_}/tags", json={"tags": ["Chè"]})
        assert_error_shape(response, 404, "not_found", id_)
