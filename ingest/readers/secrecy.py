"""The stamp of secrecy: MẬT, TỐI MẬT, TUYỆT MẬT, alone in a line or a cell near the top of a page.

The place and the words are those of Thông tư 24/2020/TT-BCA and Hướng dẫn 36-HD/VPTW: under the symbol, above the subject.
"""

import re

from corpus.errors import SecretDocument
from corpus.types import Document, Span

_STAMP = re.compile(r"^(?:(?:dấu )?(?:chỉ )?(?:mức )?độ mật\s*:\s*)?(TUYỆT MẬT|TỐI MẬT|MẬT)$")
_TOP_BLOCKS = 25  # of a text without pages
_TOP_OF_PAGE = 0.35


def check_secrecy(document: Document) -> None:
    """Refuse a document that carries the stamp.

    Raises:
        SecretDocument: with the words of the stamp.
    """
    for number, block in enumerate(document.blocks):
        for span in block.cells or (block.span,):
            stamp = _STAMP.match(span.of(document.text).strip(" .*[]()"))
            if stamp and _at_top(document, span, number):
                raise SecretDocument(stamp[1])


def _at_top(document: Document, span: Span, number: int) -> bool:
    if document.layout is None:
        return number < _TOP_BLOCKS
    boxes = document.layout.boxes_of(span)
    if not boxes:
        return number < _TOP_BLOCKS
    _, height = document.layout.page_sizes[boxes[0].page - 1]
    return boxes[0].top < _TOP_OF_PAGE * height
