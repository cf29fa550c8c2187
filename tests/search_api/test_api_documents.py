"""Documents over HTTP: listing, reading, the originals, deleting and bringing back; and that every quotation is exact."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from corpus.text import folded, one_line
from ingest.adding import add_bytes
from tests.conftest import SAMPLES
from tests.search_api.apps import RunningApp
from tests.search_api.shape import assert_error_shape
from tests.search_api.small_corpus import FILES, NOTICE, PROGRAMME, add_texts
from tests.servers import Server

GOLD = Path(__file__).parent.parent / "quality" / "samples.jsonl"
QUESTIONS = [json.loads(line)["question"] for line in GOLD.read_text("utf-8").splitlines()]


def _by_name(server: Server) -> dict[str, Any]:
    return {document["file_name"]: document for document in server.get("/api/documents")["documents"]}


def test_all_documents_are_listed(server: Server) -> None:
    listed = server.get("/api/documents")
    assert listed["total"] == len(listed["documents"]) == len(list(SAMPLES.iterdir()))
    assert set(_by_name(server)) == {path.name for path in SAMPLES.iterdir()}


def test_the_letterhead_is_in_the_list(server: Server) -> None:
    plan = _by_name(server)["58-KH-UBND-2022.pdf"]
    assert (plan["symbol"], plan["doc_type"], plan["issued_on"][:4]) == ("58/KH-UBND", "kế hoạch", "2022")
    assert "Lạc Giang" in plan["issuer"]


def test_a_document_has_its_outline_and_its_size(server: Server) -> None:
    for listed in _by_name(server).values():
        detail = server.get(f"/api/documents/{listed['id']}")
        assert {name: detail[name] for name in listed} == listed
        assert detail["passages"] > 0
        text = server.get(f"/api/documents/{listed['id']}/text")["text"]
        assert detail["characters"] == len(text)
        for item in detail["outline"]:
            assert one_line(text[item["start"] : item["end"]].replace(" | ", " ")) == item["text"]
        assert (detail["pages"] is not None) == listed["file_name"].endswith(".pdf")


@pytest.mark.parametrize("typed", [str, folded], ids=["as written", "without marks"])
def test_every_quotation_of_every_answer_is_exact(server: Server, typed: Callable[[str], str]) -> None:
    """The promise: what is shown as a quotation equals the document's text between its two places."""
    texts = {d["id"]: server.get(f"/api/documents/{d['id']}/text")["text"] for d in _by_name(server).values()}
    quotes = 0
    with httpx.Client(base_url=server.url, timeout=60) as http:
        for question in QUESTIONS:
            answer = http.post("/api/ask", json={"question": typed(question)}).json()
            found = http.get("/api/search", params={"q": typed(question), "limit": 20}).json()
            for citation in (*answer["citations"], *found["hits"]):
                quotes += 1
                text, start, end = texts[citation["document"]["id"]], citation["start"], citation["end"]
                assert citation["quote"] == text[start:end]
                assert 0 < len(citation["quote"]) <= 600
                assert "".join(segment["text"] for segment in citation["segments"]) == citation["quote"]
                assert all(start <= a < b <= end for a, b in citation["highlights"])
    assert quotes > 20 * len(QUESTIONS)


def test_a_stretch_of_text_is_cut_by_code_points(server: Server) -> None:
    citation = server.ask("Kinh tế số đến năm 2025?")["citations"][0]
    place = {"start": citation["start"], "end": citation["end"]}
    address = f"/api/documents/{citation['document']['id']}/text"
    assert server.get(address, **place)["text"] == citation["quote"]
    assert server.get(address, start=place["end"], end=place["start"])["text"] == ""
    assert server.get(address, start=10**12)["text"] == ""


def test_the_view_shows_the_quotation_marked_among_its_neighbours(server: Server) -> None:
    for question in QUESTIONS[:20]:
        citation = server.ask(question)["citations"][0]
        address = f"/api/documents/{citation['document']['id']}/view"
        shown = server.get(address, start=citation["start"], end=citation["end"], before=3, after=3)
        marked = [s["text"] for p in shown["paragraphs"] for s in p["segments"] if s["mark"]]
        assert "\n".join(marked) == citation["quote"]
        assert shown["document"] == citation["document"]
        assert len(shown["paragraphs"]) <= 3 + 3 + citation["quote"].count("\n") + 1


