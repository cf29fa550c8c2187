"""Putting paragraphs together again where a crawler, OCR or an e-mail broke their lines.

Three ways in which text comes are told apart by looking at the whole: lines broken at a width with blank lines between
paragraphs; broken without blank lines; and one paragraph a line. In all three a line that begins in lower case goes on with
what stood before it.
"""

import re
from collections.abc import Iterable, Sequence
from enum import Enum

from corpus.types import value

_END = re.compile(r"[.;:!?…]['\"”’)\]]*$")
MARKER = re.compile(
    r"""(?:
      [-–+•·]\s | \d{1,3}[.)/–-]\s(?=\D)(?![A-ZĐ]{2,}[\w-]*/) | \d{1,2}(?:\.\d{1,2}){1,3}[.)–-]?\s(?=\D) | \(\d{1,3}\)\s? | [a-zđ]{1,2}[.)]\s | \([a-zđ]\)\s?
    | [IVXLC]{1,6}\s?[.)–-]\s? (?=\S) | [Đ\u00d0](?:iều|IỀU)\s\d | (?:Chương|CHƯƠNG|Mục|MỤC|Phần|PHẦN)\s[IVXLC\dTtAB]
    | (?:Phụ\slục|PHỤ\sLỤC)\b | Căn\scứ\s | Theo\sđề\snghị\s | Nơi\snhận | TM\. | T/M\b | KT\. | TL\. | TUQ\.
    )""",
    re.VERBOSE,
)
_RULE = re.compile(r"^[\s\-–—_=*~•.]{3,}$")
_CLOCK = re.compile(r"\d[:h]\d\d\b")  # the line that says when an article came out
_LONGEST_BETWEEN = 90  # characters of a title between paragraphs; those are longer
_BROKEN = re.compile(r"\w[-/]")


class Wrapping(Enum):
    """How the lines of a text are broken."""

    BLANK_BETWEEN = "lines broken, blank lines between paragraphs"
    DENSE = "lines broken, no blank lines"
    NONE = "a paragraph a line"


@value
class Line:
    """A line of text. ``gap``: a blank line, a rule or a hard break stands before it. ``bold``: (nearly) all of it is bold;
    ``open``: its bold type goes on below."""

    text: str
    gap: bool = False
    bold: bool = False
    open: bool = False


def is_rule(text: str) -> bool:
    """Whether a line is only dashes, stars or dots."""
    return _RULE.match(text) is not None


def is_between(paragraphs: Sequence[str], number: int) -> bool:
    """Whether a paragraph stands as a title between others: a few words without a stop, after and before whole sentences."""
    if not 0 < number < len(paragraphs) - 1:
        return False
    text, before, after = paragraphs[number], paragraphs[number - 1], paragraphs[number + 1]
    short = len(text.split()) >= 4 and len(text) <= _LONGEST_BETWEEN
    words = text[:1].isupper() and not text.isupper() and text[-1:].isalnum()
    if MARKER.match(text) or _CLOCK.search(text):
        return False
    return short and words and all(len(t) > _LONGEST_BETWEEN and _END.search(t) is not None for t in (before, after))


def broken_word(before: str, after: str) -> bool:
    """Whether a line ended inside a symbol, a range or a pair: "385-" "QĐ/TU", "2021-" "2025", "và/" "hoặc".

    Vietnamese syllables are not hyphenated: the sign belongs to the word, and no space to it.
    """
    return _BROKEN.fullmatch(before[-2:]) is not None and after[:1].isalnum()


def is_inside(line: str, paragraph: str) -> bool:
    """Whether a line that begins with a sign of a list may yet be inside the paragraph above: "phát triển kinh tế" / "- xã hội".

    Items begin with a capital. So may the words behind a dash, but an item of a list is more likely followed by another.
    """
    capital = next((c for c in line if c.isalpha()), "").isupper()
    return not capital or (line[0] in "-–" and not MARKER.match(paragraph))


def joined(lines: Iterable[str]) -> str:
    """Lines of one paragraph on one line."""
    text = ""
    for line in lines:
        text += line if not text or broken_word(text, line) else " " + line
    return text


def wrapping(lines: Sequence[Line]) -> tuple[Wrapping, int]:
    """How the text is broken, and the width of a full line."""
    lengths = sorted(len(line.text) for line in lines if len(line.text) > 1)
    if len(lengths) < 6:
        return Wrapping.NONE, 0
    width = lengths[int(len(lengths) * 0.9)]
    going_on = sum(line.text[:1].islower() and not MARKER.match(line.text) for line in lines[1:])
    if width > 120 or going_on < 0.2 * len(lengths):
        return Wrapping.NONE, width
    blanks = sum(line.gap for line in lines)
    return (Wrapping.BLANK_BETWEEN if blanks >= 0.12 * len(lengths) else Wrapping.DENSE), width


def join(lines: Sequence[Line], kind: Wrapping, width: int) -> list[list[Line]]:
    """Group lines into paragraphs."""
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and _goes_on(paragraphs[-1], line, kind, width):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def _goes_on(paragraph: Sequence[Line], line: Line, kind: Wrapping, width: int) -> bool:
    last = paragraph[-1]
    ended = _END.search(last.text) is not None
    marked = MARKER.match(line.text) is not None
    starts_low = line.text[:1].islower() and not marked
    if line.gap or kind is Wrapping.NONE:
        return starts_low and not ended and len(last.text) > 30
    if last.open or starts_low or broken_word(last.text, line.text):
        return True
    full = len(last.text) >= 0.75 * width
    if marked:
        return not ended and not last.bold and full and is_inside(line.text, paragraph[0].text)
    if ended:
        return kind is Wrapping.BLANK_BETWEEN and full
    if last.bold != line.bold and (last.bold or not full):
        return False
    if (_capitals(last.text) and _capitals(line.text) is False) or (
        len(line.text) > 25 and _capitals(last.text) is False and _capitals(line.text)
    ):
        return False
    return kind is Wrapping.BLANK_BETWEEN or full or not _title(paragraph)


_UNFINISHED = re.compile(
    r"(?:,|\b(?:và|của|với|từ|các|tại|về|cho|theo|trong|đến|là|để|do|bởi|hoặc|như|những|một|số|bộ|sở|giữa|thuộc|phối hợp))$",
    re.IGNORECASE,
)
_TITLE_MARKER = re.compile(
    r"(?:[IVXLC]{1,6}\s?[.)–-]|\d{1,3}(?:\.\d{1,3}){0,3}[.)]?|(?:[Đ\u00d0]iều|Chương|Mục|Phần)\s\S+)\s"
)


def _title(paragraph: Sequence[Line]) -> bool:
    """Whether a short first line can stand alone: a numbered title that ends where a title may end."""
    text = paragraph[0].text
    return (
        len(paragraph) == 1
        and _TITLE_MARKER.match(text) is not None
        and not _UNFINISHED.search(text)
        and ":" not in text
    )


def _capitals(text: str) -> bool | None:
    """Whether a line is set in capitals; None where it has hardly a letter."""
    letters = [c for c in text if c.isalpha()]
    return sum(c.isupper() for c in letters) >= 0.9 * len(letters) if len(letters) > 1 else None
