"""Of each of the things that are compared the unit that, beside those of the others, says most of the same thing."""

import re
from collections.abc import Sequence
from itertools import product

from corpus.facts import Status
from corpus.ledger.normalising import indicator_key, unit_kind
from corpus.text import matching_form
from corpus.types import value
from search_api.asking.asked import Asked
from search_api.asking.comparing.side_evidence import Answering
from search_api.asking.several import content_words
from search_api.asking.standing import asked_status
from search_api.asking.told import Told

_ONE_UNIT = 1.0  # what it costs when one unit answers for two sides
_ONE_SENTENCE = 0.5  # things of any sort are compared best where one unit gives a figure of each
_ALIKE, _SAME_UNIT, _SAME_STATUS = 0.8, 0.3, 0.2  # what figures about the same thing add to the scores of their units
_REACHED, _PART_OF_YEAR, _PERIOD, _CORRECTED = 0.3, 0.4, 0.5, 1.0
_PART = re.compile(
    matching_form(
        r"(?<!\w)(?:(?:\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) tháng(?: đầu)?|quý [ivx\d]{1,3}|(?:đến )?(?:hết )?tháng \d{1,2}|giữa năm|nửa (?:đầu )?năm|giữa kỳ)(?!\w)"
    )
)
_CORRECTING = re.compile(
    matching_form(
        r"(?<!\w)(?:(?:đính chính|hiệu chỉnh)(?!\w)|điều chỉnh (?:lại |giảm |tăng )?(?:từ|thành|xuống|lên)(?!\w)|thay (?:cho|thế) (?:số liệu|con số)|số liệu (?:đã )?(?:điều chỉnh|hiệu chỉnh))"
    )
)
_YEAR_END = re.compile(matching_form(r"(?<!\w)(?:(?:hết )?tháng (?:11|12)|11 tháng|12 tháng|quý (?:iv|4))(?!\w)"))


@value
class _Weighed:
    """A unit with what its score is on its own, the words by which it is held against others, and whether it puts a figure right; ``any_sort``: of a thing of any sort."""

    told: Told
    own: float
    words: frozenset[str]
    corrects: bool
    any_sort: bool


def matched(asked: Asked, found: Sequence[Answering]) -> list[Told]:
    """Of each side the unit that together with those of the others says most, and of the same thing."""
    weighed = [[_weighed(asked, one, told) for told in one.told] for one in found]
    if len(weighed) == 1:
        return [max(weighed[0], key=lambda one: one.own).told]
    one, other, *rest = weighed
    first, second = max(product(one, other), key=lambda pair: _together(pair[0], pair[1]))
    chosen = [first.told, second.told]
    for more in rest:
        chosen.append(max(more, key=lambda third: _together(first, third)).told)
    return chosen


def _weighed(asked: Asked, side: Answering, told: Told) -> _Weighed:
    said = told.evidence.core.of(asked.text(told.evidence))
    words = content_words(said) if told.target is None else indicator_key(told.target).words
    return _Weighed(told, _own(asked, side, told), words, corrects(matching_form(said)), side.side.kind == "thing")


def of_one_kind(asked: Asked, found: Sequence[Answering], chosen: Sequence[Told]) -> list[bool]:
    """Which of the units tell figures of one kind: a growth rate of one year is no answer beside a count of another one."""
    kinds = [unit_kind(told.target.unit) if told.target else "" for told in chosen]
    if any(one.side.kind != "year" for one in found) or len(chosen) < 2 or not all(kinds):
        return [True] * len(chosen)
    scores = [_own(asked, one, told) for one, told in zip(found, chosen, strict=True)]
    kept = kinds[max(range(len(chosen)), key=lambda n: (kinds.count(kinds[n]), scores[n]))]
    return [kind == kept for kind in kinds]


def corrects(form: str) -> bool:
    """Whether a text in matching form puts a figure right that was published before."""
    return _CORRECTING.search(form) is not None


def unit_of(told: Told) -> object:
    """What is the same for two that rest on one fact, or on one unit without a fact."""
    return told.evidence.hit.document.id, told.evidence.core, told.fact.id if told.fact else ""


def _own(asked: Asked, side: Answering, told: Told) -> float:
    """The score of a unit; of years what was reached goes before what was planned, and the whole year before a part of it."""
    score, question = told.evidence.score, asked.reading.text
    if side.side.kind != "year" or told.target is None:
        return score
    if asked_status(question) is None:
        score += _REACHED * (told.target.status is Status.RESULT)
    said = matching_form(told.evidence.core.of(asked.text(told.evidence)))
    score += _CORRECTED * corrects(said) - _PERIOD * isinstance(told.target.year, str)
    in_part = _PART.search(said) is not None and not _YEAR_END.search(said)
    return score - _PART_OF_YEAR * (in_part and not _PART.search(matching_form(question)))


def _together(one: _Weighed, other: _Weighed) -> float:
    score = one.own + other.own - _ONE_UNIT * (unit_of(one.told) == unit_of(other.told))
    mine, theirs = one.told.target, other.told.target
    if one.any_sort and mine is not theirs and one.told.evidence.core == other.told.evidence.core:
        score += _ONE_SENTENCE
    if mine is not None and theirs is not None:
        # a correction says more around its figure than the reports do
        alike = 1.0 if one.corrects or other.corrects else _alike(one.words, other.words)
        same = _SAME_UNIT * (unit_kind(mine.unit) == unit_kind(theirs.unit))
        return score + _ALIKE * alike + same + _SAME_STATUS * (mine.status is theirs.status)
    if one.told.fact is None and other.told.fact is None:
        return score + _ALIKE * _alike(one.words, other.words)
    return score


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, len(one | other))
