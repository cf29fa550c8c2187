"""Files made for a test: small PDFs written by hand, DOCX files put together from their XML parts."""

import io
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

A4 = (595.0, 842.0)


@dataclass
class Sheet:
    """A page to draw on, in points from its top left corner as it is shown. ``turned``: degrees by which the file turns it."""

    size: tuple[float, float] = A4
    turned: int = 0
    words: list[tuple[float, float, str, bool, float]] = field(default_factory=list)
    drawn: list[str] = field(default_factory=list)

    def text(self, x: float, y: float, words: str, *, bold: bool = False, size: float = 12) -> "Sheet":
        """Words on a baseline."""
        self.words.append((x, y, words, bold, size))
        return self

    def paragraph(self, y: float, *rows: str, x: float = 85) -> "Sheet":
        """Lines below one another, 18 points apart."""
        for number, row in enumerate(rows):
            self.text(x, y + 18 * number, row)
        return self

    def table(self, y: float, rows: Sequence[Sequence[str]], *, x: float = 85, width: float = 110) -> "Sheet":
        """A ruled table with rows 24 points high."""
        right, bottom = x + width * len(rows[0]), y + 24 * len(rows)
        for number in range(len(rows) + 1):
            self._line(x, y + 24 * number, right, y + 24 * number)
        for number in range(len(rows[0]) + 1):
            self._line(x + width * number, y, x + width * number, bottom)
        for down, row in enumerate(rows):
            for across, words in enumerate(row):
                if words:
                    self.text(x + width * across + 4, y + 24 * down + 16, words, size=8)
        return self

    def picture(self) -> "Sheet":
        """A picture over the whole page, as a scanner makes it."""
        self.drawn.append(f"q {self.size[0]} 0 0 {self.size[1]} 0 0 cm /Im Do Q")
        return self

    def outlines(self, count: int) -> "Sheet":
        """Drawn paths, as of letters that were turned into outlines."""
        for number in range(count):
            self._line(50 + number, 100, 52 + number, 110)
        return self

    def _line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        height = self.size[1]
        self.drawn.append(f"0.5 w {x0} {height - y0} m {x1} {height - y1} l S")

    def content(self, codes: Mapping[str, int]) -> bytes:
        """What is drawn, pictures first; letters by their codes."""
        width, height = self.size
        turn = {
            0: "1 0 0 1 0 0",
            90: f"0 1 -1 0 {height} 0",
            180: f"-1 0 0 -1 {width} {height}",
            270: f"0 -1 1 0 0 {width}",
        }
        rows = [f"{turn[self.turned]} cm", *self.drawn]
        for x, y, words, bold, size in self.words:
            written = "".join(f"{codes[letter]:02x}" for letter in words)
            rows.append(f"BT /{'F2' if bold else 'F1'} {size} Tf {x} {height - y} Td <{written}> Tj ET")
        return "\n".join(rows).encode()


def make_pdf(*sheets: Sheet) -> bytes:
    """A PDF of these pages. Letters that Helvetica lacks are drawn as others, but the file says which they are."""
    objects: list[bytes] = []

    def add(body: bytes) -> int:
        objects.append(body)
        return len(objects)

    codes = _codes("".join(words for sheet in sheets for _, _, words, _, _ in sheet.words))
    picture = add(
        stream(
            b"\x80", b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
        )
    )
    names = add(stream(_unicode_names(codes)))
    widths = " ".join("0" if _is_mark(code, codes) else "500" for code in range(32, 256))
    fonts = [
        add(f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 255"
            f" /Widths [{widths}] /ToUnicode {names} 0 R >>".encode())
        for name in ("Helvetica", "Helvetica-Bold")
    ]  # fmt: skip
    tree = len(objects) + 2 * len(sheets) + 1
    pages = []
    for sheet in sheets:
        content = add(stream(sheet.content(codes)))
        resources = f"/Font << /F1 {fonts[0]} 0 R /F2 {fonts[1]} 0 R >> /XObject << /Im {picture} 0 R >>"
        width, height = sheet.size if sheet.turned in (0, 180) else sheet.size[::-1]
        page = f"/Type /Page /Parent {tree} 0 R /MediaBox [0 0 {width} {height}] /Rotate {sheet.turned}"
        pages.append(add(f"<< {page} /Contents {content} 0 R /Resources << {resources} >> >>".encode()))
    kids = " ".join(f"{page} 0 R" for page in pages)
    add(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    root = add(f"<< /Type /Catalog /Pages {tree} 0 R >>".encode())
    return written(objects, root)


def _codes(words: str) -> dict[str, int]:
    """A code for each letter: ASCII keeps its own, the others get those that are free."""
    others = sorted({letter for letter in words if not " " <= letter <= "~"})
    return {**{chr(code): code for code in range(32, 127)}, **{letter: 161 + n for n, letter in enumerate(others)}}


def _is_mark(code: int, codes: Mapping[str, int]) -> bool:
    return any(at == code and unicodedata.combining(letter) for letter, at in codes.items())


def _unicode_names(codes: Mapping[str, int]) -> bytes:
    rows = "\n".join(f"<{code:02x}> <{letter.encode('utf-16-be').hex()}>" for letter, code in codes.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Made def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <ff> endcodespacerange\n{len(codes)} beginbfchar\n{rows}\nendbfchar\nendcmap end end"
    ).encode()


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A stream object that is not compressed."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def written(objects: Sequence[bytes], root: int) -> bytes:
    """The file of numbered objects with its table of places."""
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, table, len(objects) + 1, root, len(out),
    )  # fmt: skip