def test_the_pages_of_a_pdf_are_in_its_view(server: Server) -> None:
    plan = _by_name(server)["58-KH-UBND-2022.pdf"]
    shown = server.get(f"/api/documents/{plan['id']}/view", after=500)
    pages = [paragraph["page"] for paragraph in shown["paragraphs"]]
    assert pages == sorted(pages)
    assert set(pages) == set(range(1, server.get(f"/api/documents/{plan['id']}")["pages"] + 1))


def test_the_original_is_a_download_and_untouched(server: Server) -> None:
    for name, document in _by_name(server).items():
        response = httpx.get(f"{server.url}/api/documents/{document['id']}/file")
        assert response.content == (SAMPLES / name).read_bytes()
        assert response.headers["content-disposition"] == f'attachment; filename="{name}"'
        assert response.headers["content-type"] == "application/octet-stream"
        assert response.headers["x-content-type-options"] == "nosniff"


def test_a_deleted_document_is_gone_everywhere_and_can_be_brought_back(run_app: Callable[..., RunningApp]) -> None:
    app = run_app()
    _, _, notice = add_texts(app.store, FILES)

    def found() -> set[str]:
        hits = app.http.get("/api/search", params={"q": "ngừng cấp nước tại phường Tân Long"}).json()["hits"]
        cited = app.http.post("/api/ask", json={"question": "Khi nào ngừng cấp nước ở Tân Long?"}).json()["citations"]
        return {item["document"]["file_name"] for item in (*hits, *cited)}

    before, points = found(), app.store.index.count({})
    assert "thong-bao-cat-nuoc.md" in before
    assert app.http.delete(f"/api/documents/{notice}").json()["id"] == notice
    assert found() == before - {"thong-bao-cat-nuoc.md"}
    assert app.store.index.count({}) < points
    assert app.http.get("/api/documents").json()["total"] == 2
    for path in ("", "/text", "/view", "/file"):
        assert_error_shape(app.http.get(f"/api/documents/{notice}{path}"), 404, "not_found")
    assert_error_shape(app.http.delete(f"/api/documents/{notice}"), 404, "not_found")

    assert app.http.post(f"/api/documents/{notice}/restore").json()["id"] == notice
    assert found() == before
    assert app.store.index.count({}) == points
    assert app.http.get(f"/api/documents/{notice}/file").text == NOTICE


def test_bringing_back_what_was_not_deleted_changes_nothing(run_app: Callable[..., RunningApp]) -> None:
    app = run_app()
    (programme,) = add_texts(app.store, {"ct.md": PROGRAMME})
    before = app.http.get("/api/search", params={"q": "chè hữu cơ"}).json()
    assert app.http.post(f"/api/documents/{programme}/restore").status_code == 200
    after = app.http.get("/api/search", params={"q": "chè hữu cơ"}).json()
    assert after["hits"] == before["hits"]


def test_a_deleted_document_that_is_added_again_is_there_again(run_app: Callable[..., RunningApp]) -> None:
    app = run_app()
    (notice,) = add_texts(app.store, {"tb.md": NOTICE})
    app.http.delete(f"/api/documents/{notice}")
    assert add_texts(app.store, {"tb.md": NOTICE}) == [notice]
    assert app.http.get("/api/documents").json()["total"] == 1
    assert app.http.get("/api/search", params={"q": "cấp nước"}).json()["hits"]


def test_the_samples_go_at_once_and_nothing_else(run_app: Callable[..., RunningApp]) -> None:
    app = run_app()
    add_bytes(app.store, [PROGRAMME.encode()], "mau.md", sample=True)
    (own,) = add_texts(app.store, {"rieng.md": NOTICE})
    assert {d["file_name"]: d["sample"] for d in app.http.get("/api/documents").json()["documents"]} == {
        "mau.md": True,
        "rieng.md": False,
    }
    assert_error_shape(app.http.delete("/api/documents?sample=false"), 400, "invalid_request")
    assert_error_shape(app.http.delete("/api/documents"), 400, "invalid_request")
    gone = app.http.delete("/api/documents?sample=true").json()
    assert [document["file_name"] for document in gone["documents"]] == ["mau.md"]
    assert [document["id"] for document in app.http.get("/api/documents").json()["documents"]] == [own]
    assert app.http.delete("/api/documents?sample=true").json()["total"] == 0
