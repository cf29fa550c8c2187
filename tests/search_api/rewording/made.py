"""Answers made for tests: statements with quotes of made-up documents, without a store."""

from collections.abc import Mapping, Sequence

from corpus.catalogue.documents import DocumentInfo
from corpus.catalogue.facts import StoredFact
from corpus.catalogue.passages import StoredPassage
from corpus.catalogue.slots import Slots
from corpus.facts import Fact
from corpus.types import Passage, PassageKind, Span
from search_api.rewording.checking import Bound, bound_of
from search_api.types import Answer, Citation, Confidence, Evidence, Hit, Kind, Reading

FRONT = {
    "symbol": "12-CTr/TU", "doc_type": "chương trình", "issuer": "Tỉnh ủy Bạch Sơn", "issued_on": "2022-03-15",
    "subject": "phát triển cây chè giai đoạn 2022-2025",
}  # fmt: skip


def made_citation(
    n: int, quote: str, heading: Sequence[str] = (), slots: Sequence[Slots] = (), front: Mapping[str, str] = FRONT,
    kind: PassageKind = PassageKind.ITEM,
) -> Citation:  # fmt: skip
    """A citation of a document of its own that says nothing but the quote. ``slots``: the facts in it."""
    span, id_ = Span(0, len(quote)), f"d{n}"
    label = " ".join(front.get(name, "") for name in ("doc_type", "symbol", "issuer", "subject"))
    info = DocumentInfo(id_, 1, 1, "0" * 64, "md", f"{id_}.md", label, False, "2024-01-01", None, dict(front))
    stored = StoredPassage(f"p{n}", id_, 1, 1, Passage(0, kind, span, tuple(heading)), b"")
    facts = tuple(
        StoredFact(f"f{n}{m}", id_, m, None, f"p{n}", (), quote, "", Fact(s, span)) for m, s in enumerate(slots)
    )
    return Citation(
        n, Evidence(Hit(stored, info, 1.0, 0.9, 1.0), span, span, 1.0, 1.0, True, True, (), facts=facts), quote
    )


def made_answer(text: str, *citations: Citation, kind: Kind = Kind.TARGET) -> Answer:
    """An answer with these words and citations."""
    reading = Reading("Hỏi gì?", None, kind, (), (), ())
    return Answer(reading, True, text, citations, Confidence(True, {}))


def made_bound(text: str, *citations: Citation) -> Bound:
    """What binds the wording of such an answer."""
    bound = bound_of(made_answer(text, *citations))
    assert bound is not None
    return bound
