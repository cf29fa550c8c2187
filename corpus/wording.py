"""What is said of a passage to the encoder and the analyser: its own words, and the words of its surroundings."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from corpus.text import mended
from corpus.types import Passage

_LONGEST_SUBJECT = 160


class Wording(NamedTuple):
    """``body``: the passage, cells of a row named by their columns. ``context``: document, heading path, lead-in."""

    body: str
    context: str

    @property
    def whole(self) -> str:
        """What is encoded and indexed: surroundings first, as a reader meets them."""
        return f"{self.context}\n{self.body}" if self.context else self.body


def document_label(front: Mapping[str, str], file_name: str) -> str:
    """A document in a few words: "nghị quyết 57-NQ/TW Bộ Chính trị về đột phá …"."""
    subject = front.get("subject", "")
    if len(subject) > _LONGEST_SUBJECT:
        subject = subject[:_LONGEST_SUBJECT].rsplit(" ", 1)[0]
    parts = [front.get("doc_type", ""), front.get("symbol", ""), front.get("issuer", ""), subject]
    return " ".join(part for part in parts if part) or file_name.rsplit(".", 1)[0]


def passage_wording(text: str, passage: Passage, label: str) -> Wording:
    """The wording of a passage of a canonical text."""
    context = [label, *passage.heading]
    if passage.cells and passage.columns:
        named = zip(passage.columns, passage.cells, strict=True)
        body = "; ".join(
            f"{column.of(text)}: {cell.of(text)}" if column else cell.of(text)
            for column, cell in named
            if cell.end > cell.start
        )
        own = {column for column in passage.columns if column}
        context += [span.of(text) for span in passage.context if not any(span.holds(column) for column in own)]
    else:
        body = passage.span.of(text)
        context += [span.of(text) for span in passage.context]
    return Wording(mended(body), mended("\n".join(part for part in context if part)))


def wordings(text: str, passages: Sequence[Passage], label: str) -> tuple[str, ...]:
    """What is encoded and indexed of each passage."""
    return tuple(passage_wording(text, passage, label).whole for passage in passages)
