"""The end of a document: recipients, authority and the name of who signed."""

import re

from corpus.types import Document, Field, Span

_RECIPIENTS = re.compile(r"^nơi nhận\b", re.IGNORECASE)
_AUTHORITY = re.compile(
    r"^(?:TM\.|T/M\b|KT\.|TL\.|TUQ\.|Q\.|(?:PHÓ )?(?:CHỦ TỊCH|BÍ THƯ|THỦ TƯỚNG|BỘ TRƯỞNG|THỨ TRƯỞNG|GIÁM ĐỐC|CHỦ NHIỆM|CHÁNH VĂN PHÒNG|TRƯỞNG BAN|TỔNG BÍ THƯ|CỤC TRƯỞNG)\b)"
)
_SIGNED = re.compile(r"^[\[(]?đã ký[\])]?\s*", re.IGNORECASE)


def read_signature(document: Document) -> tuple[frozenset[int], Field | None]:
    """Recipients and signature: their blocks, and the name under the authority."""
    blocks: set[int] = set()
    signer: Field | None = None
    recipients = authority = False
    for number, block in enumerate(document.blocks):
        cells = [(span, span.of(document.text)) for span in block.cells or (block.span,)]
        if any(_RECIPIENTS.match(text) for _, text in cells):
            recipients = True
            blocks.add(number)
        elif (
            recipients
            and not authority
            and len(cells) == 1
            and re.match(r"^[-+]\s", cells[0][1])
            and number - 1 in blocks
        ):
            blocks.add(number)
        for span, text in cells:
            starts = _AUTHORITY.match(text) is not None and (text.isupper() or len(cells) > 1 or len(text) < 80)
            if starts and (recipients or number > 3):
                authority = True
                blocks.add(number)
            if authority and signer is None:
                name = _person(text)
                if name and len(text) < 400 and (len(cells) > 1 or len(text.split()) <= 8):
                    signer = Field(name, Span(span.end - len(name), span.end))
                    blocks.add(number)
        if authority and signer is None and number not in blocks:
            short = len(cells) == 1 and len(cells[0][1]) < 60
            if short and (cells[0][1].isupper() or _SIGNED.match(cells[0][1])):
                blocks.add(number)
            elif not short:
                authority = False
        if signer is not None:
            break
    return frozenset(blocks), signer


def _person(text: str) -> str | None:
    """A name at the end of a signature: two to five words with capitals only at their beginnings."""
    words = text.split()
    first = len(words)
    while first and len(words) - first < 5 and words[first - 1][:1].isupper() and words[first - 1][1:].islower():
        first -= 1
    name = " ".join(words[first:])
    return name if len(words) - first >= 2 and text.endswith(name) and "Nơi nhận" not in name else None
