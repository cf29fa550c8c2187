"""Duties whose term stands in another sentence: right behind them, or in a line of their document that is on nothing else."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.text import matching_form
from corpus.types import Span
from search_api.asking.terms import states_term
from search_api.texts import Texts
from search_api.types import Evidence
from search_api.units import LONGEST_QUOTE

_BEST_WORDED = 5  # units among which the one is that holds most of a question
_RIGHT_BEHIND = 60  # characters: a sentence that stands between may say what year is meant
_OPENS_WITH_TERM = re.compile(
    matching_form(
        r"[^\w]{0,3}(?:\w{1,3}[.)] ?)?(?:trong (?:thời hạn|vòng)|thời hạn|thời gian|chậm nhất|muộn nhất|định kỳ)(?!\w)"
    )
)


def consistent(item: Evidence) -> bool:
    """Whether a unit has what is asked for and says nothing otherwise."""
    return item.fits and item.years and not item.against


def term_apart(texts: Texts, evidence: Sequence[Evidence], question: str) -> Evidence | None:
    """Where the best worded unit has no term, the sentence behind it that says when, or the line of its document that is on the very term.

    "Cơ sở phải đăng ký …. Thời hạn đăng ký chậm nhất là 10 ngày": what is due stands in one sentence, when in another.
    """
    duty = max(evidence[:_BEST_WORDED], key=lambda e: e.coverage, default=None)
    if duty is None or not _lacks_term(duty):
        return None
    same = [e for e in evidence if e.hit.document.id == duty.hit.document.id and consistent(e)]
    words = {e.core: e.core.of(texts.of(e.hit)) for e in same}
    behind = (e for e in same if _is_right_behind(e, duty) and _OPENS_WITH_TERM.match(matching_form(words[e.core])))
    if (term := next(behind, None)) is not None:
        return _joined(duty, term)
    return next((e for e in same if states_term(question, words[e.core])), None)


def next_sentence(evidence: Sequence[Evidence]) -> Evidence | None:
    """The sentence right behind the first unit in its passage, with it, where it has the time that the first lacks."""
    first = evidence[0]
    if not _lacks_term(first):
        return None
    near = (e for e in evidence if e.hit.stored.id == first.hit.stored.id and consistent(e))
    behind = next((e for e in near if 0 <= e.core.start - first.core.end <= 1), None)
    return _joined(first, behind) if behind is not None else None


def _lacks_term(item: Evidence) -> bool:
    return not item.fits and item.years and not item.against


def _is_right_behind(item: Evidence, other: Evidence) -> bool:
    alike = item.hit.stored.passage.heading == other.hit.stored.passage.heading
    return alike and 0 <= item.core.start - other.core.end <= _RIGHT_BEHIND


def _joined(duty: Evidence, term: Evidence) -> Evidence:
    """Both sentences as one unit, where it can be quoted whole."""
    whole = Span(duty.core.start, term.quote.end)
    if whole.end - whole.start > LONGEST_QUOTE:
        return term
    core = Span(duty.core.start, term.core.end)
    marks = (*duty.highlights, *term.highlights)
    return replace(term, quote=whole, core=core, coverage=max(duty.coverage, term.coverage), highlights=marks)
