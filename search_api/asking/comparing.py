"""Things side by side: a row for each, how far apart their figures are, and which of them the corpus says nothing of."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import product

from corpus.facts import Status, Target
from corpus.grammar.dates import find_years
from corpus.grammar.places import places_in
from corpus.ledger.entries import Holder, Level, holder_of, issuing_holder
from corpus.ledger.normalising import indicator_key, unit_kind
from corpus.text import matching_form
from corpus.types import PassageKind, value
from search_api.answering import unit_words
from search_api.asking.asked import Asked
from search_api.asking.difference import difference, same_leads, within
from search_api.asking.drafts import Draft, Statement
from search_api.asking.single import proven
from search_api.asking.several import content_words, share_held
from search_api.asking.sides import Side, sides_of
from search_api.asking.slots import document_spans
from search_api.asking.told import Told, asked_fact, phrase, wants_share
from search_api.asking.wording import assignment_words, figure_words
from search_api.ledger.relating import card_of
from search_api.reading.kinds import kind_of
from search_api.types import Citation, Evidence, Kind, Reading

_COMPARING = (Kind.COMPARE, Kind.CONFLICT)
_OF_A_PLACE = re.compile(r"(?i)(?<!\w)(?:GRDP|tỉnh|thành phố)(?!\w)")
_LONGEST = 300  # characters of a statement
_LONGEST_CELL = 160
_LOOKED_AT = 10  # units of each side that are matched with those of the others
_ABOUT, _ABOUT_FIGURE = 0.5, 0.3  # share of the topic's words that a unit holds, and one with a figure
_AS_GOOD = 0.5  # of the coverage of the best unit of a side
_ONE_UNIT = 1.0  # what it costs when one unit answers for two sides
_ALIKE, _SAME_UNIT = 0.8, 0.3  # what figures about the same thing add to the scores of their units


@value
class _Answering:
    """What answers for a side. ``kind``: of the question about it alone."""

    side: Side
    kind: Kind
    told: Sequence[Told]


def comparison(asked: Asked) -> Draft | None:
    """A row for each of the things that are compared; None where nothing is, or no side has an answer.

    Where the question says that it compares, a side without evidence is named; else the question is answered as a whole.
    """
    comparing = asked.reading.kind in _COMPARING
    sides = sides_of(asked.reading.text, comparing=comparing, places=_places(asked))
    found = [_answering(asked, side) for side in sides]
    there = [one for one in found if one.told]
    if not there or (len(there) < len(found) and asked.reading.kind is not Kind.COMPARE):
        return None
    chosen = _matched(there)
    if len(chosen) > 1 and len({_unit(told) for told in chosen}) == 1:
        if comparing and not _speaks_of_all(asked, there, chosen[0]):
            return None
        words = _own_words(asked.reading, there[0].kind, chosen[0].evidence, asked.text(chosen[0].evidence))
        return Draft((Statement(words, chosen[0].evidence),))  # one unit speaks of all of them
    statements = tuple(_statement(asked, one, told) for one, told in zip(there, chosen, strict=True))
    absent = [one.side for one in found if not one.told]
    after = f"\nKho chưa có {_and(map(_absent, absent))} nên chưa so sánh được." if absent else ""
    return Draft(
        statements, joined="\n", after=after, columns=("", _column(chosen)), conclusion=_conclusion(there, chosen) if not absent else "",
        kind=asked.reading.kind if comparing else Kind.COMPARE,
    )  # fmt: skip


def _absent(side: Side) -> str:
    return f"{side.name.lower()} của nội dung này" if side.status is not None else f"nội dung này của {within(side.name)}"


def _and(words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} và {last}" if most else last


def _places(asked: Asked) -> frozenset[str]:
    """Places after which documents at hand are named."""
    named = (hit.document.front.get("place", "") for hit in asked.hits.items)
    return frozenset(matching_form(name) for name in named if len(name.split()) > 1)


def _answering(asked: Asked, side: Side) -> _Answering:
    kind = kind_of(side.question) if asked.reading.kind in _COMPARING else asked.reading.kind
    kind = Kind.TARGET if kind is Kind.LOOKUP else kind  # "tăng trưởng của hai tỉnh": figures are what can be compared
    years = _years_of(side)
    good = [e for e in asked.again(side.question) if e.fits and e.years and not e.against]
    told = [Told(e, asked_fact(side.question, kind, years, e.facts)) for e in good]
    fitting = [one for one in told if _is_of(side, years, one, asked.text(one.evidence)) and _on_topic(asked, side, one)]
    least = _AS_GOOD * max((one.evidence.coverage for one in fitting), default=0.0)
    return _Answering(side, kind, [one for one in fitting if one.evidence.coverage >= least][:_LOOKED_AT])


def _is_of(side: Side, years: Sequence[int], told: Told, text: str) -> bool:
    """Whether what is told is of the years, the level and the status that a side wants."""
    if side.status is not None and (told.target is None or told.target.status is not side.status):
        return False
    figures = [told.target] if told.target is not None else [s.fact.slots for s in told.evidence.facts]
    dated = [f for f in figures if isinstance(f, Target) and f.value is not None]
    if dated and all(_is_of_another_year(figure, years) for figure in dated):
        return False
    if wants_share(f"{side.question} {side.topic}") and not _has_share(told, text):
        return False
    return side.level is None or _is_of_level(side.level, told)


def _years_of(side: Side) -> tuple[int, ...]:
    """The years that a side is asked for; that of a document ("Nghị quyết 20 (2012)") is part of its name."""
    words = side.question
    for span in reversed(document_spans(words)):
        words = words[: span.start] + " " + words[span.end :]
    return tuple(find_years(words))


def _is_of_another_year(target: Target, years: Sequence[int]) -> bool:
    if not years or not target.year:
        return False
    first, _, last = str(target.year).partition("-")
    return not any(int(first) <= year <= int(last or first) for year in years)


def _has_share(told: Told, text: str) -> bool:
    if told.target is not None and told.target.value is not None:
        return unit_kind(told.target.unit) == "%"
    return "%" in told.evidence.core.of(text) or told.task is not None


def _is_of_level(level: Level, told: Told) -> bool:
    own = _holder(told).level
    if own is not None or told.target is None:
        return own in (level, None)
    document = told.evidence.hit.document
    words = f"{document.label} {document.file_name} {told.target.base} {told.target.indicator} {told.target.scope}"
    return level is not Level.CENTRE or not (places_in(re.sub(r"[-_]", " ", words)) or _OF_A_PLACE.search(words))


def _on_topic(asked: Asked, side: Side, told: Told) -> bool:
    """Whether a unit speaks of what is compared, and not of the place or the document alone."""
    passage, text = told.evidence.hit.stored.passage, asked.text(told.evidence)
    topic = indicator_key(Target(Status.TARGET, side.topic)).words
    over = " ".join([*passage.heading[-1:], *(span.of(text) for span in passage.context)])
    if told.target is not None:
        row = over if passage.kind is PassageKind.ROW else ""  # "Tổng cộng" says what of in the title of its table
        own = indicator_key(Target(Status.TARGET, f"{told.target.indicator} {told.target.unit} {row}")).words
        wanted = _syllables(topic)
        held = len(wanted & _syllables(own)) >= _ABOUT * len(wanted)
        return held or len(topic & own) >= _ABOUT_FIGURE * len(topic)
    content = content_words(side.topic)
    return share_held(content, f"{told.evidence.core.of(text)} {over}") >= _ABOUT


def _syllables(words: Iterable[str]) -> frozenset[str]:
    return frozenset(syllable for word in words for syllable in word.split("_"))


def _holder(told: Told) -> Holder:
    card = card_of(told.evidence.hit.document)
    return holder_of(told.target, card) if told.target is not None else issuing_holder(card)


def _matched(found: Sequence[_Answering]) -> list[Told]:
    """Of each side the unit that together with those of the others says most, and of the same thing."""
    if len(found) == 1:
        return [found[0].told[0]]
    one, other, *rest = found
    first, second = max(product(one.told, other.told), key=lambda pair: _together(*pair))
    chosen = [first, second]
    for more in rest:
        chosen.append(max(more.told, key=lambda told: _together(first, told)))
    return chosen


def _unit(told: Told) -> object:
    return told.evidence.hit.document.id, told.evidence.core, told.fact.id if told.fact else ""


def _speaks_of_all(asked: Asked, found: Sequence[_Answering], told: Told) -> bool:
    """Whether a unit names all that is compared."""
    words = matching_form(told.evidence.core.of(asked.text(told.evidence)))
    return all(matching_form(one.side.name).removeprefix("năm ") in words for one in found)


def _together(one: Told, other: Told) -> float:
    score = one.evidence.score + other.evidence.score - _ONE_UNIT * (_unit(one) == _unit(other))
    if one.target is None or other.target is None:
        return score
    mine, theirs = indicator_key(one.target), indicator_key(other.target)
    alike = len(mine.words & theirs.words) / max(1, len(mine.words | theirs.words))
    return score + _ALIKE * alike + _SAME_UNIT * (unit_kind(one.target.unit) == unit_kind(other.target.unit))


def _statement(asked: Asked, one: _Answering, told: Told) -> Statement:
    text = asked.text(told.evidence)
    if told.fact is not None and isinstance(told.fact.fact.slots, Target):
        words, cell = phrase(told.fact, text, _LONGEST_CELL), figure_words(told.fact, text)
        if when := _when(told.fact.fact.slots):
            year = str(told.fact.fact.slots.year)
            words = words if year in f"{one.side.name} {words}" else f"{words} ({when})"
            cell = cell if year in one.side.name else f"{cell} ({when})"
    elif told.task is not None:
        words, cell = assignment_words(told.task, _LONGEST), _task_cell(one.kind, told)
    else:
        words = _own_words(asked.reading, one.kind, told.evidence, text)
        cell = words
    item, proofs = proven(asked, told.evidence, told.fact, one.kind)
    return Statement(f"{one.side.name}: {words}", item, (one.side.name, cell), proofs)


def _when(target: Target) -> str:
    """The year or the period of a figure."""
    if not target.year:
        return ""
    return f"{'năm' if isinstance(target.year, int) else 'giai đoạn'} {target.year}"


def _task_cell(kind: Kind, told: Told) -> str:
    assert told.task is not None
    return told.task.deadline if kind is Kind.DEADLINE else ", ".join(told.task.lead)


def _own_words(reading: Reading, kind: Kind, item: Evidence, text: str) -> str:
    return unit_words(replace(reading, kind=kind), Citation(1, item, text), _LONGEST)


def _column(chosen: Sequence[Told]) -> str:
    if all(told.target is not None for told in chosen):
        statuses = {told.target.status for told in chosen if told.target is not None}
        return "Mức" if len(statuses) > 1 else "Chỉ tiêu" if statuses == {"target"} else "Kết quả"
    if all(told.task is not None for told in chosen):
        return "Nhiệm vụ"
    return "Nội dung"


def _conclusion(found: Sequence[_Answering], chosen: Sequence[Told]) -> str:
    """What follows from all rows together."""
    names = [one.side.name for one in found]
    figures = [told.target for told in chosen if told.target is not None]
    if len(figures) == len(chosen):
        return difference(names, figures)
    tasks = [told.task for told in chosen if told.task is not None]
    if len(tasks) == len(chosen) and all(one.kind is Kind.LEAD_AGENCY for one in found):
        return same_leads(tasks)
    return ""
