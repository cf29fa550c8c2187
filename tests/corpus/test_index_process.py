"""corpus.index.process: the engine's process may die at any moment: callers do not notice, and nothing acknowledged is lost."""

import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client
from pathlib import Path

import numpy as np
import psutil
import pytest

from corpus.bm25 import question_weights
from corpus.errors import DataFolderBusy, IndexUnavailable
from corpus.index.process import METHODS, Address, EdgeProcess, RemoteIndex
from tests.corpus.points import DIMENSION, id_of, point, random_points
from tests.corpus.processes import is_running, python, says, wait_until

OWNER = """if True:
    import sys
    from pathlib import Path
    from corpus.index.process import EdgeProcess, RemoteIndex
    from tests.corpus.points import point
    process = EdgeProcess(Path(sys.argv[1]), 8)
    RemoteIndex(process.address).upsert([point(1)])
    print(process.pid, process.address.path, flush=True)
    input()
"""


@pytest.fixture
def process(tmp_path: Path) -> Iterator[EdgeProcess]:
    """An empty index in a process."""
    started = EdgeProcess(tmp_path / "index", DIMENSION)
    yield started
    started.stop()


def kill(process: EdgeProcess) -> None:
    """Kill the engine's process and wait until another has taken its place."""
    killed = process.pid
    os.kill(killed, signal.SIGKILL)
    wait_until(lambda: process.pid != killed and is_running(process.pid))


def test_calls_go_on_and_nothing_acknowledged_is_lost_when_the_process_is_killed(process: EdgeProcess) -> None:
    index = RemoteIndex(process.address)
    acknowledged: list[int] = []
    stop = False

    def write() -> None:
        number = 0
        while not stop:
            index.upsert([point(number), point(number + 1)])
            acknowledged.extend([number, number + 1])
            number += 2

    def ask() -> int:
        asked = 0
        while not stop:
            index.search_vector(point(1).vector, 3, {})
            asked += 1
        return asked

    with ThreadPoolExecutor(2) as pool:
        writing, asking = pool.submit(write), pool.submit(ask)
        for _ in range(3):
            before = len(acknowledged)
            wait_until(lambda before=before: len(acknowledged) > before + 20)  # type: ignore[misc]
            kill(process)
        stop = True
        writing.result()
        assert asking.result() > 0
    assert {id_of(number) for number in acknowledged} <= index.ids({})


def test_what_was_deleted_stays_deleted_when_the_process_is_killed(process: EdgeProcess) -> None:
    index = RemoteIndex(process.address)
    index.upsert([point(1), point(2, document="e")])
    index.delete({"document": ["e"]})
    kill(process)
    assert index.ids({}) == {id_of(1)}


def test_a_second_process_on_the_same_folder_is_refused(process: EdgeProcess, tmp_path: Path) -> None:
    with pytest.raises(DataFolderBusy) as refused:
        EdgeProcess(tmp_path / "index", DIMENSION)
    assert refused.value.detail == str(tmp_path / "index")
    assert RemoteIndex(process.address).count({}) == 0


def test_a_folder_that_is_no_index_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thu.txt").write_text("thư riêng")
    with pytest.raises(IndexUnavailable):
        EdgeProcess(tmp_path, DIMENSION)


def test_the_engine_ends_with_its_owner_leaves_no_socket_and_the_folder_is_free(tmp_path: Path) -> None:
    with python(OWNER, tmp_path / "index") as owner:
        pid, socket = says(owner).split()
        assert is_running(int(pid))
        owner.kill()
        wait_until(lambda: not is_running(int(pid)))
        assert not Path(socket).parent.exists()
    again = EdgeProcess(tmp_path / "index", DIMENSION)
    assert RemoteIndex(again.address).ids({}) == {id_of(1)}
    again.stop()


def test_stopping_ends_the_process_and_leaves_no_socket(tmp_path: Path) -> None:
    started = EdgeProcess(tmp_path / "index", DIMENSION)
    RemoteIndex(started.address).upsert([point(1)])
    engine, home = started.pid, Path(started.address.path).parent
    started.stop()
    assert not is_running(engine)
    assert not home.exists()


@pytest.mark.parametrize("delay", [0.0, 0.15, 0.3])
def test_stopping_in_the_middle_of_a_new_start_leaves_no_process(tmp_path: Path, delay: float) -> None:
    started = EdgeProcess(tmp_path / "index", DIMENSION)
    os.kill(started.pid, signal.SIGKILL)
    time.sleep(delay)
    started.stop()
    assert not [child for child in psutil.Process().children() if str(tmp_path) in " ".join(child.cmdline())]
    EdgeProcess(tmp_path / "index", DIMENSION).stop()


def test_nobody_gets_in_with_a_wrong_key(process: EdgeProcess) -> None:
    with pytest.raises(AuthenticationError):
        Client(process.address.path, "AF_UNIX", authkey=b"wrong")
    with pytest.raises(IndexUnavailable):
        RemoteIndex(Address(process.address.path, "wrong"), patience=0).count({})
    assert RemoteIndex(process.address).count({}) == 0


def test_other_users_of_the_machine_cannot_reach_the_socket(process: EdgeProcess) -> None:
    assert Path(process.address.path).parent.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("method", ["close", "__init__", "__class__", "_shard", "folder", ""])
def test_only_the_methods_of_an_index_can_be_called(process: EdgeProcess, method: str) -> None:
    assert method not in METHODS
    with Client(process.address.path, "AF_UNIX", authkey=process.address.key.encode()) as connection:
        connection.send((method, ()))
        fine, answer = connection.recv()
        assert not fine
        assert isinstance(answer, ValueError)
    assert RemoteIndex(process.address).count({}) == 0


def test_what_the_engine_refuses_is_an_error_of_ours_and_the_connection_stays(process: EdgeProcess) -> None:
    index = RemoteIndex(process.address)
    with pytest.raises(IndexUnavailable, match="dimension"):
        index.search_vector(np.ones(DIMENSION + 1, np.float32), 5, {})
    with pytest.raises(ValueError, match="clear"):
        index.delete({})
    assert index.count({}) == 0


def test_nobody_at_the_address_is_said_when_patience_ends(tmp_path: Path) -> None:
    index = RemoteIndex(Address(str(tmp_path / "nobody"), "key"), patience=0.3)
    begin = time.monotonic()
    with pytest.raises(IndexUnavailable):
        index.count({})
    assert 0.3 <= time.monotonic() - begin < 5


def test_several_threads_are_answered_each_with_its_own(process: EdgeProcess) -> None:
    index = RemoteIndex(process.address)
    points, _ = random_points(1, 60)
    index.upsert(points)

    def nearest(number: int) -> bool:
        made = points[number % 60]
        by_words = index.search_terms(question_weights(["số"]), 60, {"unit": [str(made.fields["unit"])]})
        wanted = index.ids({"unit": [str(made.fields["unit"])]})
        return index.search_vector(made.vector, 1, {})[0].id == made.id and {f.id for f in by_words} <= wanted

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(nearest, range(240)))


def test_hanging_up_leaves_the_index_for_others_and_for_later(process: EdgeProcess) -> None:
    index, other = RemoteIndex(process.address), RemoteIndex(process.address)
    index.upsert([point(1)])
    index.close()
    index.close()
    assert other.count({}) == 1
    assert index.count({}) == 1
