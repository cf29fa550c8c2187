"""Facts → questions that they answer, and twins that nothing in the corpus answers; the ledger and the texts say that it is so."""

import random
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from corpus.text import matching_form
from tests.bench.refusal.absent import ABSENT_TOPICS, BODIES, FAR_YEARS
from tests.bench.refusal.book import Book, Fact, shared, topic
from tests.bench.refusal.rewording import reworded

PER_DOCUMENT = 8  # facts of one document that are asked for
_SAME = 0.75  # of the topic: a fact that holds so much of it may be the answer, too
_NEAR = 0.5  # of the topic: no fact with so much of it may have the slot of a twin
_LONGEST_TOPIC = 14  # words
ANSWERABLE = "answerable"


class Made(NamedTuple):
    """A question; ``sort``: "answerable", or what of it is not there; ``document``: of the fact it is made from.

    ``spans``: (document, start, end) of all facts that answer it; ``among``: ids of the documents it is asked of, none for all.
    """

    words: str
    sort: str
    document: str
    spans: tuple[tuple[str, int, int], ...] = ()
    among: tuple[str, ...] = ()


def make(book: Book, seed: int = 1) -> list[Made]:
    """All questions of a corpus, the same for the same seed."""
    chance = random.Random(seed)
    made = [question for fact in _chosen(book, chance) for question in _of_fact(book, fact, chance)]
    made += [
        Made(words, "topic", "") for words, phrase in ABSENT_TOPICS if matching_form(phrase) not in book.everything
    ]
    return [question._replace(words=reworded(question.words, chance)) for question in made]


def _chosen(book: Book, chance: random.Random) -> list[Fact]:
    chosen = []
    for document in book.documents:
        own = [fact for fact in book.facts if fact.document == document and _short(fact) and not _without_figure(fact)]
        chosen += chance.sample(own, min(len(own), PER_DOCUMENT))
    return chosen


def _without_figure(fact: Fact) -> bool:
    return fact.kind == "target" and fact.slots["value"] is None


def _short(fact: Fact) -> str:
    """What a question would say of a fact: its first clause, a few words without figures; "" where that says nothing."""
    words = re.sub(r"^\W*(?:[\d.]+|[a-zđ]\))\s+", "", re.split(r"[;,(:.]", fact.about.strip(" -–+•"))[0]).split()[
        :_LONGEST_TOPIC
    ]
    clause = " ".join(words)
    return clause if len(topic(clause)) >= 3 and not re.search(r"\d", clause) else ""


def _of_fact(book: Book, fact: Fact, chance: random.Random) -> Iterator[Made]:
    """One answerable question or two, and a twin or two."""
    about = _lower(_short(fact))
    words, year = _asked(fact, about, chance), fact.slots["year"]
    same = [other for other in book.about(about, _SAME) if other.kind == fact.kind]
    if str(year) in words:
        same = [other for other in same if other.slots["year"] == year]
    document = book.documents[fact.document]
    plain = Made(words, ANSWERABLE, fact.document, _spans(same))
    yield plain
    named = [other for other in same if other.document == fact.document]
    if document.name:
        yield Made(f"Theo {document.name}, {_lower(plain.words)}", ANSWERABLE, fact.document, _spans(named))
    twins = [twin for maker in _TWINS if (twin := maker(book, fact, about, chance)) is not None]
    yield from chance.sample(twins, min(2, len(twins)))


def _spans(facts: list[Fact]) -> tuple[tuple[str, int, int], ...]:
    return tuple((fact.document, fact.start, fact.end) for fact in facts)


def _asked(fact: Fact, about: str, chance: random.Random) -> str:
    slots = fact.slots
    if fact.kind == "decision":
        return chance.choice(
            [f"Văn bản nào {_lower(slots['action'])} {about}?", f"{_upper(about)} được quyết định gì?"]
        )
    if fact.kind == "assignment":
        if slots["deadline"] and chance.random() < 0.4:
            return chance.choice([f"{_upper(about)} phải hoàn thành khi nào?", f"Thời hạn {about} là khi nào?"])
        return chance.choice(
            [f"Cơ quan nào chủ trì {about}?", f"{_upper(about)} giao ai chủ trì?", f"Đơn vị nào {about}?"]
        )
    year, how_much = slots["year"], "bao nhiêu %" if fact.unit.startswith("%") else "bao nhiêu"
    when = f" năm {year}" if isinstance(year, int) else ""
    return chance.choice([f"{_upper(about)}{when} đạt {how_much}?", f"{_upper(about)}{when} là {how_much}?"] +
                         ([f"Đến năm {year} {about} đạt {how_much}?"] if when else []))  # fmt: skip


