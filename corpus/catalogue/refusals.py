"""The list of unanswered questions as it is written: when a question is refused, when it is tried again, when it has an answer.

Each is tried once for every state of the documents: ``tried`` is the state in which it was refused last, or an earlier one.
"""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, case, delete, func, insert, select, update

from corpus.catalogue import get_meta, now
from corpus.catalogue.schema import documents, unanswered
from corpus.catalogue.state import state_of_documents
from corpus.catalogue.unanswered import ORDER, STANDS, Refused, State, Unanswered, count_unanswered, entry_of, row_of
from corpus.text import folded

MOST_KEPT = 5000
SAME_ASKING = timedelta(seconds=60)  # a page that is loaded again asks again: within this time that counts as one


def state_of_answers(connection: Connection) -> str:
    """What answers rest on: another text whenever documents, or the rules by which facts are found in them, have changed."""
    return f"{state_of_documents(connection)}/{get_meta(connection, 'extractor') or ''}"


def keep_refusal(connection: Connection, refused: Refused, tried: str, moment: str | None = None) -> None:
    """Enter a question that somebody asked, or count it once more; one that had an answer meanwhile is open again.

    Its words are those typed last, but words with marks are not given up for others: marks that were put in may be wrong.

    ``tried``: the state of the documents in which it was refused, or an earlier one; ``moment``: when it was asked, UTC ISO.
    """
    at = moment or now()
    known = row_of(connection, refused.id)
    said = {**_columns(refused), "tried": tried, "answered_at": None, "answered_by": None}
    if known is None:
        connection.execute(insert(unanswered).values(id=refused.id, asked=1, first_at=at, last_at=at, **said))
        _trim(connection)
        return
    if _has_marks(known.typed) and not _has_marks(refused.typed):
        said |= {"question": known.question, "typed": known.typed, "as_typed": known.as_typed}
    if datetime.fromisoformat(at) - datetime.fromisoformat(known.last_at) >= SAME_ASKING:
        said |= {"asked": known.asked + 1, "last_at": at}
    connection.execute(update(unanswered).where(unanswered.c.id == refused.id).values(**said))


def note_refused(connection: Connection, id_: str, refused: Refused, tried: str) -> None:
    """It was tried again and has no answer still: why that is, as the documents are now. The words stay."""
    said = {"reason": refused.reason, "missing": refused.missing, "nearest": refused.nearest, "tried": tried}
    back = {"answered_at": None, "answered_by": None}
    connection.execute(update(unanswered).where(unanswered.c.id == id_).values(**said, **back))


def note_tried(connection: Connection, id_: str, tried: str) -> None:
    """It could not be asked at all; it is not tried again before documents change."""
    connection.execute(update(unanswered).where(unanswered.c.id == id_).values(tried=tried))


def note_answered(connection: Connection, id_: str, document_id: str | None) -> bool:
    """It has an answer now, found in this document. False where it is no open question."""
    mine = (unanswered.c.id == id_) & unanswered.c.answered_at.is_(None)
    said = {"answered_at": now(), "answered_by": document_id}
    return connection.execute(update(unanswered).where(mine).values(**said)).rowcount > 0


def is_open(connection: Connection, id_: str) -> bool:
    """Whether a question stands in the list without an answer."""
    mine = (unanswered.c.id == id_) & unanswered.c.answered_at.is_(None)
    return connection.scalar(select(unanswered.c.id).where(mine)) is not None


def reopen(connection: Connection) -> int:
    """Questions whose answering document is deleted are open again; returns how many."""
    live = select(documents.c.id).where(documents.c.deleted_at.is_(None))
    gone = unanswered.c.answered_by.is_not(None) & unanswered.c.answered_by.not_in(live)
    return connection.execute(update(unanswered).where(gone).values(answered_at=None, answered_by=None)).rowcount


def next_untried(connection: Connection, state: str) -> Unanswered | None:
    """An open question that has not been tried in this state of the documents; what is asked most goes first."""
    query = _untried(select(unanswered), state).order_by(*ORDER[State.OPEN]).limit(1)
    row = connection.execute(query).first()
    return None if row is None else entry_of(row)


def count_untried(connection: Connection, state: str) -> int:
    """How many such questions there are."""
    return connection.scalar(_untried(select(func.count()).select_from(unanswered), state)) or 0


def _untried(query: Select[Any], state: str) -> Select[Any]:
    return query.where(STANDS[State.OPEN], unanswered.c.tried != state)


def _trim(connection: Connection) -> None:
    """Keep the list to its size: dismissed ones go first, then those that have an answer, the longest unasked of each before others."""
    over = count_unanswered(connection) - MOST_KEPT
    if over > 0:
        worth = case((STANDS[State.DISMISSED], 0), (STANDS[State.ANSWERED], 1), else_=2)
        oldest = select(unanswered.c.id).order_by(worth, unanswered.c.last_at, unanswered.c.id).limit(over)
        connection.execute(delete(unanswered).where(unanswered.c.id.in_(list(connection.scalars(oldest)))))


def _has_marks(typed: str) -> bool:
    return folded(typed) != typed


def _columns(refused: Refused) -> dict[str, Any]:
    return {
        "question": refused.question, "typed": refused.typed, "as_typed": refused.as_typed, "reason": refused.reason,
        "missing": refused.missing, "nearest": refused.nearest,
    }  # fmt: skip
