"""The watched folder: what is put there becomes a document, what is changed a version, and nothing there stops the rest."""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event

from corpus.catalogue import now
from corpus.catalogue.documents import DocumentInfo, list_documents
from corpus.catalogue.jobs import Job, list_jobs
from corpus.catalogue.passages import text_of
from corpus.catalogue.statistics import withdraw
from corpus.settings import Settings
from corpus.store import Store
from corpus.types import Stage
from ingest.adding import Worker
from ingest.watching import Watch, Watcher
from tests.search_api.apps import PromptWorker

PLAN = "# Kế hoạch trồng quế\n\nXã trồng 20 ha quế trong năm 2024.\n"
NOTE = "# Thông báo họp thôn\n\nThôn họp lúc 7 giờ tối tại nhà văn hoá.\n"


class SleepingWorker(Worker):
    """A worker that has not got round to it."""

    def wake(self) -> None:
        """Nothing yet."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The watched folder."""
    made = tmp_path / "thư mục chung"
    made.mkdir()
    return made


@pytest.fixture
def watcher(store: Store, folder: Path) -> Watcher:
    """Takes in what it sees at once, and adds it at once."""
    return Watcher(store, PromptWorker(store), folder, settle=0)


def _documents(store: Store) -> dict[str, DocumentInfo]:
    with store.catalogue.read() as connection:
        return {info.file_name: info for info in list_documents(connection).values()}


def _jobs(store: Store) -> list[Job]:
    with store.catalogue.read() as connection:
        return list_jobs(connection)


def _text(store: Store, info: DocumentInfo) -> str:
    with store.catalogue.read() as connection:
        return text_of(connection, info.id).text


def _write(path: Path, text: str) -> None:
    """As an editor does: the time is another one, also within one tick of the clock."""
    before = path.stat().st_mtime_ns if path.exists() else 0
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(before + 10**9, max(path.stat().st_mtime_ns, before + 10**9)))


def test_new_files_are_added_also_those_in_folders_within(watcher: Watcher, store: Store, folder: Path) -> None:
    (folder / "năm 2024").mkdir()
    _write(folder / "kế hoạch.md", PLAN)
    _write(folder / "năm 2024" / "họp.md", NOTE)
    assert watcher.look() == 2
    assert set(_documents(store)) == {"kế hoạch.md", "họp.md"}
    assert (watcher.state.files, watcher.state.waiting, watcher.state.error) == (2, 0, None)
    assert watcher.look() == 0
    assert len(_jobs(store)) == 2


def test_a_file_is_left_alone_while_it_is_being_copied(store: Store, folder: Path) -> None:
    watcher = Watcher(store, PromptWorker(store), folder, settle=0.3)
    for half in (PLAN[:10], PLAN[:30], PLAN):
        _write(folder / "kh.md", half)
        assert watcher.look() == 0
        assert watcher.state.waiting == 1
        time.sleep(0.1)
    time.sleep(0.3)
    assert watcher.look() == 1
    assert _text(store, _documents(store)["kh.md"]).endswith("trong năm 2024.\n")
    assert len(_jobs(store)) == 1


def test_a_file_that_changes_becomes_the_next_version(watcher: Watcher, store: Store, folder: Path) -> None:
    _write(folder / "kh.md", PLAN)
    watcher.look()
    before = _documents(store)["kh.md"]
    _write(folder / "kh.md", PLAN.replace("20 ha", "35 ha"))
    assert watcher.look() == 1
    after = _documents(store)["kh.md"]
    assert (after.id, after.version) == (before.id, 2)
    assert "35 ha" in _text(store, after)


def test_a_file_that_changes_before_it_was_read_waits_for_its_document(store: Store, folder: Path) -> None:
    busy, prompt = Watcher(store, SleepingWorker(store), folder, settle=0), PromptWorker(store)
    _write(folder / "kh.md", PLAN)
    assert busy.look() == 1
    _write(folder / "kh.md", PLAN.replace("20 ha", "35 ha"))
    assert busy.look() == 0
    assert busy.state.waiting == 1
    prompt.wake()
    assert busy.look() == 1
    prompt.wake()
    (only,) = _documents(store).values()
    assert (only.version, "35 ha" in _text(store, only)) == (2, True)


def test_the_same_bytes_again_are_nothing(watcher: Watcher, store: Store, folder: Path) -> None:
    _write(folder / "kh.md", PLAN)
    watcher.look()
    _write(folder / "kh.md", PLAN)
    assert watcher.look() == 0
    shutil.copy(folder / "kh.md", folder / "ban sao.md")
    watcher.look()
    assert len(_documents(store)) == 1
    assert {job.duplicate for job in _jobs(store)} == {False, True}


