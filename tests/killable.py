"""A server that is killed with all its processes at once, as by a power cut."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

Process = subprocess.Popen[bytes]
_PATIENCE = 180.0


@contextmanager
def serving(data: Path, encoder: Path, scratch: Path) -> Iterator[Process]:
    """`cancu serve` over a folder, in a process group of its own; ended as a service manager would, unless it was killed."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("CANCU_")}
    env |= {"CANCU_DATA": str(data), "CANCU_ENCODER": str(encoder), "CANCU_PORT": "0", "CANCU_SAMPLES": "off"}
    with data.with_suffix(".log").open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "search_api.cli", "serve"], env=env | {"TMPDIR": str(scratch)},
            stdout=subprocess.DEVNULL, stderr=log, start_new_session=True,
        )  # fmt: skip
    try:
        yield process
        process.terminate()
        process.wait(60)
    finally:
        kill(process)


def kill(process: Process) -> None:
    """Kill the server and all its children at once, and wait until they are gone."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    process.wait()
    while any(_is_of_group(other, process.pid) for other in psutil.process_iter()):
        time.sleep(0.01)


def wait_for(condition: Callable[[], bool], process: Process, pause: float = 0.05) -> None:
    """Wait for something that a running server does."""
    deadline = time.monotonic() + _PATIENCE
    while not condition():
        assert process.poll() is None, "the server has ended"
        assert time.monotonic() < deadline, "adding does not come to an end"
        time.sleep(pause)


def _is_of_group(process: psutil.Process, group: int) -> bool:
    try:
        return os.getpgid(process.pid) == group and process.status() != psutil.STATUS_ZOMBIE
    except (ProcessLookupError, psutil.NoSuchProcess):
        return False
