"""What of the rows that fit a question it asks for: those of the table, under the name or of the year that it says."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from corpus.catalogue.documents import DocumentInfo
from corpus.facts import FactKind
from corpus.text import matching_form
from search_api.asking.aggregates.wanted import Form, Role, Wanted
from search_api.ledger.columns import Columns
from search_api.ledger.ledger import Ledger, Question
from search_api.ledger.rows import printed_key

MOST_DOCUMENTS = 40  # that an address names one by one
_YEARS = re.compile(r"(?:19|20)\d\d")
_REPORTS = ("báo cáo", "thông báo", "tờ trình")


def as_asked(columns: Columns, rows: Sequence[int], wanted: Wanted) -> list[int]:
    """Of rows that fit those in the table or annex that is asked about, and those that print the name that is asked about.

    In a document that is named, a body that has since become part of another is not that other: both may have tasks there.
    """
    if wanted.annexed and any(columns.rows[at].annexed for at in rows):
        rows = [at for at in rows if columns.rows[at].annexed]
    names = {printed_key(body.typed) for body in wanted.bodies}
    if not wanted.documents or any(body.role is not Role.LEAD for body in wanted.bodies) or not names:
        return list(rows)
    printing = {columns.document(at).id for at in rows if not names.isdisjoint(columns.rows[at].printed)}
    return [
        at for at in rows
        if columns.document(at).id not in printing or not names.isdisjoint(columns.rows[at].printed)
    ]  # fmt: skip


def annual(wanted: Wanted) -> int | None:
    """The year whose tasks are asked for, None where it is a shorter or longer time, or said of deadlines."""
    start, end = (wanted.period.start, wanted.period.end) if wanted.period else (None, None)
    if (
        wanted.kind is not FactKind.ASSIGNMENT
        or wanted.form is Form.RANKING
        or wanted.timed
        or wanted.standing
        or start is None
        or end is None
    ):
        return None
    return start.year if (start, end) == (date(start.year, 1, 1), date(start.year, 12, 31)) else None


def undated(ledger: Ledger, columns: Columns, question: Question, year: int, today: date) -> list[int]:
    """Tasks without a day in documents that are the plans of a year: they are that year's."""
    plans = [info.id for info in columns.documents if is_plan_of(info, year)]
    mine = question.filters.get("document")
    plans = [id_ for id_ in plans if mine is None or id_ in mine][:MOST_DOCUMENTS]
    if not plans:
        return []
    filters = {**question.filters, "document": plans, "deadline": ["none"]}
    return [int(at) for at in ledger.select(replace(question, filters=filters, due_from=None, due_to=None), today)[1]]


def is_plan_of(info: DocumentInfo, year: int) -> bool:
    """Whether a document says what is to be done in one year, by its title; a report says what was."""
    title = matching_form(info.title)
    return (
        f"năm {year}" in title and len(set(_YEARS.findall(title))) == 1 and info.front.get("doc_type") not in _REPORTS
    )


def with_own(columns: Columns, rows: Sequence[int], wanted: Wanted) -> Wanted:
    """What is wanted, with those bodies marked under whose typed name all that was found is printed."""
    leads = [columns.rows[at].printed for at in rows]
    bodies = (
        replace(body, own=bool(leads) and all(printed_key(body.typed) in printed for printed in leads))
        for body in wanted.bodies
    )
    return replace(wanted, bodies=tuple(bodies)) if wanted.documents else wanted


def for_its_year(wanted: Wanted, documents: Sequence[DocumentInfo]) -> Wanted:
    """Without the year where that only says which document is meant: that of its title, or of one that is described, not named."""
    year = annual(wanted)
    is_its = year is not None and bool(documents) and all(is_plan_of(info, year) for info in documents)
    return replace(wanted, period=None) if is_its else wanted
