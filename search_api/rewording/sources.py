"""What an answer's citations say, as sentences that a new wording is held against: the statements, the quotes, the facts, the letterhead."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from corpus.facts import Assignment, Decision, Status, Target
from corpus.sentences import sentences
from corpus.text import matching_form, one_line
from corpus.types import PassageKind, value
from search_api.asking.documents.front import document_words
from search_api.asking.wording import assignment_words, target_words
from search_api.rewording.clauses import Clause, Sentence, parse, time_token
from search_api.rewording.roles import Role
from search_api.rewording.times import find_times
from search_api.rewording.words import AIM, pairs_of, signs_of, syllables_of, tokens_of
from search_api.types import Citation, Evidence

_LONGEST_FACT = 2000
_LABEL = re.compile(r"^\s*(?:[-–+•]|\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\))\s+")


@value
class Over:
    """Titles and lead-ins over a unit: their ``form``, what stands beside each other in them, their syllables, the time they give to figures without one, whether they are of aims."""

    form: str = ""
    pairs: frozenset[tuple[str, str]] = frozenset()
    words: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    aims: bool = False


@value
class Source:
    """A sentence that proves, with what stands over it. ``loose``: a fact, all of whose parts belong together, or a letterhead;
    ``row``: a row of a table, which does not say itself what its cells are.
    """

    sentence: Sentence
    over: "Over"
    loose: bool = False
    row: bool = False

    @property
    def aims(self) -> bool:
        """Whether it, or what stands over it, says that something is wanted."""
        return self.over.aims or AIM in self.sentence.signs

    @property
    def words(self) -> frozenset[str]:
        """All that carries meaning in it and over it."""
        return self.sentence.words | self.over.words

    @property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """What stands beside each other in it and over it."""
        return self.sentence.pairs | self.over.pairs

    @property
    def one(self) -> bool:
        """Whether all of it is about one body or person: nothing in it can be given to the wrong one."""
        leads = {part.body for part in self.sentence.parts if part.role is not Role.COORDINATE}
        return self.loose or len(leads) <= 1

    def times_of(self, at: int) -> frozenset[str]:
        """The times that hold for a clause: its own, those before it, those behind it, those over the sentence."""
        return times_of(self.sentence, at) or self.over.times

    def pool(self, at: int) -> frozenset[str]:
        """The words that may be said with the figure or body of a clause."""
        clauses = self.sentence.clauses
        if sum(clause.figure is not None for clause in clauses) <= 1 and self.one:
            return self.words
        said = {*clauses[at].words, *self.over.words}
        for clause in (*_leading(clauses), *_beside(clauses, at)):
            said.update(clause.words)
        return frozenset(said)


def _leading(clauses: Sequence[Clause]) -> Iterator[Clause]:
    for clause in clauses:
        if not clause.neutral:
            return
        yield clause


def _beside(clauses: Sequence[Clause], at: int) -> Iterator[Clause]:
    for step in (-1, 1):
        place = at + step
        while 0 <= place < len(clauses) and clauses[place].neutral:
            yield clauses[place]
            place += step


def times_of(sentence: Sentence, at: int) -> frozenset[str]:
    """The times that a sentence itself gives to a clause: its own, else the last before it, else the first behind it."""
    clauses = sentence.clauses
    nearest = (at, *range(at - 1, -1, -1), *range(at + 1, len(clauses)))
    return next((clauses[place].times for place in nearest if clauses[place].times), frozenset[str]())


def sources_of(citation: Citation, statements: Sequence[str]) -> list[Source]:
    """All that a citation says. ``statements``: what the answer says of it, without the marks of citations."""
    item, text = citation.evidence, citation.text
    known, over = _bodies(item), _over(item, text)
    untimed = replace(over, times=frozenset())
    row = item.hit.stored.passage.kind is PassageKind.ROW
    found = [Source(parse(words, known), over) for words in statements]
    quoted = [item.quote] if row else sentences(text, item.quote.start, item.quote.end)
    # Which column a figure of a row stands in its words do not say: its facts do.
    found += [Source(parse(_LABEL.sub("", span.of(text)), known), untimed if row else over, row=row) for span in quoted]
    for words, wanted in _facts(item, text):
        found.append(Source(parse(words, known), replace(untimed, aims=over.aims or wanted), loose=True))
    if words := _letterhead(item):
        found.append(Source(parse(words, known), Over(), loose=True))
    return found


def _letterhead(item: Evidence) -> str:
    """What the front matter of a document says of it; "" where it has no symbol."""
    front = item.hit.document.front
    if not front.get("symbol"):
        return ""
    words = document_words(item.hit.document)
    if issued := front.get("issued_on"):
        day = date.fromisoformat(issued)
        words += f"; ban hành, ký ngày {day.day}/{day.month}/{day.year}"
    return words


def _bodies(item: Evidence) -> list[str]:
    """Bodies as the facts of a unit name them."""
    slots = [stored.fact.slots for stored in item.facts]
    named = [body for s in slots if isinstance(s, Assignment) for body in (*s.lead, *s.coordinate)]
    named += [s.lead for s in slots if isinstance(s, Target) and s.lead]
    return sorted({matching_form(one_line(body)) for body in named if len(body) > 2}, key=len, reverse=True)


def _over(item: Evidence, text: str) -> Over:
    """What stands over a unit; the time of the nearest title that names any, where it names one."""
    passage = item.hit.stored.passage
    context = [span.of(text) for span in passage.context]
    nearest = [*([] if passage.kind is PassageKind.ROW else reversed(context)), *reversed(passage.heading)]
    timed = next((times for title in nearest if (times := {t.key for t in find_times(one_line(title))})), set())
    titles = [*context, *passage.heading]
    said = [*titles, item.hit.document.label, *item.hit.document.front.values()]
    forms = [matching_form(one_line(title)) for title in said]
    return Over(
        " | ".join(forms),
        frozenset[tuple[str, str]]().union(*(pairs_of(_tokens(form)) for form in forms)),
        frozenset[str]().union(*map(syllables_of, said)),
        frozenset(timed) if len(timed) == 1 else frozenset(),
        any(AIM in signs_of(matching_form(title)) for title in titles),
    )


def _tokens(title: str) -> tuple[str, ...]:
    return tokens_of(title, {time.span: time_token(time.key) for time in find_times(title)})


def _facts(item: Evidence, text: str) -> Iterator[tuple[str, bool]]:
    """The facts of a unit in words, and whether each is an aim."""
    for stored in item.facts:
        slots = stored.fact.slots
        if isinstance(slots, Target) and slots.value is not None:
            yield target_words(stored, text, _LONGEST_FACT), slots.status is Status.TARGET
        elif isinstance(slots, Assignment):
            yield assignment_words(slots, _LONGEST_FACT), False
        elif isinstance(slots, Decision):
            yield f"{slots.action} {slots.object}", False
