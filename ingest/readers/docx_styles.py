"""Paragraph styles of Word, looked up once: python-docx searches the whole list of styles for every paragraph."""

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

from corpus.types import value


@value
class Style:
    """What a style says of itself; ``base`` is the style it goes back to for the rest."""

    name: str
    list_id: str | None
    list_level: int | None
    bold: bool | None
    base: str | None


class Styles:
    """The paragraph styles of a document."""

    def __init__(self, document: Any) -> None:
        self._known: dict[str, Style] = {}
        self._default: str | None = None
        for element in document.styles.element.findall(qn("w:style")):
            if element.get(qn("w:type")) != "paragraph":
                continue
            own = element.get(qn("w:styleId"))
            self._known[own] = _style(element)
            if element.get(qn("w:default")) in ("1", "true", "on"):
                self._default = own

    def of(self, paragraph: Any) -> Iterator[Style]:
        """The style of a ``w:p`` element, then those it is based on."""
        named = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        at = named.get(qn("w:val")) if named is not None else self._default
        seen: set[str] = set()
        while at is not None and at in self._known and at not in seen:
            seen.add(at)
            yield self._known[at]
            at = self._known[at].base

    def heading_level(self, paragraph: Any) -> int | None:
        """1 for "Title" and "Heading 1", 2 for "Heading 2", …; None for other styles."""
        for style in self.of(paragraph):
            name = style.name.lower()
            if name.startswith("heading ") and name[8:].isdigit():
                return int(name[8:])
            if name == "title":
                return 1
        return None

    def is_bold(self, paragraph: Any) -> bool:
        """Whether every word of a paragraph is bold, by itself or by its style."""
        by_style = next((style.bold for style in self.of(paragraph) if style.bold is not None), False)
        runs = [run for run in paragraph.iter(qn("w:r")) if any((t.text or "").strip() for t in run.iter(qn("w:t")))]
        return bool(runs) and all(by_style if (own := on_or_off(run, "w:rPr/w:b")) is None else own for run in runs)


def list_place(element: Any) -> tuple[str | None, int | None]:
    """List and level that a paragraph or style names for itself."""
    found = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    if found is None:
        return None, None
    list_id, level = found.find(qn("w:numId")), found.find(qn("w:ilvl"))
    return (
        None if list_id is None else list_id.get(qn("w:val")),
        None if level is None else int(level.get(qn("w:val"))),
    )


def on_or_off(element: Any, path: str) -> bool | None:
    """A switch such as ``w:b``: on, off, or not there."""
    found = element.find("/".join(qn(step) for step in path.split("/")))
    return None if found is None else found.get(qn("w:val"), "true") not in ("0", "false", "off")


def _style(element: Any) -> Style:
    name, base = element.find(qn("w:name")), element.find(qn("w:basedOn"))
    return Style(
        "" if name is None else name.get(qn("w:val"), ""),
        *list_place(element),
        on_or_off(element, "w:rPr/w:b"),
        None if base is None else base.get(qn("w:val")),
    )
