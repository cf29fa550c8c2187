"""The ledger of targets by indicator: who aims at what, from the centre to the commune, and what was reached, by year."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from corpus.catalogue import Catalogue
from corpus.facts import FactKind, Target
from corpus.ledger.entries import Holder, Level, holder_of
from search_api.ledger.ledger import Ledger
from search_api.ledger.link_schemas import ClashOut, GroupOut, GroupPage, StepOut
from search_api.ledger.linked import Linked
from search_api.ledger.pages import question_of, read_facts
from search_api.ledger.presenting import fact_out
from search_api.ledger.schemas import AnyFact, FactQuery

PAGE = 20  # indicators
MOST_GROUPED = 200  # facts of one indicator


def page_of_groups(catalogue: Catalogue, ledger: Ledger, linked: Linked, query: FactQuery) -> GroupPage:
    """Indicators of the targets and results that fit; one that nothing is linked with is an indicator of its own."""
    today = date.today()
    wanted = query.model_copy(update={"kind": FactKind.TARGET})
    groups = _by_indicator(ledger.find(question_of(wanted), today).ids, linked)
    page = groups[query.offset : query.offset + (query.limit or PAGE)]
    with catalogue.read() as connection:
        known = read_facts(connection, [id_ for ids in page for id_ in ids[:MOST_GROUPED]])
    facts = {one[0].id: fact_out(n, *one, today) for n, one in enumerate(known, 1)}
    return GroupPage(total=len(groups), groups=[_group_out(ids, facts, linked) for ids in page])


def _by_indicator(ids: Iterable[str], linked: Linked) -> list[list[str]]:
    """Facts about the same indicator, those first that most documents speak of."""
    groups: defaultdict[int | str, list[str]] = defaultdict(list)
    for id_ in ids:
        group = linked.groups.get(id_)
        groups[id_ if group is None else id(group)].append(id_)
    documents = {id_: entry.document.id for id_, entry in linked.entries.items()}
    return sorted(groups.values(), key=lambda group: (-len({documents.get(id_) for id_ in group}), -len(group)))


def _group_out(ids: Sequence[str], facts: dict[str, AnyFact], linked: Linked) -> GroupOut:
    there = [facts[id_] for id_ in ids[:MOST_GROUPED] if id_ in facts]
    group = linked.groups.get(ids[0])
    first = there[0] if there else None
    own = first.indicator if first and first.kind == "target" else ""
    among = set(ids)
    return GroupOut(
        indicator=group.indicator if group else own, total=len(ids), facts=there, places=_places(there, linked),
        conflicts=[
            ClashOut(reason=clash.reason, facts=[entry.id for entry in clash.entries])
            for clash in linked.conflicts if all(entry.id in among for entry in clash.entries)
        ],
    )  # fmt: skip


def _places(facts: Sequence[AnyFact], linked: Linked) -> list[StepOut]:
    """Whose figures they are: the centre, provinces, communes, at last those of whom it is not known."""
    places: defaultdict[Holder, list[AnyFact]] = defaultdict(list)
    for fact in facts:
        entry = linked.entries.get(fact.id)
        slots = entry.slots if entry else None
        places[holder_of(slots, entry.document) if entry and isinstance(slots, Target) else Holder(None)].append(fact)
    ordered = sorted(places, key=lambda whose: (whose.level is None, whose.level or Level.CENTRE, whose.place))
    return [
        StepOut(level=whose.level, place=whose.place, facts=[fact.id for fact in sorted(places[whose], key=_by_year)])
        for whose in ordered
    ]


def _by_year(fact: AnyFact) -> tuple[str, str]:
    """The year a figure is of, the last one of a period; the aim before what was reached; undated ones come last."""
    year = str(fact.year) if fact.kind == "target" and fact.year is not None else "9999"
    return year[-4:], "" if fact.kind == "target" and fact.status == "target" else "result"
