"""``cancu …`` beside a running server; and the server's own end."""

import json
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from corpus.folder import announced_server
from tests.search_api.commands import environment, one_line, run, start
from tests.search_api.small_corpus import FILES, NOTICE, PROGRAMME
from tests.servers import Server, start_server

QUESTION = "Đến năm 2025 tỷ lệ chè chế biến sâu đạt bao nhiêu?"

Env = dict[str, str]


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory, encoder_folder: Path) -> Iterator[Server]:
    """A server with the small documents."""
    server = start_server(tmp_path_factory.mktemp("running") / "data", encoder_folder)
    server.add(*((name, text.encode()) for name, text in FILES.items()))
    server.wait_for_jobs()
    yield server
    server.stop()


@pytest.fixture
def env(running: Server, encoder_folder: Path) -> Env:
    """The environment of a command beside that server."""
    return environment(running.data, encoder_folder)


def test_commands_ask_the_server_and_say_the_same(running: Server, env: Env) -> None:
    answer = json.loads(run(env, "ask", QUESTION, "--json").stdout)
    assert answer.pop("took_ms") > 0
    expected = running.ask(QUESTION)
    del expected["took_ms"]
    assert answer == expected
    assert "chế biến sâu đạt 35%. [1]" in one_line(run(env, "ask", QUESTION).stdout)
    found = json.loads(run(env, "search", "chè", "--json").stdout)
    assert found["hits"] == running.get("/api/search", q="chè")["hits"]
    listed = json.loads(run(env, "documents", "--json").stdout)
    assert listed == running.get("/api/documents")


def test_commands_beside_a_server_load_no_model_of_their_own(env: Env, tmp_path: Path) -> None:
    assert run({**env, "CANCU_ENCODER": str(tmp_path / "nowhere")}, "ask", QUESTION).returncode == 0


def test_a_proxy_of_the_machine_is_not_asked_for_the_server(env: Env) -> None:
    proxies = dict.fromkeys(("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"), "http://127.0.0.1:9")
    assert run({**env, **proxies, "NO_PROXY": "", "no_proxy": ""}, "documents").returncode == 0


def test_adding_through_the_server_shows_what_failed_and_meets_no_limit_of_a_whole_upload(
    env: Env, tmp_path: Path, running: Server
) -> None:
    for n in range(25):
        (tmp_path / f"{n:02}.md").write_text(f"# Thông báo số {n}\n\nHọp tại thôn {n}.", encoding="utf-8")
    (tmp_path / "trung.md").write_text((tmp_path / "03.md").read_text("utf-8"), encoding="utf-8")
    (tmp_path / "hong.pdf").write_bytes(b"%PDF-1.4 khong phai PDF")
    done = run(env, "add", str(tmp_path))
    assert done.returncode == 1
    shown = one_line(done.stdout)
    assert "Đã thêm 25 tệp" in shown
    assert "✗ hong.pdf: Tệp hỏng" in shown
    assert running.get("/api/documents")["total"] == 28


def test_errors_of_the_server_are_one_sentence(env: Env, tmp_path: Path) -> None:
    done = run(env, "ask", " ")
    assert (done.returncode, done.stderr) == (3, "Yêu cầu chưa đúng: câu hỏi còn trống.\n")
    new = tmp_path / "moi.md"
    new.write_text("# Mới\n\nNội dung mới.", encoding="utf-8")
    done = run(env, "add", str(new), "--replaces", "khong-co")
    assert (done.returncode, "văn bản khong-co" in done.stderr) == (3, True)


def test_doctor_names_the_server(running: Server, env: Env) -> None:
    done = run(env, "doctor")
    assert done.returncode == 0, done.stdout
    assert f"đang chạy ở {running.url}" in done.stdout


def test_work_on_the_folder_itself_is_refused_while_the_server_runs(running: Server, env: Env) -> None:
    for command in (["rebuild"], ["serve", "--port", "0"]):
        done = run(env, *command)
        assert (done.returncode, "đang được một tiến trình khác dùng" in done.stderr) == (3, True)
    assert announced_server(running.data) == running.url, "the refused command took the running server's note away"
    assert run(env, "ask", QUESTION).returncode == 0


def test_a_server_that_does_not_answer_is_named(own_server: Server, encoder_folder: Path) -> None:
    own_server.process.send_signal(signal.SIGSTOP)
    try:
        done = run(environment(own_server.data, encoder_folder), "documents")
    finally:
        own_server.process.send_signal(signal.SIGCONT)
    assert done.returncode == 3
    assert own_server.url in done.stderr


def test_after_a_killed_server_commands_work_on_the_folder(own_server: Server, encoder_folder: Path) -> None:
    (job,) = own_server.add(("ct.md", PROGRAMME.encode()))
    own_server.wait_for_jobs()
    own_server.process.kill()
    own_server.process.wait()
    assert announced_server(own_server.data) == own_server.url
    done = run(environment(own_server.data, encoder_folder), "ask", QUESTION)
    assert (done.returncode, "35%" in done.stdout) == (0, True), done.stderr
    assert job["file_name"] == "ct.md"


def _serve(env: Env) -> tuple[subprocess.Popen[str], str]:
    """A server started as in a terminal, and where it answers."""
    process = start({**env, "PYTHONUNBUFFERED": "1"}, "serve", "--port", "0")
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith("Sẵn sàng"):
            return process, line[line.index("http://") :].split()[0]
    raise AssertionError("the server did not start")


def test_interrupting_the_server_ends_it_soon_and_quietly(tmp_path: Path, encoder_folder: Path) -> None:
    env = environment(tmp_path / "data", encoder_folder)
    process, url = _serve(env)
    httpx.post(f"{url}/api/documents", files={"files": ("tb.md", NOTICE.encode())}).raise_for_status()
    with httpx.stream("GET", f"{url}/api/events") as stream:
        next(stream.iter_lines())
        process.send_signal(signal.SIGINT)
        started = time.monotonic()
        output, _ = process.communicate(timeout=30)
    assert time.monotonic() - started < 10
    assert process.returncode == 130
    assert "Traceback" not in output
    assert announced_server(tmp_path / "data") is None
    assert run(env, "documents").returncode == 0, "the folder is free again"
