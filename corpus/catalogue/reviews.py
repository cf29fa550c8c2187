"""What people say of facts: right, wrong, or put right. Tied to the words and their surroundings, so that it outlives a reading."""

import json
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Row, delete, insert, select, update

from corpus.catalogue import count_change, now
from corpus.catalogue.anchors import Anchor, anchor_of, find_again, letters
from corpus.catalogue.facts import StoredFact, facts_of, get_fact
from corpus.catalogue.passages import text_of
from corpus.catalogue.schema import documents, reviews
from corpus.catalogue.slots import slots_json
from corpus.errors import NotFound
from corpus.facts import FactKind
from corpus.types import Json, Span, value

_ASK = 500  # names in one IN (...)


class Verdict(StrEnum):
    """What a person says of a fact."""

    RIGHT = "right"
    WRONG = "wrong"
    CORRECTED = "corrected"


@value
class Review:
    """A person's word. ``read``: the slots it was said of; ``corrected``: those put right, with their new values.

    ``fact_id`` is None where the quote is gone, or what was read there is another thing now.
    """

    id: str
    document_id: str
    fact_id: str | None
    kind: FactKind
    verdict: Verdict
    author: str
    note: str
    set_at: str
    read: Json
    corrected: Json
    anchor: Anchor


def set_review(
    connection: Connection,
    fact_id: str,
    verdict: Verdict,
    author: str,
    *,
    note: str = "",
    corrected: Json | None = None,
) -> Review:
    """Keep a person's word on a fact, in place of what was said of it before.

    Raises:
        NotFound: no such fact.
    """
    stored = get_fact(connection, fact_id)
    remove_review(connection, fact_id)
    anchor = anchor_of(text_of(connection, stored.document_id).text, stored.fact.span)
    review = Review(
        uuid4().hex, stored.document_id, fact_id, stored.fact.kind, verdict, author, note, now(), slots_json(stored.fact.slots),
        corrected or {}, anchor,
    )  # fmt: skip
    connection.execute(
        insert(reviews).values(
            id=review.id, document_id=review.document_id, fact_id=fact_id, kind=review.kind, verdict=verdict, author=author, note=note,
            set_at=review.set_at, read=_json(review.read), corrected=_json(review.corrected), quote=anchor.quote, before=anchor.before,
            after=anchor.after, start=anchor.start,
        )
    )  # fmt: skip
    count_change(connection)
    return review


def remove_review(connection: Connection, fact_id: str) -> None:
    """Take back what was said of a fact."""
    connection.execute(delete(reviews).where(reviews.c.fact_id == fact_id))
    count_change(connection)


def drop_review(connection: Connection, review_id: str) -> None:
    """Let go of a review, also one whose quote is gone.

    Raises:
        NotFound: there is none of this id.
    """
    if not connection.execute(delete(reviews).where(reviews.c.id == review_id)).rowcount:
        raise NotFound(f"lời đánh giá {review_id}")
    count_change(connection)


def reviews_of(connection: Connection, fact_ids: Sequence[str]) -> dict[str, Review]:
    """What was said of these facts, by fact."""
    found: dict[str, Review] = {}
    for at in range(0, len(fact_ids), _ASK):
        query = select(reviews).where(reviews.c.fact_id.in_(fact_ids[at : at + _ASK]))
        found.update((row.fact_id, _review(row)) for row in connection.execute(query))
    return found


def list_reviews(connection: Connection, *, orphaned: bool | None = None) -> list[Review]:
    """Reviews of documents that are not deleted, newest first: all, those without a fact, or those with one."""
    query = select(reviews).join(documents).where(documents.c.deleted_at.is_(None))
    if orphaned is not None:
        query = query.where(reviews.c.fact_id.is_(None) if orphaned else reviews.c.fact_id.is_not(None))
    return [_review(row) for row in connection.execute(query.order_by(reviews.c.set_at.desc(), reviews.c.id))]


def attach_reviews(connection: Connection, document_id: str, text: str) -> None:
    """After a document's facts have changed: tie each review to the fact that stands at its words now, or to none."""
    said = [_review(row) for row in connection.execute(select(reviews).where(reviews.c.document_id == document_id))]
    if not said:
        return
    there = facts_of(connection, [document_id])[document_id]
    connection.execute(update(reviews).where(reviews.c.document_id == document_id).values(fact_id=None))
    taken: set[str] = set()
    for review, places in zip(said, find_again(text, [review.anchor for review in said]), strict=True):
        free = [stored for stored in there if stored.id not in taken and stored.fact.kind == review.kind]
        found = next((fact for place in places if (fact := _same_thing(review, place, free)) is not None), None)
        if found is not None:
            taken.add(found.id)
            connection.execute(update(reviews).where(reviews.c.id == review.id).values(fact_id=found.id))


def _same_thing(review: Review, place: Span, facts: Iterable[StoredFact]) -> StoredFact | None:
    """The fact at a place that says what was read or what it was put right to; among several the one most like it."""
    best: tuple[int, StoredFact] | None = None
    for stored in facts:
        if stored.fact.span.end <= place.start or place.end <= stored.fact.span.start:
            continue
        slots = slots_json(stored.fact.slots)
        if not any(_alike(review.kind, slots, said) for said in (review.read, {**review.read, **review.corrected})):
            continue
        agreeing = sum(slots[name] == content for name, content in review.read.items() if name in slots)
        if best is None or agreeing > best[0]:
            best = agreeing, stored
    return best[1] if best else None


def _alike(kind: FactKind, one: Json, other: Json) -> bool:
    """Whether two readings are of one thing: the same figure, the same task, the same object."""
    if kind == FactKind.TARGET:
        same = one["value"] == other["value"]
        return same and (one["value"] is not None or _overlap(one["indicator"], other["indicator"]))
    name = "task" if kind == FactKind.ASSIGNMENT else "object"
    return _overlap(one[name], other[name])


def _overlap(one: str, other: str) -> bool:
    a, b = letters(one), letters(other)
    return a in b or b in a


def _json(content: Json) -> str:
    return json.dumps(content, ensure_ascii=False)


def _review(row: Row[Any]) -> Review:
    return Review(
        row.id, row.document_id, row.fact_id, FactKind(row.kind), Verdict(row.verdict), row.author, row.note, row.set_at,
        json.loads(row.read), json.loads(row.corrected), Anchor(row.quote, row.before, row.after, row.start),
    )  # fmt: skip
