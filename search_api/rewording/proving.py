"""Whether sources prove a sentence: every figure with its year and its words, every body with its part, every sign, every word."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from corpus.grammar.bodies import CAPITAL
from corpus.text import matching_form
from search_api.rewording.clauses import FIGURE, Clause, Sentence, body_token, time_token
from search_api.rewording.roles import Role
from search_api.rewording.sources import Source, times_of
from search_api.rewording.words import AIM, JOINING, strangers

_IN_ORDER = 0.8  # of the words of a clause without figure and body that must stand in the source in the same order
_NEARLY = 0.9  # of all words, where several bodies act
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
    if not _words_stand(said, sources):
        return Fault.WORDS
    if not _names_stand(text, sources):
        return Fault.NAME
    if not _symbols_stand(said, sources):
        return Fault.SYMBOL
    if not _parts_stand(said, sources):
        return Fault.PART
    for at, clause in enumerate(said.clauses):
        if clause.figure is not None:
            if not any(_proves_figure(source, said, at) for source in sources) or not _as_dated(said, at, sources):
                return Fault.FIGURE
            if not _as_denied(clause, sources):
                return Fault.MEANING
        elif not any(_proves_words(source, said, clause) for source in sources):
            return Fault.PART if clause.bodies else Fault.MEANING
    return None


def _words_stand(said: Sentence, sources: Sequence[Source]) -> bool:
    """Whether all words stand in the sources, each beside one that it stands beside there: "thành" and "công" are not "thành công"."""
    known = frozenset[str]().union(*(source.words for source in sources))
    pairs = frozenset[tuple[str, str]]().union(*(source.pairs for source in sources))
    return said.words <= known and not said.words & set(strangers(said.tokens, pairs))


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
    acting = {part.body for source in sources for part in source.sentence.parts if part.role is not Role.NAMED}
    named = [part.body for part in said.parts if part.role is Role.NAMED]
    for source in sources:
        own = [p for p in source.sentence.parts if not (source.row and p.role is Role.NAMED and p.body in acting)]
        ordered = _follows(named, [part.body for part in own]) == len(named)
        if not parts <= set(own) or not ordered or not times <= source.sentence.times | source.over.times:
            continue
        if not source.one and not _in_order(said, source):
            continue
        unclear = {body_token(body) for body in named} if len({p.body for p in own}) > 1 else set[str]()
        acted = (clause for clause in said.clauses if clause.bodies and clause.figure is None)
        if not unclear & set(strangers(said.tokens, source.pairs)) and all(
            _proves_words(source, said, c) for c in acted
        ):
            return True
    return False


def _in_order(said: Sentence, source: Source) -> bool:
    """Whether a sentence keeps the order of a source that speaks of several bodies: what is said of each stands beside it."""
    own, there = ([t for t in s.tokens if t not in JOINING and t != FIGURE] for s in (said, source.sentence))
    return _follows(own, there) >= _NEARLY * len(own)


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


def _as_dated(said: Sentence, at: int, sources: Sequence[Source]) -> bool:
    """Whether the year of a figure is that of a fact, or stands in its own sentence; a title's year only where no fact knows better."""
    figure = said.clauses[at].figure
    same = [(s, n) for s in sources for n, clause in enumerate(s.sentence.clauses) if clause.figure == figure]
    known = frozenset[str]().union(*(times_of(source.sentence, n) for source, n in same))
    return not any(source.loose for source, _ in same) or times_of(said, at) <= known


def _as_denied(clause: Clause, sources: Sequence[Source]) -> bool:
    """Whether the text itself, and not only what was taken out of it, turns the figure the same way."""
    written = [c.signs - {AIM} for s in sources if not s.loose for c in s.sentence.clauses if c.figure == clause.figure]
    return not written or clause.signs - {AIM} in written


def _proves_words(source: Source, said: Sentence, clause: Clause) -> bool:
    """Whether a source says a clause without figure: its words, in its order where nobody acts in it, and in the same sense."""
    own = source.sentence
    if not _times_stand(source, said, clause) or not set(clause.words) <= source.words:
        return False
    if AIM in clause.signs and not source.aims:
        return False
    inside = [word for word in clause.words if word in own.words]
    if len(inside) < len(clause.words) and (clause.bodies or inside):
        return False  # a title may be named, but its words do not go into what stands under it
    if clause.bodies and not source.one:
        places = [n for n, other in enumerate(own.clauses) if clause.bodies <= other.bodies]
        if not any(set(clause.words) <= source.pool(place) for place in places):
            return False
    ordered = [word for other in own.clauses for word in other.words]
    if clause.neutral and _follows(inside, ordered) < _IN_ORDER * len(inside):
        return False
    again = _said_again(clause, own.clauses)
    signs = frozenset[str]().union(*(other.signs for other in again)) if inside else clause.signs & source.over.words
    return clause.signs - {AIM} == signs - {AIM}


def _times_stand(source: Source, said: Sentence, clause: Clause) -> bool:
    """Whether the times of a clause without figure are those of the source, in the same sense where it has several."""
    own = source.sentence.times
    if not clause.times <= own | source.over.times:
        return False
    unclear = clause.times if len(own) > 1 else clause.times - own
    return not {time_token(time) for time in unclear} & set(strangers(said.tokens, source.pairs))


def _said_again(clause: Clause, clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses of a source that a clause says: the one most like it, and others most of whose words it has besides."""
    words = set(clause.words)
    left = set(words)
    again: list[Clause] = []
    for other in sorted(clauses, key=lambda c: -len(words & set(c.words)) / max(1, len(words | set(c.words)))):
        own = set(other.words)
        if own & left and (not again or len(own & left) >= _MOST_OF * len(own)):
            again.append(other)
            left -= own
    return again


def _follows(words: Sequence[str], ordered: Sequence[str]) -> int:
    """How many of the words stand in another sequence in their own order (the longest common subsequence)."""
    best = [0] * (len(ordered) + 1)
    for word in words:
        before = 0
        for at, other in enumerate(ordered, start=1):
            before, best[at] = best[at], before + 1 if word == other else max(best[at], best[at - 1])
    return best[-1]
