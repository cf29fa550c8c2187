"""Questions that count or list what the ledger has: the number of all, the first of them with their citations, and the page with all of them."""

import re
from dataclasses import replace
from datetime import date

from corpus.facts import FactKind
from corpus.text import folded, matching_form
from search_api.asking.aggregates import cues, saying
from search_api.asking.aggregates.asking import Surroundings, wanted_of
from search_api.asking.aggregates.finding import places_of, tally
from search_api.asking.aggregates.listing import listed, ranking
from search_api.asking.aggregates.narrowing import annual, for_its_year
from search_api.asking.aggregates.wanted import Form, Standing, Wanted
from search_api.asking.asked import Asked
from search_api.asking.drafts import Draft
from search_api.asking.slots import mentions
from search_api.types import Evidence

_NAMED_AFTER = re.compile(r"[^.;]{0,60}?(?::|(?<!\w)(?:gom|la)(?!\w))")
_WORD = re.compile(r"\w+")
_SURE = 0.8  # coverage of a unit that says the number itself


def aggregate(asked: Asked) -> Draft | None:
    """How many there are of what is asked for, and the first of them; None where no count and no list is asked, or nothing fits."""
    today = date.today()
    wanted = _wanted(asked, today)
    if wanted is None or _is_said(asked, wanted):
        return None
    compose = ranking if wanted.form is Form.RANKING else listed
    for one in (wanted, *_reports(asked, wanted)):
        found = tally(asked.ledger, one, asked.hits.where, today)
        if found is not None and found.items:
            return compose(asked, one, found, _names(asked, one), today)
    return None


def _reports(asked: Asked, wanted: Wanted) -> list[Wanted]:
    """The same of the documents that are about the one that is named, newest first: what became of a programme's aims stands in reports on it."""
    if wanted.standing not in (Standing.MET, Standing.UNMET) or not wanted.documents:
        return []
    named = asked.fixed.documents
    about = (info for info in asked.ledger.columns().documents if any(mentions(one, info.title) for one in named))
    return [replace(wanted, documents=(info.id,)) for info in about if info.id not in wanted.documents]


def nothing_found(asked: Asked) -> str | None:
    """What to say where a count or list is asked for and the ledger has nothing that fits: what is not there, and what of the body is."""
    today = date.today()
    wanted = _wanted(asked, today)
    if wanted is None or wanted.form is Form.RANKING:
        return None
    found = tally(asked.ledger, wanted, asked.hits.where, today)
    if found is not None and found.items:
        return None
    names = _names(asked, wanted)
    wider = replace(wanted, period=None, standing=None)
    more = tally(asked.ledger, wider, asked.hits.where, today) if wider != wanted else None
    there = f" {saying.counted(wider, len(more.items), names, today)}." if more and more.items else ""
    return f"{saying.nothing(wanted, names, today)}.{there}"


def none_of_them(asked: Asked) -> str | None:
    """What ``nothing_found`` says, where nothing but the ledger could tell: tasks by their time, aims by what became of them.

    A passage about some other task of that body, or about an aim, would be no answer, unless it says outright how things stand.
    """
    wanted = _wanted(asked, date.today())
    if wanted is None or wanted.topics or wanted.documents or wanted.kind is FactKind.DECISION:
        return None
    timed = wanted.kind is FactKind.ASSIGNMENT and wanted.period and (wanted.bodies or wanted.place)
    if not (timed or wanted.standing) or (asked.plain.found and _says(asked, wanted)):
        return None
    return nothing_found(asked)


def _wanted(asked: Asked, today: date) -> Wanted | None:
    form = folded(matching_form(asked.reading.text))
    if not any(pattern.search(form) for pattern in cues.NOUNS.values()):
        return None
    columns = asked.ledger.columns()
    named = [info for info in columns.documents if info.id in asked.reading.documents]
    named = named or asked.named
    if asked.fixed.documents and not named:
        return None
    known, places = (lambda typed: columns.known("body", typed)), places_of(columns.documents)
    ids, titles = tuple(info.id for info in named), tuple(info.title for info in named)
    wanted = wanted_of(asked.reading.text, Surroundings(known, places, ids, titles, today))
    if wanted is not None or named or not asked.evidence:
        return for_its_year(wanted, named) if wanted else None
    likely = asked.evidence[0]
    info = likely.hit.document
    around = Surroundings(known, places, (info.id,), (info.title,), today, described=True)
    wanted = wanted_of(asked.reading.text, around)
    if wanted is None:
        return None
    if wanted.period and annual(wanted) == info.year:
        wanted = replace(wanted, period=None)
    return replace(wanted, annexed=wanted.annexed or _is_headed(asked, likely, wanted.beside))


def _is_headed(asked: Asked, item: Evidence, beside: str) -> bool:
    """Whether a unit is a row of a table with a word in its head that the question has for what it asks for."""
    head = " ".join(span.of(asked.text(item)) for span in item.hit.stored.passage.columns if span)
    return bool(beside) and f" {beside} " in f" {' '.join(_WORD.findall(folded(matching_form(head))))} "


def _is_said(asked: Asked, wanted: Wanted) -> bool:
    """Whether a document says outright what is counted ("5/12 chỉ tiêu chưa đạt"): its word goes before our count."""
    narrowed = wanted.documents or wanted.place or wanted.period
    return asked.plain.found and wanted.form is not Form.RANKING and bool(narrowed) and _says(asked, wanted)


def _says(asked: Asked, wanted: Wanted) -> bool:
    """Whether the best unit says how things stand, or how many there are."""
    words = folded(matching_form(asked.first.core.of(asked.text(asked.first))))
    if wanted.standing is not None:
        patterns = (pattern for standing, pattern in cues.STANDINGS[wanted.kind] if standing is wanted.standing)
        return any(_names_them(wanted, words, match) for pattern in patterns for match in pattern.finditer(words))
    says = re.search(rf"\d (?:\w+ )?{re.escape(wanted.noun)}", words)
    return wanted.form is Form.COUNT and asked.first.coverage >= _SURE and says is not None


def _names_them(wanted: Wanted, words: str, match: re.Match[str]) -> bool:
    """Whether words that say how things stand also say which: "chỉ tiêu chưa đạt gồm …", "chỉ tiêu A; B chưa đạt", not "… chưa đạt thì chuyển tiếp"."""
    noun = words.rfind(wanted.noun, 0, match.start())
    return _NAMED_AFTER.match(words, match.end()) is not None or (noun >= 0 and ";" in words[noun : match.start()])


def _names(asked: Asked, wanted: Wanted) -> list[str]:
    """What the documents that are meant are called."""
    infos = [info for info in asked.ledger.columns().documents if info.id in wanted.documents]
    symbols = [info.front["symbol"] for info in infos if info.front.get("symbol")]
    return list(dict.fromkeys(symbols or [info.title for info in infos]))
