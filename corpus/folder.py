"""The data folder has one owner at a time: a server, or a command that works without one."""

import fcntl
import json
import os
from pathlib import Path

from corpus.errors import DataFolderBusy

_LOCK = "cancu.lock"
_SERVER = "server.json"


class DataFolder:
    """The folder, owned from construction to ``release``. The operating system frees it when the process dies."""

    def __init__(self, path: Path) -> None:
        path.mkdir(parents=True, exist_ok=True)
        self.path = path
        self._lock = os.open(path / _LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(self._lock)
            raise DataFolderBusy(str(path)) from error

    def announce(self, url: str) -> None:
        """Write down where the server answers, for commands that look for it."""
        note = self.path / _SERVER
        scratch = note.with_suffix(".new")
        scratch.write_text(json.dumps({"url": url, "pid": os.getpid()}), encoding="utf-8")
        scratch.replace(note)

    def release(self) -> None:
        """Free the folder."""
        (self.path / _SERVER).unlink(missing_ok=True)
        os.close(self._lock)


def announced_server(path: Path) -> str | None:
    """The address that a server wrote into the folder; it may have died since."""
    try:
        url: str = json.loads((path / _SERVER).read_text(encoding="utf-8"))["url"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return url
