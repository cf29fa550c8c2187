"""The description of the API that programs read."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from corpus.settings import load_settings
from search_api.app import create_app
from search_api.schemas import AskRequest, AskResponse
from tests.search_api.apps import RunningApp

METHODS = {"get", "post", "put", "patch", "delete"}


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    """The schema; nothing has to be running for it."""
    return create_app(load_settings()).openapi()


def _operations(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, methods in schema["paths"].items():
        for method, operation in methods.items():
            if method in METHODS:
                yield f"{method.upper()} {path}", operation


def _refs(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for value in node.values():
            yield from _refs(value)
    elif isinstance(node, list):
        for value in node:
            yield from _refs(value)


def test_the_contract_is_there(schema: dict[str, Any]) -> None:
    assert {
        "POST /api/ask", "GET /api/search", "GET /api/documents", "POST /api/documents", "DELETE /api/documents",
        "GET /api/documents/{document_id}", "GET /api/documents/{document_id}/text", "GET /api/documents/{document_id}/view",
        "GET /api/documents/{document_id}/file", "DELETE /api/documents/{document_id}", "POST /api/documents/{document_id}/restore",
        "GET /api/jobs", "GET /api/jobs/{job_id}", "POST /api/jobs/{job_id}/cancel", "POST /api/jobs/{job_id}/retry", "GET /api/events",
        "GET /api/health", "GET /api/ready",
    } <= {name for name, _ in _operations(schema)}  # fmt: skip


def test_every_route_is_described_in_vietnamese(schema: dict[str, Any]) -> None:
    for name, operation in _operations(schema):
        assert re.search(
            r"[ăâđêôơưáàảãạấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộúùủũụứừửữựýỳ]", operation["summary"], re.IGNORECASE
        ), name
        assert operation["tags"], name
        assert "description" not in operation, name


def test_every_route_says_what_its_errors_look_like(schema: dict[str, Any]) -> None:
    for name, operation in _operations(schema):
        for status in ("4XX", "5XX"):
            content = operation["responses"][status]["content"]["application/json"]
            assert content["schema"]["$ref"].endswith("/ErrorOut"), name
        assert "422" not in operation["responses"], f"{name}: a bad request is a 400 of our own shape"


def test_every_reference_leads_somewhere_and_names_are_unique(schema: dict[str, Any]) -> None:
    assert schema["openapi"].startswith("3.1")
    for ref in _refs(schema):
        node: Any = schema
        for part in ref.removeprefix("#/").split("/"):
            node = node[part]
    names = [operation["operationId"] for _, operation in _operations(schema)]
    assert len(set(names)) == len(names)


def test_examples_are_there_and_fit(schema: dict[str, Any]) -> None:
    for example in schema["components"]["schemas"]["AskRequest"]["examples"]:
        assert AskRequest.model_validate(example)
    for example in schema["components"]["schemas"]["AskResponse"]["examples"]:
        for citation in AskResponse.model_validate(example).citations:
            assert citation.end - citation.start == len(citation.quote)
            assert "".join(segment.text for segment in citation.segments) == citation.quote


def test_an_upload_is_described_as_a_form_with_files(schema: dict[str, Any]) -> None:
    body = schema["paths"]["/api/documents"]["post"]["requestBody"]["content"]["multipart/form-data"]["schema"]
    assert body["required"] == ["files"]
    assert body["properties"].keys() == {"files", "replaces"}


def test_the_server_gives_the_schema(app: RunningApp, schema: dict[str, Any]) -> None:
    assert app.http.get("/openapi.json").json() == schema
