"""What a term means: from the short forms that documents define, and from sentences that say what it is."""

import re
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select

from corpus.catalogue.documents import DocumentInfo, list_documents
from corpus.catalogue.passages import StoredPassage
from corpus.catalogue.schema import definitions
from corpus.grammar.spoken_symbols import find_spoken
from corpus.text import folded, matching_form, one_line
from corpus.types import Span, value
from search_api.answering import LONGEST_ANSWER
from search_api.asking.asked import Asked
from search_api.asking.documents.front import line_of
from search_api.asking.documents.meant import TYPES
from search_api.asking.drafts import Draft, Statement
from search_api.asking.meanings import in_glossary, is_short_form, meanings
from search_api.types import Evidence, Hit, Kind, Reading
from search_api.units import LONGEST_QUOTE

_ASKING = re.compile(
    r"(?<!\w)(?:(?:cum tu|thuat ngu|tu viet tat|chu viet tat|khai niem|dinh nghia(?: cua| ve)?)(?: nao| gi)?|(?:la |cua |cho )?viet tat (?:cua|cho|tu)(?: (?:cum )?tu)?(?: (?:cai |chu )?(?:nao|gi))?|ten day du(?: cua)?|(?:co )?nghia la (?:gi|sao|the nao)"
    r"|(?:duoc )?hieu (?:nhu )?(?:the nao|la gi|la sao|la)(?: la)?|goi tat la gi|la (?:cai |lam )?gi|la nhu the nao|(?:nhu )?(?:the nao|ra sao)(?=\W*$)|the nao (?:duoc goi )?la|la (?:mot )?(?:loai|kieu|dang)(?: [a-z]+){0,3} (?:gi|nao|nhu the nao)|(?:theo|trong) (?:(?! (?:la|the nao|nghia|hieu)(?!\w))[^,?]){3,80}(?=\W*$)|gi|nao)(?!\w)"
    rf"|(?<!\w)(?:theo|trong) (?:{TYPES})(?:(?! la )[^,?]){{1,80}}?(?= la (?:gi|nhu the nao|loai)(?!\w))"
)
# What says where a term is defined, before the term: "Luật Bến bãi hiểu … là gì", "theo Quy chế 12 thì …", "Nghị định 5: …"
_SOURCE = re.compile(
    rf"^\W*(?:(?:theo|trong|o|tai) [^,?]{{3,80}}?(?:,| thi(?= ))|(?:{TYPES})[^,:?]{{1,80}}?(?: (?:hieu|dinh nghia|giai thich|coi|goi|quan niem)(?= (?!nhu |the |ra |la ))|:))"
)
_MOST = 3
_MOST_DOCUMENTS = 3
_LONGEST_SEARCHED = 300_000  # characters of a document that are looked through for a sentence
_LONGEST_TERM = 80
_DEFINING = r"[”\"’']?(?:,? ?\([^()]{1,60}\))?(?: \(?(?:sau đây|gọi tắt)[^,:;]{0,60})?,? (?:được hiểu là|được định nghĩa là|có nghĩa là|nghĩa là|bao gồm|là)(?!\w)"
_NUMBERING = re.compile(r"^(?:\d{1,2}|[a-zđ])[.)]\s+")
_NUMBERED = re.compile(r"^\W{0,4}\d{1,2}(?:\.\d{1,2}){0,3}\.?\s")
_NO_DEFINITION = re.compile(
    r"^ ?(?:cơ quan|đơn vị|đầu mối|một trong|nhiệm vụ|trách nhiệm|yêu cầu|động lực|bước|điều kiện|cơ sở để|gì|bao nhiêu|\d)"
)


@value
class _Short:
    """A short form that a document defines."""

    document_id: str
    short: str
    full: str
    span: Span