def test_a_deleted_document_does_not_come_back_because_its_file_was_touched(
    watcher: Watcher, store: Store, folder: Path
) -> None:
    _write(folder / "kh.md", PLAN)
    watcher.look()
    with store.catalogue.write() as connection:
        withdraw(connection, _documents(store)["kh.md"].id, now())
    _write(folder / "kh.md", PLAN)
    assert watcher.look() == 0
    assert _documents(store) == {}


def test_a_copy_that_is_then_changed_is_a_document_of_its_own(watcher: Watcher, store: Store, folder: Path) -> None:
    """Last year's plan, copied to begin this year's: last year's must stay."""
    _write(folder / "kh-2024.md", PLAN)
    watcher.look()
    shutil.copy(folder / "kh-2024.md", folder / "kh-2025.md")
    watcher.look()
    _write(folder / "kh-2025.md", PLAN.replace("20 ha", "35 ha"))
    watcher.look()
    found = _documents(store)
    assert {name: info.version for name, info in found.items()} == {"kh-2024.md": 1, "kh-2025.md": 1}
    assert "20 ha" in _text(store, found["kh-2024.md"])


def test_a_renamed_file_that_is_then_changed_is_still_the_same_document(
    watcher: Watcher, store: Store, folder: Path
) -> None:
    _write(folder / "kh.md", PLAN)
    watcher.look()
    (folder / "kh.md").rename(folder / "kế hoạch quế.md")
    watcher.look()
    _write(folder / "kế hoạch quế.md", PLAN.replace("20 ha", "35 ha"))
    watcher.look()
    (only,) = _documents(store).values()
    assert (only.file_name, only.version) == ("kế hoạch quế.md", 2)


def test_a_broken_file_fails_with_its_reason_and_the_others_go_on(watcher: Watcher, store: Store, folder: Path) -> None:
    (folder / "a-hong.pdf").write_bytes(b"%PDF-1.7 khong con gi")
    _write(folder / "b.md", NOTE)
    assert watcher.look() == 2
    assert {job.file_name: job.stage for job in _jobs(store)} == {"a-hong.pdf": Stage.FAILED, "b.md": Stage.DONE}
    assert watcher.look() == 0
    assert len(_jobs(store)) == 2, "it is not tried for ever"


def test_a_file_that_cannot_be_read_is_named_and_the_others_go_on(store: Store, folder: Path) -> None:
    """Here it is gone between the look and the taking."""

    class Remover(PromptWorker):
        def wake(self) -> None:
            (folder / "b.md").unlink(missing_ok=True)
            super().wake()

    watcher = Watcher(store, Remover(store), folder, settle=0)
    for name, text in (("a.md", PLAN), ("b.md", "x"), ("c.md", NOTE)):
        _write(folder / name, text)
    assert watcher.look() == 2
    assert watcher.state.error == "không đọc được b.md: không có ở đó"
    assert set(_documents(store)) == {"a.md", "c.md"}
    assert watcher.look() == 0
    assert watcher.state == Watch(str(folder), 2, 0, None)


def test_a_missing_folder_is_told_and_looked_for_again(watcher: Watcher, store: Store, folder: Path) -> None:
    _write(folder / "kh.md", PLAN)
    watcher.look()
    folder.rename(folder.with_name("cất đi"))
    assert watcher.look() == 0
    assert watcher.state.error == "không đọc được thư mục chung: không có ở đó"
    folder.with_name("cất đi").rename(folder)
    _write(folder / "họp.md", NOTE)
    assert watcher.look() == 1
    assert watcher.state == Watch(str(folder), 2, 0, None)
    assert set(_documents(store)) == {"kh.md", "họp.md"}


def test_what_is_hidden_unfinished_empty_or_a_link_is_left_alone(
    watcher: Watcher, store: Store, folder: Path, tmp_path: Path
) -> None:
    for name in (".an.md", "~$kh.docx", "kh.md.part", "tai.crdownload", "x.TMP"):
        _write(folder / name, PLAN)
    (folder / "rong.md").touch()
    elsewhere = tmp_path / "noi-khac"
    elsewhere.mkdir()
    _write(elsewhere / "mat.md", PLAN)
    (folder / "lien-ket.md").symlink_to(elsewhere / "mat.md")
    (folder / "lien-ket").symlink_to(elsewhere)
    (folder / "dut.md").symlink_to(elsewhere / "khong-co.md")
    (folder / "vong").symlink_to(folder)
    os.mkfifo(folder / "ong.md")
    assert watcher.look() == 0
    assert (watcher.state.files, watcher.state.error) == (0, None)
    assert _jobs(store) == []


