"""A follow-up ("còn năm 2045?", "ai phối hợp?") → the whole question it stands for, from the question before it.

It names nothing but another time, place, body or document, or asks for another thing of the same topic. A question that has words of its own
stands alone, and so does any that leaves a doubt: what has two times in it, which of them is meant?
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.grammar.deadlines import last_day
from corpus.grammar.places import place_spans
from corpus.grammar.relative_time import find_relative_time
from corpus.text import folded, matching_form, one_line
from corpus.types import Span, value
from search_api.asking.follow_ups.asks import ASKS, Ask
from search_api.asking.follow_ups.reasking import asked_about, asked_of_topic, before_asking, begun_small
from search_api.asking.follow_ups.slot_spans import Slot, slot_spans
from search_api.reading.changes import carried_out
from search_api.reading.reader import LONGEST_QUESTION
from search_api.types import ChangeKind, Reading

# Words that only a follow-up begins or ends with.
_CUE = re.compile(
    r"^\W*(?:(?:da|vang|ok|a|u)\W+)?(?:con|the|vay|va|roi|neu|ca)(?!\w)|(?<!\w)(?:thi sao|thi the nao|ra sao|nua)(?: (?:a|nhi|vay|ha|em|anh|chi))?\W*$"
)
_NAMED_BEFORE = re.compile(
    r"(?<!\w)(?:nhiem vu|chi tieu|viec|de an|du an|ty le|muc tieu|con so|muc|van ban|ke hoach|van de|noi dung)(?: nay| do| ay| kia| tren| vua roi)(?!\w)"
)
_FILLING = frozenset(
    re.findall(
        r"\w+",
        """la thi sao the nao nhu ra bao nhieu may phan tram o tai cua cho den trong vao het cuoi nam theo voi cung ve duoc co va ca con nua a nhi nhe vay
    roi day do nay kia ay no hoi toi biet xin xem giup em anh chi oi da vang ok moc rieng tinh ban them can luc khi tam nhin giai doan dat muc neu thoi ha hay
    di nhen voi hen y""",
    )
)
_WORD = re.compile(r"[^\W_]+|%")
_NEXT = re.compile(r"(?:sau|truoc|ke tiep|tiep theo)$")
_BARE_YEAR = re.compile(r"(?:năm )?((?:19|20)\d\d)")
_LEVELS = frozenset(["tỉnh", "thành", "phố"])
_PERIOD = re.compile(r"\d{4}\s?[-\u2010-\u2014]\s?\d{4}")
_UNTIL = re.compile(r"(?i:(?<!\w)(?:đến|tới)(?: hết| cuối)? )$")
_OF_A_YEAR = re.compile(r"(?:19|20)\d\d")


@value
class Turn:
    """What a follow-up says: the words of each slot, and the other thing it asks for."""

    slots: tuple[tuple[Slot, str], ...]
    ask: Ask | None


def follow(previous: Reading, question: Reading, places: frozenset[str] = frozenset()) -> str | None:
    """The whole question that a follow-up stands for; None where the question stands alone.

    ``places``: names of places that the corpus knows, in matching form.
    """
    text = _counted_from(previous, question)
    turn = turn_of(text, previous.text, places)
    if turn is None:
        return None
    whole: str | None = previous.text
    if turn.ask is not None:
        whole = _asked(previous, turn.ask)
    for slot, words in turn.slots:
        whole = _put(whole, slot, words, places) if whole is not None else None
    if whole is None or whole == previous.text or len(whole) > LONGEST_QUESTION:
        return None
    whole = one_line(whole)
    return whole[:1].upper() + whole[1:]


def turn_of(text: str, previous: str, places: frozenset[str] = frozenset()) -> Turn | None:
    """What a question says when it says no more than a follow-up does; None where it stands alone."""
    found = {slot: slot_spans(text, slot, places) for slot in (Slot.DOCUMENT, Slot.BODY, Slot.TIME, Slot.PLACE)}
    if any(len(spans) > 1 for spans in found.values()):
        return None
    named = [(slot, spans[0]) for slot, spans in found.items() if spans]
    named = [(slot, span) for slot, span in named if not any(o.holds(span) and o != span for _, o in named)]
    plain = one_line(_blanked(folded(matching_form(text)), [span for _, span in named]))
    cue = _CUE.search(plain) is not None
    rest = _NAMED_BEFORE.sub(" ", plain)
    asks = []
    for ask, pattern in ASKS:
        if pattern.search(rest):
            asks.append(ask)
            rest = pattern.sub(" ", rest)
    own = {word for word in _WORD.findall(rest) if word not in _FILLING}
    known = cue and own <= set(_WORD.findall(folded(matching_form(previous))))
    if len(asks) > 1 or (own and not known) or not (asks or named):
        return None
    whose = {slot for slot, _ in named} & {Slot.DOCUMENT, Slot.BODY}
    if whose and (asks or not cue):
        return None  # "ai ký Nghị quyết 12?" stands alone
    return Turn(tuple((slot, _as_name(slot, span.of(text))) for slot, span in named), asks[0] if asks else None)


def _as_name(slot: Slot, words: str) -> str:
    """A place that was typed in small letters with its capitals."""
    small = slot is Slot.PLACE and words.islower() and place_spans(words)
    return " ".join(w if w in _LEVELS else w.capitalize() for w in words.split()) if small else words


def _blanked(plain: str, spans: Sequence[Span]) -> str:
    for span in spans:
        plain = plain[: span.start] + " " * (span.end - span.start) + plain[span.end :]
    return plain


def _counted_from(previous: Reading, question: Reading) -> str:
    """The question as read; "quý sau" counts from the time that the question before it names, if it names one."""
    times = [span.of(previous.text) for span in slot_spans(previous.text, Slot.TIME)]
    day = last_day(times[0]) if len(times) == 1 else None
    if day is None:
        return question.text
    changes = []
    for change in question.changes:
        words = change.span.of(question.question)
        said = find_relative_time(words, day) if change.kind is ChangeKind.TIME else []
        changes.append(
            replace(change, read=said[0].read) if said and _NEXT.search(folded(matching_form(words))) else change
        )
    return carried_out(question.question, changes)


def _asked(previous: Reading, ask: Ask) -> str | None:
    if ask in (Ask.SIGNER, Ask.ISSUED):
        return asked_about(previous.text, ask)
    return asked_of_topic(previous.text, previous.kind, ask)


def _put(whole: str, slot: Slot, words: str, places: frozenset[str]) -> str | None:
    """A question with another time, place, body or document; None where it is not sure in whose place."""
    spans = slot_spans(whole, slot, places)
    if len({matching_form(span.of(whole)) for span in spans}) > 1:
        return None
    if not spans:
        return _added(whole, slot, words)
    for span in reversed(spans):
        there = span.of(whole)
        put = _fitted(there, words) if slot is Slot.TIME else words
        before = whole[: span.start]
        if _PERIOD.search(put):
            before = _UNTIL.sub("", before)
        whole = before + put + whole[span.end :]
    return whole


def _fitted(there: str, words: str) -> str:
    """A time in the form of the one it replaces: a year for a year, a quarter of the same year."""
    old, new = _BARE_YEAR.fullmatch(matching_form(there)), _BARE_YEAR.fullmatch(matching_form(words))
    if old and new:
        return there.replace(old[1], new[1])
    year = _OF_A_YEAR.search(there)
    if new is None and year and not _OF_A_YEAR.search(words):
        return f"{words}/{year[0]}"
    return f"năm {new[1]}" if new else words


def _added(whole: str, slot: Slot, words: str) -> str | None:
    """A question with a time or place that it had none of."""
    if slot is Slot.TIME:
        year = _BARE_YEAR.fullmatch(matching_form(words))
        return f"{f'năm {year[1]}' if year else words} {begun_small(whole)}"
    at = before_asking(whole)
    return f"{whole[:at].rstrip()} của {words} {whole[at:]}".replace(" ?", "?") if slot is Slot.PLACE else None
