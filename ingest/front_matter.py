"""Front matter from the letterhead and the signature: symbol, type, issuing body, place and date, subject, signer.

The order of these parts is prescribed: Nghị định 30/2020/NĐ-CP, Phụ lục I (State), Hướng dẫn 36-HD/VPTW (Party). Only what stands
there is taken; a draft whose number is blank has no symbol.
"""

import re
from collections.abc import Sequence

from corpus.grammar.bodies import display_name
from corpus.grammar.dates import find_dates
from corpus.grammar.symbols import document_types, find_symbols, type_names
from corpus.types import BlockKind, Document, Field, FrontMatter, Span, value
from ingest.signature import read_signature

_MOST_BLOCKS = 40  # a letterhead is not longer
_MOST_ABOVE = 12  # lines, where no type is named
_NATION = re.compile(
    r"^(?:cộng h(?:òa|oà) xã hội|đảng cộng sản việt nam\s*$|độc lập\s*-\s*tự do|đoàn tncs)", re.IGNORECASE
)
_NUMBER = re.compile(r"^số\s*(?::\s*|(?=[\s\d/–-])\s*(?=[\d/–-]))", re.IGNORECASE)
_NUMBER_IN_CELL = re.compile(r"(?:^|\s)(?:Số|SỐ)\s*(?::\s*|\s(?=\d))")
_DATE_LINE = re.compile(r"(?P<before>[^\d,;:]{2,160}?)\s*,\s*ngày\b", re.IGNORECASE)
_WEEKDAY = re.compile(r"^(?:thứ |chủ nhật|sáng|chiều|tối|hôm nay)", re.IGNORECASE)
_LETTER_SUBJECT = re.compile(r"^V/v\s*:?\s*", re.IGNORECASE)
_OF_BODY = re.compile(r"^của\s+(?P<body>.{3,60}?)(?:\s+(?=về\s)|$)", re.IGNORECASE)
_PREAMBLE = re.compile(
    r"^(?:căn cứ|thực hiện|theo đề nghị|xét|kính gửi|để |ngày \d|thi hành|tiếp tục|qua |sau |trong |năm \d)",
    re.IGNORECASE,
)
_BODY_BEGINS = re.compile(
    r"^(?:[IVX]{1,5}\s?[.)-]|[A-Z]\.|\d{1,2}[.)-]|a\)|-\s|\+\s|Điều\s\d|Chương\s|Phần\s|(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|NGHỊ QUYẾT)\s*:)"
)
_ANNEX_NOTE = re.compile(r"^\(?\s*(?:ban hành )?kèm theo", re.IGNORECASE)
_ANNEX = re.compile(r"^PHỤ LỤC(?: (?:SỐ )?[IVX\d.]+)?$", re.IGNORECASE)
_LONGEST_SUBJECT = 600
_LONGEST_LINE = 120  # of a title that is set by hand on several lines


@value
class Letterhead:
    """The front matter, and the numbers of the blocks that are letterhead or closing (recipients, signature)."""

    front: FrontMatter
    head: frozenset[int]
    closing: frozenset[int]


@value
class _Line:
    """A cell or a paragraph of the letterhead."""

    text: str
    span: Span
    block: int
    cell: int = 0
    cells: int = 1


def read_letterhead(document: Document) -> Letterhead:
    """Front matter and the blocks it stands in."""
    lines = _lines(document)
    type_at, doc_type = _type(lines)
    above = lines[:type_at] if type_at >= 0 else lines[:_MOST_ABOVE]  # number, place and date stand above the type
    number_at, symbol = _symbol(above)
    date_at, place, issued_on = _place_and_date(above)
    subject, subject_end = _subject(lines, type_at, document)
    issuer = _issuer(lines, number_at, date_at, type_at, subject_end)
    if doc_type is None and symbol is not None:
        doc_type = _type_of_symbol(symbol)
    last = max(number_at, date_at, type_at, subject_end)
    head = frozenset(range(lines[last].block + 1)) if last >= 0 else frozenset()
    closing, signer = read_signature(document)
    return Letterhead(FrontMatter(symbol, doc_type, issuer, place, issued_on, subject, signer), head - closing, closing)


def _lines(document: Document) -> list[_Line]:
    found: list[_Line] = []
    for number, block in enumerate(document.blocks[:_MOST_BLOCKS]):
        filled = [span for span in block.cells or (block.span,) if span.end > span.start]
        found += [
            _Line(span.of(document.text), span, number, cell, len(block.cells) or 1) for cell, span in enumerate(filled)
        ]
        if len(block.span.of(document.text)) > 2 * _LONGEST_SUBJECT:
            break
    return found


