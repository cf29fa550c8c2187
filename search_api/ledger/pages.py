"""Pages of the ledger: what was asked for, looked up in the catalogue."""

import time
from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection

from corpus.catalogue import Catalogue
from corpus.catalogue.documents import DocumentInfo, list_documents
from corpus.catalogue.facts import StoredFact, count_pending, facts_by_id, get_fact
from corpus.catalogue.reviews import Review, Verdict, list_reviews, reviews_of, set_review
from corpus.errors import InvalidRequest
from corpus.text import clean, one_line
from corpus.types import Json
from search_api.ledger.ledger import Ledger, Question
from search_api.ledger.presenting import facets_out, fact_out, reviews_out
from search_api.ledger.reviewing import corrected_slots
from search_api.ledger.rows import meant_slots, name_of
from search_api.ledger.schemas import AnyFact, FactPage, FactQuery, ReviewIn, ReviewList
from search_api.types import Answer

Known = tuple[StoredFact, DocumentInfo, Review | None]
PAGE = 50
_TWO = 2


def question_of(query: FactQuery) -> Question:
    """The question to the ledger."""
    filters: dict[str, Sequence[str]] = {
        "kind": [query.kind] if query.kind else [], "document": query.document, "agency": query.agency, "year": query.year, "status": query.status,
        "doc_type": query.doc_type, "issuer": query.issuer, "tag": query.tag, "deadline": query.deadline,
        "sample": [] if query.sample is None else [str(query.sample).lower()], "verdict": query.verdict,
        "coordinate": query.coordinate, "action": query.action, "met": query.met,
    }  # fmt: skip
    return Question(
        filters, query.q, query.due_from, query.due_to, query.role == "any", query.sort, query.desc, query.about
    )


def page_of_facts(catalogue: Catalogue, ledger: Ledger, query: FactQuery) -> FactPage:
    """One page, with counts over all that fits."""
    started, today = time.perf_counter(), date.today()
    found = ledger.find(question_of(query), today)
    ids = found.ids[query.offset : query.offset + (query.limit or PAGE)]
    with catalogue.read() as connection:
        facts = [fact_out(n, *known, today) for n, known in enumerate(read_facts(connection, ids), query.offset + 1)]
        pending = count_pending(connection)
    return FactPage(
        total=len(found.ids), facts=facts, facets=facets_out(found), pending=pending, today=today.isoformat(),
        took_ms=round((time.perf_counter() - started) * 1000, 2),
    )  # fmt: skip


def one_fact(connection: Connection, fact_id: str) -> AnyFact:
    """A fact alone, also one that was marked wrong.

    Raises:
        NotFound: no such fact.
    """
    get_fact(connection, fact_id)
    ((stored, document, review),) = read_facts(connection, [fact_id])
    return fact_out(1, stored, document, review, date.today())


def read_facts(connection: Connection, ids: Sequence[str]) -> list[Known]:
    """Facts by their ids, in that order; those that have gone meanwhile are left out."""
    facts, reviews = facts_by_id(connection, ids), reviews_of(connection, ids)
    documents = list_documents(connection, list({stored.document_id for stored in facts.values()}))
    return [(facts[id_], documents[facts[id_].document_id], reviews.get(id_)) for id_ in ids if id_ in facts]


def facts_of_answer(catalogue: Catalogue, answer: Answer) -> tuple[list[Json], list[Json]]:
    """The facts an answer rests on, and those of them that disagree with why."""
    if not answer.facts:
        return [], []
    with catalogue.read() as connection:
        known = read_facts(connection, answer.facts)
    today = date.today()
    shown = [fact_out(n, *one, today).model_dump(mode="json") for n, one in enumerate(known, 1)]
    if answer.disagreement is None or len(shown) < _TWO:
        return shown, []
    about = name_of(meant_slots(known[0][0], known[0][2]))
    return shown, [{"about": about, "reason": answer.disagreement, "facts": shown}]


def put_review(connection: Connection, fact_id: str, said: ReviewIn) -> None:
    """Keep a person's word on a fact.

    Raises:
        NotFound: no such fact.
        InvalidRequest: no name, or slots that do not fit the verdict or the fact.
    """
    author = one_line(said.by)
    if not author:
        raise InvalidRequest("by: cần tên người đánh giá")
    if (said.slots is not None) != (said.verdict == "corrected"):
        raise InvalidRequest("slots: cần khi và chỉ khi verdict là corrected")
    corrected = corrected_slots(get_fact(connection, fact_id), said.slots) if said.slots is not None else None
    set_review(connection, fact_id, Verdict(said.verdict), author, note=clean(said.note).strip(), corrected=corrected)


def kept_reviews(connection: Connection, orphaned: bool | None) -> ReviewList:
    """What people have said."""
    reviews = list_reviews(connection, orphaned=orphaned)
    return reviews_out(reviews, list_documents(connection, list({review.document_id for review in reviews})))
