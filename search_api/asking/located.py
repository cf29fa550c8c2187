"""Where and when something takes place: the line that begins with "Địa điểm:", "Thời gian:", under the title of what is asked after."""

import re
from collections.abc import Iterator

from corpus.catalogue.documents import DocumentInfo
from corpus.catalogue.passages import StoredPassage, passages_between
from corpus.text import folded, matching_form, one_line
from corpus.types import PassageKind, Span
from search_api.asking.asked import Asked
from search_api.asking.drafts import Draft, said
from search_api.asking.enumerations.things import words_in
from search_api.asking.slots import document_spans
from search_api.asking.terms import lacks_form
from search_api.asking.wording import shortened
from search_api.types import Evidence, Hit, Kind
from search_api.units import LONGEST_QUOTE

_PLACES = r"dia diem|vi tri|noi|dia ban|khu vuc|vung|dia chi|cho"
_WHERE = re.compile(
    rf"(?<!\w)(?:(?:o|tai|dien ra o|dat o|dat tai) (?:nhung |cac |may )?(?:dau|(?:{_PLACES})(?: \w+){{0,2}} nao)|(?:dia diem|vi tri)(?: \w+){{0,10}} (?:o dau|la (?:o )?dau|nao|la gi|nhung dau))(?!\w)"
)
_LABEL = re.compile(
    r"^\W*(?:(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)]\s*)?(?:thoi gian(?:,| va) )?(?:dia diem|vi tri|dia ban|noi (?:to chuc|thuc hien|dien ra)|khu vuc)[^:.;]{0,60}:"
)
_HELD = re.compile(
    r"(?<!\w)(?:to chuc|dien ra|khai mac|be mac|hop|tap huan|bat dau|ra quan|phat dong|le)(?: \w+){0,12}? (?:tu )?(?:vao |trong )?(?:(?:hom|ngay|thang|khi|luc|thoi gian|buoi) (?:nao|may)|may gio|bao gio)(?!\w)"
)
_WHEN = re.compile(
    r"^\W*(?:(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)]\s*)?thoi gian(?: (?:to chuc|dien ra|bat dau|va dia diem|,? dia diem|khai mac|du kien))*:"
)
_PLACE_ASKED = re.compile(r"(?<!\w)(?:dau|(?:dia diem|noi|cho|dia chi|vi tri) nao)(?!\w)")
_TIME_ASKED = re.compile(r"(?<!\w)(?:(?:hom|ngay|thang|khi|luc|thoi gian|buoi) (?:nao|may)|may gio|bao gio)(?!\w)")
_DAY = re.compile(r"(?<!\w)(?:ngay|thang|khi|bao gio|luc|may gio) (?:nao|may)(?!\w)")  # something else is asked, too
_ASKS = frozenset(
    ["ngay", "khi", "luc", "thoi", "gian", "hom", "vao", "bao", "gio", "thang", "buoi", "tu", "den", "o", "tai", "dau", "nao", "nhung", "cac", "may", "dia", "diem", "vi", "tri", "noi", "khu", "vuc", "ban", "cho", "duoc", "se", "da", "dien", "ra",
     "to", "chuc", "la", "cua", "theo", "thuc", "hien", "va", "trong", "co", "thi", "dat", "toan", "bo", "nam"]
)  # fmt: skip
_MOST_DOCUMENTS, _AROUND, _BESIDE = 3, 120, 3
_LEAST_HELD = 0.75  # of the question's words, in the line and what stands over it
_LEAST_NEAR = 0.3  # of them in the line and the titles right over it
_ROOM = 390  # characters


def located(asked: Asked) -> Draft | None:
    """The line on the place of what is asked after; None where no place is asked for, or no such line is clearly on it."""
    plain = folded(matching_form(asked.reading.text))
    if asked.reading.kind in (Kind.COMPARE, Kind.CONFLICT) or not _WHERE.search(plain) or _DAY.search(plain):
        return None
    return _labelled(asked, _LABEL)


def timed(asked: Asked) -> Draft | None:
    """The line on the time of what is asked after ("Thời gian: …"); None where no time of an event is asked for, or no such line is clearly on it."""
    if not _HELD.search(folded(matching_form(asked.reading.text))):
        return None
    draft = _labelled(asked, _WHEN)
    return draft if draft and not lacks_form(asked.reading.text, draft.statements[0].words) else None


