"""Facts made for tests: their spans are found by their words."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection

from corpus.catalogue.documents import Place
from corpus.catalogue.facts import save_facts, set_extraction, set_extractor
from corpus.catalogue.passages import passages_of, text_of
from corpus.catalogue.reviews import attach_reviews
from corpus.catalogue.slots import Slots
from corpus.facts import Assignment, Comparator, Decision, Fact, Part, Status, Target
from corpus.types import FrontMatter, Span
from tests.corpus.made import publish

RULES = "facts-test"
TEA = "Diện tích chè toàn tỉnh đạt 4.500 ha."
SHARE = "Tỷ lệ chè được chế biến sâu đạt 35% vào năm 2025."
TASK = "Giao Sở Nông nghiệp và Môi trường chủ trì xây dựng Đề án vùng chè, hoàn thành trước 30/6/2023."
APPROVED = "Phê duyệt Đề án vùng chè hữu cơ huyện Mường Khao."


def fact_in(text: str, quote: str, slots: Slots, after: int = 0, **parts: str) -> Fact:
    """A fact whose quote is the first such words from a place on; ``parts``: slot → words within the quote."""
    start = text.index(quote, after)
    span = Span(start, start + len(quote))
    found = [(slot, text.index(words, start), words) for slot, words in parts.items()]
    return Fact(slots, span, tuple(Part(slot, Span(at, at + len(words))) for slot, at, words in found))


def tea(text: str, **changed: Any) -> Fact:
    """The area; some of its slots changed."""
    slots = Target(Status.TARGET, "Diện tích chè toàn tỉnh", Comparator.EQUAL, 4500, "ha")
    return fact_in(text, TEA, replace(slots, **changed), value="4.500")


def share(text: str) -> Fact:
    """The share of one year."""
    slots = Target(Status.TARGET, "Tỷ lệ chè được chế biến sâu", Comparator.EQUAL, 35, "%", year=2025)
    return fact_in(text, SHARE, slots, value="35", year="2025")


def task(text: str) -> Fact:
    """The task with a day."""
    body, what = "Sở Nông nghiệp và Môi trường", "xây dựng Đề án vùng chè"
    slots = Assignment(what, (body,), deadline="trước 30/6/2023", deadline_date=date(2023, 6, 29))
    return fact_in(text, TASK, slots, task=what, lead=body)


def approved(text: str) -> Fact:
    """The decision."""
    slots = Decision("phê duyệt", "Đề án vùng chè hữu cơ huyện Mường Khao")
    return fact_in(text, APPROVED, slots, object=slots.object)


_MAKERS = {TEA: tea, SHARE: share, TASK: task, APPROVED: approved}


def facts_in(text: str) -> list[Fact]:
    """The facts above that stand in a text, in its order."""
    return sorted((make(text) for quote, make in _MAKERS.items() if quote in text), key=lambda fact: fact.span)


def publish_with_facts(
    connection: Connection, name: str, paragraphs: Sequence[str], *, replaces: str | None = None, front: FrontMatter | None = None,
    sample: bool = False, facts: Sequence[Fact] | None = None,
) -> Place:  # fmt: skip
    """A document whose facts are those above, or these."""
    place = publish(connection, name, paragraphs, replaces=replaces, front=front, sample=sample)
    give_facts(connection, place, facts)
    return place


def give_facts(connection: Connection, place: Place, facts: Sequence[Fact] | None = None) -> None:
    """The facts of a document, as publishing gives them."""
    text = text_of(connection, place.document_id).text
    cut = [stored.passage for stored in passages_of(connection, place.document_id)]
    save_facts(connection, place, text, facts_in(text) if facts is None else facts, cut, None)
    attach_reviews(connection, place.document_id, text)
    set_extractor(connection, RULES)
    set_extraction(connection, place, RULES)
