"""Whether sources prove a sentence: every figure with its year and its words, every body with its part, every sign, every word."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from corpus.grammar.bodies import CAPITAL
from corpus.text import matching_form
from search_api.rewording.clauses import Clause, Sentence
from search_api.rewording.roles import Role
from search_api.rewording.sources import Source, times_of
from search_api.rewording.words import AIM

_IN_ORDER = 0.8  # of the words of a clause without figure and body that must stand in the source in the same order
_MOST_OF = 0.6  # of a clause's words: then it is the one that is said again
_NAME = re.compile(rf"[{CAPITAL}]\w*(?:\s[{CAPITAL}]\w*)+")


class Fault(StrEnum):
    """Why words are not released."""

    UNCITED = "uncited"
    CITATION = "citation"  # of something that the answer does not cite, or not together
    LENGTH = "length"
    ADDRESS = "address"
    MARKUP = "markup"
    MANNER = "manner"  # an instruction, or words about itself
    WORDS = "words"
    NAME = "name"
    SYMBOL = "symbol"
    FIGURE = "figure"
    PART = "part"  # who leads, who takes part, until when
    MEANING = "meaning"  # denied, wanted or done otherwise than in the source
    LOST = "lost"  # something that the answer says is said no more
    NOTHING = "nothing"


def unproven(text: str, said: Sentence, sources: Sequence[Source]) -> Fault | None:
    """What of a sentence (``text``, taken apart ``said``) the sources do not prove; None where they prove all of it."""
    if not set().union(*(clause.words for clause in said.clauses)) <= set().union(
        *(source.words for source in sources)
    ):
        return Fault.WORDS
    if not _names_stand(text, sources):
        return Fault.NAME
    if not _symbols_stand(said, sources):
        return Fault.SYMBOL
    if not _parts_stand(said, sources):
        return Fault.PART
    for at, clause in enumerate(said.clauses):
        if clause.figure is not None:
            if not any(_proves_figure(source, said, at) for source in sources):
                return Fault.FIGURE
            if not _as_denied(clause, sources):
                return Fault.MEANING
        elif not any(_proves_words(source, said, clause) for source in sources):
            return Fault.PART if clause.bodies else Fault.MEANING
    return None


def _names_stand(text: str, sources: Sequence[Source]) -> bool:
    """Whether all runs of capitalised words stand in the sources as they are; the first word of a sentence has its capital anyway."""
    written = " | ".join(form for source in sources for form in (source.sentence.form, source.over.form))
    for match in _NAME.finditer(text):
        name = matching_form(match[0])
        allowed = [name, *([name.partition(" ")[2]] if not text[: match.start()].strip() else [])]
        if not any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", written) for form in allowed):
            return False
    return True


def _symbols_stand(said: Sentence, sources: Sequence[Source]) -> bool:
    letterheads = [s.sentence for s in sources if s.loose and not s.over.form]
    own = {symbol for letterhead in letterheads for symbol in letterhead.symbols[:1]}
    stand = all(
        any(symbol in source.sentence.symbols for source in sources) for symbol in said.symbols
    ) and said.dated <= set().union(*(source.sentence.dated for source in sources))
    named = said.quoted <= own.union(*(source.sentence.quoted for source in sources))
    others = [symbol for symbol in said.symbols if symbol not in own]
    return (
        stand
        and named
        and (len(others) < 2 or any(_follows(others, s.sentence.symbols) == len(others) for s in sources))
    )


def _parts_stand(said: Sentence, sources: Sequence[Source]) -> bool:
    """Whether bodies with their parts, and the times that belong to no figure, all stand in one and the same source."""
    parts = set(said.parts)
    times = frozenset[str]().union(*(clause.times for clause in said.clauses if clause.figure is None))
    for part in parts:
        known = {p.role for s in sources for p in s.sentence.parts if p.body == part.body} - {Role.NAMED}
        if known and part.role not in known:
            return False
    return any(
        parts <= set(source.sentence.parts) and times <= source.sentence.times | source.over.times for source in sources
    )


def _proves_figure(source: Source, said: Sentence, at: int) -> bool:
    """Whether a source says the figure of a clause with its words, of the same time, in the same sense."""
    clause = said.clauses[at]
    if not source.loose and (source.sentence.parallel or said.parallel):
        return False
    if (AIM in said.signs and not source.aims) or (AIM in source.sentence.signs and AIM not in said.signs):
        return False
    around = {*clause.words, *(word for other in _before(said.clauses, at) for word in other.words)}
    return any(
        own.figure == clause.figure
        and set(clause.words) <= source.pool(place)
        and _core(source.sentence.clauses, place) <= around
        and times_of(said, at) <= source.times_of(place)
        and clause.signs - {AIM} == own.signs - {AIM}
        for place, own in enumerate(source.sentence.clauses)
    )


def _before(clauses: Sequence[Clause], at: int) -> Iterator[Clause]:
    """The clauses without figure and body that lead up to one."""
    for clause in reversed(clauses[:at]):
        if not clause.neutral:
            return
        yield clause


def _core(clauses: Sequence[Clause], at: int) -> frozenset[str]:
    """The words that a figure may not be without: those of its clause, else those that lead up to it."""
    core = set(clauses[at].words)
    for clause in _before(clauses, at):
        if len(core) > 1:
            break
        core.update(clause.words)
    return frozenset(core)


def _as_denied(clause: Clause, sources: Sequence[Source]) -> bool:
    """Whether the text itself, and not only what was taken out of it, turns the figure the same way."""
    written = [c.signs - {AIM} for s in sources if not s.loose for c in s.sentence.clauses if c.figure == clause.figure]
    return not written or clause.signs - {AIM} in written


def _proves_words(source: Source, said: Sentence, clause: Clause) -> bool:
    """Whether a source says a clause without figure: its words, in its order where nobody acts in it, and in the same sense."""
    own = source.sentence
    times = clause.times <= own.times | source.over.times
    if not times or not set(clause.words) <= source.words or (AIM in said.signs and not source.aims):
        return False
    if clause.bodies and not source.one:
        places = [n for n, other in enumerate(own.clauses) if clause.bodies <= other.bodies]
        if not any(set(clause.words) <= source.pool(place) for place in places):
            return False
    inside = [word for word in clause.words if word in own.words]
    ordered = [word for other in own.clauses for word in other.words]
    if clause.neutral and _follows(inside, ordered) < _IN_ORDER * len(inside):
        return False
    again = _said_again(clause, own.clauses)
    signs = frozenset[str]().union(*(other.signs for other in again)) if inside else clause.signs & source.over.words
    return clause.signs - {AIM} == signs - {AIM}


def _said_again(clause: Clause, clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses of a source that a clause says: those most of whose words it has, else the one it has most of."""
    words = set(clause.words)
    held = [(len(words & set(other.words)), other) for other in clauses if other.words]
    most = [other for count, other in held if count >= _MOST_OF * len(set(other.words))]
    return most or [other for count, other in sorted(held, key=lambda pair: -pair[0])[:1] if count]


def _follows(words: Sequence[str], ordered: Sequence[str]) -> int:
    """How many of the words stand in another sequence in their own order (the longest common subsequence)."""
    best = [0] * (len(ordered) + 1)
    for word in words:
        before = 0
        for at, other in enumerate(ordered, start=1):
            before, best[at] = best[at], before + 1 if word == other else max(best[at], best[at - 1])
    return best[-1]
