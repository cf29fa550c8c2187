"""What people who use Căn Cứ want to tell those who run it, and whether an answer was right; kept here, sent nowhere."""

from enum import StrEnum
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Row, delete, insert, select

from corpus.catalogue import now
from corpus.catalogue.schema import feedback
from corpus.errors import NotFound
from corpus.types import value


class Judgement(StrEnum):
    """What somebody thinks of an answer."""

    UP = "up"
    DOWN = "down"


class Fault(StrEnum):
    """What is wrong with an answer; IS_THERE: of a refusal, that the documents do say it."""

    FIGURE = "figure"
    DOCUMENT = "document"
    INCOMPLETE = "incomplete"
    QUESTION = "question"
    IS_THERE = "is_there"
    OTHER = "other"


@value
class Feedback:
    """Somebody's words. ``about``: the question, address or fact that they are about; ``verdict`` and ``reason``: of an answer."""

    id: str
    text: str
    author: str
    about: str
    added_at: str
    verdict: Judgement | None = None
    reason: Fault | None = None


def add_feedback(
    connection: Connection,
    text: str,
    author: str = "",
    about: str = "",
    verdict: Judgement | None = None,
    reason: Fault | None = None,
) -> Feedback:
    """Keep somebody's words."""
    said = Feedback(uuid4().hex, text, author, about, now(), verdict, reason)
    connection.execute(
        insert(feedback).values(
            id=said.id, text=text, author=author, about=about, added_at=said.added_at, verdict=verdict or "", reason=reason or ""
        )
    )  # fmt: skip
    return said


def forget_feedback(connection: Connection, feedback_id: str) -> None:
    """Forget what somebody said; nothing happens where it has gone already."""
    connection.execute(delete(feedback).where(feedback.c.id == feedback_id))


def get_feedback(connection: Connection, feedback_id: str) -> Feedback:
    """What somebody said.

    Raises:
        NotFound: it is not kept, or not any more.
    """
    row = connection.execute(select(feedback).where(feedback.c.id == feedback_id)).one_or_none()
    if row is None:
        raise NotFound(f"góp ý {feedback_id}")
    return _read(row)


def list_feedback(connection: Connection) -> list[Feedback]:
    """All that was said, the latest first."""
    query = select(feedback).order_by(feedback.c.added_at.desc(), feedback.c.id)
    return [_read(row) for row in connection.execute(query)]


def _read(row: Row[Any]) -> Feedback:
    verdict = Judgement(row.verdict) if row.verdict else None
    return Feedback(
        row.id, row.text, row.author, row.about, row.added_at, verdict, Fault(row.reason) if row.reason else None
    )
