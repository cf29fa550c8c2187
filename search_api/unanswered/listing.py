"""The list of unanswered questions as a page of JSON, one by one, and as a file to take away."""

from collections.abc import Iterable, Sequence
from datetime import date
from urllib.parse import quote

from sqlalchemy import Connection

from corpus.catalogue import Catalogue
from corpus.catalogue.documents import DocumentInfo, list_documents
from corpus.catalogue.refusals import count_untried, state_of_answers
from corpus.catalogue.unanswered import State, Unanswered, count_unanswered, list_unanswered
from corpus.messages import UNANSWERED_HEADINGS, UNANSWERED_NAME, UNANSWERED_REASONS, UNANSWERED_STATES
from search_api.ledger.csv_file import csv_of
from search_api.presenting import document_out
from search_api.unanswered.moments import local_time
from search_api.unanswered.schemas import UnansweredOut, UnansweredPage, UnansweredQuery

MEDIA = "text/csv; charset=utf-8"
_TIMES = ("first_at", "last_at", "answered_at")


def page_of_unanswered(catalogue: Catalogue, query: UnansweredQuery) -> UnansweredPage:
    """A page of the list, with how many there are."""
    with catalogue.read() as connection:
        found = list_unanswered(connection, query.state, since=query.since, limit=query.limit, offset=query.offset)
        return UnansweredPage(
            total=count_unanswered(connection, query.state, since=query.since), questions=entries_out(connection, found),
            waiting=count_untried(connection, state_of_answers(connection)),
            **{str(state): count_unanswered(connection, state) for state in State},
        )  # fmt: skip


def entries_out(connection: Connection, found: Sequence[Unanswered]) -> list[UnansweredOut]:
    """Entries with the documents they name, where these are there still."""
    ids = {id_ for entry in found for id_ in (entry.refused.nearest, entry.answered_by) if id_}
    known = list_documents(connection, list(ids)) if ids else {}
    return [_out(entry, known) for entry in found]


def entry_out(connection: Connection, entry: Unanswered) -> UnansweredOut:
    """One of them."""
    return entries_out(connection, [entry])[0]


def write_unanswered(catalogue: Catalogue, query: UnansweredQuery) -> bytes:
    """All that fit, as CSV."""
    with catalogue.read() as connection:
        found = entries_out(connection, list_unanswered(connection, query.state, since=query.since))
    return csv_of(list(UNANSWERED_HEADINGS.values()), (list(_cells(entry)) for entry in found))


def attached() -> dict[str, str]:
    """The header with the file's name, for programs old and new: RFC 6266, RFC 8187."""
    ending = f"{date.today().isoformat()}.csv"
    shown = quote(f"{UNANSWERED_NAME} {ending}")
    return {"Content-Disposition": f"attachment; filename=\"unanswered-{ending}\"; filename*=UTF-8''{shown}"}


def _out(entry: Unanswered, known: dict[str, DocumentInfo]) -> UnansweredOut:
    refused = entry.refused
    nearest, by = known.get(refused.nearest or ""), known.get(entry.answered_by or "")
    return UnansweredOut(
        id=entry.id, question=refused.question, typed=refused.typed, as_typed=refused.as_typed, asked=entry.asked, first_at=entry.first_at,
        last_at=entry.last_at, state=entry.state, reason=refused.reason, why=refused.missing or UNANSWERED_REASONS[refused.reason],
        nearest=document_out(nearest) if nearest else None, answered_at=entry.answered_at, answered_by=document_out(by) if by else None,
        dismissed_at=entry.dismissed_at,
    )  # fmt: skip


def _cells(entry: UnansweredOut) -> Iterable[str | int]:
    """The cells of a row, in the order of the headings."""
    documents = {"nearest": entry.nearest, "answered_by": entry.answered_by}
    for column in UNANSWERED_HEADINGS:
        if column in documents:
            document = documents[column]
            yield " – ".join(part for part in (document.symbol, document.title) if part) if document else ""
        elif column == "state":
            yield UNANSWERED_STATES[entry.state]
        elif column == "reason":
            yield entry.why
        elif column in _TIMES:
            yield local_time(getattr(entry, column))
        else:
            yield getattr(entry, column)