def definition(asked: Asked) -> Draft | None:
    """What a term means, each meaning once; None where no meaning of a term is asked, or none is given."""
    if asked.reading.kind is not Kind.DEFINITION:
        return None
    terms = _terms(asked.reading)
    if not terms:
        return None
    with asked.store.catalogue.read() as connection:
        shorts = [short for term in terms for short in _defined(connection, term)]
        documents = list_documents(connection, list({s.document_id for s in shorts}))
        chosen = _each_once(s for s in shorts if s.document_id in documents)
        statements = [
            Statement(
                f"{s.short}: {s.full}",
                _evidence(
                    asked,
                    documents[s.document_id],
                    asked.store.passages.of(connection, documents[s.document_id].place),
                    s.span,
                ),
            )
            for s in chosen[:_MOST]
        ]
    if said := next((said for say in (_sentence, _elsewhere) for term in terms if (said := say(asked, term))), None):
        statements.append(said)
    if not statements:
        statements = _spelt_out(asked, terms[0])
    return Draft(tuple(statements), joined="\n") if statements else None


def _terms(reading: Reading) -> list[str]:
    """The term that is asked for, as it was typed and as it was read ("TTHC", "dữ liệu mở" of "du lieu mo"), then without whose it is."""
    found = [term_of(question) for question in (reading.question, reading.text)]
    bare = [term.rpartition(" của ")[0] for term in found]
    return [term for term in dict.fromkeys([*found, *bare]) if term and len(term) <= _LONGEST_TERM]


def _spelt_out(asked: Asked, term: str) -> list[Statement]:
    """What letters stand for where a document spells them out; it is looked for by the letters alone, too."""
    if not is_short_form(term):
        return []
    found = meanings(asked.texts, asked.hits.items, term)
    found = found or meanings(asked.texts, [item.hit for item in asked.again(term)], term)
    said = []
    for meaning in found[:1]:
        text = asked.texts.of(meaning.hit)
        line = line_of(text, meaning.span)
        quote = line if line.holds(meaning.span) and line.end - line.start <= LONGEST_QUOTE else meaning.span
        item = Evidence(meaning.hit, quote, meaning.span, 1.0, 1.0, True, True, (meaning.span,))
        said.append(Statement(f"{term.upper() if term.islower() else term}: {meaning.full}", item))
    return said


def lacks_definition(asked: Asked) -> bool:
    """Whether a question asks what a term means that is no document's name: sentences that only use the term are no answer."""
    return asked.reading.kind is Kind.DEFINITION and not find_spoken(term_of(asked.reading.text))


def term_of(question: str) -> str:
    """The term whose meaning a question asks for, as it was typed."""
    form = folded(matching_form(question))
    if source := _SOURCE.match(form):
        question, form = question[source.end() :], form[source.end() :]
    gone = [m.span() for m in _ASKING.finditer(form)]
    words = question
    for start, end in reversed(gone):
        words = words[:start] + " " + words[end:]
    return " ".join(words.split()).strip(" ?.,:;\"'“”()").strip()


def _defined(connection: Connection, term: str) -> list[_Short]:
    """Short forms in the letters of a term, and terms whose short form is asked for by their full words."""
    key = matching_form(term)
    query = select(definitions).where(definitions.c.key == key).order_by(definitions.c.document_id, definitions.c.start)
    return [_Short(r.document_id, r.short, r.full, Span(r.start, r.end)) for r in connection.execute(query)]


def _each_once(shorts: Iterable[_Short]) -> list[_Short]:
    """One document for each meaning: letters alone tell one from another."""
    found: dict[str, _Short] = {}
    for short in shorts:
        found.setdefault(re.sub(r"\W+|(?<!\w)và(?!\w)", " ", matching_form(short.full)).strip(), short)
    return list(found.values())


def _evidence(asked: Asked, info: DocumentInfo, passages: Sequence[StoredPassage], span: Span) -> Evidence:
    text = asked.texts.of_document(info)
    line = line_of(text, span)
    quote = line if line.holds(span) and line.end - line.start <= LONGEST_QUOTE else span
    home = next((p for p in passages if p.passage.span.start <= span.start < p.passage.span.end), passages[0])
    return Evidence(_hit(home, info), quote, span, 1.0, 1.0, True, True, (span,))


