"""Units of made-up documents as evidence, for tests that need no store."""

from collections.abc import Mapping, Sequence

from corpus.catalogue.documents import DocumentInfo
from corpus.catalogue.facts import StoredFact
from corpus.catalogue.passages import StoredPassage
from corpus.facts import Assignment, Fact, Part, Target
from corpus.types import Passage, PassageKind, Span
from search_api.types import Citation, Evidence, Hit

DOCUMENT = "0000000000000001"


def document(**front: str) -> DocumentInfo:
    """A document with this letterhead."""
    return DocumentInfo(
        DOCUMENT, 1, 1, "0" * 64, "reader", "van-ban.docx", "văn bản", False, "2026-01-01T00:00:00+00:00", None, front
    )  # fmt: skip


def span_of(text: str, words: str) -> Span:
    """Where words first stand."""
    start = text.index(words)
    return Span(start, start + len(words))


def fact(text: str, slots: Target | Assignment, **parts: str | Sequence[str]) -> StoredFact:
    """A fact over a whole text; ``parts``: slot → its words."""
    placed = [(slot, one) for slot, words in parts.items() for one in ([words] if isinstance(words, str) else words)]
    made = Fact(slots, Span(0, len(text)), tuple(Part(slot, span_of(text, words)) for slot, words in placed))
    return StoredFact(repr(slots)[:60], DOCUMENT, 0, None, "p1", (), text, text, made)


def citation(
    text: str,
    *facts: StoredFact,
    n: int = 1,
    quote: Span | None = None,
    heading: tuple[str, ...] = (),
    kind: PassageKind = PassageKind.PARAGRAPH,
    against: frozenset[str] = frozenset(),
    coverage: float = 1.0,
    page: int | None = None,
    front: Mapping[str, str] | None = None,
) -> Citation:
    """A whole text, or a part of it, as cited evidence."""
    span = quote or Span(0, len(text))
    passage = Passage(0, kind, Span(0, len(text)), heading, page=page)
    hit = Hit(StoredPassage("p1", DOCUMENT, 1, 1, passage, b""), document(**(front or {})), 1.0, 0.9, 0.9)
    found = Evidence(hit, span, span, 1.0, coverage, True, True, (), against, facts)
    return Citation(n, found, text)
