"""The command line as a person runs it: a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

_SECONDS = 120


def environment(data: Path, encoder: Path, **more: str) -> dict[str, str]:
    """The environment of a command that works on a data folder."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("CANCU_")}
    return env | {"CANCU_DATA": str(data), "CANCU_ENCODER": str(encoder), "CANCU_SAMPLES": "off", **more}


def start(env: dict[str, str], *args: str) -> subprocess.Popen[str]:
    """A command at work, in a process group of its own, as a terminal starts it; output and errors come together."""
    return subprocess.Popen(
        ["env", "--default-signal=INT", sys.executable, "-m", "search_api.cli", *args],  # in the background, Ctrl+C would be ignored
        env=env, text=True, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip


def run(env: dict[str, str], *args: str) -> subprocess.CompletedProcess[str]:
    """A command from start to end. None of them ever shows a stack trace."""
    done = subprocess.run(
        [sys.executable, "-m", "search_api.cli", *args],
        env=env,
        text=True,
        capture_output=True,
        timeout=_SECONDS,
        check=False,
    )
    assert "Traceback" not in done.stdout + done.stderr, done.stderr
    return done


def one_line(text: str) -> str:
    """Output without the line breaks of a narrow terminal."""
    return " ".join(text.split())
