"""Gold files: JSON lines, each a question with what a right answer holds and the words that prove it."""

import difflib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.errors import InvalidGold

UNANSWERABLE = "unanswerable"
# What can be asked; see Kind of search_api.types. Their answers are figures and names: short, unless they are in LONG_KINDS.
SHORT_KINDS = frozenset({"target", "result", "lead_agency", "deadline", "person", "lookup"})
LONG_KINDS = frozenset({"list", "compare", "conflict", "decision", "definition", "other"})
KINDS = SHORT_KINDS | LONG_KINDS | {UNANSWERABLE}
_TEXTS = ("id", "question", "kind", "style")
_LISTS = ("docs", "values", "evidence")


@dataclass(frozen=True)
class Question:
    """A gold question. ``docs``: file names that answer it; ``values``: what the answer must hold; ``evidence``: any of them proves it."""

    id: str
    question: str
    kind: str
    style: str
    docs: tuple[str, ...]
    values: tuple[str, ...]
    evidence: tuple[str, ...]


def read_gold(path: Path) -> list[Question]:
    """The questions of a file. Folders before the names of ``docs`` are dropped; other keys of a line are for its readers.

    Raises:
        InvalidGold: a line is none of a gold file; says which, and what is wrong with it.
        OSError: there is no such file.
    """
    questions: dict[str, Question] = {}
    for n, line in enumerate(path.read_bytes().removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            question = _question(line)
            if question.id in questions:
                raise InvalidGold(f"id “{question.id}” đã có ở dòng trên")
        except InvalidGold as error:
            raise InvalidGold(f"{path}, dòng {n}: {error.detail}") from error
        questions[question.id] = question
    if not questions:
        raise InvalidGold(f"{path}: không có câu hỏi nào")
    return list(questions.values())


def _question(line: bytes) -> Question:
    try:
        row = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise InvalidGold("không phải chữ UTF-8") from error
    except (json.JSONDecodeError, RecursionError) as error:
        raise InvalidGold("không phải JSON") from error
    if not isinstance(row, dict):
        raise InvalidGold("không phải một đối tượng JSON {…}")
    texts = {name: _text(row, name) for name in _TEXTS}
    lists = {name: _texts(row, name) for name in _LISTS}
    kind = texts["kind"]
    if kind not in KINDS:
        near = difflib.get_close_matches(kind, KINDS, 1)
        raise InvalidGold(f"không có kind “{kind}”" + (f", có phải {near[0]}?" if near else ""))
    lacking = [name for name in _LISTS if not lists[name]]
    if lacking and kind != UNANSWERABLE:
        raise InvalidGold(f"“{lacking[0]}” còn trống, mà chỉ câu {UNANSWERABLE} mới được để trống")
    docs = tuple(doc.rsplit("/", 1)[-1] for doc in lists["docs"])
    return Question(texts["id"], texts["question"], kind, texts["style"], docs, lists["values"], lists["evidence"])


def _present(row: dict[str, Any], name: str) -> Any:
    if name not in row:
        raise InvalidGold(f"thiếu “{name}”")
    return row[name]


def _text(row: dict[str, Any], name: str) -> str:
    text = _present(row, name)
    if not isinstance(text, str) or not text.strip():
        raise InvalidGold(f"“{name}” phải là chữ, không để trống")
    return text


def _texts(row: dict[str, Any], name: str) -> tuple[str, ...]:
    texts = _present(row, name)
    if not isinstance(texts, list) or not all(isinstance(text, str) and text.strip() for text in texts):
        raise InvalidGold(f"“{name}” phải là một danh sách chữ")
    return tuple(texts)
