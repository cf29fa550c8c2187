"""Word's automatic numbers: the labels that Word draws and that the file does not hold.

Office Open XML (ISO/IEC 29500-1, 17.9): a paragraph, or its style, names a list (numId) and a level (ilvl); the list's definition says
how each level counts and is written (``%1.%2.``). Counters run through the document.
"""

from typing import Any, NamedTuple

from docx.oxml.ns import qn

from ingest.readers.docx_styles import Styles, list_place

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"),
    (4, "IV"), (1, "I"),
)  # fmt: skip
_BULLETS = {"\uf0b7": "•", "\uf02d": "-", "o": "-", "\uf0a7": "•", "–": "-", "\uf0d8": "•"}


class _Level(NamedTuple):
    start: int
    format: str
    text: str


class Numbering:
    """Labels of one document; ask for them in document order."""

    def __init__(self, document: Any, styles: Styles) -> None:
        self._styles = styles
        self._lists: dict[str, tuple[str, dict[int, _Level]]] = {}
        self._counters: dict[str, dict[int, int]] = {}
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return
        abstract = {a.get(qn("w:abstractNumId")): a for a in root.findall(qn("w:abstractNum"))}
        for number in root.findall(qn("w:num")):
            self._define(number, abstract)

    def _define(self, number: Any, abstract: dict[str, Any]) -> None:
        base = number.find(qn("w:abstractNumId")).get(qn("w:val"))
        if base not in abstract:
            return
        levels = {int(level.get(qn("w:ilvl"))): _level(level) for level in abstract[base].findall(qn("w:lvl"))}
        own = number.get(qn("w:numId"))
        restarts = False
        for override in number.findall(qn("w:lvlOverride")):
            at = int(override.get(qn("w:ilvl")))
            if (level := override.find(qn("w:lvl"))) is not None:
                levels[at], restarts = _level(level), True
            if (start := override.find(qn("w:startOverride"))) is not None and at in levels:
                levels[at], restarts = levels[at]._replace(start=int(start.get(qn("w:val")))), True
        # lists on one definition count on together, unless one of them says that it begins anew
        self._lists[own] = (f"num {own}" if restarts else f"abstract {base}", levels)

    def label(self, paragraph: Any) -> str:
        """The label of a ``w:p`` element as Word shows it, "" for none; bullets become "-" or "•"."""
        list_id, at = self._place(paragraph)
        if list_id is None or list_id not in self._lists:
            return ""
        key, levels = self._lists[list_id]
        if at not in levels:
            return ""
        counters = self._counters.setdefault(key, {})
        counters[at] = counters.get(at, levels[at].start - 1) + 1
        for deeper in [level for level in counters if level > at]:
            del counters[deeper]
        if levels[at].format == "bullet":
            return _BULLETS.get(levels[at].text, levels[at].text or "-")
        text = levels[at].text
        for level in range(at + 1):
            if level in levels:
                text = text.replace(
                    f"%{level + 1}", _written(counters.get(level, levels[level].start), levels[level].format)
                )
        return text

    def _place(self, paragraph: Any) -> tuple[str | None, int]:
        """List and level of a paragraph: its own, or what its style or the style's ancestors say. List 0 means none."""
        list_id, level = list_place(paragraph)
        for style in self._styles.of(paragraph) if list_id is None else ():
            level = style.list_level if level is None else level
            if style.list_id is not None:
                list_id = style.list_id
                break
        return (None if list_id == "0" else list_id), level or 0


def _level(element: Any) -> _Level:
    def value(tag: str, default: str) -> str:
        found = element.find(qn(tag))
        return default if found is None else found.get(qn("w:val"), default)

    return _Level(int(value("w:start", "1")), value("w:numFmt", "decimal"), value("w:lvlText", ""))


def _written(number: int, kind: str) -> str:
    if kind in ("upperRoman", "lowerRoman"):
        roman = _roman(number)
        return roman if kind == "upperRoman" else roman.lower()
    if kind in ("upperLetter", "lowerLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if kind == "upperLetter" else letter
    if kind == "decimalZero":
        return f"{number:02d}"
    return "" if kind == "none" else str(number)


def _roman(number: int) -> str:
    written = ""
    for size, sign in _ROMAN:
        count, number = divmod(number, size)
        written += sign * count
    return written
