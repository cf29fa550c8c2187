"""What people who use Căn Cứ want to tell those who run it; kept here, sent nowhere."""

from uuid import uuid4

from sqlalchemy import Connection, insert, select

from corpus.catalogue import now
from corpus.catalogue.schema import feedback
from corpus.types import value


@value
class Feedback:
    """Somebody's words. ``about``: the question, address or fact that they are about."""

    id: str
    text: str
    author: str
    about: str
    added_at: str


def add_feedback(connection: Connection, text: str, author: str = "", about: str = "") -> Feedback:
    """Keep somebody's words."""
    said = Feedback(uuid4().hex, text, author, about, now())
    connection.execute(
        insert(feedback).values(id=said.id, text=text, author=author, about=about, added_at=said.added_at)
    )
    return said


def list_feedback(connection: Connection) -> list[Feedback]:
    """All that was said, the latest first."""
    query = select(feedback).order_by(feedback.c.added_at.desc(), feedback.c.id)
    return [Feedback(r.id, r.text, r.author, r.about, r.added_at) for r in connection.execute(query)]
