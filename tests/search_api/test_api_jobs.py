"""Adding over HTTP on a real server: several files, states, events, cancelling, trying again, versions."""

import json
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.search_api.shape import assert_error_shape
from tests.search_api.small_corpus import NOTICE, PROGRAMME, REPORT
from tests.servers import Server, start_server

ORDER = ["waiting", "reading", "encoding", "indexing", "done"]


@pytest.fixture(scope="module")
def adding(tmp_path_factory: pytest.TempPathFactory, encoder_folder: Any) -> Iterator[Server]:
    """An empty server of this module; its tests add files of their own."""
    running = start_server(tmp_path_factory.mktemp("adding") / "data", encoder_folder)
    yield running
    running.stop()


def _wait(server: Server, job_id: str, *stages: str, seconds: float = 240) -> Any:
    """The job, once it is in one of the stages."""
    deadline = time.monotonic() + seconds
    while (job := server.get(f"/api/jobs/{job_id}"))["stage"] not in stages:
        assert time.monotonic() < deadline, job
        time.sleep(0.05)
    return job


def _ended(server: Server, job_id: str) -> Any:
    return _wait(server, job_id, "done", "failed", "cancelled")


def _post(server: Server, job_id: str, act: str) -> httpx.Response:
    return httpx.post(f"{server.url}/api/jobs/{job_id}/{act}", timeout=30)


def _long(what: str, items: int) -> bytes:
    """A plan that takes seconds to encode."""
    lines = "\n\n".join(
        f"{n}. {what} tại thôn số {n}, giao tổ công tác số {n} thực hiện trong quý {n}." for n in range(items)
    )
    return f"# Kế hoạch {what}\n\n{lines}".encode()


def test_of_several_files_the_broken_ones_fail_with_a_reason_and_the_others_are_added(adding: Server) -> None:
    files = {
        "ct.md": PROGRAMME.encode(), "rong.txt": b"", "hong.pdf": b"%PDF-1.7\nkhong con gi", "anh.pdf": b"\x89PNG\r\n\x1a\n" + b"0" * 50,
        "la.xyz": b"gi do", "cu.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "bc.md": REPORT.encode(),
    }  # fmt: skip
    jobs = adding.add(*files.items())
    assert [job["file_name"] for job in jobs] == list(files)
    ended = {job["file_name"]: _ended(adding, job["id"]) for job in jobs}
    assert {name: job["error"] and job["error"]["code"] for name, job in ended.items()} == {
        "ct.md": None, "bc.md": None, "rong.txt": "empty_document", "hong.pdf": "damaged_document", "anh.pdf": "scanned_document",
        "la.xyz": "unsupported_format", "cu.doc": "old_format",
    }  # fmt: skip
    for job in ended.values():
        assert (job["stage"] == "failed") == (job["error"] is not None)
        assert (job["document_id"] is None) == (job["stage"] == "failed")
        assert job["error"] is None or job["error"]["message"].endswith((".", "!"))
    assert {d["file_name"] for d in adding.get("/api/documents")["documents"]} >= {"ct.md", "bc.md"}
    assert "35%" in adding.ask("Đến năm 2025 tỷ lệ chè chế biến sâu đạt bao nhiêu?")["citations"][0]["quote"]


def test_the_same_bytes_are_one_document_whatever_their_name(adding: Server) -> None:
    first, second = adding.add(("tb.md", NOTICE.encode()), ("ban-sao.md", NOTICE.encode()))
    document = _ended(adding, first["id"])["document_id"]
    assert _ended(adding, second["id"])["document_id"] == document
    (again,) = adding.add(("lan-sau.md", NOTICE.encode()))
    assert (again["stage"], again["duplicate"], again["document_id"]) == ("done", True, document)
    names = [d["file_name"] for d in adding.get("/api/documents")["documents"] if d["id"] == document]
    assert names == ["tb.md"]


def test_a_file_that_replaces_a_document_is_its_next_version(adding: Server) -> None:
    (job,) = adding.add(("kh.md", "# Kế hoạch cầu Nậm Pha\n\nCầu Nậm Pha dài 120 m.".encode()))
    document = _ended(adding, job["id"])["document_id"]
    (job,) = adding.add(("kh-moi.md", "# Kế hoạch cầu Nậm Pha\n\nCầu Nậm Pha dài 250 m.".encode()), replaces=document)
    assert _ended(adding, job["id"])["document_id"] == document
    shown = adding.get(f"/api/documents/{document}")
    assert (shown["version"], shown["file_name"]) == (2, "kh-moi.md")
    quotes = " ".join(c["quote"] for c in adding.ask("Cầu Nậm Pha dài bao nhiêu m?")["citations"])
    assert "250 m" in quotes
    assert "120 m" not in quotes


