"""One unit answers: in the words of its fact, or under the title that says who it is about."""

import re
from dataclasses import replace
from itertools import pairwise

from corpus.catalogue.facts import StoredFact
from corpus.facts import Assignment, Target
from corpus.grammar.bodies import find_bodies
from corpus.grammar.body_kinds import names_a_body
from corpus.text import matching_form, one_line
from corpus.types import PassageKind, Span
from search_api.answering import LONGEST_ANSWER
from search_api.asking.asked import Asked
from search_api.asking.changes import asks_change, change_behind
from search_api.asking.choosing import best_unit
from search_api.asking.documents.front import line_of
from search_api.asking.drafts import Draft, Statement, said
from search_api.asking.due import due_words
from search_api.asking.each_amount import each_amount
from search_api.asking.leading import is_lead_in, of_other_level
from search_api.asking.several import content_words, share_held
from search_api.asking.told import asked_fact, kind_told, phrase
from search_api.asking.wording import assignment_words, shortened, target_words
from search_api.types import Evidence, Kind
from search_api.units import LONGEST_QUOTE

_WORD = re.compile(r"\w+")
_NUMBERING = re.compile(r"^\W*(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Za-zđ])[.)]\s*")
# The bodies that follow these words are partners; who leads stands over them.
_SUBJECTLESS = re.compile(
    matching_form(
        r"[^\w]{0,4}(?:\w{1,3}[.)] )?(?:chủ động |tiếp tục )?(?:chủ trì|phối hợp|tham mưu|hướng dẫn|tổ chức|xây dựng)(?!\w)"
    )
)
_ROOM_FOR_MARKS = 16  # characters of citations


def single(asked: Asked) -> Draft | None:
    """The fact of the best unit, else the unit under its title; None where the own words of the first unit are best."""
    reading, first = asked.reading, best_unit(asked)
    room = LONGEST_ANSWER - _ROOM_FOR_MARKS
    fact = asked_fact(reading.text, reading.kind, reading.years, first.facts)
    words = _words(asked, first, fact, room)
    if words and not _of_another(asked, first, words):
        item, proofs = proven(asked, first, fact, reading.kind)
        proofs = proofs or _topic(asked, first)
        return Draft((Statement(words, item, proofs=proofs),), kind=kind_told(reading.text, reading.kind, fact))
    if draft := _under_its_title(asked, first):
        return draft
    return Draft(said((asked.own_words(first, room), first))) if first is not asked.first else None


def _of_another(asked: Asked, item: Evidence, words: str) -> bool:
    """Whether a fact names bodies of another level than the one that is asked for ("sở nào"), which its unit does name."""
    if asked.reading.kind is not Kind.LEAD_AGENCY or not of_other_level(asked.reading.text, words):
        return False
    return not of_other_level(asked.reading.text, item.core.of(asked.text(item)))


def _words(asked: Asked, item: Evidence, fact: StoredFact | None, room: int) -> str:
    """The fact that answers in words; "" where the unit says it better."""
    text = asked.text(item)
    if asked.reading.kind in (Kind.TARGET, Kind.RESULT) and (
        both := each_amount(asked.reading.text, text, item.quote, room)
    ):
        return both
    if words := _figure(asked, item, fact, room):
        return words
    if fact is not None and isinstance(fact.fact.slots, Target) and _is_row(item):
        return target_words(fact, asked.text(item), room)
    if asked.reading.kind is Kind.DEADLINE and not _is_row(item) and (words := due_words(asked, item, fact, room)):
        return words
    if words := asked.fact_words(item, room):
        return words
    if fact is not None and isinstance(fact.fact.slots, Assignment) and fact.fact.slots.lead:
        return assignment_words(fact.fact.slots, room)
    return ""


