"""What documents say otherwise of the same task or figure, side by side: the one in force first, and why they may differ."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from corpus.catalogue.documents import DocumentInfo
from corpus.catalogue.facts import StoredFact
from corpus.catalogue.relations import relations_of
from corpus.facts import Assignment, RelationKind, Target
from corpus.grammar.renaming import today_name
from corpus.grammar.symbols import symbol_key
from corpus.ledger.conflicts import Reason, explain
from corpus.ledger.entries import Card, Entry
from corpus.ledger.normalising import amount, indicator_key, task_words, unit_kind
from corpus.text import matching_form
from corpus.types import value
from search_api.asking.alike import tasks_like
from search_api.asking.asked import Asked
from search_api.asking.drafts import Draft, Statement
from search_api.asking.single import proven
from search_api.asking.told import Told, asked_fact, phrase
from search_api.asking.wording import assignment_words, shortened
from search_api.ledger.relating import card_of
from search_api.reading.kinds import kind_beside
from search_api.types import Evidence, Kind

_SAME_TASK = 0.75  # share of words that two wordings of a task have in common
_SAME_INDICATOR = 0.4
_AS_GOOD = 0.8  # of the coverage of the best unit
_LONGEST_STATEMENT = 170  # characters, each of those that differ
_LONGEST_TASK = 300
_LONGEST_NAME = 60
_MOST_OTHERS = 2
_TELLING = (Reason.SUPERSEDED, Reason.CONTRADICTION, Reason.OTHER_BASE, Reason.RENAMED)
_REPLACING = (RelationKind.REPLACES, RelationKind.REPEALS)


@value
class _Other:
    """What another unit says, and why it may."""

    told: Told
    reason: Reason


def differing(asked: Asked) -> Draft | None:
    """What documents say otherwise, with their dates and why; None where they agree and nobody asked whether they do."""
    expected = asked.reading.kind in (Kind.CONFLICT, Kind.COMPARE)
    kind = kind_beside(asked.reading.text) if expected else asked.reading.kind
    first = Told(asked.first, asked_fact(asked.reading.text, kind, asked.reading.years, asked.first.facts))
    if kind in (Kind.LEAD_AGENCY, Kind.DEADLINE):
        others = _other_tasks(kind, first, _same_task(asked, first))
    elif kind in (Kind.TARGET, Kind.RESULT, Kind.LOOKUP):
        others = _other_figures(asked, first, benign=expected)
    else:
        return None
    if not others:
        return None
    return _beside_each_other(asked, kind, first, others[:_MOST_OTHERS])


def _same_task(asked: Asked, first: Told) -> Sequence[Evidence]:
    """The evidence, and what is found by the words in which the task stands."""
    if first.task is None:
        return asked.evidence
    # all words of its unit, not of the task alone: a short task would be lost among long passages on its subject
    words = shortened(first.evidence.core.of(asked.text(first.evidence)), _LONGEST_TASK)
    return [*asked.evidence, *tasks_like(asked.store, asked.facts, asked.hits.where, words)]


def _other_tasks(kind: Kind, first: Told, evidence: Iterable[Evidence]) -> list[_Other]:
    """Units of other documents that give the same task to others, or another time; of each one."""
    own = first.task
    if own is None:
        return []
    words, known = set(task_words(own.task)), {_said(kind, own)}
    found: list[_Other] = []
    for item in evidence:
        if item.hit.document.id == first.evidence.hit.document.id:
            continue
        for stored in item.facts:
            task = stored.fact.slots
            if not isinstance(task, Assignment) or not _said(kind, task) or _said(kind, task) in known:
                continue
            if _alike(words, set(task_words(task.task))) >= _SAME_TASK:
                known.add(_said(kind, task))
                renamed = kind is Kind.LEAD_AGENCY and _today(task) == _today(own)
                found.append(_Other(Told(item, stored), Reason.RENAMED if renamed else Reason.CONTRADICTION))
    return found


def _said(kind: Kind, task: Assignment) -> frozenset[str]:
    if kind is Kind.LEAD_AGENCY:
        return frozenset(matching_form(body) for body in task.lead)
    return frozenset((task.deadline_date.isoformat(),)) if task.deadline_date else frozenset()


def _today(task: Assignment) -> frozenset[str]:
    return frozenset(matching_form(today_name(body)) for body in task.lead)


def _other_figures(asked: Asked, first: Told, *, benign: bool) -> list[_Other]:
    """Units with another figure of the same indicator; of each figure one. ``benign``: of other years, levels and places, too."""
    reading, own = asked.reading, first.target
    if first.fact is None or own is None or not (reading.years or benign):
        return []
    mine, known = _entry(first.fact, first.evidence), {amount(own)}
    found: list[_Other] = []
    for item in asked.evidence:
        if item.against or not item.years or not item.fits or item.coverage < _AS_GOOD * first.evidence.coverage:
            continue
        stored = asked_fact(reading.text, Kind.TARGET, reading.years, item.facts)
        target = stored.fact.slots if stored is not None else None
        if stored is None or not isinstance(target, Target) or not _same_indicator(own, target):
            continue
        reason = explain(mine, _entry(stored, item))
        if reason is None or amount(target) in known or not (benign or reason in _TELLING):
            continue
        if item.hit.document.id == first.evidence.hit.document.id and unit_kind(own.unit) != "%":
            continue  # within one document amounts are of different things
        known.add(amount(target))
        found.append(_Other(Told(item, stored), reason))
    return found


def _same_indicator(one: Target, other: Target) -> bool:
    if unit_kind(one.unit) != unit_kind(other.unit):
        return False
    return _alike(set(indicator_key(one).words), set(indicator_key(other).words)) >= _SAME_INDICATOR


def _alike(one: set[str], other: set[str]) -> float:
    return len(one & other) / max(1, len(one | other))


def _entry(stored: StoredFact, item: Evidence) -> Entry:
    return Entry(stored.id, card_of(item.hit.document), stored.fact.slots)


def _beside_each_other(asked: Asked, kind: Kind, first: Told, others: Sequence[_Other]) -> Draft:
    told = [first, *(other.told for other in others)]
    cards = {t.evidence.hit.document.id: card_of(t.evidence.hit.document) for t in told}
    with asked.store.catalogue.read() as connection:
        replaced = _replaced(connection, list(cards.values()))
    told.sort(key=lambda t: _rank(cards[t.evidence.hit.document.id], replaced))
    why = _why(others, list(cards.values()), replaced)
    after = f"\n{'Các văn bản nêu khác nhau' if len(cards) > 1 else 'Cùng một văn bản nêu khác nhau'}{f': {why}' if why else ''}."
    statements = tuple(_statement(asked, kind, t, name) for t, name in zip(told, _names(told), strict=True))
    return Draft(
        statements, joined="\n", after=after, columns=("Văn bản", "Nội dung"), disagreement=after.strip(), kind=Kind.CONFLICT
    )  # fmt: skip


def _replaced(connection: Connection, cards: Sequence[Card]) -> dict[str, str]:
    """Of documents beside each other those that another one replaces or repeals, with the other's id."""
    by_key = {symbol_key(card.symbol): card.id for card in cards if card.symbol}
    found = {}
    for card in cards if len(by_key) > 1 else ():
        for stored in relations_of(connection, card.id):
            other = by_key.get(stored.key, card.id)
            if stored.relation.kind in _REPLACING and other != card.id:
                found[other] = card.id
    return found


