"""Where something is or takes place: the line that begins with "Địa điểm:", "Vị trí …:", under the title of what is asked after."""

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
_DAY = re.compile(r"(?<!\w)(?:ngay|thang|khi|bao gio|luc|may gio) (?:nao|may)(?!\w)")  # something else is asked, too
_ASKS = frozenset(
    ["o", "tai", "dau", "nao", "nhung", "cac", "may", "dia", "diem", "vi", "tri", "noi", "khu", "vuc", "ban", "cho", "duoc", "se", "da", "dien", "ra",
     "to", "chuc", "la", "cua", "theo", "thuc", "hien", "va", "trong", "co", "thi", "dat", "toan", "bo", "nam"]
)  # fmt: skip
_MOST_DOCUMENTS, _AROUND = 3, 120
_LEAST_HELD = 0.75  # of the question's words, in the line and what stands over it
_LEAST_NEAR = 0.3  # of them in the line and the titles right over it
_ROOM = 390  # characters


def located(asked: Asked) -> Draft | None:
    """The line on the place of what is asked after; None where no place is asked for, or no such line is clearly on it."""
    plain = folded(matching_form(asked.reading.text))
    if asked.reading.kind in (Kind.COMPARE, Kind.CONFLICT) or not _WHERE.search(plain) or _DAY.search(plain):
        return None
    bare = asked.reading.text
    for span in reversed(document_spans(bare)):
        bare = f"{bare[: span.start]} ; {bare[span.end :]}"
    wanted = frozenset(words_in(bare)) - _ASKS
    found = [one for info in _documents(asked) for one in _lines(asked, info, wanted)]
    best = max(found, key=lambda one: one[0], default=None)
    if not wanted or best is None or sum(one[0] == best[0] for one in found) > 1:
        return None
    _, info, stored = best
    text, span = asked.texts.of_document(info), stored.passage.span
    quote = Span(span.start, min(span.end, span.start + LONGEST_QUOTE))
    item = Evidence(Hit(stored, info, 1.0, None, None), quote, quote, 1.0, 1.0, True, True, ())
    return Draft(said((shortened(one_line(span.of(text)).lstrip("-–+• "), _ROOM), item)))


def _documents(asked: Asked) -> list[DocumentInfo]:
    named = {info.id for info in asked.named}
    near = {e.hit.document.id: e.hit.document for e in asked.evidence if not {"places", "documents"} & set(e.against)}
    return [info for id_, info in near.items() if not named or id_ in named][:_MOST_DOCUMENTS]


def _lines(
    asked: Asked, info: DocumentInfo, wanted: frozenset[str]
) -> Iterator[tuple[tuple[float, float], DocumentInfo, StoredPassage]]:
    """Lines on a place that hold what is asked after, with how much of it they and the titles right over them hold."""
    at = [e.hit.stored.passage.ordinal for e in asked.evidence if e.hit.document.id == info.id]
    with asked.store.catalogue.read() as connection:
        passages = passages_between(connection, info.id, max(0, min(at) - _AROUND), min(at) + 2 * _AROUND)
    text = asked.texts.of_document(info)
    named = frozenset(words_in(f"{info.label} {info.front.get('issuer', '')} {info.front.get('place', '')}"))
    for stored in passages:
        passage = stored.passage
        if passage.kind is PassageKind.ROW or not _LABEL.match(folded(matching_form(passage.span.of(text)[:100]))):
            continue
        near = frozenset(words_in(" ".join((passage.span.of(text), *passage.heading[-2:], *(s.of(text) for s in passage.context)))))  # fmt: skip
        over = near | named | frozenset(words_in(" ".join(passage.heading)))
        beside = len(wanted & near) / max(1, len(wanted))
        if len(wanted & over) >= _LEAST_HELD * len(wanted) and (beside >= _LEAST_NEAR or wanted <= named):
            yield (beside, len(wanted & over) / max(1, len(wanted))), info, stored
