"""A figure with its change, and several counts of one unit: as they stand beside each other, where a question asks for both."""

import re

from corpus.sentences import sentences
from corpus.text import matching_form, one_line
from corpus.types import Span
from search_api.asking.otherwise import count_spans

# "tăng bao nhiêu so với cùng kỳ": by how much something changed is asked for, too
_CHANGE_ASKED = re.compile(
    matching_form(
        r"(?<!\w)(?:(?:tăng|giảm)(?: thêm| trưởng)? (?:bao nhiêu|mấy|bn|thế nào|ra sao|hay)|(?:so với|so) (?:cùng kỳ|năm trước|kế hoạch))(?!\w)"
    )
)
# What says behind a figure how it has changed, or how it stands to what was planned.
_CHANGE = re.compile(
    r"(?:,|;| và| \()?\s?(?:tăng|giảm|bằng|vượt|cao hơn|thấp hơn)\s[^,;.()\d]{0,40}?\d[\d.,]*\s?(?:%|lần|điểm phần trăm|điểm %|phần trăm)"
    r"(?:\sso\s(?:với\s)?(?:(?!\s(?:và|hoặc|trong đó)\s)[^,;.()\d]){2,50}(?:\s?(?:19|20)\d\d)?)?"
)


def asks_change(question: str) -> bool:
    """Whether a question asks by how much something has changed."""
    return _CHANGE_ASKED.search(matching_form(question)) is not None


def change_behind(text: str, end: int, limit: int) -> Span | None:
    """The words right behind a figure that say how it has changed; None where none do."""
    match = _CHANGE.match(text, end, limit)
    return Span(*match.span()) if match else None


def counted(question: str, text: str, core: Span, longest: int) -> str:
    """The sentences of a unit in which the two or more things stand that a question counts; "" where not all of them do."""
    places = count_spans(question, core.of(text))
    if len(places) < 2 or not all(places.values()):
        return ""
    firsts = [core.start + spans[0].start for spans in places.values()]
    found = [s for s in sentences(text, core.start, core.end) if any(s.start <= at < s.end for at in firsts)]
    words = one_line(" ".join(s.of(text) for s in found))
    last_cell = words.rpartition(" | ")[2]
    words = last_cell if any(c.isdigit() for c in last_cell) and words.count(" | ") else words
    return words if len(words) <= longest else ""
