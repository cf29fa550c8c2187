"""Vietnamese sentences of administrative text: full stops end them, but not in numbers, dates, abbreviations and list labels."""

import re
from collections.abc import Iterator

from corpus.types import Span

# A run of stops is looked at once, from its first stop: a page of leader dots takes linear time.
_END = re.compile(r"(?<![.!?…])[.!?…]++['\"”’)\]]*+(?=\s|$)|[.;:]\s*/\.")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(“\".])(?:TP|Tp|TX|TT|P|Q|H|PGS|GS|TS|ThS|ThS|BS|KS|CN|Mr|Mrs|Dr|No|St|tr|Tr|v\.v|đ\/c|T\.Ư|NXB|KT|TM|TL|TUQ|Đ\/c|[A-ZĐ])$"
)
_LABEL = re.compile(
    r"^(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|[a-zđA-HĐ]|(?:Điều|Khoản|Mục|Chương|Phần|Câu|Bước|Bảng|Hình|Phụ lục)\s+[\dIVXLC]+[a-zđ]?(?:\.\d+)*)$"
)
_NEXT_WORD = re.compile(r"\s+(\S)")
_LONGEST_LABEL = 60


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Spans of the sentences between two places, without white space around them; together they hold every word."""
    return list(_sentences(text, start, len(text) if end is None else end))


def _sentences(text: str, start: int, end: int) -> Iterator[Span]:
    begin = start
    for match in _END.finditer(text, start, end):
        if match.end() < end and (_inside(text, begin, match, end)):
            continue
        if (span := _trimmed(text, begin, match.end())) is not None:
            yield span
        begin = match.end()
    if (span := _trimmed(text, begin, end)) is not None:
        yield span


def _inside(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    """Whether the stop belongs to a label, an abbreviation or an unfinished sentence."""
    before = text[max(begin, match.start() - _LONGEST_LABEL) : match.start()]
    if match[0] == "." and _ABBREVIATION.search(before[-8:]):
        return True
    if match[0][0] == "." and match.start() - begin <= _LONGEST_LABEL and _LABEL.match(before.strip()):
        return True
    following = _NEXT_WORD.match(text, match.end(), end)
    return match[0][0] in ".…" and following is not None and following[1].islower()


def _trimmed(text: str, begin: int, end: int) -> Span | None:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    return Span(begin, end) if begin < end else None


def pieces(text: str, span: Span, longest: int) -> list[Span]:
    """A span cut into pieces of at most ``longest`` characters: at ends of sentences, else at semicolons, commas, spaces."""
    found: list[Span] = []
    for sentence in sentences(text, span.start, span.end):
        if found and sentence.end - found[-1].start <= longest:
            found[-1] = Span(found[-1].start, sentence.end)
        else:
            found += _cut(text, sentence, longest)
    return found


def _cut(text: str, span: Span, longest: int) -> Iterator[Span]:
    start = span.start
    while span.end - start > longest:
        window = text[start : start + longest]
        place = max(window.rfind("; ") + 1, 0) or max(window.rfind(", ") + 1, 0) or window.rfind(" ") or 0
        place = place if place > 0 else longest
        if (piece := _trimmed(text, start, start + place)) is not None:
            yield piece
        start += place
    if (piece := _trimmed(text, start, span.end)) is not None:
        yield piece
