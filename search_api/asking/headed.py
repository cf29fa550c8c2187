"""The number of a document whose letterhead was not read: the first in its text, behind its type ("Nghị định của Chính phủ số 12/2024/NĐ-CP về …")."""

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.catalogue.documents import DocumentInfo
from corpus.grammar.spoken_symbols import SpokenSymbol, find_spoken
from corpus.grammar.spoken_types import type_pattern
from corpus.text import folded, matching_form
from corpus.types import Span
from search_api.texts import Texts
from search_api.types import Evidence

_OPENING = 400  # characters of a document in which its own number stands
_LONGEST = 300  # characters of a line that is told whole
_TYPE = re.compile(rf"(?:{type_pattern()})(?!\w)")
_NEAR = 200  # characters behind the number in which the type stands
_TYPE_BELOW = re.compile(
    rf"(?<!\w)(?:{type_pattern()})(?=\s+(?:huong dan|quy dinh|ve|ban hanh|phe duyet|sua doi|cong bo)(?!\w))"
)
_SUBJECT = re.compile(r"\s{0,4}(?P<subject>[^\n]{12,400}?)(?=\n|$| (?:Căn cứ|Để triển khai|Thi hành|Thực hiện) )")
# What may stand before it: whose it is and its type, or the word of a letterhead that was read as running text, and nothing on which it rests.
_HEADED = re.compile(
    rf"(?:\n|hanh phuc) {{0,3}}so ?:? *$|^(?:(?!(?:can cu|theo|thuc hien|trien khai|xet|sua doi|thay the|ve) )[^;]){{0,240}}?(?:(?:{type_pattern()})(?:\s+cua [^;:.,]{{2,40}})?(?:\s+so:?)?|(?<!\w)so ?:)\W*$"
)


def headed(text: str) -> Span | None:
    """The words in which a document names itself by its number, from its type to the end of the line; None where it has no such number."""
    number = _heading_number(text[:_OPENING])
    if number is None:
        return None
    before = list(_TYPE.finditer(folded(matching_form(text[: number.span.start]))))
    end = text.find("\n", number.span.end)
    start = before[-1].start() if before else number.span.start
    end = end if end >= 0 else len(text)
    return Span(start, end if end - start <= _LONGEST else number.span.end)


def subject_below(text: str) -> Span | None:
    """What such a document is on: the line below its number, or below its type where that stands behind the number; None where it has none."""
    heading = headed(text)
    if heading is None:
        return None
    number = _heading_number(text[:_OPENING])
    after = folded(matching_form(text[number.span.end : number.span.end + _NEAR])) if number else ""
    type_ = _TYPE_BELOW.search(after)
    start = number.span.end + type_.end() if number and type_ else heading.end
    match = _SUBJECT.match(text, start)
    return Span(match.start("subject"), match.end("subject")) if match else None


def is_headed_by(info: DocumentInfo, text: str, said: Sequence[SpokenSymbol]) -> bool:
    """Whether a document without a number of its own is headed by one of those that were said."""
    if info.front.get("symbol"):
        return False
    own = _heading_number(text[:_OPENING])
    return own is not None and any(_is_it(own, one) for one in said)


def headed_first(texts: Texts, said: Sequence[SpokenSymbol], evidence: Sequence[Evidence]) -> Sequence[Evidence]:
    """Where a document is headed by a number that was said, units of others that only cite it come after all of its own."""
    documents = {e.hit.document.id: e.hit.document for e in evidence} if said else {}
    if not any(is_headed_by(info, texts.of_document(info), said) for info in documents.values()):
        return evidence
    return sorted(evidence, key=lambda e: "documents" in e.against)


def _is_it(own: SpokenSymbol, said: SpokenSymbol) -> bool:
    same = own.number == said.number and bool({*own.types} & {*said.types})
    return same and (said.year is None or own.year in (None, said.year)) and said.organ in (None, own.organ)


@lru_cache(4096)
def _heading_number(opening: str) -> SpokenSymbol | None:
    first = next(iter(find_spoken(opening)), None)
    if first is None or not _HEADED.search(folded(matching_form(opening[: first.span.start]))):
        return None
    return first
