"""What stands before every request: hosts, origins, headers, an id."""

import re
import socket
from collections.abc import Callable
from urllib.parse import urlsplit

import httpx
import pytest
from fastapi.routing import APIRoute

from tests.search_api.apps import RunningApp

QUESTION = {"question": "Diện tích chè?"}


def _port(app: RunningApp) -> int:
    return int(urlsplit(app.url).port or 0)


def _raw(app: RunningApp, request: str) -> str:
    """The status line of the answer to a request written by hand."""
    with socket.create_connection(("127.0.0.1", _port(app)), timeout=10) as connection:
        connection.sendall(request.replace("\n", "\r\n").encode())
        return connection.makefile("rb").readline().decode()


@pytest.mark.parametrize(
    "host", ["127.0.0.1:{port}", "localhost:{port}", "LOCALHOST:{port}", "localhost", "[::1]:{port}"]
)
def test_names_of_this_machine_are_let_in(app: RunningApp, host: str) -> None:
    headers = {"Host": host.format(port=_port(app))}
    assert app.http.get("/api/health", headers=headers).status_code == 200


EVIL_HOSTS = [
    "evil.example", "evil.example:{port}", "192.168.1.7", "192.168.1.7:{port}", "127.0.0.1.evil.example", "localhost.evil.example",
    "127.0.0.1:{port}.evil.example", "evil-localhost", "0.0.0.0:{port}", "[::2]:{port}", "[broken", "localhost:99999:1", "null",
]  # fmt: skip


@pytest.mark.parametrize("host", EVIL_HOSTS)
@pytest.mark.parametrize("path", ["/", "/api/health", "/api/documents"])
def test_other_names_are_turned_away_even_when_only_reading(app: RunningApp, host: str, path: str) -> None:
    response = app.http.get(path, headers={"Host": host.format(port=_port(app))})
    assert response.status_code == 403
    assert response.json()["error"]["code"] == "forbidden"


def test_a_request_without_a_host_is_turned_away(app: RunningApp) -> None:
    assert " 403 " in _raw(app, "GET /api/health HTTP/1.0\n\n")
    assert " 403 " in _raw(app, "GET /api/health HTTP/1.1\nHost:\n\n")


def test_of_two_hosts_neither_lets_the_other_in(app: RunningApp) -> None:
    for first, second in (("localhost", "evil.example"), ("evil.example", "localhost")):
        status = _raw(app, f"GET /api/health HTTP/1.1\nHost: {first}\nHost: {second}\n\n")
        assert " 403 " in status or " 400 " in status


