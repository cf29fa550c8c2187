"""``cancu …``: without a server, with one, and everything that can stand in the way."""

import json
import signal
import socket
import sqlite3
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest

from corpus.folder import DataFolder
from tests.search_api.commands import environment, one_line, run, start
from tests.search_api.small_corpus import FILES, NOTICE

COMMANDS = ("serve", "add", "ask", "search", "facts", "documents", "encoder", "rebuild", "doctor", "eval")
QUESTION = "Đến năm 2025 tỷ lệ chè chế biến sâu đạt bao nhiêu?"

Env = dict[str, str]


@pytest.fixture
def env(tmp_path: Path, encoder_folder: Path) -> Env:
    """A new, empty data folder."""
    return environment(tmp_path / "data", encoder_folder)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, encoder_folder: Path) -> Env:
    """A data folder with the small documents, added by the command line; no server."""
    folder = tmp_path_factory.mktemp("filled")
    (folder / "van-ban" / "sau").mkdir(parents=True)
    for name, text in FILES.items():
        (folder / "van-ban" / "sau" / name).write_text(text, encoding="utf-8")
    (folder / "van-ban" / ".an.txt").write_text("không được thêm", encoding="utf-8")
    env = environment(folder / "data", encoder_folder)
    added = run(env, "add", str(folder / "van-ban"))
    assert added.returncode == 0, added.stderr
    assert "Đã thêm 3 tệp." in added.stdout
    return env


class TestHelp:
    """What commands there are."""

    def test_every_command_is_listed_in_vietnamese(self, env: Env) -> None:
        shown = run(env, "--help").stdout
        assert "kho tri thức" in shown
        assert all(command in shown for command in COMMANDS)

    def test_nothing_is_written_by_asking_for_help(self, env: Env) -> None:
        run(env, "add", "--help")
        assert not Path(env["CANCU_DATA"]).exists()


class TestWithoutServer:
    """Commands on the folder itself."""

    def test_a_question_is_answered_with_its_quotation(self, filled: Env) -> None:
        done = run(filled, "ask", QUESTION)
        assert done.returncode == 0
        shown = one_line(done.stdout)
        assert "chế biến sâu đạt 35%. [1]" in shown
        assert "12-CTr/TU phát triển cây chè giai đoạn 2022-2025" in shown
        assert "I. MỤC TIÊU ĐẾN NĂM 2025" in shown

    def test_what_is_not_there_is_said_and_the_exit_code_tells(self, filled: Env) -> None:
        done = run(filled, "ask", "Giá vé xem xiếc thú ở Hà Nội là bao nhiêu?")
        assert done.returncode == 1
        assert done.stdout.startswith("Không tìm thấy trong kho.")

    def test_facts_are_listed_with_their_sentence(self, filled: Env) -> None:
        shown = one_line(run(filled, "facts", "che bien sau", "--kind", "target", "--year", "2025").stdout)
        assert "bằng 35 % · 2025" in shown and "đạt 35%." in shown and "1/1 mục." in shown
        assert run(filled, "facts", "cầu treo").returncode == 1

    def test_facts_go_into_a_file_of_the_kind_that_its_name_says(self, filled: Env, tmp_path: Path) -> None:
        for ending, begins in ((".csv", b"\xef\xbb\xbf"), (".xlsx", b"PK"), (".ics", b"BEGIN:VCALENDAR")):
            assert run(filled, "facts", "--out", str(tmp_path / f"so{ending}")).returncode == 0
            assert (tmp_path / f"so{ending}").read_bytes().startswith(begins)
        refused = run(filled, "facts", "--out", str(tmp_path / "so.doc"))
        assert refused.returncode == 3 and ".xlsx, .csv hoặc .ics" in refused.stderr

    def test_json_is_the_api_s(self, filled: Env) -> None:
        before = QUESTION.replace("2025", "2030")
        answer = json.loads(run(filled, "ask", "còn 2025?", "--previous", before, "--json").stdout)
        found = json.loads(run(filled, "search", "chè hữu cơ", "--json", "--limit", "2").stdout)
        listed = json.loads(run(filled, "documents", "--json").stdout)
        assert "3 văn bản" in run(filled, "documents").stdout
        assert answer["status"] == "answered"
        assert answer["follows"] == {"question": before, "asked": QUESTION}
        assert answer["citations"][0]["quote"] == "2. Tỷ lệ chè được chế biến sâu đạt 35%."
        assert len(found["hits"]) == 2
        assert sorted(document["file_name"] for document in listed["documents"]) == sorted(FILES)

    def test_doctor_finds_everything_in_order(self, filled: Env) -> None:
        done = run(filled, "doctor")
        assert done.returncode == 0, done.stdout
        assert "3 văn bản" in done.stdout
        assert "✗" not in done.stdout

    def test_rebuild_makes_the_index_again(self, filled: Env) -> None:
        done = run(filled, "rebuild")
        assert done.returncode == 0, done.stderr
        assert "Xong: 3 văn bản." in done.stdout
        assert run(filled, "search", "chè hữu cơ").returncode == 0


