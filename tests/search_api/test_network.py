"""Nothing of a question or a document leaves the machine: all processes are watched while they work."""

import os
import subprocess
import sys
from pathlib import Path

from tests.search_api.commands import environment, run
from tests.search_api.small_corpus import FILES
from tests.servers import start_server

# Loaded by every Python process at its start; writes down who wants to reach whom.
WATCH = """
import os, sys

def _watch(event, args):
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        address = args[1]
    elif event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
        address = args[:1]
    else:
        return
    if isinstance(address, tuple):  # not a socket file of this machine
        with open(os.environ["WATCHED"], "a") as file:
            print(event, str(address[0]), file=file)

with open(os.environ["WATCHED"], "a") as file:
    print("process", "started", file=file)
sys.addaudithook(_watch)
"""
LOOPBACK = {"127.0.0.1", "::1", "localhost", "None"}


def _watched(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "watch").mkdir()
    (tmp_path / "watch" / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    return {"PYTHONPATH": str(tmp_path / "watch"), "WATCHED": str(tmp_path / "watched.txt")}


def _seen(tmp_path: Path) -> list[tuple[str, str]]:
    lines = (tmp_path / "watched.txt").read_text("utf-8").splitlines()
    return [(event, address) for event, _, address in (line.partition(" ") for line in lines)]


def test_the_watch_sees_a_process_that_reaches_out(tmp_path: Path) -> None:
    env = {**os.environ, **_watched(tmp_path)}
    reach_out = "import socket; socket.gethostbyname('127.0.0.2')"
    subprocess.run([sys.executable, "-c", reach_out], env=env, check=True)
    assert ("socket.gethostbyname", "127.0.0.2") in _seen(tmp_path)


def test_server_worker_and_commands_talk_to_this_machine_only(tmp_path: Path, encoder_folder: Path) -> None:
    watched = _watched(tmp_path)
    server = start_server(tmp_path / "data", encoder_folder, samples=False, **watched)
    try:
        server.add(*((name, text.encode()) for name, text in FILES.items()))
        server.wait_for_jobs()
        assert server.ask("Đến năm 2025 tỷ lệ chè chế biến sâu đạt bao nhiêu?")["status"] == "answered"
        assert server.get("/api/search", q="chè")["hits"]
    finally:
        server.stop()
    assert run(environment(tmp_path / "data", encoder_folder, **watched), "ask", "Diện tích chè?").returncode in (0, 1)
    seen = _seen(tmp_path)
    assert seen.count(("process", "started")) >= 5, "server, index, worker, reader, command"
    assert {address for event, address in seen if event != "process"} <= LOOPBACK
