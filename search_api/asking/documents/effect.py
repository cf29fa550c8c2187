"""When a document takes effect, and until when it or what it grants is valid: the clause of the document itself that says so."""

import re
from collections.abc import Sequence

from corpus.analyser import terms
from corpus.catalogue.documents import DocumentInfo
from corpus.catalogue.front import front_spans
from corpus.catalogue.passages import StoredPassage
from corpus.sentences import sentences
from corpus.text import folded, matching_form, one_line
from corpus.types import CELL_SEPARATOR, PassageKind, Span
from search_api.asking.asked import Asked
from search_api.asking.documents.front import document_words, line_of
from search_api.asking.documents.meant import (
    LEAST_NAMED,
    TYPES,
    is_of_type,
    meant,
    named_share,
    subject_terms,
    type_said,
)
from search_api.asking.drafts import Draft, Statement
from search_api.asking.wording import shortened
from search_api.types import Evidence, Hit
from search_api.units import LONGEST_QUOTE

_DAY = r"(?:khi nao|bao gio|luc nao|dau nam nao|(?:het |tron )?(?:hom|ngay|thang|nam|moc)(?: thang)?(?: nam)? (?:nao|may|bao nhieu)|ngay thang nam nao|thoi diem nao|(?:bao nhieu|may|bn) ngay|bao lau)"
_IN_FORCE = r"(?:bat dau |chinh thuc )*(?:co )?hieu luc(?: thi hanh| ap dung| phap luat)?"
_APPLIED = r"(?:bat dau |chinh thuc )+(?:duoc )?(?:ap dung|thi hanh|co hieu luc)|(?:duoc )?(?:ap dung|thi hanh)(?: chinh thuc)?(?= (?:ke )?tu)"
_FROM = re.compile(
    rf"(?<!\w)(?<!het )(?<!con )(?:{_IN_FORCE}|{_APPLIED})(?: (?!den |toi )\w+){{0,2}}? (?:(?:ke |tinh )?tu |vao |la |sau )?{_DAY}(?!\w)"
    rf"|(?<!\w)(?:(?:ke )?tu )?{_DAY} (?:thi )?(?P<named>[^?]{{3,160}}?) (?:moi )?(?:{_IN_FORCE}|(?:bat dau |chinh thuc )+(?:duoc )?(?:ap dung|thi hanh))(?!\w)"
)
_UNTIL = re.compile(
    rf"(?<!\w)(?:(?:thoi han|hieu luc|gia tri|thoi gian)(?: [^\s?,;]+){{0,8}}? (?:den|toi)|het (?:hieu luc|han|thoi han)(?: [^\s?,;]+){{0,2}}?(?: vao| la)?) {_DAY}(?!\w)"
)
_OPENS = re.compile(rf"^\W*(?:(?:xin |cho )?(?:hoi|biet)\W+|theo )?(?:(?:cac|nhung|ban|cai) )?(?:{TYPES})(?!\w)")
_FORCE = re.compile(
    rf"(?<!\w)(?<!ngay )(?<!khi )(?P<type>{TYPES}|van ban) nay(?!\w)[^.;\n]{{0,300}}?(?<!\w)(?:bat dau )?co hieu luc(?! cua)(?!\w)"
)
_VALID = re.compile(
    r"(?<!\w)(?:thoi han|hieu luc|gia tri)(?P<of>[^.;\n]{0,160}?)(?<!\w)(?:den|toi)(?: het)?(?: ngay| thang| nam)? \d"
)
_EFFECT = re.compile(r"(?<!\w)(?:hieu luc|(?:ap dung|thi hanh)(?: thi diem| thong nhat)?,? (?:ke )?tu)(?!\w)")
_SIGNED = re.compile(r"(?:ke |tinh )?tu ngay (?:ky|ban hanh|ra quyet dinh)")
_FROM_PASSING = re.compile(r"tu ngay (?:duoc )?[^.;]{0,60}?thong qua(?! ngay)")
_PASSED = re.compile(r"thong qua (?:vao )?(?P<day>ngay \d{1,2}(?: thang |/)\d{1,2}(?: nam |/)\d{4})")
_ROOM, _LONGEST_NAME = 390, 130  # characters
_MOST_DOCUMENTS = 3
_LEAST_HELD = 0.75  # of the words that name a document, in a sentence of another one on its effect


