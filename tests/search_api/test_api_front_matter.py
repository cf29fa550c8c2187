"""PATCH /api/documents/{id}: front matter put right by a person, kept, and followed by filters and citations."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.search_api.apps import RunningApp
from tests.search_api.shape import assert_error_shape
from tests.search_api.small_corpus import NOTICE, PROGRAMME, REPORT, add_texts

QUESTION = "Tỷ lệ chè chế biến sâu năm 2023 đạt bao nhiêu?"


@pytest.fixture
def reported(run_app: Callable[..., RunningApp]) -> tuple[RunningApp, str]:
    """The report and another document."""
    app = run_app()
    id_, _ = add_texts(app.store, {"bc.md": REPORT, "tb.md": NOTICE})
    return app, id_


def _patch(app: RunningApp, id_: str, **fields: str | None) -> Any:
    return app.http.patch(f"/api/documents/{id_}", json=fields).raise_for_status().json()


def _found(app: RunningApp, **filters: str | int) -> list[str]:
    hits = app.http.get("/api/search", params={"q": "chè chế biến sâu", **filters}).json()["hits"]
    return [hit["document"]["id"] for hit in hits]


def test_a_field_put_right_is_shown_with_what_the_letterhead_says(reported: tuple[RunningApp, str]) -> None:
    app, id_ = reported
    shown = _patch(app, id_, symbol=" 89/BC-UBND ", signer="Lò Văn Phong")
    assert (shown["symbol"], shown["signer"], shown["issued_on"]) == ("89/BC-UBND", "Lò Văn Phong", "2023-12-20")
    assert shown["front"]["symbol"]["read"] == "88/BC-UBND"
    assert shown["front"]["symbol"]["set_at"] is not None
    assert shown["front"]["issued_on"] == {"value": "2023-12-20", "read": "2023-12-20", "set_at": None}
    assert shown == app.http.get(f"/api/documents/{id_}").json()


def test_a_persons_word_survives_reading_again_and_a_new_version(reported: tuple[RunningApp, str]) -> None:
    app, id_ = reported
    _patch(app, id_, issuer="Sở Nông nghiệp tỉnh Bạch Sơn", issued_on="")
    app.http.post(f"/api/documents/{id_}/reread").raise_for_status()
    add_texts(app.store, {"bc-2.md": REPORT.replace("28,5%", "29,5%").replace("88/BC", "90/BC")}, replaces=id_)
    shown = app.http.get(f"/api/documents/{id_}").json()
    assert (shown["version"], shown["symbol"]) == (2, "90/BC-UBND"), "what nobody put right is read anew"
    assert (shown["issuer"], shown["issued_on"]) == ("Sở Nông nghiệp tỉnh Bạch Sơn", None)
    assert _found(app, issuer="sở nông nghiệp tỉnh bạch sơn") != []


def test_empty_means_there_is_none_and_null_takes_the_word_back(reported: tuple[RunningApp, str]) -> None:
    app, id_ = reported
    before = app.http.get(f"/api/documents/{id_}").json()
    shown = _patch(app, id_, issued_on="", subject="  ")
    assert (shown["issued_on"], shown["title"]) == (None, "bc.md")
    assert _found(app, year=2023) == []
    assert _patch(app, id_, issued_on=None, subject=None) == before
    assert id_ in _found(app, year=2023)


def test_filters_and_facets_follow(reported: tuple[RunningApp, str]) -> None:
    app, id_ = reported
    assert _found(app, year=2019) == _found(app, doc_type="kế hoạch") == []
    _patch(app, id_, issued_on="2019-06-30", doc_type="Kế hoạch", issuer="Sở Công thương tỉnh Bạch Sơn")
    assert app.http.get("/api/jobs", params={"active": True}).json() == {"jobs": []}
    for filters in ({"year": 2019}, {"doc_type": "kế hoạch"}, {"issuer": "Sở Công thương tỉnh Bạch Sơn"}):
        assert set(_found(app, **filters)) == {id_}, filters
    assert _found(app, year=2023) == _found(app, doc_type="báo cáo") == []
    facets = app.http.get("/api/search", params={"q": "chè chế biến sâu", "document": id_}).json()["facets"]
    assert [[v["value"] for v in facets[name]] for name in ("doc_type", "year")] == [["kế hoạch"], ["2019"]]


def test_citations_name_the_document_as_it_was_put_right(reported: tuple[RunningApp, str]) -> None:
    app, id_ = reported
    _patch(app, id_, symbol="7/BC-SNN", subject="tình hình cây chè Shan")
    answer = app.http.post("/api/ask", json={"question": QUESTION}).json()
    cited = next(c["document"] for c in answer["citations"] if c["document"]["id"] == id_)
    assert (cited["symbol"], cited["title"]) == ("7/BC-SNN", "tình hình cây chè Shan")
    hits = app.http.get("/api/search", params={"q": "tình hình cây chè Shan"}).json()["hits"]
    assert hits[0]["document"]["id"] == id_, "its passages are found by the new words, too"


def test_what_changes_nothing_enters_no_job(reported: tuple[RunningApp, str]) -> None:
    app, id_ = reported
    before = app.http.get("/api/jobs").json()
    shown = app.http.get(f"/api/documents/{id_}").json()
    for fields in ({}, {"symbol": "88/BC-UBND"}, {"place": None}, {"issued_on": "2023-12-20"}, {"doc_type": "Báo cáo"}):
        _patch(app, id_, **fields)
    assert app.http.get("/api/jobs").json() == before
    assert {name: _patch(app, id_)[name] for name in ("symbol", "title", "issued_on")} == {name: shown[name] for name in ("symbol", "title", "issued_on")}  # fmt: skip
    _patch(app, id_, symbol="1/BC-UBND")
    assert len(app.http.get("/api/jobs").json()["jobs"]) == len(before["jobs"]) + 1
    _patch(app, id_, symbol=" 1/BC-UBND")
    assert len(app.http.get("/api/jobs").json()["jobs"]) == len(before["jobs"]) + 1


def test_a_word_that_agrees_with_the_letterhead_is_kept_when_that_changes(reported: tuple[RunningApp, str]) -> None:
    app, id_ = reported
    _patch(app, id_, symbol="88/BC-UBND")
    add_texts(app.store, {"bc-2.md": REPORT.replace("88/BC", "90/BC")}, replaces=id_)
    assert app.http.get(f"/api/documents/{id_}").json()["symbol"] == "88/BC-UBND"


@pytest.mark.parametrize(
    "written", ["2023-02-30", "2023-13-01", "30/6/2023", "2023", "20230630", "2023-W10-5", "0000-01-01", "hôm qua", " 2023-1-1"]
)  # fmt: skip
def test_a_date_that_is_none_is_refused_and_nothing_changes(reported: tuple[RunningApp, str], written: str) -> None:
    app, id_ = reported
    before = app.http.get(f"/api/documents/{id_}").json()
    response = app.http.patch(f"/api/documents/{id_}", json={"issued_on": written, "symbol": "1/BC-UBND"})
    assert_error_shape(response, 400, "invalid_request", "ngày")
    assert app.http.get(f"/api/documents/{id_}").json() == before


def test_fields_that_are_not_there_too_long_or_of_no_document_are_refused(reported: tuple[RunningApp, str]) -> None:
    app, id_ = reported
    for body, words in (
        ({"file_name": "x"}, "file_name không có"),
        ({"symbol": "x" * 61}, "60 ký tự"),
        ({"symbol": 7}, "symbol phải là chữ"),
    ):
        assert_error_shape(app.http.patch(f"/api/documents/{id_}", json=body), 400, "invalid_request", words)
    assert_error_shape(app.http.patch("/api/documents/none", json={"symbol": "1"}), 404, "not_found")


def test_the_statistics_of_terms_stay_true(run_app: Callable[..., RunningApp]) -> None:
    """What is counted when a document is put right is what is taken away when it goes."""
    app = run_app()
    (id_,) = add_texts(app.store, {"ct.md": PROGRAMME})
    _patch(app, id_, subject="trồng quế", symbol="")
    app.http.delete(f"/api/documents/{id_}").raise_for_status()
    with app.store.catalogue.read() as connection:
        assert connection.exec_driver_sql("SELECT * FROM term_counts").all() == []