def _symbol(lines: Sequence[_Line]) -> tuple[int, Field | None]:
    """The line or cell with "Số: …"; a title "Nghị quyết số 57-NQ/TW" and nothing more counts too."""
    for at, line in enumerate(lines):
        start = _NUMBER.match(line.text) or (_NUMBER_IN_CELL.search(line.text) if line.cells > 1 else None)
        if start and len(line.text) < 200:
            found = [s for s in find_symbols(line.text) if s.span.start == start.end()]
            return at, Field(found[0].written, _moved(found[0].span, line)) if found else None
    for at, line in enumerate(lines[:3]):
        found = find_symbols(line.text)
        if (
            len(found) == 1
            and re.fullmatch(r"[\w ]{2,30}\bsố", line.text[: found[0].span.start].strip(), re.IGNORECASE)
            and found[0].span.end == len(line.text.rstrip(". "))
        ):
            return at, Field(found[0].written, _moved(found[0].span, line))
    return -1, None


def _place_and_date(lines: Sequence[_Line]) -> tuple[int, Field | None, Field | None]:
    for at, line in enumerate(lines):
        match = _DATE_LINE.match(line.text)
        if not match or len(line.text) > 200 or _WEEKDAY.match(line.text):
            continue
        place = _place(match["before"])
        if place is None:
            continue
        dates = [d for d in find_dates(line.text) if d.span.start >= match.end("before")]
        issued = Field(dates[0].date.isoformat(), _moved(dates[0].span, line)) if dates else None
        return at, Field(place.of(line.text), _moved(place, line)), issued
    return -1, None, None


def _place(before: str) -> Span | None:
    """The place at the end of what stands before ", ngày": its words begin with capitals but are not set in them."""
    words = list(re.finditer(r"\S+", before))
    first = len(words)
    while first and len(words) - first < 5 and _is_name_word(words[first - 1][0]):
        first -= 1
    return Span(words[first].start(), words[-1].end()) if first < len(words) else None


def _is_name_word(word: str) -> bool:
    bare = word.strip(".")
    return bare in ("phố", "TP", "TX") or (
        bare[:1].isupper() and (bare[1:].islower() or ("-" in bare and not bare.isupper()))
    )


def _type(lines: Sequence[_Line]) -> tuple[int, Field | None]:
    """The line that names the type, alone or in capitals before the subject."""
    names = sorted(type_names(), key=len, reverse=True)
    for at, line in enumerate(lines):
        if _ANNEX.match(line.text):
            return at, Field("phụ lục", Span(line.span.start, line.span.start + len("phụ lục")))
        bare = line.text.strip(" :.").lower()
        if line.text.isupper() or (line.text[:1].isupper() and line.cells == 1):
            for name in names:
                if bare == name or (
                    line.text.isupper() and bare.startswith(name + " ") and not line.text.endswith(":")
                ):
                    return at, Field(name, Span(line.span.start, line.span.start + len(name)))
    return -1, None


def _type_of_symbol(symbol: Field) -> Field | None:
    found = find_symbols(symbol.value)
    name = document_types().get(found[0].type) if found else None
    return Field(name, symbol.span) if name else None


def _subject(lines: Sequence[_Line], type_at: int, document: Document) -> tuple[Field | None, int]:
    """What stands between the type and the preamble; of a letter the words after "V/v"; of an article its headline."""
    for at, line in enumerate(lines):
        letter = _LETTER_SUBJECT.match(line.text)
        if letter:
            return Field(line.text[letter.end() :], Span(line.span.start + letter.end(), line.span.end)), at
    if type_at < 0:
        return _headline(lines, document)
    first, last, start = -1, type_at, -1
    type_line = lines[type_at]
    rest = type_line.text.strip(" :.").lower()
    if len(rest.split()) > 4 and type_line.text.isupper():
        first = type_at  # type and subject on one line
    for at in range(type_at + 1, len(lines)):
        line = lines[at]
        heading = document.blocks[line.block].kind is BlockKind.HEADING
        broken = line.text.endswith(",") and len(line.text) < _LONGEST_LINE  # a title set on several lines
        if (
            line.cells > 1
            or _ends_subject(line.text.rstrip(",") if broken else line.text, heading=heading)
            or (_is_issuer_line(line.text) and first >= 0)
        ):
            break
        body = _OF_BODY.match(line.text) if first < 0 else None
        if body and body.end() == len(line.text):
            continue
        if body:
            start = line.span.start + body.end()
        first, last = (at if first < 0 else first), at
    if first < 0:
        return None, type_at
    span = Span(start if start >= 0 else lines[first].span.start, lines[last].span.end)
    text = " ".join(span.of(document.text).split())
    return (Field(text.strip(" -–,"), span), last) if len(text) <= _LONGEST_SUBJECT else (None, type_at)


