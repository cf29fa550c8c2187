"""One question about two indicators: "công bố quốc tế và đơn sáng chế phải tăng bao nhiêu". Each has its own figure, in one unit or in two."""

import re

from corpus.catalogue.facts import StoredFact
from corpus.facts import Target
from corpus.text import matching_form
from search_api.asking.asked import Asked
from search_api.asking.drafts import Draft, Statement
from search_api.asking.several import content_words, share_held
from search_api.asking.told import is_of_years, phrase
from search_api.types import Evidence, Kind

_LOOKED_AT = 4
_LONGEST = 180  # characters of a statement
_OWN, _OTHERS = 0.6, 0.5  # share of an indicator's words in its own figure, and less than so much in the other's
_OWN_UNIT = 0.55  # of the coverage of what is asked of one indicator
_BOTH = re.compile(
    r"(?:^|, )(?P<one>[^,;?]{8,90}?) và (?P<other>[^,;?]{6,70}?) (?:phải|đạt|đặt|tăng|giảm|là|chiếm|cần|đều|được|bình quân|lần lượt|đến|tới|năm|có(?= (?:bao nhiêu|mấy|bn))|còn|giao|phấn đấu)(?!\w)[^?]{0,60}?(?:bao nhiêu|mấy|bn)(?!\w)"
)


def conjoined(asked: Asked) -> Draft | None:
    """A figure for each of the two indicators that "và" joins in a question; None where one figure is of both, or not both are there."""
    if asked.reading.kind not in (Kind.TARGET, Kind.RESULT):
        return None
    match = _BOTH.search(matching_form(asked.reading.text))
    if match is None:
        return None
    both = content_words(match["one"]), content_words(match["other"])
    one, other = both[0] - both[1], both[1] - both[0]
    if not one or not other:
        return None
    for item in [e for e in asked.evidence[:_LOOKED_AT] if not e.against and e.years]:
        pair = _best(asked, item, one, other), _best(asked, item, other, one)
        if pair[0] is not None and pair[1] is not None and pair[0] is not pair[1]:
            return Draft(
                tuple(Statement(phrase(stored, asked.text(item), _LONGEST), item) for stored in pair if stored)
            )
    question = asked.reading.text
    tail = question[match.end("other") :]
    first = _of_its_own(asked, f"{question[: match.end('one')]}{tail}", one, other)
    second = _of_its_own(asked, f"{question[slice(*match.span('other'))]}{tail}", other, one) if first else None
    return Draft((first, second)) if first and second and first.words != second.words else None


def _of_its_own(asked: Asked, question: str, own: frozenset[str], others: frozenset[str]) -> Statement | None:
    """The figure of one indicator where it has a unit of its own, which must hold most of what is asked of it."""
    for item in [e for e in asked.again(question)[:_LOOKED_AT] if e.fits and e.years and not e.against]:
        stored = _best(asked, item, own, others) if item.coverage >= _OWN_UNIT else None
        if stored is not None:
            return Statement(phrase(stored, asked.text(item), _LONGEST), item)
    return None


def _best(asked: Asked, item: Evidence, own: frozenset[str], others: frozenset[str]) -> StoredFact | None:
    """The figure whose words are those of one indicator and not of the other."""
    figures = [s for s in item.facts if isinstance(s.fact.slots, Target) and s.fact.slots.value is not None]
    figures = [s for s in figures if is_of_years(s, asked.reading.years)] or figures
    held = [(share_held(own, _words(s)), share_held(others, _words(s)), -n) for n, s in enumerate(figures)]
    good = [one for one in held if one[0] >= _OWN and one[1] < _OTHERS]
    return figures[-max(good)[2]] if good else None


def _words(stored: StoredFact) -> str:
    slots = stored.fact.slots
    return f"{slots.indicator} {slots.unit}" if isinstance(slots, Target) else ""
