"""Child processes that never outlive their parent: the pipe to their standard input is the lifeline."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import IO, Any

from corpus.types import Json


def start_child(module: str, setup: Json, *, nice: int = 0) -> subprocess.Popen[str]:
    """Start ``python -m module`` and hand it ``setup`` as the first line of its standard input."""
    command = [sys.executable, "-m", module]
    if nice:
        command = ["nice", "-n", str(nice), *command]
    child = subprocess.Popen(  # noqa: S603 - our own module
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    tell(child, setup)
    return child


def tell(child: subprocess.Popen[str], message: Json) -> None:
    """Send one line; a child that has gone is no error here, whoever waits for it will see."""
    pipe = _pipe(child.stdin)
    with suppress(BrokenPipeError, ValueError):
        pipe.write(json.dumps(message) + "\n")
        pipe.flush()


def stop_child(child: subprocess.Popen[str], seconds: float = 10) -> None:
    """End a child by cutting the lifeline; by force if that does not help."""
    with suppress(BrokenPipeError):
        _pipe(child.stdin).close()
    try:
        child.wait(seconds)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
    _pipe(child.stdout).close()


def read_setup() -> Json:
    """In the child: the first line from the parent."""
    line = sys.stdin.readline()
    if not line:
        os._exit(0)
    setup: Json = json.loads(line)
    return setup


def watch_lifeline(on_message: Callable[[Json], None], on_cut: Callable[[], None]) -> None:
    """In the child: call back for each further line, and once when the parent has gone."""

    def follow() -> None:
        try:
            for line in sys.stdin:
                on_message(json.loads(line))
        finally:  # also when the parent was killed in the middle of a line
            on_cut()

    threading.Thread(target=follow, name="lifeline", daemon=True).start()


def _pipe(pipe: IO[Any] | None) -> IO[Any]:
    if pipe is None:
        raise ValueError("the child was started without this pipe")
    return pipe
