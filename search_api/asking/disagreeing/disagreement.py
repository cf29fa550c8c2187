"""Statements that disagree, in words: each under its document and date, the one in force first, with a word on why."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from corpus.catalogue.documents import DocumentInfo
from corpus.catalogue.relations import relations_of
from corpus.facts import Assignment, RelationKind
from corpus.grammar.renaming import today_name
from corpus.grammar.symbols import symbol_key
from corpus.ledger.conflicts import Reason
from corpus.ledger.entries import Card
from corpus.text import matching_form
from corpus.types import value
from search_api.answering import LONGEST_ANSWER
from search_api.asking.asked import Asked
from search_api.asking.comparing.matching import corrects
from search_api.asking.drafts import Draft, Statement
from search_api.asking.single import proven
from search_api.asking.told import Told, phrase
from search_api.asking.wording import assignment_words, shortened
from search_api.ledger.relating import card_of
from search_api.types import Kind

_LONGEST_STATEMENT, _SHORTEST_STATEMENT = 170, 90  # characters
_ROOM_FOR_MARKS = 8  # characters of a citation and what joins a name and its words
_LONGEST_TASK = 80
_LONGEST_WORDS = 300
_LONGEST_NAME = 60
_MOST = 3
_REPLACING = (RelationKind.REPLACES, RelationKind.REPEALS)
_WHY = {
    Reason.RENAMED: "cùng một cơ quan, đã đổi tên hoặc sáp nhập",
    Reason.OTHER_YEAR: "không mâu thuẫn, của hai năm khác nhau",
    Reason.OTHER_LEVEL: "không mâu thuẫn, của hai cấp khác nhau",
    Reason.OTHER_PLACE: "không mâu thuẫn, của hai địa bàn khác nhau",
    Reason.OTHER_BASE: "tính trên cơ sở khác nhau",
}


@value
class Other:
    """What a unit says, and why it may differ from the first; None of the first itself."""

    told: Told
    reason: Reason | None


def beside_each_other(asked: Asked, kind: Kind, others: Sequence[Other], *, claimed: bool = True) -> Draft:
    """A draft of what disagrees: what is in force before what was replaced, the latest before the earlier.

    ``claimed``: that they disagree is said; without it units are shown beside each other as they are.
    """
    told = [other.told for other in others[:_MOST]]
    cards = {t.evidence.hit.document.id: card_of(t.evidence.hit.document) for t in told}
    with asked.store.catalogue.read() as connection:
        replaced = _replaced(connection, list(cards.values()))
    told.sort(key=lambda t: _rank(t, cards[t.evidence.hit.document.id], replaced))
    why = _why_told(asked, told) or _why(others, list(cards.values()), replaced)
    several = "Các văn bản nêu khác nhau" if len(cards) > 1 else "Cùng một văn bản nêu khác nhau"
    after = f"\n{several}{f': {why}' if why else ''}." if claimed else ""
    names = _names(told)
    room = (LONGEST_ANSWER - len(after) - sum(len(name) + _ROOM_FOR_MARKS for name in names)) // len(told)
    longest = max(_SHORTEST_STATEMENT, min(_LONGEST_STATEMENT, room))
    statements = tuple(statement_of(asked, kind, t, name, longest) for t, name in zip(told, names, strict=True))
    return Draft(
        statements, joined="\n", after=after, columns=("Văn bản", "Nội dung"), disagreement=after.strip() or None, kind=Kind.CONFLICT
    )  # fmt: skip


def statement_of(asked: Asked, kind: Kind, told: Told, name: str, longest: int = _LONGEST_STATEMENT) -> Statement:
    """What a unit says, under the name of its document where that is given; ``longest``: characters of a fact in words."""
    text = asked.text(told.evidence)
    if told.fact is not None and told.target is not None:
        words = phrase(told.fact, text, longest)
    elif told.task is not None:
        words = assignment_words(_asked_of(told.task, kind), longest)
    else:
        words = asked.own_words(told.evidence, _LONGEST_WORDS)
    item, proofs = proven(asked, told.evidence, told.fact, kind)
    return Statement(f"{name}: {words}" if name else words, item, (name, words) if name else (), proofs)


def _asked_of(task: Assignment, kind: Kind) -> Assignment:
    """A task without what is not disputed, so that what is has room."""
    if kind is Kind.DEADLINE:
        return replace(task, coordinate=(), product="", task=shortened(task.task, _LONGEST_TASK))
    return replace(task, product="")


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


def _rank(told: Told, card: Card, replaced: dict[str, str]) -> tuple[bool, int, bool]:
    old_name = told.task is not None and any(matching_form(today_name(b)) != matching_form(b) for b in told.task.lead)
    return card.id in replaced, -(card.issued_on or date.min).toordinal(), old_name


def _why_told(asked: Asked, told: Sequence[Told]) -> str:
    """Why figures differ, as they say themselves: one puts the other right, or one is an aim."""
    if any(corrects(matching_form(t.evidence.core.of(asked.text(t.evidence)))) for t in told):
        return "số liệu công bố trước đã được điều chỉnh"
    statuses = {t.target.status for t in told if t.target is not None}
    return "một bên là mục tiêu, một bên là kết quả" if len(statuses) > 1 else ""


def _why(others: Sequence[Other], cards: Sequence[Card], replaced: dict[str, str]) -> str:
    by_id = {card.id: card for card in cards}
    if replaced:
        old, new = next(iter(replaced.items()))
        return f"{by_id[new].symbol} thay thế {by_id[old].symbol}"
    reasons = dict.fromkeys(other.reason for other in others if other.reason is not None)
    known = [_WHY[reason] for reason in reasons if reason in _WHY]
    if known:
        return ", ".join(known)
    issuers = {matching_form(card.issuer) for card in cards}
    days = {card.issued_on for card in cards}
    later = len(cards) > 1 and len(issuers) == 1 and "" not in issuers and None not in days and len(days) == len(cards)
    return "văn bản ban hành sau, của cùng cơ quan, nêu trước" if later else ""


def _names(told: Sequence[Told]) -> list[str]:
    """The documents' names, with those of their files where two are called alike."""
    infos = [t.evidence.hit.document for t in told]
    names = [dated_name(info) for info in infos]
    alike = {n for n in names if len({info.id for info, own in zip(infos, names, strict=True) if own == n}) > 1}
    return [f"{n} [{info.file_name}]" if n in alike else n for n, info in zip(names, infos, strict=True)]


def dated_name(info: DocumentInfo) -> str:
    """A document by type and symbol, else by its title, with its date."""
    card = card_of(info)
    name = (
        f"{card.doc_type.capitalize()} {card.symbol}".strip() if card.symbol else shortened(info.title, _LONGEST_NAME)
    )
    return f"{name} (ngày {card.issued_on:%d/%m/%Y})" if card.issued_on else name