def pdf_with_content(content: bytes, filters: bytes) -> bytes:
    """A PDF of one page whose content stream is given as it stands in the file, with its filters."""
    entries = b"/Filter " + filters
    page = b"<< /Type /Page /Parent 3 0 R /MediaBox [0 0 595 842] /Contents 1 0 R /Resources << >> >>"
    tree = b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"
    return written([stream(content, entries), page, tree, b"<< /Type /Catalog /Pages 3 0 R >>"], 4)


def flate_bomb(megabytes: int) -> bytes:
    """A small PDF whose page content unpacks, twice, to so many megabytes."""
    packer = zlib.compressobj(9)
    once = b"".join([*(packer.compress(bytes(1_000_000)) for _ in range(megabytes)), packer.flush()])
    return pdf_with_content(zlib.compress(once, 9), b"[/FlateDecode /FlateDecode]")


def make_docx(write: Callable[[Any], None]) -> bytes:
    """A DOCX file that ``write`` fills; it is given python-docx's empty document."""
    document = docx.Document()
    write(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def add_xml(document: Any, xml: str) -> None:
    """Append an element of the body; ``xml`` is written without namespaces: ``<w:p>…``."""
    first, rest = xml.split(">", 1)
    closed = first.endswith("/")
    head = first.removesuffix("/") + " " + nsdecls("w", "r") + ("/" if closed else "")
    document.element.body.insert_element_before(parse_xml(f"{head}>{rest}"), "w:sectPr")


def define_list(document: Any, number: int, levels: Sequence[tuple[str, str]], *, overrides: str = "") -> None:
    """A numbering: for each level its format and its text. ``overrides``: of the ``w:num``."""
    numbering = document.part.numbering_part.element
    body = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (kind, text) in enumerate(levels)
    )
    if levels:
        definition = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{body}</w:abstractNum>')
        numbering.insert(0, definition)
    use_list(document, number, number, overrides)


def use_list(document: Any, number: int, definition: int, overrides: str = "") -> None:
    """One more list on a definition."""
    own = f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{overrides}</w:num>'
    document.part.numbering_part.element.append(parse_xml(own))


def numbered(document: Any, words: str, list_id: int, level: int = 0, style: str | None = None) -> Any:
    """A paragraph of a list."""
    paragraph = document.add_paragraph(words, style)
    place = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    paragraph._p.get_or_add_pPr().append(parse_xml(place))
    return paragraph


def number_style(style: Any, list_id: int) -> None:
    """Let a style carry a numbering."""
    place = f'<w:numPr {nsdecls("w")}><w:numId w:val="{list_id}"/></w:numPr>'
    style.element.get_or_add_pPr().append(parse_xml(place))


def mark_as_heading(row: Any) -> None:
    """Have Word repeat a row of a table on every page."""
    properties = row._tr.get_or_add_trPr()
    properties.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))


def fill(table: Any, rows: Sequence[Sequence[str]]) -> None:
    """Words into the cells of a python-docx table."""
    for row, words in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text


def zipped(members: dict[str, bytes]) -> bytes:
    """A ZIP archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def bold_off(paragraph: Any) -> None:
    """Say of every run that it is not bold, whatever its style says."""
    for run in paragraph.runs:
        run._r.get_or_add_rPr().append(parse_xml(f'<w:b {nsdecls("w")} w:val="0"/>'))
