"""What disagrees with what, and what belongs to a fact: looked up and put into schemas."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import Connection

from corpus.catalogue import Catalogue
from corpus.catalogue.facts import get_fact
from corpus.facts import Target
from corpus.ledger.conflicts import Disagreement, Reason
from corpus.ledger.entries import Entry, holder_of
from corpus.ledger.linking import path_of, years_of
from search_api.ledger.ledger import Ledger
from search_api.ledger.link_schemas import ConflictList, ConflictOut, ConflictQuery, RelatedOut, StepOut, YearOut
from search_api.ledger.linked import Linked
from search_api.ledger.pages import PAGE, question_of, read_facts
from search_api.ledger.presenting import fact_out
from search_api.ledger.schemas import AnyFact
from search_api.schemas import FacetValue

MOST_RELATED = 500


def conflicts_found(catalogue: Catalogue, ledger: Ledger, linked: Linked, query: ConflictQuery) -> ConflictList:
    """Conflicts of which one fact at least fits, plain contradictions first."""
    ids = set(ledger.find(question_of(query)).ids)
    near = [conflict for conflict in linked.conflicts if any(entry.id in ids for entry in conflict.entries)]
    fitting = [conflict for conflict in near if not query.reason or conflict.reason in query.reason]
    fitting.sort(key=lambda conflict: conflict.reason is not Reason.CONTRADICTION)
    page = fitting[query.offset : query.offset + (query.limit or PAGE)]
    with catalogue.read() as connection:
        facts = _facts(connection, {entry.id: None for conflict in page for entry in conflict.entries})
    counted = Counter(str(conflict.reason) for conflict in near).most_common()
    return ConflictList(
        total=len(fitting), conflicts=_conflicts(page, facts), reasons=[FacetValue(value=reason, count=count) for reason, count in counted]
    )  # fmt: skip


def related_facts(connection: Connection, linked: Linked, fact_id: str) -> RelatedOut:
    """Facts about the same indicator as a target; about the same task only those that disagree.

    Raises:
        NotFound: no such fact.
    """
    get_fact(connection, fact_id)
    conflicts = [conflict for conflict in linked.conflicts if any(entry.id == fact_id for entry in conflict.entries)]
    group, entry = linked.groups.get(fact_id), linked.entries.get(fact_id)
    wanted = dict.fromkeys([e.id for e in group.entries][:MOST_RELATED] if group else [fact_id])
    facts = _facts(connection, {**wanted, **{e.id: None for conflict in conflicts for e in conflict.entries}})
    years = (
        years_of(group, holder_of(entry.slots, entry.document))
        if group and entry and isinstance(entry.slots, Target)
        else []
    )
    return RelatedOut(
        indicator=group.indicator if group else "", total=len(group.entries) if group else 1,
        facts=[facts[id_] for id_ in wanted if id_ in facts], conflicts=_conflicts(conflicts, facts),
        path=[StepOut(level=s.holder.level, place=s.holder.place, facts=_ids(s.entries)) for s in path_of(group)] if group else [],
        years=[YearOut(year=y.year, targets=_ids(y.targets), results=_ids(y.results)) for y in years],
    )  # fmt: skip


def _facts(connection: Connection, ids: Mapping[str, None]) -> dict[str, AnyFact]:
    today = date.today()
    found = read_facts(connection, list(ids))
    return {known[0].id: fact_out(n, *known, today) for n, known in enumerate(found, 1)}


def _conflicts(found: Iterable[Disagreement], facts: Mapping[str, AnyFact]) -> list[ConflictOut]:
    return [
        ConflictOut(
            kind="target" if isinstance(c.entries[0].slots, Target) else "assignment", about=c.about, reason=c.reason,
            facts=[facts[entry.id] for entry in c.entries],
        )
        for c in found if all(entry.id in facts for entry in c.entries)
    ]  # fmt: skip


def _ids(entries: Iterable[Entry]) -> list[str]:
    return [entry.id for entry in entries]
