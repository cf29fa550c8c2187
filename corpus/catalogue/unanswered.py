"""Questions that the documents do not answer, kept for whoever collects documents; nobody's name stands beside them.

A question typed in another way (marks, capitals, punctuation) is the same question. ``refusals`` writes the list.
"""

import re
from enum import StrEnum
from hashlib import sha256
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, delete, func, select, update

from corpus.catalogue import now
from corpus.catalogue.schema import unanswered
from corpus.errors import NotFound
from corpus.text import folded, matching_form, one_line
from corpus.types import value

_WORD = re.compile(r"[^\W_]+")


class Reason(StrEnum):
    """Why there was no answer: nothing is near, the topic is absent, or it is there but not as it was asked for."""

    NOTHING = "nothing"
    TOPIC = "topic"
    YEAR = "year"
    OTHERWISE = "otherwise"  # of another place, body, document, or in another measure
    FIGURE = "figure"  # without the figure, date, body or name that the question wants


class State(StrEnum):
    """How a question stands."""

    OPEN = "open"
    ANSWERED = "answered"
    DISMISSED = "dismissed"


@value
class Refused:
    """A question without an answer. ``question``: as it was read; ``as_typed``: it was to be taken word for word.

    ``missing``: what is there and what is not, in words; ``nearest``: the id of the document that came nearest.
    """

    question: str
    typed: str
    as_typed: bool
    reason: Reason
    missing: str | None
    nearest: str | None

    @property
    def id(self) -> str:
        """The same for the same question."""
        return question_id(self.question)


@value
class Unanswered:
    """An entry of the list. ``asked``: how often; ``answered_by``: the id of the document that answers it since
    ``answered_at``; ``tried``: the state of the documents in which it was refused last.
    """

    id: str
    refused: Refused
    asked: int
    first_at: str
    last_at: str
    tried: str
    answered_at: str | None
    answered_by: str | None
    dismissed_at: str | None

    @property
    def state(self) -> State:
        """A person's word goes before what was found since."""
        if self.dismissed_at is not None:
            return State.DISMISSED
        return State.OPEN if self.answered_at is None else State.ANSWERED


def question_id(question: str) -> str:
    """The name of a question: of its words, without marks, capitals and punctuation. ``question``: as it was read."""
    words = _WORD.findall(folded(matching_form(one_line(question))))
    return sha256(" ".join(words).encode()).hexdigest()[:32]


def list_unanswered(
    connection: Connection, state: State | None = None, *, since: str = "", limit: int | None = None, offset: int = 0
) -> list[Unanswered]:
    """The list: open ones by how often they are asked, others latest first. ``since``: only those answered after a time."""
    query = _listed(select(unanswered), state, since).order_by(*ORDER[state]).limit(limit).offset(offset)
    return [entry_of(row) for row in connection.execute(query)]


def count_unanswered(connection: Connection, state: State | None = None, *, since: str = "") -> int:
    """How many stand in the list."""
    return connection.scalar(_listed(select(func.count()).select_from(unanswered), state, since)) or 0


def get_unanswered(connection: Connection, id_: str) -> Unanswered:
    """One entry.

    Raises:
        NotFound: there is none of this id.
    """
    row = row_of(connection, id_)
    if row is None:
        raise NotFound(f"câu hỏi {one_line(id_)}")
    return entry_of(row)


def dismiss(connection: Connection, id_: str, *, back: bool = False) -> Unanswered:
    """A person says that nothing has to be collected for it; ``back`` takes that back.

    Raises:
        NotFound: there is none of this id.
    """
    get_unanswered(connection, id_)
    at = None if back else now()
    connection.execute(update(unanswered).where(unanswered.c.id == id_).values(dismissed_at=at))
    return get_unanswered(connection, id_)


def forget_question(connection: Connection, id_: str) -> None:
    """Take a question out for good.

    Raises:
        NotFound: there is none of this id.
    """
    get_unanswered(connection, id_)
    connection.execute(delete(unanswered).where(unanswered.c.id == id_))


STANDS = {
    State.OPEN: unanswered.c.dismissed_at.is_(None) & unanswered.c.answered_at.is_(None),
    State.ANSWERED: unanswered.c.dismissed_at.is_(None) & unanswered.c.answered_at.is_not(None),
    State.DISMISSED: unanswered.c.dismissed_at.is_not(None),
}
_LAST = (unanswered.c.last_at.desc(), unanswered.c.id)
ORDER: dict[State | None, tuple[ColumnElement[Any], ...]] = {
    None: _LAST,
    State.OPEN: (unanswered.c.asked.desc(), *_LAST),
    State.ANSWERED: (unanswered.c.answered_at.desc(), *_LAST),
    State.DISMISSED: (unanswered.c.dismissed_at.desc(), *_LAST),
}


def _listed(query: Select[Any], state: State | None, since: str) -> Select[Any]:
    query = query if state is None else query.where(STANDS[state])
    return query.where(unanswered.c.answered_at > since) if since else query


def row_of(connection: Connection, id_: str) -> Row[Any] | None:
    """The row of a question, if it is in the list."""
    return connection.execute(select(unanswered).where(unanswered.c.id == id_)).first()


def entry_of(row: Row[Any]) -> Unanswered:
    """An entry as the table has it."""
    refused = Refused(row.question, row.typed, row.as_typed, Reason(row.reason), row.missing, row.nearest)
    return Unanswered(
        row.id, refused, row.asked, row.first_at, row.last_at, row.tried, row.answered_at, row.answered_by, row.dismissed_at
    )  # fmt: skip
