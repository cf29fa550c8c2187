"""HTML: saved pages of portals and Word's own export. The part that is the document is found; the rest of the page is left out."""

from collections.abc import Iterator
from typing import Any

from corpus.errors import DamagedDocument, EmptyDocument
from corpus.types import Document
from ingest.readers.building import TextBuilder
from ingest.readers.encoding import check_legacy, decode
from ingest.readers.html_tables import grid, is_layout
from ingest.readers.portal import without_portal

_NEVER = frozenset(
    (
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "head",
        "iframe",
        "button",
        "select",
        "textarea",
        "input",
        "object",
    )
)
_FURNITURE = frozenset(("nav", "header", "footer", "aside", "dialog", "menu", "figcaption"))
_BLOCKS = frozenset(
    ("p", "div", "section", "article", "main", "body", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "table", "blockquote", "pre",
     "figure", "figcaption", "center", "dl", "dt", "dd", "address", "hr", "td", "th", "tr", "tbody", "fieldset")
)  # fmt: skip
_BOLD = frozenset(("b", "strong", "h1", "h2", "h3", "h4", "h5", "h6"))
_LONGEST_TITLE = 300
_MOST_OF_TEXT = 0.6  # a part of the page that holds so much of its paragraphs is the document


def read_html(data: bytes) -> Document:
    """A web page, or a document saved as one.

    Raises:
        EmptyDocument: no text in it.
        DamagedDocument: elements in elements without end.
        LegacyFont: its text is TCVN3 or VNI.
    """
    from lxml import etree, html

    text = decode(data)
    check_legacy(text)
    if not text.strip():
        raise EmptyDocument
    # without huge_tree what stands 256 elements deep is left out silently; pages with unclosed <font> are that deep
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
    builder = TextBuilder()
    try:
        root = html.document_fromstring(text.encode(), parser=parser)
        main = _document_part(root, builder)
        _Walker(builder).walk(main)
    except etree.ParserError as error:
        raise EmptyDocument from error
    except RecursionError as error:
        raise DamagedDocument("HTML: các thẻ lồng nhau quá sâu") from error
    return builder.document()


def _document_part(root: Any, builder: TextBuilder) -> Any:
    """The smallest element that holds most of the page's paragraphs; what is cut away is remembered as furniture."""
    for element in list(root.iter()):
        if element.tag in _NEVER or _hidden(element):
            element.drop_tree()
        elif element.tag in _FURNITURE:
            builder.furniture += [" ".join(text.split()) for text in element.itertext() if text.strip()]
            element.drop_tree()
    body = root.find("body")
    part = body if body is not None else root
    for marked in ("article", "main"):
        found = list(part.iter(marked))
        if len(found) == 1 and _weight(found[0]) >= _MOST_OF_TEXT * _weight(part):
            builder.furniture += _around(found[0], part)
            part = found[0]
    while True:
        children = [child for child in part if child.tag in ("div", "section", "article", "main", "center")]
        heavy = [child for child in children if _weight(child) >= 0.8 * _weight(part)]
        if len(heavy) != 1 or _weight(part) == 0:
            return part
        others = [other for other in part if other is not heavy[0]]
        lists = [other for other in others if _is_links(other)]
        builder.furniture += map(_words, lists)
        if any(_words(other) for other in others if other not in lists):
            for other in lists:
                other.drop_tree()
            return part
        part = heavy[0]


def _around(inner: Any, outer: Any) -> list[str]:
    """The words of an element that stand outside one of its descendants."""
    words: list[str] = []
    while inner is not outer:
        parent = inner.getparent()
        words += [_words(other) for other in parent if other is not inner]
        inner = parent
    return [text for text in words if text]


def _hidden(element: Any) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return element.get("hidden") is not None or "display:none" in style or "visibility:hidden" in style


def _weight(element: Any) -> int:
    """Characters of running text, those of links not counted: menus weigh nothing."""
    return len(_words(element)) - sum(len(_words(link)) for link in element.iter("a"))


def _is_links(element: Any) -> bool:
    """Whether an element is a list of links, such as related articles."""
    words = len(_words(element))
    return words > 0 and _weight(element) < 0.5 * words


def _words(element: Any) -> str:
    return " ".join(element.text_content().split())


class _Walker:
    """Goes through the document in order; inline pieces gather until a block begins or ends."""

    def __init__(self, builder: TextBuilder) -> None:
        self.builder = builder
        self.line: list[tuple[str, bool]] = []  # words and whether they are bold
        self.prefix = ""

    def walk(self, element: Any) -> None:
        """One block element with all that is in it."""
        self._inline(element.text, bold=False)
        for child in element:
            self._child(child, bold=False)
            self._inline(child.tail, bold=False)
        self.flush()

    def _child(self, child: Any, *, bold: bool) -> None:
        if not isinstance(child.tag, str):
            return
        if child.tag == "br":
            self.flush()
        elif child.tag == "table":
            self.flush()
            self._table(child)
        elif child.tag in ("ul", "ol"):
            self.flush()
            self._list(child)
        elif child.tag in _BLOCKS:
            self.flush()
            level = int(child.tag[1]) if child.tag in _BOLD and child.tag != "hr" else None
            self._block(child, level)
        else:
            inner = bold or child.tag in _BOLD or "font-weight:bold" in (child.get("style") or "").replace(" ", "")
            self._inline(child.text, bold=inner)
            for grandchild in child:
                self._child(grandchild, bold=inner)
                self._inline(grandchild.tail, bold=inner)

    def _block(self, element: Any, level: int | None) -> None:
        self._inline(element.text, bold=False)
        for child in element:
            self._child(child, bold=False)
            self._inline(child.tail, bold=False)
        self.flush(level)

    def _inline(self, text: str | None, *, bold: bool) -> None:
        if text:
            self.line.append((text, bold))

    def flush(self, level: int | None = None) -> None:
        """End the paragraph that has gathered."""
        text = " ".join("".join(piece for piece, _ in self.line).split())
        bold = all(bold for piece, bold in self.line if piece.strip())
        self.line = []
        kept, left_out = without_portal([text]) if text else ([], [])
        self.builder.furniture += left_out
        for words in kept:
            title = bold and len(words) <= _LONGEST_TITLE and not words.endswith((".", ";", ","))
            self.builder.paragraph(self.prefix + words, heading=title, level=level)
            self.prefix = ""

    def _list(self, element: Any) -> None:
        number = int(element.get("start") or 1) if (element.get("start") or "1").isdigit() else 1
        for child in element:
            if child.tag == "li":
                self.prefix = f"{number}. " if element.tag == "ol" else "- "
                number += 1
                self._block(child, None)
                self.prefix = ""
            elif child.tag in ("ul", "ol"):
                self._list(child)

    def _table(self, element: Any) -> None:
        if is_layout(element):
            for cell in _cells(element):
                self._block(cell, None)
            return
        headers, rows = grid(element)
        self.builder.table(rows, headers=headers)


def _cells(table: Any) -> Iterator[Any]:
    for row in table.iter("tr"):
        if next(row.iterancestors("table")) is table:
            yield from (cell for cell in row if cell.tag in ("td", "th"))
