"""The first lines of a document, cell by cell: what front matter is read from."""

from corpus.types import Document, Span, value

LONGEST_SUBJECT = 600  # characters
_MOST_BLOCKS = 40  # a letterhead is not longer


@value
class HeadLine:
    """A cell or a paragraph. ``cell`` counts the filled cells of its row from 0, ``cells`` are all cells of the row."""

    text: str
    span: Span
    block: int
    cell: int = 0
    cells: int = 1

    def part(self, start: int, end: int) -> Span:
        """A part of the line as a span of the document's text."""
        return Span(self.span.start + start, self.span.start + end)


def head_lines(document: Document) -> list[HeadLine]:
    """The lines in which a letterhead can stand; a long paragraph is where the text begins."""
    found: list[HeadLine] = []
    for number, block in enumerate(document.blocks[:_MOST_BLOCKS]):
        filled = [span for span in block.cells or (block.span,) if span.end > span.start]
        found += [
            HeadLine(span.of(document.text), span, number, cell, len(block.cells) or 1)
            for cell, span in enumerate(filled)
        ]
        if block.span.end - block.span.start > 2 * LONGEST_SUBJECT:
            break
    return found
