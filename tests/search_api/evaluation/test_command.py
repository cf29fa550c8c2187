"""``cancu eval`` as a person runs it: beside a server, on the folder itself, on saved runs, and with what can be wrong."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from search_api.evaluation.gold import read_gold
from search_api.evaluation.runs import read_run
from tests.search_api.commands import environment, one_line, run
from tests.search_api.small_corpus import FILES
from tests.servers import Server, start_server

GOLD = Path(__file__).with_name("small_gold.jsonl")
Env = dict[str, str]


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory, encoder_folder: Path) -> Iterator[Server]:
    """A server with the small documents."""
    server = start_server(tmp_path_factory.mktemp("evaluated") / "data", encoder_folder)
    server.add(*((name, text.encode()) for name, text in FILES.items()))
    server.wait_for_jobs()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def env(running: Server, encoder_folder: Path) -> Env:
    """The environment of a command beside that server."""
    return environment(running.data, encoder_folder)


@pytest.fixture(scope="module")
def saved(env: Env, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run of the small gold file."""
    path = tmp_path_factory.mktemp("runs") / "run.json"
    done = run(env, "eval", str(GOLD), "--save", str(path))
    assert (done.returncode, str(path) in done.stderr) == (0, True), done.stderr
    return path


def _json(env: Env, *args: str) -> Any:
    done = run(env, "eval", str(GOLD), "--json", *args)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def _altered(saved: Path, tmp_path: Path, **change: object) -> Path:
    """The run with another reply to the first question."""
    content = json.loads(saved.read_text("utf-8"))
    content["replies"][0] |= change
    path = tmp_path / "altered.json"
    path.write_text(json.dumps(content), "utf-8")
    return path


def test_answers_are_judged_by_kind_and_style(env: Env) -> None:
    done = run(env, "eval", str(GOLD), "--show")
    assert done.returncode == 0, done.stderr
    rows = [[cell.strip() for cell in line.split("│")[1:-1]] for line in done.stdout.splitlines() if "│" in line]
    assert ["target", "2", "100,0", "50,0", "100,0", "100,0", "50,0"] in rows
    assert ["unanswerable", "1", "", "", "", "", "100,0"] in rows
    assert "typo" in [row[0] for row in rows]
    shown = one_line(done.stdout)
    assert "Trích đúng nguyên văn: 100,0%" in shown
    assert "che-3 [thiếu hoặc sai giá trị] Diện tích chè hữu cơ năm 2025 là bao nhiêu?" in shown
    assert "cần: 1.900 ha · 12-CTr-TU-2022.md" in shown
    assert "che-1" not in shown


def test_json_has_the_shares_and_nothing_else_on_its_stream(env: Env) -> None:
    found = _json(env)
    assert found["all"]["n"] == 3
    assert found["kinds"]["target"]["right"] == 0.5
    assert (found["exact"], found["refusal_recall"], found["comparison"]) == (1, 1, None)
    assert found["wrong"] == [{"id": "che-3", "flaw": "value"}]
    assert 0 < found["ms"]["p50"] <= found["ms"]["p95"]


def test_a_run_is_saved_as_the_server_answered(env: Env, saved: Path, running: Server) -> None:
    made = read_run(saved)
    assert (made.gold, made.documents, made.no_marks) == (GOLD.name, 3, False)
    for question, reply in zip(read_gold(GOLD), made.replies, strict=True):
        answer = running.ask(question.question)
        assert (reply.id, reply.answered, reply.answer) == (
            question.id,
            answer["status"] == "answered",
            answer["answer"] or "",
        )
        assert [cited.quote for cited in reply.citations] == [citation["quote"] for citation in answer["citations"]]


def test_questions_can_be_asked_without_marks(env: Env, running: Server, tmp_path: Path) -> None:
    assert run(env, "eval", str(GOLD), "--no-marks", "--save", str(tmp_path / "run.json")).returncode == 0
    made = read_run(tmp_path / "run.json")
    expected = running.ask("Dien tich che huu co nam 2025 la bao nhieu?")
    assert made.no_marks
    assert made.replies[2].question == "Diện tích chè hữu cơ năm 2025 là bao nhiêu?"
    assert made.replies[2].answer == (expected["answer"] or "")


def test_without_a_server_the_folder_itself_is_asked(encoder_folder: Path, saved: Path, tmp_path: Path) -> None:
    alone = environment(tmp_path / "data", encoder_folder)
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert run(alone, "add", *(str(tmp_path / name) for name in FILES)).returncode == 0
    found = _json(alone, "--compare", str(saved))
    assert found["comparison"]["became_right"] == found["comparison"]["became_wrong"] == []
    assert (found["comparison"]["n"], found["exact"]) == (4, 1)


