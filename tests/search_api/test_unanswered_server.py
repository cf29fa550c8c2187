"""A question's way through the list on a real server: refused, asked again when a document comes, answered; and the command that lists it."""

import json
import time
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.search_api.commands import environment, one_line, run
from tests.search_api.small_corpus import NOTICE, PROGRAMME
from tests.servers import Server

QUESTION = "Đến năm 2025 tỷ lệ chè chế biến sâu đạt bao nhiêu?"
STRANGE = "Cách nấu phở bò ngon tại nhà là gì?"
_PATIENCE = 60  # seconds


def listed(server: Server, questions: set[str], **wanted: Any) -> list[Any]:
    """The list once it holds these questions and nothing waits to be asked again."""
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        found = server.get("/api/unanswered", **wanted)
        if {entry["question"] for entry in found["questions"]} == questions and not found["waiting"]:
            return list(found["questions"])
        time.sleep(0.2)
    raise AssertionError(found)


def test_a_question_has_an_answer_when_the_document_has_come_and_none_when_it_has_gone(
    own_server: Server, encoder_folder: Path
) -> None:
    own_server.add(("tb.md", NOTICE.encode()))
    own_server.wait_for_jobs()
    for question in (QUESTION, "den nam 2025 ty le che che bien sau dat bao nhieu", STRANGE):
        assert own_server.ask(question)["kept"]
    entries = listed(own_server, {QUESTION, STRANGE}, state="open")
    assert {entry["asked"] for entry in entries} == {1}, "typed without marks within a minute, it is the same"

    (job,) = own_server.add(("ct.md", PROGRAMME.encode()))
    own_server.wait_for_jobs()
    (answered,) = listed(own_server, {QUESTION}, state="answered")
    assert answered["answered_by"]["file_name"] == "ct.md"
    assert listed(own_server, {QUESTION}, since=job["created_at"]) == [answered]
    assert listed(own_server, {STRANGE}, state="open")[0]["asked"] == 1

    beside = environment(own_server.data, encoder_folder)
    shown = one_line(run(beside, "unanswered", "--state", "answered").stdout)
    assert QUESTION in shown
    assert "12-CTr/TU" in shown
    assert json.loads(run(beside, "unanswered", "--json").stdout)["questions"][0]["question"] == STRANGE
    still = one_line(run(beside, "unanswered").stdout)
    assert still.startswith(f"{STRANGE} hỏi 1 lần, gần nhất")
    assert still.endswith("1/1 câu.")
    refused = run(beside, "unanswered", "--out", "cau-hoi.xlsx")
    assert (refused.returncode, ".csv" in refused.stderr) == (3, True)

    assert own_server.ask(QUESTION)["status"] == "answered"
    _delete(own_server, answered["answered_by"]["id"])
    listed(own_server, {QUESTION, STRANGE}, state="open")


def _delete(server: Server, document_id: str) -> None:
    httpx.delete(f"{server.url}/api/documents/{document_id}", timeout=60).raise_for_status()


@pytest.fixture
def env(tmp_path: Path, encoder_folder: Path) -> dict[str, str]:
    """A new, empty data folder; no server."""
    return environment(tmp_path / "data", encoder_folder)


def test_without_a_server_the_command_line_keeps_and_tries_again_by_itself(env: dict[str, str], tmp_path: Path) -> None:
    assert run(env, "ask", QUESTION).returncode == 1
    (tmp_path / "ct.md").write_text(PROGRAMME, encoding="utf-8")
    assert run(env, "add", str(tmp_path / "ct.md")).returncode == 0
    table = tmp_path / "cau-hoi.csv"
    written = run(env, "unanswered", "--state", "answered", "--out", str(table))
    assert (written.returncode, written.stdout) == (0, "")
    assert "12-CTr/TU" in table.read_text("utf-8-sig")
