"""Of each of the things that are compared the unit that, beside those of the others, says most of the same thing."""

import re
from collections.abc import Sequence
from itertools import product

from corpus.facts import Status
from corpus.ledger.normalising import indicator_key, unit_kind
from corpus.text import matching_form
from search_api.asking.asked import Asked
from search_api.asking.several import content_words
from search_api.asking.side_evidence import Answering
from search_api.asking.standing import asked_status
from search_api.asking.told import Told

_ONE_UNIT = 1.0  # what it costs when one unit answers for two sides
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


def matched(asked: Asked, found: Sequence[Answering]) -> list[Told]:
    """Of each side the unit that together with those of the others says most, and of the same thing."""
    if len(found) == 1:
        return [max(found[0].told, key=lambda told: _own(asked, found[0], told))]
    one, other, *rest = found

    def together(a: Told, b: Told, side: Answering) -> float:
        return _together(asked, a, b) + _own(asked, one, a) + _own(asked, side, b)

    first, second = max(product(one.told, other.told), key=lambda pair: together(pair[0], pair[1], other))
    chosen = [first, second]
    for more in rest:
        chosen.append(max(more.told, key=lambda told: together(first, told, more)))
    return chosen


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


def _together(asked: Asked, one: Told, other: Told) -> float:
    score = -_ONE_UNIT * (unit_of(one) == unit_of(other))
    if one.target is not None and other.target is not None:
        corrected = any(corrects(matching_form(t.evidence.core.of(asked.text(t.evidence)))) for t in (one, other))
        # a correction says more around its figure than the reports do
        alike = 1.0 if corrected else _alike(indicator_key(one.target).words, indicator_key(other.target).words)
        same = _SAME_UNIT * (unit_kind(one.target.unit) == unit_kind(other.target.unit))
        return score + _ALIKE * alike + same + _SAME_STATUS * (one.target.status is other.target.status)
    if one.fact is None and other.fact is None:
        mine, theirs = (content_words(told.evidence.core.of(asked.text(told.evidence))) for told in (one, other))
        return score + _ALIKE * _alike(mine, theirs)
    return score


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, len(one | other))
