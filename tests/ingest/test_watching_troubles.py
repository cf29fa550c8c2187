"""The watched folder: nothing in it stops the rest, and much in it costs little."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import event

from corpus.store import Store
from corpus.types import Stage
from ingest.watching import Watch, Watcher
from tests.ingest.watched import NOTE, PLAN, SleepingWorker, documents, jobs, write
from tests.search_api.apps import PromptWorker


def test_a_broken_file_fails_with_its_reason_and_the_others_go_on(watcher: Watcher, store: Store, folder: Path) -> None:
    (folder / "a-hong.pdf").write_bytes(b"%PDF-1.7 khong con gi")
    write(folder / "b.md", NOTE)
    assert watcher.look() == 2
    assert {job.file_name: job.stage for job in jobs(store)} == {"a-hong.pdf": Stage.FAILED, "b.md": Stage.DONE}
    assert watcher.look() == 0
    assert len(jobs(store)) == 2, "it is not tried for ever"


def test_a_file_that_cannot_be_read_is_named_and_the_others_go_on(store: Store, folder: Path) -> None:
    """Here it is gone between the look and the taking."""

    class Remover(PromptWorker):
        def wake(self) -> None:
            (folder / "b.md").unlink(missing_ok=True)
            super().wake()

    watcher = Watcher(store, Remover(store), folder, settle=0)
    for name, text in (("a.md", PLAN), ("b.md", "x"), ("c.md", NOTE)):
        write(folder / name, text)
    assert watcher.look() == 2
    assert watcher.state.error == "không đọc được b.md: không có ở đó"
    assert set(documents(store)) == {"a.md", "c.md"}
    assert watcher.look() == 0
    assert watcher.state == Watch(str(folder), 2, 0, None)


def test_a_missing_folder_is_told_and_looked_for_again(watcher: Watcher, store: Store, folder: Path) -> None:
    write(folder / "kh.md", PLAN)
    watcher.look()
    folder.rename(folder.with_name("cất đi"))
    assert watcher.look() == 0
    assert watcher.state.error == "không đọc được thư mục chung: không có ở đó"
    folder.with_name("cất đi").rename(folder)
    write(folder / "họp.md", NOTE)
    assert watcher.look() == 1
    assert watcher.state == Watch(str(folder), 2, 0, None)
    assert set(documents(store)) == {"kh.md", "họp.md"}


def test_what_is_hidden_unfinished_empty_or_a_link_is_left_alone(
    watcher: Watcher, store: Store, folder: Path, tmp_path: Path
) -> None:
    for name in (".an.md", "~$kh.docx", "kh.md.part", "tai.crdownload", "x.TMP"):
        write(folder / name, PLAN)
    (folder / "rong.md").touch()
    elsewhere = tmp_path / "noi-khac"
    elsewhere.mkdir()
    write(elsewhere / "mat.md", PLAN)
    (folder / "lien-ket.md").symlink_to(elsewhere / "mat.md")
    (folder / "lien-ket").symlink_to(elsewhere)
    (folder / "dut.md").symlink_to(elsewhere / "khong-co.md")
    (folder / "vong").symlink_to(folder)
    os.mkfifo(folder / "ong.md")
    assert watcher.look() == 0
    assert (watcher.state.files, watcher.state.error) == (0, None)
    assert jobs(store) == []


def test_a_file_that_is_too_large_is_named_and_not_copied(watcher: Watcher, store: Store, folder: Path) -> None:
    with (folder / "phim.mp4").open("wb") as file:
        file.truncate(store.settings.max_file_mb * 1_000_000 + 1)
    write(folder / "kh.md", PLAN)
    assert watcher.look() == 1
    assert watcher.state.error == "tệp phim.mp4 lớn quá 100 MB"
    assert [job.file_name for job in jobs(store)] == ["kh.md"]


def test_a_name_that_is_no_proper_text_is_taken_too(watcher: Watcher, store: Store, folder: Path) -> None:
    write(Path(os.fsdecode(os.fsencode(folder) + b"/b\xe1o c\xe1o.md")), NOTE)
    assert watcher.look() == 1
    assert watcher.look() == 0
    assert [info.file_name for info in documents(store).values()] == ["bo co.md"]


def test_the_data_folder_is_never_taken_in(store: Store, tmp_path: Path) -> None:
    around = Watcher(store, PromptWorker(store), tmp_path, settle=0)
    write(tmp_path / "kh.md", PLAN)
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
        write(folder / f"kh-{n}.md", f"{PLAN}\nThôn số {n}.")
    assert watcher.look() == 20
    later = Watcher(store, SleepingWorker(store), folder, settle=3600)
    for n in range(2000):
        (folder / f"moi-{n}.md").write_text("x", encoding="utf-8")
    with _statements(store) as asked:
        assert later.look() == 0
    assert (later.state.files, later.state.waiting) == (2020, 2000)
    assert len([statement for statement in asked if statement.startswith("SELECT")]) == 1
