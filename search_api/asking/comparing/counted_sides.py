"""Who has more of something that is counted ("bên nào nhiều dự án hơn"): the count of each side as its own unit gives it, an amended one as amended."""

import re
from collections.abc import Sequence
from itertools import islice

from corpus.facts import Status, Target
from corpus.grammar.numbers import parse_number
from corpus.text import folded, matching_form
from corpus.types import Span, value
from search_api.asking.asked import Asked
from search_api.asking.comparing.difference import difference
from search_api.asking.comparing.sides import Side, counted_more, sides_of
from search_api.asking.drafts import Draft, Statement
from search_api.asking.otherwise import count_spans
from search_api.types import Evidence, Kind

_LOOKED_AT = 10
_LEAST = 0.5  # of the coverage of a side's best unit
# "điều chỉnh … bao gồm 12 dự án … thành … bao gồm 15 dự án": what stands behind "thành" is in force
_AMENDED = re.compile(matching_form(r"(?<!\w)(?:điều chỉnh|sửa đổi|sửa|thay|đính chính)(?!\w)"))
_INTO = re.compile(matching_form(r"(?<!\w)thành(?= ?[:“\"]| (?:là|số))"))


@value
class _Count:
    """A count in a unit; ``before``: what it was until it was amended, "" where nothing says so."""

    evidence: Evidence
    figure: str
    before: str = ""


def counted_sides(asked: Asked) -> Draft | None:
    """The counts of the sides and who has more; None where no count is compared, or one side has none."""
    thing = counted_more(asked.reading.text) if asked.reading.kind is Kind.COMPARE else ""
    sides = sides_of(asked.reading.text, comparing=True) if thing else []
    if len(sides) < 2:
        return None
    found = [_count_of(asked, side, thing) for side in sides]
    counts = [one for one in found if one is not None]
    if len(counts) < len(sides):
        return None
    figures = [Target(Status.RESULT, thing, value=parse_number(one.figure), unit=thing) for one in counts]
    names = [side.name for side in sides]
    return Draft(
        tuple(_statement(name, one, thing) for name, one in zip(names, counts, strict=True)),
        joined="\n", columns=("", thing[:1].upper() + thing[1:]), conclusion=_more(names, figures, thing), kind=Kind.COMPARE,
    )  # fmt: skip


def _more(names: Sequence[str], figures: Sequence[Target], thing: str) -> str:
    return difference(names, figures).replace(" cao hơn ", " nhiều hơn ") if thing else ""


def _statement(name: str, one: _Count, thing: str) -> Statement:
    words = f"{one.figure} {thing}"
    if one.before:
        words += f" (sau điều chỉnh; trước đó {one.before})"
    return Statement(f"{name}: {words}", one.evidence, (name, words))


def _count_of(asked: Asked, side: Side, thing: str) -> _Count | None:
    """The count in the best unit that names a side and gives one; an amended count before others."""
    found = [e for e in asked.again(side.question) if not e.against and e.years]
    if not found:
        return None
    name = folded(matching_form(side.name))
    least = _LEAST * max(item.coverage for item in found)
    mine = (e for e in found if e.coverage >= least and name in folded(matching_form(_with_titles(asked.text(e), e))))
    counts = [one for e in islice(mine, _LOOKED_AT) if (one := _count_in(asked.text(e), e, thing)) is not None]
    return next((one for one in counts if one.before), counts[0] if counts else None)


def _with_titles(text: str, item: Evidence) -> str:
    """A unit with the title and the lead-in right over it."""
    passage = item.hit.stored.passage
    return " ".join([item.core.of(text), *passage.heading[-1:], *(span.of(text) for span in passage.context[-1:])])


def _count_in(text: str, item: Evidence, thing: str) -> _Count | None:
    words = item.core.of(text)
    spans = count_spans(f"bao nhiêu {thing}", words).get(thing.split(maxsplit=1)[0], [])
    spans = [
        span
        for span in spans
        if matching_form(span.of(words)).endswith(thing.split(maxsplit=1)[0]) and _is_of(words, span, thing)
    ]
    figures = [match[0] for span in spans if (match := re.match(r"\d[\d.,]*", span.of(words)))]
    if not figures:
        return None
    form = matching_form(words)
    into = [m.end() for m in _INTO.finditer(form)] if _AMENDED.search(form) else []
    if into and spans[-1].start >= into[-1] and len(figures) > 1 and spans[0].end <= into[-1]:
        return _Count(item, figures[-1], figures[0])
    return _Count(item, figures[0]) if len(set(figures)) == 1 else None


def _is_of(words: str, span: Span, thing: str) -> bool:
    """Whether all words of the thing stand behind the figure."""
    rest = " ".join(thing.split()[1:])
    return not rest or matching_form(words[span.end :]).lstrip().startswith(rest)