class TestSavedRuns:
    """Judging and comparing what was asked before; nothing is asked again."""

    def test_a_comparison_names_what_became_right_and_wrong(self, env: Env, saved: Path, tmp_path: Path) -> None:
        worse = _altered(saved, tmp_path, answer="Đạt 135%.")
        done = run(env, "eval", str(GOLD), "--run", str(worse), "--compare", str(saved))
        assert done.returncode == 0, done.stderr
        shown = one_line(done.stdout)
        assert "Nay đạt: 0" in shown
        assert "Nay không đạt: 1 che-1 target, accented: Đến năm 2025 tỷ lệ chè chế biến sâu" in shown
        back = _json(env, "--run", str(saved), "--compare", str(worse))["comparison"]
        assert (back["became_right"], back["became_wrong"]) == (["che-1"], [])
        (target,) = (d for d in back["differences"] if d["group"] == "target")
        assert (target["before"], target["after"], target["difference"]) == (0, 0.5, 0.5)
        assert 0 <= target["low"] <= 0.5 <= target["high"] <= 1

    def test_runs_that_differ_in_more_than_the_program_are_told_apart(
        self, env: Env, saved: Path, tmp_path: Path
    ) -> None:
        content = json.loads(saved.read_text("utf-8")) | {"no_marks": True, "documents": 2}
        content["replies"].pop()
        other = tmp_path / "other.json"
        other.write_text(json.dumps(content), "utf-8")
        said = one_line(run(env, "eval", str(GOLD), "--run", str(saved), "--compare", str(other)).stderr)
        assert "một lần không dấu" in said
        assert "2 văn bản, rồi 3 văn bản" in said
        assert "1 câu chỉ có ở một lần" in said

    def test_neither_server_nor_data_is_needed(self, tmp_path: Path, saved: Path) -> None:
        nowhere = environment(tmp_path / "khong-co", tmp_path / "khong-co-bo-ma-hoa")
        assert _json(nowhere, "--run", str(saved))["all"]["n"] == 3
        assert not (tmp_path / "khong-co").exists()

    def test_a_run_of_other_questions_is_refused(self, env: Env, saved: Path, tmp_path: Path) -> None:
        other = tmp_path / "khac.jsonl"
        other.write_text(GOLD.read_text("utf-8").replace('"che-', '"lua-').replace('"xiec-', '"xe-'), "utf-8")
        done = run(env, "eval", str(other), "--run", str(saved))
        assert (done.returncode, "không có trong tệp câu hỏi này" in done.stderr) == (3, True)


@pytest.mark.parametrize(
    ("floors", "code", "says"),
    [
        (["right=0.6", "each:answered=1", "exact=1"], 0, ""),
        (["right=0.7"], 1, "Dưới mức đặt ra: tất cả right 66,7% < 70,0%"),
        (["each:right=0.6"], 1, "Dưới mức đặt ra: target right 50,0% < 60,0%"),
        (["person:right=0.5"], 3, "--least person:right: không có câu hỏi nào để đo."),
        (["right=80"], 3, "Yêu cầu chưa đúng: --least right=80: cần dạng right=0.8"),
    ],
)
def test_the_exit_code_tells_whether_the_floors_hold(
    env: Env, saved: Path, floors: list[str], code: int, says: str
) -> None:
    done = run(env, "eval", str(GOLD), "--run", str(saved), *(f"--least={floor}" for floor in floors))
    assert (done.returncode, says in one_line(done.stderr)) == (code, True), done.stderr
    assert bool(done.stderr) == bool(says)


def test_documents_that_are_not_there_are_named_before_the_figures(env: Env, tmp_path: Path) -> None:
    elsewhere = tmp_path / "gold.jsonl"
    elsewhere.write_text(GOLD.read_text("utf-8").replace("12-CTr-TU-2022.md", "13-CTr-TU-2023.md"), "utf-8")
    done = run(env, "eval", str(elsewhere))
    assert done.returncode == 0
    assert "Kho thiếu 1 văn bản" in done.stderr
    assert "13-CTr-TU-2023.md" in done.stderr


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["hong.jsonl"], "dòng 1: không phải JSON"),
        (["khong-co.jsonl"], "khong-co.jsonl"),
        ([str(GOLD), "--compare", "hong.jsonl"], "hong.jsonl: không phải kết quả do --save ghi"),
        ([str(GOLD), "--save", "khong-co/run.json"], "khong-co/run.json"),
        ([str(GOLD), "--run", "hong.jsonl", "--no-marks"], "không đi cùng --save hay --no-marks"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence_before_anything_is_asked(
    tmp_path: Path, args: list[str], says: str
) -> None:
    (tmp_path / "hong.jsonl").write_text("{\n")
    paths = [str(tmp_path / arg) if arg.startswith(("hong", "khong-co")) else arg for arg in args]
    done = run(environment(tmp_path / "data", tmp_path / "encoder"), "eval", *paths)
    assert (done.returncode, len(done.stderr.splitlines())) == (3, 1)
    assert says in done.stderr
    assert not (tmp_path / "data").exists()


def test_markup_of_the_terminal_in_questions_and_answers_is_shown_as_it_is(
    env: Env, saved: Path, tmp_path: Path
) -> None:
    odd = _altered(saved, tmp_path, answer="Mã [bold]đỏ[/bold] :smile: [/x]")
    shown = one_line(run(env, "eval", str(GOLD), "--run", str(odd), "--show").stdout)
    assert "được: Mã [bold]đỏ[/bold] :smile: [/x] (12-CTr-TU-2022.md" in shown
