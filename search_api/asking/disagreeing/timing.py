"""Times that documents give otherwise for the same thing where no task is known of it: "hoàn thành trong quý I", "dự kiến xong trong quý II"."""

import re

from corpus.ledger.conflicts import Reason
from corpus.ledger.entries import issuing_holder
from corpus.text import matching_form
from search_api.asking.asked import Asked
from search_api.asking.disagreeing.disagreement import Other, beside_each_other
from search_api.asking.drafts import Draft
from search_api.asking.several import content_words, share_held
from search_api.asking.subjects import topic_of
from search_api.asking.told import Told
from search_api.ledger.relating import card_of
from search_api.types import Evidence, Kind

_LOOKED_AT = 8
_AS_GOOD = 0.8  # of the coverage of the first unit
_LEAST_HELD = 0.6  # of the words of the topic, in each unit itself
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_QUARTER_ASKED = re.compile(r"(?<!\w)quý (?:nào|mấy)(?!\w)")
_MONTH_ASKED = re.compile(r"(?<!\w)tháng (?:nào|mấy)(?!\w)")
_QUARTER = re.compile(r"(?<!\w)quý (iv|i{1,3}|[1-4])(?:\s?/\s?| năm | )(20\d\d)(?!\d)")
_MONTH = re.compile(r"(?<!\w)tháng (\d{1,2})(?:\s?/\s?| năm )(20\d\d)(?!\d)")


def timed_otherwise(asked: Asked) -> Draft | None:
    """Two documents side by side that give different quarters or months for what is asked; None where they do not.

    Of one body or place, each with one such time alone, and each with most words of the topic in the very unit.
    """
    if asked.reading.kind is not Kind.DEADLINE:
        return None
    form = matching_form(asked.reading.text)
    pattern = _QUARTER if _QUARTER_ASKED.search(form) else _MONTH if _MONTH_ASKED.search(form) else None
    own = _time(asked, asked.first, pattern) if pattern else None
    if pattern is None or own is None:
        return None
    topic = content_words(topic_of(asked.reading.text))
    for item in asked.evidence[:_LOOKED_AT]:
        time = _time(asked, item, pattern) if _may_be_same(asked, item) else None
        if time not in (None, own) and all(
            share_held(topic, e.core.of(asked.text(e))) >= _LEAST_HELD for e in (asked.first, item)
        ):
            return beside_each_other(
                asked,
                Kind.DEADLINE,
                [Other(Told(asked.first, None), None), Other(Told(item, None), Reason.CONTRADICTION)],
            )
    return None


def _may_be_same(asked: Asked, item: Evidence) -> bool:
    first = asked.first
    if item.hit.document.id == first.hit.document.id or item.coverage < _AS_GOOD * first.coverage:
        return False
    if not (item.fits and item.years and not item.against):
        return False
    mine, theirs = (issuing_holder(card_of(one.hit.document)) for one in (first, item))
    return mine.level is None or theirs.level is None or mine == theirs


def _time(asked: Asked, item: Evidence, pattern: re.Pattern[str]) -> tuple[int, int] | None:
    """The only quarter or month of a unit, with its year."""
    said = {(_number(m[1]), int(m[2])) for m in pattern.finditer(matching_form(item.core.of(asked.text(item))))}
    return next(iter(said)) if len(said) == 1 else None


def _number(words: str) -> int:
    return _ROMAN.get(words) or int(words)
