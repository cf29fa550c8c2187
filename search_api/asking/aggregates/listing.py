"""Drafts of counts, lists and rankings: the number, then the first of the things, each with the unit that proves it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from corpus.facts import FactKind
from corpus.types import Span
from search_api.asking.aggregates import saying
from search_api.asking.aggregates.finding import Tally, by_body, by_place, question_of
from search_api.asking.aggregates.narrowing import with_own
from search_api.asking.aggregates.proving import evidence_of
from search_api.asking.aggregates.wanted import Standing, Wanted
from search_api.asking.asked import Asked
from search_api.asking.drafts import Draft, Statement
from search_api.ledger.addresses import address_of
from search_api.types import Evidence, Kind, LedgerView

MOST = 12  # items that are shown; the number of all is said before them
LONGEST = 1500  # characters
_LONGEST_ITEM = 300  # of few; of many there is room for less
_MOST_BODIES = 5
_MOST_PLACES = 6
_MOST_DECISIONS = 300  # that are looked at for the documents they are about
_LONGEST_LINE, _LONGEST_QUOTE = 4000, 600  # characters
_FOR_MARKS = 12  # characters of citations and ends of an item


def listed(asked: Asked, wanted: Wanted, found: Tally, names: Sequence[str], today: date) -> Draft:
    """The number of all and the first of them. ``names``: of the documents that are meant."""
    if wanted.kind is FactKind.DECISION:
        return _decisions(asked, wanted, found, names, today)
    number = len(found.items)
    wanted = with_own(found.columns, [item[0] for item in found.items], wanted)
    before = f"{saying.counted(wanted, number, names, today)}{_spread(wanted, found)}{_notes(wanted, number, found.facts)}:\n"
    after = _besides(asked, wanted, sum(not found.columns.rows[item[0]].due for item in found.items), today)
    room = (LONGEST - len(before) - len(after)) // min(MOST, number) - _FOR_MARKS
    statements = _statements(asked, wanted, found.ids(MOST), min(_LONGEST_ITEM, room))
    return Draft(
        statements,
        joined="\n",
        before=before,
        after=after,
        listed=True,
        total=number,
        ledger=_view(found),
        kind=Kind.LIST,
    )


def _decisions(asked: Asked, wanted: Wanted, found: Tally, names: Sequence[str], today: date) -> Draft:
    """Decisions by the documents that they are about: one sentence may replace three of them."""
    evidence = evidence_of(asked.store, found.ids(_MOST_DECISIONS))
    pairs = [pair for item in evidence.values() for pair in _done_to(item, asked.text(item))]
    before = f"{saying.counted(wanted, len(pairs), names, today)}{_notes(wanted, len(pairs), 0)}:\n"
    room = min(_LONGEST_ITEM, (LONGEST - len(before)) // min(MOST, len(pairs)) - _FOR_MARKS)
    statements = tuple(Statement(saying.reference_words(part, item, room), item) for part, item in pairs[:MOST])
    return Draft(statements, joined="\n", before=before, listed=True, total=len(pairs), ledger=_view(found))


def _done_to(item: Evidence, text: str) -> list[tuple[str, Evidence]]:
    """The documents that a decision is done to, to the end of its line: a fact holds no more than the beginning of a long one."""
    (stored,) = item.facts
    start = next((part.span.start for part in stored.fact.parts if part.slot == "object"), item.quote.start)
    end = text.find("\n", item.quote.end - 1)
    line = Span(start, max(item.quote.end, min(len(text) if end < 0 else end, start + _LONGEST_LINE)))
    found = []
    for span in saying.references(text, line):
        own = (
            item
            if item.quote.holds(span)
            else replace(item, quote=_short(span), core=_short(span), highlights=(), figures=())
        )
        found.append((span.of(text), own))
    return found


def _short(span: Span) -> Span:
    return Span(span.start, min(span.end, span.start + _LONGEST_QUOTE))


def _view(found: Tally) -> LedgerView:
    return LedgerView(address_of(found.question), found.on_page)


def _notes(wanted: Wanted, number: int, facts: int) -> str:
    """How many of them are shown, and that the page of the ledger has some of them several times."""
    notes = [f"nêu {MOST} mục đầu"] if number > MOST else []
    notes += [f"sổ ghi {facts} mục vì có {saying.NOUNS[wanted.kind]} được ghi nhiều lần"] if facts > number else []
    return f" ({'; '.join(notes)})" if notes else ""


def _spread(wanted: Wanted, found: Tally) -> str:
    """Whose documents they are, where bodies of one name are there in several places."""
    places = {place: count for place, count in by_place(found).items() if place}
    local = any(body.shown.startswith(("Sở", "Ủy ban", "Công an")) for body in wanted.bodies)
    if not local or wanted.place or len(places) < 2:
        return ""
    most = sorted(places.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST_PLACES]
    return f", theo văn bản của {', '.join(f'{place} ({count})' for place, count in most)}"


def _statements(asked: Asked, wanted: Wanted, ids: Sequence[str], longest: int) -> tuple[Statement, ...]:
    judged = asked.links.linked().judged if wanted.standing in (Standing.MET, Standing.UNMET) else {}
    results = {id_: one.result.id for id_ in ids if (one := judged.get(id_)) and one.result}
    evidence = evidence_of(asked.store, [*ids, *results.values()])
    statements = []
    for item in (evidence[id_] for id_ in ids if id_ in evidence):
        (stored,) = item.facts
        beside = evidence.get(results.get(stored.id, ""))
        if beside is None:
            statements.append(Statement(saying.item_words(wanted, stored, asked.text(item), longest), item))
        else:
            words = saying.judged_words(stored, asked.text(item), beside.facts[0], asked.text(beside), longest)
            statements.append(Statement(words, item, proofs=() if beside is None else (beside,)))
    return tuple(statements)


def _besides(asked: Asked, wanted: Wanted, undated: int, today: date) -> str:
    """What could not be counted: aims without a result, tasks of a body without a day, but for the ``undated`` that are said already."""
    if wanted.standing in (Standing.MET, Standing.UNMET):
        count = _how_many(asked, wanted, "met", "unknown", today)
        return f"\nChưa có kết quả trong kho để so: {count} chỉ tiêu." if count else ""
    if wanted.kind is FactKind.ASSIGNMENT and wanted.bodies and wanted.period:
        count = _how_many(asked, replace(wanted, period=None, standing=None), "deadline", "none", today) - undated
        return f"\nNgoài ra có {count} mục phân công không ghi hạn là ngày cụ thể." if count > 0 else ""
    return ""


def _how_many(asked: Asked, wanted: Wanted, field: str, content: str, today: date) -> int:
    question = question_of(asked.ledger.columns(), wanted, asked.hits.where, today)
    if question is None:
        return 0
    other = replace(question, filters={**question.filters, field: [content]})
    return len(asked.ledger.select(other, today)[1])


def ranking(asked: Asked, wanted: Wanted, found: Tally, names: Sequence[str], today: date) -> Draft | None:
    """The bodies that have most of the things, each with one of them; None where there are not two to compare."""
    bodies = by_body(found, wanted.among)
    evidence = evidence_of(asked.store, [found.columns.rows[rows[0]].id for _, rows in bodies[:_MOST_BODIES]])
    noun = saying.NOUNS[wanted.kind]
    statements = []
    for name, rows in bodies[:_MOST_BODIES]:
        item = evidence.get(found.columns.rows[rows[0]].id)
        if item is not None:
            statements.append(Statement(f"{name}: {len(rows)} {noun}", item, (name, f"{len(rows)}")))
    if len(statements) < 2:
        return None
    narrowed = saying.narrowed(wanted, names, today)
    before = f"Chủ trì nhiều {noun}{narrowed} nhất, tính theo sổ của kho (dẫn một {noun} của mỗi cơ quan):\n"
    columns = ("Cơ quan", f"Số {noun}")
    return Draft(tuple(statements), joined="\n", before=before, columns=columns, total=len(bodies), ledger=_view(found))
