"""The log of a real server: one JSON object a line, and nothing in it of what people ask and store."""

import json
import socket
from pathlib import Path
from typing import Any

import httpx

from tests.servers import Server, start_server

SECRET = "Zyphora"  # a word of the document and of the questions
DOCUMENT = f"# Kế hoạch {SECRET}\n\nDự án {SECRET} có tổng mức đầu tư 128 tỷ đồng.".encode()


def _log(server: Server) -> list[dict[str, Any]]:
    return [json.loads(line) for line in server.log.read_text("utf-8").splitlines()]


def _hang_up(server: Server) -> None:
    """Begin an upload and go away."""
    host, port = server.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port))) as connection:
        connection.sendall(
            f"POST /api/documents HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Length: 100000\r\n"
            f'Content-Type: multipart/form-data; boundary=b\r\n\r\n--b\r\nContent-Disposition: form-data; name="files"; filename="{SECRET}.txt"'
            "\r\n\r\nnua chung".encode()
        )


def _use(server: Server) -> httpx.Response:
    """All that people do, right and wrong."""
    server.add((f"{SECRET}.md", DOCUMENT), (f"hong-{SECRET}.docx", b"PK\x03\x04 " + SECRET.encode()), ("rong.txt", b""))
    server.wait_for_jobs()
    assert server.ask(f"Dự án {SECRET} có tổng mức đầu tư bao nhiêu?")["citations"]
    assert server.get("/api/search", q=SECRET)["hits"]
    with httpx.Client(base_url=server.url) as http:
        http.post("/api/ask", json={"question": SECRET, "la": SECRET})
        http.post("/api/ask", content=f'{{"question": "{SECRET}', headers={"Content-Type": "application/json"})
        http.get("/api/search", params={"q": SECRET * 200})
        http.post("/api/ask", json={"question": SECRET * 200})
        http.get("/", params={"q": SECRET})
        http.post("/api/ask", json={"question": SECRET}, headers={"Origin": f"http://{SECRET}.example"})
        http.get("/api/health", headers={"Host": f"{SECRET}.example"})
        _hang_up(server)
        return http.get("/api/documents/none")


def test_every_line_is_one_json_object_without_questions_or_documents(tmp_path: Path, encoder_folder: Path) -> None:
    server = start_server(tmp_path / "data", encoder_folder)
    try:
        last = _use(server)
        with httpx.stream("GET", f"{server.url}/api/events"):
            server.stop()  # with somebody still listening
    finally:
        server.stop()
    lines = _log(server)
    assert SECRET not in server.log.read_text("utf-8")
    assert SECRET.lower() not in server.log.read_text("utf-8")
    assert all(line.keys() >= {"event", "level"} for line in lines)
    assert not [line for line in lines if line["level"] == "error"]
    events = [line["event"] for line in lines]
    assert events.count("job.done") == 1
    assert events.count("job.failed") == 2

    (request,) = [line for line in lines if line.get("request") == last.headers["x-request-id"]]
    assert (request["method"], request["path"], request["status"]) == ("GET", "/api/documents/none", 404)
    assert request["ms"] > 0
    assert {line["status"] for line in lines if line["event"] == "request"} >= {200, 202, 400, 403, 404, 499}
