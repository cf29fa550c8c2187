"""Questions for things that stand in a list of a document: all of them, in its order, each with its proof."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from corpus.catalogue.passages import StoredPassage, passages_between
from corpus.text import one_line
from corpus.types import PassageKind, Span
from search_api.answering import LONGEST_LIST, row_words
from search_api.asking.asked import Asked
from search_api.asking.drafts import Draft, Statement, said
from search_api.asking.enumerations.choosing import Chosen, choose
from search_api.asking.enumerations.series import family_of
from search_api.asking.enumerations.things import LEAST, Things, things_asked, words_in
from search_api.asking.wording import shortened
from search_api.types import Evidence, Hit, Kind
from search_api.units import LONGEST_QUOTE

_OF_WORDS = (Kind.LIST, Kind.LOOKUP, Kind.DECISION)  # a line that only leads on answers none of these
MOST = 12  # items that are shown; the number of all is said before them
_LONGEST_ITEM, _LONGEST_TITLE = 300, 120  # characters
_FOR_MARKS = 8
_MARK = re.compile(
    r"^(?:[-–+•*]|\(?(?:\d{1,3}(?:\.\d{1,2})*|[a-zđ]|[ivxIVX]{1,5})\s?[.)/]|Điều \d{1,3}[a-zđ]?\s?[.:])\s*"
)
_OPENS = re.compile(r":|(?<!\w)(?:gồm|bao gồm|là)(?!\w)")
_LOOKED_AT, _AS_GOOD, _BEHIND = 12, 0.75, 40
_AS_MUCH, _FEWEST_ALIKE = 0.97, 3  # of the coverage of the best item; so many items
_UNORDERED = ("-", "")
_BEFORE = 90  # characters in which a sentence says what it counts up


def titled(asked: Asked) -> Draft | None:
    """The list whose title has all words of the question, in a document that it names: the ledger has more things of the kind."""
    return _enumeration(asked, entitled=True)


def enumeration(asked: Asked) -> Draft | None:
    """All that a list has of what is asked for; None where no list is asked for, or none clearly answers."""
    return _enumeration(asked, entitled=False)


def _enumeration(asked: Asked, *, entitled: bool) -> Draft | None:
    if entitled and not asked.named:
        return None
    if asked.reading.kind in (Kind.COMPARE, Kind.CONFLICT):
        return None
    things = things_asked(asked.reading.text)
    if things is None:
        return None
    chosen = choose(asked, things)
    if chosen is None or (entitled and (chosen.titled < 1 or chosen.is_part)):
        return None
    return _listed(asked, things, chosen)


def counted_up(asked: Asked) -> Draft | None:
    """The sentence that counts up what is asked for ("Hai nhiệm vụ quá hạn: …") goes before better worded ones that only speak of it."""
    things = things_asked(asked.reading.text, bodies=True) if asked.reading.kind is Kind.LIST else None
    if things is None or not things.head:
        return None
    good = [
        e
        for e in asked.evidence[:_LOOKED_AT]
        if not e.against and e.years and e.coverage >= _AS_GOOD * asked.first.coverage
    ]
    opening = next((e for e in good if _opens(things, e.core.of(asked.text(e)))), None)
    if opening is None or opening.core == asked.first.core:
        return None
    return Draft(said((asked.own_words(opening, LONGEST_LIST), opening)))


def led_in(asked: Asked) -> Draft | None:
    """What stands below the line that answers, where that only leads to it ("Thành phần … bao gồm:"), or where its items answer alike."""
    if asked.reading.kind not in _OF_WORDS:
        return None
    first = asked.first
    text, home = asked.text(first), first.hit.stored.passage
    lead = _alike(asked) or (first if first.core.of(text).rstrip().endswith(":") else None)
    if lead is None:
        return None
    with asked.store.catalogue.read() as connection:
        near = passages_between(
            connection, first.hit.document.id, max(0, home.ordinal - _BEHIND), home.ordinal + _BEHIND
        )
    if lead is first:
        items = _led_to(text, first.hit.stored, [one for one in near if one.passage.ordinal > home.ordinal])
    else:
        items = [one for one in near if _is_below(one, lead.core)]
    if len(items) < LEAST:
        return None
    line = one_line(lead.core.of(text))
    before = f"{shortened(_MARK.sub('', line).rstrip(' :'), _LONGEST_TITLE)}: {len(items)} mục{f' (nêu {MOST} mục đầu)' if len(items) > MOST else ''}:\n"
    room = min(_LONGEST_ITEM, (LONGEST_LIST - len(before)) // min(MOST, len(items)) - _FOR_MARKS)
    rows = tuple(_below(first, one, text, room) for one in items[:MOST])
    return Draft(rows, joined="\n", before=before, listed=True, total=len(items), proofs=(lead,))


def _alike(asked: Asked) -> Evidence | None:
    """The line over the best unit where others below it hold as much of the question: what is asked is all that it leads to."""
    first = asked.first
    if not first.hit.stored.passage.context:
        return None
    span = first.hit.stored.passage.context[-1]
    line = span.of(asked.text(first)).rstrip()
    if not line.endswith(":") or span.end - span.start > LONGEST_QUOTE or not _is_below(first.hit.stored, span):
        return None
    near = (e for e in asked.evidence[:_LOOKED_AT] if e.hit.document.id == first.hit.document.id)
    alike = [e for e in near if _is_below(e.hit.stored, span) and e.coverage >= _AS_MUCH * first.coverage]
    return replace(first, quote=span, core=span, highlights=(), facts=()) if len(alike) >= _FEWEST_ALIKE else None


def _is_below(stored: StoredPassage, lead: Span) -> bool:
    return stored.passage.kind is PassageKind.ITEM and stored.passage.context[-1:] == (lead,)


def _led_to(text: str, above: StoredPassage, behind: Sequence[StoredPassage]) -> list[StoredPassage]:
    """The marked lines right behind a line, those with marks of the first one's kind; what stands below them is theirs."""
    heading = above.passage.heading
    own = takewhile(lambda one: one.passage.kind in (PassageKind.ITEM, PassageKind.PARAGRAPH) and one.passage.heading[: len(heading)] == heading, behind)  # fmt: skip
    marked = [(family_of(one.passage.span.of(text)), one) for one in own]
    if not marked or marked[0][1].passage.kind is not PassageKind.ITEM:
        return []
    first = marked[0][0]
    if first in _UNORDERED:  # nothing tells that such a list goes on below a paragraph
        marked = [*takewhile(lambda one: one[1].passage.kind is PassageKind.ITEM, marked)]
    return [one for mark, one in marked if mark == first and one.passage.kind is PassageKind.ITEM]


