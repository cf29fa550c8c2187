"""Several amounts asked at once ("bao nhiêu vụ, đạt tỷ lệ mấy phần trăm"): the words of a unit in which each of them stands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import combinations, pairwise

from corpus.grammar.dates import find_dates
from corpus.grammar.quantities import Quantity, UnitKind, find_quantities
from corpus.grammar.symbols import find_symbols
from corpus.ledger.normalising import names_of_things
from corpus.text import matching_form, one_line
from corpus.types import Span, value
from search_api.asking.otherwise import without_dates

_HOW_MUCH = re.compile(r"(?<!\w)(?:bao nhiêu|bao nhiu|mấy|bn)(?!\w)")
_JOINT = re.compile(r"[,;:] |(?<= )(?=(?:và|rồi|còn|thì) )")
_SHARE = re.compile(r"(?:bao nhiêu|bao nhiu|mấy|bn) ?(?:%|phần trăm)")
_MONEY = re.compile(r"(?:bao nhiêu|bao nhiu|mấy|bn) (?:tiền|(?:nghìn |triệu )?(?:tỷ|tỉ|triệu|nghìn)|đồng)(?!\w)")
_CHANGE = re.compile(r"\W*(?:và )?(?:tăng|giảm)(?: thêm| trưởng)? (?:được )?(?:bao nhiêu|bao nhiu|mấy|bn)(?!\w)")
_RANK = re.compile(r"(?<!\w)(?:thứ|hạng) (?:bao nhiêu|mấy|bn)(?!\w)")
_THING = re.compile(
    r"(?:bao nhiêu|bao nhiu|mấy|bn) (?!(?:phần trăm|tiền|tỷ|tỉ|triệu|nghìn|đồng|so|cả|trong|ở|tại|theo|của|và)(?!\w))(?P<of>[^\W\d_]+)"
)
# By how much something changed, and which part it is of a whole, is told by a share as well as by a count.
_ANY = re.compile(
    r"(?<!\w)(?:tăng|giảm|chiếm|bằng|vượt|đạt|là) (?:được )?(?:bao nhiêu|bao nhiu|mấy|bn)(?= ?[,;?]| ?$| so)"
)
_WORD = re.compile(r"\w+")
# Words that say nothing of what a figure is of.
_EMPTY = frozenset(
    matching_form(
        "bao nhiêu mấy bn phần trăm là của và được phải đạt có cho đến năm theo các những do bị đã sẽ trong ở tại với về ra thì lại đó"
        " tăng giảm chiếm bằng tổng số tỷ tỉ lệ tiền đồng triệu nghìn khoảng cả thứ hạng usd mức"
    ).split()
)
_EDGE = re.compile(r"[;:](?=\s)|[.!?](?=\s)|\n")
_SENTENCE = re.compile(r"[.!?](?=\s)")
_SOFT_EDGE = re.compile(r"[;:,.)](?!\d)")
_LISTED = re.compile(r"^(?:[-–+•]|\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\)|\([\da-zđ]{1,2}\))\s+")  # the sign of an item
_BEHIND = 60  # characters behind a figure that say what it is of
_OF_BEHIND = 0.7  # what stands behind a figure says so much less of it
_COUNTED, _MEASURED = 0.5, 0.2  # to the weight of a figure of the very thing, of the very measure
_LEAST = 0.25  # weight of a figure that answers
_ASKS_ON = 3  # words at most of a part that asks on about what was asked before it: "…, thu về bao nhiêu"
_ANOTHER_THING = (
    0.4  # of its weight has a figure of another thing than the one that is named: "xuất nhập khẩu" is not "xuất khẩu"
)
_YEARS = range(1900, 2101)
_MOST_SHARES = 1  # beside those that are asked for
_LEFT_OUT = " … "


@value
class Amount:
    """One of the amounts: what is asked in words of its own, the things they name, what is counted, and the measure it must have.

    ``measure``: "%", "đồng", "" for a count or, where nothing is said, None for any."""

    words: frozenset[str]
    named: frozenset[str]
    thing: str
    measure: str | None


@lru_cache(1024)
def amounts_asked(question: str) -> tuple[Amount, ...]:
    """The amounts that a question asks for, each in a part of its own; none where it asks for one."""
    form = matching_form(question)
    cuts = [0, *(m.end() for m in _JOINT.finditer(form)), len(form)]
    pieces = [form[a:b] for a, b in pairwise(cuts)]
    # by how much it has changed is told with the figure itself
    asking = [n for n, piece in enumerate(pieces) if _HOW_MUCH.search(piece) and not (n and _CHANGE.match(piece))]
    if len(asking) < 2:
        return ()
    found = []
    for before, at in zip([-1, *asking], asking, strict=False):
        behind = next((n for n in asking if n > at), len(pieces))
        # what stands between two of them may belong to either
        found.append(_amount("".join(pieces[before + 1 : at]), pieces[at], "".join(pieces[at + 1 : behind])))
    shared = frozenset[str]().union(*(a.words & b.words for a, b in combinations(found, 2)))
    return tuple(replace(amount, words=amount.words - shared) for amount in found)


def _amount(before: str, asking: str, behind: str) -> Amount:
    thing = _THING.search(asking)
    measure = "%" if _SHARE.search(asking) else "đồng" if _MONEY.search(asking) else ""
    loose = not measure and (thing is None or _ANY.search(asking) is not None)
    whole = f"{before}{asking}{behind}"
    words = frozenset(w for w in _WORD.findall(whole) if w not in _EMPTY and len(w) > 1)
    return Amount(words, names_of_things(f"{before}{asking}"), thing["of"] if thing else "", None if loose else measure)


def each_amount(question: str, text: str, unit: Span, longest: int) -> str:
    """The words of a unit that hold a figure for each of several amounts that are asked for; "" where one is not there, or one is asked.

    They are the unit's own: whole, else cut at its clauses, with a sign where words between two of the figures are left out.
    """
    asked = amounts_asked(question)
    found = _figures(question, text, unit) if asked else []
    if len(found) < max(2, len(asked)):
        return ""
    chosen = _chosen(asked, text, unit, found)
    if len(chosen) < len(asked):
        return ""
    return _words(text, unit, sorted(found[n].span for n in chosen), longest)


def _figures(question: str, text: str, unit: Span) -> list[Quantity]:
    """The figures of a unit, but none of a date, a symbol or the question."""
    words = unit.of(text)
    asked = {q.value for q in find_quantities(question)}
    closed = [*(s.span for s in find_symbols(words)), *(d.span for d in find_dates(words))]
    found = []
    for q in find_quantities(words):
        if q.kind is UnitKind.PART or q.value in asked or (q.kind is UnitKind.NONE and q.value in _YEARS):
            continue
        if any(c.start < q.span.end and q.span.start < c.end for c in closed) or not _is_figure(words, q, question):
            continue
        found.append(q._replace(span=_moved(q.span, unit.start), number=_moved(q.number, unit.start)))
    return found


def _is_figure(words: str, quantity: Quantity, question: str) -> bool:
    """Whether a number is no day, year or running number; a rank is one where it is asked for."""
    if _RANK.search(matching_form(question)) and matching_form(words[: quantity.number.start]).endswith(
        ("thứ ", "hạng ")
    ):
        return True
    around = Span(max(0, quantity.number.start - 12), quantity.number.end)
    return any(c.isdigit() for c in without_dates(around.of(words))[-len(quantity.number.of(words)) - 1 :])


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _chosen(asked: Sequence[Amount], text: str, unit: Span, found: Sequence[Quantity]) -> list[int]:
    """Of each amount the figure that most of its words stand beside; one figure is taken once."""
    weights = [
        (_weight(amount, text, unit, found, n), -k, -n) for k, amount in enumerate(asked) for n in range(len(found))
    ]
    chosen: dict[int, int] = {}
    for weight, k, n in sorted(weights, reverse=True):
        if weight >= _LEAST and -k not in chosen and -n not in chosen.values():
            chosen[-k] = -n
    for k, amount in enumerate(asked):
        behind = chosen.get(k - 1, -2) + 1
        free = 0 < behind < len(found) and behind not in chosen.values()
        if k not in chosen and len(amount.words) <= _ASKS_ON and free and _may_be(amount, found[behind]):
            chosen[k] = behind
    return [chosen[k] for k in sorted(chosen)]


def _may_be(amount: Amount, quantity: Quantity) -> bool:
    """Whether a figure has the measure that is asked for; a count may stand without its unit."""
    kind = {UnitKind.PERCENT: "%", UnitKind.CURRENCY: "đồng"}.get(quantity.kind, "")
    return amount.measure in (None, kind)


def _weight(amount: Amount, text: str, unit: Span, found: Sequence[Quantity], n: int) -> float:
    if not _may_be(amount, found[n]):
        return 0.0
    before, behind = _beside(text, unit, found, n)
    near, far = _syllables(before), _syllables(behind)
    held = len(amount.words & near) + _OF_BEHIND * len(amount.words & (far - near))
    counted = bool(amount.thing) and amount.thing in matching_form(found[n].unit).split()[:2]
    weight = held / max(1, len(amount.words)) + _COUNTED * counted + _MEASURED * bool(amount.measure)
    things = names_of_things(before)
    return weight * (_ANOTHER_THING if amount.named and things and not amount.named & things else 1.0)


def _beside(text: str, unit: Span, found: Sequence[Quantity], n: int) -> tuple[str, str]:
    """The words before a figure, from the one of its kind before it or the edge of its clause, and those behind it."""
    span = found[n].span
    first = max((q.span.end for q in found[:n] if q.kind is found[n].kind), default=unit.start)
    first = max([first, *(m.end() for m in _EDGE.finditer(text, first, span.start))])
    last = min(unit.end, span.end + _BEHIND, *(q.span.start for q in found[n + 1 : n + 2]))
    edge = _EDGE.search(text, span.end, last)
    return text[first : span.end], text[span.end : edge.start() if edge else last]


def _syllables(words: str) -> frozenset[str]:
    return frozenset(_WORD.findall(matching_form(words)))


def _words(text: str, unit: Span, figures: Sequence[Span], longest: int) -> str:
    """The sentences with the figures where there is room, else their clauses."""
    ends = [m.end() for m in _SENTENCE.finditer(text, unit.start, unit.end)]
    start = max((end for end in ends if end <= figures[0].start), default=unit.start)
    unit = Span(start, min((end for end in ends if end >= figures[-1].end), default=unit.end))
    if unit.end - unit.start <= longest and unit.of(text).count("%") <= len(figures) + _MOST_SHARES:
        return _LISTED.sub("", one_line(unit.of(text)).strip())
    parts = list(_clauses(text, unit, figures))
    whole = Span(parts[0].start, parts[-1].end)
    if whole.end - whole.start <= longest:
        parts = [whole]
    words = _LEFT_OUT.join(_LISTED.sub("", one_line(part.of(text))).strip(" ,;:") for part in parts)
    return words if len(words) <= longest else ""


def _clauses(text: str, unit: Span, figures: Sequence[Span]) -> Iterator[Span]:
    """The clauses around the figures, those that touch joined."""
    begun: Span | None = None
    for figure in figures:
        start = max([unit.start, *(m.end() for m in _EDGE.finditer(text, unit.start, figure.start))])
        behind = _SOFT_EDGE.search(text, figure.end, unit.end)
        end = behind.start() + (behind[0] == ")") if behind else unit.end
        if begun is not None and start <= begun.end:
            begun = Span(begun.start, max(begun.end, end))
            continue
        if begun is not None:
            yield begun
        begun = Span(start, end)
    if begun is not None:
        yield begun
