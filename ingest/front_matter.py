"""Front matter from the letterhead and the signature: symbol, type, issuing body, place and date, subject, signer.

The order of these parts is prescribed: Nghị định 30/2020/NĐ-CP, Phụ lục I (State), Hướng dẫn 36-HD/VPTW (Party). Only what stands
there is taken; a draft whose number is blank has no symbol.
"""

import re
from collections.abc import Sequence

from corpus.grammar.dates import find_dates
from corpus.grammar.symbols import Symbol, document_types, find_symbols, type_names
from corpus.types import Document, Field, FrontMatter, Span, value
from ingest.head_lines import HeadLine, head_lines
from ingest.issuer import read_issuer
from ingest.signature import read_closing
from ingest.subject import authority_end, read_subject

_MOST_ABOVE = 12  # lines, where no type is named
_ANNEX_LINES = 3  # a file that is only an annex begins with its name
_LONGEST_LINE = 200  # characters of a line with number or date
_NUMBER = re.compile(
    r"^(?:(?:luật|pháp lệnh|nghị quyết) số\s*:\s*|số\s*(?::\s*|(?=[\s\d/–-])\s*(?=[\d/–-])))", re.IGNORECASE
)
_NUMBER_IN_CELL = re.compile(r"(?:^|\s)(?:Số|SỐ)\s*(?::\s*|\s(?=\d))")
_TITLE_WITH_NUMBER = re.compile(r"[\w ]{2,30}\bsố", re.IGNORECASE)
# A whole title in one line, as collections of laws print it: "Nghị định của Chính phủ số … ngày … về …"
_TITLE_GOES_ON = re.compile(
    r"[\s,]*(?:ký )?ngày\s(?:\d{1,2}/\d{1,2}/\d{4}|\d{1,2} tháng \d{1,2} năm \d{4})(?:\s+(?:của|về|quy định|hướng dẫn|ban hành|sửa đổi|v/v)\s|\s*$)",
    re.IGNORECASE,
)
_TITLE_BEFORE = re.compile(r"(?P<type>[\w ]{3,25}?)(?: của [\w ]{2,40}?)? số")
_DATE_LINE = re.compile(r"(?P<before>[^\d,;:]{2,160}?)\s*,\s*ngày(?=[\s\d.…]*(?:$|/|tháng\b))", re.IGNORECASE)
_DATE_WITHOUT_COMMA = re.compile(r"(?P<before>[^\d,;:]{2,40}?)\s+ngày(?=[\s\d.…]*tháng[\s\d.…]*năm[\s\d.…]*$)")
_GOES_ON = re.compile(r"\s*[,;]|[\s.]*[^\W\d_][^\d]{40}")  # a sentence behind the date: no letterhead
_WEEKDAY = re.compile(r"^(?:thứ |chủ nhật|sáng|chiều|tối|hôm nay)", re.IGNORECASE)
_DASHES = ("-", "–")  # in the name of a place: Bà Rịa - Vũng Tàu
_BODY = re.compile(r"^(?:Chương|CHƯƠNG|Phần|PHẦN|Điều|ĐIỀU)\s+(?:[IVX\d]+\b|thứ|THỨ)")
_ADDRESSEE = re.compile(r"^kính (?:gửi|trình)\b", re.IGNORECASE)
_ANNEX = re.compile(r"^PHỤ LỤC(?: (?:SỐ )?[IVX\d.]+)?$", re.IGNORECASE)
_LETTER = "công văn"  # has no name of its type: a symbol without one tells it


@value
class Letterhead:
    """The front matter, and the numbers of the blocks that are letterhead or closing (recipients, signature)."""

    front: FrontMatter
    head: frozenset[int]
    closing: frozenset[int]


def read_letterhead(document: Document) -> Letterhead:
    """Front matter and the blocks it stands in."""
    lines = head_lines(document)
    type_at, doc_type = _type(lines)
    above = lines[:type_at] if type_at >= 0 else lines[:_MOST_ABOVE]  # number, place and date stand above the type
    number_at, symbol = _symbol(above)
    date_at, place, issued_on = _place_and_date(above)
    subject, subject_end = read_subject(lines, type_at, document)
    issuer = read_issuer(lines, type_at, max(number_at, date_at) + 1, subject_end)
    last = max(number_at, date_at, authority_end(lines, subject_end) if subject_end >= 0 else -1)
    end = lines[last].block + 1 if last >= 0 else 0
    closing = read_closing(document, end)
    if doc_type is None and symbol is not None:
        doc_type = _type_of(symbol)
    front = FrontMatter(symbol, doc_type, issuer, place, issued_on, subject, closing.signer)
    return Letterhead(front, frozenset(range(end)), closing.blocks)


