"""Two columns that were typed side by side with spaces, as in the letterhead and the signature of a TXT file."""

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple, TypeGuard

from corpus.types import value
from ingest.readers.lines import is_rule

_PIECES = re.compile(r"\S+(?:\s{1,3}\S+)*")  # four spaces or more part the columns
_MOST_HEAD_LINES = 12
_MOST_CLOSING_LINES = 40
_MOST_HEAD_WORDS = 14  # of one line: running text with a wide gap in it is no letterhead
_CENTRED = 6  # lines of the right column are centred: they begin so many characters earlier than others
_RECIPIENTS = re.compile(r"nơi nhận\b", re.IGNORECASE)
_AUTHORITY = re.compile(r"(?:TM\.|T/M\b|KT\.|TL\.|TUQ\.|Q\.)")


@value
class SideBySide:
    """The lines of the left column and those of the right one."""

    left: tuple[str, ...]
    right: tuple[str, ...]


class _Line(NamedTuple):
    left: str
    right: str
    start: int  # of the right piece


def split_columns(lines: Sequence[str]) -> list[tuple[str, ...] | SideBySide]:
    """Cut lines into the letterhead, the signature and what stands before, between and behind them."""
    head = _head_end(lines)
    first, end = _closing(lines, head)
    parts: list[tuple[str, ...] | SideBySide] = []
    for begin, stop, columns in ((0, head, True), (head, first, False), (first, end, True), (end, len(lines), False)):
        if begin < stop:
            parts.append(_in_columns(lines[begin:stop]) if columns else tuple(lines[begin:stop]))
    return parts


def _head_end(lines: Sequence[str]) -> int:
    """Behind the last line of the letterhead that has two columns; 0 where there are not two such lines."""
    above = list(itertools.takewhile(lambda line: not _closes(_two(line)), lines[:_MOST_HEAD_LINES]))
    double = [at for at, line in enumerate(above) if _two(line)]
    if len(double) < 2 or any(len(line.split()) > _MOST_HEAD_WORDS for line in lines[: double[-1] + 1]):
        return 0
    return double[-1] + 1


def _closing(lines: Sequence[str], begin: int) -> tuple[int, int]:
    """From the recipients, or the authority beside them, to the name of who signed."""
    for first in range(begin, len(lines)):
        if _closes(line := _two(lines[first])):
            break
    else:
        return len(lines), len(lines)
    end = first + 1
    for at in range(first + 1, min(first + _MOST_CLOSING_LINES, len(lines))):
        words = lines[at].strip()
        right = _right_piece(lines[at], line.start)
        if right:
            end = at + 1
            if not right.isupper() and not right.startswith(("(", "[")):
                break  # the name
        elif words and not words.startswith(("-", "+")) and not lines[at - 1].strip().startswith(("-", "+")):
            break  # neither a recipient nor the rest of one
    while end < len(lines) and lines[end].startswith("- "):
        end += 1
    return first, end


def _closes(line: _Line | None) -> TypeGuard[_Line]:
    return line is not None and bool(_RECIPIENTS.match(line.left) or _AUTHORITY.match(line.right))


def _in_columns(lines: Sequence[str]) -> SideBySide:
    starts = [line.start for line in map(_two, lines) if line]
    left, right = [], []
    for text in lines:
        words = text.strip()
        line = _two(text)
        if line:
            left.append(line.left)
            right.append(line.right)
        elif words and not is_rule(words):
            (right if _right_piece(text, min(starts)) else left).append(words)
    return SideBySide(tuple(left), tuple(right))


def _two(text: str) -> _Line | None:
    """A line that has a piece on each side."""
    pieces = list(_PIECES.finditer(text))
    if len(pieces) != 2 or is_rule(text):
        return None
    return _Line(pieces[0][0], pieces[1][0], pieces[1].start())


def _right_piece(text: str, start: int) -> str:
    """What a line has in the right column, which begins at about ``start``."""
    pieces = list(_PIECES.finditer(text))
    return pieces[-1][0] if pieces and pieces[-1].start() >= start - _CENTRED else ""
