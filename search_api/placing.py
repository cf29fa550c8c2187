"""Where in a document a quotation stands, in words: from the titles over it and the marks its own lines begin with."""

import re
from collections.abc import Sequence
from functools import cache

from corpus.grammar.item_marks import ItemMark, Level, item_mark
from corpus.grammar.symbols import type_names
from corpus.text import matching_form
from corpus.types import Passage, PassageKind, Span, value

_ORDER = (
    Level.CAPITAL,
    Level.ROMAN,
    Level.NUMBER,
    Level.LETTER,
    Level.BRACKET,
)  # inside a passage, from wide to narrow
_NAMED = {Level.ANNEX: "Phụ lục", Level.PART: "Phần", Level.CHAPTER: "Chương", Level.SECTION: "Mục"}
_LONGEST_TITLE = 100  # characters of a title without a number that names the place
_NO_TITLE = re.compile(r":$|…|\.\.\.")  # a lead-in, a line to be filled in
_NUMBER_COLUMN = re.compile(r"(?:s?tt|số tt|số thứ tự)")
_ROW_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,2}){0,2}|[IVXL]{1,6}")


@value
class PlaceWords:
    """The steps to a place. ``wide``: from wide to narrow, as they follow a document; ``narrow``: the other way, as they stand before it."""

    wide: tuple[str, ...] = ()
    narrow: tuple[str, ...] = ()


def place_words(text: str, passage: Passage, quote: Span, doc_type: str) -> PlaceWords:
    """The place of a quotation; nothing for what stands in the letterhead or at the end."""
    if passage.kind in (PassageKind.LETTERHEAD, PassageKind.CLOSING):
        return PlaceWords()
    in_table = passage.kind is PassageKind.ROW
    over = [mark for title in passage.heading if (mark := item_mark(title, in_table=in_table)) is not None]
    marks = _nested(over, () if in_table else _own_marks(text, passage, quote))
    row = _row_number(text, passage) if in_table else ""
    title = _last_title(passage.heading) if not marks and not row else ""
    attached = _attached(passage.heading, doc_type)
    article = next((n for n, mark in enumerate(marks) if mark.level is Level.ARTICLE), None)
    inner = _in_article(marks[article:]) if article is not None else _in_section(marks)
    annex = next((m for m in marks if m.level is Level.ANNEX), None)
    around = "" if annex is None else f"Phụ lục {annex.number}".strip()
    wider = (
        [] if article is not None else [_named(m) for m in marks if m.level in _NAMED and m.level is not Level.ANNEX]
    )
    steps = [step for step in (attached, around, *wider, inner, f"số thứ tự {row}" if row else "", title) if step]
    with_document = [f"{step} kèm theo" if step in (attached, around) else step for step in steps]
    return PlaceWords(tuple(steps), tuple(with_document[::-1]))


def _own_marks(text: str, passage: Passage, quote: Span) -> list[ItemMark]:
    """Marks of the passage's lines that are open where the quotation begins."""
    end = text.find("\n", quote.start, passage.span.end)
    lines = text[passage.span.start : end if end >= 0 else passage.span.end].split("\n")
    opened: list[ItemMark] = []
    for mark in filter(None, map(item_mark, lines)):
        if mark.level in _ORDER:
            opened = [*(m for m in opened if _ORDER.index(m.level) < _ORDER.index(mark.level)), mark]
    return opened


def _nested(over: Sequence[ItemMark], own: Sequence[ItemMark]) -> list[ItemMark]:
    """All marks from wide to narrow; "2." over "2.1." says nothing more, nor does a mark that stands there twice."""
    marks: list[ItemMark] = []
    for mark in (*over, *own):
        if marks and marks[-1] == mark:
            continue
        if marks and mark.level is marks[-1].level and mark.number.startswith(f"{marks[-1].number}."):
            marks.pop()
        marks.append(mark)
    return marks


def _in_article(marks: Sequence[ItemMark]) -> str:
    """ "điểm a khoản 2 Điều 5"; where an article holds sections of its own, "mục I.2 Điều 1"."""
    article, *inner = marks
    words = f"Điều {article.number}"
    simple = [mark for mark in inner if mark.level in (Level.NUMBER, Level.LETTER)]
    if len(simple) < len(inner):
        return f"{_in_section(inner)} {words}"
    for n, mark in enumerate(simple):
        clause = mark.level is Level.NUMBER and n == 0 and "." not in mark.number
        words = f"{'khoản' if clause else 'điểm'} {mark.number} {words}"
    return words


def _in_section(marks: Sequence[ItemMark]) -> str:
    """ "mục II.2.a"."""
    numbers = [f"({m.number})" if m.level is Level.BRACKET else m.number for m in marks if m.level in _ORDER]
    return f"mục {'.'.join(numbers)}" if numbers else ""


def _named(mark: ItemMark) -> str:
    number = mark.number.lower() if mark.number[:1].upper() == "T" else mark.number
    return f"{_NAMED[mark.level]} {number}"


def _row_number(text: str, passage: Passage) -> str:
    """The number in the numbering column of a row."""
    for column, cell in zip(passage.columns, passage.cells, strict=False):
        title = matching_form(column.of(text)).strip(" .") if column else ""
        if _NUMBER_COLUMN.fullmatch(title) and _ROW_NUMBER.fullmatch(number := cell.of(text).strip(" .")):
            return number
    return ""


def _attached(heading: Sequence[str], doc_type: str) -> str:
    """The type of an attached document that the place is in: "Quy chế" of "QUY CHẾ làm việc …" under a decision."""
    form = matching_form(heading[0]) if heading and item_mark(heading[0]) is None else ""
    named = type_at_start(form)
    return named.capitalize() if named and named != matching_form(doc_type) else ""


@cache
def _types() -> re.Pattern[str]:
    names = sorted(map(matching_form, type_names()), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, names))})(?!\w)")


def type_at_start(form: str) -> str:
    """The type of document that a text in matching form begins with, "" where it begins with none."""
    match = _types().match(form)
    return match[0] if match else ""


def _last_title(heading: Sequence[str]) -> str:
    """The title right over a place that no number names, in quotation marks."""
    title = heading[-1].strip(" .") if heading else ""
    return f"mục “{title}”" if 0 < len(title) <= _LONGEST_TITLE and not _NO_TITLE.search(title) else ""