def test_jobs_are_listed_newest_first_and_those_at_work_alone(adding: Server) -> None:
    (job,) = adding.add(("moi.md", "# Thông báo\n\nHọp thôn ngày 02/3/2024.".encode()))
    listed = adding.get("/api/jobs")["jobs"]
    assert listed[0]["id"] == job["id"]
    assert [j["created_at"] for j in listed] == sorted((j["created_at"] for j in listed), reverse=True)
    _ended(adding, job["id"])
    assert job["id"] not in {j["id"] for j in adding.get("/api/jobs", active=True)["jobs"]}


def test_events_tell_each_stage_in_order_also_of_jobs_that_end_at_once(adding: Server) -> None:
    stages: dict[str, list[str]] = {}
    with httpx.Client(base_url=adding.url, timeout=60) as http, http.stream("GET", "/api/events") as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        jobs = adding.add(("duong.md", _long("làm đường", 400)), ("rong2.txt", b" \n"), ("lan-nua.md", NOTICE.encode()))
        stages = {job["id"]: [] for job in jobs}
        lines = stream.iter_lines()
        while not all(seen and seen[-1] in ("done", "failed") for seen in stages.values()):
            line = next(lines)
            if line.startswith("data: "):
                job = json.loads(line.removeprefix("data: "))
                stages.setdefault(job["id"], []).append(job["stage"])
    long, empty, known = (stages[job["id"]] for job in jobs)
    assert [ORDER.index(stage) for stage in long] == sorted(ORDER.index(stage) for stage in long)
    assert set(long) >= {"encoding", "done"}
    assert empty[-1] == "failed"
    assert known == ["done"]


def test_a_waiting_job_is_cancelled_at_once_and_one_at_work_soon_and_both_can_be_tried_again(adding: Server) -> None:
    at_work, waiting = adding.add(("kenh.md", _long("nạo vét kênh", 300)), ("cho.md", _long("trồng rừng", 10)))
    _wait(adding, at_work["id"], "encoding")
    assert _post(adding, waiting["id"], "cancel").json()["stage"] == "cancelled"
    assert _post(adding, at_work["id"], "cancel").status_code == 200
    assert _ended(adding, at_work["id"])["stage"] == "cancelled"
    assert not {"kenh.md", "cho.md"} & {d["file_name"] for d in adding.get("/api/documents")["documents"]}
    assert_error_shape(_post(adding, waiting["id"], "cancel"), 409, "conflict")

    for job in (waiting, at_work):
        assert _post(adding, job["id"], "retry").json()["stage"] == "waiting"
    for job in (waiting, at_work):
        assert _ended(adding, job["id"])["stage"] == "done"
    assert {"kenh.md", "cho.md"} <= {d["file_name"] for d in adding.get("/api/documents")["documents"]}


def test_a_broken_file_that_is_tried_again_says_the_same(adding: Server) -> None:
    (job,) = adding.add(("hong2.pdf", b"%PDF-1.4 khong phai PDF"))
    before = _ended(adding, job["id"])["error"]
    again = _post(adding, job["id"], "retry").json()
    assert (again["stage"], again["error"]) == ("waiting", None)
    assert _ended(adding, job["id"])["error"] == before


def test_deleting_and_restoring_reach_the_index_of_a_real_server(adding: Server) -> None:
    (job,) = adding.add(
        ("phao.md", "# Thông báo bắn pháo hoa\n\nBắn pháo hoa tầm thấp tại hồ Tân Long lúc 0 giờ.".encode())
    )
    document = _ended(adding, job["id"])["document_id"]
    question = "Bắn pháo hoa tại hồ Tân Long lúc nào?"

    def cited() -> bool:
        return document in {c["document"]["id"] for c in adding.ask(question)["citations"]}

    points = adding.get("/api/ready")["passages"]
    assert cited()
    httpx.delete(f"{adding.url}/api/documents/{document}").raise_for_status()
    assert not cited()
    httpx.post(f"{adding.url}/api/documents/{document}/restore").raise_for_status()
    deadline = time.monotonic() + 90
    while not cited() or adding.get("/api/ready")["passages"] != points:
        assert time.monotonic() < deadline, "the document has not come back"
        time.sleep(0.1)