def _figure(asked: Asked, item: Evidence, fact: StoredFact | None, room: int) -> str:
    """The figure that answers, with its change where that is asked for; "" where the words of the unit show it as well."""
    if fact is None or not isinstance(fact.fact.slots, Target) or fact.fact.slots.value is None or _is_row(item):
        return ""
    text = asked.text(item)
    figure = next((p.span for p in fact.fact.parts if p.slot == "value"), None)
    if figure is None:
        return ""
    end = max(
        p.span.end for p in fact.fact.parts if p.slot in ("value", "unit", "base") and p.span.start >= figure.start
    )
    change = change_behind(text, end, item.core.end) if asks_change(asked.reading.text) else None
    shown = (asked.plain.text or "") if item is asked.first else asked.own_words(item, room)
    wanted = one_line(figure.of(text)), one_line(change.of(text)) if change else ""
    if all(words in shown for words in wanted) or not _is_named(asked.reading.text, fact.fact.slots.indicator):
        return ""
    words = phrase(fact, text, room)
    return shortened(f"{words}{one_line(change.of(text)) if change else ''}", room)


def _is_named(question: str, indicator: str) -> bool:
    """Whether two neighbouring words of an indicator stand beside each other in a question, too: "xuất khẩu" is not "xuất siêu"."""
    words, asked = content_words(indicator), {*pairwise(_WORD.findall(matching_form(question)))}
    pairs = pairwise(_WORD.findall(matching_form(indicator)))
    return any({*pair} <= words and pair in asked for pair in pairs)


def _is_row(item: Evidence) -> bool:
    return item.hit.stored.passage.kind is PassageKind.ROW


def _under_its_title(asked: Asked, item: Evidence) -> Draft | None:
    """A unit that leaves out who it is about, with the body that the title or the lead-in over it names."""
    if asked.reading.kind is not Kind.LEAD_AGENCY:
        return None
    words = asked.own_words(item, LONGEST_ANSWER)
    passage, text = item.hit.stored.passage, asked.text(item)
    if names_a_body(words[:60]) and not _SUBJECTLESS.match(matching_form(words)):
        return None
    for title in passage.heading[-1:]:
        if names_a_body(title):
            return Draft(said((shortened(f"{_NUMBERING.sub('', title).rstrip(' .:')}: {words}", LONGEST_ANSWER), item)))
    for span in reversed(passage.context):
        line = span.of(text)
        if len(bodies := find_bodies(line)) == 1 and span.end - span.start <= LONGEST_QUOTE:
            proof = replace(item, quote=span, core=span, highlights=(), facts=())
            said_words = shortened(f"{one_line(bodies[0].of(line))}: {words}", LONGEST_ANSWER - _ROOM_FOR_MARKS)
            return Draft((Statement(said_words, item, proofs=(proof,)),))
    return None


def _topic(asked: Asked, item: Evidence) -> tuple[Evidence, ...]:
    """The lead-in over a decision that does not name what it is on, where it holds more of the question: a petition."""
    text, content = asked.text(item), content_words(asked.reading.text)
    span = next(reversed(item.hit.stored.passage.context), None)
    if span is None or _is_row(item) or not _short(span) or not is_lead_in(asked.reading.kind, span.of(text)):
        return ()
    if share_held(content, span.of(text)) <= share_held(content, item.core.of(text)):
        return ()
    return (replace(item, quote=span, core=span, highlights=(), facts=()),)


def proven(asked: Asked, item: Evidence, fact: StoredFact | None, kind: Kind) -> tuple[Evidence, tuple[Evidence, ...]]:
    """A unit and what more is needed to prove who leads or when, where that stands outside of it: over it, or in a line of its own.

    A title right over the unit is quoted with it; other lines are quoted on their own.
    """
    wanted = "lead" if kind is Kind.LEAD_AGENCY else "deadline" if kind is Kind.DEADLINE else ""
    if not wanted or fact is None:
        return item, ()
    text = asked.text(item)
    lines = dict.fromkeys(line_of(text, p.span) for p in fact.fact.inherited if p.slot == wanted)
    outside = [line for line in lines if not item.quote.holds(line)]
    for line in outside:
        whole = Span(line.start, item.quote.end)
        if line.end <= item.quote.start and not text[line.end : item.quote.start].strip() and _short(whole):
            item = replace(item, quote=whole)
    apart = (line for line in outside if not item.quote.holds(line))
    return item, tuple(replace(item, quote=line, core=line, highlights=(), facts=()) for line in apart)[:2]


def _short(span: Span) -> bool:
    return span.end - span.start <= LONGEST_QUOTE
