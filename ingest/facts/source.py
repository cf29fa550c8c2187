"""What facts are taken from: a document that was read, outlined and cut into passages."""

from corpus.types import Document, FrontMatter, Heading, Passage, value


@value
class Source:
    """``document.text`` has the letters that were meant (see ``corpus.text.mended``); positions are those of the canonical text."""

    document: Document
    front: FrontMatter
    outline: tuple[Heading, ...]
    passages: tuple[Passage, ...]