def _headline(lines: Sequence[_Line], document: Document) -> tuple[Field | None, int]:
    """The title of a text without a letterhead: a heading, or a first line without a full stop."""
    if not lines or any(_NATION.match(line.text) for line in lines):
        return None, -1
    for at, line in enumerate(lines[:6]):
        if document.blocks[line.block].level == 1 and len(line.text) <= 300:
            return Field(line.text, line.span), at
    for at, line in enumerate(lines[:2]):
        heading = document.blocks[line.block].kind is BlockKind.HEADING
        if (
            line.cells == 1
            and (heading or at == 0)
            and 8 < len(line.text) <= 300
            and not line.text.endswith((".", ";", ","))
        ):
            return (Field(line.text, line.span), at) if not _is_issuer_line(line.text) else (None, -1)
    return None, -1


def _ends_subject(text: str, *, heading: bool) -> bool:
    sentence = (text.endswith((".", ";", ",", ":")) and not text.rstrip(".").isupper()) or len(text) > 350
    preamble = _PREAMBLE.match(text) and not text.isupper() and (not heading or text.startswith("Căn cứ"))
    return bool(preamble or _BODY_BEGINS.match(text) or _ANNEX_NOTE.match(text) or sentence)


def _is_issuer_line(text: str) -> bool:
    """A body alone in capitals between subject and preamble: "CHÍNH PHỦ", "ỦY BAN NHÂN DÂN TỈNH …"."""
    return (
        text.isupper()
        and re.match(r"^(?:BỘ |CHÍNH PHỦ|THỦ TƯỚNG|[ỦU][ỶY] BAN|HỘI ĐỒNG|QUỐC HỘI|CHỦ TỊCH|GIÁM ĐỐC|BAN )", text)
        is not None
    )


def _issuer(lines: Sequence[_Line], number_at: int, date_at: int, type_at: int, subject_end: int) -> Field | None:
    """ "CỦA BỘ CHÍNH TRỊ" below the type; else what stands left of, or before, the nation's or the Party's name."""
    for at in range(type_at + 1, min(type_at + 2, len(lines))) if type_at >= 0 else ():
        match = _OF_BODY.match(lines[at].text)
        if match:
            start, end = match.span("body")
            return Field(display_name(match["body"]), Span(lines[at].span.start + start, lines[at].span.start + end))
    if number_at < 0 and date_at < 0:
        return _authority_line(lines, subject_end)
    names: list[tuple[str, Span]] = []
    for line in lines[: max(number_at, date_at) + 1]:
        text = re.split(r"\s*(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐOÀN TNCS|[*_]{1,3}|(?<!\w)SỐ\s*:|(?<!\w)Số\s*:?)", line.text)[
            0
        ].strip(" -–—")
        if (
            text.isupper()
            and line.cell == 0
            and text[0].isalpha()
            and not _NATION.match(text)
            and not _is_type_line(text)
        ):
            names.append((text, Span(line.span.start, line.span.start + len(text))))
    if len(names) > 1 and names[-1][0] == "VĂN PHÒNG":
        return Field(
            "Văn phòng " + display_name(" ".join(text for text, _ in names[:-1])),
            Span(names[0][1].start, names[-1][1].end),
        )
    if len(names) > 1 and all(_BODY_HEAD.match(text) and len(text.split()) > 2 for text, _ in names[-2:]):
        names = names[-1:]  # the body above it is not the one that issues
    if not names:
        return _authority_line(lines, subject_end)
    return Field(display_name(" ".join(text for text, _ in names)), Span(names[0][1].start, names[-1][1].end))


_BODY_HEAD = re.compile(
    r"^(?:BỘ|SỞ|BAN|BCH|[ỦU][ỶY] BAN|HỘI|ĐẢNG|VĂN PHÒNG|CHI CỤC|CỤC|PHÒNG|TRUNG TÂM|(?:THÀNH|TỈNH|HUYỆN|QUẬN) (?:[ỦU][ỶY]|ĐOÀN)|ĐOÀN|TỔ|TIỂU BAN)\b"
)


def _is_type_line(text: str) -> bool:
    return text.strip(" :.").lower() in type_names()


def _authority_line(lines: Sequence[_Line], subject_end: int) -> Field | None:
    """Without a letterhead, the body between subject and preamble: "ỦY BAN THƯỜNG VỤ QUỐC HỘI"."""
    for line in lines[subject_end + 1 : subject_end + 2] if subject_end >= 0 else ():
        if _is_issuer_line(line.text):
            return Field(display_name(line.text.strip(" :")), line.span)
    return None


def _moved(span: Span, line: _Line) -> Span:
    return Span(line.span.start + span.start, line.span.start + span.end)
