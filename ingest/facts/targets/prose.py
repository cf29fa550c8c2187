"""Figures in sentences: running text, items of lists, and cells of tables that hold sentences."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.facts import Comparator, Fact, Part, Target
from corpus.grammar.quantities import Quantity, UnitKind, quantities_between
from corpus.sentences import pieces, sentences
from corpus.types import Span, value
from ingest.facts.targets.horizon import horizon_of, inherited_horizon
from ingest.facts.targets.indicator import Indicator, indicator_of, is_share, whole_of
from ingest.facts.targets.period import is_summed
from ingest.facts.targets.ranks import RANK, Rank, find_ranks
from ingest.facts.targets.scope import scope_of
from ingest.facts.targets.setting import Setting
from ingest.facts.targets.status import reports, status_of
from ingest.facts.targets.values import figures
from ingest.facts.targets.years import Horizon, horizons

LONGEST = 600  # characters of a quotation
# "(1) …; (2) …" and "; - …" inside a paragraph begin statements of their own
_ENUMERATED = re.compile(r"(?:(?<=[;:.,])|(?<=[;:.,] ))(?=\((?:\d{1,2}|[ivx]{1,5})\)\s)|(?<=[;:.]\s)(?=[-+•]\s)")
_CLAUSE = re.compile(r";")
_PART_OF = re.compile(r"(?<!\w)trong đó(?!\w)")
_OPENING = 20  # characters in which what opens a clause begins
_INDEX_NAME = re.compile(r"(?:[Cc]hỉ số|[Hh]ệ số)[^()\n]{0,80}\(([A-ZĐ]{2,8})\)")
_STATES = re.compile(r"\d|đứng đầu|thứ nhất|gấp |ít nhất|tối thiểu")


@value
class _Figure:
    """A figure in its statement: ``clause`` between semicolons, ``segment`` from the figure before to the next one."""

    quantity: Quantity
    rank: Rank | None
    statement: Span
    clause: Span
    segment: Span
    following: int | None


def facts_of_words(setting: Setting, span: Span) -> Iterator[Fact]:
    """The figures that the words of a span state."""
    if not _STATES.search(setting.form, span.start, span.end):
        return
    for sentence in _sentences(setting.text, span):
        if setting.text[sentence.end - 1] != "?" and _STATES.search(setting.form, sentence.start, sentence.end):
            for statement in _split(setting.form, sentence, _ENUMERATED):
                yield from _facts_of_statement(setting, sentence, statement)


def _sentences(text: str, span: Span) -> Iterator[Span]:
    """Sentences, and pieces of those that no sentence is as long as: cells of tables may hold whole pages."""
    for sentence in sentences(text, span.start, span.end):
        if sentence.end - sentence.start <= 2 * LONGEST:
            yield sentence
        else:
            yield from pieces(text, sentence, 2 * LONGEST)


def _split(form: str, span: Span, at: re.Pattern[str]) -> list[Span]:
    places = [span.start, *(match.end() for match in at.finditer(form, span.start, span.end)), span.end]
    return [Span(start, end) for start, end in pairwise(places) if form[start:end].strip()]


def _facts_of_statement(setting: Setting, sentence: Span, statement: Span) -> Iterator[Fact]:
    ranks = {rank.quantity.span: rank for rank in find_ranks(setting.form, *statement)}
    numbers = [quantity for quantity in quantities_between(setting.text, setting.form, *statement)
               if not any(rank.start <= quantity.number.start < rank.end for rank in ranks)]  # fmt: skip
    if not numbers and not ranks:
        return
    named = horizons(setting.form, *statement)
    before: Indicator | None = None
    for clause in _split(setting.form, statement, _CLAUSE):
        stated = _figures(setting, statement, clause, numbers, ranks)
        if not _goes_on(setting.form, clause):
            before = None
        whole: Indicator | None = None
        for figure in stated:
            indicator = indicator_of(setting.text, setting.form, clause, figure.segment, figure.quantity, before)
            whole = before if _PART_OF.search(setting.form, *_before(figure)) else whole
            if whole is not None and is_share(setting.form, figure.segment, figure.quantity, indicator):
                indicator = replace(indicator, base=whole_of(setting.form, whole))
            if indicator.words:
                yield _fact(setting, sentence, figure, indicator, named)
                before = indicator
        named = [one for one in named if not clause.holds(one.span) or _governs(setting.form, clause, stated, one.span)]


def _before(figure: _Figure) -> Span:
    return Span(figure.segment.start, figure.quantity.span.start)


def _governs(form: str, clause: Span, stated: Sequence[_Figure], year: Span) -> bool:
    """Whether a year of a clause holds for later ones too: it stands before the figures, or opens the clause, or what a colon opens."""
    if stated:
        return year.end <= stated[0].quantity.span.start
    return year.start < clause.start + _OPENING or form.find(":", year.end, clause.end) >= 0


def _goes_on(form: str, clause: Span) -> bool:
    """Whether the clause goes on with a bracket that an earlier clause opened: "(kế hoạch 25%; năm trước 20%)"."""
    opened, closed = (form.find(bracket, clause.start, clause.end) for bracket in "()")
    return closed >= 0 and (opened < 0 or closed < opened)


def _figures(
    setting: Setting, statement: Span, clause: Span, numbers: Sequence[Quantity], ranks: Mapping[Span, Rank]
) -> list[_Figure]:
    """The figures of a clause, each with the words between its neighbours."""
    own = [quantity for quantity in numbers if clause.start <= quantity.span.start < clause.end]
    kept = figures(setting.form, clause, own, reports=reports(setting))
    kept += [rank.quantity for span, rank in ranks.items() if clause.start <= span.start < clause.end]
    kept = sorted((named_index(setting.text, clause, quantity) for quantity in kept), key=lambda one: one.span.start)
    starts = [clause.start, *(quantity.span.end for quantity in kept[:-1])]
    following = [*(quantity.span.start for quantity in kept[1:]), None]
    return [
        _Figure(one, ranks.get(one.span), statement, clause, Span(start, clause.end if end is None else end), end)
        for one, start, end in zip(kept, starts, following, strict=True)
    ] if kept else []  # fmt: skip


def named_index(text: str, clause: Span, quantity: Quantity) -> Quantity:
    """A value of an index, which has no unit, with the index's abbreviation for one: "chỉ số phát triển con người (HDI) … 0,7"."""
    if quantity.kind is not UnitKind.NONE:
        return quantity
    names = list(_INDEX_NAME.finditer(text, clause.start, quantity.span.start))
    return quantity._replace(unit=names[-1][1], unit_span=Span(*names[-1].span(1))) if names else quantity


