"""Questions about a document itself: its number, its date, who signed it. They are answered from its letterhead and its end."""

import re
from collections.abc import Mapping, Sequence

from corpus.catalogue.documents import DocumentInfo
from corpus.catalogue.front import front_spans
from corpus.catalogue.passages import StoredPassage
from corpus.grammar.dates import find_dates
from corpus.grammar.symbols import find_symbols
from corpus.text import folded, matching_form, one_line
from corpus.types import Span
from search_api.asking.asked import Asked
from search_api.asking.documents.meant import LEAST_NAMED, TYPES, is_of_type, meant, named_share
from search_api.asking.documents.signing import signer_asked
from search_api.asking.drafts import Draft, said
from search_api.asking.headed import headed, subject_below
from search_api.asking.slots import Fixed
from search_api.naming.register import bears
from search_api.types import Evidence, Hit, Kind, Reading
from search_api.units import LONGEST_QUOTE

# "kinh tế số bao nhiêu", "tổng số mấy" ask for no number of a document
NUMBERED = r"(?<!\bte )(?<!\bdoi )(?<!\bphu )(?<!\bquyen )(?<!\bnghe )(?<!\bhoi )(?<!\bnang )(?<!\btang )(?<!\blieu )(?<!\bdan )(?<!\btong )(?<!\bchi )(?<!\bcon )(?<!\bhe )(?<!\bho )(?<!\bky )(?<!\bba )(?<!\bda )(?<!\bty )(?<!\bsan )"
_NUMBER = re.compile(
    rf"(?<!\w)(?:mang|co|la|(?:{TYPES})(?: [^?]{{0,80}})?) {NUMBERED}(?:so(?: hieu)?(?: va)?(?: ky hieu)?|ky hieu) (?:may|bao nhieu|nao|gi)(?: (?:cua|do|ngay|nam) [^?]{{1,60}})?\W*$"
)
_WHICH = re.compile(rf"^(?:{TYPES}) nao (?!ve |khac|truoc|duoc)")
_FULL_NUMBER = re.compile(r"(?<!\w)(?:so|ky) hieu(?!\w)")
_SUBJECT = re.compile(
    rf"(?<!\w)(?:(?:la|noi|quy dinh|ban hanh|huong dan) )?(?:(?:{TYPES}|van ban) )?ve (?:cai |viec |van de |noi dung |chuyen |dieu |chu de |linh vuc )?gi\W*$"
    r"|(?<!\w)(?:quy dinh|huong dan|phe duyet|ban hanh|noi|dieu chinh) (?:(?:cai|viec|van de|noi dung|chuyen|nhung) )?gi\W*$"
)
_DATE = re.compile(
    r"(?<!\w)(?:ky|ban hanh|ra doi) (?:vao )?(?:ngay|hom|thang|khi) (?:nao|may|bao nhieu|thang nam nao)(?!\w)"
)
_WHO_ISSUES = r"(?:(?:co quan|don vi|cap|noi|ban|bo|to chuc) nao|ai)"
_ISSUER = re.compile(
    rf"^(?:{TYPES}) [^?]{{3,160}}? (?:la cua {_WHO_ISSUES}|(?:la )?(?:do|cua) {_WHO_ISSUES} (?:ban hanh|phat hanh|cong bo|phe duyet|thong qua))\W*$"
)
_ANOTHER = re.compile(r"(?<!\w)(?:thay|thay the|bai bo|can cu|to trinh|dinh chinh|lien he)(?!\w)")
_OFFICE = re.compile(
    r"^\W*(?:(?:TM|T/M|KT|TL|TUQ|Q)\.?(?!\w)|[A-ZĐÂĂÊÔƠƯÁÀẢÃẠẤẦẨẪẬẮẰẲẴẶÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ .,-]{4,60}$)"
)
_SIGNED_TYPE = re.compile(rf"^\W*(?:(?:ban|cai|to|van ban) )?(?:{TYPES})(?!\w)")
_LINES = 5  # above a signature that name the office


def asks_front(question: str) -> frozenset[str]:
    """Which of "signer", "symbol", "issued_on", "issuer" and "subject" a question asks of a document."""
    plain = folded(matching_form(question)).strip()
    asked = set()
    if signer_asked(question) is not None:
        asked.add("signer")
    if _DATE.search(plain) and not _ANOTHER.search(plain):
        asked.add("issued_on")
    if (_NUMBER.search(plain) or _WHICH.search(plain)) and not _ANOTHER.search(plain):
        asked.add("symbol")
    if _SUBJECT.search(plain):
        asked.add("subject")
    if _ISSUER.search(plain):
        asked.add("issuer")
    return frozenset(asked)


