"""corpus.lifeline: a child hears its parent and never outlives it."""

import json
import os
import signal
import subprocess
import sys

import pytest

from corpus.lifeline import start_child, stop_child, tell
from tests.corpus.processes import ROOT, is_running, python, says, wait_until

CHILD = "tests.corpus.lifeline_child"


@pytest.fixture(autouse=True)
def in_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """The child is a module of the tests, found from the root of the project."""
    monkeypatch.chdir(ROOT)


def test_a_child_hears_its_setup_and_every_message() -> None:
    child = start_child(CHILD, {"folder": "dữ liệu"})
    assert json.loads(says(child)) == {"folder": "dữ liệu"}
    tell(child, {"wake": True})
    assert json.loads(says(child)) == {"wake": True}
    stop_child(child)
    assert child.returncode == 0


def test_a_child_that_does_not_listen_is_ended_by_force() -> None:
    child = start_child(CHILD, {"deaf": True})
    says(child)
    stop_child(child, 0.2)
    assert child.returncode == -signal.SIGKILL


def test_telling_a_child_that_has_gone_is_no_error() -> None:
    child = start_child(CHILD, {})
    says(child)
    child.kill()
    child.wait()
    tell(child, {"wake": True})
    tell(child, {"wake": True})
    stop_child(child)
    tell(child, {"wake": True})


def test_a_child_may_be_given_a_low_priority() -> None:
    child = start_child(CHILD, {}, nice=19)
    says(child)
    assert os.getpriority(os.PRIO_PROCESS, child.pid) == 19
    stop_child(child)


def test_a_child_ends_when_its_parent_is_killed() -> None:
    code = f"from corpus.lifeline import start_child; c = start_child({CHILD!r}, {{}}); c.stdout.readline(); print(c.pid, flush=True); input()"
    with python(code) as parent:
        child = int(says(parent))
        assert is_running(child)
        parent.kill()
        wait_until(lambda: not is_running(child))


def test_a_child_ends_when_its_parent_is_killed_in_the_middle_of_a_message() -> None:
    child = start_child(CHILD, {})
    says(child)
    assert child.stdin is not None
    child.stdin.write('{"wake": tr')
    stop_child(child)
    assert child.returncode == 0


def test_a_child_whose_parent_died_before_the_setup_ends_quietly() -> None:
    done = subprocess.run([sys.executable, "-m", CHILD], stdin=subprocess.DEVNULL, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
