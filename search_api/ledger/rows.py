"""A fact as the ledger looks at it: what it can be filtered, counted, sorted and found by."""

import re
from functools import lru_cache

from corpus.catalogue.facts import StoredFact
from corpus.catalogue.reviews import Review
from corpus.catalogue.slots import Slots, slots_json, slots_of
from corpus.facts import Assignment, Decision, FactKind, Target
from corpus.grammar.renaming import tidy_name, today_name
from corpus.ledger.normalising import amount, task_words, unit_kind
from corpus.text import folded, matching_form, one_line
from corpus.types import CELL_SEPARATOR, value
from corpus.words import words_of

_FIRST = 6  # words by which a task is known in another form of its document
_FEWEST = 4  # words of a task that can be known again
_WORD = re.compile(r"\w+")
_ANNEX = re.compile(r"(?:phu luc|danh muc|bieu)(?!\w)")
_SEVERAL = re.compile(r"\s*[,;]\s*")
NO_VERDICT = "none"


@value
class Row:
    """``year``: "" where there is none; ``due``: ordinal day of the deadline, 0 without one; ``name``: what it is about, in the form for sorting.

    ``words`` and ``bare`` are all its words, each after a space, the second without marks. ``partners``: who takes part; ``action``: of a
    decision; ``about``: what it is about and the title over it, for phrases; ``same``: alike for the same thing printed in several
    documents of one place, "" where its words are too few to know it again; ``printed``: who leads by the names that are printed, in one form;
    ``annexed``: it stands in a table or under the title of an annex; ``loosely``: what is the same in two forms of a document, where letters
    were misread or a tail was left out: the figure, or the first words.
    """

    id: str
    kind: str
    status: str
    year: str
    leads: tuple[str, ...]
    bodies: tuple[str, ...]
    due: int
    verdict: str
    name: str
    words: str
    bare: str
    partners: tuple[str, ...] = ()
    action: str = ""
    about: str = ""
    same: str = ""
    printed: tuple[str, ...] = ()
    annexed: bool = False
    loosely: str = ""


def row_of(stored: StoredFact, review: Review | None = None, year: int | None = None) -> Row:
    """The row of a fact, as people have put it right; a decision without a day of its own is of the year of its document."""
    slots = meant_slots(stored, review)
    today, others = canonical_bodies(slots)
    name, same, due = key_of(name_of(slots)), _same(slots), _due(slots)
    leads = tuple(dict.fromkeys(today))
    bodies = tuple(dict.fromkeys((*leads, *others)))
    words = stored.words + "".join(map(words_of_name, bodies))
    if review is not None:
        words += words_of(" ".join(str(content) for content in review.corrected.values()))
    return Row(
        id=stored.id, kind=str(stored.fact.kind), status=str(slots.status) if isinstance(slots, Target) else "",
        year=_year(slots) or (str(year) if year and isinstance(slots, Decision) else ""), leads=leads, bodies=bodies,
        due=due, verdict=str(review.verdict) if review else NO_VERDICT, name=name, words=words, bare=folded(words),
        partners=tuple(dict.fromkeys(others)), action=slots.action if isinstance(slots, Decision) else "",
        about=f" {phrase_of(name_of(slots))} | {phrase_of(' '.join(stored.heading[-1:]))} ", same=same,
        printed=_printed(slots), annexed=CELL_SEPARATOR in stored.quote or any(map(_ANNEX.match, map(key_of, stored.heading))),
        loosely=_loosely(str(stored.fact.kind), same or name, due),
    )  # fmt: skip


def meant_slots(stored: StoredFact, review: Review | None) -> Slots:
    """The slots of a fact, with those that a person corrected in their place."""
    if review is None or not review.corrected:
        return stored.fact.slots
    return slots_of(stored.fact.kind, {**slots_json(stored.fact.slots), **review.corrected})


def canonical_bodies(slots: Slots) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Today's names of those who lead and those who take part, one for each printed name: two may have become one."""
    match slots:
        case Assignment():
            return _today(slots.lead), _today(slots.coordinate)
        case Target():
            return _today(tuple(_SEVERAL.split(slots.lead)) if slots.lead else ()), ()
        case Decision():
            return (), ()


def name_of(slots: Slots) -> str:
    """What a fact is about."""
    match slots:
        case Target():
            return slots.indicator
        case Assignment():
            return slots.task
        case Decision():
            return slots.object


@lru_cache(20_000)
def known_as(printed: str) -> str:
    """Today's name of a body."""
    return today_name(printed)


def _printed(slots: Slots) -> tuple[str, ...]:
    return tuple(map(printed_key, slots.lead)) if isinstance(slots, Assignment) else ()


@lru_cache(20_000)
def printed_key(name: str) -> str:
    """One form for all ways to print the same name: "Sở TT&TT" is "Sở Thông tin và Truyền thông", not the body that it became."""
    return phrase_of(tidy_name(name))


def _today(printed: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(known_as(body) for body in printed)


def _year(slots: Slots) -> str:
    match slots:
        case Target():
            return "" if slots.year is None else str(slots.year)
        case Assignment():
            return str(slots.deadline_date.year) if slots.deadline_date else ""
        case Decision():
            return str(slots.effective_on.year) if slots.effective_on else ""


@lru_cache(20_000)
def words_of_name(name: str) -> str:
    """The words of a name of a body, of which there are few."""
    return words_of(name)


def phrase_of(text: str) -> str:
    """The words of a phrase in one form, without what only joins them: "khoa học và công nghệ" is "khoa học, công nghệ"."""
    return " ".join(word for word in _WORD.findall(matching_form(one_line(text))) if word != "và")


def _same(slots: Slots) -> str:
    words = task_words(name_of(slots))
    match slots:
        case Target():
            return f"{' '.join(words)}|{slots.status}|{amount(slots)}|{unit_kind(slots.unit)}|{slots.year}"
        case Assignment():
            return f"{' '.join(words)}|{slots.deadline_date}" if len(words) >= _FEWEST else ""
        case Decision():
            return f"{matching_form(slots.action)}|{' '.join(words)}" if len(words) >= _FEWEST else ""


def _due(slots: Slots) -> int:
    return slots.deadline_date.toordinal() if isinstance(slots, Assignment) and slots.deadline_date else 0


def _loosely(kind: str, known_by: str, due: int) -> str:
    words, _, rest = known_by.partition("|")
    figure = rest if kind == FactKind.TARGET and "|None|" not in f"|{rest}" else ""
    return figure or f"{' '.join(words.split(maxsplit=_FIRST)[:_FIRST])}|{due}"


def key_of(text: str) -> str:
    """The form in which names are compared: as people type them."""
    return folded(matching_form(one_line(text)))
