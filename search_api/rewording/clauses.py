"""A sentence taken apart: clauses with one figure each at most, the times, bodies, roles and document symbols in it."""

import itertools
import re
from collections.abc import Iterable, Sequence

from corpus.facts import Comparator
from corpus.grammar.bodies import find_bodies
from corpus.grammar.quantities import Quantity, UnitKind, find_quantities
from corpus.grammar.symbols import find_symbols
from corpus.text import matching_form, one_line
from corpus.types import Span, value
from search_api.asking.persons.people import names_in
from search_api.rewording.roles import Part, roles_in
from search_api.rewording.times import find_times
from search_api.rewording.words import blanked, content_of, pairs_of, signs_of, tokens_of

FIGURE = "#"


def time_token(key: str) -> str:
    """How a time stands among the tokens of a sentence."""
    return f"@{key}"


def body_token(name: str) -> str:
    """How a body stands among the tokens of a sentence."""
    return f"&{name}"


@value
class Figure:
    """A figure as it must be said again: value, how it is meant, unit ("" for words that are no known unit), the whole it is a part of.

    ``bound``: of a range the words before it that say how it is meant ("khoảng 20 - 30").
    """

    value: float | tuple[float, float]
    comparator: Comparator
    unit: str
    total: float | None
    bound: str = ""


@value
class Clause:
    """``words``: what carries meaning, in order; ``signs``: what turns it; ``times`` and ``bodies``: keys of those in it."""

    words: tuple[str, ...]
    signs: frozenset[str]
    figure: Figure | None
    times: frozenset[str]
    bodies: frozenset[str]

    @property
    def neutral(self) -> bool:
        """Whether it has no figure and no body: it goes with those beside it."""
        return self.figure is None and not self.bodies


@value
class Sentence:
    """``dated``: documents with the date that stands behind their symbol; ``quoted``: those it says something in the name of ("theo …");
    ``parallel``: it names things and figures in two lists; ``tokens``: its syllables, with FIGURE for a figure and ``time_token`` for a time.
    """

    form: str
    tokens: tuple[str, ...]
    clauses: tuple[Clause, ...]
    parts: tuple[Part, ...]
    symbols: tuple[str, ...]
    dated: frozenset[tuple[str, str]]
    quoted: frozenset[str]
    parallel: bool

    @property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """What stands beside each other in it."""
        return pairs_of(self.tokens)

    @property
    def times(self) -> frozenset[str]:
        """All times in it."""
        return frozenset[str]().union(*(clause.times for clause in self.clauses))

    @property
    def words(self) -> frozenset[str]:
        """All that carries meaning."""
        return frozenset(word for clause in self.clauses for word in clause.words)

    @property
    def signs(self) -> frozenset[str]:
        """All that turns its meaning."""
        return frozenset[str]().union(*(clause.signs for clause in self.clauses))


_CUT = re.compile(r"[;:()|!?](?=\s|$|\W)|[,.](?=\s|$)|\s[-–—•]\s|\s(?:còn|trong khi|đồng thời)\s|\n")
_JOINT = re.compile(r"\s(?:và|hoặc|so với|trong đó|từ|lên|xuống|trên tổng)\s")
_NAMED_BY = re.compile(r"(?<!\w)(?:theo|tại|căn cứ|trong|của)\s[^,;.]*$")
_NEAR = 80  # characters before a symbol in which it is said to be the source
_DATED = re.compile(r"\s?(?:,|\()?\s?$")
_PARALLEL = re.compile(r"(?<!\w)(?:lần lượt|tương ứng|theo thứ tự)(?!\w)")


def parse(text: str, known: Iterable[str] = ()) -> Sentence:
    """A sentence on one line. ``known``: bodies that may stand in it besides those that the grammar knows, in ``matching_form``."""
    text = one_line(text)
    form = matching_form(text)
    symbols = find_symbols(text)
    times = [
        t for t in find_times(text) if not any(s.span.start < t.span.end and t.span.start < s.span.end for s in symbols)
    ]
    behind = {
        t: s.key
        for s in symbols
        for t in times
        if t.span.start >= s.span.end and _DATED.fullmatch(text, s.span.end, t.span.start)
    }
    bodies = [b for b in _bodies(text, form, known) if not any(s.span.holds(b) for s in symbols)]
    masked = blanked(text, [*(s.span for s in symbols), *(t.span for t in times)])
    quantities = find_quantities(masked)
    named = {t.span: time_token(t.key) for t in times} | {s.span: f"§{s.key}" for s in symbols}
    named |= {span: body_token(_name(form, span)) for span in bodies}
    named |= dict.fromkeys(map(_figure_span, quantities), FIGURE)
    plain = matching_form(blanked(masked, map(_figure_span, quantities)))
    clauses = [
        Clause(
            content_of(plain[span.start : span.end]), signs_of(plain[span.start : span.end]),
            next((_figure(q, form) for q in quantities if span.holds(q.number)), None),
            frozenset(t.key for t in times if span.holds(t.span) and t not in behind),
            frozenset(_name(form, b) for b in bodies if span.holds(b)),
        )
        for span in _cut(form, masked, quantities, bodies)
    ]  # fmt: skip
    return Sentence(
        form, tokens_of(form, named), tuple(clauses), tuple(roles_in(form, bodies)), tuple(s.key for s in symbols),
        frozenset((key, t.key) for t, key in behind.items()),
        frozenset(s.key for s in symbols if _NAMED_BY.search(form, max(0, s.span.start - _NEAR), s.span.start)),
        _PARALLEL.search(form) is not None,
    )  # fmt: skip


def _name(form: str, span: Span) -> str:
    return " ".join(span.of(form).split())


def _figure_span(quantity: Quantity) -> Span:
    """What of a quantity is compared as a figure; of words that are no known unit nobody knows where they end."""
    return Span(quantity.span.start, quantity.number.end) if quantity.kind is UnitKind.OTHER else quantity.span


def _figure(quantity: Quantity, form: str) -> Figure:
    unit = "" if quantity.kind is UnitKind.OTHER else " ".join(matching_form(quantity.unit).split())
    bound = quantity.bound.of(form).strip() if quantity.bound and quantity.comparator is Comparator.RANGE else ""
    return Figure(quantity.value, quantity.comparator, unit, quantity.total, "" if bound == "từ" else bound)


def _bodies(text: str, form: str, known: Iterable[str]) -> list[Span]:
    """Bodies and people, in order, none over another; of those that begin alike the longest."""
    spans = [*find_bodies(text), *names_in(text)]
    for name in known:
        spans += [Span(*m.span()) for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", form)]
    found: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if not found or span.start >= found[-1].end:
            found.append(span)
    return found


def _cut(form: str, masked: str, quantities: Sequence[Quantity], bodies: Sequence[Span]) -> list[Span]:
    """The clauses: cut at punctuation, but not inside a name or a quantity, and between figures."""
    closed = [*(q.span for q in quantities), *bodies]
    plain = matching_form(masked)
    cuts = [m.end() for m in _CUT.finditer(plain) if not any(c.start < m.end() < c.end for c in closed)]
    for one, other in itertools.pairwise(quantities):
        if not any(one.number.end < cut <= other.number.start for cut in cuts):
            joints = [m.start() for m in _JOINT.finditer(plain, one.span.end, other.number.start)]
            cuts.append(joints[-1] if joints else one.span.end)
    places = sorted({0, len(form), *cuts})
    return [Span(a, b) for a, b in itertools.pairwise(places) if form[a:b].strip(" .,;:()|-–")]
