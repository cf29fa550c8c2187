"""Figures in sentences: running text, items of lists, and cells of tables that hold sentences."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.facts import Fact, Part, Status, Target
from corpus.grammar.quantities import Quantity, find_quantities
from corpus.sentences import pieces, sentences
from corpus.types import Span
from ingest.facts.targets.horizon import Horizon, horizon_of, horizons, inherited_horizon
from ingest.facts.targets.indicator import indicator_of
from ingest.facts.targets.ranks import RANK, Rank, find_ranks
from ingest.facts.targets.scope import scope_of
from ingest.facts.targets.setting import Setting
from ingest.facts.targets.status import status_of
from ingest.facts.targets.values import figures

LONGEST = 600  # characters of a quotation
# "(1) …; (2) …" and "; - …" inside a paragraph begin statements of their own
_ENUMERATED = re.compile(r"(?:(?<=[;:.,])|(?<=^))\s?(?=\((?:\d{1,2}|[ivx]{1,5})\)\s)|(?<=[;:.])\s(?=[-+•]\s)")
_CLAUSE = re.compile(r";")
_DIGIT = re.compile(r"\d")
_RANKED = ("đứng đầu", "nhất")


def facts_of_words(setting: Setting, span: Span) -> Iterator[Fact]:
    """The figures that the words of a span state."""
    words = span.of(setting.form)
    if not _DIGIT.search(words) and not any(word in words for word in _RANKED):
        return
    for sentence in sentences(setting.text, span.start, span.end):
        for statement in _split(setting.form, sentence, _ENUMERATED):
            yield from _facts_of_statement(setting, sentence, statement)


def _split(form: str, span: Span, at: re.Pattern[str]) -> list[Span]:
    places = [span.start, *(match.end() for match in at.finditer(form, span.start, span.end)), span.end]
    return [Span(start, end) for start, end in pairwise(places) if form[start:end].strip()]


def _facts_of_statement(setting: Setting, sentence: Span, statement: Span) -> Iterator[Fact]:
    text, form = statement.of(setting.text), statement.of(setting.form)
    ranks = {rank.quantity.span: rank for rank in find_ranks(text, form)}
    quantities = [*(r.quantity for r in ranks.values()), *(q for q in find_quantities(text) if not _inside(q, ranks))]
    if not quantities:
        return
    quantities.sort(key=lambda quantity: quantity.span.start)
    named = horizons(form, 0, len(form))
    for clause in _split(form, Span(0, len(form)), _CLAUSE):
        own = [q for q in quantities if clause.start <= q.span.start < clause.end]
        kept = [q for q in figures(form, clause.start, clause.end, own) if q.unit != RANK]
        kept = sorted([*kept, *(q for q in own if q.unit == RANK)], key=lambda quantity: quantity.span.start)
        for number, quantity in enumerate(kept):
            start = kept[number - 1].span.end if number else clause.start
            following = kept[number + 1].span.start if number + 1 < len(kept) else None
            segment = Span(start, following if following is not None else clause.end)
            yield _fact(setting, sentence, statement, _Place(text, form, clause, segment, following), quantity,
                        ranks.get(quantity.span), named)  # fmt: skip


def _inside(quantity: Quantity, ranks: dict[Span, Rank]) -> bool:
    return any(rank.start <= quantity.number.start < rank.end for rank in ranks)


class _Place:
    """A statement in itself, and where in it a figure stands; positions count from the statement's beginning."""

    def __init__(self, text: str, form: str, clause: Span, segment: Span, following: int | None) -> None:
        self.text, self.form, self.clause, self.segment, self.following = text, form, clause, segment, following


def _fact(
    setting: Setting,
    sentence: Span,
    statement: Span,
    place: _Place,
    quantity: Quantity,
    rank: Rank | None,
    named: Sequence[Horizon],
) -> Fact:
    horizon, now = horizon_of(
        place.form, Span(0, len(place.form)), quantity.span, place.following, place.clause.end, named
    )
    moved = setting_at(setting, statement)
    status = status_of(
        setting,
        moved(place.clause),
        moved(quantity.span),
        horizon.year if horizon else None,
        part=quantity.total is not None,
    )
    over = None if horizon or now else inherited_horizon(setting, status)
    indicator = indicator_of(place.text, place.form, place.segment, quantity)
    base = rank.base if rank else indicator.base
    own = [("indicator", span) for span in indicator.spans] + [("value", quantity.number)]
    own += [
        (slot, span)
        for slot, span in (("comparator", quantity.bound), ("unit", quantity.unit_span), ("base", base))
        if span
    ]
    if horizon:
        own.append(("year", horizon.span))
    parts = [Part(slot, moved(span)) for slot, span in own]
    quote = quote_of(setting, sentence, Span(min(p.span.start for p in parts), max(p.span.end for p in parts)),
                     moved(quantity.span))  # fmt: skip
    scope = scope_of(setting, quote)
    if scope.span:
        parts.append(Part("scope", scope.span))
    chosen = horizon or over
    slots = Target(
        status,
        indicator.words,
        quantity.comparator,
        quantity.value,
        quantity.unit,
        base_words(place.text, quantity, base),
        scope.words,
        chosen.year if chosen else None,
        " ".join(setting.lead.of(setting.text).split()) if setting.lead else "",
    )
    inherited = [Part("year", over.span)] if over and over.span.end else []
    inherited += [Part("lead", setting.lead)] if setting.lead else []
    within = tuple(p for p in parts if quote.holds(p.span))
    outside = tuple(p for p in parts if not quote.holds(p.span))
    placed = [p for p in inherited if quote.holds(p.span)]
    return Fact(slots, quote, (*within, *placed), (*outside, *(p for p in inherited if not quote.holds(p.span))))


def setting_at(setting: Setting, statement: Span):  # type: ignore[no-untyped-def]
    """Spans of a statement as spans of the text."""
    return lambda span: Span(span.start + statement.start, span.end + statement.start)


def base_words(text: str, quantity: Quantity, base: Span | None) -> str:
    """The base as printed; of a part of a whole the whole: "34/36 xã" has the base "36 xã"."""
    if quantity.total is not None:
        printed = quantity.number.of(text).split("/")[-1].strip()
        return f"{printed} {quantity.unit}".strip()
    return " ".join(base.of(text).split()) if base else ""


def quote_of(setting: Setting, sentence: Span, wanted: Span, figure: Span) -> Span:
    """The smallest whole unit around a figure: its row if that is short, else its sentence, else the piece that holds it."""
    if setting.row is not None and setting.row.end - setting.row.start <= LONGEST:
        return setting.row
    if sentence.end - sentence.start <= LONGEST:
        return sentence
    for piece in pieces(setting.text, sentence, LONGEST):
        if piece.start <= figure.start < piece.end:
            return piece if piece.holds(figure) else Span(piece.start, figure.end)
    return figure if not wanted else Span(figure.start, figure.end)