def _fact(setting: Setting, sentence: Span, figure: _Figure, indicator: Indicator, named: Sequence[Horizon]) -> Fact:
    quantity = figure.quantity
    horizon, now = horizon_of(setting.form, figure.statement, quantity.span, figure.following, figure.clause.end, named)
    status = status_of(setting, figure.statement, figure.segment, quantity.span, horizon.year if horizon else None,
                       part=quantity.total is not None and quantity.kind is not UnitKind.NONE,
                       bounded=figure.rank is None and quantity.comparator in (Comparator.AT_LEAST, Comparator.AT_MOST))  # fmt: skip
    summed = is_summed(setting.form[figure.statement.start : quantity.span.start], quantity.unit)
    over = None if horizon or now else inherited_horizon(setting, status, summed=summed)
    base = figure.rank.base if figure.rank and figure.rank.base else indicator.base
    quote = quote_of(setting, sentence, quantity.span)
    scope = scope_of(setting, quote, sentence if quote.holds(sentence) else quote, quantity.span, figure.segment.start)
    chosen = horizon or over
    slots = Target(
        status, indicator.words, quantity.comparator, quantity.value, quantity.unit, base_words(setting.text, quantity, base),
        scope.words, chosen.year if chosen else None, lead_words(setting),
    )  # fmt: skip
    placed = [*(("indicator", span) for span in indicator.spans), ("value", quantity.number), ("comparator", quantity.bound),
              ("unit", quantity.unit_span), ("base", base), ("scope", scope.span), ("lead", setting.lead),
              ("year", chosen.span if chosen else None)]  # fmt: skip
    return with_parts(slots, quote, placed)


def with_parts(slots: Target, quote: Span, placed: Sequence[tuple[str, Span | None]]) -> Fact:
    """The fact with the places of its slots, those inside the quotation apart from those above it."""
    parts = [Part(slot, span) for slot, span in placed if span is not None and span.end > span.start]
    inside = tuple(part for part in parts if quote.holds(part.span))
    return Fact(slots, quote, inside, tuple(part for part in parts if not quote.holds(part.span)))


def lead_words(setting: Setting) -> str:
    """Who leads, from the row's cell."""
    return " ".join(setting.lead.of(setting.text).split()) if setting.lead else ""


def base_words(text: str, quantity: Quantity, base: Span | None) -> str:
    """The base as printed; of a part of a whole the whole: "34/36 xã" has the base "36 xã"."""
    words = " ".join(base.of(text).split()) if base else ""
    if quantity.total is None:
        return words
    printed = quantity.number.of(text).rpartition("/")[2].strip() if "/" in quantity.number.of(text) else ""
    whole = printed or f"{quantity.total:,.0f}".replace(",", ".")
    return f"{whole} {words if quantity.unit == RANK else quantity.unit}".strip()


def quote_of(setting: Setting, sentence: Span, figure: Span) -> Span:
    """The smallest whole unit around a figure: its row if that is short, else its sentence, else the piece of it that holds the figure."""
    if setting.row is not None and setting.row.end - setting.row.start <= LONGEST:
        return setting.row
    if sentence.end - sentence.start <= LONGEST:
        return sentence
    for piece in pieces(setting.text, sentence, LONGEST):
        if piece.holds(figure):
            return piece
    return Span(figure.start, min(figure.end, figure.start + LONGEST))
