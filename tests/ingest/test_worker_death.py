"""ingest.worker: when the process dies it is replaced, its job goes on, and a file that kills it again and again is given up."""

from pathlib import Path

import psutil

from corpus.catalogue.jobs import MOST_ATTEMPTS
from corpus.settings import load_settings
from corpus.store import Store, open_store
from corpus.types import Stage
from ingest.adding import Worker
from tests.corpus.processes import is_running, python, says, wait_until
from tests.ingest.adding_texts import BRIDGE, SCHOOL, add, long_text, state
from tests.ingest.agreement import assert_agreement
from tests.ingest.working import kill, wait_for, wait_for_another, wait_for_end, wait_for_reader

LONG = long_text(600)
SERVER = """if True:
    import sys
    from pathlib import Path
    from corpus.settings import load_settings
    from corpus.store import open_store
    from ingest.adding import Worker, add_bytes
    store = open_store(load_settings(data=Path(sys.argv[1]), encoder=Path(sys.argv[2]), samples=False))
    add_bytes(store, [Path(sys.argv[3]).read_bytes()], "dai.md")
    worker = Worker(store)
    worker.wake()
    print(worker.pid, flush=True)
    input()
"""


def test_a_worker_that_is_killed_is_replaced_and_its_job_is_neither_lost_nor_done_twice(
    shared_store: Store, worker: Worker
) -> None:
    before, job, after = add(shared_store, BRIDGE), add(shared_store, LONG), add(shared_store, SCHOOL)
    worker.wake()
    wait_for(shared_store, job, Stage.ENCODING, Stage.INDEXING)
    killed = kill(worker)
    assert wait_for_another(worker, killed) != killed
    again = wait_for_end(shared_store, job)
    assert (again.stage, again.attempts, again.passages) == (Stage.DONE, 2, 601)
    assert wait_for_end(shared_store, after).attempts == state(shared_store, before).attempts == 1
    wait_until(lambda: shared_store.index.count({}) == 601 + 6)
    assert_agreement(shared_store)


def test_a_job_that_takes_its_worker_down_each_time_fails_with_a_reason_and_the_others_are_done(
    shared_store: Store, worker: Worker
) -> None:
    bad, good = add(shared_store, LONG), add(shared_store, SCHOOL)
    worker.wake()
    for attempt in range(1, MOST_ATTEMPTS + 1):
        wait_until(lambda attempt=attempt: state(shared_store, bad).attempts == attempt and worker.running, 60)  # type: ignore[misc]
        kill(worker)
    failed = wait_for_end(shared_store, bad)
    assert (failed.stage, failed.error_code, failed.attempts) == (Stage.FAILED, "read_limit_exceeded", MOST_ATTEMPTS)
    assert "Hãy tách tệp" in str(failed.error)
    assert wait_for_end(shared_store, good).stage == Stage.DONE
    wait_until(lambda: shared_store.index.count({}) == 3)
    assert_agreement(shared_store)


def test_a_file_whose_reading_takes_too_much_fails_at_once_with_a_reason(tmp_path: Path, tiny_encoder: Path) -> None:
    settings = load_settings(data=tmp_path / "data", encoder=tiny_encoder, samples=False, read_seconds=1)
    store = open_store(settings)
    worker = Worker(store)
    bad, good = add(store, long_text(150_000)), add(store, SCHOOL)
    worker.wake()
    pid = worker.pid
    failed = wait_for_end(store, bad)
    assert (failed.stage, failed.error_code, failed.attempts) == (Stage.FAILED, "read_limit_exceeded", 1)
    assert "1 giây" in str(failed.error)
    assert wait_for_end(store, good).stage == Stage.DONE
    assert worker.pid == pid
    worker.close()
    store.close()


def test_neither_worker_nor_reader_outlives_a_server_that_is_killed(tmp_path: Path, tiny_encoder: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_text(long_text(400_000), encoding="utf-8")  # half a minute of reading
    with python(SERVER, tmp_path / "server", tiny_encoder, long) as server:
        pid = int(says(server))
        reader = wait_for_reader(pid)
        server.kill()
        wait_until(lambda: not is_running(pid) and not is_running(reader), 10)


def test_a_worker_that_dies_again_and_again_leaves_no_pipes_open(shared_store: Store, worker: Worker) -> None:
    worker.wake()
    handles = psutil.Process().num_fds()
    for _ in range(2):
        killed = kill(worker)
        worker.wake()
        wait_for_another(worker, killed)
        assert psutil.Process().num_fds() == handles
    worker.close()
    assert psutil.Process().num_fds() == handles - 2


def test_half_files_of_a_crash_are_cleared_up_before_the_first_start_and_never_beside_others_who_add(
    shared_store: Store, worker: Worker
) -> None:
    job = add(shared_store, BRIDGE)
    folder = shared_store.originals.folder
    strays = [folder / ".coming-1", folder / "ab" / ("ab" * 32)]
    strays[1].parent.mkdir()
    for stray in strays:
        stray.touch()
    worker.wake()
    assert not any(stray.exists() for stray in strays)
    assert shared_store.originals.existing(job.sha256)
    wait_for_end(shared_store, job)

    coming = folder / ".coming-2"
    coming.touch()
    killed = kill(worker)
    worker.wake()
    wait_for_another(worker, killed)
    other = add(shared_store, SCHOOL)
    worker.wake()
    assert wait_for_end(shared_store, other).stage == Stage.DONE
    assert coming.exists()
