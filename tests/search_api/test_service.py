"""A server as a whole: samples, another encoder, starting again, leaving nothing behind."""

import json
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from corpus.catalogue.jobs import list_jobs
from corpus.errors import EncoderMissing
from corpus.folder import DataFolder
from corpus.settings import Settings
from corpus.store import Store
from search_api.service import offer_samples, open_service
from tests.conftest import SAMPLES
from tests.search_api.commands import environment, one_line, run
from tests.search_api.small_corpus import NOTICE, PROGRAMME, add_texts
from tests.servers import Server, start_server

QUESTION = "Đến năm 2025 tỷ lệ chè chế biến sâu đạt bao nhiêu?"


def _with_samples(store: Store, *, samples: bool) -> Store:
    """The store as another start of the server opens it."""
    settings = store.settings.model_copy(update={"samples": samples})
    return Store(settings, store.catalogue, store.originals, store.encoder, store.index)


def _waiting_samples(store: Store) -> list[str]:
    with store.catalogue.read() as connection:
        return sorted(job.file_name for job in list_jobs(connection) if job.sample)


class TestSamples:
    """The documents that ship."""

    def test_a_new_folder_is_offered_all_of_them_once(self, store: Store) -> None:
        names = sorted(path.name for path in SAMPLES.iterdir())
        assert offer_samples(_with_samples(store, samples=True)) == len(names)
        assert _waiting_samples(store) == names
        assert offer_samples(_with_samples(store, samples=True)) == 0

    def test_who_did_not_want_them_is_not_offered_them_later(self, store: Store) -> None:
        assert offer_samples(_with_samples(store, samples=False)) == 0
        add_texts(store, {"tb.md": NOTICE})
        assert offer_samples(_with_samples(store, samples=True)) == 0
        assert _waiting_samples(store) == []

    def test_they_are_marked_wherever_they_are_shown(self, server: Server) -> None:
        answer, found = server.ask("Kinh tế số đến năm 2025?"), server.get("/api/search", q="kinh tế số")
        place = answer["citations"][0]["document"]["id"]
        shown = [
            *server.get("/api/documents")["documents"],
            *(citation["document"] for citation in (*answer["citations"], *found["hits"])),
            server.get(f"/api/documents/{place}"),
            server.get(f"/api/documents/{place}/view")["document"],
            *server.get("/api/jobs")["jobs"],
        ]
        assert all(item["sample"] for item in shown)

    def test_the_command_line_marks_them_and_takes_them_away(
        self, tmp_path: Path, encoder_folder: Path, server: Server
    ) -> None:
        beside = environment(server.data, encoder_folder)
        assert "(mẫu)" in run(beside, "documents").stdout
        assert "(mẫu)" in one_line(run(beside, "search", "kinh tế số").stdout)
        alone = environment(tmp_path / "data", encoder_folder)
        assert run(alone, "documents", "--remove-samples").stdout == "Đã gỡ 0 văn bản mẫu.\n"

    def test_without_samples_a_server_starts_empty(self, own_server: Server) -> None:
        assert own_server.get("/api/documents") == {"total": 0, "documents": []}
        assert own_server.get("/api/jobs") == {"jobs": []}
        assert own_server.get("/api/ready")["passages"] == 0
        assert own_server.ask("Kinh tế số?")["status"] == "not_found"


def test_a_start_that_fails_frees_the_folder(make_settings: Callable[..., Settings]) -> None:
    settings = make_settings()
    with pytest.raises(EncoderMissing):
        open_service(settings)
    DataFolder(settings.data).release()


def test_another_encoder_is_refused_until_the_index_is_rebuilt(tmp_path: Path, encoder_folder: Path) -> None:
    other = tmp_path / "bo-ma-hoa-khac"
    other.mkdir()
    for path in encoder_folder.iterdir():
        (other / path.name).symlink_to(path)
    card = json.loads((encoder_folder / "encoder.json").read_text("utf-8"))
    (other / "encoder.json").unlink()
    (other / "encoder.json").write_text(json.dumps({**card, "identity": "bo-khac-1"}), encoding="utf-8")
    (tmp_path / "ct.md").write_text(PROGRAMME, encoding="utf-8")
    before, after = environment(tmp_path / "data", encoder_folder), environment(tmp_path / "data", other)

    assert run(before, "add", str(tmp_path / "ct.md")).returncode == 0
    for command in (["ask", QUESTION], ["serve", "--port", "0"]):
        refused = run(after, *command)
        assert refused.returncode == 3
        assert "cancu rebuild" in refused.stderr
        assert "bo-khac-1" in refused.stderr
    assert run(after, "rebuild").returncode == 0
    answered = run(after, "ask", QUESTION)
    assert (answered.returncode, "35%" in answered.stdout) == (0, True)
    assert run(before, "ask", QUESTION).returncode == 3, "the old encoder is now the other one"


def test_a_server_that_starts_again_answers_as_before_and_leaves_no_process(
    tmp_path: Path, encoder_folder: Path
) -> None:
    first = start_server(tmp_path / "data", encoder_folder)
    first.add(("ct.md", PROGRAMME.encode()), ("tb.md", NOTICE.encode()))
    jobs = first.wait_for_jobs()
    answer = first.ask(QUESTION)
    children = psutil.Process(first.process.pid).children(recursive=True)
    assert len(children) >= 2, "index and worker"
    first.stop()
    assert not psutil.wait_procs(children, timeout=10)[1]

    second = start_server(tmp_path / "data", encoder_folder)
    try:
        again = second.ask(QUESTION)
        assert (again["answer"], again["citations"]) == (answer["answer"], answer["citations"])
        assert second.get("/api/jobs")["jobs"] == jobs
    finally:
        second.stop()