def test_a_name_pointed_at_this_machine_is_turned_away(app: RunningApp) -> None:
    """DNS rebinding: for the browser, page and server are of one origin."""
    name = f"rebound.example:{_port(app)}"
    headers = {"Host": name, "Origin": f"http://{name}", "Sec-Fetch-Site": "same-origin"}
    assert app.http.get("/api/documents", headers=headers).status_code == 403
    assert app.http.post("/api/ask", json=QUESTION, headers=headers).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "http://127.0.0.1"},
        {"Origin": "http://localhost:{port}"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_pages_of_other_sites_change_nothing(app: RunningApp, headers: dict[str, str]) -> None:
    headers = {name: value.format(port=_port(app)) for name, value in headers.items()}
    before = app.http.get("/api/documents").json()["documents"]
    upload = {"files": ("la.txt", b"Van ban la.")}
    assert app.http.post("/api/documents", files=upload, headers=headers).status_code == 403
    assert app.http.post("/api/ask", json=QUESTION, headers=headers).status_code == 403
    assert app.http.delete(f"/api/documents/{before[0]['id']}", headers=headers).status_code == 403
    assert app.http.delete("/api/documents?sample=true", headers=headers).status_code == 403
    assert app.http.get("/api/documents").json()["documents"] == before


@pytest.mark.parametrize(
    "headers",
    [{}, {"Origin": "http://127.0.0.1:{port}"}, {"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}],
)
def test_our_own_page_and_programs_are_let_in(app: RunningApp, headers: dict[str, str]) -> None:
    headers = {name: value.format(port=_port(app)) for name, value in headers.items()}
    assert app.http.post("/api/ask", json=QUESTION, headers=headers).status_code == 200


def test_a_link_from_elsewhere_may_open_the_page(app: RunningApp) -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Origin": "http://evil.example"}
    assert app.http.get("/?q=chè", headers=headers).status_code == 200


def test_no_other_site_may_read_an_answer(app: RunningApp) -> None:
    headers = {"Origin": "http://evil.example", "Access-Control-Request-Method": "POST"}
    for response in (
        app.http.get("/api/documents", headers=headers),
        app.http.options("/api/ask", headers=headers),
    ):
        assert not [name for name in response.headers if name.startswith("access-control-")]


def test_allowed_hosts_are_let_in_with_or_without_a_port(run_app: Callable[..., RunningApp]) -> None:
    app = run_app(allowed_hosts="Kho.Example.vn, 10.1.2.3:8443, fd00::7,")
    for host in ("kho.example.vn", "KHO.example.vn:8000", "10.1.2.3", "10.1.2.3:8443", "[fd00::7]:8000", "localhost"):
        assert app.http.get("/api/health", headers={"Host": host}).status_code == 200
        origin = {"Host": host, "Origin": f"https://{host}"}
        assert app.http.post("/api/ask", json=QUESTION, headers=origin).status_code == 200
    for host in ("example.vn", "xkho.example.vn", "kho.example.vn.evil.example", "10.1.2.30"):
        assert app.http.get("/api/health", headers={"Host": host}).status_code == 403
    assert " 403 " in _raw(app, "GET /api/health HTTP/1.0\n\n")


def _break() -> None:
    raise RuntimeError("Nội dung văn bản mà người ngoài không được thấy")


def _every_kind_of_response(app: RunningApp) -> dict[str, httpx.Response]:
    app.app.router.routes.insert(0, APIRoute("/api/broken", _break))
    document = app.http.get("/api/documents").json()["documents"][0]["id"]
    tag = app.http.get("/app.js").headers["etag"]
    with app.http.stream("GET", "/api/events") as events:
        pass
    return {
        "page": app.http.get("/"), "script": app.http.get("/app.js"), "unchanged": app.http.get("/app.js", headers={"If-None-Match": tag}),
        "head": app.http.head("/"), "json": app.http.get("/api/documents"), "answer": app.http.post("/api/ask", json=QUESTION),
        "file": app.http.get(f"/api/documents/{document}/file"), "events": events, "schema": app.http.get("/openapi.json"),
        "400": app.http.post("/api/ask", json={}), "403": app.http.get("/", headers={"Host": "evil.example"}),
        "404": app.http.get("/api/nowhere"), "404 file": app.http.get("/nowhere.js"), "405": app.http.put("/api/ask"),
        "500": app.http.get("/api/broken"),
    }  # fmt: skip


def test_every_response_has_the_safe_headers_and_an_id_of_its_own(app: RunningApp) -> None:
    responses = _every_kind_of_response(app)
    for kind, response in responses.items():
        headers = response.headers
        assert headers["content-security-policy"].startswith("default-src 'self'; frame-ancestors 'none'"), kind
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff", kind
        assert headers["x-frame-options"] == "DENY", kind
        assert headers["referrer-policy"] == "no-referrer", kind
        assert headers["cross-origin-opener-policy"] == headers["cross-origin-resource-policy"] == "same-origin", kind
        assert re.fullmatch("[0-9a-f]{12}", headers["x-request-id"]), kind
        assert "server" not in headers, kind
    assert responses["unchanged"].status_code == 304
    assert len({response.headers["x-request-id"] for response in responses.values()}) == len(responses)


def test_a_mistake_of_ours_is_told_by_its_id_and_by_nothing_else(app: RunningApp) -> None:
    response = _every_kind_of_response(app)["500"]
    error = response.json()["error"]
    assert response.status_code == 500
    assert error["code"] == "internal_error"
    assert error["detail"] == response.headers["x-request-id"]
    assert error["detail"] in error["message"]
    assert "Nội dung" not in response.text


@pytest.mark.parametrize(
    "path",
    ["/../search_api/cli.py", "/%2e%2e/search_api/cli.py", "/..%2fsearch_api%2fcli.py", "/%2fetc%2fpasswd", "/%00"],
)
def test_only_files_of_the_page_are_served(app: RunningApp, path: str) -> None:
    assert " 404 " in _raw(app, f"GET {path} HTTP/1.1\nHost: localhost\n\n")
