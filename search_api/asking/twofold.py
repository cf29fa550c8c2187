"""Two things asked at once of one thing: "có hiệu lực từ ngày nào, thay luật nào", "tổ chức ở đâu, ngày nào". Each has its own answer."""

import re
from dataclasses import replace

from corpus.text import folded, matching_form, one_line
from search_api.answering import LONGEST_ANSWER
from search_api.asking.asked import Asked
from search_api.asking.documents.adopting import adopted
from search_api.asking.documents.effect import effect
from search_api.asking.documents.front import asks_front, front
from search_api.asking.documents.replacing import replacing
from search_api.asking.drafts import Composer, Draft, Statement
from search_api.asking.located import beside, located, timed
from search_api.asking.slots import fixed_by
from search_api.reading.kinds import content_of, kind_of

_ASKS = r"(?:nao|gi|dau|ai|bao gio|bao nhieu|may)"
# The first thing that is asked, and the second, which leaves out what it is asked of.
_BOTH = re.compile(
    rf"^(?P<one>[^?]{{8,200}}? (?<!\w){_ASKS})(?: ?[,;](?: va)?| va) (?P<other>[^,;?]{{0,100}}?(?<!\w){_ASKS}(?: [^,;?]{{0,20}})?)\W*$"
)
# Words that ask or lead to what asks: what stands before them is what is asked of.
_LEADING = frozenset(
    ["nao", "gi", "dau", "ai", "bao", "gio", "nhieu", "may", "ngay", "hom", "khi", "luc", "thang", "nam", "quy", "tu", "ke", "vao", "o", "tai", "den", "co", "duoc",
     "bi", "la", "do", "so", "hieu", "ky", "mang", "luc", "thi", "hanh", "ap", "dung", "bat", "chinh", "thuc", "dien", "ra", "to", "chuc", "ban", "doi", "thay",
     "the", "cho", "nhung", "cac", "van", "quyet", "dinh", "nghi", "luat", "noi", "dia", "diem", "theo", "bang", "nguoi", "se", "da", "ve", "viec"]
)  # fmt: skip
_PARTS: tuple[Composer, ...] = (front, effect, adopted, replacing, located, timed)
_EFFECT = re.compile(r"(?<!\w)(?:hieu luc|ap dung|thi hanh)(?!\w)")
_IN_EFFECT = re.compile(r"(?<!\w)hieu luc[^.;]{0,60} (?:tu|sau) ")
_ROOM_FOR_MARKS = 16  # characters of citations
_TIMES = re.compile(
    r"^\W*(?:(?:vao|tu|trong) )?(?:(?:hom|ngay|thang|khi|luc|thoi gian|buoi) (?:nao|may)|may gio|bao gio)"
)


def twofold(asked: Asked) -> Draft | None:
    """The answers to both things that are asked of one; None where a question does not ask so, or one of the two has no sure answer."""
    parts = twofold_parts(asked.reading.text)
    if parts is None or len(asks_front(asked.reading.text)) > 1:
        return None
    first, second = (_answered(asked, part) for part in parts)
    if first and not second:  # the time stands beside the place
        second = beside(asked, first, parts[1])
    elif second and not first:
        first = beside(asked, second, parts[0])
    if first is None or second is None:
        found = first or second
        return _in_one(asked, found) if found else None
    if first == second:
        return None
    said = [_as_one(draft) for draft in (first, second)]
    told = one_line(said[1].evidence.core.of(asked.text(said[1].evidence)))
    return Draft(tuple(said[:1] if told in said[0].words else said), joined="\n")


def twofold_parts(question: str) -> tuple[str, str] | None:
    """A question for two things of one, as two questions; None where it asks for one, or does not begin with what it asks of."""
    both = _BOTH.match(folded(matching_form(question)))
    if both is None:
        return None
    one = question[slice(*both.span("one"))]
    if not (subject := _subject(one)):
        return None
    return one, f"{subject} {_verb(both['other'], one[len(subject) :])}{question[slice(*both.span('other'))].strip()}"


def _subject(one: str) -> str:
    """What is asked of: the words before those that ask."""
    words = [*re.finditer(r"\S+", one)]
    plain = [folded(matching_form(word[0])).strip(".,;:?") for word in words]
    while words and plain[-1] in _LEADING:
        words.pop()
        plain.pop()
    return one[: words[-1].end()] if len(words) > 1 else ""


def _verb(other: str, asking: str) -> str:
    """What was said of the thing before: of "tổ chức ở đâu, ngày nào" the day is asked on which it is held."""
    if not _TIMES.match(other):
        return ""
    words = re.match(r"\s*((?:(?!ở |tại |số |mang |do )\S+ ){0,3})", asking)
    return words[1] if words else ""


def _answered(asked: Asked, part: str) -> Draft | None:
    reading = replace(asked.reading, read_as=part, kind=kind_of(part), content=content_of(part))
    asked = replace(asked, reading=reading, fixed=fixed_by(part))
    return next((draft for compose in _PARTS if (draft := compose(asked))), None)


def _in_one(asked: Asked, draft: Draft) -> Draft | None:
    """The best unit in its own words where it says the one thing and when it takes effect, too."""
    item, says = asked.first if asked.plain.citations else None, draft.statements[0].evidence
    if item is None or not asked.plain.found or item.hit.document.id != says.hit.document.id:
        return None
    asks, words = folded(matching_form(asked.reading.text)), folded(matching_form(item.core.of(asked.text(item))))
    if not (item.core.holds(says.core) and _EFFECT.search(asks) and _IN_EFFECT.search(words)):
        return None
    return Draft((Statement(asked.own_words(item, LONGEST_ANSWER - _ROOM_FOR_MARKS), item),))


def _as_one(draft: Draft) -> Statement:
    """All that a draft says in one statement."""
    first = draft.statements[0]
    words = f"{draft.before.strip()} {'; '.join(s.words for s in draft.statements)}".strip()
    further = [item for s in draft.statements for item in (s.evidence, *s.proofs)]
    return Statement(" ".join(words.split()), first.evidence, proofs=(*further[1:], *draft.proofs))
