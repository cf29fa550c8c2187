"""Which document a question about a document itself means: the one it names by number, else the one whose type and subject it gives."""

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.analyser import terms
from corpus.catalogue.documents import DocumentInfo
from corpus.grammar.bodies import find_bodies
from corpus.grammar.spoken_symbols import find_spoken
from corpus.text import folded, matching_form
from search_api.asking.asked import Asked
from search_api.naming.register import bears
from search_api.reading.kinds import content_of

TYPES = (
    r"nghi quyet|quyet dinh|ke hoach|chuong trinh(?: hanh dong)?|thong bao|ket luan|chi thi|cong dien|cong van|huong dan|bao cao|to trinh|nghi dinh|thong tu"
    r"|quy dinh|quy che|phap lenh|dieu le|luat|qd|kh|nq"
)
LEAST_NAMED = 0.5  # share of the question's words that name its document
_LEAST_OF_LAW = 0.99  # a law is called by its name: another word names another law
_TYPED = re.compile(rf"(?<!\w)(?P<type>{TYPES})(?!\w)")
_DROPPED = re.compile(rf"(?<!\w)(?:{TYPES}|(?:19|20)\d\d)(?!\w)")
_ISSUED = re.compile(rf"^\W*(?:(?:ve viec|ve|viec) )?(?:(?:ban hanh|phe duyet|thong qua) )?(?P<type>{TYPES})(?!\w)")
_SHORT = {"qd": "quyet dinh", "kh": "ke hoach", "nq": "nghi quyet"}
_ASKING = frozenset(("số", "mấy", "nào", "hiệu", "ký", "mang", "nhiêu", "thì", "vậy"))
_TO_NUMBER = 16  # characters between the type of a document and its number ("số", "hành động số")
_ELSEWHERE = frozenset(("places", "documents"))


def meant(asked: Asked, said: str) -> list[DocumentInfo]:
    """Documents that words may mean, the best named first. ``said``: the question without the words that only ask."""
    if asked.named:
        return asked.named
    near = {e.hit.document.id: e.hit.document for e in asked.evidence if not _ELSEWHERE & set(e.against)}
    if asked.fixed.documents and not _is_object(said):
        return [i for i in near.values() if any(bears(i, one) for one in asked.fixed.documents)]
    shares = {info.id: named_share(said, asked.reading.years, info) for info in near.values() if is_of_type(said, info)}
    least = _LEAST_OF_LAW if type_said(said) == "luat" else LEAST_NAMED
    found = [info for info in near.values() if shares.get(info.id, 0.0) >= least]
    return sorted(found, key=lambda info: -shares[info.id])


def _is_object(said: str) -> bool:
    """Whether a number in words is of what the document that is meant is about: "Báo cáo thực hiện Chỉ thị 9"."""
    spoken = find_spoken(said)
    first = _TYPED.search(folded(matching_form(said)))
    return bool(spoken) and first is not None and first.end() + _TO_NUMBER < min(one.span.start for one in spoken)


def type_said(said: str) -> str:
    """The first type of document in words, without marks; "" where there is none."""
    match = _TYPED.search(folded(matching_form(said)))
    return _SHORT.get(match["type"], match["type"]) if match else ""


def is_of_type(said: str, info: DocumentInfo) -> bool:
    """Whether a document is of the type that words name, or issues one: a decision on a regulation is meant by both."""
    type_ = type_said(said)
    own = folded(matching_form(info.front.get("doc_type", "")))
    issued = _ISSUED.match(folded(matching_form(info.front.get("subject", ""))))
    return bool(type_) and (own.startswith(type_) or (issued is not None and issued["type"] == type_))


def named_share(said: str, years: Sequence[int], info: DocumentInfo) -> float:
    """How many of the words name the document; 0 where another year is asked for."""
    issued = info.front.get("issued_on", "")
    label = (
        f"{info.label} {info.file_name.replace('-', ' ')} {info.front.get('issuer', '')} {info.front.get('place', '')}"
    )
    if any(str(year) not in f"{label} {issued}" for year in years):
        return 0.0
    named = _words(f"{label} {issued[:4]}")
    own = subject_terms(said)
    if any(any(map(str.isdigit, term)) and term not in named for term in own):
        return 0.0  # "Đề án 06" is no other project, "6G" not "5G"
    return sum(term in named for term in own) / max(1, len(own))


@lru_cache(2048)
def _words(label: str) -> frozenset[str]:
    return frozenset(terms(label))


@lru_cache(256)
def subject_terms(said: str) -> tuple[str, ...]:
    """Words that say what a document is about: none of a body, a type, a year, or that ask."""
    bare = said
    for span in reversed(find_bodies(said)):
        bare = f"{bare[: span.start]} , {bare[span.end :]}"
    form = matching_form(bare)
    for match in reversed(list(_DROPPED.finditer(folded(form)))):
        form = f"{form[: match.start()]} , {form[match.end() :]}"
    return (
        tuple(t for t in content_of(form) if " " not in t and t not in _ASKING) if any(map(str.isalpha, form)) else ()
    )