def front(asked: Asked) -> Draft | None:
    """What the question asks of the first document that is meant and has it, None where none has."""
    wanted = asks_front(asked.reading.text)
    if not wanted:
        return None
    for info in _numbered(asked, wanted) if wanted & {"symbol", "subject"} else _of_that_day(asked):
        if not all(info.front.get(name) or (name in ("symbol", "subject") and _headed(asked, info)) for name in wanted):
            continue
        with asked.store.catalogue.read() as connection:
            spans, passages = front_spans(connection, info.id), asked.store.passages.of(connection, info.place)
        if passages and (parts := _parts(wanted, info, asked.texts.of_document(info), spans, passages)):
            return Draft(said(*parts), kind=Kind.PERSON if wanted == {"signer"} else None)
    return None


def _headed(asked: Asked, info: DocumentInfo) -> bool:
    """Whether a document without a letterhead says in its first lines what it is."""
    return not info.front.get("symbol") and headed(asked.texts.of_document(info)) is not None


def _numbered(asked: Asked, wanted: frozenset[str]) -> list[DocumentInfo]:
    """Documents whose number or subject may be asked for."""
    reading = asked.reading
    documents = {info.id: info for info in asked.named}
    near = (e for e in asked.evidence if "places" not in e.against)
    documents |= {e.hit.document.id: e.hit.document for e in near if e.hit.document.id not in documents}
    named = {info.id for info in asked.named}
    found = [
        info for info in documents.values()
        if _is_meant(wanted, reading, asked.fixed, info) or ("symbol" not in wanted and info.id in named)
    ]  # fmt: skip
    if "subject" in wanted:  # a number is no subject
        found = [info for info in found if not find_symbols(info.front.get("subject", "")[:40])]
    if "symbol" in wanted:
        found.sort(key=lambda info: -named_share(reading.text, reading.years, info))
    return found


def _of_that_day(asked: Asked) -> list[DocumentInfo]:
    """Documents whose signer or date may be asked for: of the day and of the type that the question says."""
    question = asked.reading.text
    days = [d.date.isoformat() for d in find_dates(question)]
    cue = signer_asked(question)
    about = f"{question[: cue.start]} , {question[cue.end :]}" if cue else question
    signed = _SIGNED_TYPE.match(folded(matching_form(question[cue.end :]))) if cue else None
    return [
        info
        for info in meant(asked, about)
        if (not days or info.front.get("issued_on") in days)
        and (signed is None or not info.front.get("doc_type") or is_of_type(signed[0], info))
    ]


def _asked_type(question: str) -> str:
    """The type of document whose number is asked for: the last one that is named before the word that asks."""
    form = matching_form(question)
    plain = folded(form)
    asking = re.search(r"(?:so(?: hieu)?|ky hieu|nao) ?(?:may|bao nhieu|nao|gi)?\W*$|(?<!\w)nao(?!\w)", plain)
    before = form[: asking.start()] if asking else form
    found = [form[m.start() : m.end()] for m in re.finditer(rf"(?<!\w)(?:{TYPES})(?!\w)", folded(before))]
    first = re.match(rf"(?:{TYPES})(?!\w)", plain)
    return (
        form[: first.end()]
        if first and not before.rstrip().endswith(found[-1] if found else "\0")
        else found[-1]
        if found
        else ""
    )


def _is_meant(asked: frozenset[str], reading: Reading, fixed: Fixed, info: DocumentInfo) -> bool:
    """Whether a document is the one a question is about: by number, else by type, date and the words of its subject."""
    own_type = matching_form(info.front.get("doc_type", ""))
    if "symbol" in asked:
        days = [d.date.isoformat() for d in find_dates(reading.text)]
        type_ = _asked_type(reading.text)
        if not (own_type and type_ and own_type.startswith(type_)):
            return False
        if not _FULL_NUMBER.search(folded(matching_form(reading.text))) and any(
            bears(info, said) for said in fixed.documents
        ):
            return False  # its number is known: another one is asked for
        if days:
            return info.front.get("issued_on") in days
        return named_share(reading.text, reading.years, info) >= LEAST_NAMED
    if fixed.documents:
        return info.id in reading.documents or any(bears(info, said) for said in fixed.documents)
    return False  # what it is about is asked only of a document that is named


