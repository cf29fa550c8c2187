"""A refusal in words: what of the question is not there, and what there is instead. It names places, years and documents, and no figure."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from corpus.catalogue.documents import DocumentInfo, list_documents
from corpus.catalogue.relations import all_relations
from corpus.facts import Assignment, Status, Target
from corpus.grammar.bodies import find_bodies
from corpus.grammar.dates import find_years
from corpus.grammar.places import place_spans
from corpus.grammar.spoken_symbols import SpokenSymbol, find_spoken
from corpus.text import folded, matching_form, one_line
from search_api.answering import MOST_CITATIONS
from search_api.asking.asked import Asked
from search_api.asking.headed import is_headed_by
from search_api.asking.part_of_year import part_words, parts_of_year
from search_api.asking.refusing.nearest import MOST_NAMED, Nearest, cut, label_of, listed, over
from search_api.asking.slots import commune_spans
from search_api.asking.standing import is_filed_as
from search_api.asking.subjects import NATIONAL, issuing_place, place_of, topic_words
from search_api.naming.naming import with_lead
from search_api.naming.register import bears
from search_api.types import Answer, ChangeKind, Citation, Evidence, Kind

_MEASURES = {
    "%": "tỷ lệ phần trăm", "đồng": "số tiền", "hạng": "thứ hạng", "ngày": "ngày cụ thể", "điện thoại": "số điện thoại", "thư điện tử": "địa chỉ thư điện tử", "địa chỉ": "địa chỉ",
}  # fmt: skip
_KINDS = {
    Kind.TARGET: "con số", Kind.RESULT: "con số", Kind.LEAD_AGENCY: "cơ quan chủ trì", Kind.DEADLINE: "thời hạn", Kind.PERSON: "tên người",
}  # fmt: skip
_GUESSED = (ChangeKind.MARKS, ChangeKind.KEYS, ChangeKind.SLIP)
UNSURE = "Kho chưa có văn bản nào trả lời được câu hỏi này."


def refused(asked: Asked) -> Answer:
    """The plain answer of a question that has none: what is missing, and the nearest things cited first."""
    if not asked.plain.citations:
        return asked.plain
    near = Nearest(asked)
    first = {(item.hit.stored.id, item.core) for item in near.units}
    rest = (c.evidence for c in asked.plain.citations if (c.evidence.hit.stored.id, c.evidence.core) not in first)
    cited = [*near.units, *rest][:MOST_CITATIONS]
    citations = tuple(Citation(n, item, asked.text(item)) for n, item in enumerate(cited, start=1))
    return replace(asked.plain, citations=citations, missing=missing(asked, near))


def missing(asked: Asked, near: Nearest) -> str:
    """Which of the things that a question fixes is not there, and for which others its topic is."""
    if words := _of_document(asked, near):
        return words
    if not near.units:
        return _of_topic(asked, near)
    return _SAYING[near.lacking](asked, near) if near.lacking in _SAYING else UNSURE


def _of_document(asked: Asked, near: Nearest) -> str:
    """A document that is named and not there, and who speaks of it; or one that is there and does not say it; "" for neither."""
    if not asked.fixed.documents:
        return ""
    said, question = asked.fixed.documents[0], asked.reading.text
    there = f"; {near.noun(asked.reading.kind)} có trong {near.documents}" if near.units else ""
    held = asked.named or _bearing(asked)
    if not held:
        name = _upper(one_line(with_lead(question, said.span).of(question)))
        speaking = listed(map(label_of, _speaking(asked, said)))
        return f"Kho chưa có {name}{f'; văn bản này được nhắc đến trong {speaking}' if speaking else there}."
    places = [span.of(question) for span in place_spans(question)]
    if places and not any(_is_of(info, place) for info in held for place in places):
        return _instead(label_of(held[0]), "của", map(issuing_place, held), places[0])
    if any(item.hit.document.id in {info.id for info in held} for item in near.units):
        return ""
    return f"Kho có {label_of(held[0])}, nhưng chưa tìm thấy {near.noun(asked.reading.kind)} ở đó{there}."


def _bearing(asked: Asked) -> list[DocumentInfo]:
    """Documents with the number, whatever stands beside it; else those at hand that are headed by it."""
    near = {e.hit.document.id: e.hit.document for e in asked.evidence}
    with asked.store.catalogue.read() as connection:
        documents = list_documents(connection).values()
    return [
        info
        for info in documents
        if any(bears(info, said) or is_filed_as(info, said) for said in asked.fixed.documents)
    ] or [i for i in near.values() if is_headed_by(i, asked.texts.of_document(i), asked.fixed.documents)]


def _speaking(asked: Asked, said: SpokenSymbol) -> list[DocumentInfo]:
    """Documents that refer to one."""
    with asked.store.catalogue.read() as connection:
        ids = dict.fromkeys(s.document_id for s in all_relations(connection) if _is_meant(said, s.relation.symbol))
        return list(list_documents(connection, list(ids)).values()) if ids else []


def _is_meant(said: SpokenSymbol, symbol: str) -> bool:
    if not re.match(rf"0*{re.escape(said.number)}(?!\d)", symbol):
        return False
    printed = next(iter(find_spoken(symbol)), None)
    return printed is not None and bool({*printed.types} & {*said.types}) and said.organ in (None, printed.organ)


def _is_of(info: DocumentInfo, place: str) -> bool:
    own = issuing_place(info)
    return own == NATIONAL or (bool(own) and folded(matching_form(own)) in folded(matching_form(place)))


def _of_topic(asked: Asked, near: Nearest) -> str:
    """The topic in the words of the question, where it is surely not there and they were read as typed."""
    words = topic_words(asked.reading.text)
    guessed = any(change.kind in _GUESSED for change in asked.reading.changes)
    if guessed or not near.is_far or len(words.split()) < 2 or re.search(r"\d", words):
        return UNSURE
    return f"Kho chưa có văn bản nào nói về “{cut(words)}”."


def _of_place(asked: Asked, near: Nearest) -> str:
    question = asked.reading.text
    wanted = [_lower(span.of(question)) for span in commune_spans(question)] + [
        span.of(question) for span in place_spans(question)
    ]
    others = (
        place_of(item, text, over(text, item))
        for item in near.units
        if "places" in item.against
        for text in [asked.text(item)]
    )
    return _instead(near.noun(asked.reading.kind), "của", others, next(iter(wanted), "nơi được hỏi"))


def _of_body(asked: Asked, near: Nearest) -> str:
    names = [span.of(asked.reading.text) for span in find_bodies(asked.reading.text)]
    return f"Kho có {near.noun(asked.reading.kind)}, nhưng chưa có phần của {next(iter(names), 'cơ quan được hỏi')}."


def _of_years(asked: Asked, near: Nearest) -> str:
    wanted = asked.reading.years
    found = dict.fromkeys(year for item in near.units if not item.years for year in _years_of(asked, item))
    nearest = sorted(found, key=lambda year: (abs(int(year[:4]) - wanted[0]), year))[:MOST_NAMED]
    there = _listed_years(sorted(nearest))
    return _instead(near.noun(asked.reading.kind), "cho", [there], _listed_years([str(year) for year in wanted]))


def _years_of(asked: Asked, item: Evidence) -> list[str]:
    slots = [stored.fact.slots for stored in item.facts]
    found = [str(s.year) for s in slots if isinstance(s, Target) and s.year]
    found += [str(s.deadline_date.year) for s in slots if isinstance(s, Assignment) and s.deadline_date]
    found = found or [str(year) for year in find_years(item.core.of(asked.text(item)))]
    return [year for year in found if re.match(r"\d{4}", year) and year not in map(str, asked.reading.years)]


def _listed_years(years: list[str]) -> str:
    """ "năm 2025", "các năm 2023, 2024 và 2025", "năm 2025 và giai đoạn 2021-2025"."""
    single, periods = (
        [year for year in years if "-" not in year],
        [f"giai đoạn {year}" for year in years if "-" in year],
    )
    said = [f"{'các năm' if len(single) > 1 else 'năm'} {listed(single)}"] if single else []
    return listed([*said, *periods])


def _of_part_of_year(asked: Asked, near: Nearest) -> str:
    found = (
        part
        for item in near.units
        if "period" in item.against
        for part in parts_of_year(item.core.of(asked.text(item)))
    )
    wanted = listed(map(part_words, sorted(parts_of_year(asked.reading.text))))
    return _instead(near.noun(asked.reading.kind), "cho", map(part_words, found), wanted)


def _of_ordinal(asked: Asked, near: Nearest) -> str:
    wanted = next(iter(sorted(asked.fixed.ordinals)))
    return f"Kho có {near.noun(asked.reading.kind)} trong {near.documents}, chưa có của lần thứ {wanted}."


def _of_status(_: Asked, near: Nearest) -> str:
    slots = [stored.fact.slots for item in near.units for stored in item.facts]
    aims = any(isinstance(s, Target) and s.status is Status.TARGET for s in slots)
    return f"Kho {'mới có mục tiêu' if aims else 'có nói đến nội dung này'}, chưa có kết quả đã đạt được."


def _of_measure(asked: Asked, _: Nearest) -> str:
    return f"Kho có nói đến nội dung này, nhưng không nêu {_MEASURES.get(asked.fixed.measure, 'con số')}."


def _of_kind(asked: Asked, _: Nearest) -> str:
    return f"Kho có nói đến nội dung này, nhưng không nêu {_KINDS.get(asked.reading.kind, 'điều được hỏi')}."


_SAYING: dict[str, Callable[[Asked, Nearest], str]] = {
    "places": _of_place, "bodies": _of_body, "years": _of_years, "period": _of_part_of_year, "ordinals": _of_ordinal, "status": _of_status, "measure": _of_measure,
    "fits": _of_kind,
}  # fmt: skip


def _instead(what: str, joint: str, there: Iterable[str], wanted: str) -> str:
    others = listed(dict.fromkeys(name for name in there if name and folded(name) != folded(wanted)))
    return (
        f"Kho có {what} {joint} {others}, chưa có {joint} {wanted}."
        if others
        else f"Kho chưa có {what} {joint} {wanted}."
    )


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]


def _lower(words: str) -> str:
    return words if words[:2].isupper() else words[:1].lower() + words[1:]
