"""Which document it is that a question asks for: the one that replaced another, one that others cite by its number, or one that says something."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.analyser import terms
from corpus.catalogue.documents import DocumentInfo, list_documents
from corpus.catalogue.relations import StoredRelation, relations_to
from corpus.facts import RelationKind
from corpus.grammar.dates import find_years
from corpus.grammar.symbols import Symbol, document_types, find_symbols, symbol_key
from corpus.text import folded, matching_form, one_line
from corpus.types import Span, value
from search_api.asking.asked import Asked
from search_api.asking.documents.front import NUMBERED, document_words, line_of
from search_api.asking.drafts import Draft, Statement
from search_api.asking.headed import headed
from search_api.naming.naming import with_lead
from search_api.types import Evidence, Hit, Reading
from search_api.units import LONGEST_QUOTE

_TYPES = (
    r"nghi quyet|quyet dinh|ke hoach|chuong trinh(?: hanh dong)?|thong bao(?: ket luan)?|ket luan|chi thi|cong dien|cong van|huong dan|bao cao|to trinh|nghi dinh|thong tu"
    r"|quy dinh|quy che|luat"
)
_NUMBER = re.compile(
    rf"(?<!\w)(?P<type>{_TYPES}) (?:[^,;?]{{0,100}} )?(?:mang )?{NUMBERED}(?:so(?: hieu)?(?: va)?(?: ky hieu)?|ky hieu) (?:la )?(?:may|bao nhieu|nao|gi)(?!\w)"
)
_TYPED = re.compile(rf"(?<!\w)(?:{_TYPES})(?!\w)")
# "ban hành kèm theo quyết định nào", "được kiện toàn bằng văn bản nào"
_BY_WHICH = re.compile(
    rf"(?<!\w)(?P<done>ban hanh|phe duyet|thanh lap|kien toan|thong qua|cong bo) (?:kem )?(?:theo|bang|tai|o|boi) (?P<type>{_TYPES}|van ban|vb) (?:nao|gi|so may)(?!\w)"
)
_WHICH = re.compile(rf"^\W*(?:theo |tai |trong |o )?(?P<type>{_TYPES}|van ban|vb) (?:nao|gi) (?!khac|truoc|sau)")
_REPLACING = re.compile(r"(?<!\w)(?:(?:bi |duoc )?thay(?: the)?(?: cho| bang| boi)?|(?:bi |duoc )?bai bo)(?!\w)")
_LEAST_SHARE = 0.55  # of the question's words that the sentence with the number, and what it stands under, must hold
_OUTSIDE = 0.7  # words that only stand over the sentence count so much
_OPENING = 1500  # characters of a document in which it says with which other one it was issued
_WITH = re.compile(r"(?<!\w)kem theo\s*$")
_ANY = ("van ban", "vb")
_MOST_UNITS = 60
_NEAR = 80  # characters around a number in which its year stands
_AROUND = 120  # characters around a name that are about it
_LONGEST_NAME = 200
_NAME_GOES_ON = re.compile(
    r"(?:,? ?(?:ký )?ngày [\d/.-]{6,10}| ngày \d{1,2} tháng \d{1,2} năm \d{4})?(?:,? của [^,;.()\n|]{3,80})?(?:,? (?:về|phê duyệt|ban hành) [^;.()\n|]{3,120})?"
)
_ASKS_NOTHING = frozenset(
    ["số", "mấy", "nào", "gì", "bao", "nhiêu", "hiệu", "ký", "là", "mang", "theo", "bằng", "về", "của", "năm"]
)


@value
class _Mention:
    """A document's number in a unit; ``name``: all words that name it; ``share`` of the question's words that stand around it."""

    item: Evidence
    name: Span
    share: float


def cited(asked: Asked) -> Draft | None:
    """The document that is asked for, with the sentence that says it is the one; None where no document is asked for or none is known."""
    plain = folded(matching_form(asked.reading.text))
    numbered, which, by = _NUMBER.search(plain), _WHICH.match(plain), _BY_WHICH.search(plain)
    if not (numbered or which or by):
        return None
    if _REPLACING.search(plain):
        return _replaced(asked) if which else None
    if numbered:
        return _mentioned(asked, _asked_types(plain[: numbered.end()]))
    if by and not which:
        types = frozenset([by["type"]] if by["type"] not in _ANY else [])
        return _attached(asked, types) or _mentioned(asked, types, by["done"])
    return _saying(asked, which["type"]) if which and asked.plain.found else None


def _replaced(asked: Asked) -> Draft | None:
    """Documents that replace or repeal the one that is named."""
    keys = [symbol.key for symbol in find_symbols(asked.reading.text)]
    with asked.store.catalogue.read() as connection:
        found = [
            stored
            for stored in relations_to(connection, keys)
            if stored.relation.kind in (RelationKind.REPLACES, RelationKind.REPEALS)
        ]
        documents = list_documents(connection, list({stored.document_id for stored in found}))
        passages = {id_: asked.store.passages.of(connection, info.place) for id_, info in documents.items()}
    statements = []
    for stored in found:
        info = documents.get(stored.document_id)
        if info is not None and passages[info.id]:
            text, span = asked.texts.of_document(info), stored.relation.span
            line = line_of(text, span)
            quote = line if line.end - line.start <= LONGEST_QUOTE else span
            homes = passages[info.id]
            home = next((p for p in homes if p.passage.span.start <= span.start < p.passage.span.end), homes[0])
            item = Evidence(Hit(home, info, 1.0, None, None), quote, span, 1.0, 1.0, True, True, (span,))
            statements.append(Statement(_replacement(info, stored), item))
    return Draft(tuple(statements[:3]), joined="\n") if statements else None


def _replacement(info: DocumentInfo, stored: StoredRelation) -> str:
    verb = "thay thế" if stored.relation.kind is RelationKind.REPLACES else "bãi bỏ"
    return f"{document_words(info).partition(':')[0]} {verb} {stored.relation.doc_type} số {stored.relation.symbol}"


def _asked_types(plain: str) -> frozenset[str]:
    """The type whose number is asked for: that of the last clause, "quyết định" of "Ban Chỉ đạo lập theo quyết định số mấy"."""
    found = [m[0] for m in _TYPED.finditer(plain)]
    return frozenset(found[-1:])


def lacks_citation(asked: Asked) -> bool:
    """Whether a question asks by which document something was done, and the unit that would answer names none."""
    if not asked.plain.citations or not _BY_WHICH.search(folded(matching_form(asked.reading.text))):
        return False
    return not find_symbols(asked.first.quote.of(asked.text(asked.first)))


def _mentioned(asked: Asked, types: frozenset[str], done: str = "") -> Draft | None:
    """The document of a type whose number stands in a sentence that holds most of the question; ``done``: what must be said of it there."""
    own = {symbol_key(s.written) for s in find_symbols(asked.reading.text)}
    wanted = [t for t in asked.reading.content if " " not in t and t not in _ASKS_NOTHING]
    wanted = [t for t in wanted if not any(folded(t) in type_.split() for type_ in types)]
    here = (item for item in asked.evidence[:_MOST_UNITS] if "places" not in item.against)
    found = [m for item in here for m in _mentions(asked, item, types, own, wanted) if done in _before(asked, m)]
    best = max(found, key=lambda m: m.share, default=None)
    if best is None or best.share < _LEAST_SHARE:
        return None
    words = one_line(best.name.of(asked.text(best.item)))
    return Draft((Statement(words[:1].upper() + words[1:], best.item),))


def _before(asked: Asked, mention: _Mention) -> str:
    """The words before a number, without marks."""
    start = max(mention.item.core.start, mention.name.start - _AROUND)
    return folded(matching_form(asked.text(mention.item)[start : mention.name.start]))


def _mentions(
    asked: Asked, item: Evidence, types: frozenset[str], own: set[str], wanted: Sequence[str]
) -> Iterator[_Mention]:
    text = asked.text(item)
    for symbol in find_symbols(item.core.of(text)):
        if symbol.key in own or not _is_of(symbol, types):
            continue
        at = Span(item.core.start + symbol.span.start, item.core.start + symbol.span.end)
        lead = with_lead(text, at)
        goes_on = _NAME_GOES_ON.match(text, at.end, min(item.core.end, at.end + _LONGEST_NAME))
        name = Span(max(item.core.start, lead.start), goes_on.end() if goes_on else at.end)
        around = text[max(0, at.start - _NEAR) : at.end + _NEAR]
        if _of_years(asked.reading, symbol, name.of(text), around):
            yield _Mention(item, name, _share(item, text, name, wanted, _numbered(asked.reading)))


def _is_of(symbol: Symbol, types: frozenset[str]) -> bool:
    name = folded(matching_form(document_types().get(symbol.type, "")))
    return not types or any(bool(name) and (name.startswith(type_) or type_.startswith(name)) for type_ in types)


def _of_years(reading: Reading, symbol: Symbol, name: str, around: str) -> bool:
    """Whether a number is of the year that is asked for: its name has it, or where that has none it stands beside it."""
    years = {*find_years(name), *([symbol.year] if symbol.year else [])} or set(find_years(around))
    return all(year in years for year in reading.years)


def _numbered(reading: Reading) -> list[frozenset[str]]:
    """For each number of the question that is no year its pairs with a neighbour: "án 06" of "Đề án 06", which "06 tháng" is not."""
    numbers = [t for t in reading.content if t.isdigit() and int(t) not in reading.years]
    pairs = (frozenset(p for p in reading.content if " " in p and number in p.split()) for number in numbers)
    return [found for found in pairs if found]


def _share(item: Evidence, text: str, name: Span, wanted: Sequence[str], numbered: Sequence[frozenset[str]]) -> float:
    """How much of the question's words stand around the name in its unit, or over that."""
    passage = item.hit.stored.passage
    near = Span(max(item.core.start, name.start - _AROUND), min(item.core.end, name.end + _AROUND))
    inside = frozenset(terms(near.of(text)))
    over = frozenset(
        terms(" ; ".join((item.hit.document.label, *passage.heading, *(s.of(text) for s in passage.context))))
    )
    if any(pairs.isdisjoint(inside | over) for pairs in numbered):
        return 0.0
    held = sum(1.0 if term in inside else _OUTSIDE * (term in over) for term in wanted)
    return held / len(wanted) if wanted else 0.0