def _parts(
    asked: frozenset[str], info: DocumentInfo, text: str, spans: Mapping[str, Span], passages: Sequence[StoredPassage]
) -> tuple[tuple[str, Evidence], ...]:
    found: list[tuple[str, Evidence]] = []
    head = spans.get("issuer") if asked == {"issuer"} else spans.get("symbol") or spans.get("issued_on")
    if "subject" in asked and not asked & {"symbol", "issued_on"} and (subject := spans.get("subject")):
        head = subject if subject.end - subject.start <= LONGEST_QUOTE else head
    own = None if info.front.get("symbol") else headed(text)
    if own and "symbol" in asked:
        found.append((one_line(own.of(text)), _evidence(info, passages, own, own)))
    elif own and "subject" in asked and not spans.get("subject"):
        if (below := subject_below(text)) is None:
            return ()
        said_of_it = f"{one_line(own.of(text)).rstrip(' -_*')}: {one_line(below.of(text))}"
        found.append(
            (
                said_of_it,
                _evidence(info, passages, Span(below.start, min(below.end, below.start + LONGEST_QUOTE)), below),
            )
        )
    elif asked & {"symbol", "issued_on", "subject", "issuer"}:
        if head is None:
            return ()
        found.append((document_words(info), _evidence(info, passages, line_of(text, head), head)))
    if "signer" in asked:
        signed = _signature(text, info.front["signer"], spans.get("signer"))
        if signed is None:
            return ()
        quote, office = signed
        named = document_words(info) if not found else "Người ký"
        words = (
            f"{info.front['signer']}{f', {office},' if office else ''} ký {named}"
            if not found
            else f"Người ký: {info.front['signer']}{f' ({office})' if office else ''}"
        )
        found.append((words, _evidence(info, passages, quote, quote)))
    return tuple(found)


def document_words(info: DocumentInfo) -> str:
    """A document as it is cited in a sentence: type, number, date, issuer, subject."""
    front = info.front
    words = (
        f"{(front.get('doc_type') or 'văn bản').capitalize()} số {front['symbol']}"
        if front.get("symbol")
        else _titled(info)
    )
    if day := front.get("issued_on"):
        words += f" ngày {day[8:10]} tháng {day[5:7]} năm {day[:4]}"
    if issuer := front.get("issuer"):
        words += f" của {issuer}"
    subject = front.get("subject", "")
    return f"{words}: {subject[:200]}" if subject and subject not in words else words


def _titled(info: DocumentInfo) -> str:
    """A document without a number, by its title, with its type where the title does not begin with it."""
    type_ = info.front.get("doc_type", "")
    return (
        f"{type_.capitalize()} “{info.title}”"
        if type_ and not matching_form(info.title).startswith(matching_form(type_))
        else info.title
    )


def line_of(text: str, span: Span) -> Span:
    """The line in which a span stands, the span itself where that is too long to be quoted."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    line = Span(start, end if end >= 0 else len(text))
    return line if line.end - line.start <= 600 else span


def _signature(text: str, signer: str, known: Span | None) -> tuple[Span, str] | None:
    """The signature with the office over it, and the office."""
    at = known.start if known else text.rfind(signer)
    if at < 0:
        return None
    end = known.end if known else at + len(signer)
    start = text.rfind("\n", 0, at) + 1
    line_start = start
    for _ in range(_LINES):
        above = text.rfind("\n", 0, max(0, start - 1)) + 1
        line = text[above : start - 1].strip()
        if start == 0 or not (_OFFICE.match(line) or line.lower() in ("", "[đã ký]", "(đã ký)", "đã ký")):
            break
        start = above
    cells = text[line_start:at].rpartition("|")[2]
    lines = [*text[start:line_start].split("\n"), cells]
    offices = [w for line in lines if (w := re.sub(r"[\[(]?đã ký[\])]?", "", line, flags=re.I).strip(" .|-"))]
    return Span(start, end), " ".join(offices).replace("  ", " ").strip()[:120]


def _evidence(info: DocumentInfo, passages: Sequence[StoredPassage], quote: Span, core: Span) -> Evidence:
    home = next((p for p in passages if p.passage.span.start <= quote.start < p.passage.span.end), passages[0])
    hit = Hit(home, info, 1.0, None, None)
    return Evidence(hit, quote, core, 1.0, 1.0, True, True, (core,) if core != quote else ())