def _below(first: Evidence, stored: StoredPassage, text: str, longest: int) -> Statement:
    span = stored.passage.span
    quote = Span(span.start, min(span.end, span.start + LONGEST_QUOTE))
    item = Evidence(Hit(stored, first.hit.document, 1.0, None, None), quote, quote, 1.0, first.coverage, True, True, ())
    return Statement(shortened(_MARK.sub("", one_line(span.of(text))), longest), item)


def _opens(things: Things, words: str) -> bool:
    """Whether words count up the things: what they are called stands right before the sign or word that opens a list."""
    return any(
        frozenset(things.head) <= frozenset(words_in(words[max(0, m.start() - _BEFORE) : m.start()])) and re.search(r"[,;] |\svà\s", words[m.end() :])
        for m in _OPENS.finditer(words)
    )  # fmt: skip


def _listed(asked: Asked, things: Things, chosen: Chosen) -> Draft:
    text, number = asked.texts.of_document(chosen.document), len(chosen.items)
    called = _called(things, asked.reading.text) if chosen.is_part else "mục"
    before = f"{_title(chosen)}: {number} {called}{f' (nêu {MOST} mục đầu)' if number > MOST else ''}:\n"
    room = min(_LONGEST_ITEM, (LONGEST_LIST - len(before)) // min(MOST, number) - _FOR_MARKS)
    statements = tuple(_statement(chosen, one, text, room) for one in chosen.items[:MOST])
    return Draft(statements, joined="\n", before=before, listed=True, total=number, kind=Kind.LIST)


def with_title(text: str, title: str, quote: Span) -> Span:
    """The quote of the first item of a list with the line right above it, which says what the list is of, where both are short enough."""
    at = text.rfind(title, 0, quote.start)
    if at < 0 or text[at + len(title) : quote.start].strip() or quote.end - at > LONGEST_QUOTE:
        return quote
    return Span(at, quote.end)


def _title(chosen: Chosen) -> str:
    """Where the list stands."""
    front = chosen.document.front
    name = front.get("symbol") or shortened(chosen.document.title, _LONGEST_TITLE)
    lines = chosen.series.title[-1:] if chosen.series.lead else chosen.series.title
    line = one_line(_MARK.sub("", lines[0] if lines else "")).rstrip(" .:;")
    return f"{name}, “{shortened(line, _LONGEST_TITLE)}”" if line and line != name else name


def _called(things: Things, question: str) -> str:
    """What the question calls the things, as it is typed."""
    words = [(m.start(), m.end()) for m in re.finditer(r"\w+(?:&\w+)*", question)]
    plain = [words_in(question[start:end]) for start, end in words]
    for at in range(len(words) - len(things.head) + 1):
        if tuple(word for one in plain[at : at + len(things.head)] for word in one) == things.head:
            return question[words[at][0] : words[at + len(things.head) - 1][1]]
    return " ".join(things.head)


def _statement(chosen: Chosen, stored: StoredPassage, text: str, longest: int) -> Statement:
    passage = stored.passage
    quote = _whole(chosen) or Span(passage.span.start, min(passage.span.end, passage.span.start + LONGEST_QUOTE))
    lead = chosen.series.lead
    if lead and lead.end <= quote.start and stored is chosen.items[0] and quote.end - lead.start <= LONGEST_QUOTE:
        quote = Span(lead.start, quote.end)
    elif chosen.series.title and not lead and quote.start == chosen.items[0].passage.span.start:
        quote = with_title(text, chosen.series.title[-1], quote)
    item = Evidence(Hit(stored, chosen.document, 1.0, None, None), quote, quote, 1.0, chosen.told, True, True, ())
    if passage.kind is PassageKind.ROW and passage.columns:
        return Statement(row_words(text, passage, longest), item)
    return Statement(shortened(_MARK.sub("", one_line(passage.span.of(text))), longest), item)


def _whole(chosen: Chosen) -> Span | None:
    """A short list as one, which also shows that nothing of it was left out."""
    first = chosen.items[0].passage.span.start
    whole = Span(first, chosen.items[-1].passage.span.end)
    if (lead := chosen.series.lead) and whole.end - lead.start <= LONGEST_QUOTE:
        whole = Span(lead.start, whole.end)
    return whole if not chosen.is_part and whole.end - whole.start <= LONGEST_QUOTE else None