def _attached(asked: Asked, types: frozenset[str]) -> Draft | None:
    """The document with which the one that answers was issued, as its first lines say: "(Kèm theo Quyết định số …)"."""
    if not asked.plain.found:
        return None
    first, text = asked.first, asked.text(asked.first)
    opening = text[:_OPENING]
    for symbol in find_symbols(opening):
        lead = with_lead(text, symbol.span)
        if not _is_of(symbol, types) or not _WITH.search(folded(matching_form(opening[: lead.start]))):
            continue
        goes_on = _NAME_GOES_ON.match(opening, symbol.span.end)
        name = Span(lead.start, goes_on.end() if goes_on else symbol.span.end)
        words = one_line(name.of(text))
        item = replace(first, quote=line_of(text, name), core=name, highlights=(), facts=())
        return Draft((Statement(words[:1].upper() + words[1:], item),))
    return None


def _saying(asked: Asked, type_: str) -> Draft | None:
    """The document of a type whose unit answers, before what the unit says."""
    first = asked.first
    info = first.hit.document
    name = folded(matching_form(info.front.get("doc_type", "")))
    if not name or (type_ not in _ANY and not name.startswith(type_)):
        return None
    text = asked.text(first)
    own = None if info.front.get("symbol") else headed(text)
    if own is None and not info.front.get("symbol"):
        return None
    short = one_line(own.of(text)) if own else document_words(info).partition(":")[0]
    room = max(80, 370 - len(short))
    proofs = (replace(first, quote=own, core=own, highlights=(), facts=()),) if own else ()
    return Draft((Statement(f"{short}: {asked.own_words(first, room)}", first, proofs=proofs),))
