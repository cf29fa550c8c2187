"""Rises, falls and surpluses: figures that say by how much something changed and are no level of it."""

import re

from corpus.grammar.quantities import Quantity
from corpus.types import Span

_CHANGE = re.compile(r"(?<!\w)(?:còn thiếu|thiếu|hụt|vượt|tăng|giảm)(?!\w)(?P<rest>[^,;()]{0,40})$")
# "tăng lên 60%", "vượt yêu cầu 95%", "thấp hơn mức 52% đã đề ra" name a level
_LEVEL = re.compile(r"\s(?:lên|xuống|còn|thành|đến|tới|yêu cầu|mức)(?!\w)")
_PLANNED_BEHIND = re.compile(r"\s(?:[^\W\d]+\s){0,2}?(?:đã )?(?:đề ra|đặt ra|được giao)(?!\w)")
_ONLY = re.compile(
    r"(?:(?:và|còn|chỉ|cũng|đã)\s)?(?:thiếu|hụt|vượt|tăng|giảm|thấp hơn|cao hơn|bằng)(?: thêm| kế hoạch)?\s?"
)
_THAN = re.compile(r"\s?so (?:với |(?=cùng kỳ))[^,;.():\n]{2,60}?(?=\s(?:và|đạt|chiếm|bằng|do|nhờ)\s|[,;.():\n]|$)")


def change_of(form: str, own: Span, quantity: Quantity, limit: int) -> tuple[Span, ...]:
    """The words that make a figure a change, and what it is compared with: "tăng … so với năm 2022"; none of a level."""
    match = _CHANGE.search(form, own.start, quantity.span.start)
    if (
        match is None
        or _LEVEL.match(form, match.start("rest"))
        or _PLANNED_BEHIND.match(form, quantity.span.end, limit)
    ):
        return ()
    words = Span(match.start(), max(own.end, match.start("rest")))
    than = _THAN.match(form, quantity.span.end, limit)
    return (words, Span(*than.span())) if than else (words,)


def only_changes(words: str) -> bool:
    """Whether the words of a figure say nothing but that what was counted before has changed: "46 bộ, vượt 06 bộ"."""
    return _ONLY.fullmatch(words) is not None
