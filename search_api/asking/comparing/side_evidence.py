"""What answers for one of the things that are compared: units about it, of its years and its level, on what is asked of all of them."""

import re
from collections.abc import Iterable, Sequence

from corpus.catalogue.facts import StoredFact
from corpus.facts import Status, Target
from corpus.grammar.dates import find_years
from corpus.grammar.places import places_in
from corpus.grammar.quantities import UnitKind, find_quantities
from corpus.ledger.entries import Holder, Level, holder_of, issuing_holder
from corpus.ledger.normalising import indicator_key, unit_kind
from corpus.text import folded, matching_form
from corpus.types import PassageKind, value
from search_api.asking.asked import Asked
from search_api.asking.comparing.sides import Side, counted_more
from search_api.asking.several import content_words, share_held
from search_api.asking.slots import document_spans
from search_api.asking.standing import asked_status
from search_api.asking.told import Told, asked_fact, is_counted, named_years, wants_share
from search_api.ledger.relating import card_of
from search_api.reading.kinds import kind_of
from search_api.types import Evidence, Kind

COMPARING = (Kind.COMPARE, Kind.CONFLICT)
_OF_A_PLACE = re.compile(r"(?i)(?<!\w)(?:GRDP|tỉnh|thành phố)(?!\w)")
_LOOKED_AT = 10  # units of each side that are matched with those of the others
_ABOUT, _ABOUT_FIGURE = 0.5, 0.3  # share of the topic's words that a unit holds, and one with a figure
_ABOUT_YEAR = 0.7
_ABOUT_OWN = 0.4  # share of the words of a short indicator that the topic has
_AS_GOOD = 0.5  # of the coverage of the best unit of a side
_TOTAL = re.compile(matching_form(r"^(?:tổng(?: (?:cộng|số|hợp))?|cộng|chung|toàn (?:tỉnh|thành phố|quốc))$"))
_WHOLE_COUNTRY = re.compile(matching_form(r"(?<!\w)(?:cả nước|toàn quốc)(?!\w)"))
_HOW_MUCH = re.compile(
    matching_form(
        r"(?<!\w)(?:bao nhiêu|mấy|bn|(?:cao|thấp|lớn|nhỏ|nhiều|ít) hơn)(?!\w)|^(?:số|tổng số|tỷ lệ|tỉ lệ|mức) "
    )
)  # nothing but a figure is an answer
_BRACKETED = re.compile(r"\(([^()]{1,40})\)")
_OF_YEAR = re.compile(matching_form(r"\s{0,2}\([^()]{0,30}?năm ((?:19|20)\d\d)\)"))  # "14/63 (chỉ số năm 2021)"
_REPORTING = "báo cáo"


@value
class Answering:
    """What answers for a side. ``kind``: of the question about it alone."""

    side: Side
    kind: Kind
    told: Sequence[Told]


def answering(asked: Asked, side: Side) -> Answering:
    """The units that answer for a side, best first."""
    kind = kind_of(side.question) if asked.reading.kind in COMPARING else asked.reading.kind
    kind = Kind.TARGET if kind is Kind.LOOKUP else kind  # "tăng trưởng của hai tỉnh": figures are what can be compared
    years = _years_of(side)
    found = asked.again(side.question)
    good = [e for e in found if e.fits and (e.years or _reported_then(e, years)) and not e.against]
    # a year that is compared is one of which it is known what was reached, unless aims are asked for
    wanted = Kind.RESULT if side.kind == "year" and kind is Kind.TARGET and not _aims(asked) else kind
    told = [Told(e, asked_fact(side.question, wanted, years, _of_this_side(side, e))) for e in good]
    fitting = [
        one for one in told if _is_of(side, years, one, asked.text(one.evidence)) and _on_topic(asked, side, one)
    ]
    if thing := counted_more(asked.reading.text):  # "bên nào nhiều dự án hơn": hectares are no answer
        fitting = [one for one in fitting if one.target is None or is_counted(f"bao nhiêu {thing}", one.target.unit)]
    if kind in (Kind.TARGET, Kind.RESULT):
        with_figures = [one for one in fitting if _has_figure(one, asked.text(one.evidence))]
        fitting = with_figures if with_figures or _HOW_MUCH.search(matching_form(asked.reading.text)) else fitting
    least = _AS_GOOD * max((one.evidence.coverage for one in fitting), default=0.0)
    return Answering(side, kind, [one for one in fitting if one.evidence.coverage >= least][:_LOOKED_AT])


def _aims(asked: Asked) -> bool:
    return asked_status(asked.reading.text) is Status.TARGET


def _of_this_side(side: Side, item: Evidence) -> Sequence[StoredFact]:
    """The facts of a unit without those of the whole country, where a place beside it is asked for and has its own."""
    if side.kind != "place" or side.level is Level.CENTRE:
        return item.facts
    own = [s for s in item.facts if not _WHOLE_COUNTRY.search(matching_form(getattr(s.fact.slots, "scope", "")))]
    return own or item.facts


def _reported_then(item: Evidence, years: Sequence[int]) -> bool:
    """Whether a unit of a report of the year that is asked for tells what was reached, and no year of its own."""
    front = item.hit.document.front
    if len(years) != 1 or matching_form(front.get("doc_type", "")) != _REPORTING:
        return False
    reached = [s.fact.slots for s in item.facts if isinstance(s.fact.slots, Target)]
    undated = bool(reached) and all(f.year is None and f.status is Status.RESULT for f in reached)
    return undated and front.get("issued_on", "").startswith(str(years[0]))


