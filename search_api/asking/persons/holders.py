"""Who holds an office of a body: the unit in which the office stands beside a person, and that body beside or over it."""

import re
from collections.abc import Iterator, Sequence

from corpus.analyser import terms
from corpus.grammar.abbreviations import expanded
from corpus.grammar.bodies import CAPITAL, find_bodies
from corpus.grammar.body_kinds import names_a_body
from corpus.text import folded, matching_form, one_line
from corpus.types import PassageKind, Span, value
from search_api.asking.asked import Asked
from search_api.asking.documents.front import document_words
from search_api.asking.documents.signing import signer_asked
from search_api.asking.drafts import Draft, said
from search_api.asking.persons.people import NEAR, OFFICES, names_in, names_somebody, office_asked, offices_in
from search_api.cutting import around
from search_api.types import Evidence, Kind

# "Thứ trưởng Bộ Y tế nào" asks for a person, "Chủ tịch UBND tỉnh nào" for a province.
_WHO = re.compile(
    r"(?<!\w)(?:ai|nguoi nao|(?:dong chi|d/c|ong|ba) nao|ten (?:la )?gi)(?!\w)"
    rf"|(?<!\w){OFFICES}(?: [a-z]+){{1,8}}?(?<! tinh)(?<! thanh pho)(?<! huyen)(?<! xa)(?<! phuong)(?<! bo)(?<! so)(?<! nganh)(?<! co quan)(?<! don vi) nao(?!\w)"
)
_MORE = re.compile(r"(?:,| va) [^,]{0,60}(?:nao|gi|bao nhieu|may|khi nao)(?!\w)")  # something else is asked, too
# Where the name of the body ends: a time, a place in a document, a verb
_ENDS = re.compile(
    r"(?<!\w)(?:la|nao|ten|hien|nay|sau|truoc|khi|luc|trong|tai|theo|tu|den|nam|thang|ngay|do|duoc|co|va|moi|cu|vay|the|nhi|a|(?:du|tham du|tham gia|di|chu tri|phat bieu|ket luan|ky|bao cao|tiep|lam viec|phu trach)(?! an(?!\w)))(?!\w)|[?,;:]"
)
_FOR_ANOTHER = re.compile(r"(?:kt|tl|tuq|q)\.? ?$")  # who signs for an office does not hold it
_IN_OFFICE = re.compile(r"(?:lam|kiem|giu chuc(?: vu)?|la) $")
_LEVEL_LAST = re.compile(r"(?: (?:của )?(?:tỉnh|thành phố|huyện|quận|xã|phường))?\W*$")
_PLACE = re.compile(rf"(?: [{CAPITAL}][^\W\d_{CAPITAL}]*){{1,4}}")
_FIELD = re.compile(rf" (?P<of>[{CAPITAL}][^\W\d_]*(?: (?!và |của |là )[^\W\d_{CAPITAL}]+)?)")
_RECIPIENTS = re.compile(r"nơi nhận")
_LEAST, _LEAST_ALIKE = 0.75, 0.5  # of the words of the body that the unit, and what it stands under, must hold
_MOST_UNITS = 60
_OPENING = 300  # characters of a document in which it says whose it is
_ROOM = 370  # characters


@value
class _After:
    """What is asked after: the office without marks, the words of its body, and the last two of them as one term, "" for a single one."""

    office: str
    body: frozenset[str]
    last: str


def holder(asked: Asked) -> Draft | None:
    """Who holds the office that is asked after; None where none is asked after, or no unit says who holds it."""
    item = _holding(asked, _LEAST)
    return Draft(said((_words(asked, item), item))) if item else None


def lacks_holder(asked: Asked) -> bool:
    """Whether a question asks who holds the office of a body, and no unit says that of the body, or of one much like it.

    Neither does the unit that would answer where the office stands in it only of other bodies."""
    after = _asks_after(asked)
    if after is None:
        return False
    if _holding(asked, _LEAST_ALIKE) is None or not asked.plain.citations:
        return True
    words = _own(asked, asked.first)
    return bool(offices_in(after.office, words)) and not any(True for _ in _places(after, words))


def lacks_person(asked: Asked) -> bool:
    """Whether a question asks for a person, and the unit that would answer names neither one nor an office or a body."""
    if not asked.plain.citations:
        return False
    signed = signer_asked(asked.reading.text) is not None
    if not signed and asked.reading.kind is not Kind.PERSON:
        return False
    words = asked.first.quote.of(asked.text(asked.first))
    return not (names_somebody(words) or (not signed and (office_asked(words) or names_a_body(words))))


def _asks_after(asked: Asked) -> _After | None:
    question = asked.reading.text
    plain, office = folded(matching_form(question)), office_asked(question)
    if asked.reading.kind is not Kind.PERSON or not office or len(_WHO.findall(plain)) != 1 or _MORE.search(plain):
        return None
    at = plain.find(office) + len(office)
    ends = _ENDS.search(plain, at)
    name = question[at : ends.start() if ends else len(plain)]
    body = _terms(name)
    return _After(office, body, _last(name)) if body else None


