"""Who holds an office of a body: the unit in which the office stands beside a person, under words that name the body."""

import re

from corpus.analyser import terms
from corpus.text import folded, matching_form
from search_api.asking.asked import Asked
from search_api.asking.drafts import Draft, said
from search_api.asking.people import body_asked, holder_near, office_asked, offices_in
from search_api.concepts import with_own_terms
from search_api.types import Evidence, Kind

_WHO = re.compile(r"(?<!\w)(?:ai|nguoi nao|(?:dong chi|d/c|ong|ba) nao|ten (?:la )?gi)(?!\w)")
# Where the name of the body ends: a time, a place in a document, a verb
_ENDS = re.compile(
    r"(?<!\w)(?:la|ten|hien|nay|sau|truoc|khi|luc|trong|tai|theo|tu|den|nam|thang|ngay|do|duoc|co|va|moi|cu|vay|the|nhi|a)(?!\w)|[?,;:]"
)
_IN_OFFICE = re.compile(r"(?:lam|kiem|giu chuc(?: vu)?|la) $")
_MORE = re.compile(r"(?:,| va) [^,]{0,60}(?:nao|gi|bao nhieu|may|khi nao)(?!\w)")  # something else is asked, too
_LEAST_ALIKE = 0.5
_LEAST = 0.75  # of the words of the body that the unit, and what it stands under, must hold
_MOST_UNITS = 60
_ROOM = 370  # characters
_BEFORE = 70  # characters before the office in which another office stands that holds it: "do Giám đốc Sở … làm Tổ trưởng"


def holder(asked: Asked) -> Draft | None:
    """Who holds the office that is asked after; None where none is asked after, or no unit says who holds it."""
    found = _holding(asked, _LEAST)
    return Draft(said((asked.own_words(found, _ROOM), found))) if found else None


def lacks_holder(asked: Asked) -> bool:
    """Whether a question asks who holds the office of a body, and no unit says that of the body, or of one much like it."""
    return _asks_after(asked) is not None and _holding(asked, _LEAST_ALIKE) is None


def _asks_after(asked: Asked) -> tuple[str, frozenset[str]] | None:
    """The office that is asked after and the words of its body."""
    plain = folded(matching_form(asked.reading.text))
    office = office_asked(asked.reading.text)
    if asked.reading.kind is not Kind.PERSON or not office or len(_WHO.findall(plain)) != 1 or _MORE.search(plain):
        return None
    body = _body_terms(asked.reading.text, plain, office)
    return (office, body) if body else None


def _holding(asked: Asked, least: float) -> Evidence | None:
    """The best unit that says who holds the office, by name if one does; ``least``: share of the body's words."""
    wanted = _asks_after(asked)
    if wanted is None:
        return None
    office, body = wanted
    first = body_asked(asked.reading.text)
    meant = [e for e in asked.evidence[:_MOST_UNITS] if e.years and _share(asked, e, body) >= least]
    said_of = [(e, e.core.of(asked.text(e))) for e in meant]
    named = (e for e, words in said_of if holder_near(office, words, first))
    titled = (e for e, words in said_of if _held_by_office(office, words))
    return next(named, None) or next(titled, None)


def _body_terms(question: str, plain: str, office: str) -> frozenset[str]:
    """The words of the body after the office, up to where its name ends."""
    at = plain.find(office) + len(office)
    ends = _ENDS.search(plain, at)
    name = matching_form(question)[at : ends.start() if ends else len(plain)]
    return frozenset(t for t in terms(name) if " " not in t) - {"của", "thuộc"}


def _share(asked: Asked, item: Evidence, body: frozenset[str]) -> float:
    """How many words of the body stand in the unit or over it, in any of their forms."""
    passage, info, text = item.hit.stored.passage, item.hit.document, asked.text(item)
    over = (info.label, info.front.get("issuer", ""), info.front.get("place", ""), *passage.heading)
    lines = "\n".join((item.core.of(text), *over, *(span.of(text) for span in passage.context)))
    held = with_own_terms(asked.reading.concepts, frozenset(terms(lines)))
    return len(body & held) / len(body)


def _held_by_office(office: str, words: str) -> bool:
    """Whether another office holds it: "do Giám đốc Sở … làm Tổ trưởng"."""
    plain = folded(matching_form(words))
    return any(
        _IN_OFFICE.search(plain, max(0, at.start - 16), at.start) is not None
        and office_asked(words[max(0, at.start - _BEFORE) : at.start]) != ""
        for at in offices_in(office, words)
    )
