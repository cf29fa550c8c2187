"""Deleted documents over HTTP: listed, brought back as they were, let go for good by hand or after thirty days."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from corpus.catalogue.jobs import claim_job
from corpus.catalogue.schema import documents, jobs
from ingest.adding import add_bytes
from ingest.pipeline import ingest_pipeline, run_job
from ingest.worker import recover
from tests.search_api.apps import RunningApp
from tests.search_api.shape import assert_error_shape
from tests.search_api.small_corpus import NOTICE, PROGRAMME, REPORT, add_texts


@pytest.fixture
def filled(run_app: Callable[..., RunningApp]) -> tuple[RunningApp, str, str]:
    """The programme and the notice."""
    app = run_app()
    programme, notice = add_texts(app.store, {"ct.md": PROGRAMME, "tb.md": NOTICE})
    return app, programme, notice


def _originals(app: RunningApp) -> set[str]:
    """The first words of all originals on the disk."""
    return {path.read_text("utf-8")[:20] for path in app.store.originals.folder.glob("*/*")}


def _quotes(app: RunningApp, words: str, tag: str) -> set[str]:
    return {hit["quote"] for hit in app.http.get("/api/search", params={"q": words, "tag": tag}).json()["hits"]}


def _deleted(app: RunningApp) -> list[Any]:
    listed = app.http.get("/api/documents", params={"deleted": True}).json()
    assert listed["total"] == len(listed["documents"])
    documents: list[Any] = listed["documents"]
    return documents


def test_deleted_documents_are_listed_alone_the_last_one_first(filled: tuple[RunningApp, str, str]) -> None:
    app, programme, notice = filled
    assert _deleted(app) == []
    gone = app.http.delete(f"/api/documents/{notice}").json()
    time.sleep(0.005)
    app.http.delete(f"/api/documents/{programme}")
    listed = _deleted(app)
    assert [row["id"] for row in listed] == [programme, notice]
    assert listed[1] == gone
    left = datetime.fromisoformat(gone["kept_until"]) - datetime.now(UTC)
    assert timedelta(days=29.9) < left <= timedelta(days=30)
    assert app.http.get("/api/documents").json() == {"total": 0, "documents": []}


def test_a_document_comes_back_with_collections_and_corrections(filled: tuple[RunningApp, str, str]) -> None:
    app, programme, _ = filled
    app.http.patch(f"/api/documents/{programme}", json={"symbol": "99-CTr/TU", "signer": ""})
    app.http.put(f"/api/documents/{programme}/tags", json={"tags": ["Chè", "Vùng cao"]})
    before = app.http.get(f"/api/documents/{programme}").json()
    found = _quotes(app, "chè hữu cơ", "Chè")
    gone = app.http.delete(f"/api/documents/{programme}").json()
    assert (gone["symbol"], gone["tags"]) == ("99-CTr/TU", ["Chè", "Vùng cao"])
    back = app.http.post(f"/api/documents/{programme}/restore").json()
    assert (back["deleted_at"], back["kept_until"]) == (None, None)
    assert app.http.get(f"/api/documents/{programme}").json() == before
    assert _quotes(app, "chè hữu cơ", "Chè") == found != set()


def test_forever_takes_everything_and_only_of_what_was_deleted(filled: tuple[RunningApp, str, str]) -> None:
    app, programme, notice = filled
    assert_error_shape(app.http.delete(f"/api/documents/{notice}?forever=true"), 409, "conflict", "đã xoá")
    app.http.delete(f"/api/documents/{notice}")
    assert app.http.delete(f"/api/documents/{notice}?forever=true").json()["id"] == notice
    assert _deleted(app) == []
    assert _originals(app) == {PROGRAMME[:20]}
    assert [job["document_id"] for job in app.http.get("/api/jobs").json()["jobs"]] == [programme]
    for response in (
        app.http.post(f"/api/documents/{notice}/restore"),
        app.http.delete(f"/api/documents/{notice}?forever=true"),
    ):
        assert_error_shape(response, 404, "not_found", notice)
    assert add_texts(app.store, {"tb.md": NOTICE}) == [notice]
    assert app.http.get("/api/search", params={"q": "ngừng cấp nước"}).json()["hits"][0]["document"]["id"] == notice


def test_after_thirty_days_a_deleted_document_goes_at_the_next_start(filled: tuple[RunningApp, str, str]) -> None:
    app, programme, notice = filled
    for id_, days in ((programme, 31), (notice, 29)):
        app.http.delete(f"/api/documents/{id_}")
        when = (datetime.now(UTC) - timedelta(days=days)).isoformat(timespec="milliseconds")
        with app.store.catalogue.write() as connection:
            connection.execute(documents.update().where(documents.c.id == id_).values(deleted_at=when))
    recover(app.store)
    assert [row["id"] for row in _deleted(app)] == [notice]
    assert _originals(app) == {NOTICE[:20]}
    app.http.post(f"/api/documents/{notice}/restore").raise_for_status()
    assert app.http.get(f"/api/documents/{notice}/file").text == NOTICE


def test_an_original_that_another_document_needs_stays(filled: tuple[RunningApp, str, str]) -> None:
    app, programme, notice = filled
    add_texts(app.store, {"bc.md": REPORT}, replaces=notice)
    with app.store.catalogue.write() as connection:  # as when both were changed to the same bytes at once
        connection.execute(jobs.delete())
    app.http.delete(f"/api/documents/{notice}")
    assert add_texts(app.store, {"bc.md": REPORT}, replaces=programme) == [programme]
    app.http.delete(f"/api/documents/{notice}?forever=true").raise_for_status()
    assert _originals(app) == {PROGRAMME[:20], REPORT[:20]}
    assert app.http.get(f"/api/documents/{programme}/file").text == REPORT


def test_a_reading_on_its_way_does_not_bring_a_deleted_document_back(filled: tuple[RunningApp, str, str]) -> None:
    """Deleted between the claim of the job and its end: neither the job nor trying it again undoes that."""
    app, programme, _ = filled
    job = add_bytes(app.store, [REPORT.encode()], "bc.md", replaces=programme)
    with app.store.catalogue.write() as connection:
        claimed = claim_job(connection)
    assert claimed is not None
    app.http.delete(f"/api/documents/{programme}").raise_for_status()
    run_job(app.store, ingest_pipeline(), claimed)
    assert [row["id"] for row in _deleted(app)] == [programme]
    assert app.http.get(f"/api/jobs/{job.id}").json()["stage"] in ("cancelled", "failed")
    tried = app.http.post(f"/api/jobs/{job.id}/retry").raise_for_status().json()["id"]
    ended = app.http.get(f"/api/jobs/{tried}").json()
    assert (ended["stage"], ended["error"]["code"]) == ("failed", "not_found")
    assert [row["id"] for row in _deleted(app)] == [programme]
    assert [d["file_name"] for d in app.http.get("/api/documents").json()["documents"]] == ["tb.md"]


def test_clearing_the_list_of_jobs_lets_go_of_files_that_became_nothing(filled: tuple[RunningApp, str, str]) -> None:
    app, *_ = filled
    broken = app.http.post("/api/documents", files={"files": ("hong.xyz", b"khong phai van ban")}).json()["jobs"][0]
    assert app.http.get(f"/api/jobs/{broken['id']}").json()["stage"] == "failed"
    assert "khong phai van ban" in _originals(app)
    assert app.http.delete("/api/jobs").json() == {"jobs": []}
    assert _originals(app) == {PROGRAMME[:20], NOTICE[:20]}
    assert app.http.get("/api/documents").json()["total"] == 2
    assert app.http.get("/api/jobs").json() == {"jobs": []}