def asks_effect(question: str) -> Span | None:
    """Where a question asks when a document takes effect."""
    plain = folded(matching_form(question))
    match = _FROM.search(plain)
    if match is None:
        return None
    about = match["named"] or f"{plain[: match.start()]}"
    return Span(*match.span()) if _OPENS.match(about) else None


def asks_validity(question: str) -> Span | None:
    """Where a question asks until when something is valid."""
    match = _UNTIL.search(folded(matching_form(question)))
    return Span(*match.span()) if match else None


def effect(asked: Asked) -> Draft | None:
    """The clause on its effect of the document that is meant; None where nothing of that is asked, or no document is clearly meant."""
    question = asked.reading.text
    if about := _in_effect(question):
        return _said(asked, meant(asked, about), type_said(about))
    if cue := asks_validity(question):
        return _valid(asked, f"{question[: cue.start]} , {question[cue.end :]}", cue.of(question))
    return None


def _in_effect(question: str) -> str:
    """The words that name the document whose effect a question asks after; "" where it asks after none."""
    match = _FROM.search(folded(matching_form(question))) if asks_effect(question) else None
    if match is None:
        return ""
    return question[slice(*match.span("named"))] if match["named"] else question[: match.start()]


def lacks_effect(asked: Asked) -> bool:
    """Whether a question asks when a document takes effect, and the unit that would answer speaks of no effect, or of another document's."""
    about = _in_effect(asked.reading.text)
    if not about or not asked.plain.citations:
        return False
    words, info = asked.first.core.of(asked.text(asked.first)), asked.first.hit.document
    if not _EFFECT.search(folded(matching_form(words))):
        return True
    own = is_of_type(about, info) and named_share(about, asked.reading.years, info) >= LEAST_NAMED
    named, held = subject_terms(about), frozenset(terms(words))
    return not own and sum(term in held for term in named) < _LEAST_HELD * len(named)


def _said(asked: Asked, documents: Sequence[DocumentInfo], type_: str) -> Draft | None:
    for info in documents[:_MOST_DOCUMENTS]:
        with asked.store.catalogue.read() as connection:
            passages, spans = asked.store.passages.of(connection, info.place), front_spans(connection, info.id)
        text = asked.texts.of_document(info)
        own = folded(matching_form(info.front.get("doc_type", ""))) or type_
        found = sorted(_clauses(text, passages), key=lambda one: not own.startswith(one[1]))
        if found:
            return Draft((_statement(info, text, found[0][0], passages, spans.get("issued_on")),))
    return None


def _clauses(text: str, passages: Sequence[StoredPassage]) -> list[tuple[Span, str]]:
    """Sentences that say when the document itself takes effect, with the type by which it calls itself."""
    parts = (part for part in _parts(text, passages) if "hieu luc" in folded(matching_form(part.of(text))))
    every = (sentence for part in parts for sentence in sentences(text, part.start, part.end))
    found = ((s, _FORCE.search(folded(matching_form(s.of(text))))) for s in every)
    return [(sentence, match["type"]) for sentence, match in found if match]


def _parts(text: str, passages: Sequence[StoredPassage]) -> list[Span]:
    """The passages that are no rows, and the lines between them: an article of one sentence with text below it is a title, and no passage."""
    parts, at = [], 0
    for passage in sorted((stored.passage for stored in passages), key=lambda one: one.span.start):
        between = re.finditer(r"[^\n]+", text[at : passage.span.start])
        parts += [Span(at + m.start(), at + m.end()) for m in between if CELL_SEPARATOR not in m[0]]
        parts += [passage.span] if passage.kind is not PassageKind.ROW else []
        at = max(at, passage.span.end)
    return parts