def _last(name: str) -> str:
    """The last pair of words of a body; a bare level ("tỉnh") at its end says nothing."""
    pairs = [t for t in terms(_LEVEL_LAST.sub("", matching_form(expanded(name, every=True)))) if " " in t]
    return pairs[-1] if pairs else ""


def _terms(words: str) -> frozenset[str]:
    """Single words, abbreviations in full."""
    full = expanded(words, every=True)
    return frozenset(t for t in terms(full) if " " not in t) - {"của", "thuộc", "các", "và"}


def _holding(asked: Asked, least: float) -> Evidence | None:
    """The best unit that says who holds the office, by name if one does; ``least``: share of the body's words."""
    after = _asks_after(asked)
    if after is None:
        return None
    naming = (e for e in asked.evidence[:_MOST_UNITS] if e.years and offices_in(after.office, _own(asked, e)))
    meant = [e for e in naming if _share(asked, e, after) >= least]
    named = (e for e in meant if _holder(after, _own(asked, e)))
    titled = (e for e in meant if _held_by_office(after, _own(asked, e)))
    return next(named, None) or next(titled, None)


def _own(asked: Asked, item: Evidence) -> str:
    """The words of a unit, without recipients after a signature."""
    words = item.core.of(asked.text(item))
    recipients = _RECIPIENTS.search(matching_form(words))
    return words[: recipients.start()] if recipients else words


def _lines(asked: Asked, item: Evidence) -> str:
    """A unit with what it stands under, and who issued its document."""
    passage, info, text = item.hit.stored.passage, item.hit.document, asked.text(item)
    over = (info.label, info.front.get("issuer", ""), text[:_OPENING], *passage.heading)
    return "\n".join((item.core.of(text), *over, *(span.of(text) for span in passage.context)))


def _share(asked: Asked, item: Evidence, after: _After) -> float:
    """How many words of the body stand in the unit or over it; 0 where the last two, its field or its place, do not stand together."""
    lines = _lines(asked, item)
    if after.last and after.last not in terms(expanded(lines, every=True)):
        return 0.0
    return len(after.body & _terms(lines)) / len(after.body)


def _places(after: _After, words: str) -> Iterator[Span]:
    """Where the office of the body stands: a body that is printed with it is the one, not another."""
    plain = folded(matching_form(words))
    bodies, names = find_bodies(words), names_in(words)
    for place in offices_in(after.office, words):
        if _FOR_ANOTHER.search(plain, max(0, place.start - 5), place.start):
            continue
        beside = next((b for b in bodies if place.start <= b.start <= place.end + 1 and b.end > place.end), None)
        if beside is not None:
            # "thành phố Nguyễn Văn A": the person is no part of the body
            place_name = _PLACE.match(words, beside.end)
            whole = place_name.end() if place_name else beside.end
            ends = min((name.start for name in names if place.end <= name.start < whole), default=whole)
            own = _terms(words[place.end : ends])
            if not (own <= after.body or after.body <= own):
                continue
        elif _is_of_another_field(after, words, place, names):
            continue
        yield place


def _is_of_another_field(after: _After, words: str, place: Span, names: Sequence[Span]) -> bool:
    """Whether the word behind an office names another field than the one asked after: "Trưởng ban Tuyên giáo" is not "Trưởng ban Tổ chức"."""
    field = _FIELD.match(words, place.end)
    if field is None or any(name.start == field.start("of") for name in names):
        return False
    return not _terms(field["of"]) <= after.body


def _holder(after: _After, words: str) -> Span | None:
    """The name that stands nearest to the office, in its clause or line, or under it in a signature."""
    names = names_in(words)
    near = [
        (gap, name)
        for place in _places(after, words)
        for name in names
        if 0 <= (gap := max(name.start - place.end, place.start - name.end)) <= NEAR
        and ";" not in words[min(place.end, name.end) : max(place.start, name.start)]
    ]
    return min(near, default=(0, None), key=lambda n: n[0])[1]


def _held_by_office(after: _After, words: str) -> bool:
    """Whether another office holds it: "do Giám đốc Sở … làm Tổ trưởng"."""
    plain = folded(matching_form(words))
    return any(
        _IN_OFFICE.search(plain, max(0, at.start - 16), at.start) is not None
        and office_asked(words[max(0, at.start - NEAR) : at.start]) != ""
        for at in _places(after, words)
    )


def _words(asked: Asked, item: Evidence) -> str:
    """The unit in its own words, of a long one those around the name; of a signature the name and what was signed."""
    after, words = _asks_after(asked), _own(asked, item)
    name = _holder(after, words) if after else None
    if item.hit.stored.passage.kind is PassageKind.CLOSING and after and name:
        office = next(words[p.start : p.end] for p in _places(after, words))
        return f"{name.of(words)}, {office.capitalize()}, ký {document_words(item.hit.document).partition(':')[0]}"
    said = asked.own_words(item, _ROOM)
    if name is None or one_line(name.of(words)) in said:
        return said
    at = Span(item.core.start + name.start, item.core.start + name.end)
    return around(asked.text(item), item.core, at, _ROOM)
