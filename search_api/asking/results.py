"""What was reached beside what was aimed at: the same indicator, place and year; and whether the aim was met, where that can be told."""

import re
from collections.abc import Iterable, Sequence

from corpus.catalogue.facts import StoredFact
from corpus.catalogue.passages import StoredPassage
from corpus.facts import Comparator, Status, Target
from corpus.ledger.entries import holder_of
from corpus.ledger.normalising import amount, base_key, indicator_key, unit_kind
from corpus.text import matching_form
from search_api.asking.asked import Asked
from search_api.asking.drafts import Draft, Statement
from search_api.asking.reached import in_the_end
from search_api.asking.told import Told, asked_fact, phrase
from search_api.asking.wording import figure_words
from search_api.ledger.relating import card_of
from search_api.types import Evidence, Hit, Kind

_ALIKE = 0.75  # share of words that two wordings of an indicator have in common
_LONGEST = 200  # characters of a statement: two of them, their citations and a verdict stay below 400
_UP = (Comparator.AT_LEAST, Comparator.MORE)
_DOWN = (Comparator.AT_MOST, Comparator.LESS)
_RISING = re.compile(matching_form(r"(?<!\w)(?:đạt|nâng|lên|tăng|chiếm|trở lên)(?!\w)"))
_FALLING = re.compile(matching_form(r"(?<!\w)(?:giảm|còn|xuống|dưới|không quá|hạ|nghèo|kéo giảm|hạn chế|thấp)(?!\w)"))
_BEFORE = 25  # characters before a figure that say which way it is meant


def result(asked: Asked) -> Draft | None:
    """The result that is asked for with its aim; None where no result answers, or the corpus has no aim for it."""
    if draft := in_the_end(asked):
        return draft
    reading = asked.reading
    if reading.kind not in (Kind.TARGET, Kind.RESULT):
        return None
    stored = asked_fact(reading.text, reading.kind, reading.years, asked.first.facts)
    reached = Told(asked.first, stored)
    target = reached.target
    if stored is None or target is None or target.status is not Status.RESULT or target.value is None:
        return None
    aim = _aim_of(asked, reached)
    if aim is None or aim.fact is None or aim.target is None:
        return None
    verdict = met(target, aim.target, _way(aim.fact, asked.text(aim.evidence)))
    words = phrase(stored, asked.text(reached.evidence), _LONGEST)
    return Draft(
        (
            Statement(words, reached.evidence, ("Kết quả", figure_words(stored, asked.text(reached.evidence)))),
            Statement(f"Mục tiêu: {phrase(aim.fact, asked.text(aim.evidence), _LONGEST // 2)}", aim.evidence,
                      ("Mục tiêu", figure_words(aim.fact, asked.text(aim.evidence)))),
        ),
        conclusion=f"Đánh giá: {verdict}" if verdict else "", columns=("", "Mức"), kind=Kind.RESULT,
    )  # fmt: skip


def _aim_of(asked: Asked, reached: Told) -> Told | None:
    """The aim of a result: in its own unit, else in the documents that were found for the question; the latest document first."""
    own = [s for s in reached.evidence.facts if _is_aim(s, reached)]
    if len(own) == 1:
        return Told(reached.evidence, own[0])
    hits = {item.hit.document.id: item.hit for item in reversed(asked.evidence)}
    found = [
        (hits[id_], stored)
        for id_, several in asked.facts.of(hits).items()
        for stored in several
        if _is_aim(stored, reached) and _same_holder(stored, hits[id_], reached)
    ]
    if len({amount(s.fact.slots) for _, s in found if isinstance(s.fact.slots, Target)}) != 1:
        return None  # none, or aims that disagree: which one was meant cannot be told
    hit, stored = max(
        found, key=lambda one: (one[0].document.front.get("issued_on", ""), one[0].document.id, one[1].id)
    )
    with asked.store.catalogue.read() as connection:
        passages = asked.store.passages.of(connection, hit.document.place)
    return Told(_evidence(hit, passages, stored), stored)


def _is_aim(stored: StoredFact, reached: Told) -> bool:
    """Whether a fact is an aim for the indicator and the year of a result."""
    aim, target = stored.fact.slots, reached.target
    if not isinstance(aim, Target) or target is None or aim.status is not Status.TARGET or amount(aim) is None:
        return False
    if unit_kind(aim.unit) != unit_kind(target.unit) or target.year is None or aim.year != target.year:
        return False
    mine, theirs = indicator_key(target).words, indicator_key(aim).words
    if not mine or not theirs or (base_key(aim) and base_key(target) and base_key(aim) != base_key(target)):
        return False
    return len(mine & theirs) >= _ALIKE * len(mine | theirs)


def _same_holder(stored: StoredFact, hit: Hit, reached: Told) -> bool:
    aim, target = stored.fact.slots, reached.target
    assert isinstance(aim, Target) and target is not None
    own = holder_of(target, card_of(reached.evidence.hit.document))
    return own.level is not None and own == holder_of(aim, card_of(hit.document))


def _evidence(hit: Hit, passages: Iterable[StoredPassage], stored: StoredFact) -> Evidence:
    span = stored.fact.span
    home = next((p for p in passages if p.passage.span.start <= span.start < p.passage.span.end), hit.stored)
    at_home = Hit(home, hit.document, hit.score, None, None)
    return Evidence(at_home, span, span, 1.0, 1.0, True, True, (), frozenset(), (stored,))


def _way(stored: StoredFact, text: str) -> int:
    """Whether an aim is reached from below (1) or from above (-1), by its comparator, else by the words before it; 0 where neither tells."""
    target = stored.fact.slots
    assert isinstance(target, Target)
    if target.comparator in _UP:
        return 1
    if target.comparator in _DOWN:
        return -1
    figure = next((p.span for p in stored.fact.parts if p.slot == "value"), None)
    before = text[max(stored.fact.span.start, figure.start - _BEFORE) : figure.start] if figure else ""
    form = matching_form(f"{before} {target.indicator}")
    if _FALLING.search(form) or unit_kind(target.unit) == "hạng":
        return 0 if target.comparator is Comparator.EQUAL else -1
    return 1 if _RISING.search(matching_form(before)) else 0


def met(reached: Target, aim: Target, way: int) -> str:
    """Whether a result meets its aim, in a word; "" where that cannot be told for certain."""
    got, wanted = amount(reached), amount(aim)
    if got is None or wanted is None or len(got) != 1 or reached.comparator in (*_UP, *_DOWN, Comparator.ABOUT):
        return ""
    if len(wanted) == 2:
        return _against_range(got[0], wanted)
    if aim.comparator is Comparator.ABOUT:
        return ""
    if got[0] == wanted[0]:
        return "chưa đạt" if aim.comparator in (Comparator.MORE, Comparator.LESS) else "đạt"
    if not way:
        return ""
    return (
        "vượt mục tiêu"
        if (got[0] - wanted[0]) * way > 0 and way > 0
        else "đạt"
        if (got[0] - wanted[0]) * way > 0
        else "chưa đạt"
    )


def _against_range(got: float, wanted: Sequence[float]) -> str:
    low, high = wanted
    return "đạt" if low <= got <= high else ""