def _other_year(book: Book, fact: Fact, about: str, chance: random.Random) -> Made | None:
    if fact.kind != "target" or not isinstance(fact.slots["year"], int):
        return None
    near = book.about(about, _NEAR)
    there = " ".join(str(other.slots["year"]) for other in near)
    free = [
        year for year in FAR_YEARS if str(year) not in there and not any(str(year) in other.around for other in near)
    ]
    return Made(f"Năm {chance.choice(free)} {about} đạt bao nhiêu?", "year", fact.document) if free else None


def _other_place(book: Book, fact: Fact, about: str, chance: random.Random) -> Made | None:
    free = book.provinces
    if fact.kind != "target" or not free:
        return None
    return Made(f"{_upper(about)} của tỉnh {chance.choice(free)} là bao nhiêu?", "place", fact.document)


def _other_commune(book: Book, fact: Fact, about: str, chance: random.Random) -> Made | None:
    free = book.communes
    if fact.kind == "decision" or not free:
        return None
    asked = (
        f"của {chance.choice(free)} là bao nhiêu"
        if fact.kind == "target"
        else f"tại {chance.choice(free)} do ai chủ trì"
    )
    return Made(f"{_upper(about)} {asked}?", "place", fact.document)


def _other_body(book: Book, fact: Fact, about: str, chance: random.Random) -> Made | None:
    near = book.about(about, _NEAR)
    free = [name for name in BODIES if not any(shared(topic(name), other.around) == 1 for other in near)]
    if fact.kind != "target" or not free:
        return None
    return Made(f"{_upper(about)} của {chance.choice(free)} là bao nhiêu?", "body", fact.document)


def _other_document(book: Book, fact: Fact, about: str, chance: random.Random) -> Made | None:
    """One that is there and does not say it, or one that is not there."""
    if chance.random() < 0.5:
        number = chance.choice([n for n in range(300, 2000) if str(n) not in book.numbers])
        return Made(f"Theo {chance.choice(['Nghị quyết', 'Kế hoạch', 'Quyết định'])} {number}, {_lower(_asked(fact, about, chance))}",
                    "document", fact.document)  # fmt: skip
    names = [other for other in book.documents.values() if other.name]
    silent = [other for other in chance.sample(names, min(len(names), 12)) if not book.says(other.id, about)
              and shared(topic(about), topic(other.text)) < 0.8 and other.name != book.documents[fact.document].name]  # fmt: skip
    if not silent:
        return None
    return Made(f"Theo {silent[0].name}, {_lower(_asked(fact, about, chance))}", "document", fact.document)


def _other_measure(book: Book, fact: Fact, about: str, chance: random.Random) -> Made | None:
    near = book.about(about, _NEAR)
    if fact.kind == "decision" or any(re.search("đồng|usd", other.unit) for other in near):
        return None
    return Made(f"Kinh phí {about} là bao nhiêu tỷ đồng?", "measure", fact.document)


def _other_status(book: Book, fact: Fact, about: str, chance: random.Random) -> Made | None:
    if fact.kind != "target" or fact.slots["status"] != "target":
        return None
    if any(other.slots["status"] == "result" for other in book.about(about, _NEAR) if other.kind == "target"):
        return None
    return Made(f"Thực tế {about} đã đạt bao nhiêu?", "status", fact.document)


def _held_out(book: Book, fact: Fact, about: str, chance: random.Random) -> Made | None:
    """The question of the fact, asked of all documents but those that speak of its topic."""
    asked = topic(about)
    others = tuple(id_ for id_ in book.documents if id_ != fact.document and not book.says(id_, about))
    if len(others) < 0.6 * len(book.documents) or any(
        shared(asked, o.around) >= _SAME for o in book.facts if o.document in others
    ):
        return None
    return Made(_asked(fact, about, chance), "held out", fact.document, among=others)


Twin = Callable[[Book, Fact, str, random.Random], Made | None]
_TWINS: tuple[Twin, ...] = (
    _other_year, _other_place, _other_commune, _other_body, _other_document, _other_measure, _other_status, _held_out,
)  # fmt: skip


def _lower(words: str) -> str:
    first, _, _ = words.partition(" ")
    return words if len(first) > 1 and first.isupper() else words[:1].lower() + words[1:]


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]
