"""What is wanted → all facts of the ledger that fit, the same thing of several documents as one item."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from corpus.catalogue.documents import DocumentInfo
from corpus.facts import FactKind
from corpus.grammar.symbols import symbol_key
from corpus.index import Where
from corpus.ledger.entries import issuing_holder
from corpus.text import folded, matching_form
from corpus.types import value
from search_api.asking.aggregates.narrowing import MOST_DOCUMENTS, annual, as_asked, undated
from search_api.asking.aggregates.wanted import Form, Role, Standing, Wanted
from search_api.ledger.columns import Columns
from search_api.ledger.ledger import Ledger, Question
from search_api.ledger.relating import card_of
from search_api.ledger.rows import key_of

_YEAR = len("2025")
_AGAIN = 0.3  # share of a document's facts that another form of it may have said already
_DEADLINES = {Standing.OVERDUE: "overdue", Standing.SOON: "soon"}


@value
class Tally:
    """``items``: rows by item, the first of each to be shown; ``facts``: rows of them all; ``on_page``: as many as the page of the ledger has."""

    question: Question
    columns: Columns
    items: tuple[tuple[int, ...], ...]
    on_page: int

    @property
    def facts(self) -> int:
        """How many facts there are."""
        return sum(map(len, self.items))

    def ids(self, most: int) -> list[str]:
        """The facts that are shown for the first items."""
        return [self.columns.rows[item[0]].id for item in self.items[:most]]


def tally(ledger: Ledger, wanted: Wanted, where: Where, today: date) -> Tally | None:
    """All that fits; None where the ledger cannot be asked for it."""
    question = question_of(ledger.columns(), wanted, where, today)
    if question is None:
        return None
    columns, rows = ledger.select(question, today)
    if (
        len(rows)
        and len(wanted.documents) > 1
        and len(kept := one_of_each_form(columns, [int(at) for at in rows])) < len(wanted.documents)
    ):
        question = replace(question, filters={**question.filters, "document": kept})
        columns, rows = ledger.select(question, today)
    meant = as_asked(columns, [int(at) for at in rows], wanted)
    if of_year := annual(wanted):
        meant += as_asked(columns, undated(ledger, columns, question, of_year, today), wanted)
    return Tally(question, columns, items_of(columns, meant), len(rows))


def question_of(columns: Columns, wanted: Wanted, where: Where, today: date) -> Question | None:
    """The question to the ledger, None where one of its filters can have no value. ``where``: what the person narrowed the search to."""
    filters: dict[str, Sequence[str]] = {"kind": [str(wanted.kind)]}
    if not _of_documents(filters, columns, wanted, where):
        return None
    lead = [name for body in wanted.bodies if body.role is not Role.COORDINATE for name in body.names]
    help_ = [name for body in wanted.bodies if body.role is Role.COORDINATE for name in body.names]
    filters |= {"agency": lead} if lead else {}
    filters |= {"coordinate": help_} if help_ else {}
    start, end = (wanted.period.start, wanted.period.end) if wanted.period else (None, None)
    if wanted.standing in _DEADLINES and (wanted.standing is Standing.OVERDUE or wanted.period is None):
        filters["deadline"] = [_DEADLINES[wanted.standing]]
    elif wanted.standing is Standing.SOON:
        start = max(today, start) if start else today
    if wanted.kind is FactKind.TARGET:
        filters |= {"status": ["target"]}
        if wanted.standing in (Standing.MET, Standing.UNMET):
            filters["met"] = [str(wanted.standing)]
    if wanted.actions:
        filters["action"] = [
            name for name in columns.values("action") if any(verb in key_of(name) for verb in wanted.actions)
        ]
    if wanted.period and wanted.kind is not FactKind.ASSIGNMENT:
        filters["year"] = sorted(year for year in columns.values("year") if _ends_within(year, start, end, wanted.kind))
    if any(not contents for contents in filters.values()):
        return None
    question = Question(filters, anyone=any(body.role is Role.ANY for body in wanted.bodies), about=_phrases(wanted))
    if wanted.kind is FactKind.ASSIGNMENT and wanted.period:
        question = replace(question, due_from=start, due_to=end)
    dated = (
        wanted.kind is FactKind.ASSIGNMENT and (wanted.period or wanted.standing) and wanted.form is not Form.RANKING
    )
    return replace(question, order="deadline", descending=wanted.standing is Standing.OVERDUE) if dated else question


def _phrases(wanted: Wanted) -> tuple[str, ...]:
    """What things are about; of decisions also what kind of document they are done to."""
    any_kind = wanted.kind is not FactKind.DECISION or wanted.noun in ("van ban", "quy dinh")
    return wanted.topics if any_kind else (*wanted.topics, wanted.noun)


def _of_documents(filters: dict[str, Sequence[str]], columns: Columns, wanted: Wanted, where: Where) -> bool:
    """Narrow to the documents that are meant; False where there are none, or too many to be named."""
    for field in ("doc_type", "issuer"):
        if where.get(field):
            filters[field] = [str(content) for content in where[field]]
    chosen = [
        info for info in columns.documents
        if (not where.get("document") or info.id in where["document"])
        and (not where.get("year") or info.year in where["year"])
        and (not wanted.documents or info.id in wanted.documents)
        and (not wanted.place or is_of(info, wanted.place))
    ]  # fmt: skip
    if len(chosen) == len(columns.documents):
        return True
    issuers = {info.front.get("issuer", "") for info in chosen}
    by_issuer = "issuer" not in filters and "" not in issuers and chosen and not wanted.documents
    if by_issuer and all(info in chosen for info in columns.documents if info.front.get("issuer", "") in issuers):
        filters["issuer"] = sorted(issuers)
        return True
    filters["document"] = [info.id for info in chosen]
    return 0 < len(chosen) <= MOST_DOCUMENTS


def is_of(info: DocumentInfo, place: str) -> bool:
    """Whether a document was issued in a place, in matching form."""
    return folded(_place(info)) == folded(place)


def places_of(documents: Iterable[DocumentInfo]) -> tuple[str, ...]:
    """The places in which documents were issued, in matching form."""
    return tuple(dict.fromkeys(place for info in documents if (place := _place(info))))


def _place(info: DocumentInfo) -> str:
    return issuing_holder(card_of(info)).place or matching_form(info.front.get("place", ""))


def _ends_within(year: str, start: date | None, end: date | None, kind: FactKind) -> bool:
    """Whether a year, or the last one of a period, is meant: "đến năm 2030" means what is aimed at for that year."""
    if not year[-4:].isdigit() or (kind is FactKind.DECISION and len(year) > _YEAR):
        return False
    last = int(year[-4:])
    if start is None and end is not None and kind is FactKind.TARGET:
        return last == end.year
    return (start is None or start.year <= last) and (end is None or last <= end.year)


def items_of(columns: Columns, rows: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """Rows of the same thing together, where it is printed again in its document or in others of the place.

    Forms of one document differ in letters and tails: there things go by figures or first words, the first of such with the first.
    """
    homes = columns.homes(rows)
    infos = {home: columns.documents[home] for home in dict.fromkeys(homes)}
    symbols = {home: _symbol(info) for home, info in infos.items()}
    places = {home: _place(info) for home, info in infos.items()}
    forms = Counter(filter(None, symbols.values()))
    seen: Counter[tuple[int, str]] = Counter()
    items: list[list[int]] = []
    by_key: dict[tuple[object, ...], list[int]] = {}
    for at, home in zip(rows, homes, strict=True):
        row, symbol = columns.rows[at], symbols[home]
        keys: list[tuple[object, ...]] = [(places[home], row.same, row.leads)] if row.same else []
        if forms[symbol] > 1:
            seen[home, row.loosely] += 1
            keys.append((symbol, row.loosely, row.leads, seen[home, row.loosely]))
        item = next((by_key[key] for key in keys if key in by_key), None)
        if item is None:
            item = []
            items.append(item)
        item.append(at)
        for key in keys:
            by_key.setdefault(key, item)
    return tuple(tuple(item) for item in items)


def one_of_each_form(columns: Columns, rows: Sequence[int]) -> list[str]:
    """Of documents that are one in several forms (draft, signed, copied), the fullest; its annexes, which say other things, stay."""
    by_document: defaultdict[str, list[str]] = defaultdict(list)
    for at in rows:
        by_document[columns.document(at).id].append(columns.rows[at].loosely)
    kept: list[str] = []
    said: set[str] = set()
    for id_ in sorted(by_document, key=lambda id_: (-len(by_document[id_]), id_)):
        known = sum(one in said for one in by_document[id_])
        if known <= _AGAIN * len(by_document[id_]):
            kept.append(id_)
            said.update(by_document[id_])
    return kept


def _symbol(info: DocumentInfo) -> str:
    return symbol_key(info.front.get("symbol", ""))


def by_body(found: Tally, among: str) -> list[tuple[str, list[int]]]:
    """The bodies that lead, each with the first rows of its items, those with most of them first; groups ("các bộ, ngành") are no body."""
    bodies: defaultdict[str, list[int]] = defaultdict(list)
    for item in found.items:
        for lead in found.columns.rows[item[0]].leads:
            if not _is_group(lead) and lead.startswith(among):
                bodies[lead].append(item[0])
    return sorted(bodies.items(), key=lambda pair: (-len(pair[1]), pair[0]))


@lru_cache(20_000)
def _is_group(name: str) -> bool:
    form = key_of(name)
    return form.startswith(("cac ", "nhung ", "moi ", "toan ")) or " cac " in form or ", nganh" in form


def by_place(found: Tally) -> Mapping[str, int]:
    """How many items are of documents of each place, "" for those of none."""
    infos = {info.id: info for info in found.columns.documents}
    names = {id_: info.front.get("place") or info.front.get("issuer", "") for id_, info in infos.items()}
    return Counter(names[found.columns.document(item[0]).id] for item in found.items)
