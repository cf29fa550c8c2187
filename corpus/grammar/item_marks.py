"""The number at the beginning of a line, by which the place is cited: "Điều 5.", "II.", "2.1.", "a)", "PHỤ LỤC I".

Units of State documents: phần, chương, mục, điều, khoản, điểm (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6); of Party documents I- / 1- / 1.1 / a)
(Hướng dẫn 36-HD/VPTW, II.5).
"""

import re
from enum import StrEnum

from corpus.grammar.bodies import CAPITAL
from corpus.types import value


class Level(StrEnum):
    """What a mark numbers."""

    ANNEX = "phụ lục"
    PART = "phần"
    CHAPTER = "chương"
    SECTION = "mục"
    ARTICLE = "điều"
    CAPITAL = "A"
    ROMAN = "I"
    NUMBER = "1"
    LETTER = "a"
    BRACKET = "(1)"


@value
class ItemMark:
    """A mark: ``number`` as printed without what closes it, "" of an annex that is the only one."""

    level: Level
    number: str


_UNIT = r"(?:nghìn|triệu|tỷ|tỉ|km|ha|m2|m²|kg|tấn|điểm|lần|độ)"  # "2.5 triệu" is a figure
_AHEAD = r"(?=\s|[^\W\d])"
_MARKS: tuple[tuple[Level, re.Pattern[str]], ...] = tuple(
    (level, re.compile(pattern))
    for level, pattern in (
        (Level.ANNEX, r"(?:PHỤ LỤC|Phụ lục)(?:\s+(?:số|SỐ))?(?:\s+((?:[IVXLC]{1,6}|\d{1,2})(?:\.\d{1,2}){0,3}[a-z]?))?(?=\s*(?:$|[:.–-]|[^a-zà-ỹ]+$))"),
        (Level.PART, r"(?:Phần|PHẦN)\s+((?:thứ|THỨ)\s+\w+|(?:[IVXLC]{1,6}|\d{1,2})(?:\.\d{1,2}){0,3})(?!\w)"),
        (Level.CHAPTER, r"(?:Chương|CHƯƠNG)\s+([IVXLC]{1,6}|\d{1,3})(?!\w)"),
        (Level.SECTION, r"(?:Mục|MỤC)\s+([IVXLC]{1,6}|\d{1,3})(?!\w)(?!\s+tiêu)"),
        (Level.ARTICLE, r"(?:Điều|ĐIỀU)\s+(\d{1,3}[a-zđ]?)\s*[.:]"),
        (Level.ROMAN, r"([IVXL]{1,6}(?:\.\d{1,2}){1,3})\s?[.)–-]?\s(?=\S)"),
        (Level.CAPITAL, r"([A-HĐ](?:\.\d{1,2}){1,3})\s?[.)–-]?\s(?=\S)"),
        (Level.ROMAN, rf"([IVXL]{{1,6}})(?:\s?[.)–-]\s?(?=\S)|\s+(?=[{CAPITAL}]{{2}}))"),
        (Level.CAPITAL, r"([A-HĐ])\s?[.)–-]\s?(?=\S)"),
        (Level.NUMBER, rf"(\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})(?:[.)–-]{_AHEAD}|\s(?!%|{_UNIT}(?!\w))(?=[^\W\d_]))"),
        (Level.NUMBER, rf"(\d{{1,3}})(?:\s?[.)]{_AHEAD}|\s?[–-]\s(?=\D)|/\s)"),
        (Level.NUMBER, r"Khoản\s(\d{1,3})[.:]"),
        (Level.LETTER, r"([a-zđ]|[ivx]{2,5})\s?[.)]\s?(?=\S)"),
        (Level.BRACKET, r"\(\s?(\d{1,3}|[ivx]{1,5}|[a-zđ])\s?\)"),
    )
)  # fmt: skip
_GROUP_ROW = re.compile(rf"(?:(?P<roman>[IVXL]{{1,6}})|(?P<letter>[A-HĐ]))\s+(?=[{CAPITAL}])")


def item_mark(line: str, *, in_table: bool = False) -> ItemMark | None:
    """The mark a line begins with, None where it has none that can be cited (a dash). ``in_table``: a row that names a group may begin with a bare letter or Roman number."""
    for level, pattern in _MARKS:
        if match := pattern.match(line):
            return ItemMark(level, match[1] or "")
    match = _GROUP_ROW.match(line) if in_table else None
    if match is None:
        return None
    return ItemMark(Level.ROMAN, match["roman"]) if match["roman"] else ItemMark(Level.CAPITAL, match["letter"])