class TestAdding:
    """``cancu add``."""

    def test_a_broken_file_in_a_folder_is_named_with_its_reason_and_the_others_are_added(
        self, env: Env, tmp_path: Path
    ) -> None:
        folder = tmp_path / "tep"
        folder.mkdir()
        (folder / "tot.md").write_text(NOTICE, encoding="utf-8")
        (folder / "cung-the.md").write_text(NOTICE, encoding="utf-8")
        (folder / "hong.pdf").write_bytes(b"%PDF-1.4 khong phai PDF")
        done = run(env, "add", str(folder))
        assert done.returncode == 1
        shown = one_line(done.stdout)
        assert "Đã thêm 1 tệp" in shown
        assert "✗ hong.pdf: Tệp hỏng hoặc không đúng định dạng" in shown
        again = run(env, "add", str(folder / "tot.md"))
        assert again.returncode == 0
        assert "1 tệp đã có sẵn trong kho" in one_line(again.stdout)

    def test_a_path_that_is_not_there_or_empty_is_said_before_anything_is_opened(
        self, env: Env, tmp_path: Path
    ) -> None:
        missing, empty = tmp_path / "khong-co.pdf", tmp_path / "trong"
        empty.mkdir()
        for path, says in ((missing, "Không có"), (empty, "Không có tệp nào")):
            done = run(env, "add", str(path))
            assert done.returncode == 2
            assert says in done.stderr
        assert not Path(env["CANCU_DATA"]).exists()

    def test_replacing_needs_a_document_that_is_there_and_one_file(self, filled: Env, tmp_path: Path) -> None:
        new = tmp_path / "moi.md"
        new.write_text("# Mới\n\nNội dung mới.", encoding="utf-8")
        unknown = run(filled, "add", str(new), "--replaces", "khong-co")
        assert (unknown.returncode, "khong-co" in unknown.stderr) == (3, True)
        two = run(filled, "add", str(new), str(new), "--replaces", "khong-co")
        assert (two.returncode, "một tệp" in two.stderr) == (3, True)

    def test_an_interrupted_add_is_finished_by_the_next_one(self, env: Env, tmp_path: Path) -> None:
        big = tmp_path / "dai.md"
        big.write_text(
            "# Kế hoạch\n\n" + "\n\n".join(f"{n}. Làm cầu số {n} ở thôn số {n}." for n in range(600)), encoding="utf-8"
        )
        process = start(env, "add", str(big))
        deadline = time.monotonic() + 60
        while _stages(env) != ["encoding"]:
            assert time.monotonic() < deadline
            assert process.poll() is None
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        output, _ = process.communicate(timeout=30)
        assert process.returncode == 130
        assert "Traceback" not in output
        small = tmp_path / "ngan.md"
        small.write_text(NOTICE, encoding="utf-8")
        assert run(env, "add", str(small)).returncode == 0
        listed = json.loads(run(env, "documents", "--json").stdout)["documents"]
        assert {document["file_name"] for document in listed} == {"dai.md", "ngan.md"}


