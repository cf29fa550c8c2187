"""What a document is divided into: "kế hoạch nêu những giải pháp nào" asks for the titles under "GIẢI PHÁP", each with more below it."""

import re
from collections.abc import Sequence

from corpus.catalogue.documents import DocumentInfo
from corpus.catalogue.passages import StoredPassage
from corpus.text import folded, matching_form, one_line
from corpus.types import PassageKind, Span, value
from search_api.answering import LONGEST_LIST
from search_api.asking.asked import Asked
from search_api.asking.drafts import Draft, Statement
from search_api.asking.enumerations.composing import with_title
from search_api.asking.enumerations.series import family_of
from search_api.asking.enumerations.things import without, words_in
from search_api.asking.slots import document_spans
from search_api.asking.wording import shortened
from search_api.types import Evidence, Hit, Kind
from search_api.units import LONGEST_QUOTE

# What parts of a document are called; anything else is looked for in its lists.
_NAME = r"(?:nhiem vu|giai phap|noi dung|quan diem|muc tieu|yeu cau|dinh huong|bien phap|nguyen tac|phuong huong)"
_ASKED = re.compile(
    rf"(?<!\w)(?:nhung|cac|may|bao nhieu|(?P<count>\d{{1,2}})) (?:nhom )?(?P<head>{_NAME}(?:(?:,| va)? {_NAME}){{0,2}})"
    r"(?P<rank>(?: (?:lon|chu yeu|trong tam|chinh|co ban|trong yeu|dot pha|chu dao|cu the|thuc hien|chi dao)){0,3}) (?:nao|gi)(?!\w)"
)
_SAY_NOTHING = frozenset(["co", "neu", "de", "ra", "dua", "gom", "bao", "cua", "theo", "trong", "tai", "thi", "la", "ve", "va", "cho", "duoc", "xac", "dinh", "nam", "cac", "nhung", "tinh", "thanh", "pho"])  # fmt: skip
_MOST_DOCUMENTS, _FEWEST, _MOST, _LONGEST, _FOR_MARKS = 2, 2, 12, 300, 8
_LEAST_TOLD = 0.7  # of the other words of the question, in what names the document or in the title
_MARK = re.compile(
    r"^(?:[-–+•*]|\(?(?:\d{1,3}(?:\.\d{1,2})*|[a-zđ]|[ivxIVX]{1,5})\s?(?:[.)/]|-(?= ))|Điều \d{1,3}[a-zđ]?\s?[.:])\s*"
)


@value
class _Part:
    stored: StoredPassage
    line: Span


def outlined(asked: Asked) -> Draft | None:
    """The titles right under the one that a question asks for, of a document that it names; None where it asks for none, or none is clearly meant."""
    question = matching_form(asked.reading.text)
    match = _ASKED.search(folded(question)) if asked.named else None
    if match is None or (match["head"] == "nhiem vu" and not match["rank"]):  # the ledger has the tasks of a document
        return None
    head = frozenset(words_in(match["head"])) - {"va"}
    bare = without(question, [*document_spans(question), Span(*match.span())])
    rest = frozenset(words_in(bare)) - _SAY_NOTHING
    for info in asked.named[:_MOST_DOCUMENTS]:
        with asked.store.catalogue.read() as connection:
            passages = asked.store.passages.of(connection, info.place)
        text = asked.texts.of_document(info)
        title = _title(info, passages, head, rest)
        parts = _parts(text, passages, title) if title else []
        if title and parts and int(match["count"] or 0) in (0, len(parts)):
            return _draft(info, text, title, parts)
    return None


def _title(
    info: DocumentInfo, passages: Sequence[StoredPassage], head: frozenset[str], rest: frozenset[str]
) -> tuple[str, ...] | None:
    """The only title of the highest rank that is called so, with the titles over it."""
    paths = dict.fromkeys(p.passage.heading[:n] for p in passages for n in range(1, len(p.passage.heading) + 1))
    called = [
        path for path in paths if head <= frozenset(words_in(path[-1])) and len(words_in(path[-1])) <= 3 * len(head) + 4
    ]
    own = frozenset(words_in(f"{info.label} {info.title} {info.front.get('issuer', '')} {info.front.get('place', '')}"))
    told = [
        path for path in called if len(rest & (own | frozenset(words_in(" ".join(path))))) >= _LEAST_TOLD * len(rest)
    ]
    first = [path for path in told if len(path) == min(map(len, told))]
    return first[0] if len(first) == 1 else None


def _parts(text: str, passages: Sequence[StoredPassage], title: tuple[str, ...]) -> list[_Part]:
    """The titles and marked lines right under a title, one kind of marks; nothing where they are not clearly its parts."""
    found: dict[str, _Part] = {}
    for stored in passages:
        heading = stored.passage.heading
        if heading[: len(title)] != title:
            continue
        if len(heading) > len(title):
            line = heading[len(title)]
            at = text.rfind(line, 0, stored.passage.span.start)
            if line not in found and at >= 0:
                found[line] = _Part(stored, Span(at, at + len(line)))
        elif stored.passage.kind is PassageKind.ITEM:
            found[stored.passage.span.of(text)] = _Part(stored, stored.passage.span)
    marks = [family_of(line) for line in found]
    first = next((mark for mark in marks if mark), "")
    parts = [part for part, mark in zip(found.values(), marks, strict=True) if mark == first]
    return parts if first not in ("", "-") and len(parts) >= _FEWEST else []


def _draft(info: DocumentInfo, text: str, title: tuple[str, ...], parts: Sequence[_Part]) -> Draft:
    name = info.front.get("symbol") or shortened(info.title, 120)
    shown = f" (nêu {_MOST} mục đầu)" if len(parts) > _MOST else ""
    before = (
        f"{name}, “{shortened(one_line(_MARK.sub('', title[-1])).rstrip(' .:;'), 120)}”: {len(parts)} mục{shown}:\n"
    )
    room = min(_LONGEST, (LONGEST_LIST - len(before)) // min(_MOST, len(parts)) - _FOR_MARKS)
    first = with_title(text, title[-1], _quote(parts[0]))
    rows = tuple(_statement(info, text, p, first if p is parts[0] else _quote(p), room) for p in parts[:_MOST])
    return Draft(rows, joined="\n", before=before, listed=True, total=len(parts), kind=Kind.LIST)


def _quote(part: _Part) -> Span:
    return Span(part.line.start, min(part.line.end, part.line.start + LONGEST_QUOTE))


def _statement(info: DocumentInfo, text: str, part: _Part, quote: Span, room: int) -> Statement:
    item = Evidence(Hit(part.stored, info, 1.0, None, None), quote, quote, 1.0, 1.0, True, True, ())
    return Statement(shortened(_MARK.sub("", one_line(part.line.of(text))).rstrip(" :"), room), item)
