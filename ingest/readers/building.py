"""Building a canonical text: blocks are appended in reading order, spans and layout come out."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from corpus.text import mended, one_line
from corpus.types import CELL_SEPARATOR, Block, BlockKind, Box, Document, Layout, Span
from ingest.readers.lines import broken_word, is_rule

_HEADER_WORDS = re.compile(
    r"^(?:s?tt|số tt|nội dung|tên|chỉ tiêu|mục tiêu|nhiệm vụ|công việc|cơ quan|đơn vị|thời gian|thời hạn|tiến độ|sản phẩm|kết quả|ghi chú|"
    r"kinh phí|số|văn bản|hình thức|chủ trì|phối hợp|địa bàn|lĩnh vực|phân công|nhóm|danh mục|năm|hạng mục|loại|căn cứ|trách nhiệm)\b",
    re.IGNORECASE,
)
_NOT_HEADER = re.compile(
    r"cộng hòa xã hội|đảng cộng sản|đoàn tncs|nơi nhận|\bsố\s*:|^số\s+\d|độc lập - tự do|ngày\b.*\btháng\b.*\bnăm",
    re.IGNORECASE,
)
_LONGEST_HEADING = 120  # characters of one cell of a header row


class PlacedWord(NamedTuple):
    """A word and where it stands on a page."""

    text: str
    box: Box


Words = Sequence[PlacedWord | str]


class TextBuilder:
    """Collects blocks; what is empty after cleaning is left out."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._words: list[tuple[Span, Box]] = []
        self._tables = 0
        self.furniture: list[str] = []

    def paragraph(self, raw: str, *, heading: bool = False, level: int | None = None) -> None:
        """Append a paragraph; ``heading`` if its format marks it as a title, ``level`` if the format says how deep."""
        text = one_line(raw)
        if text and not is_rule(text):
            kind = BlockKind.HEADING if heading or level is not None else BlockKind.PARAGRAPH
            self._append(Block(kind, self._write(text), level))

    def placed_paragraph(self, words: Sequence[PlacedWord], *, heading: bool = False) -> None:
        """Append a paragraph whose words have places on a page."""
        if words and not is_rule(" ".join(word.text for word in words)):
            start, end = self._write_words(words)
            self._append(Block(BlockKind.HEADING if heading else BlockKind.PARAGRAPH, Span(start, end)))

    def table(self, rows: Iterable[Sequence[str | None]], *, headers: int | None = None) -> None:
        """Append a table. ``headers``: how many rows at its top are headings; None to tell by their look.

        None is a column that the cell before it covers too: under column headings the one span stands for both.
        """
        cleaned = [[None if cell is None else one_line(cell) for cell in row] for row in rows]
        self.placed_table(
            [[cell if cell is None else _words_of(cell) for cell in row] for row in cleaned], headers=headers
        )

    def placed_table(self, rows: Sequence[Sequence[Words | None]], *, headers: int | None = None) -> None:
        """The same with words: plain ones, or words with places."""
        filled = [row for row in rows if any(row)]
        if headers is None:
            headers = _header_rows([[_words(cell) for cell in row] for row in filled])
        elif headers >= len(filled):
            headers = 0  # headings stand above something
        for number, row in enumerate(filled):
            cells = row if headers else [cell for cell in row if cell is not None]
            self._row(cells, header=number < headers and not _is_letterhead(cells))
        self._tables += 1

    def _row(self, cells: Sequence[Words | None], *, header: bool) -> None:
        start = self._length
        spans: list[Span] = []
        for words in cells:
            if words is None and spans:
                spans.append(spans[-1])
                continue
            if spans:
                self._put(CELL_SEPARATOR)
            spans.append(self._write_words(words or (), close=False))
        end = self._length
        self._put("\n")
        self._append(Block(BlockKind.ROW, Span(start, end), None, tuple(spans), self._tables, header))

    def _write_words(self, words: Words, *, close: bool = True) -> Span:
        start = self._length
        for number, word in enumerate(words):
            if number and not _goes_on(words[number - 1], word):
                self._put(" ")
            at = self._length
            self._put(_text(word))
            if isinstance(word, PlacedWord):
                self._words.append((Span(at, self._length), word.box))
        end = self._length
        if close:
            self._put("\n")
        return Span(start, end)

    def _write(self, text: str) -> Span:
        start = self._length
        self._put(text)
        self._put("\n")
        return Span(start, start + len(text))

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _append(self, block: Block) -> None:
        self._blocks.append(block)

    def document(self, page_sizes: Sequence[tuple[float, float]] = ()) -> Document:
        """What was built."""
        layout = _layout(self._words, tuple(page_sizes)) if page_sizes else None
        return Document(
            "".join(self._parts), tuple(self._blocks), len(page_sizes) or None, layout, tuple(self.furniture)
        )


def _header_rows(rows: Sequence[Sequence[str]]) -> int:
    """How many rows at the top look like column headings. Where one is divided in the row below it, the others reach down there too."""
    if len(rows) < 2 or not is_header(rows[0]):
        return 0
    count = 1
    while count < len(rows) - 1 and any(
        above and above == below for above, below in zip(rows[0], rows[count], strict=False)
    ):
        count += 1
    return count


def is_header(cells: Sequence[str]) -> bool:
    """Whether a row of cells looks like column headings and not like a letterhead or a first row of data."""
    filled = [cell for cell in cells if cell]
    if (
        len(filled) < 2
        or len(cells) < 2
        or any(len(c) > _LONGEST_HEADING or _NOT_HEADER.search(mended(c)) for c in filled)
    ):
        return False
    if any(re.fullmatch(r"[\d.,%()/ -]+", cell) for cell in filled[1:]) and not _HEADER_WORDS.match(filled[0]):
        return False
    return sum(bool(_HEADER_WORDS.match(mended(cell))) for cell in filled) * 2 >= len(filled)


def _is_letterhead(cells: Sequence[Words | None]) -> bool:
    return any(_NOT_HEADER.search(mended(_words(cell))) for cell in cells)


def _words(cell: Words | None) -> str:
    return " ".join(map(_text, cell or ()))


def _goes_on(before: PlacedWord | str, word: PlacedWord | str) -> bool:
    """Whether a word is the rest of one that a line's end broke."""
    if isinstance(before, str) or isinstance(word, str):
        return False
    below = before.box.page != word.box.page or word.box.top > (before.box.top + before.box.bottom) / 2
    return below and broken_word(before.text, word.text)


def _text(word: PlacedWord | str) -> str:
    return word if isinstance(word, str) else word.text


def _words_of(text: str) -> list[str]:
    return [text] if text else []


def _layout(words: Sequence[tuple[Span, Box]], page_sizes: tuple[tuple[float, float], ...]) -> Layout:
    return Layout(
        page_sizes,
        np.array([span for span, _ in words], np.int32).reshape(-1, 2),
        np.array([box.page for _, box in words], np.int16),
        np.array([box[1:] for _, box in words], np.float32).reshape(-1, 4),
    )