def _symbol(lines: Sequence[HeadLine]) -> tuple[int, Field | None]:
    """The line or cell with "Số: …"; a title "Nghị quyết số 57-NQ/TW" and nothing more counts too."""
    for at, line in enumerate(lines):
        start = _NUMBER.match(line.text) or (_NUMBER_IN_CELL.search(line.text) if line.cells > 1 else None)
        if start and len(line.text) < _LONGEST_LINE:
            found = [symbol for symbol in find_symbols(line.text) if symbol.span.start == start.end()]
            return at, _written(found[0], line) if found else None
    for at, line in enumerate(lines[:3]):
        found = find_symbols(line.text)
        if not found or not (_is_all(found, line.text) or _goes_on(found[0], line.text)):
            continue
        if _TITLE_WITH_NUMBER.fullmatch(line.text[: found[0].span.start].strip()):
            return at, _written(found[0], line)
    return -1, None


def _is_all(found: Sequence[Symbol], text: str) -> bool:
    """Whether a line ends with its only symbol."""
    return len(found) == 1 and found[0].span.end == len(text.rstrip(". "))


def _goes_on(symbol: Symbol, text: str) -> bool:
    """Whether a line begins with a type and its body, and behind its symbol goes on as a title does: with its day and its subject."""
    before = _TITLE_BEFORE.fullmatch(text[: symbol.span.start].strip().lower())
    return before is not None and before["type"] in type_names() and bool(_TITLE_GOES_ON.match(text, symbol.span.end))


def _written(symbol: Symbol, line: HeadLine) -> Field:
    return Field(symbol.written, line.part(*symbol.span))


def _place_and_date(lines: Sequence[HeadLine]) -> tuple[int, Field | None, Field | None]:
    for at, line in enumerate(lines):
        match = _DATE_LINE.search(line.text) or _DATE_WITHOUT_COMMA.match(line.text)
        if not match or len(line.text) > _LONGEST_LINE or _WEEKDAY.match(line.text):
            continue
        place = _place(match["before"])
        dates = [found for found in find_dates(line.text) if found.span.start >= match.end("before")]
        if place is None or (dates and _GOES_ON.match(line.text, dates[0].span.end)):
            continue
        issued = Field(dates[0].date.isoformat(), line.part(*dates[0].span)) if dates else None
        start = match.start("before")
        place = Span(start + place.start, start + place.end)
        return at, Field(place.of(line.text), line.part(*place)), issued
    return -1, None, None


def _place(before: str) -> Span | None:
    """The place at the end of what stands before ", ngày": its words begin with capitals but are not set in them."""
    words = list(re.finditer(r"\S+", before))
    first = len(words)
    while first and len(words) - first < 5 and _is_name_word(words[first - 1][0]):
        first -= 2 if first > 2 and words[first - 2][0] in _DASHES and _is_name_word(words[first - 3][0]) else 1
    return Span(words[first].start(), words[-1].end()) if first < len(words) else None


def _is_name_word(word: str) -> bool:
    bare = word.strip(".")
    return bare in ("phố", "TP", "TX") or (
        bare[:1].isupper() and (bare[1:].islower() or ("-" in bare and not bare.isupper()))
    )


def _type(lines: Sequence[HeadLine]) -> tuple[int, Field | None]:
    """The line that names the type, alone or in capitals before the subject; above the text, and above a letter's addressee."""
    for at, line in enumerate(lines):
        if _ADDRESSEE.match(line.text) or _BODY.match(line.text):
            break
        name = "phụ lục" if at < _ANNEX_LINES and _ANNEX.match(line.text) else _type_named(line)
        if name:
            return at, Field(name, line.part(0, len(name)))
    return -1, None


def _type_named(line: HeadLine) -> str | None:
    capitals = line.text.isupper()
    if not capitals and (not line.text[:1].isupper() or line.cells > 1):
        return None
    bare = line.text.strip(" :.").lower()
    before_subject = capitals and not line.text.endswith(":")
    for name in sorted(type_names(), key=len, reverse=True):
        if bare == name or (before_subject and bare.startswith(name + " ")):
            return name
    return None


def _type_of(symbol: Field) -> Field | None:
    """What the symbol says: "/BC-" is a report; "905/UBND-KGVX" names no type, as only letters do."""
    found = find_symbols(symbol.value)
    if not found:
        return None
    letter = not found[0].type and "-" in found[0].organ  # laws name their assembly alone: 72/2025/QH15
    name = _LETTER if letter else document_types().get(found[0].type)
    return Field(name, symbol.span) if name else None
