"""A run: every gold question asked once, and what came back. It is kept as JSON, so that it can be judged again and compared."""

import json
import typing
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from corpus.errors import InvalidRun
from corpus.types import Json

_FORMAT = 1


@dataclass(frozen=True)
class Cited:
    """A citation. ``exact``: its quote is what its document has between its two places."""

    file_name: str
    quote: str
    exact: bool


@dataclass(frozen=True)
class Reply:
    """What came back for a question. ``question`` is the gold file's, also where it was asked without marks; ``ms``: milliseconds waited."""

    id: str
    question: str
    answered: bool
    answer: str
    citations: tuple[Cited, ...]
    ms: float


@dataclass(frozen=True)
class Run:
    """All replies. ``asked_at``: ISO 8601; ``documents``: how many the answers were found in; ``no_marks``: asked without diacritics."""

    gold: str
    asked_at: str
    documents: int
    no_marks: bool
    replies: tuple[Reply, ...]


Saved = typing.TypeVar("Saved", Cited, Reply, Run)


def save_run(run: Run, path: Path) -> None:
    """Write a run.

    Raises:
        OSError: the file cannot be written.
    """
    path.write_text(json.dumps({"format": _FORMAT, **asdict(run)}, ensure_ascii=False, indent=1) + "\n", "utf-8")


def read_run(path: Path) -> Run:
    """A run that was saved.

    Raises:
        InvalidRun: the file is none, or of another version of the program.
        OSError: there is no such file.
    """
    try:
        content: Json = json.loads(path.read_bytes().decode("utf-8"))
        if content.pop("format") != _FORMAT:
            raise InvalidRun(f"{path}: do phiên bản khác của chương trình ghi")
        return _made(Run, content | {"replies": tuple(_reply(reply) for reply in content["replies"])})
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise InvalidRun(f"{path}: không phải kết quả do --save ghi") from error


def _reply(content: Json) -> Reply:
    return _made(Reply, content | {"citations": tuple(_made(Cited, cited) for cited in content["citations"])})


def _made(cls: type[Saved], content: Json) -> Saved:
    """A value of what was saved of it; ValueError where a field has become something else."""
    made = cls(**content)
    for field in fields(cls):
        kind = typing.get_origin(field.type) or field.type
        if not isinstance(getattr(made, field.name), (int, float) if kind is float else typing.cast(type, kind)):
            raise ValueError(field.name)
    return made
