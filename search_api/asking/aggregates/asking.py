"""Question → what it wants of the ledger; None for a question that wants one thing, or of which a word was not understood."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from corpus.facts import FactKind
from corpus.grammar.places import place_spans
from corpus.text import folded, matching_form
from corpus.types import Span, value
from search_api.asking.aggregates import cues
from search_api.asking.aggregates.naming import Known, bodies_of, place_of, with_level
from search_api.asking.aggregates.periods import period_of
from search_api.asking.aggregates.unread import Unread
from search_api.asking.aggregates.wanted import Form, Period, Standing, Wanted
from search_api.asking.slots import document_spans

_JOINED = re.compile(r"\s*[,;]\s*")
_NOTHING = frozenset(map(folded, map(matching_form, cues.EMPTY))) | {""}
_WORD = re.compile(r"\w+")
_DESCRIBING = 2  # words of a title that say which document is meant


@value
class Surroundings:
    """What a question is read against. ``known``: names of bodies; ``places``: of documents, in matching form; ``titles``: of the documents named.

    ``described``: the question does not name the documents by number or title, but may say in words of the title which it means.
    """

    known: Known
    places: tuple[str, ...]
    documents: tuple[str, ...]
    titles: tuple[str, ...]
    today: date
    described: bool = False


def wanted_of(question: str, around: Surroundings) -> Wanted | None:
    """What is wanted, None where no count and no list of facts is."""
    unread = Unread(question.strip())
    among = _among(unread)
    annexed = bool(unread.take_all(cues.ANNEX))
    kind, noun = _noun(unread)
    if kind is None or noun is None:
        return None
    actions = _actions(unread, noun.start()) if kind is FactKind.DECISION else ()
    if kind is FactKind.DECISION and not actions:
        return None
    unread.take_all(cues.BESIDES)
    here = bool(unread.take_all(cues.HERE))
    counted = bool(noun["before"] and cues.COUNTED.search(noun["before"])) or bool(unread.take_all(cues.COUNTING))
    listing = bool(unread.take_all(cues.LISTING))
    unread.take(Span(*noun.span()))
    named = _documents(unread, around) or around.described
    period = period_of(unread, around.today)
    standing = _standing(unread, kind, period)
    bodies = bodies_of(unread, around.known)
    if noun["noun"] in cues.DOING and not (named and bodies):
        return None
    if kind is FactKind.DECISION and named:
        bodies = ()  # they say whose document it is
    place = place_of(unread, around.places)
    for span in place_spans(unread.text) if named else ():
        unread.take(with_level(unread, span))  # whose document it is
    for pattern in (cues.LEADING, cues.TAKING_PART, cues.CONCERNED, cues.FILLING):
        unread.take_all(pattern)
    understood = _topics(unread, noun.end(), around.titles if named else (), described=around.described)
    if understood is None:
        return None
    plural = bool(noun["before"] or noun["after"] or listing or among is not None or _asks_which(unread))
    wanted = Wanted(
        kind, cues.form_of(counted, among is not None), noun["noun"], bodies, period, standing, around.documents if named else (), place, understood,
        actions, among or "", annexed, noun["beside"] or "", bool(cues.TIMED.search(unread.plain)),
    )  # fmt: skip
    return wanted if _says_enough(wanted, plural=plural, here=here) else None


def _noun(unread: Unread) -> tuple[FactKind | None, re.Match[str] | None]:
    """What is asked for: the first that is asked with ("những nhiệm vụ nào"), else the one the question begins with."""
    found = sorted(
        ((m, kind) for kind, p in cues.NOUNS.items() for m in unread.find(p)), key=lambda one: one[0].start()
    )
    asked = [(kind, m) for m, kind in found if m["before"] or m["after"]]
    things = [(kind, m) for kind, m in asked if kind is not FactKind.DECISION] or asked
    if not things:
        things = [(kind, m) for m, kind in found if kind is not FactKind.DECISION]
    return things[0] if things else (None, None)


def _actions(unread: Unread, noun: int) -> tuple[str, ...]:
    """What is done to the documents that are asked for: not what they do ("văn bản nào thay thế Kế hoạch 58?")."""
    found = [
        m for m in unread.take_all(cues.ACTIONS) if m["passive"] or m["verb"] == "het hieu luc" or m.start() < noun
    ]
    return tuple(dict.fromkeys(verb for m in found for verb in (m["verb"], m["other"]) if verb))


def _documents(unread: Unread, around: Surroundings) -> bool:
    """Whether the question names documents that are there: those words are understood."""
    spans = document_spans(unread.text)
    for span in spans:
        unread.take(Span(span.start, min(span.end, len(unread.plain))))
    return bool(around.documents) and (bool(spans) or _is_titled(unread, around.titles))


def _is_titled(unread: Unread, titles: Sequence[str]) -> bool:
    """Whether a stretch of the question is the whole name of a document: then it is taken away."""
    taken = False
    for title in titles:
        name = folded(matching_form(title)).strip()
        if len(name.split()) > 1 and unread.take_all(re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")):
            taken = True
    return taken


def _among(unread: Unread) -> str | None:
    """Of a question who has most: the word with which their names begin, "" for any; None where that is not asked."""
    ranked = next(unread.find(cues.RANKED), None)
    if ranked is None:
        return None
    for name in ("who", "most", "last"):
        unread.take(Span(*ranked.span(name)))
    return {"so": "Sở", "bo": "Bộ"}.get(ranked["among"], "")


def _standing(unread: Unread, kind: FactKind, period: Period | None) -> Standing | None:
    """How deadlines or aims are to stand; what falls due in a period that is named is just that."""
    found = next((s for s, pattern in cues.STANDINGS[kind] if unread.take_all(pattern)), None)
    due = bool(unread.take_all(cues.DUE)) if kind is FactKind.ASSIGNMENT else False
    return Standing.SOON if due and found is None and period is None else found


def _topics(unread: Unread, after: int, titles: Iterable[str], *, described: bool) -> tuple[str, ...] | None:
    """What the rest of the words is about; None where some are neither a topic nor empty.

    A topic is said with a word for it ("về kinh tế số"), or right behind what is asked for ("chỉ tiêu kinh tế số"). Words of a named
    document's title describe that document; one that is not named must be described so.
    """
    title_words = _words(" ".join(titles))
    markers = [Span(*m.span()) for m in unread.take_all(cues.ABOUT)]
    topics: list[str] = []
    describing = 0
    for run in unread.runs(cues.EMPTY):
        words = list(_WORD.finditer(unread.plain, run.start, run.end))
        if title_words and all(m[0] in title_words for m in words):
            describing = max(describing, len(words))
            continue
        near = [m.end for m in (*markers, Span(0, after)) if m.end <= run.start]
        between = unread.plain[max(near) : run.start].split() if near else ["?"]
        if not {word.strip(",:") for word in between} <= _NOTHING:
            return None
        topics += [part for part in _JOINED.split(run.of(unread.text)) if part.strip()]
    return None if described and describing < _DESCRIBING else tuple(topics)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(folded(matching_form(text))))


def _asks_which(unread: Unread) -> bool:
    """Whether "nào" asks for the things, and not for a day or a body."""
    found = re.finditer(r"(\w+) (?:nao|gi)(?!\w)", unread.plain)
    return any(
        m[1] not in cues.TIME_WORDS and m[1] not in ("quan", "vi", "so", "bo", "muc", "the", "la") for m in found
    )


def _says_enough(wanted: Wanted, *, plural: bool, here: bool) -> bool:
    """Whether it is asked for many, and for some of them in particular, or for all that are there."""
    if wanted.form is Form.RANKING:
        return True
    if any(not body.names for body in wanted.bodies):
        return False  # a body that has nothing in the ledger: other ways may know more
    narrowed = (
        wanted.bodies
        or wanted.period
        or wanted.standing
        or wanted.documents
        or wanted.place
        or wanted.topics
        or wanted.actions
    )
    if plural:
        return bool(narrowed) or here
    return wanted.standing is not None or bool(wanted.bodies and wanted.period)
