"""corpus.folder: one owner at a time, whatever happens to it."""

import json
import os
from pathlib import Path

import pytest

from corpus.errors import DataFolderBusy
from corpus.folder import DataFolder, announced_server
from tests.corpus.processes import is_running, python, says

OWN = "import sys; from pathlib import Path; from corpus.folder import DataFolder; f = DataFolder(Path(sys.argv[1]));"


def test_the_folder_is_made_with_its_parents(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()
    folder.release()


def test_a_second_owner_is_refused_and_told_which_folder(tmp_path: Path) -> None:
    first = DataFolder(tmp_path)
    with pytest.raises(DataFolderBusy) as refused:
        DataFolder(tmp_path)
    assert refused.value.detail == str(tmp_path)
    first.release()
    DataFolder(tmp_path).release()


def test_a_refused_owner_leaves_the_address_of_the_server(tmp_path: Path) -> None:
    first = DataFolder(tmp_path)
    first.announce("http://127.0.0.1:8000")
    with pytest.raises(DataFolderBusy):
        DataFolder(tmp_path)
    assert announced_server(tmp_path) == "http://127.0.0.1:8000"
    first.release()


def test_a_folder_owned_by_another_process_is_free_when_that_is_killed(tmp_path: Path) -> None:
    with python(OWN + "print('mine', flush=True); input()", tmp_path) as owner:
        assert says(owner) == "mine"
        with pytest.raises(DataFolderBusy):
            DataFolder(tmp_path)
        owner.kill()
        owner.wait()
        DataFolder(tmp_path).release()


def test_a_child_of_the_owner_does_not_keep_the_folder(tmp_path: Path) -> None:
    code = (
        "import subprocess; c = subprocess.Popen(['sleep', '60'], close_fds=False); print(c.pid, flush=True); input()"
    )
    with python(OWN + code, tmp_path) as owner:
        child = int(says(owner))
        owner.kill()
        owner.wait()
        assert is_running(child)
        DataFolder(tmp_path).release()
        os.kill(child, 9)


def test_the_server_is_announced_until_the_folder_is_released(tmp_path: Path) -> None:
    assert announced_server(tmp_path) is None
    folder = DataFolder(tmp_path)
    folder.announce("http://127.0.0.1:8000")
    folder.announce("http://127.0.0.1:8001")
    assert announced_server(tmp_path) == "http://127.0.0.1:8001"
    folder.release()
    assert announced_server(tmp_path) is None
    assert {path.name for path in tmp_path.iterdir()} == {"cancu.lock"}


def test_the_note_of_a_killed_server_stays_and_says_whose_it_was(tmp_path: Path) -> None:
    with python(OWN + "f.announce('http://127.0.0.1:1'); print('mine', flush=True); input()", tmp_path) as owner:
        says(owner)
        owner.kill()
    assert announced_server(tmp_path) == "http://127.0.0.1:1"
    assert json.loads((tmp_path / "server.json").read_text())["pid"] == owner.pid


@pytest.mark.parametrize("note", ["", "{", "{}", "[]", "null", '"http://127.0.0.1"'])
def test_a_note_that_makes_no_sense_names_no_server(tmp_path: Path, note: str) -> None:
    (tmp_path / "server.json").write_text(note)
    assert announced_server(tmp_path) is None
