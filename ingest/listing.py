"""The files below a folder that are worth adding: no links, nothing hidden, nothing that a program has not finished."""

import os
from collections.abc import Iterator
from pathlib import Path

from corpus.settings import MEGABYTE
from corpus.types import value

_PASSING = frozenset((".tmp", ".part", ".crdownload", ".download", ".lock"))
_DEEPEST = 12  # folders within folders


@value
class Listing:
    """Files with their sizes and times, by name. ``wrong``: the first thing that cannot be read or is too large, in Vietnamese."""

    files: tuple[tuple[Path, os.stat_result], ...]
    wrong: str | None = None


def list_files(folder: Path, most_mb: int, *, leave_out: Path) -> Listing:
    """All files below a folder, but for those below ``leave_out`` (a resolved path)."""
    files: list[tuple[Path, os.stat_result]] = []
    wrong: list[str] = []
    for found in _below(folder, leave_out, 0):
        if isinstance(found, str):
            wrong.append(found)
        elif found[1].st_size > most_mb * MEGABYTE:
            wrong.append(f"tệp {found[0].name} lớn quá {most_mb} MB")
        elif found[1].st_size:
            files.append(found)
    return Listing(tuple(files), wrong[0] if wrong else None)


def cannot_read(path: Path, error: OSError) -> str:
    """Why not, as a part of a sentence."""
    why = {
        FileNotFoundError: "không có ở đó",
        PermissionError: "không có quyền đọc",
        NotADirectoryError: "không phải thư mục",
    }
    return f"không đọc được {path.name}: {why.get(type(error), error.strerror)}"


def _below(folder: Path, leave_out: Path, depth: int) -> Iterator[tuple[Path, os.stat_result] | str]:
    """Files, and reasons why a folder cannot be read."""
    try:
        with os.scandir(folder) as opened:
            entries = sorted(opened, key=lambda entry: entry.name)
    except OSError as error:
        yield cannot_read(folder, error)
        return
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith((".", "~$")) or path.suffix.lower() in _PASSING:
            continue
        try:
            if entry.is_dir(follow_symlinks=False):
                if depth < _DEEPEST and path.resolve() != leave_out:
                    yield from _below(path, leave_out, depth + 1)
            elif entry.is_file(follow_symlinks=False):
                yield path, entry.stat(follow_symlinks=False)
        except FileNotFoundError:  # gone since the folder was read
            continue