def _has_figure(told: Told, text: str) -> bool:
    """Whether a unit tells a figure: as its fact, or as a provision that gives an amount ("tối đa 2 tỷ đồng/dự án")."""
    if told.target is not None:
        return told.target.value is not None
    amounts = find_quantities(told.evidence.core.of(text)) if told.fact is None else []
    return any(q.kind in (UnitKind.CURRENCY, UnitKind.PERCENT, UnitKind.PEOPLE) for q in amounts)


def _is_of(side: Side, years: Sequence[int], told: Told, text: str) -> bool:
    """Whether what is told is of the years, the level and the status that a side wants."""
    if side.kind == "body" and not _names_body(side, told, text):
        return False
    if side.kind == "thing" and not _names_thing(side, told, text):
        return False
    if side.status is not None and (told.target is None or told.target.status is not side.status):
        return False
    figures = [told.target] if told.target is not None else [s.fact.slots for s in told.evidence.facts]
    dated = [f for f in figures if isinstance(f, Target) and f.value is not None]
    if dated and all(_is_of_another_year(figure, years) for figure in dated):
        return False
    if years and (said := _year_behind(told, text)) and said not in years:
        return False
    if wants_share(f"{side.question} {side.topic}") and not _has_share(told, text):
        return False
    return side.level is None or _is_of_level(side.level, told)


def _names_body(side: Side, told: Told, text: str) -> bool:
    """Whether a unit, what stands over it or its document names the body that is compared."""
    item, name = told.evidence, folded(matching_form(side.name))
    passage, front = item.hit.stored.passage, item.hit.document.front
    over = " ".join([*passage.heading, *(span.of(text) for span in passage.context)])
    return name in folded(
        matching_form(f"{item.core.of(text)} {over} {front.get('issuer', '')} {item.hit.document.label}")
    )


def _names_thing(side: Side, told: Told, text: str) -> bool:
    """Whether a figure, or a unit that tells none, is of the thing that is compared."""
    words = told.target.indicator if told.target is not None else told.evidence.core.of(text)
    return share_held(content_words(side.name), words) >= 1.0


def _years_of(side: Side) -> tuple[int, ...]:
    """The years that a side is asked for; that of a document ("Nghị quyết 20 (2012)") is part of its name."""
    words = side.question
    for span in reversed(document_spans(words)):
        words = words[: span.start] + " " + words[span.end :]
    return tuple(find_years(words))


def _year_behind(told: Told, text: str) -> int:
    """The year that is given in brackets behind a figure, 0 where none is."""
    parts = told.fact.fact.parts if told.fact is not None else ()
    end = max((part.span.end for part in parts if part.slot in ("value", "unit", "base")), default=-1)
    match = _OF_YEAR.match(matching_form(text[end : end + 50])) if end >= 0 else None
    return int(match[1]) if match else 0


def _is_of_another_year(target: Target, years: Sequence[int]) -> bool:
    if not years:
        return False
    named = named_years(target)
    own = (
        (named if not isinstance(target.year, str) else [])
        or find_years(str(target.year))
        or [int(year) for year in re.findall(r"\d{4}", str(target.year))]
    )
    return bool(own) and not any(min(own) <= year <= max(own) for year in years)


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
        own = indicator_key(Target(Status.TARGET, f"{told.target.indicator} {told.target.unit}")).words
        own |= content_words(" ".join(_BRACKETED.findall(told.target.indicator)))  # the short name: "(PAPI)"
        if passage.kind is PassageKind.ROW and _is_meant_row(side, told.target):
            own |= indicator_key(Target(Status.TARGET, over)).words
        wanted = _syllables(topic)
        held = len(wanted & _syllables(own)) >= _ABOUT * len(wanted)
        mostly = len(topic & own) >= max(_ABOUT_FIGURE * len(topic), _ABOUT_OWN * len(own))
        return held or mostly or _in_its_words(topic, told, text)
    content = content_words(side.topic)
    least = _ABOUT_YEAR if side.kind == "year" else _ABOUT  # years have nothing else that tells what a unit is about
    return share_held(content, f"{told.evidence.core.of(text)} {over}") >= least


def _is_meant_row(side: Side, target: Target) -> bool:
    """Whether a row is the one that is asked for, so that the title of its table says what of: the total, or the one that is named."""
    form = matching_form(target.indicator).strip(" .:")
    return _TOTAL.match(form) is not None or share_held(content_words(form), side.question) >= _ABOUT


def _in_its_words(topic: frozenset[str], told: Told, text: str) -> bool:
    """Whether a unit with one figure speaks of a topic outside of what was taken for the indicator: "trồng mới 900 ha chè hữu cơ"."""
    figures = [s for s in told.evidence.facts if isinstance(s.fact.slots, Target) and s.fact.slots.value is not None]
    words = indicator_key(Target(Status.TARGET, told.evidence.core.of(text))).words
    return len(figures) == 1 and len(topic & words) >= _ABOUT * len(topic)


def _syllables(words: Iterable[str]) -> frozenset[str]:
    return frozenset(syllable for word in words for syllable in word.split("_"))


def _holder(told: Told) -> Holder:
    card = card_of(told.evidence.hit.document)
    return holder_of(told.target, card) if told.target is not None else issuing_holder(card)
