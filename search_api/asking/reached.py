"""What was reached in the end: the latest report, the figure of the very year, the day on which something was done, the result beside its aim."""

import re

from corpus.facts import Status, Target
from corpus.ledger.normalising import amount, unit_kind
from corpus.text import matching_form
from search_api.asking.asked import Asked
from search_api.asking.drafts import Draft, Statement, said
from search_api.asking.several import content_words
from search_api.asking.standing import asked_status
from search_api.asking.told import Told, asked_fact, named_years, phrase
from search_api.types import Evidence, Kind

_LOOKED_AT = 12
_AS_GOOD, _AS_GOOD_LATER, _OF_YEAR = 0.7, 0.8, 0.5  # of the coverage of the first unit
_ALIKE = 0.5  # share of words that two wordings of an indicator have in common
_LONGEST = 180  # characters of a statement
_BY_NOW = re.compile(
    matching_form(
        r"(?<!\w)(?:sau (?:\d{1,2}|hai|ba|bốn|năm|sáu|mười) năm|(?:đến|tới|tính đến) nay|hiện nay|hiện có|lũy kế|luỹ kế|cả giai đoạn|lúc tổng kết|khi tổng kết)(?!\w)"
    )
)
_DAY = re.compile(matching_form(r"(?<!\w)(?:ngày \d{1,2}(?:/\d{1,2}/\d{4}| tháng \d{1,2} năm \d{4}))"))
_UNTIL = re.compile(
    matching_form(r"(?<!\w)(?:trước|chậm nhất|muộn nhất|hạn|thời hạn|phải|sẽ|phấn đấu|dự kiến)(?!\w)[^.;]{0,60}$")
)


def in_the_end(asked: Asked) -> Draft | None:
    """What was reached in the end, where the first unit tells something before it; None where it does not."""
    if asked.reading.kind is Kind.DEADLINE:
        return _done(asked)
    if asked.reading.kind not in (Kind.TARGET, Kind.RESULT):
        return None
    return _of_the_year(asked) or _latest(asked) or _beside_the_aim(asked)


def _good(asked: Asked, share: float) -> list[Evidence]:
    least = share * asked.first.coverage
    good = [e for e in asked.evidence[:_LOOKED_AT] if e.fits and e.years and not e.against and e.coverage >= least]
    return [e for e in good if (e.hit.document.id, e.core) != (asked.first.hit.document.id, asked.first.core)]


def _done(asked: Asked) -> Draft | None:
    """Where it is asked when something was done at last, the unit that gives the day, before those that give a term."""
    if asked_status(asked.reading.text) is not Status.RESULT or _done_on(asked, asked.first):
        return None
    item = next((e for e in _good(asked, _AS_GOOD) if _done_on(asked, e)), None)
    return Draft(said((asked.own_words(item, 2 * _LONGEST), item)), kind=Kind.RESULT) if item is not None else None


def _done_on(asked: Asked, item: Evidence) -> bool:
    form = matching_form(item.core.of(asked.text(item)))
    return any(not _UNTIL.search(form, max(0, day.start() - 80), day.start()) for day in _DAY.finditer(form))


def _of_the_year(asked: Asked) -> Draft | None:
    """The figure that names the year that is asked for, where the first one names another: an index of 2022 that came out in 2023."""
    years, own = asked.reading.years, _results(asked.first)
    named = [year for figure in own for year in named_years(figure)]
    if len(years) != 1 or not named or years[0] in named:
        return None
    for item in _good(asked, _OF_YEAR):
        for stored in item.facts:
            slots = stored.fact.slots
            same = isinstance(slots, Target) and years[0] in named_years(slots) and any(_same(f, slots) for f in own)
            if same and slots in _results(item):
                return Draft(said((phrase(stored, asked.text(item), _LONGEST), item)), kind=Kind.RESULT)
    return None


def _latest(asked: Asked) -> Draft | None:
    """Of what grows from report to report the figure of the latest one, where what there is by now is asked for."""
    if asked.reading.years or not _BY_NOW.search(matching_form(asked.reading.text)):
        return None
    own, day = _results(asked.first), _issued_on(asked.first)
    good = _good(asked, _AS_GOOD_LATER)
    later = [e for e in good if _issued_on(e) > day and any(_same(f, g) for f in own for g in _results(e))]
    best = max(later, key=_issued_on, default=None)
    return Draft(said((asked.own_words(best, 2 * _LONGEST), best)), kind=Kind.RESULT) if best and day else None


def _results(item: Evidence) -> list[Target]:
    figures = [s.fact.slots for s in item.facts if isinstance(s.fact.slots, Target)]
    return [f for f in figures if f.status is Status.RESULT and f.value is not None]


def _issued_on(item: Evidence) -> str:
    return item.hit.document.front.get("issued_on", "")


def _beside_the_aim(asked: Asked) -> Draft | None:
    """An aim with what was reached of it, where a report sets both side by side and the question does not say which it wants."""
    question = asked.reading.text
    aim = Told(asked.first, asked_fact(question, asked.reading.kind, asked.reading.years, asked.first.facts))
    if aim.fact is None or aim.target is None or aim.target.status is not Status.TARGET or asked_status(question):
        return None
    for item in _good(asked, _AS_GOOD):
        figures = [s for s in item.facts if isinstance(s.fact.slots, Target)]
        same = [s for s in figures if _is_the_aim(aim.target, s.fact.slots)]
        results = [s for s in figures if getattr(s.fact.slots, "status", None) is Status.RESULT]
        if same and len(results) == 1 and _same(aim.target, results[0].fact.slots):
            words = phrase(results[0], asked.text(item), _LONGEST)
            told = phrase(aim.fact, asked.text(aim.evidence), _LONGEST)
            return Draft((Statement(told, aim.evidence), Statement(f"Kết quả: {words}", item)), joined="\n")
    return None


def _is_the_aim(aim: Target, slots: object) -> bool:
    return (
        isinstance(slots, Target)
        and slots.status is Status.TARGET
        and amount(slots) == amount(aim)
        and _same(aim, slots)
    )


def _same(one: Target, slots: object) -> bool:
    """Whether two figures are of one indicator, as far as their words and units tell."""
    if not isinstance(slots, Target) or unit_kind(one.unit) != unit_kind(slots.unit):
        return False
    mine, theirs = content_words(one.indicator), content_words(slots.indicator)
    return bool(mine and theirs) and len(mine & theirs) >= _ALIKE * min(len(mine), len(theirs))
