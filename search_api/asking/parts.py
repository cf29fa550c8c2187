"""How many of so many: "trong 30 nhiệm vụ được giao, đã xong mấy việc" is answered by what follows the words that give the thirty."""

import re
from dataclasses import replace

from corpus.grammar.numbers import parse_number
from corpus.sentences import sentences
from corpus.text import matching_form
from corpus.types import Span, value
from search_api.asking.asked import Asked
from search_api.asking.drafts import Draft, Statement
from search_api.asking.otherwise import names_of_counted
from search_api.asking.wording import shortened
from search_api.types import Evidence, Kind
from search_api.units import LONGEST_QUOTE

_LOOKED_AT = 6
_LEAST_COVERAGE = 0.3
_BEHIND = 700  # characters behind the whole in which its part is said
_MOST_SENTENCES = 3
_BEFORE = 60  # characters before a figure that say of which part it is
_LONGEST = 220  # characters of a statement
_WHOLE = re.compile(
    r"(?<!\w)trong (?:số |tổng số |tổng cộng )?(?P<whole>[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d*) (?P<thing>[^\W\d_]+(?: [^\W\d_]+)?)[^?]{0,200}?(?<!\w)(?:bao nhiêu|mấy|bn)(?!\w)"
)
# Which part is asked for; the first that says so.
_PARTS = tuple(
    re.compile(matching_form(words))
    for words in (
        r"(?<!\w)(?:quá hạn|chậm|trễ|chưa|không đúng hạn|còn lại)(?!\w)",
        r"(?<!\w)(?:xong|hoàn thành|đã làm|đã giải quyết|đã thực hiện|đúng hạn|đúng thời hạn)(?!\w)",
        r"(?<!\w)đang(?!\w)",
    )
)


@value
class _Asked:
    """``part``: which one is asked for, by its place in ``_PARTS``."""

    whole: float
    thing: str
    part: int


def part_of_whole(asked: Asked) -> Draft | None:
    """The part that is asked for, from the sentences behind the one that gives the whole; None where no part of a whole is asked for."""
    wanted = _wanted(asked.reading.text) if asked.reading.kind in (Kind.TARGET, Kind.RESULT) else None
    if wanted is None:
        return None
    for item in asked.evidence[:_LOOKED_AT]:
        if item.against - {"status", "measure"} or item.coverage < _LEAST_COVERAGE:
            continue
        if (found := _part(asked.text(item), item, wanted)) is not None:
            return Draft((found,), kind=Kind.RESULT)
    return None


def _wanted(question: str) -> _Asked | None:
    form = matching_form(question)
    match = _WHOLE.search(form)
    part = match and next((n for n, cue in enumerate(_PARTS) if cue.search(form, match.end("thing"))), None)
    if match is None or part is None:
        return None
    return _Asked(parse_number(match["whole"]), match["thing"].split()[0], part)


def _part(text: str, item: Evidence, wanted: _Asked) -> Statement | None:
    """What is said of the part, with the unit that gives the whole for its proof."""
    start = _end_of_whole(text, item.core, wanted)
    if start is None:
        return None
    for sentence in sentences(text, start, min(len(text), item.core.end + _BEHIND))[:_MOST_SENTENCES]:
        form = matching_form(sentence.of(text))
        for figure in _counts(wanted.thing).finditer(form):
            before = form[max(0, figure.start() - _BEFORE) : figure.start()]
            if (
                parse_number(figure[1]) < wanted.whole
                and _part_said(before, form[figure.end() : figure.end() + 30]) == wanted.part
            ):
                return _statement(text, item, sentence, sentence.start + figure.end())
    return None


def _part_said(before: str, behind: str) -> int | None:
    """The part of which a figure is: by the last word before it that tells, else by those behind it."""
    last = [(max(m.start() for m in cue.finditer(before)), n) for n, cue in enumerate(_PARTS) if cue.search(before)]
    if last:
        return max(last)[1]
    return next((n for n, cue in enumerate(_PARTS) if cue.search(behind)), None)


def _end_of_whole(text: str, core: Span, wanted: _Asked) -> int | None:
    form = matching_form(core.of(text))
    ends = (m.end() for m in _counts(wanted.thing).finditer(form) if parse_number(m[1]) == wanted.whole)
    return next((core.start + end for end in ends), None)


def _counts(thing: str) -> re.Pattern[str]:
    names = "|".join(map(re.escape, names_of_counted(thing)))
    return re.compile(rf"(?<![\w.,/])([1-9]\d{{0,2}}(?:\.\d{{3}})+|\d+)(?: [^\W\d_]+)? (?:{names})(?!\w)")


def _statement(text: str, item: Evidence, sentence: Span, end: int) -> Statement:
    """The sentence up to the end of the clause of its figure."""
    stop = re.compile(r"[,;.:(]\s|$").search(text, end, sentence.end)
    said = Span(sentence.start, stop.start() if stop else sentence.end)
    said = Span(max(said.start, said.end - LONGEST_QUOTE), said.end)
    proof = replace(item, quote=said, core=said, highlights=(), facts=())
    return Statement(shortened(said.of(text), _LONGEST), proof, proofs=(item,))