def _rank(card: Card, replaced: dict[str, str]) -> tuple[bool, str]:
    """What is in force before what was replaced; the latest first."""
    day = card.issued_on
    return card.id in replaced, "".join(chr(0x10FFFF - ord(c)) for c in (day.isoformat() if day else ""))


def _names(told: Sequence[Told]) -> list[str]:
    """The documents' names, with those of their files where two are called alike."""
    infos = [t.evidence.hit.document for t in told]
    names = [dated_name(info) for info in infos]
    alike = {name for name in names if len({info.id for info, own in zip(infos, names, strict=True) if own == name}) > 1}
    return [f"{n} [{info.file_name}]" if n in alike else n for n, info in zip(names, infos, strict=True)]


def _why(others: Sequence[_Other], cards: Sequence[Card], replaced: dict[str, str]) -> str:
    if replaced:
        by_id = {card.id: card for card in cards}
        old, new = next(iter(replaced.items()))
        return f"{by_id[new].symbol} thay thế {by_id[old].symbol}"
    reasons = dict.fromkeys(other.reason for other in others)
    days = {card.issued_on for card in cards}
    issuers = {matching_form(card.issuer) for card in cards}
    if Reason.CONTRADICTION in reasons or Reason.SUPERSEDED in reasons:
        if len(cards) > 1 and len(issuers) == 1 and "" not in issuers and None not in days and len(days) == len(cards):
            return "văn bản ban hành sau, của cùng cơ quan, đứng trước"
        return ""
    return ", ".join(_WHY.get(reason, str(reason)) for reason in reasons)


_WHY = {Reason.RENAMED: "cùng một cơ quan, đã đổi tên hoặc sáp nhập"}


def _statement(asked: Asked, kind: Kind, told: Told, name: str) -> Statement:
    text = asked.text(told.evidence)
    if told.fact is not None and told.target is not None:
        words = phrase(told.fact, text, _LONGEST_STATEMENT)
    elif told.task is not None:
        words = assignment_words(told.task, _LONGEST_STATEMENT)
    else:
        words = asked.own_words(told.evidence, _LONGEST_STATEMENT)
    item, proofs = proven(asked, told.evidence, told.fact, kind)
    return Statement(f"{name}: {words}", item, (name, words), proofs)


def dated_name(info: DocumentInfo) -> str:
    """A document by type and symbol, else by its title, with its date."""
    card = card_of(info)
    name = f"{card.doc_type.capitalize()} {card.symbol}" if card.symbol else shortened(info.title, _LONGEST_NAME)
    return f"{name} (ngày {card.issued_on:%d/%m/%Y})" if card.issued_on else name
