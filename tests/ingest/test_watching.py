"""The watched folder: what is put there becomes a document, what is changed a version, what is taken away stays."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.catalogue import now
from corpus.catalogue.statistics import withdraw
from corpus.settings import Settings
from corpus.store import Store
from ingest.watching import Watcher
from tests.ingest.watched import NOTE, PLAN, SleepingWorker, documents, jobs, text, write
from tests.search_api.apps import PromptWorker


def test_new_files_are_added_also_those_in_folders_within(watcher: Watcher, store: Store, folder: Path) -> None:
    (folder / "năm 2024").mkdir()
    write(folder / "kế hoạch.md", PLAN)
    write(folder / "năm 2024" / "họp.md", NOTE)
    assert watcher.look() == 2
    assert set(documents(store)) == {"kế hoạch.md", "họp.md"}
    assert (watcher.state.files, watcher.state.waiting, watcher.state.error) == (2, 0, None)
    assert watcher.look() == 0
    assert len(jobs(store)) == 2


def test_a_file_is_left_alone_while_it_is_being_copied(store: Store, folder: Path) -> None:
    watcher = Watcher(store, PromptWorker(store), folder, settle=0.3)
    for half in (PLAN[:10], PLAN[:30], PLAN):
        write(folder / "kh.md", half)
        assert watcher.look() == 0
        assert watcher.state.waiting == 1
        time.sleep(0.1)
    time.sleep(0.3)
    assert watcher.look() == 1
    assert text(store, documents(store)["kh.md"]).endswith("trong năm 2024.\n")
    assert len(jobs(store)) == 1


def test_a_file_that_changes_becomes_the_next_version(watcher: Watcher, store: Store, folder: Path) -> None:
    write(folder / "kh.md", PLAN)
    watcher.look()
    before = documents(store)["kh.md"]
    write(folder / "kh.md", PLAN.replace("20 ha", "35 ha"))
    assert watcher.look() == 1
    after = documents(store)["kh.md"]
    assert (after.id, after.version) == (before.id, 2)
    assert "35 ha" in text(store, after)


def test_a_file_that_changes_before_it_was_read_waits_for_its_document(store: Store, folder: Path) -> None:
    busy, prompt = Watcher(store, SleepingWorker(store), folder, settle=0), PromptWorker(store)
    write(folder / "kh.md", PLAN)
    assert busy.look() == 1
    write(folder / "kh.md", PLAN.replace("20 ha", "35 ha"))
    assert busy.look() == 0
    assert busy.state.waiting == 1
    prompt.wake()
    assert busy.look() == 1
    prompt.wake()
    (only,) = documents(store).values()
    assert (only.version, "35 ha" in text(store, only)) == (2, True)


def test_the_same_bytes_again_are_nothing(watcher: Watcher, store: Store, folder: Path) -> None:
    write(folder / "kh.md", PLAN)
    watcher.look()
    write(folder / "kh.md", PLAN)
    assert watcher.look() == 0
    shutil.copy(folder / "kh.md", folder / "ban sao.md")
    watcher.look()
    assert len(documents(store)) == 1
    assert {job.duplicate for job in jobs(store)} == {False, True}


def test_a_deleted_document_does_not_come_back_because_its_file_was_touched(
    watcher: Watcher, store: Store, folder: Path
) -> None:
    write(folder / "kh.md", PLAN)
    watcher.look()
    with store.catalogue.write() as connection:
        withdraw(connection, documents(store)["kh.md"].id, now())
    write(folder / "kh.md", PLAN)
    assert watcher.look() == 0
    assert documents(store) == {}


def test_a_copy_that_is_then_changed_is_a_document_of_its_own(watcher: Watcher, store: Store, folder: Path) -> None:
    """Last year's plan, copied to begin this year's: last year's must stay."""
    write(folder / "kh-2024.md", PLAN)
    watcher.look()
    shutil.copy(folder / "kh-2024.md", folder / "kh-2025.md")
    watcher.look()
    write(folder / "kh-2025.md", PLAN.replace("20 ha", "35 ha"))
    watcher.look()
    found = documents(store)
    assert {name: info.version for name, info in found.items()} == {"kh-2024.md": 1, "kh-2025.md": 1}
    assert "20 ha" in text(store, found["kh-2024.md"])


def test_a_renamed_file_that_is_then_changed_is_still_the_same_document(
    watcher: Watcher, store: Store, folder: Path
) -> None:
    write(folder / "kh.md", PLAN)
    watcher.look()
    (folder / "kh.md").rename(folder / "kế hoạch quế.md")
    watcher.look()
    write(folder / "kế hoạch quế.md", PLAN.replace("20 ha", "35 ha"))
    watcher.look()
    (only,) = documents(store).values()
    assert (only.file_name, only.version) == ("kế hoạch quế.md", 2)


def test_a_file_taken_out_of_the_folder_leaves_its_document(watcher: Watcher, store: Store, folder: Path) -> None:
    write(folder / "kh.md", PLAN)
    watcher.look()
    (folder / "kh.md").unlink()
    assert watcher.look() == 0
    assert set(documents(store)) == {"kh.md"}
    assert watcher.state.files == 0


def test_what_was_taken_in_is_known_after_a_new_start(watcher: Watcher, store: Store, folder: Path) -> None:
    write(folder / "kh.md", PLAN)
    watcher.look()
    again = Watcher(store, PromptWorker(store), folder, settle=0)
    assert again.look() == 0
    write(folder / "kh.md", PLAN.replace("20 ha", "35 ha"))
    assert again.look() == 1
    (only,) = documents(store).values()
    assert only.version == 2


def test_it_looks_by_itself_and_stops_when_told(store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.watching.LOOK_EVERY", 0.02)
    watcher = Watcher(store, PromptWorker(store), folder, settle=0)
    watcher.start()
    write(folder / "kh.md", PLAN)
    deadline = time.monotonic() + 120
    while "kh.md" not in documents(store):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    watcher.close()
    write(folder / "họp.md", NOTE)
    time.sleep(0.1)
    assert set(documents(store)) == {"kh.md"}


def test_a_relative_folder_is_the_same_after_going_elsewhere(
    make_settings: Callable[..., Settings], monkeypatch: pytest.MonkeyPatch, folder: Path, store: Store
) -> None:
    monkeypatch.chdir(folder.parent)
    watcher = Watcher(store, PromptWorker(store), Path(folder.name), settle=0)
    monkeypatch.chdir("/")
    write(folder / "kh.md", PLAN)
    assert watcher.look() == 1
    assert watcher.state.folder == str(folder)