def _labelled(asked: Asked, label: re.Pattern[str]) -> Draft | None:
    bare = asked.reading.text
    for span in reversed(document_spans(bare)):
        bare = f"{bare[: span.start]} ; {bare[span.end :]}"
    wanted = frozenset(words_in(bare)) - _ASKS
    found = [one for info in _documents(asked) for one in _lines(asked, info, wanted, label)]
    most = max((share for share, _, _ in found), default=None)
    best = [(info, stored) for share, info, stored in found if share == most]
    if len(best) > 1:  # an event has a place and a time
        best = [(info, stored) for info, stored in best if _partner(asked, info, stored, label)]
    if not wanted or len(best) != 1:
        return None
    ((info, stored),) = best
    return _line(asked.texts.of_document(info), info, stored)


def _line(text: str, info: DocumentInfo, stored: StoredPassage) -> Draft:
    span = stored.passage.span
    quote = Span(span.start, min(span.end, span.start + LONGEST_QUOTE))
    item = Evidence(Hit(stored, info, 1.0, None, None), quote, quote, 1.0, 1.0, True, True, ())
    return Draft(said((shortened(one_line(span.of(text)).lstrip("-–+• "), _ROOM), item)))


def _documents(asked: Asked) -> list[DocumentInfo]:
    named = {info.id for info in asked.named}
    near = {e.hit.document.id: e.hit.document for e in asked.evidence if not {"places", "documents"} & set(e.against)}
    return [info for id_, info in near.items() if not named or id_ in named][:_MOST_DOCUMENTS]


def _lines(
    asked: Asked, info: DocumentInfo, wanted: frozenset[str], label: re.Pattern[str]
) -> Iterator[tuple[tuple[float, float], DocumentInfo, StoredPassage]]:
    """Lines with a label that hold what is asked after, with how much of it they and the titles right over them hold."""
    at = [e.hit.stored.passage.ordinal for e in asked.evidence if e.hit.document.id == info.id]
    with asked.store.catalogue.read() as connection:
        passages = passages_between(connection, info.id, max(0, min(at) - _AROUND), min(at) + 2 * _AROUND)
    text = asked.texts.of_document(info)
    named = frozenset(words_in(f"{info.label} {info.front.get('issuer', '')} {info.front.get('place', '')}"))
    for stored in passages:
        passage = stored.passage
        if passage.kind is PassageKind.ROW or not _is_labelled(stored, text, label):
            continue
        near = frozenset(words_in(" ".join((passage.span.of(text), *passage.heading[-2:], *(s.of(text) for s in passage.context)))))  # fmt: skip
        over = near | named | frozenset(words_in(" ".join(passage.heading)))
        beside = len(wanted & near) / max(1, len(wanted))
        if len(wanted & over) >= _LEAST_HELD * len(wanted) and (beside >= _LEAST_NEAR or wanted <= named):
            yield (beside, len(wanted & over) / max(1, len(wanted))), info, stored


def _is_labelled(stored: StoredPassage, text: str, label: re.Pattern[str]) -> bool:
    """Whether a line begins with a label, or the line that leads to it is nothing but one: "- Địa điểm:" over "+ Bán trú: …"."""
    above = next(iter(stored.passage.context[-1:]), None)
    own = label.match(folded(matching_form(stored.passage.span.of(text)[:100])))
    lead = label.match(folded(matching_form(above.of(text)))) if above else None
    return own is not None or (above is not None and lead is not None and not above.of(text)[lead.end() :].strip())


def beside(asked: Asked, draft: Draft, part: str) -> Draft | None:
    """The line on the time right before or behind one on the place, under the same title, or the other way round; ``part``: what it answers."""
    item, plain = draft.statements[0].evidence, folded(matching_form(part))
    text, stored = asked.text(item), item.hit.stored
    for label, asks in ((_LABEL, _TIME_ASKED), (_WHEN, _PLACE_ASKED)):
        if asks.search(plain) and _is_labelled(stored, text, label):
            found = _partner(asked, item.hit.document, stored, label)
            return _line(text, item.hit.document, found) if found else None
    return None


def _partner(asked: Asked, info: DocumentInfo, stored: StoredPassage, label: re.Pattern[str]) -> StoredPassage | None:
    """The nearest line on the time under the same title as one on the place, or the other way round."""
    text, home = asked.texts.of_document(info), stored.passage
    wanted = _WHEN if label is _LABEL else _LABEL
    with asked.store.catalogue.read() as connection:
        near = passages_between(connection, info.id, max(0, home.ordinal - _BESIDE), home.ordinal + _BESIDE)
    found = [one for one in near if _titles(one) == _titles(stored) and _is_labelled(one, text, wanted)]
    return min(found, key=lambda one: abs(one.passage.ordinal - home.ordinal), default=None)


def _titles(stored: StoredPassage) -> list[str]:
    """The titles over a line, without those that are only a label themselves."""
    return [t for t in stored.passage.heading if not any(x.match(folded(matching_form(t))) for x in (_LABEL, _WHEN))]
