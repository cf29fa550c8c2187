"""A run: every gold question asked once, and what came back. It is kept as JSON, so that it can be judged again and compared."""

import json
from dataclasses import asdict, dataclass
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
        replies = content.pop("replies")
        run = Run(**content, replies=tuple(_reply(**reply) for reply in replies))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InvalidRun(f"{path}: không phải kết quả do --save ghi") from error
    return run


def _reply(citations: list[Json], **rest: Json) -> Reply:
    return Reply(**rest, citations=tuple(Cited(**citation) for citation in citations))  # type: ignore[arg-type]
