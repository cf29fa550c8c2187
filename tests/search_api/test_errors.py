"""Each way an error can arise gives the same shape and a fitting status."""

from typing import Any

import httpx
import pytest
from fastapi.routing import APIRoute

from corpus.errors import CancuError, Conflict, DataFolderBusy, EncoderMissing, IndexUnavailable
from tests.search_api.apps import RunningApp
from tests.search_api.shape import assert_error_shape


@pytest.mark.parametrize(
    ("body", "mention"),
    [
        ({}, "question còn thiếu"),
        ({"question": 7}, "question phải là chữ"),
        ({"question": None}, "question phải là chữ"),
        ({"question": ""}, "câu hỏi còn trống"),
        ({"question": " \n "}, "câu hỏi còn trống"),
        ({"question": "a" * 1001}, "câu hỏi dài quá 1000 ký tự"),
        ({"question": "Chè?", "hỏi": 1}, "hỏi không có tham số này"),
        ({"question": "Chè?", "as_typed": "có lẽ"}, "as_typed phải là true hoặc false"),
        ({"question": "Chè?", "filters": {"loai": ["báo cáo"]}}, "filters.loai không có tham số này"),
        ({"question": "Chè?", "filters": {"doc_type": "báo cáo"}}, "filters.doc_type phải là một danh sách"),
        ({"question": "Chè?", "filters": {"year": ["hai nghìn"]}}, "filters.year.0 phải là số nguyên"),
        ({"question": "Chè?", "filters": {"year": [10**30]}}, "filters.year.0 nhiều nhất là 9999"),
        ({"question": "Chè?", "filters": []}, "filters phải là một đối tượng JSON"),
        ([], "phải là một đối tượng JSON"),
        ("Chè?", "phải là một đối tượng JSON"),
    ],
)
def test_a_body_that_is_not_right_says_what_is_wrong(app: RunningApp, body: Any, mention: str) -> None:
    assert_error_shape(app.http.post("/api/ask", json=body), 400, "invalid_request", mention)


@pytest.mark.parametrize(
    "content", [b"", b"{", b"question=che", b"\xff\xfe", b'{"question": "a", "\\ud800": 1}', b"[" * 5000]
)
def test_a_body_that_is_no_json_is_a_bad_request(app: RunningApp, content: bytes) -> None:
    response = app.http.post("/api/ask", content=content, headers={"Content-Type": "application/json"})
    assert_error_shape(response, 400, "invalid_request")


@pytest.mark.parametrize(
    ("query", "mention"),
    [
        ("", "q còn thiếu"),
        ("q=", "câu hỏi còn trống"),
        ("q=chè&limit=0", "limit ít nhất là 1"),
        ("q=chè&limit=51", "limit nhiều nhất là 50"),
        ("q=chè&limit=x", "limit phải là số nguyên"),
        ("q=chè&offset=-1", "offset ít nhất là 0"),
        ("q=chè&year=abc", "year.0 phải là số nguyên"),
        ("q=chè&year=99999999999999999999", "year.0 nhiều nhất là 9999"),
    ],
)
def test_parameters_that_are_not_right_say_what_is_wrong(app: RunningApp, query: str, mention: str) -> None:
    assert_error_shape(app.http.get(f"/api/search?{query}"), 400, "invalid_request", mention)


@pytest.mark.parametrize(
    ("method", "path", "mention"),
    [
        ("GET", "/api/nowhere", "/api/nowhere"),
        ("GET", "/nowhere.js", "/nowhere.js"),
        ("GET", "/api/documents/none", "văn bản none"),
        ("GET", "/api/documents/none/text", "văn bản none"),
        ("GET", "/api/documents/none/view", "văn bản none"),
        ("GET", "/api/documents/none/file", "văn bản none"),
        ("DELETE", "/api/documents/none", "văn bản none"),
        ("POST", "/api/documents/none/restore", "văn bản none"),
        ("GET", "/api/jobs/none", "lần thêm none"),
        ("POST", "/api/jobs/none/cancel", "lần thêm none"),
        ("POST", "/api/jobs/none/retry", "lần thêm none"),
    ],
)
def test_what_is_not_there_is_named(app: RunningApp, method: str, path: str, mention: str) -> None:
    assert_error_shape(app.http.request(method, path), 404, "not_found", mention)


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("PUT", "/api/ask", "POST"),
        ("POST", "/api/search", "GET"),
        ("PATCH", "/api/jobs", "GET"),
        ("POST", "/index.html", "GET, HEAD"),
    ],
)
def test_a_method_an_address_does_not_take_is_named(app: RunningApp, method: str, path: str, allowed: str) -> None:
    response = app.http.request(method, path)
    assert_error_shape(response, 405, "invalid_request", path, method)
    assert response.headers.get("allow", "") == allowed


def test_a_job_that_has_ended_is_a_conflict(app: RunningApp) -> None:
    job = app.http.get("/api/jobs").json()["jobs"][0]["id"]
    assert_error_shape(app.http.post(f"/api/jobs/{job}/cancel"), 409, "conflict")
    assert_error_shape(app.http.post(f"/api/jobs/{job}/retry"), 409, "conflict")


def test_a_request_from_elsewhere_is_forbidden(app: RunningApp) -> None:
    response = app.http.get("/api/health", headers={"Host": "evil.example"})
    assert_error_shape(response, 403, "forbidden", "CANCU_ALLOWED_HOSTS")


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (Conflict("văn bản đang được thêm"), 409, "conflict"),
        (IndexUnavailable("đã dừng"), 503, "index_unavailable"),
        (DataFolderBusy("/du-lieu"), 503, "data_folder_busy"),
        (EncoderMissing("/du-lieu/encoder"), 500, "encoder_missing"),
        (RuntimeError("secret words"), 500, "internal_error"),
        (KeyError("secret words"), 500, "internal_error"),
    ],
)
def test_errors_from_within_have_the_shape_too(app: RunningApp, error: Exception, status: int, code: str) -> None:
    response = _raising(app, error)
    assert "secret" not in response.text
    if isinstance(error, CancuError):
        assert response.json()["error"] == {"code": code, "message": error.message, "detail": error.detail}
    else:
        assert_error_shape(response, status, code, response.headers["x-request-id"])


def _raising(app: RunningApp, error: Exception) -> httpx.Response:
    def route() -> None:
        raise error

    app.app.router.routes.insert(0, APIRoute("/api/raises", route))
    try:
        return app.http.get("/api/raises")
    finally:
        app.app.router.routes.pop(0)


def test_an_answer_after_an_error_is_as_before_it(app: RunningApp) -> None:
    assert _raising(app, RuntimeError("once")).status_code == 500
    assert app.http.get("/api/health").json() == {"status": "ok"}
