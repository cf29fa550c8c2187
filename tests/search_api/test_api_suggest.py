"""GET /api/suggest: proposals while somebody types; empty and over-long input."""

from collections.abc import Callable

import pytest

from tests.search_api.apps import RunningApp
from tests.search_api.shape import assert_error_shape
from tests.search_api.small_corpus import FILES, add_texts


def test_documents_and_bodies_are_proposed_with_what_opens_them(app: RunningApp) -> None:
    found = app.http.get("/api/suggest", params={"q": "cây chè"}).json()["suggestions"]
    listed = {d["symbol"]: d["id"] for d in app.http.get("/api/documents").json()["documents"]}
    assert {"text": "Báo cáo 88/BC-UBND kết quả phát triển cây chè năm 2023", "kind": "document", "document_id": listed["88/BC-UBND"]} == found[0]  # fmt: skip
    assert found[1]["document_id"] == listed["12-CTr/TU"]
    body, *_ = app.http.get("/api/suggest", params={"q": "uy ban"}).json()["suggestions"]
    assert body == {"text": "Ủy ban nhân dân tỉnh Bạch Sơn", "kind": "issuer", "document_id": None}


@pytest.mark.parametrize("query", ["", "?q=", "?q=%20%20", "?q=%00", "?q=zzz"])
def test_where_nothing_fits_the_list_is_empty(app: RunningApp, query: str) -> None:
    response = app.http.get(f"/api/suggest{query}")
    assert (response.status_code, response.json()) == (200, {"suggestions": []})


def test_what_is_too_long_is_refused(app: RunningApp) -> None:
    assert app.http.get("/api/suggest", params={"q": "chè " * 50}).status_code == 200
    assert_error_shape(app.http.get("/api/suggest", params={"q": "chè " * 51}), 400, "invalid_request", "200 ký tự")


def test_a_document_that_was_just_added_or_deleted_is_proposed_or_not(run_app: Callable[..., RunningApp]) -> None:
    app = run_app()

    def found() -> list[str]:
        return [s["document_id"] for s in app.http.get("/api/suggest", params={"q": "cắt nước"}).json()["suggestions"]]

    assert found() == []
    *_, notice = add_texts(app.store, FILES)
    assert found() == [notice]
    app.http.delete(f"/api/documents/{notice}")
    assert found() == []
