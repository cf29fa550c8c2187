"""What a document is about: the lines between its type and its preamble, the words after "V/v" of a letter, a headline."""

import re
from collections.abc import Sequence

from corpus.types import BlockKind, Document, Field, Span
from ingest.head_lines import LONGEST_SUBJECT, HeadLine

_LETTER = re.compile(r"^V/v\s*:?\s*", re.IGNORECASE)
_LETTER_IN_CELL = re.compile(r"(?<=\s)V/v\s*:?\s*", re.IGNORECASE)
_OF_BODY = re.compile(r"^của\s+(?P<body>.{3,60}?)(?:\s+(?=về\s)|$)", re.IGNORECASE)
_PREAMBLE = re.compile(
    r"^(?:căn cứ|thực hiện|theo đề nghị|xét|kính gửi|để |ngày \d|thi hành|tiếp tục|qua |sau |trong |năm \d)",
    re.IGNORECASE,
)
_TITLE_OF_TASK = re.compile(r"^(?:(?:triển khai )?thực hiện|tiếp tục) .{5,340}[^.;:,]$", re.IGNORECASE)
_BODY_BEGINS = re.compile(
    r"^(?:[IVX]{1,5}\s?[.)-]|[A-Z]\.|\d{1,2}[.)-]|a\)|-\s|\+\s|Điều\s\d|Chương\s[IVX\d]|Phần\s(?:thứ|[IVX\d])|(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|NGHỊ QUYẾT)\s*:)"
)
_ANNEX_NOTE = re.compile(r"^\(?\s*(?:ban hành )?kèm theo", re.IGNORECASE)
_NATION = re.compile(
    r"^(?:cộng h(?:òa|oà) xã hội|đảng cộng sản việt nam\s*$|độc lập\s*-\s*tự do|đoàn tncs)", re.IGNORECASE
)
_AUTHORITY = re.compile(
    r"^(?:BỘ |CHÍNH PHỦ|THỦ TƯỚNG|[ỦU][ỶY] BAN|HỘI ĐỒNG|QUỐC HỘI|CHỦ TỊCH|(?:TỔNG )?GIÁM ĐỐC|BAN (?!HÀNH)|(?:TỔNG )?CỤC TRƯỞNG|"
    r"TRƯỞNG BAN|CHỦ NHIỆM|THỐNG ĐỐC|CHÁNH ÁN|VIỆN TRƯỞNG|TỔNG KIỂM TOÁN|HIỆU TRƯỞNG)"
)
_LONGEST_LINE = 120  # of a title that is set by hand on several lines
_LONGEST_HEADLINE = 300
_LONGEST_TITLE_LINE = 350
_WORDS_OF_TYPE = 4  # more words than any type has: type and subject share a line


def read_subject(lines: Sequence[HeadLine], type_at: int, document: Document) -> tuple[Field | None, int]:
    """The subject, and the last line of it; where there is none, the line of the type, -1 without one."""
    for at, line in enumerate(lines):
        letter = _LETTER.match(line.text) or (_LETTER_IN_CELL.search(line.text) if line.cells > 1 else None)
        if letter:
            return Field(line.text[letter.end() :], Span(line.span.start + letter.end(), line.span.end)), at
    return _below_type(lines, type_at, document) if type_at >= 0 else _headline(lines, document)


def is_nation(text: str) -> bool:
    """Whether a line is the name of the State, of the Party or of the Youth Union, or the motto below it."""
    return _NATION.match(text) is not None


def of_body(text: str) -> re.Match[str] | None:
    """ "của Ban Thường vụ Thành ủy (về …)" below the type: group ``body``."""
    return _OF_BODY.match(text)


def is_authority(text: str) -> bool:
    """A body or an office alone in capitals between subject and preamble: "CHÍNH PHỦ", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …"."""
    return text.isupper() and _AUTHORITY.match(text) is not None


def authority_end(lines: Sequence[HeadLine], subject_end: int) -> int:
    """The last of the lines that name the authority below the subject, with its term and session; else the end of the subject."""
    end = subject_end
    for line in lines[subject_end + 1 :]:
        first = end == subject_end
        if not line.text.isupper() or line.cells > 1 or _BODY_BEGINS.match(line.text) or len(line.text) > _LONGEST_LINE:
            break
        if first and not is_authority(line.text):
            break
        end += 1
    return end


def _below_type(lines: Sequence[HeadLine], type_at: int, document: Document) -> tuple[Field | None, int]:
    type_line = lines[type_at]
    shared = type_line.text.isupper() and len(type_line.text.split()) > _WORDS_OF_TYPE
    start, last = (type_line.span.start if shared else -1), type_at
    for at in range(type_at + 1, len(lines)):
        line = lines[at]
        titled = (
            start < 0 and _TITLE_OF_TASK.match(line.text) is not None
        )  # a preamble would end with a colon or a comma
        if (not titled and _ends(line, document)) or (start >= 0 and is_authority(line.text)):
            break
        body = of_body(line.text) if start < 0 else None
        if body and body.end() == len(line.text):
            continue
        if start < 0:
            start = line.span.start + (body.end() if body else 0)
        last = at
    if start < 0:
        return None, type_at
    span = Span(start, lines[last].span.end)
    words = " ".join(span.of(document.text).split()).strip(" -–,")
    return (Field(words, span), last) if len(words) <= LONGEST_SUBJECT else (None, type_at)


def _ends(line: HeadLine, document: Document) -> bool:
    """Whether the subject has ended before this line: the preamble, the body, a table, the note of an annex."""
    if line.cells > 1 or _BODY_BEGINS.match(line.text) or _ANNEX_NOTE.match(line.text):
        return True
    heading = document.blocks[line.block].kind is BlockKind.HEADING
    if _PREAMBLE.match(line.text) and not line.text.isupper() and (not heading or line.text.startswith("Căn cứ")):
        return True
    goes_on = line.text.endswith(",") and len(line.text) < _LONGEST_LINE  # a title set on several lines
    sentence = line.text.endswith((".", ";", ":", ",")) and not goes_on and not line.text.rstrip(".").isupper()
    return sentence or len(line.text) > _LONGEST_TITLE_LINE


def _headline(lines: Sequence[HeadLine], document: Document) -> tuple[Field | None, int]:
    """The title of a text without a letterhead: a heading, or a first line without a full stop."""
    if any(is_nation(line.text) for line in lines):
        return None, -1
    for at, line in enumerate(lines[:6]):
        if document.blocks[line.block].level == 1 and len(line.text) <= _LONGEST_HEADLINE:
            return Field(line.text, line.span), at
    for at, line in enumerate(lines[:2]):
        heading = document.blocks[line.block].kind is BlockKind.HEADING
        title = 8 < len(line.text) <= _LONGEST_HEADLINE and not line.text.endswith((".", ";", ",", ":"))
        if line.cells == 1 and (heading or at == 0) and title and not _BODY_BEGINS.match(line.text):
            return (Field(line.text, line.span), at) if not is_authority(line.text) else (None, -1)
    return None, -1
