"""A figure with its change: as they stand beside each other, where a question asks for both."""

import re

from corpus.text import matching_form
from corpus.types import Span

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