def _hit(home: StoredPassage, info: DocumentInfo) -> Hit:
    return Hit(home, info, 1.0, None, None)


def _sentence(asked: Asked, term: str) -> Statement | None:
    """The best unit that says what the term is: it begins with the term, or the term begins the clause before "là"."""
    pattern = _defining(term)
    listed = re.compile(rf"^\W*(?:\d{{1,2}}[.)]\s)?\W{{0,3}}{re.escape(matching_form(term))}\W{{0,3}}\s?[:–-](?= \w)")
    for item in asked.evidence:
        words = item.core.of(text := asked.text(item))
        match = pattern.search(form := matching_form(words))
        if match is None and in_glossary(text, item.hit):
            match = listed.search(form)
        if match and not _NO_DEFINITION.match(matching_form(words), match.end()):
            return Statement(_shown(words[match.start() :]), item)
    return None


def _defining(term: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|[:;.“\"(]\s?|^\W*(?:\d{{1,2}}|[a-zđ])[.)]\s|^(?:như vậy|theo đó|tức là),?\s)\W{{0,3}}{re.escape(matching_form(term))}{_DEFINING}"
    )


def _shown(words: str) -> str:
    said = _NUMBERING.sub("", one_line(words).lstrip(' .:;“"(-–+'))
    return said if len(said) <= LONGEST_ANSWER else said[: said.rfind(" ", 0, LONGEST_ANSWER)] + "…"


def _elsewhere(asked: Asked, term: str) -> Statement | None:
    """The line that says what the term is, wherever it stands in the documents that are named, or that the best units are of."""
    near = {e.hit.document.id: e.hit.document for e in asked.evidence if not e.against}
    opens = r"^[^\w\n]{0,4}(?:(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[a-zđ][.)]|\d{1,2}\))[^\S\n]{0,2})?[^\w\n]{0,3}"
    begins = re.compile(rf"{opens}{re.escape(term)}(?!\w)", re.IGNORECASE | re.MULTILINE)
    pattern = re.compile(rf"{opens}{re.escape(matching_form(term))}{_DEFINING}")
    entry = re.compile(rf"{opens}{re.escape(matching_form(term))}\W{{0,4}}$")
    for info in (asked.named or list(near.values()))[:_MOST_DOCUMENTS]:
        text = asked.texts.of_document(info)
        for begin in begins.finditer(text, 0, _LONGEST_SEARCHED):
            line = line_of(text, Span(begin.start(), begin.end()))
            words = line.of(text)
            if entry.match(matching_form(words)):
                if said := _below(asked, info, line):
                    return said
                continue
            match = pattern.search(matching_form(words))
            if match is None or _NO_DEFINITION.match(matching_form(words), match.end()):
                continue
            with asked.store.catalogue.read() as connection:
                passages = asked.store.passages.of(connection, info.place)
            return Statement(_shown(words), _evidence(asked, info, passages, line)) if passages else None
    return None


def _below(asked: Asked, info: DocumentInfo, term: Span) -> Statement | None:
    """What stands below a term in a list of terms, as standards print it: the term in a line of its own, then what it is."""
    text = asked.texts.of_document(info)
    with asked.store.catalogue.read() as connection:
        passages = asked.store.passages.of(connection, info.place)
    home = next((p for p in passages if p.passage.span.start >= term.end), None)
    if home is None or text[term.end : home.passage.span.start].strip() or not in_glossary(text, _hit(home, info)):
        return None
    line = line_of(text, Span(home.passage.span.start, home.passage.span.start + 1))
    words = f"{_NUMBERED.sub('', one_line(term.of(text))).strip()}: {one_line(line.of(text))}"
    return Statement(_shown(words), _evidence(asked, info, passages, line))