def _statement(
    info: DocumentInfo,
    text: str,
    core: Span,
    passages: Sequence[StoredPassage],
    day: Span | None,
) -> Statement:
    short = _short(info)
    issued, proofs = "", tuple[Evidence, ...]()
    if _SIGNED.search(folded(matching_form(core.of(text)))) and info.front.get("issued_on") and day:
        year, month, date = info.front["issued_on"].split("-")
        issued = f" (ký ngày {date}/{month}/{year})"
        proofs = (_evidence(info, _home(passages, day), line_of(text, day), day),)
    elif passed := _passed(text, core):
        issued = f" (thông qua {one_line(passed.of(text))})"
        proofs = (_evidence(info, _home(passages, passed), line_of(text, passed), passed),)
    words = shortened(one_line(core.of(text)).rstrip(" ./"), _ROOM - len(short) - len(issued))
    return Statement(
        f"{short}: {words}{issued}", _evidence(info, _home(passages, core), _quote(core), core), proofs=proofs
    )


def _passed(text: str, core: Span) -> Span | None:
    """The day on which an assembly passed the document, as its last lines say, where the clause counts from that day and does not name it."""
    if not _FROM_PASSING.search(folded(matching_form(core.of(text)))):
        return None
    found = [*_PASSED.finditer(folded(matching_form(text)))]
    return Span(*found[-1].span("day")) if found else None


def _valid(asked: Asked, about: str, cue: str) -> Draft | None:
    """The clause on how long something is valid, of the document that grants it."""
    ids = {info.id for info in asked.named}
    near = {e.hit.document.id: e.hit.document for e in asked.evidence if not e.against}
    documents = [
        info
        for info in near.values()
        if (info.id in ids if ids else named_share(f"{about} {cue}", asked.reading.years, info) >= LEAST_NAMED)
    ]
    wanted = frozenset(folded(matching_form(f"{about} {cue}")).split())
    for info in documents[:_MOST_DOCUMENTS]:
        with asked.store.catalogue.read() as connection:
            passages = asked.store.passages.of(connection, info.place)
        text = asked.texts.of_document(info)
        for line in _parts(text, passages):
            match = _VALID.search(folded(matching_form(line.of(text))))
            if match is None or not _is_asked(match["of"], wanted):
                continue
            at = line.start + match.start()
            core = next((s for s in sentences(text, line.start, line.end) if s.start <= at < s.end), line)
            short = _short(info)
            words = shortened(one_line(core.of(text)).rstrip(" ./"), max(120, _ROOM - len(short)))
            item = _evidence(info, _home(passages, core), _quote(core), core)
            return Draft((Statement(f"{short}: {words}", item),))
    return None


def _is_asked(of: str, wanted: frozenset[str]) -> bool:
    """Whether a clause is on what is asked: the words right behind "thời hạn" are the question's ("thời hạn ủy quyền: từ …")."""
    name = re.split(r"[:,(]|(?<!\w)(?:thi hanh|ap dung|tu|ke|la|cua|theo|cho|den)(?!\w)", of, maxsplit=1)[0].split()
    return all(word in wanted for word in name)


def _short(info: DocumentInfo) -> str:
    return shortened(document_words(info).partition(":")[0], _LONGEST_NAME)


def _quote(core: Span) -> Span:
    return Span(core.start, min(core.end, core.start + LONGEST_QUOTE))


def _home(passages: Sequence[StoredPassage], at: Span) -> StoredPassage:
    """The passage something stands in; of a title the first below it."""
    inside = next((p for p in passages if p.passage.span.start <= at.start < p.passage.span.end), None)
    return inside or next((p for p in passages if p.passage.span.start >= at.start), passages[-1])


def _evidence(info: DocumentInfo, home: StoredPassage, quote: Span, core: Span) -> Evidence:
    return Evidence(
        Hit(home, info, 1.0, None, None), quote, core, 1.0, 1.0, True, True, (core,) if core != quote else ()
    )