def test_a_file_taken_out_of_the_folder_leaves_its_document(watcher: Watcher, store: Store, folder: Path) -> None:
    _write(folder / "kh.md", PLAN)
    watcher.look()
    (folder / "kh.md").unlink()
    assert watcher.look() == 0
    assert set(_documents(store)) == {"kh.md"}
    assert watcher.state.files == 0


def test_a_file_that_is_too_large_is_named_and_not_copied(watcher: Watcher, store: Store, folder: Path) -> None:
    with (folder / "phim.mp4").open("wb") as file:
        file.truncate(store.settings.max_file_mb * 1_000_000 + 1)
    _write(folder / "kh.md", PLAN)
    assert watcher.look() == 1
    assert watcher.state.error == "tệp phim.mp4 lớn quá 100 MB"
    assert [job.file_name for job in _jobs(store)] == ["kh.md"]


def test_a_name_that_is_no_proper_text_is_taken_too(watcher: Watcher, store: Store, folder: Path) -> None:
    _write(Path(os.fsdecode(os.fsencode(folder) + b"/b\xe1o c\xe1o.md")), NOTE)
    assert watcher.look() == 1
    assert watcher.look() == 0
    assert [info.file_name for info in _documents(store).values()] == ["bo co.md"]


def test_the_data_folder_is_never_taken_in(store: Store, tmp_path: Path) -> None:
    around = Watcher(store, PromptWorker(store), tmp_path, settle=0)
    _write(tmp_path / "kh.md", PLAN)
    assert around.look() == 1
    assert around.state.files == 1
    for inside in (store.settings.data, store.settings.data / "originals"):
        watcher = Watcher(store, PromptWorker(store), inside, settle=0)
        assert watcher.look() == 0
        assert watcher.state.error == "thư mục theo dõi phải nằm ngoài thư mục dữ liệu"


@contextmanager
def _statements(store: Store) -> Iterator[list[str]]:
    asked: list[str] = []

    def write_down(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    event.listen(store.catalogue.engine, "before_cursor_execute", write_down)
    yield asked
    event.remove(store.catalogue.engine, "before_cursor_execute", write_down)


def test_thousands_of_files_that_did_not_change_cost_one_question(store: Store, folder: Path) -> None:
    watcher = Watcher(store, SleepingWorker(store), folder, settle=0)
    for n in range(20):
        _write(folder / f"kh-{n}.md", f"{PLAN}\nThôn số {n}.")
    assert watcher.look() == 20
    later = Watcher(store, SleepingWorker(store), folder, settle=3600)
    for n in range(2000):
        (folder / f"moi-{n}.md").write_text("x", encoding="utf-8")
    with _statements(store) as asked:
        assert later.look() == 0
    assert (later.state.files, later.state.waiting) == (2020, 2000)
    assert len([statement for statement in asked if statement.startswith("SELECT")]) == 1


def test_what_was_taken_in_is_known_after_a_new_start(watcher: Watcher, store: Store, folder: Path) -> None:
    _write(folder / "kh.md", PLAN)
    watcher.look()
    again = Watcher(store, PromptWorker(store), folder, settle=0)
    assert again.look() == 0
    _write(folder / "kh.md", PLAN.replace("20 ha", "35 ha"))
    assert again.look() == 1
    (only,) = _documents(store).values()
    assert only.version == 2


def test_it_looks_by_itself_and_stops_when_told(store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.watching.LOOK_EVERY", 0.02)
    watcher = Watcher(store, PromptWorker(store), folder, settle=0)
    watcher.start()
    _write(folder / "kh.md", PLAN)
    deadline = time.monotonic() + 120
    while "kh.md" not in _documents(store):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    watcher.close()
    _write(folder / "họp.md", NOTE)
    time.sleep(0.1)
    assert set(_documents(store)) == {"kh.md"}


def test_a_relative_folder_is_the_same_after_going_elsewhere(
    make_settings: Callable[..., Settings], monkeypatch: pytest.MonkeyPatch, folder: Path, store: Store
) -> None:
    monkeypatch.chdir(folder.parent)
    watcher = Watcher(store, PromptWorker(store), Path(folder.name), settle=0)
    monkeypatch.chdir("/")
    _write(folder / "kh.md", PLAN)
    assert watcher.look() == 1
    assert watcher.state.folder == str(folder)