def _stages(env: Env) -> list[str]:
    """The stages of all jobs, read beside the process that works on them."""
    with (
        suppress(sqlite3.OperationalError),
        closing(sqlite3.connect(f"file:{env['CANCU_DATA']}/catalogue.sqlite?mode=ro", uri=True)) as catalogue,
    ):
        return [stage for (stage,) in catalogue.execute("SELECT stage FROM jobs")]
    return []


class TestObstacles:
    """What stands in the way is said in one sentence, with the remedy, and exit code 3."""

    def test_a_folder_that_another_process_works_on(self, env: Env) -> None:
        folder = DataFolder(Path(env["CANCU_DATA"]))
        try:
            for command in (["ask", "Chè?"], ["documents"], ["rebuild"], ["serve", "--port", "0"]):
                done = run(env, *command)
                assert done.returncode == 3, command
                assert "đang được một tiến trình khác dùng" in done.stderr
                assert len(done.stderr.splitlines()) == 1
        finally:
            folder.release()

    def test_an_unknown_setting(self, env: Env) -> None:
        done = run({**env, "CANCU_PROT": "80"}, "documents")
        assert (done.returncode, done.stderr) == (
            3,
            "Thiết lập chưa đúng: không có biến CANCU_PROT, có phải CANCU_PORT?.\n",
        )

    def test_a_bad_value(self, env: Env) -> None:
        done = run(env, "serve", "--port", "70000")
        assert done.returncode == 3
        assert "CANCU_PORT=70000" in done.stderr

    def test_no_encoder(self, env: Env, tmp_path: Path) -> None:
        without = {**env, "CANCU_ENCODER": str(tmp_path / "khong-co")}
        for command in (["ask", "Chè?"], ["serve", "--port", "0"]):
            done = run(without, *command)
            assert (done.returncode, "cancu encoder build" in done.stderr) == (3, True)
        done = run(without, "doctor")
        assert done.returncode == 1
        assert "✗ Bộ mã hoá" in done.stdout
        assert "cancu encoder build" in done.stdout

    def test_a_port_that_is_taken(self, env: Env) -> None:
        with socket.create_server(("127.0.0.1", 0)) as taken:
            done = run(env, "serve", "--port", str(taken.getsockname()[1]))
        assert (done.returncode, "CANCU_PORT" in done.stderr) == (3, True)
        assert not (Path(env["CANCU_DATA"]) / "server.json").exists()

    @pytest.mark.parametrize(
        "command", [["documents"], ["add", __file__], ["serve", "--port", "0"]], ids=lambda c: c[0]
    )
    def test_a_data_folder_that_cannot_be(self, env: Env, tmp_path: Path, command: list[str]) -> None:
        (tmp_path / "tep").write_text("không phải thư mục", encoding="utf-8")
        done = run({**env, "CANCU_DATA": str(tmp_path / "tep")}, *command)
        assert done.returncode == 3
        assert str(tmp_path / "tep") in one_line(done.stderr)

    def test_an_empty_question(self, filled: Env) -> None:
        done = run(filled, "ask", "  ")
        assert (done.returncode, done.stderr) == (3, "Yêu cầu chưa đúng: câu hỏi còn trống.\n")


def test_texts_with_markup_of_the_terminal_are_shown_as_they_are(env: Env, tmp_path: Path) -> None:
    tricky = tmp_path / "la.md"
    tricky.write_text("# Thông báo\n\nMã [bold]đỏ[/bold] và :smile: dùng cho chè [link=x]y[/link].", encoding="utf-8")
    assert run(env, "add", str(tricky)).returncode == 0
    shown = one_line(run(env, "search", "mã đỏ dùng cho chè").stdout)
    assert "Mã [bold]đỏ[/bold] và :smile: dùng cho chè [link=x]y[/link]." in shown
